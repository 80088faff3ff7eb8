"""Judgements name the rules that made them: all of them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import gencatan.reconcile
from gencatan.reconcile.judging import rules
from gencatan.reconcile.judging.rules import JUDGING, maker, rules_digest

FOLDER = Path(gencatan.reconcile.__file__).parent
PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_digest_is_of_all_that_judges() -> None:
    """Layers, which are checked, keep what the digest is not of out of what judges."""
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["containers"] == ["gencatan.reconcile"])
    assert set(layers[layers.index("judging") :]) == set(JUDGING)


def test_another_table_is_another_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for package in JUDGING:
        (tmp_path / package).mkdir()
        for file in (FOLDER / package).iterdir():
            if file.is_file():
                (tmp_path / package / file.name).write_bytes(file.read_bytes())
    monkeypatch.setattr(rules, "files", lambda _: tmp_path)
    rules_digest.cache_clear()
    same = rules_digest()
    table = tmp_path / "comparing" / "names.toml"
    table.write_bytes(table.read_bytes() + b"\n# another\n")
    rules_digest.cache_clear()
    other = rules_digest()
    monkeypatch.undo()
    rules_digest.cache_clear()
    assert same == rules_digest() != other


def test_a_judgement_names_its_rule_and_all_rules() -> None:
    assert maker("incident") == f"incident/{rules_digest()}"
    assert len(rules_digest()) == 12
