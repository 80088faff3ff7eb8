"""Other programs at the same books: forked, so that they start at once and can be killed at any instant."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

FORK = multiprocessing.get_context("fork")


def start(work: Callable[..., Any], *given: Any) -> BaseProcess:
    """Another process that does `work`."""
    process = FORK.Process(target=work, args=given, daemon=True)
    process.start()
    return process


def kill_after(process: BaseProcess, seconds: float) -> bool:
    """kill -9; False when it was done before."""
    time.sleep(seconds)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    return process.exitcode == -signal.SIGKILL


def finish(*processes: BaseProcess) -> None:
    """Wait for all; each must have done well."""
    for process in processes:
        process.join(60)
        assert process.exitcode == 0


def note(path: Path, words: str) -> None:
    """Add a line to a file, for whoever waits outside; one write, so that it is there whole or not at all."""
    handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, (words + "\n").encode())
    os.close(handle)


def as_nobody(work: Callable[..., Any], *given: Any) -> Any:
    """What `work` returns to somebody without root's rights."""
    results = FORK.SimpleQueue()

    def run() -> None:
        if os.geteuid() == 0:
            os.setgroups([])
            os.setgid(65534)
            os.setuid(65534)
        results.put(work(*given))

    process = start(run)
    process.join(60)
    assert process.exitcode == 0
    return results.get()
