"""The books of a conflict: everything that adds to them or asks of them goes through here, whatever the face."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self
from zoneinfo import ZoneInfo

from gencatan.books import asked, remembering
from gencatan.books.adding import ADDED, BATCH, VERSION, Added, Adding, OnBad
from gencatan.books.joining import Judged
from gencatan.books.reviewing import Reviewing
from gencatan.errors import UsageError
from gencatan.i18n import LANGUAGES
from gencatan.i18n.countries import alpha2
from gencatan.ledger import EVERYTHING, Ledger, Scope, before, instant
from gencatan.ledger.search import Hit
from gencatan.model import Claim, Document, Judgement, Record, Review, Run
from gencatan.model.books import standing
from gencatan.views.brief import Brief, brief
from gencatan.views.conflict import Conflict, bundled, find_conflict
from gencatan.views.desk import Desk
from gencatan.views.trail import Trail, full_id, prefix_of, trail, with_history

if TYPE_CHECKING:
    from gencatan.language.pack import Pack
    from gencatan.reading.reader import Reader

NONE: Final = "none"
"""The conflict of claims that belong to no known conflict."""
UTC_ZONE: Final = ZoneInfo("UTC")


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
        self._adding = Adding(ledger, self, self._has_grown)
        self._reviewing = Reviewing(ledger, self.claim, self._pack)

    def _has_grown(self) -> None:
        self._grew = True

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
        return self._adding.add_read(read)

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
        return self._adding.add_many(documents, workers=workers, batch=batch, stated=stated, on_bad=on_bad)

    def amend(self, document: str, changes: Mapping[str, Any]) -> Added:
        """Say otherwise when a report was published (None: nobody knows), by which outlet, in which language, under
        which title; it is read anew. What was said before stays, and to amend again takes it back.

        `document` is an id or its first characters. Raises UsageError for none, or several, and for a purged one;
        LanguageError for a language without a pack.
        """
        return self._adding.amend(document, changes)

    def reread(self) -> Iterator[Added]:
        """Read again every report whose latest reading is by another reader than this one, and reconcile it anew.

        Older claims and reviews stay; each report is a transaction, so a rerun goes on where it was stopped.
        """
        return self._adding.reread()

    @property
    def outdated(self) -> bool:
        """Whether the books are judged by other rules than these."""
        return self._adding.outdated

    def rejudge(self) -> Judged | None:
        """Judge everything anew, in one transaction, where other rules than these judged; None where it is up to date.

        What they said stays for `as_recorded`; reviews stand. What is added next does the same first.
        """
        return self._adding.rejudge()

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
        made = self._reviewing.review(action, targets, reviewer=reviewer, words=words, fields=fields, kind=kind, at=at)
        self._grew = True
        return made

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
        roots = {actor.partition("/")[0] for actor in actors}
        countries |= {root for root in roots if alpha2(root)}
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
