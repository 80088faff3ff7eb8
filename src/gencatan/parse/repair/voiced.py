"""Words whose form alone says that they are verbs, in languages that mark voice on the verb.

A small parser that has never seen such a form takes it for a noun and hangs it, and what follows it, on the noun before
("warga dipukuli aparat": one long name). The pack knows all forms of its verbs, so the clause is put together again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.repair.verbs import SUBJECTS, move

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUNS: Final = frozenset({"NOUN", "PROPN", "X"})
INNER: Final = frozenset({"compound", "flat", "nmod"})
OBJECTS: Final = frozenset({"obj", "obl"})
CLAUSES: Final = frozenset({"ROOT", "ccomp", "advcl", "parataxis", "acl:relcl"})
MAX_CLIMB: Final = 6


def voiced(tokens: Sequence[Token], verbs: Mapping[str, str]) -> None:
    """Give the forms in `verbs` (form to voice) the place of a verb, and what follows them the place of its nouns."""
    for verb in tokens:
        voice = verbs.get(verb.text.lower())
        if voice is None or (verb.pos_ not in NOUNS and verb.pos_ != "VERB") or _nominal(verb):
            continue
        misread = verb.dep_ in INNER or (verb.dep_ in OBJECTS and verb.head.pos_ == "VERB")
        if verb.i > 0 and misread and verb.head.i < verb.i:
            _rise(verb, voice)
        if verb.dep_ == "conj":
            _rejoin(verb)
        if verb.pos_ != "VERB" and verb.dep_ in (*CLAUSES, "xcomp", "conj", "acl"):
            verb.pos_ = "VERB"
        if verb.pos_ == "VERB":
            _follow(verb, voice)


def _nominal(word: Token) -> bool:
    """Whether something beside the word marks it as a noun after all."""
    return any(c.i < word.i and c.dep_ in ("case", "det", "nummod") for c in word.children)


def _rise(verb: Token, voice: str) -> None:
    """Take a verb out of the noun, or from under the verb, that it was hung on."""
    head = verb.head
    verb.pos_ = "VERB"
    if head.pos_ in ("VERB", "AUX"):
        verb.dep_ = "xcomp"
        return
    noun = head
    for _ in range(MAX_CLIMB):
        if noun.dep_ not in INNER or noun.head.i > noun.i or _introduced(noun) or noun.head.pos_ not in NOUNS:
            break
        noun = noun.head
    after = [c for c in noun.children if c.i > verb.i]
    subject = "nsubj:pass" if voice == "pass" else "nsubj"
    above = noun.head
    if noun.i == above.i:
        verb.head, verb.dep_ = verb, "ROOT"
    elif noun.dep_ in SUBJECTS and above.i > verb.i and _opened(above, verb):
        relation, top = above.dep_, above.head
        if top.i == above.i:
            verb.head, verb.dep_ = verb, "ROOT"
        else:
            verb.head, verb.dep_ = top, relation
        above.head, above.dep_ = verb, _opened(above, verb)
    elif noun.dep_ in CLAUSES and not _introduced(noun):
        verb.head, verb.dep_ = above, noun.dep_
    else:
        verb.head, verb.dep_ = noun, "acl"
        move([c for c in after if c.dep_ in INNER], verb)
        return
    noun.head, noun.dep_ = verb, subject
    move(after, verb)


def _rejoin(verb: Token) -> None:
    """Coordinate a verb with the verb before and not with that one's object ("looted the store and seized six men")."""
    above = verb.head
    for _ in range(MAX_CLIMB):
        if above.pos_ == "VERB" or above.head.i == above.i:
            break
        if above.pos_ not in NOUNS or above.dep_ in SUBJECTS:
            return
        above = above.head
    if above.pos_ == "VERB" and above.i < verb.i and above.i != verb.head.i:
        verb.head = above


def _opened(clause: Token, verb: Token) -> str:
    """The relation of a clause that begins behind the verb, by the word that opens it; "" if it does not."""
    for child in clause.children:
        if verb.i < child.i < clause.i and child.dep_ in ("mark", "cc"):
            return "advcl" if child.dep_ == "mark" else "conj"
    return ""


def _introduced(noun: Token) -> bool:
    return any(c.dep_ == "case" and c.i < noun.i for c in noun.children)


def _follow(verb: Token, voice: str) -> None:
    """What stands behind a verb as if behind a noun is its object, its agent if it is passive, or an oblique."""
    taken: Token | None = next((c for c in verb.children if c.dep_ in ("obj", "ccomp", "xcomp") and c.i > verb.i), None)
    for child in [c for c in verb.children if c.i > verb.i and c.dep_ in INNER]:
        if _introduced(child):
            child.dep_ = "obl"
        elif child.pos_ not in (*NOUNS, "PRON"):
            continue
        elif taken is None and child.left_edge.i <= verb.i + 1:
            child.dep_ = "obl" if voice == "pass" else "obj"
            taken = child
        elif taken is not None and taken.pos_ in NOUNS and taken.right_edge.i == child.left_edge.i - 1:
            child.head = taken
