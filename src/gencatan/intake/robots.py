"""What a site's robots.txt allows us to fetch and how fast (RFC 9309), by the standard library's parser."""

from __future__ import annotations

from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from gencatan.errors import FetchError, GencatanError
from gencatan.intake.fetch import AGENT, Wanted, fetch
from gencatan.intake.settings import IntakeSettings

MAX_BYTES: Final = 500_000
MAX_DELAY_S: Final = 120.0

_ROBOTS: Final = Wanted(
    types=frozenset({"text/plain", "text/html", "application/octet-stream", ""}),
    accept="text/plain",
    what="no robots.txt",
)


class Robots:
    """The rules of the sites asked about, each fetched once."""

    def __init__(self, settings: IntakeSettings) -> None:
        """`settings` bound the fetching."""
        self._settings = replace(settings, max_bytes=min(settings.max_bytes, MAX_BYTES))
        self._known: dict[str, RobotFileParser] = {}
        self._troubles: dict[str, FetchError] = {}

    def refusal(self, url: str) -> str:
        """Why `url` may not be fetched, "" where it may."""
        if self.trouble(url):
            return f"its rules cannot be had: {self.trouble(url)}"
        return "" if self._rules(url).can_fetch(AGENT, url) else f"{_address(url)} does not allow it"

    def trouble(self, url: str) -> str:
        """Why the rules of a site cannot be had for now (5xx, no answer), "" where they can; without, nothing may."""
        self._rules(url)
        trouble = self._troubles.get(_address(url))
        return str(trouble) if trouble is not None else ""

    def cause(self, url: str) -> str:
        """Whose doing a trouble is, as `FetchError.cause` has it."""
        self._rules(url)
        trouble = self._troubles.get(_address(url))
        return trouble.cause if trouble is not None else ""

    def delay_s(self, url: str) -> float:
        """The seconds that the site wants between two fetches, at most MAX_DELAY_S; 0 where it does not say."""
        asked = self._rules(url).crawl_delay(AGENT)
        return min(float(asked), MAX_DELAY_S) if asked else 0.0

    def _rules(self, url: str) -> RobotFileParser:
        address = _address(url)
        if address not in self._known:
            self._known[address] = self._fetch(address)
        return self._known[address]

    def _fetch(self, address: str) -> RobotFileParser:
        rules = RobotFileParser()
        rules.modified()  # else the parser takes itself for unread and allows nothing
        try:
            page = fetch(address, self._settings, _ROBOTS)
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500:
                rules.parse([])  # no rules: everything is allowed
            else:
                self._troubles[address] = error
        except GencatanError:
            rules.parse([])  # something else than a robots.txt
        else:
            rules.parse(page.data.decode("utf-8", "replace").splitlines())
        return rules


def _address(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"
