"""Who takes land and who must do what, where the sentence says it only beside or leaves it out."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Claim
from tests.reading.told import told

WAR = {"en": "The truce with the rebels broke down. ", "id": "Gencatan senjata dengan pemberontak gagal. "}


def claims(language: str, text: str, kind: str) -> list[Claim]:
    return [claim for claim in told(language, text) if claim.kind == kind]


def names(claim: Claim, slot: str) -> list[str]:
    held: Any = claim.slots.get(slot, ())
    return [filler.span.text for filler in held]


@pytest.mark.parametrize(
    ("language", "text", "land"),
    [
        ("en", "In April the PLF took Kora and Rutwe.", "Kora and Rutwe"),
        ("en", "The PLF, with foreign support, seized Kora and ended the siege.", "Kora"),
        ("id", "FPR mengumumkan telah merebut kota Kora pada Selasa.", "kota Kora"),
        ("id", "Kora jatuh ke tangan pemberontak pada Selasa.", "Kora"),
    ],
)
def test_land_by_its_name_is_taken_in_a_war(language: str, text: str, land: str) -> None:
    found = claims(language, WAR[language] + text, "territory")
    assert [claim.slots["territory"].text for claim in found] == [land]  # type: ignore[union-attr]
    assert not [c for c in claims(language, WAR[language] + text, "casualty") if c.slots["harm"] == "detained"]


@pytest.mark.parametrize(
    ("language", "text", "owed"),
    [
        (
            "en",
            "The agreement was signed on Monday. The deal gives Hamas until Friday to hand over its weapons, and "
            "Israel a week to pull back.",
            {("hand_over_weapons", "Hamas"), ("withdraw", "Israel")},
        ),
        (
            "id",
            "Kesepakatan itu ditandatangani Jumat. Berdasarkan kesepakatan tersebut, kedua pihak harus menarik pasukan "
            "mereka dari garis depan dan kembali ke barak.",
            {("withdraw", "kedua pihak")},
        ),
        ("en", "Egypt has threatened to send troops if the line is crossed.", set()),
    ],
)
def test_what_each_side_owes(language: str, text: str, owed: set[tuple[str, str]]) -> None:
    found = claims(language, text, "obligation")
    assert {(str(claim.slots["action"]), name) for claim in found for name in names(claim, "obligor")} == owed


def test_forces_are_of_whom_they_stand_by() -> None:
    text = "Forces loyal to Hamas seized the town on Monday. The army of Israel shelled it."
    (taken,) = claims("en", WAR["en"] + text, "territory")
    (force,) = taken.slots["by"]  # type: ignore[misc]
    assert force.actor is not None
    assert force.actor.id == "hamas"
