"""What all commands share: words on stderr, one line for an error, a pipe that may close."""

from __future__ import annotations

import errno
import io
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, Final, TextIO, TypeVar, cast

import typer

from gencatan.errors import GencatanError

if TYPE_CHECKING:
    from rich.console import Console

BAD_INPUT = 2
INTERRUPTED = 130
PIPE_WIDTH = 100
PATIENCE_S = 2.0

_UNWRITABLE: Final = frozenset(
    getattr(errno, name) for name in ("ENOSPC", "EDQUOT", "EFBIG", "EIO", "EBADF", "ENXIO") if hasattr(errno, name)
)

Item = TypeVar("Item")


def say(message: str) -> None:
    """One line for the person at the terminal, on stderr; nothing where nobody can hear it."""
    line = " ".join(message.split()).encode("utf-8", "backslashreplace").decode("utf-8")
    if sys.stderr is not None:
        with suppress(OSError):
            print("gencatan:", line, file=sys.stderr, flush=True)


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
        leave_stdout()  # whoever read our output has seen enough (`| head`)
        raise typer.Exit(0) from None
    except OSError as error:
        if not is_of_a_stream(error):
            raise
        leave_stdout()
        say(f"cannot write stdout: {error.strerror or error}")
        raise typer.Exit(BAD_INPUT) from None


@contextmanager
def heard_or_not() -> Iterator[None]:
    """Around words of work that goes on to its end though nobody reads them any more (`add … | head`)."""
    try:
        yield
    except BrokenPipeError:
        leave_stdout()


@contextmanager
def written() -> Iterator[None]:
    """Around all of the program: the exit code says it where stdout, down to its last byte, cannot be written."""
    code: object = 0
    try:
        try:
            yield
        except SystemExit as done:
            code = done.code
        sys.stdout.flush()
    except BrokenPipeError:
        leave_stdout()
    except OSError as error:
        if not is_of_a_stream(error):
            raise
        leave_stdout()
        if not code:  # else it was said
            say(f"cannot write stdout: {error.strerror or error}")
            code = BAD_INPUT
    sys.exit(code)  # type: ignore[arg-type]


def is_of_a_stream(error: OSError) -> bool:
    """Whether a stream that is open already could not be written: no file is named, and its place is full or gone."""
    return error.filename is None and error.errno in _UNWRITABLE


def leave_stdout() -> None:
    """Point stdout nowhere: what it still holds cannot be written, and Python would complain of that at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class Closed(io.TextIOBase):
    """Stands where stdout was closed (`>&-`): harmless until something is written."""

    def writable(self) -> bool:
        """It takes text, and refuses it."""
        return True

    def write(self, _: str) -> int:
        """Refuse, as the system does."""
        raise OSError(errno.EBADF, "it is closed")


def utf8(stream: TextIO) -> TextIO:
    """The stream, writing UTF-8 whatever the locale; a lone surrogate is written as its escape."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return stream


_TURNING: Final = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that turn the direction of what follows (U+202A–202E, U+2066–2069): a report's would turn the whole row."""


class Straight:
    """A stream for tables, which leaves out marks that turn the direction of writing."""

    def __init__(self, stream: TextIO) -> None:
        """`stream` takes what is left, and answers all else that is asked of a stream."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Write what is left of the text."""
        return self._stream.write(text.translate(_TURNING))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def make_console(stream: TextIO | None = None) -> Console:
    """A Rich console on `stream` (stdout): colour only on a terminal, a fixed width in a pipe."""
    from rich.console import Console

    class Piped(Console):
        """Rich calls a pipe that was closed a failure (exit code 1); to us whoever read has seen enough."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    out = stream or sys.stdout
    fixed = None if out.isatty() or os.environ.get("COLUMNS") else PIPE_WIDTH
    return Piped(file=cast("TextIO", Straight(out)), width=fixed, highlight=False, markup=False, emoji=False)


def with_progress(items: Iterable[Item], what: str) -> Iterator[Item]:
    """`items`, with a count on stderr once they have taken more than two seconds; only on a terminal."""
    if sys.stderr is None or not sys.stderr.isatty() or sys.stdout.isatty():
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
