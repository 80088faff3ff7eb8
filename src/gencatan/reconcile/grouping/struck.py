"""Strikes on one sort of thing (a plane, an embassy, a school), which two reports tell in words of their own: one act,
where those days saw no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from gencatan.language.comparing import word_groups, word_list
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import STRIKES
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.when import LATELY, gap
from gencatan.reconcile.grouping.told import Pairs, Told, towns_of
from gencatan.reconcile.judging.incident import may_be_one_of

_NEWS: Final = 1
"""Days between two reports of one thing that give no day."""
_SAME: Final = (
    {"convoy", "truck", "bus", "ambulance", "armour"},
    {"plane", "helicopter", "drone"},
    {"plane", "helicopter", "airport", "base"},
    {"base", "depot"},
    {"ship", "port"},
    {"bus", "terminal"},
    {"truck", "depot"},
    {"hospital", "ambulance"},
    {"school", "university"},
    {"guesthouse", "cafe"},
)
"""Sorts of things that one strike may have hit, told by one or the other: what a convoy is of, what is on a base."""


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


def things_struck(f: Facts) -> frozenset[str]:
    """The sorts of things that were struck; none where it is no strike, or on people or places."""
    if f.what not in STRIKES or f.claim.kind != "event":
        return frozenset()
    texts = (" ".join(filler.span.text.casefold().split()) for filler in who.fillers(f.claim, "target"))
    return frozenset(sort for text in texts if (sort := _sort(text)))


def apart(mine: Facts, theirs: Facts) -> bool:
    """Whether both name the things that were struck, and none of them can be of one strike (a convoy and a school)."""
    some, others = things_struck(mine), things_struck(theirs)
    return bool(some and others) and not any(_may_be_same(a, b) for a in some for b in others)


def _may_be_same(one: str, other: str) -> bool:
    return one == other or any(one in sorts and other in sorts for sorts in _SAME)


@lru_cache(maxsize=8192)
def _sort(text: str) -> str:
    """What sort of thing words name: the last in the words before whose it is and where; "" for none."""
    own = _behind().split(text, maxsplit=1)[0]
    found = _things().findall(own)
    return _sorts()[found[-1]] if found else ""


@cache
def _behind() -> re.Pattern[str]:
    """What ends the words for a thing itself: whose it is comes behind, and where ("a convoy of the embassy")."""
    return re.compile(rf" (?:{'|'.join(map(re.escape, sorted(word_list('behind_things'))))})\b|,")


@cache
def _things() -> re.Pattern[str]:
    """The words for all sorts of things, the longest first: a bus station is no bus."""
    words = sorted(_sorts(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b")


@cache
def _sorts() -> Mapping[str, str]:
    """Each word's sort: of several the first in the schema's order."""
    found: dict[str, str] = {}
    for sort, words in word_groups("things").items():
        for word in words:
            found.setdefault(word, sort)
    return found


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
