"""Who stands between two sides is neither of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gencatan.model import SlotValue

TWO: Final = 2


def apart_from_sides(slots: Mapping[str, SlotValue]) -> dict[str, SlotValue]:
    """The slots without mediators who are of one of the two sides told beside them, where another is left ("President
    Aquino, rebel chief Murad and *Malaysia's prime minister*, who brokered the deal, looked on")."""
    parties, between = slots.get("parties"), slots.get("mediator")
    if not isinstance(parties, tuple) or not isinstance(between, tuple) or len(parties) != TWO:
        return dict(slots)
    sides = {filler.actor.id for filler in parties if filler.actor is not None}
    others = tuple(filler for filler in between if filler.actor is None or filler.actor.id not in sides)
    return dict(slots) if not others else {**slots, "mediator": others}
