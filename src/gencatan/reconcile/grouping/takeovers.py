"""Changes of hands that are told again without their day: to the one that land of that name saw, by that side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.sorts import TAKEOVER
from gencatan.reconcile.comparing.when import gap
from gencatan.reconcile.grouping.told import Pairs, Told
from gencatan.reconcile.judging import takeover

_REMEMBERED: Final = 366
"""Days after which a takeover without a day is no more looked for."""


def takeovers(told: Sequence[Told]) -> Pairs:
    """What has no day of its own, to the one takeover of that land that it fits; where two do, to the one told by the
    same word ("recaptured")."""
    shelves: dict[str, list[Told]] = {}
    for one in told:
        for name in sorted({name for f in _claims(one) for name in takeover.names(f)}):
            shelves.setdefault(name, []).append(one)
    for one in told:
        mine = _claims(one)
        if not mine or one.days or one.published is None:
            continue
        names = sorted({name for f in mine for name in takeover.names(f)})
        near = {other.name: other for name in names for other in shelves[name] if _may_be(one, other)}
        of_sort = {n: other for n, other in near.items() if not any(_of_other_sort(f, other) for f in mine)}
        near = of_sort or near
        if any(other.days for other in near.values()):
            near = {name: other for name, other in near.items() if other.days}
        if len(near) > 1:
            word = {f.slot("relation") for f in mine}
            near = {n: other for n, other in near.items() if word & {f.slot("relation") for f in _claims(other)}}
        if len(near) == 1:
            yield from ((one.name, name) for name in near)


def by_sort(told: Sequence[Told]) -> Pairs:
    """What is named by its sort alone ("took the base in May", "merebut dua kota"), to the one takeover of that sort by
    that side in that land and in those days."""
    shelves: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        for sort in sorted({sort for f in _claims(one) for sort in takeover.sorts(f)}):
            for land in one.lands:
                shelves.setdefault((land, sort), []).append(one)
    for one in told:
        mine = _claims(one)
        if not mine or any(takeover.names(f) for f in mine) or not all(f.days.dated for f in mine):
            continue
        sorts = sorted({sort for f in mine for sort in takeover.sorts(f)})
        near = {
            other.name: other
            for sort in sorts
            for land in one.lands
            for other in shelves.get((land, sort), ())
            if other is not one and _is_of_that_sort(mine, other)
        }
        if len(near) == 1:
            yield from ((one.name, name) for name in near)


def _is_of_that_sort(mine: Sequence[Facts], other: Told) -> bool:
    """Whether it was about then, by the same side, so far as is said."""
    theirs = [f for f in _claims(other) if f.days.dated]
    pairs = [(a, b) for a in mine for b in theirs]
    return any(_of_one_side(a, b) for a, b in pairs) and all(
        takeover.fits(a, b)
        and not takeover.opposed(a, b)
        and gap(a.days, b.days) == 0
        and (_of_one_side(a, b) or not takeover.takers(b))
        for a, b in pairs
    )


def _of_other_sort(mine: Facts, other: Told) -> bool:
    return all(takeover.of_other_sort(mine, f) for f in _claims(other))


def _claims(told: Told) -> list[Facts]:
    return [f for f in told.claims if f.what == TAKEOVER]


def _may_be(one: Told, other: Told) -> bool:
    """Whether the other was told before, by somebody else, and nothing in both is of two."""
    if (
        one is other
        or one.reports & other.reports
        or not one.lands & other.lands
        or one.published is None
        or other.published is None
    ):
        return False
    seen = min(other.days) if other.days else other.published[0]
    if seen > one.published[1] or one.published[0] - seen > _REMEMBERED:
        return False
    return all(_are_one(a, b) for a in _claims(one) for b in _claims(other))


def _are_one(mine: Facts, theirs: Facts) -> bool:
    if {mine.slot("relation"), theirs.slot("relation")} == {"captures", "recaptures"} and not _of_one_side(
        mine, theirs
    ):
        return False  # who takes a town back takes it from those who took it
    return takeover.fits(mine, theirs) and not takeover.opposed(mine, theirs)


def _of_one_side(mine: Facts, theirs: Facts) -> bool:
    """Whether both are known to be by one side."""
    return (who.best(takeover.takers(mine), takeover.takers(theirs)) or who.STRANGERS) >= who.COMPATRIOTS
