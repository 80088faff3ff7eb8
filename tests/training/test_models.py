"""The shipped weights: small, quick to load, one tree per Doc, the same reading whatever stands around."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

import gencatan.language
import training
from gencatan.language.pack import PIPELINES
from gencatan.language.tokenization import load_pipeline, make_nlp

LANGUAGES = Path(gencatan.language.__file__).parent
SENTENCES = {
    "id": ["Menteri Luar Negeri AS Antony Blinken mendesak Azerbaijan menghentikan serangan.", "Pasukan itu mundur."],
    "en": ["Secretary of State Antony Blinken urged Azerbaijan to halt the attack.", "The troops withdrew."],
}
CODES = ["id", "en"]


@cache
def pipeline(code: str, name: str = PIPELINES[0]) -> Language:
    return load_pipeline(LANGUAGES / code / name)


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize("code", CODES)
def test_fits_and_says_where_it_comes_from(code: str, name: str) -> None:
    folder = LANGUAGES / code / name
    assert sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) <= 10_000_000
    assert {"seed", "versions", "data", "performance"} <= spacy.load(folder).meta.keys()


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize("code", CODES)
def test_one_tree_per_doc(code: str, name: str) -> None:
    text = "A. B! C? " * 5 + " ".join(SENTENCES[code])
    for doc in pipeline(code, name).pipe([*SENTENCES[code], text, "…", " ", ""]):
        assert sum(token.head.i == token.i and not token.is_space for token in doc) <= 1
        assert len(list(doc.sents)) <= 1


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize("code", CODES)
def test_who_did_what(code: str, name: str) -> None:
    doc = pipeline(code, name)(SENTENCES[code][0])
    (root,) = (token for token in doc if token.head.i == token.i)
    assert root.text in ("mendesak", "urged")
    assert "nsubj" in {token.dep_ for token in root.children}


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize("code", CODES)
def test_tokenizer_in_the_model_is_ours(code: str, name: str) -> None:
    text = "Nagorno-Karabakh (20/9) “al-Sadr” don't"
    assert [t.text for t in pipeline(code, name).make_doc(text)] == [t.text for t in make_nlp(code).make_doc(text)]


@pytest.mark.parametrize("name", PIPELINES)
@pytest.mark.parametrize("code", CODES)
def test_the_figures_told_are_those_of_the_model(code: str, name: str) -> None:
    page = (Path(training.__file__).parent / "README.md").read_text(encoding="utf-8")
    told = page.partition(f"<!-- {code} {name}: begin -->")[2].partition(f"<!-- {code} {name}: end -->")[0]
    performance = json.loads((LANGUAGES / code / name / "meta.json").read_text(encoding="utf-8"))["performance"]
    assert performance
    for row in performance.values():
        values = row.values() if isinstance(row, dict) else row
        assert " | ".join(f"{value:.2f}" for value in values) in told
