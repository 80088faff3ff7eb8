"""What is told beside an agreement of how it came about, which a small parser takes for what is done next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.relations import SUBJECTS, date_tokens, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.tree.mentions import Mentions

BESIDE: Final = ("advcl", "conj", "parataxis")
OTHERWISE: Final = frozenset({*SUBJECTS, "obj", "cc", "aux", "mark", "xcomp", "ccomp", "advcl"})
"""What stands with a verb that tells something next ("agreed on Monday [to extend] it")."""


def made_then(verb: Token, mentions: Mentions) -> None:
    """Hang on an agreement when it was made, between commas, and on the verb before it what stands behind ("extended
    the truce, [first agreed in October 2002], by two months")."""
    if not starts(verb, mentions.pack.words("verbs_making_deals")) or not verb.i:
        return
    doc, done, dates = verb.doc, verb.head, date_tokens(verb.doc)
    before = verb.i - 1
    while before > done.i and doc[before].pos_ == "ADV":
        before -= 1
    deal = doc[before - 1] if before > done.i + 1 and doc[before].text == "," else None
    if deal is None or deal.dep_ != "obj" or deal.head.i != done.i or not mentions.fits(deal, ("@agreement",)):
        return
    if any(c.dep_ in OTHERWISE for c in verb.children):
        return
    at = verb.i + 1
    while at < len(doc) and doc[at].dep_ == "case" and doc[at].head.i in dates:
        at += 1
    if at >= len(doc) or at not in dates:
        return
    comma = next((n for n in range(at, len(doc)) if doc[n].text == ","), len(doc))
    for child in list(verb.children):
        if child.left_edge.i >= comma and child.dep_ != "punct":
            child.head = done
    verb.head, verb.dep_ = deal, "acl"
