"""Whether somebody is told of as one of the dead or wounded whom the report counted before."""

from __future__ import annotations

import re
from functools import cache

from gencatan.reconcile.counts import size
from gencatan.reconcile.facts import Facts
from gencatan.reconcile.words import word_list


def is_one_of_them(f: Facts) -> bool:
    """Whether it counts one or nobody, and says that these were among more."""
    few = f.count is None or size(f.count) <= 1
    return few and bool(_among().search(f.words))


@cache
def _among() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(word_list("among")))), re.IGNORECASE)
