"""What sentences of real news are misread for: whose act, where, how many, and words that tell nothing at all."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import actors, fillers, only, told, wording


def place(claim: Claim) -> str:
    return claim.place.span.text if claim.place is not None else ""


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            "In a separate raid a bomb killed one more soldier in the restive Diyala province, north of Baghdad.",
            "restive Diyala province",
        ),
        ("Two men were killed on Tuesday in Kajuru, just south of Kaduna.", "Kajuru"),
        ("Gunmen killed four farmers south of Kaduna.", "Kaduna"),
    ],
)
def test_a_place_measured_from_another(text: str, where: str) -> None:
    assert place(only(told("en", text), "casualty")) == where


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "At least 110 people died: 70 in Aleppo and 40 in Idlib.",
            [("at least", ""), ("70", "Aleppo"), ("40", "Idlib")],
        ),
        ("The storm left 60 dead: 35 in Haiti and 25 in Cuba.", [("60", ""), ("35", "Haiti"), ("25", "Cuba")]),
    ],
)
def test_parts_of_a_toll_behind_a_colon(text: str, parts: list[tuple[str, str]]) -> None:
    tolls = [c for c in told("en", text) if c.kind == "casualty"]
    assert [place(c) for c in tolls] == [where for _, where in parts]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("After the ambush, officers killed two of the attackers.", "two of the attackers"),
        ("Following the attack on the base, troops shot dead three gunmen.", "three gunmen"),
    ],
)
def test_who_is_killed_after_an_attack_was_not_its_target(text: str, killed: str) -> None:
    acts = [c for c in told("en", text) if c.kind == "event" and killed in fillers(c, "target")]
    assert acts
    assert all(fillers(c, "actor") for c in acts)


def test_who_is_killed_in_an_ambush_is_its_target() -> None:
    acts = [c for c in told("en", "Five policemen were killed after an ambush near Kora.") if c.kind == "event"]
    assert [fillers(c, "target") for c in acts] == [["Five policemen"]]


def test_a_participle_is_no_weapon() -> None:
    claims = told("en", "Joint forces seized the minister on Thursday in a politically-charged raid.")
    assert all(wording(c, "instrument") == "" for c in claims)


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Gunmen blew up part of the pipeline near Kano.", "explosion", "part of the pipeline"),
        ("The woman accused the officers of beating her.", "attack", "woman"),
        ("The driver thanked the soldiers for freeing him from the camp.", "release", "driver"),
        ("The soldiers beat the guards, forcing them to flee.", "attack", "guards"),
    ],
)
def test_to_whom_it_was_done(text: str, act: str, target: str) -> None:
    assert fillers(only(told("en", text), "event", act=act), "target") == [target]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The council imposed new sanctions against Tehran for refusing to suspend enrichment.", "Tehran"),
        ("The European Union blamed Belarus for refusing to free the prisoners.", "Belarus"),
        ("The council was criticised on Monday for refusing to suspend the embargo.", "council"),
    ],
)
def test_who_refuses_is_who_is_punished_for_it(text: str, speaker: str) -> None:
    assert fillers(only(told("en", text), "statement", act="reject"), "speaker") == [speaker]


def test_an_adverb_that_opens_a_sentence_is_no_part_of_a_name() -> None:
    claim = only(told("en", "Meanwhile Afghan forces arrested a smuggler in Kandahar."), "event", act="arrest")
    assert fillers(claim, "actor") == ["Afghan forces"]
    hedged = only(told("en", "Nearly 40 soldiers were killed in Kandahar."), "casualty")
    assert fillers(hedged, "victims") == ["Nearly 40 soldiers"]


def test_a_party_is_no_town() -> None:
    text = "Four men were arrested, reportedly belonging to the Manipur Revolutionary People's Front."
    assert place(only(told("en", text), "event", act="arrest")) == ""
    assert place(only(told("en", "Four men were arrested in Myanmar's Rakhine State."), "event", act="arrest"))


def test_deaths_that_bring_a_toll_to_a_number() -> None:
    text = "Thursday's deaths bring to 5,623 the number of people killed since the start of the uprising in 2000."
    tolls = [c for c in told("en", text) if c.kind == "casualty"]
    assert [c.date.span.text for c in tolls if c.date is not None] == ["2000"]
    both = told("en", "The deaths of two soldiers bring the toll to 45.")
    assert len([c for c in both if c.kind == "casualty"]) == 2


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("Gambari committed to arrange a meeting between the two presidents.", ["two presidents"]),
        (
            "Egyptian envoys attended a meeting in Gaza between Haniya and Abbas.",
            ["Egyptian envoys", "Haniya", "Abbas"],
        ),
    ],
)
def test_who_arranges_a_meeting_is_not_at_it(text: str, met: list[str]) -> None:
    assert fillers(only(told("en", text), "meeting"), "participants") == met


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("China is seeking the construction of a pipeline from Iran to the sea.", "statement"),
        ("The president called his envoy to the palace for a briefing.", "statement"),
        ("The Arab initiative was first adopted at a summit in Beirut.", "statement"),
        ("She feeds the baby well on her own.", "event"),
        ("The doctor and his girlfriend lashed two canoes together on the river.", "event"),
        ("A prosecutor who attended the trial had seen two senior officials filming it.", "meeting"),
        ("The authorities were bold in removing pilgrim squatters who set up tents.", "deployment"),
    ],
)
def test_everyday_acts_are_no_claims(text: str, kind: str) -> None:
    assert [c for c in told("en", text) if c.kind == kind] == []


def test_words_that_still_tell() -> None:
    assert only(told("en", "Aid agencies feed thousands of refugees in the camp."), "event", act="delivery")
    assert only(told("en", "European ministers called on Monday for a ceasefire."), "statement", act="appeal")
    assert actors(only(told("en", "China is seeking the release of two soldiers."), "statement"), "speaker")


def test_what_happened_the_day_before_is_not_called_off() -> None:
    text = (
        "The guerrillas called off their truce on May 22, the day after an air raid at Guapi left 26 of their men dead."
    )
    claims = told("en", text)
    assert only(claims, "casualty").status == "asserted"
    assert only(claims, "event", act="air_strike").status == "asserted"


def test_who_is_under_arrest_arrested_nobody() -> None:
    arrest = only(told("en", "Three of the generals are under arrest in Naypyidaw."), "event", act="arrest")
    assert (fillers(arrest, "target"), fillers(arrest, "actor")) == (["Three of the generals"], [])
    placed = told("en", "Nine of the officers were placed under arrest by the junta.")
    assert fillers(only(placed, "event", act="arrest"), "actor") == ["junta"]


def test_a_number_of_people_uprooted() -> None:
    claim = only(told("en", "The United Nations puts the number of people uprooted at over 300,000."), "casualty")
    assert (claim.slots["harm"], fillers(claim, "perpetrator")) == ("displaced", [])


def test_each_other_is_nobody_else() -> None:
    shelling = only(told("en", "Villagers once shelled each other across the river."), "event", act="shelling")
    assert fillers(shelling, "target") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ankara has not given up.",
        "Moscow pulled out on Monday of the agreement on grain exports.",
    ],
)
def test_no_forces_retreat(text: str) -> None:
    assert [c for c in told("en", text) if c.kind == "event" and c.slots.get("act") == "retreat"] == []


def test_a_garrison_gives_up() -> None:
    assert only(told("en", "The garrison gave up after two days."), "event", act="retreat")


def test_more_are_hurt() -> None:
    claims = told("en", "Nine people were killed in the blast and 21 more were injured.")
    assert only(claims, "casualty", harm="injured")
