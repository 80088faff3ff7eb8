"""What is agreed that prolongs an agreement there is: "agreed on Monday to extend the truce", "a deal on keeping it".

That is a step of the running agreement, told by the word of agreeing; it makes no agreement of another kind.
"""

from __future__ import annotations

from typing import Final

from gencatan.reading.drafts.draft import Firing
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import has_subject, starts

MADE: Final = frozenset({"agreed", "signed"})
REACH: Final = 4  # links from the word of agreeing to what is agreed
WITHIN: Final = frozenset({"obj", "obl", "nmod", "acl", "advcl", "xcomp", "ccomp", "compound", "nsubj"})


def prolonged(firing: Firing, report: Report) -> Firing | None:
    """The word of prolonging that tells what a word of agreeing agrees to; None if it agrees to something else."""
    if firing.trigger.values.get("stage") not in MADE:
        return None
    for inner in report.firings_in(firing.sentence):
        if _prolongs(inner, report) and _agreeing(inner, report) is firing:
            return inner
    return None


def is_agreed(firing: Firing, report: Report) -> bool:
    """Whether a word of prolonging is what another word says to be agreed, and so makes no step of its own."""
    return _prolongs(firing, report) and _agreeing(firing, report) is not None


def settling(firing: Firing, report: Report) -> Firing | None:
    """The word of agreeing that tells that sides will end a war or dispute ("agreed on Monday to end two years of
    war"); None where none does."""
    if firing.nominal or firing.trigger.values.get("stage") != "agreed" or "type" not in firing.trigger.values:
        return None
    return _agreeing(firing, report) if firing.token.dep_ in ("xcomp", "ccomp", "advcl") else None


def _prolongs(firing: Firing, report: Report) -> bool:
    if firing.trigger.kind != "agreement":
        return False
    stage = firing.trigger.values.get("stage")
    keeping = stage == "in_effect" and starts(firing.token, report.tools.pack.words("verbs_keeping"))
    return stage == "extended" or keeping


def _agreeing(inner: Firing, report: Report) -> Firing | None:
    """The word of agreeing above a word of prolonging, with nobody else's clause between."""
    node = inner.token
    for _ in range(REACH):
        base = node.dep_.split(":")[0]
        if base not in WITHIN or node.dep_ == "acl:relcl" or node.head.i == node.i:
            return None
        own = base in ("advcl", "ccomp") and has_subject(node)
        node = node.head
        for above in report.at(inner.sentence, node, "agreement"):
            if above.trigger.values.get("stage") in MADE:
                return None if own else above
    return None
