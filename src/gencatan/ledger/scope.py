"""Which claims a question is about, narrowed in SQL before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from gencatan.ledger.codec import plain
from gencatan.model import Claim, Filler


@dataclass(frozen=True, slots=True)
class Scope:
    """What a snapshot holds; an empty scope holds everything.

    `kinds`, `claims` (ids), `documents` and `period` each narrow. The rest says what a claim is *about*, and any of it
    is enough: an actor (its id, which covers ids below it: `AZE` covers `AZE/GOV`), an actor's country, a place's
    country (both ISO alpha-3), a contested region's slug, a GeoNames id. With `whole_documents` all claims of a
    document are in as soon as one of them is about it; with `corrected` as well those of documents with a claim that a
    person corrected, whatever it was about as it was read.

    `period` is a pair of days, either may be None (open): a claim's date must overlap it; a claim without a date counts
    by its report's day, and stays in where that is unknown too.
    """

    kinds: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    period: tuple[date | None, date | None] = (None, None)
    actors: tuple[str, ...] = ()
    actor_countries: tuple[str, ...] = ()
    place_countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    geonames: tuple[int, ...] = ()
    whole_documents: bool = False
    claims: tuple[str, ...] = ()
    corrected: bool = False

    def facets(self) -> tuple[str, ...]:
        """What a claim may be about, as it stands in the index; empty: anything."""
        return (
            *(f"actor:{id_}" for id_ in self.actors),
            *(f"by:{country}" for country in self.actor_countries),
            *(f"in:{country}" for country in self.place_countries),
            *(f"region:{slug}" for slug in self.regions),
            *(f"geoname:{number}" for number in self.geonames),
        )


EVERYTHING: Final = Scope()


def facets(claim: Claim) -> set[str]:
    """What the index says a claim is about: the counterpart of `Scope.facets`."""
    found: set[str] = set()
    for filler in fillers(claim):
        if not (actor := filler.actor):
            continue
        parts = actor.id.split("/")
        found.update("actor:" + "/".join(parts[:depth]) for depth in range(1, len(parts) + 1))
        if actor.country:
            found.add(f"by:{actor.country}")
    if place := claim.place:
        found.update({f"in:{place.country}"} if place.country else ())
        found.update({f"region:{place.region}"} if place.region else ())
        found.update({f"geoname:{place.geoname_id}"} if place.geoname_id is not None else ())
    return {plain(facet) for facet in found}


def fillers(claim: Claim) -> Iterator[Filler]:
    """Everybody and everything a claim names, its sources too."""
    for value in claim.slots.values():
        if isinstance(value, tuple):
            yield from value
    yield from claim.attribution
