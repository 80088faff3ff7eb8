"""A report's news and what it tells of it again, the day in one of the two alone."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Record
from tests.reconcile.made import AZE, GANJA, KARABAKH, RUSSIA, STEPANAKERT, record
from tests.reconcile.test_retold import incidents, together


def told(at: int, **more: Any) -> Record:
    given: dict[str, Any] = {"act": "air_strike", "document": "a", "published": "2023-09-21", "at": at}
    return record("event", **(given | {"words": f"told at {at}"} | more))


def news(**more: Any) -> Record:
    return told(0, **({"day": "2023-09-20", "place": STEPANAKERT, "actor": [AZE]} | more))


def test_a_report_tells_its_news_again_without_the_day() -> None:
    assert together(news(), told(400))
    assert together(news(), told(400, actor=[AZE]))
    assert together(told(0, actor=[AZE]), told(400, day="2023-09-20", place=STEPANAKERT))  # the day is told behind it
    assert together(news(act="clash"), told(400, act="attack"))


@pytest.mark.parametrize(
    "more",
    [{"place": GANJA}, {"actor": [RUSSIA]}, {"act": "shelling"}, {"day": "2023-09-12"}, {"document": "b"}],
)
def test_another_place_doer_act_or_day_is_another(more: dict[str, Any]) -> None:
    assert not together(news(), told(400, **more))


def test_an_answer_to_the_news_is_another_act() -> None:
    assert not together(news(), told(400, words="returned fire at the attackers"))
    assert not together(news(), told(400, words="sebagai balasan"))


def test_what_a_report_that_gives_two_days_tells_without_one_is_neithers() -> None:
    other = told(900, day="2023-09-18", place=GANJA, actor=[KARABAKH])
    assert frozenset({1}) in incidents(news(), told(400), other)


def test_what_stands_far_behind_is_not_the_news() -> None:
    assert not together(told(700, day="2023-09-20", place=STEPANAKERT), told(1200))
    assert not together(news(day="2023-07-01"), told(400))  # recalled, and no news
