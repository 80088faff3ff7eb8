"""Captivity, exchange, killing, rescue and blame in the words of older wires, and what only looks alike."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("text", "doers", "held"),
    [
        ("The pilot fell into rebel hands near Kindu in March.", ["rebel"], ["pilot"]),
        ("Two nurses fell into the hands of the guerrillas near Arauca.", ["guerrillas"], ["Two nurses"]),
        ("The sailor fell captive to the rebels during the sea battle.", ["rebels"], ["sailor"]),
        ("Forty soldiers were marched into captivity by militiamen at Omarska.", ["militiamen"], ["Forty soldiers"]),
        ("Militiamen led nine priests away at gunpoint in Goma.", ["Militiamen"], ["nine priests"]),
    ],
)
def test_whoever_falls_into_hands_is_held(text: str, doers: list[str], held: list[str]) -> None:
    claims = told("en", text)
    act, toll = only(claims, "event", act="abduction"), only(claims, "casualty", harm="abducted")
    assert (fillers(act, "actor"), fillers(act, "target")) == (doers, held)
    assert (fillers(toll, "perpetrator"), fillers(toll, "victims")) == (doers, held)


@pytest.mark.parametrize(
    "text",
    [
        "Bukavu fell into rebel hands last week.",
        "The rifles of the garrison fell into rebel hands last week.",
        "The debate on the war fell hostage to the calendar of the parliament.",
        "The keepers took two pandas into captivity in the war.",
    ],
)
def test_what_is_nobody_is_not_held(text: str) -> None:
    assert not [c for c in told("en", text) if "abduct" in str(c.slots.get("act", c.slots.get("harm")))]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("An exchange of captives took place at the bridge outside Agdam on Friday.", []),
        ("The guerrillas traded a priest for a doctor.", ["priest"]),
        ("Two airmen were exchanged for rebel fighters under a white flag.", ["Two airmen"]),
        ("The government let 14 guerrillas out of jail on Monday.", ["14 guerrillas"]),
    ],
)
def test_captives_exchanged_are_let_go(text: str, targets: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="release"), "target") == targets


@pytest.mark.parametrize(
    "text",
    [
        "An exchange of letters between the rebels and the army took place on Friday.",
        "An exchange of captives is being discussed by the army and the rebels.",
        "The club traded a winger for a goalkeeper.",
    ],
)
def test_other_exchanges_let_nobody_go(text: str) -> None:
    assert not [c for c in told("en", text) if c.slots.get("act") == "release" and c.status == "asserted"]


@pytest.mark.parametrize(
    ("text", "victims", "doers"),
    [
        ("The bishop died at the hands of a mob in Juba on Friday.", ["bishop"], ["mob"]),
        ("Forty prisoners perished at the hands of their guards.", ["Forty prisoners"], ["their guards"]),
        ("Two dozen worshippers were cut down at the gate by militiamen.", ["Two dozen worshippers"], ["militiamen"]),
    ],
)
def test_by_whose_hands_they_died(text: str, victims: list[str], doers: list[str]) -> None:
    claims = told("en", text)
    toll, act = only(claims, "casualty", harm="killed"), only(claims, "event", act="attack")
    assert (fillers(toll, "victims"), fillers(toll, "perpetrator")) == (victims, doers)
    assert (fillers(act, "target"), fillers(act, "actor")) == (victims, doers)


def test_hands_that_are_no_doer_stay_what_they_are() -> None:
    assert not told("en", "The team suffered a defeat at the hands of Arsenal on Sunday.")
    claims = told("en", "Gunmen tied the hands of a mayor in Juba and killed him.")
    assert fillers(only(claims, "casualty", harm="killed"), "perpetrator") == ["Gunmen"]


@pytest.mark.parametrize(
    "text",
    [
        "Insurgents rammed a car packed with explosives into a bus in Grozny.",
        "Militants drove a lorry laden with dynamite into a bus in Grozny.",
        "A guerrilla crashed a van loaded with gas cylinders into a bus in Grozny.",
    ],
)
def test_what_a_loaded_car_is_driven_into_is_struck(text: str) -> None:
    assert fillers(only(told("en", text), "event", act="attack"), "target") == ["bus"]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Kabul fell to the Taliban on Thursday night.", ["Kabul"]),
        ("Aleppo fell to the rebels after a siege of four months.", ["Aleppo"]),
        ("Washington fell to its knees before the emperor.", []),
        ("Oil prices in Aleppo fell to a new low.", []),
    ],
)
def test_a_town_by_its_name_falls_to_others(text: str, taken: list[str]) -> None:
    claims = [c for c in told("en", text) if c.kind == "territory"]
    assert [c.slots["territory"].text for c in claims] == taken  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Police attributed the killing of the priest to robbers.", ["robbers"]),
        ("The army attributed the massacre to the guerrillas.", ["guerrillas"]),
    ],
)
def test_to_whom_a_deed_is_attributed_did_it_by_that_word(text: str, accused: list[str]) -> None:
    claims = told("en", text)
    assert fillers(only(claims, "statement", act="accuse"), "addressee") == accused
    assert fillers(only(claims, "event", act="attack"), "actor") == accused


@pytest.mark.parametrize("verb", ["attributed to", "blamed on"])
def test_what_is_laid_to_nobody_was_done_by_nobody_told(verb: str) -> None:
    act = only(told("en", f"The attack was not {verb} any group."), "event", act="attack")
    assert fillers(act, "actor") == []


def test_what_is_attributed_to_no_doer_accuses_nobody() -> None:
    claims = told("en", "The doctor attributed the deaths of 12 children to cholera.")
    assert not [c for c in claims if c.kind == "statement"]


def test_the_day_by_which_they_are_brought_out_is_nobody() -> None:
    act = only(told("en", "The staff of the embassy are to be flown out by the weekend."), "event", act="evacuation")
    assert act.status == "planned"
    assert fillers(act, "actor") == []
    assert act.date is not None
    assert (act.date.start, act.date.end) == (None, "2024-03-17")


@pytest.mark.parametrize(
    ("text", "act", "doers"),
    [
        ("The army denied the rebels' claim that they shot down a plane near Juba.", "attack", ["rebels"]),
        ("The colonel scoffed at the Tigers' claim that they had sunk two gunboats.", "attack", ["Tigers"]),
        ("The rebels denied the army's charges that they had shelled the town.", "shelling", ["rebels"]),
        ("The rebels denied the army's accusation that they had burned down the village.", "attack", ["rebels"]),
        ("The government denied the opposition's claim that it had bombed the camp.", "air_strike", ["government"]),
        ("The army denied that it had shelled the town.", "shelling", ["army"]),
    ],
)
def test_whose_deed_is_denied(text: str, act: str, doers: list[str]) -> None:
    claim = only(told("en", text), "event", act=act)
    assert (claim.status, fillers(claim, "actor")) == ("denied", doers)


def test_whose_boast_it_is_did_it() -> None:
    claims = told("en", "The ministry dismissed the guerrillas' boast that they had killed 40 soldiers in Arauca.")
    assert fillers(only(claims, "casualty", harm="killed"), "perpetrator") == ["guerrillas"]
