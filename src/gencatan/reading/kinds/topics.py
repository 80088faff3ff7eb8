"""Whether words beside a meeting say what it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.tree.modality import GOVERNING
from gencatan.reading.tree.relations import SUBJECTS, is_clause, marks, preposition_words, starts

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_about(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether the topic of a meeting's draft is what it is about, and not who meets, another meeting, a place or what
    the clause around it goes on with ("agreed at the talks to disarm")."""
    topic, sentence, tools = draft.texts["topic"], firing.sentence, report.tools
    head = sentence.head_of(topic.start, topic.end)
    if head is None:
        return True
    if any(m.sentence is sentence and m.token.i == head.i for m in draft.fillers.get("participants", [])):
        return False  # "a meeting of the council"
    if is_clause(head) and head.pos_ == "VERB":
        return not firing.nominal or marks(head) not in tools.pack.words("control_marks") or _own(firing, head, report)
    if report.at(sentence, head, "meeting"):
        return False  # "will meet for talks"
    kinds = tools.mentions.classes(head)
    if "place" in kinds and preposition_words(head) in tools.pack.words("genitive_markers"):
        return False  # "a tour of Africa"
    if not firing.nominal or head.head.i == firing.token.i or not is_clause(head.head):
        return True
    verb = head.head
    return firing.token.dep_ != "obl" and not (firing.token.dep_ in SUBJECTS and report.at(sentence, verb, "statement"))


def _own(firing: Firing, clause: Token, report: Report) -> bool:
    """Whether a clause of purpose is the meeting's and not what somebody agreed, asked or hoped in it or of it."""
    node = firing.token
    while node.head.i != node.i and not is_clause(node.head):
        node = node.head
    verb = node.head
    complemented = any(c.dep_ in ("xcomp", "ccomp") and c.i != clause.i for c in verb.children)
    if verb.i == node.i or verb.i > clause.i or complemented:
        return True
    if any(c.dep_ == "aux:pass" or c.dep_ in SUBJECTS for c in clause.children):
        return False  # "hoped for the talks to be completed"
    words = report.tools.pack.words
    asks = bool(report.at(firing.sentence, verb, "statement"))
    leads = asks or any(starts(verb, words(key)) for key, _ in GOVERNING)
    return not leads or (node.i == firing.token.i and node.dep_ == "obj" and report.tools.syntax.verbs.light(verb))
