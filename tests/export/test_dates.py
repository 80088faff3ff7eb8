"""Dates in words and on the line of time."""

from __future__ import annotations

import pytest

from gencatan import Claim, Span, When
from gencatan.export.dates import WIDTH, timeline, when_words
from gencatan.export.wording import said
from gencatan.i18n import strings
from tests.export.samples import document


def when(start: str | None, end: str | None, precision: str = "day") -> When:
    return When(Span(0, 4, "then"), start, end, precision)


@pytest.mark.parametrize(
    ("start", "end", "precision", "english", "indonesian"),
    [
        ("2023-08-20", "2023-08-20", "day", "20 Aug 2023", "20 Agu 2023"),
        ("2023-05-01", "2023-05-31", "month", "May 2023", "Mei 2023"),
        ("1994-01-01", None, "year", "since 1994", "sejak 1994"),
        (None, "2023-12-20", "day", "until 20 Dec 2023", "hingga 20 Des 2023"),
        ("2020-01-01", "2020-12-31", "year", "2020", "2020"),
        ("1990-01-01", "1999-12-31", "decade", "1990 – 1999", "1990 – 1999"),
        ("2023-09-18", "2023-09-24", "week", "18 Sep 2023 – 24 Sep 2023", "18 Sep 2023 – 24 Sep 2023"),
        ("2023-09-20T13:00", "2023-09-20T13:00", "minute", "20 Sep 2023, 13:00", "20 Sep 2023, pukul 13:00"),
        (None, None, "day", "", ""),
    ],
)
def test_words(start: str | None, end: str | None, precision: str, english: str, indonesian: str) -> None:
    found = when_words(when(start, end, precision))
    assert said(found, strings("en")) == english
    assert said(found, strings("id")) == indonesian


def claims(*dates: When | None) -> list[Claim]:
    return [Claim("d", "event", {}, (Span(n, n + 4, "then"),), date=date) for n, date in enumerate(dates)]


def test_rows_are_in_order_and_ranges_are_bars() -> None:
    week = when("2023-09-18", "2023-09-24", "week")
    found = timeline(document(), claims(week, when("2023-09-19", "2023-09-19"), when("1994-01-01", None, "year"), week))
    assert found
    assert [row.claims for row in found.rows] == [(2,), (0, 3), (1,)]
    since, bar, day = found.rows
    assert since.open_end
    assert since.x + since.width == pytest.approx(WIDTH)
    assert bar.x < day.x < day.x + day.width < bar.x + bar.width
    assert found.published is not None
    assert day.x < found.published < bar.x + bar.width


def test_unresolved_dates_are_listed_and_none_is_none() -> None:
    found = timeline(document(), claims(when(None, None), None))
    assert found
    assert (found.rows, found.unresolved) == ((), (("then", (0,)),))
    assert timeline(document(), claims(None)) is None


def test_a_report_without_any_date_has_no_line() -> None:
    """No publication date and nothing resolved: there is no day to put on a line."""
    found = timeline(document(published=None), claims(when(None, None)))
    assert found
    assert (found.rows, found.published, found.unresolved) == ((), None, (("then", (0,)),))


def test_all_of_time_fits() -> None:
    found = timeline(document(), claims(when("0001-01-01", "9999-12-30", "year"), when("2023-09-20", "2023-09-20")))
    assert found
    assert all(row.x >= 0 and row.x + row.width <= WIDTH + 2 for row in found.rows)
