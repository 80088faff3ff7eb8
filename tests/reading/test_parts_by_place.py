"""A toll whose parts only places tell apart: each part is where it was, and the total is nowhere of them."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import told


def _by_place(language: str, text: str) -> dict[int | None, str | None]:
    """Where each number harmed was."""
    found: dict[int | None, str | None] = {}
    for claim in told(language, text):
        count = claim.slots.get("count")
        if claim.kind == "casualty" and isinstance(count, Count):
            found[count.min] = claim.place.span.text if claim.place is not None else None
    return found


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "At least 31 people died on Monday, 20 in Mali and 11 in Niger.", {31: None, 20: "Mali", 11: "Niger"}),
        (
            "en",
            "Fifteen guards were killed, nine in Gao, four in Kidal and two in Mopti.",
            {15: None, 9: "Gao", 4: "Kidal", 2: "Mopti"},
        ),
        (
            "en",
            "At least 31 people died on Monday, 20 of them in Mali and 11 in Niger.",
            {31: None, 20: "Mali", 11: "Niger"},
        ),
        ("id", "Sebanyak 31 warga tewas pada Senin, 20 di Goma dan 11 di Sake.", {31: None, 20: "Goma", 11: "Sake"}),
    ],
)
def test_each_part_is_where_it_was(language: str, text: str, places: dict[int | None, str | None]) -> None:
    assert _by_place(language, text) == places


@pytest.mark.parametrize(
    ("language", "text", "places"),
    [
        ("en", "Two soldiers and three civilians died in Goma on Monday.", {2: "Goma", 3: "Goma"}),
        ("en", "Nine people, four of them children, died in Goma.", {9: "Goma", 4: "Goma"}),
        ("id", "Dua tentara dan tiga warga tewas di Goma pada Senin.", {2: "Goma", 3: "Goma"}),
    ],
)
def test_those_told_with_one_place_are_all_there(
    language: str, text: str, places: dict[int | None, str | None]
) -> None:
    assert _by_place(language, text) == places
