"""A conflict's calendar as iCalendar (RFC 5545), by `icalendar`: days of meetings and deadlines, with their words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from gencatan.i18n import Strings
from gencatan.reconcile.compliance.engagements import CANCELLED, HELD, POSTPONED
from gencatan.views.calendar import Appointment, Calendar
from gencatan.views.meant import REFUSED

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT: Final = "-//gencatan//calendar//EN"
_STATUS: Final = {HELD: "CONFIRMED", CANCELLED: "CANCELLED", REFUSED: "CANCELLED"}
_SAID: Final = (CANCELLED, REFUSED, POSTPONED, "possible", "called_for")
"""States of a meeting that its line says: many programs show every event as one that will be, whatever its status."""


def to_ics(calendar: Calendar, strings: Strings, made: datetime | None = None) -> bytes:
    """The calendar as a file's bytes. `made` is what it says of its making (default: the latest report's day)."""
    from icalendar import Calendar as Ics

    found = Ics()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    if calendar.name:
        found.add("x-wr-calname", calendar.name[strings.language])
    if calendar.known.told is not None:
        found.add("x-wr-caldesc", strings.say(calendar.known.told))
    for one in calendar.appointments:
        found.add_component(_event(one, strings, made or _made(calendar)))
    return bytes(found.to_ical())


def _event(one: Appointment, strings: Strings, made: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{one.id}@gencatan")
    event.add("dtstamp", made)
    event.add("dtstart", one.start)
    event.add("dtend", one.end + timedelta(days=1))  # the first day after, as the format has it
    event.add("summary", summary(one, strings))
    if one.place:
        event.add("location", one.place)
    event.add("status", _STATUS.get(one.state, "TENTATIVE"))
    event.add("transp", "TRANSPARENT")
    event.add("categories", [strings[f"books.{one.sort}"]])
    told = [f"“{' … '.join(item.words)}” — {item.report}, {item.published or '?'}" for item in one.cites]
    event.add("description", "\n".join([strings[f"books.state.{one.state}"], *told]))
    return event


def summary(one: Appointment, strings: Strings) -> str:
    """An appointment in one line."""
    what = strings[f"value.{one.what}"]
    who = ", ".join(one.who)
    detail = f" ({one.detail})" if one.detail else ""
    if one.sort != "meeting":
        return f"{strings[f'books.{one.sort}']}: {who + ': ' if who else ''}{what}{detail}"
    state = f"{strings[f'books.state.{one.state}']}: " if one.state in _SAID else ""
    return f"{state}{what}{': ' + who if who else ''}{detail}"


def _made(calendar: Calendar) -> datetime:
    """The same books give the same file: the stamp is that of the latest report, not of the clock."""
    days = [item.published for one in calendar.appointments for item in one.cites if item.published]
    last = max(days, default=None)
    return datetime(last.year, last.month, last.day, tzinfo=UTC) if last else datetime(1970, 1, 1, tzinfo=UTC)
