"""Until when a truce is prolonged, which truce still holds, and what is declared dead that never lived."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

PUBLISHED = "2022-06-03"  # a Friday


@pytest.mark.parametrize(
    ("language", "text", "end"),
    [
        ("en", "The truce between Yemen and the Houthis was extended to August 2.", "2022-08-02"),
        ("en", "The ceasefire was prolonged to the end of July.", "2022-07-31"),
        ("id", "Gencatan senjata itu diperpanjang ke 15 Juni.", "2022-06-15"),
        ("id", "Pemberontak memperpanjang gencatan senjata sampai akhir Juli.", "2022-07-31"),
    ],
)
def test_a_truce_is_prolonged_to_a_day_and_not_on_it(language: str, text: str, end: str) -> None:
    day = only(told(language, text, PUBLISHED), "agreement", stage="extended").date
    assert day is not None
    assert (day.start, day.end) == (None, end)


@pytest.mark.parametrize(
    ("language", "text", "days"),
    [
        ("en", "The truce was extended on June 2 for two months.", ("2022-06-02", "2022-06-02")),
        ("en", "The ceasefire was extended to the eastern provinces on Thursday.", ("2022-06-02", "2022-06-02")),
        ("id", "Gencatan senjata diperpanjang pada 2 Juni ke seluruh provinsi.", ("2022-06-02", "2022-06-02")),
    ],
)
def test_the_day_on_which_it_was_prolonged_stays(language: str, text: str, days: tuple[str, str]) -> None:
    day = only(told(language, text, PUBLISHED), "agreement", stage="extended").date
    assert day is not None
    assert (day.start, day.end) == days


def test_a_siege_lasted_until_a_month_that_is_over() -> None:
    day = only(told("en", "The siege lasted until March.", PUBLISHED), "event").date
    assert day is not None
    assert day.end == "2022-03-31"


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The ceasefire of August 29 still holds.", "asserted", "2016-08-29"),
        ("The truce of 3 July holds in most districts, monitors said.", "asserted", "2016-07-03"),
        ("The truce takes effect on December 2.", "planned", "2016-12-02"),
        ("The ceasefire starts at midnight on Monday.", "planned", "2016-11-28"),
    ],
)
def test_which_truce_holds_is_no_day_to_come(text: str, status: str, day: str) -> None:
    claim = only(told("en", text, "2016-11-26"), "agreement")
    assert claim.date is not None
    assert (claim.status, claim.date.start) == (status, day)


@pytest.mark.parametrize(
    "text",
    [
        "The rebel commander declared the peace accord dead on Monday.",
        "The minister pronounced the talks dead.",
        "Two guerrilla chiefs called the pact dead on Tuesday.",
        "The general considers the ceasefire with the guerrillas dead.",
    ],
)
def test_nobody_dies_with_an_accord(text: str) -> None:
    assert not [c for c in told("en", text) if c.kind == "casualty"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Doctors declared the commander dead on Monday.", ["commander"]),
        ("The attack left the commander of the rebels dead.", ["commander of the rebels"]),
        ("The raid left nine soldiers dead.", ["nine soldiers"]),
        ("The mayor was found dead in Herat on Tuesday.", ["mayor"]),
    ],
)
def test_who_is_declared_or_left_dead_is_the_one_who_died(text: str, victims: list[str]) -> None:
    assert fillers(only(told("en", text), "casualty", harm="killed"), "victims") == victims
