"""What a person's word may hold: one strict check, for whatever face it comes through.

Corrections are rows that stay, so what fits no claim is refused before it is one. Everything here is pure and raises
ValueError with the field's name; `misfit` says the same as words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from gencatan.model.books import GROUPS, Review
from gencatan.model.vocabulary import (
    COUNT,
    DATE_PRECISIONS,
    ENUM,
    FILLERS,
    HEDGES,
    KINDS,
    PLACE_PRECISIONS,
    SECTORS,
    STATUSES,
    VALUES,
)

CORRECTABLE: Final = ("status", "date", "place", "attribution", "slots")
NEEDED: Final = MappingProxyType(
    {
        "event": ("act",),
        "casualty": ("harm",),
        "agreement": ("type", "stage"),
        "obligation": ("action",),
        "meeting": ("format",),
        "statement": ("act",),
        "territory": ("relation",),
        "deployment": ("change",),
        "mediation": (),
    }
)
"""Slots without which there is no claim of the kind: a correction may change them, not take them out."""
LONGEST_TEXT: Final = 10_000
"""Code points of one filler, place or note."""
LAST_OFFSET: Final = 100_000_000
MOST_PEOPLE: Final = 10**10
MOST_FILLERS: Final = 100
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COUNTRY: Final = re.compile(r"[A-Z]{3}")


def misfit(review: Review, kind: str | None = None) -> str:
    """Why the review's body fits no claim of the kind (None: of any kind), naming the field; "" where it fits."""
    try:
        check_body(review, kind)
    except ValueError as error:
        return str(error)
    return ""


def check_body(review: Review, kind: str | None = None) -> None:
    """Raise ValueError unless the body holds what its action takes. A purged one, which is empty, does."""
    beside = {"correct": CORRECTABLE, "merge": ("kind",), "split": ("kind",), "note": ("undoes",)}
    body = _object("the review", review.body, (), ("words", *beside.get(review.action, ())))
    for name in ("words", "undoes"):
        if name in body:
            _text(name, body[name], empty=True)
    if "kind" in body:
        _one_of("kind", body["kind"], GROUPS)
    if review.action == "correct":
        check_correction({name: value for name, value in body.items() if name in CORRECTABLE}, kind)


def check_correction(fields: Mapping[str, Any], kind: str | None = None) -> None:
    """Raise ValueError unless a claim of the kind (None: of any kind) can hold these fields, as JSON has them."""
    for name, value in _object("the correction", fields, (), CORRECTABLE).items():
        if name == "status":
            _one_of(name, value, STATUSES)
        elif name == "date" and value is not None:
            _when(name, value)
        elif name == "place" and value is not None:
            _place(name, value)
        elif name == "attribution":
            _fillers(name, value)
    if "slots" in fields:
        _slots(fields["slots"], kind)


def _slots(value: Any, kind: str | None) -> None:
    known = KINDS[kind] if kind is not None else dict.fromkeys(name for slots in KINDS.values() for name in slots)
    for name, slot in _object("slots", value, (), tuple(known)).items():
        if kind is not None:
            _slot(kind, name, slot)
            continue
        errors = [error for one in KINDS if name in KINDS[one] and (error := _slot_error(one, name, slot))]
        if len(errors) == sum(name in slots for slots in KINDS.values()):
            raise ValueError(errors[0])


def _slot_error(kind: str, name: str, value: Any) -> str:
    try:
        _slot(kind, name, value)
    except ValueError as error:
        return str(error)
    return ""


def _slot(kind: str, name: str, value: Any) -> None:
    where, held = f"slots.{name}", KINDS[kind][name]
    if value is None:
        if name in NEEDED[kind]:
            raise ValueError(f"{where}: there is no {kind} without it")
    elif held == ENUM:
        _one_of(where, value, VALUES[kind, name])
    elif held == FILLERS:
        _fillers(where, value)
        if not value:
            raise ValueError(f"{where} is empty; null takes it out")
    elif held == COUNT:
        _count(where, value)
    else:
        _span(where, _object(where, value, ("text", "start", "end")))


def _count(where: str, value: Any) -> None:
    count = _object(where, value, ("min", "max", "text", "hedge"))
    for name in ("min", "max"):
        if count[name] is not None:
            _whole(f"{where}.{name}", count[name], MOST_PEOPLE)
    if count["min"] is not None and count["max"] is not None and count["min"] > count["max"]:
        raise ValueError(f"{where}: min {count['min']} is more than max {count['max']}")
    _text(f"{where}.text", count["text"])
    _one_of(f"{where}.hedge", count["hedge"], HEDGES)


