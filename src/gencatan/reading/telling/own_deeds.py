"""Who is told to have done what somebody's word says, where others deny it: "the rebels' claim that they …"; and
whom it was done to, who is another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases
    from gencatan.reading.tree.sentence import Sentence

WITHIN: Final = frozenset({"nmod", "obj", "obl", "conj"})
"""Relations from what somebody is to give up to the verb of giving it up."""


def told_to_have_done(pronoun: Token, boasts: Phrases, charges: Phrases) -> Token | None:
    """Whom the subject of the clause behind a noun of saying means, wherever the parser hung the clause.

    Of whose claim it is and who denies it, the one that the pronoun agrees with in number ("the army denied *the
    rebels'* claim that they …", "*the rebels* denied the army's claim that they …"), and neither of them where it
    agrees with both or none; whoever denies it, if it is a charge ("*the rebels* denied the army's charge …").
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
    agreeing = [t for t in (owner, facing) if t is not None and _is_several(t) == _is_several(pronoun)]
    return agreeing[0] if len(agreeing) == 1 else None


def asked_of(pronoun: Token, sentence: Sentence) -> Token | None:
    """Whom the subject of a clause about what somebody is asked to give up or free means: those who are asked ("urged
    *Iraq* to leave the villages that *it* has held since August")."""
    told = pronoun.head
    if pronoun.dep_ not in SUBJECTS or told.dep_ not in RELATIVE:
        return None
    wanted = told.head
    while wanted.dep_.split(":")[0] in WITHIN and wanted.head.i < wanted.i:
        wanted = wanted.head
    asking = wanted.head
    beside = [c for c in asking.children if c.dep_.split(":")[0] in WITHIN and asking.i < c.i < wanted.i]
    if not any(_asks(t, sentence) for t in (asking, *beside)):
        return None
    if wanted.dep_ != "ccomp" and not has(wanted, "VerbForm", "Inf"):
        return None
    own = [c for c in wanted.children if c.dep_ in SUBJECTS and c.pos_ in ("NOUN", "PROPN")]
    if own or wanted.dep_ == "ccomp":
        return own[0] if own else None  # "demanded that *the rebels* free …"
    before = wanted.left_edge.i - 1
    asked = [
        t for one in beside for t in (one, *one.children) if t.right_edge.i == before
    ]  # "its call for *Israel* to"
    return asked[-1] if asked and asked[-1].pos_ in ("NOUN", "PROPN") else None


def _asks(word: Token, sentence: Sentence) -> bool:
    """Whether a word is an act of demanding or asking for something."""
    triggers = sentence.triggers_at(word)
    return any(t.kind == "statement" and t.values.get("act") in ("demand", "appeal") for t in triggers)


def undergoing(doer: Token) -> frozenset[str]:
    """The words of what a verb is done to, where that stands before who does it: its owner is another than he
    ("gudang *PBB* mereka jarah")."""
    if doer.dep_ not in SUBJECTS:
        return frozenset()
    done_to = [c for c in doer.head.children if c.dep_ == "obj" and c.i < doer.i < doer.head.i]
    return frozenset(t.lower_ for one in done_to for t in one.subtree if t.pos_ in ("NOUN", "PROPN"))


def _is_several(token: Token) -> bool:
    return has(token, "Number", "Plur")
