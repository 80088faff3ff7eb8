"""Which feeds are followed: a TOML file, checked key by key.

every_minutes = 15        # how often a feed is asked, at the least; a feed may have its own
pause_s = 5               # between two fetches from one site; more where its robots.txt asks for more
at_most = 200             # pages fetched in one round

[[feed]]
url = "https://example.org/rss.xml"
outlet = "Example Daily"  # default: what each page says
language = "id"           # default: detected
time_zone = "Asia/Jakarta"  # of the outlet; default: the offset that the feed's own dates have
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from gencatan.errors import FetchError, FormatError, InputError
from gencatan.intake.fetch import check_url
from gencatan.intake.settings import AUTO
from gencatan.language.detect import normalise_language

MAX_BYTES: Final = 1_000_000
DAY_MINUTES: Final = 24 * 60
TOP: Final = frozenset({"every_minutes", "pause_s", "at_most", "feed"})
FEED: Final = frozenset({"url", "outlet", "language", "time_zone", "every_minutes"})


@dataclass(frozen=True, slots=True)
class FeedSource:
    """One feed to follow. `every_s` is how long it is left alone after it was asked."""

    url: str
    every_s: float
    outlet: str | None = None
    language: str = AUTO
    zone: ZoneInfo | None = None


@dataclass(frozen=True, slots=True)
class Watchlist:
    """The feeds to follow, in order; `pause_s` between two fetches from one site, `at_most` pages a round."""

    feeds: tuple[FeedSource, ...]
    pause_s: float = 5.0
    at_most: int = 200


def load_watchlist(path: Path, languages: Collection[str] = ()) -> Watchlist:
    """The watchlist in a TOML file; `languages` are those that can be read, none given: any.

    Raises InputError and FormatError, which name file and key.
    """
    source = path.as_posix()
    table = _read(path, source)
    _refuse_unknown(table, TOP, "", source)
    every = _number(table, "every_minutes", 15.0, (1, DAY_MINUTES), "", source)
    feeds = table.get("feed")
    if not isinstance(feeds, list) or not feeds or not all(isinstance(feed, dict) for feed in feeds):
        raise FormatError("has no [[feed]]", source=source)
    found = tuple(_feed(feed, f"feed[{n}].", every, source) for n, feed in enumerate(feeds, 1))
    known: set[str] = set()
    for n, feed in enumerate(found, 1):
        if feed.url in known:
            raise FormatError(f"feed[{n}].url: {feed.url} is there already", source=source)
        known.add(feed.url)
        if languages and feed.language != AUTO and normalise_language(feed.language) not in languages:
            words = f"feed[{n}].language: {feed.language[:40]!r} is not supported; supported: {', '.join(languages)}"
            raise FormatError(words, source=source)
    pause = _number(table, "pause_s", 5.0, (0, 3600), "", source)
    return Watchlist(found, pause, int(_number(table, "at_most", 200, (1, 10_000), "", source)))


def _read(path: Path, source: str) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise InputError("does not exist", source=source) from error
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", source=source) from error
    if len(data) > MAX_BYTES:
        raise FormatError(f"is larger than {MAX_BYTES:,} bytes", source=source)
    try:
        return tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError(f"is not TOML: {error}", source=source) from error


def _feed(table: Mapping[str, Any], at: str, every: float, source: str) -> FeedSource:
    _refuse_unknown(table, FEED, at, source)
    url = _words(table, "url", at, source)
    if url is None:
        raise FormatError(f"{at}url is missing", source=source)
    try:
        check_url(url)
    except FetchError as error:
        raise FormatError(f"{at}url: {error}", source=source) from error
    minutes = _number(table, "every_minutes", every, (1, DAY_MINUTES), at, source)
    language = _words(table, "language", at, source) or AUTO
    zone = _words(table, "time_zone", at, source)
    return FeedSource(
        url, minutes * 60, _words(table, "outlet", at, source), language, _zone(zone, at, source) if zone else None
    )


def _zone(name: str, at: str, source: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise FormatError(f"{at}time_zone: {name!r} is no time zone (as in Asia/Jakarta)", source=source) from error


def _refuse_unknown(table: Mapping[str, Any], known: frozenset[str], at: str, source: str) -> None:
    for key in table:
        if key not in known:
            raise FormatError(f"{at}{key} is unknown; known: {', '.join(sorted(known))}", source=source)


def _words(table: Mapping[str, Any], key: str, at: str, source: str) -> str | None:
    value = table.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise FormatError(f"{at}{key} must be text", source=source)
    return value


def _number(
    table: Mapping[str, Any], key: str, default: float, limits: tuple[float, float], at: str, source: str
) -> float:
    value = table.get(key, default)
    low, high = limits
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise FormatError(f"{at}{key} must be a number from {low:g} to {high:g}", source=source)
    return float(value)
