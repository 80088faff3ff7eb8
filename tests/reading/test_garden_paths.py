"""Reports whose sentences are easily taken for others, and what they tell and do not tell."""

from __future__ import annotations

import pytest

from gencatan.model import Claim
from tests.reading.told import fillers, only, told


def acts(found: list[Claim]) -> list[tuple[str, str]]:
    return [(c.kind, str(c.slots.get("act") or c.slots.get("harm") or c.slots.get("stage") or "")) for c in found]


def test_men_believed_to_be_rebels_are_those_who_attacked() -> None:
    claim = only(told("en", "Men thought to be rebels of the National Front attacked a police post in Bor."), "event")
    assert (claim.status, fillers(claim, "actor")) == ("asserted", ["Men"])


def test_who_has_held_a_town_since_may_pulled_out() -> None:
    found = told("en", "Rebels holding the city since May pulled out overnight.")
    assert only(found, "event", act="retreat").status == "asserted"


def test_the_accused_is_arrested_and_not_the_killed() -> None:
    found = told("en", "The man accused of killing the governor was arrested on Monday.")
    assert fillers(only(found, "event", act="arrest"), "target") == ["man"]


@pytest.mark.parametrize("verb", ["freed", "released"])
def test_who_was_arrested_is_freed(verb: str) -> None:
    found = told("en", f"The army {verb} three men arrested on Sunday.")
    claim = only(found, "event", act="release")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["army"], ["three men"])


def test_witnesses_are_not_those_who_were_freed() -> None:
    found = told("en", "Witnesses said three men arrested on Sunday were freed.")
    assert fillers(only(found, "event", act="release"), "target") == ["three men"]


def test_whom_rebels_are_feared_to_have_kidnapped() -> None:
    claim = only(told("en", "Two soldiers feared kidnapped by rebels were found dead."), "event", act="abduction")
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (["rebels"], ["Two soldiers"])


def test_generals_that_a_state_accuses_did_it_by_its_word() -> None:
    text = "Washington imposed sanctions on three generals it accuses of ordering the shelling of civilians."
    assert fillers(only(told("en", text), "event", act="shelling"), "actor") == ["three generals"]


def test_a_truce_that_is_talked_about_is_not_made() -> None:
    assert not [c for c in told("en", "Qatar hosted talks on a ceasefire in Gaza.") if c.kind == "agreement"]
    assert only(told("en", "The ceasefire was brokered by Egypt."), "agreement").slots["stage"] == "agreed"


def test_those_who_are_brought_together_are_the_parties() -> None:
    claim = only(told("id", "Mesir menengahi Israel dan Hamas mengenai pertukaran tahanan."), "mediation")
    assert fillers(claim, "parties") == ["Israel", "Hamas"]


def test_a_participle_of_harm_tells_the_toll_of_its_clause() -> None:
    found = told("en", "Rebels attacked the town of Goma, killing five soldiers.")
    assert acts(found) == [("event", "attack"), ("casualty", "killed")]
    assert fillers(only(found, "event"), "target") == ["town of Goma"]


def test_where_something_lies_did_not_do_it() -> None:
    found = told("en", "A bomb planted by the roadside killed four soldiers near Maiduguri.")
    assert not [c for c in found if "roadside" in fillers(c, "actor")]
    assert fillers(only(told("en", "The bridge was destroyed by the army."), "event"), "actor") == ["army"]


def test_what_must_be_handed_over_stands_behind_the_particle() -> None:
    claim = only(told("en", "Under the agreement, the rebels must hand over their heavy weapons."), "obligation")
    assert getattr(claim.slots["object"], "text", "") == "their heavy weapons"


def test_what_a_duty_is_for_is_no_other_duty() -> None:
    text = "Both sides have agreed that humanitarian corridors will be opened for civilians to leave the city."
    assert [c.slots["action"] for c in told("en", text) if c.kind == "obligation"] == ["grant_access"]


def test_observers_are_sent_once() -> None:
    found = told("en", "Russia will send 200 observers to monitor the truce, the foreign ministry said.")
    assert [c.slots["change"] for c in found if c.kind == "deployment"] == ["deployed"]


PLANNED = [
    "Talks between the army and the rebels are due in Geneva on Friday.",
    "Talks between the army and the rebels are expected to resume on Monday.",
    "The next round of talks is set for Friday in Geneva.",
]


@pytest.mark.parametrize("text", PLANNED)
def test_a_timetable_of_talks(text: str) -> None:
    assert only(told("en", text), "meeting").status == "planned"


def test_talks_after_which_sides_agreed_were_held() -> None:
    text = "The two countries agreed to a ceasefire on Saturday after talks mediated by the United States."
    found = told("en", text)
    assert only(found, "meeting").status == "asserted"
    assert only(found, "mediation").status == "asserted"


SCHEDULED = [
    ("en", "A meeting of the foreign ministers scheduled for March 20 in Istanbul would not take place.", "2024-03-20"),
    ("id", "Perundingan yang dijadwalkan pada 20 Maret di Doha tetap digelar.", "2024-03-20"),
]


@pytest.mark.parametrize(("language", "text", "day"), SCHEDULED)
def test_the_day_of_a_timetable_is_the_nearer_one(language: str, text: str, day: str) -> None:
    claim = only(told(language, text), "meeting")
    assert claim.date is not None
    assert str(claim.date.start) == day


