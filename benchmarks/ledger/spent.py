"""What adding costs by the processor, here and in a PostgreSQL server on this machine: others at work do not count."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sqlalchemy import create_engine, make_url, text

PROC: Final = Path("/proc")
PARENT: Final = 1
"""Of the fields of `/proc/PID/stat` behind the name of the program: who started it (proc(5))."""
OWN: Final = (11, 12)
"""Ticks of the processor of its own, for itself and for the system."""
OF_ENDED: Final = (13, 14)
"""The same of its children that have ended."""


def clock(address: str) -> Callable[[], float]:
    """A clock of seconds of the processor; by the wall where a server cannot be seen (no Linux, or elsewhere)."""
    if "://" not in address:
        return time.process_time
    server = _server(address)
    if server is None:
        return time.perf_counter
    tick = os.sysconf("SC_CLK_TCK")
    return lambda: time.process_time() + _ticks(server) / tick


def _server(address: str) -> int | None:
    """The process that starts one for each connection, where it is on this machine."""
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"))
    with engine.connect() as connection:
        backend = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
        stat = _stat(int(backend))
    engine.dispose()
    return int(stat[PARENT]) if stat else None


def _ticks(server: int) -> int:
    own = _stat(server)
    spent = sum(int(own[field]) for field in (*OWN, *OF_ENDED)) if own else 0
    for folder in PROC.iterdir():
        if folder.name.isdecimal() and (stat := _stat(int(folder.name))) and int(stat[PARENT]) == server:
            spent += sum(int(stat[field]) for field in OWN)
    return spent


def _stat(process: int) -> list[str]:
    """The fields of a process behind its name; none where it has ended."""
    try:
        return (PROC / str(process) / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return []
