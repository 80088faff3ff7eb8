"""What is one word, and which part of speech it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

MODIFYING: Final = frozenset({"amod", "compound", "nmod", "advmod"})
CLAUSAL: Final = frozenset({"ROOT", "ccomp", "advcl", "acl:relcl", "parataxis", "conj"})
NOMINAL: Final = frozenset({"cop", "case", "det", "nummod", "nmod:poss"})


def join(doc: Doc) -> None:
    """One token for a hyphenated word that the treebank splits in three ("cease-fire"), unless it modifies a noun."""
    spans, at = [], 0
    while at < len(doc):
        end = at
        while end + 2 < len(doc) and doc[end + 1].text == "-" and _glued(doc[end], doc[end + 1], doc[end + 2]):
            end += 2
        if end > at and doc[at : end + 1].root.dep_ not in MODIFYING:
            spans.append(doc[at : end + 1])
        at = end + 1
    if not spans:
        return
    with doc.retokenize() as tokens:
        for span in spans:
            tokens.merge(span, attrs={"LEMMA": span.text.lower(), "POS": span.root.pos_, "DEP": span.root.dep_})


def _glued(before: Token, hyphen: Token, after: Token) -> bool:
    spaced = before.whitespace_ or hyphen.whitespace_
    return not spaced and before.text[-1:].isalnum() and after.text[:1].isalnum()


def short_names(doc: Sequence[Token]) -> None:
    """A word in capitals before a noun is the name of somebody, though the tagger took it for an adjective ("the *U.S.*
    attack on the town"); where all words are in capitals none tells."""
    for word in doc:
        if word.pos_ != "ADJ" or word.dep_ != "amod" or not word.text.isupper() or word.head.i < word.i:
            continue
        if sum(char.isalpha() for char in word.text) > 1 and word.head.pos_ == "NOUN" and not word.head.text.isupper():
            word.pos_, word.dep_ = "PROPN", "compound"


def hidden_verbs(doc: Sequence[Token]) -> None:
    """Call a verb what the tagger took for a noun or adjective although the parser saw a verb's dependents.

    An adjective has no passive auxiliary ("nobody was hit"), and a clause whose head has an object after it, but
    nothing that nouns have, is a verb's ("and shot one of the drivers").
    """
    for child in doc:
        dep = child.dep_
        if dep not in ("aux:pass", "obj"):
            continue
        head = child.head
        passive = dep == "aux:pass" and head.pos_ == "ADJ"
        if passive or (dep == "obj" and head.i < child.i and _heads_clause(head)):
            head.pos_ = "VERB"


def _heads_clause(token: Token) -> bool:
    """Whether a noun or adjective stands where a verb does, with nothing beside it that only nouns have."""
    if token.pos_ not in ("NOUN", "ADJ") or token.dep_ not in CLAUSAL:
        return False
    if token.dep_ == "conj" and token.head.pos_ != "VERB":
        return False
    return not any(child.dep_ in NOMINAL for child in token.children)
