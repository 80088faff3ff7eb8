"""An RSS or Atom feed to its entries, by feedparser. The feed is hostile: bounded in size, without XML entities."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from gencatan.errors import FormatError, TooLargeError
from gencatan.intake.encoding import decode_text
from gencatan.intake.fetch import Page, Wanted, fetch
from gencatan.intake.plain import clean_text
from gencatan.intake.settings import IntakeSettings

MAX_BYTES: Final = 5_000_000
MAX_TAGS: Final = 200_000
MAX_ENTRIES: Final = 1_000
MAX_TITLE: Final = 500  # characters
MAX_URL: Final = 2_000

FEED: Final = Wanted(
    types=frozenset(
        {
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/xml",
            "text/xml",
            "text/html",  # many servers say so of their feeds; the words of the answer decide
            "text/plain",
            "application/octet-stream",
            "",
        }
    ),
    accept="application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.8",
    what="not an RSS or Atom feed",
)

_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_PAGE = re.compile(
    r"\s*+(?:<!--(?:(?!-->).){0,500}+-->\s*+)*+<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One report that a feed points to. `published` is the local date that the feed gives, None if it gives none."""

    key: str
    url: str
    title: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's entries in its own order, and what it says of itself; no entries where nothing is new."""

    url: str
    title: str | None
    entries: tuple[Entry, ...]
    modified: bool = True
    etag: str = ""
    last_modified: str = ""


def fetch_feed(
    url: str, settings: IntakeSettings, *, etag: str = "", last_modified: str = "", zone: tzinfo | None = None
) -> Feed:
    """The feed at `url`; with validators of what is known already, `modified` is False if it is the same still.

    Raises FetchError, TooLargeError beyond MAX_BYTES and FormatError for what is no feed.
    """
    bounded = replace(settings, max_bytes=min(settings.max_bytes, MAX_BYTES))
    page = fetch(url, bounded, replace(FEED, etag=etag, last_modified=last_modified))
    if not page.modified:
        return Feed(url, None, (), False, page.etag or etag, page.last_modified or last_modified)
    return parse_feed(page, source=url, zone=zone)


def parse_feed(page: Page, *, source: str, zone: tzinfo | None = None) -> Feed:
    """The entries of a feed's bytes; instants become dates in `zone`, else where they are told.

    Raises EncodingError, TooLargeError and FormatError: for a web page, for XML with entities, for what is no feed.
    """
    text = decode_text(page.data, source=source, declared=page.charset or _declared(page.data))
    if _PAGE.match(text):
        raise FormatError("is a web page, not an RSS or Atom feed", source=source)
    if found := _ENTITY.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise FormatError(f"declares XML entities (line {line}), which are refused", source=source)
    if text.count("<") > MAX_TAGS:
        raise TooLargeError(f"is a feed of more than {MAX_TAGS:,} tags", source=source)
    parsed = _parse(text, source)
    entries = tuple(_entries(parsed.entries, page.final_url or source, zone))
    title = _line(parsed.feed.get("title"))
    return Feed(source, title, entries, True, page.etag, page.last_modified)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:1000])
    return found.group(1).decode("ascii") if found else None


def _parse(text: str, source: str) -> Any:
    import feedparser

    # The declaration names the encoding of the bytes as they came; these here are UTF-8.
    body = re.sub(r"^\s*<\?xml[^>]{0,500}\?>", "", text, count=1)
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        parsed = feedparser.parse(io.BytesIO(body.encode("utf-8", "replace")), response_headers=headers)
    except Exception as error:
        # Whatever a crafted feed breaks inside the parser is the feed's fault to the user, not a crash.
        raise FormatError(f"is a feed that cannot be read ({type(error).__name__})", source=source) from error
    # of an empty answer the parser gives back less than of any other: no version at all
    if not parsed.get("version") and not parsed.get("entries"):
        raise FormatError("is not an RSS or Atom feed", source=source)
    return parsed


def _entries(found: list[Any], base: str, zone: tzinfo | None) -> Iterator[Entry]:
    """Entries with a web address, each once."""
    seen: set[str] = set()
    for entry in found[:MAX_ENTRIES]:
        link = str(entry.get("link") or "")
        if not link or len(link) > MAX_URL:
            continue
        url = clean_text(urljoin(base, link)).partition("#")[0].strip()
        if not _is_web(url):
            continue
        key = str(entry.get("id") or url)[:MAX_URL]
        if key not in seen:
            seen.add(key)
            yield Entry(key, url, _line(entry.get("title")), _published(entry, zone))


def _is_web(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _published(entry: Any, zone: tzinfo | None) -> date | None:
    """The local date of an entry: as its words tell it (a feed's instant has the outlet's offset), or in `zone`."""
    words = str(entry.get("published") or entry.get("updated") or "").strip()[:100]
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            when = read(words)
        except (ValueError, TypeError):
            continue
        return (when.astimezone(zone) if zone is not None and when.tzinfo is not None else when).date()
    return None


def _line(value: Any) -> str | None:
    return (_SPACE.sub(" ", clean_text(str(value))).strip()[:MAX_TITLE] or None) if value else None
