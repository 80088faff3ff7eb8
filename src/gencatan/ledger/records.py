"""Records from rows, each built once: resolutions never change, so what was built stays right."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from gencatan.ledger import codec
from gencatan.ledger.dialect import among
from gencatan.ledger.schema import claims, documents, resolutions
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

    def record(self, number: int, body: str, document: str, head: str) -> Record:
        """The record of a row."""
        found = self._records.get(number)
        if found is None:
            if len(self._records) >= self._most:
                self.clear()
            found = self._records[number] = Record(codec.claim_from(body), self.head(document, head))
        return found

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
                .join(claims, claims.c.id == resolutions.c.claim)
                .join(documents, documents.c.id == claims.c.document)
                .where(among(connection, resolutions.c.id, missing), resolutions.c.body.is_not(None))
            )
            found += [self.record(*row) for row in rows]
        return sorted(found, key=lambda record: record.id)
