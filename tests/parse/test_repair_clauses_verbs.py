"""Verbs and clauses, mended: each shape with one beside it that must stay."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from gencatan.parse.repair import mend

from .test_repair import Row, edge, tree


def finite_tree(verb: str, *rows: Row) -> Doc:
    """A mended tree whose word `verb` has a finite form."""
    words, pos, heads, deps = (list(column) for column in zip(*rows, strict=True))
    morphs = ["VerbForm=Fin" if word == verb else "" for word in words]
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


def test_a_finite_verb_takes_the_place_of_its_coordinated_subject() -> None:
    doc = finite_tree(
        "certified",
        ("handover", "NOUN", 1, "nsubj"),
        ("ended", "VERB", 1, "ROOT"),
        ("and", "CCONJ", 3, "cc"),
        ("inspectors", "NOUN", 1, "conj"),
        ("certified", "VERB", 3, "acl"),
    )
    assert edge(doc, "certified") == ("ended", "conj")
    assert edge(doc, "inspectors") == ("certified", "nsubj")
    assert edge(doc, "and") == ("certified", "cc")


def test_a_participle_after_an_auxiliary_of_its_noun_is_the_verb() -> None:
    doc = tree(
        ("they", "PRON", 4, "nsubj"),
        ("would", "AUX", 4, "aux"),
        ("be", "AUX", 4, "aux:pass"),
        ("denied", "VERB", 4, "amod"),
        ("visas", "NOUN", 4, "ROOT"),
    )
    assert edge(doc, "denied") == ("denied", "ROOT")
    assert edge(doc, "visas") == ("denied", "obj")
    assert edge(doc, "they") == ("denied", "nsubj")
    assert edge(doc, "would") == ("denied", "aux")


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


def test_a_verb_with_a_subject_modifies_nothing() -> None:
    doc = tree(("Ardania", "PROPN", 1, "nsubj"), ("freed", "VERB", 2, "amod"), ("hostages", "NOUN", 2, "ROOT"))
    assert edge(doc, "freed") == ("freed", "ROOT")
    assert edge(doc, "hostages") == ("freed", "obj")


def test_a_participle_without_a_subject_modifies() -> None:
    doc = tree(("freed", "VERB", 1, "amod"), ("hostages", "NOUN", 2, "nsubj"), ("left", "VERB", 2, "ROOT"))
    assert edge(doc, "freed") == ("hostages", "amod")


def test_the_plural_before_an_apostrophe_owns() -> None:
    rows: list[Row] = [
        ("rebels", "NOUN", 6, "nsubj"),
        ("'", "PUNCT", 0, "punct"),
        ("shelling", "VERB", 0, "acl"),
        ("of", "ADP", 5, "case"),
        ("the", "DET", 5, "det"),
        ("town", "NOUN", 2, "nmod"),
        ("ended", "VERB", 6, "ROOT"),
    ]
    doc = tree(*rows, glued=frozenset({0}))
    assert edge(doc, "rebels") == ("shelling", "nmod:poss")
    assert edge(doc, "shelling") == ("ended", "nsubj")
    assert edge(tree(*rows), "shelling") == ("rebels", "acl")  # a quotation mark that stands apart


def test_of_two_participles_the_second_describes_nothing() -> None:
    doc = tree(
        ("killing", "VERB", 0, "ROOT"),
        ("five", "NUM", 0, "obj"),
        ("and", "CCONJ", 4, "cc"),
        ("hurting", "VERB", 4, "amod"),
        ("seven", "NUM", 1, "conj"),
    )
    assert edge(doc, "hurting") == ("killing", "conj")
    assert edge(doc, "seven") == ("hurting", "obj")


def test_a_noun_right_before_a_verb_is_its_subject() -> None:
    rows: list[Row] = [
        ("died", "VERB", 0, "ROOT"),
        ("when", "ADV", 4, "advmod"),
        ("a", "DET", 3, "det"),
        ("shell", "NOUN", 4, "obl"),
        ("struck", "VERB", 0, "advcl"),
        ("buses", "NOUN", 4, "obj"),
    ]
    assert edge(tree(*rows), "shell") == ("struck", "nsubj")
    rows[2] = ("in", "ADP", 3, "case")
    assert edge(tree(*rows), "shell") == ("struck", "obl")


def test_an_article_before_a_subject_is_the_subject_s() -> None:
    doc = tree(
        ("the", "DET", 3, "det"),
        ("junta", "NOUN", 3, "compound"),
        ("dissolved", "VERB", 3, "amod"),
        ("parliament", "NOUN", 3, "ROOT"),
    )
    assert edge(doc, "junta") == ("dissolved", "nsubj")
    assert edge(doc, "the") == ("junta", "det")
    assert edge(doc, "parliament") == ("dissolved", "obj")


def test_what_stands_after_an_infinitive_mark_is_its_verb() -> None:
    doc = tree(
        ("they", "PRON", 1, "nsubj"),
        ("agreed", "VERB", 1, "ROOT"),
        ("to", "PART", 4, "case"),
        ("halt", "VERB", 4, "compound"),
        ("attacks", "NOUN", 1, "obl"),
    )
    assert edge(doc, "halt") == ("agreed", "xcomp")
    assert edge(doc, "attacks") == ("halt", "obj")
    assert edge(doc, "to") == ("halt", "mark")


def test_a_noun_with_a_phrase_of_its_own_is_no_infinitive() -> None:
    doc = tree(
        ("claim", "NOUN", 0, "ROOT"),
        ("to", "PART", 2, "mark"),
        ("sovereignty", "NOUN", 0, "acl"),
        ("of", "ADP", 4, "case"),
        ("land", "NOUN", 2, "nmod"),
    )
    assert next(t for t in doc if t.text == "sovereignty").pos_ == "NOUN"


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


def test_the_verb_behind_a_relative_clause_is_the_sentences() -> None:
    doc = related(*RELATIVE)
    assert edge(doc, "voiced") == ("voiced", "ROOT")
    assert edge(doc, "Rice") == ("voiced", "nsubj")
    assert edge(doc, "resigned") == ("Rice", "acl:relcl")


def test_a_second_verb_with_a_conjunction_stays_in_the_relative_clause() -> None:
    joined = [(w, p, h, d) if w != "," or h == 0 else ("and", "CCONJ", h, "cc") for w, p, h, d in RELATIVE]
    doc = related(*joined)
    assert edge(doc, "resigned") == ("resigned", "ROOT")
    assert edge(doc, "voiced") == ("resigned", "conj")
