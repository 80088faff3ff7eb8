"""Look-alikes of words of war: storms that hit, tourists who descend, causes searched for, towns that may fall."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, outline, told, wording

WAR = "The rebels fighting the army pressed on. "


def _events(text: str) -> list[str]:
    return [outline(c) for c in told("en", text) if c.kind == "event"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The power plant took a direct hit from Russian missiles.", "air_strike"),
        ("The hospital took a direct hit from a drone.", "air_strike"),
        ("The hospital in Kharkiv took a direct hit from a glide bomb.", "air_strike"),
        ("The school suffered a direct hit from an air strike on Monday.", "air_strike"),
        ("The bridge took several hits from Israeli warplanes.", "air_strike"),
        ("The base took a direct hit from rebel rockets.", "shelling"),
        ("The house took a direct hit from a shell.", "shelling"),
        ("The ship took a direct hit from a torpedo.", "shelling"),
        ("The school took a direct hit.", "shelling"),
    ],
)
def test_what_hits_tells_how(text: str, act: str) -> None:
    assert _events(text) == [f"event asserted {act}"]


@pytest.mark.parametrize(
    "text",
    [
        "The town took a direct hit from Hurricane Ida.",
        "The coast took a direct hit from a tornado on Monday.",
        "The house took a direct hit from a falling tree.",
        "The bridge took a direct hit from a cargo ship.",
        "Nepal suffered a direct hit from the earthquake.",
        "The island took a direct hit in the storm.",
        "The car took a direct hit from a lorry.",
        "Germans descended on Mallorca this summer.",
        "Italians descended on the capital for the final.",
        "American troops fell on the hill.",
        "Workers searched for the cause of the fault.",
        "Volunteers searched for water in the desert.",
        "Neighbours searched for a missing cat.",
        "Firefighters searched for the cause of the blaze.",
        "Volunteers searched for the truth.",
        "Workers looked for alternatives.",
        "Volunteers searched for a new director.",
        "Police kept fans out of the stadium.",
        "Villagers kept strangers out of the village.",
        "Police kept demonstrators out of the square.",
        "Parents kept children out of school.",
        "The coach blocked journalists from entering the dressing room.",
        "The handover of weapons is a condition for talks.",
        "The handover of 7,132 rifles is a condition for the amnesty.",
        "The handover of rebel weapons will be monitored by peacekeepers.",
        "Germany announced the handover of 14 tanks to Ukraine.",
        "Germany handed over 14 tanks to Ukraine.",
        "The Netherlands completed the handover of howitzers to Kyiv.",
    ],
)
def test_what_is_no_act_of_war(text: str) -> None:
    assert _events(text) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Rebels fell on the convoy near Goma.", ["convoy"]),
        ("Armed men descended on the village at dawn.", ["village"]),
        ("Militants descended on the army base.", ["army base"]),
        ("Tribesmen fell upon the villagers with spears.", ["villagers"]),
        ("Marines fell on the beach under fire.", ["Marines"]),
    ],
)
def test_raiders_fall_on_others(text: str, target: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="attack"), "target") == target


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Volunteers searched for survivors in the rubble.", ["survivors"]),
        ("Firefighters searched for bodies under the collapsed building.", ["bodies"]),
        ("Neighbours looked for Maria Lopez in the ruins.", ["Maria Lopez"]),
        ("Volunteers looked for 12 missing miners.", ["12 missing miners"]),
        ("Rescue workers searched for the dead on Sunday.", ["dead"]),
        ("Troops will search for the attackers in the hills.", ["attackers"]),
    ],
)
def test_whom_helpers_look_for(text: str, target: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act="search"), "target") == target


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Officials warned of the fall of Goma.", []),
        ("Analysts warned of the fall of Kharkiv.", []),
        ("The rebels hope for the fall of Damascus.", []),
        ("The army prevented the fall of Aleppo.", []),
        ("Troops were sent to avoid the fall of Goma.", []),
        ("The fall of Pokrovsk would be a disaster for Kyiv.", []),
        ("The fall of Goma could lead to a wider war.", []),
        ("The fall of the town would cut the road.", []),
        ("Residents fear the fall of Goma.", ["possible"]),
        ("There are fears of the fall of El Fasher.", ["possible"]),
        ("The fall of Aleppo was a blow to the army.", ["asserted"]),
        ("The fall of Goma led to panic.", ["asserted"]),
        ("The fall of the town to the rebels cut the road.", ["asserted"]),
        ("The fall of Goma to the rebels could lead to a wider war.", ["asserted"]),
    ],
)
def test_a_town_that_only_may_fall(text: str, status: list[str]) -> None:
    assert [c.status for c in told("en", WAR + text) if c.kind == "territory"] == status


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("France backed the demand that Israel withdraw from Gaza.", "the demand that Israel withdraw from Gaza"),
        (
            "Egypt supported the demand that Hamas release the hostages.",
            "the demand that Hamas release the hostages",
        ),
        ("The government supported the demand for an inquiry.", "the demand for an inquiry"),
    ],
)
def test_a_demand_is_backed(text: str, content: str) -> None:
    assert wording(only(told("en", text), "statement", act="support"), "content") == content


@pytest.mark.parametrize(
    "text", ["Rate cuts supported demand.", "The central bank supported demand for bonds.", "Wages supported demand."]
)
def test_goods_in_demand_are_backed_by_nobody(text: str) -> None:
    assert told("en", text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Security was tightened during the September 11th attacks.", "2001-09-11"),
        ("The September 11 terrorist attacks killed nearly 3,000 people.", "2001-09-11"),
        ("The September 11 attacks killed nearly 3,000 people.", "2001-09-11"),
        ("The attacks of September 11 killed nearly 3,000 people.", "2001-09-11"),
        ("The attacks on September 11 in New York killed 2,700 people.", "2001-09-11"),
        ("Ten people died in the attacks on September 11 in Bunia.", "2023-09-11"),
        ("The attacks on September 11 in Kabul killed 12 people.", "2023-09-11"),
        ("The attacks of September 11 near Herat killed four people.", "2023-09-11"),
        ("Rebels attacked the village on Christmas Day 2015.", "2015-12-25"),
        ("On Boxing Day 2004, rebels attacked the village.", "2004-12-26"),
        ("On Christmas Eve, 1979, gunmen attacked the village.", "1979-12-24"),
        ("Rebels attacked the village on Christmas Day.", "2023-12-25"),
    ],
)
def test_days_that_attacks_are_called_by(text: str, day: str) -> None:
    date = only(told("en", text), "event", act="attack").date
    assert date is not None
    assert (str(date.start), str(date.end)) == (day, day)


def test_people_behind_a_named_day_are_no_year() -> None:
    date = only(told("en", "On Boxing Day, 2024 people were hurt."), "casualty").date
    assert date is not None
    assert date.span.text == "Boxing Day"


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("The army kept journalists out of the region.", ["event asserted closure"]),
        ("Authorities kept aid workers out of Tigray.", ["event asserted closure"]),
        ("The government bars journalists from the war zone.", ["event asserted closure"]),
        ("The army blocked journalists from entering Gaza.", ["event asserted closure"]),
        ("Ethiopia blocked reporters from entering Tigray.", ["event asserted closure"]),
        ("Rebels blocked reporters from reaching the village.", ["event asserted closure"]),
        ("The government kept observers out of the province.", ["statement asserted reject"]),
    ],
)
def test_who_is_kept_out(text: str, what: list[str]) -> None:
    assert [outline(c) for c in told("en", text)] == what


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The government refused visas to reporters.", "reporters"),
        ("Sudan refused visas to foreign journalists.", "foreign journalists"),
        ("Belarus refused a visa to the correspondent.", "the correspondent"),
        ("Myanmar denied visas to UN investigators.", "UN investigators"),
    ],
)
def test_to_whom_visas_are_refused(text: str, content: str) -> None:
    assert wording(only(told("en", text), "statement", act="reject"), "content") == content


@pytest.mark.parametrize(
    "text",
    [
        "The rebels completed the handover of 7,132 weapons to the mission.",
        "The guerrillas began the handover of their rifles to the UN on Tuesday.",
        "The rebels handed over their weapons on Monday.",
    ],
)
def test_rebels_hand_over_their_weapons(text: str) -> None:
    assert _events(text) == ["event asserted disarmament"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Guterres called on the world to help Gaza.", "to help Gaza"),
        ("The president called on the world to stop the war.", "to stop the war"),
        ("Abbas called on the world to urge Israel to stop the raid.", "to urge Israel to stop the raid"),
        ("Kyiv called on the world to demand that Russia withdraw.", "to demand that Russia withdraw"),
        ("The pope called on everyone to pray for peace.", "to pray for peace"),
        ("The minister called upon the rebels to stop.", "to stop"),
    ],
)
def test_a_call_on_the_world_is_one_appeal(text: str, content: str) -> None:
    assert wording(only([c for c in told("en", text) if c.kind == "statement"], "statement"), "content") == content


@pytest.mark.parametrize(
    "text",
    [
        "He called upon God to help him.",
        "The bishop called upon God to bring peace.",
        "The lawyer called upon the witness to answer.",
        "The judge called on the witness to speak.",
    ],
)
def test_a_call_upon_god_or_a_witness_is_no_appeal(text: str) -> None:
    assert [c for c in told("en", text) if c.kind == "statement"] == []


def test_who_calls_on_a_state_to_urge_another_is_told_with_it() -> None:
    claims = told("en", "Abbas called on Egypt to urge Israel to stop the raid.")
    assert [c.status for c in claims if c.kind == "statement"] == ["asserted", "called_for"]
