"""A later and lower number that says of the older one that it was not so: "not 40 but 28", "lowered from 31 to 17"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from gencatan.language.comparing import word_list
from gencatan.model import Count
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.words import any_of, either

_FEW: Final = r"(?:\s+[^\W\d]+)?\s+"
"""What is counted, between a number that is not so and the word for what is ("not 40 *soldiers* but 28")."""
_ABOUT: Final = r"\W+(?:[^\W\d]+\W+){0,2}?"
"""Words before the number that is so ("but *at least* 28")."""
NONE: Final = "(?!)"
_SEPARATORS: Final = ("", ",", ".", " ")


def takes_back(newer: Facts, older: Facts) -> bool:
    """Whether a number is told as a correction of an older one: its words name that one as what is not so, or say that
    the toll was lowered to this one."""
    if newer.count is None or older.count is None:
        return False
    now = _told(newer.count)
    return _is_lowered(now, newer.words) or _is_not_so(_told(older.count), now, newer.words)


def _told(count: Count) -> str:
    """A pattern for the words by which a number may be told."""
    numbers = {number for number in (count.min, count.max) if number is not None}
    forms = {f"{number:,}".replace(",", mark) for number in numbers for mark in _SEPARATORS}
    if not any(letter.isdigit() for letter in count.text):
        forms.add(count.text)  # "forty"
    return rf"(?<![\w.,])(?:{either(forms) or NONE})(?!\w|[.,]\d)"


@lru_cache(4096)
def _is_lowered(now: str, words: str) -> bool:
    """Whether a toll is said to have been lowered to a number; bodies and flags are lowered, too."""
    lowered = any_of("lowered").search(words)
    to = re.compile(rf"\b(?:{either(word_list('rather'))}){_ABOUT}{now}", re.IGNORECASE)
    return lowered is not None and to.search(words, lowered.start()) is not None


@lru_cache(4096)
def _is_not_so(was: str, now: str, words: str) -> bool:
    """Whether a number stands behind "not" or "from" and right before what is so, or what is so before "not" and it.

    The "not" may lie before the words of a claim.
    """
    rather, no = either(word_list("rather")), either(word_list("is_not_so"))
    opening = rf"(?:^|\b(?:{no}|{either(word_list('was_so'))})\W+)"
    return bool(
        re.search(rf"{opening}{was}{_FEW}(?:{rather}){_ABOUT}{now}", words, re.IGNORECASE)
        or re.search(rf"{now}.*\b(?:{no})\W+{was}", words, re.IGNORECASE)
    )
