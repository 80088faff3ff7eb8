"""Numbers without a day, and the one incident that has them to the man."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.reconcile.comparing import where
from gencatan.reconcile.comparing.acts import HARMS
from gencatan.reconcile.comparing.counts import same_figure, size, telling
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.victims import EVERYBODY
from gencatan.reconcile.grouping.told import MONTH, RETOLD, Pairs, Told

_TO_THE_MAN: Final = 0.8
"""How telling the numbers must be, together, that two tellings have in common."""
_LEAST: Final = 0.3
_TOWN: Final = 0.3
"""What one town in common adds to them."""
_UNSAID: Final = 0.6
"""What a number is worth where one telling leaves out of whom it is."""
_CROWDED: Final = 30
"""Incidents with a toll in one land in half a year, beyond which a number of two digits recurs by chance."""
_BY_CHANCE: Final = 0.6
"""What such a number is worth there."""
_HUNDRED: Final = 100

_Shelf = dict[tuple[str, str, int, int], list[tuple[Told, Facts]]]


def by_numbers(told: Sequence[Told]) -> Pairs:
    """Numbers without a day, to the one incident that has the same ones to the man; where none has a day, together."""
    known = {one.name: one for one in told}
    for name, shared in _with_its_numbers(told, known).items():
        others = [other for other, _ in shared]
        dated = [other for other, has_day in shared if has_day]
        # what was "by Sunday" is of no day
        homes = [one for one in others if any(f.days.dated and f.days.first is not None for f in known[one].claims)]
        if len(homes) == 1 or len(dated) == 1:
            yield name, dated[0] if len(dated) == 1 else homes[0]
        elif not homes:
            yield from ((name, other) for other in others)


def _with_its_numbers(told: Sequence[Told], known: dict[str, Told]) -> dict[str, list[tuple[str, bool]]]:
    """Of what has numbers without a day: all that have as telling ones in common with it, and whether with a day."""
    shelves = _shelved(told)
    crowds: dict[tuple[str, str, int], set[str]] = {}
    for (land, harm, _, season), shelf in shelves.items():
        crowds.setdefault((land, harm, season), set()).update(one.name for one, _ in shelf)
    shared: dict[tuple[str, str], dict[tuple[str, int], float]] = {}
    with_day: set[tuple[str, str]] = set()
    for (land, harm, number, season), shelf in shelves.items():
        rare = number >= _HUNDRED or len(crowds[land, harm, season]) <= _CROWDED
        for one, mine in shelf:
            if not _lacks_a_day(mine) or mine.days.published is None or mine.days.published // RETOLD != season:
                continue
            for near in (season - 1, season, season + 1):
                for other, theirs in shelves.get((land, harm, number, near), ()):
                    if other is not one and (worth := _worth(mine, theirs)) > 0:
                        held = shared.setdefault((one.name, other.name), {})
                        if not _lacks_a_day(theirs):
                            with_day.add((one.name, other.name))
                        held[harm, number] = max(worth * (1 if rare else _BY_CHANCE), held.get((harm, number), 0.0))
    found: dict[str, list[tuple[str, bool]]] = {}
    for (name, home), worths in sorted(shared.items()):
        town = _TOWN if known[name].towns & known[home].towns else 0.0
        if sum(worths.values()) + town >= _TO_THE_MAN:
            found.setdefault(name, []).append((home, (name, home) in with_day))
    return found


def _shelved(told: Sequence[Told]) -> _Shelf:
    """Tolls by land, harm, number and half-year: that of their days, and that of their reports where they give none."""
    shelves: _Shelf = {}
    for one in told:
        for f in one.claims:
            if f.count is None or f.what not in HARMS or telling(f.count) < _LEAST:
                continue
            days = {f.days.first if f.days.dated else None, f.days.published if _lacks_a_day(f) else None} - {None}
            for season in {day // RETOLD for day in days if day is not None}:
                for land in one.lands:
                    shelves.setdefault((land, f.what, size(f.count), season), []).append((one, f))
    return shelves


def _lacks_a_day(f: Facts) -> bool:
    """Whether it gives no day, or no more than a month or a year."""
    return not f.days.dated or f.days.first is None or f.days.last is None or f.days.last - f.days.first >= MONTH - 1


def _worth(again: Facts, first: Facts) -> float:
    """How telling it is that the two have one number, 0 where the one cannot be told of the other again."""
    if again.count is None or first.count is None or again.head.id == first.head.id:
        return 0.0
    if not same_figure(again.count, first.count) or not _in_time(again, first):
        return 0.0
    if where.compare(again.place, first.place) in (where.APART, where.ABROAD):
        return 0.0
    if again.whom[1] and first.whom[1] and again.whom[1] != first.whom[1]:
        return 0.0
    if again.whom[0] == first.whom[0]:
        return telling(again.count)
    return telling(again.count) * _UNSAID if EVERYBODY in (again.whom[0], first.whom[0]) else 0.0


def _in_time(again: Facts, first: Facts) -> bool:
    told = again.days.published
    if told is None or (first.days.published is None and not first.days.dated):
        return False
    if not first.days.dated:
        return first.days.published is not None and abs(told - first.days.published) <= RETOLD
    begun, ended = first.days.opening, first.days.closing
    return begun is not None and ended is not None and begun <= told <= ended + RETOLD
