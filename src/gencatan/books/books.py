"""The books of a conflict: everything that adds to them or asks of them goes through here, whatever the face."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import tee
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self
from zoneinfo import ZoneInfo

from gencatan.books import asked, remembering
from gencatan.books.joining import keys_of, reconcile
from gencatan.errors import UsageError
from gencatan.i18n import LANGUAGES
from gencatan.ledger import EVERYTHING, Ledger, Scope, Writer, instant
from gencatan.ledger.search import Hit
from gencatan.model import Claim, Document, Judgement, Record, Review, Run
from gencatan.views.conflict import Conflict, bundled, find_conflict
from gencatan.views.desk import Desk
from gencatan.views.reviewed import corrected
from gencatan.views.trail import Trail, full_id, prefix_of, trail, with_history

if TYPE_CHECKING:
    from gencatan.reading.reader import Reader

BATCH: Final = 16
"""Reports added in one transaction of the bulk path: what is lost, and read again, when it is killed."""
NONE: Final = "none"
"""The conflict of claims that belong to no known conflict."""
UTC_ZONE: Final = ZoneInfo("UTC")

UNDO: Final = "undo"
"""What `review` takes beside the actions that rows have."""

ADDED: Final = "added"
KNOWN: Final = "known"
VERSION: Final = "version"
PURGED: Final = "purged"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: `added`, `known` (nothing changed), `version` (of a report that was in the books),
    `reread`, or `purged` (erased before, and not added again)."""

    what: str
    document: str
    title: str | None = None
    claims: int = 0
    judgements: int = 0


