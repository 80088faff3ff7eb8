"""A paper that two sides sign is an agreement, whatever it is called: a code of conduct, an annex, a plan."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told, wording


@pytest.mark.parametrize(
    ("language", "text", "type_", "parties"),
    [
        (
            "en",
            "The Sudanese government and the SPLA agreed on a code of conduct on Monday.",
            "other",
            ["Sudanese government", "SPLA"],
        ),
        (
            "en",
            "The government and MILF negotiators signed the last annex of the peace agreement on Monday.",
            "peace",
            ["government", "MILF negotiators"],
        ),
        (
            "en",
            "The army and the rebels signed a weapons disposal plan on Monday.",
            "peace",
            ["army", "rebels"],
        ),
        (
            "id",
            "Pemerintah Sudan dan SPLA menandatangani pedoman perilaku di Nairobi pada Senin.",
            "other",
            ["Pemerintah Sudan", "SPLA"],
        ),
        (
            "id",
            "Pemerintah dan pemberontak meneken lampiran kesepakatan damai pada Senin.",
            "peace",
            ["Pemerintah", "pemberontak"],
        ),
        (
            "id",
            "Pemerintah Sudan dan SPLA menandatangani peta jalan di Nairobi pada Senin.",
            "other",
            ["Pemerintah Sudan", "SPLA"],
        ),
    ],
)
def test_what_two_sides_sign_is_an_agreement(language: str, text: str, type_: str, parties: list[str]) -> None:
    claim = only(told(language, text), "agreement", type=type_)
    assert fillers(claim, "parties") == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president signed a statement on road safety on Monday."),
        ("en", "The president signed a plan for new schools on Monday."),
        ("en", "The clubs agreed on a code of conduct on Monday."),
        ("id", "Presiden menandatangani pernyataan duka di Nairobi pada Senin."),
        ("id", "Penyerang itu menandatangani kode etik klubnya pada Senin."),
    ],
)
def test_what_one_person_or_a_club_signs_is_none(language: str, text: str) -> None:
    assert not [c for c in told(language, text) if c.kind == "agreement"]


def test_a_rebel_leader_signs_for_a_side() -> None:
    claim = only(told("en", "The rebel leader signed a code of conduct on Monday."), "agreement", stage="signed")
    assert fillers(claim, "parties") == ["rebel leader"]


def test_who_signs_beside_another_does_not_sign_alone() -> None:
    text = "The vice-president and the guerrilla leader signed a document that gives the south its own rule."
    claim = only(told("en", text), "agreement", stage="signed")
    assert "guerrilla leader" in fillers(claim, "parties")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The government and the rebels signed an annex to the Lincoln Agreement on Monday.", ""),
        ("id", "Pemerintah dan pemberontak meneken lampiran Perjanjian Lincoln pada Senin.", ""),
        ("en", "The government and the rebels signed the Lincoln Agreement on Monday.", "Lincoln Agreement"),
        ("id", "Pemerintah dan pemberontak meneken Perjanjian Lincoln pada Senin.", "Perjanjian Lincoln"),
    ],
)
def test_what_is_added_to_an_agreement_does_not_go_by_its_name(language: str, text: str, name: str) -> None:
    assert wording(only(told(language, text), "agreement", stage="signed"), "name") == name


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The parties signed a statement condemning the attack."),
        ("en", "Forty states signed a statement condemning the coup."),
        ("en", "The two sides agreed on a dress code."),
        ("en", "The government and the teachers signed an annex to the wage agreement."),
        ("en", "The government signed an annex to the loan agreement with the World Bank."),
        ("id", "Partai-partai menandatangani pernyataan yang mengutuk serangan itu."),
        ("id", "Kedua pihak menyepakati kode busana."),
        ("id", "Pemerintah dan guru menandatangani lampiran perjanjian upah."),
    ],
)
def test_a_paper_that_only_says_something_or_is_of_other_dealings_is_no_agreement(language: str, text: str) -> None:
    assert all(c.kind != "agreement" for c in told(language, text))


def test_a_document_of_two_sides_that_calls_for_something_is_an_agreement() -> None:
    claims = told("en", "The government and the rebels signed a document calling for elections within a year.")
    assert fillers(only(claims, "agreement", stage="signed"), "parties") == ["government", "rebels"]
