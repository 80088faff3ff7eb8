"""Which countries a report is about: those that its claims name most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from gencatan.model import Record
from gencatan.reconcile.comparing import who

LEAGUES: Final = frozenset({"UNO", "AFU", "EUR", "NAT", "OSC", "ARL"})
"""Bodies of many states whose ids look like one's."""
_OF_THE_MOST: Final = 2
"""A report is about a country that is named at least one time for so many of the one named most."""


class Lands:
    """The countries of reports, worked out for those that are asked for."""

    def __init__(self, records: Sequence[Record]) -> None:
        """`records` are the books'."""
        self._records = records
        self._known: dict[str, frozenset[str]] = {}

    def of(self, report: str) -> frozenset[str]:
        """The countries that a report tells of most; none where it names none."""
        if report not in self._known:
            named = Counter(c for r in self._told.get(report, ()) for c in who.countries(r.claim) if c not in LEAGUES)
            most = max(named.values(), default=0)
            self._known[report] = frozenset(c for c, times in named.items() if times * _OF_THE_MOST >= most)
        return self._known[report]

    @cached_property
    def _told(self) -> dict[str, list[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self._records:
            found.setdefault(record.head.id, []).append(record)
        return found
