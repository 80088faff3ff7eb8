"""Who "both sides" are, and those who speak for them ("the leaders of both countries", "kedua delegasi")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft
from gencatan.reading.kinds.deal_parties import REACH, last_parties
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import lowered
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

SPOKEN_FOR: Final = frozenset({"agreement", "meeting"})
SPEAKING: Final = ("@representative",)
NEAR: Final = 2  # sentences
PHRASE: Final = 5  # words
BEFORE: Final = frozenset({"det", "nummod", "amod", "compound", "nmod"})
NAMED: Final = ("@nationality",)
OFFICIALS: Final = ("@official",)
FORCES: Final = ("@state_force",)  # they fight for somebody whose leaders these are
SIDES: Final = ("@state", "@group", "@rebel", "@armed_force", "@state_force", "@nationality")
"""Sorts of people that two sides of a conflict are."""


def meant(mention: Mention, draft: Draft, report: Report) -> Sequence[Mention]:
    """The two whom a mention in a draft stands for; none if it stands for itself or they are not told of."""
    if draft.kind == "obligation":
        return ()  # the books know the sides of its agreement
    found: list[Mention] = []
    if are_both(mention, report):
        found = both_sides(report, draft.sentence)
    elif draft.kind not in SPOKEN_FOR or not report.tools.mentions.fits(mention.token, SPEAKING):
        return ()
    elif _of_both(mention.token, report):
        found = both_sides(report, draft.sentence)
    elif _two(mention.token, report):
        named = _just_met(draft.sentence, report) or _just_spoke(draft.sentence, report)
        found = named or [
            m for m in both_sides(report, draft.sentence) if not report.tools.mentions.fits(m.token, FORCES)
        ]
        found = found if len(found) == 2 else []
    sides = [report.settle(side) or side for side in found]
    vague = any(report.tools.mentions.pronoun(m.token) or are_both(m, report) for m in sides)
    return () if vague else sides


def both_sides(report: Report, sentence: Sentence) -> list[Mention]:
    """Who "both sides" are in a sentence: the parties of the last agreement told of, else the two that last fought, met
    or agreed on something; none where neither was told."""
    found = last_parties(report, sentence)
    if found:
        return found
    for draft in reversed(report.drafts):
        ahead = sentence.index - draft.sentence.index
        if ahead > REACH:
            break
        told = draft.fillers if ahead >= 0 else {}
        for slot in ("actor", "participants", "obligor"):
            sides = told.get(slot, [])
            if len(sides) == 2 and all(report.tools.mentions.fits(m.token, SIDES) for m in sides):
                return list(sides)
            if len(sides) > 2 and _state_and_groups(sides, report):
                return list(sides)
    return _offered_and_answered(report, sentence)


def _state_and_groups(sides: Sequence[Mention], report: Report) -> bool:
    """Whether these are a state and, beside it, groups alone, which are then the other side ("Israel, Hamas and Islamic
    Jihad")."""
    actors = [report.tools.who(report.span(m).text, None) for m in sides]
    known = [actor for actor in actors if actor is not None]
    return len(known) == len(sides) and sum(actor.is_of_state for actor in known) == 1


def _offered_and_answered(report: Report, sentence: Sentence) -> list[Mention]:
    """Who offered a truce and who alone answered or was asked ("the rebels proposed a truce, but the government
    rejected it"); none where anybody else is told to have spoken between them."""
    for draft in reversed(report.drafts):
        if draft.kind != "agreement" or draft.values.get("stage") != "proposed":
            continue
        offered, at = draft.fillers.get("parties", []), draft.sentence.index
        if not 0 <= sentence.index - at <= REACH or len(offered) != 1:
            return []
        words = {report.span(offered[0]).text.lower()}
        answered: dict[str, Mention] = {}
        for other in report.drafts:
            if other.kind == "statement" and at <= other.sentence.index < sentence.index:
                for m in (*other.fillers.get("speaker", []), *other.fillers.get("addressee", [])):
                    if report.span(m).text.lower() not in words:
                        answered.setdefault(report.span(m).text.lower(), m)
        found = list(answered.values())
        return [*offered, *found] if len(found) == 1 else []
    return []


def are_both(mention: Mention, report: Report) -> bool:
    """Whether the words of a mention, with what counts or determines it, are "both sides"."""
    both, token = report.tools.pack.words("both_parties"), mention.token
    before = [t.i for t in token.children if t.dep_ in ("det", "nummod", "amod") and t.i < token.i]
    whole = lowered(token.doc)[min(before, default=token.i) : token.i + 1]
    words = report.span(mention).text.lower().split()
    told = [whole, words, words[1:]]  # "oleh kedua pihak"
    return bool(both) and any(those and both.at(those, 0) == len(those) for those in told)


def _of_both(noun: Token, report: Report) -> bool:
    """Whether somebody is said to be of both sides ("commanders of both armies", "komandan militer kedua negara")."""
    both, words = report.tools.pack.words("both_parties"), lowered(noun.doc)
    for at in range(noun.i + 1, min(noun.i + 1 + PHRASE, len(words))):
        if both.at(words, at) > 0:
            return True
        if noun.doc[at].is_punct or noun.doc[at].pos_ in ("VERB", "AUX", "PROPN", "CCONJ"):
            return False
    return False


def _two(noun: Token, report: Report) -> bool:
    """Whether it is "the two leaders", "kedua perdana menteri", and nobody's in particular."""
    doc, tools = noun.doc, report.tools
    first = min((c.i for c in noun.children if c.dep_ in BEFORE and c.i < noun.i), default=noun.i)
    if not tools.pack.words("both_markers").at(lowered(doc), first):
        return False
    tied = [*doc[first : noun.i], *(c for c in noun.children if c.dep_.split(":")[0] in ("nmod", "flat", "appos"))]
    return not any(t.pos_ == "PROPN" or tools.mentions.fits(t, NAMED) for t in tied)


def _just_spoke(sentence: Sentence, report: Report) -> list[Mention]:
    """The two in office who alone spoke, by name, in a sentence or two before."""
    named: dict[str, Mention] = {}
    for draft in report.drafts:
        if draft.kind == "statement" and 0 <= sentence.index - draft.sentence.index <= NEAR:
            for m in draft.fillers.get("speaker", []):
                if m.token.pos_ == "PROPN" and report.tools.mentions.fits(m.token, OFFICIALS):
                    named.setdefault(m.token.text, m)
    return list(named.values()) if len(named) == 2 else []


def _just_met(sentence: Sentence, report: Report) -> list[Mention]:
    """The two who met in a sentence or two before."""
    for draft in reversed(report.drafts):
        if draft.kind == "meeting" and 0 < sentence.index - draft.sentence.index <= NEAR:
            sitting = draft.fillers.get("participants", [])
            named = [m for m in sitting if m.token.pos_ == "PROPN" or report.tools.mentions.fits(m.token, NAMED)]
            if len(sitting) == len(named) == 2:
                return list(sitting)
    return []
