"""Followers and opponents of somebody are neither that person nor of that office."""

from __future__ import annotations

import pytest

from gencatan.model import Filler
from tests.reading.told import told


def doers(language: str, text: str) -> list[str | None]:
    held = [
        value for claim in told(language, text, "2013-12-10") if isinstance(value := claim.slots.get("actor"), tuple)
    ]
    return [f.actor.id if f.actor else None for some in held for f in some if isinstance(f, Filler)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Milisi pendukung presiden terguling Francois Bozize menyerang ibu kota."),
        ("id", "Pendukung Presiden Mohamed Morsi membakar kantor itu."),
        ("id", "Pasukan loyalis mantan presiden Ali Abdullah Saleh menembaki pengunjuk rasa."),
        ("en", "Supporters of President Mohamed Morsi clashed with police."),
        ("en", "Morsi's supporters attacked a police post."),
        ("en", "The Ivorian army fled. Government supporters stormed the parliament."),
    ],
)
def test_followers_are_nobody_known(language: str, text: str) -> None:
    found = doers(language, text)
    assert None in found
    assert not {"EGY/GOV", "CAF/GOV", "CIV/GOV", "ali-abdullah-saleh"} & {*found}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("id", "Pendukung Hamas membakar kantor itu.", "hamas"),
        ("en", "President Mohamed Morsi attacked a police post.", "EGY/GOV"),
        ("en", "Forces loyal to President Ali Abdullah Saleh shelled the city.", "YEM/MIL"),
    ],
)
def test_whose_they_are_still_tells(language: str, text: str, who: str) -> None:
    assert who in doers(language, text)
