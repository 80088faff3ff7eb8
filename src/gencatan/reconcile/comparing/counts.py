"""Numbers with hedges: whether two can be of one thing, which is more, and how telling it is that they agree."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from gencatan.language.comparing import word_list
from gencatan.model import Claim, Count, Filler

_SLOT: Final = {"casualty": "count", "event": "quantity", "deployment": "strength"}
_ABOUT: Final = 0.15
"""How far off "about 40" and "nearly 500" may be."""
_LOOSE: Final = ("about", "nearly")
_CROWD: Final = 100
"""People on the move of whom a report gives a number that tells them from others."""


def count_of(claim: Claim) -> Count | None:
    """The number of a claim."""
    held = claim.slots.get(_SLOT.get(claim.kind, ""))
    if isinstance(held, Count):
        return held
    moved = _people(claim, "actor") if claim.slots.get("act") == "movement" else 0
    return Count(moved, moved, str(moved)) if moved >= _CROWD else None


def people_acted_on(claim: Claim) -> int:
    """The number in figures of those whom an act befell ("113 people"); 0 for none."""
    return _people(claim, "target")


def _people(claim: Claim, slot: str) -> int:
    held = claim.slots.get(slot, ()) if claim.kind == "event" else ()
    told = (_figures().match(f.span.text) for f in held if isinstance(f, Filler)) if isinstance(held, tuple) else ()
    return max((int(re.sub(r"[.,]", "", found.group(1))) for found in told if found), default=0)


@cache
def _figures() -> re.Pattern[str]:
    shares = "|".join(sorted(word_list("percent")))
    return re.compile(rf"(?:[^\W\d]+ ){{0,3}}(\d{{1,3}}(?:[.,]\d{{3}})*|\d+)\b(?! ?%| (?:{shares})\b)")


def bounds(count: Count) -> tuple[float, float]:
    """The least and the most that it says, with room for loose hedges."""
    low = float(count.min) if count.min is not None else 0.0
    high = float(count.max) if count.max is not None else float("inf")
    return (low * (1 - _ABOUT), high * (1 + _ABOUT)) if count.hedge in _LOOSE else (low, high)


def compatible(one: Count, other: Count) -> bool:
    """Whether both can be true of one thing at one time."""
    (low, high), (least, most) = bounds(one), bounds(other)
    return low <= most and least <= high


def size(count: Count) -> int:
    """The number it names: "at least 32" names 32."""
    return count.min if count.min is not None else count.max or 0


def same_figure(one: Count, other: Count) -> bool:
    """Whether both name the same number, whatever the hedge: "200" and "at least 200"."""
    return size(one) == size(other) and (one.max == other.max or one.max is None or other.max is None)


def both_telling(one: Count, other: Count) -> float:
    """How telling it is that both name one number: as telling as the vaguer of the two."""
    return min(telling(one), telling(other))


def telling(count: Count) -> float:
    """How telling an agreement on it is, 0..1: small and round numbers recur, 511 does not."""
    number = size(count)
    if count.hedge == "vague" or number < 3:
        return 0.1
    if number < 10:
        return 0.3
    plain = str(number).rstrip("0")
    return 0.5 if len(plain) == 1 or number < 20 else min(1.0, 0.45 + 0.2 * len(plain))
