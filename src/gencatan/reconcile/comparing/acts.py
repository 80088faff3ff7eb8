"""Which acts and harms go with which: families that one incident can be told by, what lasts, what a day sees often."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gencatan.reconcile.comparing.facts import Facts

FORCE: Final = ("attack", "clash", "shelling", "air_strike", "explosion", "operation", "killed", "injured", "missing")
_FAMILIES: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    (FORCE, ()),
    (("arrest",), ("detained",)),
    (("abduction",), ("abducted", "missing")),
    (("arrest", "abduction", "detained", "abducted"), ()),
    (("release",), ("detained", "abducted")),
    (("movement", "displaced"), ("evacuation",)),
    (("evacuation",), ("injured",)),
    (("retreat", "withdrawal"), ("movement",)),
    (("arrival",), ("movement",)),
    (("disarmament",), ("retreat", "find")),
    (("blockade",), ("closure", "sanction")),
    (("blockade",), ("clash", "killed", "injured")),
    (("execution",), ("killed",)),
    (("search",), ("find", "operation", "arrest")),
    (("protest",), ("killed", "injured", "arrest", "detained")),
)
"""Acts and harms that one incident can be told by: the heads of a family, and what goes with a head alone."""


def _families() -> dict[str, frozenset[int]]:
    numbered = [(n, heads + others) for n, (heads, others) in enumerate(_FAMILIES)]
    return {what: frozenset(n for n, all_ in numbered if what in all_) for _, all_ in numbered for what in all_}


FAMILY: Final[Mapping[str, frozenset[int]]] = MappingProxyType(_families())
"""The families that an act or a harm belongs to, by their numbers; acts of no family are alone."""
LASTING: Final = frozenset(
    {
        "operation",
        "clash",
        "blockade",
        "closure",
        "movement",
        "displaced",
        "retreat",
        "disarmament",
        "arrival",
        "withdrawal",
    }
)
"""Acts that go on for days, so that reports of one give different days of it."""
BEGINNINGS: Final = frozenset({"arrest", "detained", "abduction", "abducted", "closure", "blockade"})
"""Acts of one day that go on, so that "since Monday" names that day."""

COMMON: Final = frozenset({*FORCE, "movement", "protest", "arrest", "other", "retreat", "arrival", "withdrawal"})
"""Acts of which a day sees several."""
FOUGHT: Final = frozenset({"attack", "clash", "operation", "shelling", "killed", "injured", "missing"})
"""Acts and harms of the fighting for a town that changes hands; a retreat from it is told apart."""
STRIKES: Final = frozenset({"shelling", "air_strike", "attack", "explosion"})
FIGHTS: Final = frozenset({"clash", "operation", "attack"})
NAMED_SORTS: Final = frozenset({"children", "police", "peacekeepers"})
"""Sorts of people that reports name where a toll is theirs alone."""
REAL: Final = frozenset({"asserted", "denied", "possible"})
HARMS: Final = frozenset({"killed", "injured", "missing", "displaced", "detained", "abducted"})


_ONE_DEED: Final[Mapping[str, str]] = MappingProxyType({"withdrawal": "retreat", "closure": "blockade"})
"""Acts that reports tell of one deed by, as their words have it: forces that leave, goods that come through no more."""


def deed(what: str) -> str:
    """What an act is compared as: the same for those that one deed is told by."""
    return _ONE_DEED.get(what, what)


def kindred(a: str, b: str) -> bool:
    """Whether two acts or harms can be told of one incident."""
    shared = FAMILY.get(a, frozenset()) & FAMILY.get(b, frozenset())
    return a == b or any(a in _FAMILIES[n][0] or b in _FAMILIES[n][0] for n in shared)


def tense(facts: Facts) -> str:
    """Whether it is told as real, or as planned, asked for or conditional."""
    return "real" if facts.claim.status in REAL else "not yet"


def on_the_move(a: str, b: str) -> bool:
    """People on the move are named by where they come from and by where they go."""
    return "displaced" in (a, b) or "movement" in (a, b) or "evacuation" in (a, b)
