"""What no output may be written over: databases. A ledger is kept for years, and one wrong -o would end it."""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import Final

from gencatan.errors import UsageError

DATABASE: Final = b"SQLite format 3\0"
WRITE_AHEAD: Final = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
ROLLBACK: Final = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7"
SHARED: Final = struct.pack("=I", 3_007_000)
"""What SQLite's files beside a database begin with: its log, its journal, and the index of its log."""
BESIDE: Final = ("-wal", "-shm", "-journal")


def spare_databases(path: Path) -> None:
    """Refuse a file that is a SQLite database or belongs to one, by whatever name or link it is reached.

    Raises UsageError; OSError where that cannot be seen.
    """
    if what := _kept(path):
        raise UsageError(f"cannot write {path}: it is {what}, which is never written over; name another file")


def _kept(path: Path) -> str:
    start = _start(path)
    if start.startswith(DATABASE):
        return "a SQLite database, as ledgers are"
    if start.startswith((*WRITE_AHEAD, ROLLBACK)) or (start[:4] == SHARED and start[48:52] == SHARED):
        return "part of a SQLite database"
    target = Path(os.path.realpath(path))  # nothing is there, or nothing yet: the name alone tells
    for end in BESIDE:
        stem = target.name.removesuffix(end)
        if stem not in ("", target.name) and _start(target.with_name(stem)).startswith(DATABASE):
            return f"part of the SQLite database {stem}"
    return ""


def _start(path: Path) -> bytes:
    """The first bytes of a regular file, none of anything else: a pipe or device would wait, or lose them."""
    if not path.is_file():
        return b""
    with path.open("rb") as file:
        return file.read(64)
