"""Rescues, shots, sieges, flights and orders, each beside sentences that look like it and tell something else."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

WAR = "The war with the rebels went on. "


def _has(text: str, kind: str, **values: str) -> bool:
    return any(c.kind == kind and all(c.slots.get(k) == v for k, v in values.items()) for c in told("en", text))


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Nigerian troops rescued 85 abducted people.", "release"),
        ("Police rescued a businessman who had been kidnapped.", "release"),
        ("Two kidnapped Britons were rescued in a raid.", "release"),
        ("Troops rescued 39 Yazidi women from Islamic State.", "release"),
        ("The army rescued 12 girls from Boko Haram.", "release"),
        ("Israeli forces rescued two Israeli men held in Rafah.", "release"),
        ("Rescuers rescued 12 people from the rubble in Aleppo.", "evacuation"),
        ("The coast guard rescued 40 migrants from a sinking boat.", "evacuation"),
        ("Helicopters rescued 20 villagers stranded by floods in Mozambique.", "evacuation"),
    ],
)
def test_whom_somebody_held_is_freed_by_a_rescue(text: str, act: str) -> None:
    other = "evacuation" if act == "release" else "release"
    assert _has(text, "event", act=act)
    assert not _has(text, "event", act=other)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("His brother was shot behind the mill.", True),
        ("Nine teachers were shot and buried in a pit.", True),
        ("Nine teachers were shot and thrown into the river.", True),
        ("Twelve prisoners were shot by firing squad.", True),
        ("Two Palestinians were shot and taken to hospital.", False),
        ("Two men were shot and hospitalised.", False),
        ("A man was shot three times but survived.", False),
        ("A teacher was shot in the arm.", False),
        ("Six youths were shot with rubber bullets.", False),
        ("Two aid workers were shot at.", False),
        ("In the siege 40 people have starved.", True),
        ("25 million people are starving.", False),
        ("Two million people were starving.", False),
    ],
)
def test_who_is_shot_or_starves_is_dead_where_that_is_told(text: str, killed: bool) -> None:
    assert _has(WAR + text, "casualty", harm="killed") is killed


@pytest.mark.parametrize(
    ("text", "act", "there"),
    [
        ("Rescuers dug for survivors in Izmir.", "search", True),
        ("Residents dug through the rubble for bodies.", "search", True),
        ("Graves were dug for the victims in Bucha.", "search", False),
        ("A pit was dug for the bodies.", "search", False),
        ("The base at Kidal was besieged.", "blockade", True),
        ("The army base was besieged.", "blockade", True),
        ("The camp at Zamzam is encircled.", "blockade", True),
        ("The hotel was besieged by fans.", "blockade", False),
        ("The stadium is encircled by a moat.", "blockade", False),
        ("The army put down a coup attempt in Niamey.", "operation", True),
        ("Soldiers crushed pockets of resistance in Mosul.", "operation", True),
        ("The army crushed rebel positions near Goma.", "operation", True),
        ("The police crushed the plot in Lome.", "operation", True),
        ("The minister quashed rumours of a coup.", "operation", False),
        ("The court quashed the conviction.", "operation", False),
        ("The plant took a direct hit from a missile.", "air_strike", True),
        ("The bunker took a direct hit from a glide bomb.", "air_strike", True),
        ("The market took a direct hit from a mortar round.", "shelling", True),
        ("The hospital took a direct hit on Tuesday.", "shelling", True),
        ("The town took a direct hit from a hurricane.", "shelling", False),
        ("The house took a direct hit from a falling tree.", "shelling", False),
        ("The barn took a direct hit from a tornado.", "shelling", False),
    ],
)
def test_acts_that_are_told_of_other_things_too(text: str, act: str, there: bool) -> None:
    assert _has(text, "event", act=act) is there


@pytest.mark.parametrize(
    ("text", "displaced"),
    [
        ("40 Rohingya fled to Bangladesh.", True),
        ("Three Congolese fled into Uganda.", True),
        ("About 9,000 Iraqis fled on Monday.", True),
        ("Hundreds of Ukrainians fled on Sunday.", True),
        ("Thousands of Syrians fled their homes.", True),
        ("Some 200 Malians fled the town.", True),
        ("Ten Malians fled their village.", True),
        ("Armenians fled in their thousands.", True),
        ("Two Ukrainians fled the scene after the robbery, police said.", False),
        ("Two Chechens fled from a prison in Grozny.", False),
        ("The Austrians fled the field.", False),
        ("The French fled at Waterloo.", False),
        ("Police arrested two Iraqis who fled the scene.", False),
    ],
)
def test_people_of_a_land_are_displaced_where_they_get_to_a_refuge(text: str, displaced: bool) -> None:
    assert _has(text, "casualty", harm="displaced") is displaced


@pytest.mark.parametrize(
    ("text", "arrest"),
    [
        ("Soldiers led away four men from the village.", True),
        ("The police took 12 students away in trucks.", True),
        ("Peacekeepers took away two civilians.", False),
        ("Soldiers took two men away to hospital.", False),
        ("Soldiers led two villagers away from danger.", False),
        ("Soldiers took two men away from the front line.", False),
        ("Soldiers took two farmers away by helicopter.", False),
    ],
)
def test_who_is_led_to_safety_is_not_arrested(text: str, arrest: bool) -> None:
    assert _has(WAR + text, "event", act="arrest") is arrest
    assert _has(WAR + text, "casualty", harm="detained") is arrest


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("The rebels told the villagers to leave the area.", True),
        ("Police told residents to stay indoors after the attack.", True),
        ("Hamas told residents to stay in their homes.", True),
        ("The general told his troops to withdraw.", True),
        ("Police told drivers to stay off the roads after the snow.", False),
        ("Boeing told staff to stay at home.", False),
        ("Doctors told residents to avoid the sun.", False),
        ("The bank told staff to leave by Friday.", False),
        ("Health officials told residents to stay indoors.", False),
        ("The fire service told residents to leave because of the wildfire.", False),
    ],
)
def test_only_who_commands_tells_people_to_leave(text: str, demand: bool) -> None:
    assert _has(text, "statement", act="demand") is demand


@pytest.mark.parametrize(
    ("text", "obligor"),
    [
        ("The army told the population of Gaza City to go south.", "population of Gaza City"),
        ("The army told the inhabitants of Khan Younis to leave.", "inhabitants of Khan Younis"),
        ("The army ordered the residents of Nabatieh to leave.", "residents of Nabatieh"),
    ],
)
def test_who_lives_in_a_town_is_to_leave_and_not_the_town(text: str, obligor: str) -> None:
    assert fillers(only(told("en", text), "obligation"), "obligor") == [obligor]


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("The attack left 20 dead: 12 in Kabul and eight in Herat.", "attack", []),
        ("The bombing left 30 dead: 20 in Kano and ten in Jos.", "explosion", []),
        ("The attack left 20 soldiers dead.", "attack", ["20 soldiers"]),
    ],
)
def test_a_bare_number_in_a_town_is_no_target(text: str, act: str, target: list[str]) -> None:
    assert fillers(only(told("en", text), "event", act=act), "target") == target


@pytest.mark.parametrize(
    ("text", "kind", "values", "there"),
    [
        ("The foreign ministry protested on Monday.", "statement", {"act": "condemn"}, True),
        ("All of Georgia protested.", "statement", {"act": "condemn"}, False),
        ("Argentina protested in the streets against austerity.", "statement", {"act": "condemn"}, False),
        (WAR + "Foreign soldiers live in the barracks at the port.", "deployment", {"change": "present"}, True),
        (WAR + "Soldiers live in the town with their families.", "deployment", {"change": "present"}, False),
        (WAR + "Two soldiers live in London.", "deployment", {"change": "present"}, False),
        (WAR + "Fifty drivers could not be found.", "casualty", {"harm": "missing"}, True),
        (WAR + "Two brothers could not be found for the wedding.", "casualty", {"harm": "missing"}, False),
    ],
)
def test_plain_words_of_daily_life(text: str, kind: str, values: dict[str, str], there: bool) -> None:
    assert _has(text, kind, **values) is there


def test_where_sides_met_is_not_what_it_was_about() -> None:
    claims = told("en", "The two sides met under Saudi auspices in Jeddah.")
    assert "about" not in only(claims, "mediation").slots
    assert only(claims, "meeting").place is not None


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("The rebels have 30 days to disarm.", True),
        ("The rebels had 30 days to disarm.", True),
        ("The generals had two months to study the strike on the port.", False),
        ("The army had three weeks to plan the raid on Goma.", False),
    ],
)
def test_how_long_somebody_had_for_a_thing_binds_nobody(text: str, bound: bool) -> None:
    assert _has(text, "obligation") is bound


@pytest.mark.parametrize(
    "text",
    [
        "The generals had two months to study the strike on the port.",
        "He has had three years to think about the attack on Kidal.",
    ],
)
def test_how_long_somebody_had_to_think_is_no_date_of_the_act(text: str) -> None:
    assert only(told("en", text), "event").date is None
