"""From a date phrase to ISO dates, by the contract's rules (*Numbers, dates, actors*).

A phrase that is told from today needs the publication date; one that leaves the year or week open needs the
tense as well. What cannot be told stays None, never a guess; nothing here raises.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from gencatan.model.claim import Span, When
from gencatan.reading.dates.found import DateExpression, DatePoint

__all__ = ["anchored_date", "anchored_period", "period", "resolve"]

YEAR_AWAY: Final = 300  # days: a day without a year that lies further off …
AROUND: Final = 45  # … is not meant where the same day of another year is as near as this
_DAY = dt.timedelta(days=1)
_HALF_DAY: Final = 12  # hours
_NEAR_WEEKDAY: Final = dt.timedelta(days=31)  # within which a date counts, though its weekday may be a slip
_FIT_WEEKDAY: Final = dt.timedelta(days=731)
_PRECISION = {"minute": "day", "hour": "day", "weekend": "day"}
Bounds = tuple[dt.date | None, dt.date | None]
_UNKNOWN: Bounds = (None, None)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a phrase is resolved against: `base` is the publication date."""

    base: dt.date | None
    future: bool
    anchor: dt.date | None
    ongoing: bool


def resolve(
    expression: DateExpression,
    published: dt.date | None,
    *,
    future: bool = False,
    anchor: dt.date | None = None,
    ongoing: bool = False,
) -> When:
    """The phrase as a date.

    `future`: the claim is planned, so that an open weekday, day or month is the next one, today included;
    else it is the last one not after publication. `anchor`: the day of the other event for `anchored`,
    `within` and `same` ("two days later", "within three months", "the same month"), and the day meant by "its
    fifth day" where that is not the publication day. `ongoing`: a `duration` lasts up to publication ("have
    fought for 35 years").
    """
    span = Span(expression.start, expression.end, expression.text)
    try:
        start, end = _expression(expression, _Frame(published, future, anchor, ongoing))
    except (OverflowError, ValueError):  # beyond the years a date can have
        start, end = _UNKNOWN
    return When(
        span,
        start.isoformat() if start else None,
        end.isoformat() if end else None,
        _precision(expression.last or expression.first),
    )


def anchored_date(expression: DateExpression, event: dt.date) -> dt.date | None:
    """The day of the other event: for "a day after the operation" about `event`, the day of the operation.

    None unless `expression` is `anchored` and counted in days or weeks.
    """
    days = expression.offset_days
    try:
        return None if days is None else event - days * _DAY
    except OverflowError:
        return None


def anchored_period(expression: DateExpression, event: dt.date) -> tuple[dt.date, dt.date, str] | None:
    """For "three months after the accord" about `event`, the month of the accord; the year, where years are counted."""
    months = expression.months_away
    if months is None:
        return None
    unit = expression.first.unit or "month"
    try:
        return *period(unit, _moved(event, "month", -months)), unit
    except (OverflowError, ValueError):
        return None


def _precision(point: DatePoint) -> str:
    if point.shape == "calendar" or point.month:
        if point.day or point.weekday:
            return "day"
        return "month" if point.month else "year"
    if point.shape == "decade":
        return "decade"
    return _PRECISION.get(point.unit or "day", point.unit or "day")


def _expression(expression: DateExpression, frame: _Frame) -> Bounds:
    start = _point_bounds(expression.first, frame)[0]
    end = _point_bounds(expression.last or expression.first, frame)[1]
    match expression.relation:
        case "range":
            return _range(expression, frame)
        case "since":
            if expression.first.shape == "ago" and start and frame.base:  # four years back to the day
                start = _moved(frame.base, expression.first.unit or "day", -expression.first.n)
            return start, None
        case "until":
            return None, _nearer_end(expression.last or expression.first, end, frame)
        case "before":
            if expression.first.edge == "late":  # "before the end of May"
                return None, end
            return None, start - _DAY if start else None
        case "after":
            return end + _DAY if end else None, None
        case _:
            return start, end


def _nearer_end(point: DatePoint, end: dt.date | None, frame: _Frame) -> dt.date | None:
    """The end of a stretch up to a day or month without a year: what was extended in January "until 18 February", or
    "until the end of March", is not over."""
    if end is None or frame.base is None or frame.future or not (_is_open(point) and point.month):
        return end
    ahead = _point_bounds(point, replace(frame, future=True))[1]
    return ahead if ahead is not None and ahead - frame.base < frame.base - end else end


def _range(expression: DateExpression, frame: _Frame) -> Bounds:
    """From the start of the first to the end of the last; where both are open, one is told from the other."""
    first, last = expression.first, expression.last or expression.first
    if frame.future:
        start = _point_bounds(first, frame)[0]
        end = _point_bounds(last, replace(frame, base=start) if _is_open(last) else frame)[1]
    else:
        end = _point_bounds(last, frame)[1]
        start = _point_bounds(first, replace(frame, base=end) if _is_open(first) else frame)[0]
    return (start, end) if start is None or end is None or start <= end else _UNKNOWN


