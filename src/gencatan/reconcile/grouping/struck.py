"""Strikes on one sort of thing (a plane, an embassy, a school), which two reports tell in words of their own: one act,
where those days saw no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.things import things_struck
from gencatan.reconcile.comparing.when import LATELY, gap
from gencatan.reconcile.grouping.told import Pairs, Told, towns_of
from gencatan.reconcile.judging.incident import may_be_one_of

_NEWS: Final = 1
"""Days between two reports of one thing that give no day."""


@dataclass(frozen=True, eq=False)
class _Struck:
    """What one cluster tells of strikes on one sort of thing."""

    told: Told
    claims: Sequence[Facts]
    stretch: int
    """In which stretch of days it lies; what may be one lies in the same or in the next."""


def by_thing(told: Sequence[Told]) -> Pairs:
    """Two tellings of a strike on one sort of thing in one land, each the only one that the other can be."""
    shelves: dict[tuple[str, str], list[_Struck]] = {}
    for one in told:
        for sort, some in _by_sort(one):
            for land in one.lands:
                shelves.setdefault((land, sort), []).append(some)
    for _, shelf in sorted(shelves.items(), key=lambda kept: kept[0]):
        near = _near(shelf)
        yield from (
            (name, found[0])
            for name, found in sorted(near.items())
            if len(found) == 1 and name < found[0] and near[found[0]] == [name]
        )


def _by_sort(one: Told) -> Iterator[tuple[str, _Struck]]:
    """What a cluster tells of each sort of thing, where all of it has a day."""
    claims: dict[str, list[Facts]] = {}
    for f in one.claims:
        for sort in things_struck(f):
            claims.setdefault(sort, []).append(f)
    for sort, some in claims.items():
        days = [day for f in some if (day := _day(f)) is not None]
        if len(days) == len(some):
            yield sort, _Struck(one, some, days[0] // LATELY)


def _day(f: Facts) -> int | None:
    """Its own day, or that of its report where it gives none."""
    if not f.days.dated:
        return f.days.published
    return f.days.first if f.days.exact else None


def _near(shelf: Sequence[_Struck]) -> Mapping[str, list[str]]:
    """For each cluster the others that it can be."""
    stretches: dict[int, list[_Struck]] = {}
    for one in shelf:
        stretches.setdefault(one.stretch, []).append(one)
    return {
        one.told.name: [
            other.told.name
            for at in (one.stretch - 1, one.stretch, one.stretch + 1)
            for other in stretches.get(at, ())
            if other is not one and _may_be(one, other)
        ]
        for one in shelf
    }


def _may_be(one: _Struck, other: _Struck) -> bool:
    """Whether another report tells of it, and nothing that both say of it is of two strikes."""
    if one.told.reports & other.told.reports:
        return False
    return all(_are_one(a, b) for a in one.claims for b in other.claims)


def _are_one(mine: Facts, theirs: Facts) -> bool:
    for some, others in ((mine.doers, theirs.doers), (mine.others, theirs.others)):
        if who.best(some, others) == who.STRANGERS and not may_be_one_of(some, others):
            return False
    if where.compare(mine.place, theirs.place) in (where.APART, where.ABROAD):
        return False
    if towns_of(mine.place) and towns_of(theirs.place) and not towns_of(mine.place) & towns_of(theirs.place):
        return False
    return _of_those_days(mine, theirs)


def _of_those_days(mine: Facts, theirs: Facts) -> bool:
    """Whether both were on one day, or on one that the news of the other may be of."""
    a, b = mine.days, theirs.days
    if a.dated and b.dated:
        return a.exact and b.exact and a.first == b.first
    if a.published is None or b.published is None:
        return False
    if not a.dated and not b.dated:
        return abs(a.published - b.published) <= _NEWS
    day, told = (a, b) if a.dated else (b, a)
    return day.exact and gap(a, b) == 0 and told.published is not None and told.published - (day.first or 0) <= LATELY
