"""Who speaks for both sides stands for them, and who only announces a deal is no party to it."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

MADE = {"en": "Thailand and Cambodia agreed on a truce. ", "id": "Thailand dan Kamboja menyepakati gencatan senjata. "}
SIDES = {"en": ["Thailand", "Cambodia"], "id": ["Thailand", "Kamboja"]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The leaders of both countries will meet in Kuala Lumpur on Monday."),
        ("en", "The two leaders will meet again in October."),
        ("en", "Commanders of both armies held talks at the border on Thursday."),
        ("en", "The heads of the two delegations will meet on Friday."),
        ("id", "Para menteri pertahanan kedua negara akan berunding di Kuala Lumpur pada Kamis."),
        ("id", "Kedua menteri luar negeri bertemu pada Selasa."),
        ("id", "Kedua delegasi bertemu di Jenewa pada Jumat."),
    ],
)
def test_who_speaks_for_both_sides_stands_for_them(language: str, text: str) -> None:
    claims = told(language, MADE[language] + text)
    assert fillers(only(claims, "meeting"), "participants") == SIDES[language]


def test_the_two_who_just_met_are_meant_first() -> None:
    claims = told("en", MADE["en"] + "Trump met Putin in Alaska on Friday. The two leaders will meet again in May.")
    again = [claim for claim in claims if claim.kind == "meeting" and claim.status == "planned"]
    assert [fillers(claim, "participants") for claim in again] == [["Trump", "Putin"]]


def test_the_two_of_one_state_stand_for_nobody_else() -> None:
    claims = told("en", MADE["en"] + "The two foreign ministers of Indonesia held talks on Monday.")
    assert fillers(only(claims, "meeting"), "participants") == ["two foreign ministers of Indonesia"]


# language, text, parties
ANNOUNCED = [
    ("en", "President Biden announced a ceasefire between Israel and Hezbollah on Monday.", ["Israel", "Hezbollah"]),
    ("en", "The ceasefire between Israel and Hamas was announced by Qatar and Egypt on Monday.", ["Israel", "Hamas"]),
    ("id", "Presiden Biden mengumumkan gencatan senjata antara India dan Pakistan pada Senin.", ["India", "Pakistan"]),
    ("id", "Gencatan senjata diumumkan Perdana Menteri Anwar Ibrahim pada Senin.", []),
    ("en", "The guerrillas announced a ceasefire on Monday.", ["guerrillas"]),
    ("id", "Gencatan senjata itu diumumkan kelompok pemberontak pada Senin.", ["kelompok pemberontak"]),
]


@pytest.mark.parametrize(("language", "text", "parties"), ANNOUNCED)
def test_who_announces_what_others_agreed_is_no_party(language: str, text: str, parties: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement"), "parties") == parties


def test_nor_is_who_announced_it_a_party_when_it_takes_effect() -> None:
    claims = told("en", "Israel and Hezbollah accepted a truce. The truce, announced by President Biden, has begun.")
    assert all("President Biden" not in fillers(c, "parties") for c in claims if c.kind == "agreement")


@pytest.mark.parametrize(
    ("language", "text", "deadline"),
    [
        ("en", "Under the truce, both armies must return to positions held before April.", None),
        ("id", "Kedua tentara sepakat menarik pasukan ke posisi sebelum April paling lambat akhir Mei.", "Mei"),
    ],
)
def test_when_the_positions_were_held_is_no_deadline(language: str, text: str, deadline: str | None) -> None:
    duty = only(told(language, MADE[language] + text), "obligation", action="withdraw")
    assert (deadline in duty.date.span.text if duty.date and deadline else duty.date is None) is True


def test_both_sides_are_those_told_of_before_and_not_behind() -> None:
    promise = "Kedua pihak berjanji mematuhi gencatan senjata. "
    text = MADE["id"] + promise + "Pakta itu menyusul perjanjian yang diteken Laos dan Vietnam."
    assert fillers(only(told("id", text), "statement", act="promise"), "speaker") == SIDES["id"]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        (
            "en",
            "The ELN proposed a truce on Saturday, but Colombia's government rejected the offer. "
            "On Monday the two sides agreed to a ceasefire.",
            ["ELN", "Colombia's government"],
        ),
        (
            "id",
            "ELN mengusulkan gencatan senjata pada Sabtu, tetapi pemerintah Kolombia menolaknya. "
            "Pada Senin kedua pihak menyepakati gencatan senjata.",
            ["ELN", "pemerintah Kolombia"],
        ),
        (
            "en",
            "The ELN proposed a truce on Saturday. Brazil and Norway welcomed the offer. "
            "On Monday the two sides agreed to a ceasefire.",
            ["two sides"],
        ),
    ],
)
def test_who_offers_a_truce_and_who_answers_are_the_two_sides(language: str, text: str, sides: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement", stage="agreed"), "parties") == sides


def test_both_sides_are_those_of_one_mention_that_names_two() -> None:
    claims = told(
        "id", "Pemerintah Yaman dan Houthi menandatangani gencatan senjata. Kedua pihak sepakat menarik pasukan."
    )
    parties = only(claims, "agreement", stage="agreed").slots["parties"]
    assert isinstance(parties, tuple)
    assert [filler.actor.id for filler in parties if filler.actor] == ["YEM/GOV", "houthis"]
