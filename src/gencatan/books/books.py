"""The books of a conflict: everything that adds to them or asks of them goes through here, whatever the face."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import tee
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self
from zoneinfo import ZoneInfo

from gencatan.books import amending, asked, remembering
from gencatan.books.correcting import Correcting, names_beside, together
from gencatan.books.joining import Judged, judge_anew, keys_of, reconcile, ruling_run
from gencatan.errors import InputError, UsageError
from gencatan.i18n import LANGUAGES
from gencatan.ledger import EVERYTHING, Ledger, Scope, Writer, before, instant
from gencatan.ledger.amending import amended
from gencatan.ledger.search import Hit
from gencatan.ledger.versions import id_problem
from gencatan.model import Actor, Claim, Document, Judgement, Place, Record, Review, Run, Snapshot
from gencatan.model.books import standing
from gencatan.reconcile.rules import rules_digest
from gencatan.views.brief import Brief, brief
from gencatan.views.conflict import Conflict, bundled, find_conflict
from gencatan.views.desk import Desk
from gencatan.views.reviewed import corrected, corrections, deciding
from gencatan.views.trail import Trail, full_id, prefix_of, trail, with_history

if TYPE_CHECKING:
    from gencatan.language.pack import Pack
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
AMENDED: Final = "amended"
VERSION: Final = "version"
PURGED: Final = "purged"


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a report: `added`, `known` (nothing changed), `amended` (known, and `changed` are the fields that
    are said otherwise now), `version` (of a report that was in the books), `reread`, or `purged` (erased before, and
    not added again).

    `published` is the day as the books have it, None where nobody said it.
    """

    what: str
    document: str
    title: str | None = None
    claims: int = 0
    judgements: int = 0
    published: date | None = None
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Given:
    """A report as it was given, what is to be read of it (None: nothing), and whether `stated` fields amend it."""

    document: Document
    to_read: Document | None
    stated: Collection[str] | None = ()


