"""Nouns of acts of which nothing is told make no claim; those that took place do."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, told

NOTHING = [
    ("Three gangs are involved in kidnappings.", "abduction"),
    ("The navy is ready for any possible military strike.", "operation"),
    ("The regional court did not ask about executions.", "execution"),
    ("Suicide attacks are a mark of the group.", "attack"),
    ("The minister flew home on the last day of fighting.", "clash"),
    ("A date for the trial has not been set.", "other"),
]
SOMETHING = [
    ("The governor confirmed an attack.", "attack"),
    ("Two policemen died in clashes.", "clash"),
    ("The arrest angered the opposition.", "arrest"),
    ("There were clashes after the rally.", "clash"),
    ("The verdict sparked protests.", "protest"),
    ("The president ended 12 years of war on Tuesday.", "clash"),
    ("The attackers pulled out after three days of street battles.", "clash"),
    ("Explosions shook the windows of the hotel.", "explosion"),
]


def acts(text: str) -> list[object]:
    return [c.slots.get("act") for c in told("en", text) if c.kind == "event"]


@pytest.mark.parametrize(("text", "act"), NOTHING)
def test_a_noun_that_tells_nothing_makes_no_claim(text: str, act: str) -> None:
    assert act not in acts(text)


@pytest.mark.parametrize(("text", "act"), SOMETHING)
def test_a_noun_that_takes_place_makes_one(text: str, act: str) -> None:
    assert act in acts(text)


def test_a_toll_that_is_not_given_is_no_denial() -> None:
    def tolls(text: str) -> list[str]:
        return [c.status for c in told("en", text) if c.kind == "casualty"]

    assert tolls("The hospital did not give the number of deaths.") == []
    assert tolls("He will not face the death penalty.") == []
    assert tolls("The blast caused no deaths.") == ["denied"]
    assert tolls("The flu can kill people.") == ["possible"]


def test_a_participle_that_only_describes_somebody_tells_no_act() -> None:
    assert "arrest" not in acts("The arresting officer wrote a report about the drill.")
    assert "sanction" not in acts("The banned movement held a rally in the capital.")
    assert "abduction" in acts("The army freed two abducted nurses.")


def test_what_lasted_until_then_has_no_day_of_the_clause_around_it() -> None:
    found = told("en", "The president signed the accord in Karu on Tuesday, ending 12 years of war.")
    clash = next(c for c in found if c.slots.get("act") == "clash")
    assert (clash.date, clash.place) == (None, None)
    found = told("en", "Ending two days of meetings in Karu, activists issued a joint appeal for calm on Friday.")
    meeting = next(c for c in found if c.kind == "meeting")
    assert meeting.date is None
    assert meeting.place is not None


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Setelah tiga hari pertempuran, pemberontak meninggalkan kota itu.", "clash"),
        ("Kedua faksi sepakat berhenti setelah 11 hari saling gempur.", "clash"),
    ],
)
def test_what_lasted_stands_behind_its_time_too(text: str, act: str) -> None:
    assert act in [c.slots.get("act") for c in told("id", text) if c.kind == "event"]


def test_whose_force_it_is_makes_it_no_other() -> None:
    found = told("id", "Prancis menegaskan pasukannya tetap berada di utara negara itu.")
    assert fillers(next(c for c in found if c.kind == "deployment"), "force") == ["pasukannya"]


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("en|The president was remembered as a hero of the Vietnam War.", False),
        ("en|The government must focus on resolving the conflict.", False),
        ("en|The war between the army and the rebels has dragged on since 2019.", True),
        ("en|War broke out again in March.", True),
        ("id|Presiden itu dikenang karena Perang Vietnam.", False),
        ("id|Perang meletus lagi di Karu antara tentara dan pemberontak.", True),
    ],
)
def test_a_war_that_is_only_named_is_a_time_or_a_topic(text: str, told_of: bool) -> None:
    language, _, words = text.partition("|")
    assert any(c.slots.get("act") == "clash" for c in told(language, words)) is told_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("en|The president, a hero of the Vietnam War, condemned the attack on Karu.", "condemn"),
        ("en|The president condemned the attack on Karu and spoke of how to resolve the conflict.", "condemn"),
        ("id|Presiden itu, yang dikenang karena Perang Vietnam, mengecam serangan di Karu.", "condemn"),
    ],
)
def test_a_war_that_is_only_named_is_no_act_beside_what_is_told(text: str, read: str) -> None:
    language, _, words = text.partition("|")
    acts = [c.slots.get("act") for c in told(language, words)]
    assert read in acts
    assert "clash" not in acts
