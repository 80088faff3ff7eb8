"""Records from rows, each built once: resolutions never change, so what was built stays right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, select

from gencatan.collecting import without_collecting
from gencatan.ledger import codec
from gencatan.ledger.compact import unpack_all
from gencatan.ledger.dialect import among
from gencatan.ledger.schema import documents, resolutions
from gencatan.model import Head, Record


class RecordCache:
    """Records by the number of their resolution, and heads by document."""

    def __init__(self, most: int = 20_000) -> None:
        """Holds up to `most` records; then it starts anew."""
        self._most = most
        self._records: dict[int, Record] = {}
        self._heads: dict[str, tuple[str, Head]] = {}

    def clear(self) -> None:
        """Forget everything: after a purge, or when a transaction was undone."""
        self._records = {}
        self._heads = {}

    def build(self, rows: Sequence[tuple[int, str, str, str]]) -> list[Record]:
        """The records of rows (resolution, body, document, head), in their order."""
        known = self._records
        found = {
            number: known[number]
            for number, _, document, head in rows
            if number in known and known[number].head is self.head(document, head)
        }
        missing = [row for row in rows if row[0] not in found]
        with without_collecting():
            claims = unpack_all([body for _, body, _, _ in missing])
            for (number, _, document, head), claim in zip(missing, claims, strict=True):
                found[number] = Record(claim, self.head(document, head))
        if len(known) + len(missing) > self._most:
            self.clear()
        if len(missing) <= self._most:
            self._records.update((row[0], found[row[0]]) for row in missing)
        return [found[row[0]] for row in rows]

    def head(self, document: str, words: str) -> Head:
        """The head of a document, as these words say; they are others once it is amended."""
        found = self._heads.get(document)
        if found is None or found[0] != words:
            found = self._heads[document] = (words, codec.head_from(words))
        return found[1]

    def records(self, connection: Connection, numbers: Iterable[int]) -> list[Record]:
        """The records of resolutions, in order of claim id; purged ones are left out."""
        known = self._records
        wanted = set(numbers)
        found = [known[number] for number in wanted if number in known]
        missing = wanted - known.keys()
        if missing:
            rows = connection.execute(
                select(resolutions.c.id, resolutions.c.body, documents.c.id, documents.c.head)
                .join(documents, documents.c.id == resolutions.c.document)
                .where(among(connection, resolutions.c.id, missing), resolutions.c.body.is_not(None))
            )
            found += self.build(rows.all())
        return sorted(found, key=lambda record: record.id)
