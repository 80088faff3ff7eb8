"""What every figure about compliance is: a value, the claims it rests on, and why, in words of either language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from gencatan.i18n import LANGUAGES, Message, strings
from gencatan.model import Record


@dataclass(frozen=True, slots=True)
class Finding:
    """A value with its claims, in the order of the books, and a reason in words."""

    value: str
    reason: Message
    claims: tuple[str, ...] = ()

    def why(self, language: str = LANGUAGES[0]) -> str:
        """The reason in `en` or `id`. Raises KeyError for another language."""
        return strings(language).say(self.reason)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready, the reason in both languages."""
        return {
            "value": self.value,
            "reason": {language: self.why(language) for language in LANGUAGES},
            "claims": list(self.claims),
        }


@dataclass(frozen=True, slots=True)
class Dating:
    """When something was, as most claims that date it have it: ISO days, their precision, and those claims."""

    start: date | None
    end: date | None
    precision: str
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision,
            "claims": list(self.claims),
        }


def finding(value: str, key: str, records: Iterable[Record] = (), *args: str | int | Message) -> Finding:
    """A finding; `key` is below `compliance` in the tables of strings."""
    return Finding(value, Message(f"compliance.{key}", args), ids(records))


def plain(value: Any) -> Any:
    """JSON-ready: findings and the like by their own `to_dict`, tuples as lists."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def ids(records: Iterable[Record]) -> tuple[str, ...]:
    """The ids of records, each once."""
    return tuple(dict.fromkeys(record.id for record in records))


def day_words(day: date | None, precision: str = "day") -> str:
    """An ISO day, month or year, as precisely as it is known; "?" for none."""
    length = {"year": 4, "decade": 4, "month": 7}.get(precision, 10)
    return day.isoformat()[:length] if day else "?"
