"""When an agreement is over nothing is due under it any more; a truce prolonged until a day may end before it; and what
is done after it was due is late."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Record
from tests.reconcile.made import AZE, KARABAKH, record
from tests.reconcile.test_compliance import duty, only, stand, truce


def stage(of: str, day: object, published: str, **more: object) -> Record:
    held: dict[str, Any] = {
        "type": "ceasefire",
        "stage": of,
        "day": day,
        "published": published,
        "parties": [AZE, KARABAKH],
    }
    return record("agreement", **{**held, **more})


def test_a_truce_prolonged_until_a_day_may_collapse_before_it() -> None:
    longer = stage("extended", (None, "2023-10-31"), "2023-09-25", document="truce", at=40)
    gone = stage("collapsed", "2023-10-02", "2023-10-02", document="truce", at=80)
    (made,) = stand(truce(), longer, gone).agreements
    assert made.lifecycle.value == "collapsed"
    again = stage("extended", "2023-10-04", "2023-10-04", document="truce", at=120)
    (made,) = stand(truce(), longer, gone, again).agreements
    assert made.lifecycle.value == "extended", "prolonged on a later day"


@pytest.mark.parametrize("of", ["extended", "in_effect"])
def test_until_when_it_shall_last_is_not_when_that_was_told(of: str) -> None:
    lasting = stage(of, (None, "2023-10-31"), "2023-09-25", document="truce", at=40)
    (made,) = stand(truce(), lasting).agreements
    assert [step.day for step in made.history if lasting.id in step.claims] == [None]
    told = stage(of, "2023-09-24", "2023-09-25", document="truce", at=40)
    (made,) = stand(truce(), told).agreements
    assert [str(step.day) for step in made.history if told.id in step.claims] == ["2023-09-24"]


@pytest.mark.parametrize(
    ("due", "today", "value"),
    [
        ("2023-10-20", "2023-10-10", "not_assessable"),
        ("2023-10-20", "2023-11-10", "not_assessable"),
        ("2023-09-28", "2023-10-10", "overdue"),
    ],
    ids=["to come", "past", "due before the end"],
)
def test_what_was_due_after_the_end_is_not_due_any_more(due: str, today: str, value: str) -> None:
    must = duty("withdraw", day=(None, due))
    gone = stage("collapsed", "2023-10-02", "2023-10-02", document="truce", at=80)
    found = only(stand(truce(), must, gone, today=today)).implementation
    assert found.value == value
    assert ("was over on 2023-10-02" in found.why()) == (value == "not_assessable")
    breached = stage("violated", "2023-10-02", "2023-10-02", document="truce", at=80, by=KARABAKH)
    broken = only(stand(truce(), must, breached, today="2023-09-27"))
    assert broken.implementation.value == "not_due", "a breach ends none"


@pytest.mark.parametrize(
    ("days", "late"),
    [
        (["2023-10-05"], True),
        (["2023-10-05", "2023-10-08"], True),
        (["2023-09-28", "2023-10-05"], False),
        (["2023-10-01"], False),
        ([None], False),
    ],
    ids=["after it", "twice after it", "begun before it", "on the day", "of no day"],
)
def test_what_was_done_after_it_was_due_is_told_to_be_late(days: list[str | None], late: bool) -> None:
    must = duty("withdraw", day=(None, "2023-10-01"))
    told = [
        record("event", act="retreat", actor=[KARABAKH], day=day, published=day or "2023-10-06", document=f"d{n}")
        for n, day in enumerate(days)
    ]
    found = only(stand(truce(), must, *told)).implementation
    assert found.value in ("1", "2")
    assert [("after 2023-10-01" in found.why(), "setelah 2023-10-01" in found.why("id"))] == [(late, late)]
