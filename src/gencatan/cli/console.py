"""What all commands share: words on stderr, one line for an error, a pipe that may close."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO, TypeVar

import typer

from gencatan.errors import GencatanError

if TYPE_CHECKING:
    from rich.console import Console

BAD_INPUT = 2
INTERRUPTED = 130
PIPE_WIDTH = 100
PATIENCE_S = 2.0

Item = TypeVar("Item")


def say(message: str) -> None:
    """One line for the person at the terminal, on stderr."""
    line = " ".join(message.split())
    print("gencatan:", line.encode("utf-8", "backslashreplace").decode("utf-8"), file=sys.stderr, flush=True)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn what a user can cause into one line on stderr and an exit code; a fault of ours stays a traceback."""
    try:
        yield
        sys.stdout.flush()
    except GencatanError as error:
        say(str(error))
        raise typer.Exit(BAD_INPUT) from None
    except KeyboardInterrupt:
        say("interrupted")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # Whoever read our output has seen enough (`| head`). Point stdout nowhere, or Python complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def utf8(stream: TextIO) -> TextIO:
    """The stream, writing UTF-8 whatever the locale; a lone surrogate is written as its escape."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


def make_console(stream: TextIO | None = None) -> Console:
    """A Rich console on `stream` (stdout): colour only on a terminal, a fixed width in a pipe."""
    from rich.console import Console

    class Piped(Console):
        """Rich calls a pipe that was closed a failure (exit code 1); to us whoever read has seen enough."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    out = stream or sys.stdout
    fixed = None if out.isatty() or os.environ.get("COLUMNS") else PIPE_WIDTH
    return Piped(file=out, width=fixed, highlight=False, markup=False, emoji=False)


def with_progress(items: Iterable[Item], what: str) -> Iterator[Item]:
    """`items`, with a count on stderr once they have taken more than two seconds; only on a terminal."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} " + what), TimeElapsedColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task(what, total=None)
    began, shown = time.monotonic(), False
    try:
        for item in items:
            if not shown and time.monotonic() - began > PATIENCE_S:
                progress.start()
                shown = True
            progress.advance(task)
            yield item
    finally:
        if shown:
            progress.stop()
