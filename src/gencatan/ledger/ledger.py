"""The books: one place that everything is asked of and written through."""

from __future__ import annotations

import glob
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TextIO

from sqlalchemy import exists, func, select

from gencatan.errors import GencatanError, LedgerError, LedgerStorageError, UsageError
from gencatan.ledger import amending, codec, snapshots
from gencatan.ledger.damage import damage
from gencatan.ledger.dump import dump, load
from gencatan.ledger.finding import around, beginning
from gencatan.ledger.history import History, Tombstone, history, tombstone
from gencatan.ledger.kept import asked, keep, note, recall
from gencatan.ledger.records import RecordCache
from gencatan.ledger.reviewed import Queued, reviews_at, reviews_beginning
from gencatan.ledger.ruling import is_judged_by
from gencatan.ledger.schema import commits, documents, readings
from gencatan.ledger.scope import EVERYTHING, Scope
from gencatan.ledger.search import Hit, search
from gencatan.ledger.store import WAIT, Store, damaged, new_file, open_store
from gencatan.ledger.versions import as_added
from gencatan.ledger.visible import NOW, clock
from gencatan.ledger.writer import Writer
from gencatan.model import Document, Head, Review, Run, Snapshot
from gencatan.model.books import RELATIONS

MOST_SNAPSHOTS: Final = 8


class PurgeWarning(UserWarning):
    """What was purged is out of the books, but its words are still in a file, and until when."""

    def __init__(self, path: Path | None) -> None:
        """`path` is the ledger's."""
        super().__init__(
            f"{path}: purged, but while another program reads the ledger the erased text remains in this file and its "
            f"log, {path}-wal; once the other programs have closed it, purge again or open the ledger"
        )


