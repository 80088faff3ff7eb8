"""Who is who between two claims: ids as a hierarchy, `AZE` over `AZE/MIL` over `AZE/MIL/navy`.

A filler without an id has its words; those are compared only within one language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Final

from gencatan.language.comparing import word_list
from gencatan.model import Actor, Claim, Filler

SAME: Final = 1.0
KIN: Final = 0.8
"""One is a part of the other."""
COMPATRIOTS: Final = 0.4
"""Two bodies of one state."""
STRANGERS: Final = 0.0

PARTS: Final = {
    "event": ("actor", "target"),
    "casualty": ("perpetrator", "victims"),
    "agreement": ("parties", "mediator"),
    "obligation": ("obligor", "beneficiary"),
    "meeting": ("participants",),
    "statement": ("speaker", "addressee"),
    "territory": ("by",),
    "deployment": ("force",),
    "mediation": ("parties", "mediator"),
}
"""Slots of a kind that name actors; the one that acts first."""


def fillers(claim: Claim, slot: str) -> tuple[Filler, ...]:
    """The fillers of a slot; none where it is empty."""
    held = claim.slots.get(slot, ())
    return held if isinstance(held, tuple) else ()


def actors(claim: Claim, *slots: str) -> tuple[Actor, ...]:
    """The known actors of some slots, each once."""
    found = {f.actor.id: f.actor for slot in slots for f in fillers(claim, slot) if f.actor is not None}
    return tuple(found.values())


def doers(claim: Claim) -> tuple[Actor, ...]:
    """The known actors who act or bear it."""
    return actors(claim, PARTS[claim.kind][0])


def named(claim: Claim) -> tuple[Actor, ...]:
    """Those of `doers` whose words say who they are: whom "the army" means is known from its report alone."""
    found = (f for f in fillers(claim, PARTS[claim.kind][0]) if f.actor is not None and not _is_nameless(f.span.text))
    return tuple({f.actor.id: f.actor for f in found if f.actor is not None}.values())


@lru_cache(4096)
def _is_nameless(text: str) -> bool:
    return all(word in word_list("nameless") for word in text.casefold().split())


def others(claim: Claim) -> tuple[Actor, ...]:
    """The known actors who are acted on or stand between."""
    return actors(claim, *PARTS[claim.kind][1:])


def all_actors(claim: Claim) -> tuple[Actor, ...]:
    """All known actors of a claim's own slots."""
    return actors(claim, *PARTS[claim.kind])


def likeness(one: Actor, other: Actor) -> float:
    """How far two actors may be one: SAME, KIN, COMPATRIOTS or STRANGERS."""
    if one.id == other.id:
        return SAME
    if one.id.startswith(other.id + "/") or other.id.startswith(one.id + "/"):
        return KIN
    if one.root == other.root and one.root.isupper():  # of one state, or of one body that has a code as states have
        return COMPATRIOTS
    home = _home(one)
    if home and home == _home(other):
        return _within_a_land(one, other)
    return STRANGERS


def _within_a_land(one: Actor, other: Actor) -> float:
    """An authority and its army go by one land's name; the state that claims the land is neither."""
    if one.root.isupper() or other.root.isupper() or "PRE" not in (one.sector, other.sector):
        return STRANGERS
    return KIN if one.id.split("-", 1)[0] == other.id.split("-", 1)[0] else STRANGERS


def _home(actor: Actor) -> str:
    return actor.country or (actor.root if actor.root.isupper() else "")


def best(one: Iterable[Actor], other: Iterable[Actor]) -> float | None:
    """The closest pair of two sets; None where one is empty."""
    pairs = [likeness(a, b) for a in one for b in other]
    return max(pairs, default=None)


def met(one: Sequence[Actor], other: Sequence[Actor], close: Callable[[Actor, Actor], float] = likeness) -> list[float]:
    """How close each of the fewer comes to any of the more; of as many on both sides, each of all. Neither is empty."""
    few, many = sorted((one, other), key=len)
    found = [max(close(actor, candidate) for candidate in many) for actor in few]
    if len(few) == len(many):
        found += [max(close(actor, candidate) for candidate in few) for actor in many]
    return found


class Circle:
    """Actors that others are held against, again and again."""

    def __init__(self, actors: Iterable[Actor], least: float) -> None:
        """Whoever is at `least` so close to one of `actors` is in it."""
        self._actors = tuple(actors)
        self._least = least
        self._known: dict[tuple[str, str | None, str | None], bool] = {}

    def has_any(self, others: Iterable[Actor]) -> bool:
        """Whether any of these is in it."""
        return any(map(self._has, others))

    def _has(self, other: Actor) -> bool:
        key = other.id, other.country, other.sector
        known = self._known.get(key)
        if known is None:
            known = any(likeness(other, own) >= self._least for own in self._actors)
            self._known[key] = known
        return known


def countries(claim: Claim) -> set[str]:
    """Countries that a claim concerns: of its place and of its actors; of a named group, its home."""
    found = {_home(actor) for actor in all_actors(claim)}
    if claim.place is not None and claim.place.country:
        found.add(claim.place.country)
    return {country for country in found if country and country != "UNO"}


def outermost(claim: Claim) -> str:
    """Whose word it is: the outermost attribution's id, else its folded words; "" for the outlet's own."""
    if not claim.attribution:
        return ""
    first = claim.attribution[0]
    return first.actor.id if first.actor else fold(first.span.text)


def fold(words: str) -> str:
    """Words as they are compared: casefolded, one space between."""
    return " ".join(words.casefold().split())


def is_placed(actor: Actor) -> bool:
    """Whether more than a name is known: without a country or a sector it may be anybody who signed for a side."""
    return bool(actor.country or actor.sector or actor.root.isupper())
