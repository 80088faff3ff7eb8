"""Sentences that small parsers take for others: who is believed, accused, held or freed is no other's subject."""

from __future__ import annotations

from gencatan.parse.repair import described

from .test_repair import edge
from .test_repair_predicates import formed

PAST = "Tense=Past|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part"


def test_what_somebody_believes_stays_a_clause() -> None:
    doc = formed(
        ("Men", "NOUN", 1, "nsubj", ""),
        ("believed", "VERB", 1, "ROOT", PAST),
        ("rebels", "NOUN", 3, "nsubj", ""),
        ("attacked", "VERB", 1, "ccomp", PAST),
    )
    assert edge(doc, "Men") == ("believed", "nsubj")
    assert edge(doc, "rebels") == ("attacked", "nsubj")


def freed(verb: str) -> tuple[tuple[str, str, int, str, str], ...]:
    return (
        ("army", "NOUN", 1, "nsubj", ""),
        (verb, "VERB", 1, "ROOT", PAST),
        ("men", "NOUN", 3, "nsubj", ""),
        ("arrested", "VERB", 1, "ccomp", PAST),
    )


def test_a_verb_that_opens_no_clause_has_an_object() -> None:
    doc = formed(*freed("freed"))
    described(list(doc), lambda verb: verb.text == "said")
    assert edge(doc, "men") == ("freed", "obj")
    assert edge(doc, "arrested") == ("men", "acl")
    doc = formed(*freed("said"))
    described(list(doc), lambda verb: verb.text == "said")
    assert edge(doc, "men") == ("arrested", "nsubj")


def test_a_clause_with_a_pronoun_describes_the_noun_before_it() -> None:
    doc = formed(
        ("They", "PRON", 1, "nsubj", ""),
        ("punished", "VERB", 1, "ROOT", PAST),
        ("generals", "NOUN", 1, "obj", ""),
        ("it", "PRON", 4, "nsubj", ""),
        ("accuses", "VERB", 1, "ccomp", ""),
    )
    described(list(doc), lambda verb: False)
    assert edge(doc, "accuses") == ("generals", "acl:relcl")


def test_a_gerund_behind_a_noun_keeps_its_object() -> None:
    doc = formed(
        ("Jets", "NOUN", 4, "nsubj", ""),
        ("strafing", "VERB", 0, "acl", "VerbForm=Ger"),
        ("the", "DET", 3, "det", ""),
        ("port", "NOUN", 1, "obj", ""),
        ("crashed", "VERB", 4, "ROOT", PAST),
    )
    assert edge(doc, "port") == ("strafing", "obj")
