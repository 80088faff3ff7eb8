"""Tellings that leave out the day or the place: taken in where one known incident alone can be meant.

"The July fighting, in which 43 people died" and "the strike that killed 11 in the town" stand in reports whose land and
day the sentence need not repeat. No pair of claims proves which incident they mean; all incidents of that land that the
books know do, where one alone fits. Numbers to the man, a day, a month or a town lead there; and tolls that rise from
one day's reports to the next are one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from gencatan.model import Place
from gencatan.reconcile import where, who
from gencatan.reconcile.cluster import Clusters
from gencatan.reconcile.counts import compatible, same_figure, size, telling
from gencatan.reconcile.facts import Facts
from gencatan.reconcile.incident import HARMS, STRIKES, kindred, may_be_one_of, on_the_move
from gencatan.reconcile.lands import LEAGUES
from gencatan.reconcile.victims import EVERYBODY

Pairs = Iterator[tuple[str, str]]

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
_RETOLD: Final = 183
"""Days after which a number without a day is no more looked for."""
_OF_LATE: Final = 45
"""Days after which a town without a day is no more looked for."""
_LEAD: Final = 200
"""Characters at the head of a report: they tell its news, which is of the day."""
_MONTH: Final = 28
"""Days of the shortest month: what is told to have been in so many has no day."""
_AROUND_A_TOWN: Final = ("district", "province")
"""Sorts of places that mostly bear the name of their town."""
_STEP: Final = 4
"""Days from one report of a toll that rises to the next."""
_TIMES: Final = 2
"""What a toll grows to at most in them."""
_SOME_WENT_HOME: Final = 0.8
"""What the number of people displaced falls to at most."""
_FEW: Final = 20
"""A toll of fewer may be that of any incident."""
_HUNDRED: Final = 100
_CROWD: Final = 1000
"""A toll of so many is a war's, as are so many displaced."""
_WAR: Final = 0.05
"""How far two tolls of one war may be from each other months later, as a share."""


@dataclass(frozen=True)
class _Told:
    """One cluster of claims, and what is looked for in it."""

    ids: Sequence[str]
    claims: Sequence[Facts]
    lands: frozenset[str]

    @property
    def name(self) -> str:
        """Its first claim's id."""
        return self.ids[0]

    @cached_property
    def reports(self) -> frozenset[str]:
        """The reports that tell of it."""
        return frozenset(f.head.id for f in self.claims)

    @cached_property
    def days(self) -> frozenset[int]:
        """The days that it names."""
        return frozenset(f.days.first for f in self.claims if f.days.exact and f.days.first is not None)

    @cached_property
    def stretch(self) -> tuple[int, int] | None:
        """The first and the last day that it may have been on, where its claims say so: of a month at most."""
        told = [f.days for f in self.claims if f.days.dated]
        held = [(d.first, d.last) for d in told if d.first is not None and d.last is not None and not d.since]
        if not held or len(held) < len(told) or any(last - first > _MONTH + 3 for first, last in held):
            return None
        return min(first for first, _ in held), max(last for _, last in held)

    @cached_property
    def published(self) -> tuple[int, int] | None:
        """The days of its first and of its last report."""
        found = [f.days.published for f in self.claims if f.days.published is not None]
        return (min(found), max(found)) if found else None

    @cached_property
    def towns(self) -> frozenset[str]:
        """What the towns that it names are known by."""
        return frozenset().union(*(_towns(f.place) for f in self.claims))


@dataclass
class _Books:
    """The clusters as they stand, laid out anew where some were joined."""

    clusters: Clusters
    facts: dict[str, Facts]
    lands: dict[str, frozenset[str]]
    about: Callable[[str], frozenset[str]]
    known: dict[tuple[str, ...], _Told] = field(default_factory=dict)

    def told(self) -> list[_Told]:
        """All that a land is known of, by their names."""
        members: dict[str, list[str]] = {}
        for id_ in self.facts:
            members.setdefault(self.clusters.of(id_), []).append(id_)
        self.known = {ids: self.known.get(ids) or self._told(ids) for ids in map(tuple, members.values())}
        return sorted((one for one in self.known.values() if one.lands), key=lambda one: one.name)

    def _told(self, ids: Sequence[str]) -> _Told:
        claims = [self.facts[id_] for id_ in ids]
        own = frozenset().union(*(self.lands[id_] for id_ in ids))
        return _Told(ids, claims, own or frozenset().union(*(self.about(f.head.id) for f in claims)))


