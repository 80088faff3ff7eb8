"""Names that no list holds: places of the gazetteer, and invented ones put together from syllables.

A parser that meets the same three hundred names again and again learns the names; one that meets new ones learns where
names stand.
"""

from __future__ import annotations

import random
import re
from functools import cache
from typing import Final

from gencatan.gazetteer.entry import Kind
from gencatan.gazetteer.index import Index

PLAIN: Final = re.compile(r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})?")
SETTLED: Final = frozenset({Kind.CAPITAL, Kind.CITY, Kind.ADMIN1})
LARGE: Final = 30_000  # inhabitants: what news may name


@cache
def places() -> tuple[str, ...]:
    """Display names of larger towns and first-order units, in the gazetteer's order, without marks or hyphens."""
    index = Index()
    found = {}
    for record in range(len(index.records)):
        row = index.row(record)
        if row.population >= LARGE and Kind(row.kind) in SETTLED:
            name = index.label(record)
            if PLAIN.fullmatch(name):
                found[name] = None
    return tuple(found)


class Syllables:
    """Makes names of two to four syllables: one that opens, any that go on, one that closes."""

    def __init__(self) -> None:
        self._parts: dict[str, list[str]] = {"open": [], "mid": [], "close": []}

    def add(self, line: str) -> None:
        """A line of a grammar, `open: Ka Ma Te`. Raises KeyError for another word before the colon."""
        kind, _, parts = line.partition(":")
        self._parts[kind.strip()] += parts.split()

    def name(self, chance: random.Random) -> str:
        """A new name."""
        middle = chance.choice((0, 0, 1, 1, 2)) if self._parts["mid"] else 0
        return "".join(
            chance.choice(self._parts[kind]) for kind in ("open", *["mid"] * middle, "close") if self._parts[kind]
        )
