"""What a meeting is for, and what is only done for the sake of one: who comes for talks, who meets to discuss it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gencatan.model import Span
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import has_subject, is_clause, marks, preposition, preposition_words

if TYPE_CHECKING:
    from spacy.tokens import Token


def only_meets(topic: Span, firing: Firing) -> bool:
    """Whether what it is for is but the meeting again ("arrived for a three-day visit")."""
    sentence = firing.sentence
    head = sentence.head_of(topic.start, topic.end)
    if head is None or any(c.i > head.i and c.dep_ == "nmod" for c in head.children):
        return False
    return any(trigger.kind == "meeting" for trigger in sentence.triggers_at(head))


def come_for(firing: Firing, report: Report) -> bool:
    """Whether somebody only comes to a place for it ("arrived in Oslo for talks with …")."""
    pack, noun = report.tools.pack, firing.token
    prep = preposition(noun)
    if not any(prep in pack.words(key) for key in ("control_marks", "topic_markers")) or not is_clause(noun.head):
        return False
    above = report.at(firing.sentence, noun.head, "meeting")
    return any(f.trigger.values.get("format") == "visit" and not f.nominal for f in above)


def asked_to(firing: Firing, report: Report) -> bool:
    """Whether somebody is only invited or called to it ("invited the ministers to a conference")."""
    noun, words = firing.token, report.tools.pack.words
    prep = preposition_words(noun)
    to = prep in words("addressee_markers") and prep in words("control_marks")
    return noun.dep_ == "obl" and to and bool(report.at(firing.sentence, noun.head, "statement"))


def met_for(firing: Firing, report: Report) -> bool:
    """Whether the verb before it tells of the same meeting ("met on Friday for their first summit", "will not take part
    in the talks")."""
    noun = firing.token
    if noun.dep_ in ("obl", "obj"):
        above = [
            f
            for f in report.at(firing.sentence, noun.head, "meeting")
            if not f.nominal and f.hit.head_end < firing.sentence.from_(noun)
        ]
        if any(f.mood.status != "asserted" and f.mood.status != firing.mood.status for f in above):
            return True
    if noun.dep_ != "obl" or preposition(noun) not in report.tools.pack.words("topic_markers"):
        return False
    above = report.at(firing.sentence, noun.head, "meeting")
    return any(f.trigger.values.get("format") != "visit" and not f.nominal for f in above)


def kinds_met_for(firing: Firing, report: Report) -> list[Firing]:
    """The nouns of meetings that a verb of meeting has as what one meets for."""
    nouns = [c for c in firing.token.children if c.dep_ == "obl" and c.i > firing.token.i]
    found = [f for noun in nouns for f in report.at(firing.sentence, noun, "meeting")]
    return [f for f in found if f.nominal and met_for(f, report)]


def goes_for_talks(firing: Firing, report: Report) -> bool:
    """Whether a verb of going has a meeting as what one goes for: that is the claim, the way there none."""
    nouns = [t for role, tokens in firing.roles.items() if role.startswith("prep.") for t in tokens]
    talks = [f for t in nouns for f in report.at(firing.sentence, t, "meeting") if t.head.i == firing.token.i]
    return firing.trigger.values.get("format") == "visit" and any(come_for(f, report) for f in talks)


def is_of_its_own(firing: Firing, report: Report) -> bool:
    """Whether a meeting told as a purpose is another than the one whose purpose it is ("met to discuss …")."""
    head = firing.token.head
    above = report.at(firing.sentence, head)
    if any(f.trigger.kind == "statement" for f in above) or report.tools.attributions.reports(head):
        return False
    return all(f.trigger.kind != "meeting" or f.trigger.values.get("format") == "visit" for f in above)


def is_aim_of_another(firing: Firing, report: Report) -> bool:
    """Whether a clause tells what those meet for whom the verb above it has meet ("is due to meet X to discuss …")."""
    verb = firing.token
    if _goes_on_from(firing, report) is not None:
        return True
    if verb.dep_ not in ("advcl", "xcomp") or marks(verb) not in report.tools.pack.words("control_marks"):
        return False
    if verb.dep_ == "xcomp":
        return any(_of_words(f) for f in report.at(firing.sentence, verb.head, "meeting"))  # "phoned X to discuss …"
    met = (c for c in verb.head.children if c.dep_ == "xcomp" and c.i < verb.i)
    told = (f for c in met for f in report.at(firing.sentence, c, "meeting"))
    return any(f.trigger.values.get("format") != "visit" for f in told)


def _of_words(firing: Firing) -> bool:
    """Whether a verb tells of a meeting by its own word, and not of a way there."""
    return not firing.nominal and firing.trigger.values.get("format") != "visit"


def _goes_on_from(firing: Firing, report: Report) -> Token | None:
    """The verb of the meeting in which those were that a second verb tells of ("met the king and discussed …").

    None if it has a subject or a partner of its own.
    """
    verb = firing.token
    if firing.nominal or verb.dep_ != "conj" or not verb.head.i < verb.i or "topic" not in _slots(firing):
        return None
    if has_subject(verb):
        return None
    companions = report.tools.pack.words("companion_markers")
    beside = [c for t in firing.roles.get("obj", []) for c in t.children]
    if any(preposition_words(c) in companions for c in (*verb.children, *beside)):
        return None  # "met the king and discussed it with the prince"
    above = report.at(firing.sentence, verb.head, "meeting")
    same = any(_of_words(f) and f.mood.status == firing.mood.status and "topic" not in _slots(f) for f in above)
    return verb.head if same else None


def _slots(firing: Firing) -> tuple[str, ...]:
    """What the object of a verb of meeting may be."""
    return firing.trigger.frame.slots.get("obj", ())


def told_next(firing: Firing, report: Report) -> Span | None:
    """What a second verb says that a meeting was about."""
    for verb in firing.token.children if not firing.nominal else ():
        for inner in report.at(firing.sentence, verb, "meeting") if verb.dep_ == "conj" else ():
            found = _goes_on_from(inner, report)
            if found is not None and found.i == firing.token.i:
                return report.tools.frames.filled(inner).texts.get("topic")
    return None


def told_aim(firing: Firing, report: Report) -> Span | None:
    """What a meeting is held for, as a clause tells ("met to discuss the border", "a meeting to agree on a date")."""
    token = firing.token
    above = [token.head] if token.dep_ == "xcomp" and not firing.nominal else []  # "was due to meet X to discuss …"
    held = (c for c in token.children if c.dep_ == "obj" and not firing.nominal)
    begun = [t for t in held if report.tools.mentions.is_event(t)]  # "began talks with X aimed at …"
    for node in (token, *firing.roles.get("governor", []), *above, *begun):
        for clause in _purposes(node, token, report):
            for inner in report.at(firing.sentence, clause, "meeting"):
                return report.tools.frames.filled(inner).texts.get("topic")
            if firing.trigger.values.get("format") != "visit":
                return report.tools.frames.text_of(firing.sentence, clause, "clause")
    return None


def _purposes(node: Token, token: Token, report: Report) -> Iterator[Token]:
    """The clauses of purpose that hang on a word behind the meeting `token`."""
    marking, purposes = report.tools.pack.words("control_marks"), report.tools.pack.words("purpose_markers")
    with_whom = [c for c in node.children if c.dep_ in ("obl", "nmod") and c.i > token.i]
    for child in (*node.children, *(c for noun in with_whom for c in noun.children if c.dep_ == "acl")):
        if child.i < token.i:
            continue
        if child.head.i == node.i and child.dep_ in ("advcl", "acl") and marks(child) in marking:
            yield child
        elif child.dep_ == "xcomp" and node.pos_ == "ADJ" and node.i < token.i and marks(child) in marking:
            yield child  # "is ready for talks to resolve the dispute"
        elif child.dep_ == "acl":
            if any(is_clause(c) and f"{child.lower_} {marks(c)}" in purposes for c in child.children):
                yield child  # "talks aimed at ending the war"
        elif child.dep_ in ("obl", "nmod"):  # "in a bid to end the war"
            opening = " ".join(t.lower_ for t in child.doc[child.left_edge.i : child.i + 1])
            for clause in child.children:
                if clause.dep_ == "acl" and (opening in purposes or f"{opening} {marks(clause)}" in purposes):
                    yield clause
