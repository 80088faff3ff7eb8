"""Who must do what, and on what it rests."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told

# language, text, action, basis, obligor, status
DUTIES = [
    ("en", "Under the agreement, the rebels will hand over their weapons.", "hand_over_weapons", "agreement", "rebels"),
    ("en", "The agreement requires the army to withdraw from the city.", "withdraw", "agreement", "army"),
    ("en", "The rebels agreed to lay down their arms.", "disarm", "agreement", "rebels"),
    ("en", "The president ordered the troops to withdraw from the city.", "withdraw", "order", "troops"),
    ("en", "The rebels promised to release the prisoners.", "release", "pledge", "rebels"),
    ("en", "The rebels pledged to hand over their weapons.", "hand_over_weapons", "pledge", "rebels"),
    ("id", "Perjanjian itu mewajibkan tentara menarik pasukannya dari kota itu.", "withdraw", "agreement", "tentara"),
    ("id", "Resolusi itu mewajibkan tentara menarik pasukannya dari kota itu.", "withdraw", "resolution", "tentara"),
    (
        "id",
        "Sesuai perjanjian itu, pemberontak akan membebaskan para sandera.",
        "release",
        "agreement",
        "pemberontak",
    ),
    ("id", "Pemberontak sepakat menyerahkan senjata.", "hand_over_weapons", "agreement", "Pemberontak"),
    ("id", "Presiden memerintahkan tentara menarik pasukannya dari kota itu.", "withdraw", "order", "tentara"),
    ("id", "Pemberontak berjanji membebaskan para tahanan.", "release", "pledge", "Pemberontak"),
]


@pytest.mark.parametrize(("language", "sentence", "action", "basis", "obligor"), DUTIES)
def test_a_duty(language: str, sentence: str, action: str, basis: str, obligor: str) -> None:
    claim = only(told(language, sentence), "obligation")
    assert (claim.slots["action"], claim.slots["basis"]) == (action, basis)
    assert fillers(claim, "obligor") == [obligor]
    assert claim.status == ("planned" if basis == "pledge" else "called_for")


def test_all_sides_of_an_agreement_are_bound() -> None:
    claim = only(told("id", "Pemerintah dan pemberontak sepakat membebaskan tahanan."), "obligation")
    assert fillers(claim, "obligor") == ["Pemerintah", "pemberontak"]


def test_an_order_and_a_pledge_are_from_who_gives_them() -> None:
    order = only(told("en", "The president ordered the troops to withdraw from the city."), "obligation")
    pledge = only(told("en", "The rebels promised to release the prisoners."), "obligation")
    assert (sources(order), sources(pledge)) == (["president"], ["rebels"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The government and the rebels signed a peace agreement on Monday. The rebels must release the hostages.",
        ),
        (
            "id",
            "Pemerintah dan pemberontak menandatangani perjanjian damai pada Senin. "
            "Pemberontak harus membebaskan para sandera.",
        ),
    ],
)
def test_a_modal_after_an_agreement_binds_under_it(language: str, text: str) -> None:
    claim = only(told(language, text), "obligation")
    assert (claim.slots["action"], claim.slots["basis"], claim.status) == ("release", "agreement", "called_for")


def test_a_modal_alone_is_no_obligation() -> None:
    assert all(claim.kind != "obligation" for claim in told("en", "The rebels must withdraw from the city."))
