"""The commands that write to a ledger or move it: add, reread, purge, dump, load; and the list of conflicts."""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from gencatan.errors import InputError

if TYPE_CHECKING:
    from gencatan.books.books import Added, Books

READ = ("added", "version", "reread")
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

    A report that is known changes nothing; a corrected one is a new version. Each report appears in the ledger whole or
    not at all: stopped at any instant, the same command completes it. Writes a line for each report. What is named and
    cannot be added is said with the reason, the rest is added, and the exit code is 2.
    """
    with plain_errors():
        from gencatan.books.books import Books

        code = _language(language)
        settings = _settings(published, code, max_bytes, allow_private_addresses)
        reader = _reader(code, pack or ())
        skips, bad = Skips(), Bad()
        documents = _documents(source, settings, reader.languages, skips, bad.say)
        first = next(documents, None)  # no ledger is made for nothing
        if first is None:
            skips.sum_up()
            raise typer.Exit(BAD_INPUT)
        with Books.open(ledger, packs=pack or (), on_wait=say) as books:
            books.reader = reader
            added = books.add_many(chain([first], documents), workers=workers, on_bad=lambda _, error: bad.say(error))
            _tell(with_progress(added, "reports added"), books)
        skips.sum_up()
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


def reread(ledger: Address, pack: Pack = None) -> None:
    """Read again what another version of gencatan or its packs read, and reconcile it anew.

    Older claims stay beside the newer ones; reviews carry over where what was reviewed is the same, else they wait in
    `gencatan review queue`.
    """
    with plain_errors():
        from gencatan.books.books import Books

        with Books.open(ledger, create=False, packs=pack or (), on_wait=say) as books:
            _tell(with_progress(books.reread(), "reports read again"), books)
            waiting = len(books.ledger.queue())
        if waiting:
            say(f"reviews that wait for you: {waiting} (gencatan review queue)")


def _tell(done: Iterable[Added], books: Books) -> None:
    """A line for each report as it is done, and how many there were."""
    out = utf8(sys.stdout)
    unread: Unread | None = None
    counts: dict[str, int] = {}
    for added in done:
        counts[added.what] = counts.get(added.what, 0) + 1
        line = {"what": added.what, "document": added.document, "title": added.title, "claims": added.claims}
        with heard_or_not():
            if sys.stdout.isatty():
                out.write(f"{added.what}\t{added.document}\t{added.claims}\t{added.title or ''}\n")
            else:
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            out.flush()
        if added.what in READ and not added.claims and (document := books.ledger.document(added.document)):
            unread = unread or Unread(books.reader)
            unread.note(document, 0)
    if unread:
        unread.sum_up()
    say(", ".join(f"{number} {what}" for what, number in counts.items()) or "nothing to do")


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
            Ledger.load(ledger, stdin, source="stdin").close()
            return
        try:
            with Path(source).open(encoding="utf-8") as stream:
                Ledger.load(ledger, stream, source=source).close()
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
