"""How far each feed has been followed: a JSON file that is replaced whole, so that a watch can be taken up again.

Losing it loses nothing: what is in the ledger already is known there; feeds are only asked once more than they need.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from gencatan.errors import FormatError, UsageError
from gencatan.intake.feed import MAX_ENTRIES, Entry

VERSION: Final = 1
REMEMBERED: Final = 5 * MAX_ENTRIES


@dataclass(slots=True)
class Waiting:
    """An entry whose page is still to be fetched, and how often that has failed."""

    entry: Entry
    tries: int = 0


@dataclass(slots=True)
class FeedState:
    """One feed: validators for the next request, when that may be, failures in a row and why the last was one, entries
    waiting and done."""

    etag: str = ""
    last_modified: str = ""
    next_at: str | None = None
    failures: int = 0
    why: str = ""
    gone: bool = False
    waiting: list[Waiting] = field(default_factory=list)
    done: list[str] = field(default_factory=list)

    def due(self, now: datetime) -> bool:
        """Whether the feed may be asked again."""
        return not self.gone and (self.next_at is None or datetime.fromisoformat(self.next_at) <= now)

    def finish(self, key: str) -> None:
        """Remember an entry as done; the oldest are forgotten beyond REMEMBERED."""
        self.waiting = [one for one in self.waiting if one.entry.key != key]
        self.done.append(key)
        del self.done[:-REMEMBERED]


class WatchState:
    """The state of all feeds by address, and the file that keeps it."""

    def __init__(self, path: Path | None) -> None:
        """Load what `path` holds; None keeps nothing. Raises FormatError for a file that is no such state."""
        self.path = path
        self.feeds: dict[str, FeedState] = {}
        if path is not None and path.exists():
            self.feeds = _load(path)

    def of(self, url: str) -> FeedState:
        """The state of one feed."""
        return self.feeds.setdefault(url, FeedState())

    def begin_anew(self) -> bool:
        """Forget which entries were done, for a ledger that has none of them; False where none was.

        When each feed may be asked stays.
        """
        known = any(state.done for state in self.feeds.values())
        for state in self.feeds.values():
            state.etag = state.last_modified = ""
            state.done.clear()
        return known

    def save(self) -> None:
        """Replace the file, whole or not at all. Raises UsageError where it cannot be written."""
        if self.path is None:
            return
        value = {"version": VERSION, "feeds": {url: asdict(state) for url, state in sorted(self.feeds.items())}}
        text = json.dumps(value, ensure_ascii=False, default=date.isoformat)
        try:
            handle, name = tempfile.mkstemp(prefix=f".{self.path.name}.", dir=self.path.parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(self.path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError as error:
            raise UsageError(f"cannot write {self.path}: {error.strerror or error}") from error


def _load(path: Path) -> dict[str, FeedState]:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
        if value["version"] != VERSION:
            raise ValueError(f"version {value['version']}")
        return {str(url): _feed(state) for url, state in value["feeds"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        words = f"is no state of a watch ({type(error).__name__}); remove it to ask all feeds anew"
        raise FormatError(words, source=path.as_posix()) from error


def _feed(value: Mapping[str, Any]) -> FeedState:
    waiting = [Waiting(_entry(one["entry"]), int(one["tries"])) for one in value["waiting"]]
    if value["next_at"] is not None:
        datetime.fromisoformat(value["next_at"])
    return FeedState(
        etag=str(value["etag"]),
        last_modified=str(value["last_modified"]),
        next_at=value["next_at"],
        failures=int(value["failures"]),
        why=str(value.get("why", "")),  # older files have none
        gone=bool(value["gone"]),
        waiting=waiting,
        done=[str(key) for key in value["done"]],
    )


def _entry(value: Mapping[str, Any]) -> Entry:
    published = value["published"]
    return Entry(value["key"], value["url"], value["title"], date.fromisoformat(published) if published else None)
