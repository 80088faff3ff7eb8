"""A clause that begins with a land ("In Colombia, rebels …") and tells the town further on was in the town."""

from __future__ import annotations

import pytest

from tests.reading.told import told


def _places(language: str, text: str, act: str) -> set[str | None]:
    """Where the acts or harms of a sort were."""
    found = (c for c in told(language, text) if act in (c.slots.get("act"), c.slots.get("harm")))
    return {c.place.span.text if c.place is not None else None for c in found}


@pytest.mark.parametrize(
    ("language", "text", "act", "place"),
    [
        ("en", "In Colombia, rebels killed two soldiers near Cucuta on June 30.", "killed", "Cucuta"),
        ("en", "In Iraq, a bomb killed nine people in Kirkuk on Monday.", "explosion", "Kirkuk"),
        ("en", "In Syria, the army shelled Homs on Monday.", "shelling", "Homs"),
        ("id", "Di Irak, bom menewaskan sembilan orang di Kirkuk pada Senin.", "killed", "Kirkuk"),
        ("id", "Di Israel, roket menewaskan seorang petani di Sderot.", "killed", "Sderot"),
    ],
)
def test_it_was_in_the_town(language: str, text: str, act: str, place: str) -> None:
    assert _places(language, text, act) == {place}


@pytest.mark.parametrize(
    ("language", "text", "act", "place"),
    [
        ("en", "In Libya, fighters who had come from Derna killed four guards.", "killed", "Libya"),
        ("en", "In Somalia, gunmen abducted two nurses who worked in Afgoye.", "abducted", "Somalia"),
        ("en", "In Mosul, rebels killed two soldiers from Iraq.", "killed", "Mosul"),
        ("id", "Di Suriah, tentara menewaskan sembilan orang dari Irak.", "killed", "Suriah"),
    ],
)
def test_another_clauses_town_is_not_it(language: str, text: str, act: str, place: str) -> None:
    assert _places(language, text, act) == {place}
