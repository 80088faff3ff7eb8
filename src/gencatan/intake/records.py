"""JSON objects, JSONL lines and Parquet rows to documents; each error names the record and the field."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from gencatan.errors import FormatError
from gencatan.intake.encoding import control_problem
from gencatan.intake.plain import clean_text, refuse_empty
from gencatan.intake.settings import AUTO, IntakeSettings, iso_date
from gencatan.language.detect import identify, normalise_language
from gencatan.model import Document
from gencatan.model.vocabulary import DATE_PRECISIONS

_DIGEST = re.compile(r"[0-9a-f]{0,128}")
_STRINGS: Final = ("language", "title", "outlet", "source_uri", "retrieved_at", "raw_digest", "version_of")


@dataclass(frozen=True)
class Record:
    """One object of an input and where it stands, as its errors shall name it."""

    values: Mapping[str, Any]
    where: str
    default_uri: str

    def error(self, message: str) -> FormatError:
        """A FormatError that names the record."""
        return FormatError(message, source=self.where)


def parse_json(text: str, where: str) -> Any:
    """The value of a JSON text. Raises FormatError, also for numbers and nesting beyond all reason."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        at = f"line {error.lineno}, column {error.colno}" if "\n" in text else f"column {error.colno}"
        raise FormatError(f"is not valid JSON: {error.msg} ({at})", source=where) from error
    except RecursionError as error:
        raise FormatError("is not usable JSON: nested too deeply", source=where) from error
    except ValueError as error:
        raise FormatError("is not usable JSON: a number is too long", source=where) from error


def record_document(value: Any, settings: IntakeSettings, *, where: str, default_uri: str) -> Document:
    """The document of a JSON value: an object with `text`, or gold form with such an object under `document`.

    Raises FormatError that names the record and the field.
    """
    if not isinstance(value, dict):
        raise FormatError(
            f"holds {_kind(value)}, not an object with a text; for several reports use JSONL",
            source=where,
        )
    if isinstance(value.get("document"), dict):
        # Gold form has its own field names, whatever the columns of other inputs are called.
        return _document(Record(value["document"], where, default_uri), replace(settings, columns={}))
    return _document(Record(value, where, default_uri), settings)


def _document(record: Record, settings: IntakeSettings) -> Document:
    text = _text(record, settings)
    strings = {name: _string(record, settings, name) for name in _STRINGS}
    published = settings.published or _published(record, settings)
    precision = _string(record, settings, "published_precision") or "day"
    if precision not in DATE_PRECISIONS:
        raise record.error(f"field 'published_precision' is {precision[:40]!r}; one of {', '.join(DATE_PRECISIONS)}")
    digest = strings["raw_digest"] or ""
    if not _DIGEST.fullmatch(digest):
        raise record.error("field 'raw_digest' is no hexadecimal digest")
    return Document.create(
        text,
        id=_identifier(record, settings),
        published=published,
        published_precision="day" if settings.published else precision,
        source_uri=strings["source_uri"] or record.default_uri,
        language=document_language(text, settings, strings["language"] or ""),
        title=strings["title"],
        outlet=strings["outlet"],
        retrieved_at=strings["retrieved_at"],
        raw_digest=digest,
        version_of=strings["version_of"],
    )


def document_language(text: str, settings: IntakeSettings, declared: str) -> str:
    """The language as set, else as declared, else as detected; "" where the text does not show it."""
    if settings.language != AUTO:
        return normalise_language(settings.language)
    return normalise_language(declared) if declared.strip() else identify(text, prefer=settings.supported) or ""


def _text(record: Record, settings: IntakeSettings) -> str:
    column = settings.column("text")
    if column not in record.values:
        there = ", ".join(str(key)[:40] for key in list(record.values)[:12])
        raise record.error(f"has no field {column!r} for the text; it has: {there or 'nothing'}")
    text = record.values[column]
    if not isinstance(text, str):
        raise record.error(f"field {column!r} is {_kind(text)}, not a string")
    if len(text) > settings.max_bytes:
        raise record.error(f"field {column!r} is longer than the limit of {settings.max_bytes:,}")
    at = control_problem(text)
    if at is not None:
        raise record.error(f"field {column!r} holds binary data: U+{ord(text[at]):04X} at character {at}")
    refuse_empty(text, f"{record.where}: field {column!r}")
    return clean_text(text)


def _string(record: Record, settings: IntakeSettings, name: str) -> str | None:
    column = settings.column(name)
    if column not in record.values and column != name:
        raise record.error(f"has no field {column!r} for {name!r}")
    value = record.values.get(column)
    if value is None:
        return None
    if isinstance(value, datetime) and name == "retrieved_at":
        return value.isoformat()
    if not isinstance(value, str):
        raise record.error(f"field {column!r} is {_kind(value)}, not a string")
    return clean_text(value).replace("\n", " ").strip() or None


def _identifier(record: Record, settings: IntakeSettings) -> str:
    column = settings.column("id")
    value = record.values.get(column)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _string(record, settings, "id") or ""


def _published(record: Record, settings: IntakeSettings) -> date | None:
    column = settings.column("published")
    value = record.values.get(column)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = _string(record, settings, "published")
    if text is None:
        return None
    try:
        return iso_date(text)
    except ValueError as error:
        raise record.error(
            f"field {column!r} is {text[:40]!r}, not an ISO date (2023-09-20) or date and time"
        ) from error


def _kind(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true or false"
    return {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number"}.get(
        type(value), f"a {type(value).__name__}"
    )
