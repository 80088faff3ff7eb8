"""What English reports tell where their Indonesian translations tell it too, and nothing that these do not."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, outline, told

MEETINGS_SO_FAR = [
    ("en", "During talks in Dolsk on Sunday, the envoy demanded that the army leave the town."),
    ("en", "In a phone call with the president of Chad, Rasul promised to stop the rocket fire."),
    ("en", "At a meeting with his ministers, Rasul called for an end to the fighting."),
    ("id", "Dalam perundingan di Dolsk, utusan itu mendesak tentara meninggalkan kota itu."),
    ("id", "Dalam pembicaraan telepon dengan Presiden Chad, Rasul berjanji menghentikan serangan roket."),
]


@pytest.mark.parametrize(("language", "text"), MEETINGS_SO_FAR)
def test_talks_in_which_something_is_demanded_or_promised_were_held(language: str, text: str) -> None:
    assert only(told(language, text), "meeting").status == "asserted"


MEETINGS_TO_COME = [
    ("en", "At talks on Monday, the envoy will demand that the army leave the town."),
    ("id", "Dalam pertemuan itu, presiden akan mendesak gencatan senjata."),
]


@pytest.mark.parametrize(("language", "text"), MEETINGS_TO_COME)
def test_talks_in_which_something_will_be_demanded_are_to_come(language: str, text: str) -> None:
    assert only(told(language, text), "meeting").status != "asserted"


def test_who_is_held_by_groups_is_abducted() -> None:
    found = told("en", "Eight foreign oil workers are currently being held by two different groups.")
    assert fillers(only(found, "event", act="abduction"), "actor") == ["two different groups"]
    assert outline(only(found, "casualty")) == "casualty asserted 8-8 abducted"
    assert not told("en", "The group holds two auctions a year in the capital.")
    held = told("en", "Some 600 detainees held in two camps were visited on Sunday.")
    assert not [c for c in held if c.slots.get("act") == "abduction"]


@pytest.mark.parametrize("whom", ["the deputy health minister", "nine students", "the 15 Germans"])
def test_forces_of_a_state_that_seize_people_arrest_them(whom: str) -> None:
    found = told("en", f"Soldiers seized {whom} at the frontier on Sunday.")
    assert only(found, "casualty", harm="detained")
    assert only(found, "event", act="arrest")
    assert not [c for c in found if c.kind == "territory"]


@pytest.mark.parametrize("what", ["hundreds of kilograms of opium", "dozens of rifles", "four rucksacks"])
def test_forces_of_a_state_that_seize_goods_find_them(what: str) -> None:
    found = told("en", f"Soldiers seized {what} in the village.")
    assert only(found, "event", act="find")
    assert not [c for c in found if c.kind == "casualty"]


def test_who_is_questioned_by_the_services_is_investigated() -> None:
    assert only(told("en", "The woman was questioned by Sudanese security officials."), "event", act="investigation")
    assert only(told("en", "The driver was interrogated on Monday."), "event", act="investigation")
    assert not told("en", "The minister was questioned by reporters on Monday.")


def test_a_place_that_is_hit_is_no_casualty() -> None:
    assert not [c for c in told("en", "Two rockets hit the Blue Zone on Sunday.") if c.kind == "casualty"]
    assert only(told("en", "Two rockets hit a soldier on Sunday."), "casualty", harm="injured")


def test_who_is_engaged_on_a_topic_is_fought_by_nobody() -> None:
    assert not [c for c in told("en", "The premier ruled out engaging Rasul on peace.") if c.kind == "event"]
    assert only(told("en", "Troops engaged militants in the hills on Sunday."), "event", act="clash")


def test_those_of_whom_is_said_that_they_are_dead_are_counted_once() -> None:
    found = told("en", "The army said the other eight are dead.")
    assert outline(only(found, "casualty")) == "casualty asserted 8-8 killed"
    assert outline(only(told("en", "The clinic counted twelve dead."), "casualty")) == "casualty asserted 12-12 killed"


def test_an_arms_depot_is_found_and_a_railway_depot_is_not() -> None:
    assert only(told("en", "The soldiers found an arms depot in the hills."), "event", act="find")
    assert not told("en", "The soldiers found a railway depot in the hills.")


def test_personnel_of_forces_are_stationed_and_that_of_hospitals_is_not() -> None:
    assert only(told("en", "About 200 air force personnel remain in Chad."), "deployment", change="present")
    assert not told("en", "About 200 hospital personnel remain in Chad.")


def test_a_joint_declaration_is_no_peace() -> None:
    found = told("en", "The two premiers signed a joint declaration on trade in Doha.")
    assert only(found, "agreement").slots["type"] == "other"
    assert only(told("en", "The two sides signed a peace declaration in Doha."), "agreement").slots["type"] == "peace"


def test_who_is_dismissed_is_not_rejected() -> None:
    text = "The minister announced the dismissal of the head of the arms programme."
    assert not [c for c in told("en", text) if c.kind == "statement"]
    assert only(told("en", "The ministers repeated their dismissal of the report."), "statement", act="reject")


def test_a_revolution_topples_rulers() -> None:
    assert only(told("en", "A revolution toppled the dictator in 1979."), "event", act="other")
    assert not told("en", "A late goal toppled the leaders in the second half.")


def test_whom_a_bomber_kills_died_of_the_blast() -> None:
    text = "A rebel driving a truck blew himself up at an army post killing four civilians."
    assert [c.slots["act"] for c in told("en", text) if c.kind == "event"] == ["explosion"]
    other = told("en", "Soldiers blew up a post of gunmen killing four civilians.")
    assert {"attack", "explosion"} >= {c.slots["act"] for c in other if c.kind == "event"}
    assert only(other, "casualty", harm="killed")


CUT_BY_A_DAY = [
    ("Two activists were on Monday arrested by police in Dolsk.", "casualty asserted 2-2 detained"),
    ("Union leaders were on Monday briefly detained by troops.", "casualty asserted detained"),
    ("Nine soldiers were on Sunday killed in an ambush near Dolsk.", "casualty asserted 9-9 killed"),
    ("The villagers were late on Sunday abducted by gunmen.", "casualty asserted abducted"),
    ("A rebel commander was early Tuesday captured by the army, and his men fled.", "casualty asserted 1-1 detained"),
]


@pytest.mark.parametrize(("text", "toll"), CUT_BY_A_DAY)
def test_a_day_between_auxiliary_and_participle_cuts_no_passive(text: str, toll: str) -> None:
    assert outline(only(told("en", text), "casualty")) == toll


def test_a_day_that_is_said_of_something_stays_so() -> None:
    assert not told("en", "The vote was on a Sunday marked by violence.")
    assert only(told("en", "The two leaders were on Monday in talks in Doha."), "meeting").status == "asserted"


def test_a_pair_are_two() -> None:
    found = told("en", "Police arrested the pair in the southern town of Dolsk.")
    assert outline(only(found, "casualty")) == "casualty asserted 2-2 detained"
    assert not told("en", "Police found the pair of shoes in the southern town of Dolsk.")


def test_officials_who_set_out_for_a_place_visit_it() -> None:
    found = only(told("en", "The foreign minister left for Damascus on Tuesday."), "meeting", format="visit")
    assert fillers(found, "participants") == ["foreign minister"]
    assert "topic" not in found.slots
    assert only(told("en", "The president headed to Damascus on Tuesday."), "meeting", format="visit")
    assert not told("en", "The president left for home on Tuesday.")
    assert not told("en", "The president headed to hospital on Tuesday.")


def test_gunmen_who_invade_a_house_attack_it_and_armies_invade_countries() -> None:
    assert only(told("en", "Gunmen invaded an oil company's compound on Sunday."), "event", act="attack")
    assert only(told("en", "Foreign troops invaded Chad in March 2003."), "event", act="operation")


def test_whoever_strikes_again_attacks_and_miners_do_not() -> None:
    found = only(told("en", "Diplomats said that the group could strike again."), "event", act="attack")
    assert found.status == "possible"
    assert not told("en", "Diplomats said that lightning could strike again.")
    assert only(told("en", "Unidentified men struck during prayers at the mosque."), "event", act="attack")


def test_whose_murder_is_named_died() -> None:
    assert only(told("en", "The general's assassination was condemned by the army."), "casualty", harm="killed")
    assert not [c for c in told("en", "The general's murder trial began in Dolsk.") if c.kind == "casualty"]


IN_PLACE = [
    "Several hundred of the troops remain in the country, now operating under a foreign mission.",
    "The soldiers remained in the town, guarding the bridge.",
]


@pytest.mark.parametrize("text", IN_PLACE)
def test_forces_that_do_something_where_they_are_are_there_once(text: str) -> None:
    assert only(told("en", text), "deployment", change="present")


def test_forces_that_come_and_others_that_guard_are_told_of_both() -> None:
    found = told("en", "Fresh troops were deployed in the town, and other soldiers are guarding the bridge.")
    assert {c.slots["change"] for c in found if c.kind == "deployment"} == {"deployed", "present"}


def test_a_presence_is_no_arrival() -> None:
    found = told("en", "The French military presence in the country worries its neighbours.")
    assert only(found, "deployment").slots["change"] == "present"
    found = told("en", "The French military deployment in the country worries its neighbours.")
    assert only(found, "deployment").slots["change"] == "deployed"


def test_troops_that_are_targets_are_not_said_to_be_somewhere() -> None:
    assert not told("en", "Analysts say the foreign troops are targets of the rebels.")
    assert only(told("en", "Analysts say the foreign troops are in the border province."), "deployment")


def test_what_was_done_to_a_side_was_whatever_it_may_do() -> None:
    found = told("en", "A group blamed for the killing of two tourists could strike again.")
    assert only(found, "statement", act="accuse").status == "asserted"
    assert [c.status for c in found if c.kind == "event"].count("possible") == 1


def test_the_pact_that_two_signed_was_signed_whatever_must_follow() -> None:
    text = "The neighbours must end their boycott after the power-sharing pact signed by the Reds and the Blues."
    assert only(told("en", text), "agreement").status == "asserted"
    wanted = told("en", "The neighbours called for a truce signed by the Reds and the Blues.")
    assert all(c.status != "asserted" for c in wanted if c.kind == "agreement")


SOME = [
    ("A number of people were killed in Dolsk on Sunday.", "casualty asserted killed"),
    ("A lot of people were wounded in Dolsk on Sunday.", "casualty asserted injured"),
    ("The blast killed a handful of soldiers.", "casualty asserted killed"),
    ("Gunmen abducted a number of workers on Sunday.", "casualty asserted abducted"),
]


@pytest.mark.parametrize(("text", "toll"), SOME)
def test_people_are_harmed_however_many_they_are(text: str, toll: str) -> None:
    assert outline(only(told("en", text), "casualty")) == toll


@pytest.mark.parametrize("what", ["houses", "hopes", "cows"])
def test_what_is_nobody_is_not_harmed_however_much_it_is(what: str) -> None:
    assert not [c for c in told("en", f"The blast killed a number of {what}.") if c.kind == "casualty"]
