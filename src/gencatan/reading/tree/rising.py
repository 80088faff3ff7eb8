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
Pairs = list[tuple["NumberMention", "NumberMention"]]


def come_to(sentence: Sentence, text: str, words: Lists) -> tuple[list[NumberMention], list[NumberMention]]:
    """The numbers of a sentence that may be a toll: without those that one went up or down from, and without bounds
    ("aged *from 12 to 40*"); and beside them those that one went up or down from."""
    pairs = _pairs(sentence, text, words)
    changes = _changed(pairs, sentence, words)
    apart = {n.number_start for pair in pairs for n in pair} - {last.number_start for _, last in changes}
    told = [n for n in sentence.numbers if n.kind == "count" and n.number_start not in apart]
    return told, [first for first, _ in changes]


def was_then(sentence: Sentence, text: str, words: Lists, at: int) -> bool:
    """Whether words stand beside what a toll was, and not what it came to ("rose from 4 *in 2019* to 12")."""
    changes = _changed(_pairs(sentence, text, words), sentence, words)
    return any(first.number_end <= at < second.start for first, second in changes)


def _changed(pairs: Pairs, sentence: Sentence, words: Lists) -> Pairs:
    """What tolls were and came to; ages and bounds go from one number to another with no verb of change before them."""
    return [(a, b) for a, b in pairs if _has_changed(sentence, words, a.start)]


def _pairs(sentence: Sentence, text: str, words: Lists) -> Pairs:
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
