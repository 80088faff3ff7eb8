"""Forces that leave are told once: as a `deployment` or as an `event` (contract, rule 2), though words of either fit.

A force of somebody's who is named or told of ("French troops", "its contingent", "the UN mission") ends its stay; an
army, soldiers or rebels as such give ground.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import preposition

if TYPE_CHECKING:
    from gencatan.model import Claim
    from gencatan.reading.assembly.settling import Settled

Made = tuple["Claim", "Settled"]
WHOSE: Final = frozenset({"amod", "compound", "nmod", "nmod:poss", "flat", "det:poss"})
STANDING: Final = frozenset({"peacekeeping", "monitoring", "police", "aid"})


def told_once(made: Sequence[Made], report: Report) -> list[Made]:
    """The claims without those that tell the leaving of forces again as the other kind."""
    ends = {_act(item.draft): item.draft for _, item in made if item.draft.values.get("change") == "withdrawn"}
    retreats = {_act(item.draft) for _, item in made if item.draft.values.get("act") == "retreat"}
    left_out = {(act, "event" if _is_somebodys(draft, report) else "deployment") for act, draft in ends.items()}
    return [m for m in made if not (_act(m[1].draft) in retreats & ends.keys() and _named(m[1].draft) in left_out)]


def _act(draft: Draft) -> tuple[int, int]:
    return draft.sentence.index, draft.token.i


def _named(draft: Draft) -> tuple[tuple[int, int], str]:
    leaves = draft.values.get("change") == "withdrawn" or draft.values.get("act") == "retreat"
    return _act(draft), draft.kind if leaves else ""


def _is_somebodys(draft: Draft, report: Report) -> bool:
    """Whether words beside a force tell whose it is, or it is there to keep or watch a peace."""
    if draft.values.get("role") in STANDING:
        return True
    whose = {"", *report.tools.pack.words("genitive_markers"), *report.tools.pack.words("owner_markers")}
    for mention in draft.fillers.get("force", []):
        token = mention.token
        told = (c for c in token.children if c.dep_ in WHOSE and c.pos_ != "NUM" and preposition(c) in whose)
        if token.pos_ == "PROPN" or any(told):
            return True
        if "armed_force" not in report.tools.mentions.classes(token):
            return True
    return False
