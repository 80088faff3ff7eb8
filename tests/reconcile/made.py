"""Claims made by hand, as small as a test needs them."""

from __future__ import annotations

from datetime import date
from itertools import count as numbers
from typing import Any

from gencatan.model import Actor, Claim, Count, Filler, Head, Place, Record, Span, When

# Whence claims without words or a place of their own are told apart: far behind the places that tests give.
FIRST = 1000
_next = numbers(FIRST)


def count_anew() -> None:
    """Begin again, so that a claim's words and place do not hang on the tests that ran before."""
    global _next
    _next = numbers(FIRST)


def actor(id: str, country: str | None = None, sector: str | None = None) -> Actor:
    return Actor(id, id, country or (id[:3] if id[:3].isupper() else None), sector)


AZE = actor("AZE", "AZE", "GOV")
KARABAKH = actor("nagorno-karabakh-authorities", "AZE", "PRE")
RUSSIA = actor("RUS", "RUS", "GOV")
STEPANAKERT = Place(Span(0, 4, "town"), "Stepanakert", "AZE", 39.8153, 46.7519, "city", 146970)
SHUSHA = Place(Span(0, 4, "town"), "Shusha", "AZE", 39.76, 46.75, "city", 585000)
GANJA = Place(Span(0, 4, "town"), "Ganja", "AZE", 40.68, 46.36, "city", 586523)


def record(
    kind: str,
    *,
    document: str = "",
    published: str | None = "2023-09-21",
    language: str = "en",
    outlet: str = "Example Wire (fictional)",
    day: str | tuple[str | None, str | None] | None = None,
    place: Place | None = None,
    status: str = "asserted",
    by: Actor | None = None,
    words: str = "",
    at: int | None = None,
    **slots: Any,
) -> Record:
    """A claim of a report of its own, unless `document` is given."""
    number = next(_next)
    words = words or f"words {number}"
    start = at if at is not None else number
    held: dict[str, Any] = {}
    for name, value in slots.items():
        if isinstance(value, list):
            held[name] = tuple(
                Filler(Span(0, 3, one if isinstance(one, str) else one.id), None if isinstance(one, str) else one)
                for one in value
            )
        elif isinstance(value, int):
            held[name] = Count(value, value, str(value))
        else:
            held[name] = value
    when = None
    if day is not None:
        first, last = (day, day) if isinstance(day, str) else day
        when = When(Span(0, 3, "day"), first, last, "day")
    claim = Claim(
        document=document or f"report-{number}",
        kind=kind,
        slots=held,
        evidence=(Span(start, start + len(words), words),),
        status=status,
        date=when,
        place=place,
        attribution=(Filler(Span(0, 2, by.id), by),) if by else (),
    )
    return Record(claim, Head(claim.document, date.fromisoformat(published) if published else None, language, outlet))
