"""Sentences read by two pipelines: split once, each with a tree of its own."""

from __future__ import annotations

import pytest

from gencatan.language.pack import load_pack
from gencatan.parse.pipeline import Pipeline, parses

SENTENCES = [
    "A cease-fire between the two sides took effect at 1 p.m. local time on Wednesday, Reuters reported.",
    "Troops didn't  leave the U.S.-run base.",
]


@pytest.fixture(scope="module")
def pipelines() -> tuple[Pipeline, Pipeline]:
    first, second = load_pack("en").model_paths
    one = Pipeline(first)
    return one, Pipeline(second, one)


def test_two_pipelines_split_a_sentence_alike_and_keep_its_text(pipelines: tuple[Pipeline, Pipeline]) -> None:
    for one, other, text in zip(*parses(pipelines, SENTENCES), SENTENCES, strict=True):
        assert one.text == other.text == text
        assert {t.text for t in one} >= {"Wednesday", "Reuters"} or {t.text for t in one} >= {"did", "n't"}


def test_the_second_takes_its_lemmas_from_the_first_and_its_tree_from_itself(
    pipelines: tuple[Pipeline, Pipeline],
) -> None:
    one, other = (trees[1] for trees in parses(pipelines, SENTENCES))
    assert [t.lemma_ for t in other] == [t.lemma_ for t in one]
    assert one.has_annotation("DEP")
    assert other.has_annotation("DEP")
    alone = pipelines[1].parse(SENTENCES)[1]
    assert [(t.head.i, t.dep_) for t in other] == [(t.head.i, t.dep_) for t in alone]
    assert [t.norm_ for t in other] == [t.norm_ for t in alone]


def test_a_pipeline_with_other_words_splits_for_itself() -> None:
    english, indonesian = (Pipeline(load_pack(code).model_paths[0]) for code in ("en", "id"))
    one, other = (trees[0] for trees in parses((english, indonesian), ["Gencatan senjata-nya dilanggar."]))
    assert len(one) > len(other)


def test_nothing_is_loaded_for_nothing() -> None:
    first, second = load_pack("en").model_paths
    made = Pipeline(first), Pipeline(second)
    assert list(parses(made, [])) == [[], []]
    assert not any(one.loaded for one in made)
