"""How sure a claim is: the share of claims like it that were right among annotated reports.

Each sign of a claim adds to or takes from a base: its kind and the value it turns on, its status, which of its slots
words fill and how many, whether it has a date, a place, a source, and how long its words are. What each adds is fitted
by `training/confidence.py` on open annotated reports and kept in `confidence.toml`; the accuracy gate measures on
kept-back ones how far it is off.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from gencatan.model.claim import Claim, SlotValue
from gencatan.model.vocabulary import ENUM, KINDS

LOWEST, HIGHEST = 0.05, 0.95
MOST: Final = 4  # filled slots that still tell
ENUMERATED: Final = frozenset(name for slots in KINDS.values() for name, sort in slots.items() if sort == ENUM)
UNTOLD: Final = frozenset(
    {"quantity", "duration", "name", "strength", "beneficiary", "cause", "condition", "topic", "about"}
)
LONG: Final = (60, 140)  # characters of evidence: short, middle, long

Signs = dict[str, str]
"""The value of each sign, by name."""


def signs(
    kind: str,
    status: str,
    slots: Mapping[str, SlotValue],
    evidence: int,
    *,
    dated: bool,
    placed: bool,
    sourced: bool,
    parsers: int = 0,
) -> Signs:
    """The signs of a claim; `evidence` is the number of characters of its first words.

    `parsers`: over the trees of how many of two parsers it was read alike; 0: there is one.
    """
    filled = sorted(name for name, value in slots.items() if name not in ENUMERATED and name not in UNTOLD)
    chosen = next((str(slots[name]) for name, sort in KINDS[kind].items() if sort == ENUM and name in slots), "none")
    found = {
        "kind": kind,
        "value": f"{kind}-{chosen}",
        "slots": "-".join((kind, *filled)),
        "status": status,
        "filled": str(min(MOST, sum(not isinstance(value, str) for value in slots.values()))),
        "date": "yes" if dated else "no",
        "place": "yes" if placed else "no",
        "source": "yes" if sourced else "no",
        "length": ("short", "middle", "long")[sum(evidence > limit for limit in LONG)],
    }
    return found | {"parsers": ("one", "both")[parsers - 1]} if parsers else found


def signs_of(claim: Claim, parsers: int = 0) -> Signs:
    """The signs of a claim as it was made, before others were merged into it; `parsers` as in `signs`."""
    return signs(
        claim.kind,
        claim.status,
        claim.slots,
        len(claim.evidence[0].text),
        dated=claim.date is not None,
        placed=claim.place is not None,
        sourced=bool(claim.attribution),
        parsers=parsers,
    )


@cache
def _weights() -> dict[str, dict[str, float]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def parts(found: Signs) -> dict[str, float]:
    """What the base and each sign add to the sum, which `of` keeps between LOWEST and HIGHEST."""
    weights = _weights()
    added = {name: weights.get(name, {}).get(value, 0.0) for name, value in found.items()}
    return {"base": weights["base"]["all"], **added}


def of(found: Signs) -> float:
    """A probability, two decimals, that a claim with these signs is right by the contract."""
    return round(min(HIGHEST, max(LOWEST, sum(parts(found).values()))), 2)
