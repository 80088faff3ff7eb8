"""What a user names (files, folders, URLs, standard input) to documents, one at a time, in a stable order."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Final

from gencatan.errors import FetchError, FormatError, InputError, TooLargeError
from gencatan.intake.encoding import decode_text
from gencatan.intake.plain import clean_text, refuse_empty, unwrap
from gencatan.intake.records import document_language, parse_json, record_document
from gencatan.intake.settings import IntakeSettings
from gencatan.intake.tables import Lines, OnBad, jsonl_documents, parquet_documents
from gencatan.language.detect import normalise_language
from gencatan.model import Document

STDIN: Final = "-"
OnSkip = Callable[[str, InputError], None]

_URL = re.compile(r"[a-z][a-z0-9+.-]*://|https?:", re.IGNORECASE)
_KINDS: Final = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
}
_TABLES: Final = (".csv", ".tsv")
# Here and in `feed`: what was taken as a comment is never taken back, else a row of them takes time without end.
_HTML_START = re.compile(
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?(?:<!--(?:(?!-->).){0,500}+-->\s*+)*+<(?:!doctype\s+html|html|head|body|article|div|p)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK: Final = 1 << 16


def read_sources(
    sources: Sequence[str | Path],
    settings: IntakeSettings | None = None,
    *,
    stdin: BinaryIO | None = None,
    on_skip: OnSkip | None = None,
    on_bad: OnBad | None = None,
) -> Iterator[Document]:
    """The documents of `sources` in order: paths, folders (walked, sorted), http(s) URLs, and "-" for `stdin`.

    What cannot be read inside a folder, down to a single JSONL line, is passed to `on_skip` with its name, and
    the rest is read; what is named itself raises, or goes to `on_bad` where that is given. Names that start with a
    dot are left out of a folder, as are links that lead out of it. A folder in which nothing can be read raises.

    Raises InputError or one of its kinds, which name the source.
    """
    settings = settings or IntakeSettings()
    for source in sources:
        try:
            if source == "":  # an empty variable of a shell; as a path it would be the folder one stands in
                raise InputError("names no source", source="''")
            if isinstance(source, str) and source == STDIN:
                yield from _stream_documents(stdin or sys.stdin.buffer, settings, STDIN, on_bad=on_bad)
            elif isinstance(source, str) and _URL.match(source):
                yield _url_document(source, settings)
            else:
                yield from _path_documents(Path(source), settings, on_skip, on_bad)
        except InputError as error:
            if on_bad is None:
                raise
            on_bad(error)


def _path_documents(
    path: Path, settings: IntakeSettings, on_skip: OnSkip | None, on_bad: OnBad | None
) -> Iterator[Document]:
    name = _shown(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise InputError("does not exist", source=name) from error
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {_reason(error)}", source=name) from error
    if stat.S_ISDIR(mode):
        yield from _folder_documents(path, settings, on_skip)
    else:
        yield from _file_documents(path, settings, on_bad)


def _folder_documents(folder: Path, settings: IntakeSettings, on_skip: OnSkip | None) -> Iterator[Document]:
    read = skipped = 0

    def skip(path: Path, error: InputError) -> None:
        nonlocal skipped
        skipped += 1
        if on_skip is not None:
            on_skip(_shown(path), error)

    for path in _walk(folder, skip):

        def skip_record(error: InputError, path: Path = path) -> None:
            skip(path, error)

        try:
            for document in _file_documents(path, settings, skip_record):
                read += 1
                yield document
        except InputError as error:
            skip(path, error)
    if not read:
        raise InputError(f"holds no report that can be read ({skipped} skipped)", source=_shown(folder))


def _walk(folder: Path, skip: Callable[[Path, InputError], None]) -> Iterator[Path]:
    """The readable kinds of files below `folder`, in the order of their names; the rest goes to `skip`."""
    inside = folder.resolve()
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path == folder or _is_folder(path):
            try:
                names = sorted(entry.name for entry in os.scandir(path))
            except OSError as error:
                skip(path, InputError(f"cannot be read: {_reason(error)}", source=_shown(path)))
            else:
                waiting += [path / name for name in reversed(names) if not name.startswith(".")]
        elif reason := _not_taken(path, inside):
            skip(path, InputError(reason, source=_shown(path)))
        else:
            yield path


def _is_folder(path: Path) -> bool:
    """A folder itself; a link to one is not followed, as it may lead round in a circle."""
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _not_taken(path: Path, inside: Path) -> str | None:
    """Why an entry of a folder is not read; a folder may come from anyone, so its links and pipes may too."""
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(inside):
            return "is a link that leads out of the folder"
        if not stat.S_ISREG(path.stat().st_mode):
            return "is not a regular file"
    except (OSError, RuntimeError) as error:
        return f"cannot be read: {_reason(error)}"
    if path.suffix.lower() not in _KINDS:
        return f"is not a kind of file that is read ({', '.join(_KINDS)})"
    return None


def _file_documents(path: Path, settings: IntakeSettings, on_bad: OnBad | None = None) -> Iterator[Document]:
    name = _shown(path)
    kind = _KINDS.get(path.suffix.lower())
    if kind == "parquet":
        yield from parquet_documents(path, settings, source=name, on_bad=on_bad)
        return
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {_reason(error)}", source=name) from error
    with stream:
        if path.suffix.lower() in _TABLES:  # as a text it would be one report of all its rows
            words = f"is a {path.suffix[1:].upper()} table; tables of reports are read from JSON lines or Parquet"
            raise FormatError(words, source=name)
        if kind == "jsonl":
            yield from jsonl_documents(stream, settings, source=name, on_bad=on_bad)
        elif kind is None:
            yield from _stream_documents(stream, settings, name, path, on_bad)
        else:
            yield _bytes_document(_read(stream, b"", settings, name), kind, settings, name)


def _stream_documents(
    stream: BinaryIO, settings: IntakeSettings, name: str, path: Path | None = None, on_bad: OnBad | None = None
) -> Iterator[Document]:
    """The documents of a stream of unknown kind: JSONL where its first line is a whole JSON object."""
    try:
        first = stream.readline(settings.max_bytes + 1)
    except OSError as error:
        raise InputError(f"cannot be read: {_reason(error)}", source=name) from error
    if first.startswith(b"PAR1"):
        if path is None:
            raise FormatError("is Parquet, which is read from a file, not from a stream", source=name)
        yield from parquet_documents(path, settings, source=name, on_bad=on_bad)
    elif _is_json_line(first):
        yield from jsonl_documents(_Rejoined(first, stream), settings, source=name, on_bad=on_bad)
    else:
        data = _read(stream, first, settings, name)
        yield _bytes_document(data, _sniff(data), settings, name)


class _Rejoined:
    """A stream whose first line was read to see what it is."""

    def __init__(self, first: bytes, rest: Lines) -> None:
        self._first = first
        self._rest = rest

    def readline(self, size: int, /) -> bytes:
        first, self._first = self._first, b""
        return first or self._rest.readline(size)


def _is_json_line(line: bytes) -> bool:
    if not line.removeprefix(b"\xef\xbb\xbf").startswith(b"{"):
        return False
    try:
        return isinstance(parse_json(line.decode("utf-8-sig"), ""), dict)
    except (UnicodeDecodeError, FormatError):
        return False


def _sniff(data: bytes) -> str:
    start = data[:2048].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip()
    if start.startswith(b"{"):
        return "json"
    return "html" if _HTML_START.match(start) else "text"


def _read(stream: BinaryIO, start: bytes, settings: IntakeSettings, name: str) -> bytes:
    data = bytearray(start)
    try:
        while len(data) <= settings.max_bytes and (block := stream.read(_BLOCK)):
            data += block
    except OSError as error:
        raise InputError(f"cannot be read: {_reason(error)}", source=name) from error
    if len(data) > settings.max_bytes:
        raise TooLargeError(f"is larger than the limit of {settings.max_bytes:,} bytes", source=name)
    if not data:
        raise FormatError("is empty: no text to read", source=name)
    return bytes(data)


def _bytes_document(data: bytes, kind: str, settings: IntakeSettings, name: str) -> Document:
    if kind == "json":
        value = parse_json(decode_text(data, source=name), name)
        return record_document(value, settings, where=name, default_uri=name)
    if kind == "html":
        return _html_document(data, settings, name)
    return _text_document(data, settings, name)


def _text_document(
    data: bytes,
    settings: IntakeSettings,
    name: str,
    charset: str | None = None,
    retrieved_at: str | None = None,
) -> Document:
    text = clean_text(decode_text(data, source=name, declared=charset))
    refuse_empty(text, name)
    text = unwrap(text)
    return Document.create(
        text,
        source_uri=name,
        published=settings.published,
        language=document_language(text, settings, ""),
        raw_digest=hashlib.sha256(data).hexdigest(),
        retrieved_at=retrieved_at,
    )


def _html_document(
    data: bytes,
    settings: IntakeSettings,
    name: str,
    charset: str | None = None,
    url: str | None = None,
    retrieved_at: str | None = None,
) -> Document:
    from gencatan.intake.html import html_document

    document, declared = html_document(
        data,
        source=name,
        charset=charset,
        url=url,
        published=settings.published,
        raw_digest=hashlib.sha256(data).hexdigest(),
        retrieved_at=retrieved_at,
    )
    # Many pages declare the language of their template, so here the words outrank the declaration.
    language = document_language(document.text, settings, "")
    return document.with_language(language or normalise_language(declared))


def _url_document(url: str, settings: IntakeSettings) -> Document:
    from gencatan.intake.fetch import fetch

    url = url.partition("#")[0].strip()
    if clean_text(url) != url:
        raise FetchError("is a URL with control characters", source=clean_text(url)[:200])
    page = fetch(url, settings)
    if not page.data:
        raise FormatError("is empty: no text to read", source=url)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    is_text = page.content_type == "text/plain" or (not page.content_type and _sniff(page.data) != "html")
    if is_text:
        return _text_document(page.data, settings, url, page.charset, now)
    return _html_document(page.data, settings, url, page.charset, page.final_url, now)


def _shown(path: Path) -> str:
    """A path as it was given, safe to print and to store."""
    return clean_text(path.as_posix()).replace("\n", " ")


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
