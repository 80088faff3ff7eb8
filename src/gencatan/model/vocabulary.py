"""The contract's value lists: kinds, slots, statuses, precisions, hedges; and PLOVER's types and modes.

Source of the PLOVER lists: the PLOVER manual (16 types), as kept in the project's shared vocabularies.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

STATUSES: Final = ("asserted", "planned", "called_for", "conditional", "possible", "denied")
DATE_PRECISIONS: Final = ("minute", "day", "week", "month", "year", "decade")
PLACE_PRECISIONS: Final = ("exact", "city", "district", "province", "region", "country")
HEDGES: Final = ("exact", "about", "at_least", "more_than", "up_to", "nearly", "vague")

ENUM: Final = "enum"
FILLERS: Final = "fillers"
TEXT: Final = "text"
COUNT: Final = "count"

ACTS: Final = (
    "attack", "clash", "shelling", "air_strike", "explosion", "operation", "arrest", "abduction", "release",
    "delivery", "protest", "movement", "retreat", "blockade", "disarmament", "search", "investigation",
    "closure", "evacuation", "find", "execution", "sanction", "other",
)  # fmt: skip
STRIKES: Final = frozenset({"attack", "shelling", "air_strike", "explosion"})
"""Acts that hit somebody or something."""
FORCE: Final = STRIKES | {"clash", "operation"}
"""Acts of fighting."""
VIOLENT: Final = FORCE | {"execution"}
"""Acts that may kill."""
ACTIONS: Final = (
    "cease_hostilities", "withdraw", "disarm", "demobilise", "hand_over_weapons", "release", "exchange",
    "grant_access", "deliver_aid", "hold_talks", "lift_blockade", "return_territory", "protect", "monitor",
    "investigate", "punish", "other",
)  # fmt: skip
KINDS: Final = MappingProxyType(
    {
        "event": {
            "act": ENUM,
            "actor": FILLERS,
            "target": FILLERS,
            "instrument": TEXT,
            "cause": TEXT,
            "quantity": COUNT,
        },
        "casualty": {"harm": ENUM, "count": COUNT, "victims": FILLERS, "perpetrator": FILLERS},
        "agreement": {
            "type": ENUM,
            "stage": ENUM,
            "parties": FILLERS,
            "mediator": FILLERS,
            "name": TEXT,
            "duration": TEXT,
        },
        "obligation": {
            "action": ENUM,
            "obligor": FILLERS,
            "object": TEXT,
            "basis": ENUM,
            "condition": TEXT,
            "beneficiary": FILLERS,
        },
        "meeting": {"format": ENUM, "participants": FILLERS, "topic": TEXT},
        "statement": {"act": ENUM, "speaker": FILLERS, "addressee": FILLERS, "content": TEXT},
        "territory": {"territory": TEXT, "relation": ENUM, "by": FILLERS, "extent": ENUM},
        "deployment": {"force": FILLERS, "role": ENUM, "change": ENUM, "strength": COUNT},
        "mediation": {"mediator": FILLERS, "parties": FILLERS, "about": TEXT},
    }
)

VALUES: Final = MappingProxyType(
    {
        ("event", "act"): ACTS,
        ("casualty", "harm"): ("killed", "injured", "missing", "displaced", "detained", "abducted"),
        ("agreement", "type"): ("ceasefire", "peace", "exchange", "humanitarian", "disengagement", "other"),
        ("agreement", "stage"): (
            "proposed",
            "agreed",
            "signed",
            "in_effect",
            "extended",
            "suspended",
            "violated",
            "rejected",
            "collapsed",
            "expired",
        ),
        ("obligation", "action"): ACTIONS,
        ("obligation", "basis"): ("agreement", "pledge", "resolution", "order"),
        ("meeting", "format"): ("talks", "phone", "session", "visit", "summit", "other"),
        ("statement", "act"): (
            "demand",
            "appeal",
            "support",
            "condemn",
            "accuse",
            "threaten",
            "promise",
            "reject",
            "deny",
            "warn",
            "acknowledge",
        ),
        ("territory", "relation"): (
            "controls",
            "captures",
            "recaptures",
            "loses",
            "cedes",
            "claims",
            "part_of",
            "populated_by",
        ),
        ("territory", "extent"): ("whole", "part", "most"),
        ("deployment", "role"): ("peacekeeping", "monitoring", "combat", "police", "aid"),
        ("deployment", "change"): ("present", "deployed", "reinforced", "withdrawn"),
    }
)

PLOVER: Final = MappingProxyType(
    {
        "AGREE": (),
        "CONSULT": ("visit", "third-party", "multilateral", "phone"),
        "SUPPORT": (),
        "CONCEDE": (),
        "COOPERATE": (),
        "AID": (),
        "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
        "REQUEST": ("assist", "change", "yield", "meet"),
        "REJECT": ("assist", "change", "yield", "meet"),
        "ACCUSE": ("disapprove", "investigate", "allege"),
        "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
        "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
        "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
        "MOBILIZE": ("troops", "weapons", "police", "militia"),
        "COERCE": (
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ),
        "ASSAULT": (
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        ),
    }
)

SECTORS: Final = (
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL",
    "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
)  # fmt: skip
