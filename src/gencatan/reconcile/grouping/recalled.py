"""What a later report recalls by the name of a place alone: the one incident of that sort that the name is known by.

"A year ago rebels killed 19 soldiers at X", "konvoi disergap di dekat Z tahun lalu": later a report gives a year,
a month or a toll, and a name that no other incident of that time and sort bears.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.acts import HARMS, kindred, on_the_move
from gencatan.reconcile.comparing.counts import same_figure, size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.things import apart
from gencatan.reconcile.grouping.told import TIMES, Pairs, Told, towns_of

_LATER: Final = 21
"""Days behind an incident after which it is recalled, and no more the news."""
_YEAR: Final = 366
_YEARS: Final = 1096
"""Days after which nothing is looked for by a name alone."""


def recalled(told: Sequence[Told]) -> Pairs:
    """What names no day, long after, to the one incident of a place by name."""
    saw: dict[str, list[Told]] = {}
    for one in told:
        for town in one.towns:
            saw.setdefault(town, []).append(one)
    for one in told:
        if one.days or one.published is None or one.published[0] != one.published[1]:
            continue
        homes = {home.name for town in sorted(one.towns) for home in _homes(one, town, saw[town])}
        if len(homes) == 1:
            yield one.name, homes.pop()


def _homes(one: Told, town: str, near: Sequence[Told]) -> Sequence[Told]:
    """The incident that the name is known by; none where the town saw another that may be meant."""
    found = [other for other in near if other is not one and _may_be_meant(one, other, town)]
    if len(found) != 1 or not _is_it(one, found[0]):
        return []
    return found


def _may_be_meant(one: Told, other: Told, town: str) -> bool:
    """Whether the other, of a day long before, saw such an act in that town, in the time that is told."""
    if one.published is None or not other.days or one.reports & other.reports:
        return False
    if not _LATER <= one.published[0] - max(other.days) <= _YEARS:
        return False
    if (stretch := _stretch(one)) is not None and not (stretch[0] <= min(other.days) and max(other.days) <= stretch[1]):
        return False
    theirs = {f.what for f in other.claims if town in towns_of(f.place)}
    return any(kindred(f.what, what) and not on_the_move(f.what, what) for f in one.claims for what in theirs)


def _stretch(one: Told) -> tuple[int, int] | None:
    """The time in which it was, a year at most; None where nothing says so."""
    held = [(f.days.first, f.days.last) for f in one.claims if f.days.dated and not f.days.since]
    known = [(a, b) for a, b in held if a is not None and b is not None and b - a <= _YEAR]
    return (max(a for a, _ in known), min(b for _, b in known)) if known else None


def _is_it(one: Told, other: Told) -> bool:
    """Whether nothing that both say of it differs, and a number, where both give one, is the same or has risen."""
    pairs = [(a, b) for a in one.claims for b in other.claims if a.what == b.what]
    if any(apart(a, b) or who.best(a.doers, b.doers) == who.STRANGERS for a, b in pairs):
        return False
    tolls = [(a, b) for a, b in pairs if a.what in HARMS and a.count is not None and b.count is not None]
    in_time = _stretch(one) is not None  # without it an act in that town may be one of these days
    if not tolls:
        return in_time
    return any(_is_of_one_toll(a, b, may_rise=in_time) for a, b in tolls)


def _is_of_one_toll(recalled: Facts, first: Facts, *, may_rise: bool) -> bool:
    if recalled.count is None or first.count is None:
        return False
    if same_figure(recalled.count, first.count):
        return True
    return may_rise and size(first.count) < size(recalled.count) <= size(first.count) * TIMES
