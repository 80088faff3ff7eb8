"""Who holds what since when, as reported, next to the state that it belongs to in law. The two are never merged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from gencatan.model import Filler, Record, Span
from gencatan.views.desk import Desk, iso_day
from gencatan.views.values import Cite, Value, names

DE_JURE: Final = ("part_of",)
PEOPLE: Final = ("populated_by",)


@dataclass(frozen=True, slots=True)
class Holding(Value):
    """What is said of a territory: a relation, by whom, since or until when, how much of it, and by which claims."""

    relation: str
    by: tuple[str, ...]
    extent: str
    status: str
    start: date | None
    end: date | None
    precision: str | None
    said: date | None
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Land(Value):
    """A territory: whose it is in law, who held it over time, who lives there; each as reported."""

    name: str
    de_jure: tuple[Holding, ...]
    holders: tuple[Holding, ...]
    people: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class Territory(Value):
    """All territories that somebody is said to hold, those with most claims first."""

    lands: tuple[Land, ...]

    columns: ClassVar[tuple[str, ...]] = (
        *("territory", "sort", "relation", "by", "extent", "status"),
        *("start", "end", "said", "sources", "claims", "words"),
    )
    """Of a table, be there rows or none."""

    def rows(self) -> list[dict[str, Any]]:
        """A holding a row."""
        return [
            {
                "territory": land.name,
                "sort": sort,
                "relation": holding.relation,
                "by": ", ".join(holding.by),
                "extent": holding.extent,
                "status": holding.status,
                "start": holding.start,
                "end": holding.end,
                "said": holding.said,
                "sources": names(item.source for item in holding.cites),
                "claims": " ".join(item.claim for item in holding.cites),
                "words": " … ".join(holding.cites[0].words),
            }
            for land in self.lands
            for sort, held in (("de_jure", land.de_jure), ("holder", land.holders), ("people", land.people))
            for holding in held
        ]


def territory(desk: Desk) -> Territory:
    """Who holds what, as reported."""
    lands: dict[str, list[Record]] = {}
    for record in desk.of_kind("territory"):
        lands.setdefault(_name(desk, record), []).append(record)
    ordered = sorted(lands.items(), key=lambda item: (-len(item[1]), item[0]))
    return Territory(tuple(_land(desk, name, records) for name, records in ordered))


def _land(desk: Desk, name: str, records: Iterable[Record]) -> Land:
    same: dict[tuple[Any, ...], list[Record]] = {}
    for record in records:
        same.setdefault(_key(desk, record), []).append(record)
    held = [_holding(desk, found) for found in same.values()]
    held.sort(key=lambda holding: (holding.start or holding.end or holding.said or date.max, holding.relation))
    return Land(
        name,
        tuple(holding for holding in held if holding.relation in DE_JURE),
        tuple(holding for holding in held if holding.relation not in DE_JURE + PEOPLE),
        tuple(holding for holding in held if holding.relation in PEOPLE),
    )


def _key(desk: Desk, record: Record) -> tuple[Any, ...]:
    claim = record.claim
    by = tuple(sorted({desk.party_key(filler) for filler in _by(record)}))
    when = (claim.date.start, claim.date.end) if claim.date else None
    return claim.slots.get("relation"), by, claim.slots.get("extent"), claim.status, when


def _holding(desk: Desk, records: list[Record]) -> Holding:
    claim = records[0].claim
    by = {desk.party_key(filler): desk.party_name(filler) for filler in _by(records[0])}
    return Holding(
        str(claim.slots.get("relation", "")),
        tuple(by.values()),
        str(claim.slots.get("extent", "")),
        claim.status,
        iso_day(claim.date.start) if claim.date else None,
        iso_day(claim.date.end) if claim.date else None,
        claim.date.precision if claim.date else None,
        min((record.head.published for record in records if record.head.published), default=None),
        desk.cites(records),
    )


def _by(record: Record) -> tuple[Filler, ...]:
    by = record.claim.slots.get("by", ())
    return by if isinstance(by, tuple) else ()


def _name(desk: Desk, record: Record) -> str:
    """The conflict's own name where the words hold it, the resolved place, else the words."""
    named = record.claim.slots.get("territory")
    words = " ".join(named.text.split()) if isinstance(named, Span) else ""
    if desk.conflict is not None and desk.conflict.names_in(named):
        return desk.conflict.name[desk.language]
    place = record.claim.place
    if place is not None and place.name and place.precision != "country":
        return place.name
    return words or "?"
