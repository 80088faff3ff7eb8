"""Rounds over feeds: ask each that is due, fetch what is new, hand it on; polite, bounded, taken up where it stopped.

A feed's entries are written down before its validators are, and an entry leaves the list only after its report was
kept: a watch that is killed at any instant fetches some pages twice, and misses none.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from gencatan.books.watch.state import FeedState, Waiting, WatchState
from gencatan.books.watch.watchlist import FeedSource, Watchlist
from gencatan.errors import FetchError, InputError
from gencatan.intake.feed import Entry, Feed, fetch_feed
from gencatan.intake.robots import Robots
from gencatan.intake.settings import IntakeSettings
from gencatan.intake.sources import read_sources
from gencatan.model import Document

MAX_TRIES: Final = 4
LONGEST_WAIT_S: Final = 24 * 3600.0
GONE: Final = 410
RESOLVE_AGAIN_S: Final = 300.0
"""Until a feed is asked again whose name did not resolve: mostly this machine was without a network."""
PASSING: Final = frozenset({408, 425, 429})
"""Refusals that may be over a little later; so may be any answer from 500 up."""

Keep = Callable[[Document], bool]
"""Takes a report into the books; False if it was there already. Raises InputError for one that cannot be read."""


@dataclass(frozen=True, slots=True)
class Step:
    """What became of a feed or of one of its entries.

    `what` is `unchanged`, `asked`, `gone`, `failed` or `refused` of a feed (`url` is then its own), and `added`,
    `known`, `skipped`, `failed` or `refused` of an entry. `words` say why.
    """

    what: str
    feed: str
    url: str
    title: str | None = None
    document: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A feed that could not be had: why, and from when on it is asked again (ISO; None: never, it is gone)."""

    url: str
    why: str
    next_at: str | None


