"""What is one word, and which part of speech it has."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import values

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


def clause_heads(doc: Sequence[Token]) -> None:
    """What stands last behind a subordinator and a noun is their verb, and no compound ("if the army withdraws")."""
    for verb in doc:
        if verb.pos_ != "NOUN" or verb.dep_ not in ("obl", "advcl", "nmod"):
            continue
        mark = next((c for c in verb.children if c.dep_ == "mark" and c.pos_ == "SCONJ"), None)
        noun = next((c for c in verb.children if c.dep_ == "compound" and c.i == verb.i - 1), None)
        if mark is None or noun is None or verb.head.pos_ != "VERB" or mark.i != verb.left_edge.i:
            continue
        for child in [c for c in verb.children if mark.i < c.i < noun.i]:
            child.head = noun
        noun.dep_, verb.pos_, verb.dep_ = "nsubj", "VERB", "advcl"


def determined(doc: Sequence[Token]) -> None:
    """What has a determiner or an owner and stands as subject or object is a noun ("para mediator Mesir", "the
    government's undertaking to disarm the militias")."""
    for noun in doc:
        if noun.pos_ not in ("VERB", "ADJ") or noun.dep_ not in ("nsubj", "nsubj:pass", "obj"):
            continue
        if any(
            c.dep_ == "nmod:poss" and c.right_edge.i == noun.i - 1 and c.right_edge.pos_ == "PART"
            for c in noun.children
        ):
            noun.pos_ = "NOUN"
            for child in noun.children:
                if child.dep_ == "xcomp" and child.i > noun.i:
                    child.dep_ = "acl"
            continue
        if noun.pos_ != "VERB":
            continue
        if values(noun, "VerbForm"):
            continue  # "the rounding up of sailors"
        if not any(c.dep_ == "det" and c.i < noun.i for c in noun.children):
            continue
        noun.pos_ = "NOUN"
        for child in noun.children:
            if child.dep_ == "obj" and child.i > noun.i:
                child.dep_ = "nmod"
