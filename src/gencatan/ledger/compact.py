"""Claims as they lie in the books: JSON arrays, half as long as the contract's objects and built thrice as fast.

A question builds thousands of claims. So an id is not hashed again, and what many claims share (actors, readers) is
built once. The order of values is part of the schema: changing it takes a migration.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from gencatan.ledger.codec import encode
from gencatan.model import Actor, Claim, Count, Filler, Place, Plover, ReaderMark, SlotValue, Span, When
from gencatan.model.vocabulary import COUNT, ENUM, FILLERS, KINDS

BATCH: Final = 500
"""Claims parsed as one JSON text: that is quicker, and bounded."""

_actor: Final = lru_cache(8192)(Actor)
_plover: Final = lru_cache(256)(Plover)
_reader: Final = lru_cache(4096)(ReaderMark)


def pack(claim: Claim) -> str:
    """A claim with its resolution."""
    date, place, plover, reader = claim.date, claim.place, claim.plover, claim.reader
    return encode(
        [
            claim.id,
            claim.document,
            claim.kind,
            claim.status,
            {name: _slot(value) for name, value in claim.slots.items()},
            [_span(span) for span in claim.evidence],
            [*_span(date.span), date.start, date.end, date.precision] if date else None,
            [*_span(place.span), *(getattr(place, name) for name in _PLACE)] if place else None,
            [_filler(filler) for filler in claim.attribution],
            [plover.type, plover.mode] if plover else None,
            claim.confidence,
            [reader.name, reader.version, reader.rule],
        ]
    )


def unpack(body: str) -> Claim:
    """The inverse of `pack`."""
    return _claim(*json.loads(body))


def unpack_all(bodies: Iterable[str]) -> list[Claim]:
    """The inverse of `pack`, for many."""
    waiting = list(bodies)
    return [
        _claim(*values)
        for at in range(0, len(waiting), BATCH)
        for values in json.loads("[" + ",".join(waiting[at : at + BATCH]) + "]")
    ]


_PLACE: Final = ("name", "country", "lat", "lon", "precision", "geoname_id", "region")


def _span(span: Span) -> list[Any]:
    return [span.start, span.end, span.text]


def _filler(filler: Filler) -> list[Any]:
    actor = filler.actor
    return [*_span(filler.span), [actor.id, actor.name, actor.country, actor.sector, actor.role] if actor else None]


def _slot(value: SlotValue) -> Any:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_filler(filler) for filler in value]
    return [value.min, value.max, value.text, value.hedge] if isinstance(value, Count) else _span(value)


def _unfiller(start: int, end: int, text: str, actor: list[Any] | None) -> Filler:
    return Filler(Span(start, end, text), _actor(*actor) if actor else None)


def _unslot(held: str, value: Any) -> SlotValue:
    if held == FILLERS:
        return tuple([_unfiller(*filler) for filler in value])
    if held == ENUM:
        return str(value)
    return Count(*value) if held == COUNT else Span(*value)


def _claim(
    id_: str,
    document: str,
    kind: str,
    status: str,
    slots: dict[str, Any],
    evidence: list[Any],
    date: list[Any] | None,
    place: list[Any] | None,
    attribution: list[Any],
    plover: list[Any] | None,
    confidence: float,
    reader: list[Any],
) -> Claim:
    names = KINDS[kind]
    claim = object.__new__(Claim)  # `Claim(…)` would hash the id again
    put = object.__setattr__
    put(claim, "id", id_)
    put(claim, "document", document)
    put(claim, "kind", kind)
    put(claim, "status", status)
    put(claim, "slots", {name: _unslot(names[name], value) for name, value in slots.items()})
    put(claim, "evidence", tuple([Span(*span) for span in evidence]))
    put(claim, "date", When(Span(*date[:3]), *date[3:]) if date else None)
    put(claim, "place", Place(Span(*place[:3]), *place[3:]) if place else None)
    put(claim, "attribution", tuple([_unfiller(*filler) for filler in attribution]))
    put(claim, "plover", _plover(*plover) if plover else None)
    put(claim, "confidence", confidence)
    put(claim, "reader", _reader(*reader))
    return claim