class Watcher:
    """Follows the feeds of a watchlist, round by round."""

    def __init__(
        self,
        watchlist: Watchlist,
        state: WatchState,
        keep: Keep,
        settings: IntakeSettings,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """`settings` bound all fetching; `now` and `sleep` are the clock."""
        self._watchlist = watchlist
        self._state = state
        self._keep = keep
        self._settings = settings
        self._now = now
        self._sleep = sleep
        self._last: dict[str, datetime] = {}
        self._refused: dict[str, tuple[str, datetime]] = {}  # by ourselves, with the settings of now: kept in no file

    def next_in_s(self) -> float:
        """Seconds until a feed is due; the longest wait where all feeds are gone."""
        now = self._now()
        waits = [LONGEST_WAIT_S]
        for feed in self._watchlist.feeds:
            state = self._state.of(feed.url)
            if state.gone:
                continue
            at = datetime.fromisoformat(state.next_at) if state.next_at else now
            if feed.url in self._refused:
                at = max(at, self._refused[feed.url][1])
            waits.append(max(0.0, (at - now).total_seconds()))
        return min(waits)

    def troubled(self) -> list[Trouble]:
        """The feeds that could not be had when they were asked last, in the watchlist's order."""
        found = []
        for feed in self._watchlist.feeds:
            state = self._state.of(feed.url)
            if feed.url in self._refused:
                why, at = self._refused[feed.url]
                found.append(Trouble(feed.url, why, at.isoformat()))
            elif state.gone or state.failures:
                found.append(Trouble(feed.url, state.why, None if state.gone else state.next_at))
        return found

    @property
    def has_any(self) -> bool:
        """Whether any feed could be had when it was asked last, or was never asked."""
        return len(self.troubled()) < len(self._watchlist.feeds)

    def round(self) -> Iterator[Step]:
        """Ask each feed that is due and fetch what waits, at most the watchlist's number of pages."""
        robots = Robots(self._settings)
        left = self._watchlist.at_most
        for source in self._watchlist.feeds:
            state = self._state.of(source.url)
            held = self._refused.get(source.url)
            if state.due(self._now()) and (held is None or held[1] <= self._now()):
                yield self._ask(source, state, robots)
                self._state.save()
            for waiting in list(state.waiting):
                if not left:
                    break
                left -= 1
                yield self._take(source, state, waiting, robots)
                self._state.save()

    def _ask(self, source: FeedSource, state: FeedState, robots: Robots) -> Step:
        """Ask one feed, and note its new entries."""
        self._refused.pop(source.url, None)
        if why := robots.refusal(source.url):
            what = self._put_off(source, state, why, cause=robots.cause(source.url))
            return Step(what, source.url, source.url, words=why)
        self._pause(source.url, robots)
        try:
            feed = fetch_feed(
                source.url,
                self._settings,
                etag=state.etag,
                last_modified=state.last_modified,
                zone=source.zone,
            )
        except InputError as error:
            return self._failed(source, state, error)
        state.failures, state.why = 0, ""
        state.next_at = (self._now() + timedelta(seconds=source.every_s)).isoformat()
        new = self._note(state, feed)
        state.etag, state.last_modified = feed.etag, feed.last_modified
        return Step("asked" if feed.modified else "unchanged", source.url, source.url, feed.title, words=f"{new} new")

    def _note(self, state: FeedState, feed: Feed) -> int:
        """Write down entries not seen before, the oldest first (feeds begin with the newest); how many they are."""
        known = {*state.done, *(one.entry.key for one in state.waiting)}
        new = [entry for entry in reversed(feed.entries) if entry.key not in known]
        state.waiting += [Waiting(entry) for entry in new]
        return len(new)

    def _failed(self, source: FeedSource, state: FeedState, error: InputError) -> Step:
        if isinstance(error, FetchError) and error.status == GONE:
            state.gone, state.why = True, str(error)
            return Step("gone", source.url, source.url, words=str(error))
        if isinstance(error, FetchError):
            self._put_off(source, state, str(error), error.retry_after, error.cause)
        else:
            self._put_off(source, state, str(error))
        return Step("failed", source.url, source.url, words=str(error))

    def _put_off(self, source: FeedSource, state: FeedState, why: str, retry_after: str = "", cause: str = "") -> str:
        """The next time doubles with each failure in a row, and is no sooner than the server asks. What we refuse
        ourselves is asked as soon as we do not; a name that does not resolve, soon. Returns what it is called."""
        if cause == FetchError.OURS:
            self._refused[source.url] = why, self._now() + timedelta(seconds=source.every_s)
            return "refused"
        state.failures, state.why = state.failures + 1, why
        if cause == FetchError.UNRESOLVED:
            state.next_at = (self._now() + timedelta(seconds=min(source.every_s, RESOLVE_AGAIN_S))).isoformat()
            return "failed"
        wait = min(source.every_s * 2.0 ** min(state.failures, 20), LONGEST_WAIT_S)
        wait = min(max(wait, self._asked_to_wait(retry_after)), LONGEST_WAIT_S)
        state.next_at = (self._now() + timedelta(seconds=wait)).isoformat()
        return "refused"

    def _asked_to_wait(self, retry_after: str) -> float:
        """The seconds of a Retry-After header, given as such or as an HTTP date; 0 for anything else."""
        if retry_after.isascii() and retry_after.isdigit():
            return float(retry_after[:9])
        try:
            return max(0.0, (parsedate_to_datetime(retry_after) - self._now()).total_seconds())
        except (ValueError, TypeError):
            return 0.0

    def _take(self, source: FeedSource, state: FeedState, waiting: Waiting, robots: Robots) -> Step:
        """Fetch the page of one entry and hand it on."""
        entry = waiting.entry
        about = Step("added", source.url, entry.url, entry.title)
        if why := robots.refusal(entry.url):
            waiting.tries += robots.cause(entry.url) != FetchError.UNRESOLVED
            if robots.trouble(entry.url) and waiting.tries < MAX_TRIES:
                return replace(about, what="failed", words=why)
            state.finish(entry.key)
            return replace(about, what="refused", words=why)
        self._pause(entry.url, robots)
        try:
            document = self._document(source, entry)
            new = self._keep(document)
        except InputError as error:
            waiting.tries += not (isinstance(error, FetchError) and error.cause == FetchError.UNRESOLVED)
            if not _may_pass(error) or waiting.tries >= MAX_TRIES:
                state.finish(entry.key)
                return replace(about, what="skipped", words=str(error))
            return replace(about, what="failed", words=str(error))
        state.finish(entry.key)
        return replace(about, what="added" if new else "known", document=document.id, title=document.title)

    def _document(self, source: FeedSource, entry: Entry) -> Document:
        settings = replace(self._settings, published=entry.published, language=source.language)
        (document,) = read_sources([entry.url], settings)
        return replace(document, outlet=source.outlet or document.outlet, title=document.title or entry.title)

    def _pause(self, url: str, robots: Robots) -> None:
        """Wait until the site may be asked again."""
        site = urlsplit(url).netloc
        if site in self._last:
            wait = max(self._watchlist.pause_s, robots.delay_s(url))
            left = wait - (self._now() - self._last[site]).total_seconds()
            if left > 0:
                self._sleep(left)
        self._last[site] = self._now()


def _may_pass(error: InputError) -> bool:
    """Whether it may go better another time: no answer, or one that says so."""
    if not isinstance(error, FetchError):
        return False
    return error.status is None or error.status in PASSING or error.status >= 500
