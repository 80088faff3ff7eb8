"""Dates of claims in words of the reader's language, and on a line of time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p
from typing import Final

from gencatan.export.wording import Words, one_line
from gencatan.i18n import Message
from gencatan.model import Claim, Document, When

WIDTH: Final = 100.0
NARROWEST: Final = 1.5
_YEARS: Final = ("year", "decade")


def day_words(iso: str, precision: str = "day") -> Message:
    """`20 Sep 2023`, `Sep 2023`, `2023`, `20 Sep 2023, 13:00`: an ISO date or instant at its precision."""
    year, month, day = iso[:10].split("-")
    named = Message(f"month.{int(month)}")
    if precision in _YEARS:
        return Message("when.year", (year,))
    if precision == "month":
        return Message("when.month", (named, year))
    if precision == "minute" and len(iso) > len("2023-09-20T"):
        return Message("when.minute", (str(int(day)), named, year, iso[11:16]))
    return Message("when.day", (str(int(day)), named, year))


def when_words(when: When) -> list[Words]:
    """The date as resolved: a day, a range, an open range; [] where it is not resolved."""
    start = day_words(when.start, when.precision) if when.start else None
    end = day_words(when.end, when.precision) if when.end else None
    if start and end:
        return [start] if start == end else [start, Message("when.to"), end]
    if start:
        return [Message("when.since"), start]
    return [Message("when.until"), end] if end else []


@dataclass(frozen=True, slots=True)
class Stretch:
    """A row of the line of time: `x` and `width` of WIDTH; open ends reach the edge. `claims` by their place."""

    words: tuple[Words, ...]
    x: float
    width: float
    open_start: bool
    open_end: bool
    claims: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dates in order; `published` is where the report stands, None if unknown or the only date."""

    rows: tuple[Stretch, ...]
    published: float | None
    unresolved: tuple[tuple[str, tuple[int, ...]], ...]


def timeline(document: Document, claims: Sequence[Claim]) -> Timeline | None:
    """The dates of a report's claims; None where there are none."""
    dated: dict[tuple[str, str, str], list[int]] = {}
    unresolved: dict[str, list[int]] = {}
    found: dict[tuple[str, str, str], When] = {}
    for number, claim in enumerate(claims):
        if claim.date is None:
            continue
        if not claim.date.start and not claim.date.end:
            unresolved.setdefault(one_line(claim.date.span.text), []).append(number)
            continue
        key = (claim.date.start or "", claim.date.end or "", claim.date.precision)
        dated.setdefault(key, []).append(number)
        found.setdefault(key, claim.date)
    if not dated and not unresolved:
        return None
    scale = _scale([found[key] for key in dated], document.published)
    rows = [_stretch(found[key], tuple(numbers), scale) for key, numbers in sorted(dated.items(), key=_in_order)]
    return Timeline(
        rows=tuple(rows),
        published=scale[document.published.toordinal()] if document.published and rows else None,
        unresolved=tuple((words, tuple(numbers)) for words, numbers in unresolved.items()),
    )


def _in_order(item: tuple[tuple[str, str, str], list[int]]) -> tuple[str, str, str]:
    """By where it begins; what has no beginning, by its end."""
    start, end, precision = item[0]
    return (start or end, end, precision)


def _stretch(when: When, claims: tuple[int, ...], scale: dict[int, float]) -> Stretch:
    left = scale[_day(when.start)] if when.start else 0.0
    right = scale[_day(when.end) + 1] if when.end else WIDTH
    width = max(right - left, NARROWEST)
    return Stretch(tuple(when_words(when)), left, width, not when.start, not when.end, claims)


def _day(iso: str) -> int:
    return date.fromisoformat(iso[:10]).toordinal()


def _scale(dates: Sequence[When], published: date | None) -> dict[int, float]:
    """Where each day that matters stands: in order, long gaps compressed, so that 1994 and last week fit one line."""
    days = {_day(when.start) for when in dates if when.start} | {_day(when.end) + 1 for when in dates if when.end}
    if published:
        days.add(published.toordinal())
    at, places, before = 1.0, dict[int, float](), None
    for day in sorted(days):
        at += log1p(day - before) if before is not None else 0.0
        places[day], before = at, day
    at += 1.0
    return {day: round(place / at * WIDTH, 2) for day, place in places.items()}
