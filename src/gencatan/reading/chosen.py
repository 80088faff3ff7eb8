"""Which sentences of a report are parsed.

Work on a report has a bound, whoever wrote it: its sentences are parsed from the first on, up to so many characters.
A short sentence counts as one of some length, since most work is done once for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from gencatan.reading.tree.syntax import Sentence

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
