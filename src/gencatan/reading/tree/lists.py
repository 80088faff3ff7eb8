"""Names listed in a row, of which a parser takes the second for what the first is ("in Gome, *Sinak* and Beoga")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.reading.tree.relations import SUBJECTS, preposition, set_off

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def join_names(doc: Doc) -> None:
    """Join the places of a list to its first, in place; the last ones first, since each knows itself by what follows.

    Whatever the recogniser takes for a person there ("Kota Gaza, *Khan Younis*, dan …") is none.
    """
    for token in reversed(doc):
        named = token.dep_ == "appos" and token.pos_ == token.head.pos_ == "PROPN" and token.head.i < token.i
        if named and _is_place(token.head):
            _join(token)


def _is_place(name: Token) -> bool:
    """Whether the recogniser takes a name, or a word of it, for a place's."""
    words = (name, *(c for c in name.children if c.dep_ in ("flat", "compound")))
    return any(t.ent_type_ == "LOC" for t in words) and name.ent_type_ != "PER"


def _join(name: Token) -> None:
    """Join a name between commas to the one before it, where one more name of the list follows."""
    first, doc, at = name.head, name.doc, name.right_edge.i + 1
    if not set_off(name):
        return
    at += at < len(doc) and doc[at].text == ","
    joint = doc[at] if at < len(doc) and doc[at].pos_ == "CCONJ" else None
    at += joint is not None
    if at >= len(doc):
        return
    last = doc[at]
    while last.dep_ in ("flat", "compound") and last.head.pos_ == "PROPN":
        last = last.head
    if last.pos_ != "PROPN" or preposition(last):
        return
    if last.dep_ == "conj" and last.head.i == first.i:
        name.dep_ = "conj"
    elif joint is not None and (_hung_high(last, first) or _has_its_subject(last, first)):
        name.dep_ = last.dep_ = "conj"
        last.head, joint.head = first, last


def _hung_high(last: Token, first: Token) -> bool:
    """Whether the last was joined to what stands in the places ("[pos] di Gome, Sinak, dan *Beoga*")."""
    return last.dep_ == "conj" and last.head.i < first.i and last.head.is_ancestor(first)


def _has_its_subject(last: Token, first: Token) -> bool:
    """Whether the last was taken for the subject of a verb that has one before the list."""
    subjects = [c for c in last.head.children if c.dep_ in SUBJECTS and c.i < first.i]
    return last.dep_ in SUBJECTS and last.head.i > last.i and bool(subjects) and bool(preposition(first))
