"""A truce that a side declares to be over, void or no longer in force: it is not made, and that side is of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.announcers import BODIES
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, preposition_words, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDED: Final = frozenset({"collapsed", "expired", "suspended"})
CLAUSES: Final = frozenset({"ccomp", "xcomp"})
LOOSE: Final = frozenset({*CLAUSES, "obj", "advmod"})  # a parser that does not know "null and void"


def over(firing: Firing, report: Report) -> bool:
    """Whether the truce that is the object of a verb is only declared to be no more ("declared the truce *void*",
    "mengumumkan gencatan senjata itu *tidak berlaku lagi*")."""
    if firing.nominal or not _declares(firing.token, report):
        return False
    said = [c for c in firing.token.children if c.i > firing.token.i and c.dep_ in LOOSE]
    told = (trigger for c in said for trigger in firing.sentence.triggers_at(c))  # at work there in another tree alone
    return any(t.kind == "agreement" and t.part == "word" and t.values.get("stage") in ENDED for t in told)


def add_sides(firing: Firing, draft: Draft, report: Report) -> None:
    """Make whoever declares a truce with one other to be over a party of it ("X menyatakan gencatan senjata *dengan* Y
    batal"); who declares one between two others to be over is none."""
    verb = firing.token.head
    if draft.values.get("stage") not in ENDED or firing.token.dep_ not in LOOSE or not _declares(verb, report):
        return
    draft.add("parties", [Mention(firing.sentence, c) for c in verb.children if c.dep_ == "obl" and _with(c, report)])
    told = draft.fillers.get("parties", [])
    subjects = expand(report.tools.syntax.subjects.of(verb))
    acting = {t.i for t in subjects}
    others = [m for m in told if m.token.i not in acting]
    if len(others) == 1 and _with(others[0].token, report):
        sides = [t for t in subjects if report.tools.mentions.classes(t) & BODIES]
        draft.add("parties", [Mention(firing.sentence, t) for t in sides])


def _with(noun: Token, report: Report) -> bool:
    """Whether somebody is named as the other side of a truce ("with", "dengan")."""
    words, beside = report.tools.pack.words, preposition_words(noun)
    other = beside in words("companion_markers") and beside not in words("between_markers")
    return other and report.tools.mentions.can_act(noun)


def _declares(verb: Token, report: Report) -> bool:
    return starts(verb, report.tools.pack.words("verbs_declaring_so"))
