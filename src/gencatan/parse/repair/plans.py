"""What somebody plans, told by a bare verb behind the plan and whose it is ("rencana Israel *menduduki* kota")."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from gencatan.parse.repair.clauses import LOOSE, SUBJECTS
from gencatan.parse.repair.verbs import BOUND

if TYPE_CHECKING:
    from spacy.tokens import Token


def plans(tokens: Sequence[Token], plan: Callable[[Token], bool], active: Callable[[Token], bool]) -> None:
    """Hang on the noun of a plan the verb behind it, which the parser hung on the verb before the noun, or took for the
    verb of a clause whose subject is the plan.

    `plan` tells such nouns, `active` the forms of verbs that somebody does.
    """
    for noun in tokens:
        if noun.pos_ != "NOUN" or not plan(noun) or noun.head.i == noun.i:
            continue
        if noun.dep_ in SUBJECTS and noun.head.i > noun.i:
            verb, above = noun.head, noun.head.head
            if verb.dep_ != "ccomp" or above.i > noun.i or above.pos_ != "VERB" or not _bare(verb, noun, active):
                continue
            noun.head, noun.dep_ = above, "obj"
        elif noun.dep_ == "obj" and noun.head.i < noun.i and noun.right_edge.i + 1 < len(tokens):
            verb = tokens[noun.right_edge.i + 1]
            loose = verb.dep_ in LOOSE and verb.head.i == noun.head.i
            if not loose or any(c.dep_ in SUBJECTS for c in verb.children) or not _bare(verb, noun, active):
                continue
        else:
            continue
        verb.head, verb.dep_ = noun, "acl"


def _bare(verb: Token, noun: Token, active: Callable[[Token], bool]) -> bool:
    """Whether an active verb stands behind a noun with nothing between but whose the noun's thing is."""
    if verb.pos_ != "VERB" or not active(verb):
        return False
    opened = any(c.dep_ in BOUND and noun.i < c.i < verb.i for c in verb.children)
    return not opened and all(t.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PRON") for t in verb.doc[noun.i + 1 : verb.i])
