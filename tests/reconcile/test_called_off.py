"""Talks of nobody known are off where somebody will not come to that town before their day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.reconcile.made import AZE, GANJA, KARABAKH, STEPANAKERT, record
from tests.reconcile.test_compliance import plan, stand


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "cancelled"),
        ({"place": GANJA}, "scheduled"),
        ({"published": "2023-09-20"}, "scheduled"),
        ({"status": "called_for"}, "scheduled"),
    ],
    ids=["there", "elsewhere", "before the plan", "not off"],
)
def test_who_will_not_come_to_that_town_calls_off_what_was_to_be_there(
    changed: dict[str, object], outcome: str
) -> None:
    talks = plan("2023-10-05", "2023-09-26", participants=["both presidents"], place=STEPANAKERT)
    told: dict[str, Any] = {
        "format": "summit",
        "participants": [AZE],
        "status": "denied",
        "published": "2023-09-30",
        "by": AZE,
    }
    refusal = record("meeting", **{**told, "place": STEPANAKERT, **changed})
    (found,) = (one for one in stand(talks, refusal, today="2023-10-01").engagements if one.day is not None)
    assert found.outcome.value == outcome


def test_talks_of_those_who_are_known_are_off_where_it_is_told_of_them() -> None:
    talks = plan("2023-10-05", "2023-09-26", participants=[AZE, KARABAKH], place=STEPANAKERT)
    refusal = record("meeting", format="summit", participants=["the mayor"], status="denied", place=STEPANAKERT,
                     published="2023-09-30")  # fmt: skip
    (found,) = (one for one in stand(talks, refusal, today="2023-10-01").engagements if one.day is not None)
    assert found.outcome.value == "scheduled"
