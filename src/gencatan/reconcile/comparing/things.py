"""Sorts of things that a strike hits (a plane, an embassy, a school), known by the words of every pack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from gencatan.language.comparing import word_groups, word_list
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.acts import STRIKES
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.words import either

SAME: Final = (
    {"convoy", "truck", "bus", "ambulance", "armour", "car", "funeral"},
    {"checkpoint", "car", "bus", "position"},
    {"plane", "helicopter", "drone"},
    {"plane", "helicopter", "airport", "base"},
    {"base", "depot", "headquarters", "position", "police"},
    {"house", "camp", "market", "school", "funeral"},
    {"ship", "port"},
    {"bus", "terminal"},
    {"refinery", "depot", "port", "station"},
    {"truck", "depot"},
    {"hospital", "ambulance"},
    {"school", "university"},
    {"guesthouse", "cafe", "house"},
)
"""Sorts of things that one strike may have hit, told by one or the other: what a convoy is of, what is on a base."""


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


def alike(mine: Facts, theirs: Facts) -> bool:
    """Whether both name one sort of thing that was struck."""
    return bool(things_struck(mine) & things_struck(theirs))


def _may_be_same(one: str, other: str) -> bool:
    return one == other or any(one in sorts and other in sorts for sorts in SAME)


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
    return re.compile(rf"\b(?:{either(_sorts())})\b")


@cache
def _sorts() -> Mapping[str, str]:
    """Each word's sort: of several the first in the schema's order."""
    found: dict[str, str] = {}
    for sort, words in word_groups("things").items():
        for word in words:
            found.setdefault(word, sort)
    return found
