"""What became of a deal, told in one sentence with how it was made: with whom, by whom and on which day each was."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

PUBLISHED = "2022-04-03"  # a Sunday
ANOTHER = "Ethiopia's government and the TPLF signed a truce on Saturday. "


@pytest.mark.parametrize(
    ("language", "text", "made", "who"),
    [
        ("en", "An accord signed in September was rejected by voters.", "signed", ["voters"]),
        ("en", "The deal, signed on Monday, was rejected by the hardliners.", "signed", ["hardliners"]),
        ("en", "A truce agreed in May was turned down by the rebels.", "agreed", ["rebels"]),
        ("id", "Perjanjian yang diteken pada Senin ditolak oleh pemberontak.", "signed", ["pemberontak"]),
    ],
)
def test_who_rejects_a_deal_did_not_make_it(language: str, text: str, made: str, who: list[str]) -> None:
    found = told(language, text, PUBLISHED)
    assert fillers(only(found, "agreement", stage=made), "parties") == []
    assert fillers(only(found, "agreement", stage="rejected"), "parties") == who


def test_who_signs_what_was_agreed_on_made_it() -> None:
    text = "The truce was agreed on Saturday by India and Pakistan and signed by both."
    assert fillers(only(told("en", text, PUBLISHED), "agreement", stage="agreed"), "parties") == ["India", "Pakistan"]


@pytest.mark.parametrize(
    ("language", "text", "stage"),
    [
        ("en", ANOTHER + "A deal reached on January 12 with the OLA has collapsed.", "collapsed"),
        ("en", ANOTHER + "A ceasefire reached with the OLA expired in March.", "expired"),
        (
            "id",
            "Pemerintah Ethiopia dan TPLF meneken gencatan senjata pada Sabtu. "
            "Kesepakatan yang dicapai dengan OLA pada Januari runtuh.",
            "collapsed",
        ),
    ],
)
def test_the_deal_that_ended_is_the_one_made_with_them(language: str, text: str, stage: str) -> None:
    assert fillers(only(told(language, text, PUBLISHED), "agreement", stage=stage), "parties") == ["OLA"]


def test_a_deal_told_again_without_its_sides_is_theirs() -> None:
    found = told("en", ANOTHER + "The deal reached in Pretoria took effect on Sunday.", PUBLISHED)
    sides = ["Ethiopia's government", "TPLF"]
    assert fillers(only(found, "agreement", stage="in_effect"), "parties") == sides


@pytest.mark.parametrize(
    ("text", "made", "day"),
    [
        ("A ceasefire signed by India and Pakistan in May was broken by the army on Monday.", "signed", "2021-05-01"),
        ("A truce reached with the militia expired on Friday.", "agreed", None),
        ("A peace deal reached in May was signed in Nairobi on Friday.", "agreed", "2021-05-01"),
        ("The truce signed on Saturday took effect on Sunday.", "signed", "2022-04-02"),
    ],
)
def test_the_day_of_what_became_of_it_is_not_that_of_its_making(text: str, made: str, day: str | None) -> None:
    date = only(told("en", text, PUBLISHED), "agreement", stage=made).date
    assert (date.start if date else None) == day


def test_who_consents_to_a_truce_or_extends_it_is_party_to_what_is_told_of_it() -> None:
    text = "Two island militias have consented to a truce, effective from midday on Thursday."
    assert fillers(only(told("en", text), "agreement", stage="in_effect"), "parties") == ["Two island militias"]
