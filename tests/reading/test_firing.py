"""Which entry fits where pronouns stand for nouns or a passive names no agent."""

from __future__ import annotations

from tests.reading.told import fillers, only, told


def test_a_pronoun_is_tested_as_the_subject_of_the_verb_of_saying() -> None:
    claims = told("en", "The army said it would retreat.")
    assert fillers(only(claims, "event", act="retreat"), "actor") == ["army"]


def test_a_pronoun_is_no_force_where_it_stands_for_none() -> None:
    assert told("en", "The bank said it would retreat.") == [] or all(
        c.slots.get("act") != "retreat" for c in told("en", "The bank said it would retreat.")
    )


def test_a_passive_without_an_agent_needs_none_where_its_object_tells_the_sense() -> None:
    claims = told("en", "Stones and bottles were thrown at the embassy.")
    assert only(claims, "event", act="attack")


def test_a_list_stands_for_its_sort_where_no_entry_lists_the_noun() -> None:
    claims = told("en", "Two dinghies set sail for the island on Monday.")
    assert fillers(only(claims, "event", act="movement"), "actor") == ["Two dinghies"]


def test_an_entry_that_lists_the_noun_goes_before_one_that_has_its_sort() -> None:
    assert only(told("en", "Two helicopters parachuted tents to the valley."), "event", act="delivery")


def test_a_noun_that_nobody_knows_may_be_somebody() -> None:
    claims = told("en", "The minister accused the zorbulators of an attack on the port.")
    assert only(claims, "statement", act="accuse")


def test_a_thing_does_nothing() -> None:
    assert told("en", "The ladder accused the rebels of an attack on the port.") == [] or all(
        c.slots.get("act") != "accuse" for c in told("en", "The ladder accused the rebels of an attack on the port.")
    )
