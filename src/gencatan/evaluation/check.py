"""What an annotated report and a claim to score must look like; each error names file, line and field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from typing import Any, Final

from gencatan.errors import FormatError
from gencatan.evaluation.files import Value
from gencatan.evaluation.items import ENUMERATED, FREE_TEXT, NAMED, UNSCORED, Json
from gencatan.model import normalise_text
from gencatan.model.vocabulary import KINDS, STATUSES, VALUES

CLAIM_KEYS: Final = frozenset(
    {"kind", "status", "slots", "date", "place", "attribution", "anchor", "resolved", "id", "note", "plover"}
)
_SHOWN: Final = 60
_BLANK: Final = re.compile(r"[ \t\r\n]*")


class _FaultError(Exception):
    """What is wrong with a field; `claim` is its claim's index where it has one."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"field '{field}' {message}")
        match = re.match(r"claims\[(\d+)\]", field)
        self.claim = int(match[1]) if match else None


def check_gold(value: Value) -> Json:
    """The annotated report that `value` holds. Raises FormatError that names line and field."""
    entry = value.value
    if not isinstance(entry, dict):
        raise value.error(f"holds {_sort(entry)}, not an annotated report")
    try:
        _document(entry)
        claims = _needed(entry, "claims", list, "a list", "")
        for n, claim in enumerate(claims):
            _claim(claim, f"claims[{n}]", entry["document"]["text"])
        for name in ("kept_back", "partial"):
            if not isinstance(entry.get(name, False), bool):
                raise _FaultError(name, "is neither true nor false")
    except _FaultError as fault:
        raise FormatError(str(fault), source=_place(value, fault.claim)) from None
    return entry


def check_system(value: Value) -> Json:
    """A claim to score: an object with the id of its document. What else may be wrong with it costs items only.

    Raises FormatError.
    """
    claim = value.value
    if not isinstance(claim, dict):
        raise value.error(f"holds {_sort(claim)}, not a claim")
    for name in ("document", "kind"):
        if not isinstance(claim.get(name, ""), str) or (name == "document" and name not in claim):
            raise value.error(f"field '{name}' is {_sort(claim.get(name))}, not a string")
    return claim


def _place(value: Value, claim: int | None) -> str:
    """Where the fault stands: in a JSON file the line on which the claim begins."""
    at = claim_offset(value.raw, claim) if claim is not None and value.line is None else None
    return value.where if at is None else f"{value.where}, line {value.raw.count(chr(10), 0, at) + 1}"


def claim_offset(raw: str, wanted: int) -> int | None:
    """Where claim number `wanted` (from 0) begins in the JSON text of an annotated report; None if it is not there."""
    decode, at = json.JSONDecoder().raw_decode, _skip(raw, 0) + 1
    try:
        while raw[at - 1] in "{,":
            name, at = decode(raw, _skip(raw, at))
            at = _skip(raw, _skip(raw, at) + 1)
            if name == "claims":
                at += 1
                for _ in range(wanted):
                    _, at = decode(raw, _skip(raw, at))
                    at = _skip(raw, at) + 1
                return _skip(raw, at)
            _, at = decode(raw, at)
            at = _skip(raw, at) + 1
    except (ValueError, IndexError, RecursionError):
        return None
    return None


def _skip(raw: str, at: int) -> int:
    match = _BLANK.match(raw, at)
    return match.end() if match else at


def _document(entry: Json) -> None:
    document = _object(_needed(entry, "document", dict, "an object", ""), "document")
    for name in ("id", "language", "text"):
        if not _needed(document, name, str, "a string", "document.").strip():
            raise _FaultError(f"document.{name}", "is empty")
    if normalise_text(document["text"]) != document["text"]:
        raise _FaultError("document.text", "is not Unicode NFC with \\n line ends, in which offsets count")
    for name in ("published", "published_precision", "title", "outlet"):
        if not isinstance(document.get(name), str | None):
            raise _FaultError(f"document.{name}", f"is {_sort(document[name])}, not a string")
    try:
        date.fromisoformat((document.get("published") or "2000-01-01")[:10])
    except ValueError:
        raise _FaultError("document.published", f"is {_show(document['published'])}, not an ISO date") from None


def _claim(claim: Any, field: str, text: str) -> None:
    _object(claim, field)
    for name in claim:
        if name not in CLAIM_KEYS:
            raise _FaultError(f"{field}.{name}", f"is no field of a claim; fields: {', '.join(sorted(CLAIM_KEYS))}")
    kind = _needed(claim, "kind", str, "a string", f"{field}.")
    if kind not in KINDS:
        raise _FaultError(f"{field}.kind", f"is {_show(kind)}, no kind; kinds: {', '.join(KINDS)}")
    if claim.get("status", "asserted") not in STATUSES:
        raise _FaultError(f"{field}.status", f"is {_show(claim['status'])}; one of {', '.join(STATUSES)}")
    anchor = _needed(claim, "anchor", str, "a string", f"{field}.")
    if not anchor.strip() or anchor not in text:
        raise _FaultError(f"{field}.anchor", "is not in the text")  # its words stay unsaid: the report may be kept back
    for name, value in _needed(claim, "slots", dict, "an object", f"{field}.").items():
        if value not in (None, [], {}, "") and name not in UNSCORED:
            _slot(kind, name, value, f"{field}.slots.{name}")
    when = _object(claim.get("date") or {}, f"{field}.date")
    for bound in ("start", "end"):
        if not isinstance(when.get(bound), str | None):
            raise _FaultError(f"{field}.date.{bound}", f"is {_sort(when[bound])}, not an ISO date")
    if claim.get("place"):
        _wordings(claim["place"], f"{field}.place")
    _each(claim.get("attribution") or [], f"{field}.attribution", _wordings)


def _slot(kind: str, name: str, value: Any, field: str) -> None:
    if name in ENUMERATED:
        _wordings(value, field)
        known = VALUES.get((kind, name), ())
        for accepted in [value] if isinstance(value, str) else value:
            if known and accepted not in known:
                raise _FaultError(field, f"is {_show(accepted)}; one of {', '.join(known)}")
    elif name in NAMED:
        _each(value, field, _wordings)
    elif name in FREE_TEXT:
        _wordings(value, field)
    elif name == "count":
        for bound in ("min", "max"):
            number = _object(value, field).get(bound)
            if not isinstance(number, int | None) or isinstance(number, bool):
                raise _FaultError(f"{field}.{bound}", f"is {_show(number)}, not a whole number")


def _each(value: Any, field: str, check: Callable[[Any, str], None]) -> None:
    if not isinstance(value, list):
        raise _FaultError(field, f"is {_sort(value)}, not a list")
    for n, part in enumerate(value):
        check(part, f"{field}[{n}]")


def _wordings(value: Any, field: str) -> None:
    """A wording, or a list of those accepted."""
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list) or not parts or not all(isinstance(part, str) for part in parts):
        raise _FaultError(field, "is neither a string nor a list of strings")


def _object(value: Any, field: str) -> Json:
    if not isinstance(value, dict):
        raise _FaultError(field, f"is {_sort(value)}, not an object")
    return value


def _needed(holder: Json, name: str, type_: type, sort: str, prefix: str) -> Any:
    if name not in holder:
        raise _FaultError(f"{prefix}{name}", "is missing")
    if not isinstance(holder[name], type_):
        raise _FaultError(f"{prefix}{name}", f"is {_sort(holder[name])}, not {sort}")
    return holder[name]


def _sort(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _show(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= _SHOWN else shown[:_SHOWN] + "…"
