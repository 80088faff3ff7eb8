"""JSONL line by line and Parquet batch by batch: memory does not grow with the file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, Protocol

from gencatan.errors import EncodingError, FormatError, InputError, TooLargeError
from gencatan.intake.records import parse_json, record_document
from gencatan.intake.settings import FIELDS, IntakeSettings
from gencatan.model import Document

OnBad = Callable[[InputError], None]
_BATCH_ROWS: Final = 64


class Lines(Protocol):
    """What JSONL is read from."""

    def readline(self, size: int, /) -> bytes:
        """The next line, or its first `size` bytes."""


def jsonl_documents(
    stream: Lines, settings: IntakeSettings, *, source: str, on_bad: OnBad | None = None
) -> Iterator[Document]:
    """The documents of a JSONL stream in UTF-8; blank lines are passed over.

    A bad line goes to `on_bad` where that is given. Raises what is wrong with it otherwise, naming file and
    line: FormatError, EncodingError (with the byte offset in the file); and TooLargeError for a line beyond the
    limit, FormatError for an empty file.
    """
    empty = True
    for number, offset, line in _lines(stream, settings.max_bytes, source):
        empty = False
        where = f"{source}, line {number}"
        try:
            yield record_document(
                parse_json(_utf8(line, offset, where).rstrip(), where), settings, where=where, default_uri=source
            )
        except InputError as error:
            if on_bad is None:
                raise
            on_bad(error)
    if empty:
        raise FormatError("is empty: no record to read", source=source)


def _lines(stream: Lines, limit: int, source: str) -> Iterator[tuple[int, int, bytes]]:
    number = offset = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) > limit:
            raise TooLargeError(f"is longer than the limit of {limit:,} bytes", source=f"{source}, line {number}")
        start, offset = offset, offset + len(line)
        if number == 1 and line.startswith(b"\xef\xbb\xbf"):
            start, line = 3, line[3:]
        if line.strip():
            yield number, start, line


def _utf8(line: bytes, offset: int, where: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        at = offset + error.start
        raise EncodingError(
            f"is not UTF-8, which JSON lines must be: byte offset {at} (byte 0x{line[error.start]:02X})",
            source=where,
        ) from error


def parquet_documents(
    path: Path, settings: IntakeSettings, *, source: str, on_bad: OnBad | None = None
) -> Iterator[Document]:
    """The documents of a Parquet file, one a row.

    A bad row goes to `on_bad` where that is given. Raises FormatError, naming file and row, otherwise; and for
    a file that is no Parquet or has no column for the text.
    """
    import pyarrow as pa
    from pyarrow import parquet

    # pyarrow's own errors derive from ValueError, OSError, KeyError, TypeError and NotImplementedError.
    broken = (pa.ArrowException, OSError, ValueError, KeyError, TypeError, NotImplementedError)
    with contextlib.ExitStack() as stack:
        try:
            table = stack.enter_context(parquet.ParquetFile(path, memory_map=True, pre_buffer=False))
            columns = _columns(table.schema_arrow.names, settings, source)
            batches = table.iter_batches(batch_size=_BATCH_ROWS, columns=columns)
        except broken as error:
            raise _unreadable(error, source) from error
        row = 0
        while True:
            try:
                rows = _rows(next(batches))
            except StopIteration:
                return
            except broken as error:
                raise _unreadable(error, source) from error
            for values in rows:
                row += 1
                where = f"{source}, row {row}"
                try:
                    yield record_document(values, settings, where=where, default_uri=source)
                except InputError as error:
                    if on_bad is None:
                        raise
                    on_bad(error)


def _unreadable(error: Exception, source: str) -> FormatError:
    first = (str(error).splitlines() or [type(error).__name__])[0]
    return FormatError(f"cannot be read as Parquet: {first[:200]}", source=source)


def _columns(there: list[str], settings: IntakeSettings, source: str) -> list[str]:
    wanted = {name: settings.column(name) for name in FIELDS}
    for name, column in wanted.items():
        if column not in there and (name == "text" or column != name):
            shown = ", ".join(there[:20])
            raise FormatError(f"has no column {column!r} for {name!r}; columns: {shown}", source=source)
    return [column for column in dict.fromkeys(wanted.values()) if column in there]


def _rows(batch: Any) -> list[dict[str, Any]]:
    """The rows of a record batch as Python values, instants cut to the microsecond that Python can hold."""
    import pyarrow as pa

    names = batch.schema.names
    columns = []
    for column in batch.columns:
        kind = column.type
        if pa.types.is_dictionary(kind):
            column, kind = column.dictionary_decode(), kind.value_type
        if pa.types.is_timestamp(kind) and kind.unit == "ns":
            column = column.cast(pa.timestamp("us", tz=kind.tz), safe=False)
        columns.append(column.to_pylist())
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]
