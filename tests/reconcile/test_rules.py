"""Judgements name the rules that made them: all of them."""

from __future__ import annotations

import ast
from pathlib import Path

import gencatan.reconcile
from gencatan.reconcile.rules import JUDGING, maker, rules_digest

FOLDER = Path(gencatan.reconcile.__file__).parent
PACKAGE = "gencatan.reconcile"


def imported(name: str) -> set[str]:
    """The modules of the package that one of them imports, and the tables that it names."""
    tree = ast.parse((FOLDER / name).read_text(encoding="utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == PACKAGE:
            found |= {f"{one.name}.py" for one in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"{PACKAGE}."):
            found.add(f"{str(node.module).removeprefix(f'{PACKAGE}.')}.py")
        elif isinstance(node, ast.Constant) and str(node.value).endswith(".toml") and name != "rules.py":
            found.add(str(node.value).split("/")[-1])
    return {one for one in found if (FOLDER / one).exists()}


def test_the_digest_is_of_all_that_judges() -> None:
    todo, seen = {"judge.py", "blocks.py", "copies.py"}, set[str]()
    while todo:
        seen |= todo
        todo = set().union(*(imported(one) for one in todo if one.endswith(".py"))) - seen
    assert sorted(seen) == list(JUDGING)


def test_a_judgement_names_its_rule_and_all_rules() -> None:
    assert maker("incident") == f"incident/{rules_digest()}"
    assert len(rules_digest()) == 12
