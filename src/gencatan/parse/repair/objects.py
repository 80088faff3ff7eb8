"""What a verb that opens no clause has as its clause is its object, described by a participle.

"The army released three men arrested on Sunday": small parsers know "released" as little as "arrested" and read as in
"said three men fled". Which verbs can open a clause without a word for it is the pack's to say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import values
from gencatan.parse.repair.verbs import SUBJECTS, move, take_over

if TYPE_CHECKING:
    from spacy.tokens import Token

BOUND: Final = frozenset({"mark", "aux", "aux:pass", "cop", "obj", "iobj", "expl", "ccomp"})
PARTICIPLE: Final = "Tense=Past|VerbForm=Part|Voice=Pass"


def described(tokens: Sequence[Token], opens: Callable[[Token], bool]) -> None:
    """Make the object of its verb of the subject of such a clause; a second verb with an object of its own goes on with
    the first ("freed 12 men captured in May and handed them over"). A clause that opens with a pronoun describes the
    noun before it ("imposed sanctions on generals it accuses of …")."""
    for done in tokens:
        if done.dep_ != "ccomp" or done.pos_ != "VERB":
            continue
        verb = done.head
        if verb.pos_ != "VERB" or not verb.i < done.i:
            continue
        if _described_by(done, verb) and not opens(verb):
            done.head, done.dep_ = tokens[done.left_edge.i - 1], "acl:relcl"
            continue
        if any(c.dep_ in BOUND for c in done.children if c.dep_ != "aux:pass"):
            continue
        relative = _goes_on_with(done, verb)
        if relative is not None and not opens(verb):
            _end(relative, verb, done)
            continue
        if "Past" not in values(done, "Tense") or any(c.dep_ == "aux:pass" for c in done.children):
            continue
        noun = next((c for c in done.children if c.dep_ in SUBJECTS), None)
        if noun is None or noun.pos_ != "NOUN" or noun.left_edge.i != verb.i + 1 or noun.right_edge.i != done.i - 1:
            continue
        if any(c.dep_ in ("obj", "iobj") for c in verb.children) or opens(verb):
            continue
        noun.head, noun.dep_ = verb, "obj"
        done.head, done.dep_ = noun, "acl"
        done.set_morph(PARTICIPLE)  # type: ignore[attr-defined]  # spaCy's stubs lack it
        goes_on = [c for c in done.children if c.dep_ == "conj" and any(g.dep_ == "obj" for g in c.children)]
        ends = [c for c in done.children if c.dep_ == "punct" and c.i > done.i]
        move([*goes_on, *ends], verb)


def _described_by(clause: Token, verb: Token) -> bool:
    """Whether a clause that opens with a pronoun stands right behind a noun of the verb's ("men *it accuses*")."""
    first = clause.left_edge
    if first.pos_ != "PRON" or first.dep_ not in SUBJECTS or first.i - 1 <= verb.i:
        return False
    noun = clause.doc[first.i - 1]
    if noun.pos_ not in ("NOUN", "PROPN") or not verb.is_ancestor(noun) or noun.dep_ not in ("obj", "obl", "nmod"):
        return False
    return not any(c.dep_ in BOUND for c in clause.children)


def _goes_on_with(last: Token, verb: Token) -> Token | None:
    """The relative clause right before a verb that goes on with it, where the clause `last` behind the verb is the
    sentence's ("Pria yang *dituduh* membunuh gubernur itu ditangkap"); else None."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    noun = next((c for c in last.children if c.dep_ in SUBJECTS), None)
    if subject is None or noun is None or noun.pos_ not in ("NOUN", "PROPN") or noun.left_edge.i != verb.i + 1:
        return None
    if noun.right_edge.i != last.i - 1 or any(c.dep_ == "obj" for c in verb.children):
        return None
    return next((c for c in subject.children if c.dep_ == "acl:relcl" and c.right_edge.i == verb.i - 1), None)


def _end(relative: Token, verb: Token, last: Token) -> None:
    """Hang `verb` with its object on the relative clause, whose subject is that of the sentence's verb, `last`."""
    subject = relative.head
    noun = next(c for c in last.children if c.dep_ in SUBJECTS)
    outside = [c for c in verb.children if c.i < subject.left_edge.i or (c.i > last.i and c.i != noun.i)]
    take_over(last, verb)
    subject.head, subject.dep_ = last, noun.dep_
    verb.head, verb.dep_ = relative, "xcomp"
    noun.head, noun.dep_ = verb, "obj"
    move(outside, last)
