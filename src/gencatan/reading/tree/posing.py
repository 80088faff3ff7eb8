"""As whom somebody was dressed, whom the parser has do it ("Gunmen disguised *as soldiers* killed seven people")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.reading.tree.relations import SUBJECTS, starts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from gencatan.language.pack import Phrases


def undisguise(tokens: Sequence[Token], posing: Phrases) -> None:
    """Give a clause behind a verb of posing and its mark the subject of that verb, whose clause the parser made it."""
    for mark in tokens:
        if mark.dep_ == "mark" and mark.i and starts(mark.nbor(-1), posing):
            _undisguise(mark, mark.nbor(-1), mark.head)


def _undisguise(mark: Token, pose: Token, verb: Token) -> None:
    part = next((c for c in verb.children if c.dep_ in SUBJECTS and mark.i < c.i < verb.i), None)
    before = [c for c in pose.children if c.i < pose.i and c.dep_ in (*SUBJECTS, "compound") and c.pos_ != "PRON"]
    if part is None or not before or verb.head.i != pose.i or verb.dep_ != "advcl" or part.left_edge.i != mark.i + 1:
        return
    who, above, relation = before[-1], pose.head, pose.dep_
    if above.i == pose.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = above, relation
    for child in list(pose.children):
        if child.i not in (who.i, verb.i):
            child.head = verb
    who.head, who.dep_ = verb, part.dep_
    pose.head, pose.dep_ = who, "acl"
    part.head, part.dep_ = pose, "obl"
    mark.head, mark.dep_ = part, "case"
