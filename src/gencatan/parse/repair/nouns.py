"""What belongs to which noun."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token


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


def prepositions(doc: Sequence[Token]) -> None:
    """A preposition belongs to the whole noun phrase, not to a modifier in it ("after street battles")."""
    for word in doc:
        if word.dep_ not in ("case", "mark"):
            continue
        modifier = word.head
        inside = modifier.dep_ == "compound" and modifier.pos_ in ("NOUN", "PROPN")
        if inside and word.i < modifier.i < modifier.head.i:
            word.head = modifier.head
