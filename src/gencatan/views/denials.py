"""How a denied claim is meant: a fact said not to be so, something refused, or something called off.

All three are `denied` in the contract, since it did not come about. To a reader they are not the same: "refused to
withdraw" contradicts nobody, and talks that were cancelled are no talks that somebody denies having held.
"""

from __future__ import annotations

from typing import Final

from gencatan.model import Record
from gencatan.views.desk import Desk
from gencatan.views.meant import is_ahead, meant_alone

DENIED: Final = "denied"
REFUSED: Final = "refused"
PLANNED: Final = "planned"


def meant(desk: Desk, record: Record) -> str:
    """What a claim's status says: `refused` or `called_off` for what is denied only so, `planned` for what is told of a
    day to come, else as it is meant alone."""
    claim = record.claim
    if claim.status != DENIED:
        return PLANNED if is_ahead(claim, record.head) else meant_alone(claim)
    acts = {
        other.claim.slots.get("act")
        for other in desk.of_document(record.head.id)
        if other.claim.kind == "statement" and _share_words(record, other)
    }
    if "deny" in acts:
        return DENIED
    if "reject" in acts:
        return REFUSED
    return meant_alone(claim)


def _share_words(one: Record, other: Record) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.claim.evidence for b in other.claim.evidence)
