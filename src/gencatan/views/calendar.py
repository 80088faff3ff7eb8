"""What is to come, and what was: meetings that were scheduled, and deadlines of obligations, as days of a calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.views.agreements import ENDED, Agreement, agreements
from gencatan.views.desk import Desk
from gencatan.views.meetings import Meeting, meetings
from gencatan.views.obligations import Obligations, obligations
from gencatan.views.timeline import bare
from gencatan.views.values import NO_DAY, Cite, Known, Value

LONGEST_DAYS: Final = 31
"""A stretch of more days ("in 2024") is no appointment."""


@dataclass(frozen=True, slots=True)
class Appointment(Value):
    """A day: a meeting (`meeting`), a deadline (`deadline`) or the last one of an agreement made for so long
    (`last_day`). `what` is a key of the interface's words, `state` what became of it."""

    id: str
    sort: str
    start: date
    end: date
    who: tuple[str, ...]
    what: str
    detail: str
    place: str | None
    state: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Calendar(Value):
    """Appointments by day. `name` is the conflict's, by language.

    What is only dated by a week or a month stands on all its days. `left_out` counts the meetings that no calendar can
    show: without a first day, or of more than LONGEST_DAYS.
    """

    name: dict[str, str]
    appointments: tuple[Appointment, ...]
    known: Known = NO_DAY
    left_out: int = 0

    def rows(self) -> list[dict[str, Any]]:
        """An appointment a row."""
        return [
            {
                "id": one.id,
                "sort": one.sort,
                "start": one.start,
                "end": one.end,
                "who": ", ".join(one.who),
                "what": bare(one.what),
                "detail": one.detail,
                "place": one.place,
                "state": one.state,
                "claims": " ".join(item.claim for item in one.cites),
                "words": " … ".join(one.cites[0].words) if one.cites else "",
                "as_of": self.known.day,
            }
            for one in self.appointments
        ]


def calendar(desk: Desk) -> Calendar:
    """Meetings with a day or a stretch of days, deadlines, and the last days of agreements."""
    owed = obligations(desk)
    held = [one for one in meetings(desk).meetings if one.start is not None or one.end is not None]
    shown = list(_meetings(held))
    over = {one.id: day for one in agreements(desk, owed).agreements if (day := _over_since(one)) is not None}
    found = [*shown, *_deadlines(owed, over), *_last_days(desk, owed)]
    found.sort(key=lambda one: (one.start, one.sort, one.id))
    name = dict(desk.conflict.name) if desk.conflict is not None else {}
    return Calendar(name, tuple(found), desk.known, len(held) - len(shown))


def _meetings(held: Sequence[Meeting]) -> list[Appointment]:
    return [
        Appointment(
            one.id,
            "meeting",
            one.start,
            one.end or one.start,
            one.participants,
            f"meeting.format.{one.format}",
            one.topic,
            one.place,
            one.outcome,
            one.cites,
        )
        for one in held
        if one.start is not None and (one.end is None or (one.end - one.start).days < LONGEST_DAYS)
    ]


def _over_since(made: Agreement) -> date | None:
    """The day on which an agreement that is over ended, else that of the first report of it."""
    if made.stage.value not in ENDED:
        return None
    told = (item.published for item in made.stage.cites if item.published is not None)
    return (made.ended.start or made.ended.end) if made.ended is not None else min(told, default=None)


def _deadlines(owed: Obligations, over: Mapping[str, date]) -> list[Appointment]:
    """Deadlines, but for those that came after the end of their agreement (`over` by its id)."""
    return [
        Appointment(
            one.id,
            "deadline",
            one.deadline,
            one.deadline,
            one.obligor,
            f"obligation.action.{one.action}",
            one.object,
            one.place,
            one.implementation.value,
            one.cites,
        )
        for one in owed.obligations
        if one.deadline is not None and one.deadline <= over.get(one.agreement or "", date.max)
    ]


def _last_days(desk: Desk, owed: Obligations) -> list[Appointment]:
    return [
        Appointment(
            one.id,
            "last_day",
            one.duration.until,
            one.duration.until,
            one.parties,
            f"agreement.type.{one.type}",
            one.name,
            None,
            one.duration.state.value,
            one.duration.state.cites,
        )
        for one in agreements(desk, owed).agreements
        if one.duration is not None
        and one.duration.until is not None
        and one.duration.until <= (_over_since(one) or date.max)
    ]
