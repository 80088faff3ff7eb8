"""Which of the dates in a sentence may be an act's at all, wherever it stands: `datings` chooses among them.

None is the day of a telling ("kata polisi, Senin"), that by which a deal is known, or the term of another duty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.assembly.proximity import is_of_deal_told, is_tellers, is_under
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.telling.tags import tags
from gencatan.reading.tree.relations import has_subject, marks
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

LASTING: Final = frozenset({"clash", "blockade"})
LATE: Final = frozenset({"violated", "collapsed", "suspended", "expired", "rejected", "extended"})
"""Stages of an agreement that was there before: what dates the agreement itself does not date them."""
BARE_ACTS: Final = frozenset({"event", "casualty"})
TOLD: Final = frozenset({"at", "anchored"})
ABOUT: Final = frozenset({"meeting", "statement", "mediation"})
ONCE: Final = frozenset({"visit", "summit", "phone"})
WITHIN_NOUN: Final = frozenset({"amod", "compound", "nmod", "nummod", "obl"})
ATTRIBUTES: Final = frozenset({"amod", "compound", "nummod", "nmod:poss"})
CONTENT: Final = frozenset({"advcl", "parataxis"})


def heads_of(draft: Draft) -> dict[int, DateExpression]:
    """The sentence's dates that may be the act's, by the index of their head."""
    sentence = draft.sentence
    found = {}
    for expression in sentence.dates:
        head = sentence.head_of(expression.start, expression.end)
        if head is None or (expression.relation == "duration" and not (_lasts(draft) and _is_open(head))):
            continue
        if _is_the_deals(head, draft):
            continue
        if expression.relation == "within" and head.dep_ == "obj" and draft.kind in BARE_ACTS:
            continue  # "had two months to study the strike": how long somebody had
        if bound_elsewhere(draft) and (
            _is_of_next(head, draft.token) or (expression.relation in TOLD and _is_of_binding(head, draft))
        ):
            continue
        if draft.clause is not None and expression.start >= sentence.start:
            start, end = draft.clause
            if not start <= expression.start < end:
                continue  # "X to leave within a week and Y to disarm": each term is its own side's
        if draft.kind == "obligation" and _is_of_described(head, draft.token):
            continue
        if is_of_deal_told(head, draft):
            continue
        above = expression.relation == "at" and _is_of_clause_above(head, draft.token)
        behind = _is_of_clause_behind(head, draft.token)
        if draft.kind == "obligation" and (above or behind or _is_of_clause_before(head, draft.token)):
            continue
        if draft.kind in ABOUT and any(text.start <= expression.start < text.end for text in draft.texts.values()):
            continue  # "met to discuss the killings of 1983": what is spoken of
        if expression.relation == "since" and draft.values.get("format") in ONCE:
            continue  # "his first visit since 2000"
        telling = is_tellers(head, draft) or _follows_teller(expression, sentence, draft)
        telling = telling or _is_of_telling(head, draft.token) or _follows_telling(expression, sentence, draft)
        if expression.relation != "at" or not telling:  # nobody tells a thing since or until a day
            found[head.i] = expression
    return found


def _is_the_deals(date: Token, draft: Draft) -> bool:
    """Whether it tells which agreement is meant, and not when it was broken or ended ("a two-month-old ceasefire")."""
    if draft.kind != "agreement" or draft.values.get("stage") not in LATE:
        return False
    node = date
    while node.dep_.split(":")[0] in WITHIN_NOUN and node.head.i > date.i:
        node = node.head
    return node.i != date.i and node.i != draft.token.i and node.pos_ in ("NOUN", "PROPN")


def bound_elsewhere(draft: Draft) -> bool:
    """Whether it is a duty that another word binds to ("*agreed* to halt the fighting")."""
    return draft.kind == "obligation" and draft.firing is not None and draft.firing.token.i != draft.token.i


def _is_of_clause_before(date: Token, duty: Token) -> bool:
    """Whether it stands in the clause that another one with a subject of its own is coordinated with ("the rebels must
    leave by Friday and the army must stop the attacks"); what stands before both is of both."""
    own = duty.dep_ == "conj" and has_subject(duty)
    return own and duty.head.i < date.i < duty.i and not is_under(date, duty)


def _is_of_clause_behind(date: Token, duty: Token) -> bool:
    """Whether it stands in a further clause with a subject of its own ("the rebels will disband, and the army must
    leave by May")."""
    further = (c for c in duty.children if c.dep_ == "conj" and c.i > duty.i and has_subject(c))
    return any(is_under(date, c) for c in further)


def _is_of_clause_above(date: Token, duty: Token) -> bool:
    """Whether it is of the clause that the duty's hangs on ("signed an accord on Monday under which both must …")."""
    node, crossed = duty, False
    while node.head.i != node.i and node.i != date.head.i:
        crossed = crossed or node.dep_.split(":")[0] in ("acl", "advcl")
        node = node.head
    return crossed and node.i == date.head.i and node.i != duty.i


def _is_of_described(date: Token, duty: Token) -> bool:
    """Whether it stands in a clause that tells of a noun, the deal's or another's ("under the accord, which the cabinet
    approved on Tuesday, the army is to leave")."""
    node = date
    while node.head.i != node.i and not is_under(duty, node):
        if node.dep_ in ("acl", "acl:relcl") and node.head.pos_ in ("NOUN", "PROPN") and node.i < duty.i:
            return True
        node = node.head
    return False


def _is_of_next(date: Token, duty: Token) -> bool:
    """Whether a date stands behind a further duty ("to halt fire and to leave by Sunday"): it is that one's."""
    return any(c.dep_ == "conj" and duty.i < c.i < date.i and not is_under(date, c) for c in duty.children)


def _is_of_binding(date: Token, draft: Draft) -> bool:
    """Whether it is the day on which a duty was taken on or laid down, and not the one by which it is to be done
    ("agreed on Wednesday to halt the fighting")."""
    assert draft.firing is not None
    if date.head.i == draft.firing.token.i:
        return True
    return date.i < draft.token.i and not is_under(date, draft.token)


def _is_of_telling(date: Token, act: Token) -> bool:
    """Whether it stands in "X said on Sunday" and the act is a participle outside of that, behind a noun of its own
    ("…, X said on Sunday, a step under the deal signed in Y")."""
    if act.dep_ != "acl" or act.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(t.start <= date.i < t.end <= act.head.i for t in tags(date.doc))


def _lasts(draft: Draft) -> bool:
    """Whether a bare duration ("for 35 years") runs up to the report: fighting and tolls, no "72-hour truce"."""
    return draft.status == "asserted" and (draft.kind == "casualty" or draft.values.get("act") in LASTING)


def _is_open(date: Token) -> bool:
    """Whether a stretch of time runs up to the report, and is none that is known by its length ("the five-day clash",
    "perang selama lima hari itu", "dua hari pertempuran", "ended two weeks of fighting")."""
    if date.dep_ == "obj":
        return False
    described = (date.dep_ in ATTRIBUTES and date.head.i > date.i) or "-" in date.text
    whole = date.head if date.dep_.split(":")[0] == "nmod" else date
    if any(child.dep_ == "det" and child.i > date.i for child in whole.children):
        return False  # the "itu" is the war's
    return not described and all(child.dep_.split(":")[0] not in ("det", "nmod", "compound") for child in date.children)


def _follows_teller(expression: DateExpression, sentence: Sentence, draft: Draft) -> bool:
    """Whether the date stands right behind who tells ("…, kata polisi, Senin"), wherever the parser hangs it."""
    first = sentence.token_at(expression.start)
    for source in draft.sources:
        if first is None or source.sentence is not sentence or not draft.token.i < source.token.i < first.i:
            continue
        before = first.i - 1
        while before > source.token.i and sentence.doc is not None and sentence.doc[before].is_punct:
            before -= 1
        if sentence.doc is not None and is_under(sentence.doc[before], source.token):
            return True
    return False


def _follows_telling(expression: DateExpression, sentence: Sentence, draft: Draft) -> bool:
    """Whether the date stands between the verb of who tells and what is told ("mengatakan, Jumat, mereka membunuh …",
    "said on Monday that …")."""
    first, last = sentence.token_at(expression.start), sentence.token_at(expression.end - 1)
    if first is None or last is None or first.i == 0 or last.i + 1 >= len(last.doc) or last.i > draft.token.i:
        return False
    before = first.i - 1
    while before > 0 and (last.doc[before].is_punct or last.doc[before].pos_ == "ADP"):
        before -= 1
    verb, after = last.doc[before], last.nbor(1)
    opens = after.text == "," or after.pos_ == "SCONJ" or (after.pos_ == "PRON" and after.dep_ == "nsubj")
    if verb.pos_ != "VERB" or not opens:
        return False
    if any(s.sentence is sentence and s.token.head.i == verb.i and s.token.i < verb.i for s in draft.sources):
        return True
    near = (c for c in verb.children if last.i < c.left_edge.i <= last.i + 2)
    told = (c for c in near if c.dep_ == "ccomp" or (c.dep_ in CONTENT and not marks(c) and not _opens_with_time(c)))
    return any(is_under(draft.token, clause) for clause in told)


def _opens_with_time(clause: Token) -> bool:
    """Whether a clause begins with an adverb, which tells of the day before it ("came on Monday, *when* …")."""
    first = clause.left_edge
    while first.is_punct and first.i < clause.i:
        first = first.nbor(1)
    return first.dep_ == "advmod" and first.head.i == clause.i
