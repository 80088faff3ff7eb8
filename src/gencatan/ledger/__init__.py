"""The books: an append-only store of documents, claims, judgements and reviews, in SQLite or PostgreSQL."""

from gencatan.ledger.clock import before, end_of_day, instant
from gencatan.ledger.history import History, Reading, Resolution, Tombstone
from gencatan.ledger.ledger import Ledger, PurgeWarning
from gencatan.ledger.reviewed import Queued
from gencatan.ledger.scope import EVERYTHING, Scope
from gencatan.ledger.search import Hit
from gencatan.ledger.writer import Writer

__all__ = [
    "EVERYTHING",
    "History",
    "Hit",
    "Ledger",
    "PurgeWarning",
    "Queued",
    "Reading",
    "Resolution",
    "Scope",
    "Tombstone",
    "Writer",
    "before",
    "end_of_day",
    "instant",
]
