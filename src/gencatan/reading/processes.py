"""Work spread over processes, its results in the order of what was given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

Given = TypeVar("Given")
Made = TypeVar("Made")

AHEAD: Final = 2
"""Pieces of work for each process that lie ready while the first of them is waited for."""


def spread(
    given: Iterable[Given],
    work: Callable[[Given], Made],
    workers: int,
    start: Callable[..., None],
    settings: tuple[Any, ...],
) -> Generator[Made]:
    """What `work` makes of each piece, a stream in their order; `start` sets each process up with the `settings`.

    Pieces are taken no faster than results are asked for; who closes the stream cancels what nobody waits for any more.
    """
    # imported here: most read in one process, and these take a while
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    # spawned, not forked: the caller may run threads (a progress bar), and a fork would copy their locks
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=start, initargs=settings) as pool:
        waiting: deque[Future[Made]] = deque()
        try:
            for piece in given:
                waiting.append(pool.submit(work, piece))
                if len(waiting) > AHEAD * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)
