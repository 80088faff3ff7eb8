"""Who appears in the books: as what, how often, by which names, and as whose word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from gencatan.model import Actor, Filler, Record
from gencatan.views.desk import Desk
from gencatan.views.values import Value


@dataclass(frozen=True, slots=True)
class Part(Value):
    """An actor: `party` is the conflict's party or mediator it belongs to, "" for none; `roles` counts claims by slot,
    `quoted` those that are its word; `names` are the words reports use, the commonest first; `ids` are the claims'."""

    id: str
    name: str
    country: str | None
    sector: str | None
    party: str
    claims: int
    quoted: int
    roles: dict[str, int]
    names: tuple[str, ...]
    first: date | None
    last: date | None
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Actors(Value):
    """All actors with an id, those in most claims first; and how many names have none."""

    actors: tuple[Part, ...]
    unknown: tuple[tuple[str, int], ...]

    def rows(self) -> list[dict[str, Any]]:
        """An actor a row."""
        return [
            {
                "id": part.id,
                "name": part.name,
                "country": part.country,
                "sector": part.sector,
                "party": part.party,
                "claims": part.claims,
                "quoted": part.quoted,
                "roles": " ".join(f"{role}:{number}" for role, number in part.roles.items()),
                "names": " | ".join(part.names),
                "first": part.first,
                "last": part.last,
            }
            for part in self.actors
        ]


@dataclass(slots=True)
class _Tally:
    actor: Actor
    filler: Filler
    roles: Counter[str] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    records: dict[str, Record] = field(default_factory=dict)
    quoted: set[str] = field(default_factory=set)


def actors(desk: Desk) -> Actors:
    """Who appears in the conflict's claims."""
    tallies: dict[str, _Tally] = {}
    unknown: Counter[str] = Counter()
    for record in desk.records:
        for slot, filler in _named(record):
            if filler.actor is None:
                unknown[_words(filler)] += 1
                continue
            tally = tallies.get(filler.actor.id)
            if tally is None:
                tally = tallies[filler.actor.id] = _Tally(filler.actor, filler)
            tally.names[_words(filler)] += 1
            tally.records[record.id] = record
            if slot == "attribution":
                tally.quoted.add(record.id)
            else:
                tally.roles[slot] += 1
    parts = [_part(desk, tally) for tally in tallies.values()]
    parts.sort(key=lambda part: (-part.claims, part.id))
    return Actors(tuple(parts), tuple(sorted(unknown.items(), key=lambda item: (-item[1], item[0]))))


def _named(record: Record) -> list[tuple[str, Filler]]:
    claim = record.claim
    slots = [(name, filler) for name, value in claim.slots.items() if isinstance(value, tuple) for filler in value]
    return [*slots, *(("attribution", filler) for filler in claim.attribution)]


def _words(filler: Filler) -> str:
    return " ".join(filler.span.text.split())


def _part(desk: Desk, tally: _Tally) -> Part:
    party = desk.assigner.side(tally.filler) if desk.assigner else None
    days = [record.head.published for record in tally.records.values() if record.head.published]
    common: dict[str, str] = {}  # whatever their case: a sentence's first word is no other name
    for name, _ in sorted(tally.names.items(), key=lambda item: (-item[1], item[0])):
        common.setdefault(name.casefold(), name)
    return Part(
        tally.actor.id,
        tally.actor.name,
        tally.actor.country,
        tally.actor.sector,
        party.name[desk.language] if party else "",
        len(tally.records),
        len(tally.quoted),
        dict(sorted(tally.roles.items(), key=lambda item: (-item[1], item[0]))),
        tuple(common.values()),
        min(days, default=None),
        max(days, default=None),
        tuple(tally.records),
    )
