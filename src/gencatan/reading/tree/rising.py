"""Tolls that went up or down in their sentence ("rose *from 20* to 31"): what they were, and what they came to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

from gencatan.reading.numbers.taken_back import taken_back
from gencatan.reading.tree.relations import starts

if TYPE_CHECKING:
    from gencatan.language.pack import Phrases
    from gencatan.reading.numbers.found import NumberMention
    from gencatan.reading.tree.sentence import Sentence

Lists = Callable[[str], "Phrases"]
"""The pack's lists of words, by name."""


def come_to(sentence: Sentence, text: str, words: Lists) -> list[NumberMention]:
    """The numbers of a sentence that may be a toll: without those that one went up or down from, and without bounds
    ("aged *from 12 to 40*")."""
    apart = {n.number_start for pair in _pairs(sentence, text, words) for n in pair}
    apart -= {last.number_start for _, last in _changes(sentence, text, words)}
    return [n for n in sentence.numbers if n.kind == "count" and n.number_start not in apart]


def came_from(sentence: Sentence, text: str, words: Lists) -> list[NumberMention]:
    """The numbers of a sentence that a toll went up or down from."""
    return [first for first, _ in _changes(sentence, text, words)]


def was_then(sentence: Sentence, text: str, words: Lists, at: int) -> bool:
    """Whether words stand beside what a toll was, and not what it came to ("rose from 4 *in 2019* to 12")."""
    return any(first.number_end <= at < second.start for first, second in _changes(sentence, text, words))


def _changes(sentence: Sentence, text: str, words: Lists) -> list[tuple[NumberMention, NumberMention]]:
    """What tolls were and came to; ages and bounds go from one number to another with no verb of change before them."""
    return [(a, b) for a, b in _pairs(sentence, text, words) if _has_changed(sentence, words, a.start)]


def _pairs(sentence: Sentence, text: str, words: Lists) -> list[tuple[NumberMention, NumberMention]]:
    numbers = [n for n in sentence.numbers if n.kind == "count"]
    if len(numbers) < 2:
        return []
    gone = taken_back(numbers, text, words("numbers_from"), words("numbers_to"))
    return [(a, b) for a, b in pairwise(numbers) if a.number_start in gone]


def _has_changed(sentence: Sentence, words: Lists, end: int) -> bool:
    """Whether a verb of rising or falling stands in the words before, up to a stop."""
    changing = words("verbs_of_change")
    for token in reversed(sentence.tokens_in(sentence.start, end)):
        if token.is_punct:
            return False
        if starts(token, changing):
            return True
    return False
