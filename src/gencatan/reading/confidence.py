"""How sure a claim is, from what it rests on: the kind, how many slots the words fill, and how it is meant.

The weights follow the shares of right claims among annotated reports, less what reports that nobody tuned to lose
against them. The accuracy gate prints how far they are off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gencatan.model.claim import SlotValue

BY_FILLED: Final = (0.25, 0.5, 0.66, 0.7)
BY_KIND: Final = {"casualty": 0.08, "statement": 0.04, "territory": 0.08, "mediation": 0.08, "event": -0.06}
UNASSERTED: Final = -0.14
LOWEST, HIGHEST = 0.05, 0.95


def of(kind: str, status: str, number: int) -> float:
    """A probability, two decimals, that a claim is right by the contract; `number` slots rest on words or counts."""
    return round(min(HIGHEST, max(LOWEST, sum(parts(kind, status, number).values()))), 2)


def filled(slots: Mapping[str, SlotValue]) -> int:
    """How many slots rest on words or counts."""
    return sum(1 for value in slots.values() if not isinstance(value, str))


def parts(kind: str, status: str, number: int) -> dict[str, float]:
    """What each of the three adds to the sum, which `of` keeps between LOWEST and HIGHEST."""
    return {
        "filled": BY_FILLED[min(number, 3)],
        "kind": BY_KIND.get(kind, 0.0),
        "status": 0.0 if status == "asserted" else UNASSERTED,
    }
