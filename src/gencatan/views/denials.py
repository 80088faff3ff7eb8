"""How a denied claim is meant: denied by somebody, told not to be so, refused, or called off.

All four are `denied` in the contract, since it did not come about. To a reader they are not the same: "refused to
withdraw" contradicts nobody, and talks that were cancelled are no talks that somebody denies having held.
"""

from __future__ import annotations

from typing import Final

from gencatan.model import Record
from gencatan.views.desk import Desk
from gencatan.views.meant import DENIED, is_ahead, meant_alone, meant_beside

PLANNED: Final = "planned"


def meant(desk: Desk, record: Record) -> str:
    """What a claim's status says: `refused` or `called_off` for what is denied only so, `planned` for what is told of a
    day to come, else as it is meant alone."""
    claim = record.claim
    if claim.status != DENIED:
        return PLANNED if is_ahead(claim, record.head) else meant_alone(claim)
    return meant_beside(claim, (other.claim for other in desk.of_document(record.head.id)))
