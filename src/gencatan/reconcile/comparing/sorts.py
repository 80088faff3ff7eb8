"""Which groups a claim is told in: what happened at one time is an incident, what merely holds is none.

A town that changes hands and forces that come or go happen as an attack does; a holding ("controlled since 1994") and
forces that are somewhere do not.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from gencatan.model import Claim
from gencatan.reconcile.comparing.words import any_of

KINDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "incident": ("event", "casualty", "territory", "deployment"),
        "agreement": ("agreement",),
        "meeting": ("meeting",),
    }
)
"""The kinds whose claims a group may have."""
TAKEOVER: Final = "takeover"
"""What a change of hands is, by whichever side it is told."""
_HAPPENS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("captures", "recaptures", "loses", "cedes"), TAKEOVER),
        "deployed": "arrival",
        "reinforced": "arrival",
        "withdrawn": "withdrawal",
    }
)
_SLOT: Final = {"event": "act", "casualty": "harm", "territory": "relation", "deployment": "change"}


def what_of(claim: Claim) -> str:
    """What an incident's claim says happened: its act, its harm, a takeover, forces that came or went; "" for none."""
    held = claim.slots.get(_SLOT.get(claim.kind, ""))
    if not isinstance(held, str):
        return ""
    if claim.kind in ("event", "casualty"):
        return held
    return TAKEOVER if held == "controls" and _came_to(claim) else _HAPPENS.get(held, "")


def _came_to(claim: Claim) -> bool:
    """Whether a word that says "took" and "holds" alike has a day, and not one since when it is so ("menguasai bandara
    pada Selasa")."""
    when = claim.date
    if when is None or when.start is None or when.start != when.end or when.precision not in ("day", "minute"):
        return False
    return any(any_of("took_or_holds").search(span.text) for span in claim.evidence)


def group_of(claim: Claim) -> str:
    """The sort of group (`incident`, `agreement`, `meeting`) that a claim is told in; "" for none."""
    if claim.kind in ("territory", "deployment") and not what_of(claim):
        return ""
    return next((group for group, kinds in KINDS.items() if claim.kind in kinds), "")
