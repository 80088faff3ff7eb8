"""Records from rows, each built once: resolutions never change, so what was built stays right."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, select

from gencatan.ledger import codec
from gencatan.ledger.compact import unpack_all
from gencatan.ledger.dialect import among
from gencatan.ledger.schema import documents, resolutions
from gencatan.model import Head, Record


class RecordCache:
    """Records by the number of their resolution, and heads by document."""

    def __init__(self, most: int = 50_000) -> None:
        """Holds up to `most` records; then it starts anew."""
        self._most = most
        self._records: dict[int, Record] = {}
        self._heads: dict[str, Head] = {}

    def clear(self) -> None:
        """Forget everything: after a purge, or when a transaction was undone."""
        self._records.clear()
        self._heads.clear()

    def build(self, rows: Sequence[tuple[int, str, str, str]]) -> list[Record]:
        """The records of rows (resolution, body, document, head), in their order."""
        if len(self._records) + len(rows) > self._most:
            self.clear()
        missing = [row for row in rows if row[0] not in self._records]
        with _no_collecting():
            claims = unpack_all([body for _, body, _, _ in missing])
            for (number, _, document, head), claim in zip(missing, claims, strict=True):
                self._records[number] = Record(claim, self.head(document, head))
        return [self._records[row[0]] for row in rows]

    def head(self, document: str, words: str) -> Head:
        """The head of a document."""
        found = self._heads.get(document)
        if found is None:
            found = self._heads[document] = codec.head_from(words)
        return found

    def records(self, connection: Connection, numbers: Iterable[int]) -> list[Record]:
        """The records of resolutions, in order of claim id; purged ones are left out."""
        wanted = set(numbers)
        found = [self._records[number] for number in wanted if number in self._records]
        missing = wanted - self._records.keys()
        if missing:
            rows = connection.execute(
                select(resolutions.c.id, resolutions.c.body, documents.c.id, documents.c.head)
                .join(documents, documents.c.id == resolutions.c.document)
                .where(among(connection, resolutions.c.id, missing), resolutions.c.body.is_not(None))
            )
            found += self.build(rows.all())
        return sorted(found, key=lambda record: record.id)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Thousands of values that are all kept: looking for garbage among them costs as much as building them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
