"""How sure a claim is, from what it rests on; the weights are fitted to annotated reports (docs/accuracy.md)."""

from __future__ import annotations

from gencatan.model import Claim


def of(claim: Claim) -> float:
    """A probability, two decimals, that the claim is right by the contract."""
    filled = sum(1 for value in claim.slots.values() if not isinstance(value, str))
    score = 0.35 + 0.1 * min(filled, 3)
    if claim.date is not None:
        score += 0.04
    if claim.kind in ("casualty", "meeting"):
        score += 0.1
    if claim.status != "asserted":
        score -= 0.1
    return round(min(0.95, max(0.05, score)), 2)
