"""What is mended in a tree, on trees written out by hand: (word, part of speech, head, relation)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from spacy.tokens import Doc
from spacy.vocab import Vocab

from gencatan.parse.repair import mend

Row = tuple[str, str, int, str]


def tree(*rows: Row, glued: frozenset[int] = frozenset(), names: Mapping[int, str] = MappingProxyType({})) -> Doc:
    """A mended tree; no blank follows the words in `glued`, `names` has what the recogniser of names saw ("B-LOC")."""
    words, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    spaces = [i not in glued for i in range(len(words))]
    ents = [names.get(i, "O") for i in range(len(words))]
    doc = Doc(Vocab(), words=words, spaces=spaces, pos=pos, heads=heads, deps=deps, lemmas=words, ents=ents)
    mend(doc)
    return doc


def edge(doc: Doc, word: str) -> tuple[str, str]:
    """The head and relation of the first token with that text."""
    token = next(t for t in doc if t.text == word)
    return token.head.text, token.dep_


def test_a_hyphenated_word_is_one_token() -> None:
    doc = tree(
        ("cease", "NOUN", 2, "compound"),
        ("-", "PUNCT", 2, "punct"),
        ("fire", "NOUN", 3, "nsubj"),
        ("held", "VERB", 3, "ROOT"),
        glued=frozenset({0, 1}),
    )
    assert [t.text for t in doc] == ["cease-fire", "held"]
    assert edge(doc, "cease-fire") == ("held", "nsubj")


def test_a_dash_between_blanks_joins_nothing() -> None:
    doc = tree(("Baku", "PROPN", 2, "nsubj"), ("-", "PUNCT", 2, "punct"), ("spoke", "VERB", 2, "ROOT"))
    assert len(doc) == 3


def test_a_clause_with_its_own_mark_is_left_alone() -> None:
    doc = tree(
        ("rebels", "NOUN", 1, "nsubj"),
        ("disarm", "VERB", 1, "ROOT"),
        ("fighters", "NOUN", 1, "obj"),
        ("if", "SCONJ", 5, "mark"),
        ("army", "NOUN", 5, "nsubj"),
        ("withdraws", "VERB", 1, "advcl"),
    )
    assert edge(doc, "withdraws") == ("disarm", "advcl")


def test_one_word() -> None:
    assert len(tree(("Rebels", "NOUN", 0, "ROOT"))) == 1


def test_a_participle_inside_a_noun_phrase_stays() -> None:
    doc = tree(
        ("The", "DET", 2, "det"),
        ("wounded", "VERB", 2, "amod"),
        ("men", "NOUN", 3, "nsubj"),
        ("left", "VERB", 3, "ROOT"),
    )
    assert edge(doc, "wounded") == ("men", "amod")
