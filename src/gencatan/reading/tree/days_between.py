"""Passives that a day cuts in two ("were *on Monday* arrested"), which the parser takes for what is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import SUBJECTS, date_tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def join_passives(doc: Doc) -> None:
    """Make the participle behind a day the verb of the clause whose auxiliary stands before that day."""
    dates = date_tokens(doc)
    for at in dates:
        if at + 1 in dates or at + 1 >= len(doc):
            continue
        for said in {at, doc[at].head.i} & {at, at + 1}:
            verb = _participle(doc[said], dates)
            if verb is not None:
                _join(doc[said], verb)
                break


def _participle(said: Token, dates: frozenset[int]) -> Token | None:
    """The past participle whose auxiliary the parser made the copula of a day, or of an adverb right behind one."""
    copula = next((c for c in said.children if c.dep_ == "cop" and c.i < said.i), None)
    if copula is None or not any(c.dep_ in SUBJECTS and c.i < copula.i for c in said.children):
        return None
    if any(t.i not in dates and t.pos_ not in ("ADP", "ADV") for t in said.doc[copula.i + 1 : said.i]):
        return None  # "was on a Sunday marked by violence"
    at = said.i + 1
    while at < len(said.doc) and said.doc[at].pos_ == "ADV":
        at += 1
    if at == len(said.doc):
        return None
    verb = said.doc[at]
    joined = said.i <= verb.head.i < verb.i or said.head.i == verb.i
    done = verb.pos_ == "VERB" and has(verb, "Tense", "Past")  # taken for a finite verb too
    return verb if joined and done else None


def _join(said: Token, verb: Token) -> None:
    """Hang on the participle what the parser hung on the day, and the day too."""
    if said.head.i != verb.i:
        verb.head, verb.dep_ = (verb if said.head.i == said.i else said.head), said.dep_
    for child in list(said.children):
        if child.dep_ in SUBJECTS:
            child.head, child.dep_ = verb, "nsubj:pass"
        elif child.dep_ == "cop":
            child.head, child.dep_ = verb, "aux:pass"
        elif child.i > verb.i or child.dep_ in ("aux", "mark", "cc", "punct"):
            child.head = verb
    said.head, said.dep_ = verb, "obl" if said.pos_ in ("PROPN", "NUM") else "advmod"
