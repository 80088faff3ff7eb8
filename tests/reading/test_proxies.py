"""For whom somebody signs is the party, and who signs is none."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The accord was signed on Monday by Moi Avei on behalf of the government of Papua New Guinea and by "
            "Joseph Kabui on behalf of the Bougainville leaders.",
            ["government of Papua New Guinea", "Bougainville leaders"],
        ),
        ("en", "John Mara signed the ceasefire on Monday on behalf of the rebels.", ["rebels"]),
        ("en", "John Mara signed the ceasefire in Nairobi on behalf of the rebels.", ["rebels"]),
        (
            "en",
            "A general and a rebel commander signed a ceasefire on behalf of the army and the Tamil Tigers on Monday.",
            ["army", "Tamil Tigers"],
        ),
        (
            "en",
            "The accord was signed on Monday by Peter Lado for the government and Paul Deng for the rebels.",
            ["government", "rebels"],
        ),
        (
            "id",
            "Perjanjian damai itu ditandatangani pada Senin oleh Moi Avei atas nama pemerintah Papua Nugini dan Joseph "
            "Kabui atas nama para pemimpin Bougainville.",
            ["pemerintah Papua Nugini", "pemimpin Bougainville"],
        ),
        (
            "id",
            "Peter Lado menandatangani gencatan senjata atas nama pemerintah dan Paul Deng atas nama pemberontak.",
            ["pemerintah", "pemberontak"],
        ),
        (
            "en",
            "General Lado signed the ceasefire for the army and Paul Deng for the rebels.",
            ["army", "rebels"],
        ),
        (
            "id",
            "Kesepakatan itu diteken oleh Peter Lado mewakili pemerintah dan Paul Deng mewakili pemberontak.",
            ["pemerintah", "pemberontak"],
        ),
    ],
)
def test_for_whom_somebody_signs_is_the_party(language: str, text: str, expected: list[str]) -> None:
    claim = only(told(language, text), "agreement")
    assert fillers(claim, "parties") == expected
    assert "duration" not in claim.slots


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The army and the rebels signed a truce for three months on Monday.", ["army", "rebels"]),
        (
            "en",
            "The envoy spoke on behalf of the refugees after the army and the rebels signed a truce on Monday.",
            ["army", "rebels"],
        ),
        ("id", "Tentara dan pemberontak menandatangani gencatan senjata untuk tiga bulan.", ["Tentara", "pemberontak"]),
    ],
)
def test_other_words_for_whom_make_no_party(language: str, text: str, expected: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement"), "parties") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Egypt and Israel signed the treaty brokered by Lado for the United States.", ["Egypt", "Israel"]),
        ("en", "Sudan and the rebels signed a protocol drafted by Kenya on behalf of IGAD.", ["Sudan", "rebels"]),
        (
            "en",
            "Ethiopia and Eritrea signed a peace accord in the presence of Lado, representing the United States.",
            ["Ethiopia", "Eritrea"],
        ),
        (
            "en",
            "The government agreed a truce with the rebels after Lado for the UN mediated.",
            ["government", "rebels"],
        ),
        (
            "id",
            "Sudan dan pemberontak menandatangani perjanjian damai yang disusun Kenya atas nama IGAD.",
            ["Sudan", "pemberontak"],
        ),
        (
            "id",
            "Mesir dan Israel menandatangani perjanjian damai yang ditengahi Lado mewakili Amerika Serikat.",
            ["Mesir", "Israel"],
        ),
    ],
)
def test_for_whom_somebody_else_is_there_is_no_party(language: str, text: str, expected: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement"), "parties") == expected
