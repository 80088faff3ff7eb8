"""How long something shall last, from the words that say so ("72-hour", "sepekan"), whatever language they are in."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import ceil
from typing import Final

from gencatan.language.comparing import word_groups

_WORD: Final = re.compile(r"\d+|[^\W\d_]+")
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "year": 12}
MOST: Final = 1000
"""A number above this counts no stretch of time that an agreement is given."""


@dataclass(frozen=True, slots=True)
class Length:
    """`number` of a `unit`: `hour`, `day`, `week`, `month`, `year`."""

    number: int
    unit: str

    def after(self, day: date) -> date:
        """The day on which it is over when it began on `day`; of some hours, that by whose end they are over.

        Raises OverflowError beyond the calendar's last year.
        """
        if self.unit == "hour":
            return day + timedelta(days=ceil(self.number / 24))
        if self.unit in _DAYS:
            return day + timedelta(days=self.number * _DAYS[self.unit])
        month = day.month - 1 + self.number * _MONTHS[self.unit]
        year, month = day.year + month // 12, month % 12 + 1
        if year > date.max.year:
            raise OverflowError(year)
        return date(year, month, min(day.day, monthrange(year, month)[1]))


@lru_cache(1024)
def length(text: str) -> Length | None:
    """The first stretch of time that the words count; one without a number is one; None where there is none."""
    number = 1
    words = _WORD.findall(text.lower())
    for index, word in enumerate(words):
        unit = next((unit for unit, names in word_groups("lengths").items() if word in names), None)
        if unit is not None:
            return Length(number, unit) if 0 < number <= MOST else None
        number = int(word[:9]) if word.isdecimal() else _number(words, index) or number
    return None


def _number(words: list[str], index: int) -> int | None:
    pair = " ".join(words[max(0, index - 1) : index + 1])
    told = [n for n, names in word_groups("small_numbers").items() if pair in names or words[index] in names]
    return max((int(n) for n in told), default=None)
