"""The end of the demo: the books of one conflict, built from the reports that come with gencatan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gencatan.cli import answers, stopping
from gencatan.cli.sheets import Sheet, show
from gencatan.i18n import Strings, strings

if TYPE_CHECKING:
    from rich.console import Console

    from gencatan.books.books import Books
    from gencatan.model import Document
    from gencatan.reading.reader import Reader

CONFLICT = "nagorno-karabakh"
TRUCE = date(2023, 9, 20)
TALKS = date(2023, 9, 21)


@contextmanager
def ledger_at(path: Path | None, reader: Reader) -> Iterator[Books]:
    """Books at a path that stay, or in a folder that goes."""
    from tempfile import TemporaryDirectory

    from gencatan.books.books import Books

    with ExitStack() as stack:
        with stopping.held():
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="gencatan-")))
            stopping.begin(folder)
        stack.callback(stopping.end, folder)
        books = stack.enter_context(Books.open(path or folder / "demo.db"))
        books.reader = reader
        yield books


def show_books(console: Console, documents: Iterable[Document], reader: Reader, path: Path | None) -> None:
    """Add the reports and show what the ledger makes of them."""
    words = strings("en")
    with ledger_at(path, reader) as books:
        for _ in (*books.add_many(documents), *books.reread()):
            pass
        books.rejudge()  # where older rules judged, nothing that is known already has them judge anew
        console.rule("The books of one conflict")
        show(console, _known(books, words), words)
        console.rule(f"The same ledger, as of {TRUCE}")
        show(console, _then(books, words), words)


def _known(books: Books, words: Strings) -> list[Sheet]:
    """The agreement of that day, the talks after it, tolls that sources disagree on, and people displaced."""
    from gencatan.views.dossier import dossier

    found = dossier(books.desk(CONFLICT))
    deals = tuple(
        agreement
        for agreement in found.agreements.agreements
        if agreement.effective and agreement.effective.start == TRUCE
    )
    talks = tuple(one for one in found.meetings.meetings if one.start == TALKS)
    disputed = tuple(toll for toll in found.tolls.incidents if len(toll.figures) > 1 and not toll.long)
    nothing = replace(found.timeline, entries=())
    pages = replace(
        found,
        agreements=replace(found.agreements, agreements=deals),
        pledges=replace(found.pledges, obligations=()),
        meetings=replace(found.meetings, meetings=talks),
        tolls=replace(found.tolls, incidents=disputed, totals=()),
        timeline=nothing,
        statements=nothing,
        contradictions=replace(found.contradictions, pairs=found.contradictions.pairs[:2]),
        territory=replace(found.territory, lands=found.territory.lands[:1]),
    )
    return answers.dossier(pages, words)


def _then(books: Books, words: Strings) -> list[Sheet]:
    """What was known on the evening of the truce, and nothing that came later."""
    from gencatan.views.dossier import dossier

    found = dossier(books.desk(CONFLICT, as_of=TRUCE.isoformat()))
    deals = tuple(agreement for agreement in found.agreements.agreements if agreement.effective)
    pages = replace(
        found,
        agreements=replace(found.agreements, agreements=deals),
        pledges=replace(found.pledges, obligations=()),
        tolls=replace(found.tolls, incidents=(), series=()),
        meetings=replace(found.meetings, meetings=tuple(one for one in found.meetings.meetings if one.start == TALKS)),
        timeline=replace(found.timeline, entries=()),
        statements=replace(found.statements, entries=()),
        territory=replace(found.territory, lands=()),
        contradictions=replace(found.contradictions, pairs=()),
    )
    return answers.dossier(pages, words)


def commands(program: str, ledger: str) -> list[str]:
    """What to ask of the ledger next."""
    about = f"--ledger {ledger} --conflict {CONFLICT}"
    return [
        f"  {program} dossier {about}",
        f"  {program} obligations {about} --lang id",
        f"  {program} tolls {about} --as-of 2023-09-20",
        f"  {program} diff {about} --since 2023-09-25 --as-of 2023-09-26",
        f"  {program} explain ID --ledger {ledger}    (an id of the last column: back to the words)",
    ]
