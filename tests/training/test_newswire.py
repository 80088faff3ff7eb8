"""Sentences grown from the newswire grammars: the treebanks' trees over the tokenizer's tokens."""

from __future__ import annotations

from pathlib import Path

import pytest

from gencatan.language.tokenization import make_nlp
from training.conllu import Sentence
from training.harmonise import FEATURES
from training.newswire import grow
from training.newswire.grammar import load
from training.newswire.inflect import FORMS, english

LANGUAGES = ("en", "id")
RELATIONS = frozenset(
    """acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound compound:prt conj cop det expl fixed
    flat iobj mark nmod nmod:poss nmod:tmod nsubj nsubj:pass nummod obj obl obl:agent obl:tmod parataxis punct root
    xcomp""".split()  # noqa: SIM905
)


@pytest.fixture(scope="module", params=LANGUAGES)
def grown(request: pytest.FixtureRequest) -> tuple[str, list[Sentence]]:
    return request.param, grow(request.param, 200, seed=3)


def test_every_sentence_is_one_tree(grown: tuple[str, list[Sentence]]) -> None:
    for sentence in grown[1]:
        roots = [i for i, word in enumerate(sentence.words) if word.head == i]
        assert len(roots) == 1, sentence.text
        for start in range(len(sentence.words)):
            node, steps = start, 0
            while sentence.words[node].head != node:
                node, steps = sentence.words[node].head, steps + 1
                assert steps <= len(sentence.words), sentence.text


def test_trees_are_projective(grown: tuple[str, list[Sentence]]) -> None:
    for sentence in grown[1]:
        arcs = [(min(i, w.head), max(i, w.head)) for i, w in enumerate(sentence.words) if w.head != i]
        assert not any(a < c < b < d for a, b in arcs for c, d in arcs), sentence.text


def test_labels_and_features_are_those_of_the_inventory(grown: tuple[str, list[Sentence]]) -> None:
    for word in (word for sentence in grown[1] for word in sentence.words):
        assert word.deprel in RELATIONS
        assert {pair.partition("=")[0] for pair in word.feats.split("|") if pair} <= FEATURES | {"Case"}


def test_words_are_cut_as_the_tokenizer_cuts_them(grown: tuple[str, list[Sentence]]) -> None:
    code, sentences = grown
    nlp = make_nlp(code)
    for sentence in sentences:
        assert [token.text for token in nlp.make_doc(sentence.text)] == [word.form for word in sentence.words]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_seed_grows_the_same_sentences(code: str) -> None:
    one, again, other = grow(code, 30, seed=1), grow(code, 30, seed=1), grow(code, 30, seed=2)
    assert one == again
    assert one != other
    assert len({sentence.text for sentence in one}) == 30


def test_irregular_and_regular_verbs() -> None:
    assert {name: leaf.form for name, leaf in english(["strike", "struck"])}["past"] == "struck"
    forms = {name: leaf.form for name, leaf in english(["stop", "stopped"])}
    assert (forms["past"], forms["pres"], english_ing("raid")) == ("stopped", "stops", "raiding")


def english_ing(base: str) -> str:
    return {name: leaf.form for name, leaf in english([base])}["ing"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[rules]\nS\n  NP:nsubj V:obj\n", "one head"),
        ("[rules]\nS\n  Nothing\n", "not defined"),
        ("S\n", "outside any section"),
    ],
)
def test_a_broken_grammar_is_refused_by_line(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "x.grammar"
    file.write_text(text)
    with pytest.raises(ValueError, match=words):
        load(file, FORMS["en"])
