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
