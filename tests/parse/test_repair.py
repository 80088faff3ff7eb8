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


def test_a_hedge_heads_no_noun() -> None:
    doc = tree(
        ("sedikitnya", "ADV", 3, "nsubj"),
        ("32", "NUM", 2, "nummod"),
        ("orang", "NOUN", 0, "obl"),
        ("tewas", "VERB", 3, "ROOT"),
    )
    assert edge(doc, "orang") == ("tewas", "nsubj")
    assert edge(doc, "sedikitnya") == ("orang", "advmod")


def test_the_second_of_two_clauses_gets_its_subject() -> None:
    doc = tree(
        ("rebels", "NOUN", 1, "nsubj"),
        ("disarm", "VERB", 1, "ROOT"),
        ("fighters", "NOUN", 1, "obj"),
        ("and", "CCONJ", 4, "cc"),
        ("army", "NOUN", 2, "conj"),
        ("withdraws", "VERB", 1, "advcl"),
    )
    assert edge(doc, "army") == ("withdraws", "nsubj")
    assert edge(doc, "withdraws") == ("disarm", "conj")
    assert edge(doc, "and") == ("withdraws", "cc")


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


def test_a_marked_clause_describes_no_name() -> None:
    doc = tree(
        ("he", "PRON", 1, "nsubj"),
        ("told", "VERB", 1, "ROOT"),
        ("Aliyev", "PROPN", 1, "obj"),
        ("that", "SCONJ", 5, "mark"),
        ("rebels", "NOUN", 5, "nsubj"),
        ("fled", "VERB", 2, "acl"),
    )
    assert edge(doc, "fled") == ("told", "ccomp")


def test_one_word() -> None:
    assert len(tree(("Rebels", "NOUN", 0, "ROOT"))) == 1


def test_a_participle_between_subject_and_object_is_the_verb() -> None:
    doc = tree(
        ("Germany", "PROPN", 3, "nsubj"),
        ("halted", "VERB", 2, "amod"),
        ("arms", "NOUN", 3, "compound"),
        ("exports", "NOUN", 3, "ROOT"),
    )
    assert edge(doc, "halted") == ("halted", "ROOT")
    assert edge(doc, "Germany") == ("halted", "nsubj")
    assert edge(doc, "exports") == ("halted", "obj")


def test_a_participle_after_an_auxiliary_is_the_verb() -> None:
    doc = tree(
        ("president", "NOUN", 1, "nsubj"),
        ("has", "AUX", 1, "ROOT"),
        ("lifted", "VERB", 3, "amod"),
        ("curbs", "NOUN", 1, "obj"),
    )
    assert edge(doc, "lifted") == ("lifted", "ROOT")
    assert edge(doc, "has") == ("lifted", "aux")
    assert edge(doc, "president") == ("lifted", "nsubj")
    assert edge(doc, "curbs") == ("lifted", "obj")


def test_a_participle_inside_a_noun_phrase_stays() -> None:
    doc = tree(
        ("The", "DET", 2, "det"),
        ("wounded", "VERB", 2, "amod"),
        ("men", "NOUN", 3, "nsubj"),
        ("left", "VERB", 3, "ROOT"),
    )
    assert edge(doc, "wounded") == ("men", "amod")


def test_a_noun_that_modifies_a_bare_verb_is_its_subject() -> None:
    doc = tree(("Lavrov", "PROPN", 1, "compound"), ("spoke", "VERB", 1, "ROOT"))
    assert edge(doc, "Lavrov") == ("spoke", "nsubj")


def test_a_name_taken_for_an_adverb_before_a_bare_verb_is_its_subject() -> None:
    doc = tree(("Nauru", "PROPN", 1, "advmod"), ("established", "VERB", 1, "ROOT"), ("relations", "NOUN", 1, "obj"))
    assert edge(doc, "Nauru") == ("established", "nsubj")
    doc = tree(("Yesterday", "ADV", 1, "advmod"), ("established", "VERB", 1, "ROOT"), ("relations", "NOUN", 1, "obj"))
    assert edge(doc, "Yesterday") == ("established", "advmod")
