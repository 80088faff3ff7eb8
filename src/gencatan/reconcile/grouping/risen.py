"""Tolls that a report says have risen ("has risen to 33"): of the incident whose lower toll was told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from gencatan.reconcile.comparing import where
from gencatan.reconcile.comparing.acts import STRIKES
from gencatan.reconcile.comparing.counts import size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.victims import EVERYBODY
from gencatan.reconcile.comparing.when import gap
from gencatan.reconcile.comparing.words import any_of
from gencatan.reconcile.grouping.told import Pairs, Told

_SINCE: Final = 14
"""Days from one report of a toll that rises to the one that says so."""
_TIMES: Final = 3
"""What a toll that is said to have risen grows to at most."""
_COUNTED: Final = ("killed", "injured", "missing")


def risen(told: Sequence[Told]) -> Pairs:
    """What is said to have risen, to the one incident of that land that had a lower number of those people lately; of
    several, to the one of that very sort of people, or to the latest."""
    shelves: dict[tuple[str, str], list[tuple[Told, Facts]]] = {}
    for one in told:
        for f in one.claims:
            if f.what in _COUNTED and f.count is not None and f.days.published is not None:
                for land in one.lands:
                    shelves.setdefault((land, f.what), []).append((one, f))
    for one in told:
        for f in one.claims:
            if f.what in _COUNTED and f.count is not None and _has_risen(f) and not _is_known(one, f):
                near: dict[str, list[Facts]] = {}
                for land in sorted(one.lands):
                    for other, g in shelves.get((land, f.what), ()):
                        if other is one or not _was_lower(g, f) or one.reports & other.reports:
                            continue
                        if _meet(one, other) and not _of_other_sort(one, other):
                            near.setdefault(other.name, []).append(g)
                yield from ((one.name, name) for name in _the_one(f, near))


def _has_risen(f: Facts) -> bool:
    """Whether it says so."""
    return bool(any_of("risen").search(f.words))


def _is_known(one: Told, f: Facts) -> bool:
    """Whether its incident has the lower number already."""
    return any(g.what == f.what and _was_lower(g, f) for g in one.claims)


def _was_lower(before: Facts, now: Facts) -> bool:
    if before.count is None or now.count is None:
        return False
    first, then = before.days.published, now.days.published
    if first is None or then is None or not 0 <= then - first <= _SINCE or before.head.id == now.head.id:
        return False
    of_one = before.whom[0] == now.whom[0] or EVERYBODY in (before.whom[0], now.whom[0])
    if not of_one or (before.whom[1] and now.whom[1] and before.whom[1] != now.whom[1]):
        return False
    return 1 < size(before.count) < size(now.count) <= size(before.count) * _TIMES


def _meet(one: Told, other: Told) -> bool:
    """Whether nothing in both is of two days or two places."""
    return all(
        where.compare(a.place, b.place) not in (where.APART, where.ABROAD)
        and not (a.days.dated and b.days.dated and gap(a.days, b.days) > 1)
        for a in one.claims
        for b in other.claims
    )


def _of_other_sort(one: Told, other: Told) -> bool:
    """Whether one is told of a strike on a town, and the other of none there and of no such strike."""
    mine, theirs = ({f.what for f in some.claims if f.what in STRIKES} for some in (one, other))
    return bool(one.towns) and not other.towns and bool(mine and theirs) and not mine & theirs


def _the_one(f: Facts, near: dict[str, list[Facts]]) -> Iterator[str]:
    """The one that is meant, if one alone is; `near` are the lower numbers that each has."""
    alike = {name: held for name, held in near.items() if any(g.whom == f.whom for g in held)}
    for found in (near, alike):
        if len(found) == 1:
            yield from found
            return
    days = {name: max(g.days.published or 0 for g in held) for name, held in (alike or near).items()}
    latest = [name for name, day in days.items() if day == max(days.values())]
    if len(latest) == 1:
        yield from latest
