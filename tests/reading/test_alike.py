"""What both languages say alike is told alike: kind, status, enumerated slots and counts."""

from __future__ import annotations

import pytest

from gencatan import Claim, Count
from tests.reading.told import fillers, only, told

ALIKE = [
    # status
    (
        "Menteri itu diperkirakan akan mengunjungi Mesir.",
        "The minister is expected to visit Egypt.",
        ["meeting planned visit"],
    ),
    (
        "Pemerintah menghadapi pemogokan yang mungkin dilancarkan oleh pegawai negeri pekan depan.",
        "The government faces a strike that may be launched by civil servants next week.",
        ["event possible protest"],
    ),
    (
        "Tidak satu kasus pun diselidiki oleh militer.",
        "None of the cases was investigated by the military.",
        ["event denied investigation"],
    ),
    (
        "Kegagalan pemerintah untuk membebaskan seorang prajurit memicu kemarahan.",
        "The failure of the government to free a soldier caused anger.",
        ["event denied 1-1 release"],
    ),
    (
        "Operasi itu tidak membendung serangan Taliban di Afghanistan.",
        "The operation did not stem the Taliban attacks in Afghanistan.",
        ["event asserted attack"],
    ),
    # tolls
    (
        "Korban tewas berjumlah 31, seorang cedera.",
        "The death toll stands at 31, and one was injured.",
        ["casualty asserted 1-1 injured", "casualty asserted 31-31 killed"],
    ),
    (
        "Ledakan itu menewaskan sembilan orang dan 21 lagi cedera.",
        "Nine people were killed in the blast and 21 more were injured.",
        ["casualty asserted 21-21 injured", "casualty asserted 9-9 killed", "event asserted explosion"],
    ),
    (
        "Ledakan itu melukai sekitar selusin tentara.",
        "The blast wounded about a dozen soldiers.",
        ["casualty asserted 12-12 injured", "event asserted explosion"],
    ),
    (
        "Duapuluh lima tentara tewas di Irak.",
        "Twenty-five soldiers were killed in Iraq.",
        ["casualty asserted 25-25 killed"],
    ),
    (
        "Tak ada laporan mengenai korban yang luka parah di Irak.",
        "There were no reports of people seriously hurt in Iraq.",
        [],
    ),
    # entries
    (
        "Orang-orang bersenjata menangkap tiga pekerja asing di jalan raya.",
        "Gunmen seized three foreign workers on the highway.",
        ["casualty asserted 3-3 abducted", "event asserted abduction"],
    ),
    (
        "Kekerasan sektarian di lembah itu menewaskan sepuluh orang.",
        "Sectarian violence in the valley killed ten people.",
        ["casualty asserted 10-10 killed", "event asserted clash"],
    ),
    (
        "Perwira militer melancarkan kudeta pada bulan Mei.",
        "Army officers staged a coup in May.",
        ["event asserted other"],
    ),
    ("Tentara menembak ke udara.", "Soldiers fired into the air.", []),
]


def _told(claim: Claim) -> str:
    words = []
    for value in claim.slots.values():
        if isinstance(value, Count):
            words.append(f"{value.min}-{value.max}")
        elif isinstance(value, str):
            words.append(value)
    return " ".join([claim.kind, claim.status, *sorted(words)])


@pytest.mark.parametrize(("indonesian", "english", "expected"), ALIKE)
def test_both_languages_tell_it_alike(indonesian: str, english: str, expected: list[str]) -> None:
    assert sorted(map(_told, told("id", indonesian))) == expected
    assert sorted(map(_told, told("en", english))) == expected


def test_a_possessive_is_whose_act_it_is() -> None:
    text = "The rebels kept a truce with the army until May. Their attack on the port killed nine people."
    attack = only(told("en", text), "event", act="attack")
    assert fillers(attack, "actor") == ["rebels"]
    text = "The president arrived on Friday. His arrest was ordered by the court."
    assert fillers(only(told("en", text), "event", act="arrest"), "target") == ["president"]


def test_a_member_of_a_force_is_one() -> None:
    killed = only(told("en", "A member of the guard was shot dead in Gaza."), "casualty", harm="killed")
    assert killed.slots["count"] == Count(1, 1, "A", "exact")
    assert fillers(killed, "victims") == ["member of the guard"]


def test_those_told_by_their_number_above_are_so_many() -> None:
    seized = only(
        told("en", "The raid brings to 58 the number of foreigners who have been seized by rebels."), "casualty"
    )
    assert seized.slots["count"] == Count(58, 58, "58", "exact")


def test_whom_a_number_says_to_be_hurt_among_others_are_so_many() -> None:
    hurt = told("id", "Bus itu membawa 40 pelajar, dan 25 di antara mereka luka-luka dalam serangan itu.")
    assert [_told(claim) for claim in hurt if claim.kind == "casualty"] == ["casualty asserted 25-25 injured"]


def test_somebody_with_an_age_in_brackets_is_one() -> None:
    held = only(told("id", "Alishtar (53) ditangkap polisi pada Kamis."), "casualty")
    assert isinstance(held.slots["count"], Count)
    assert (held.slots["count"].min, held.slots["count"].max) == (1, 1)


def test_who_causes_casualties_is_none_of_them() -> None:
    text = "Seorang penyerang meledakkan diri di pangkalan itu namun tidak mengakibatkan korban."
    tolls = [claim for claim in told("id", text) if claim.kind == "casualty"]
    assert all("count" not in claim.slots and "victims" not in claim.slots for claim in tolls)


def test_what_must_have_happened_is_not_asked_for() -> None:
    killed = only(told("en", "Many soldiers must have been killed in the camp."), "casualty")
    assert killed.status == "possible"


def test_whether_somebody_would_is_asked_and_left_open() -> None:
    found = told("en", "The minister was asked whether Sudan would accept the deployment of foreign troops.")
    assert not [claim for claim in found if claim.slots.get("act") == "appeal"]
    assert only(found, "deployment").status == "possible"


def test_what_was_not_looked_into_took_place() -> None:
    found = told("en", "None of the killings in Gaza has been investigated by the army.")
    assert only(found, "event", act="investigation").status == "denied"
    assert only(found, "event", act="attack").status == "asserted"


def test_a_known_act_that_is_not_dealt_with_is_not_denied() -> None:
    found = told("en", "Rebels attacked the town of Kora. The attack was not investigated.")
    assert [claim.status for claim in found if claim.slots.get("act") == "attack"] == ["asserted"]


def test_who_gives_no_reasons_rejects_nothing() -> None:
    found = told("en", "The minister refused to give reasons for sacking the general.")
    assert not [claim for claim in found if claim.kind == "statement"]


def test_who_is_hurt_after_those_killed_was_not_killed() -> None:
    found = told("id", "Serangan itu menewaskan sembilan orang dan 21 lagi cedera di Irak.")
    assert sorted(map(_told, (claim for claim in found if claim.kind == "casualty"))) == [
        "casualty asserted 21-21 injured",
        "casualty asserted 9-9 killed",
    ]
