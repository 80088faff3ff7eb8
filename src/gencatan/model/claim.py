"""What a report says, as one statement of one kind with the words it rests on (contract, *One claim*).

All offsets count code points of the document's text, end exclusive. What was *read* (spans, kind, slots,
status) makes a claim's id; what was *resolved* (actors, places, ISO dates, PLOVER, confidence) does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from gencatan.model.ids import content_hash
from gencatan.model.vocabulary import COUNT, ENUM, FILLERS, KINDS


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the document's text: `document.text[start:end] == text`."""

    start: int
    end: int
    text: str

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {"text": self.text, "start": self.start, "end": self.end}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`; further keys are left alone."""
        return cls(value["start"], value["end"], value["text"])


@dataclass(frozen=True, slots=True)
class Actor:
    """Who a filler is. `id` is stable: ISO alpha-3, `AZE/GOV`, `UNO/security-council`, or a slug.

    `country` is ISO 3166-1 alpha-3 or None; `sector` one of the PLOVER sectors or None; `role` the office
    named in the text or None.
    """

    id: str
    name: str
    country: str | None = None
    sector: str | None = None
    role: str | None = None

    @property
    def root(self) -> str:
        """The state, body or group that it belongs to, or is: codes are in capitals, as those of states (`UNO`)."""
        return self.id.partition("/")[0]

    @property
    def is_state(self) -> bool:
        """Whether it is a state itself (`AZE`), no part of one."""
        return self.id == self.country

    @property
    def is_of_state(self) -> bool:
        """Whether it is a state or an organ, a force or the people of one (`AZE/GOV`): no group at home in one."""
        return self.country is not None and self.root == self.country

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "id": self.id,
            "name": self.name,
            "country": self.country,
            "sector": self.sector,
            "role": self.role,
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(value["id"], value["name"], value.get("country"), value.get("sector"), value.get("role"))


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor, place or thing named in a slot, and who that is where we know."""

    span: Span
    actor: Actor | None = None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {**self.span.to_dict(), "actor": self.actor.to_dict() if self.actor else None}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        actor = value.get("actor")
        return cls(Span.from_dict(value), Actor.from_dict(actor) if actor else None)


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things: `min`/`max` inclusive, None where open; `hedge` as in the contract."""

    min: int | None
    max: int | None
    text: str
    hedge: str = "exact"

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {"min": self.min, "max": self.max, "text": self.text, "hedge": self.hedge}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(value["min"], value["max"], value["text"], value["hedge"])


@dataclass(frozen=True, slots=True)
class When:
    """A date as read (`span`) and as resolved: ISO `start` and `end` (None: open or unresolved), `precision`."""

    span: Span
    start: str | None
    end: str | None
    precision: str

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready; `offsets` are the words' in the text, since `start` and `end` are the days here."""
        return {
            "text": self.span.text,
            "start": self.start,
            "end": self.end,
            "precision": self.precision,
            "offsets": [self.span.start, self.span.end],
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        start, end = value["offsets"]
        return cls(Span(start, end, value["text"]), value["start"], value["end"], value["precision"])


@dataclass(frozen=True, slots=True)
class Place:
    """A place as read (`span`) and as resolved. `country` is ISO alpha-3, coordinates are WGS 84 degrees.

    `region` is the slug of a contested or informal region of ours, where the place is one.
    """

    span: Span
    name: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    geoname_id: int | None = None
    region: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            **self.span.to_dict(),
            "name": self.name,
            "country": self.country,
            "lat": self.lat,
            "lon": self.lon,
            "precision": self.precision,
            "geoname_id": self.geoname_id,
            "region": self.region,
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(
            Span.from_dict(value),
            name=value.get("name"),
            country=value.get("country"),
            lat=value.get("lat"),
            lon=value.get("lon"),
            precision=value.get("precision"),
            geoname_id=value.get("geoname_id"),
            region=value.get("region"),
        )


@dataclass(frozen=True, slots=True)
class Plover:
    """An event's PLOVER type and mode; mode "" where the type has none or none fits."""

    type: str
    mode: str = ""

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {"type": self.type, "mode": self.mode or None}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(value["type"], value["mode"] or "")


@dataclass(frozen=True, slots=True)
class ReaderMark:
    """What produced a claim, down to the rule and its trigger."""

    name: str
    version: str
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {"name": self.name, "version": self.version, "rule": self.rule}

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`."""
        return cls(value["name"], value["version"], value["rule"])


SlotValue = str | Count | Span | tuple[Filler, ...]


def slot_to_json(value: SlotValue) -> Any:
    """An enumerated value, a count, a free text or a list of fillers, JSON-ready."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [filler.to_dict() for filler in value]
    return value.to_dict()


