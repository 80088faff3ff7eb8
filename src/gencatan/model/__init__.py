"""The nouns of gencatan, frozen and typed; imports nothing above itself."""

from gencatan.model.books import Head, Judgement, Record, Review, Run, Snapshot
from gencatan.model.claim import Actor, Claim, Count, Filler, Place, Plover, ReaderMark, SlotValue, Span, When
from gencatan.model.document import Document, normalise_text

__all__ = [
    "Actor",
    "Claim",
    "Count",
    "Document",
    "Filler",
    "Head",
    "Judgement",
    "Place",
    "Plover",
    "ReaderMark",
    "Record",
    "Review",
    "Run",
    "SlotValue",
    "Snapshot",
    "Span",
    "When",
    "normalise_text",
]
