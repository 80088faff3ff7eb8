"""Who attends a signing is no party to what is signed, and a signing that is stopped was none."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The president of Kenya attended the signing of the peace accord in Juba on Monday."),
        ("en", "Norway's prime minister witnessed the signing of the ceasefire in Juba on Monday."),
        ("id", "Presiden Kenya menghadiri penandatanganan perjanjian damai di Juba pada Senin."),
        ("id", "Perdana Menteri Norwegia menyaksikan penandatanganan gencatan senjata di Juba pada Senin."),
    ],
)
def test_a_guest_at_a_signing_is_no_party(language: str, text: str) -> None:
    claim = only(told(language, text), "agreement", stage="signed")
    assert claim.status == "asserted"
    assert fillers(claim, "parties") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Supreme Court stopped the signing of a pact with the guerrillas on Monday.", ["guerrillas"]),
        ("en", "Judges in Lima barred the signing of the pact with the guerrillas on Monday.", ["guerrillas"]),
        ("en", "The government suspended the signing of the peace deal.", ["government"]),
        ("id", "Hakim melarang penandatanganan perjanjian damai dengan pemberontak pada Senin.", ["pemberontak"]),
        ("id", "Mahkamah Agung menghentikan penandatanganan nota kesepahaman itu pada Senin.", []),
    ],
)
def test_a_signing_that_is_stopped_is_none(language: str, text: str, expected: list[str]) -> None:
    claim = only(told(language, text), "agreement", stage="signed")
    assert claim.status == "denied"
    assert fillers(claim, "parties") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The two armies completed the signing of the peace accord on Monday.",
            ["two armies"],
        ),
        (
            "id",
            "Pemerintah dan pemberontak melakukan penandatanganan perjanjian damai pada Senin.",
            ["Pemerintah", "pemberontak"],
        ),
    ],
)
def test_who_does_the_signing_is_party_to_it(language: str, text: str, expected: list[str]) -> None:
    claim = only(told(language, text), "agreement", stage="signed")
    assert claim.status == "asserted"
    assert fillers(claim, "parties") == expected
