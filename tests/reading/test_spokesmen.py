"""Those who speak for several sides, told of at once, are as many parties as sides are told, by whatever words."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Envoys of the Sudanese government and the SPLA initialled an accord in Machakos on Monday.",
            ["Envoys of the Sudanese government", "SPLA"],
        ),
        (
            "en",
            "Leaders of Papua New Guinea and of the Bougainville rebels signed a truce on Monday.",
            ["Leaders of Papua New Guinea", "Bougainville rebels"],
        ),
        (
            "en",
            "Negotiators for the government and the Tamil Tigers agreed on a ceasefire on Monday.",
            ["Negotiators for the government", "Tamil Tigers"],
        ),
        (
            "id",
            "Juru runding utama pemberontak dan delegasi pemerintah menandatangani gencatan senjata pada Senin.",
            ["Juru runding utama pemberontak", "delegasi pemerintah"],
        ),
        (
            "id",
            "Utusan junta militer dan pemberontak utara menandatangani gencatan senjata pada Senin.",
            ["Utusan junta militer", "pemberontak utara"],
        ),
    ],
)
def test_each_side_that_is_spoken_for_is_a_party(language: str, text: str, expected: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement"), "parties") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # one office
        (
            "en",
            "The minister of justice and police signed a peace accord with the rebels on Monday.",
            ["minister of justice and police", "rebels"],
        ),
        # one leader
        (
            "en",
            "The leader of the rebels and the militia signed a truce with the government on Monday.",
            ["leader of the rebels and the militia", "government"],
        ),
        # one side
        (
            "en",
            "The leader of the rebels and his deputy signed a truce with the government on Monday.",
            ["leader of the rebels and his deputy", "government"],
        ),
        (
            "id",
            "Menteri pertahanan dan keamanan menandatangani gencatan senjata dengan pemberontak pada Senin.",
            ["Menteri pertahanan dan keamanan", "pemberontak"],
        ),
    ],
)
def test_who_speaks_for_one_side_is_one_party(language: str, text: str, expected: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement"), "parties") == expected


def test_a_state_with_and_in_its_name_is_one() -> None:
    text = "The foreign minister of Bosnia and Herzegovina signed a treaty with Croatia on Monday."
    states = [actor.country if actor else None for actor in actors(only(told("en", text), "agreement"), "parties")]
    assert states == ["BIH", "HRV"]
