"""What has an auxiliary, an object or a subject beside it is a verb: each shape with one beside it that must stay."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from gencatan.parse.repair import mend

from .test_repair import edge, tree

Formed = tuple[str, str, int, str, str]


def formed(*rows: Formed) -> Doc:
    """A mended tree whose words have features."""
    words, pos, heads, deps, morphs = (list(column) for column in zip(*rows, strict=True))
    doc = Doc(Vocab(), words=words, pos=pos, heads=heads, deps=deps, lemmas=words, morphs=morphs)
    mend(doc)
    return doc


def test_the_word_behind_an_auxiliary_is_its_verb() -> None:
    doc = tree(
        ("Looters", "NOUN", 3, "nsubj"),
        ("will", "AUX", 3, "aux"),
        ("trash", "NOUN", 3, "compound"),
        ("shops", "NOUN", 3, "ROOT"),
        (".", "PUNCT", 3, "punct"),
    )
    assert edge(doc, "trash") == ("trash", "ROOT")
    assert edge(doc, "shops") == ("trash", "obj")
    assert edge(doc, "Looters") == ("trash", "nsubj")


def test_an_auxiliary_beside_a_copula_stays() -> None:
    doc = tree(
        ("They", "PRON", 4, "nsubj"),
        ("will", "AUX", 4, "aux"),
        ("be", "AUX", 4, "cop"),
        ("army", "NOUN", 4, "compound"),
        ("officers", "NOUN", 4, "ROOT"),
    )
    assert edge(doc, "army") == ("officers", "compound")


def test_a_noun_with_an_object_is_a_verb() -> None:
    doc = formed(
        ("Two", "NUM", 2, "nummod", ""),
        ("countries", "NOUN", 2, "compound", "Number=Plur"),
        ("station", "NOUN", 2, "ROOT", "Number=Sing"),
        ("troops", "NOUN", 2, "obj", "Number=Plur"),
    )
    assert edge(doc, "countries") == ("station", "nsubj")
    assert edge(doc, "Two") == ("countries", "nummod")
    assert next(t for t in doc if t.text == "station").pos_ == "VERB"


def test_a_participle_set_off_behind_a_noun_describes_it() -> None:
    doc = formed(
        ("Talks", "NOUN", 2, "nsubj:pass", "Number=Plur"),
        (",", "PUNCT", 2, "punct", ""),
        ("hosted", "VERB", 6, "ccomp", "Tense=Past|VerbForm=Part"),
        ("by", "ADP", 4, "case", ""),
        ("Kenya", "PROPN", 2, "obl", ""),
        (",", "PUNCT", 2, "punct", ""),
        ("resumed", "VERB", 6, "ROOT", "Tense=Past|VerbForm=Fin"),
    )
    assert edge(doc, "Talks") == ("resumed", "nsubj")
    assert edge(doc, "hosted") == ("Talks", "acl")
    assert edge(doc, "Kenya")[0] == "hosted"


def test_what_is_told_before_who_tells_it_stays() -> None:
    doc = formed(
        ("Gunmen", "NOUN", 1, "nsubj", "Number=Plur"),
        ("attacked", "VERB", 6, "ccomp", "Tense=Past|VerbForm=Fin"),
        ("convoys", "NOUN", 1, "obj", "Number=Plur"),
        (",", "PUNCT", 6, "punct", ""),
        ("the", "DET", 5, "det", ""),
        ("army", "NOUN", 6, "nsubj", "Number=Sing"),
        ("said", "VERB", 6, "ROOT", "Tense=Past|VerbForm=Fin"),
    )
    assert edge(doc, "Gunmen") == ("attacked", "nsubj")
    assert edge(doc, "attacked") == ("said", "ccomp")


def test_who_says_so_may_part_a_subject_from_its_verb() -> None:
    doc = tree(
        ("Nineteen", "NUM", 3, "ccomp"),
        (",", "PUNCT", 3, "punct"),
        ("monitors", "NOUN", 3, "nsubj"),
        ("said", "VERB", 6, "parataxis"),
        (",", "PUNCT", 3, "punct"),
        ("were", "AUX", 6, "aux:pass"),
        ("shot", "VERB", 6, "ROOT"),
    )
    assert edge(doc, "Nineteen") == ("shot", "nsubj:pass")


def test_a_number_before_an_object_counts_it() -> None:
    doc = tree(
        ("Planes", "NOUN", 1, "nsubj"),
        ("ferried", "VERB", 1, "ROOT"),
        ("60", "NUM", 1, "obj"),
        ("freed", "VERB", 4, "amod"),
        ("prisoners", "NOUN", 1, "obj"),
    )
    assert edge(doc, "60") == ("prisoners", "nummod")


def test_an_adverb_before_an_adjective_is_that_ones() -> None:
    doc = tree(
        ("Troops", "NOUN", 1, "nsubj"),
        ("entered", "VERB", 1, "ROOT"),
        ("the", "DET", 5, "det"),
        ("mostly", "ADV", 5, "advmod"),
        ("Kurdish", "ADJ", 5, "amod"),
        ("southeast", "NOUN", 1, "obj"),
    )
    assert edge(doc, "mostly") == ("Kurdish", "advmod")


def test_the_noun_behind_a_clause_about_a_subject_is_the_clauses_object() -> None:
    doc = tree(
        ("Gunmen", "NOUN", 5, "nsubj:pass"),
        ("who", "PRON", 2, "nsubj"),
        ("killed", "VERB", 0, "acl:relcl"),
        ("people", "NOUN", 5, "nsubj:pass"),
        ("were", "AUX", 5, "aux:pass"),
        ("arrested", "VERB", 5, "ROOT"),
    )
    assert edge(doc, "people") == ("killed", "obj")
    assert edge(doc, "Gunmen") == ("arrested", "nsubj:pass")


def test_what_a_subject_is_said_to_be_is_a_clause_about_it() -> None:
    doc = tree(
        ("Enclave", "NOUN", 7, "nsubj:pass"),
        (",", "PUNCT", 4, "punct"),
        ("which", "PRON", 4, "nsubj"),
        ("is", "AUX", 4, "cop"),
        ("part", "NOUN", 7, "nsubj:pass"),
        (",", "PUNCT", 4, "punct"),
        ("was", "AUX", 7, "aux:pass"),
        ("sealed", "VERB", 7, "ROOT"),
    )
    assert edge(doc, "part") == ("Enclave", "acl:relcl")


def test_a_noun_in_a_phrase_before_a_verb_has_no_object() -> None:
    doc = tree(
        ("In", "ADP", 1, "case"),
        ("return", "NOUN", 3, "obl"),
        ("they", "NOUN", 1, "obj"),
        ("undertake", "VERB", 3, "ROOT"),
    )
    assert edge(doc, "they") == ("undertake", "nsubj")
