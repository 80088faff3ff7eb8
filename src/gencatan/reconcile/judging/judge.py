"""The machine's word on two claims."""

from __future__ import annotations

from typing import Final

from gencatan.model import Judgement, Record
from gencatan.reconcile.comparing.facts import Facts, facts
from gencatan.reconcile.comparing.sorts import KINDS, TAKEOVER
from gencatan.reconcile.judging.actor import judge_actor
from gencatan.reconcile.judging.agreement import judge_agreement
from gencatan.reconcile.judging.figures import judge_figures
from gencatan.reconcile.judging.incident import judge_incident
from gencatan.reconcile.judging.meeting import judge_meeting
from gencatan.reconcile.judging.takeover import judge_takeover

_INCIDENT: Final = frozenset(KINDS["incident"])


def judge(one: Record, other: Record) -> list[Judgement]:
    """All judgements on two claims. The same whichever comes first; depends on the two alone."""
    if one.id == other.id:
        return []
    mine, theirs = facts(one), facts(other)
    found = _of_one_thing(mine, theirs)
    if (actor := judge_actor(mine, theirs)) is not None:
        found.append(actor)
    return found


def _of_one_thing(one: Facts, other: Facts) -> list[Judgement]:
    kinds = {one.claim.kind, other.claim.kind}
    if kinds <= _INCIDENT:
        if not one.what or not other.what:
            return []
        same = judge_takeover(one, other) if TAKEOVER in (one.what, other.what) else judge_incident(one, other)
        if same is None:
            return []
        figures = judge_figures(one, other, same.score)
        return [same, figures] if figures is not None else [same]
    if kinds == {"agreement"}:
        same = judge_agreement(one, other)
    elif kinds == {"meeting"}:
        same = judge_meeting(one, other)
    else:
        return []
    return [same] if same is not None else []
