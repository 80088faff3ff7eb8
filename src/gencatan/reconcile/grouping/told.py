"""Clusters of claims, as those that leave out day, town or land are compared with them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from gencatan.model import Place
from gencatan.reconcile.comparing import where
from gencatan.reconcile.comparing.acts import HARMS
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.grouping.cluster import Clusters

Pairs = Iterator[tuple[str, str]]
"""Names of clusters that are one."""
RETOLD: Final = 183
"""Days after which what has no day is no more looked for."""
MONTH: Final = 28
"""Days of the shortest month: what is told to have been in so many has no day."""
TIMES: Final = 2
"""What a toll grows to at most within days."""
_AROUND_A_TOWN: Final = ("district", "province")
"""Sorts of places that mostly bear the name of their town."""


@dataclass(frozen=True)
class Told:
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
        """The first and the last day that it may have been on, where its claims say so: of a month at most. A toll that
        is counted since then goes on."""
        told = [f.days for f in self.claims if f.days.dated and not (f.days.since and f.what in HARMS)]
        held = [(d.first, d.last) for d in told if d.first is not None and d.last is not None and not d.since]
        if not held or len(held) < len(told) or any(last - first > MONTH + 3 for first, last in held):
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
        return frozenset().union(*(towns_of(f.place) for f in self.claims))


@dataclass
class Tellings:
    """The clusters as they stand, laid out anew where some were joined."""

    clusters: Clusters
    facts: dict[str, Facts]
    lands: dict[str, frozenset[str]]
    about: Callable[[str], frozenset[str]]
    known: dict[tuple[str, ...], Told] = field(default_factory=dict)

    def told(self) -> list[Told]:
        """All that a land is known of, by their names."""
        members: dict[str, list[str]] = {}
        for id_ in self.facts:
            members.setdefault(self.clusters.of(id_), []).append(id_)
        self.known = {ids: self.known.get(ids) or self._made(ids) for ids in map(tuple, members.values())}
        return sorted((one for one in self.known.values() if one.lands), key=lambda one: one.name)

    def _made(self, ids: Sequence[str]) -> Told:
        claims = [self.facts[id_] for id_ in ids]
        own = frozenset().union(*(self.lands[id_] for id_ in ids))
        if own and any(f.place is not None and f.place.country for f in claims):
            return Told(ids, claims, own)
        # "two Indian peacekeepers were killed" tells not where
        return Told(ids, claims, own | frozenset().union(*(self.about(f.head.id) for f in claims)))


def towns_of(place: Place | None) -> frozenset[str]:
    """What a town or a district is known by: its number on the map, and its name in the report's words."""
    if place is None or not (where.is_fine(place) or place.precision in _AROUND_A_TOWN):
        return frozenset()
    return frozenset({str(place.geoname_id or ""), where.named(place)} - {""})
