"""Verbs and clauses, mended: each shape with one beside it that must stay."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc
from spacy.vocab import Vocab

from gencatan.parse.repair import mend

from .test_repair import Row, edge, tree


def finite_tree(verb: str, *rows: Row) -> Doc:
    """A mended tree whose word `verb` has a finite form."""
    return formed({verb: "VerbForm=Fin"}, *rows)


def formed(forms: Mapping[str, str], *rows: Row) -> Doc:
    """A mended tree whose words have these features."""
    words, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    morphs = [forms.get(word, "") for word in words]
    doc = Doc(Vocab(), words=words, pos=pos, heads=heads, deps=deps, lemmas=words, morphs=morphs)
    mend(doc)
    return doc


CONTEST: tuple[Row, ...] = (
    ("contest", "NOUN", 0, "ROOT"),
    ("of", "ADP", 2, "case"),
    ("cartoons", "NOUN", 0, "nmod"),
    ("opened", "VERB", 0, "acl"),
    ("Monday", "PROPN", 3, "obl"),
    (".", "PUNCT", 0, "punct"),
)


def test_a_finite_verb_describes_no_noun() -> None:
    doc = finite_tree("opened", *CONTEST)
    assert edge(doc, "opened") == ("opened", "ROOT")
    assert edge(doc, "contest") == ("opened", "nsubj")
    assert edge(doc, "cartoons") == ("contest", "nmod")
    assert edge(doc, ".") == ("opened", "punct")


def test_a_participle_after_a_noun_may_describe_it() -> None:
    assert edge(tree(*CONTEST[:-1]), "opened") == ("contest", "acl")


def test_a_finite_verb_with_a_relative_word_stays() -> None:
    doc = finite_tree(
        "opened",
        ("contest", "NOUN", 0, "ROOT"),
        ("that", "PRON", 2, "nsubj"),
        ("opened", "VERB", 0, "acl"),
    )
    assert edge(doc, "opened") == ("contest", "acl")


def test_a_finite_verb_on_an_object_stays() -> None:
    doc = finite_tree(
        "led",
        ("police", "NOUN", 1, "nsubj"),
        ("seized", "VERB", 1, "ROOT"),
        ("towns", "NOUN", 1, "obj"),
        ("led", "VERB", 2, "acl"),
    )
    assert edge(doc, "led") == ("towns", "acl")


def test_a_participle_after_a_copula_describes_its_noun() -> None:
    doc = tree(
        ("they", "PRON", 3, "nsubj"),
        ("are", "AUX", 3, "cop"),
        ("wounded", "VERB", 3, "amod"),
        ("soldiers", "NOUN", 3, "ROOT"),
    )
    assert edge(doc, "wounded") == ("soldiers", "amod")


def test_a_subordinator_marks_the_clause_not_its_subject() -> None:
    doc = tree(
        ("tentara", "NOUN", 1, "nsubj"),
        ("mundur", "VERB", 1, "ROOT"),
        ("setelah", "SCONJ", 3, "case"),
        ("Taliban", "PROPN", 4, "nsubj"),
        ("datang", "VERB", 1, "advcl"),
    )
    assert edge(doc, "setelah") == ("datang", "mark")


def test_a_preposition_stays_with_its_noun() -> None:
    doc = tree(
        ("tentara", "NOUN", 1, "nsubj"),
        ("mundur", "VERB", 1, "ROOT"),
        ("setelah", "SCONJ", 3, "case"),
        ("serangan", "NOUN", 1, "obl"),
    )
    assert edge(doc, "setelah") == ("serangan", "case")


RELATIVE: tuple[Row, ...] = (
    ("Rice", "PROPN", 4, "obl"),
    (",", "PUNCT", 0, "punct"),
    ("whose", "PRON", 3, "nmod:poss"),
    ("aide", "NOUN", 4, "nsubj"),
    ("resigned", "VERB", 4, "ROOT"),
    (",", "PUNCT", 6, "punct"),
    ("voiced", "VERB", 4, "conj"),
    ("regret", "NOUN", 6, "obj"),
)


def related(*rows: Row) -> Doc:
    """A mended tree whose word "whose" is relative."""
    words, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    morphs = ["Poss=Yes|PronType=Rel" if word == "whose" else "" for word in words]
    doc = Doc(Vocab(), words=words, pos=pos, heads=heads, deps=deps, lemmas=words, morphs=morphs)
    mend(doc)
    return doc


def test_a_second_verb_with_a_conjunction_stays_in_the_relative_clause() -> None:
    joined = [(w, p, h, d) if w != "," or h == 0 else ("and", "CCONJ", h, "cc") for w, p, h, d in RELATIVE]
    doc = related(*joined)
    assert edge(doc, "resigned") == ("resigned", "ROOT")
    assert edge(doc, "voiced") == ("resigned", "conj")


ASKED: tuple[Row, ...] = (
    ("leaders", "NOUN", 1, "nsubj"),
    ("asked", "VERB", 1, "ROOT"),
    ("Chad", "PROPN", 1, "obj"),
    ("to", "PART", 4, "mark"),
    ("mediate", "VERB", 1, "xcomp"),
    ("and", "CCONJ", 6, "cc"),
    ("called", "VERB", 4, "conj"),
)


def test_a_verb_in_the_past_goes_on_with_the_one_in_the_past() -> None:
    past = "VerbForm=Fin|Tense=Past"
    forms = {"asked": past, "mediate": "VerbForm=Inf", "called": past}
    assert edge(formed(forms, *ASKED), "called") == ("asked", "conj")
    assert edge(formed({**forms, "called": "VerbForm=Inf"}, *ASKED), "called") == ("mediate", "conj")


ORDERED: tuple[Row, ...] = (
    ("ordered", "VERB", 0, "ROOT"),
    ("men", "NOUN", 0, "obj"),
    ("to", "PART", 3, "mark"),
    ("wait", "VERB", 0, "xcomp"),
    (",", "PUNCT", 5, "punct"),
    ("extending", "VERB", 3, "advcl"),
)


def test_a_participle_behind_a_comma_goes_on_with_the_main_verb() -> None:
    assert edge(formed({"extending": "VerbForm=Ger"}, *ORDERED), "extending") == ("ordered", "advcl")
    assert edge(formed({"extending": "VerbForm=Inf"}, *ORDERED), "extending") == ("wait", "advcl")


def test_what_stands_between_an_auxiliary_and_a_participle_before_a_noun_is_the_verb() -> None:
    rows: list[Row] = [
        ("agency", "NOUN", 3, "nsubj"),
        ("has", "AUX", 3, "aux"),
        ("provided", "VERB", 3, "advmod"),
        ("fortified", "VERB", 3, "ROOT"),
        ("biscuits", "NOUN", 3, "obj"),
    ]
    doc = tree(*rows)
    assert (edge(doc, "provided"), edge(doc, "biscuits")) == (("provided", "ROOT"), ("provided", "obj"))
    assert (edge(doc, "fortified"), edge(doc, "agency")) == (("biscuits", "amod"), ("provided", "nsubj"))
    rows[2] = ("often", "ADV", 3, "advmod")
    assert edge(tree(*rows), "biscuits") == ("fortified", "obj")
