"""Numbers that the one right behind them replaces: "not 12 but 9 soldiers", "from 40 to 28", "dari 31 menjadi 17"."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import pairwise
from typing import Final

from gencatan.reading.numbers.found import COUNTED, NumberMention

_BETWEEN: Final = 3
"""Words at most between the two, what is counted among them ("not 40 *people* but 28")."""


def taken_back(
    numbers: Sequence[NumberMention], text: str, before: Container[str], between: Container[str]
) -> frozenset[int]:
    """Where the numbers begin that have one of the words `before` right before them, and right behind them, after one
    of the words `between`, the number that they gave way to."""
    told = [number for number in numbers if number.kind in COUNTED]
    return frozenset(
        first.number_start
        for first, second in pairwise(told)
        if _last(text[: first.start]) in before and _leads_on(text[first.end : second.start], between)
    )


def _last(text: str) -> str:
    return text.rsplit(maxsplit=1)[-1].casefold() if text.split() else ""


def _leads_on(text: str, between: Container[str]) -> bool:
    words = text.casefold().split()
    return 0 < len(words) <= _BETWEEN and words[-1] in between
