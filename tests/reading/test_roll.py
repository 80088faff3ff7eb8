"""Office holders of several bodies, told of at once, are as many parties as bodies are named."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The presidents of Peru, Ecuador and Chile signed a ceasefire in Quito on Monday.",
            ["presidents of Peru", "Ecuador", "Chile"],
        ),
        ("en", "Envoys of Chad and the Sudan signed the agreement on Monday.", ["Envoys of Chad", "Sudan"]),
        (
            "id",
            "Para presiden Peru, Ekuador, dan Chile menandatangani gencatan senjata di Quito pada Senin.",
            ["presiden Peru", "Ekuador", "Chile"],
        ),
        (
            "id",
            "Perwakilan Chad serta Niger menandatangani gencatan senjata pada Senin.",
            ["Perwakilan Chad", "Niger"],
        ),
    ],
)
def test_each_body_whose_office_holders_are_named_is_a_party(language: str, text: str, expected: list[str]) -> None:
    claim = only(told(language, text), "agreement")
    assert fillers(claim, "parties") == expected
    states = [filler.actor.country for filler in claim.slots["parties"] if filler.actor]
    assert len(set(states)) == len(expected)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # another clause
        ("en", "The ceasefire was signed by the president of Chad, and Niger welcomed it.", "president of Chad"),
        ("id", "Presiden Peru menandatangani gencatan senjata pada Senin di Quito.", "Presiden Peru"),
    ],
)
def test_what_is_no_list_of_bodies_stays_whole(language: str, text: str, expected: str) -> None:
    claim = only(told(language, text), "agreement")
    assert fillers(claim, "parties")[:1] == [expected]


def test_who_holds_another_office_is_another_party() -> None:
    text = "The president of Peru and Ecuador's army chief signed a ceasefire on Monday."
    assert fillers(only(told("en", text), "agreement"), "parties") == ["president of Peru", "Ecuador's army chief"]


def test_those_who_sit_down_are_told_one_by_one() -> None:
    claim = only(told("en", "The foreign ministers of Peru, Ecuador and Chile met in Quito on Monday."), "meeting")
    assert fillers(claim, "participants") == ["foreign ministers of Peru", "Ecuador", "Chile"]


def test_who_is_hurt_is_no_list_of_parties() -> None:
    claim = only(told("en", "Officers of Chad and Niger were killed in a raid on Monday."), "casualty")
    assert fillers(claim, "victims") == ["Officers of Chad and Niger"]
