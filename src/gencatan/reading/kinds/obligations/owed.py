"""What an obligation asks for: its action by the trigger's kind, and its object in the words of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.triggers import Trigger
from gencatan.model import Span
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.obligations import articles
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import SUBJECTS, conjuncts, has_subject, is_clause
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

ACT_ACTIONS: Final = {
    "retreat": "withdraw",
    "disarmament": "hand_over_weapons",
    "release": "release",
    "delivery": "deliver_aid",
    "investigation": "investigate",
}


def action_of(trigger: Trigger) -> str:
    """What the trigger is as something to be done; "" if it is nothing of the kind."""
    if trigger.kind == "obligation":
        return trigger.values.get("action", "")
    if trigger.action:
        return trigger.action
    if trigger.kind == "meeting":
        return "hold_talks"
    if trigger.kind == "deployment" and trigger.values.get("change") == "withdrawn":
        return "withdraw"
    return ACT_ACTIONS.get(trigger.values.get("act", ""), "")


def told_object(
    draft: Draft,
    sentence: Sentence,
    predicate: Token,
    roles: dict[str, list[Token]],
    known: Firing | None,
    report: Report,
) -> None:
    """Fill a draft's object: what the predicate is done to, or all that its clause says where no trigger is `known`."""
    if known is None:
        draft.texts["object"] = _all_of_it(sentence, predicate, report)
        return
    own = [
        c
        for c in predicate.children
        if _is_object(c, predicate, known, report) and any(g.dep_ != "punct" for g in c.children)
    ]
    beside = articles.next_side(sentence, predicate, report)
    for token in (*roles.get("obj", []), *own):  # its own where the trigger has it too ("lay down their arms")
        if draft.values.get("action") == "disarm" and token.head.i > predicate.i:
            continue  # "must disarm and leave the towns": what is left
        if beside is not None and token.i == beside.i:
            continue  # "requires the rebels to disarm and *the army* to leave"
        told = _listed(sentence, token, beside, report)
        draft.texts["object"] = _with_verb(told, draft, sentence, predicate, report)
        return
    if draft.values.get("action") == "other" and is_clause(predicate) and len(known.hit.citation.split()) > 1:
        draft.texts["object"] = _all_of_it(sentence, predicate, report)  # "agreed to hold elections by June"


def _all_of_it(sentence: Sentence, predicate: Token, report: Report) -> Span:
    """All that a predicate's clause says, without what is another duty."""
    frames, moods = report.tools.frames, report.tools.moods
    text = frames.text_of(sentence, predicate, "clause" if is_clause(predicate) else "")
    banned = moods.own.forbids(predicate)
    conjs = (c for c in predicate.children if c.dep_ == "conj" and is_clause(c))
    apart = (c for c in conjs if not banned or moods.own.requires(c, "modal_strong") or has_subject(c))
    further = next(apart, None)
    if further is not None:  # a duty of its own
        text = before(text, sentence.from_(further.left_edge))
    beside = articles.next_side(sentence, predicate, report)
    if beside is not None:
        text = before(text, sentence.from_(beside.left_edge))
    return _from_verb(text, sentence, predicate, report)


def _listed(sentence: Sentence, noun: Token, beside: Token | None, report: Report) -> Span:
    """A noun with those listed behind it ("to free captives, journalists and other civilians"), but no duty of its own
    and nobody who is bound next, `beside`."""
    wording = report.tools.mentions.wording
    told = wording.span(sentence, noun)
    for other in (t for t in conjuncts(noun) if t.i > noun.i):
        if other.pos_ not in ("NOUN", "PROPN") or has_subject(other) or (beside is not None and other.i >= beside.i):
            break
        if any(action_of(f.trigger) for f in report.at(sentence, other)):
            break
        end = wording.span(sentence, other).end
        told = Span(told.start, end, report.document.text[told.start : end])
    return told


def _with_verb(told: Span, draft: Draft, sentence: Sentence, predicate: Token, report: Report) -> Span:
    """What a duty of no sort that has a name is done to, with its verb ("agreed to *send 600 troops*")."""
    start = sentence.from_(predicate)
    active = is_clause(predicate) and predicate.pos_ == "VERB" and not report.tools.syntax.verbs.passive(predicate)
    if draft.values.get("action") != "other" or not active or not start < told.start:
        return told
    return Span(start, told.end, report.document.text[start : told.end])


def _is_object(noun: Token, verb: Token, known: Firing, report: Report) -> bool:
    """Whether a noun is a verb's object, or stands behind a particle of the trigger that was taken for a preposition
    ("hand *over* their weapons")."""
    if noun.dep_ == "obj":
        return True
    cases = [c for c in noun.children if c.dep_ == "case"]
    if noun.dep_ != "obl" or [c.i for c in cases] != [verb.i + 1] or report.tools.syntax.verbs.passive(verb):
        return False  # "to be withdrawn *from the line*"
    at = known.sentence.from_(cases[0])
    goes = cases[0].lower_ in report.tools.pack.words("goal_prepositions")  # "return *to* its barracks"
    return not goes and any(start <= at < end for start, end in known.hit.parts)


def _from_verb(text: Span, sentence: Sentence, predicate: Token, report: Report) -> Span:
    """What is to be done, without who must do it and on what it rests ("Under the deal, X will *close …*")."""
    if not is_clause(predicate) or report.tools.syntax.verbs.passive(predicate):
        opening = next((c for c in predicate.children if c.dep_ == "mark" and sentence.from_(c) == text.start), None)
        if opening is None or opening.i + 1 >= predicate.i:
            return text
        start = sentence.from_(opening.nbor(1))  # "while fighters are to be confined": without the "while"
        return Span(start, text.end, text.text[start - text.start :])
    first = predicate
    negation, banning = (report.tools.pack.words(key) for key in ("negation", "modal_forbidding"))
    for child in predicate.children:
        says_not = child.lower_ in negation or child.lower_ in banning
        if child.i < first.i and (says_not or (child.dep_ == "mark" and child.i == predicate.i - 1)):
            first = child
    start = sentence.from_(first)
    if predicate.dep_ == "xcomp" and predicate.head.i == predicate.i - 1 and predicate.head.lower_ in banning:
        start, end = sentence.from_(predicate.head), text.end  # "dilarang menembak", where "forbidden" heads the clause
        return Span(start, end, report.document.text[start:end])
    if not any(c.dep_ in SUBJECTS and c.i < first.i for c in predicate.children) or start <= text.start:
        return text
    return Span(start, text.end, text.text[start - text.start :])


def before(text: Span, end: int) -> Span:
    """The part of a text before an offset, without blanks and commas at its end."""
    kept = text.text[: max(0, end - text.start)].rstrip(" ,;")
    return Span(text.start, text.start + len(kept), kept) if kept else text
