"""Which sentences of a report are parsed.

A sentence is parsed where the gate opens for it, or to look back at from the next. Work on a report has a bound,
whoever wrote it: its sentences are parsed from the first on, up to so many characters. A short sentence counts as one
of some length, since most work is done once for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.model import Document
from gencatan.parse.field import Field
from gencatan.parse.gate import Gate
from gencatan.reading.kinds.obligations.terms import GOES_ON
from gencatan.reading.kinds.recount import REACH
from gencatan.reading.tree.sentence import Sentence

LONGEST: Final = 2_000  # characters; no sentence of news is longer, and work on a tree grows faster than its size
LARGEST: Final = 200_000  # characters parsed of one report: some thirty pages of a dense one
SHORTEST: Final = 100  # characters that a sentence counts for at least


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sentences of a report, by index: those `parsed`, and which of them the gate `opened` for, not only to look
    back at; those of another field than conflict (`elsewhere`); those that it opened for `beyond` what is parsed of
    one report. `grave`: whether the report may be of a conflict at all.
    """

    parsed: tuple[int, ...] = ()
    opened: frozenset[int] = frozenset()
    elsewhere: frozenset[int] = frozenset()
    beyond: frozenset[int] = frozenset()
    grave: bool = True


NONE_CHOSEN: Final = Chosen()


def within(wanted: Iterable[Sentence]) -> tuple[int, ...]:
    """The indices of the first of these sentences, as many as are parsed of one report."""
    found: list[int] = []
    left = LARGEST
    for sentence in wanted:
        left -= max(SHORTEST, sentence.end - sentence.start)
        if left < 0:
            break
        found.append(sentence.index)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Sentences with trigger words that were not parsed: longer than any of news, of another field than conflict, or
    more than are parsed of one report."""

    too_long: int
    elsewhere: int
    too_many: int = 0


def _of_agreement(sentence: Sentence) -> bool:
    """Whether a sentence has a word of agreements."""
    return any(trigger.kind == "agreement" for hit in sentence.hits for trigger in hit.triggers)


def _of_harm(sentence: Sentence) -> bool:
    """Whether a sentence has a word of a toll."""
    return any(trigger.kind == "casualty" for hit in sentence.hits for trigger in hit.triggers)


def too_long(sentence: Sentence) -> bool:
    """Whether it is longer than any sentence of news, and not parsed."""
    return sentence.end - sentence.start > LONGEST


class Selection:
    """Chooses the sentences to parse, with one language's gate and words of other fields."""

    def __init__(self, gate: Gate, field: Field) -> None:
        """Take what is known of the language."""
        self._gate = gate
        self._field = field

    def choose(self, document: Document, sentences: Sequence[Sentence]) -> Chosen:
        """Sentences that can make a claim, the one before each that has a pronoun, and another's number for a toll; the
        first, if there are many."""
        wanted: set[int] = set()
        opened: set[int] = set()
        grave = self.is_grave(document, sentences)
        elsewhere = self.elsewhere(sentences)
        for sentence in sentences:
            if too_long(sentence) or sentence.index in elsewhere:
                continue
            goes_on = any(
                n in wanted and _of_agreement(sentences[n])
                for n in range(max(0, sentence.index - GOES_ON), sentence.index)
            )
            if self._gate.open(
                document.text, sentence.start, sentence.words, sentence.hits, goes_on=goes_on, grave=grave
            ):
                wanted.add(sentence.index)
                opened.add(sentence.index)
                if sentence.index and self._gate.looks_back(sentence.words):
                    wanted.add(sentence.index - 1)
            elif self._gate.recounts(sentence.words) and any(
                n in opened and _of_harm(sentences[n]) for n in range(max(0, sentence.index - REACH), sentence.index)
            ):
                wanted.add(sentence.index)
        parsed = within(s for s in sentences if s.index in wanted and not too_long(s))
        return Chosen(parsed, frozenset(opened), elsewhere, frozenset(opened.difference(parsed)), grave)

    def is_grave(self, document: Document, sentences: Sequence[Sentence]) -> bool:
        """Whether a report may be of a conflict at all: it names a power, or tells of violence."""
        return not any(s.hits for s in sentences) or self._gate.is_grave(document.text, (s.words for s in sentences))

    def elsewhere(self, sentences: Sequence[Sentence]) -> frozenset[int]:
        """The sentences of another field (sport, trade, films …), by index."""
        if not any(s.hits for s in sentences):
            return frozenset()
        return frozenset(n for n, away in enumerate(self._field.elsewhere([s.words for s in sentences])) if away)

    def left_out(self, document: Document, sentences: Sequence[Sentence]) -> LeftOut:
        """What was not read though it has trigger words, and why."""
        chosen = self.choose(document, sentences)
        long = sum(too_long(s) for s in sentences if s.hits)
        away = (sentences[n] for n in chosen.elsewhere)
        open_ = (self._gate.open(document.text, s.start, s.words, s.hits) for s in away if not too_long(s))
        return LeftOut(long, sum(open_), len(chosen.beyond))
