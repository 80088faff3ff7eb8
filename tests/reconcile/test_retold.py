"""Tellings without a day or a place, and the one incident of their land that they are taken into."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gencatan.model import Actor, Judgement, Place, Record, Review, Snapshot, Span
from gencatan.reconcile import block_keys, groups, judge
from gencatan.reconcile.comparing.facts import facts
from tests.reconcile.made import AZE, GANJA, KARABAKH, RUSSIA, STEPANAKERT, actor, record

ISR = actor("ISR", "ISR")
VILLAGE = Place(Span(0, 13, "Shenik village"))


def judged(told: Sequence[Record]) -> list[Judgement]:
    """What is judged of those that meet in a block."""
    met = [pair for pair in combinations(told, 2) if set(block_keys(pair[0])) & set(block_keys(pair[1]))]
    return [judgement for one, other in met for judgement in judge(one, other)]


def incidents(*told: Record) -> set[frozenset[int]]:
    """The numbers of the claims that are in one incident, for each."""
    judgements = judged(told)
    number = {one.id: n for n, one in enumerate(told)}
    found = groups(Snapshot(told, judgements), "incident")
    return {frozenset(number[id_] for id_ in group.members) for group in found}


def toll(count: int, published: str, **more: Any) -> Record:
    return record("casualty", harm=more.pop("harm", "killed"), count=count, published=published, **more)


def on_the_land(published: str, document: str) -> Record:
    """What says of which land a report tells."""
    return record("statement", document=document, published=published, speaker=[AZE])


def together(*told: Record) -> bool:
    """Whether the first two are in one incident."""
    return any({0, 1} <= group for group in incidents(*told))


def test_a_number_without_a_day_is_that_of_the_one_incident_of_its_land() -> None:
    war = toll(43, "2025-07-31", document="a", day=("2025-07-01", "2025-07-31"), place=STEPANAKERT)
    again = toll(43, "2025-11-13", document="b")
    assert not together(war, again)  # of what land the other report tells is not known
    assert together(war, again, on_the_land("2025-11-13", "b"))
    abroad = record("statement", document="b", published="2025-11-13", speaker=[ISR])
    assert not together(war, again, abroad)


def test_a_number_that_two_incidents_have_is_neithers() -> None:
    told = [toll(43, f"2025-0{month}-08", day=f"2025-0{month}-07", place=STEPANAKERT) for month in (4, 7)]
    again = toll(43, "2025-09-13", document="b")
    assert frozenset({2}) in incidents(*told, again, on_the_land("2025-09-13", "b"))


def test_a_small_number_says_too_little_unless_another_or_the_town_does_too() -> None:
    first = toll(11, "2023-09-20", document="a", day="2023-09-19", place=STEPANAKERT, at=0, words="11 died")
    land = on_the_land("2023-12-20", "b")
    assert not together(first, toll(11, "2023-12-20", document="b"), land)
    assert together(first, toll(11, "2023-12-20", document="b", place=STEPANAKERT), land)
    hurt = toll(
        14, "2023-09-20", document="a", harm="injured", day="2023-09-19", place=STEPANAKERT, at=8, words="14 hurt"
    )
    again = [toll(11, "2023-12-20", document="b", at=0, words="11 dead")]
    again.append(toll(14, "2023-12-20", document="b", harm="injured", at=8, words="14 hurt"))
    assert any({0, 2} <= group for group in incidents(first, hurt, *again, land))


def test_one_number_of_other_people_is_another_toll() -> None:
    soldiers = [actor("AZE/MIL", "AZE", "MIL")]
    first = toll(43, "2023-09-20", document="a", day="2023-09-19", place=STEPANAKERT, victims=soldiers)
    again = toll(43, "2023-12-20", document="b", victims=[actor("ARM/MIL", "ARM", "MIL")])
    assert not together(first, again, on_the_land("2023-12-20", "b"))


def act(what: str, published: str, document: str, **more: Any) -> Record:
    words = more.pop("words", f"{document * 5} {document * 6}")  # none in common
    return record("event", act=what, published=published, document=document, words=words, **more)


def test_one_act_of_a_day_without_a_town_is_the_one_that_has_it() -> None:
    first = act("attack", "2023-09-21", "a", day="2023-09-20", place=STEPANAKERT)
    again = act("attack", "2023-09-25", "b", day="2023-09-20")
    land = on_the_land("2023-09-25", "b")
    assert not together(first, again)
    assert together(first, again, land)
    third = act("attack", "2023-09-22", "c", day="2023-09-20", place=GANJA)
    assert frozenset({1}) in incidents(first, again, third, land)


def test_an_attack_of_a_day_is_the_strike_of_that_day_and_a_shelling_is_no_raid() -> None:
    first = act("air_strike", "2023-09-21", "a", day="2023-09-20", place=STEPANAKERT)
    land = on_the_land("2023-09-25", "b")
    assert together(first, act("attack", "2023-09-25", "b", day="2023-09-20"), land)
    assert not together(first, act("shelling", "2023-09-25", "b", day="2023-09-20"), land)


def test_who_leaves_one_town_and_who_reaches_another_on_a_day_are_one() -> None:
    first = act("movement", "2022-05-16", "a", day="2022-05-16", place=STEPANAKERT)
    again = act("movement", "2022-05-29", "b", day="2022-05-16", place=GANJA)
    assert together(first, again)
    strike = act("attack", "2022-05-16", "a", day="2022-05-16", place=STEPANAKERT)
    assert not together(strike, act("attack", "2022-05-29", "b", day="2022-05-16", place=GANJA))


def test_what_befalls_a_named_person_is_one_whatever_the_title() -> None:
    day, name, titled = "2025-05-14", actor("anton-budi-raharjo"), actor("constable-anton-budi-raharjo")
    first = act("release", "2025-05-16", "a", day=day, target=[name])
    again = act("release", "2025-05-14", "b", target=[titled])
    lands = [on_the_land("2025-05-16", "a"), on_the_land("2025-05-14", "b")]
    assert together(first, again, *lands)
    assert not together(first, act("release", "2025-05-14", "b", target=[actor("anton-budi")]), *lands)
    assert not together(first, act("attack", "2025-05-14", "b", target=[titled]), *lands)


def test_what_is_recalled_of_a_month_is_the_one_act_that_is_told_of_in_it() -> None:
    first = act("release", "2023-05-29", "a", day="2023-05-28", place=STEPANAKERT)
    again = act("release", "2023-09-21", "b", day=("2023-05-01", "2023-05-31"), actor=[KARABAKH])
    assert together(first, again)
    third = act("release", "2023-05-13", "c", day="2023-05-12", place=GANJA)
    assert frozenset({1}) in incidents(first, again, third)
    strangers = act("release", "2023-05-29", "a", day="2023-05-28", actor=[RUSSIA], target=[KARABAKH])
    assert not together(strangers, again)


def test_a_town_without_a_day_is_where_it_was_lately() -> None:
    first = record("event", act="air_strike", published="2023-09-21", day="2023-09-20", place=VILLAGE, document="a")
    lands = [on_the_land("2023-10-10", "b"), on_the_land("2023-09-21", "a")]
    told = {"act": "air_strike", "place": VILLAGE, "document": "b"}
    assert together(first, record("event", published="2023-10-10", at=700, words="bombed it", **told), *lands)
    assert not together(first, record("event", published="2023-10-10", at=10, words="bombed it", **told), *lands)
    assert not together(first, record("event", published="2023-12-10", at=700, words="bombed it", **told), *lands)


def test_two_tellings_without_a_day_of_one_act_in_a_town_are_one_unless_people_come_and_go() -> None:
    lands = [on_the_land("2023-10-10", "b"), on_the_land("2023-09-21", "a")]
    for what, expected in (("air_strike", True), ("movement", False)):
        first = act(what, "2023-09-21", "a", place=VILLAGE)
        again = act(what, "2023-10-10", "b", place=VILLAGE, at=700)
        assert together(first, again, *lands) is expected


def test_a_toll_of_a_land_that_rises_from_day_to_day_is_one() -> None:
    days = ("2023-09-20", "2023-09-22", "2023-09-23")
    told = [toll(count, day, document=day) for count, day in zip((33, 38, 43), days, strict=True)]
    lands = [on_the_land(day, day) for day in days]
    assert frozenset({0, 1, 2}) in incidents(*told, *lands)
    fell = [told[0], toll(24, days[1], document=days[1])]
    assert not together(*fell, *lands)
    placed = [told[0], toll(38, days[1], document=days[1], place=STEPANAKERT)]
    assert not together(*placed, *lands)


def test_the_tolls_of_a_war_are_one_whenever_they_are_told() -> None:
    first, later = toll(3961, "2024-12-01", document="a"), toll(4047, "2025-02-28", document="b")
    lands = [on_the_land("2024-12-01", "a"), on_the_land("2025-02-28", "b")]
    assert together(first, later, *lands)
    assert not together(first, toll(6000, "2025-02-28", document="b"), *lands)
    ended = toll(4000, "2025-02-28", document="b", day="2024-11-27")  # "a truce on 27 November halted a war in which …"
    assert together(first, ended, *lands)


def test_order_and_a_split_count_as_before() -> None:
    told = [
        toll(43, "2025-07-31", document="a", day="2025-07-24", place=STEPANAKERT),
        toll(43, "2025-11-13", document="b"),
    ]
    told += [toll(43, "2025-11-29", document="c"), on_the_land("2025-11-13", "b"), on_the_land("2025-11-29", "c")]
    assert frozenset({0, 1, 2}) in incidents(*told)
    chance = random.Random(1)
    judgements = judged(told)
    split = Review("split", (told[0].id, told[1].id), "rina", "2025-12-01T00:00:00Z", {"kind": "incident"})
    expected: set[frozenset[str]] | None = None
    for _ in range(5):
        chance.shuffle(told)
        found = {frozenset(group.members) for group in groups(Snapshot(told, judgements, [split]), "incident")}
        assert expected in (None, found)
        expected = found
    assert expected is not None
    assert not any(set(split.targets) <= group for group in expected)


def test_in_a_land_of_many_tolls_a_number_of_two_digits_says_nothing() -> None:
    first = toll(43, "2023-09-21", document="a", day="2023-09-20", place=STEPANAKERT)
    again = toll(43, "2023-12-20", document="b")
    land = on_the_land("2023-12-20", "b")
    days = [(date(2023, 9, 22) + timedelta(days=2 * n)).isoformat() for n in range(31)]
    many = [toll(44 + n, day, day=day, place=GANJA) for n, day in enumerate(days)]
    assert together(first, again, land, *many[:20])
    assert not together(first, again, land, *many)


def test_tolls_among_which_one_falls_are_not_one() -> None:
    days = ("2023-09-20", "2023-09-21", "2023-09-22")
    told = [toll(count, day, document=day) for count, day in zip((33, 38, 24), days, strict=True)]
    assert not together(*told, *(on_the_land(day, day) for day in days))


@st.composite
def tellings(draw: st.DrawFn) -> list[Record]:
    made = []
    for n in range(draw(st.integers(2, 8))):
        document, published = f"d{n}", draw(st.sampled_from(("2023-09-20", "2023-09-22", "2023-10-20")))
        more: dict[str, Any] = {
            "document": document,
            "published": published,
            "day": draw(st.sampled_from((None, "2023-09-19", "2023-09-20", ("2023-09-01", "2023-09-30")))),
            "place": draw(st.sampled_from((None, STEPANAKERT, GANJA))),
            "at": 300,
        }
        if draw(st.booleans()):
            made.append(record("casualty", harm="killed", count=draw(st.sampled_from((33, 38, 43, 11))), **more))
        else:
            what = draw(st.sampled_from(("attack", "air_strike", "release")))
            made.append(record("event", act=what, actor=draw(st.sampled_from(([AZE], []))), **more))
        made.append(on_the_land(published, document))
    return made


@settings(max_examples=80, deadline=None)
@given(tellings(), st.randoms(use_true_random=False))
def test_what_is_taken_in_depends_on_no_order(told: list[Record], chance: Any) -> None:
    judgements = judged(told)
    expected = {frozenset(group.members) for group in groups(Snapshot(told, judgements), "incident")}
    chance.shuffle(told)
    chance.shuffle(judgements)
    assert {frozenset(group.members) for group in groups(Snapshot(told, judgements), "incident")} == expected


def since(count: int, published: str, document: str, start: str = "2023-09-01") -> list[Record]:
    """A toll counted from a day on, in a report of the land."""
    return [toll(count, published, document=document, day=(start, None)), on_the_land(published, document)]


def test_tolls_counted_from_one_day_on_are_one_series_however_far_they_rise() -> None:
    first, land = since(97, "2023-09-03", "a")
    later, lands = since(413, "2023-09-12", "b")
    assert together(first, later, land, lands)
    assert not together(first, *since(413, "2023-09-12", "b", start="2023-09-10"), land)
    assert not together(first, *since(60, "2023-09-12", "b"), land)  # one that falls is of something else


def test_foreigners_are_hurt_in_the_land_that_their_report_tells_of() -> None:
    month = ("2025-07-01", "2025-07-31")
    hit = record("event", act="attack", day="2025-07-03", published="2025-07-04", place=STEPANAKERT)
    again = record("event", act="attack", target=[ISR], day=month, document="b", published="2025-09-06")
    assert together(hit, again, on_the_land("2025-09-06", "b"))
    assert not together(hit, again)


def test_a_body_of_which_only_the_name_is_known_is_a_thing_by_its_name() -> None:
    inn = record("event", act="attack", target=[Actor("the Madatow hotel", "Madatow hotel", None, None)])
    assert facts(inn).aims == {"madatow"}
    assert not facts(record("event", act="attack", target=[actor("Madatow guard", "AZE")])).aims