def test_a_clause_before_the_verb_has_its_own_day() -> None:
    found = told("en", "The ceasefire, due to expire on March 18, was extended.")
    assert only(found, "agreement", stage="extended").date is None
    text = "India said it would suspend the Indus Waters Treaty of 1960 and close the border crossing at Attari."
    assert all(claim.date is None for claim in told("en", text))


ACCUSED = [
    ("Thailand membantah tuduhan itu dan menuding Kamboja melanggar gencatan senjata.", "Kamboja", "Thailand"),
    ("Hamas membantah dan menuding Israel melanggar kesepakatan itu.", "Israel", "Hamas"),
]


@pytest.mark.parametrize(("text", "breaker", "teller"), ACCUSED)
def test_who_denies_and_accuses_broke_nothing(text: str, breaker: str, teller: str) -> None:
    claim = only(told("id", text), "agreement", stage="violated")
    assert fillers(claim, "parties") == [breaker]
    assert [source.span.text for source in claim.attribution] == [teller]


def test_two_duties_of_two_sides_behind_a_day() -> None:
    text = "Under the deal, Pakistan must reopen its airspace by May 12 and both armies are to pull back more troops."
    duties = [c for c in told("en", text) if c.kind == "obligation"]
    assert [fillers(c, "obligor") for c in duties] == [["Pakistan"], ["armies"]]


def test_the_accused_is_arrested_and_not_the_killed_in_indonesian() -> None:
    found = told("id", "Pria yang dituduh membunuh gubernur itu ditangkap pada Senin.")
    assert fillers(only(found, "event", act="arrest"), "target") == ["Pria"]
    assert fillers(only(found, "casualty", harm="killed"), "victims") == ["gubernur itu"]


def test_who_accuses_in_return_is_who_denied() -> None:
    text = "Kementerian Pertahanan membantah tuduhan itu dan balik menuduh pasukan India melanggar gencatan senjata."
    claim = only(told("id", text), "agreement", stage="violated")
    assert fillers(claim, "parties") == ["pasukan India"]
    assert [source.span.text for source in claim.attribution] == ["Kementerian Pertahanan"]


def test_what_a_resolution_demands_of_all_sides() -> None:
    text = "Dewan Keamanan PBB mengesahkan resolusi yang menuntut semua pihak segera menghentikan permusuhan."
    found = told("id", text)
    assert only(found, "obligation").slots["action"] == "cease_hostilities"
    assert not [c for c in found if c.kind == "event"]


def test_those_who_were_taken_hand_nobody_over() -> None:
    text = "Pemberontak membebaskan 12 tentara yang tertangkap bulan lalu dan menyerahkan mereka kepada Palang Merah."
    assert {w for c in told("id", text) if c.kind == "event" for w in fillers(c, "actor")} == {"Pemberontak"}


def test_talks_that_fall_through_are_not_held() -> None:
    claim = only(
        told("id", "Pertemuan kedua presiden yang dijadwalkan pada 20 Maret di Wina batal digelar."), "meeting"
    )
    assert claim.date is not None
    assert (claim.status, str(claim.date.start)) == ("denied", "2024-03-20")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Israel sepakat menarik pasukannya dari selatan sebagai imbalan atas pembebasan sandera."),
        ("en", "Israel has agreed to withdraw its troops from the south in exchange for the release of hostages."),
    ],
)
def test_what_is_had_in_return_did_not_happen(language: str, text: str) -> None:
    found = told(language, text)
    assert only(found, "obligation", action="withdraw")
    assert not [c for c in found if c.kind == "event" and c.status == "asserted"]


def test_the_day_of_a_kidnapping_is_not_that_of_a_find() -> None:
    text = (
        "The body of the engineer, kidnapped on 3 January by the National Liberation Army, was found outside Medellin."
    )
    found = told("en", text)
    assert only(found, "event", act="find").date is None
    taken = only(found, "event", act="abduction")
    assert taken.date is not None
    assert str(taken.date.start) == "2024-01-03"


def test_an_attack_that_is_the_third_this_month_has_no_day() -> None:
    found = told("en", "The attack, the third this month, left 12 people dead.")
    assert all(claim.date is None for claim in found)
    assert only(found, "casualty").slots["harm"] == "killed"


def test_who_accuse_each_other_of_a_breach_are_both_accused() -> None:
    found = told("en", "The ceasefire collapsed within hours as both sides accused each other of breaking it.")
    assert fillers(only(found, "agreement", stage="violated"), "parties") == ["sides"]


def test_the_day_on_which_a_truce_starts_is_not_when_it_was_agreed() -> None:
    text = "The two sides agreed to a humanitarian truce starting at midnight on Friday, mediators said."
    found = told("en", text)
    assert only(found, "agreement", stage="agreed").date is None
    starts = only(found, "agreement", stage="in_effect")
    assert starts.date is not None
    assert (starts.status, str(starts.date.start)) == ("planned", "2024-03-15")


def test_the_day_by_which_an_order_is_to_be_carried_out_is_not_the_orders() -> None:
    found = told("en", "The army chief ordered his troops to pull back from the front line by Sunday.")
    assert only(found, "statement").date is None
    duty = only(found, "obligation").date
    assert duty is not None
    assert str(duty.end) == "2024-03-17"


def test_the_town_of_a_signature_is_no_party() -> None:
    text = "Perjanjian yang ditandatangani di Doha bulan lalu mewajibkan pemberontak menyerahkan senjata berat."
    assert "parties" not in only(told("id", text), "agreement", stage="signed").slots
