"""For how long an agreement shall last, and when that is over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.model import Record, Span
from gencatan.reconcile.comparing.lengths import Length, length
from gencatan.reconcile.comparing.when import day_number
from gencatan.reconcile.compliance.finding import Dating, ids

_MADE: Final = ("agreed", "signed", "in_effect")
EXACT: Final = ("minute", "day")
"""Precisions of a date that is one day."""
_SAME_TIME: Final = 3
"""Days within which reports tell of a truce's being prolonged."""
_SOME_DAY: Final = date(2001, 1, 1)


@dataclass(frozen=True, slots=True)
class Duration:
    """For how long an agreement shall last, in words that say so, and the day on which that is over.

    `until` is counted from the day it began, and on by each time it was prolonged; None where one of them is not told.
    `prolonged` counts those times.
    """

    words: str
    until: date | None
    prolonged: int
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        until = self.until.isoformat() if self.until else None
        return {"words": self.words, "until": until, "prolonged": self.prolonged, "claims": list(self.claims)}


def duration(records: Sequence[Record], began: Dating | None) -> Duration | None:
    """For how long an agreement shall last by its claims; None where nobody says. `began`: when it took effect, or was
    made."""
    first = _most_told(record for record in records if record.claim.slots.get("stage") in _MADE)
    more = [_most_told(some) for some in _prolonged(records)]
    told = [one for one in (first, *more) if one is not None]
    if not told:
        return None
    day = began.start if first is not None and began is not None and began.precision in EXACT else None
    until = _end(day, [first, *more]) if day is not None else None
    return Duration(told[0][1], until, len(more), tuple(dict.fromkeys(claim for one in told for claim in one[2])))


def _prolonged(records: Iterable[Record]) -> list[list[Record]]:
    """The claims of each time that it was prolonged: those of a few days that give no other length tell of one."""
    steps = [r for r in records if r.claim.slots.get("stage") == "extended" and r.claim.status == "asserted"]
    times: list[tuple[int, list[Record]]] = []
    for record in sorted(steps, key=lambda one: (_told_on(one), one.id)):
        for day, some in times:
            lengths = {_given(one) for one in (record, *some)} - {None}
            if _told_on(record) - day <= _SAME_TIME and len(lengths) < 2:
                some.append(record)
                break
        else:
            times.append((_told_on(record), [record]))
    return [some for _, some in times]


_Told = tuple[Length, str, tuple[str, ...]]
"""A length, its words where it is told first, and the claims that give it."""


def _end(day: date, told: Iterable[_Told | None]) -> date | None:
    try:
        for one in told:
            if one is None:
                return None  # prolonged, and nobody says for how long
            day = one[0].after(day)
    except OverflowError:
        return None
    return day


def _most_told(records: Iterable[Record]) -> _Told | None:
    """The length that most claims give, of two the shorter."""
    given: dict[Length, list[Record]] = {}
    for record in records:
        if record.claim.status != "denied" and (found := _given(record)) is not None:
            given.setdefault(found, []).append(record)
    if not given:
        return None
    best = max(given, key=lambda one: (len(given[one]), -one.after(_SOME_DAY).toordinal()))
    return best, _words(given[best][0]), ids(given[best])


def _words(record: Record) -> str:
    told = record.claim.slots.get("duration")
    return " ".join(told.text.split()) if isinstance(told, Span) else ""


def _given(record: Record) -> Length | None:
    return length(_words(record))


def _told_on(record: Record) -> int:
    """The day that a step is told of, else that of its report; the same step has one, whoever tells it."""
    when = record.claim.date
    told = day_number(when.start or when.end) if when else None
    published = record.head.published
    return told or (published.toordinal() if published else 0)
