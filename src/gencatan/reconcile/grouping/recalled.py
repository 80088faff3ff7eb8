"""What a later report recalls by the name of a place alone: the one incident of that sort that the name is known by.

"A year ago rebels killed 19 soldiers at X", "konvoi disergap di dekat Z tahun lalu": later a report gives a year,
a month or a toll, and a name that no other incident of that time and sort bears.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.acts import HARMS, kindred, on_the_move
from gencatan.reconcile.comparing.counts import same_figure, size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.names import words_of_names
from gencatan.reconcile.comparing.things import apart
from gencatan.reconcile.grouping.told import TIMES, Pairs, Told, towns_of

_LATER: Final = 21
"""Days behind an incident after which what gives no time recalls it, and is no more the news."""
_FREED: Final = "release"
_YEAR: Final = 366
_YEARS: Final = 1096
"""Days after which nothing is looked for by a name alone."""


def recalled(told: Sequence[Told]) -> Pairs:
    """What names no day, long after, to the one incident of a place by name."""
    yield from _recalled(told, lambda f: towns_of(f.place))


def by_its_names(told: Sequence[Told]) -> Pairs:
    """So it is with names that stand in its words and are no place that was read, nor anybody who took part."""
    yield from _recalled(told, _names)


def _recalled(told: Sequence[Told], names: Callable[[Facts], frozenset[str]]) -> Pairs:
    saw: dict[str, list[tuple[Told, frozenset[str]]]] = {}
    borne: dict[str, frozenset[str]] = {}
    for one in told:
        acts: dict[str, set[str]] = {}
        for f in one.claims:
            for name in names(f):
                acts.setdefault(name, set()).add(f.what)
        borne[one.name] = frozenset(acts)
        for name, some in acts.items():
            saw.setdefault(name, []).append((one, frozenset(some)))
    for one in told:
        if one.days or one.published is None or one.published[0] != one.published[1]:
            continue
        homes = {home.name for name in borne[one.name] for home in _homes(one, saw[name])}
        if len(homes) == 1:
            yield one.name, homes.pop()


def _names(f: Facts) -> frozenset[str]:
    first = f.words.partition(" ")[2]  # the first word may be written large for its place alone
    held = " ".join(filler.span.text for slot in who.PARTS[f.claim.kind] for filler in who.fillers(f.claim, slot))
    when = f.claim.date.span.text if f.claim.date is not None else ""
    return words_of_names(first) - words_of_names(f"{held} {when}")


def _homes(one: Told, near: Sequence[tuple[Told, frozenset[str]]]) -> Sequence[Told]:
    """The incident that the name is known by; none where another that bears it may be meant."""
    found = [other for other, acts in near if other is not one and _may_be_meant(one, other, acts)]
    if len(found) != 1 or not _is_it(one, found[0]):
        return []
    return found


def _may_be_meant(one: Told, other: Told, acts: frozenset[str]) -> bool:
    """Whether the other, of a day long before, saw such an act there (`acts`), in the time that is told."""
    if one.published is None or not other.days or one.reports & other.reports:
        return False
    stretch, ago = _stretch(one), one.published[0] - max(other.days)
    if not (_LATER if stretch is None else 0) <= ago <= _YEARS:
        return False
    if stretch is not None and not (stretch[0] <= min(other.days) and max(other.days) <= stretch[1]):
        return False
    return any(_alike(f.what, what) for f in one.claims for what in acts)


def _alike(one: str, other: str) -> bool:
    """Whether both may be told of one incident; who is let go was seized in another."""
    return kindred(one, other) and not on_the_move(one, other) and (one == _FREED) == (other == _FREED)


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
