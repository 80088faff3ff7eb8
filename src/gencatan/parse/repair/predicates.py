"""What has an auxiliary or an object is a verb, though the parser took it for a noun or a part of one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import values
from gencatan.parse.repair.clauses import SUBJECTS
from gencatan.parse.repair.verbs import move, take_over

if TYPE_CHECKING:
    from spacy.tokens import Token

BEGINNING: Final = frozenset({"csubj", "expl", "cc", "mark"})


def of_described(doc: Sequence[Token]) -> None:
    """A past participle behind a noun is no clause's verb where a finite verb without a subject follows.

    "Talks, hosted by Kenya, resumed", "the signing set for March was postponed", "villagers contacted by radio said":
    the parser gives the first the subject and hangs the other beside it.
    """
    for first in doc:
        if first.pos_ != "VERB" or "Past" not in values(first, "Tense"):
            continue
        if any(c.dep_ in ("aux", "aux:pass", "cop", "mark", "cc", "obj") and c.i < first.i for c in first.children):
            continue
        subject = next((c for c in first.children if c.dep_ in SUBJECTS and _stands_before(c, first)), None)
        found = _main(first) if subject is not None else None
        if subject is None or found is None:
            continue
        verb, opening = found
        if any(c.dep_ == "ccomp" and first.i < c.i < verb.i for c in first.children):
            continue  # "Witnesses said three men arrested on Sunday were freed"
        outside = [c for c in first.children if c.i < subject.left_edge.i or c.i >= opening.i]
        _lower(first, subject, verb, outside)


def _lower(first: Token, subject: Token, verb: Token, outside: Sequence[Token]) -> None:
    """Make `verb` the clause's verb in place of `first`, which describes their `subject` then; `outside` goes along."""
    if first.head.i != verb.i:
        take_over(verb, first)
    _subject_of(verb, subject)
    first.head, first.dep_ = subject, "acl"
    move([c for c in outside if c.i != verb.i], verb)


def _subject_of(verb: Token, noun: Token) -> None:
    passive = any(c.dep_ == "aux:pass" for c in verb.children)
    noun.head, noun.dep_ = verb, "nsubj:pass" if passive else "nsubj"


def _stands_before(noun: Token, verb: Token) -> bool:
    """Whether a noun phrase ends right before a verb, or before the comma before it."""
    gap = verb.i - noun.right_edge.i - 1
    return noun.pos_ in ("NOUN", "PROPN") and (gap == 0 or (gap == 1 and verb.nbor(-1).text == ","))


def _main(first: Token) -> tuple[Token, Token] | None:
    """The finite verb without subject that comes after a participle and is hung above or below it, with the auxiliary
    that opens it, else itself."""
    below = [c for c in first.children if c.dep_ in ("conj", "parataxis", "ccomp", "dep") and c.i > first.i]
    above = [first.head] if first.dep_ in ("ccomp", "csubj") and first.head.i > first.i else []
    if first.dep_ == "ccomp" and first.head.i < first.i:  # "said [three men arrested] were freed"
        below += [c for c in first.head.children if c.dep_ in ("conj", "parataxis", "ccomp", "dep") and c.i > first.i]
    for verb in (*above, *below):
        auxiliary = next((c for c in verb.children if c.dep_ in ("aux", "aux:pass") and first.i < c.i < verb.i), None)
        finite = auxiliary is not None or "Fin" in values(verb, "VerbForm")
        if verb.pos_ != "VERB" or not finite or any(c.dep_ in SUBJECTS for c in verb.children):
            continue
        if any(c.dep_ in BEGINNING and c.i < verb.i for c in verb.children):
            continue
        opening = auxiliary or verb
        set_off = first.nbor(-1).text == "," and opening.nbor(-1).text == ","
        # with no conjunction between it is no second verb of the first one's subject
        beside = verb.dep_ == "conj" and all(t.dep_ != "cc" for t in first.doc[first.i + 1 : opening.i])
        bare = (above or auxiliary or beside) and not any(t.is_punct for t in first.doc[first.i - 1 : opening.i])
        if set_off or bare:
            return verb, opening
    return None
