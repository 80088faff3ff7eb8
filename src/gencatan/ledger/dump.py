"""The books as JSON lines and back: the same bytes from either store.

The first line says what this is, the last how many stood between, so that a file that was cut off is seen. Every other
line is a row. What can be worked out again (the indexes of words and of what claims are about) is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final, TextIO

from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError

from gencatan.errors import FormatError, LedgerError
from gencatan.ledger import codec
from gencatan.ledger.checks import RefusedError
from gencatan.ledger.compact import pack, unpack
from gencatan.ledger.dialect import insert_rows
from gencatan.ledger.rows import BATCH, TABLES, checked, opened, rows_of
from gencatan.ledger.schema import amendments, commits, documents, facets, resolutions
from gencatan.ledger.scope import facets as facets_of
from gencatan.ledger.search import index
from gencatan.model import Claim

FORMAT: Final = 1
LONGEST_LINE: Final = 64 * 1024 * 1024


def dump(connection: Connection) -> Iterator[str]:
    """The lines of a dump, each with its line end."""
    yield _line({"is": "ledger", "format": FORMAT})
    count = 0
    for name, (table, order) in TABLES.items():
        for value in rows_of(connection, table, order):
            yield _line({"is": name, **value})
            count += 1
    yield _line({"is": "end", "lines": count})


def load(connection: Connection, stream: TextIO, source: str) -> int:
    """Fill empty books from a dump; how many rows. Raises FormatError with the line, LedgerError where books are kept.

    Nothing is kept of a dump that is not whole: the caller's transaction is undone by the error.
    """
    if connection.execute(select(commits.c.revision).limit(1)).first():
        raise LedgerError("a dump is loaded into empty books only", address=source)
    loader = _Loader(connection, source)
    for number, line in enumerate(_lines(stream, source), start=1):
        loader.take(number, line)
    return loader.finish()


class _Loader:
    """Takes a dump's lines one by one."""

    def __init__(self, connection: Connection, source: str) -> None:
        self._connection = connection
        self._source = source
        self._line = 0
        self._table = ""
        self._rows: list[dict[str, Any]] = []
        self._count = 0
        self._ended = False
        self._texts: dict[str, str | None] = {}
        self._purged: dict[str, int] = {}  # the lines of documents without text
        self._tombstones: dict[str, int] = {}

    def take(self, number: int, line: str) -> None:
        self._line = number
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise self._error("is not JSON") from error
        if not isinstance(value, dict):
            raise self._error("is no JSON object")
        name = value.pop("is", None)
        if number == 1:
            if name != "ledger" or value.get("format") != FORMAT:
                raise self._error(f"does not begin a ledger's dump of format {FORMAT}")
            return
        if self._ended:
            raise self._error("stands after the end")
        if name == "end":
            if value.get("lines") != self._count:
                raise self._error(f"says that {value.get('lines')} rows came before it; there are {self._count}")
            self._ended = True
            return
        if name not in TABLES:
            raise self._error(f"is of no known sort: {str(name)[:40]!r}")
        self._row(name, value)

    def finish(self) -> int:
        self._flush()
        if not self._ended:
            raise FormatError(f"ends after line {self._line}, before its end: it was cut off", source=self._source)
        self._check_tombstones()
        self._check_amendments()
        return self._count

    def _row(self, name: str, value: dict[str, Any]) -> None:
        table, _ = TABLES[name]
        if name != self._table or len(self._rows) >= BATCH:
            self._flush()
            self._table = name
        if set(value) != set(table.c.keys()):
            wrong = min(set(value) ^ set(table.c.keys()))
            raise self._error(f"field {wrong[:40]!r} of {name} is {'missing' if wrong in table.c else 'not known'}")
        try:
            row = checked(table, value, self._text_of)
        except RefusedError as error:
            raise self._error(str(error)) from error
        if table is resolutions and row["body"] is not None:
            row["body"] = pack(Claim.from_dict(value["body"]))
        if name == "documents" and value["text"] is None:
            self._purged[value["id"]] = self._line
        if name == "tombstones":
            self._tombstones[value["document"]] = self._line
        self._rows.append(row)
        self._count += 1

    def _text_of(self, document: str) -> str | None:
        """The text of a document that came before; claims of one document mostly stand together."""
        if document not in self._texts:
            self._texts.clear()
            row = self._connection.execute(select(documents.c.text).where(documents.c.id == document)).first()
            if row is None:
                raise LookupError(document)
            self._texts[document] = opened(row.text)
        return self._texts[document]

    def _check_tombstones(self) -> None:
        """A tombstone stands exactly where a text is gone."""
        for document, line in {**self._purged, **self._tombstones}.items():
            if document not in self._tombstones:
                self._line = line
                raise self._error("field 'text' of documents is null, but no tombstone says why")
            if document not in self._purged:
                self._line = line
                raise self._error("field 'document' of tombstones names a report whose text is there")

    def _check_amendments(self) -> None:
        """A document is as its last amendment says."""
        table = amendments.c
        states = select(table.document, table.published, table.known, table.head).order_by(table.document, table.number)
        last = {document: tuple(state) for document, *state in self._connection.execute(states)}
        for document, state in last.items():
            now = select(documents.c.published, documents.c.known, documents.c.head).where(documents.c.id == document)
            if tuple(self._connection.execute(now).one()) != state:
                raise self._error(f"ends a dump whose document {document[:40]!r} is not as its last amendment says")

    def _flush(self) -> None:
        if not self._rows:
            return
        rows, self._rows = self._rows, []
        try:
            insert_rows(self._connection, TABLES[self._table][0], rows)
            if self._table == "resolutions":
                insert_rows(self._connection, facets, list(_facet_rows(rows)))
        except IntegrityError as error:
            raise self._error(f"ends rows of {self._table} that refer to nothing, or stand there twice") from error
        if self._table == "documents":
            for row in rows:
                if row["text"] is not None:
                    title = codec.decode(row["head"])["title"]
                    index(self._connection, row["number"], title, codec.decode(row["text"]))

    def _error(self, words: str) -> FormatError:
        return FormatError(f"line {self._line} {words}", source=self._source)


def _lines(stream: TextIO, source: str) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        try:
            line = stream.readline(LONGEST_LINE)
        except UnicodeDecodeError as error:
            raise FormatError(
                f"line {number} or one soon after it is not UTF-8, as dumps are", source=source
            ) from error
        if not line:
            return
        if len(line) == LONGEST_LINE:
            raise FormatError(f"a line of more than {LONGEST_LINE // 2**20} MB is no line of a dump", source=source)
        yield line


def _line(value: dict[str, Any]) -> str:
    return codec.encode(value) + "\n"


def _facet_rows(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        if row["body"] is not None:
            for facet in sorted(facets_of(unpack(row["body"]))):
                yield {"facet": facet, "resolution": row["id"]}
