"""Adding to the books: a report is read, stored and reconciled in one transaction, whoever brings it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import tee
from typing import TYPE_CHECKING, Any, Final, Protocol

from gencatan.books import amending
from gencatan.books.joining import Judged, judge_anew, keys_of, reconcile, ruling_run
from gencatan.errors import InputError, UsageError
from gencatan.ledger import Ledger, Writer
from gencatan.ledger.amending import amended
from gencatan.ledger.versions import id_problem
from gencatan.model import Claim, Document, Run
from gencatan.reconcile.judging.rules import rules_digest

if TYPE_CHECKING:
    from gencatan.reading.reader import Reader

BATCH: Final = 16
"""Reports added in one transaction of the bulk path: what is lost, and read again, when it is killed."""
ADDED: Final = "added"
KNOWN: Final = "known"
AMENDED: Final = "amended"
VERSION: Final = "version"
PURGED: Final = "purged"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: `added`, `known` (nothing changed), `amended` (known, and `changed` are the fields that
    are said otherwise now), `version` (of a report that was in the books), `reread`, or `purged` (erased before, and
    not added again).

    `published` is the day as the books have it, None where nobody said it; `source` the file or address it came from.
    """

    what: str
    document: str
    title: str | None = None
    claims: int = 0
    judgements: int = 0
    published: date | None = None
    changed: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class _Given:
    """A report as it was given, what is to be read of it (None: nothing), and whether `stated` fields amend it."""

    document: Document
    to_read: Document | None
    stated: Collection[str] | None = ()


OnBad = Callable[[Document, InputError], None]
"""Told of a report that cannot be added, and why."""


class Reads(Protocol):
    """Who reads what is added."""

    @property
    def reader(self) -> Reader:
        """What reads; loaded when first needed."""

    def run(self, language: str) -> Run:
        """What reads reports of one language."""