class Ledger:
    """An append-only store of documents, claims, judgements and reviews.

    >>> with Ledger.open("conflict.db") as ledger:
    ...     with ledger.writing() as writer:
    ...         writer.add_document(document)
    ...     ledger.snapshot(as_of=end_of_day(date(2023, 9, 20), zone))
    """

    def __init__(self, store: Store) -> None:
        """Use `Ledger.open`."""
        self._store = store
        self._cache = RecordCache()
        self._snapshots: dict[tuple[Any, ...], Snapshot] = {}
        self._closed = False

    @classmethod
    def open(cls, address: str | Path, *, create: bool = True, on_wait: Callable[[str], None] | None = None) -> Self:
        """The ledger at a path, `sqlite:///…` or `postgresql://…`.

        Brings its schema up to date; a SQLite file is backed up beside itself first. Raises NotALedgerError for what is
        damaged or something else, NewerLedgerError, LedgerLockedError, LedgerStorageError, and LedgerError where there
        is none and `create` is False. `on_wait` is told in words, from another thread, when another writer has kept us
        waiting for a second.
        """
        return cls(open_store(address, create=create, on_wait=on_wait))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close; what failed for the books are damaged leaves as NotALedgerError that says so."""
        found = ""
        try:
            if isinstance(error, Exception) and not isinstance(error, GencatanError | OSError):
                found = damage(self._store)
        finally:
            self.close()
        if found:
            raise damaged(found, self.address) from error

    def close(self) -> None:
        """Let go of the database."""
        self._closed = True
        self._store.close()

    @property
    def address(self) -> str:
        """Where it lies, without any password."""
        return self._store.address

    @property
    def revision(self) -> int:
        """Grows with every committed write; 0 for empty books."""
        with self._store.reading() as connection:
            return int(connection.execute(select(func.coalesce(func.max(commits.c.revision), 0))).scalar_one())

    @contextmanager
    def writing(self, *, wait: float = WAIT) -> Iterator[Writer]:
        """One transaction: all of it is in the books once the block is left, nothing of it after an exception.

        Warns with PurgeWarning where it purged, and a SQLite file's readers keep the words in its log.
        Raises LedgerLockedError when another program holds the books for longer than `wait` seconds.
        """
        try:
            with self._store.writing(wait) as connection:
                writer = Writer(connection, self.address, self._cache)
                yield writer
        except BaseException:
            self._cache.clear()  # numbers given out in an undone transaction are given out again
            raise
        if writer.purged:
            self._cache.clear()
            self._snapshots.clear()
            self._store.scrub()
            if self._store.lingers:
                warnings.warn(PurgeWarning(self._store.path), stacklevel=3)

    def snapshot(
        self,
        scope: Scope = EVERYTHING,
        *,
        as_of: datetime | None = None,
        as_recorded: datetime | None = None,
        relations: tuple[str, ...] = RELATIONS,
    ) -> Snapshot:
        """Everything visible, as one value; of judgements those of some `relations`.

        `as_of`: what was known at that instant: documents published up to it, by today's reader and reviews (a day
        counts once it is over in the instant's zone, see `end_of_day`). `as_recorded`: what had been recorded then.
        """
        with self._store.reading() as connection:
            revision = connection.execute(select(func.max(commits.c.revision))).scalar()
            # as words, since one instant is another day elsewhere
            asked = (revision, scope, *(time.isoformat() if time else "" for time in (as_of, as_recorded)), relations)
            found = self._snapshots.pop(asked, None)
            if found is None:
                time = clock(connection, as_of, as_recorded)
                found = snapshots.take(connection, scope, time, self._cache, relations, as_of=as_of)
                found = replace(found, revision=revision or 0)
        self._snapshots[asked] = found
        while len(self._snapshots) > MOST_SNAPSHOTS:
            del self._snapshots[next(iter(self._snapshots))]
        return found

    def beginning(self, prefix: str) -> tuple[str, ...]:
        """The ids of current claims, and of judgements on them, that begin with `prefix`: the first few, in order."""
        with self._store.reading() as connection:
            return beginning(connection, prefix)

    def around(self, id: str) -> Snapshot:
        """A claim or judgement with all that may be of one thing with it: enough to tell its groups."""
        with self._store.reading() as connection:
            scope = around(connection, id, self._cache)
        return self.snapshot(scope)

    def recall(self, question: str) -> tuple[int, str] | None:
        """What was kept as the answer to a question of the caller's, with its revision; None once the books grew."""
        if self._closed:
            return None
        with self._store.reading() as connection:
            return recall(connection, question)

    def keep(self, question: str, revision: int, body: str) -> bool:
        """Keep an answer worked out at a revision, to save time; False where that cannot be done just now."""
        if self._closed or self._store.read_only:
            return False
        try:
            with self._store.writing(0) as connection:
                return keep(connection, question, revision, body)
        except LedgerError:  # locked, full: then it is worked out again next time
            return False

    def asked(self) -> dict[str, str]:
        """What was noted to be asked for, the latest first: by the caller's key."""
        with self._store.reading() as connection:
            return asked(connection)

    def note(self, question: str, body: str | None, *, most: int) -> bool:
        """Note what is asked for, None that it is no more; False where that cannot be done just now."""
        if self._closed or self._store.read_only:
            return False
        try:
            with self._store.writing(0) as connection:
                note(connection, question, body, most)
        except LedgerError:
            return False
        return True

    def reviews(self) -> tuple[Review, ...]:
        """The reviews that stand on current claims, oldest first."""
        with self._store.reading() as connection:
            return reviews_at(connection, NOW, self._cache).standing

    def reviews_beginning(self, prefix: str) -> tuple[Review, ...]:
        """Every review recorded whose id begins so, on the claims it was recorded for, oldest first."""
        with self._store.reading() as connection:
            return tuple(reviews_beginning(connection, prefix))

    def queue(self) -> tuple[Queued, ...]:
        """The reviews whose claims a newer reader changed, or that fit no claim: a person is to look again."""
        with self._store.reading() as connection:
            return reviews_at(connection, NOW, self._cache).queue

    def document(self, id: str) -> Document | None:
        """A document, None where it is unknown or purged."""
        with self._store.reading() as connection:
            row = connection.execute(select(documents.c.head, documents.c.text).where(documents.c.id == id)).first()
        return codec.document_from(row.head, row.text) if row is not None and row.text is not None else None

    def states(self, document_id: str) -> list[Head]:
        """What was said of a document, as it was added first, each amendment after it; none where it is unknown."""
        with self._store.reading() as connection:
            return amending.states(connection, document_id)

    def documents_beginning(self, prefix: str, most: int = 8) -> tuple[str, ...]:
        """The ids of documents that begin so, the first few, in order."""
        found = select(documents.c.id).where(documents.c.id.startswith(prefix, autoescape=True))
        with self._store.reading() as connection:
            return tuple(connection.execute(found.order_by(documents.c.id).limit(most)).scalars())

    def as_added(self, document: Document, *, same_page: bool = False) -> Document:
        """The document under the id and with the link it is to be added by: see `Writer.as_added`."""
        with self._store.reading() as connection:
            return as_added(connection, document, same_page=same_page)

    def documents(self, *, unread_by: Run | None = None) -> Iterator[Document]:
        """All documents that are not purged, in the order they came; only those whose latest reading is by another run.

        What is added meanwhile is left out. No transaction stays open between two of them.
        """
        found = select(documents.c.id).where(documents.c.text.is_not(None)).order_by(documents.c.number)
        if unread_by is not None:
            read = exists().where(
                readings.c.document == documents.c.id,
                readings.c.number == documents.c.reading,
                readings.c.run == unread_by.id,
            )
            found = found.where(~read)
        with self._store.reading() as connection:
            ids = connection.execute(found).scalars().all()
        for id_ in ids:
            if (document := self.document(id_)) is not None:
                yield document

    def history(self, claim_id: str) -> History | None:
        """Everything in the books about one claim, None where there is no such claim."""
        with self._store.reading() as connection:
            return history(connection, claim_id)

    def tombstone(self, document_id: str) -> Tombstone | None:
        """Why and when a document was purged, None where it was not."""
        with self._store.reading() as connection:
            return tombstone(connection, document_id)

    def is_judged_by(self, digest: str) -> bool:
        """See `Writer.is_judged_by`."""
        with self._store.reading() as connection:
            return is_judged_by(connection, digest)

    def search(
        self, words: str, *, limit: int = 20, as_of: datetime | None = None, as_recorded: datetime | None = None
    ) -> list[Hit]:
        """The current documents that have all of `words`, the newest first.

        `"two words"` stand in a row, `perang*` begins so; case and accents make no difference. Raises UsageError where
        nothing is asked for.
        """
        if limit < 1:
            raise UsageError("a search shows one document or more")
        with self._store.reading() as connection:
            return search(connection, words, limit, clock(connection, as_of, as_recorded), self._cache)

    def backups(self) -> list[Path]:
        """The copies made before the schema was brought up to date: a purge does not reach them."""
        path = self._store.path
        return sorted(path.parent.glob(f"{glob.escape(path.name)}.*.backup")) if path else []

    def dump(self, stream: TextIO) -> None:
        """Write the books as JSON lines: the same bytes from either store."""
        with self._store.reading() as connection:
            for line in dump(connection):
                stream.write(line)

    @classmethod
    def load(cls, address: str | Path, stream: TextIO, *, source: str = "") -> Self:
        """New books at `address` from a dump. `source` names the dump in messages.

        Raises FormatError, with the line, for what is no whole dump; LedgerError where there are books at `address`.
        Nothing is kept then: a new file is filled beside its place, and put there once it is whole.
        """
        path = new_file(address)
        if path is None:
            return cls._filled(address, stream, source)
        part = path.with_name(f"{path.name}.{os.getpid()}.part")
        try:
            cls._filled(part, stream, source, named=str(path)).close()
            if new_file(path) is None:
                raise LedgerError("made by another program meanwhile; nothing was loaded", address=str(path))
            _put(part, path)
        finally:
            for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm", "-journal"))):
                left.unlink(missing_ok=True)
        return cls.open(path, create=False)

    @classmethod
    def _filled(cls, address: str | Path, stream: TextIO, source: str, *, named: str = "") -> Self:
        """The ledger at an address, filled from a dump; `named` is what messages call it."""
        ledger = cls.open(address)
        ledger._store.address = named or ledger.address
        try:
            with ledger._store.writing() as connection:
                load(connection, stream, source or ledger.address)
        except BaseException:
            ledger.close()
            raise
        return ledger


def _put(part: Path, path: Path) -> None:
    try:
        part.replace(path)
    except OSError as error:
        raise LedgerStorageError(error.strerror or str(error), address=str(path)) from error
