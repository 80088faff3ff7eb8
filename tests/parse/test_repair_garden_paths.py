"""Sentences that small parsers take for others: who is believed, accused, held or freed is no other's subject."""

from __future__ import annotations

from gencatan.parse.repair import described

from .test_repair import edge, tree
from .test_repair_predicates import formed

PAST = "Tense=Past|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"


def test_who_is_believed_to_be_something_is_the_subject_of_the_verb_behind() -> None:
    doc = formed(
        ("Men", "NOUN", 1, "nsubj", ""),
        ("believed", "VERB", 1, "ROOT", PAST),
        ("to", "PART", 4, "mark", ""),
        ("be", "AUX", 4, "cop", "VerbForm=Inf"),
        ("rebels", "NOUN", 5, "nsubj", ""),
        ("attacked", "VERB", 1, "ccomp", PAST),
        ("posts", "NOUN", 5, "obj", ""),
    )
    assert edge(doc, "attacked") == ("attacked", "ROOT")
    assert edge(doc, "Men") == ("attacked", "nsubj")
    assert edge(doc, "believed") == ("Men", "acl")
    assert edge(doc, "rebels") == ("believed", "xcomp")


def test_what_somebody_believes_stays_a_clause() -> None:
    doc = formed(
        ("Men", "NOUN", 1, "nsubj", ""),
        ("believed", "VERB", 1, "ROOT", PAST),
        ("rebels", "NOUN", 3, "nsubj", ""),
        ("attacked", "VERB", 1, "ccomp", PAST),
    )
    assert edge(doc, "Men") == ("believed", "nsubj")
    assert edge(doc, "rebels") == ("attacked", "nsubj")


def test_a_second_subject_behind_a_subordinator_is_a_phrase() -> None:
    rows = [
        ("Rebels", "NOUN", 6, "nsubj", ""),
        ("holding", "VERB", 0, "acl", "VerbForm=Ger"),
        ("the", "DET", 3, "det", ""),
        ("city", "NOUN", 1, "obj", ""),
        ("since", "SCONJ", 6, "mark", ""),
        ("May", "PROPN", 6, "nsubj", ""),
        ("fled", "VERB", 6, "ROOT", PAST),
    ]
    doc = formed(*rows)
    assert edge(doc, "May") == ("holding", "obl")
    assert edge(doc, "since") == ("May", "case")
    assert edge(doc, "Rebels") == ("fled", "nsubj")
    rows[1] = ("held", "VERB", 0, "acl", PAST)  # "The rebels held the city until May arrived"
    assert edge(formed(*rows), "May") == ("fled", "nsubj")


def test_what_a_group_is_made_of_is_not_told_beside_it() -> None:
    doc = tree(
        ("people", "NOUN", 7, "nsubj"),
        (",", "PUNCT", 0, "punct"),
        ("many", "ADJ", 5, "nsubj"),
        ("of", "ADP", 4, "case"),
        ("them", "PRON", 2, "nmod"),
        ("women", "NOUN", 0, "conj"),
        (",", "PUNCT", 0, "punct"),
        ("died", "VERB", 7, "ROOT"),
    )
    assert edge(doc, "women") == ("people", "parataxis")


def test_an_adjective_behind_a_copula_is_what_is_said() -> None:
    rows = [
        ("Talks", "NOUN", 4, "nsubj"),
        ("are", "AUX", 4, "cop"),
        ("due", "ADJ", 4, "case"),
        ("in", "ADP", 4, "case"),
        ("Geneva", "PROPN", 4, "ROOT"),
    ]
    doc = tree(*rows)
    assert edge(doc, "due") == ("due", "ROOT")
    assert edge(doc, "Talks") == ("due", "nsubj")
    assert edge(doc, "in") == ("Geneva", "case")
    rows[3] = ("to", "ADP", 2, "fixed")
    assert edge(tree(*rows), "Geneva") == ("Geneva", "ROOT")


def test_whom_somebody_is_accused_of_killing_is_not_arrested() -> None:
    doc = formed(
        ("men", "NOUN", 1, "nsubj", ""),
        ("accused", "VERB", 1, "ROOT", PARTICIPLE),
        ("of", "SCONJ", 3, "mark", ""),
        ("killing", "VERB", 1, "advcl", "VerbForm=Ger"),
        ("governors", "NOUN", 6, "nsubj:pass", ""),
        ("were", "AUX", 6, "aux:pass", ""),
        ("arrested", "VERB", 3, "ccomp", PARTICIPLE),
    )
    assert edge(doc, "men") == ("arrested", "nsubj:pass")
    assert edge(doc, "accused") == ("men", "acl")
    assert edge(doc, "governors") == ("killing", "obj")


