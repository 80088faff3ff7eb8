"""What the caller decides about intake: limits, dates, language, column names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from gencatan.errors import UsageError

FIELDS: Final = (
    "id",
    "text",
    "published",
    "language",
    "title",
    "outlet",
    "source_uri",
    "published_precision",
    "retrieved_at",
    "raw_digest",
    "version_of",
)
"""What a JSON object, JSONL line or Parquet row may hold; a field's column has its name unless configured."""

AUTO: Final = "auto"

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def iso_date(value: str) -> date:
    """The date of an ISO date, or of an ISO instant as it is written (no change of time zone).

    Raises ValueError.
    """
    value = value.strip()
    if not _ISO_DATE.match(value) or not value.isascii():
        raise ValueError("not an ISO date")
    return date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value).date()


def parse_published(value: str) -> date:
    """The publication date from a command line's `--published`.

    Raises UsageError.
    """
    try:
        return iso_date(value)
    except ValueError as error:
        raise UsageError(f"publication date {value[:40]!r} is not a date as in 2023-09-20 (year-month-day)") from error


@dataclass(frozen=True)
class IntakeSettings:
    """How sources are read.

    `published` and `language`, where given, stand for every document and override what the input says of
    itself. `supported` are the languages that detection leans towards where two are close. `columns` maps a
    field to the column or key that holds it, where that has another name. `max_bytes` bounds a file, a page
    (after decompression), a JSONL line and a Parquet cell; `timeout_s` bounds one whole fetch, redirects included.

    Raises UsageError for values that make no sense.
    """

    published: date | None = None
    language: str = AUTO
    supported: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    max_bytes: int = 20_000_000
    timeout_s: float = 30.0
    max_redirects: int = 5
    allow_private: bool = False

    def __post_init__(self) -> None:
        """Refuse settings that could only confuse later."""
        unknown = sorted(set(self.columns) - set(FIELDS))
        if unknown:
            raise UsageError(f"column for unknown field {unknown[0]!r}; fields: {', '.join(FIELDS)}")
        if self.max_bytes <= 0 or self.timeout_s <= 0 or self.max_redirects < 0:
            raise UsageError("limits on size and time must be above zero, on redirects not below it")

    def column(self, name: str) -> str:
        """The column or key that holds field `name`."""
        return self.columns.get(name, name)
