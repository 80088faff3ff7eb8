"""A sentence has a verb: what was taken for part of a name or for a modifier, and is the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

BOUND: Final = frozenset({"mark", "nsubj", "nsubj:pass", "csubj", "case", "cc", "expl"})
ROOTED: Final = frozenset({"cop", "nsubj", "nsubj:pass", "csubj", "expl"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "expl"})


def take_over(verb: Token, head: Token) -> None:
    """Put the verb where `head` stood."""
    if head.head.i == head.i:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        verb.head, verb.dep_ = head.head, head.dep_


def move(tokens: list[Token], head: Token) -> None:
    """Hang the words on `head`, as they hung before."""
    for token in tokens:
        token.head = head


def auxiliaries(doc: Sequence[Token]) -> None:
    """What stands between "has" and a participle before a noun is the verb ("has provided fortified biscuits")."""
    for verb in doc:
        if verb.dep_ != "advmod" or verb.pos_ != "VERB":
            continue
        second = verb.head
        if second.i != verb.i + 1 or second.pos_ != "VERB":
            continue
        if verb.i == 0:
            continue
        auxiliary = doc[verb.i - 1]
        noun = next((c for c in second.children if c.dep_ == "obj" and c.i > second.i), None)
        if auxiliary.pos_ != "AUX" or auxiliary.head.i != second.i or noun is None or noun.left_edge.i < second.i:
            continue
        take_over(verb, second)
        move([c for c in second.children if c.i != noun.i and c.i != verb.i], verb)
        noun.head, noun.dep_ = verb, "obj"
        second.head, second.dep_ = noun, "amod"


def _introduced(noun: Token) -> bool:
    return any(c.dep_ == "case" for c in noun.children)


def verbless(doc: Sequence[Token]) -> None:
    """A noun with a full clause behind it and no verb above it is that clause's subject ("The sides agreed to …")."""
    root = next((t for t in doc if t.head.i == t.i), None)
    if root is None or root.pos_ not in ("NOUN", "PROPN") or any(c.dep_ in ROOTED for c in root.children):
        return
    nouns = [root, *(c for c in root.children if c.dep_ == "conj")]
    inner = root
    while behind := [c for c in inner.children if c.dep_ == "nmod" and c.i > inner.i]:
        inner = behind[-1]  # "Leaders of both factions agreed on a truce."
        nouns.append(inner)
    for noun in nouns:
        for verb in noun.children:
            bare = verb.dep_ == "acl" and verb.pos_ == "VERB" and verb.i > noun.i
            if not bare or any(c.dep_ in BOUND and c.i < verb.i for c in verb.children):
                continue
            # "the sides agreed to …": something follows that a participle after a noun would not have
            _bare_object(verb)
            followed = noun.dep_ != "nmod" and any(
                c.dep_ in ("obj", "xcomp", "ccomp", "advcl") and c.i > verb.i for c in verb.children
            )
            if followed or _closed(doc, root, verb):
                verb.head, verb.dep_ = verb, "ROOT"
                root.head, root.dep_ = verb, "nsubj"
                move([c for c in root.children if c.dep_ == "punct" and c.i > verb.i], verb)
                return


def _closed(doc: Sequence[Token], root: Token, verb: Token) -> bool:
    """Whether a full stop ends the sentence and no other word could be its verb ("The latest round opened.")."""
    if doc[-1].text != "." or any(c.dep_ in ("case", "nummod") for c in root.children):
        return False  # "Three villages burned.", as in lists of news
    others = (t for t in doc if t.pos_ in ("VERB", "AUX") and t.i != verb.i and t.head.i != verb.i)
    return all(verb.is_ancestor(t) or t.dep_ == "amod" for t in others)


def _bare_object(verb: Token) -> None:
    """A noun with an article and no preposition after a verb that has no object is its object ("stabbed a priest")."""
    if any(c.dep_ == "obj" for c in verb.children):
        return
    for noun in verb.children:
        bare = noun.dep_ == "obl" and noun.left_edge.i == verb.i + 1 and not _introduced(noun)
        if bare and noun.pos_ == "NOUN" and any(c.dep_ == "det" for c in noun.children):
            noun.dep_ = "obj"
            return
