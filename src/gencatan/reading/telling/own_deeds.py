"""Who is told to have done what somebody's word says, where others deny it: "the rebels' claim that they …"; and
whom it was done to, who is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases


def told_to_have_done(pronoun: Token, boasts: Phrases, charges: Phrases) -> Token | None:
    """Whom the subject of the clause behind a noun of saying means, wherever the parser hung the clause.

    Whose claim it is, if their number tells them from those who deny it ("the army denied *the rebels'* claim that
    they …"); whoever denies it, if it is a charge ("*the rebels* denied the army's charge that they …").
    """
    if pronoun.dep_ not in SUBJECTS or pronoun.i < 2 or pronoun.nbor(-1).pos_ != "SCONJ":
        return None
    noun = pronoun.nbor(-2)
    if noun.lower_ not in boasts and noun.lower_ not in charges:
        return None
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss"), None)
    if owner is None or noun.dep_ not in ("obj", "obl", "ccomp"):
        return None
    facing = next((c for c in noun.head.children if c.dep_ in SUBJECTS), None)
    if noun.lower_ in charges:
        return facing
    alike = facing is not None and has(facing, "Number", "Plur") == has(owner, "Number", "Plur")
    return None if alike else owner


def undergoing(doer: Token) -> frozenset[str]:
    """The words of what a verb is done to, where that stands before who does it: its owner is another than he
    ("gudang *PBB* mereka jarah")."""
    if doer.dep_ not in SUBJECTS:
        return frozenset()
    done_to = [c for c in doer.head.children if c.dep_ == "obj" and c.i < doer.i < doer.head.i]
    return frozenset(t.lower_ for one in done_to for t in one.subtree if t.pos_ in ("NOUN", "PROPN"))
