"""Acts of long news sentences: whose they are, where and when they were and who tells them."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told


def where(claim: object) -> str | None:
    place = getattr(claim, "place", None)
    return None if place is None else place.span.text


def test_a_participle_behind_a_comma_tells_what_the_last_act_of_force_did() -> None:
    claims = told("en", "Soldiers guarding a depot in Basra opened fire on a truck that failed to stop, killing four.")
    toll = only(claims, "casualty", harm="killed")
    assert (fillers(toll, "perpetrator"), where(toll)) == (["Soldiers"], "Basra")


def test_a_participle_without_an_act_before_it_takes_over_nothing() -> None:
    claims = told("en", "The river burst its banks near Basra after a dam that was old failed, killing four villagers.")
    assert all("perpetrator" not in claim.slots for claim in claims)


def test_a_verb_between_who_tells_and_tells_is_their_participle() -> None:
    claims = told("en", "Gunmen attacked a convoy near Gao on Sunday, villagers contacted by radio said on Monday.")
    attack = only(claims, "event", act="attack")
    assert sources(attack) == ["villagers"]
    assert attack.date is not None
    assert attack.date.start == "2024-03-10"


def test_a_station_is_the_source_itself_and_not_its_land() -> None:
    claims = told("en", "Gunmen attacked a convoy near Gao, Malian state television reported.")
    assert sources(only(claims, "event", act="attack")) == ["Malian state television"]


def test_who_speaks_for_whom_is_told_with_the_speaker() -> None:
    claims = told("en", "Gunmen attacked a convoy near Gao, a spokesman for the army said.")
    assert sources(only(claims, "event", act="attack")) == ["spokesman for the army"]
    claims = told("en", "Gunmen attacked a convoy near Gao, a minister for health said.")
    assert sources(only(claims, "event", act="attack")) != ["minister for health said"]


def test_a_raid_that_flattened_a_house_was_on_it() -> None:
    raid = only(told("en", "The clinic reported an air raid that flattened a monastery."), "event", act="air_strike")
    assert fillers(raid, "target") == ["monastery"]


def test_what_is_set_beside_a_land_is_told_of_it() -> None:
    claims = told("en", "The breakaway republic, home to 150,000 ethnic Armenians, marked its independence day.")
    assert fillers(only(claims, "territory", relation="populated_by"), "by") == ["150,000 ethnic Armenians"]


def test_what_bodies_were_taken_from_is_where_they_were() -> None:
    assert where(only(told("en", "Police exhumed nine bodies from a field in Gao."), "event", act="find")) is not None


def test_the_plural_that_owns_a_place_is_not_the_one_taken() -> None:
    claims = told("en", "Government troops seized the rebels' last airstrip on Thursday, the military said.")
    taken = only(claims, "territory", relation="captures")
    assert getattr(taken.slots["territory"], "text", None) == "rebels' last airstrip"


def test_the_previous_evening_is_that_of_the_day_before_told() -> None:
    claims = told("en", "Rebels shelled Gao on Tuesday. Troops had left the town the previous evening.")
    left = only(claims, "event", act="retreat")
    assert left.date is not None
    assert left.date.start == "2024-03-11"


def test_a_bare_number_that_is_a_subject_stands_for_people() -> None:
    claims = told("en", "Some 40 villagers have been killed and 700,000 have been driven from their homes.")
    assert getattr(only(claims, "casualty", harm="displaced").slots["count"], "min", None) == 700_000


def test_those_who_leave_are_displaced_where_they_are_counted() -> None:
    only(told("en", "Some 4,200 villagers left the enclave on Monday."), "casualty", harm="displaced")
    assert not told("en", "Some villagers left the theatre on Monday.")


def test_who_puts_a_toll_at_a_number_is_its_source() -> None:
    toll = only(told("en", "The mayor put the number of dead at 31."), "casualty", harm="killed")
    assert sources(toll) == ["mayor"]


def test_two_who_tell_are_both_sources() -> None:
    claims = told("en", "Soldiers abandoned the town of Gao on Tuesday, a lawmaker and three residents said.")
    assert sources(only(claims, "territory", relation="loses")) == ["lawmaker", "three residents"]


def test_a_list_of_those_killed_goes_on_behind_a_comma() -> None:
    claims = told("en", "The siege has cost the lives of 145 soldiers, 47 civilians and more than 650 militants.")
    counted = {getattr(c.slots.get("count"), "min", None) for c in claims if c.kind == "casualty"}
    assert counted == {145, 47, 651}


def test_what_stands_between_the_parts_of_a_verb_is_its_object() -> None:
    claims = told("en", "Gunmen overran the commune of Gao on Monday, setting the police station ablaze.")
    assert fillers(only(claims, "event", act="attack"), "target") == ["police station"]


def test_members_of_a_gang_are_its_like() -> None:
    only(told("en", "Gang members overran Gao on Monday."), "territory", relation="captures")


def test_guns_that_fall_silent_shell_nothing() -> None:
    claims = told("en", "Troops were pulling back from Gao when the guns fell silent on Monday.")
    assert all(claim.slots.get("act") != "shelling" for claim in claims)


LAND_TOLD_BEFORE = [
    ("The strip was occupied by Israel in 1967. It is home to two million Palestinians.", "populated_by", "strip"),
    ("The enclave is run by Armenians, although it is recognised as part of Azerbaijan.", "part_of", "enclave"),
    ("The rebels took the town in May. It was retaken by the army on Sunday.", "recaptures", "town"),
]


@pytest.mark.parametrize(("text", "relation", "land"), LAND_TOLD_BEFORE)
def test_it_is_the_land_told_of_before(text: str, relation: str, land: str) -> None:
    claim = only(told("en", text), "territory", relation=relation)
    assert getattr(claim.slots["territory"], "text", None) == land
