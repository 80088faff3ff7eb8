"""Whether somebody is told of as one of the dead or wounded whom the report counted before."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from gencatan.language.comparing import word_list
from gencatan.reconcile.comparing.counts import size
from gencatan.reconcile.comparing.facts import Facts

_NAME: Final = re.compile(r"[^\W\d_a-z][\w'’.]+ (?:(?:al|el)-)?[^\W\d_a-z]\w")


def is_one_of_them(f: Facts) -> bool:
    """Whether it counts one or nobody, and says that these were among more."""
    few = f.count is None or size(f.count) <= 1
    return few and bool(_among().search(f.words))


def is_named(f: Facts) -> bool:
    """Whether it counts one person who is told by name, and gives no number."""
    return f.count is not None and size(f.count) == 1 and bool(_NAME.search(f.count.text))


@cache
def _among() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(word_list("among")))), re.IGNORECASE)
