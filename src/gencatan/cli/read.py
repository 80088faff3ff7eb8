"""`gencatan read`: sources in, claims out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gencatan.cli.console import plain_errors, say, with_progress
from gencatan.cli.output import Format, Output, default_format, foreign
from gencatan.cli.unread import Unread
from gencatan.errors import InputError, LanguageError, UsageError
from gencatan.model.vocabulary import KINDS

if TYPE_CHECKING:
    from gencatan.intake.settings import IntakeSettings
    from gencatan.model import Claim, Document
    from gencatan.reading.reader import Reader

SKIPS_SHOWN = 10
SHOWN = 40
MEGABYTE = 1_000_000
AUTO = "auto"
TABLES = (".jsonl", ".ndjson", ".parquet")


class Interface(StrEnum):
    """The languages of pages and explanations."""

    EN = "en"
    ID = "id"


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Text, HTML, JSON, JSONL or Parquet files, folders of them, web addresses, or - for stdin.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="Publication date of all sources (2023-09-20). Without it, what the source says of itself; "
        "where that says nothing, relative dates stay unresolved.",
    ),
]
Language = Annotated[
    str, typer.Option(metavar="CODE", help="Language of all sources (see `gencatan languages`), or auto.")
]
Pack = Annotated[
    list[Path] | None,
    typer.Option(metavar="FOLDER", help="A language pack of your own to read with. May be repeated."),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(metavar="KIND", help="Only claims of this kind (see `gencatan kinds`). May be repeated."),
]
Written = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="Default: a table on a terminal, JSONL in a pipe; with -o, by its suffix. html is a page that shows the "
        "claims with their words and needs nothing but itself.",
    ),
]
OutputFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to FILE. A file of that name is replaced, whole or not at all. With --format html and a name "
        "without a suffix: a folder of pages, one a report, with index.html to find them by; only a folder of such "
        "pages is replaced.",
    ),
]
Ui = Annotated[
    Interface | None,
    typer.Option("--ui", help="Language that pages open in; each can be switched. Default: the report's own."),
]
Workers = Annotated[int, typer.Option(min=1, max=256, help="Processes to read with; the output is the same.")]
MaxBytes = Annotated[int, typer.Option(min=1, help="Refuse a file, page, line or cell beyond this size.")]
Private = Annotated[
    bool,
    typer.Option("--allow-private-addresses", help="Fetch from private, loopback and other inner addresses too."),
]


def read(
    source: Sources,
    published: Published = None,
    language: Language = AUTO,
    written: Written = None,
    kind: Kinds = None,
    output: OutputFile = None,
    workers: Workers = 1,
    pack: Pack = None,
    max_bytes: MaxBytes = 20 * MEGABYTE,
    allow_private_addresses: Private = False,
    ui: Ui = None,
) -> None:
    """Read reports into claims.

    What cannot be read in a folder is skipped and counted; a source named here that cannot be read is an error.
    """
    with plain_errors():
        kinds = _kinds(kind)
        code = _language(language)
        settings = _settings(published, code, max_bytes, allow_private_addresses)
        reader = _reader(code, pack or ())
        _spare_sources(source, output)
        skips = Skips()
        documents = _documents(source, settings, reader.languages, skips)
        chosen = written or default_format(output)
        if written is None and foreign(output):
            say(f"{output}: written as JSON lines; name it .jsonl, .json, .txt or .html, or give --format")
        if ui and chosen is not Format.HTML:
            raise UsageError("--ui is for pages; give --format html")
        if chosen is Format.HTML:
            from gencatan.cli.pages import PageMaker, write_pages

            maker = PageMaker(tuple(reader.languages), tuple(pack or ()), kinds, ui or "")
            undated = write_pages(maker, reader, documents, output, workers)
        else:
            with Output(output, chosen) as out:
                undated = _read_all(reader, documents, out.add, kinds, workers)
        skips.sum_up()
        if undated:
            say(
                f"publication date unknown for {_reports(undated)}: relative dates such as “on Wednesday” "
                "stay unresolved; give --published"
            )


def _spare_sources(sources: Sequence[str], output: Path | None) -> None:
    """Refuse to write over a report that is to be read."""
    if output is None or not output.exists():
        return
    for source in sources:
        path = Path(source)
        with suppress(OSError):  # no file, or none that can be seen: reading it will tell
            if path.samefile(output) or (path.is_dir() and _is_report_in(path, output)):
                raise UsageError(f"{output} is one of the sources: claims would be written over the report")


def _is_report_in(folder: Path, file: Path) -> bool:
    """Whether a file is one of the reports in a folder; claims that were written there before are none."""
    from gencatan.intake.sources import read_sources

    if not (file.is_file() and Path(os.path.realpath(file)).is_relative_to(os.path.realpath(folder))):
        return False
    try:
        return any(True for _ in read_sources([file]))
    except InputError:
        return False


class Skips:
    """What could not be read inside a folder or table: the first are named, all are counted."""

    def __init__(self) -> None:
        """None yet."""
        self.count = 0

    def __call__(self, name: str, error: InputError) -> None:
        """Note one; `error` says which it is."""
        self.count += 1
        if self.count <= SKIPS_SHOWN:
            say(f"skipped {error}")

    def sum_up(self) -> None:
        """Say how many there were, where not all were named."""
        if self.count > 1:
            say(f"{self.count:,} skipped in all")


def _reports(number: int) -> str:
    return "1 report" if number == 1 else f"{number:,} reports"


def _kinds(wanted: list[str] | None) -> frozenset[str]:
    unknown = sorted(set(wanted or ()) - set(KINDS))
    if unknown:
        raise UsageError(f"--kind {unknown[0]}: no such kind; kinds: {', '.join(KINDS)}")
    return frozenset(wanted or KINDS)


def _language(given: str) -> str:
    if given.lower() == AUTO:
        return AUTO
    from gencatan.language.detect import normalise_language

    return normalise_language(given)


def _settings(published: str | None, language: str, max_bytes: int, allow_private: bool) -> IntakeSettings:
    from gencatan.intake.settings import IntakeSettings, parse_published

    return IntakeSettings(
        published=parse_published(published) if published is not None else None,
        language=language,
        max_bytes=max_bytes,
        allow_private=allow_private,
    )


def _documents(
    sources: Sequence[str],
    settings: IntakeSettings,
    languages: Sequence[str],
    skips: Skips,
    on_bad: Callable[[InputError], None] | None = None,
) -> Iterator[Document]:
    """The documents of all sources, their languages known and supported; what else is named goes to `on_bad`, or is
    raised."""
    for source in sources:
        try:
            yield from _of_source(source, settings, languages, skips, on_bad)
        except InputError as error:
            if on_bad is None:
                raise
            on_bad(error)


def _of_source(
    source: str,
    settings: IntakeSettings,
    languages: Sequence[str],
    skips: Skips,
    on_bad: Callable[[InputError], None] | None,
) -> Iterator[Document]:
    """A folder or table may hold reports in other languages, which are skipped; a single report may not be one."""
    from gencatan.intake.sources import read_sources
    from gencatan.language.detect import ensure_language

    holds_many = Path(source).suffix.lower() in TABLES or Path(source).is_dir()
    read, refused = 0, None
    for document in read_sources([source], settings, on_skip=skips, on_bad=on_bad):
        try:
            known = ensure_language(document, languages)
        except LanguageError as error:
            if not holds_many:
                raise
            refused = error
            begins = " ".join(document.text[:SHOWN].split())
            skips(source, LanguageError(f"{error} [{document.id}: “{begins}…”]", source=""))
            continue
        read += 1
        if settings.language != AUTO and not holds_many:
            _warn_of_another(known, languages, source)
        yield known
    if refused and not read:
        raise InputError("holds no report in a supported language", source=source) from refused


def _warn_of_another(document: Document, languages: Sequence[str], source: str) -> None:
    """Say where a report looks like another language than the one that it is said to be in."""
    from gencatan.language.detect import identify, language_name

    seen = identify(document.text, prefer=languages)
    if seen is not None and seen != document.language:
        other, said = language_name(seen), language_name(document.language or "")
        say(f"{source}: looks like {other}; read as {said}, as --language says")


def _reader(language: str, packs: Sequence[Path]) -> Reader:
    from gencatan.reading.reader import Reader

    return Reader(languages=None if language == AUTO else [language], packs=packs)


def _read_all(
    reader: Reader,
    documents: Iterable[Document],
    write: Callable[[Document, list[Claim]], None],
    kinds: frozenset[str],
    workers: int,
) -> int:
    """Write the claims of every document; returns how many documents have no publication date."""
    undated = 0
    kept, given = tee(documents)
    results = reader.read_many(given, workers=workers)
    unread = Unread(reader)
    for document, claims in with_progress(zip(kept, results, strict=False), "reports read"):
        undated += document.published is None
        unread.note(document, claims)
        write(document, [claim for claim in claims if claim.kind in kinds])
    unread.sum_up()
    return undated
