"""A paper that two sides sign is an agreement, whatever it is called: a code of conduct, an annex, a plan."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


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
