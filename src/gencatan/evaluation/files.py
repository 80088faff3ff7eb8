"""JSON files and JSON lines to values, each with where it stands; what cannot be read is a typed error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from gencatan.errors import EncodingError, FormatError, InputError, TooLargeError
from gencatan.intake.records import parse_json

MAX_BYTES: Final = 64_000_000
"""Bytes of a JSON file, or of one line of JSONL."""
JSONL: Final = ".jsonl"
_BOM: Final = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Value:
    """A JSON value, the file it is from, its line there (None: the whole file), and its own source text."""

    value: Any
    source: str
    line: int | None
    raw: str

    @property
    def where(self) -> str:
        """Where it stands, as errors shall name it."""
        return self.source if self.line is None else f"{self.source}, line {self.line}"

    def error(self, message: str) -> FormatError:
        """A FormatError that names the place."""
        return FormatError(message, source=self.where)


def find_files(paths: Sequence[Path], suffix: str) -> list[Path]:
    """The files named, and those with `suffix` anywhere in the folders named; each once, in order of their names.

    Raises InputError for a path that is not there, or a folder without such a file.
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            inside = [file for file in path.rglob(f"*{suffix}") if file.is_file()]
            if not inside:
                raise InputError(f"holds no {suffix} file", source=str(path))
            found.update(inside)
        elif path.exists():
            found.add(path)
        else:
            raise InputError("does not exist", source=str(path))
    return sorted(found)


def read_values(path: Path) -> Iterator[Value]:
    """The value of a JSON file, or one for each line of a `.jsonl` file that is not blank.

    Raises InputError where the file cannot be opened; EncodingError, TooLargeError or FormatError, with the line.
    """
    try:
        if path.suffix.lower() == JSONL:
            yield from _lines(path)
        else:
            raw = _text(_whole(path), str(path))
            yield Value(parse_json(raw, str(path)), str(path), None, raw)
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", source=str(path)) from error


def _whole(path: Path) -> bytes:
    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLargeError(f"is larger than the limit of {MAX_BYTES:,} bytes", source=str(path))
    return data


def _lines(path: Path) -> Iterator[Value]:
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(MAX_BYTES + 1):
            number += 1
            where = f"{path}, line {number}"
            if len(line) > MAX_BYTES:
                raise TooLargeError(f"is longer than the limit of {MAX_BYTES:,} bytes", source=where)
            if line.strip():
                raw = _text(line, where)
                yield Value(parse_json(raw.strip(), where), str(path), number, raw)


def _text(data: bytes, where: str) -> str:
    try:
        return data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise EncodingError(f"is not UTF-8: byte offset {error.start}", source=where) from error
