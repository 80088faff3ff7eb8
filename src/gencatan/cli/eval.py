"""`gencatan eval`: how well reports are read, measured on annotated ones, and what went wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from gencatan.cli.console import plain_errors
from gencatan.cli.output import Format, Output
from gencatan.errors import LanguageError, UsageError

if TYPE_CHECKING:
    from gencatan.evaluation.gold import GoldReport
    from gencatan.evaluation.items import Json
    from gencatan.reading.reader import Reader

CASES = 500

Item = TypeVar("Item")


class EvalFormat(StrEnum):
    """How figures and errors are written."""

    TABLE = "table"
    JSON = "json"
    HTML = "html"


Gold = Annotated[
    list[Path],
    typer.Argument(
        metavar="GOLD",
        help="Annotated reports: .json files, folders of them, or .jsonl files with one a line. A report is kept back "
        'where it has `"kept_back": true`, where a file KEPT_BACK in its folder names it (a file\'s stem or a '
        "document's id a line), or by --kept-back: it counts in the figures, and no word of it is shown.",
    ),
]
System = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="CLAIMS",
        help="Score these claims, a .jsonl file or a folder of them, instead of reading the reports. May be repeated.",
    ),
]
Written = Annotated[
    EvalFormat | None,
    typer.Option("--format", help="Default: a table; with -o, by its suffix. html only with --errors."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Errors = Annotated[
    bool,
    typer.Option("--errors", help="List what was missed or is wrong, by cause; with -o errors.html, as a page."),
]
KeptBack = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME", help="File name or id of a report to keep back. May be repeated."),
]
Limit = Annotated[int, typer.Option(min=0, max=5_000, help="How many errors --errors shows at most.")]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE; it appears whole or not at all."),
]
Pack = Annotated[
    list[Path] | None,
    typer.Option(metavar="FOLDER", help="A language pack of your own to read with. May be repeated."),
]
Workers = Annotated[
    int, typer.Option(min=1, max=256, help="Processes to read with; the figures are the same. --errors reads with one.")
]


def eval_(
    gold: Gold,
    system: System = None,
    errors: Errors = False,
    written: Written = None,
    as_json: AsJson = False,
    output: OutputFile = None,
    kept_back: KeptBack = None,
    limit: Limit = CASES,
    pack: Pack = None,
    workers: Workers = 1,
) -> None:
    """Measure how well annotated reports are read.

    Precision, recall and F1 of claims, items and slots for each language, as docs/architecture.md defines them.
    """
    with plain_errors():
        chosen = _format(written, as_json, output)
        if chosen is EvalFormat.HTML and not errors:
            raise UsageError("--format html is the page of errors: give --errors too")
        if errors and system:
            raise UsageError("--errors explains what gencatan itself reads: it takes no --system")
        from gencatan.evaluation.gold import load_gold

        reports = load_gold(gold, kept_back or ())
        _spare_sources(reports, output)
        if errors:
            shown = _errors(reports, _reader(pack or ()), chosen, limit)
        else:
            shown = _figures(reports, _claims(reports, system or (), pack or (), workers), chosen)
        with Output(output, Format.JSONL) as out:
            out.text(shown)


def _format(written: EvalFormat | None, as_json: bool, output: Path | None) -> EvalFormat:
    if as_json and written not in (None, EvalFormat.JSON):
        raise UsageError(f"--json and --format {written}: give one of them")
    if as_json or written:
        return written or EvalFormat.JSON
    suffix = output.suffix.lower() if output else ""
    return {".json": EvalFormat.JSON, ".html": EvalFormat.HTML, ".htm": EvalFormat.HTML}.get(suffix, EvalFormat.TABLE)


def _spare_sources(reports: Sequence[GoldReport], output: Path | None) -> None:
    """Refuse to write over an annotated report."""
    if output is not None and output.exists() and any(output.samefile(report.path) for report in reports):
        raise UsageError(f"{output} is one of the annotated reports: it would be written over")


def _reader(packs: Sequence[Path]) -> Reader:
    from gencatan.reading.reader import Reader

    return Reader(packs=packs)


def _claims(
    reports: Sequence[GoldReport], system: Sequence[Path], packs: Sequence[Path], workers: int
) -> dict[str, list[Json]]:
    """Claims by document id, as given or as read."""
    from gencatan.evaluation.system import load_system

    if system:
        return load_system(system)
    reader = _reader(packs)
    once = _once(reports, reader)
    claims = reader.read_many((report.document() for report in once), workers=workers)
    return {r.id: [c.to_dict() for c in found] for r, found in zip(once, _progress(claims, len(once)), strict=True)}


def _once(reports: Sequence[GoldReport], reader: Reader) -> list[GoldReport]:
    """Each report to read once, however often it is annotated. Raises LanguageError, naming the file."""
    from gencatan.language.detect import normalise_language

    for report in reports:
        if normalise_language(report.language) not in reader.languages:
            known = ", ".join(reader.languages)
            message = f"field 'document.language' is {report.language[:20]!r}; supported: {known}"
            raise LanguageError(message, source=report.where)
    return list({report.id: report for report in reports}.values())


def _figures(reports: Sequence[GoldReport], claims: dict[str, list[Json]], chosen: EvalFormat) -> str:
    from gencatan.evaluation.figures import figures_json, figures_lines, score_languages, unknown_documents

    figures = figures_json(score_languages(reports, claims), unknown_documents(reports, claims))
    if chosen is EvalFormat.JSON:
        return _json(figures)
    return "\n".join(figures_lines(figures)) + "\n"


def _errors(reports: Sequence[GoldReport], reader: Reader, chosen: EvalFormat, limit: int) -> str:
    from gencatan.evaluation.cases import find_cases
    from gencatan.evaluation.figures import figures_json, score_languages
    from gencatan.evaluation.listing import errors_json, errors_lines, make_listing

    once = _once(reports, reader)
    cases, claims = [], {}
    for report in _progress(once, len(once)):
        explained = reader.explain(report.document())
        claims[report.id] = [claim.to_dict() for claim in explained.claims]
        if not report.kept_back:
            cases += find_cases(report.entry, explained)
    figures = figures_json(score_languages(reports, claims), 0)
    listing = make_listing(cases, limit, figures, kept_back=sum(report.kept_back for report in once))
    if chosen is EvalFormat.JSON:
        return _json(errors_json(listing))
    if chosen is EvalFormat.HTML:
        from gencatan.export.errors import errors_page

        return errors_page(listing)
    return "\n".join(errors_lines(listing)) + "\n"


def _json(value: Any) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"


def _progress(items: Iterable[Item], total: int) -> Iterator[Item]:
    """`items`, with a bar on stderr where that is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, "reading", total=total, console=Console(stderr=True), transient=True)
