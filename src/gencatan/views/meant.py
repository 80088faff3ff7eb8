"""How a claim is meant, in the one word that every output has for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from gencatan.model import Claim, Head

DENIED: Final = "denied"
REFUSED: Final = "refused"
_BINDING: Final = ("agreement", "resolution", "order")
"""What makes an obligation required, where a mere call does not."""
_HAPPENING: Final = ("event", "meeting", "deployment")
"""Kinds that tell of something on its day."""


def meant_alone(claim: Claim) -> str:
    """A key of the interface's words for statuses: the status, but that what an agreement, a resolution or an order
    asks for is required, that a meeting which did not come about was called off, and that what is denied is not so.

    Whether somebody denies it, or refuses to, the claims beside it tell (`meant_beside`, `denials.meant`).
    """
    if claim.kind == "obligation" and claim.status == "called_for" and claim.slots.get("basis") in _BINDING:
        return "required"
    if claim.status == "denied":
        return "called_off" if claim.kind == "meeting" else "not_so"
    return claim.status


def meant_beside(claim: Claim, others: Iterable[Claim]) -> str:
    """The same among the claims of its report: `denied` where somebody denies it, `refused` where that is said."""
    if claim.status != "denied":
        return meant_alone(claim)
    beside = [o for o in others if o.kind == "statement" and _share_words(claim, o)]
    if claim.kind == "meeting":  # talks that nobody is named for turning down ("were cancelled") are called off
        beside = [o for o in beside if o.slots.get("act") != "reject" or o.slots.get("speaker")]
    acts = {o.slots.get("act") for o in beside}
    if "deny" in acts:
        return DENIED
    return REFUSED if "reject" in acts else meant_alone(claim)


def _share_words(one: Claim, other: Claim) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.evidence for b in other.evidence)


def is_ahead(claim: Claim, head: Head) -> bool:
    """Whether it is told as something that came about, for a day that its report could not know: a plan, however it is
    worded ("the session, first set for 4 August, was moved").

    The day after is left out, for it may have begun where it happened while it had not where the report was written.
    """
    day = day_ahead(claim)
    return day is not None and head.published is not None and (day - head.published).days > 1


def day_ahead(claim: Claim) -> date | None:
    """The day on which it is told as something that came about: its first, of a meeting "put off until 20 February" the
    last, for one that goes on until then is not over. Of a truce it is the day from which it holds."""
    holds = claim.kind == "agreement" and claim.slots.get("stage") == "in_effect"
    if claim.status != "asserted" or claim.date is None or not (holds or claim.kind in _HAPPENING):
        return None
    told = claim.date.start or (claim.date.end if claim.kind == "meeting" else None)
    try:
        return date.fromisoformat(told[:10]) if told else None
    except ValueError:
        return None
