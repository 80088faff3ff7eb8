"""What both sides must do is each side's own duty: what the one does is not done by the other."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Place, Record, Span
from tests.reconcile.made import AZE, GANJA, KARABAKH, STEPANAKERT, record
from tests.reconcile.test_compliance import RED_CROSS, duty, stand, truce

GENEVA = Place(Span(0, 6, "Geneva"), "Geneva", "CHE", 46.2, 6.15, "city", 2660646)
NOWHERE = Place(Span(0, 6, "border"))


def values(*records: Record, today: str = "2023-10-10") -> dict[str, str]:
    """Where each side's duty stands."""
    return {one.obligors[0].id: one.implementation.value for one in stand(*records, today=today).obligations}


@pytest.mark.parametrize("obligor", [["both sides"], [AZE, KARABAKH]], ids=["in words", "by name"])
def test_one_sides_fulfilment_is_not_the_others(obligor: list[object]) -> None:
    must = duty("withdraw", obligor=obligor, day=(None, "2023-10-01"))
    left = record("event", act="retreat", actor=[KARABAKH], day="2023-09-22", published="2023-09-23")
    assert values(truce(), must, left) == {"AZE": "overdue", KARABAKH.id: "1"}


def test_that_one_side_did_not_is_said_of_it_alone() -> None:
    must = duty("release", obligor=["both sides"], day=(None, "2023-10-01"))
    freed = record("event", act="release", actor=[AZE], target=[KARABAKH], day="2023-09-25", published="2023-09-25")
    not_freed = record("event", act="release", actor=[KARABAKH], status="denied", published="2023-10-03")
    assert values(truce(), must, freed, not_freed) == {"AZE": "1", KARABAKH.id: "0"}


def test_those_whom_nobody_is_named_for_letting_go_were_let_go_by_the_other_side() -> None:
    must = duty("release", obligor=["both sides"])
    home: dict[str, Any] = {
        "act": "release",
        "document": "truce",
        "day": "2023-09-22",
        "published": "2023-09-23",
        "by": RED_CROSS,
    }
    assert values(truce(), must, record("event", at=600, target=[AZE], **home)) == {
        "AZE": "not_assessable",
        KARABAKH.id: "1",
    }
    assert set(values(truce(), must, record("event", at=600, target=["captives"], **home)).values()) == {"1"}


def test_what_both_sides_did_each_of_them_did() -> None:
    must = duty("withdraw", obligor=["both sides"])
    left = record("event", act="retreat", actor=["both sides"], document="truce", at=600, day="2023-09-22")
    assert set(values(truce(), must, left).values()) == {"1"}
    elsewhere = record("event", act="retreat", actor=["both sides"], day="2023-09-22")
    assert set(values(truce(), must, elsewhere).values()) == {"not_assessable"}, "of whom another report tells"


def test_talks_are_held_together() -> None:
    assert len(stand(truce(), duty("hold_talks", obligor=[AZE, KARABAKH])).obligations) == 1


def test_what_was_not_done_before_the_condition_was_met_is_no_miss() -> None:
    words = Span(0, 9, "if the armed formations surrender their weapons")
    pledge = duty("withdraw", basis="pledge", status="conditional", condition=words, obligor=[AZE])
    met = record("event", act="disarmament", published="2023-09-25", actor=[KARABAKH],
                 words="armed formations surrender their weapons")  # fmt: skip

    def value(told: str) -> str:
        stays = record("deployment", change="withdrawn", force=[AZE], status="denied", published=told)
        return values(pledge, met, stays)["AZE"]

    assert value("2023-09-23") == "not_assessable"
    assert value("2023-09-27") == "0"


@pytest.mark.parametrize(
    ("place", "found"), [(GENEVA, 1), (NOWHERE, 1), (GANJA, 0)], ids=["neutral", "unmapped", "own"]
)
def test_the_neutral_ground_on_which_it_was_made_is_not_where_an_agreement_holds(place: Place, found: int) -> None:
    made = record("agreement", type="ceasefire", stage="in_effect", day="2023-09-20", published="2023-09-20",
                  place=place, parties=[AZE, KARABAKH])  # fmt: skip
    shot = record("event", act="shelling", actor=[AZE], target=[KARABAKH], day="2023-09-22", place=STEPANAKERT)
    assert len(stand(made, shot).agreements[0].violations) == found


@pytest.mark.parametrize(("stage", "found"), [("signed", 1), ("in_effect", 0)])
def test_where_it_was_signed_is_not_where_an_agreement_holds(stage: str, found: int) -> None:
    made = record("agreement", type="ceasefire", stage=stage, day="2023-09-20", published="2023-09-20", place=GANJA,
                  parties=[AZE, KARABAKH])  # fmt: skip
    shot = record("event", act="shelling", actor=[AZE], day="2023-09-22", place=STEPANAKERT)
    assert len(stand(made, shot).agreements[0].violations) == found
