"""Reviewed claims as annotated reports, so that what people corrected becomes test data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from gencatan.model import Claim, Count, Document, Span
from gencatan.views.desk import Desk


def gold(desk: Desk, documents: Mapping[str, Document | None]) -> Iterator[dict[str, Any]]:
    """One entry in gold form for each document with an accepted or corrected claim, as the files of tests/golden are.

    Reports that were purged are left out: there are no words to score against. `partial` says that nobody looked at the
    other claims of the report, so that they are neither right nor wrong.
    """
    by_document: dict[str, list[Claim]] = {}
    for record in desk.records:
        verdict = desk.verdicts.get(record.id)
        if verdict is not None and verdict.action in ("accept", "correct"):
            by_document.setdefault(record.head.id, []).append(record.claim)
    for id_, claims in by_document.items():
        document = documents.get(id_)
        if document is not None:
            yield {"document": _document(document), "partial": True, "claims": [_claim(claim) for claim in claims]}


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "language": document.language,
        "published": document.published.isoformat() if document.published else None,
        "title": document.title,
        "outlet": document.outlet,
        "text": document.text,
    }


def _claim(claim: Claim) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": claim.kind,
        "status": claim.status,
        "slots": {name: _slot(value) for name, value in claim.slots.items()},
    }
    if claim.date is not None:
        found["date"] = {"start": claim.date.start, "end": claim.date.end}
    if claim.place is not None:
        found["place"] = [claim.place.span.text]
    if claim.attribution:
        found["attribution"] = [[filler.span.text] for filler in claim.attribution]
    found["anchor"] = claim.evidence[0].text
    return found


def _slot(value: Any) -> Any:
    if isinstance(value, Count):
        return {"min": value.min, "max": value.max}
    if isinstance(value, Span):
        return [value.text]
    return [[filler.span.text] for filler in value] if isinstance(value, tuple) else value
