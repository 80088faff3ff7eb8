"""The commands that write to a ledger or move it: add, reread, purge, dump, load; and the list of conflicts."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gencatan.cli.asking import Address, AnswerWritten, Lang, TableLang, opened, write
from gencatan.cli.console import BAD_INPUT, heard_or_not, plain_errors, say, utf8, with_progress
from gencatan.cli.output import Whole
from gencatan.cli.read import (
    AUTO,
    MEGABYTE,
    Language,
    MaxBytes,
    Pack,
    Private,
    Published,
    Skips,
    Sources,
    Workers,
    _documents,
    _language,
    _reader,
    _settings,
)
from gencatan.cli.unread import Unread
from gencatan.errors import InputError, UsageError

if TYPE_CHECKING:
    from gencatan.books.adding import Added
    from gencatan.books.books import Books

READ = ("added", "version", "reread")
UNDATED_SHOWN = 5
UNKNOWN = "unknown"
OUTDATED = "other rules than these put the claims of this ledger together; all are judged anew first"
PURGED = "purged"

AmendedId = Annotated[
    str,
    typer.Argument(
        metavar="DOCUMENT", help="The report's id, as `add` and `explain` tell it, or its first characters."
    ),
]
AmendedDay = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="The day it was published (2023-09-20), or unknown.")
]
AmendedOutlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published it.")]
AmendedTitle = Annotated[str | None, typer.Option("--title", metavar="WORDS", help="Its title.")]
AmendedLanguage = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Its language (see `gencatan languages`).")
]
Reason = Annotated[str, typer.Option("--reason", help="Why: licence, privacy, takedown. It stays in the ledger.")]
DocumentId = Annotated[str, typer.Argument(metavar="DOCUMENT", help="The report's id.")]
DumpFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
]
DumpSource = Annotated[str, typer.Argument(metavar="DUMP", help="A file that `gencatan dump` wrote, or - for stdin.")]
ConflictFiles = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE]...", help="TOML files of your own, listed beside the bundled ones."),
]
MaybeAddress = Annotated[
    str | None,
    typer.Option(
        "--ledger", metavar="FILE", envvar="GENCATAN_LEDGER", help="Count each conflict's claims in this ledger."
    ),
]


def add(
    source: Sources,
    ledger: Address,
    published: Published = None,
    language: Language = AUTO,
    workers: Workers = 1,
    pack: Pack = None,
    max_bytes: MaxBytes = 20 * MEGABYTE,
    allow_private_addresses: Private = False,
) -> None:
    """Read reports into a ledger, which is made if there is none, and reconcile them with what is there.

    A report that is known changes nothing, unless --published, --language or the source itself now say something else
    of it: then that is amended, and the report read anew. A corrected text is a new version. Each report appears in the
    ledger whole or not at all: stopped at any instant, the same command completes it. Writes a line for each report.
    What is named and cannot be added is said with the reason, the rest is added, and the exit code is 2.
    """
    with plain_errors():
        from gencatan.books.books import Books

        code = _language(language)
        settings = _settings(published, code, max_bytes, allow_private_addresses)
        reader = _reader(code, pack or ())
        stated = [name for name, given in (("published", published), ("language", code != AUTO)) if given]
        skips, bad = Skips(), Bad()
        documents = _documents(source, settings, reader.languages, skips, bad.say)
        first = next(documents, None)  # no ledger is made for nothing
        if first is None:
            skips.sum_up()
            raise typer.Exit(BAD_INPUT)
        with Books.open(ledger, packs=pack or (), on_wait=say) as books:
            books.reader = reader
            if books.outdated:
                say(OUTDATED)
            added = books.add_many(
                chain([first], documents), workers=workers, stated=stated, on_bad=lambda _, error: bad.say(error)
            )
            undated = _tell(with_progress(added, "reports added"), books)
        skips.sum_up()
        _warn(undated)
        if bad.count:
            raise typer.Exit(BAD_INPUT)


class Bad:
    """What was named and could not be added: each is said, all are counted."""

    def __init__(self) -> None:
        """None yet."""
        self.count = 0

    def say(self, error: InputError) -> None:
        """Say which it is and why."""
        self.count += 1
        say(str(error))


def _warn(undated: Sequence[Added]) -> None:
    """Name the reports whose day nobody said, and say how to give it."""
    if not undated:
        return
    for one in undated[:UNDATED_SHOWN]:
        named = one.title or one.source
        say(f"publication date unknown: {one.document}{f' ({named})' if named else ''}")
    if len(undated) > UNDATED_SHOWN:
        say(f"… and of {len(undated) - UNDATED_SHOWN:,} more")
    say(
        "relative dates such as “on Wednesday” stay unresolved there, and --as-of knows them only from the day "
        "of adding on; `gencatan amend DOCUMENT --published DATE` gives the date, or add again with --published"
    )


def amend(
    document: AmendedId,
    ledger: Address,
    published: AmendedDay = None,
    outlet: AmendedOutlet = None,
    title: AmendedTitle = None,
    language: AmendedLanguage = None,
    pack: Pack = None,
) -> None:
    """Say otherwise of a report in the ledger when, by whom, in which language or under which title it was published.

    The report is read anew, since dates such as "on Wednesday" resolve by that day. What was said before stays for
    --as-recorded; to amend again takes it back.
    """
    with plain_errors():
        from gencatan.books.books import Books
        from gencatan.intake.settings import parse_published

        changes: dict[str, Any] = {}
        if published is not None:
            changes["published"] = None if published.strip().lower() == UNKNOWN else parse_published(published)
            changes["published_precision"] = "day"
        changes |= {
            name: words.strip() or None for name, words in (("outlet", outlet), ("title", title)) if words is not None
        }
        if language is not None:
            changes["language"] = _language(language)
        if not changes or changes.get("language") == AUTO:
            raise UsageError("say what is otherwise: --published, --outlet, --title or --language CODE")
        with Books.open(ledger, create=False, packs=pack or (), on_wait=say) as books:
            _tell([books.amend(document, changes)], books)


def reread(ledger: Address, pack: Pack = None) -> None:
    """Read again what another version of gencatan or its packs read, and reconcile it anew.

    Older claims stay beside the newer ones; reviews carry over where what was reviewed is the same, else they wait in
    `gencatan review queue`.
    """
    with plain_errors():
        from gencatan.books.books import Books

        with Books.open(ledger, create=False, packs=pack or (), on_wait=say) as books:
            _tell(with_progress(books.reread(), "reports read again"), books)
            books.rejudge()
            waiting = len(books.ledger.queue())
        if waiting:
            say(f"reviews that wait for you: {waiting} (gencatan review queue)")


def rejudge(ledger: Address) -> None:
    """Judge anew which claims belong together, supersede or contradict each other, where other rules than these did.

    What those said stays for --as-recorded, and people's reviews stand. `add`, `amend` and `reread` do it by
    themselves, since judgements by two sets of rules do not mix; questions only say that it is to be done.
    """
    with plain_errors():
        from gencatan.books.books import Books

        with Books.open(ledger, create=False, on_wait=say) as books:
            done = books.rejudge()
        say(f"reports judged anew: {done.reports:,}, new judgements: {done.judgements:,}" if done else "nothing to do")


def _tell(done: Iterable[Added], books: Books) -> list[Added]:
    """A line for each report as it is done, and how many there were; those whose day nobody said."""
    out = utf8(sys.stdout)
    unread: Unread | None = None
    counts: dict[str, int] = {}
    undated: list[Added] = []
    for added in done:
        if added.published is None and added.what != PURGED:
            undated.append(added)
        counts[added.what] = counts.get(added.what, 0) + 1
        line: dict[str, Any] = {
            "what": added.what,
            "document": added.document,
            "title": added.title,
            "claims": added.claims,
        }
        if added.source:
            line["source"] = added.source
        if added.changed:
            line["changed"] = list(added.changed)
        with heard_or_not():
            if sys.stdout.isatty():
                out.write(f"{added.what}\t{added.document}\t{added.claims}\t{added.title or added.source}\n")
            else:
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()
        if added.what in READ and not added.claims and (document := books.ledger.document(added.document)):
            unread = unread or Unread(books.reader)
            unread.note(document, 0)
    if unread:
        unread.sum_up()
    say(", ".join(f"{number} {what}" for what, number in counts.items()) or "nothing to do")
    return undated


def purge(document: DocumentId, ledger: Address, reason: Reason) -> None:
    """Erase a report's text and every quote of it; its id, digest and a tombstone with the reason stay."""
    with plain_errors(), opened(ledger) as books:
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            done = books.purge(document, reason)
        say(f"{document} {'purged' if done else 'was purged before'}")
        for warning in told:
            say(str(warning.message))
        for backup in books.ledger.backups():
            say(f"a backup made earlier may still hold it: {backup}")


