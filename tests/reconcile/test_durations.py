"""For how long an agreement shall last, over several reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import gencatan
from gencatan import Books, Document
from gencatan.export.ics import summary
from gencatan.i18n import strings
from gencatan.reconcile.comparing.lengths import Length, length
from gencatan.views.agreements import Agreement

BOTH = "The Sudanese army and the Rapid Support Forces"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("72-hour", Length(72, "hour")),
        ("three-day", Length(3, "day")),
        ("at least two weeks", Length(2, "week")),
        ("a month", Length(1, "month")),
        ("week-long", Length(1, "week")),
        ("60 hari", Length(60, "day")),
        ("sepekan", Length(1, "week")),
        ("dua belas jam", Length(12, "hour")),
        ("99999999 days", None),
        ("0 days", None),
        ("some time", None),
    ],
)
def test_words_for_a_length(text: str, wanted: Length | None) -> None:
    assert length(text) == wanted


@pytest.mark.parametrize(
    ("given", "end"),
    [
        (Length(72, "hour"), date(2024, 2, 3)),
        (Length(5, "hour"), date(2024, 2, 1)),
        (Length(2, "week"), date(2024, 2, 14)),
        (Length(1, "month"), date(2024, 2, 29)),
        (Length(13, "month"), date(2025, 2, 28)),
        (Length(2, "year"), date(2026, 1, 31)),
    ],
)
def test_when_it_is_over(given: Length, end: date) -> None:
    assert given.after(date(2024, 1, 31)) == end


def truce(folder: Path, *reports: tuple[str, str]) -> Agreement:
    """The one agreement of reports, each a day and a text."""
    with Books.open(folder / f"{len(list(folder.iterdir()))}.db") as books:
        for number, (day, text) in enumerate(reports):
            outlet = f"Outlet {number} (fictional)"
            books.add(Document.create(text, published=day, language="en", outlet=outlet))
        (found,) = gencatan.agreements(books).agreements
    return found


def test_a_truce_of_72_hours_is_over_three_days_after_it_began_and_may_be_prolonged(tmp_path: Path) -> None:
    made = ("2023-04-25", f"{BOTH} agreed on Monday to a 72-hour ceasefire. The truce took effect on Tuesday.")
    longer = ("2023-04-28", f"{BOTH} extended the ceasefire by 72 hours on Thursday.")
    again = ("2023-04-29", f"{BOTH} extended the ceasefire by 72 hours.")
    other = ("2023-05-03", "Two people were killed by shelling in Khartoum on Wednesday.")
    alone = truce(tmp_path, made).duration
    assert alone is not None
    assert (alone.words, alone.until, alone.prolonged, alone.state.value) == (
        "72-hour",
        date(2023, 4, 28),
        0,
        "running",
    )
    prolonged = truce(tmp_path, made, longer, again).duration  # two outlets tell of one time
    assert prolonged is not None
    assert (prolonged.until, prolonged.prolonged) == (date(2023, 5, 1), 1)
    assert {cite.report for cite in prolonged.state.cites} >= {"Outlet 0 (fictional)", "Outlet 1 (fictional)"}
    over = truce(tmp_path, made, longer, again, other).duration
    assert over is not None
    assert over.state.value == "over"


@pytest.mark.parametrize(("day", "breaches"), [("2023-04-27", 1), ("2023-05-03", 0)])
def test_force_after_its_last_day_breaks_no_truce_unless_it_is_told_of_as_holding(
    tmp_path: Path, day: str, breaches: int
) -> None:
    made = ("2023-04-25", f"{BOTH} agreed on Monday to a 72-hour ceasefire. The truce took effect on Monday.")
    fight = (day, "The Sudanese army shelled the Rapid Support Forces in Khartoum on Wednesday.")
    kept = (day, "The ceasefire between the Sudanese army and the Rapid Support Forces is still in effect.")
    assert len(truce(tmp_path, made, fight).violations) == breaches
    assert len(truce(tmp_path, made, fight, kept).violations) == 1


def test_its_end_is_not_counted_where_nobody_says_when_it_began_or_how_much_longer_it_lasts(
    tmp_path: Path,
) -> None:
    loose = truce(tmp_path, ("2023-04-25", f"{BOTH} agreed to a 72-hour ceasefire.")).duration
    assert loose is not None
    assert (loose.words, loose.until, loose.state.value) == ("72-hour", None, "unknown")
    longer = truce(
        tmp_path,
        ("2023-04-25", f"{BOTH} agreed on Monday to a 72-hour ceasefire."),
        ("2023-04-28", f"{BOTH} extended the ceasefire on Thursday."),
    ).duration
    assert longer is not None
    assert (longer.until, longer.prolonged) == (None, 1)


def test_its_last_day_stands_in_the_calendar(tmp_path: Path) -> None:
    with Books.open(tmp_path / "books.db") as books:
        text = f"{BOTH} agreed on Monday to a 72-hour ceasefire."
        books.add(Document.create(text, published="2023-04-25", language="en", outlet="Outlet (fictional)"))
        (day,) = gencatan.calendar(books).appointments
        assert (day.sort, day.start, day.state) == ("last_day", date(2023, 4, 27), "running")
        assert summary(day, strings("en")).startswith("last day: ")
