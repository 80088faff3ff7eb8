"""Land that changed hands and forces that came or went, told by several reports: one incident each."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gencatan.model import Place, Record, Snapshot, Span
from gencatan.reconcile import codes, groups
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.judging.takeover import names
from tests.reconcile.made import AZE, KARABAKH, actor, record
from tests.reconcile.test_retold import incidents, judged, on_the_land, together

ARMY = actor("AZE/MIL", "AZE", "MIL")
REBELS = actor("northern-front", "AZE", "REB")
TOWN = Place(Span(0, 4, "town"), "Shusha", "AZE", 39.76, 46.75, "city", 585000)


def taken(land: str, by: Any = ARMY, relation: str = "captures", **more: Any) -> Record:
    told = record("territory", territory=Span(0, len(land), land), relation=relation, holder=[by], **more)
    slots = {"by" if name == "holder" else name: value for name, value in told.claim.slots.items()}
    return replace(told, claim=replace(told.claim, slots=slots))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the coastal city of Sirte", {"sirte"}),
        ("Kota Saraqib", {"saraqib"}),
        ("pangkalan udara Al-Watiya", {"watiya"}),
        ("towns of Surman, Badr and Tiji", {"surman", "badr", "tiji"}),
        ("kota Badr dan Tiji", {"badr", "tiji"}),
        ("town of Maarat al-Numan", {"maarat al numan"}),
        ("the Watiya air base southwest of Tripoli", {"watiya"}),
        ("the whole of the M5 highway", {"m5"}),
        ("the base", set()),
        ("dua kota", set()),
    ],
)
def test_what_was_taken_is_known_by_its_names(words: str, expected: set[str]) -> None:
    assert names(facts(taken(words))) == expected


def test_one_takeover_is_one_incident_in_both_languages() -> None:
    english = taken("the town of Saraqib", day="2020-02-08", published="2020-02-09")
    other = taken("Kota Saraqib", day="2020-02-08", published="2020-02-10", language="id")
    assert together(english, other)
    assert together(english, taken("Saraqib", published="2020-02-10"))
    assert not together(english, taken("the town of Sarmin", day="2020-02-08", published="2020-02-09"))
    assert not together(english, taken("Saraqib", by=REBELS, day="2020-02-12", published="2020-02-13"))


def test_a_town_that_changed_hands_twice_is_two_incidents() -> None:
    army = taken("Saraqib", day="2020-02-08", published="2020-02-09")
    rebels = taken("Saraqib", by=REBELS, day="2020-02-27", published="2020-02-28")
    back = taken("Saraqib", relation="recaptures", day="2020-03-02", published="2020-03-03")
    recalled = taken("Saraqib", by=REBELS, published="2020-04-20")
    again = taken("Saraqib", relation="recaptures", published="2020-04-20")
    assert incidents(army, rebels, back) == {frozenset({0}), frozenset({1}), frozenset({2})}
    assert frozenset({1, 3}) in incidents(army, rebels, back, recalled)
    assert frozenset({2, 3}) in incidents(army, rebels, back, again)  # by the same word


def test_what_two_takeovers_fit_is_neithers() -> None:
    first = taken("Saraqib", day="2020-02-08", published="2020-02-09")
    second = taken("Saraqib", day="2020-03-02", published="2020-03-03")
    assert frozenset({2}) in incidents(first, second, taken("Saraqib", published="2020-06-01"))
    assert together(first, taken("Saraqib", published="2020-06-01"))


def test_a_month_recalled_is_the_takeover_of_that_month() -> None:
    news = taken("the port of Sirte", by=REBELS, day="2020-01-06", published="2020-01-06")
    recalled = taken("Sirte", by=REBELS, day=("2020-01-01", "2020-01-31"), published="2020-08-22")
    assert together(news, recalled)
    assert not together(news, taken("Sirte", by=REBELS, day=("2020-03-01", "2020-03-31"), published="2020-08-22"))


def test_what_merely_holds_is_no_incident() -> None:
    held = taken("Saraqib", relation="controls", day="2020-02-08")
    there = record("deployment", force=[ARMY], change="present", day="2020-02-08", place=TOWN)
    assert not incidents(held, there)


def test_forces_that_left_are_one_incident_with_their_retreat() -> None:
    left = record("deployment", force=[ARMY], change="withdrawn", day="2023-09-20", place=TOWN)
    gone = record("event", act="retreat", actor=[ARMY], day="2023-09-20", place=TOWN)
    assert together(left, gone)
    assert not together(record("deployment", force=[ARMY], change="deployed", day="2023-09-20", place=TOWN), gone)


def test_a_takeover_is_coded_by_who_took_it() -> None:
    def coded(*told: Record) -> tuple[str, str]:
        found = codes.codes(told)
        return found.acled_event, found.acled_sub_event

    assert coded(taken("Sirte")) == ("Battles", "Government regains territory")
    assert coded(taken("Sirte", by=REBELS)) == ("Battles", "Non-state actor overtakes territory")
    ceded = taken("Sirte", by=AZE, relation="cedes")
    assert coded(ceded) == ("Strategic developments", "Non-violent transfer of territory")
    assert coded(taken("Sirte", by="somebody")) == ("Battles", "Armed clash")


@settings(max_examples=40, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(3, 9))
def test_order_of_arrival_does_not_matter(chance: random.Random, size: int) -> None:
    lands, days = ("Saraqib", "the town of Saraqib", "Sarmin and Saraqib", "Sarmin"), ("2020-02-08", "2020-02-09", None)
    told = [
        taken(
            chance.choice(lands),
            by=chance.choice((ARMY, REBELS, KARABAKH)),
            relation=chance.choice(("captures", "recaptures", "loses")),
            day=chance.choice(days),
            published=chance.choice(("2020-02-09", "2020-02-12", "2020-05-01")),
        )
        for _ in range(size)
    ]
    judgements = judged(told)
    mixed = chance.sample(told, size)

    def pairs(order: list[Record]) -> set[frozenset[str]]:
        found = groups(Snapshot(order, judgements), "incident")
        return {frozenset(pair) for group in found for pair in combinations(group.members, 2)}

    assert pairs(told) == pairs(mixed)


def test_what_is_named_by_its_sort_alone_is_the_one_of_that_sort_that_the_side_took_then() -> None:
    news = taken("the Watiya air base", day="2020-05-18", published="2020-05-19", document="a")
    recalled = taken("base", day=("2020-05-01", "2020-05-31"), published="2020-07-08", document="b")
    assert together(news, recalled)
    assert not together(news, taken("town", day=("2020-05-01", "2020-05-31"), published="2020-07-08", document="b"))
    rebels = taken("base", by=REBELS, day=("2020-05-01", "2020-05-31"), published="2020-07-08", document="b")
    assert not together(news, rebels)
    another = taken("pangkalan udara Jufra", day="2020-05-20", published="2020-05-21", document="c")
    assert frozenset({1}) in incidents(news, recalled, another)


def test_who_takes_a_town_back_did_not_take_it_before() -> None:
    army = taken("Saraqib", day="2020-02-08", published="2020-02-09", document="a")
    nameless = {"relation": "recaptures", "published": "2020-02-28", "document": "b"}
    land = on_the_land("2020-02-28", "b")
    assert not together(army, taken("Saraqib", by="rebels", **nameless), land)
    assert together(army, taken("Saraqib", **nameless), land)
    assert together(army, taken("Saraqib", by="rebels", **{**nameless, "relation": "captures"}), land)
