"""Full-text search over what is current, the same in both stores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, TextualSelect, and_, select, text

from gencatan.ledger import codec
from gencatan.ledger.records import RecordCache
from gencatan.ledger.schema import documents, members
from gencatan.ledger.visible import Clock, at, current, latest_reading
from gencatan.ledger.words import Term, fts_query, index_words, parse_query, runs, ts_query, tsvectors
from gencatan.model import Head, Record, Span

AROUND: Final = 120
"""Code points shown before and after the first word found."""
MOST_FOUND: Final = 50
"""Places in one document that a hit lists."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that has all that was asked for.

    `found` are the words in its text, `snippet` what stands around the first of them (None where only the title has
    them), `records` the claims whose evidence holds one of them.
    """

    head: Head
    snippet: Span | None
    found: tuple[Span, ...]
    records: tuple[Record, ...]


def index(connection: Connection, number: int, title: str | None, report: str) -> None:
    """Index a document by its number."""
    words = index_words(title, report)
    if connection.dialect.name == "postgresql":
        statement = text("INSERT INTO search (number, part, words) VALUES (:number, :part, CAST(:words AS tsvector))")
        rows = [{"number": number, "part": n, "words": part} for n, part in enumerate(tsvectors(words))]
        connection.execute(statement, rows)
    else:
        statement = text("INSERT INTO search (rowid, words) VALUES (:number, :words)")
        connection.execute(statement, {"number": number, "words": " ".join(words)})


def unindex(connection: Connection, number: int, *, wipe: bool = True) -> None:
    """Take a document out of the index, and with `wipe` its words too."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("DELETE FROM search WHERE number = :number"), {"number": number})
        return
    connection.execute(text("DELETE FROM search WHERE rowid = :number"), {"number": number})
    if wipe:  # FTS5 only notes that a row is gone; writing the index anew is what makes its words go
        connection.execute(text("INSERT INTO search (search) VALUES ('optimize')"))


def search(connection: Connection, words: str, limit: int, time: Clock, cache: RecordCache) -> list[Hit]:
    """The current documents that have all of `words`, the newest first."""
    terms = parse_query(words)
    found = (
        select(documents.c.id, at("head", time).label("head"), documents.c.text)
        .add_columns(latest_reading(time).label("reading"))
        .where(
            documents.c.number.in_(_matching(connection, terms)),
            documents.c.text.is_not(None),
            current(time),
        )
        .order_by(at("known", time).desc(), documents.c.id)
        .limit(limit)
    )
    return [
        _hit(connection, terms, cache.head(row.id, row.head), codec.decode(row.text), row.reading, cache)
        for row in connection.execute(found)
    ]


def _matching(connection: Connection, terms: Sequence[Term]) -> TextualSelect:
    """The numbers of the documents that have all terms."""
    if connection.dialect.name == "postgresql":
        asked = {f"asked{n}": ts_query(term) for n, term in enumerate(terms)}
        each = (f"SELECT number FROM search WHERE words @@ CAST(:{name} AS tsquery)" for name in asked)
        statement = text(" INTERSECT ".join(each))
    else:
        asked = {"asked": fts_query(terms)}
        statement = text("SELECT rowid FROM search WHERE search MATCH :asked")
    return statement.bindparams(**asked).columns(documents.c.number)


def _hit(
    connection: Connection, terms: Sequence[Term], head: Head, report: str, reading: int, cache: RecordCache
) -> Hit:
    found = tuple(places(report, terms))
    read = select(members.c.resolution).where(and_(members.c.document == head.id, members.c.number == reading))
    records = cache.records(connection, connection.execute(read).scalars()) if found else []
    resting = [
        record
        for record in records
        if any(span.start < word.end and word.start < span.end for span in record.claim.evidence for word in found)
    ]
    resting.sort(key=lambda record: (record.claim.evidence[0].start, record.id))
    return Hit(head, _snippet(report, found[0]) if found else None, found, tuple(resting))


def places(report: str, terms: Sequence[Term]) -> Iterator[Span]:
    """Where the terms stand in a text, in order, up to MOST_FOUND."""
    words = list(runs(report))
    left = MOST_FOUND
    for first in range(len(words)):
        for term in terms:
            row = words[first : first + len(term.words)]
            if len(row) == len(term.words) and _says(row, term):
                start, end = row[0][1], row[-1][2]
                yield Span(start, end, report[start:end])
                left -= 1
                break
        if not left:
            return


def _says(row: Sequence[tuple[str, int, int]], term: Term) -> bool:
    *before, last = zip((word for word, _, _ in row), term.words, strict=True)
    return all(word == asked for word, asked in before) and (
        last[0].startswith(last[1]) if term.open_end else last[0] == last[1]
    )


def _snippet(report: str, word: Span) -> Span:
    """What stands around a word, within its paragraph, cut between words."""
    line_start = report.rfind("\n", 0, word.start) + 1
    line_end = report.find("\n", word.end)
    line_end = len(report) if line_end < 0 else line_end
    start, end = max(line_start, word.start - AROUND), min(line_end, word.end + AROUND)
    if start > line_start:
        start = min(report.find(" ", start, word.start) + 1 or word.start, word.start)
    if end < line_end:
        end = max(report.rfind(" ", word.end, end), word.end)
    return Span(start, end, report[start:end])
