"""Days of a sentence that are another act's, by the words between: of deciding, of a part, of what is still to come."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.assembly.proximity import is_under
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.tree.asides import behind_comma
from gencatan.reading.tree.relations import SUBJECTS, is_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases

BARE_ACTS: Final = frozenset({"event", "casualty"})
GOING_ON: Final = frozenset({"operation", "clash", "search"})
DONE_LATER: Final = frozenset({"event", "meeting", "deployment"})


def is_of_resolving(day: Token, draft: Draft) -> bool:
    """Whether it is the day on which somebody decided or allowed what is planned ("*decided on Sunday* to boycott the
    talks", "On Monday the minister authorised the army to attack")."""
    if draft.status != "planned" or draft.kind not in DONE_LATER or draft.firing is None:
        return False
    word = draft.firing.mood.signals.get("planned")
    below = draft.token
    while below.head.i != below.i and below.head.text != word:
        below = below.head
    verb = below.head
    if verb.text != word or verb.i == below.i or not is_clause(verb) or not has(verb, "Tense", "Past"):
        return False
    if any(c.dep_.split(":")[0] == "aux" for c in verb.children):
        return False  # "had planned", "was due": its day is that of what was planned
    return day.i < below.left_edge.i and (day.i < verb.i or day.head.i == verb.i)


def is_of_done(day: Token, draft: Draft) -> bool:
    """Whether it stands with what was done before to that which something is planned for ("will re-open its borders,
    *closed last week*")."""
    if draft.status != "planned" or draft.kind not in DONE_LATER:
        return False
    node = day
    while node.head.i != node.i and node.i != draft.token.i:
        if node.dep_ in ("acl", "advcl", "conj") and node.i > draft.token.i and _done(node):
            return is_under(node, draft.token)
        node = node.head
    return False


def is_of_part(day: Token, draft: Draft, including: Phrases) -> bool:
    """Whether it is the day of a part of those counted ("59 people were killed, *including 49 on January 22*")."""
    if draft.kind not in BARE_ACTS or not draft.token.i < day.i:
        return False
    for at in range(day.i - 1, draft.token.i, -1):
        word = day.doc[at]
        if word.is_punct or (word.pos_ == "VERB" and word.lower_ not in including.firsts):
            return False
        if word.lower_ in including.firsts:
            part = word.nbor(1)
            return part.pos_ == "NUM" and not draft.token.i > part.i
    return False


def is_of_what_comes(day: Token, draft: Draft, planned: Callable[[Token], bool]) -> bool:
    """Whether it stands behind what the same people are still to do ("was freed and *is due to appear in court on
    Wednesday*")."""
    if draft.status != "asserted" or draft.nominal:
        return False
    path, node = [], day.head
    while node.head.i != node.i and node.i > draft.token.i:
        path.append(node)
        if node.dep_ == "conj" and node.head.i == draft.token.i:
            return any(is_clause(t) and planned(t) for t in path)
        node = node.head
    return False


def is_of_aside(day: Token, draft: Draft) -> bool:
    """Whether it stands in a participle between commas and the act behind that ("The bomb, *planted on Monday*, killed
    three")."""
    if draft.kind not in BARE_ACTS or not day.i < draft.token.i:
        return False
    node = day
    while node.head.i != node.i and node.i < draft.token.i:
        if node.dep_ == "acl" and _done(node):
            last = node.right_edge
            closed = last.text == "," or (last.i + 1 < len(day.doc) and last.nbor(1).text == ",")
            return behind_comma(node) and closed and not is_under(draft.token, node)
        node = node.head
    return False


def is_of_marked_out(word: Token, draft: Draft) -> bool:
    """Whether it is when or where somebody did a thing who is only marked out by an act ("The envoys *involved in the
    talks* flew home on Sunday"). What goes on may be what they did it in ("troops involved in the operation")."""
    if not draft.nominal or draft.kind not in ("event", "meeting") or draft.values.get("act") in GOING_ON:
        return False
    clause = draft.token.head
    doer = clause.head
    marking = clause.dep_ in ("acl", "amod") and clause.i > doer.i and (clause.pos_ == "ADJ" or _done(clause))
    if not marking or draft.token.dep_ != "obl" or doer.dep_ not in SUBJECTS:
        return False
    return draft.token.i < word.i and not is_under(word, doer)


def _done(participle: Token) -> bool:
    """Whether a participle alone tells what was done to something ("the bridge *destroyed* last week")."""
    past = has(participle, "VerbForm", "Part") and has(participle, "Tense", "Past")
    return past and not any(c.dep_.split(":")[0] in ("aux", "cop", "cc", "mark") for c in participle.children)
