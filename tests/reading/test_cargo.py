"""A vehicle with goods of aid that goes somewhere delivers them."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

LADEN = [
    ("A first convoy of food and fuel reached the besieged town on Friday.", ["food", "fuel"]),
    ("Trucks loaded with rice and flour rolled into the besieged town on Monday.", ["rice", "flour"]),
]


@pytest.mark.parametrize(("text", "goods"), LADEN)
def test_what_a_convoy_brings_is_delivered(text: str, goods: list[str]) -> None:
    claim = only(told("en", text), "event", act="delivery")
    assert fillers(claim, "target") == goods
    assert claim.plover is not None
    assert claim.plover.type == "AID"


def test_a_convoy_of_soldiers_moves() -> None:
    claims = told("en", "A convoy of soldiers reached the besieged town on Friday.")
    assert not [c for c in claims if c.slots.get("act") == "delivery"]


def test_who_answers_with_a_raid_carried_it_out() -> None:
    claims = told("en", "The junta answered with an air raid that flattened a monastery.")
    assert fillers(only(claims, "event", act="air_strike"), "actor") == ["junta"]


def test_the_subject_before_a_verb_taken_for_a_noun() -> None:
    claims = told("en", "The navy sank two suspected rebel boats off the coast on Sunday.")
    assert fillers(only(claims, "event", act="attack"), "actor") == ["navy"]


def test_what_a_convoy_brings_in_indonesian() -> None:
    text = "Konvoi truk bermuatan beras dan obat-obatan tiba di kota yang terkepung itu pada hari Jumat."
    claim = only(told("id", text), "event", act="delivery")
    assert sorted(fillers(claim, "target")) == ["beras", "obat-obatan"]
    assert not [c for c in told("id", "Konvoi truk tentara tiba di kota itu.") if c.slots.get("act") == "delivery"]
