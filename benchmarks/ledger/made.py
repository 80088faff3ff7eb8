"""Generated reports: as full of names, numbers and places as real ones, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from gencatan.model import Actor, Claim, Count, Document, Filler, Place, Plover, ReaderMark, SlotValue, Span, When

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
    """A document with what is read in it."""

    document: Document
    claims: list[Claim]


def region(conflict: int) -> str:
    """The slug of a conflict's region."""
    return f"region-{conflict:02}"


def reports(number: int, claims: int) -> Iterator[Report]:
    """`number` reports in the order that they are published, `claims` claims in all."""
    drawn = random.Random(SEED)
    for at in range(number):
        yield _report(drawn, at, START + timedelta(days=at * DAYS // number), claims // number)


def later_reports(number: int, claims: int, conflict: int) -> Iterator[Report]:
    """As many reports of one conflict, published after all others."""
    drawn = random.Random(SEED + 1)
    for at in range(number):
        yield _report(drawn, 1_000_000 + at, START + timedelta(days=DAYS + at), claims // number, conflict)


def _report(drawn: random.Random, at: int, day: date, number: int, conflict: int | None = None) -> Report:
    conflict = drawn.randrange(CONFLICTS) if conflict is None else conflict
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
    return Report(document, found)


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
        "place": _place(span(town), conflict, int(town.removeprefix("Town"))),
        "attribution": (army,),
        "plover": Plover("ASSAULT", "firearms"),
        "confidence": 0.75,
        "reader": ReaderMark("gencatan", "0.1.0", "event:attack[3]"),
    }
    evidence = (span(sentence.split(",")[0]),)
    kind, slots = _slots(drawn, rebels, army, Count(int(count), int(count), count))
    return Claim(document.id, kind, slots, evidence, **common)  # type: ignore[arg-type]


def _place(span: Span, conflict: int, town: int) -> Place:
    """A town of a conflict's region, some 50 km from the next."""
    lat, lon = 10.0 + conflict * 3 + town // 6 * 0.5, 40.0 + town % 6 * 0.5
    return Place(span, span.text, "XAA", lat, lon, "city", 1000 * conflict + town, region(conflict))


def _slots(drawn: random.Random, rebels: Filler, army: Filler, count: Count) -> tuple[str, dict[str, SlotValue]]:
    """Mostly acts and their dead, some agreements, duties and meetings."""
    which = drawn.random()
    if which < 0.6:
        return "event", {"act": drawn.choice(ACTS), "actor": (rebels,), "target": (army,)}
    if which < 0.9:
        return "casualty", {"harm": "killed", "count": count, "victims": (army,)}
    if which < 0.93:
        return "agreement", {"type": "ceasefire", "stage": "agreed", "parties": (rebels, army)}
    if which < 0.97:
        action = drawn.choice(("withdraw", "cease_hostilities", "release"))
        return "obligation", {"action": action, "obligor": (rebels,), "basis": "agreement"}
    return "meeting", {"format": "talks", "participants": (rebels, army)}
