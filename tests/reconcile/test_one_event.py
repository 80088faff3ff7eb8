"""One event that reports tell with little: a name, a toll that rose, the day told before; and two that look alike."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest

from gencatan.model import Place, Record, Snapshot, Span
from gencatan.reconcile import block_keys, groups, judge
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.where import SAME, compare
from tests.reconcile.made import AZE, GANJA, KARABAKH, SHUSHA, STEPANAKERT, actor, record

RUINED = Place(Span(0, 23, "Furnaj district of Kora"))
QUARTER = Place(Span(0, 12, "southern suburbs of Stepanakert"), "Stepanakert", "AZE", 39.8153, 46.7519, "city", 146970)
NAMELESS = Place(Span(0, 6, "Furnaj"))


def together(*told: Record) -> bool:
    """Whether the first two are in one incident."""
    met = [pair for pair in combinations(told, 2) if set(block_keys(pair[0])) & set(block_keys(pair[1]))]
    found = groups(Snapshot(told, [j for one, other in met for j in judge(one, other)]), "incident")
    return found.get(told[0].id) == found.get(told[1].id)


def killed(name: str, **more: Any) -> Record:
    return record("casualty", harm="killed", count=1, victims=[name], **more)


def test_a_named_person_is_killed_once() -> None:
    first = killed("rebel commander Ali Karim", day="2023-07-30", published="2023-07-31", place=STEPANAKERT)
    again = killed("General Ali Karim", published="2023-09-18", at=500)
    assert together(first, again)
    assert not together(first, killed("commander Omar Salih", published="2023-09-18", at=500))


def test_two_of_one_unit_are_two() -> None:
    first = killed("commander of Golani Brigade", day="2023-07-30", published="2023-07-31", place=STEPANAKERT)
    assert not together(first, killed("commander of Golani Brigade", published="2023-09-18", at=500))


def test_the_day_on_which_a_toll_rose_is_none_of_its_event() -> None:
    act = record("event", act="air_strike", day="2023-09-16", published="2023-09-16", place=STEPANAKERT)
    risen = record("casualty", harm="killed", count=31, day="2023-09-17", words="rose to 31 on day", place=STEPANAKERT)
    assert not facts(risen).days.dated
    of_that_day = record("casualty", harm="killed", count=31, day="2023-09-17", words="toll of the strike on day")
    before = record("casualty", harm="killed", count=31, day="2023-09-17", words="toll of the day strike rose to 31")
    assert facts(of_that_day).days.dated
    assert facts(before).days.dated
    assert facts(act).days.dated


def test_the_first_name_in_a_places_words_is_its_own() -> None:
    assert compare(RUINED, NAMELESS) == SAME
    assert compare(Place(Span(0, 4, "Kora")), RUINED) != SAME


def test_what_an_answer_answers_came_before_it() -> None:
    told: dict[str, Any] = {"document": "one", "published": "2023-08-26"}
    answer = record(
        "event",
        act="shelling",
        actor=[KARABAKH],
        at=0,
        words="rebels shelled Ganja in retaliation for the killing of a commander",
        **told,
    )
    killing = record("event", act="attack", target=["a commander"], at=44, words="killing of a commander", **told)
    assert judge(answer, killing) == []
    hit = record("event", act="attack", target=["a commander"], at=15, words="Ganja in retaliation", **told)
    assert judge(answer, hit) != []


def test_a_report_goes_on_to_another_matter_by_its_day() -> None:
    told: dict[str, Any] = {"document": "one", "published": "2023-09-21"}
    first = record("casualty", harm="killed", count=5, at=100, words="five died", place=GANJA, **told)
    act: dict[str, Any] = {"act": "attack", "day": "2023-09-20", "place": GANJA, **told}
    assert judge(first, record("event", at=112, words="day, a shell hit a market", **act)) == []
    assert judge(first, record("event", at=112, words="a shell hit a market on that day", **act)) != []


def test_so_many_of_them_are_of_the_toll_before() -> None:
    told: dict[str, Any] = {"document": "one", "published": "2023-10-03", "harm": "killed"}
    eight = record("casualty", count=8, day="2023-10-02", at=0, words="Eight soldiers died", **told)
    seven = record("casualty", count=7, at=60, words="Seven of them died in two places", **told)
    assert together(eight, seven)
    other = record("casualty", count=7, at=60, words="Seven soldiers died in two places", **told)
    assert not together(eight, other)


def test_two_sides_numbers_side_by_side_are_of_one_thing() -> None:
    told: dict[str, Any] = {"document": "one", "published": "2023-10-03", "harm": "killed"}
    two = record("casualty", count=2, day="2023-10-02", at=0, words="two soldiers died", by=AZE, **told)
    five = record("casualty", count=5, at=60, words="five soldiers died", by=KARABAKH, **told)
    assert together(two, five)


def test_a_name_on_no_map_may_be_a_part_of_the_town_told_before() -> None:
    told: dict[str, Any] = {"document": "one", "published": "2023-09-21"}
    act = record("event", act="attack", at=0, words="attack on the suburbs", place=QUARTER, **told)
    toll = record("casualty", harm="killed", count=5, at=70, words="five died in Furnaj", place=NAMELESS, **told)
    assert together(act, toll)
    town = record("event", act="attack", at=0, words="attack on the town", place=STEPANAKERT, **told)
    assert not together(town, toll)


def test_a_toll_that_says_by_whom_is_not_of_the_act_in_the_sentence_before() -> None:
    told: dict[str, Any] = {"document": "one", "published": "2023-09-21"}
    raid = record("event", act="operation", actor=[AZE], at=0, words="Troops entered villages", **told)
    killed_by: dict[str, Any] = {
        "harm": "killed",
        "count": 1,
        "perpetrator": [AZE],
        "words": "Azerbaijani strike killed one",
        "place": GANJA,
    }
    assert not together(raid, record("casualty", at=60, **killed_by, **told))


def test_a_report_that_gives_two_days_tells_of_two_strikes() -> None:
    told: dict[str, Any] = {"act": "air_strike", "place": STEPANAKERT, "actor": [AZE]}
    saturday = record("event", document="one", day="2023-09-16", published="2023-09-18", at=0, **told)
    sunday = record("event", document="one", day="2023-09-17", published="2023-09-18", at=400, **told)
    other = record("event", document="two", day="2023-09-17", published="2023-09-18", **told)
    assert together(sunday, other, saturday)
    assert not together(saturday, sunday, other)


@pytest.mark.parametrize(("number", "one"), [(7, True), (9, False)])
def test_what_has_no_day_may_be_of_the_day_told_before_it(number: int, *, one: bool) -> None:
    rockets = record(
        "event",
        document="a",
        act="shelling",
        actor=[KARABAKH],
        day="2023-03-22",
        published="2023-04-02",
        place=GANJA,
        at=0,
    )
    answer = record(
        "casualty", document="a", harm="killed", count=7, perpetrator=[AZE], published="2023-04-02", place=SHUSHA, at=60
    )
    again = record(
        "casualty", document="b", harm="killed", count=number, day="2023-03-22", published="2023-11-24", place=SHUSHA
    )
    assert together(answer, again, rockets) is one


@pytest.mark.parametrize(("wounded", "one"), [(2800, True), (5800, False)])
def test_the_dead_and_the_wounded_of_a_day_grow_together(wounded: int, *, one: bool) -> None:
    told: dict[str, Any] = {"day": "2023-09-17", "victims": ["people"]}
    first = [
        record("casualty", document="a", harm=harm, count=n, published="2023-09-18", at=at, perpetrator=[AZE], **told)
        for at, (harm, n) in enumerate([("killed", 9), ("injured", 2750)])
    ]
    again = [
        record("casualty", document="b", harm=harm, count=n, published="2023-09-19", at=at, **told)
        for at, (harm, n) in enumerate([("killed", 12), ("injured", wounded)])
    ]
    land = record("statement", document="b", published="2023-09-19", speaker=[actor("AZE")])
    assert together(first[0], again[0], first[1], again[1], land) is one


@pytest.mark.parametrize(("by", "one"), [("2023-09-18", True), ("2023-09-12", False)])
def test_who_had_left_by_a_day_left_on_it(by: str, *, one: bool) -> None:
    left = record("event", act="retreat", actor=[AZE], day="2023-09-18", published="2023-09-19", place=GANJA)
    had = record("event", act="retreat", actor=[AZE], day=(None, by), published="2023-10-02")
    assert together(left, had) is one
    assert not together(record("event", act="attack", actor=[AZE], day="2023-09-18", published="2023-09-19"), had)


def test_what_one_side_says_later_takes_nothing_back_that_the_other_said() -> None:
    told: dict[str, Any] = {"harm": "injured", "day": "2023-09-19", "place": GANJA}
    first = record("casualty", count=401, published="2023-09-20", by=KARABAKH, document="a", **told)
    later = record("casualty", count=511, published="2023-10-01", by=AZE, document="b", **told)
    own = record("casualty", count=450, published="2023-10-01", by=KARABAKH, document="c", **told)
    assert "supersedes" not in {found.relation for found in judge(first, later)}
    assert "supersedes" in {found.relation for found in judge(first, own)}
