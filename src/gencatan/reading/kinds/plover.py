"""PLOVER type and mode of a claim: the trigger's own, else by kind and value.

The mapping follows the PLOVER manual: promising is AGREE, signing is SUPPORT, declaring a ceasefire or withdrawal is
CONCEDE, observing it is RETREAT. What is only announced is a promise (AGREE) where it helps and a threat where it
harms, and so is a promise to do it; what is asked for is a REQUEST, and so is a duty that others lay on somebody; help,
talks, concessions and support that do not come about are a REJECT.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from gencatan.model import Plover

BY_VALUE: Final[Mapping[tuple[str, str], tuple[str, str]]] = {
    ("event", "attack"): ("ASSAULT", ""),
    ("event", "clash"): ("ASSAULT", ""),
    ("event", "shelling"): ("ASSAULT", "heavy-weapons"),
    ("event", "air_strike"): ("ASSAULT", "aerial"),
    ("event", "explosion"): ("ASSAULT", "explosives"),
    ("event", "operation"): ("ASSAULT", ""),
    ("event", "arrest"): ("COERCE", "arrest"),
    ("event", "abduction"): ("ASSAULT", "abduct"),
    ("event", "release"): ("RETREAT", "release"),
    ("event", "delivery"): ("AID", ""),
    ("event", "protest"): ("PROTEST", "demo"),
    ("event", "movement"): ("MOBILIZE", "troops"),
    ("event", "retreat"): ("RETREAT", "withdraw"),
    ("event", "blockade"): ("COERCE", "restrict"),
    ("event", "disarmament"): ("RETREAT", "disarm"),
    ("event", "search"): ("COERCE", "seize"),
    ("event", "investigation"): ("ACCUSE", "investigate"),
    ("event", "closure"): ("COERCE", "restrict"),
    ("event", "execution"): ("ASSAULT", "targeted"),
    ("event", "sanction"): ("SANCTION", "discontinue"),
    ("statement", "demand"): ("REQUEST", "change"),
    ("statement", "appeal"): ("REQUEST", "change"),
    ("statement", "support"): ("SUPPORT", ""),
    ("statement", "condemn"): ("ACCUSE", "disapprove"),
    ("statement", "accuse"): ("ACCUSE", "allege"),
    ("statement", "threaten"): ("THREATEN", "violence"),
    ("statement", "promise"): ("AGREE", ""),
    ("statement", "reject"): ("REJECT", "change"),
    ("agreement", "agreed"): ("AGREE", ""),
    ("agreement", "signed"): ("SUPPORT", ""),
    ("agreement", "in_effect"): ("RETREAT", "ceasefire"),
    ("agreement", "extended"): ("AGREE", ""),
    ("agreement", "rejected"): ("REJECT", "yield"),
    ("meeting", "phone"): ("CONSULT", "phone"),
    ("meeting", "visit"): ("CONSULT", "visit"),
    ("deployment", "deployed"): ("MOBILIZE", "troops"),
    ("deployment", "reinforced"): ("MOBILIZE", "troops"),
    ("deployment", "withdrawn"): ("RETREAT", "withdraw"),
    ("territory", "captures"): ("ASSAULT", ""),
    ("territory", "recaptures"): ("ASSAULT", ""),
    ("territory", "cedes"): ("CONCEDE", ""),
}
BY_KIND: Final[Mapping[str, tuple[str, str]]] = {
    "meeting": ("CONSULT", ""),
    "mediation": ("CONSULT", "third-party"),
}
DECIDING: Final[Mapping[str, str]] = {
    "event": "act",
    "statement": "act",
    "agreement": "stage",
    "meeting": "format",
    "deployment": "change",
    "territory": "relation",
}


HELPS: Final = frozenset({"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HARMS: Final = frozenset({"ASSAULT", "COERCE", "SANCTION", "PROTEST"})
MATERIAL: Final = frozenset({"event", "territory"})
ANNOUNCED: Final = frozenset({"planned", "conditional"})


def code(kind: str, values: Mapping[str, str], own: tuple[str, str] | None, status: str = "asserted") -> Plover | None:
    """The claim's PLOVER code; None where PLOVER has no type for it (a toll, who holds what)."""
    if kind == "obligation":
        return _bound(values.get("basis", ""), own)
    found = own or BY_VALUE.get((kind, values.get(DECIDING.get(kind, ""), ""))) or BY_KIND.get(kind)
    if found is None:
        return None
    type_, mode = found
    spoken = kind == "statement" and type_ != "SUPPORT"
    if spoken or status in ("asserted", "possible"):
        return Plover(type_, mode)
    if status == "called_for":
        return Plover("REQUEST")
    if type_ in HELPS or type_ == "AGREE":
        return Plover("AGREE" if status in ANNOUNCED else "REJECT")
    if type_ in HARMS and status in ANNOUNCED:
        return Plover("THREATEN")
    return Plover(type_, mode)


def harm(kind: str, values: Mapping[str, str], own: tuple[str, str] | None) -> Plover | None:
    """The code of a material act that harms whom it is done to: who promises it threatens them."""
    found = code(kind, values, own) if kind in MATERIAL else None
    return found if found is not None and found.type in HARMS else None


def _bound(basis: str, own: tuple[str, str] | None) -> Plover:
    """What somebody has bound itself to is agreed to, or threatened where it harms; other duties are requested."""
    if basis not in ("agreement", "pledge"):
        return Plover("REQUEST")
    return Plover("THREATEN" if own is not None and own[0] in HARMS and basis == "pledge" else "AGREE")
