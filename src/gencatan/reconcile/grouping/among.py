"""One of the dead told of apart ("a minister was among the dead"): of the toll that its report gave last before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.reconcile.comparing.counts import size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.one_of_them import is_one_of_them
from gencatan.reconcile.grouping.told import Pairs, Told

_BACK: Final = 1200
"""Characters before it in which the toll stands that somebody was among."""


def among_the_dead(told: Sequence[Told]) -> Pairs:
    """Who is said to be among the dead, to the nearest toll of several before it in that report."""
    of: dict[str, list[tuple[Facts, str]]] = {}
    for one in told:
        for f in one.claims:
            if f.what in ("killed", "injured"):
                of.setdefault(f.head.id, []).append((f, one.name))
    for tolls in of.values():
        for mine, name in tolls:
            if not is_one_of_them(mine):
                continue
            at = mine.claim.evidence[0].start
            before = [
                (theirs.claim.evidence[0].start, other)
                for theirs, other in tolls
                if theirs.what == mine.what
                and theirs.count is not None
                and size(theirs.count) > 1
                and 0 < at - theirs.claim.evidence[0].start <= _BACK
            ]
            if before:
                yield name, max(before)[1]
