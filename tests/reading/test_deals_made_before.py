"""When a deal was made, told between commas beside it: not the day of what is done with it now."""

from __future__ import annotations

import pytest

from tests.reading.told import only, told


@pytest.mark.parametrize(
    ("text", "stage", "day", "made"),
    [
        ("Sudan and the SPLA extended the truce, agreed in May 2022, by two months.", "extended", None, "agreed"),
        ("Israel and Hamas extended the truce, signed last May, until 1 April.", "extended", "2024-04-01", "signed"),
        ("The two armies renewed the truce, reached in May 2022, on Monday.", "extended", "2024-03-11", "agreed"),
        ("The rebels broke the ceasefire, signed in May 2022, on Monday.", "violated", "2024-03-11", "signed"),
        ("The militia suspended the accord, first signed in 2021, on Friday.", "suspended", "2024-03-08", "signed"),
    ],
)
def test_a_deal_made_before_is_prolonged_or_broken(text: str, stage: str, day: str | None, made: str) -> None:
    claims = told("en", text)
    now, then = only(claims, "agreement", stage=stage), only(claims, "agreement", stage=made)
    assert (now.date.end if now.date else None) == day
    assert then.date is not None
    assert (then.date.start or "") < "2024"


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        ("The army extended the truce, agreed to talks on Monday and freed ten men.", {"extended"}),
        ("The army extended the truce in May 2022.", {"extended"}),
        ("The generals extended the truce, signed the new accord on Friday and left.", {"extended", "signed"}),
    ],
)
def test_what_is_done_next_is_told_of_the_same_doers(text: str, stages: set[str]) -> None:
    claims = [c for c in told("en", text) if c.kind == "agreement"]
    assert {c.slots["stage"] for c in claims} == stages
    assert all("parties" in c.slots for c in claims)
