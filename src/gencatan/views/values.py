"""What all answers share: plain forms for JSON, and how a figure names the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from gencatan.i18n import Message
from gencatan.model import Head, Record, Span
from gencatan.reconcile import source_key
from gencatan.views.meant import meant_alone


class Value:
    """An answer or a part of one."""

    __slots__ = ()

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {field.name: plain(getattr(self, field.name)) for field in fields(self)}  # type: ignore[arg-type]


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if hasattr(value, "to_dict"):
        return value.to_dict()
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    return value


@dataclass(frozen=True, slots=True)
class Known(Value):
    """The day as of which states are judged: what is due, overdue, scheduled. None in books without a dated report.

    `asked` says that somebody named it (`as_of`); else it is that of the latest report. `minute` is the time of an
    instant before the end of the day (HH:MM in the conflict's zone): what that day's reports tell is not known then.
    """

    day: date | None = None
    asked: bool = False
    minute: str | None = None

    @property
    def told(self) -> Message | None:
        """The day in words; None where there is none."""
        if self.day is None:
            return None
        day = Message("when.day", (str(self.day.day), Message(f"month.{self.day.month}"), str(self.day.year)))
        if self.minute is not None:
            day = Message("when.day_minute", (day, self.minute))
        return Message("books.as_of" if self.asked else "books.as_of_last", (day,))


NO_DAY: Final = Known()


@dataclass(frozen=True, slots=True)
class Source(Value):
    """Whose word a claim is: its outermost attribution, else the outlet's own.

    `key` is an actor id, the words' fold, or `outlet:` and the outlet; `name` what to show.
    """

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Cite(Value):
    """A claim that a figure rests on: where it stands, whose word it is, and the exact words.

    `meant` is the status as it is worded (`required`, `refused`, `called_off`). `report` is what to call the report:
    its outlet, else the host or file it came from, its title or its id.
    """

    claim: str
    kind: str
    status: str
    document: str
    outlet: str | None
    published: date | None
    source: Source
    words: tuple[str, ...]
    confidence: float
    meant: str = ""
    report: str = ""


def source_of(record: Record) -> Source:
    """Whose word a claim is."""
    if record.claim.attribution:
        return Source(source_key(record), " ".join(record.claim.attribution[0].span.text.split()))
    return Source(source_key(record), _report(record.head))


def _report(head: Head) -> str:
    return head.outlet or _told_at(head.source_uri) or head.title or head.id


def _told_at(uri: str) -> str:
    """A report without an outlet, by the host of its address or the name of its file."""
    return (urlsplit(uri).hostname or uri) if "://" in uri else uri.replace("\\", "/").rstrip("/").rpartition("/")[2]


def cite(record: Record) -> Cite:
    """A claim as answers name it."""
    claim, head = record.claim, record.head
    spans = [s for s in claim.evidence if not any(_holds(other, s) for other in claim.evidence)]
    words = tuple(dict.fromkeys(" ".join(span.text.split()) for span in spans))
    return Cite(
        claim.id,
        claim.kind,
        claim.status,
        head.id,
        head.outlet,
        head.published,
        source_of(record),
        words,
        claim.confidence,
        meant_alone(claim),
        _report(head),
    )


def _holds(longer: Span, span: Span) -> bool:
    return longer.start <= span.start and span.end <= longer.end and longer != span


def cites(records: Iterable[Record]) -> tuple[Cite, ...]:
    """Claims as answers name them, in the order given, each once."""
    return tuple(cite(record) for record in {record.id: record for record in records}.values())


def names(sources: Iterable[Source]) -> str:
    """The sources' names, each once."""
    return ", ".join({source.key: source.name for source in sources}.values())
