"""docs/add-a-language.md, followed to the letter for a language that gencatan does not have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gencatan import Claim, Document, Reader
from tests.conftest import ROOT
from tests.pages import run_page

PAGE = ROOT / "docs" / "add-a-language.md"
PUBLISHED = "2024-03-14"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the page was followed: a pack, its pipeline and what it read."""
    path = tmp_path_factory.mktemp("toy")
    run_page(PAGE, path)
    return path


@pytest.fixture(scope="module")
def reader(folder: Path) -> Reader:
    return Reader(packs=[folder / "eo"])


def _read(reader: Reader, text: str) -> list[Claim]:
    document = Document.create(text, language="eo", published=PUBLISHED)
    claims = reader.read(document)
    for claim in claims:
        assert all(text[span.start : span.end] == span.text for span in claim.evidence)
    return claims


def test_the_page_reads_its_report(folder: Path) -> None:
    lines = (folder / "asertoj.jsonl").read_text(encoding="utf-8").splitlines()
    claims = [json.loads(line) for line in lines]
    text = (folder / "raporto.txt").read_text(encoding="utf-8")
    assert [(claim["kind"], claim["status"]) for claim in claims] == [
        ("event", "asserted"),
        ("casualty", "asserted"),
        ("agreement", "asserted"),
        ("event", "denied"),
    ]
    for claim in claims:
        for span in claim["evidence"]:
            assert text[span["start"] : span["end"]] == span["text"]


def test_slots_dates_and_sources(reader: Reader) -> None:
    (attack,) = _read(reader, "La ribeluloj atakis la vilaĝon lunde.")
    assert attack.slots["act"] == "attack"
    assert attack.date
    assert attack.date.start == "2024-03-11"
    told = attack.to_dict()["slots"]
    assert told["actor"][0]["text"].removeprefix("La ") == "ribeluloj"
    assert told["target"][0]["text"].removeprefix("la ") == "vilaĝon"
    (toll,) = (c for c in _read(reader, "Almenaŭ 12 civiluloj mortis, diris la urbestro.") if c.kind == "casualty")
    told = toll.to_dict()
    assert (told["slots"]["count"]["min"], told["slots"]["count"]["max"]) == (12, None)
    assert [source["text"].removeprefix("la ") for source in told["attribution"]] == ["urbestro"]


def test_an_agreement_between_both(reader: Reader) -> None:
    claims = _read(reader, "La registaro kaj la ribeluloj subskribis batalhalton marde.")
    (signed,) = (claim for claim in claims if claim.kind == "agreement")
    told = signed.to_dict()["slots"]
    assert (told["type"], told["stage"]) == ("ceasefire", "signed")
    assert len(told["parties"]) == 2


def test_other_languages_are_read_as_before(reader: Reader) -> None:
    assert set(reader.languages) == {"en", "eo", "id"}
    english = Document.create("Rebels shelled the town on Monday.", language="en")
    assert [claim.kind for claim in reader.read(english)] == ["event"]