def _is_open(point: DatePoint) -> bool:
    return point.shape == "calendar" and point.year is None and point.shift is None


def _point_bounds(point: DatePoint, frame: _Frame) -> Bounds:
    if point.shape == "calendar":
        return _calendar(point, frame)
    if point.shape == "decade":
        first = (point.year or 0) // 10 * 10
        return dt.date(first, 1, 1), dt.date(first + 9, 12, 31)
    base = frame.base
    if point.shape in ("nth", "age"):
        base = frame.anchor or base
    elif point.shape in ("earlier", "later", "within", "same"):
        base = frame.anchor or (base if point.shape == "earlier" and point.month else None)
    if base is not None and point.unit == "hour" and point.shape == "past" and not point.n % _HALF_DAY:
        days = math.ceil(point.n / (2 * _HALF_DAY))
        return base - days * _DAY, base  # "in the past 24 hours"
    if base is not None and point.unit == "hour" and point.shape == "within":
        return None, base + math.ceil(point.n / (2 * _HALF_DAY)) * _DAY  # "within 48 hours"
    if base is None or point.unit in ("hour", "minute"):
        return _UNKNOWN
    unit = point.unit or "day"
    match point.shape:
        case "day":
            first_day, last_day = point.offset or (0, 0)
            return base + first_day * _DAY, base + last_day * _DAY
        case "relative":
            return _relative(point, unit, base, frame.future)
        case "ago":
            return _ago(point, unit, base)
        case "past":
            return _moved(base, unit, -point.n), base
        case "next":
            return base, _moved(base, unit, point.n)
        case "same":
            return _of_year(point, base.year) if point.month else period(unit, base)  # "5 May of that year"
        case "duration":
            return (_moved(base, unit, -point.n), base) if frame.ongoing else _UNKNOWN
        case "so_far":
            return period(unit, base)[0], base
        case "rest":
            return base, period(unit, base)[1]
        case "nth":
            return _moved(base, unit, 1 - point.n), None
        case "age":
            return _moved(base, unit, -point.n), None
        case "within":
            return None, _moved(base, unit, point.n)
        case "earlier" | "later":
            return _from_another(point, unit, base)
        case _:
            return _UNKNOWN


def _from_another(point: DatePoint, unit: str, base: dt.date) -> Bounds:
    """Days and weeks from another day; the month or year so far from it ("a month later", "the previous July"), the
    year where decades are counted, and the whole week next to its own ("the week after")."""
    later = point.shape == "later"
    if point.month:
        return _of_year(point, base.year + (base.month >= point.month if later else -(base.month <= point.month)))
    day = _moved(base, unit, point.n if later else -point.n)
    if unit == "day" or (unit == "week" and not point.whole):
        return day, day
    return period("year" if unit == "decade" else unit, day)


