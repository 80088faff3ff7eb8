"""Who agree to something, or must do it, under a deal that was made somewhere then, are those who made it."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "Under an accord signed in Oslo in December 2002, the Tamil Tigers and the Colombo government agreed to "
            "explore a federal solution.",
            ["Tamil Tigers", "Colombo government"],
        ),
        (
            "id",
            "Dalam kesepakatan yang ditandatangani di Oslo pada Desember 2002, Macan Tamil dan pemerintah Kolombo "
            "sepakat menjajaki solusi federal.",
            ["Macan Tamil", "pemerintah Kolombo"],
        ),
        (
            "id",
            "Berdasarkan perjanjian yang ditandatangani di Jenewa pada Mei, tentara dan pemberontak harus membebaskan "
            "semua tahanan.",
            ["tentara", "pemberontak"],
        ),
    ],
)
def test_who_is_bound_by_a_deal_made_then_made_it(language: str, text: str, parties: list[str]) -> None:
    claim = only(told(language, text), "agreement", stage="signed")
    assert fillers(claim, "parties") == parties
    assert claim.date is not None


@pytest.mark.parametrize(
    "text",
    [
        # one side's duty, that of those who watch, and what came after it
        "Under a deal signed in Doha in May, the army must free all prisoners.",
        "Under a deal signed in Doha in May, Qatar and Egypt must monitor the truce between the army and the rebels.",
        "After a deal signed in Doha in May, the army and the rebels agreed to hold a new round of talks.",
    ],
)
def test_one_who_is_bound_or_agrees_later_did_not(text: str) -> None:
    assert fillers(only(told("en", text), "agreement", stage="signed"), "parties") == []
