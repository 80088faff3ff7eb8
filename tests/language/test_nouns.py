"""Nouns that nobody typed have the sort of thing they name, and classes and lists take sorts in."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from gencatan.errors import PackError
from gencatan.language.nouns import Nouns
from gencatan.language.pack import ROOT, load_pack, read_pack


@pytest.mark.parametrize(
    ("language", "word", "inside", "outside"),
    [
        ("en", "congregants", "person", "place"),
        ("en", "hovels", "building", "agent"),
        ("en", "tenacity", "abstract", "agent"),
        ("id", "rektor", "person", "place"),
        ("id", "asrama", "building", "person"),
    ],
)
def test_an_untyped_noun_has_classes(language: str, word: str, inside: str, outside: str) -> None:
    pack = load_pack(language)
    assert word not in pack.membership
    assert inside in pack.noun_classes(word)
    assert outside not in pack.noun_classes(word)


def test_what_is_typed_wins() -> None:
    pack = load_pack("en")
    assert pack.nouns.sorts("garrison") == {"building"}
    assert "state_force" in pack.noun_classes("garrison")
    assert pack.noun_classes("garrison") == pack.classes_of("garrison")


def test_words_of_a_field_are_not_typed() -> None:
    assert "person" in load_pack("en").noun_classes("forecaster")


def test_a_list_of_one_sort_stands_for_the_sort() -> None:
    nouns = Nouns({"vehicle": "barge canoe dinghy ferry", "thing": "box crate bottle"}, {})
    assert nouns.common(["barge", "canoe", "dinghy", "@state"]) == ["vehicle"]
    assert nouns.common(["barge", "canoe"]) == []  # too few
    assert (
        nouns.common(["barge", "canoe", "dinghy", "!ferry", "one", "two", "three", "four"]) == []
    )  # too small a share
    assert nouns.common(["box", "crate", "bottle"]) == []  # too wide a sort


def test_a_class_that_takes_in_an_unknown_sort_is_refused(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "en", tmp_path / "en", ignore=shutil.ignore_patterns("model"))
    classes = tmp_path / "en" / "classes.toml"
    classes.write_text(classes.read_text(encoding="utf-8") + '\nextra = ["~nonsense"]\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"classes\.toml: extra: ~nonsense: no such sort in nouns\.toml"):
        read_pack(tmp_path / "en")
