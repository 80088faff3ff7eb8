"""What both sides must do, side by side: each has its own duty, and what the one does is not done by the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gencatan.model.ids import id_of_part
from gencatan.reconcile.comparing import who
from gencatan.reconcile.compliance.duties import Stated, of_both
from gencatan.reconcile.compliance.parties import Party, parties_of

EACH: Final = frozenset(
    {"withdraw", "release", "exchange", "disarm", "demobilise", "return_territory", "cease_hostilities"}
)
"""Actions that each side does with its own forces, prisoners and land; talks and monitoring are done together."""


def by_side(duty: Stated, parties: Sequence[Party]) -> tuple[Stated, ...]:
    """A duty of both sides once for each of them; any other as it is. `parties` are those of its agreement."""
    sides = _sides(duty, parties) if duty.action in EACH else ()
    if len(sides) < 2:
        return (duty,)
    return tuple(replace(duty, id=id_of_part(duty.id, side.id), side=side) for side in sides)


def _sides(duty: Stated, parties: Sequence[Party]) -> tuple[Party, ...]:
    """Those whom one claim names together, else the parties where all its claims are of "both sides"."""
    named = [parties_of([record], "obligor", who.COMPATRIOTS) for record in duty.records]
    if most := max(named, key=len, default=()):
        return most
    return tuple(party for party in parties if party.id) if any(map(of_both, duty.records)) else ()
