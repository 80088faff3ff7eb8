"""The trees that readers corrected: each is a tree, in our inventory, of words that a pipeline reads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from gencatan.language.tokenization import make_nlp
from training import corpora
from training.conllu import Sentence, read_conllu
from training.treebank import HERE, files, held_out, names, own, parts

RELATIONS = """
    root acl acl:relcl advcl advmod advmod:emph amod appos aux aux:pass case cc ccomp compound compound:prt conj cop
    csubj csubj:pass dep det discourse expl fixed flat iobj list mark nmod nmod:poss nmod:tmod nsubj nsubj:pass nummod
    obj obl obl:agent obl:tmod orphan parataxis punct vocative xcomp
"""  # the inventory of training/README.md
FILES = sorted(HERE.rglob("*.conllu"))


def test_there_are_trees_of_both_languages() -> None:
    assert {path.name[:2] for path in FILES} == {"en", "id"}
    assert all(set(files(code)) >= {HERE / f"{code}.conllu"} for code in ("en", "id"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(HERE)))
def test_each_is_one_tree(path: Path) -> None:
    sentences = read_conllu(path, split_spelled=False)
    assert len({sentence.id for sentence in sentences}) == len(sentences)
    for sentence in sentences:
        roots = [i for i, word in enumerate(sentence.words) if word.head == i]
        assert len(roots) == 1, sentence.id
        assert sentence.words[roots[0]].deprel == "root", sentence.id
        assert {word.deprel for word in sentence.words} <= set(RELATIONS.split()), sentence.id
        assert all(_reaches(sentence, i, roots[0]) for i in range(len(sentence.words))), sentence.id


def _reaches(sentence: Sentence, at: int, root: int) -> bool:
    for _ in sentence.words:
        if at == root:
            return True
        at = sentence.words[at].head
    return at == root


@pytest.mark.parametrize("code", ["en", "id"])
def test_words_are_those_of_the_tokenizer(code: str) -> None:
    blank = make_nlp(code)
    for sentence in read_conllu(HERE / f"{code}.conllu", split_spelled=False):
        assert [token.text for token in blank.make_doc(sentence.text)] == [word.form for word in sentence.words]


@pytest.mark.parametrize("code", ["en", "id"])
def test_a_tenth_is_never_learned_from(code: str) -> None:
    if not corpora.NER.is_dir():
        pytest.skip("no corpora (GENCATAN_CORPORA): the words of some trees are theirs")
    learned, kept = parts(code)
    assert not {s.id for s in learned} & {s.id for s in kept}
    assert 0.07 < len(kept) / (len(learned) + len(kept)) < 0.13
    assert len(own(code)) == len(learned) + len(kept)
    assert all(word.form and word.upos != "_" for sentence in learned for word in sentence.words)


def test_those_held_out_are_no_others() -> None:
    for code in ("en", "id"):
        texts = {sentence.text for sentence in read_conllu(HERE / f"{code}.conllu", split_spelled=False)}
        held = held_out(code)
        assert len(held) >= 200
        assert not texts & {sentence.text for sentence in held}
        assert not any("held_out" in str(path) for path in files(code))


def test_names_are_of_the_three_sorts() -> None:
    marked = names("en")
    sorts = Counter(label for tagged in marked for _, _, label in tagged.entities)
    assert set(sorts) == {"PER", "ORG", "LOC"}
    assert all(tagged.text[start:end].strip() for tagged in marked for start, end, _ in tagged.entities)
    assert names("xx") == []
