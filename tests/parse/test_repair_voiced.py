"""Forms that are known to be verbs, put in their place: each shape with one beside it that must stay."""

from __future__ import annotations

from gencatan.parse.repair import voiced

from .test_repair import edge, tree

VERBS = {"dipukuli": "pass", "merusak": "act", "menyandera": "act"}


def test_a_passive_form_in_a_name_becomes_the_verb_and_the_noun_behind_it_its_agent() -> None:
    doc = tree(("Warga", "NOUN", 0, "ROOT"), ("dipukuli", "NOUN", 0, "nmod"), ("aparat", "NOUN", 1, "compound"))
    voiced(list(doc), VERBS)
    assert edge(doc, "dipukuli") == ("dipukuli", "ROOT")
    assert edge(doc, "Warga") == ("dipukuli", "nsubj:pass")
    assert edge(doc, "aparat") == ("dipukuli", "obl")


def test_an_active_form_has_an_object() -> None:
    doc = tree(("Massa", "NOUN", 1, "nsubj"), ("merusak", "VERB", 1, "ROOT"), ("pos", "NOUN", 1, "compound"))
    voiced(list(doc), VERBS)
    assert edge(doc, "pos") == ("merusak", "obj")


def test_a_verb_after_a_noun_and_before_a_clause_of_its_own_is_the_main_one() -> None:
    doc = tree(
        ("Warga", "NOUN", 3, "nsubj"),
        ("dipukuli", "NOUN", 0, "compound"),
        ("ketika", "SCONJ", 3, "mark"),
        ("pulang", "VERB", 3, "ROOT"),
    )
    voiced(list(doc), VERBS)
    assert edge(doc, "Warga") == ("dipukuli", "nsubj:pass")
    assert edge(doc, "pulang") == ("dipukuli", "advcl")


def test_without_such_a_clause_it_describes_the_noun() -> None:
    doc = tree(("Warga", "NOUN", 2, "nsubj"), ("dipukuli", "NOUN", 0, "compound"), ("pulang", "VERB", 2, "ROOT"))
    voiced(list(doc), VERBS)
    assert edge(doc, "dipukuli") == ("Warga", "acl")
    assert edge(doc, "pulang") == ("pulang", "ROOT")


def test_a_second_verb_is_beside_the_first_and_not_beside_its_object() -> None:
    doc = tree(
        ("Massa", "NOUN", 1, "nsubj"),
        ("merusak", "VERB", 1, "ROOT"),
        ("pos", "NOUN", 1, "obj"),
        ("dan", "CCONJ", 4, "cc"),
        ("menyandera", "NOUN", 2, "conj"),
        ("sopir", "NOUN", 4, "compound"),
    )
    voiced(list(doc), VERBS)
    assert edge(doc, "menyandera") == ("merusak", "conj")
    assert edge(doc, "sopir") == ("menyandera", "obj")


def test_a_form_with_a_preposition_or_one_that_is_not_known_stays() -> None:
    doc = tree(("Warga", "NOUN", 0, "ROOT"), ("dipukuli", "NOUN", 0, "nmod"), ("aparat", "NOUN", 1, "compound"))
    voiced(list(doc), {})
    assert edge(doc, "dipukuli") == ("Warga", "nmod")
    doc = tree(("Korban", "NOUN", 0, "ROOT"), ("dari", "ADP", 2, "case"), ("dipukuli", "NOUN", 0, "nmod"))
    voiced(list(doc), VERBS)
    assert edge(doc, "dipukuli") == ("Korban", "nmod")
