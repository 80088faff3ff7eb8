"""Clauses of their own: who speaks against whom, who goes on beside an appeal, and what is no doer's."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("id", "Tentara mengklaim telah menguasai kembali Palma, tetapi warga membantah.", "warga"),
        ("id", "Tentara merebut Palma, namun penduduk membantah klaim itu.", "penduduk"),
        ("en", "The army said it had retaken Palma, but residents denied this.", "residents"),
    ],
)
def test_who_denies_behind_but_is_its_own_subject(language: str, text: str, speaker: str) -> None:
    assert fillers(only(told(language, text), "statement", act="deny"), "speaker") == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "goes", "asked"),
    [
        (
            "id",
            "Indonesia mendesak semua pihak menahan diri, dan Menlu Retno Marsudi akan bertolak ke Naypyidaw.",
            "Menlu Retno Marsudi",
            "menahan diri",
        ),
        (
            "en",
            "Norway urged both sides to hold fire, and Foreign Minister Espen Eide will fly to Doha on Friday.",
            "Foreign Minister Espen Eide",
            "to hold fire",
        ),
    ],
)
def test_what_another_will_do_is_not_asked_for(language: str, text: str, goes: str, asked: str) -> None:
    found = told(language, text)
    visit = only(found, "meeting")
    assert (visit.status, fillers(visit, "participants")) == ("planned", [goes])
    content = only(found, "statement", act="appeal").slots["content"]
    assert getattr(content, "text", None) == asked


def test_what_both_are_asked_for_stays_asked_for() -> None:
    found = told("en", "Norway urged the rebels to hold fire and to release the captives.")
    assert {c.status for c in found if c.kind == "event"} <= {"called_for"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "id",
            "Konflik itu telah membuat hampir 700.000 orang kehilangan tempat tinggal dan menewaskan 2.500 orang.",
        ),
        ("en", "The conflict has left 700,000 people homeless and killed more than 2,500."),
    ],
)
def test_who_lost_their_homes_killed_nobody(language: str, text: str) -> None:
    dead = only(told(language, text), "casualty", harm="killed")
    assert not fillers(dead, "perpetrator")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels seized most of Aleppo on Saturday."),
        ("en", "Fighters led by the M23 captured most of Goma."),
        ("id", "Pemberontak merebut sebagian besar Aleppo pada Sabtu."),
    ],
)
def test_most_of_a_town_is_taken(language: str, text: str) -> None:
    assert only(told(language, text), "territory", relation="captures").slots["extent"] == "most"


def test_most_of_what_is_no_place_is_not() -> None:
    assert not [c for c in told("en", "Rebels captured most of the attention.") if c.kind == "territory"]


@pytest.mark.parametrize(
    "text", ["Pemberontak pimpinan M23 merebut Goma.", "Pemberontak yang dipimpin M23 merebut Goma."]
)
def test_those_whom_a_group_leads_are_its_own(text: str) -> None:
    (actor,) = actors(only(told("id", text), "territory"), "by")
    assert actor is not None
    assert actor.id == "m23"


LEFT = [
    "The government is withdrawing from the ceasefire.",
    "The government said it was withdrawing from a 2002 ceasefire with the rebels.",
    "Rebels withdrew from the peace accord on Monday.",
]


@pytest.mark.parametrize("text", LEFT)
def test_who_leaves_a_deal_does_not_retreat(text: str) -> None:
    found = told("en", text)
    assert only(found, "agreement", stage="collapsed")
    assert not [c for c in found if c.kind in ("event", "deployment")]


def test_who_leaves_a_valley_does() -> None:
    found = told("en", "Rebels withdrew from the valley on Monday.")
    assert [c.slots["act"] for c in found if c.kind == "event"] == ["retreat"]


def test_a_deal_that_will_cease_to_exist_expires_and_obliges_to_nothing() -> None:
    found = told("en", "The agreement will cease to exist on January 16.")
    assert only(found, "agreement", stage="expired").status == "planned"
    assert not [c for c in found if c.kind == "obligation"]


@pytest.mark.parametrize(
    "text", ["Kenya has pledged 1,000 officers for the mission.", "France promised 200 troops for the force."]
)
def test_forces_that_are_promised_are_not_there_yet(text: str) -> None:
    found = told("en", text)
    assert not fillers(only(found, "statement", act="promise"), "addressee")
    assert only(found, "deployment").status == "planned"


def test_where_bullets_hit_somebody_is_not_what_they_hit() -> None:
    found = told("en", "Two people were wounded by stray bullets at a market.")
    assert fillers(only(found, "event", act="attack"), "target") == ["Two people"]


TALKS = "{} EU-brokered talks between the two leaders collapsed in Brussels."


def test_two_leaders_are_the_two_in_office_who_just_spoke() -> None:
    spoke = "Prime Minister Albin Kurti blamed Serbia for the attack; President Aleksandar Vucic denied this."
    found = told("en", TALKS.format(spoke))
    assert fillers(only(found, "meeting"), "participants") == [
        "Prime Minister Albin Kurti",
        "President Aleksandar Vucic",
    ]


def test_and_not_the_police_and_whom_it_fought() -> None:
    found = told("en", TALKS.format("Police fought armed Serbs in Banjska."))
    assert "Police" not in fillers(only(found, "meeting"), "participants")


def test_soldiers_of_an_army_that_is_nobodys_known_are_not_the_last_groups() -> None:
    text = (
        "Rebels led by Hayat Tahrir al-Sham took the town. The army said that dozens of its soldiers had been killed."
    )
    (actor,) = actors(only(told("en", text), "casualty"), "victims")
    assert actor is None or actor.id != "hayat-tahrir-al-sham"


def test_whose_act_it_is_that_a_relative_clause_begins_with() -> None:
    found = told("en", "The rebels, whose assault on Freetown in January killed more than 5,000, signed the deal.")
    assert fillers(only(found, "event", act="attack"), "actor") == ["rebels"]
    assert fillers(only(found, "casualty"), "perpetrator") == ["rebels"]


def test_a_government_behind_whose_is_that_of_the_one_named_before_it() -> None:
    text = (
        "The Philippine government signed the deal. Malaysian Prime Minister Najib Razak, whose government "
        "facilitated the talks, attended the ceremony."
    )
    (actor,) = actors(only(told("en", text), "mediation"), "mediator")
    assert actor is not None
    assert actor.id == "MYS/GOV"


PERSUADED = [
    ("Mediators persuaded the rebels to release 12 hostages on Monday.", "event", "asserted"),
    ("The commission tried to persuade the militia to withdraw.", "deployment", "called_for"),
    ("Envoys hope to convince the army to pull back.", "deployment", "called_for"),
]


@pytest.mark.parametrize(("text", "kind", "status"), PERSUADED)
def test_who_was_persuaded_did_it(text: str, kind: str, status: str) -> None:
    assert {c.status for c in told("en", text) if c.kind == kind} == {status}


def test_a_leader_with_a_title_behind_and_keeps_the_name() -> None:
    found = told("en", "President Ahmad Kabbah and rebel leader Foday Sankoh signed a peace agreement on Wednesday.")
    assert fillers(only(found, "agreement"), "parties") == ["President Ahmad Kabbah", "rebel leader Foday Sankoh"]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("The two sides agreed to withdraw heavy weapons within two weeks.", "agreement", None),
        ("The deal was hammered out in 16 hours of talks in Minsk.", "meeting", None),
        ("The agreement will be signed within two weeks.", "agreement", "two weeks"),
        ("The pact was signed on Monday.", "agreement", "Monday"),
        ("Under the accord, signed at the palace on Monday, a region is to be set up by 2016.", "agreement", "Monday"),
    ],
)
def test_what_is_agreed_has_not_the_day_by_which_it_must_be_done(text: str, kind: str, words: str | None) -> None:
    when = only(told("en", text), kind).date
    assert (when.span.text if when is not None else None) == words
    assert when is None or when.start is None or words != "Monday" or when.start == "2024-03-11"


def test_what_takes_direct_hits_is_shelled() -> None:
    found = told("en", "The school and a clinic took direct hits.")
    assert fillers(only(found, "event", act="shelling"), "target") == ["school", "clinic"]
    assert not told("en", "The shares took hits from the strong dollar.")


def test_who_of_two_is_on_a_visit() -> None:
    found = told("en", "Bush and Maliki, who is on a visit to Cairo, will meet on Friday.")
    assert fillers(only(found, "meeting", format="visit"), "participants") == ["Maliki"]


def test_what_a_land_set_off_by_commas_is_part_of() -> None:
    text = "The enclave, internationally recognised as part of Azerbaijan, has been run by Armenians since 1994."
    assert fillers(only(told("en", text), "territory", relation="part_of"), "by") == ["Azerbaijan"]


def test_a_service_that_families_attend_is_no_meeting() -> None:
    text = "The ceremony at the base, attended by friends and family and CIA Director Leon Panetta, was short."
    assert not [c for c in told("en", text) if c.kind == "meeting"]
    assert only(told("en", "Two presidents attended the ceremony in Bogota."), "meeting")
