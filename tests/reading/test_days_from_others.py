"""Months, years and days told from another: "the following month", "a day earlier", "the year before last"."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import told

BEFORE = "Rebels killed 30 people in Bunia on 3 March 2021. "


def _day(claim: Claim) -> str:
    return f"{claim.date.start}..{claim.date.end}" if claim.date is not None else "-"


def _last(text: str, kind: str = "event") -> str:
    """The date of the last claim of that kind."""
    found = [c for c in told("en", text, "2022-05-14") if c.kind == kind]
    return _day(max(found, key=lambda c: c.evidence[0].start))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Army helicopters bombed the town of Kindu the following month.", "2021-04-01..2021-04-30"),
        ("A month later troops shelled the town of Kindu.", "2021-04-01..2021-04-30"),
        ("The previous month gunmen had attacked a convoy in Kindu.", "2021-02-01..2021-02-28"),
        ("Soldiers burned down the market of Kindu the week after.", "2021-03-08..2021-03-14"),
        ("Troops had attacked the town of Kindu the year before.", "2020-01-01..2020-12-31"),
        ("A day earlier gunmen had attacked a convoy in Kindu.", "2021-03-02..2021-03-02"),
        ("Two weeks earlier troops had shelled the town of Kindu.", "2021-02-17..2021-02-17"),
        ("Troops had shelled the town of Kindu the previous July.", "2020-07-01..2020-07-31"),
        ("Troops shelled the town of Kindu the following January.", "2022-01-01..2022-01-31"),
    ],
)
def test_a_time_told_from_the_act_before(text: str, day: str) -> None:
    assert _last(BEFORE + text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two armies fought near Agdam the year before last.", "2020-01-01..2020-12-31"),
        ("Rebels shelled the town of Kindu the week before last.", "2022-04-25..2022-05-01"),
        ("Rebels shelled the town of Kindu the previous July.", "2021-07-01..2021-07-31"),
        ("Rebels shelled the town of Kindu the following month.", "None..None"),
    ],
)
def test_a_time_told_with_no_act_before(text: str, day: str) -> None:
    assert _last(text) == day


def test_months_count_from_what_their_sentence_names() -> None:
    text = "On 3 March 2021 rebels killed ten people in Bunia. The truce of December 2018 collapsed five months later."
    assert _last(text, "agreement") == "2019-05-01..2019-05-31"


def test_talks_the_week_after_next_are_to_come() -> None:
    assert _last("The rebels and the army will hold talks the week after next.", "meeting") == "2022-05-23..2022-05-29"


@pytest.mark.parametrize(
    "text",
    [
        "The toll stood at 400 in May 2020, and 90 people died in June.",
        "The toll rose to 400 on Monday, while 90 people died the next day.",
    ],
)
def test_a_toll_is_not_of_the_day_on_which_others_died(text: str) -> None:
    tolls = [c for c in told("en", text, "2022-05-14") if c.kind == "casualty"]
    assert [_day(c) == "-" for c in sorted(tolls, key=lambda c: c.evidence[0].start)] == [True, False]


def test_a_time_that_is_only_compared_with_is_not_the_act_s() -> None:
    text = "Monitors recorded 230 explosions near Agdam, against more than 1,100 the week before."
    assert {_day(c) for c in told("en", BEFORE + text, "2022-05-14") if "explosions" in c.evidence[0].text} == {"-"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen killed 12 people on 3 March. The previous week they had shelled the town.", "2022-02-21..2022-02-27"),
        ("Gunmen killed 12 people on 3 March. A week earlier they had shelled the town.", "2022-02-24..2022-02-24"),
        ("Rebels burned the town in 1998. A decade later the army shelled the town.", "2008-01-01..2008-12-31"),
        ("Rebels burned the town in May 2020. The following September fighting resumed.", "2020-09-01..2020-09-30"),
    ],
)
def test_which_days_a_time_from_another_act_holds(text: str, day: str) -> None:
    assert _last(text) == day


def test_what_was_done_was_not_done_after_the_report() -> None:
    claims = told("en", "Police arrested 12 people on Monday and released them the week after.", "2022-05-14")
    assert {c.slots["act"]: _day(c) for c in claims if c.kind == "event"} == {
        "arrest": "2022-05-09..2022-05-09",
        "release": "None..None",
    }
