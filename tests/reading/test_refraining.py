"""Who must refrain from acts of violence, by whatever name, must stop fighting."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("text", "obligor"),
    [
        ("Under the truce, the two armies agreed to refrain from acts of violence.", "two armies"),
        ("Under the accord, the rebels must stop all acts of violence.", "rebels"),
        ("The army undertook to cease all hostile acts in the delta.", "army"),
        ("The agreement obliges the two armies to desist from acts of aggression.", "two armies"),
    ],
)
def test_refraining_from_acts_of_violence_is_ceasing_hostilities(text: str, obligor: str) -> None:
    claim = only(told("en", text), "obligation", action="cease_hostilities")
    assert fillers(claim, "obligor") == [obligor]


@pytest.mark.parametrize(
    "text",
    [
        "The militia agreed to refrain from hostile propaganda.",
        "Under the accord, the clubs must refrain from acts of vandalism.",
        "Under the accord, the army must punish acts of violence.",
    ],
)
def test_refraining_from_other_things_is_not(text: str) -> None:
    assert "cease_hostilities" not in [c.slots.get("action") for c in told("en", text)]
