"""How a claim is meant, in the one word that every output has for it."""

from __future__ import annotations

from typing import Final

from gencatan.model import Claim

_BINDING: Final = ("agreement", "resolution", "order")
"""What makes an obligation required, where a mere call does not."""


def meant_alone(claim: Claim) -> str:
    """A key of the interface's words for statuses: the status, but that what an agreement, a resolution or an order
    asks for is required, and that a meeting which did not come about was called off.

    Whether somebody denies having met, or refuses to, the claims beside it tell (`denials.meant`).
    """
    if claim.kind == "obligation" and claim.status == "called_for" and claim.slots.get("basis") in _BINDING:
        return "required"
    return "called_off" if claim.kind == "meeting" and claim.status == "denied" else claim.status
