"""Where claims go: to stdout, or to a file that appears whole or not at all."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, Self, TextIO

from gencatan.cli import stopping
from gencatan.cli.console import make_console, utf8
from gencatan.cli.sparing import spare_databases
from gencatan.errors import UsageError
from gencatan.model import Claim, Document


class Format(StrEnum):
    """How claims are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    HTML = "html"


SUFFIXES = {".json": Format.JSON, ".txt": Format.TABLE, ".html": Format.HTML, ".htm": Format.HTML}


class Writer(Protocol):
    """Takes one report's claims at a time."""

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Write what one report says."""

    def close(self) -> None:
        """Write what ends the output."""


def default_format(output: Path | None) -> Format:
    """A file's suffix decides; stdout is a table on a terminal, JSONL in a pipe."""
    if output is not None:
        return SUFFIXES.get(output.suffix.lower(), Format.JSONL)
    return Format.TABLE if sys.stdout is not None and sys.stdout.isatty() else Format.JSONL


def foreign(output: Path | None) -> bool:
    """Whether a file's name promises something else than what its suffix makes of it."""
    return output is not None and output.suffix.lower() not in ("", ".jsonl", ".ndjson", *SUFFIXES)


def make_writer(chosen: Format, stream: TextIO) -> Writer:
    """A writer of that format; pages are made from more than claims (`gencatan.cli.pages`)."""
    assert chosen is not Format.HTML
    if chosen is Format.TABLE:
        return TableWriter(stream)
    return JsonWriter(stream) if chosen is Format.JSON else JsonLinesWriter(stream)


class JsonLinesWriter:
    """One claim a line, as in the contract; each report is flushed, so that a pipe sees it at once."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        self._stream = stream

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Write what one report says."""
        self._stream.write("".join(_json(claim.to_dict()) + "\n" for claim in claims))
        self._stream.flush()

    def close(self) -> None:
        """Nothing ends JSONL."""


class JsonWriter:
    """One array of `{"document": …, "claims": […]}`."""

    def __init__(self, stream: TextIO) -> None:
        """Write to `stream`."""
        self._stream = stream
        self._begun = False

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Write what one report says."""
        value = {"document": document.to_dict(), "claims": [claim.to_dict() for claim in claims]}
        self._stream.write((",\n" if self._begun else "[\n") + _json(value, indent=1))
        self._begun = True

    def close(self) -> None:
        """Close the array."""
        self._stream.write("\n]\n" if self._begun else "[]\n")


class TableWriter:
    """Tables for reading; several reports end with a summary."""

    def __init__(self, stream: TextIO) -> None:
        """Draw on `stream`."""
        self._console = make_console(stream)
        self._counts: dict[str, Counter[str]] = {}
        self._reports: Counter[str] = Counter()

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Draw what one report says."""
        from gencatan.cli.table import show

        show(self._console, document, claims)
        self._reports[document.language] += 1
        self._counts.setdefault(document.language, Counter()).update(claim.kind for claim in claims)

    def close(self) -> None:
        """Sum up several reports."""
        from gencatan.cli.table import summary

        if self._reports.total() > 1:
            self._console.print(summary(self._counts, self._reports))


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


class Whole:
    """Stdout, or a file that is replaced only when all of it is written.

    Use as a context manager; leaving it on an error leaves the file as it was. Raises UsageError where the file
    cannot be written, or is a database.
    """

    def __init__(self, path: Path | None) -> None:
        """`path` None is stdout."""
        self._path = path
        self._temporary: Path | None = None

    def __enter__(self) -> Self:
        with writing(self._path):
            self._stream = self._open()
        return self

    def text(self, text: str) -> None:
        """Write what is neither a report nor a claim, as it is."""
        with writing(self._path):
            self._stream.write(text)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                with writing(self._path):
                    self._finish()
        finally:
            if self._path is not None:
                with suppress(OSError):  # a full disk was told of already
                    self._stream.close()
            if self._temporary is not None:
                self._temporary.unlink(missing_ok=True)
                stopping.end(self._temporary)

    def _open(self) -> TextIO:
        if self._path is None:
            if sys.stdout is None:
                raise UsageError("standard output is closed; give -o FILE")
            return utf8(sys.stdout)
        spare_databases(self._path)
        self._target = Path(os.path.realpath(self._path))
        if self._target.exists() and not self._target.is_file():
            return _text_file(self._target)  # a device or named pipe; a folder is refused by the system
        with stopping.held():
            handle, name = tempfile.mkstemp(prefix=".gencatan-", suffix=".part", dir=self._target.parent)
            self._temporary = Path(name)
            stopping.begin(self._temporary)
        return _text_file(handle)

    def _finish(self) -> None:
        self._stream.flush()
        if self._temporary is not None:
            os.fsync(self._stream.fileno())
            spare_databases(self._target)  # one may have come there meanwhile
            self._temporary.chmod(_mode(self._target))
            self._temporary.replace(self._target)
            stopping.end(self._temporary)
            self._temporary = None


class Output(Whole):
    """Claims in one of the formats, to stdout or a whole file."""

    def __init__(self, path: Path | None, chosen: Format) -> None:
        """`path` None is stdout."""
        super().__init__(path)
        self._format = chosen

    def __enter__(self) -> Self:
        super().__enter__()
        self._writer = make_writer(self._format, self._stream)
        return self

    def add(self, document: Document, claims: Sequence[Claim]) -> None:
        """Write what one report says."""
        with writing(self._path):
            self._writer.add(document, claims)

    def _finish(self) -> None:
        self._writer.close()
        super()._finish()


@contextmanager
def writing(path: Path | None) -> Iterator[None]:
    """What the system says of a file that cannot be written, as UsageError; `path` None is stdout."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        folder = path.parent if path is not None else None
        if isinstance(error, FileNotFoundError) and folder is not None and not folder.exists():
            raise UsageError(f"cannot write {path}: folder {folder} does not exist") from error
        raise UsageError(f"cannot write {path or 'stdout'}: {error.strerror or error}") from error


def _text_file(file: Path | int) -> TextIO:
    return open(file, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: PTH123


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, else what the umask leaves of a new file's."""
    if target.exists():
        return target.stat().st_mode & 0o777
    return 0o666 & ~umask()


def umask() -> int:
    """What new files and folders are not allowed."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
