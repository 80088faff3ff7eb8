"""What a side takes upon itself: by a deal or by its own promise, on a condition or without, and of what sort it is."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Both sides signed an accord in May. The junta has bound itself to release all hostages."),
        ("en", "By signing the peace accord, the king has undertaken to release all hostages."),
        ("en", "The two governments also undertook to release all hostages."),
        ("id", "Kedua pemerintah menyanggupi membebaskan semua sandera."),
        ("id", "Dalam perjanjian itu pemberontak berkomitmen membebaskan semua sandera."),
    ],
)
def test_what_is_undertaken_under_a_deal_is_a_duty_of_the_deal(language: str, text: str) -> None:
    duty = only(told(language, text), "obligation", action="release")
    assert (duty.slots["basis"], duty.status, duty.attribution) == ("agreement", "called_for", ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The rebels undertook on Monday to release all hostages."),
        ("en", "The two governments also promised to release all hostages."),
        ("id", "Pemberontak menyanggupi membebaskan semua sandera."),
    ],
)
def test_what_a_side_promises_by_itself_is_its_pledge(language: str, text: str) -> None:
    duty = only(told(language, text), "obligation", action="release")
    assert (duty.slots["basis"], duty.status) == ("pledge", "planned")


def test_a_condition_with_a_day_in_it_is_a_condition() -> None:
    text = "The rebels offered to stop attacks on pipelines on condition that the army leaves the delta by Friday."
    duty = only(told("en", text), "obligation")
    condition = duty.slots["condition"]
    assert isinstance(condition, Span)
    assert (duty.status, condition.text) == ("conditional", "on condition that the army leaves the delta by Friday")


def test_what_opens_a_condition_asks_for_nothing() -> None:
    claims = told("en", "The front is prepared to declare another truce if the government opens talks.")
    assert [(claim.kind, claim.status) for claim in claims] == [("agreement", "conditional")]


@pytest.mark.parametrize(
    ("language", "text", "action"),
    [
        ("en", "The accord commits both presidents to seek a ceasefire within a month.", "cease_hostilities"),
        ("en", "The two armies agreed to halt troop movements near the border.", "cease_hostilities"),
        ("en", "The treaty obliges both armies to retire behind the river.", "withdraw"),
        ("en", "The two factions agreed to take their fighters off the streets.", "withdraw"),
        ("en", "The rebels agreed to begin a withdrawal from the towns.", "withdraw"),
        ("en", "The rebels agreed to carry out a withdrawal from the towns.", "withdraw"),
        ("en", "The pact allows the union to send soldiers to monitor the line.", "monitor"),
        ("en", "The accord obliges the militia to surrender every weapon.", "hand_over_weapons"),
        ("en", "The accord obliges the army to clear mines.", "other"),
        ("en", "The rebels promised on Monday to hold a conference of all parties.", "hold_talks"),
        ("id", "Kedua pihak sepakat memulai penarikan pasukan.", "withdraw"),
        ("id", "Perjanjian itu mewajibkan tentara melakukan pembebasan tahanan.", "release"),
    ],
)
def test_what_sort_of_duty_it_is(language: str, text: str, action: str) -> None:
    claims = told(language, text)
    assert only(claims, "obligation").slots["action"] == action
    assert not [claim for claim in claims if claim.kind in ("event", "deployment")]


def test_who_must_begin_it_is_told() -> None:
    duty = only(told("en", "The rebels agreed to begin a withdrawal from the towns."), "obligation")
    assert fillers(duty, "obligor") == ["rebels"]
