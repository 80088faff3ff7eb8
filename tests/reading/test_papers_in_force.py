"""When what sides signed or agreed on takes effect: a paper of whatever name, and a day to come."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "The statement, signed by Armenia, Iran and Russia, took effect at 1 a.m. on 10 November.", 3),
        ("en", "The statement, signed on Monday by Armenia and Iran, took effect on Tuesday.", 2),
        ("en", "The document, signed by Sudan and South Sudan in Juba, came into force on Friday.", 2),
        ("id", "Pernyataan itu, yang ditandatangani Armenia, Iran, dan Rusia, mulai berlaku pada Rabu.", 3),
        ("id", "Dokumen itu, yang diteken Sudan dan Sudan Selatan pada Senin, mulai berlaku pada Rabu.", 2),
    ],
)
def test_a_paper_that_was_signed_takes_effect(language: str, text: str, sides: int) -> None:
    claims = told(language, text)
    signed, begun = only(claims, "agreement", stage="signed"), only(claims, "agreement", stage="in_effect")
    assert len(fillers(signed, "parties")) == len(fillers(begun, "parties")) == sides
    assert signed.date != begun.date
    assert begun.date is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The new rules, announced by Armenia and Iran, took effect on Tuesday."),
        ("id", "Tarif baru itu, yang diumumkan Sudan, mulai berlaku pada Rabu."),
    ],
)
def test_what_nobody_signed_is_no_agreement(language: str, text: str) -> None:
    assert not [c for c in told(language, text) if c.kind == "agreement"]


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("Berdasarkan perjanjian itu, gencatan senjata mulai berlaku pada 30 April.", "planned", "2024-04-30"),
        ("Menurut kesepakatan itu, gencatan senjata berlaku mulai 1 April.", "planned", "2024-04-01"),
        ("Di bawah kesepakatan itu, gencatan senjata mulai berlaku besok.", "planned", "2024-03-15"),
        ("Berdasarkan perjanjian itu, gencatan senjata mulai berlaku pada 10 Maret.", "asserted", "2024-03-10"),
        ("Berdasarkan perjanjian itu, gencatan senjata telah berlaku sejak 2 Maret.", "asserted", "2024-03-02"),
        ("Gencatan senjata mulai berlaku pada 30 Desember.", "asserted", "2023-12-30"),
        ("Menurut saksi, gencatan senjata mulai berlaku pada Rabu.", "asserted", "2024-03-13"),
    ],
)
def test_a_deal_says_on_what_day_to_come_the_truce_begins(text: str, status: str, day: str) -> None:
    claim = only(told("id", text), "agreement")
    assert claim.date is not None
    assert (claim.slots["stage"], claim.status, claim.date.start) == ("in_effect", status, day)
