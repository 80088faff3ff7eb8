"""A day's dead and wounded, which two reports count a day apart: one incident, where both have grown a little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from gencatan.reconcile.comparing import where
from gencatan.reconcile.comparing.counts import size
from gencatan.reconcile.comparing.victims import EVERYBODY
from gencatan.reconcile.grouping.told import TIMES, Pairs, Told

_HARMS: Final = ("killed", "injured")
_CLOSE: Final = 1.15
"""How many times as high one of the two numbers is at most."""
_LEAST: Final = 20
"""What the higher of the two numbers comes to at least: smaller ones are near each other by chance."""


def by_both_tolls(told: Sequence[Told]) -> Pairs:
    """Two clusters of one day in one land that count dead and wounded alike, where there is no third."""
    shelves: dict[tuple[str, int], list[tuple[Told, Mapping[str, int]]]] = {}
    for one in told:
        tolls = _tolls(one)
        if len(one.days) == 1 and len(tolls) == len(_HARMS):
            for land in one.lands:
                shelves.setdefault((land, min(one.days)), []).append((one, tolls))
    for shelf in shelves.values():
        pairs = [
            (one.name, other.name)
            for n, (one, mine) in enumerate(shelf)
            for other, theirs in shelf[n + 1 :]
            if not one.reports & other.reports and _grew(one, other, mine, theirs) and _may_meet(one, other)
        ]
        if len(pairs) == 1:
            yield pairs[0]


def _tolls(one: Told) -> Mapping[str, int]:
    """The highest number of dead and of wounded that it gives of everybody."""
    found: dict[str, int] = {}
    for f in one.claims:
        if f.what in _HARMS and f.count is not None and f.whom[0] == EVERYBODY:
            found[f.what] = max(found.get(f.what, 0), size(f.count))
    return found


def _grew(one: Told, other: Told, mine: Mapping[str, int], theirs: Mapping[str, int]) -> bool:
    """Whether the later numbers are no less than the earlier ones and not many more, and one is nearly the same."""
    if one.published is None or other.published is None:
        return False
    if one.published > other.published:
        mine, theirs = theirs, mine
    shares = [theirs[harm] / mine[harm] if mine[harm] else 0.0 for harm in _HARMS]
    if max(theirs.values()) < _LEAST:
        return False
    return all(1 <= share <= TIMES for share in shares) and min(shares) <= _CLOSE


def _may_meet(one: Told, other: Told) -> bool:
    return all(
        where.compare(a.place, b.place) not in (where.APART, where.ABROAD) for a in one.claims for b in other.claims
    )
