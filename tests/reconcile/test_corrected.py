"""A later and lower toll takes an older one's place where its words say that the older one was not so."""

from __future__ import annotations

from typing import Any

import pytest

from gencatan.model import Judgement
from gencatan.model.books import SUPERSEDES
from gencatan.reconcile import judge
from tests.reconcile.made import AZE, KARABAKH, STEPANAKERT, actor, record

ARMY = actor("nagorno-karabakh-authorities/MIL", "AZE", "MIL")


def superseded(words: str, first: int = 40, then: int = 28, **more: object) -> bool:
    """Whether the later toll, told in these words, takes the earlier one's place."""
    told: dict[str, Any] = {
        "harm": "killed",
        "victims": [ARMY],
        "day": "2023-09-19",
        "place": STEPANAKERT,
        "by": KARABAKH,
    }
    old = record("casualty", published="2023-09-20", count=first, words=f"{first} soldiers were killed", **told)
    new = record("casualty", published="2023-09-22", count=then, words=words, **{**told, **more})
    rows: list[Judgement] = judge(old, new)
    return any(row.relation == SUPERSEDES and (row.one, row.other) == (new.id, old.id) for row in rows)


@pytest.mark.parametrize(
    "words",
    [
        "40 but 28 soldiers were killed",
        "28 soldiers, not 40 as first reported, were killed",
        "death toll from the shelling from 40 to 28",
        "The death toll was revised down to 28",
        "40 melainkan 28 tentara tewas",
        "jumlah korban tewas dalam serangan itu turun menjadi 28 orang",
        "28 tentara tewas, bukan 40",
        "The ministry lowered the death toll to at least 28",
        "killing not 40 soldiers but 28",
        "28 soldiers were killed, down from 40",
    ],
)
def test_a_correction_takes_the_older_numbers_place(words: str) -> None:
    assert superseded(words)


@pytest.mark.parametrize(
    "words",
    [
        "28 soldiers were killed",
        "28 soldiers were killed and 40 wounded",
        "12 but 28 soldiers were killed",
        "28 soldiers from 40 villages were killed",
        "28 tentara dari 40 desa tewas",
        "killed 40 people but 28 of them were rebels",
        "40 were hurt, but 28 died",
        "28 dead soldiers were lowered into graves",
        "flags were lowered for the 28 soldiers killed",
    ],
)
def test_a_lower_number_alone_takes_no_place(words: str) -> None:
    assert not superseded(words)


def test_what_one_side_corrects_the_other_has_not_said() -> None:
    assert not superseded("40 but 28 soldiers were killed", by=AZE)


@pytest.mark.parametrize(
    "words",
    [
        "Not 4,000 but 2,800 soldiers were killed",
        "The toll was revised down to 2,800",
        "Bukan 4.000 melainkan 2.800 tentara tewas",
    ],
)
def test_thousands_are_corrected_too(words: str) -> None:
    assert superseded(words, 4000, 2800)


def test_forty_is_no_four_thousand() -> None:
    assert not superseded("Not 40,000 but 2,800 soldiers were killed", 4000, 2800)
