"""Reports and claims by hand, so that a test says what it is about and reads nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from gencatan.ledger import Ledger, Writer
from gencatan.model import Actor, Claim, Count, Document, Filler, Place, Run, Span, When

RUN = Run("0.1.0", {"en": "1"})
NEWER = Run("0.2.0", {"en": "2"})

AZE = Actor("AZE/MIL", "Azerbaijani army", "AZE", "MIL")
ARM = Actor("ARM/GOV", "government of Armenia", "ARM", "GOV")


def report(id: str, published: str | None = "2023-09-19", text: str = "", **fields: Any) -> Document:
    """A report of three clauses: an attack, its dead, a truce."""
    text = text or f"Report {id}. The army shelled Mardakert. At least 12 people were killed. A truce was agreed."
    return Document.create(text, id=id, published=published, language="en", outlet="Kabar Contoh", **fields)


def span(document: Document, words: str) -> Span:
    """Where words stand in a document."""
    start = document.text.index(words)
    return Span(start, start + len(words), words)


def shelling(document: Document, *, start: str | None = "2023-09-19", confidence: float = 0.8) -> Claim:
    """The attack."""
    place = span(document, "Mardakert")
    return Claim(
        document.id,
        "event",
        {"act": "shelling", "actor": (Filler(span(document, "The army"), AZE),)},
        (span(document, "The army shelled Mardakert"),),
        date=When(span(document, "Report"), start, start, "day") if start else None,
        place=Place(place, "Martakert", "AZE", 40.2, 46.8, "city", 616490, "nagorno-karabakh"),
        confidence=confidence,
    )


def dead(document: Document, count: int = 12, *, status: str = "asserted") -> Claim:
    """The toll, its date and place unknown."""
    words = re.search(r"At least \d+ people were killed", document.text)
    assert words is not None
    return Claim(
        document.id,
        "casualty",
        {"harm": "killed", "count": Count(count, None, f"At least {count}", "at_least")},
        (Span(words.start(), words.end(), words.group()),),
        status=status,
    )


def truce(document: Document) -> Claim:
    """The agreement."""
    return Claim(document.id, "agreement", {"type": "ceasefire", "stage": "agreed"}, (span(document, "A truce"),))


def claims(document: Document) -> list[Claim]:
    """All three."""
    return [shelling(document), dead(document), truce(document)]


def keys(of: list[Claim]) -> dict[str, tuple[str, ...]]:
    """One block for each kind."""
    return {claim.id: (f"kind:{claim.kind}",) for claim in of}


def add(writer: Writer, document: Document, found: list[Claim] | None = None, run: Run = RUN) -> bool:
    """Add a document and what is read in it."""
    added = writer.add_document(document)
    found = claims(document) if found is None else found
    return writer.add_reading(document.id, run, found, keys(found)) or added


def fill(ledger: Ledger, *documents: Document) -> None:
    """Add documents, each with its three claims."""
    with ledger.writing() as writer:
        for document in documents:
            add(writer, document)


def words_of(numbers: Iterable[int]) -> str:
    """A word for each number, all different."""
    return " ".join(f"w{number}" for number in numbers)


def resolved_better(claim: Claim) -> Claim:
    """The same claim with another resolution."""
    return replace(claim, confidence=round(1 - claim.confidence, 2))
