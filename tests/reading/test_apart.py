"""Who cannot be who in one sentence, what a shell hit, and who meets whom."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, sources, told


def test_those_killed_in_attacks_did_not_carry_them_out() -> None:
    found = told("en", "It was a day of carnage with at least 80 people killed in attacks on two markets in Darvo.")
    assert "perpetrator" not in only(found, "casualty", harm="killed").slots
    assert "actor" not in only(found, "event", act="attack").slots
    found = told("en", "Ten rebels were killed when soldiers attacked the camp on Monday.")
    assert fillers(only(found, "event", act="attack"), "actor") == ["soldiers"]


def test_those_held_hold_nobody() -> None:
    found = told("en", "The general confirmed that one of the six men detained had been released.")
    assert all("perpetrator" not in c.slots for c in found if c.kind == "casualty")
    found = told("en", "Soldiers detained six men in the village on Monday.")
    assert fillers(only(found, "casualty", harm="detained"), "perpetrator") == ["Soldiers"]


def test_who_is_displaced_moves() -> None:
    found = told("en", "More than 4,000 villagers have fled the valley since Monday.")
    assert fillers(only(found, "event", act="movement"), "actor") == ["More than 4,000 villagers"]


def test_who_came_under_fire_wounded_nobody() -> None:
    found = told("en", "A patrol came under fire near the bridge, wounding three of the soldiers.")
    assert "perpetrator" not in only(found, "casualty", harm="injured").slots
    found = told("en", "Gunmen attacked a patrol near the bridge, wounding three of the soldiers.")
    assert fillers(only(found, "casualty", harm="injured"), "perpetrator") == ["Gunmen"]


def test_who_struck_a_mine_was_hit_by_it() -> None:
    found = told("en", "An army truck struck a landmine near the border on Monday, killing four soldiers.")
    assert "perpetrator" not in only(found, "casualty", harm="killed").slots
    blast = only(found, "event", act="explosion")
    assert (fillers(blast, "target"), "actor" in blast.slots) == (["army truck"], False)
    found = told("en", "Rebels struck a military base in the desert on Monday.")
    assert fillers(only(found, "event", act="attack"), "actor") == ["Rebels"]


def test_the_doer_told_with_the_second_of_two_acts_did_both() -> None:
    found = told("en", "A sergeant was shot and wounded by a sniper at the bridge.")
    assert fillers(only(found, "event", act="attack"), "actor") == ["sniper"]
    toll = only(found, "casualty", harm="injured")
    assert (fillers(toll, "victims"), fillers(toll, "perpetrator")) == (["sergeant"], ["sniper"])
    found = told("en", "The mayor was arrested and the governor was killed by gunmen.")
    assert "actor" not in only(found, "event", act="arrest").slots


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Two rockets fell on the customs house on Monday.", "customs house"),
        ("A mortar bomb crashed into a fish market in the port of Mersa, killing four traders.", "fish market"),
        ("A shell landed near the bakery in Kafr Tal and wounded six people.", "bakery"),
    ],
)
def test_what_a_shell_fell_on(text: str, hit: str) -> None:
    assert fillers(only(told("en", text), "event", act="shelling"), "target") == [hit]


@pytest.mark.parametrize(
    "text", ["A rocket landed near Darvo on Monday.", "A rocket landed near the border on Monday."]
)
def test_where_a_rocket_fell_is_not_what_it_hit(text: str) -> None:
    assert "target" not in only(told("en", text), "event", act="shelling").slots


def test_a_coast_is_where_a_bomb_went_off() -> None:
    found = told("en", "At least five people were killed on Friday in a bomb attack on the Pacific coast.")
    assert fillers(only(found, "event", act="explosion"), "target") == ["At least five people"]


def test_a_province_fights_nobody() -> None:
    text = "The army confirmed the fighting in two areas of southern Helmand province on Thursday."
    assert "actor" not in only(told("en", text), "event", act="clash").slots


def test_a_second_verb_tells_what_a_meeting_was_about() -> None:
    found = told("en", "The president met the Turkish premier and discussed the border crossings, his office said.")
    talks = only(found, "meeting")
    assert fillers(talks, "participants") == ["president", "Turkish premier"]
    assert getattr(talks.slots["topic"], "text", "") == "the border crossings"
    found = told("en", "The envoy met rebel leaders on Monday and discussed the pipeline with Turkish officials.")
    assert len([c for c in found if c.kind == "meeting"]) == 2


def test_who_is_telephoned_to_discuss_something() -> None:
    talks = only(told("en", "The Syrian president telephoned the king to discuss the fighting."), "meeting")
    assert (talks.slots["format"], fillers(talks, "participants")) == ("phone", ["Syrian president", "king"])
    assert all(c.kind != "meeting" for c in told("en", "The general told Reuters by telephone that two men had died."))


def test_all_sides_of_a_meeting_between_several() -> None:
    text = "The minister backed a meeting next month between the envoy, the rebel command and Turkish officials."
    talks = only(told("en", text), "meeting")
    assert fillers(talks, "participants") == ["envoy", "rebel command", "Turkish officials"]
    found = told("id", "Sejak awal tahun perang telah menewaskan antara 1.300 dan 1.500 orang di dua provinsi itu.")
    assert all("actor" not in c.slots for c in found if c.kind == "event")


@pytest.mark.parametrize(
    "text",
    [
        "The candidate appears to meet the criteria set by the unions.",
        "The president must demonstrate firmness, the spokesman said.",
        "We continue to remain engaged on the issue of human rights, the ministry said.",
        "The planes were used to instruct pilots of the army.",
    ],
)
def test_words_that_only_look_like_acts(text: str) -> None:
    assert not [c for c in told("en", text) if c.kind in ("event", "meeting", "statement")]


def test_who_works_for_an_agency_is_not_the_agency() -> None:
    toll = only(told("en", "An Agence France-Presse photographer was kidnapped in Gaza on Monday."), "casualty")
    assert actors(toll, "victims") == [None]
    found = told("en", "Two soldiers were killed in Gaza on Monday, a Reuters correspondent said.")
    claim = only(found, "casualty")
    assert sources(claim) == ["Reuters correspondent"]


def test_somebody_with_a_title_is_no_place() -> None:
    found = told(
        "en", "Police opened an investigation into Prime Minister Ehud Olmert, the channel reported on Tuesday."
    )
    place = only(found, "event", act="investigation").place
    assert place is None or "Olmert" not in place.span.text


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("Warplanes bombed what the army called a fuel depot near the border.", "fuel depot"),
        ("Jets bombed what the ministry said was a rebel training camp.", "rebel training camp"),
    ],
)
def test_what_somebody_calls_it_was_bombed(text: str, hit: str) -> None:
    assert fillers(only(told("en", text), "event", act="air_strike"), "target") == [hit]


def test_a_question_what_names_nothing() -> None:
    found = told("en", "The rebels attacked on Monday, and nobody knows what the army wanted.")
    assert "target" not in only(found, "event", act="attack").slots
