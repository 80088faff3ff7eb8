"""Whether a claim keeps the contract: values from the lists, words at their offsets."""

from __future__ import annotations

from gencatan.model import Claim, Count, Document, Filler, Span
from gencatan.model.vocabulary import (
    COUNT,
    DATE_PRECISIONS,
    ENUM,
    FILLERS,
    HEDGES,
    KINDS,
    PLACE_PRECISIONS,
    PLOVER,
    SECTORS,
    STATUSES,
    VALUES,
)


def check_claim(claim: Claim, document: Document) -> None:
    """Raise AssertionError for whatever of `claim` breaks the contract."""
    text = document.text
    assert claim.document == document.id
    assert claim.status in STATUSES
    assert 0 <= claim.confidence <= 1
    assert round(claim.confidence, 2) == claim.confidence
    assert claim.reader.name
    assert claim.reader.rule
    for slot, value in claim.slots.items():
        _check_slot(claim.kind, slot, value, text)
    assert claim.evidence
    for span in claim.evidence:
        _check_span(span, text)
        assert len(span.text) <= 300
        assert "\n" not in span.text
    for source in claim.attribution:
        _check_filler(source, text)
    if claim.date:
        _check_span(claim.date.span, text)
        assert claim.date.precision in DATE_PRECISIONS
        if claim.date.start and claim.date.end:
            assert claim.date.start <= claim.date.end
    if claim.place:
        _check_span(claim.place.span, text)
        assert claim.place.precision in (*PLACE_PRECISIONS, None)
    if claim.plover:
        assert claim.plover.type in PLOVER
        assert claim.plover.mode in ("", *PLOVER[claim.plover.type])


def _check_slot(kind: str, slot: str, value: object, text: str) -> None:
    type_ = KINDS[kind][slot]
    if type_ == ENUM:
        assert value in VALUES[kind, slot], (kind, slot, value)
    elif type_ == FILLERS:
        assert isinstance(value, tuple)
        assert value, "an empty slot is absent"
        for filler in value:
            _check_filler(filler, text)
    elif type_ == COUNT:
        assert isinstance(value, Count)
        assert value.hedge in HEDGES
        assert value.min is not None or value.max is not None
        assert value.min is None or value.max is None or 0 <= value.min <= value.max
    else:
        assert isinstance(value, Span)
        _check_span(value, text)


def _check_filler(filler: Filler, text: str) -> None:
    _check_span(filler.span, text)
    if filler.actor:
        assert filler.actor.id
        assert filler.actor.sector in (*SECTORS, None)


def _check_span(span: Span, text: str) -> None:
    assert span.text.strip(), "no words"
    assert text[span.start : span.end] == span.text
