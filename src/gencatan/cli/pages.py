"""Evidence pages: one report to one file, several to a folder with a list, all of it or nothing."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Self

from gencatan.cli import stopping
from gencatan.cli.console import say, with_progress
from gencatan.cli.output import Whole, umask, writing
from gencatan.cli.unread import Unread
from gencatan.errors import InputError, UsageError
from gencatan.export.wording import name, shorten
from gencatan.model import Claim, Document

if TYPE_CHECKING:
    from gencatan.export.index import IndexRow
    from gencatan.reading.reader import Reader

INDEX = "index.html"
LONGEST_NAME = 60
HEAD_BYTES = 500
MANY_CLAIMS = 1_000
LONG_TEXT = 300_000  # characters
_HASH = re.compile("[0-9a-f]{16,}")


@dataclass(frozen=True, slots=True)
class PageMaker:
    """What a page is made with; travels to other processes. `index` is the list's address, "" for a page alone."""

    languages: tuple[str, ...]
    packs: tuple[Path, ...]
    kinds: frozenset[str]
    interface: str
    index: str = ""

    def reader(self) -> Reader:
        """A reader of its own, for another process."""
        from gencatan.reading.reader import Reader

        return Reader(self.languages, self.packs)

    def make(self, reader: Reader, document: Document) -> Made:
        """Read a report and draw its page."""
        from gencatan.export.page import report_page

        explanation = reader.explain(document)
        claims = [claim for claim in explanation.claims if claim.kind in self.kinds]
        page = report_page(document, claims, explanation, language=self.interface, index=self.index)
        return Made(document, claims, page)


@dataclass(frozen=True, slots=True)
class Made:
    """A report, its claims and its page."""

    document: Document
    claims: list[Claim]
    page: str


def write_pages(
    maker: PageMaker, reader: Reader, documents: Iterable[Document], output: Path | None, workers: int
) -> int:
    """Write the pages; returns how many reports have no publication date.

    Raises UsageError where a file is to hold several reports, or a folder is not ours to replace.
    """
    if output is None or output.suffix or (output.exists() and not output.is_dir()):
        return _one_page(_made(maker, reader, documents, workers), output)
    undated = 0
    with Folder(output, maker.interface) as folder:
        for made in _made(replace(maker, index=INDEX), reader, documents, workers):
            undated += made.document.published is None
            folder.add(made)
    return undated


def _one_page(pages: Iterator[Made], output: Path | None) -> int:
    only: Made | None = None
    with Whole(output) as out:
        for made in pages:
            if only is not None:
                place = f"{output} holds one report" if output else "standard output takes one report"
                raise UsageError(f"{place}; for several, name a folder: -o FOLDER --format html")
            only = made
        if only is None:
            raise InputError("there is no report to draw")
        out.text(only.page)
    return int(only.document.published is None)


def _made(maker: PageMaker, reader: Reader, documents: Iterable[Document], workers: int) -> Iterator[Made]:
    """Pages in the order of their reports, whatever the number of processes."""
    pages = _alone(maker, reader, documents) if workers <= 1 else _shared(maker, documents, workers)
    warned = False
    unread = Unread(reader)
    for made in with_progress(pages, "reports read"):
        if not warned and (len(made.claims) > MANY_CLAIMS or len(made.document.text) > LONG_TEXT):
            warned = True
            _warn(made)
        unread.note(made.document, made.claims)
        yield made
    unread.sum_up()


def _warn(made: Made) -> None:
    size = len(made.page.encode()) / 1_000_000
    what = shorten(name(made.document), LONGEST_NAME)
    say(f"“{what}” has {len(made.claims):,} claims: its page is large, {size:.1f} MB, and a browser may be slow")


def _alone(maker: PageMaker, reader: Reader, documents: Iterable[Document]) -> Iterator[Made]:
    for document in documents:
        yield maker.make(reader, document)


_worker: tuple[PageMaker, Reader] | None = None


def _shared(maker: PageMaker, documents: Iterable[Document], workers: int) -> Iterator[Made]:
    from gencatan.reading.processes import spread

    return spread(documents, _make, workers, _start_worker, (maker,))


def _start_worker(maker: PageMaker) -> None:
    global _worker
    _worker = (maker, maker.reader())


def _make(document: Document) -> Made:
    assert _worker is not None
    maker, reader = _worker
    return maker.make(reader, document)


class Folder:
    """A folder of pages that appears whole, in place of one of ours or of none.

    Use as a context manager; leaving it on an error leaves everything as it was. Raises UsageError for a folder that
    holds anything but pages of ours.
    """

    def __init__(self, path: Path, interface: str) -> None:
        """`interface` is the language that the list opens in, "" for that of most reports."""
        self._path = path
        self._interface = interface
        self._rows: list[IndexRow] = []
        self._names = {INDEX.removesuffix(".html")}

    def __enter__(self) -> Self:
        with writing(self._path):
            self._target = Path(os.path.realpath(self._path))
            if self._target.exists() and not all(map(_is_ours, self._target.iterdir())):
                raise UsageError(f"{self._path} holds more than pages written by gencatan: it is not replaced")
            with stopping.held():
                self._new = Path(tempfile.mkdtemp(prefix=".gencatan-", suffix=".part", dir=self._target.parent))
                stopping.begin(self._new)
        return self

    def add(self, made: Made) -> None:
        """Write the page of a report."""
        from gencatan.export.index import index_row

        name = self._name(made.document)
        self._rows.append(index_row(made.document, made.claims, f"{name}.html"))
        self._write(f"{name}.html", made.page)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            shutil.rmtree(self._new, ignore_errors=True)
            stopping.end(self._new)

    def _finish(self) -> None:
        from gencatan.export.index import index_page

        if not self._rows:
            raise InputError("there is no report to draw")
        self._write(INDEX, index_page(self._rows, language=self._interface))
        with writing(self._path), stopping.held():
            self._new.chmod(0o777 & ~umask())
            if not self._target.exists():
                self._new.rename(self._target)
                return
            old = self._new.with_suffix(".old")
            self._target.rename(old)
            try:
                self._new.rename(self._target)
            except OSError:
                old.rename(self._target)
                raise
            shutil.rmtree(old, ignore_errors=True)

    def _write(self, name: str, page: str) -> None:
        with writing(self._path):
            (self._new / name).write_text(page, encoding="utf-8", newline="\n")

    def _name(self, document: Document) -> str:
        """A file name of plain letters from what a person would know the report by, unlike all others here."""
        stem = next(filter(None, map(_plain, _known_by(document))), "report")
        chosen, number = stem, 1
        while chosen in self._names:
            number += 1
            chosen = f"{stem}-{number}"
        self._names.add(chosen)
        return chosen


def _known_by(document: Document) -> Iterator[str]:
    """The title, an id that is no hash, the name of the file or page it is from, its first line, the id."""
    yield document.title or ""
    yield "" if _HASH.fullmatch(document.id) else document.id
    yield PurePosixPath(re.split("[?#]", document.source_uri)[0]).stem
    yield name(document)
    yield document.id


def _plain(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only)[:LONGEST_NAME].strip("-")


def _is_ours(path: Path) -> bool:
    from gencatan.export.render import GENERATOR

    with suppress(OSError):
        if path.suffix == ".html" and path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                return GENERATOR.encode() in file.read(HEAD_BYTES)
    return False
