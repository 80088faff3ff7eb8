"""Claims of one report, and how numbers, towns and borders set them apart."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Count, Place, Record, Span
from gencatan.reconcile import judge
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.where import ABROAD, APART, INSIDE, NEAR, compare
from tests.reconcile.made import AZE, GANJA, KARABAKH, SHUSHA, STEPANAKERT, actor, record
from tests.reconcile.test_retold import incidents, on_the_land, together

ISR = actor("ISR", "ISR")
HAMAS = actor("hamas", "PSE", "REB")
STRIP = Place(Span(0, 4, "area"), "Gaza Strip", "PSE", 31.5, 34.47, "province", 1)
BORDER_TOWN = Place(Span(0, 4, "town"), "Sderot", "ISR", 31.525, 34.596, "city", 2)
FAR_TOWN = Place(Span(0, 4, "town"), "Tel Aviv", "ISR", 32.08, 34.78, "city", 3)


def same(one: Record, other: Record) -> bool:
    return bool(judge(one, other))


def told(kind: str, at: int, words: str, **more: Any) -> Record:
    return record(kind, document="a", at=at, words=words, published="2025-01-16", **more)


def test_the_dead_of_a_war_are_not_those_of_a_night_beside_them() -> None:
    war = told("casualty", 10, "46,000 people have been killed", harm="killed", count=46_000, by=HAMAS)
    night = told("casualty", 40, "32 people were killed overnight", harm="killed", count=32)
    assert not same(war, night)
    assert same(told("casualty", 10, "40 people have been killed", harm="killed", count=40, by=HAMAS), night)


def test_two_towns_side_by_side_in_one_report_saw_two_things() -> None:
    harmed: dict[str, Any] = {"harm": "killed", "day": "2023-09-20"}
    one = record("casualty", document="a", at=10, words="12 died in Shusha", count=12, place=SHUSHA, **harmed)
    near: dict[str, Any] = {"document": "a", "at": 130, "count": 2, **harmed}
    assert not same(one, record("casualty", words="Two died in Stepanakert", place=STEPANAKERT, **near))
    assert same(one, record("casualty", words="Two died there later on", place=SHUSHA, **near))


@pytest.mark.parametrize("act", ["shelling", "operation"])
def test_a_bare_toll_behind_an_act_of_force_is_its_toll(act: str) -> None:
    acted = told("event", 0, "Israel launched it", act=act, actor=[ISR], day="2025-01-16")
    assert same(acted, told("casualty", 60, "About 40 people were wounded", harm="injured", count=40))
    assert not same(acted, told("casualty", 60, "Forty were arrested", harm="detained", count=40))
    daily = {"harm": "killed", "count": 3, "day": (None, None)}
    assert not same(acted, told("casualty", 60, "Three died in the past 24 hours", **daily))
    fought = told("event", 0, "Israel fought", act="clash", actor=[ISR], day="2025-01-16")
    assert not same(fought, told("casualty", 60, "About 40 people were wounded", harm="injured", count=40))


def test_a_province_ends_at_the_border_and_a_town_beside_it_is_near() -> None:
    assert compare(STRIP, FAR_TOWN) == ABROAD
    assert compare(STRIP, BORDER_TOWN) == INSIDE


def test_forces_withdrawn_have_left_and_goods_let_through_no_more_are_blocked() -> None:
    left = record("event", act="retreat", actor=[AZE], day="2023-09-20", document="a")
    assert together(left, record("deployment", change="withdrawn", force=[AZE], day="2023-09-20", document="b"))
    assert not together(left, record("deployment", change="deployed", force=[AZE], day="2023-09-20", document="b"))
    shut = record("event", act="closure", actor=[AZE], day="2023-09-02", document="a")
    held: dict[str, Any] = {"document": "b", "published": "2023-09-22"}
    assert together(shut, record("event", act="blockade", actor=[AZE], day=("2023-09-02", None), **held))
    assert not together(shut, record("event", act="blockade", actor=[AZE], day=("2023-09-12", None), **held))


def test_soldiers_of_one_land_killed_by_the_same_in_one_number_may_be_told_a_day_off() -> None:
    army = actor("AZE/MIL", "AZE", "MIL")
    held: dict[str, Any] = {"harm": "killed", "perpetrator": [KARABAKH]}
    one = record("casualty", day="2023-09-19", document="a", count=19, victims=[army], **held)
    assert together(one, record("casualty", day="2023-09-20", document="b", count=19, victims=[army], **held))
    assert not together(one, record("casualty", day="2023-09-20", document="b", count=4, victims=[army], **held))
    assert not together(one, record("casualty", day="2023-09-20", document="b", count=19, victims=[AZE], harm="killed"))


def test_acts_that_befell_far_more_people_are_others() -> None:
    day = {"act": "attack", "actor": [AZE]}
    many = record(
        "event", words="AZE killed 113 people", target=["113 people"], document="a", published="2023-09-17", **day
    )
    few = record(
        "event", words="AZE killed 19 people", target=["19 people"], document="b", published="2023-09-19", **day
    )
    others = record(
        "event", words="AZE killed 110 people", target=["110 people"], document="b", published="2023-09-19", **day
    )
    assert not together(many, few)
    assert together(many, others)


def test_who_was_among_the_dead_is_of_the_toll_told_before() -> None:
    struck: dict[str, Any] = {"document": "a", "published": "2023-09-20", "day": "2023-09-19", "place": SHUSHA}
    before = record("casualty", at=0, words="90 died", harm="killed", count=90, **struck)
    toll = record("casualty", at=300, words="40 died", harm="killed", count=40, **{**struck, "place": STEPANAKERT})
    land = on_the_land("2023-09-20", "a")
    held: dict[str, Any] = {
        "harm": "killed",
        "document": "a",
        "published": "2023-09-20",
        "at": 900,
        "victims": ["The minister"],
    }
    named = record("casualty", words="The minister was among the dead", **held)
    found = incidents(before, named, toll, land)
    assert any({1, 2} <= group for group in found)
    assert not any({0, 1} <= group for group in found)
    beside = record("casualty", words="The minister was killed", **held)
    assert not any({1, 2} <= group for group in incidents(before, beside, toll, land))
    assert facts(named).count is None


def test_a_day_that_is_not_told_is_no_stretch_of_days() -> None:
    hours = record("event", act="air_strike", actor=[ISR], day=(None, None), document="b", words="hours after the deal")
    night = record("casualty", harm="killed", count=32, day="2023-09-20", document="a")
    struck = record("casualty", harm="killed", count=32, document="b", words="hours after the deal", perpetrator=[ISR])
    assert any({0, 1, 2} <= group for group in incidents(night, struck, hours))


def test_the_toll_behind_a_fight_of_one_day_in_one_town_is_its_toll() -> None:
    toll = told("casualty", 60, "At least 12 people were killed", harm="killed", count=12)
    there = told("event", 0, "Fighting broke out", act="clash", day="2025-01-16", place=SHUSHA)
    assert same(there, toll)
    for_days = told("event", 0, "Fighting went on", act="clash", day=("2025-01-10", None), place=SHUSHA)
    assert not same(for_days, toll)


def test_people_let_go_are_not_seized_on_that_day() -> None:
    freed = told("event", 0, "freed 14 soldiers", act="release", actor=[KARABAKH], day="2025-01-15")
    since: dict[str, Any] = {"harm": "detained", "count": 14}
    assert not same(freed, told("casualty", 6, "14 soldiers held", day=("2024-11-01", None), **since))
    assert same(freed, told("casualty", 6, "14 soldiers", **since))
    later = {"published": "2025-01-17", "document": "b", "words": "14 soldiers held", "place": SHUSHA}
    held = record("casualty", day=("2024-11-01", None), **since, **later)
    there = record("event", act="release", document="c", day="2025-01-15", published="2025-01-16", place=SHUSHA)
    assert not same(there, held)


def test_a_strike_and_the_answer_to_it_are_two() -> None:
    struck = told("event", 0, "Hamas fired rockets at a town", act="shelling", actor=[HAMAS], day="2025-01-15")
    answered = told("event", 60, "the army retaliated by attacking", act="attack", actor=["army"], target=["posts"])
    assert not same(struck, answered)
    toll = told("casualty", 90, "retaliated, killing six", harm="killed", count=6, perpetrator=["army"])
    assert same(answered, toll)
    assert not same(struck, toll)


def test_what_each_did_to_the_other_is_two() -> None:
    where_and_when: dict[str, Any] = {"day": "2025-01-15", "place": BORDER_TOWN, "published": "2025-01-16"}
    one = record("event", document="a", act="shelling", actor=[HAMAS], target=[ISR], **where_and_when)
    other = record("event", document="b", act="air_strike", actor=[ISR], target=[HAMAS], **where_and_when)
    again = record("event", document="c", act="air_strike", actor=[ISR], target=["a car"], **where_and_when)
    assert not same(one, other)
    assert same(other, again)
    fought = record("event", document="d", act="clash", actor=[HAMAS, ISR], **where_and_when)
    assert same(fought, record("event", document="e", act="clash", actor=[ISR], target=[HAMAS], **where_and_when))


def test_at_the_scene_names_no_place() -> None:
    shot = told("event", 0, "The rebels shot it down", act="attack", actor=[HAMAS], day="2025-01-15")
    scene = Place(Span(0, 6, "lokasi"))
    town = Place(Span(0, 4, "Kora"))
    toll: dict[str, Any] = {"harm": "killed", "count": 3}
    assert same(shot, told("casualty", 60, "Tiga orang tewas di lokasi", place=scene, **toll))
    assert not same(shot, told("casualty", 60, "Tiga orang tewas di Kora", place=town, **toll))


def test_whom_an_answer_killed_is_told_behind_it() -> None:
    answer = told("event", 0, "Israel retaliated by bombing the port", act="attack", actor=[ISR])
    assert same(answer, told("casualty", 60, "At least eight people died", harm="killed", count=8))
    other = told("casualty", 60, "The rebels killed eight", harm="killed", count=8, perpetrator=[HAMAS])
    assert not same(answer, other)


def test_the_one_victim_of_whom_a_report_tells_again() -> None:
    one: dict[str, Any] = {"harm": "killed", "count": 1}
    first = told("casualty", 0, "A boy wounded in the town has died", victims=["boy"], place=BORDER_TOWN, **one)
    assert same(first, told("casualty", 900, "the boy who died", victims=["boy"], **one))
    assert not same(first, told("casualty", 900, "a teacher died", victims=["teacher"], **one))
    day = {"victims": ["boy"], "day": "2025-01-03", **one}
    assert not same(first, told("casualty", 900, "a boy died on 3 January", **day))


def test_a_toll_since_a_year_is_not_that_of_a_month_in_one_town() -> None:
    more = {"published": "2025-01-16", "document": "a", "harm": "killed"}
    since = record("casualty", at=10, words="79 were killed there", count=79, day=("2019-12-01", None), **more)
    month = ("2023-07-01", "2023-07-31")
    assert not same(since, record("casualty", at=90, words="Two died", count=2, day=month, place=SHUSHA, **more))


def test_a_road_between_two_towns_is_near_either() -> None:
    road = Place(Span(0, 4, "jalan antara Ganja dan Shusha"), "Ganja", "AZE", 40.68, 46.36, "city", 586523)
    assert compare(GANJA, SHUSHA) == APART
    assert compare(road, SHUSHA) == compare(SHUSHA, road) == NEAR
    assert compare(road, STEPANAKERT) == APART


@pytest.mark.parametrize(("first", "joined"), [(11, False), (350, True)])
def test_at_least_eleven_are_not_the_hundreds_of_a_day_told_behind(first: int, joined: bool) -> None:
    more: dict[str, Any] = {"published": "2025-01-16", "document": "a", "harm": "killed", "victims": ["civilians"]}
    some = record("casualty", at=10, words="11 died at the base", count=Count(first, None, str(first)), **more)
    more["victims"] = ["people"]
    behind = record("casualty", at=90, words="400 people died", count=400, day="2025-01-12", **more)
    assert same(some, behind) == joined
