"""A clause behind "and" that begins with somebody of its own, and whom a demand is told but not made to."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, only
from tests.reading.told import told as read

PUBLISHED = "2021-08-16"


def told(language: str, text: str) -> list[Claim]:
    return read(language, text, PUBLISHED)


@pytest.mark.parametrize("who", ["Ashraf Ghani", "the president", "the French ambassador"])
def test_what_another_did_is_not_the_first_ones(who: str) -> None:
    claims = told("en", f"Rebels seized the town on Monday and {who} left the capital.")
    assert not [c for c in claims if c.slots.get("act") == "retreat"]


def test_who_is_told_of_once_did_both() -> None:
    claims = told("en", "Rebels attacked the town on Monday and left the base.")
    assert fillers(only(claims, "event", act="retreat"), "actor") == ["Rebels"]


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        ("en", "The minister told reporters that Russia must withdraw its troops.", "Russia"),
        ("id", "Menteri mengatakan kepada para wartawan bahwa Rusia harus menarik pasukannya.", "Rusia"),
        ("en", "The minister told Russia that its troops must leave.", "Russia"),
    ],
)
def test_a_demand_is_not_made_to_those_who_write_it_down(language: str, text: str, whom: str) -> None:
    assert fillers(only(told(language, text), "statement", act="demand"), "addressee") == [whom]


def test_groups_enter_towns() -> None:
    (entered,) = told("id", "Taliban memasuki Kabul pada Minggu.")
    assert (entered.slots["act"], entered.date and entered.date.start) == ("movement", "2021-08-15")


def test_an_ordered_halt_is_no_truce() -> None:
    assert not [c for c in told("en", "NATO ordered a halt to the bombing.") if c.kind == "agreement"]
