"""What is recalled long after by a place's name, told in one clause with what it did, or told right behind its act."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from gencatan.model import Filler, Place, Record, Span
from tests.reconcile.made import AZE, GANJA, KARABAKH, STEPANAKERT, actor, record
from tests.reconcile.test_retold import incidents, on_the_land, together, toll

VILLAGE = Place(Span(0, 13, "Shenik village"))
YEAR = ("2022-01-01", "2022-12-31")


def battle(**more: Any) -> Record:
    given: dict[str, Any] = {"act": "clash", "published": "2022-03-04", "day": "2022-03-03", "document": "a"}
    return record("event", **(given | {"place": VILLAGE} | more))


def again(**more: Any) -> Record:
    given: dict[str, Any] = {"act": "clash", "published": "2023-03-20", "day": YEAR, "document": "b"}
    return record("event", **(given | {"place": VILLAGE} | more))


LANDS = [on_the_land("2022-03-04", "a"), on_the_land("2023-03-20", "b")]


def test_a_year_and_a_town_lead_to_the_one_act_of_that_sort_there() -> None:
    assert together(battle(), again(), *LANDS)
    assert together(battle(place=STEPANAKERT), again(place=STEPANAKERT), *LANDS)


@pytest.mark.parametrize(
    "more",
    [
        {"place": GANJA},
        {"day": ("2021-01-01", "2021-12-31")},
        {"day": None},  # without a time it may be of these days
        {"act": "release"},
    ],
)
def test_another_town_or_time_or_sort_of_act_is_another(more: dict[str, Any]) -> None:
    assert not together(battle(), again(**more), *LANDS)


def test_who_was_let_go_in_a_town_was_seized_at_another_time() -> None:
    freed = battle(act="release")
    held = toll(3, "2023-03-20", document="b", harm="abducted", day=YEAR, place=VILLAGE)
    assert not together(freed, held, *LANDS)
    assert together(freed, again(act="release"), *LANDS)


def test_a_named_person_is_seized_once_whatever_the_sides_call_it() -> None:
    name = actor("anton-budi-raharjo")
    told = {"target": [name], "place": None}
    first = battle(**told | {"act": "abduction"})
    later = {"published": "2022-05-20", "day": None, "document": "c"}
    assert together(first, again(**told | later | {"act": "arrest"}), *LANDS, on_the_land("2022-05-20", "c"))
    assert not together(first, again(**told | later | {"act": "release"}), *LANDS, on_the_land("2022-05-20", "c"))


def test_a_town_that_saw_two_such_acts_in_the_year_leads_to_neither() -> None:
    other = battle(day="2022-08-10", published="2022-08-11", document="c")
    found = incidents(battle(), again(), other, *LANDS, on_the_land("2022-08-11", "c"))
    assert frozenset({1}) in found


def test_the_toll_of_the_year_is_the_same_or_has_risen() -> None:
    first = toll(17, "2022-03-04", document="a", day="2022-03-03", place=VILLAGE)
    told = {"document": "b", "day": YEAR, "place": VILLAGE}
    assert together(first, toll(17, "2023-03-20", **told), *LANDS)
    assert together(first, toll(19, "2023-03-20", **told), *LANDS)
    assert not together(first, toll(9, "2023-03-20", **told), *LANDS)
    assert not together(first, toll(60, "2023-03-20", **told), *LANDS)


def clause(kind: str, words: str, **more: Any) -> Record:
    given: dict[str, Any] = {"document": "a", "at": 0, "day": "2023-09-20", "words": words}
    return record(kind, **(given | more))


def test_whom_an_attack_drove_out_or_freed_in_its_own_clause_is_of_it() -> None:
    attack = clause("event", "Gunmen attacked outposts", act="attack", place=STEPANAKERT)
    fled = clause("casualty", "Gunmen attacked outposts and forced 900 to flee", harm="displaced", count=900)
    freed = clause("event", "Gunmen attacked outposts and freed 31 inmates", act="release")
    assert together(attack, fled)
    assert together(attack, freed)


@pytest.mark.parametrize(
    "more",
    [
        {"at": 200, "words": "900 people fled"},  # another sentence
        {"day": "2023-09-12"},
        {"place": GANJA},
        {"perpetrator": [AZE]},
    ],
)
def test_another_clause_day_place_or_doer_is_another(more: dict[str, Any]) -> None:
    attack = clause("event", "Rebels attacked outposts", act="attack", place=STEPANAKERT, actor=[KARABAKH])
    given: dict[str, Any] = {"harm": "abducted", "count": 900, "words": "Rebels attacked outposts and took 900"}
    assert not together(attack, clause("casualty", **(given | more)))


def test_who_took_a_town_by_the_words_of_an_attack_attacked_it() -> None:
    words = "Rebels drove the army from Shenik"
    taken = clause("territory", words, relation="captures", territory=Span(0, 6, "Shenik"))
    assert together(taken, clause("event", words, act="attack", actor=[KARABAKH]))
    then = clause("event", f"{words} and shot dead 200 civilians", act="attack", actor=[KARABAKH])
    assert not together(taken, then)  # what was done in it thereafter


def two_acts_and_a_toll(day: str | None, at: int = 105) -> set[frozenset[int]]:
    """An act of one day, behind it an act of another day (or of none), and a toll."""
    first = record(
        "event", act="attack", document="a", day="2023-09-18", at=0, words="Troops attacked X on Monday" + "." * 13
    )
    then = record("event", act="air_strike", document="a", day=day, at=60, words="jets bombed Y the day before")
    return incidents(first, then, toll(170, "2023-09-21", document="a", at=at, words="Some 170 died"))


def test_a_bare_toll_is_of_the_act_told_last_before_it() -> None:
    assert frozenset({1, 2}) in two_acts_and_a_toll("2023-09-17")
    assert frozenset({1, 2}) not in two_acts_and_a_toll(None)  # told again of the first, it may be
    assert frozenset({2}) in two_acts_and_a_toll("2023-09-17", at=900)


def test_a_name_in_the_words_that_is_no_place_leads_there_too() -> None:
    first = battle(place=None, words="Rebels fought troops near Kheda on Thursday", actor=[KARABAKH])
    told: dict[str, Any] = {"place": None, "words": "the battle of Kheda a year ago"}
    assert together(first, again(**told), *LANDS)
    assert not together(first, again(**told | {"words": "the battle of Lisva a year ago"}), *LANDS)
    assert not together(first, again(**told | {"day": None}), *LANDS)


def test_what_the_same_attackers_do_in_that_clause_is_of_it() -> None:
    attack = clause("event", "Rebels killed 40", act="attack", actor=[KARABAKH])
    held = clause("casualty", "Rebels killed 40 and captured 70", harm="detained", count=70, perpetrator=[KARABAKH])
    assert together(attack, held)
    assert not together(attack, clause("casualty", "Rebels killed 40, police held 70", harm="detained", count=70))
    vague = clause("event", "Rebels killed 40 and trapped 170", act="other")
    assert together(attack, vague)
    assert not together(attack, clause("event", "Rebels trapped 170", act="other", at=90))
    within = clause("event", "storming of the hotel", act="attack", at=20)
    assert not together(within, clause("event", "A court judged ten for the storming of the hotel", act="other"))


def test_who_enters_a_town_and_takes_it_does_so_at_once() -> None:
    words = "Rebels entered and took Shenik"
    taken = clause("territory", words, relation="captures", territory=Span(24, 30, "Shenik"))
    by = Filler(Span(0, 6, "Rebels"), KARABAKH)
    taken = replace(taken, claim=replace(taken.claim, slots={**taken.claim.slots, "by": (by,)}))
    assert together(taken, clause("event", "Rebels entered", act="movement", actor=[KARABAKH]))
    assert not together(taken, clause("event", "Rebels entered", act="movement", actor=[AZE]))
    assert not together(taken, clause("event", "Rebels entered", act="retreat", actor=[KARABAKH]))
