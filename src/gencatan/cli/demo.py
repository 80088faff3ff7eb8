"""`gencatan demo`: reads the reports that come with the package, and keeps the books of one conflict."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gencatan.cli.console import make_console, plain_errors, utf8
from gencatan.errors import UsageError

if TYPE_CHECKING:
    from gencatan.model import Document
    from gencatan.reading.reader import Reader

REPORTS = Path(__file__).parent.parent / "reports"
SHOWN = "en-karabakh-truce-yerevan-2023-09-20"

Pages = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FOLDER", help="Write the evidence pages of the reports to this folder."),
]


def demo(output: Pages = None) -> None:
    """Read the reports that come with gencatan: the claims of one, a summary of all, the books of one conflict.

    With -o FOLDER the ledger stays, as FOLDER.db beside the pages.
    """
    with plain_errors():
        utf8(sys.stdout)
        from gencatan.cli.table import show, summary
        from gencatan.intake.settings import IntakeSettings
        from gencatan.intake.sources import read_sources
        from gencatan.reading.reader import Reader

        reader = Reader()
        documents = list(read_sources([str(REPORTS)], IntakeSettings()))
        if output is not None:
            _spare(output, documents)
        results = list(zip(documents, reader.read_many(documents), strict=True))
        if output is not None:
            _write_pages(reader, documents, output)
        console = make_console()
        show(console, *next((d, claims) for d, claims in results if d.id == SHOWN))
        counts: dict[str, Counter[str]] = {}
        for document, claims in results:
            counts.setdefault(document.language, Counter()).update(claim.kind for claim in claims)
        console.print("All reports that come with gencatan, claims by kind and language:")
        console.print(summary(counts, Counter(document.language for document in documents)))
        from gencatan.cli.demo_books import show_books

        show_books(console, documents, reader, _ledger(output))
        for line in _next(output):
            console.print(line, soft_wrap=True)


def _ledger(output: Path | None) -> Path | None:
    """Where the ledger stays: beside the folder of pages, which is replaced as a whole."""
    return output.with_name(f"{output.name}.db") if output is not None else None


def _spare(output: Path, documents: list[Document]) -> None:
    """Refuse a file where the folder is to be, and to add to the books of somebody else."""
    from gencatan.ledger import Ledger

    if output.name in ("", ".."):
        raise UsageError(f"cannot write {output}: the pages need a folder of their own, beside which the ledger stays")
    if output.exists() and not output.is_dir():
        raise UsageError(f"cannot write {output}: it is a file, and the pages need a folder")
    path = _ledger(output)
    if path is not None and path.exists() and path.stat().st_size:
        with Ledger.open(path, create=False) as ledger:
            if {document.id for document in ledger.documents()} - {document.id for document in documents}:
                raise UsageError(f"{path} is a ledger of other reports: the demo's are not added; name another folder")


def _write_pages(reader: Reader, documents: list[Document], output: Path) -> None:
    from gencatan.cli.output import writing
    from gencatan.cli.pages import PageMaker, write_pages
    from gencatan.model.vocabulary import KINDS

    with writing(output):
        output.parent.mkdir(parents=True, exist_ok=True)
    write_pages(PageMaker(reader.languages, (), frozenset(KINDS), ""), reader, documents, output, 1)


def _next(output: Path | None) -> list[str]:
    from gencatan.cli.demo_books import commands

    program = "gencatan" if shutil.which("gencatan") else sys.argv[0]
    here = Path.cwd()
    reports = REPORTS.relative_to(here) if REPORTS.is_relative_to(here) else REPORTS
    pages = (
        [] if output is None else [f"Open {output / 'index.html'} in a browser: every report with its claims marked."]
    )
    ledger = _ledger(output)
    add = [] if ledger is not None else [f"  {program} add {reports} --ledger demo.db"]
    return [
        *pages,
        "Next:",
        *add,
        *commands(program, str(ledger or "demo.db")),
        f"  {program} read {reports / 'id-operasi-karabakh-2023-09-19.json'} -o page.html",
        f"  {program} read {reports} --kind casualty",
        f"  {program} read YOUR-REPORT.txt --published 2023-09-20",
        *(["  and open docs/tutorial.md"] if Path("docs/tutorial.md").is_file() else []),
    ]
