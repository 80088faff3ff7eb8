"""Who met or was to meet: held, scheduled, called off, or no news. *No report is not a meeting held.*"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, cast

from gencatan.i18n import Message
from gencatan.model import Record, Span
from gencatan.reconcile.compliance.engagements import CANCELLED, HELD, NO_NEWS, SCHEDULED
from gencatan.views.denials import meant
from gencatan.views.desk import Desk, Group, day_of
from gencatan.views.meant import REFUSED, day_ahead, is_ahead
from gencatan.views.obligations import Axis, axis
from gencatan.views.values import NO_DAY, Cite, Known, Source, Value, names

POSSIBLE: Final = "possible"
WANTED: Final = "called_for"


@dataclass(frozen=True, slots=True)
class Meeting(Value):
    """A meeting. `because` are the claims that its outcome rests on, `why` what reconciliation says of a scheduled one.

    `outcome` is `held`, `postponed`, `cancelled`, `refused` (somebody will not come), `scheduled` (the day has not
    come), `no_news` (it has come, and nobody said what became of it), `possible`, or `called_for`.
    """

    id: str
    format: str
    participants: tuple[str, ...]
    topic: str
    start: date | None
    end: date | None
    place: str | None
    outcome: str
    why: Axis | None
    because: tuple[Cite, ...]
    sources: tuple[Source, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Meetings(Value):
    """All meetings by day; those without one stand last."""

    meetings: tuple[Meeting, ...]
    known: Known = NO_DAY

    columns: ClassVar[tuple[str, ...]] = (
        *("id", "format", "participants", "topic", "start", "end", "place", "outcome"),
        *("sources", "claims", "words", "as_of"),
    )
    """Of a table, be there rows or none."""

    def rows(self) -> list[dict[str, Any]]:
        """A meeting a row."""
        return [
            {
                "id": one.id,
                "format": one.format,
                "participants": ", ".join(one.participants),
                "topic": one.topic,
                "start": one.start,
                "end": one.end,
                "place": one.place,
                "outcome": one.outcome,
                "sources": names(one.sources),
                "claims": " ".join(item.claim for item in one.cites),
                "words": " … ".join(one.because[0].words) if one.because else "",
                "as_of": self.known.day,
            }
            for one in self.meetings
        ]


def meetings(desk: Desk) -> Meetings:
    """The meetings of a conflict."""
    (found,) = desk.parts("meetings", (Meetings,), lambda: (_meetings(desk),))
    return cast(Meetings, found)


def _meetings(desk: Desk) -> Meetings:
    scheduled = {one.id: axis(desk, one.outcome) for one in desk.compliance.engagements}
    found = [_meeting(desk, group, scheduled.get(group.id)) for group in desk.groups("meeting")]
    found.sort(key=lambda one: (one.start or one.end or date.max, one.id))
    return Meetings(tuple(found), desk.known)


def _meeting(desk: Desk, group: Group, scheduled: Axis | None) -> Meeting:
    records = group.records
    start, end, _ = day_of(records)
    if scheduled is None or scheduled.value == HELD:
        scheduled = _ahead(desk, records) or scheduled
    outcome, because = (scheduled.value, scheduled.cites) if scheduled is not None else _outcome(desk, records)
    if outcome == CANCELLED and because and all(meant(desk, desk.by_id[c.claim]) == REFUSED for c in because):
        outcome = REFUSED
    people = {desk.party_key(filler): desk.party_name(filler) for record in records for filler in _participants(record)}
    formats = [str(record.claim.slots["format"]) for record in records if "format" in record.claim.slots]
    topics = [record.claim.slots["topic"] for record in records if "topic" in record.claim.slots]
    topic = next((" ".join(named.text.split()) for named in topics if isinstance(named, Span)), "")
    return Meeting(
        group.id,
        max(formats, key=formats.count) if formats else "other",
        tuple(people.values()),
        topic,
        start,
        end,
        desk.place_of(records),
        outcome,
        scheduled,
        because,
        desk.sources(records),
        desk.cites(records),
    )


def _ahead(desk: Desk, records: Sequence[Record]) -> Axis | None:
    """Where it stands if all who tell of it as held do so of a day that they could not know; else None."""
    told = [record for record in records if record.claim.status == "asserted"]
    if not told or not all(is_ahead(record.claim, record.head) for record in told):
        return None
    last = max(told, key=lambda record: record.head.published or date.min)
    day = day_ahead(last.claim)
    if day is None:
        return None
    coming = day >= desk.today
    reason = Message(f"compliance.meeting.{'scheduled' if coming else 'no_news'}", (day.isoformat(),))
    return Axis(SCHEDULED if coming else NO_NEWS, reason, desk.cites([last]))


def _participants(record: Record) -> tuple[Any, ...]:
    held = record.claim.slots.get("participants", ())
    return held if isinstance(held, tuple) else ()


def _outcome(desk: Desk, records: Sequence[Record]) -> tuple[str, tuple[Cite, ...]]:
    """What is said of a meeting that nobody scheduled: the first of held, called off, possible, called for."""
    by_status: dict[str, list[Record]] = {}
    for record in records:
        by_status.setdefault(record.claim.status, []).append(record)
    if "asserted" in by_status:
        return HELD, desk.cites(by_status["asserted"])
    if "denied" in by_status:
        return CANCELLED, desk.cites(by_status["denied"])
    maybe = [*by_status.get("possible", ()), *by_status.get("conditional", ())]
    return (POSSIBLE, desk.cites(maybe)) if maybe else (WANTED, desk.cites(by_status.get("called_for", ())))
