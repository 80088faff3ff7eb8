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

    def allows(self, url: str) -> bool:
        """Whether `url` may be fetched. A site whose rules cannot be had for now (5xx, no answer) allows nothing."""
        return self._rules(url).can_fetch(AGENT, url)

    def delay_s(self, url: str) -> float:
        """The seconds that the site wants between two fetches, at most MAX_DELAY_S; 0 where it does not say."""
        asked = self._rules(url).crawl_delay(AGENT)
        return min(float(asked), MAX_DELAY_S) if asked else 0.0

    def _rules(self, url: str) -> RobotFileParser:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = self._fetch(f"{site}/robots.txt")
        return self._known[site]

    def _fetch(self, address: str) -> RobotFileParser:
        rules = RobotFileParser()
        rules.modified()  # else the parser takes itself for unread and allows nothing
        try:
            page = fetch(address, self._settings, _ROBOTS)
        except FetchError as error:
            if error.status is not None and 400 <= error.status < 500:
                rules.parse([])  # no rules: everything is allowed
            else:
                rules.disallow_all = True  # type: ignore[attr-defined]  # typeshed lacks it
        except GencatanError:
            rules.parse([])  # something else than a robots.txt
        else:
            rules.parse(page.data.decode("utf-8", "replace").splitlines())
        return rules
