"""Captivity, exchange, killing, rescue and blame in the words of older wires, and what only looks alike."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told, wording


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
        ("An exchange of captives took place at the bridge outside Agdam on Friday.", ["captives"]),
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
    assert [wording(c, "territory") for c in claims] == taken


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


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "A bomb killed 15 people in Jos on Monday, two policemen among them.", "two policemen"),
        ("en", "Gunmen shot dead 31 people in a hotel, six MPs among them, police said.", "six MPs"),
        ("en", "A mine killed 12 people near Kuito on Monday, a nun among them, and wounded nine.", "nun"),
        ("en", "The shelling left 40 dead, nine children among them, in Bunia.", "nine children"),
        ("id", "Bom itu menewaskan 15 orang di Jos pada Senin, dua polisi di antaranya.", "dua polisi"),
    ],
)
def test_some_told_to_be_among_them_are_a_toll_too(language: str, text: str, part: str) -> None:
    tolls = [c for c in told(language, text) if c.slots.get("harm") == "killed"]
    assert len(tolls) == 2
    assert part in [word for toll in tolls for word in fillers(toll, "victims")]


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 15 people in Jos on Monday, two policemen who walked among them said.",
        "A bomb killed 15 people in Jos on Monday, two policemen among the crowd said.",
    ],
)
def test_others_beside_them_are_no_part(text: str) -> None:
    assert len([c for c in told("en", text) if c.slots.get("harm") == "killed"]) == 1


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Militants slit the throats of two shepherds near Doda on Friday.", ["two shepherds"]),
        ("Some 27 soldiers laid down their lives in the battle for Elephant Pass.", ["Some 27 soldiers"]),
        ("Nine policemen gave their lives defending the post at Kora.", ["Nine policemen"]),
    ],
)
def test_lives_given_and_taken(text: str, victims: list[str]) -> None:
    assert fillers(only(told("en", text), "casualty", harm="killed"), "victims") == victims


def test_a_life_given_to_work_is_none_lost() -> None:
    assert not [c for c in told("en", "Two soldiers gave their lives to the study of birds.") if c.kind == "casualty"]


def test_a_bomb_is_driven_into_what_it_strikes() -> None:
    claims = told("en", "Guerrillas drove a truck bomb into the barracks in Arauca, killing nine soldiers.")
    assert fillers(only(claims, "event", act="attack"), "target") == ["barracks"]


def test_the_way_behind_is_blown_up() -> None:
    claims = told("en", "The rebels withdrew from Kora, blowing up the entrance to the gorge behind them.")
    assert fillers(only(claims, "event", act="explosion"), "target") == ["entrance"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A corporal was killed by machine-gun fire in Basra.", "corporal"),
        ("A corporal was killed by small-arms fire in Basra.", "corporal"),
        ("Two monitors were wounded by sniper fire in Jenin on Monday.", "Two monitors"),
        ("Nine boys were wounded by automatic fire at a checkpoint in Gaza.", "Nine boys"),
    ],
)
def test_fire_that_kills_is_an_attack_and_nobody(text: str, target: str) -> None:
    claims = told("en", text)
    act, (toll,) = only(claims, "event", act="attack"), [c for c in claims if c.kind == "casualty"]
    assert (fillers(act, "target"), fillers(act, "actor"), fillers(toll, "perpetrator")) == ([target], [], [])


def test_whose_fire_it_was_did_it() -> None:
    claims = told("en", "Rebel fire killed two monitors in Jenin on Monday.")
    assert fillers(only(claims, "casualty", harm="killed"), "perpetrator") == ["Rebel"]
