"""What a march is for, told by a bare verb right behind its noun ("unjuk rasa *menolak* kenaikan harga")."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gencatan.parse.repair.clauses import LOOSE, SUBJECTS
from gencatan.parse.repair.verbs import BOUND, move, take_over

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def protests(doc: Doc, nouns: frozenset[int], saying: frozenset[int], goes: Callable[[Token], bool]) -> None:
    """Hang on the noun of a march the verb that tells what for, which the parser hung on the verb of the clause, or
    took for it where the noun is the subject and its own verb, for which `goes` holds, comes later.

    "Polisi membubarkan [unjuk rasa menolak kenaikan harga]", "[unjuk rasa menuntut pembebasan sandera] digelar".
    """
    for verb in (doc[i] for i in sorted(saying) if i):
        noun = doc[verb.i - 1]
        while noun.i not in nouns and noun.head.i < noun.i and noun.head.right_edge.i < verb.i:
            noun = noun.head
        if noun.i not in nouns or any(c.dep_ in BOUND for c in verb.children if noun.i < c.i < verb.i):
            continue
        if verb.dep_ in LOOSE and verb.head.i < noun.i and not any(c.dep_ in SUBJECTS for c in verb.children):
            above = verb.head
            move([c for c in verb.children if c.dep_ == "conj" and any(k.dep_ == "cc" for k in c.children)], above)
            verb.head, verb.dep_ = noun, "acl"
        elif noun.head.i == verb.i and noun.dep_ in SUBJECTS:
            later = (c for c in verb.children if c.i > verb.i and c.dep_ in LOOSE and c.pos_ == "VERB" and goes(c))
            main = next((c for c in later if not any(k.dep_ in (*BOUND, *SUBJECTS) for k in c.children)), None)
            if main is not None and not doc[main.left_edge.i - 1].is_punct:
                beyond = [c for c in verb.children if c.i > main.i or c.i < noun.left_edge.i]
                take_over(main, verb)
                noun.head, verb.head, verb.dep_ = main, noun, "acl"
                move(beyond, main)
