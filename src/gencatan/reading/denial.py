"""Whether what a trigger tells is itself said not to be so, and does not only stand in a clause that is denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.syntax import SUBJECTS, is_clause, marks

if TYPE_CHECKING:
    from gencatan.reading.drafts import Firing
    from gencatan.reading.report import Report

KINDS: Final = frozenset({"event", "meeting", "deployment"})
BESIDE: Final = frozenset({"obl", "nmod", "compound", "appos"})
WITHIN: Final = (("obj", "xcomp"), ("nsubj", "xcomp"), ("conj", "xcomp"))
TOLD: Final = (("obj", "ccomp"), ("nsubj", "ccomp"), ("conj", "ccomp"))


def only_around(firing: Firing, report: Report) -> bool:
    """Whether the trigger's words are merely in the scope of a denial: what becomes of them is not told.

    Denied by its own words, by the verb that carries or governs it ("did not launch the raid", "refused to leave") or
    by a statement that denies it, an act is denied. What stands further away, beside the denied verb or in another
    word's complement, may be or not be so ("did not say why they fought", "has not been seen since the raid").
    """
    mood, token = firing.mood, firing.token
    if mood.status != "denied" or firing.trigger.kind not in KINDS or token.dep_ == "amod":
        return False  # "the detained men" were, whatever is denied of them
    over = mood.denied_over
    if not over:
        said_to_be = any(c.dep_ == "cop" for c in token.children)
        return firing.nominal and said_to_be and any(c.dep_ in SUBJECTS for c in token.children)
    node = token
    for _ in over[:-1]:
        node = node.head
    last, node = node, node.head
    if marks(node) in report.tools.pack.words("control_marks") and node.dep_ in ("advcl", "acl", "csubj"):
        return True  # "a wall to stop gunmen from coming in"
    if len(over) == 1:
        lacking = over[0] == "nmod" and not report.tools.moods.no_such(token.head)  # "the lack of an attack"
        return over[0] in BESIDE and not lacking and not (over[0] != "obl" and is_clause(token))
    if over == ("obj", "acl"):
        return last.dep_ != "acl"  # "no plans to impose sanctions", but not "nobody who imposes them"
    if over[0] == "acl" and over[1] in ("obj", "nsubj") and len(over) == len(WITHIN[0]):
        return token.head.lower_ not in report.tools.pack.words("nouns_planned")  # "rejected a plan to send troops"
    if over == ("obl", "xcomp") and firing.trigger.kind == "meeting":
        return False  # "refused to return to the talks"
    return over not in WITHIN and not (over in TOLD and mood.statement >= 0)
