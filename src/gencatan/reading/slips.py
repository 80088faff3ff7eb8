"""Slips of the parser that the order of the words shows, mended in the tree before anything is read.

"Jets roared over the town and blasts shook its suburbs": the parser coordinates "blasts" with "the town", and the verb
right behind it is left without a subject.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Phrases
from gencatan.reading.syntax import SUBJECTS, has, preposition

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

BEFORE_VERB: Final = frozenset({"AUX", "ADV", "PART"})


def mend(doc: Doc, means: Phrases) -> None:
    """Give verbs of a second clause the subject that stands right before them; `means`: words before an instrument."""
    for verb in doc:
        if verb.pos_ == "VERB" and verb.dep_ == "conj" and not has(verb, "VerbForm", "Ger"):
            subject = _left_behind(verb, means)
            if subject is not None:
                _raise(subject, verb)


def _left_behind(verb: Token, means: Phrases) -> Token | None:
    """The noun between "and" and the verb, coordinated with an earlier noun that is no subject; None if there is none.

    A noun that has an object's or an oblique's place before "and" stays: "shelled towns and villages held by rebels".
    """
    doc, at = verb.doc, verb.i - 1
    if any(c.dep_ in SUBJECTS for c in verb.children) or not _finite(verb):
        return None
    above = verb.head
    if not any(c.dep_ in SUBJECTS for c in above.children):
        return None
    while at > 0 and doc[at].pos_ in BEFORE_VERB and doc[at].head.i == verb.i:
        at -= 1
    noun = doc[at]
    while noun.dep_.split(":")[0] in ("flat", "nmod", "compound") and noun.head.i < noun.i and noun.head.dep_ != "obl":
        noun = noun.head  # "and soldiers of the garrison fled"
    if noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN") or noun.head.dep_ in SUBJECTS:
        return None
    if noun.head.pos_ not in ("NOUN", "PROPN") or noun.head.i <= verb.head.i or noun.right_edge.i >= verb.i:
        return None
    if preposition(noun.head) in means:
        return None  # "herders armed with machetes and guns raided the hamlet", whatever "armed" was taken for
    first = noun.left_edge
    return noun if first.pos_ == "CCONJ" and first.head.i == noun.i and noun.i > verb.head.i else None


def _finite(verb: Token) -> bool:
    """Whether a verb has an auxiliary of its own or is no participle that its noun might have as attribute."""
    return any(c.dep_.startswith("aux") for c in verb.children) or has(verb, "VerbForm", "Fin")


def _raise(subject: Token, verb: Token) -> None:
    """Hang the noun on the verb, and the "and" before it too."""
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    for child in list(subject.children):
        if child.dep_ == "cc" and child.i < subject.i:
            child.head = verb
    subject.head = verb
    subject.dep_ = "nsubj:pass" if passive else "nsubj"
