"""Which date or place belongs to which predicate: the cheapest way through the tree.

Neither grammar nor word order alone tells it when the parser errs, so each arc on the way has a price, dear where a
clause ends (a date in a relative clause is not the main verb's), and the nearest below a bound wins.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final

from gencatan.model.vocabulary import STRIKES
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    clause_of,
    date_tokens,
    has_subject,
    is_clause,
    lowered,
    preposition_words,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases
    from gencatan.reading.tree.mentions import Mentions

UP: Final = {
    "ccomp": 3.0,
    "parataxis": 5.0,
    "advcl": 1.6,
    "acl": 0.9,
    "acl:relcl": 1.8,
    "conj": 1.1,
    "xcomp": 0.5,
    "csubj": 1.5,
    "appos": 0.8,
}
DOWN: Final = {
    "ccomp": 4.0,
    "parataxis": 5.0,
    "advcl": 3.0,
    "acl": 1.8,
    "acl:relcl": 3.5,
    "conj": 1.6,
    "xcomp": 0.8,
    "csubj": 3.0,
    "appos": 1.0,
    "obl": 0.1,
    "nsubj": 0.6,
    "obj": 0.5,
}
OWN: Final = {"acl:relcl": 1.5, "acl": 0.9}
OTHER: Final = 0.4
ABOUT: Final = ("topic", "cause")
BOUND: Final = 3.4
MAX_CLIMB: Final = 60
INSIDE: Final = frozenset({"nmod", "obj", "nsubj", "obl"})
"""Relations by which the noun of an act stands in a clause."""
FOUGHT: Final = STRIKES | {"clash"}
HARMS: Final = frozenset({"killed", "injured", "missing"})
HELD: Final = frozenset({"detained", "abducted"})
TAKING: Final = frozenset({"arrest", "abduction"})
DEAL: Final = ("@agreement",)


def price(start: Token, goal: Token) -> float:
    """What the way from one token of a sentence to another costs; 0 for itself."""
    up: dict[int, float] = {}
    node, cost = start, 0.0
    for _ in range(MAX_CLIMB):
        up[node.i] = cost
        if node.head.i == node.i:
            break
        cost += UP.get(node.dep_, UP.get(node.dep_.split(":")[0], OTHER))
        if node.dep_ == "conj" and _tells_anew(node):
            cost += BOUND
        node = node.head
    node, down = goal, 0.0
    for _ in range(MAX_CLIMB):
        if node.i in up:
            return up[node.i] + down
        if node.head.i == node.i:
            break
        if node.head.i == start.i and node.dep_ in OWN:
            # "the fighting, which lasted until Wednesday": a clause about the very noun
            return down + OWN[node.dep_]
        down += DOWN.get(node.dep_, DOWN.get(node.dep_.split(":")[0], OTHER))
        node = node.head
    return 99.0


def _tells_anew(clause: Token) -> bool:
    """Whether a second relative clause opens with a pronoun of its own: its days and places are its own too ("which was
    founded in 1991 *and which* killed nine monks")."""
    return any(c.dep_ in SUBJECTS and has(c, "PronType", "Rel") for c in clause.children)


def nearest(start: Token, goals: Iterable[Token], bound: float = BOUND) -> Token | None:
    """The cheapest goal below the bound; of equals the one nearer in the text; None if there is none."""
    best: tuple[float, int, int] | None = None
    chosen = None
    for goal in goals:
        cost = price(start, goal)
        rank = (round(cost, 3), abs(goal.i - start.i), goal.i)
        if cost <= bound and (best is None or rank < best):
            best, chosen = rank, goal
    return chosen


def is_under(token: Token, top: Token) -> bool:
    """Whether the token is `top` or hangs somewhere below it."""
    for _ in range(MAX_CLIMB):
        if token.i == top.i:
            return True
        if token.head.i == token.i:
            return False
        token = token.head
    return False


def is_tellers(token: Token, draft: Draft, *, fronted: bool = True) -> bool:
    """Whether a date or place belongs to who tells, or to the telling ("officials in Baku said", "said on Sunday").

    Behind a verb of saying it does if it stands before what is told, else if it stands behind the verb or the teller;
    a word that the parser hangs on the verb across what is told stays with that. `fronted`: also where it stands
    before both ("On Sunday officials said").
    """
    for source in draft.sources:
        if source.sentence is not draft.sentence:
            continue
        teller, verb = source.token, source.token.head
        if is_under(token, teller) and not is_under(draft.token, teller):
            return True
        if teller.dep_.split(":")[0] != "nsubj" or token.head.i != verb.i or draft.token.i == verb.i:
            continue
        behind = token.i > min(verb.i, teller.i)
        if (token.i < draft.token.i and (behind or fronted)) if verb.i < draft.token.i else behind:
            return True
    return False


def is_of_clause_behind(draft: Draft, at: int) -> bool:
    """Whether a date or place is of another clause, behind a semicolon ("holds 18 men; two were freed *on Monday*")."""
    doc = draft.token.doc
    stops = [i for i, word in enumerate(lowered(doc)) if word == ";"]
    stop = next((i for i in reversed(stops) if draft.token.i < i < at), None)
    end = next((i for i in stops if i > at), len(doc))
    return stop is not None and any(is_clause(t) and has_subject(t) for t in doc[stop + 1 : end])


def is_of_clause_around(goal: Token, draft: Draft, acts: Collection[int]) -> bool:
    """Whether a date or place is of the clause around the relative one that tells a harm or act, and that clause tells
    something else ("the bodies of two soldiers who fell *arrived* in Manila on Tuesday", "the truce that ended a month
    of fighting *was tested* on Monday").

    `acts` are the words of the sentence that tell of force and harm: their date may be that of the harm.
    """
    told = draft.token
    for _ in range(MAX_CLIMB):
        joined = told.dep_ == "conj" and (draft.nominal or is_clause(told.head))
        if not joined and not (draft.nominal and told.dep_.split(":")[0] in INSIDE):
            break
        told = told.head
    taken = draft.values.get("harm") in HELD or draft.values.get("act") in TAKING or draft.kind == "deployment"
    hurt = draft.values.get("harm") in HARMS or draft.values.get("act") in FOUGHT
    if told.dep_ not in RELATIVE or not (hurt or taken):
        return False  # what moves goes on in the clause around
    noun = told.head
    verb = clause_of(noun)
    before = goal.i < noun.left_edge.i  # "on Friday honoured the men who fell in X"
    timed = not date_tokens(told.doc).isdisjoint(range(told.i, told.right_edge.i + 1))
    if not is_clause(verb) or (verb.i in acts and not taken and not timed) or not (before or told.i < verb.i < goal.i):
        return False
    return is_under(goal, verb) and not is_under(goal, noun)


def clause_before(word: Token, draft: Draft) -> Token | None:
    """The clause that describes a subject before the trigger and has that word, else None ("The engineer, *kidnapped
    near X on 3 January*, was found")."""
    told = draft.token
    if draft.nominal or not word.i < told.i:
        return None
    for noun in (c for c in told.children if c.dep_ in SUBJECTS and c.i < word.i):
        for clause in (c for t in (noun, *noun.children) for c in t.children if c.dep_ in RELATIVE):
            between = word.doc[clause.i + 1 : word.i]
            if noun.i < clause.i < word.i and not any(t.is_punct or t.pos_ == "CCONJ" for t in between):
                return clause
    return None


def own_phrase(draft: Draft, mentions: Mentions) -> Token | None:
    """The noun of an act that only describes another noun ("involvement in an attack"), else None.

    What stands outside of its words tells when and where that other was, and not the act; where the other counts it,
    is an act or a time itself ("a wave of attacks", "two weeks of fighting"), both are one.
    """
    token = draft.token
    if draft.kind == "mediation" and token.dep_ in ("acl", "amod") and mentions.fits(token.head, DEAL):
        return token  # "a truce brokered by Egypt began on Monday"
    if draft.kind not in ("event", "casualty") or not draft.nominal:
        return None
    while token.dep_ == "conj" and token.head.pos_ in ("NOUN", "PROPN"):
        token = token.head
    other = token.head
    if token.dep_.split(":")[0] in ("nmod", "obj") and mentions.pack.in_class(other.lower_, "memorial"):
        return token  # "marked the anniversary *of the invasion* on Tuesday"
    if token.dep_.split(":")[0] != "nmod" or other.pos_ not in ("NOUN", "PROPN") or other.i > token.i:
        return None
    same = mentions.counts(other) or mentions.is_event(other) or "time_noun" in mentions.classes(other)
    return None if same else token


def after_phrase(token: Token, after: Phrases) -> Token | None:
    """The head of the phrase or clause with "after" that a word stands in, else None: it was before what it hangs on.

    What is said in such a phrase is still in it ("after officials said that …").
    """
    for _ in range(MAX_CLIMB):
        if token.head.i == token.i:
            return None
        opening = preposition_words(token).split(" ")
        words = [opening, *([c.lower_] for c in token.children if c.dep_ in ("mark", "case") and c.i < token.i)]
        words.append(_before_its_date(token))
        if any(after.at(those, 0) for those in words if those[0]):
            return token
        token = token.head
    return None


def _before_its_date(noun: Token) -> list[str]:
    """The word before a noun that a date stands in front of, whatever that hangs on ("*after* the 5 May attacks")."""
    dates, at = date_tokens(noun.doc), noun.i - 1
    while at > 0 and (at in dates or (at + 1 in dates and noun.doc[at].pos_ in ("DET", "PUNCT"))):
        at -= 1
    return [noun.doc[at].lower_] if at >= 0 and noun.i - 1 in dates else [""]


def in_text(offset: int, draft: Draft) -> bool:
    """Whether words stand in what the act is about or done for ("discuss the mission in Iraq"), and not beside it."""
    told = [draft.texts[slot] for slot in ABOUT if slot in draft.texts]
    return any(span.start <= offset < span.end and draft.trigger_span[0] < span.start for span in told)


def is_told_with(goal: Token, noun: Token) -> bool:
    """Whether a date or place stands in the words of a noun, or behind it with no verb or comma between.

    The parser hangs the last phrase of a clause on its verb more often than not ("saw an attack on Friday").
    """
    if is_under(goal, noun):
        return True
    return goal.i > noun.i and not any(t.pos_ in ("VERB", "AUX") or t.is_punct for t in noun.doc[noun.i + 1 : goal.i])


def is_of_deal_told(word: Token, draft: Draft) -> bool:
    """Whether it stands in a participle that tells which deal is meant, behind an act that was done under it ("freed
    under the deal *signed in Oslo in 2018*")."""
    if draft.kind not in ("event", "casualty") or word.i < draft.token.i:
        return False
    node = word
    while node.head.i != node.i and node.head.i > draft.token.i and node.dep_ != "acl":
        node = node.head
    if node.dep_ != "acl" or node.i < draft.token.i or is_under(draft.token, node):
        return False
    start = draft.sentence.from_(node)
    steps = (t for h in draft.sentence.hits if h.start <= start < h.end for t in h.triggers)
    return any(t.kind == "agreement" and "stage" in t.values for t in steps)
