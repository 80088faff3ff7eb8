"""Fetching a page from a hostile network: bounded in size, time and redirects, from public addresses only.

The name is resolved here, every address it has is checked, and the connection goes to an address that was
checked, so a name that resolves differently a moment later (DNS rebinding) gains nothing. Proxies from the
environment are not used: a proxy would resolve the name itself.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from gencatan.errors import FetchError, FormatError, TooLargeError

if TYPE_CHECKING:
    import httpx

    from gencatan.intake.settings import IntakeSettings

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_OK: Final = 200
NOT_MODIFIED: Final = 304
AGENT: Final = "gencatan"
"""How we name ourselves to servers, and which rules of a robots.txt are meant for us."""

_HEADERS: Final = {
    "User-Agent": AGENT,
    # Only gzip, decoded here: undoing any list of encodings, as client libraries do, can fill the memory.
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True)
class Wanted:
    """What a fetch asks for: media types (`what` names them in messages), validators of what is known already."""

    types: frozenset[str]
    accept: str
    what: str
    etag: str = ""
    last_modified: str = ""

    def headers(self) -> dict[str, str]:
        """The request's headers besides our own name."""
        conditions = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {"Accept": self.accept} | {name: value for name, value in conditions.items() if value}


PAGE: Final = Wanted(
    types=frozenset({"text/html", "application/xhtml+xml", "text/plain", ""}),
    accept="text/html,application/xhtml+xml,text/plain;q=0.8",
    what="neither HTML nor plain text",
)


@dataclass(frozen=True)
class Page:
    """What a URL gave: its bytes, decompressed, and what the server says of them; no bytes where nothing is new."""

    data: bytes
    content_type: str
    charset: str | None
    final_url: str
    modified: bool = True
    etag: str = ""
    last_modified: str = ""


def check_url(url: str) -> None:
    """Raise FetchError unless `url` is an http or https URL with a host and no credentials."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError(f"is not a valid URL ({error})", source=url) from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"has the scheme {parts.scheme!r}; only http and https are fetched", source=url)
    if not host:
        raise FetchError("is a URL without a host", source=url)
    if parts.username is not None or parts.password is not None:
        raise FetchError("is a URL with a user name or password, which are not sent or kept", source=host)


def fetch(url: str, settings: IntakeSettings, wanted: Wanted = PAGE) -> Page:
    """What is at `url`, after redirects, each of which is checked like the first address.

    With validators in `wanted`, a page that has not changed has `modified` False. Raises FetchError for what cannot or
    must not be fetched, TooLargeError beyond `settings.max_bytes` and FormatError for another type than is wanted.
    """
    check_url(url)
    import httpcore
    import httpx

    from gencatan.intake.network import GuardedTransport

    headers = _HEADERS | wanted.headers()
    try:
        with (
            GuardedTransport(settings.timeout_s, allow_private=settings.allow_private) as transport,
            httpx.Client(transport=transport, headers=headers, timeout=settings.timeout_s) as client,
        ):
            return _follow(client, url, settings, wanted)
    except FetchError as error:
        if error.source:
            raise
        raise FetchError(
            str(error), source=url, status=error.status, retry_after=error.retry_after, cause=error.cause
        ) from error
    except (httpx.TimeoutException, httpcore.TimeoutException, TimeoutError) as error:
        raise FetchError(f"gave no complete answer within {settings.timeout_s:g} seconds", source=url) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpcore.ProtocolError, httpcore.NetworkError) as error:
        raise FetchError(f"cannot be fetched: {_first_line(error)}", source=url) from error
    except (OSError, ValueError, zlib.error) as error:
        # A host that is no host name (UnicodeError), a URL beyond the library's limits, broken gzip.
        raise FetchError(f"cannot be fetched: {_first_line(error)}", source=url) from error


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0][:200] if lines else type(error).__name__


def _follow(client: httpx.Client, url: str, settings: IntakeSettings, wanted: Wanted) -> Page:
    current, seen = url, {url}
    for _ in range(settings.max_redirects + 1):
        with client.stream("GET", current, follow_redirects=False) as response:
            if response.status_code not in _REDIRECTS:
                return _page(response, url, settings, wanted)
            target = response.headers.get("location")
            if not target:
                raise FetchError(f"answers {response.status_code} without saying where to go", source=url)
            current = str(response.url.join(target))
        check_url(current)
        looped = current in seen
        seen.add(current)
    if looped:
        raise FetchError(f"redirects in a loop (again to {current[:200]})", source=url)
    raise FetchError(f"redirects more than {settings.max_redirects} times", source=url)


def _page(response: httpx.Response, url: str, settings: IntakeSettings, wanted: Wanted) -> Page:
    status, final = response.status_code, str(response.url)
    validators = {"etag": response.headers.get("etag", "")[:1000]}
    validators["last_modified"] = response.headers.get("last-modified", "")[:100]
    if status == NOT_MODIFIED and (wanted.etag or wanted.last_modified):
        return Page(b"", "", None, final, modified=False, **validators)
    if status != _OK:
        raise FetchError(
            f"answers {status} {response.reason_phrase}".rstrip(),
            source=url,
            status=status,
            retry_after=response.headers.get("retry-after", "")[:100],
        )
    content_type = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if content_type not in wanted.types:
        raise FormatError(f"is {content_type[:80]}, {wanted.what}", source=url)
    announced = response.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:20]) > settings.max_bytes:
        raise TooLargeError(_too_large(settings.max_bytes), source=url)
    body = bytearray()
    for chunk in _decoded(response, url):
        body += chunk
        if len(body) > settings.max_bytes:
            raise TooLargeError(_too_large(settings.max_bytes), source=url)
    return Page(bytes(body), content_type, response.charset_encoding, final, **validators)


def _too_large(limit: int) -> str:
    return f"is larger than the limit of {limit:,} bytes"


def _decoded(response: httpx.Response, url: str) -> Iterator[bytes]:
    """The body without its compression, in pieces of bounded size however much a few bytes expand to."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        yield from response.iter_raw(65_536)
        return
    if encoding not in ("gzip", "x-gzip"):
        raise FetchError(f"is sent in the encoding {encoding[:40]!r}, which was not asked for", source=url)
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
    for raw in response.iter_raw(65_536):
        while raw:
            yield inflate.decompress(raw, 1 << 20)
            raw = inflate.unconsumed_tail
        if inflate.eof:
            return
    # At most a few hundred bytes that the last piece had no room for.
    yield inflate.flush()
    if not inflate.eof:
        raise FetchError("breaks off in the middle of its gzip data", source=url)
