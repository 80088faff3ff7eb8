"""What each thing names that a deal calls for in a list: its own words, not the rest of the list."""

from __future__ import annotations

import pytest

from tests.reading.told import told, wording


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        (
            "The accord calls for an exchange of prisoners, the withdrawal of heavy weapons and a corridor for aid.",
            {"prisoners", "the withdrawal of heavy weapons", "a corridor for aid"},
        ),
        (
            "The accord provides for the withdrawal of artillery from the front and the exchange of all prisoners.",
            {"the withdrawal of artillery from the front", "all prisoners"},
        ),
        ("The accord calls for the withdrawal of tanks and heavy guns.", {"the withdrawal of tanks and heavy guns"}),
    ],
)
def test_each_term_has_its_own_words(text: str, objects: set[str]) -> None:
    assert {wording(c, "object") for c in told("en", text) if c.kind == "obligation"} == objects
