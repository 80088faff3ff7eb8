"""What a report goes on to tell, with neither day nor place of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gencatan.model import Filler, Record, Span
from gencatan.reconcile.codes import codes
from tests.reconcile.made import AZE, GANJA, KARABAKH, record
from tests.reconcile.test_one_event import together

TOLD: dict[str, Any] = {"document": "one", "published": "2023-09-22"}


def strike(**more: Any) -> Record:
    at: dict[str, Any] = {"at": 250, "words": "Rockets hit a market in Ganja on Wednesday"}
    return record("event", act="shelling", day="2023-09-20", place=GANJA, **TOLD | at | more)


def toll(**more: Any) -> Record:
    return record(
        "casualty",
        **TOLD | {"harm": "injured", "count": 100, "at": 700, "words": "More than 100 people were wounded"} | more,
    )


def test_a_toll_told_on_is_of_the_incident_told_last() -> None:
    assert together(strike(), toll())


@pytest.mark.parametrize(
    "other",
    [
        {"day": "2023-09-21"},
        {"words": "Another 100 people were wounded elsewhere"},
        {"perpetrator": [AZE]},
        {"at": 1200},
    ],
)
def test_a_toll_that_says_more_of_itself_is_not(other: dict[str, Any]) -> None:
    assert not together(strike(), toll(**other))


def test_two_numbers_of_one_harm_that_the_report_itself_gives_are_of_two() -> None:
    first = toll(at=300, count=12, words="12 were wounded", day="2023-09-20", place=GANJA)
    assert not together(strike(), toll(), first)


@pytest.mark.parametrize(
    ("status", "words", "one"),
    [
        ("denied", "the rebels denied firing", True),
        ("possible", "aircraft carried out the bombing", True),
        ("asserted", "The attack came hours after the talks", True),
        ("asserted", "Serangan itu terjadi beberapa jam setelah perundingan", True),
        ("asserted", "Gunmen attacked a checkpoint", False),
    ],
)
def test_an_act_that_points_back_or_is_denied_is_that_told_before(status: str, words: str, one: bool) -> None:
    told_on = record("event", act="attack", status=status, at=700, words=words, **TOLD)
    assert together(strike(), told_on) is one


def test_what_is_told_of_anything_else_in_between_ends_it() -> None:
    arrest = record(
        "event", act="arrest", day="2023-09-21", at=450, words="Police arrested three men on Thursday", **TOLD
    )
    assert not together(strike(), toll(), arrest)
    assert together(strike(), toll(by=KARABAKH))


def test_the_dead_of_a_town_that_was_taken_are_told_on() -> None:
    taken = record(
        "territory",
        relation="captures",
        territory=Span(0, 8, "Martuni"),
        day="2023-09-20",
        at=250,
        words="Rebels captured Martuni on Wednesday",
        **TOLD,
    )
    dead = toll(harm="killed", count=10, at=330, words="Ten soldiers were killed")
    assert together(taken, dead)
    assert not together(taken, toll(harm="killed", count=10, at=330, words="Ten were killed in Ganja", place=GANJA))
    slots = {**taken.claim.slots, "by": (Filler(Span(0, 3, "army"), AZE),)}
    by_the_state = replace(taken, claim=replace(taken.claim, slots=slots))
    assert codes([taken, dead]).acled_sub_event == "Armed clash"
    assert codes([dead, by_the_state]).acled_sub_event == "Government regains territory"
