"""The bundled reports, their annotations, and that both keep the contract.

How much of the annotations is read is the accuracy gate's business (`make accuracy`), not a test's.
"""

from __future__ import annotations

from typing import Any

import pytest

from gencatan import Document, Reader
from gencatan.model.vocabulary import ENUM, KINDS, STATUSES, VALUES
from tests.conftest import REPORTS, ROOT, entries, to_document
from tests.contract import check_claim

GOLDEN = entries(ROOT / "tests" / "golden")
NAMES = [entry["document"]["id"] for entry in GOLDEN]


def test_each_bundled_report_has_its_annotation() -> None:
    assert [e["document"] for e in entries(REPORTS)] == [e["document"] for e in GOLDEN]
    assert sorted(e["document"]["language"] for e in GOLDEN) == ["en"] * 7 + ["id"] * 7


@pytest.mark.parametrize("entry", GOLDEN, ids=NAMES)
def test_annotations_keep_the_contract(entry: dict[str, Any]) -> None:
    text = entry["document"]["text"]
    for claim in entry["claims"]:
        assert claim["status"] in STATUSES
        assert claim["anchor"] in text
        for slot, value in claim["slots"].items():
            if KINDS[claim["kind"]][slot] == ENUM:
                for accepted in [value] if isinstance(value, str) else value:
                    assert accepted in VALUES[claim["kind"], slot]


@pytest.mark.parametrize("entry", GOLDEN, ids=NAMES)
def test_reports_are_read_within_the_contract(reader: Reader, entry: dict[str, Any]) -> None:
    document = to_document(entry)
    claims = reader.read(document)
    assert claims
    for claim in claims:
        check_claim(claim, document)
    assert len({claim.id for claim in claims}) == len(claims)


def test_detected_languages_are_those_annotated(reader: Reader, reports: list[Document]) -> None:
    for report in reports:
        guessed = Document.create(report.text, id=report.id, published=report.published)
        assert reader.read(guessed) == reader.read(report), report.id


def test_every_kind_is_read_in_each_language(reader: Reader, reports: list[Document]) -> None:
    found = {(report.language, claim.kind) for report in reports for claim in reader.read(report)}
    assert found == {(language, kind) for language in ("en", "id") for kind in KINDS}
