"""One agency text in many outlets is one source."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gencatan.model import Document
from gencatan.model.books import NEAR_COPY
from gencatan.reconcile import independent_sources, judge_documents, signature_keys
from tests.reconcile.made import AZE, record

REPORTS = sorted((Path(__file__).parents[2] / "src" / "gencatan" / "reports").glob("*.json"))


def text_of(path: Path) -> str:
    value = json.loads(path.read_text(encoding="utf-8"))
    return str(value.get("document", value)["text"])


def document(text: str, id: str) -> Document:
    return Document.create(text, id=id)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_shortened_copy_is_found_and_known(path: Path) -> None:
    text = text_of(path)
    lines = text.split("\n")
    whole, cut = document(text, "a"), document("LOCAL DESK: " + "\n".join(lines[: len(lines) * 3 // 4]), "b")
    assert set(signature_keys(whole)) & set(signature_keys(cut))
    judgement = judge_documents(cut, whole)
    assert judgement is not None
    assert (judgement.relation, judgement.one, judgement.other) == (NEAR_COPY, "a", "b")


def test_different_reports_are_no_copies() -> None:
    held = [document(text_of(path), path.stem) for path in REPORTS]
    assert [(a.id, b.id) for a in held for b in held if judge_documents(a, b)] == []


def test_a_later_version_is_no_copy() -> None:
    text = text_of(REPORTS[0])
    later = Document.create(text + "\nCorrected.", id="b", version_of="a")
    assert judge_documents(document(text, "a"), later) is None


def test_a_text_too_short_has_no_signature() -> None:
    assert signature_keys(document("Two lines of news.", "a")) == ()


def test_copies_and_one_informant_count_once() -> None:
    copied = judge_documents(document(text_of(REPORTS[0]), "a"), document(text_of(REPORTS[0]), "b"))
    assert copied is not None
    one = record("event", act="attack", document="a", outlet="One")
    copy = record("event", act="attack", document="b", outlet="Two")
    told = record("event", act="attack", document="c", by=AZE)
    again = record("event", act="attack", document="d", by=AZE)
    found = independent_sources([one, copy, told, again], [copied])
    assert found == ((one.id, copy.id), (told.id, again.id))