OnBad = Callable[[Document, InputError], None]
"""Told of a report that cannot be added, and why."""


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
        on_wait: Callable[[str], None] | None = None,
    ) -> Self:
        """The books at a path or database address. Raises LedgerError as `Ledger.open` does, which says what `on_wait`
        is."""
        return cls(Ledger.open(address, create=create, on_wait=on_wait), languages=languages, packs=packs)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self.renew()
        finally:
            self.ledger.__exit__(kind, error, trace)

    def renew(self) -> None:
        """If the books grew: answer anew what people ask of them, so that nobody waits for it. Done when they close."""
        if not self._grew:
            return
        self._grew = False

        def desk_of(conflict: Conflict | None, language: str, as_of: datetime | None) -> Desk:
            scope = scope_of(conflict) if conflict else EVERYTHING
            return remembering.desk(self.ledger, conflict, language, scope=scope, as_of=as_of, noting=False)

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

            self._runs[language] = Run(__version__, {language: self._pack(language).digest})
        return self._runs[language]

    def _pack(self, language: str) -> Pack:
        from gencatan.language.pack import load_pack, read_pack

        own = {pack.code: pack for pack in map(read_pack, self._packs)}
        return own.get(language) or load_pack(language)

    # --- adding

    def add(self, document: Document) -> Added:
        """Read a report into the books and reconcile it, in one transaction; see `add_many` for a known one.

        Raises LanguageError for a language without a pack, InputError for a report that cannot be kept.
        """
        return next(iter(self.add_many([document])))

    def keep(self, document: Document) -> bool:
        """`add`, telling only whether anything is new: what following feeds needs. A known report stays as it is."""
        return next(iter(self.add_many([document], stated=None))).what in (ADDED, VERSION)

    def add_read(self, read: Iterable[tuple[Document, list[Claim]]]) -> list[Added]:
        """Add reports with the claims that were read of them elsewhere, in one transaction. Raises InputError."""
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
        """Add reports in order, `batch` in a transaction; killed at any instant, a rerun completes it.

        A report that is known is not read again, unless it says of itself what it never said: another `published`,
        `outlet`, `title`. Then it is amended, which stands beside what was said before. `stated` are the fields that
        you say of all these reports yourself, `language` among them: they count though they were said before; None:
        known reports are never amended. `workers` processes read; the books do not depend on their number. A report
        that cannot be added goes to `on_bad` with the reason, and the rest is added; without, that reason is raised
        once what came before is in the books.
        """
        # each is looked up once: a report that comes twice must not be news to one side and known to the other
        kept, given = tee(self._given(document, stated) for document in self._with_language(documents, on_bad))
        read = self.reader.read_many((one.to_read for one in given if one.to_read is not None), workers=workers)
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
                known = ensure_language(document, self.reader.languages)
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
        known = self.ledger.document(document.id)
        if known is None or known.text != document.text:
            return _Given(document, document, stated)
        changes = self._changes(known, document, stated)
        return _Given(document, amended(known, changes) if changes else None, stated)

    def _changes(self, known: Document, given: Document, stated: Collection[str] | None) -> dict[str, Any]:
        """What is to be said otherwise of a known report."""
        if stated is None:
            return {}
        return amending.news(known, self.ledger.states(known.id), given, stated)

    def _write(self, read: Sequence[tuple[_Given, list[Claim] | None]], on_bad: OnBad | None) -> Iterator[Added]:
        """Add reports in one transaction. A refused one has written nothing: the others are added all the same."""
        if all(claims is None for _, claims in read):
            yield from (self._known(one.document) for one, _ in read)
            return
        done: list[Added] = []
        refused: list[tuple[Document, InputError]] = []
        with self.ledger.writing() as writer:
            for one, claims in read:
                try:
                    done.append(self._add(writer, one, claims))
                except InputError as error:
                    refused.append((one.document, error))
                    if on_bad is None:
                        break
        self._grew = True
        yield from done
        for document, why in refused:
            if on_bad is None:
                raise why
            on_bad(document, why)

    def _known(self, document: Document, known: Document | None = None) -> Added:
        known = known or self.ledger.document(document.id) or document
        return Added(KNOWN, document.id, known.title, published=known.published)

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
            claims = self.reader.read(document)
        judged = self._take_reading(writer, document, claims)
        what = VERSION if document.version_of else ADDED
        return Added(what, document.id, document.title, len(claims), judged, document.published)

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
        found = self.reader.read(document) if claims is None else claims
        judged = self._take_reading(writer, document, found)
        changed = tuple(name for name in amending.SAID if name in changes)
        return Added(AMENDED, document.id, document.title, len(found), judged, document.published, changed)

    def amend(self, document: str, changes: Mapping[str, Any]) -> Added:
        """Say otherwise when a report was published (None: nobody knows), by which outlet, in which language, under
        which title; it is read anew. What was said before stays, and to amend again takes it back.

        `document` is an id or its first characters. Raises UsageError for none, or several, and for a purged one;
        LanguageError for a language without a pack.
        """
        if changes.get("language"):
            self.run(changes["language"])
        id_ = self._document_id(document)
        self._grew = True
        with self.ledger.writing() as writer:
            made = writer.amend(id_, changes)
            return self._known(writer.document(id_)) if made is None else self._say_otherwise(writer, made, changes)

    def _document_id(self, wanted: str) -> str:
        found = self.ledger.documents_beginning(wanted.strip())
        if wanted in found or len(found) == 1:
            return wanted if wanted in found else found[0]
        if found:
            raise UsageError(f"document {wanted!r} is not unique: {', '.join(id_[:20] for id_ in found)} …")
        raise UsageError(f"no document {wanted!r} in {self.ledger.address}")

    def _take_reading(self, writer: Writer, document: Document, claims: Sequence[Claim]) -> int:
        self._judge_anew(writer)
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
            yield Added("reread", document.id, document.title, len(claims), judged, document.published)

    @property
    def outdated(self) -> bool:
        """Whether the books are judged by other rules than these."""
        return not self.ledger.is_judged_by(rules_digest())

    def rejudge(self) -> Judged | None:
        """Judge everything anew, in one transaction, where other rules than these judged; None where it is up to date.

        What they said stays for `as_recorded`; reviews stand. What is added next does the same first.
        """
        if not self.outdated:
            return None
        self._grew = True
        with self.ledger.writing() as writer:
            return self._judge_anew(writer)

    def _judge_anew(self, writer: Writer) -> Judged | None:
        """Let the books be judged by these rules, for those of others do not mix with them; None where they are."""
        if not writer.is_judged_by(rules_digest()):
            return judge_anew(writer)
        writer.rule_first(ruling_run())
        return None

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

        `fields` are the corrected ones (`correct`), as JSON has them or as a person says them: `{"date": "2023-09-20",
        "place": "Stepanakert", "attribution": ["the ombudsman"], "slots": {"count": 32}}`. Words that stand in the
        report are found there, others are the reviewer's own; what an earlier correction said of other fields stands.
        `kind` is the group's (`merge`, `split`). Raises UsageError for an unknown id, or a correction that no claim of
        the kind can hold.
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
            body |= self._correction(records[0], fields)
        if action in ("merge", "split"):
            body["kind"] = kind or _kind_of(records)
        return self._record(Review(action, ids, reviewer, _moment(at), body))

    def _correction(self, record: Record, fields: Mapping[str, Any]) -> dict[str, Any]:
        """A correction made whole, together with what stands of an earlier one. Raises UsageError."""
        said = [one for one in self.ledger.reviews() if one.targets == (record.id,)]
        last = deciding(Snapshot((record,), reviews=said)).get(record.id)
        before = corrections(last) if last is not None and last.action == "correct" else {}
        claim = corrected(record.claim, before)
        from gencatan.books.naming import Namer

        document = self.ledger.document(record.head.id)
        if document is None:
            raise UsageError(f"the report of claim {record.id[:8]} was purged")
        beside = self.ledger.snapshot(Scope(documents=(document.id,)), relations=()).records
        actors, places = names_beside([one.claim for one in beside])
        known = Namer(self._pack(document.language), document)

        def actor(words: str) -> Actor | None:
            return actors.get(words.casefold()) or known.actor(words)

        def place(words: str) -> Place | None:
            return places.get(words.casefold()) or known.place(words, places.values())

        whole = Correcting(claim, document.text, place, actor).whole(fields)
        corrected(claim, whole)
        return together(before, whole)

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
        # what a corrected claim belongs to now may be far from what was judged of it as it was read: it is judged anew
        # beside all claims of its kind, and any of them may have moved to or from what is asked for
        moved = any(one.action == "correct" for one in standing(self.ledger.reviews()))
        found = trail(Desk(self.ledger.snapshot() if moved else self.ledger.around(id_)), id_)
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

    def brief(
        self,
        since: str | datetime,
        conflict: str | Conflict | None = None,
        *,
        as_of: str | datetime | None = None,
        as_recorded: str | datetime | None = None,
        language: str = LANGUAGES[0],
    ) -> Brief:
        """What is new since a time: by when it came into the ledger where `as_recorded` says until when, else by when
        it was published. Of a date the day itself is in. Else times, `conflict` and errors as in `desk`."""
        after = self.desk(conflict, as_of=as_of, as_recorded=as_recorded, language=language)
        known = _until(since, after.conflict.zone if after.conflict else UTC_ZONE)
        if as_recorded is not None:
            return brief(self.desk(conflict, as_recorded=known, language=language), after, str(since))
        return asked.brief_since(known, str(since), lambda: self.desk(conflict, as_of=known, language=language), after)

    def in_order(self, since: str, until: str, conflict: str | None = None) -> bool:
        """Whether two times as `brief` takes them stand in that order. Raises UsageError, ConflictError."""
        found = find_conflict(conflict) if conflict not in (None, NONE) else None
        zone = found.zone if found else UTC_ZONE
        return before(since, zone) <= instant(until, zone)

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
        corrected=True,
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


def _until(given: str | datetime | date, zone: ZoneInfo) -> datetime:
    if isinstance(given, datetime):
        return given.astimezone(zone) if given.tzinfo else given.replace(tzinfo=zone)
    return before(str(given), zone).astimezone(zone)


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
