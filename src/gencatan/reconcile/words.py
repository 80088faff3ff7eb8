"""Words, compared within one language alone: content words by their stems' beginnings."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_STEM: Final = 6
"""Letters that stand for a word: "attacked" and "attack", "ledakan" and "ledakannya" agree."""


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The words of four letters and more, cut to their beginnings; short ones carry little."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


def overlap(one: str, other: str) -> float:
    """The share of the smaller text's words that the other has too; 0 where one has none."""
    a, b = content(one), content(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
