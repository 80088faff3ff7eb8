"""Tolls that rise from one day's reports to the next, and those of a war, whenever they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gencatan.reconcile.comparing.counts import size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.victims import EVERYBODY
from gencatan.reconcile.grouping.told import RETOLD, TIMES, Pairs, Told, towns_of

_STEP: Final = 4
"""Days from one report of a toll that rises to the next."""
_SOME_WENT_HOME: Final = 0.8
"""What the number of people displaced falls to at most."""
_FEW: Final = 20
"""A toll of fewer may be that of any incident."""
_SOARS: Final = 20
"""How many times as many a toll counted from one day on may come to by the next report of it."""
_CROWD: Final = 1000
"""A toll of so many is a war's, as are so many displaced."""
_WAR: Final = 0.05
"""How far two tolls of one war may be from each other months later, as a share."""

_Toll = tuple[Told, Facts, int, int | None]
"""What tells a toll, its claim, the number (0: none that runs on) and the day it is counted from."""


def running(told: Sequence[Told]) -> Pairs:
    """Tolls of a land that neither day nor town sets apart, each told soon after the one before and no less; and those
    of a war, whenever they are told."""
    for harm, shelf in _shelves(_bare(told)):
        for n, (day, number, name) in enumerate(shelf):
            war = harm == "killed" and number >= _CROWD
            soon = _until(shelf, n, day + (RETOLD if war else _STEP))
            if war:
                yield from ((name, other) for _, higher, other in soon if abs(higher - number) <= _WAR * number)
            elif not any(_falls(harm, number, higher) for _, higher, _ in soon):  # one that falls is of something else
                yield from ((name, other) for _, higher, other in soon if higher <= number * TIMES)
    yield from _since(told)


def _since(told: Sequence[Told]) -> Pairs:
    """Tolls of a land counted from one and the same day on, each no less than the one before, however soon it is told:
    "413 since 15 April", "more than 600 since the fighting began"."""
    counted = ((one, f, _number_since(f), f.days.first) for one in told for f in one.claims)
    for harm, shelf in _shelves(counted):
        _, highest, last = shelf[0]
        for _, number, name in shelf[1:]:
            if not _falls(harm, highest, number) and number <= highest * _SOARS:
                yield last, name
                highest, last = number, name


def _bare(told: Sequence[Told]) -> Iterator[_Toll]:
    """The numbers of wars, and of those that neither day nor town sets apart."""
    for one in told:
        bare = sum(map(_is_placed, one.claims)) * 2 < len(one.claims)
        for f in one.claims:
            yield one, f, _wars_number(f) or (_running_number(f) if bare else 0), None


def _shelves(tolls: Iterable[_Toll]) -> Iterator[tuple[str, Sequence[tuple[int, int, str]]]]:
    """Each harm with the tolls of one land, counted from one day where they are so, in the order of their reports: when
    that was, the number, and what tells it."""
    shelves: dict[tuple[str, str, int], list[tuple[int, int, str]]] = {}
    for one, f, number, first in tolls:
        if number and f.days.published is not None:
            for land in one.lands:
                shelves.setdefault((land, f.what, first or 0), []).append((f.days.published, number, one.name))
    for (_, harm, _), shelf in sorted(shelves.items()):
        yield harm, sorted(shelf)


def _until(shelf: Sequence[tuple[int, int, str]], at: int, day: int) -> Sequence[tuple[int, int, str]]:
    """What comes behind one of a sorted shelf, up to a day."""
    end = at + 1
    while end < len(shelf) and shelf[end][0] <= day:
        end += 1
    return shelf[at + 1 : end]


def _is_placed(f: Facts) -> bool:
    return f.days.exact or bool(towns_of(f.place))


def _wars_number(f: Facts) -> int:
    """The number of a toll that is no day's, whatever day stands beside it; 0 for none."""
    if f.count is None or f.what != "killed" or f.whom[0] != EVERYBODY or towns_of(f.place) or size(f.count) < _CROWD:
        return 0
    return size(f.count)


def _running_number(f: Facts) -> int:
    """The number of a toll that may be a whole land's; 0 for none."""
    if f.count is None or _is_placed(f) or f.whom[0] not in (EVERYBODY, "civilians"):
        return 0
    least = {"killed": _FEW, "displaced": _CROWD}.get(f.what)
    return size(f.count) if least is not None and size(f.count) >= least else 0


def _number_since(f: Facts) -> int:
    """The number of a toll that is counted from a day on; 0 for none."""
    if f.count is None or not f.days.since or f.days.exact or towns_of(f.place):
        return 0
    if f.whom[0] not in (EVERYBODY, "civilians") or f.what not in ("killed", "injured", "displaced"):
        return 0
    return size(f.count) if size(f.count) >= _FEW else 0


def _falls(harm: str, number: int, higher: int) -> bool:
    return higher < (number * _SOME_WENT_HOME if harm == "displaced" else number)
