"""When a claim says that something was, as days that can be compared.

A report cannot tell of what comes after it, and mostly tells of the days before it: for comparing, and for that alone,
a claim without a date lies in the days up to its publication. No date is ever written down from that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from gencatan.model import Record, When
from gencatan.reconcile.comparing.words import any_of

LATELY: Final = 10
"""Days before publication in which a claim without a date mostly lies."""

_LENGTH: Final = {"minute": 1, "day": 1, "week": 7, "month": 31, "year": 366, "decade": 3660}


@dataclass(frozen=True, slots=True)
class Days:
    """Day numbers (proleptic Gregorian ordinals), both included; `first` or `last` None where open or unknown.

    `dated`: the claim says so itself. `exact`: within a day of what it says. `since`: it gives a beginning alone.
    `published` is the report's day, None where unknown.
    """

    first: int | None
    last: int | None
    dated: bool
    exact: bool
    since: bool
    published: int | None

    @property
    def long(self) -> bool:
        """Whether it is more than two weeks."""
        return self.first is None or self.last is None or self.last - self.first > 14

    @property
    def opening(self) -> int | None:
        """The first day that is known of it: of an open beginning, the end."""
        return self.first if self.first is not None else self.last

    @property
    def closing(self) -> int | None:
        """The last day that is known of it: of an open end ("since November"), the beginning."""
        return self.last if self.last is not None else self.first


@lru_cache(8192)
def day_number(iso: str | None) -> int | None:
    """The ordinal of an ISO date or date and time; None for none or for years no calendar here has."""
    try:
        return date.fromisoformat(iso[:10]).toordinal() if iso else None
    except ValueError:
        return None


def days_of(record: Record) -> Days:
    """The days of a claim."""
    published = record.head.published.toordinal() if record.head.published else None
    when = record.claim.date
    first, last = (day_number(when.start), day_number(when.end)) if when else (None, None)
    if when is None or (first is None and last is None):
        lately = published - LATELY if published is not None else None
        return Days(lately, published, dated=False, exact=False, since=False, published=published)
    since = last is None
    if _is_of_the_count(record, when) and last is not None:
        return Days(last - LATELY, last, dated=False, exact=False, since=False, published=published)
    if first is not None and last is None:
        last = max(first, published) if published is not None else None
    return Days(first, last, dated=True, exact=_exact(when, first, last, since), since=since, published=published)


def is_yet_to_hold(record: Record) -> bool:
    """Whether a truce is told as holding from a day that its report could not know: it is to hold from then on.

    The day after is left out, for it may have begun where it holds while it had not where the report was written.
    """
    claim, published = record.claim, record.head.published
    if claim.kind != "agreement" or claim.status != "asserted" or claim.slots.get("stage") != "in_effect":
        return False
    day = day_number(claim.date.start) if claim.date else None
    return day is not None and published is not None and day - published.toordinal() > 1


def _is_of_the_count(record: Record, when: When) -> bool:
    """Whether the day is that on which a toll was said to have risen ("rose to 31 *on Saturday*"), which was before."""
    if record.claim.kind not in ("casualty", "event") or when.start is None or when.start != when.end:
        return False
    words = " ".join(span.text for span in record.claim.evidence)
    risen = any_of("risen").search(words)
    return risen is not None and words.find(when.span.text, risen.end()) >= 0


def _exact(when: When, first: int | None, last: int | None, since: bool) -> bool:
    if since or first is None or last is None:
        return False
    return _LENGTH.get(when.precision, 366) == 1 and last - first <= 1


def gap(one: Days, other: Days) -> int:
    """Days between two stretches, 0 where they overlap; open ends reach everywhere."""
    if one.last is not None and other.first is not None and one.last < other.first:
        return other.first - one.last
    if other.last is not None and one.first is not None and other.last < one.first:
        return one.first - other.last
    return 0


def foretold(one: Days, other: Days, grace: int = 0) -> bool:
    """Whether one was published more than `grace` days before the day that the other gives: it tells of another."""
    return too_early(one, other, grace) or too_early(other, one, grace)


def too_early(early: Days, late: Days, grace: int = 0) -> bool:
    """Whether `early` was published more than `grace` days before the day that `late` gives."""
    if early.published is None or late.first is None or not late.dated:
        return False
    return early.published + grace < late.first


def background(days: Days) -> bool:
    """Whether something is of months or years, so not of an incident of some days."""
    if not days.dated or days.published is None:
        return days.dated and days.long
    return days.first is None or (days.last or days.first) - days.first > 31


def long_ago(days: Days) -> bool:
    """Whether something is of months or years, or of a day months before: not of the news of its report."""
    past = days.dated and days.published is not None and days.first is not None and days.published - days.first > 90
    return past or background(days)