def take_in(
    clusters: Clusters,
    ids: Sequence[str],
    fact: Callable[[str], Facts],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
    about: Callable[[str], frozenset[str]],
) -> None:
    """Join what leaves out day or place to the one incident that it fits; `ids` are all claims, sorted, and `about` are
    the countries that a report of an id tells of most."""
    facts = {id_: fact(id_) for id_ in ids if fact(id_).claim.status == "asserted"}
    lands = {id_: frozenset(who.countries(f.claim)) - LEAGUES for id_, f in facts.items()}
    books = _Books(clusters, facts, lands, about)
    for homes in (_by_numbers, _by_day, _by_strikes, _by_month, _by_town, _running):
        for one, other in sorted(set(homes(books.told()))):
            clusters.join(one, other, fit)


def _towns(place: Place | None) -> frozenset[str]:
    """What a town or a district is known by: its number on the map, and its name in the report's words."""
    if place is None or not (where.is_fine(place) or place.precision in _AROUND_A_TOWN):
        return frozenset()
    return frozenset({str(place.geoname_id or ""), where.named(place)} - {""})


# --- by numbers

_Shelf = dict[tuple[str, str, int, int], list[tuple[_Told, Facts]]]


def _by_numbers(told: Sequence[_Told]) -> Pairs:
    """Numbers without a day, to the one incident that has the same ones to the man; where none has a day, together."""
    known = {one.name: one for one in told}
    for name, others in _with_its_numbers(told, known).items():
        homes = [other for other in others if any(f.days.dated for f in known[other].claims)]
        if len(homes) == 1:
            yield name, homes[0]
        elif not homes:
            yield from ((name, other) for other in others)


def _with_its_numbers(told: Sequence[_Told], known: dict[str, _Told]) -> dict[str, list[str]]:
    """Of what has numbers without a day: all that have as telling ones in common with it."""
    shelves = _shelved(told)
    crowds: dict[tuple[str, str, int], set[str]] = {}
    for (land, harm, _, season), shelf in shelves.items():
        crowds.setdefault((land, harm, season), set()).update(one.name for one, _ in shelf)
    shared: dict[tuple[str, str], dict[tuple[str, int], float]] = {}
    for (land, harm, number, season), shelf in shelves.items():
        rare = number >= _HUNDRED or len(crowds[land, harm, season]) <= _CROWDED
        for one, mine in shelf:
            if not _lacks_a_day(mine) or mine.days.published is None or mine.days.published // _RETOLD != season:
                continue
            for near in (season - 1, season, season + 1):
                for other, theirs in shelves.get((land, harm, number, near), ()):
                    if other is not one and (worth := _worth(mine, theirs)) > 0:
                        held = shared.setdefault((one.name, other.name), {})
                        held[harm, number] = max(worth * (1 if rare else _BY_CHANCE), held.get((harm, number), 0.0))
    found: dict[str, list[str]] = {}
    for (name, home), worths in sorted(shared.items()):
        town = _TOWN if known[name].towns & known[home].towns else 0.0
        if sum(worths.values()) + town >= _TO_THE_MAN:
            found.setdefault(name, []).append(home)
    return found


