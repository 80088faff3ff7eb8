"""In reports of war (en): bands and named groups that attack and tear down, markets that are attacked, towns lost."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import fillers, told

AMID = "Soldiers and rebels fought near the river. "


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Another rebel band attacked Gwoza, a town in Borno, within hours.", "Gwoza"),
        ("Another group of gunmen attacked the market in Baga.", "market"),
        ("Militants stormed a market near Bosaso on Tuesday.", "market"),
        ("Jund al-Islam tore down a shrine near Tikrit.", "shrine"),
    ],
)
def test_it_is_attacked(text: str, target: str) -> None:
    attacks = [c for c in told("en", AMID + text) if c.slots.get("act") == "attack"]
    assert target in [words for c in attacks for words in fillers(c, "target")]


@pytest.mark.parametrize(
    "text",
    [
        "The band attacked the song with relish.",
        "New brands attacked the market with cheap phones.",
        "The council tore down two houses by the road.",
    ],
)
def test_nobody_is_attacked(text: str) -> None:
    assert [c for c in told("en", AMID + text) if c.slots.get("act") == "attack"] == []


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("The end came quickly after the loss of Aleppo in December.", "Aleppo"),
        ("The loss of the town on Monday was a blow to the rebels.", "town"),
    ],
)
def test_a_town_is_lost(text: str, land: str) -> None:
    lands = [c.slots["territory"] for c in told("en", AMID + text) if c.slots.get("relation") == "captures"]
    assert [one.text for one in lands if isinstance(one, Span)] == [land]


@pytest.mark.parametrize(
    "text",
    [
        "The loss of 40 soldiers stunned the army.",
        "The loss of homes was great.",
        "The army feared the loss of the town.",
    ],
)
def test_no_town_is_lost(text: str) -> None:
    assert [c for c in told("en", AMID + text) if c.slots.get("relation") == "captures"] == []
