"""What looks like what another rule is made for: days behind a border, those who arrest, who was murdered."""

from __future__ import annotations

import pytest

from gencatan.model import Claim, Count
from tests.reading.told import fillers, only, sources, told, wording


def kinds(claims: list[Claim], kind: str) -> list[Claim]:
    return [c for c in claims if c.kind == kind]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Israeli troops killed three militants near the border Tuesday.", "Tuesday"),
        ("en", "Government forces shelled army positions late on Monday.", "late on Monday"),
        ("en", "Turkish jets struck Kurdish positions this week.", "this week"),
        ("en", "The army withdrew from the border last week.", "last week"),
        ("id", "Tentara menembak tiga orang di garis batas Selasa.", "Selasa"),
    ],
)
def test_a_day_behind_a_border_dates_the_act(language: str, text: str, day: str) -> None:
    date = only(told(language, text), "event").date
    assert date is not None
    assert date.span.text == day


@pytest.mark.parametrize(
    ("language", "text", "act"),
    [
        ("en", "Police arrested five suspects in the bombing of a church.", "explosion"),
        ("en", "Turkish police arrested 46 people in the attack on a shopping street.", "attack"),
        ("en", "Haitian police have arrested 20 people in the assassination of President Jovenel Moïse.", "attack"),
        ("id", "Polisi menangkap 20 orang dalam pembunuhan Presiden Moïse.", "attack"),
    ],
)
def test_who_arrests_for_an_attack_did_not_carry_it_out(language: str, text: str, act: str) -> None:
    assert not fillers(only(told(language, text), "event", act=act), "actor")


def test_who_arrests_for_a_plot_plans_nothing() -> None:
    claims = told("en", "The FBI arrested six men in the plot to kidnap the governor.")
    assert not [c for c in kinds(claims, "event") if c.slots["act"] == "attack"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Haitian police have arrested 20 people in the assassination of President Jovenel Moïse."),
        ("en", "Police are seeking 20 people in the assassination of President Jovenel Moïse."),
        ("en", "Police arrested four men in the murder of a mayor."),
    ],
)
def test_those_arrested_are_not_the_murdered(language: str, text: str) -> None:
    count = only(told(language, text), "casualty", harm="killed").slots["count"]
    assert isinstance(count, Count)
    assert (count.min, count.max) == (1, 1)


def test_where_a_town_lies_is_no_part_of_its_name() -> None:
    taken = only(told("en", "M23 rebels captured the town of Sake, west of Goma."), "territory")
    assert wording(taken, "territory") == "town of Sake"
    shelled = only(told("en", "Soldiers shelled the town of Sake, west of Goma, on Monday."), "event")
    assert fillers(shelled, "target") == ["town of Sake"]


def test_fire_from_a_tank_is_that_tanks() -> None:
    toll = only(told("en", "Fire from an Israeli tank killed two journalists."), "casualty")
    assert fillers(toll, "perpetrator") == ["Israeli tank"]


@pytest.mark.parametrize(
    "text", ["Police are questioning three men about the attack.", "Police were questioning two suspects on Monday."]
)
def test_who_is_being_questioned_is_under_investigation(text: str) -> None:
    assert fillers(only(told("en", text), "event", act="investigation"), "actor") == ["Police"]


def test_a_right_to_a_state_is_told_to_none() -> None:
    stance = only(told("en", "Spain acknowledged Palestine's right to a state."), "statement", act="support")
    assert "addressee" not in stance.slots


def test_namely_is_no_part_of_those_it_names() -> None:
    claims = told("en", "Gunmen killed twelve people, namely four soldiers and eight civilians.")
    victims = [fillers(c, "victims") for c in kinds(claims, "casualty")]
    assert victims == [["twelve people"], ["four soldiers"], ["eight civilians"]]


def test_what_was_lost_behind_a_source_is_no_source() -> None:
    claims = told("en", "The army lost, according to the rebels, 40 men and six tanks.")
    toll = only(claims, "casualty", harm="killed")
    assert sources(toll) == ["rebels"]
