"""Judgements name the rules that made them: all of them."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from gencatan.language import comparing
from gencatan.model import packaged
from gencatan.model.packaged import code_of
from gencatan.reconcile.judging.rules import JUDGING, maker, rules_digest

PROJECT = Path(__file__).parents[2] / "pyproject.toml"
SOURCE = Path(__file__).parents[2] / "src"


def test_the_digest_is_of_all_that_judges() -> None:
    """Layers, which are checked, keep what the digest is not of out of what judges."""
    contracts = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers = next(one["layers"] for one in contracts if one["containers"] == ["gencatan.reconcile"])
    below = {f"gencatan.reconcile.{layer}" for layer in layers[layers.index("judging") :]}
    assert below == {name for name in JUDGING if name.startswith("gencatan.reconcile.")}


def test_another_table_is_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    same = rules_digest()
    tables = [f"{package}/{name}" for package in JUDGING for name, _ in code_of(package) if name.endswith(".toml")]
    assert tables == ["gencatan.reconcile.judging/weights.toml"]
    for table in (*tables, "gencatan.gazetteer.keys/keys.py"):
        with monkeypatch.context() as patched:
            patched.setattr(packaged, "code_of", lambda package, table=table: _another(package, table))
            rules_digest.cache_clear()
            assert rules_digest() != same
    rules_digest.cache_clear()
    assert rules_digest() == same


@pytest.mark.parametrize("code", [code for code, _ in comparing.sources()])
def test_other_words_of_a_pack_are_another_digest(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    same = rules_digest()
    others = [(name, table + b"\n# another\n" if name == code else table) for name, table in comparing.sources()]
    monkeypatch.setattr(comparing, "sources", lambda: iter(others))
    rules_digest.cache_clear()
    assert rules_digest() != same
    monkeypatch.undo()
    rules_digest.cache_clear()
    assert rules_digest() == same


def test_all_is_counted_that_judges_from_elsewhere() -> None:
    """What the two packages import from outside of them, nouns of the model aside, is in the digest by itself."""
    found = {
        module
        for package in JUDGING[:2]
        for path in sorted((SOURCE / package.replace(".", "/")).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and (module := _module(node)).startswith("gencatan.")
    }
    outside = {module for module in found if not module.startswith(("gencatan.model", *JUDGING[:2]))}
    assert outside == set(JUDGING[2:])


def _module(node: ast.ImportFrom) -> str:
    """What is imported from, or the module imported where it is that."""
    within = f"{node.module}.{node.names[0].name}"
    return within if (SOURCE / f"{within.replace('.', '/')}.py").is_file() else str(node.module)


def _another(package: str, table: str) -> Iterator[tuple[str, bytes]]:
    for name, content in code_of(package):
        yield name, content + b"\n# another\n" if f"{package}/{name}" == table else content


def test_a_judgement_names_its_rule_and_all_rules() -> None:
    assert maker("incident") == f"incident/{rules_digest()}"
    assert len(rules_digest()) == 12
