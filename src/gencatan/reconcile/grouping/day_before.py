"""What a report tells without a day right behind what has one: of that day, where one incident alone is like it.

"On 22 March rockets were fired at X. The army answered with air strikes that killed seven" gives the strikes no day of
their own; another report tells of seven killed on 22 March.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import HARMS, STRIKES
from gencatan.reconcile.comparing.counts import compatible, same_figure, telling
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.grouping.told import Pairs, Told

_BEHIND: Final = 300
"""Characters behind what has a day within which what has none may be of it."""
_TELLING: Final = 0.3


def of_the_day_before(told: Sequence[Told]) -> Pairs:
    """What has no day, to the one incident of the day told last before it that has its number, or is its act in one
    town."""
    homes: dict[tuple[str, int], list[Told]] = {}
    told_by: dict[str, list[tuple[int, int, str]]] = {}
    for one in told:
        for day in sorted(one.days):
            for land in sorted(one.lands):
                homes.setdefault((land, day), []).append(one)
        for f in one.claims:
            if f.days.exact and f.days.first is not None:
                end = max(span.end for span in f.claim.evidence)
                told_by.setdefault(f.head.id, []).append((end, f.days.first, one.name))
    for one in told:
        if any(f.days.dated for f in one.claims):
            continue
        near = {
            other.name
            for f in one.claims
            for day in _day_before(f, told_by.get(f.head.id, ()))
            for land in sorted(one.lands)
            for other in homes.get((land, day), ())
            if not one.reports & other.reports and _is_it(one, other)
        }
        if len(near) == 1:
            yield from ((one.name, name) for name in near)


def _day_before(f: Facts, dated: Sequence[tuple[int, int, str]]) -> Sequence[int]:
    """The day of what its report tells last before it, if that is near."""
    start = min(span.start for span in f.claim.evidence)
    before = [(end, day) for end, day, _ in dated if 0 <= start - end <= _BEHIND]
    return [max(before)[1]] if before else []


def _is_it(one: Told, other: Told) -> bool:
    pairs = [(a, b) for a in one.claims for b in other.claims]
    if any(where.compare(a.place, b.place) in (where.APART, where.ABROAD) for a, b in pairs):
        return False
    if any(_other_doers(a, b) or _other_numbers(a, b) for a, b in pairs):
        return False
    return any(_alike(a, b) for a, b in pairs)


def _other_doers(mine: Facts, theirs: Facts) -> bool:
    return who.best(mine.doers, theirs.doers) == who.STRANGERS


def _other_numbers(mine: Facts, theirs: Facts) -> bool:
    if mine.what != theirs.what or mine.count is None or theirs.count is None or mine.whom != theirs.whom:
        return False
    return not compatible(mine.count, theirs.count)


def _alike(mine: Facts, theirs: Facts) -> bool:
    """Whether both have one number of those harmed, or tell of one sort of strike in one town."""
    if mine.what != theirs.what:
        return False
    if mine.what in HARMS:
        same = mine.count is not None and theirs.count is not None and same_figure(mine.count, theirs.count)
        return same and mine.whom == theirs.whom and mine.count is not None and telling(mine.count) >= _TELLING
    how = where.compare(mine.place, theirs.place)
    return mine.what in STRIKES and how == where.SAME and where.is_fine(mine.place)
