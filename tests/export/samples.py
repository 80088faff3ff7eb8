"""Reports and claims made by hand, so that pages are tested without a parser."""

from __future__ import annotations

from typing import Any

from gencatan import Actor, Claim, Count, Document, Filler, Place, Span, When
from gencatan.reading.explaining.explanation import (
    Candidate,
    ClaimNote,
    EntryNote,
    Explanation,
    Node,
    Part,
    Resolution,
    SentenceNote,
    SlotNote,
    TriggerNote,
)

TEXT = (
    "Northland and Southland agreed to a truce in Goris on Wednesday, a spokesman said.\n"
    "At least 32 people were killed on Tuesday. Southland denied shelling the town."
)


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(words, at + 1)
    return Span(at, at + len(words), words)


def document(text: str = TEXT, **fields: str | None) -> Document:
    given: dict[str, Any] = {
        "language": "en",
        "published": "2023-09-20",
        "title": "A truce",
        "outlet": "Sample Gazette (invented)",
    }
    return Document.create(text, id="sample", **{**given, **fields})


def claims() -> list[Claim]:
    """An agreement with a place and a date, a toll, a denied event."""

    def filler(words: str, nth: int = 0, actor: Actor | None = None) -> Filler:
        return Filler(span(TEXT, words, nth), actor)

    agreement = Claim(
        "sample",
        "agreement",
        {
            "type": "ceasefire",
            "stage": "agreed",
            "parties": (filler("Northland", 0, Actor("northland", "Northland")), filler("Southland")),
        },
        (span(TEXT, "Northland and Southland agreed to a truce in Goris on Wednesday"),),
        date=When(span(TEXT, "Wednesday"), "2023-09-20", "2023-09-20", "day"),
        place=Place(span(TEXT, "Goris"), "Goris", "ARM", 39.5, 46.3, "city", 174710),
        attribution=(filler("a spokesman"),),
        confidence=0.7,
    )
    toll = Claim(
        "sample",
        "casualty",
        {"harm": "killed", "count": Count(32, None, "At least 32", "at_least"), "victims": (filler("people"),)},
        (span(TEXT, "At least 32 people were killed on Tuesday"),),
        date=When(span(TEXT, "Tuesday"), "2023-09-19", "2023-09-19", "day"),
    )
    denied = Claim(
        "sample",
        "event",
        {"act": "shelling", "actor": (filler("Southland", 1),), "target": (filler("the town"),)},
        (span(TEXT, "Southland denied shelling the town"),),
        status="denied",
    )
    return [agreement, toll, denied]


def explanation(report: Document, read: list[Claim]) -> Explanation:
    """Notes on every claim, all of the first sentence."""
    words = report.text.split("\n")[0].split()
    nodes, at = [], 0
    for index, word in enumerate(words):
        start = report.text.index(word, at)
        at = start + len(word)
        nodes.append(Node(index, Span(start, at, word), word.lower(), "NOUN", "dep" if index else "root", 0))
    entry = EntryNote("event.toml[12]", "en/triggers/event.toml", 120, "event", "verb", {}, "transitive", {})
    note = {
        claim.id: ClaimNote(
            claim=claim,
            sentence=0,
            trigger=TriggerNote(entry, "agree", nodes[min(3, len(nodes) - 1)].span, 3, "act"),
            status=claim.status,
            signals=(("denied", "denied"),) if claim.status == "denied" else (),
            slots=(SlotNote("actor", "Southland", claim.evidence[0], "role", "subj", ("nsubj", "^conj")),),
            resolutions=(
                Resolution(
                    "place",
                    claim.evidence[0],
                    "Goris, ARM",
                    "best",
                    (Candidate("Goris", "town · ARM", 0.9, True), Candidate("Goris", "village · ARM", 0.1, False)),
                ),
            ),
            confidence=(Part("filled", 0.66), Part("kind", 0.04)),
        )
        for claim in read
    }
    first = Span(0, len(report.text.split("\n")[0]), report.text.split("\n")[0])
    return Explanation(report, tuple(read), note, (SentenceNote(0, first, "parsed", tuple(nodes), ()),))


def large() -> tuple[Document, list[Claim], Explanation]:
    """A report of 3,000 words with 200 claims, each with slots and a note."""
    sentence = (
        "Northern forces shelled the harbour of Eastport on Tuesday, killing 12 people, officials said there again."
    )
    count = 200
    text = "\n".join(" ".join([sentence] * 4) for _ in range(count // 4))
    assert len(text.split()) >= 3_000
    report = document(text)
    read = []
    kinds = ("event", "casualty", "statement", "meeting", "deployment")
    for number in range(count):
        at = sum(len(sentence) + 1 for _ in range(number))
        evidence = Span(at, at + len(sentence) - 1, text[at : at + len(sentence) - 1])
        who = Filler(Span(at, at + 15, text[at : at + 15]))
        slot = {"event": "actor", "casualty": "victims", "statement": "speaker", "meeting": "participants"}
        kind = kinds[number % len(kinds)]
        when = When(Span(at + 45, at + 55, text[at + 45 : at + 55]), "2023-09-19", "2023-09-19", "day")
        read.append(Claim("sample", kind, {slot.get(kind, "force"): (who,)}, (evidence,), date=when))
    return report, read, explanation(report, read)
