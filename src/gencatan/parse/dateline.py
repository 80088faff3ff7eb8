"""Finds where a report's dateline ends ("BEIRUT, Nov. 27 (Agency) — "): it is no part of the first sentence.

A dateline tells where the story was filed, never where or when something happened, and it breaks the parse.
"""

from __future__ import annotations

import re
from typing import Final

_PART: Final = r"(?:[^\W\d_a-zà-öø-ÿ][\w.'’]{0,30}|\d{1,4}|\([^()\n]{1,40}\))"
_DASH: Final = r"(?:—|–|--|-(?=\s))"
_DATELINE: Final = re.compile(
    rf"{_PART}(?:[,/ ]{{1,3}}{_PART}){{0,7}}[ ,]{{0,2}}{_DASH}\s{{1,3}}(?:\[[^\[\]\n]{{1,20}}\]\s{{0,3}})?(?=\S)"
)
_LONGEST: Final = 90


def after_dateline(sentence: str) -> int:
    """How many characters of the sentence are a dateline; 0 if it opens with none."""
    match = _DATELINE.match(sentence, 0, _LONGEST)
    if match is None:
        return 0
    place = match.group().rstrip(" -–—")
    # a name and a dash inside a sentence ("Baku – which denies it – said") has more dashes after it
    if not place.isupper() and "(" not in place and any(c.isdigit() for c in place) is False:
        rest = sentence[match.end() : match.end() + 200]
        if re.search(r"\s(?:—|–|--)\s", rest):
            return 0
    return match.end()
