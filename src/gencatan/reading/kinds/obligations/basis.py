"""Under what somebody must do something: an agreement, a resolution, or what was told of one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.kinds.obligations import terms
from gencatan.reading.kinds.obligations.owed import action_of
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import (
    SUBJECTS,
    conjuncts,
    has_subject,
    is_clause,
    is_conjunct,
    marks,
    preposition,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


def named_basis(firing: Firing, report: Report) -> str:
    """The basis named beside a predicate ("under the agreement", "sesuai resolusi itu"); "" if none is."""
    node = firing.token
    for _ in range(4):
        found = report.tools.frames.marked(node, "basis_markers")
        if found is not None and report.tools.mentions.fits(found, ("@resolution",)):
            return "resolution"
        if found is not None and report.tools.mentions.fits(found, ("@agreement", "@terms")):
            return "agreement"
        if found is not None and report.tools.mentions.deal_text(found):
            return "agreement"
        if node.dep_ not in ("xcomp", "conj", "obj", "nsubj", "nsubj:pass") or node.head.i == node.i:
            return ""
        node = node.head
    return ""


def basis_of_document(firing: Firing, report: Report) -> str:
    """The basis where a document asks: as the subject, or named beside it ("the Council in a resolution"); else ""."""
    if firing.trigger.values.get("act") not in ("demand", "appeal"):
        return ""
    fits = report.tools.mentions.fits
    subjects = firing.roles.get("subj", [])
    slots = firing.trigger.frame.slots
    beside = [c for t in subjects for c in t.children if c.dep_ == "nmod" and preposition(c)]
    beside += [t for r, ts in firing.roles.items() if r.startswith("prep.") and r not in slots for t in ts]
    if firing.token.dep_ == "conj":
        beside += [c for c in firing.token.head.children if c.dep_ == "obl" and c.i < firing.token.head.i]
    if any(fits(t, ("@resolution",)) for t in (*subjects, *beside)):
        return "resolution"
    speaks = any(fits(t, ("@agreement",)) and not _body(t) for t in subjects)
    named = any(fits(t, ("@document",)) for t in subjects) and terms.told(firing.sentence, report)
    return "agreement" if speaks or named else ""


def _body(name: Token) -> bool:
    """Whether a name of one word is rather that of a body ("*Amnesty* urged the army")."""
    return name.pos_ == "PROPN" and name.left_edge.i == name.right_edge.i


def _wanted_by_somebody(verb: Token, report: Report) -> bool:
    """Whether it is somebody who asks, and no deal ("the militias want the wounded to leave")."""
    if report.tools.syntax.verbs.passive(verb):
        return False
    subjects = report.tools.syntax.subjects.of(verb)
    return any("agent" in report.tools.mentions.classes(t) for t in subjects)


def told_under(firing: Firing, report: Report) -> str:
    """ "The troops must leave", in the outlet's own voice after it told of an agreement: under that agreement."""
    if firing.sources or firing.mood.statement >= 0:
        return ""
    binding = report.tools.pack.words("verbs_called_for")
    above = firing.token.head
    if firing.token.dep_ == "acl" and above.dep_ == "obj" and not marks(firing.token):
        above = above.head  # "requires all militias disbanded"
    governed = firing.token.dep_ in ("xcomp", "ccomp", "advcl", "acl") and above.lower_ in binding
    if governed and _wanted_by_somebody(above, report):
        return ""
    leading = _leading(firing.token)
    if firing.trigger.kind != "meeting" and report.tools.moods.own.requires(leading, "modal_duty"):
        told = terms.told_terms(firing.sentence, report)
        duty = _duty(firing) or firing.trigger.kind == "obligation"
        return "agreement" if told or (duty and terms.just_concluded(firing.sentence, report)) else ""
    verb = leading
    if firing.nominal and verb.dep_ in SUBJECTS and verb.head.lower_ in report.tools.pack.words("verbs_beginning"):
        verb = verb.head  # "joint patrols are to begin on Monday"
    future = action_of(firing.trigger) and report.tools.moods.own.requires(verb, "modal_terms")
    if future and _goes_on(firing, report):
        return "agreement"  # else "shall", which is more than "will", goes on with terms as "must" does
    if "called_for" not in firing.mood.signals:
        return ""
    if not governed and not report.tools.moods.own.requires(leading):
        return ""
    told = terms.told(firing.sentence, report) or terms.told_terms(firing.sentence, report)
    return "agreement" if told else ""


def _leading(verb: Token) -> Token:
    """The verb with whose modal a bare one goes on ("the rebels *must disarm* and leave the towns")."""
    if not is_conjunct(verb) or verb.pos_ != "VERB" or has_subject(verb) or has(verb, "Tense", "Past"):
        return verb
    if any(c.dep_ in ("aux", "mark") for c in verb.children) or not is_clause(verb.head):
        return verb
    return _leading(verb.head) if is_conjunct(verb.head) else verb.head


def _duty(firing: Firing) -> bool:
    """Whether it is what agreements ask of those who fought ("the militias were to surrender their arms")."""
    return action_of(firing.trigger) not in ("", "other", "hold_talks")


def _goes_on(firing: Firing, report: Report) -> bool:
    """Whether what is to be done goes on with an agreement: with its terms, or, where it is nothing but a duty, with
    the telling that it was made ("A joint committee will monitor the truce")."""
    if firing.trigger.kind == "meeting" or "planned" not in firing.mood.signals:
        return False
    in_return = terms.told(firing.sentence, report) and terms.in_return(firing.token, report)
    if in_return and firing.mood.signals.keys() <= {"planned", "conditional"}:
        return True
    if set(firing.mood.signals) != {"planned"}:
        return False
    first = conjuncts(firing.token)[0] if not firing.nominal else firing.token
    phased = any(terms.in_phase(verb, report) for verb in (firing.token, first, firing.token.head))
    if _duty(firing) and phased and terms.told(firing.sentence, report):
        return True
    if terms.told_terms(firing.sentence, report):
        return True
    if action_of(firing.trigger) == "monitor" and _watches_deal(firing, report):
        return True
    duty = all(f.trigger.kind == "obligation" for f in report.at(firing.sentence, firing.token))
    return duty and terms.just_concluded(firing.sentence, report)


def _watches_deal(firing: Firing, report: Report) -> bool:
    """Whether it is the deal told of, or its keeping, that will be watched ("a committee will oversee the accord")."""
    watched = (t for t in firing.roles.get("obj", []) if report.tools.mentions.fits(t, ("@agreement",)))
    if not any(report.is_definite(firing.sentence, t) for t in watched):
        return False
    before = (one for one in terms.near(firing.sentence, report) if one is not firing.sentence)
    return any(f.trigger.kind == "agreement" for one in before for f in report.firings_in(one))


def plainly_bound(firing: Firing, report: Report) -> bool:
    """ "The rebels must leave the city", in nobody's words but the outlet's: a duty, of whatever basis."""
    if firing.trigger.kind not in ("event", "deployment") or firing.sources or firing.mood.statement >= 0:
        return False
    return firing.mood.status == "called_for" and report.tools.moods.own.requires(firing.token, "modal_strong")