class Books:
    """A ledger with a reader and reconciliation beside it.

    >>> with Books.open("conflict.db") as books:
    ...     books.add(document)
    ...     books.desk("nagorno-karabakh", as_of="2023-09-20")
    """

    def __init__(
        self, ledger: Ledger, *, languages: Sequence[str] | None = None, packs: Sequence[str | Path] = ()
    ) -> None:
        """`languages` and `packs` as `Reader` takes them."""
        self.ledger = ledger
        self._languages = languages
        self._packs = tuple(Path(pack) for pack in packs)
        self._runs: dict[str, Run] = {}
        self._grew = False

    @classmethod
    def open(
        cls,
        address: str | Path,
        *,
        create: bool = True,
        languages: Sequence[str] | None = None,
        packs: Sequence[str | Path] = (),
    ) -> Self:
        """The books at a path or database address. Raises LedgerError as `Ledger.open` does."""
        return cls(Ledger.open(address, create=create), languages=languages, packs=packs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.renew()
        finally:
            self.ledger.close()

    def renew(self) -> None:
        """If the books grew: answer anew what people ask of them, so that nobody waits for it. Done when they close."""
        if not self._grew:
            return
        self._grew = False

        def desk_of(conflict: Conflict | None, language: str) -> Desk:
            scope = scope_of(conflict) if conflict else EVERYTHING
            return remembering.desk(self.ledger, conflict, language, scope=scope, noting=False)

        asked.renew(self.ledger, desk_of)

    @cached_property
    def reader(self) -> Reader:
        """What reads; loaded when first needed."""
        from gencatan.reading.reader import Reader

        return Reader(languages=self._languages, packs=self._packs)

    def run(self, language: str) -> Run:
        """What reads reports of one language: the reader's version and its pack's digest."""
        if language not in self._runs:
            from gencatan import __version__
            from gencatan.language.pack import load_pack, read_pack

            own = {pack.code: pack for pack in map(read_pack, self._packs)}
            pack = own.get(language) or load_pack(language)
            self._runs[language] = Run(__version__, {language: pack.digest})
        return self._runs[language]

    # --- adding

    def add(self, document: Document) -> Added:
        """Read a report into the books and reconcile it, in one transaction; a known one changes nothing.

        Raises LanguageError for a language without a pack.
        """
        return next(iter(self.add_many([document])))

    def keep(self, document: Document) -> bool:
        """`add`, telling only whether anything is new: what following feeds needs."""
        return self.add(document).what in (ADDED, VERSION)

    def add_many(self, documents: Iterable[Document], *, workers: int = 1, batch: int = BATCH) -> Iterator[Added]:
        """Add reports in order, `batch` in a transaction; killed at any instant, a rerun completes it.

        What is known is not read again. `workers` processes read; the books do not depend on their number.
        """
        # each is looked up once: a report that comes twice must not be news to one side and known to the other
        kept, given = tee((document, self._is_news(document)) for document in self._with_language(documents))
        read = self.reader.read_many((document for document, news in given if news), workers=workers)
        waiting: list[tuple[Document, list[Claim] | None]] = []
        for document, news in kept:
            waiting.append((document, next(read) if news else None))
            if len(waiting) >= batch:
                yield from self._write(waiting)
                waiting = []
        yield from self._write(waiting)

    def _with_language(self, documents: Iterable[Document]) -> Iterator[Document]:
        from gencatan.language.detect import ensure_language

        for document in documents:
            yield ensure_language(document, self.reader.languages)

    def _is_news(self, document: Document) -> bool:
        """Whether it must be read."""
        known = self.ledger.document(document.id)
        return known is None or known.text != document.text

    def _write(self, read: Sequence[tuple[Document, list[Claim] | None]]) -> list[Added]:
        if not read:
            return []
        if all(claims is None for _, claims in read):
            return [Added(KNOWN, document.id, document.title) for document, _ in read]
        with self.ledger.writing() as writer:
            added = [self._add(writer, document, claims) for document, claims in read]
        self._grew = True
        return added

    def _add(self, writer: Writer, given: Document, claims: list[Claim] | None) -> Added:
        if writer.is_purged(given.id):
            return Added(PURGED, given.id, given.title)
        document = writer.as_added(given, same_page=_is_page(given.source_uri))
        if document.version_of and writer.is_purged(document.version_of):
            return Added(PURGED, document.version_of, given.title)  # the page was taken out, whatever it says by now
        if not writer.add_document(document):
            return Added(KNOWN, document.id, document.title)
        if claims is None or document.id != given.id:
            claims = self.reader.read(document)
        judged = self._take_reading(writer, document, claims)
        return Added(VERSION if document.version_of else ADDED, document.id, document.title, len(claims), judged)

    def _take_reading(self, writer: Writer, document: Document, claims: Sequence[Claim]) -> int:
        keys = keys_of(document, claims)
        writer.add_reading(document.id, self.run(document.language), claims, keys)
        return reconcile(writer, document, claims, keys)

    def reread(self) -> Iterator[Added]:
        """Read again every report whose latest reading is by another reader than this one, and reconcile it anew.

        Older claims and reviews stay; each report is a transaction, so a rerun goes on where it was stopped.
        """
        stale: dict[str, Document] = {}
        for language in self.reader.languages:
            for document in self.ledger.documents(unread_by=self.run(language)):
                if document.language == language:
                    stale[document.id] = document
        for document in stale.values():
            claims = self.reader.read(document)
            with self.ledger.writing() as writer:
                judged = self._take_reading(writer, document, claims)
            self._grew = True
            yield Added("reread", document.id, document.title, len(claims), judged)

    def purge(self, document: str, reason: str) -> bool:
        """Erase a report's text and all quotes from it; False where that was done. Raises UsageError (see `Writer`)."""
        with self.ledger.writing() as writer:
            return writer.purge(document, reason)

    # --- reviewing

    def review(
        self,
        action: str,
        targets: Sequence[str],
        *,
        reviewer: str = "",
        words: str = "",
        fields: Mapping[str, Any] | None = None,
        kind: str = "",
        at: datetime | None = None,
    ) -> Review:
        """Record a person's word on claims; `targets` are ids or their first characters.

        `undo` takes the id of a review, and is recorded as a note on the same claims whose body names it as `undoes`.

        `fields` are the corrected ones (`correct`), `kind` the group's (`merge`, `split`). Raises UsageError for an
        unknown id, or a correction that no claim of the kind can hold.
        """
        body: dict[str, Any] = {"words": words} if words else {}
        if action == UNDO:
            undone = self._said(targets)
            return self._record(Review("note", undone.targets, reviewer, _moment(at), body | {"undoes": undone.id}))
        records = [self.claim(target) for target in targets]
        ids = tuple(record.id for record in records)
        if action == "correct":
            if not fields:
                raise UsageError("to correct takes at least one field")
            corrected(records[0].claim, fields)
            body |= fields
        if action in ("merge", "split"):
            body["kind"] = kind or _kind_of(records)
        return self._record(Review(action, ids, reviewer, _moment(at), body))

    def _record(self, review: Review) -> Review:
        signed = replace(review, reviewer=review.reviewer or getpass.getuser())
        with self.ledger.writing() as writer:
            writer.add_review(signed)
        self._grew = True
        return signed

    def _said(self, wanted: Sequence[str]) -> Review:
        """The one review whose id begins so. Raises UsageError for none, or several."""
        if len(wanted) != 1:
            raise UsageError("to undo takes the id of one review")
        found = {one.id: one for one in self.ledger.reviews_beginning(prefix_of(wanted[0]))}
        if not found:
            raise UsageError(f"no review {wanted[0]!r} in the ledger; `gencatan review log` lists them")
        return found[full_id(wanted[0], found)]

    # --- asking

    def claim(self, wanted: str) -> Record:
        """The current claim whose id begins so. Raises UsageError for none, or several."""
        found = self.ledger.snapshot(Scope(claims=(self._full_id(wanted),)), relations=()).records
        if not found:
            raise UsageError(f"{wanted!r} is no claim's id, but a judgement's")
        return found[0]

    def trail(self, wanted: str) -> Trail:
        """From the id of a claim, group or judgement (or its first characters) back to the words. Raises UsageError."""
        id_ = self._full_id(wanted)
        found = trail(Desk(self.ledger.around(id_)), id_)
        return with_history(found, self.ledger.history(found.cite.claim))

    def _full_id(self, wanted: str) -> str:
        return full_id(wanted, self.ledger.beginning(prefix_of(wanted)))

    def desk(
        self,
        conflict: str | Conflict | None = None,
        *,
        as_of: str | datetime | None = None,
        as_recorded: str | datetime | None = None,
        language: str = LANGUAGES[0],
    ) -> Desk:
        """The claims of a conflict laid out for questions (`gencatan.views`); None: all claims, `none`: those of no
        known conflict.

        A date means the end of that day in the conflict's time zone. `language` is that of the parties' names. Raises
        ConflictError, UsageError.
        """
        if conflict == NONE:
            return self._left_over(as_of, as_recorded)
        found = find_conflict(conflict) if isinstance(conflict, str) else conflict
        zone = found.zone if found else UTC_ZONE
        scope = scope_of(found) if found else EVERYTHING
        known, recorded = _instant(as_of, zone), _instant(as_recorded, zone)
        return remembering.desk(self.ledger, found, language, scope=scope, as_of=known, as_recorded=recorded)

    def search(
        self,
        words: str,
        conflict: str | Conflict | None = None,
        *,
        limit: int = 20,
        as_of: str | datetime | None = None,
        as_recorded: str | datetime | None = None,
    ) -> list[Hit]:
        """Reports with all of the words (see `Ledger.search`); `conflict` only says in which time zone days end."""
        found = find_conflict(conflict) if isinstance(conflict, str) and conflict != NONE else None
        zone = found.zone if found else UTC_ZONE
        return self.ledger.search(
            words, limit=limit, as_of=_instant(as_of, zone), as_recorded=_instant(as_recorded, zone)
        )

    def _left_over(self, as_of: str | datetime | None, as_recorded: str | datetime | None) -> Desk:
        from dataclasses import replace

        from gencatan.views.assign import unassigned

        whole = self.ledger.snapshot(as_of=_instant(as_of, UTC_ZONE), as_recorded=_instant(as_recorded, UTC_ZONE))
        left = tuple(unassigned(bundled(), whole.records))
        ids = {record.id for record in left} | {record.head.id for record in left}
        kept: tuple[Judgement, ...] = tuple(j for j in whole.judgements if j.one in ids and j.other in ids)
        return Desk(replace(whole, records=left, judgements=kept))


def scope_of(conflict: Conflict) -> Scope:
    """What the ledger must bring for a conflict: all claims of every report that may anchor it.

    A box is looked for in the countries of the parties and of the area, since boxes are no column of the ledger; one
    without a country, and parties known by an alias alone, are looked for everywhere.
    """
    actors = tuple(sorted({actor for party in conflict.parties for actor in party.actors}))
    countries = {*conflict.area.countries}
    if conflict.area.box is not None:
        countries |= {actor[:3] for actor in actors if _is_state(actor)}
    nameless = any(party.aliases and not party.actors for party in conflict.parties)
    if nameless or (conflict.area.box is not None and not countries):
        return EVERYTHING
    return Scope(
        actors=actors,
        place_countries=tuple(sorted(countries)),
        regions=conflict.area.regions,
        geonames=conflict.area.places,
        whole_documents=True,
    )


def _is_state(actor: str) -> bool:
    """Whether an actor's id begins with a country's code (`AZE`, `AZE/GOV`)."""
    return len(actor.split("/")[0]) == 3 and actor[:3].isupper()


def _instant(given: str | datetime | None, zone: ZoneInfo) -> datetime | None:
    if isinstance(given, datetime):
        return given.astimezone(zone) if given.tzinfo else given.replace(tzinfo=zone)
    if isinstance(given, date):
        given = given.isoformat()
    return instant(given, zone).astimezone(zone) if given is not None else None  # days end in the conflict's zone


def _is_page(source_uri: str) -> bool:
    return source_uri.startswith(("http://", "https://"))


def _moment(at: datetime | None) -> str:
    return (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")


def _kind_of(records: Sequence[Record]) -> str:
    """The kind of group that claims of these kinds form. Raises UsageError where they form none."""
    from gencatan.views.desk import KINDS_OF

    kinds = {record.claim.kind for record in records}
    for group, held in KINDS_OF.items():
        if kinds <= set(held):
            return group
    raise UsageError(
        f"claims of the kinds {', '.join(sorted(kinds))} form no group: events and casualties do, agreements, meetings"
    )
