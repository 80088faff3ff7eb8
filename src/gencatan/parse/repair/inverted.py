"""Passive verbs with what they are done to behind them, in languages that may bring it in so.

"Di Poso *ditangkap* empat orang": what stands right behind a passive verb is mostly who did it, and small parsers read
it so here too. But somewhere or somehow stands right before the verb, no subject does, and the noun behind is counted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.repair.verbs import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

MAIN: Final = frozenset({"ROOT", "ccomp", "parataxis", "advcl"})
BEHIND: Final = frozenset({"obj", "obl", "obl:agent", "nmod", "xcomp", "compound"})
SMALL: Final = frozenset({"ADV", "ADJ", "VERB", "AUX"})


def inverted(verb: Token, last: Token) -> None:
    """Make a counted noun behind a passive verb its subject, where the clause has none and opens with where or when.

    `last` is the last word of the verb ("ditembak *mati*").
    """
    if any(c.dep_ in SUBJECTS for c in verb.children) or not (_opened(verb) or _goes_on(verb) or _by_another(verb)):
        return
    for noun in (c for word in verb.doc[verb.i : last.i + 1] for c in word.children):
        if noun.i > last.i and noun.dep_ in BEHIND and _brought_in(noun, last):
            noun.head, noun.dep_ = verb, "nsubj:pass"
            return


def _opened(verb: Token) -> bool:
    """Whether a main clause opens with where, when or in what, right before its verb."""
    if verb.dep_ not in MAIN:
        return False
    before = [c for c in verb.children if c.i < verb.i and c.dep_.split(":")[0] in ("obl", "advmod", "nmod")]
    placed = any(any(c.dep_ == "case" for c in one.children) for one in before)
    return placed and before[-1].right_edge.i == verb.i - 1


def _by_another(verb: Token) -> bool:
    """Whether a main clause names who did it behind a preposition ("dibakar 12 rumah *oleh massa*")."""
    agents = (c for c in verb.children if c.dep_ == "obl:agent" and c.i > verb.i)
    return verb.dep_ in MAIN and any(c.dep_ == "case" for agent in agents for c in agent.children)


def _goes_on(verb: Token) -> bool:
    """Whether it goes on from such a clause ("… dibakar tiga gereja *dan dirusak* enam toko")."""
    above = verb.head
    inside = verb.dep_ == "conj" and verb.i > 0 and verb.nbor(-1).pos_ == "CCONJ"
    return inside and any(c.dep_ == "nsubj:pass" and above.i < c.i < verb.i for c in above.children) and _opened(above)


def _brought_in(noun: Token, last: Token) -> bool:
    """Whether a noun without a preposition is counted and stands right behind the verb, small words aside."""
    first = noun.left_edge
    if noun.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "case" for c in noun.children):
        return False
    counted = first.i < noun.i and (first.pos_ == "NUM" or first.dep_ in ("det", "nummod"))
    return counted and all(t.pos_ in SMALL for t in noun.doc[last.i + 1 : first.i])
