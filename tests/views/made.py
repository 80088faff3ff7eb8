"""Claims made by hand, for questions that must not depend on what the reader happens to read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import count
from typing import Any

from gencatan.model import Actor, Claim, Count, Filler, Head, Judgement, Place, Record, Review, Snapshot, Span, When
from gencatan.model.vocabulary import FILLERS, KINDS, TEXT
from gencatan.views.conflict import Conflict, find_conflict
from gencatan.views.desk import Desk

KARABAKH = "nagorno-karabakh-authorities"
ACTORS = {
    "Baku": Actor("AZE/GOV", "Azerbaijan's government", "AZE", "GOV"),
    "Azerbaijan": Actor("AZE", "Azerbaijan", "AZE"),
    "Stepanakert": Actor(KARABAKH, "Nagorno-Karabakh authorities"),
    "ombudsman": Actor(KARABAKH, "Nagorno-Karabakh authorities"),
    "Yerevan": Actor("ARM/GOV", "Armenia's government", "ARM", "GOV"),
    "Moscow": Actor("RUS/GOV", "Russia's government", "RUS", "GOV"),
    "Paris": Actor("FRA/GOV", "France's government", "FRA", "GOV"),
    "Cambodia": Actor("KHM", "Cambodia", "KHM"),
    "ten Armenian soldiers": Actor("ARM/MIL", "Armenia's forces", "ARM", "MIL"),
    "192 servicemen": Actor("AZE/MIL", "Azerbaijan's forces", "AZE", "MIL"),
}
PLACES = {
    "Stepanakert": Place(Span(0, 11, "Stepanakert"), "Stepanakert", "AZE", 39.8, 46.7, "city", 146970),
    "Karabakh": Place(Span(0, 8, "Karabakh"), "Nagorno-Karabakh", "AZE", region="nagorno-karabakh"),
    "Russia": Place(Span(0, 6, "Russia"), "Russia", "RUS", precision="country"),
    "Paris": Place(Span(0, 5, "Paris"), "Paris", "FRA", 48.8, 2.3, "city", 2988507),
}
_numbers = count(1)


def filler(words: str) -> Filler:
    """A filler; who it is where `ACTORS` knows it."""
    return Filler(Span(0, len(words), words), ACTORS.get(words))


def record(
    kind: str,
    *,
    day: str | None = None,
    until: str | None = None,
    at: str | None = None,
    says: str = "",
    said: str | None = "2023-09-21",
    outlet: str = "Example Wire",
    document: str = "",
    words: str = "",
    status: str = "asserted",
    offset: int = 0,
    **slots: Any,
) -> Record:
    """A claim of `kind`; fillers as words, a count as (min, max), dates and the report's day as ISO."""
    number = next(_numbers)
    document = document or f"{outlet}, {said}"
    words = words or f"words of claim {number}"
    held: dict[str, Any] = {}
    for name, value in slots.items():
        sort = KINDS[kind][name]
        if sort == FILLERS:
            held[name] = tuple(filler(one) for one in value)
        elif sort == TEXT:
            held[name] = Span(0, len(value), value)
        else:
            held[name] = Count(value[0], value[1], str(value)) if isinstance(value, tuple) else value
    when = When(Span(0, 4, "then"), day, until or day, "day") if day or until else None
    claim = Claim(
        document,
        kind,
        held,
        (Span(offset, offset + len(words), words),),
        status,
        when,
        PLACES[at] if at else None,
        (filler(says),) if says else (),
    )
    head = Head(document, date.fromisoformat(said) if said else None, "en", outlet)
    return Record(claim, head)


def desk(
    records: Sequence[Record],
    judgements: Sequence[Judgement] = (),
    reviews: Sequence[Review] = (),
    *,
    as_of: datetime | None = None,
    conflict: Conflict | None = None,
    everything: bool = False,
) -> Desk:
    """A desk on these claims, in the snapshot's order; the bundled conflict unless `everything`."""
    ordered = sorted(
        records, key=lambda one: (one.head.published or date.max, one.head.id, one.claim.evidence[0].start, one.id)
    )
    snapshot = Snapshot(tuple(ordered), tuple(judgements), tuple(reviews), as_of)
    return Desk(snapshot, None if everything else conflict or find_conflict("nagorno-karabakh"))


def judged(relation: str, one: Record, other: Record, score: float = 0.95) -> Judgement:
    """A judgement on two claims; of `supersedes`, `one` is the newer."""
    first, second = (one.id, other.id) if relation == "supersedes" else sorted((one.id, other.id))
    return Judgement(relation, first, second, score, ("day",), "test/1")


def review(action: str, *targets: Record, by: str = "ana", at: str = "2024-01-01T00:00:00Z", **body: Any) -> Review:
    """A person's word."""
    return Review(action, tuple(one.id for one in targets), by, at, body)
