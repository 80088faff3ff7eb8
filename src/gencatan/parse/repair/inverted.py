"""Passive verbs with what they are done to behind them, in languages that may bring it in so.

"Di Poso *ditangkap* empat orang": what stands right behind a passive verb is mostly who did it, and small parsers read
it so here too. But where or when stands right before the verb of a main clause, no subject does, and the noun behind is
counted. A clause under another mostly leaves out its subject, who is told of there ("*guru itu* tewas setelah di
rumahnya ditembak seorang pria"), as does one in front of another ("di hutan dikepung tentara, *mereka* menyerah").
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Final

from gencatan.parse.repair.verbs import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

MAIN: Final = frozenset({"ROOT", "ccomp", "parataxis", "advcl"})
BEHIND: Final = frozenset({"obj", "obl", "obl:agent", "nmod", "xcomp", "compound"})
SMALL: Final = frozenset({"ADV", "ADJ", "VERB", "AUX"})
TOP: Final = frozenset({"ROOT", "parataxis"})
NOUNS: Final = frozenset({"NOUN", "PROPN", "PRON"})
BESIDE: Final = frozenset({"conj", "parataxis", "xcomp", "ccomp", "advcl", "ROOT"})


def inverted(verb: Token, last: Token, openers: Collection[str], strikes: Callable[[Token], bool]) -> None:
    """Make a counted noun behind a passive verb its subject, where the clause has none and opens with where or when.

    `last` is the last word of the verb ("ditembak *mati*"), `openers` are the prepositions of where and when; what
    `strikes` did it itself ("dihantam tiga *rudal*").
    """
    if any(c.dep_ in SUBJECTS for c in verb.children):
        return
    if not (_opened(verb, openers) or _goes_on(verb, openers) or _by_another(verb)):
        return
    for noun in (c for word in verb.doc[verb.i : last.i + 1] for c in word.children):
        if noun.i > last.i and noun.dep_ in BEHIND and _brought_in(noun, last) and not strikes(noun):
            noun.head, noun.dep_ = verb, "nsubj:pass"
            return


def _opened(verb: Token, openers: Collection[str]) -> bool:
    """Whether a main clause with none behind it opens with where, when or in what, right before its verb."""
    quoted = verb.dep_ == "ccomp" and verb.i < verb.head.i  # "…, kata polisi"
    if not (verb.dep_ in TOP or quoted) or _fronted(verb):
        return False
    before = [c for c in verb.children if c.i < verb.i and c.dep_.split(":")[0] in ("obl", "advmod", "nmod")]
    cases = [next((c.lower_ for c in one.children if c.dep_ == "case"), "") for one in before]
    placed = any(cases) and all(case in openers for case in cases if case)  # not "menurut istrinya, pada 1998 …"
    return placed and before[-1].right_edge.i == verb.i - 1


def _fronted(verb: Token) -> bool:
    """Whether a comma and a noun with a predicate of its own follow: the main clause, whose subject this one shares."""
    doc = verb.doc
    comma = next((t for t in doc[verb.i : len(doc) - 1] if t.text == ","), None)
    if comma is None or comma.nbor(1).pos_ not in NOUNS:
        return False
    return any(t.pos_ in ("VERB", "ADJ") and t.dep_ in BESIDE for t in doc[comma.i + 2 : verb.sent.end])


def _by_another(verb: Token) -> bool:
    """Whether a main clause names who did it behind a preposition ("dibakar 12 rumah *oleh massa*")."""
    agents = (c for c in verb.children if c.dep_ == "obl:agent" and c.i > verb.i)
    return verb.dep_ in MAIN and any(c.dep_ == "case" for agent in agents for c in agent.children)


def _goes_on(verb: Token, openers: Collection[str]) -> bool:
    """Whether it goes on from such a clause ("… dibakar tiga gereja *dan dirusak* enam toko")."""
    above = verb.head
    inside = verb.dep_ == "conj" and verb.i > 0 and verb.nbor(-1).pos_ == "CCONJ"
    return (
        inside
        and any(c.dep_ == "nsubj:pass" and above.i < c.i < verb.i for c in above.children)
        and _opened(above, openers)
    )


def _brought_in(noun: Token, last: Token) -> bool:
    """Whether a noun without a preposition is counted and stands right behind the verb, small words aside."""
    first = noun.left_edge
    if noun.pos_ not in ("NOUN", "PROPN") or any(c.dep_ == "case" for c in noun.children):
        return False
    counted = first.i < noun.i and (first.pos_ == "NUM" or first.dep_ in ("det", "nummod"))
    return counted and all(t.pos_ in SMALL for t in noun.doc[last.i + 1 : first.i])
