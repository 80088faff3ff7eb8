"""Sentences that look like those that late rules are for: who is of those hit, whose an act is, which year is meant."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, harmed, only, told


def _start(claim: Claim) -> str | None:
    return claim.date.start if claim.date else None


@pytest.mark.parametrize(
    ("text", "harm", "number", "victims"),
    [
        ("Police detained 300 protesters. Two of them died in custody.", "killed", 2, "protesters"),
        ("Hamas took 250 hostages. At least 40 of them are dead.", "killed", 40, "hostages"),
        ("Soldiers fired at protesters. Four of them died.", "killed", 4, ""),
        ("Rebels ambushed a patrol of 40 soldiers. Nine of them died.", "killed", 9, "soldiers"),
        ("Guards beat prisoners, and three of them died.", "killed", 3, "prisoners"),
        ("Rebels killed two guards. Nine of them were arrested.", "detained", 9, ""),
        ("Rebels clashed with soldiers. Four of them died.", "killed", 4, ""),
    ],
)
def test_some_of_them_are_of_those_hit_or_held(text: str, harm: str, number: int, victims: str) -> None:
    assert harmed(text, harm)[number] == victims


@pytest.mark.parametrize(
    ("text", "harm", "perpetrator"),
    [
        ("An air strike by the junta hit a wedding. It killed 33 people.", "killed", ["junta"]),
        ("Israel's strike hit a school. It killed 40 people.", "killed", ["Israel"]),
        ("The raid by Israeli commandos freed four hostages. It left 274 dead.", "killed", ["Israeli commandos"]),
        ("The offensive by the M23 began in May. It has displaced 1.7 million people.", "displaced", ["M23"]),
        ("An attack on the army base woke the town. It killed ten people.", "killed", []),
    ],
)
def test_whose_act_it_is_goes_on_and_who_was_hit_does_not(text: str, harm: str, perpetrator: list[str]) -> None:
    assert fillers(only(told("en", text), "casualty", harm=harm), "perpetrator") == perpetrator


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("On November 24, a Friday, a truce took effect in Gaza.", "agreement", "2023-11-24"),
        ("On July 26, a Wednesday, soldiers seized power in Niger.", "event", "2023-07-26"),
        ("On October 7, a Saturday, Hamas attacked Israel.", "event", "2023-10-07"),
        ("On Wednesday, June 11, rebels attacked Goma.", "event", "2024-06-11"),  # a slip of the weekday
    ],
)
def test_a_date_with_its_weekday_is_of_the_year_that_fits(text: str, kind: str, day: str) -> None:
    assert _start(only(told("en", text, "2024-06-13"), kind)) == day


@pytest.mark.parametrize(
    ("text", "harm_day"),
    [
        (
            "Gunmen attacked a church in Jos on Tuesday. It was the deadliest attack in the region and killed 12.",
            "2024-06-11",
        ),
        ("The heaviest shelling since March killed 12 people in Kharkiv.", None),
    ],
)
def test_the_deadliest_of_its_sort_has_the_day_of_what_was_told(text: str, harm_day: str | None) -> None:
    claims = [c for c in told("en", text, "2024-06-13") if c.kind in ("casualty", "event")]
    assert {_start(c) for c in claims} == {harm_day}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Negotiations, which started last week, are scheduled to resume on Monday.", "planned"),
        ("The talks, which began on Monday, are expected to end on Friday.", "planned"),
        ("The talks, which began on Monday in Doha, are to continue.", "asserted"),
    ],
)
def test_talks_begun_are_held_where_no_coming_day_is_told(text: str, status: str) -> None:
    assert only(told("en", text, "2024-06-13"), "meeting").status == status
