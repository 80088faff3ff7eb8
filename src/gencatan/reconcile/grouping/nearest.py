"""A toll without day or place that stands behind several acts of its report: it is that of the act told last before it.

"On 5 February troops killed 60 in X. A day earlier jets bombed Y. Some 170 died, survivors said": each act may be the
toll's by itself, and which of them is nearest no pair of claims can tell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from gencatan.model import Judgement
from gencatan.reconcile.comparing.acts import HARMS
from gencatan.reconcile.comparing.facts import Facts

_BARE: Final = "bare_toll"


def nearest_acts(
    judgements: Iterable[Judgement], fact: Callable[[str], Facts]
) -> tuple[list[tuple[str, str]], set[tuple[str, str]]]:
    """The tolls and the act that is nearest before each, where that gives a day of its own; and the same tolls and the
    acts told before that, of which they are not. The first are in the order in which reports tell them."""
    acts: dict[str, set[str]] = {}
    for judgement in judgements:
        if _BARE in judgement.reason:
            toll, act = judgement.one, judgement.other
            if fact(act).what in HARMS:
                toll, act = act, toll
            acts.setdefault(toll, set()).add(act)
    its: set[tuple[str, str]] = set()
    others: set[tuple[str, str]] = set()
    for toll, before in acts.items():
        last = max(_starts(fact(act)) for act in before)
        nearest = {act for act in before if _starts(fact(act)) == last}
        if all(fact(act).days.exact for act in nearest):
            its |= {(toll, act) for act in nearest}
            others |= {(toll, act) for act in before - nearest}
    return sorted(its, key=lambda pair: (_starts(fact(pair[0])), _starts(fact(pair[1])), pair)), others


def _starts(facts: Facts) -> int:
    return min(span.start for span in facts.claim.evidence)
