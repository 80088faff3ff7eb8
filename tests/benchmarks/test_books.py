"""Books measured against a dossier made by hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks.accuracy import books
from gencatan import Reader
from tests.books.test_sets import SETS


@pytest.fixture(scope="module")
def aceh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("books")
    for path in SETS.glob("aceh-2005.*"):
        shutil.copy(path, folder)
    return folder


def test_a_set_has_its_figures_and_a_digest(aceh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(books, "SETS", aceh)
    found = books.measure(Reader())
    assert set(found.figures) == set(found.digests) == {"books.aceh-2005"}
    figures = found.figures["books.aceh-2005"]
    assert figures["together"] == figures["apart"] == figures["agreements"] == 1.0
    assert figures["told"] >= figures["together"]


def test_what_is_told_of_nothing_counts_against_it(aceh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    toml = aceh / "aceh-2005.toml"
    kept = toml.read_text(encoding="utf-8")
    more = '[[event]]\nname = "never told"\nmarks = [["a01", "words that stand in no report"]]\n'
    duty = '[[obligation]]\nobligor = "IDN"\naction = "return_territory"\nimplementation = ["1"]\n'
    toml.write_text(f"{kept}\n{more}{duty}", encoding="utf-8")
    monkeypatch.setattr(books, "SETS", aceh)
    try:
        figures = books.measure(Reader()).figures["books.aceh-2005"]
    finally:
        toml.write_text(kept, encoding="utf-8")
    assert figures["together"] < figures["told"] == 1.0
    assert figures["duties"] < 1.0
