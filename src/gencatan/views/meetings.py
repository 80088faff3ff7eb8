"""Who met or was to meet: held, scheduled, called off, or no news. *No report is not a meeting held.*"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.model import Record, Span
from gencatan.views.desk import Desk, Gathering, day_of, place_of
from gencatan.views.values import Cite, Source, Value, cites, names, source_of

HELD: Final = "held"
SCHEDULED: Final = "scheduled"
NO_NEWS: Final = "no_news"
CANCELLED: Final = "cancelled"
POSSIBLE: Final = "possible"
WANTED: Final = "called_for"


@dataclass(frozen=True, slots=True)
class Meeting(Value):
    """A meeting. `because` are the claims that its outcome rests on.

    `outcome` is `held`, `cancelled`, `scheduled` (the day has not come), `no_news` (it has come, and nobody said what
    became of it), `possible`, or `called_for`.
    """

    id: str
    format: str
    participants: tuple[str, ...]
    topic: str
    start: date | None
    end: date | None
    place: str | None
    outcome: str
    because: tuple[Cite, ...]
    sources: tuple[Source, ...]
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Meetings(Value):
    """All meetings by day; those without one stand last."""

    meetings: tuple[Meeting, ...]

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
            }
            for one in self.meetings
        ]


def meetings(desk: Desk) -> Meetings:
    """The meetings of a conflict."""
    found = [_meeting(desk, gathering) for gathering in desk.gatherings("meeting")]
    found.sort(key=lambda one: (one.start or one.end or date.max, one.id))
    return Meetings(tuple(found))


def _meeting(desk: Desk, gathering: Gathering) -> Meeting:
    records = gathering.records
    start, end, _ = day_of(records)
    outcome, because = _outcome(desk, records, end or start)
    people = {desk.party_key(filler): desk.party_name(filler) for record in records for filler in _participants(record)}
    formats = [str(record.claim.slots["format"]) for record in records if "format" in record.claim.slots]
    topics = [record.claim.slots["topic"] for record in records if "topic" in record.claim.slots]
    topic = next((" ".join(named.text.split()) for named in topics if isinstance(named, Span)), "")
    return Meeting(
        gathering.id,
        max(formats, key=formats.count) if formats else "other",
        tuple(people.values()),
        topic,
        start,
        end,
        place_of(records),
        outcome,
        cites(because),
        tuple({source.key: source for source in map(source_of, records)}.values()),
        cites(records),
    )


def _participants(record: Record) -> tuple[Any, ...]:
    held = record.claim.slots.get("participants", ())
    return held if isinstance(held, tuple) else ()


def _outcome(desk: Desk, records: Sequence[Record], day: date | None) -> tuple[str, list[Record]]:
    """What became of it: the first of held, cancelled, planned, possible, called for that somebody says."""
    by_status: dict[str, list[Record]] = {}
    for record in records:
        by_status.setdefault(record.claim.status, []).append(record)
    if "asserted" in by_status:
        return HELD, by_status["asserted"]
    if "denied" in by_status:
        return CANCELLED, by_status["denied"]
    if "planned" in by_status:
        over = day is not None and day < desk.today
        return (NO_NEWS if over else SCHEDULED), by_status["planned"]
    if "possible" in by_status or "conditional" in by_status:
        return POSSIBLE, [*by_status.get("possible", ()), *by_status.get("conditional", ())]
    return WANTED, by_status.get("called_for", [])
