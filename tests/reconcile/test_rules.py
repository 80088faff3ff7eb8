"""Judgements name the rules that made them: all of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gencatan.model import packaged
from gencatan.model.packaged import code_of
from gencatan.reconcile.judging.rules import JUDGING, maker, rules_digest

PROJECT = Path(__file__).parents[2] / "pyproject.toml"


def test_the_digest_is_of_all_that_judges() -> None:
    """Layers, which are checked, keep what the digest is not of out of what judges."""
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["containers"] == ["gencatan.reconcile"])
    below = {f"gencatan.reconcile.{layer}" for layer in layers[layers.index("judging") :]}
    assert below == set(JUDGING)


def test_another_table_is_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    same = rules_digest()
    tables = [f"{package}/{name}" for package in JUDGING for name, _ in code_of(package) if name.endswith(".toml")]
    assert len(tables) == 3
    for table in tables:
        with monkeypatch.context() as patched:
            patched.setattr(packaged, "code_of", lambda package, table=table: _another(package, table))
            rules_digest.cache_clear()
            assert rules_digest() != same
    rules_digest.cache_clear()
    assert rules_digest() == same


def _another(package: str, table: str) -> Iterator[tuple[str, bytes]]:
    for name, content in code_of(package):
        yield name, content + b"\n# another\n" if f"{package}/{name}" == table else content


def test_a_judgement_names_its_rule_and_all_rules() -> None:
    assert maker("incident") == f"incident/{rules_digest()}"
    assert len(rules_digest()) == 12
