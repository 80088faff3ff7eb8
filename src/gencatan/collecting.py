"""When Python looks for garbage: not while thousands of values are made that are all kept.

Each look goes through all there is, and finds nothing: over the packs, pipelines and books of a process it costs more
time than many a report.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

SELDOM: Final = (50_000, 20, 20)
"""After so many new values, and so many looks at the younger ones; Python's own are 700, 10 and 10."""

_lock = Lock()
_usual: list[tuple[int, int, int]] = []  # one for each that holds it off, the first is that of whoever imported us


@contextmanager
def without_collecting() -> Iterator[None]:
    """Hold the search for garbage off, and have it as it was when the last of all that hold it off has ended.

    By its threshold, for it may be switched on meanwhile: spaCy's reader of msgpack does so.
    """
    with _lock:
        _usual.append(gc.get_threshold())
        gc.set_threshold(0)
    try:
        yield
    finally:
        with _lock:
            before = _usual.pop()
            if not _usual:
                gc.set_threshold(*before)


def collect_seldom() -> None:
    """Look for garbage seldom from now on, and not at exit; only in a process that is ours from beginning to end.

    At exit Python would go through all there is twice, and give it back all the same.
    """
    gc.set_threshold(*SELDOM)
    atexit.register(gc.freeze)
