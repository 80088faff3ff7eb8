"""A later and lower number that says of the older one that it was not so: "not 40 but 28", "lowered from 31 to 17"."""

from __future__ import annotations

import re
from functools import lru_cache

from gencatan.language.comparing import word_list
from gencatan.model import Count
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.words import any_of, either


def takes_back(newer: Facts, older: Facts) -> bool:
    """Whether a number is told as a correction of an older one: its words name that one as what is not so, or say that
    the toll was lowered."""
    if newer.count is None or older.count is None:
        return False
    if any_of("lowered").search(newer.words):
        return True
    return any(_is_not_so(told, newer.words) for told in _told(older.count))


def _told(count: Count) -> set[str]:
    return {str(number) for number in (count.min, count.max) if number is not None}


@lru_cache(4096)
def _is_not_so(number: str, words: str) -> bool:
    """Whether a number stands between "not" or "from" and what is so, or what is so before "not" and it."""
    told = rf"(?<![\w.,]){re.escape(number)}(?![\w]|[.,]\d)"
    few = r"(?:\W+[^\W\d]+){0,2}\W+"
    rather, no = either(word_list("rather")), either(word_list("is_not_so"))
    return bool(
        re.search(rf"{told}{few}(?:{rather})\W+\d", words, re.IGNORECASE)
        or re.search(rf"\d.*\b(?:{no})\W+{told}", words, re.IGNORECASE)
    )