def _moved(day: dt.date, unit: str, n: int) -> dt.date:
    """`day` and n units; the last of the month where that has no such day."""
    if unit in ("day", "week"):
        return day + n * (7 if unit == "week" else 1) * _DAY
    months = day.year * 12 + day.month - 1 + n * {"month": 1, "year": 12, "decade": 120}[unit]
    first = dt.date(months // 12, months % 12 + 1, 1)
    return min(first.replace(day=min(day.day, 28)) + (day.day - min(day.day, 28)) * _DAY, _month_end(first))


def _month_end(first: dt.date) -> dt.date:
    if first.month == 12:
        return first.replace(day=31)
    return first.replace(month=first.month + 1) - _DAY


def period(unit: str, day: dt.date) -> tuple[dt.date, dt.date]:
    """The unit that holds `day`; a week is Monday to Sunday, a weekend Saturday and Sunday."""
    monday = day - day.weekday() * _DAY
    match unit:
        case "week":
            return monday, monday + 6 * _DAY
        case "weekend":
            return monday + 5 * _DAY, monday + 6 * _DAY
        case "month":
            return day.replace(day=1), _month_end(day.replace(day=1))
        case "year":
            return dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)
        case "decade":
            return dt.date(day.year // 10 * 10, 1, 1), dt.date(day.year // 10 * 10 + 9, 12, 31)
        case _:
            return day, day


def _relative(point: DatePoint, unit: str, base: dt.date, future: bool) -> Bounds:
    """ "last week", "this month", "early this year", "the weekend"."""
    if unit == "weekend":
        shift = point.shift or 0
        if shift == 0 and not future and base.weekday() < 5:
            shift = -1
        return period(unit, base + 7 * shift * _DAY)
    start, end = period(unit, _moved(period(unit, base)[0], unit, point.shift or 0))
    if not point.shift and point.edge == "early" and not future:
        return start, base
    if not point.shift and point.edge == "late" and future:
        return base, end
    return start, end


def _ago(point: DatePoint, unit: str, base: dt.date) -> Bounds:
    """A day so many days ago, else the week, month or year that lies so far back."""
    day = _moved(base, unit, -point.n)
    if point.bound == "more":
        return None, day
    if point.bound == "less":
        return day, base
    return period(unit, day)


def _calendar(point: DatePoint, frame: _Frame) -> Bounds:
    if point.month_first:
        return _either_order(point, frame)
    if point.year is not None:
        return _of_year(point, point.year)
    base = frame.base
    if base is None:
        return _UNKNOWN
    if point.month is None and point.day is None:
        return _of_weekday(point, base, frame.future)
    if point.unit is not None:  # "May last year", "the 20th of this month"
        then = _moved(base.replace(day=1), point.unit, point.shift or 0)
        whole = replace(point, year=then.year, month=point.month or then.month)
        return _of_year(whole, then.year)
    candidates = list(_candidates(point, base))
    if point.weekday is not None:
        near = min(candidates, key=lambda c: abs(c[0] - base), default=None)  # "Rabu (20/9)" is near
        if near is None or abs(near[0] - base) <= _NEAR_WEEKDAY or near[0].isoweekday() == point.weekday:
            return near or _UNKNOWN
        fit = (c for c in candidates if c[0].isoweekday() == point.weekday and abs(c[0] - base) <= _FIT_WEEKDAY)
        return min(fit, key=lambda c: abs(c[0] - base), default=near)  # "24 November, a Friday"
    chosen = _by_tense(candidates, base, frame.future, point.shift)
    return _near(chosen, candidates, base) if point.month and point.day and point.shift is None else chosen


def _either_order(point: DatePoint, frame: _Frame) -> Bounds:
    """A numeric date that may be read day or month first: told only by its weekday."""
    ways = (replace(point, month_first=False), replace(point, day=point.month, month=point.day, month_first=False))
    read = [_calendar(way, frame) for way in ways]
    fit = [bounds for bounds in read if bounds[0] and bounds[0].isoweekday() == point.weekday]
    return fit[0] if len(fit) == 1 else _UNKNOWN


def _of_year(point: DatePoint, year: int) -> Bounds:
    if point.month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if point.day is None:
        first = dt.date(year, point.month, 1)
        return first, _month_end(first)
    day = dt.date(year, point.month, point.day)
    return day, day


def _of_weekday(point: DatePoint, base: dt.date, future: bool) -> Bounds:
    if point.weekday is None:
        return _UNKNOWN
    if point.unit == "week" and point.shift is not None:  # "Monday last week"
        monday = period("week", base)[0]
        day = monday + (7 * point.shift + point.weekday - 1) * _DAY
    elif point.shift == 1 or (future and point.shift != -1):
        ahead = (point.weekday - base.isoweekday()) % 7
        day = base + (ahead or (7 if point.shift == 1 else 0)) * _DAY
    else:
        back = (base.isoweekday() - point.weekday) % 7
        day = base - (back or (7 if point.shift == -1 else 0)) * _DAY
    return day, day


def _candidates(point: DatePoint, base: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """The days or months around `base` that a date without a year may mean, in order."""
    if point.month is not None:
        for year in range(base.year - 8, base.year + 9):  # 29 February may be eight years off
            try:
                start, end = _of_year(point, year)
            except ValueError:
                continue
            if start is not None and end is not None:
                yield start, end
        return
    for months in range(-12, 13):
        first = _moved(base.replace(day=1), "month", months)
        if point.day is not None and point.day <= _month_end(first).day:
            yield first.replace(day=point.day), first.replace(day=point.day)


def _near(chosen: Bounds, candidates: list[tuple[dt.date, dt.date]], base: dt.date) -> Bounds:
    """The day chosen by its tense, but for one of another year where the same day lies around the report.

    Who tells in August of what "is set for 28 July" means no day a year away; what has happened lies behind the report.
    """
    if chosen[0] is None or abs((chosen[0] - base).days) <= YEAR_AWAY:
        return chosen
    close = min(candidates, key=lambda c: abs(c[0] - base))
    if close[0] > base and chosen[0] <= base:
        return chosen  # what has happened did not happen after the report
    return close if abs((close[0] - base).days) <= AROUND else chosen


def _by_tense(candidates: list[tuple[dt.date, dt.date]], base: dt.date, future: bool, shift: int | None) -> Bounds:
    """The last that began by `base`, or the next that is not over; "last" and "next" leave out the current."""
    if shift == 1 or (future and shift != -1):
        ahead = [c for c in candidates if (c[0] > base if shift == 1 else c[1] >= base)]
        return ahead[0] if ahead else _UNKNOWN
    past = [c for c in candidates if (c[1] < base if shift == -1 else c[0] <= base)]
    return past[-1] if past else _UNKNOWN
