"""Marches and what they are for, told by a verb beside their noun ("unjuk rasa menolak kenaikan harga")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.reading.drafts.draft import Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, marks

if TYPE_CHECKING:
    from spacy.tokens import Token


def described_by(firing: Firing, report: Report) -> Firing | None:
    """The march for whose noun a verb only tells what it is for; None if it describes none."""
    if firing.nominal or firing.token.dep_ != "acl" or marks(firing.token):
        return None
    at = firing.sentence.from_(firing.token.head)
    marches = (f for f in report.firings_in(firing.sentence) if f.trigger.values.get("act") == "protest")
    return next((f for f in marches if f.hit.start <= at < f.hit.end), None)


def who_march(march: Firing, report: Report) -> list[Mention]:
    """Who holds a march, and not who breaks it up."""
    found = march.roles.get("subj", []) if not broken_up(march, report) else []
    return [Mention(march.sentence, t) for t in expand(found) if report.tools.mentions.can_act(t)]


def broken_up(march: Firing, report: Report) -> bool:
    """Whether the verb around its noun tells an act of its own, done to the march ("police broke up a protest")."""
    acts = [f for v in march.roles.get("governor", []) for f in report.at(march.sentence, v, "event")]
    return any(t.i == march.token.i for f in acts for t in f.roles.get("obj", []))


def purpose(march: Firing, report: Report) -> Token | None:
    """The verb that tells what a march is for."""
    inside = march.sentence.tokens_in(march.hit.start, march.hit.end)
    clauses = (c for t in inside for c in t.children if c.dep_ == "acl" and c.i > t.i and not marks(c))
    return next((c for c in clauses if report.at(march.sentence, c, "statement")), None)
