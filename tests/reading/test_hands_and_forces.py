"""Captives, forces made smaller, deeds laid to nobody and trucks driven somewhere, and what only looks like them."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, only, told


def held(claims: list[Claim]) -> list[Claim]:
    """Abductions, as events or tolls."""
    return [c for c in claims if "abduct" in str(c.slots.get("act", c.slots.get("harm")))]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Two nurses fell into the hands of the guerrillas.", "asserted"),
        ("Two nurses might fall into the hands of the guerrillas.", "possible"),
        ("Two nurses did not fall into the hands of the guerrillas.", "denied"),
        ("The soldiers did not want to fall into the clutches of the rebels.", "denied"),
        ("Two nurses might fall into rebel hands.", "possible"),
    ],
)
def test_how_a_fall_into_hands_is_meant(text: str, status: str) -> None:
    assert {c.status for c in held(told("en", text))} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "The children must not fall into the hands of traffickers.",
        "The mission must stop children from falling into the hands of the gang.",
        "The prisoners passed into the hands of the police after the trial.",
        "They fell hostage to rising prices.",
        "He fell captive to her charm.",
        "The minister fell hostage to his own party.",
        "The prime minister fell prisoner to his own rhetoric.",
    ],
)
def test_who_falls_into_no_hands(text: str) -> None:
    assert held(told("en", text)) == []


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("The crew fell captive to the Abu Sayyaf in May.", ["Abu Sayyaf"]),
        ("Forty soldiers fell prisoner to the Germans at the pass.", ["Germans"]),
        ("The policemen fell hostage to a gang in Cali.", ["gang"]),
        ("Two sailors fell prisoner at the ford.", []),
    ],
)
def test_to_whom_they_fell_captive(text: str, doers: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="abduction"), "actor") == doers


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("France will reduce its force in Mali to 3,000 soldiers.", "withdrawn"),
        ("The United States reduced its task force of 400 soldiers in Niger.", "withdrawn"),
        ("The United Nations expanded its mission in Congo.", "reinforced"),
        ("Germany reduced its labour force.", ""),
        ("The UK slashed its sales force.", ""),
        ("China expanded its space mission.", ""),
        ("The church council expanded its mission in Africa.", ""),
    ],
)
def test_a_force_without_troops_is_not_deployed(text: str, change: str) -> None:
    claims = told("en", text)
    assert [c.slots["change"] for c in claims if c.kind == "deployment"] == ([change] if change else [])
    assert not [c for c in claims if c.kind in ("casualty", "event")]


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("He was freed after months of torture at the hands of the secret police.", "release", []),
        ("The bishop was evacuated after an attack at the hands of the militia.", "attack", ["militia"]),
        ("The village was burned at the hands of the militia.", "attack", ["militia"]),
        ("They were killed in Grozny at the hands of the army.", "attack", ["army"]),
    ],
)
def test_what_was_done_at_somebodys_hands(text: str, act: str, doers: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act=act), "actor") == doers


@pytest.mark.parametrize(
    "text",
    [
        "The guards brought the prisoners out of jail to the court.",
        "The film brought the soldiers out of captivity.",
        "Strikers hold commuters as hostages.",
        "The party holds its members as hostages to the past.",
        "Police led two suspects away at gunpoint on Monday.",
        "A cruise ship took aboard 2,000 guests in Miami.",
        "Volunteers drove trucks into the compound with food.",
        "The rebels turned back the aid column.",
        "The police turned back a push for higher wages.",
        "The police swapped officers for soldiers at the checkpoints.",
        "The company swapped its engineers for agents.",
        "The policemen gave themselves up to the demands of the crowd.",
    ],
)
def test_other_things_that_are_done_with_people(text: str) -> None:
    assert told("en", text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The government let 14 guerrillas out of jail on Monday.", "release"),
        ("Gunmen hold nine villagers as hostages in Jolo.", "abduction"),
        ("Gunmen led two officers away at gunpoint.", "abduction"),
        ("The warship took aboard 200 refugees at dawn.", "evacuation"),
        ("A suicide squad rammed a jeep into the main gate of the palace.", "attack"),
        ("A volunteer drove a truck bomb into the barracks.", "attack"),
        ("The rebels turned back an army column at the ford.", "clash"),
        ("The army traded two guerrillas for an officer.", "release"),
        ("Four hijackers gave themselves up at the airport.", "retreat"),
        ("The truce with the rebels broke down. Thirty policemen gave themselves up at the bridge.", "retreat"),
    ],
)
def test_the_same_words_of_force(text: str, act: str) -> None:
    assert only(told("en", text), "event", act=act).status == "asserted"


@pytest.mark.parametrize(
    ("text", "harm"),
    [
        ("Militants shot down a Nigerian jet and its crew.", ""),
        ("The militiamen cut down two dozen worshippers at the gate.", "killed"),
        ("The driver crashed his bus into a wall, killing 12 passengers.", "killed"),
        ("A police officer gave himself up after killing his wife.", "killed"),
    ],
)
def test_who_is_killed_and_how(text: str, harm: str) -> None:
    claims = told("en", text)
    assert [c.slots["harm"] for c in claims if c.kind == "casualty"] == ([harm] if harm else [])
    assert not [c for c in claims if c.slots.get("act") in ("retreat", "attack") and fillers(c, "actor") == ["driver"]]
    assert not [c for c in claims if c.slots.get("act") == "retreat"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The court declared the agreement void.", []),
        ("The tribunal struck down the accord with Kenya.", ["Kenya"]),
        ("The rebels declared the truce void.", ["rebels"]),
    ],
)
def test_a_court_is_no_side_to_what_it_strikes_down(text: str, parties: list[str]) -> None:
    assert fillers(only(told("en", text), "agreement", stage="collapsed"), "parties") == parties


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("The toll stands at 40 since the attack began on Friday.", "2024-03-08"),
        ("The death toll has risen to 40 since the offensive began on Monday.", "2024-03-11"),
        ("The toll stood at 400 in May, and 90 people died in June.", None),
    ],
)
def test_since_when_a_toll_is_counted(text: str, start: str | None) -> None:
    toll = next(c for c in told("en", text) if c.kind == "casualty")
    assert (toll.date.start if toll.date else None) == start


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The attorney general's office charged him with treason.", []),
        ("The prime minister's office accused him of treason.", []),
        ("General Nvule met the envoy on Monday. The prosecutor's office charged him with murder.", ["General Nvule"]),
    ],
)
def test_an_office_accuses_others_than_who_holds_it(text: str, accused: list[str]) -> None:
    assert fillers(only(told("en", text), "statement", act="accuse"), "addressee") == accused


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The town might fall into the hands of the rebels.", "possible"),
        ("The town did not fall into the hands of the rebels.", "denied"),
        ("The town fell into the hands of the rebels on Monday.", "asserted"),
        ("The city is in the hands of the rebels.", "asserted"),
    ],
)
def test_how_the_fall_of_a_town_into_hands_is_meant(text: str, status: str) -> None:
    assert only(told("en", text), "territory").status == status
