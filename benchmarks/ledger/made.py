"""Generated reports: as full of names, numbers and places as real ones, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gencatan.model import Actor, Claim, Count, Document, Filler, Place, Plover, ReaderMark, Span, When
from gencatan.views.conflict import Area, Conflict, Party

SEED: Final = 20
CONFLICTS: Final = 20
"""Conflicts that the reports tell of: one is a twentieth of the books, as a desk that follows many has it."""
ACTS: Final = ("attack", "clash", "shelling", "air_strike", "explosion", "arrest", "blockade", "retreat")
WORDS: Final = (
    *("the", "army", "said", "forces", "near", "village", "on", "morning"),
    *("after", "talks", "ended", "without", "result", "moved"),
)
START: Final = date(2020, 1, 1)
DAYS: Final = 1_000


@dataclass(frozen=True)
class Report:
    """A document with what is read in it, and the keys of its claims' blocks."""

    document: Document
    claims: list[Claim]
    keys: dict[str, tuple[str, ...]]


def region(conflict: int) -> str:
    """The slug of a conflict's region."""
    return f"region-{conflict:02}"


def conflict(number: int) -> Conflict:
    """One of the conflicts that the reports tell of, as `--conflict` takes it."""
    name = {"en": f"Conflict {number}", "id": f"Konflik {number}"}
    return Conflict(f"conflict-{number:02}", name, (Party(name, (f"rebels-{number}",)),), area=Area(regions=(region(number),)))


def reports(number: int, claims: int) -> Iterator[Report]:
    """`number` reports in the order that they are published, `claims` claims in all."""
    drawn = random.Random(SEED)
    for at in range(number):
        yield _report(drawn, at, START + timedelta(days=at * DAYS // number), claims // number)


def _report(drawn: random.Random, at: int, day: date, number: int) -> Report:
    conflict = drawn.randrange(CONFLICTS)
    sentences = [" ".join(drawn.choices(WORDS, k=14)) for _ in range(number)]
    # Each sentence begins with its own number, so that no two claims of a report are the same.
    sentences = [f"{place} Rebels hit Town{drawn.randrange(40)} killing {drawn.randrange(2, 90)}, {sentence}."
                 for place, sentence in enumerate(sentences)]  # fmt: skip
    document = Document.create(
        "\n".join(sentences),
        published=day,
        language="en",
        outlet=f"Outlet {drawn.randrange(30)}",
        title=f"Report {at}",
        source_uri=f"https://news.example/{at}",
    )
    found: list[Claim] = []
    offset = 0
    for sentence in sentences:
        found.append(_claim(drawn, document, conflict, offset, sentence, day))
        offset += len(sentence) + 1
    return Report(document, found, {claim.id: _keys(claim, conflict, day) for claim in found})


def _claim(drawn: random.Random, document: Document, conflict: int, offset: int, sentence: str, day: date) -> Claim:
    def span(words: str) -> Span:
        start = offset + sentence.index(words)
        return Span(start, start + len(words), words)

    town, count = sentence.split()[3], sentence.split()[5].rstrip(",")
    rebels = Filler(span("Rebels"), Actor(f"rebels-{conflict}", "Rebels", "XAA", "REB"))
    army = Filler(
        span("army") if "army" in sentence else span("Rebels"), Actor(f"X{conflict:02}/MIL", "army", "XBB", "MIL")
    )
    happened = (day - timedelta(days=drawn.randrange(4))).isoformat()
    common = {
        "date": When(span(count), happened, happened, "day"),
        "place": Place(span(town), town, "XAA", 40.2, 46.8, "city", 1000 * conflict + int(town[4:]), region(conflict)),
        "attribution": (army,),
        "plover": Plover("ASSAULT", "firearms"),
        "confidence": 0.75,
        "reader": ReaderMark("gencatan", "0.1.0", "event:attack[3]"),
    }
    evidence = (span(sentence.split(",")[0]),)
    if drawn.random() < 0.3:
        slots = {"harm": "killed", "count": Count(int(count), int(count), count), "victims": (army,)}
        return Claim(document.id, "casualty", slots, evidence, **common)  # type: ignore[arg-type]
    slots = {"act": drawn.choice(ACTS), "actor": (rebels,), "target": (army,)}
    return Claim(document.id, "event", slots, evidence, **common)  # type: ignore[arg-type]


def _keys(claim: Claim, conflict: int, day: date) -> tuple[str, ...]:
    """Blocks as reconciling makes them: a place and a stretch of days."""
    assert claim.place is not None
    week = day.toordinal() // 4
    return tuple(f"{claim.kind}:{claim.place.geoname_id}:{at}" for at in (week, week + 1))
