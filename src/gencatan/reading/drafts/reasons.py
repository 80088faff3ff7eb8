"""Whether words beside an act say why it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import is_clause, marks, preposition_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.tree.mentions import Mentions

GROUND: Final = frozenset({"place_noun", "building", "scene"})
LOST: Final = 2  # words of a clause that ends before what it does it to


def is_reason(found: Token, mentions: Mentions) -> bool:
    """Whether a noun or clause with a word of cause or purpose can be a reason, and no time, way or broken phrase."""
    if is_clause(found) and found.pos_ in ("VERB", "AUX"):
        mark = marks(found)
        if has(found, "Tense", "Past") and any(c.dep_ == "aux" and has(c, "VerbForm", "Inf") for c in found.children):
            return False  # "the only party to have signed the accord": which one it is
        if mark in mentions.pack.words("place_prepositions") and has(found, "VerbForm", "Ger"):
            return False  # "diverted to neighbouring India"
        if any(c.dep_ == "aux:pass" for c in found.children) and not any(
            c.dep_ in ("obj", "obl") for c in found.children
        ):
            return False  # "closed the border for inquiries to be carried out"
        inner = [t for t in found.subtree if not t.is_punct]
        after = found.doc[found.right_edge.i + 1] if found.right_edge.i + 1 < len(found.doc) else None
        broken = len(inner) <= LOST and after is not None and not after.is_punct and after.pos_ != "CCONJ"
        return not broken
    if has(found, "PronType", "Rel"):
        return False  # "a village over *which* they fought"
    if mentions.pronoun(found) and not mentions.wording.told_of_itself(found):
        return False  # "she faced several protests": who "she" is does not say why
    if _tells_where(found, mentions):
        return False  # "arrested on the border", while "fought over the border" is why
    measured = [found, *(c for c in found.children if c.dep_ == "nmod")]
    return not any("time_noun" in mentions.classes(t) and _counted(t) for t in measured)


def _tells_where(noun: Token, mentions: Mentions) -> bool:
    """Whether it is a place behind a preposition of place that no reason has."""
    words, pack = preposition_words(noun), mentions.pack
    where = words in pack.words("position_prepositions") or words in pack.words("upon_prepositions")
    return where and words not in pack.words("cause_markers") and not GROUND.isdisjoint(mentions.classes(noun))


def _counted(noun: Token) -> bool:
    return any(c.dep_ in ("nummod", "det") for c in noun.children)
