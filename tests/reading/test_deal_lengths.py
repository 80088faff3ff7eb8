"""How long a truce shall last."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import only, told


@pytest.mark.parametrize(
    ("language", "text", "stage", "length"),
    [
        ("en", "The army and the rebels agreed on a three-day truce.", "agreed", "three-day"),
        ("en", "The army and the rebels agreed to a truce for three days.", "agreed", "three days"),
        ("en", "Sudan's warring sides agreed to a 72-hour ceasefire on Monday.", "agreed", "72-hour"),
        ("en", "A week-long humanitarian pause took effect on Monday.", "in_effect", "week-long"),
        ("en", "The truce, which will last six weeks, began on Sunday.", "in_effect", "six weeks"),
        ("en", "The truce is to last 60 days.", "in_effect", "60 days"),
        ("en", "The truce will be in force for an initial period of two months.", "in_effect", "two months"),
        ("en", "The army and the rebels agreed to stop fighting for a week.", "agreed", "a week"),
        ("en", "The two sides extended the truce by two months on Monday.", "extended", "two months"),
        ("id", "Tentara dan pemberontak menyepakati gencatan senjata tiga hari.", "agreed", "tiga hari"),
        ("id", "Tentara dan pemberontak menyepakati gencatan senjata selama tiga hari.", "agreed", "tiga hari"),
        ("id", "Gencatan senjata 72 jam mulai berlaku Senin.", "in_effect", "72 jam"),
        ("id", "Gencatan senjata yang berlaku selama 60 hari itu dimulai Minggu.", "in_effect", "60 hari"),
        ("id", "Gencatan senjata itu diperpanjang dua bulan.", "extended", "dua bulan"),
        ("id", "Kedua pihak sepakat menghentikan pertempuran selama sepekan.", "agreed", "sepekan"),
    ],
)
def test_the_length_a_truce_is_given(language: str, text: str, stage: str, length: str) -> None:
    found = only(told(language, text), "agreement", stage=stage).slots["duration"]
    assert isinstance(found, Span)
    assert (found.text, text[found.start : found.end]) == (length, length)


@pytest.mark.parametrize(
    ("language", "text", "stage"),
    [
        ("en", "The truce held for two days.", "in_effect"),
        ("id", "Gencatan senjata bertahan selama dua hari.", "in_effect"),
        ("en", "The truce collapsed after two days.", "collapsed"),
        ("en", "They fought for ten days before agreeing a truce.", "agreed"),
        ("en", "The army and the rebels agreed on a truce after talks for two days in Geneva.", "agreed"),
    ],
)
def test_how_long_something_took_is_no_length_a_truce_was_given(language: str, text: str, stage: str) -> None:
    assert "duration" not in only(told(language, text), "agreement", stage=stage).slots


def test_a_truce_that_is_to_last_so_long_is_not_dated_back() -> None:
    assert only(told("en", "The truce is to last 60 days."), "agreement").date is None
