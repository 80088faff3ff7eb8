"""What a relative clause tells is of that clause: its object, its day and its town, and not the main verb's."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Gunmen who killed five people were arrested on Monday.", "arrest", "Gunmen"),
        ("A truck which was carrying aid was attacked on Friday.", "attack", "truck"),
    ],
)
def test_the_noun_behind_a_relative_clause_is_its_object(text: str, act: str, target: str) -> None:
    assert fillers(only(told("en", text), "event", act=act), "target") == [target]


def test_a_truce_that_ended_fighting_has_not_ended() -> None:
    text = (
        "The ceasefire that ended nearly 14 months of war between Ardania and Borland was put to the test on Thursday."
    )
    found = told("en", text)
    assert not [c for c in found if c.kind == "agreement"]
    assert only(found, "event", act="clash").date is None
    assert only(told("en", "The truce ended on Monday."), "agreement").slots["stage"] == "expired"


@pytest.mark.parametrize(
    ("text", "act", "dated"),
    [
        (
            "en|The truce, which ended two weeks of fighting between the army and the rebels, was tested on Monday.",
            "clash",
            0,
        ),
        ("en|Soldiers who shelled the village withdrew on Friday.", "shelling", 0),
        ("en|The bomb that killed five people went off on Monday.", "explosion", 1),
        ("en|The army has been fighting the rebels for two weeks.", "clash", 1),
        ("id|Pria yang membunuh dua polisi dihukum mati pada Selasa.", "attack", 0),
        ("id|Bom yang menewaskan lima orang itu meledak pada Senin.", "explosion", 1),
    ],
)
def test_the_day_of_the_main_verb_is_that_of_an_act_told_with_it(text: str, act: str, dated: bool) -> None:
    language, _, words = text.partition("|")
    assert (only(told(language, words), "event", act=act).date is not None) == dated


def test_whose_people_they_are_is_no_word_of_theirs() -> None:
    text = "The army shelled the city, whose 60,000 residents have been displaced for more than a year."
    assert fillers(only(told("en", text), "casualty"), "victims") == ["60,000 residents"]


def test_what_a_deal_lays_down_under_which_has_not_the_day_of_its_signing() -> None:
    text = "The army and the rebels signed a deal in Doha on Tuesday under which both sides will withdraw from schools."
    found = told("en", text)
    assert only(found, "obligation").date is None
    assert only(found, "agreement").date is not None


@pytest.mark.parametrize(
    ("language", "text", "perpetrators"),
    [
        ("en", "India retaliated for an attack on tourists in Pahalgam that left 26 dead.", []),
        ("id", "Serangan terhadap wisatawan di Pahalgam yang menewaskan 26 orang memicu perang.", []),
        ("en", "The army launched an attack on militants who killed 26 villagers.", ["militants"]),
    ],
)
def test_those_who_were_attacked_killed_nobody(language: str, text: str, perpetrators: list[str]) -> None:
    assert fillers(only(told(language, text), "casualty"), "perpetrator") == perpetrators