def dump(ledger: Address, output: DumpFile = None) -> None:
    """Write a ledger as JSON lines: the same bytes whichever database holds it."""
    with plain_errors(), opened(ledger) as books, Whole(output) as out:
        books.ledger.dump(_Texts(out))  # type: ignore[arg-type]


class _Texts:
    """A stream that only takes text."""

    def __init__(self, whole: Whole) -> None:
        self._whole = whole

    def write(self, text: str) -> int:
        """Write text."""
        self._whole.text(text)
        return len(text)


def load(source: DumpSource, ledger: Address) -> None:
    """Make a new ledger from a dump."""
    with plain_errors():
        from gencatan.ledger import Ledger

        if source == "-":
            stdin = sys.stdin
            reconfigure = getattr(stdin, "reconfigure", None)
            if reconfigure:
                reconfigure(encoding="utf-8")
            with Ledger.load(ledger, stdin, source="stdin") as made:
                say(f"loaded into {made.address}")
            return
        try:
            with Path(source).open(encoding="utf-8") as stream, Ledger.load(ledger, stream, source=source) as made:
                say(f"loaded into {made.address}")
        except OSError as error:
            raise InputError(f"cannot be read: {error.strerror or error}", source=source) from error


def conflicts(
    file: ConflictFiles = None, ledger: MaybeAddress = None, written: AnswerWritten = None, lang: TableLang = Lang.EN
) -> None:
    """List the conflicts that are known: parties, mediators, period, time zone; with --ledger their claims too."""
    with plain_errors():
        from gencatan.cli.answers import conflicts as draw
        from gencatan.views.conflict import bundled, find_conflict
        from gencatan.views.listing import listed

        known = [*bundled(), *map(find_conflict, file or ())]
        if ledger is None:
            answer = listed(known)
        else:
            with opened(ledger) as books:
                answer = listed(known, books.ledger.snapshot())
        write(answer, written, lang, draw)
