"""Days and instants: when a report was known, and what `--as-of` means.

A report's publication is a day (or a month, a year), not an instant. It counts as known from the end of that day in the
zone of the instant asked for: before that nobody can be sure that it was out.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Final

from gencatan.errors import UsageError
from gencatan.model import Document
from gencatan.model.books import LAST_SECOND

DAY_LENGTH: Final = len("2023-09-20")


def end_of_day(day: date, zone: tzinfo) -> datetime:
    """The last second of `day` in `zone`: what a bare date means in `as_of`."""
    return datetime.combine(day, LAST_SECOND, zone)


def instant(words: str, zone: tzinfo) -> datetime:
    """An ISO date (the end of that day in `zone`) or an ISO date and time (in `zone` where it names none).

    Raises UsageError for anything else.
    """
    return _moment(words, zone, end_of_day)


def before(words: str, zone: tzinfo) -> datetime:
    """The last instant before something begins: as `instant`, but of a date the end of the day before it."""
    return _moment(words, zone, lambda day, zone: datetime.combine(day, time.min, zone) - timedelta.resolution)


def _moment(words: str, zone: tzinfo, of_day: Callable[[date, tzinfo], datetime]) -> datetime:
    try:
        is_day = len(words) == DAY_LENGTH
        moment = of_day(date.fromisoformat(words), zone) if is_day else datetime.fromisoformat(words)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        for other in (UTC, zone):
            aware.astimezone(other)
    except ValueError as error:
        raise UsageError(f"{words!r} is neither a date (2023-09-20) nor a date and time") from error
    except OverflowError as error:
        raise UsageError(f"{words!r} is beyond the calendar, which goes from year 1 to 9999 everywhere") from error
    return aware


def last_day(as_of: datetime) -> str:
    """The last day that is over at `as_of`, in its own zone, as ISO."""
    day = as_of.date()
    if as_of.time().replace(microsecond=0) >= LAST_SECOND:
        return day.isoformat()
    return "" if day == date.min else (day - timedelta(days=1)).isoformat()


def utc(moment: datetime) -> str:
    """Fixed-width UTC ISO with microseconds, so that text compares as time does. A naive instant is UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def known_from(document: Document, recorded_at: str) -> str:
    """The day (ISO) at whose end a document was known.

    The last day of what `published` names; where that is unknown the day it was retrieved, else recorded.
    """
    published = document.published
    if published is None:
        return (stamp(document.retrieved_at) or recorded_at)[:10]
    return _last_of(published, document.published_precision).isoformat()


def _last_of(day: date, precision: str) -> date:
    if precision == "week":
        return day + timedelta(days=min(6 - day.weekday(), (date.max - day).days))
    if precision == "month":
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])
    if precision == "year":
        return day.replace(month=12, day=31)
    if precision == "decade":
        return day.replace(year=min(day.year // 10 * 10 + 9, date.max.year), month=12, day=31)
    return day


def stamp(retrieved_at: str | None) -> str:
    """`retrieved_at` as fixed-width UTC; "" where there is none or it cannot be understood."""
    try:
        return utc(datetime.fromisoformat(retrieved_at)) if retrieved_at else ""
    except (ValueError, OverflowError):
        return ""
