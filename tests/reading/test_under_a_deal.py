"""What is done under a deal is not where and when the deal was signed."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The exchange of prisoners took place under the deal signed in Stockholm in 2018."),
        ("en", "The army freed 12 prisoners under a deal signed in Oslo on 3 May 2021."),
        ("id", "Tentara membebaskan 12 tahanan berdasarkan perjanjian yang ditandatangani di Oslo pada 3 Mei 2021."),
    ],
)
def test_what_is_done_under_a_deal_has_not_its_day_and_town(language: str, text: str) -> None:
    claims = told(language, text)
    freed = only(claims, "event", act="release")
    assert (freed.date, freed.place) == (None, None)
    signed = only(claims, "agreement", stage="signed")
    assert signed.date is not None
    assert signed.place is not None


def test_its_own_day_and_town_it_keeps() -> None:
    text = "The army freed 12 prisoners in Goma on 4 March 2024 under a deal signed in Oslo in 2021."
    freed = only(told("en", text), "event", act="release")
    assert freed.date is not None
    assert freed.date.start == "2024-03-04"
    assert freed.place is not None
    assert freed.place.span.text == "Goma"
    attack = only(told("en", "Gunmen attacked a convoy carrying aid in Goma on 4 March 2024."), "event", act="attack")
    assert attack.place is not None
    assert attack.date is not None


def test_who_is_exchanged_is_told() -> None:
    exchange = only(told("en", "An exchange of prisoners took place on Monday in Taiz."), "event", act="release")
    assert fillers(exchange, "target") == ["prisoners"]
