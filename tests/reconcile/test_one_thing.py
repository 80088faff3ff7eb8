"""One sort of thing that was struck, people let go for each other, and fighting that goes on from a day or a month."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.language.comparing import word_groups
from gencatan.model import Record
from gencatan.reconcile.comparing import things as struck_things
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.grouping import struck as by_struck
from gencatan.reconcile.grouping.told import Told
from tests.reconcile.made import AZE, GANJA, KARABAKH, RUSSIA, STEPANAKERT, record
from tests.reconcile.test_retold import incidents, on_the_land, together


def struck(thing: str, document: str, day: str | None = "2023-09-20", **more: Any) -> Record:
    words = f"{document * 5} {document * 6}"  # none in common
    return record(
        "event", act="attack", document=document, published="2023-09-21", day=day, words=words, target=[thing], **more
    )


ELSEWHERE = struck("a bridge", "c", place=GANJA)
"""Another attack of that day, so that the day alone tells nothing."""
LANDS = [on_the_land("2023-09-21", document) for document in "abcd"]


@pytest.mark.parametrize(
    ("mine", "theirs", "one"),
    [
        ("convoy of the embassy", "konvoi diplomatik", True),
        ("Turkish evacuation plane", "pesawat evakuasi Turki", True),
        ("three schools", "sebuah sekolah", True),
        ("convoy of the embassy", "kedutaan besar", False),
        ("a market", "sebuah masjid", False),
        ("three buses", "sebuah bus", True),
        ("the old churches", "gereja tua", True),
        ("two ferries", "feri", True),
        ("a bus station", "sebuah bus", False),
        ("a bus station", "terminal bus", True),
        ("pesawat milik kedutaan", "a plane", True),
        ("an armoured vehicle of the mission", "kendaraan lapis baja mereka", True),
        ("two tanks", "sebuah truk", False),
    ],
)
def test_one_sort_of_thing_is_struck_once_a_day(mine: str, theirs: str, one: bool) -> None:
    told = (struck(mine, "a"), struck(theirs, "b", language="id"), ELSEWHERE, *LANDS)
    assert together(*told) is one
    assert frozenset({2}) in incidents(*told)


def test_of_two_such_things_on_one_day_neither_is_meant() -> None:
    mine, theirs = struck("a plane", "a"), struck("pesawat", "b", language="id")
    assert together(mine, theirs, ELSEWHERE, *LANDS)
    assert not together(mine, theirs, ELSEWHERE, struck("a jet", "d", place=STEPANAKERT), *LANDS)


def test_things_struck_on_other_days_or_in_other_towns_or_by_others_are_two() -> None:
    first = struck("a plane", "a", actor=[AZE], place=STEPANAKERT)
    told = {"language": "id"}
    assert together(first, struck("pesawat", "b", **told), ELSEWHERE, *LANDS)
    assert not together(first, struck("pesawat", "b", "2023-09-18", **told), ELSEWHERE, *LANDS)
    assert not together(first, struck("pesawat", "b", place=GANJA, **told), ELSEWHERE, *LANDS)
    assert not together(first, struck("pesawat", "b", actor=[RUSSIA], **told), ELSEWHERE, *LANDS)


def test_a_report_that_gives_no_day_is_of_the_days_before_it() -> None:
    told = {"words": "b" * 6, "language": "id", "act": "attack", "target": ["pesawat"]}
    first = struck("a plane", "a", place=STEPANAKERT)
    for published, one in (("2023-09-30", True), ("2023-10-04", False)):
        lands = [*LANDS[:1], on_the_land(published, "e"), *LANDS[2:]]
        assert together(first, record("event", document="e", published=published, **told), ELSEWHERE, *lands) is one


def test_only_strikes_of_days_near_each_other_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []
    monkeypatch.setattr(by_struck, "_may_be", lambda *pair: bool(asked.append(pair)))
    months = [f"{year}-{month:02}-20" for year in (2021, 2022) for month in range(1, 13)]
    claims = [facts(record("event", act="attack", day=day, published=day, target=["a plane"])) for day in months]
    told = [Told([f.record.id], [f], frozenset({"AZE"})) for f in claims]
    assert list(by_struck.by_thing(told)) == []
    assert asked == []
    assert list(by_struck.by_thing([*told, Told(["x"], claims[:1], frozenset({"AZE"}))])) == []
    assert len(asked) == 2


@pytest.mark.parametrize(
    ("mine", "theirs", "one"),
    [
        ("a convoy", "dua truk", True),
        ("konvoi", "a bus and an ambulance", True),
        ("the airport", "pangkalan udara", True),
        ("a convoy", "sebuah sekolah", False),
        ("the airport", "a school", False),
    ],
)
def test_what_may_be_one_thing_keeps_no_two_tellings_apart(mine: str, theirs: str, one: bool) -> None:
    assert together(struck(mine, "a", place=STEPANAKERT), struck(theirs, "b", language="id"), *LANDS) is one


def test_each_word_for_a_thing_is_of_one_sort() -> None:
    words = [word for some in word_groups("things").values() for word in some]
    assert len(words) == len(set(words))
    assert {sort for sorts in struck_things.SAME for sort in sorts} <= set(word_groups("things"))


def freed(document: str, words: str, at: int, **more: Any) -> Record:
    return record(
        "event", act="release", document=document, published="2023-09-21", day="2023-09-20", words=words, at=at, **more
    )


def test_people_let_go_for_each_other_are_two_incidents() -> None:
    mine = freed("a", "they freed three men", 0, quantity=3, actor=[AZE])
    price = freed("a", "three men in exchange for 183 prisoners", 11, quantity=183)
    theirs = freed("b", "melepaskan 183 tahanan", 0, quantity=183, actor=[KARABAKH], language="id")
    assert incidents(mine, price, theirs) == {frozenset({0}), frozenset({1, 2})}
    same = freed("a", "the three men in exchange for them", 11, quantity=3, actor=[AZE])
    assert together(mine, same)


def fight(document: str, published: str, **more: Any) -> Record:
    return record("event", act="clash", document=document, published=published, words=document * 6, **more)


def test_fighting_since_a_day_is_that_of_the_day() -> None:
    first = fight("a", "2023-09-20", day="2023-09-19", place=STEPANAKERT)
    assert together(first, fight("b", "2023-09-24", day=("2023-09-19", None)), *LANDS)
    assert not together(first, fight("b", "2023-09-24", day=("2023-09-12", None)), *LANDS)


def test_months_that_several_reports_recall_lead_to_the_one_fight_of_it() -> None:
    month = ("2023-08-01", "2023-08-31")
    first = fight("a", "2023-08-25", day="2023-08-24", place=STEPANAKERT)
    again = [fight(name, f"2023-1{n}-08", day=month) for n, name in enumerate("bc")]
    assert incidents(first, *again, *LANDS) == {frozenset({0, 1, 2})}
    second = fight("d", "2023-08-11", day="2023-08-10", place=GANJA)
    assert frozenset({0}) in incidents(first, *again, second, *LANDS)


def test_a_hospital_and_positions_near_it_are_struck_twice() -> None:
    told: dict[str, Any] = {"act": "air_strike", "actor": [AZE], "place": STEPANAKERT}
    hospital = record(
        "event", target=["the hospital"], day="2023-09-19", published="2023-09-19", words="bombed it", **told
    )
    positions = record("event", target=["its positions"], published="2023-09-21", words="raids on them", **told)
    clinic = record("event", target=["a clinic"], published="2023-09-21", **told)
    assert together(hospital, clinic)
    assert not together(hospital, positions)