class Adding:
    """Brings reports into a ledger."""

    def __init__(self, ledger: Ledger, reads: Reads, grown: Callable[[], None]) -> None:
        """`grown` is told whenever something was written."""
        self._ledger = ledger
        self._reads = reads
        self._grown = grown

    def add_read(self, read: Iterable[tuple[Document, list[Claim]]]) -> list[Added]:
        """See `Books.add_read`."""
        return list(self._write([(_Given(document, document), claims) for document, claims in read], None))

    def add_many(
        self,
        documents: Iterable[Document],
        *,
        workers: int = 1,
        batch: int = BATCH,
        stated: Collection[str] | None = (),
        on_bad: OnBad | None = None,
    ) -> Iterator[Added]:
        """See `Books.add_many`."""
        # each is looked up once: a report that comes twice must not be news to one side and known to the other
        kept, given = tee(self._given(document, stated) for document in self._with_language(documents, on_bad))
        read = self._reads.reader.read_many((one.to_read for one in given if one.to_read is not None), workers=workers)
        waiting: list[tuple[_Given, list[Claim] | None]] = []
        try:
            for one in kept:
                waiting.append((one, next(read) if one.to_read is not None else None))
                if len(waiting) >= batch:
                    full, waiting = waiting, []
                    yield from self._write(full, on_bad)
        except InputError:
            yield from self._write(waiting, on_bad)
            raise
        yield from self._write(waiting, on_bad)

    def _with_language(self, documents: Iterable[Document], on_bad: OnBad | None) -> Iterator[Document]:
        """What can be read and kept."""
        from gencatan.language.detect import ensure_language

        for document in documents:
            try:
                known = ensure_language(document, self._reads.reader.languages)
                for id_ in (known.id, *([known.version_of] if known.version_of is not None else [])):
                    if why := id_problem(id_):
                        raise InputError(why, source=known.source_uri)
            except InputError as error:
                if on_bad is None:
                    raise
                on_bad(document, error)
                continue
            yield known

    def _given(self, document: Document, stated: Collection[str] | None) -> _Given:
        known = self._ledger.document(document.id)
        if known is None or known.text != document.text:
            return _Given(document, document, stated)
        changes = self._changes(known, document, stated)
        return _Given(document, amended(known, changes) if changes else None, stated)

    def _changes(self, known: Document, given: Document, stated: Collection[str] | None) -> dict[str, Any]:
        """What is to be said otherwise of a known report."""
        if stated is None:
            return {}
        return amending.news(known, self._ledger.states(known.id), given, stated)

    def _write(self, read: Sequence[tuple[_Given, list[Claim] | None]], on_bad: OnBad | None) -> Iterator[Added]:
        """Add reports in one transaction. A refused one has written nothing: the others are added all the same."""
        if all(claims is None for _, claims in read):
            yield from (self._known(one.document) for one, _ in read)
            return
        done: list[Added] = []
        refused: list[tuple[Document, InputError]] = []
        with self._ledger.writing() as writer:
            for one, claims in read:
                try:
                    done.append(self._add(writer, one, claims))
                except InputError as error:
                    refused.append((one.document, error))
                    if on_bad is None:
                        break
        self._grown()
        yield from done
        for document, why in refused:
            if on_bad is None:
                raise why
            on_bad(document, why)

    def _known(self, document: Document, known: Document | None = None) -> Added:
        known = known or self._ledger.document(document.id) or document
        return Added(KNOWN, document.id, known.title, published=known.published, source=document.source_uri)

    def _add(self, writer: Writer, one: _Given, claims: list[Claim] | None) -> Added:
        given = one.document
        if writer.is_purged(given.id):
            return Added(PURGED, given.id, given.title)
        document = writer.as_added(given, same_page=_is_page(given.source_uri))
        if document.version_of and writer.is_purged(document.version_of):
            return Added(PURGED, document.version_of, given.title)  # the page was taken out, whatever it says by now
        if not writer.add_document(document):
            return self._amended(writer, document, one, claims)
        if claims is None or document.id != given.id:
            claims = self._reads.reader.read(document)
        judged = self._take_reading(writer, document, claims)
        what = VERSION if document.version_of else ADDED
        return _added(what, document, len(claims), judged)

    def _amended(self, writer: Writer, given: Document, one: _Given, claims: list[Claim] | None) -> Added:
        """What becomes of a known report, by what it says of itself now."""
        if writer.is_purged(given.id):
            return Added(PURGED, given.id, given.title)
        known, states = writer.document(given.id), writer.states(given.id)
        # asked again: others may have written since it was asked what is to be read
        changes = amending.news(known, states, given, one.stated) if one.stated is not None else {}
        document = writer.amend(given.id, changes)
        if document is None:
            return self._known(given, known)
        return self._say_otherwise(writer, document, changes, claims if document == one.to_read else None)

    def _say_otherwise(
        self, writer: Writer, document: Document, changes: Mapping[str, Any], claims: list[Claim] | None = None
    ) -> Added:
        """Read an amended report anew and reconcile it."""
        found = self._reads.reader.read(document) if claims is None else claims
        judged = self._take_reading(writer, document, found)
        changed = tuple(name for name in amending.SAID if name in changes)
        return _added(AMENDED, document, len(found), judged, changed)

    def amend(self, document: str, changes: Mapping[str, Any]) -> Added:
        """See `Books.amend`."""
        if changes.get("language"):
            self._reads.run(changes["language"])
        id_ = self._document_id(document)
        self._grown()
        with self._ledger.writing() as writer:
            made = writer.amend(id_, changes)
            return self._known(writer.document(id_)) if made is None else self._say_otherwise(writer, made, changes)

    def _document_id(self, wanted: str) -> str:
        found = self._ledger.documents_beginning(wanted.strip())
        if wanted in found or len(found) == 1:
            return wanted if wanted in found else found[0]
        if found:
            raise UsageError(f"document {wanted!r} is not unique: {', '.join(id_[:20] for id_ in found)} …")
        raise UsageError(f"no document {wanted!r} in {self._ledger.address}")

    def _take_reading(self, writer: Writer, document: Document, claims: Sequence[Claim]) -> int:
        self._judge_anew(writer)
        keys = keys_of(document, claims)
        writer.add_reading(document.id, self._reads.run(document.language), claims, keys)
        return reconcile(writer, document, claims, keys)

    def reread(self) -> Iterator[Added]:
        """See `Books.reread`."""
        stale: dict[str, Document] = {}
        for language in self._reads.reader.languages:
            for document in self._ledger.documents(unread_by=self._reads.run(language)):
                if document.language == language:
                    stale[document.id] = document
        for document in stale.values():
            claims = self._reads.reader.read(document)
            with self._ledger.writing() as writer:
                judged = self._take_reading(writer, document, claims)
            self._grown()
            yield _added("reread", document, len(claims), judged)

    @property
    def outdated(self) -> bool:
        """Whether the books are judged by other rules than these."""
        return not self._ledger.is_judged_by(rules_digest())

    def rejudge(self) -> Judged | None:
        """See `Books.rejudge`."""
        if not self.outdated:
            return None
        self._grown()
        with self._ledger.writing() as writer:
            return self._judge_anew(writer)

    def _judge_anew(self, writer: Writer) -> Judged | None:
        """Let the books be judged by these rules, for those of others do not mix with them; None where they are."""
        if not writer.is_judged_by(rules_digest()):
            return judge_anew(writer)
        writer.rule_first(ruling_run())
        return None


def _added(what: str, document: Document, claims: int = 0, judgements: int = 0, changed: tuple[str, ...] = ()) -> Added:
    """What came of a report that is in the books as it stands."""
    title, published = document.title, document.published
    return Added(what, document.id, title, claims, judgements, published, changed, document.source_uri)


def _is_page(source_uri: str) -> bool:
    return source_uri.startswith(("http://", "https://"))
