"""Claims as they lie in the books: JSON arrays, half as long as the contract's objects and built thrice as fast.

A question builds thousands of claims. So an id is not hashed again, and what many claims share (actors, readers) is
built once. The order of values is part of the schema: changing it takes a migration.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, Final

from gencatan.ledger.codec import encode
from gencatan.model import Actor, Claim, Count, Filler, Place, Plover, ReaderMark, SlotValue, Span, When
from gencatan.model.vocabulary import COUNT, ENUM, FILLERS, KINDS, TEXT

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


_new: Final = object.__new__


def _setters(kind: type) -> tuple[Callable[[Any, Any], None], ...]:
    """What sets the fields of a frozen value, in their order: a third of what its `__init__` takes."""
    return tuple(kind.__dict__[field.name].__set__ for field in fields(kind))


_span_start, _span_end, _span_text = _setters(Span)
_filler_span, _filler_actor = _setters(Filler)
_CLAIM: Final = dict(zip((field.name for field in fields(Claim)), _setters(Claim), strict=True))


def _unspan(start: int, end: int, text: str) -> Span:
    span: Span = _new(Span)
    _span_start(span, start)
    _span_end(span, end)
    _span_text(span, text)
    return span


def _unfiller(start: int, end: int, text: str, actor: list[Any] | None) -> Filler:
    filler: Filler = _new(Filler)
    _filler_span(filler, _unspan(start, end, text))
    _filler_actor(filler, _actor(*actor) if actor else None)
    return filler


def _unfillers(value: list[list[Any]]) -> tuple[Filler, ...]:
    return tuple([_unfiller(*filler) for filler in value])


_UNSLOT: Final[Mapping[str, Callable[[Any], SlotValue]]] = {
    FILLERS: _unfillers,
    ENUM: str,
    COUNT: lambda value: Count(*value),
    TEXT: lambda value: _unspan(*value),
}
_SLOTS: Final = {kind: {name: _UNSLOT[held] for name, held in slots.items()} for kind, slots in KINDS.items()}


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
    unslot, put = _SLOTS[kind], _CLAIM
    claim: Claim = _new(Claim)  # `Claim(…)` would hash the id again
    put["id"](claim, id_)
    put["document"](claim, document)
    put["kind"](claim, kind)
    put["status"](claim, status)
    put["slots"](claim, {name: unslot[name](value) for name, value in slots.items()})
    put["evidence"](claim, tuple([_unspan(*span) for span in evidence]))
    put["date"](claim, When(_unspan(*date[:3]), *date[3:]) if date else None)
    put["place"](claim, Place(_unspan(*place[:3]), *place[3:]) if place else None)
    put["attribution"](claim, _unfillers(attribution))
    put["plover"](claim, _plover(*plover) if plover else None)
    put["confidence"](claim, confidence)
    put["reader"](claim, _reader(*reader))
    return claim
