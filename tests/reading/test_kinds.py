"""Who and what the kinds find where a plain subject or object is missing: by coordination, control and order."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from gencatan import Claim
from gencatan.model import Count
from gencatan.reading.tree.relations import preposition
from tests.reading.told import actors, fillers, only, told

TOLLS = [
    ("en", "Ten people were killed in the blast, including three children.", "three children", 3),
    ("en", "Nineteen people were killed, 12 of them children, when a shell hit the market.", "children", 12),
    ("en", "Six people died, among them a nurse.", "nurse", 1),
    ("id", "Sebanyak 19 orang tewas, 12 di antaranya anak-anak.", "anak-anak", 12),
]


@pytest.mark.parametrize(("language", "sentence", "victims", "count"), TOLLS)
def test_a_part_of_a_toll_is_told_beside_the_total(language: str, sentence: str, victims: str, count: int) -> None:
    tolls = [c for c in told(language, sentence) if c.kind == "casualty"]
    counted = {_count(c).min: fillers(c, "victims") for c in tolls}
    assert len(counted) == 2
    assert victims in " ".join(counted[count])


def _count(claim: Claim) -> Count:
    count = claim.slots["count"]
    assert isinstance(count, Count)
    return count


def test_a_preposition_inside_a_title_is_not_the_noun_s_own() -> None:
    vocab = spacy.blank("en").vocab
    words = ["killing", "of", "the", "second", "in", "command"]
    heads = [0, 5, 5, 5, 5, 0]
    deps = ["ROOT", "case", "det", "amod", "case", "nmod"]
    doc = Doc(vocab, words=words, heads=heads, deps=deps)
    assert preposition(doc[5]) == "of"


def test_who_winds_up_a_meeting_takes_part() -> None:
    claim = only(told("en", "The leaders of the five Pacific states wound up their annual summit in Apia."), "meeting")
    assert fillers(claim, "participants") == ["leaders of the five Pacific states"]


def test_between_names_the_participants_wherever_the_parser_hung_it() -> None:
    claim = only(told("id", "Perundingan dagang antara Washington dan Beijing masih jalan di tempat."), "meeting")
    assert fillers(claim, "participants") == ["Washington", "Beijing"]


def test_what_people_march_to_demand_is_a_demand() -> None:
    text = "Thousands of students marched in the capital on Sunday to demand the president's resignation."
    assert fillers(only(told("en", text), "statement"), "speaker") == ["Thousands of students"]


def test_an_accusation_needs_no_speaker_in_the_passive() -> None:
    claim = only(told("id", "Milisi dituduh menjarah gudang bantuan."), "statement", act="accuse")
    assert fillers(claim, "addressee") == ["Milisi"]


def test_the_larger_of_two_movements_speaks() -> None:
    text = "The larger of the two guerrilla movements urged the government to free the hostages."
    claim = only(told("en", text), "statement", act="appeal")
    assert fillers(claim, "speaker") == ["larger of the two guerrilla movements"]


def test_an_attempt_is_made_by_whom_it_is_said_to_be() -> None:
    text = "An attempt by infiltrators to cross the ceasefire line was repelled on Monday."
    assert fillers(only(told("en", text), "event", act="movement"), "actor") == ["infiltrators"]


def test_a_subject_hung_on_a_time_is_found_before_the_auxiliary() -> None:
    claim = only(told("en", "Within the hour each side was blaming the other for violating the truce."), "statement")
    assert fillers(claim, "speaker") == ["side"]


@pytest.mark.parametrize("struck", ["pom bensin", "SPBU", "toko swalayan"])
def test_shops_and_petrol_stations_are_struck_too(struck: str) -> None:
    claim = only(told("id", f"Sebuah roket menghantam {struck} di Goma pada Senin."), "event", act="shelling")
    assert claim.place is not None


def test_who_is_handed_back_may_be_wounded() -> None:
    text = "The army handed over two wounded soldiers on Friday."
    assert fillers(only(told("en", text), "event", act="release"), "target") == ["two wounded soldiers"]


def test_a_name_that_begins_as_a_stand_does_is_somebody() -> None:
    assert fillers(only(told("id", "Antigua mengecam serangan itu pada Senin."), "statement"), "speaker") == ["Antigua"]


def test_several_who_are_for_or_against_somebody_are_somebody() -> None:
    claims = told("en", "Pro-Palestinians attacked the police on Monday.")
    assert fillers(only(claims, "event", act="attack"), "actor") == ["Pro-Palestinians"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Anti-American attacks continued in Baghdad on Monday, officials said."),
        ("id", "Senjata antipesawat menembak jatuh helikopter itu."),
    ],
)
def test_a_stand_alone_is_nobody(language: str, text: str) -> None:
    assert "actor" not in only(told(language, text), "event", act="attack").slots


def test_a_curfew_is_not_laid_on_the_night_and_an_outlawed_group_is_no_news() -> None:
    claim = only(told("en", "The government imposed a night-time curfew in the capital."), "event", act="closure")
    assert "target" not in claim.slots
    assert not [c for c in told("en", "The outlawed group killed 13 soldiers.") if c.slots.get("act") == "sanction"]
    assert only(told("en", "The cabinet outlawed the group on Monday."), "event", act="sanction")


def test_whose_mandate_is_prolonged_is_the_force_there_and_no_demand() -> None:
    text = "The Security Council renewed the mandate of its peacekeeping force in Cyprus."
    force = only(told("en", text), "deployment")
    assert fillers(force, "force") == ["its peacekeeping force"]
    assert force.status == "asserted"


def test_a_mandate_asks_for_what_is_not_there_yet() -> None:
    text = "The council renewed the mandate of the operation against pirates."
    assert only(told("en", text), "event", act="operation").status == "asserted"
    force = only(told("en", "Ministers approved the mandate for a peacekeeping force in Kemba."), "deployment")
    assert (force.status, fillers(force, "force")) == ("called_for", ["peacekeeping force"])
    given = told("en", "The council gave the mission a mandate of disarming the militia.")
    assert [(c.kind, c.slots.get("act"), c.status) for c in given] == [("event", "other", "asserted")]


@pytest.mark.parametrize(
    ("language", "text", "strength"),
    [
        ("en", "Russia sent 2,000 peacekeepers to Nagorno-Karabakh on Monday.", (2000, 2000)),
        ("en", "At least 400 French soldiers are stationed in Bangui.", (400, None)),
        ("id", "Rusia mengirim 2.000 penjaga perdamaian ke wilayah itu.", (2000, 2000)),
        ("id", "Sekitar 400 tentara Prancis ditempatkan di Bangui.", (400, 400)),
        # one unit is not one man
        ("en", "The army sent a battalion to Goma on Monday.", None),
    ],
)
def test_how_strong_a_force_is(language: str, text: str, strength: tuple[int, int | None] | None) -> None:
    found = only(told(language, text), "deployment").slots.get("strength")
    assert (found.min, found.max) == strength if isinstance(found, Count) else found == strength


@pytest.mark.parametrize(
    ("language", "text", "action", "given"),
    [
        ("en", "The deal obliges the militia to hand its weapons to the army.", "hand_over_weapons", ["army"]),
        ("en", "Under the deal, Armenia must return the district to Azerbaijan.", "return_territory", ["Azerbaijan"]),
        ("en", "The government pledged to pay compensation to the families.", "other", ["families"]),
        ("id", "Menurut kesepakatan itu, milisi harus menyerahkan senjata kepada PBB.", "hand_over_weapons", ["PBB"]),
        # whither, and not to whom
        ("en", "Under the deal, the army must let aid through to Aleppo.", "grant_access", []),
    ],
)
def test_to_whom_something_must_be_given(language: str, text: str, action: str, given: list[str]) -> None:
    assert fillers(only(told(language, text), "obligation", action=action), "beneficiary") == given


def test_police_that_a_state_sends_are_its_own() -> None:
    claim = only(told("en", "Kenya sent 1,000 police officers to Haiti on Monday."), "deployment")
    assert [actor and actor.id for actor in actors(claim, "force")] == ["KEN/COP"]


@pytest.mark.parametrize(
    ("language", "text", "land", "by"),
    [
        ("en", "The MNDAA gave up Lashio in April.", "Lashio", "MNDAA"),
        ("en", "The rebels handed Goma back to the army on Monday.", "Goma", "rebels"),
        ("id", "Pemberontak menyerahkan Goma kepada tentara pada April.", "Goma", "Pemberontak"),
    ],
)
def test_a_town_by_its_name_is_given_up(language: str, text: str, land: str, by: str) -> None:
    claim = only(told(language, text), "territory", relation="cedes")
    assert getattr(claim.slots["territory"], "text", "") == land
    assert fillers(claim, "by") == [by]


def test_who_gives_a_land_something_gives_no_land_away() -> None:
    claims = told("en", "The United States handed Ukraine a shipment of shells on Monday. A company gave up Paris.")
    assert not [c for c in claims if c.kind == "territory"]
    assert only(told("en", "The army handed the town back on Monday."), "territory").slots["relation"] == "cedes"
