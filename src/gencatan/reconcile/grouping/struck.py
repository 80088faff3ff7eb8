"""Strikes on one sort of thing (a plane, an embassy, a school), which two reports tell in words of their own: one act,
where those days saw no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from gencatan.language.comparing import word_groups
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import STRIKES
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.when import LATELY, gap
from gencatan.reconcile.grouping.told import Pairs, Told, towns_of
from gencatan.reconcile.judging.incident import may_be_one_of

_BESIDE: Final = re.compile(r" (?:of|in|at|near|on|with|for|carrying|di|dari|milik|dekat)\b|,")
"""What ends the words for a thing itself: whose it is comes behind, and where ("a convoy of the embassy")."""
_NEWS: Final = 1
"""Days between two reports of one thing that give no day."""


def by_thing(told: Sequence[Told]) -> Pairs:
    """Two tellings of a strike on one sort of thing in one land, each the only one that the other can be."""
    shelves: dict[tuple[str, str], dict[str, Told]] = {}
    for one in told:
        for sort in {sort for f in _strikes(one) for sort in things_struck(f)}:
            for land in one.lands:
                shelves.setdefault((land, sort), {})[one.name] = one
    for (_, sort), shelf in sorted(shelves.items()):
        near = {
            name: [other.name for other in shelf.values() if other is not one and _may_be(one, other, sort)]
            for name, one in shelf.items()
        }
        yield from (
            (name, found[0])
            for name, found in sorted(near.items())
            if len(found) == 1 and name < found[0] and near[found[0]] == [name]
        )


def _strikes(one: Told) -> Iterator[Facts]:
    return (f for f in one.claims if f.what in STRIKES and f.claim.kind == "event")


def things_struck(f: Facts) -> frozenset[str]:
    """The sorts of things that were struck; none where it is no strike, or on people or places."""
    if f.what not in STRIKES or f.claim.kind != "event":
        return frozenset()
    texts = (" ".join(filler.span.text.casefold().split()) for filler in who.fillers(f.claim, "target"))
    return frozenset(sort for text in texts if (sort := _sort(text)))


def _sort(text: str) -> str:
    """What sort of thing words name: the last in the words before whose it is and where; "" for none."""
    own = _BESIDE.split(text, maxsplit=1)[0]
    found = [
        (match.end(), sort)
        for sort, words in word_groups("things").items()
        for word in words
        for match in re.finditer(rf"\b{re.escape(word)}s?\b", own)
    ]
    return max(found, default=(0, ""))[1]


def _may_be(one: Told, other: Told, sort: str) -> bool:
    """Whether another report tells of it, and nothing that both say of it is of two strikes."""
    if one.reports & other.reports:
        return False
    mine, theirs = ([f for f in _strikes(some) if sort in things_struck(f)] for some in (one, other))
    return all(_are_one(a, b) for a in mine for b in theirs)


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
