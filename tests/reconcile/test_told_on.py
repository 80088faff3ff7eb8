"""What later reports tell on: tolls that have risen, what stands behind one incident, persons behind their office."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gencatan.model import Actor, Filler, Record, Span
from gencatan.reconcile import judge
from gencatan.reconcile.comparing.counts import people_acted_on
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.one_of_them import is_one_of_them
from tests.reconcile.made import AZE, GANJA, KARABAKH, RUSSIA, STEPANAKERT, actor, record
from tests.reconcile.test_retold import incidents, on_the_land, together, toll


def strike(document: str, **more: object) -> Record:
    held = {"day": "2025-03-04", "place": GANJA, "actor": [RUSSIA], "published": "2025-03-05", **more}
    return record("event", act="shelling", document=document, at=10, words="shelling of Ganja", **held)  # type: ignore[arg-type]


@pytest.mark.parametrize("words", ["the toll has risen to 15", "korban tewas bertambah menjadi 15 orang"])
def test_a_toll_that_is_said_to_have_risen_is_that_of_the_lower_number(words: str) -> None:
    before = toll(9, "2025-03-05", document="a", day="2025-03-04", place=GANJA)
    said = toll(15, "2025-03-07", document="b", words=words)
    assert together(before, said, on_the_land("2025-03-07", "b"))
    other = toll(15, "2025-03-07", document="b", words="15 people were killed in fighting")
    assert not together(before, other, on_the_land("2025-03-07", "b"))


def test_a_toll_that_has_risen_is_of_those_people_and_not_five_times_as_many() -> None:
    before = toll(
        9, "2025-03-05", document="a", day="2025-03-04", place=GANJA, victims=[actor("RUS/MIL", "RUS", "MIL")]
    )
    for count, who in ((15, "AZE"), (60, "RUS")):
        soldiers = [actor(f"{who}/MIL", who, "MIL")]
        said = toll(count, "2025-03-07", document="b", words=f"has risen to {count}", victims=soldiers)
        assert not together(before, said, on_the_land("2025-03-07", "b"))


def test_what_stands_behind_one_incident_in_two_reports_is_one() -> None:
    arrests = [
        record("event", act="arrest", document=name, at=40, published="2025-03-05", quantity=4, language=language)
        for name, language in (("a", "en"), ("b", "id"))
    ]
    lands = [on_the_land("2025-03-05", name) for name in ("a", "b")]
    assert together(*arrests, strike("a"), strike("b"), *lands)
    assert not together(*arrests, strike("a"), strike("b", day="2025-02-20", place=STEPANAKERT), *lands)


def test_a_person_is_known_by_the_name_behind_the_office() -> None:
    office = {"harm": "killed", "count": 1}
    lands = [on_the_land("2025-03-05", name) for name in ("a", "b")]
    named = [
        record("casualty", document="a", published="2025-03-05", victims=["governor of Ganja"], **office,
               words="governor of Ganja, Major General Ilham Orujov, died of wounds"),
        record("casualty", document="b", published="2025-03-12", victims=["Gubernur Ganja"], **office,
               words="Gubernur Ganja, Mayor Jenderal Ilham Orujov, meninggal"),
    ]  # fmt: skip
    assert together(*named, *lands)
    other = record("casualty", document="b", published="2025-03-12", victims=["Gubernur Ganja"], **office,
                   words="Gubernur Ganja, Rauf Babayev, meninggal")  # fmt: skip
    assert not together(named[0], other, *lands)


def test_one_of_the_dead_is_not_of_the_toll_behind() -> None:
    first = toll(40, "2025-03-05", document="a", at=0, words="40 people died", day="2025-03-04")
    one = toll(1, "2025-03-05", document="a", at=20, words="a judge was among the dead", place=GANJA)
    later = toll(3, "2025-03-05", document="a", at=47, words="three died on Wednesday", day="2025-03-05", place=GANJA)
    assert frozenset({0, 1}) in incidents(one, first, later)


@pytest.mark.parametrize(("words", "one"), [("the army", True), ("Azerbaijani army", False)])
def test_who_is_named_by_a_common_word_opposes_nobody(words: str, one: bool) -> None:
    def taken(document: str, by: str, who: Actor, day: object) -> Record:
        made = record(
            "territory",
            document=document,
            relation="captures",
            territory=Span(0, 6, "Sanlik"),
            day=day,
            published="2025-03-25",
            by=None,
        )  # type: ignore[arg-type]
        slots = {**made.claim.slots, "by": (Filler(Span(0, len(by), by), who),)}
        return Record(replace(made.claim, slots=slots), made.head)

    told = taken("a", "Russian troops", RUSSIA, "2025-03-04")
    again = taken("b", words, AZE, ("2025-03-01", "2025-03-31"))
    assert together(told, again) == one


def test_what_was_struck_is_known_by_its_name_where_the_day_is_not() -> None:
    def shelled(document: str, target: str, **more: object) -> Record:
        held = {"act": "shelling", "document": document, "published": "2025-04-02", "target": [target], **more}
        return record("event", **held, actor=[KARABAKH])  # type: ignore[arg-type]

    month = ("2025-03-01", "2025-03-31")
    first = shelled("a", "Sanlik General hospital", day="2025-03-04")
    assert judge(first, shelled("b", "rumah sakit Sanlik", day=month, language="id"))
    assert not judge(first, shelled("b", "rumah sakit Dorvan", day=month, language="id"))


def test_the_parts_of_an_exchange_are_of_it() -> None:
    swap = record("event", act="release", document="a", at=0, words="The two swapped prisoners", actor=[AZE, KARABAKH])
    part = record("event", act="release", document="a", at=60, words="the rebels released 139", quantity=139)
    assert {one.relation for one in judge(swap, part)} == {"same_incident"}
    freed = record("event", act="release", document="a", at=0, words="The two freed prisoners", actor=[AZE, KARABAKH])
    assert not judge(freed, part)


def test_a_crowd_that_went_home_is_known_by_its_number() -> None:
    def home(document: str, people: str, language: str) -> Record:
        return record(
            "event", act="movement", actor=[people], document=document, published="2025-03-05", language=language
        )

    lands = [on_the_land("2025-03-05", name) for name in ("a", "b")]
    assert together(home("a", "Some 35,000 people", "en"), home("b", "sekitar 35.000 pengungsi", "id"), *lands)
    assert not together(home("a", "Some 35,000 people", "en"), home("b", "sekitar 12.000 orang", "id"), *lands)


def test_a_report_goes_on_to_another_toll_by_its_day() -> None:
    seven = toll(7, "2025-03-05", document="a", at=0, words="seven soldiers had been killed", by=AZE)
    two = toll(
        2, "2025-03-05", document="a", at=40, words="Friday a shell killed two people", day="2025-02-28", place=GANJA
    )
    assert not judge(seven, two)


def test_one_of_the_dead_is_no_other_number_of_them_and_two_sorts_in_one_breath_are_two_numbers() -> None:
    whole = toll(404, "2025-03-05", document="a", day="2025-03-04", place=GANJA, by=RUSSIA)
    one = toll(1, "2025-03-06", document="b", day="2025-03-04", place=GANJA, words="a judge was among the dead")
    assert {made.relation for made in judge(whole, one)} == {"same_incident"}
    told = {"document": "c", "day": "2025-03-04", "place": GANJA, "by": RUSSIA}
    six = toll(6, "2025-03-05", at=0, words="six soldiers and nine fighters died", victims=["six soldiers"], **told)
    nine = toll(9, "2025-03-05", at=17, words="nine fighters died", victims=["nine fighters"], **told)
    assert {made.relation for made in judge(six, nine)} == {"same_incident"}


def test_a_share_is_no_number_of_people_and_a_name_is_not_cut_by_the_first_word() -> None:
    for number, told in (
        (113, "113 people"),
        (0, "40 per cent of the town"),
        (0, "40% of the town"),
        (0, "40 persen warga"),
    ):
        assert people_acted_on(record("event", act="attack", target=[told]).claim) == number
    struck = record("event", act="air_strike", target=["Al-Khadra hospital"], words="A raid hit Al-Khadra hospital")
    assert "khadra" in facts(struck).aims


@pytest.mark.parametrize("words", ["korban tewas ke-12", "korban tewas ketiga dalam serangan itu"])
def test_one_of_the_dead_by_his_number_is_not_one_of_yesterdays(words: str) -> None:
    assert is_one_of_them(facts(toll(1, "2025-03-05", document="a", words=words)))
    assert not is_one_of_them(facts(toll(1, "2025-03-05", document="a", words="satu korban tewas kemarin")))
