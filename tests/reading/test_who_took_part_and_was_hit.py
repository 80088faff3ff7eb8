"""Sides that stand apart from their act: joined passives, those "behind" it, comers for talks, makers of a law."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, only
from tests.reading.told import told as read

PUBLISHED = "2007-06-15"


def told(language: str, text: str) -> list[Claim]:
    return read(language, text, PUBLISHED)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The prisoners were taken from their cells by guards and shot dead.", "prisoners"),
        ("Two farmers were dragged from a bus by gunmen and killed.", "Two farmers"),
    ],
)
def test_what_is_joined_to_a_passive_is_undergone_too(text: str, kept: str) -> None:
    attack = [c for c in told("en", text) if c.slots.get("act") == "attack"]
    assert [fillers(c, "target") for c in attack] == [[kept]]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Villagers were beaten by militiamen and abducted.", ["militiamen"]),
        ("id", "Warga dipukuli oleh milisi dan diculik.", ["milisi"]),
        ("en", "The envoy was welcomed by elders and abducted.", []),
        ("id", "Gubernur disambut oleh warga dan diculik.", []),
    ],
)
def test_one_doer_of_two_acts_of_force(language: str, text: str, who: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act="abduction"), "actor") == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Police arrested two militants involved in attacks on churches.", ["two militants"]),
        ("Troops are hunting rebels behind a string of attacks on farms.", ["rebels"]),
        ("The motive behind the attack on the bank is not known.", []),
    ],
)
def test_who_is_marked_out_by_an_act_did_it(text: str, who: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="attack"), "actor") == who


def test_who_expects_an_attack_makes_none() -> None:
    assert not fillers(only(told("en", "The general expects new attacks in the south."), "event"), "actor")


def test_a_day_that_says_whose_an_act_is_dates_it() -> None:
    attack = only(told("en", "The camp has been shut since Monday's attack."), "event", act="attack")
    assert attack.date is not None
    assert (attack.date.start, attack.date.end) == ("2007-06-11", "2007-06-11")


@pytest.mark.parametrize("when", ["at the start of the rainy season", "at the start of a spring offensive"])
def test_the_start_of_something_is_not_attacked(when: str) -> None:
    assert not fillers(only(told("en", f"Rebels stepped up attacks {when}."), "event", act="attack"), "target")


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("The talks involve Chad, Sudan and Libya.", {"Chad", "Sudan", "Libya"}),
        (
            "He spoke after the arrival of Foreign Minister Ali Karti for talks with President Omar Deng.",
            {"Foreign Minister Ali Karti", "President Omar Deng"},
        ),
        (
            "The minister held talks with Olmert and Defence Minister Amir Peretz.",
            {"minister", "Olmert", "Defence Minister Amir Peretz"},
        ),
        (
            "The talks with Prime Minister Ehud Olmert and US Secretary of State Condoleezza Rice opened.",
            {"Prime Minister Ehud Olmert", "US Secretary of State Condoleezza Rice"},
        ),
    ],
)
def test_sides_of_talks(text: str, sides: set[str]) -> None:
    assert set(fillers(only(told("en", text), "meeting", format="talks"), "participants")) == sides


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Britain last month passed a law banning the party.", ["Britain"]),
        ("en", "The council adopted a resolution imposing sanctions on Iran.", ["council"]),
        ("id", "Dewan Keamanan mengesahkan resolusi yang menjatuhkan sanksi terhadap Iran.", ["Dewan Keamanan"]),
    ],
)
def test_who_makes_a_ban_by_paper(language: str, text: str, who: list[str]) -> None:
    assert fillers(only(told(language, text), "event", act="sanction"), "actor") == who


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        ("en", "Gunmen attacked villagers in Kora, killing eight.", ["villagers"]),
        ("en", "Troops fired on a crowd, killing nine.", ["crowd"]),
        ("en", "Militants attacked a convoy, killing four.", []),
        ("en", "The army attacked the rebels but killed 12 in a nearby market.", []),
        ("id", "Polisi menembaki para pengunjuk rasa, menewaskan tiga.", ["pengunjuk rasa"]),
    ],
)
def test_a_bare_number_is_of_those_attacked(language: str, text: str, whom: list[str]) -> None:
    assert fillers(only(told(language, text), "casualty", harm="killed"), "victims") == whom


def test_several_take_no_number_of_the_next_act() -> None:
    hurt = only(told("en", "Rebels fired on marchers, wounding several and killing two."), "casualty", harm="injured")
    assert "count" not in hurt.slots


def test_what_ends_in_a_year_to_come_is_planned() -> None:
    (pact,) = (c for c in told("en", "The pact, which runs out in 2012, covers arms.") if c.kind == "agreement")
    assert pact.status == "planned"


@pytest.mark.parametrize(
    ("text", "kind", "slot", "whom"),
    [
        (
            "The town was held by the army, the police and the militia.",
            "territory",
            "by",
            ["army", "police", "militia"],
        ),
        (
            "Talks with the army, the rebels and the tribes ended.",
            "meeting",
            "participants",
            ["army", "rebels", "tribes"],
        ),
        ("On Monday, the army and the rebels met.", "meeting", "participants", ["army", "rebels"]),
    ],
)
def test_all_of_a_list_are_told(text: str, kind: str, slot: str, whom: list[str]) -> None:
    assert fillers(only(told("en", text), kind), slot) == whom


def test_a_name_behind_a_comma_is_no_doer() -> None:
    text = "Lawyers wrote of the country's sole suspect jailed at Guantanamo Bay, David Hicks."
    assert not fillers(only(told("en", text), "event", act="arrest"), "actor")


@pytest.mark.parametrize(("speaker", "who"), [("Murr", "Murr"), ("Tehran", "president")])
def test_an_unknown_name_that_says_something_may_be_he(speaker: str, who: str) -> None:
    claims = told("en", f"The president met the envoy. {speaker} said he had attacked the camp.")
    assert fillers(only(claims, "event", act="attack"), "actor") == [who]