def _fillers(where: str, value: Any) -> None:
    if not isinstance(value, list | tuple) or len(value) > MOST_FILLERS:
        raise ValueError(f"{where} {_shown(value)} is no list of up to {MOST_FILLERS} fillers")
    for number, one in enumerate(value):
        at = f"{where}[{number}]"
        filler = _object(at, one, ("text", "start", "end"), ("actor",))
        _span(at, filler)
        if filler.get("actor") is not None:
            _actor(f"{at}.actor", filler["actor"])


def _actor(where: str, value: Any) -> None:
    actor = _object(where, value, ("id", "name"), ("country", "sector", "role"))
    _text(f"{where}.id", actor["id"])
    _text(f"{where}.name", actor["name"], empty=True)
    _optional(f"{where}.country", actor.get("country"), _country)
    _optional(f"{where}.sector", actor.get("sector"), lambda at, given: _one_of(at, given, SECTORS))
    _optional(f"{where}.role", actor.get("role"), _text)


def _when(where: str, value: Any) -> None:
    when = _object(where, value, ("text", "start", "end", "precision", "offsets"))
    days = [when[name] for name in ("start", "end")]
    for name, day in zip(("start", "end"), days, strict=True):
        _optional(f"{where}.{name}", day, _day)
    if None not in days and days[0] > days[1]:
        raise ValueError(f"{where}: start {days[0]} is after end {days[1]}")
    _one_of(f"{where}.precision", when["precision"], DATE_PRECISIONS)
    offsets = when["offsets"]
    if not isinstance(offsets, list | tuple) or len(offsets) != 2:
        raise ValueError(f"{where}.offsets {_shown(offsets)} is no pair of numbers")
    _span(where, {"text": when["text"], "start": offsets[0], "end": offsets[1]})


def _place(where: str, value: Any) -> None:
    others = ("name", "country", "lat", "lon", "precision", "geoname_id", "region")
    place = _object(where, value, ("text", "start", "end"), others)
    _span(where, place)
    for name in ("name", "region"):
        _optional(f"{where}.{name}", place.get(name), _text)
    _optional(f"{where}.country", place.get("country"), _country)
    for name, most in (("lat", 90), ("lon", 180)):
        degrees = place.get(name)
        number = isinstance(degrees, int | float) and not isinstance(degrees, bool)
        if degrees is not None and not (number and -most <= degrees <= most):
            raise ValueError(f"{where}.{name} {_shown(degrees)} is no number of degrees")
    _optional(f"{where}.precision", place.get("precision"), lambda at, given: _one_of(at, given, PLACE_PRECISIONS))
    _optional(f"{where}.geoname_id", place.get("geoname_id"), lambda at, given: _whole(at, given, LAST_OFFSET))


def _span(where: str, value: Mapping[str, Any]) -> None:
    _text(f"{where}.text", value["text"])
    for name in ("start", "end"):
        _whole(f"{where}, {name} of its words,", value[name], LAST_OFFSET)
    if value["start"] > value["end"]:
        raise ValueError(f"{where}: its words end at {value['end']}, before they start at {value['start']}")


def _object(where: str, value: Any, needed: tuple[str, ...], others: tuple[str, ...] = ()) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise ValueError(f"{where} {_shown(value)} is no object")
    known = (*needed, *others)
    for name in value:
        if name not in known:
            raise ValueError(f"{where} has no field {_shown(name)}; known: {', '.join(known)}")
    for name in needed:
        if name not in value:
            raise ValueError(f"{where}.{name} is missing")
    return value


def _optional(where: str, value: Any, check: Callable[[str, Any], None]) -> None:
    if value is not None:
        check(where, value)


def _one_of(where: str, value: Any, known: tuple[str, ...]) -> None:
    if not isinstance(value, str) or value not in known:
        raise ValueError(f"{where} {_shown(value)}; known: {', '.join(known)}")


def _text(where: str, value: Any, *, empty: bool = False) -> None:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT or not (value.strip() or empty):
        raise ValueError(f"{where} {_shown(value)} is no text of up to {LONGEST_TEXT} characters")


def _whole(where: str, value: Any, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise ValueError(f"{where} {_shown(value)} is no whole number from 0 to {most}")


def _country(where: str, value: Any) -> None:
    if not isinstance(value, str) or not _COUNTRY.fullmatch(value):
        raise ValueError(f"{where} {_shown(value)} is no ISO 3166-1 alpha-3 code")


def _day(where: str, value: Any) -> None:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            date.fromisoformat(value)
        except ValueError:
            pass
        else:
            return
    raise ValueError(f"{where} {_shown(value)} is no date such as 2023-09-20")


def _shown(value: Any) -> str:
    """A value in a message, however long it is."""
    if isinstance(value, str | bool | float) or value is None:
        return repr(value) if not isinstance(value, str) else repr(value[:60])
    if isinstance(value, int):
        return str(value) if abs(value) < 10**18 else "(too large)"
    return "(a list)" if isinstance(value, list | tuple) else "(an object)"
