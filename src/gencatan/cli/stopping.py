"""A request to stop (SIGTERM, SIGHUP) is obeyed at once, and takes away what is half written.

It does not unwind the program as Ctrl-C does: an exception that a signal raises anywhere may be swallowed there (in
compiled code, in a bare `except` of a library), and the program would go on. Ledgers need nothing: a transaction that
was cut off never was.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final

_REQUESTS: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_half_written: Final[set[Path]] = set()
_holding = 0
_waiting: int | None = None


def begin(path: Path) -> None:
    """A file or folder is half written from now on."""
    _half_written.add(path)


def end(path: Path) -> None:
    """It is whole, or gone."""
    _half_written.discard(path)


@contextmanager
def held() -> Iterator[None]:
    """A request that comes in here waits until its end: what is made here is begun, what is exchanged is exchanged."""
    global _holding
    _holding += 1
    try:
        yield
    finally:
        _holding -= 1
        if not _holding and _waiting is not None:
            _stop(_waiting, None)


def obey() -> None:
    """Obey from now on, but for what the caller has this program ignore (`nohup`)."""
    for one in _REQUESTS:
        if signal.getsignal(one) is signal.SIG_DFL:
            signal.signal(one, _stop)


def _stop(number: int, _: FrameType | None) -> None:
    global _waiting
    if _holding:
        _waiting = number
        return
    for one in _REQUESTS:
        signal.signal(one, signal.SIG_IGN)  # `timeout` asks twice: taking away is not cut off
    for path in _half_written:
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()
    if "multiprocessing" in sys.modules:  # else nobody works for us
        from multiprocessing import active_children

        for worker in active_children():
            worker.terminate()
    signal.signal(number, signal.SIG_DFL)  # whoever asked sees what it died of
    os.kill(os.getpid(), number)
