"""Bare verbs behind a pronoun that tells who does it, in languages that put what undergoes it before both.

"Pintu itu *mereka bakar*", "dua orang sudah *kami tangkap*": small parsers take both for subjects, the pronoun for the
owner of what stands before ("their gate"), or the verb for a noun. Where the verb has its noun behind it, the pronoun
is the subject in the usual order ("*mereka bakar* katedral"), or owns the subject ("prajurit *kami* tembak mati …").
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.repair.verbs import SUBJECTS, move, take_over

if TYPE_CHECKING:
    from spacy.tokens import Token

NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET"})
GAP: Final = frozenset({"AUX", "ADV", "PART"})
"""Words between what undergoes it and the pronoun: "sudah", "masih", "langsung"."""
OPENING: Final = frozenset({"PUNCT", "SCONJ", "CCONJ"})
CLAUSES: Final = frozenset({"ROOT", "ccomp", "advcl", "parataxis", "acl:relcl", "acl", "conj", "xcomp"})
MAX_CLIMB: Final = 8


def undergone(
    tokens: Sequence[Token],
    verb: Token,
    last: Token,
    dates: Collection[int],
    states: Collection[str],
    before: Collection[str],
) -> None:
    """Put a bare verb with a pronoun right before it in its place, and what stands around both in theirs.

    `last` is the last word of the verb ("tembak *mati*"), `dates` are the words of dates, `states` bare verbs that tell
    of a state where a noun stands right before the pronoun, `before` verbs that only help the one behind ("berhasil").
    """
    doer = tokens[verb.i - 1]
    end, helped = _gap(tokens, doer.i - 1, dates, before)
    front = tokens[end] if end >= 0 else None
    if front is not None and (front.pos_ == "ADP" or front.lower_ == "yang" or front.pos_ == "VERB"):
        return
    opens = front is None or front.pos_ in OPENING
    what = (*NOMINAL, "ADJ") if opens else NOMINAL
    behind = next((t for t in tokens[last.i + 1 : last.i + 2] if t.pos_ in what and t.i not in dates), None)
    if opens and behind is None:
        _aside(verb, doer)
        return
    beside = end == doer.i - 1 and not opens
    if beside and behind is None and verb.lower_ in states:
        return
    _lift(verb, doer, last)
    if opens:
        _seat(doer, verb, "nsubj")
        _seat_behind(behind, verb)
        return
    assert front is not None
    _seat(doer, verb, "nsubj")
    noun = _owned(front, doer)
    if noun is not None and behind is None:
        _free(verb, noun, last)
    free = noun is not None and noun.i != verb.i and not noun.is_ancestor(verb)
    if noun is None or not free or any(c.dep_ == "case" and c.i < noun.i for c in noun.children):
        _seat_behind(behind, verb)
    elif behind is None:
        after = [c for c in noun.children if c.i > verb.i]
        _seat(noun, verb, "obj")
        move(after, verb)
    else:
        if beside and not helped:  # "prajurit kami tembak mati tiga orang"
            _seat(doer, noun, "nmod:poss")
            _seat(noun, verb, "nsubj")
        _seat_behind(behind, verb)


def _gap(tokens: Sequence[Token], at: int, dates: Collection[int], before: Collection[str]) -> tuple[int, bool]:
    """Where what stands before the pronoun ends, small words and dates left out; whether there are any such words."""
    start = at
    while at >= 0 and (tokens[at].pos_ in GAP or at in dates or tokens[at].lower_ in before):
        at -= 1
    return at, at != start


def _whole(last: Token, doer: Token) -> Token | None:
    """The noun whose words end with `last`; None if it is none."""
    noun = last
    for _ in range(MAX_CLIMB):
        above = noun.head
        if above.i == noun.i or above.i >= doer.i or not (above.pos_ in NOMINAL or above.dep_.startswith("acl")):
            break
        noun = above
    return noun if noun.pos_ in NOMINAL else None


def _owned(last: Token, doer: Token) -> Token | None:
    """The noun whose words end with `last`, or that such a pronoun owns ("penembak *mereka* kami lumpuhkan")."""
    noun = _whole(last, doer)
    if noun is not None and noun.i == last.i and last.pos_ == "PRON" and last.i > 0:
        owned = _whole(last.nbor(-1), doer)
        if owned is not None and not last.is_ancestor(owned):
            _seat(last, owned, "nmod:poss")
            return owned
    return noun


def _lift(verb: Token, doer: Token, last: Token) -> None:
    """Make it the verb of a clause, where it hangs on a noun, on the pronoun or on its own second word."""
    verb.pos_ = "VERB"
    for inner in verb.doc[verb.i + 1 : last.i + 1]:
        if inner.is_ancestor(verb):
            take_over(verb, inner)
            move([c for c in inner.children if c.i != verb.i], verb)
            inner.head, inner.dep_ = verb, "advmod"
    if doer.is_ancestor(verb):
        take_over(verb, doer)
        _seat(doer, verb, "nsubj")
    if verb.dep_ in CLAUSES or verb.head.i == verb.i:
        return
    top = verb.head
    while top.head.i != top.i and top.i < verb.i and top.pos_ in NOMINAL and top.head.i <= verb.i:
        top = top.head
    if top.pos_ not in NOMINAL:
        verb.head, verb.dep_ = top, "xcomp" if top.i < verb.i else "parataxis"
    elif top.head.i == top.i:
        verb.head, verb.dep_ = verb, "ROOT"
        top.head, top.dep_ = verb, "nsubj"
        move([c for c in top.children if c.i > verb.i], verb)
    else:
        verb.head, verb.dep_ = top.head, "parataxis"
        top.head, top.dep_ = verb, "nsubj"


def _free(verb: Token, noun: Token, last: Token) -> None:
    """What the parser takes for words about the noun before them is a clause where a comma or its end comes right
    behind ("*guru mereka bunuh*, sekolah mereka bakar")."""
    if verb.head.i != noun.i or not verb.dep_.startswith("acl") or not noun.i < verb.i:
        return
    if last.i + 1 < len(verb.doc) and not last.nbor(1).is_punct:
        return
    above = noun.head
    take_over(verb, noun)
    if above.i != noun.i and noun.dep_ in (*SUBJECTS, "obl", "obj"):
        verb.dep_ = "parataxis"
    noun.head, noun.dep_ = verb, "obj"


def _aside(verb: Token, doer: Token) -> None:
    """What undergoes it stands before something put in between commas, and is a second subject to the parser."""
    if doer.head.i == verb.i and doer.dep_ in SUBJECTS:
        others = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < doer.i]
        if len(others) == 1:
            others[0].dep_, doer.dep_ = "obj", "nsubj"


def _seat(noun: Token, verb: Token, relation: str) -> None:
    noun.head, noun.dep_ = verb, relation


def _seat_behind(noun: Token | None, verb: Token) -> None:
    """What stands right behind is its object."""
    if noun is None:
        return
    top = noun
    for _ in range(MAX_CLIMB):
        if top.head.i in (verb.i, top.i) or top.head.i < verb.i or top.head.pos_ not in NOMINAL:
            break
        top = top.head
    beside = top.head.i == verb.i and top.dep_ in (*SUBJECTS, "obl", "nmod", "compound", "xcomp", "ccomp", "advmod")
    if beside and all(c.dep_ != "case" for c in top.children):
        top.dep_ = "obj"
