"""What belongs to which noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


def described(doc: Sequence[Token]) -> None:
    """A participle between a number and a noun describes the noun ("handed back two wounded Cambodian soldiers").

    The parser makes it a verb of its own, whose object the noun is.
    """
    for participle in doc:
        number = doc[participle.i - 1] if participle.i else participle
        if participle.pos_ != "VERB" or number.pos_ != "NUM" or participle.dep_ not in ("conj", "xcomp", "ccomp"):
            continue
        verb, noun = participle.head, next((c for c in participle.children if c.dep_ == "obj"), None)
        if noun is None or verb.pos_ != "VERB" or number.head.i not in (verb.i, participle.i):
            continue
        own = [c for c in participle.children if c.i not in (number.i, noun.i)]
        between = [*doc[verb.i + 1 : number.i], *doc[participle.i + 1 : noun.i]]
        if verb.i > number.i or any(c.i < noun.i or c.dep_ == "conj" for c in own):
            continue
        if any(
            t.pos_ not in ("ADV", "ADP", "ADJ", "NOUN", "PROPN") or t.head.i not in (verb.i, noun.i) for t in between
        ):
            continue
        noun.head, noun.dep_ = verb, "obj"
        number.head, number.dep_ = noun, "nummod"
        participle.head, participle.dep_ = noun, "amod"
        for child in own:
            child.head = verb


def whole_names(doc: Sequence[Token]) -> None:
    """A name that the recogniser of names saw as one goes on with its second word, where the parser hangs each word
    on the noun behind ("in San Vicente department")."""
    for first in doc:
        if first.ent_iob_ != "B" or first.dep_ != "compound" or first.head.i <= first.i:
            continue
        rest = [t for t in doc[first.i + 1 : first.head.i] if t.head.i == first.head.i and t.dep_ == "compound"]
        for at, later in enumerate(rest, first.i + 1):
            if later.i != at or later.ent_iob_ != "I" or later.pos_ != first.pos_:
                break
            later.head, later.dep_ = first, "flat"


def strayed_names(doc: Sequence[Token]) -> None:
    """A name right behind a title is the title's, not part of a name before it ("President A and rebel leader *B*")."""
    for name in doc:
        title = doc[name.i - 1] if name.i else name
        if name.dep_ not in ("flat", "appos") or name.pos_ != "PROPN" or title.pos_ != "NOUN" or title.dep_ != "conj":
            continue
        if name.head.i != title.head.i or name.head.i > title.i:
            continue
        far = name.head.i
        name.head, name.dep_ = title, "flat"
        for later in doc[name.i + 1 :]:
            if later.dep_ != "flat" or later.pos_ != "PROPN" or later.head.i not in (far, name.i):
                break
            later.head = title


def prepositions(doc: Sequence[Token]) -> None:
    """A preposition belongs to the whole noun phrase, not to a modifier in it ("after street battles", "*with* envoy
    Kim")."""
    for word in doc:
        if word.dep_ not in ("case", "mark"):
            continue
        modifier = word.head
        inside = modifier.dep_ == "compound" and modifier.pos_ in ("NOUN", "PROPN")
        if inside and word.i < modifier.i < modifier.head.i:
            word.head = modifier.head
        name = modifier.head
        titled = modifier.dep_ == "nmod" and modifier.pos_ == "NOUN" and name.pos_ == "PROPN" and name.dep_ == "appos"
        if titled and word.dep_ == "case" and name.head.i < word.i < modifier.i == name.i - 1:
            word.head, name.dep_ = name, "nmod"
