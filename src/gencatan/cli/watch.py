"""`gencatan watch`: feeds in, their new reports into a ledger."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gencatan.cli.asking import Address
from gencatan.cli.console import heard_or_not, plain_errors, say, utf8
from gencatan.cli.read import MEGABYTE, MaxBytes, Private
from gencatan.errors import InputError

if TYPE_CHECKING:
    from gencatan.books.watch import Step, Watcher

FEEDS_SHOWN = ("failed", "refused", "gone")
LONGEST_NAP_S = 60.0

Feeds = Annotated[
    Path, typer.Argument(metavar="FEEDS.toml", help="The feeds to follow (docs/watch-feeds.md says what it holds).")
]
Once = Annotated[bool, typer.Option("--once", help="Ask the feeds that are due once, and end: for cron.")]
StateFile = Annotated[
    Path | None,
    typer.Option(
        "--state", metavar="FILE", help="Where it is kept how far each feed was followed. Default: beside FEEDS.toml."
    ),
]
Timeout = Annotated[float, typer.Option("--timeout", metavar="SECONDS", min=1, help="For one whole fetch.")]


def watch(
    feeds: Feeds,
    ledger: Address,
    once: Once = False,
    state: StateFile = None,
    timeout: Timeout = 30.0,
    max_bytes: MaxBytes = 20 * MEGABYTE,
    allow_private_addresses: Private = False,
) -> None:
    """Follow RSS and Atom feeds: fetch what is new and add it to a ledger, round by round until interrupted.

    Polite: asks feeds only for what changed, keeps to robots.txt, pauses between pages of a site, and waits longer
    after each failure. Stopped at any instant it goes on where it was. Writes a line for each report. With --once the
    exit code is 2 where no feed at all could be had.
    """
    with plain_errors():
        from gencatan.books.books import Books
        from gencatan.books.watch import Watcher, WatchState, load_watchlist
        from gencatan.intake.settings import IntakeSettings
        from gencatan.language.pack import available
        from gencatan.ledger.store import new_file

        watchlist = load_watchlist(feeds, available())
        known = WatchState(state or feeds.with_suffix(".state.json"))
        settings = IntakeSettings(max_bytes=max_bytes, timeout_s=timeout, allow_private=allow_private_addresses)
        if new_file(ledger) is not None and known.begin_anew():
            say(f"{ledger} is new: what {known.path} knows of reports that were added to another is left aside")
        with Books.open(ledger, on_wait=say) as books:
            watcher = Watcher(watchlist, known, books.keep, settings)
            _round(watcher)
            books.renew()
            while not once:
                _wait(watcher.next_in_s())
                _round(watcher)
                books.renew()
        if not watcher.has_any:
            raise InputError("no feed could be had", source=str(feeds))


def _wait(seconds: float) -> None:
    """Sleep in short naps, so that a suspended machine is not far behind when it wakes."""
    end = time.time() + seconds
    while (left := end - time.time()) > 0:
        time.sleep(min(left, LONGEST_NAP_S))


def _round(watcher: Watcher) -> None:
    """One round: reports as lines on stdout, troubles and a summary as words on stderr."""
    counts: Counter[str] = Counter()
    asked: set[str] = set()
    for step in watcher.round():
        if step.url == step.feed:
            asked.add(step.url)
            if step.what in FEEDS_SHOWN:
                words = step.words.removeprefix(f"{step.url}: ")
                say(f"feed {step.what}: {step.url}: {words}" if words else f"feed {step.what}: {step.url}")
        else:
            counts[step.what] += 1
            _tell(step)
    told = ", ".join(f"{number} {what}" for what, number in counts.items())
    for one in watcher.troubled():
        if one.url not in asked:
            again = f"not asked before {_minute(one.next_at)}" if one.next_at else "not asked any more"
            say(f"feed {again}: {one.url}: {one.why.removeprefix(f'{one.url}: ')}")
    say(f"{len(asked)} feed{'s' * (len(asked) != 1)} asked; reports: {told or 'none new'}")
    if not asked and watcher.has_any:  # else why each was not is told above
        say(f"no feed is due yet: the next one in {max(1, round(watcher.next_in_s())):,} s")


def _minute(iso: str) -> str:
    """When, by the clock on this wall."""
    return datetime.fromisoformat(iso).astimezone().strftime("%Y-%m-%d %H:%M %Z").strip()


def _tell(step: Step) -> None:
    out = utf8(sys.stdout)
    with heard_or_not():
        if sys.stdout.isatty():
            out.write(f"{step.what}\t{step.document or '-'}\t{step.title or step.url}\t{step.words}\n")
        else:
            out.write(json.dumps(asdict(step), ensure_ascii=False) + "\n")
        out.flush()
