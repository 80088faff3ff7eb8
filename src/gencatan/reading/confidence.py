"""How sure a claim is, from what it rests on: the kind, how many slots the words fill, and how it is meant.

The weights follow the shares of right claims among annotated reports, less what reports that nobody tuned to lose
against them. The accuracy gate prints how far they are off.
"""

from __future__ import annotations

from typing import Final

BY_FILLED: Final = (0.25, 0.5, 0.66, 0.7)
BY_KIND: Final = {"casualty": 0.08, "statement": 0.04, "territory": 0.08, "mediation": 0.08, "event": -0.06}
UNASSERTED: Final = -0.14


def of(kind: str, status: str, filled: int) -> float:
    """A probability, two decimals, that a claim is right by the contract; `filled` slots rest on words or counts."""
    score = BY_FILLED[min(filled, 3)] + BY_KIND.get(kind, 0.0) + UNASSERTED * (status != "asserted")
    return round(min(0.95, max(0.05, score)), 2)
