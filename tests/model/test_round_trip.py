"""What is written as JSON comes back as it was, ids and all."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import gencatan
from gencatan import Claim, Document
from gencatan.model import Judgement, Review

REPORTS = Path(gencatan.__file__).parent / "reports"


def bundled() -> list[Document]:
    """The reports that come with the package."""
    entries = [json.loads(path.read_text(encoding="utf-8"))["document"] for path in sorted(REPORTS.glob("*.json"))]
    known = ("id", "published", "language", "title", "outlet")
    return [Document.create(entry["text"], **{key: entry[key] for key in known}) for entry in entries]


def test_claims_and_documents_come_back_as_they_were() -> None:
    for document in bundled():
        assert Document.from_dict(json.loads(json.dumps(document.to_dict()))) == document
        for claim in gencatan.read(document):
            back = Claim.from_dict(json.loads(json.dumps(claim.to_dict())))
            assert back == claim
            assert back.id == claim.id


def test_a_claim_with_another_resolution_keeps_its_id() -> None:
    claim = next(claim for claim in gencatan.read(bundled()[0]) if claim.place)
    assert claim.place is not None
    moved = replace(claim, place=replace(claim.place, geoname_id=1, country="XXX"), confidence=0.01)
    assert moved.id == claim.id
    assert moved != claim


def test_judgements_and_reviews_come_back_as_they_were() -> None:
    judgement = Judgement("same_incident", "a", "b", 0.81, ("place", "day"), "incident/1")
    assert Judgement.from_dict(json.loads(json.dumps(judgement.to_dict()))) == judgement
    assert replace(judgement, score=0.8).id != judgement.id
    review = Review("merge", ("a", "b"), "sari", "2023-09-21T06:00:00+00:00", {"kind": "incident"})
    assert Review.from_dict(json.loads(json.dumps(review.to_dict()))).id == review.id