def freed(verb: str) -> tuple[tuple[str, str, int, str, str], ...]:
    return (
        ("army", "NOUN", 1, "nsubj", ""),
        (verb, "VERB", 1, "ROOT", PAST),
        ("men", "NOUN", 3, "nsubj", ""),
        ("arrested", "VERB", 1, "ccomp", PAST),
    )


def test_a_verb_that_opens_no_clause_has_an_object() -> None:
    doc = formed(*freed("freed"))
    described(doc, lambda verb: verb.text == "said")
    assert edge(doc, "men") == ("freed", "obj")
    assert edge(doc, "arrested") == ("men", "acl")
    doc = formed(*freed("said"))
    described(doc, lambda verb: verb.text == "said")
    assert edge(doc, "men") == ("arrested", "nsubj")


def test_a_clause_with_a_pronoun_describes_the_noun_before_it() -> None:
    doc = formed(
        ("They", "PRON", 1, "nsubj", ""),
        ("punished", "VERB", 1, "ROOT", PAST),
        ("generals", "NOUN", 1, "obj", ""),
        ("it", "PRON", 4, "nsubj", ""),
        ("accuses", "VERB", 1, "ccomp", ""),
    )
    described(doc, lambda verb: False)
    assert edge(doc, "accuses") == ("generals", "acl:relcl")


def test_a_bare_past_form_behind_a_noun_describes_it() -> None:
    rows = [
        ("They", "PRON", 1, "nsubj", ""),
        ("follow", "VERB", 1, "ROOT", ""),
        ("plans", "NOUN", 1, "obj", ""),
        ("announced", "VERB", 1, "advcl", PAST),
        ("two", "NUM", 5, "nummod", ""),
        ("weeks", "NOUN", 6, "obl", ""),
        ("ago", "ADV", 3, "advmod", ""),
    ]
    assert edge(formed(*rows), "announced") == ("plans", "acl")
    rows[3] = ("and", "CCONJ", 4, "cc", "")
    rows[4] = ("left", "VERB", 1, "conj", PAST)
    assert edge(formed(*rows[:5]), "left") == ("follow", "conj")


def test_a_gerund_between_a_number_and_a_noun_says_what_is_counted() -> None:
    doc = formed(
        ("Jets", "NOUN", 1, "nsubj", ""),
        ("flew", "VERB", 1, "ROOT", PAST),
        ("forty", "NUM", 1, "obj", "NumType=Card"),
        ("strafing", "VERB", 2, "acl", "VerbForm=Ger"),
        ("attacks", "NOUN", 3, "obj", ""),
    )
    assert edge(doc, "attacks") == ("flew", "obj")
    assert edge(doc, "strafing") == ("attacks", "amod")
    assert edge(doc, "forty") == ("attacks", "nummod")


def test_a_gerund_behind_a_noun_keeps_its_object() -> None:
    doc = formed(
        ("Jets", "NOUN", 4, "nsubj", ""),
        ("strafing", "VERB", 0, "acl", "VerbForm=Ger"),
        ("the", "DET", 3, "det", ""),
        ("port", "NOUN", 1, "obj", ""),
        ("crashed", "VERB", 4, "ROOT", PAST),
    )
    assert edge(doc, "port") == ("strafing", "obj")


def test_a_noun_behind_and_that_is_the_subject_of_its_verb() -> None:
    doc = formed(
        ("She", "PRON", 1, "nsubj", ""),
        ("said", "VERB", 1, "ROOT", PAST),
        ("war", "NOUN", 3, "nsubj", ""),
        ("failed", "VERB", 1, "ccomp", PAST),
        ("and", "CCONJ", 6, "cc", ""),
        ("that", "SCONJ", 6, "mark", ""),
        ("Ardania", "PROPN", 3, "conj", ""),
        ("must", "AUX", 8, "aux", ""),
        ("talk", "VERB", 3, "parataxis", "VerbForm=Inf"),
    )
    assert edge(doc, "Ardania") == ("talk", "nsubj")
    assert edge(doc, "talk") == ("failed", "conj")