def slot_from_json(kind: str, name: str, value: Any) -> SlotValue:
    """The inverse of `slot_to_json`, by what the kind says the slot holds. Raises KeyError for an unknown slot."""
    held = KINDS[kind][name]
    if held == ENUM:
        return str(value)
    if held == FILLERS:
        return tuple(Filler.from_dict(filler) for filler in value)
    return Count.from_dict(value) if held == COUNT else Span.from_dict(value)


def _slot_as_read(value: SlotValue) -> Any:
    if isinstance(value, tuple):
        return [filler.span.to_dict() for filler in value]
    return slot_to_json(value)


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of one kind that a report makes.

    `slots` maps a slot of the kind to its value; a slot that the text does not fill is absent. `attribution`
    is who the report says it from, outermost first; empty is the outlet's own voice.
    """

    document: str
    kind: str
    slots: Mapping[str, SlotValue]
    evidence: tuple[Span, ...]
    status: str = "asserted"
    date: When | None = None
    place: Place | None = None
    attribution: tuple[Filler, ...] = ()
    plover: Plover | None = None
    confidence: float = 0.5
    reader: ReaderMark = ReaderMark("gencatan", "0", "")
    id: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        """Derive the id from what was read."""
        object.__setattr__(self, "id", content_hash(self._as_read()))

    def _as_read(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "kind": self.kind,
            "status": self.status,
            "slots": {name: _slot_as_read(value) for name, value in self.slots.items()},
            "date": self.date.span.text if self.date else None,
            "place": self.place.span.text if self.place else None,
            "attribution": [filler.span.to_dict() for filler in self.attribution],
            "evidence": [span.to_dict() for span in self.evidence],
        }

    def to_dict(self) -> dict[str, Any]:
        """One JSON object as in the contract's *One claim*."""
        return {
            "id": self.id,
            "document": self.document,
            "kind": self.kind,
            "slots": {name: slot_to_json(value) for name, value in self.slots.items()},
            "status": self.status,
            "date": self.date.to_dict() if self.date else None,
            "place": self.place.to_dict() if self.place else None,
            "attribution": [filler.to_dict() for filler in self.attribution],
            "evidence": [span.to_dict() for span in self.evidence],
            "plover": self.plover.to_dict() if self.plover else None,
            "confidence": self.confidence,
            "reader": self.reader.to_dict(),
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Self:
        """The inverse of `to_dict`: the same claim with the same id. Raises KeyError for a field that is not there."""
        kind = value["kind"]
        return cls(
            document=value["document"],
            kind=kind,
            slots={name: slot_from_json(kind, name, slot) for name, slot in value["slots"].items()},
            evidence=tuple(Span.from_dict(span) for span in value["evidence"]),
            status=value["status"],
            date=When.from_dict(value["date"]) if value["date"] else None,
            place=Place.from_dict(value["place"]) if value["place"] else None,
            attribution=tuple(Filler.from_dict(filler) for filler in value["attribution"]),
            plover=Plover.from_dict(value["plover"]) if value["plover"] else None,
            confidence=value["confidence"],
            reader=ReaderMark.from_dict(value["reader"]),
        )