def _shelved(told: Sequence[_Told]) -> _Shelf:
    """Tolls by land, harm, number and half-year: that of their days, and that of their reports where they give none."""
    shelves: _Shelf = {}
    for one in told:
        for f in one.claims:
            if f.count is None or f.what not in HARMS or telling(f.count) < _LEAST:
                continue
            days = {f.days.first if f.days.dated else None, f.days.published if _lacks_a_day(f) else None} - {None}
            for season in {day // _RETOLD for day in days if day is not None}:
                for land in one.lands:
                    shelves.setdefault((land, f.what, size(f.count), season), []).append((one, f))
    return shelves


def _lacks_a_day(f: Facts) -> bool:
    """Whether it gives no day, or no more than a month or a year."""
    return not f.days.dated or f.days.first is None or f.days.last is None or f.days.last - f.days.first >= _MONTH - 1


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
        return first.days.published is not None and abs(told - first.days.published) <= _RETOLD
    begun, ended = first.days.opening, first.days.closing
    return begun is not None and ended is not None and begun <= told <= ended + _RETOLD


# --- by a day, by a month


def _by_day(told: Sequence[_Told]) -> Pairs:
    """Two tellings of one act on one day in one land, one of them without a town, where there is no third."""
    yield from _on_one_day(told, lambda what: what)


def _by_strikes(told: Sequence[_Told]) -> Pairs:
    """So it is with an attack, which may be a strike of any sort."""
    yield from _on_one_day(told, lambda what: "attack" if what in STRIKES else "")


def _on_one_day(told: Sequence[_Told], sort: Callable[[str], str]) -> Pairs:
    shelves: dict[tuple[str, int, str], list[_Told]] = {}
    for one in told:
        days = {(f.days.first, sort(f.what)) for f in one.claims if f.days.exact and f.days.first is not None}
        for day, act in days:
            if act:
                for land in one.lands:
                    shelves.setdefault((land, day, act), []).append(one)
    for (_, _, act), shelf in shelves.items():
        if len(shelf) != 2 or (shelf[0].towns and shelf[1].towns and not on_the_move(act, act)):
            continue
        if _agree(shelf[0], shelf[1], act, sort):
            yield shelf[0].name, shelf[1].name


def _by_month(told: Sequence[_Told]) -> Pairs:
    """What a report recalls of a month that is past, to the one act of that sort that is told of in it."""
    shelves: dict[tuple[str, str, str], list[_Told]] = {}
    for one in told:
        if (month := _month_of(one)) is not None:
            for land in one.lands:
                for act in sorted({f.what for f in one.claims}):
                    shelves.setdefault((land, act, month), []).append(one)
    for (_, act, _), shelf in shelves.items():
        if len(shelf) == 2 and any(_is_recalled(one) for one in shelf) and _agree(shelf[0], shelf[1], act):
            yield shelf[0].name, shelf[1].name


def _month_of(one: _Told) -> str | None:
    """The year and month in which it was, if it was in one."""
    if one.stretch is None:
        return None
    first, last = (date.fromordinal(day).isoformat()[: len("2025-07")] for day in one.stretch)
    return first if first == last else None


def _is_recalled(one: _Told) -> bool:
    """Whether it is told when the month is over, and names no day of it."""
    if one.stretch is None or one.days or one.published is None:
        return False
    return one.stretch[1] - one.stretch[0] >= _MONTH - 1 and one.published[0] > one.stretch[1]


def _agree(one: _Told, other: _Told, act: str, sort: Callable[[str], str] = lambda what: what) -> bool:
    """Whether two reports tell of it, and nothing that they say of this sort of act is of two incidents."""
    if one.reports & other.reports:
        return False
    mine, theirs = ([f for f in some.claims if sort(f.what) == act] for some in (one, other))
    if not any(act in (a.what, b.what) or a.what == b.what for a in mine for b in theirs):
        return False  # a shelling is no raid
    return all(_may_be_one(a, b) for a in mine for b in theirs)


def _may_be_one(mine: Facts, theirs: Facts) -> bool:
    for some, others in ((mine.doers, theirs.doers), (mine.others, theirs.others)):
        if who.best(some, others) == who.STRANGERS and not may_be_one_of(some, others):
            return False
    if mine.what in HARMS:  # on one day there are many dead, and the number says which
        numbers = mine.count is not None and theirs.count is not None and same_figure(mine.count, theirs.count)
        return numbers and mine.whom == theirs.whom
    return mine.count is None or theirs.count is None or compatible(mine.count, theirs.count)


# --- by a town


def _by_town(told: Sequence[_Told]) -> Pairs:
    """What a report tells of a town without a day, to the one incident of that sort that the town saw of late."""
    shelves: dict[tuple[str, int], list[_Told]] = {}
    for one in told:
        told_on = () if one.days or one.published is None else one.published
        for season in {day // _OF_LATE for day in (*one.days, *told_on)}:
            for town in one.towns:
                shelves.setdefault((town, season), []).append(one)
    for one in told:
        if one.published is None or any(f.claim.date is not None for f in one.claims):
            continue
        season = one.published[1] // _OF_LATE
        for town in sorted(one.towns):
            near = {
                other.name: other
                for at in (season - 1, season)
                for other in shelves.get((town, at), ())
                if other is not one and _saw_lately(one, other) and _is_kin(one, other, town)
            }
            if len(near) == 1:
                yield from ((one.name, name) for name, other in near.items() if _go_together(one, other))


def _saw_lately(one: _Told, other: _Told) -> bool:
    """Whether a report may tell of the other's day: of one long past not in its lead."""
    seen = (min(other.days), max(other.days)) if other.days else other.published
    if one.published is None or seen is None or one.reports & other.reports:
        return False
    if seen[1] > one.published[0] or one.published[1] - seen[0] > _OF_LATE:
        return False
    return one.published[1] <= seen[1] + 1 or all(f.claim.evidence[0].start >= _LEAD for f in one.claims)


def _is_kin(one: _Told, other: _Told, town: str) -> bool:
    """Whether the town saw an act of its sort; people and ships come and go, and only a day says when."""
    if not other.days and any(on_the_move(f.what, f.what) for f in (*one.claims, *other.claims)):
        return False
    theirs = {f.what for f in other.claims if town in _towns(f.place)}
    return any(kindred(f.what, what) for f in one.claims for what in theirs)


def _go_together(one: _Told, other: _Told) -> bool:
    """Whether both tell of one sort of act, by the same people, with numbers of one thing."""
    pairs = [(mine, theirs) for mine in one.claims for theirs in other.claims if mine.what == theirs.what]
    return bool(pairs) and all(who.best(a.doers, b.doers) != who.STRANGERS and _may_have_risen(a, b) for a, b in pairs)


def _may_have_risen(mine: Facts, theirs: Facts) -> bool:
    """Whether two numbers can be of one thing, or the later is somewhat more."""
    if mine.count is None or theirs.count is None or mine.whom != theirs.whom or compatible(mine.count, theirs.count):
        return True
    if mine.days.published is None or theirs.days.published is None:
        return False
    later, more = theirs.days.published - mine.days.published, size(theirs.count) - size(mine.count)
    least, most = sorted((size(mine.count), size(theirs.count)))
    return later * more > 0 and most <= least * _TIMES


# --- tolls that rise


def _running(told: Sequence[_Told]) -> Pairs:
    """Tolls of a land that neither day nor town sets apart, each told soon after the one before and no less; and those
    of a war, whenever they are told."""
    shelves: dict[tuple[str, str], list[tuple[int, int, str]]] = {}
    for one in told:
        if sum(map(_is_placed, one.claims)) * 2 >= len(one.claims):
            continue
        for f in one.claims:
            if (number := _running_number(f)) and f.days.published is not None:
                for land in one.lands:
                    shelves.setdefault((land, f.what), []).append((f.days.published, number, one.name))
    for (_, harm), shelf in sorted(shelves.items()):
        shelf.sort()
        for n, (day, number, name) in enumerate(shelf):
            war = harm == "killed" and number >= _CROWD
            soon = _until(shelf, n, day + (_RETOLD if war else _STEP))
            if war:
                yield from ((name, other) for _, higher, other in soon if abs(higher - number) <= _WAR * number)
            elif all(_grows(harm, number, higher) for _, higher, _ in soon):  # one that falls is of something else
                yield from ((name, other) for _, _, other in soon)


def _until(shelf: Sequence[tuple[int, int, str]], at: int, day: int) -> Sequence[tuple[int, int, str]]:
    """What comes behind one of a sorted shelf, up to a day."""
    end = at + 1
    while end < len(shelf) and shelf[end][0] <= day:
        end += 1
    return shelf[at + 1 : end]


def _is_placed(f: Facts) -> bool:
    return f.days.exact or bool(_towns(f.place))


def _running_number(f: Facts) -> int:
    """The number of a toll that may be a whole land's; 0 for none."""
    if f.count is None or _is_placed(f) or f.whom[0] not in (EVERYBODY, "civilians"):
        return 0
    least = {"killed": _FEW, "displaced": _CROWD}.get(f.what)
    return size(f.count) if least is not None and size(f.count) >= least else 0


def _grows(harm: str, number: int, higher: int) -> bool:
    least = number * _SOME_WENT_HOME if harm == "displaced" else number
    return least <= higher <= number * _TIMES
