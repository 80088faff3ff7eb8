"""Parts of speech and noun phrases, mended: each shape with one beside it that must stay."""

from __future__ import annotations

from spacy.tokens import Doc

from .test_repair import Row, edge, tree


def pos(doc: Doc, word: str) -> str:
    return next(t.pos_ for t in doc if t.text == word)


def test_an_adjective_with_a_passive_auxiliary_is_a_verb() -> None:
    doc = tree(("nobody", "PRON", 2, "nsubj:pass"), ("was", "AUX", 2, "aux:pass"), ("hit", "ADJ", 2, "ROOT"))
    assert pos(doc, "hit") == "VERB"


def test_an_adjective_with_a_copula_stays() -> None:
    doc = tree(("nobody", "PRON", 2, "nsubj"), ("was", "AUX", 2, "cop"), ("safe", "ADJ", 2, "ROOT"))
    assert pos(doc, "safe") == "ADJ"


def test_a_noun_with_an_object_that_heads_a_clause_is_a_verb() -> None:
    doc = tree(
        ("bandits", "NOUN", 1, "nsubj"),
        ("hijacked", "VERB", 1, "ROOT"),
        ("lorries", "NOUN", 1, "obj"),
        ("and", "CCONJ", 4, "cc"),
        ("shot", "NOUN", 1, "conj"),
        ("drivers", "NOUN", 4, "obj"),
    )
    assert pos(doc, "shot") == "VERB"
    assert edge(doc, "shot") == ("hijacked", "conj")


def test_a_noun_with_an_article_stays_a_noun_whatever_hangs_on_it() -> None:
    doc = tree(
        ("bandits", "NOUN", 1, "nsubj"),
        ("fired", "VERB", 1, "ROOT"),
        ("and", "CCONJ", 4, "cc"),
        ("a", "DET", 4, "det"),
        ("shot", "NOUN", 1, "conj"),
        ("drivers", "NOUN", 4, "obj"),
    )
    assert pos(doc, "shot") == "NOUN"


def test_a_noun_beside_a_noun_stays_a_noun() -> None:
    doc = tree(
        ("shells", "NOUN", 0, "ROOT"),
        ("and", "CCONJ", 2, "cc"),
        ("shot", "NOUN", 0, "conj"),
        ("drivers", "NOUN", 2, "obj"),
    )
    assert pos(doc, "shot") == "NOUN"


def test_a_preposition_belongs_to_the_whole_noun_phrase() -> None:
    doc = tree(
        ("after", "ADP", 1, "case"),
        ("street", "NOUN", 2, "compound"),
        ("battles", "NOUN", 3, "obl"),
        ("fled", "VERB", 3, "ROOT"),
    )
    assert edge(doc, "after") == ("battles", "case")


def test_a_preposition_of_a_noun_that_modifies_one_before_it_stays() -> None:
    doc = tree(
        ("kantor", "NOUN", 3, "nsubj"),
        ("di", "ADP", 2, "case"),
        ("kota", "NOUN", 0, "compound"),
        ("tutup", "VERB", 3, "ROOT"),
    )
    assert edge(doc, "di") == ("kota", "case")


def test_a_name_that_the_recogniser_saw_whole_goes_on_with_its_second_word() -> None:
    rows: list[Row] = [
        ("fought", "VERB", 0, "ROOT"),
        ("in", "ADP", 4, "case"),
        ("San", "PROPN", 4, "compound"),
        ("Vicente", "PROPN", 4, "compound"),
        ("department", "NOUN", 0, "obl"),
    ]
    whole = tree(*rows, names={2: "B-LOC", 3: "I-LOC"})
    assert (edge(whole, "San"), edge(whole, "Vicente")) == (("department", "compound"), ("San", "flat"))
    assert edge(tree(*rows, names={2: "B-LOC", 3: "B-LOC"}), "Vicente") == ("department", "compound")


def test_a_participle_between_a_number_and_a_noun_describes_the_noun() -> None:
    doc = tree(
        ("rebels", "NOUN", 1, "nsubj"),
        ("freed", "VERB", 1, "ROOT"),
        ("five", "NUM", 1, "obj"),
        ("kidnapped", "VERB", 1, "xcomp"),
        ("Kenyan", "ADJ", 5, "amod"),
        ("workers", "NOUN", 3, "obj"),
        ("there", "ADV", 3, "advmod"),
    )
    assert edge(doc, "workers") == ("freed", "obj")
    assert edge(doc, "five") == ("workers", "nummod")
    assert edge(doc, "kidnapped") == ("workers", "amod")
    assert edge(doc, "there") == ("freed", "advmod")


def test_a_verb_behind_a_number_that_has_words_of_its_own_before_its_object_stays() -> None:
    doc = tree(
        ("police", "NOUN", 1, "nsubj"),
        ("said", "VERB", 1, "ROOT"),
        ("five", "NUM", 3, "nsubj"),
        ("killed", "VERB", 1, "ccomp"),
        ("two", "NUM", 5, "nummod"),
        ("men", "NOUN", 3, "obj"),
    )
    assert edge(doc, "killed") == ("said", "ccomp")
    assert edge(doc, "men") == ("killed", "obj")
