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


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After the signing of the deal, the fighting stopped."),
        ("en", "Following the signing of the accord, the army halted its offensive."),
        ("en", "The signing of the peace accord stopped the killing in the valley."),
        ("en", "The army blocked roads before the signing of the deal in Juba."),
        ("en", "The police barred reporters from the signing of the accord."),
        ("en", "The raid did not stop the signing of the peace deal in Juba on Monday."),
        ("en", "Opponents failed to stop the signing of the peace deal in Juba on Monday."),
        ("en", "Rebels tried to derail the signing of the peace deal in Juba."),
        ("id", "Setelah penandatanganan gencatan senjata, tentara menghentikan serangan."),
        ("id", "Pemerintah melarang unjuk rasa setelah penandatanganan perjanjian damai."),
        ("id", "Serangan itu tidak menghentikan penandatanganan perjanjian damai di Juba pada Senin."),
        ("id", "Pemberontak gagal menggagalkan penandatanganan perjanjian damai di Juba pada Senin."),
    ],
)
def test_a_signing_that_was_not_what_was_stopped_took_place(language: str, text: str) -> None:
    claim = only(told(language, text), "agreement", stage="signed")
    assert claim.status == "asserted"
    assert fillers(claim, "parties") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Eritrea threatened to disrupt the signing of the peace deal."),
        ("id", "Eritrea mengancam akan menghalangi penandatanganan perjanjian damai itu."),
    ],
)
def test_a_signing_that_is_yet_to_be_stopped_is_planned(language: str, text: str) -> None:
    assert only(told(language, text), "agreement", stage="signed").status == "planned"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The president attended the signing of a peace deal with Armenia.", ["president", "Armenia"]),
        ("en", "The two sides attended the signing of the peace deal in Juba.", ["two sides"]),
        (
            "en",
            "The government and the rebels attended the signing of the peace deal in Juba.",
            ["government", "rebels"],
        ),
        ("en", "The president attended the signing of a deal between Chad and Sudan.", ["Chad", "Sudan"]),
        ("id", "Kedua pihak menghadiri penandatanganan perjanjian damai di Juba.", ["Kedua pihak"]),
        (
            "id",
            "Presiden Kenya menghadiri penandatanganan perjanjian damai antara pemerintah dan pemberontak.",
            ["pemerintah", "pemberontak"],
        ),
    ],
)
def test_who_attends_as_a_side_is_party_to_it(language: str, text: str, expected: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement", stage="signed"), "parties") == expected
