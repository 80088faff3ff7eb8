"""`python -m training.pack`: a pack's own pipeline, with and without names to learn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gencatan.parse.pipeline import Pipeline
from tests.conftest import ROOT
from training.pack import train_pack

TOY = ROOT / "tests" / "toy" / "eo"
TREES = TOY / "trees.conllu"


@pytest.mark.parametrize("names", [[], [TOY / "names.iob2"]], ids=["trees only", "with names"])
def test_a_pipeline_is_trained_into_the_pack(tmp_path: Path, names: list[Path]) -> None:
    (tmp_path / "pack.toml").write_text('code = "eo"\nname = "Esperanto"\n', encoding="utf-8")
    train_pack(tmp_path, [TREES], names, "xx", 4)
    meta = json.loads((tmp_path / "model" / "meta.json").read_text(encoding="utf-8"))
    assert meta["name"] == "gencatan_eo"
    assert set(meta["data"]) == {TREES.name, *(path.name for path in names)}
    assert ("ner" in meta["pipeline"]) is bool(names)
    (tree,) = Pipeline(tmp_path / "model").parse(["La armeo atakis la urbon."])
    assert [token.text for token in tree] == ["La", "armeo", "atakis", "la", "urbon", "."]
    assert sum(token.head.i == token.i for token in tree) == 1
