"""What is told beside an agreement of how it came about, which a small parser takes for what is done next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.relations import SUBJECTS, date_tokens, has_subject, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.tree.mentions import Mentions

AFTER: Final = frozenset({"xcomp", "ccomp", "advcl", "advmod", "acl"})
"""What a small parser makes of a verb before which the second of two subjects stands."""
PARTS: Final = frozenset({"nmod", "flat", "compound", "amod", "det", "nummod", "appos"})
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


def second_side(verb: Token, mentions: Mentions) -> None:
    """Give what a deal binds the second side to that side, joined to what the first is to do it with or where
    ("mewajibkan UNITA menarik pasukan dari Huambo [dan pemerintah] membebaskan tahanan")."""
    words = mentions.pack.words
    if mentions.pack.noun_head != "first" or not verb.i or has_subject(verb):
        return
    above = verb.head
    binding = above if starts(above, words("verbs_laying_down")) else above.head
    if not starts(binding, words("verbs_laying_down")) or mentions.pack.index.voices.get(verb.lower_) == "pass":
        return
    doer = verb.nbor(-1)
    while doer.dep_ in PARTS and doer.head.i < doer.i:
        doer = doer.head
    joined = [c for c in doer.children if c.dep_ == "cc" and c.i == doer.left_edge.i]
    if doer.dep_ != "conj" or doer.pos_ not in ("NOUN", "PROPN") or not joined or not mentions.can_act(doer):
        return
    first = doer.head
    while first.pos_ in ("NOUN", "PROPN") and binding.i < first.head.i < first.i:
        first = first.head
    if first.pos_ != "VERB" or first.i == binding.i or starts(first, words("verbs_called_for")):
        return  # "mewajibkan pemerintah dan pemberontak menarik pasukan": both are to
    doer.head, doer.dep_ = verb, "nsubj"
    verb.head, verb.dep_ = first, "conj"
    for mark in joined:
        mark.head = verb


def duty_beside(verb: Token, mentions: Mentions) -> None:
    """Hang on a verb of forbidding what is a duty of its own, taken for forbidden too ("dilarang menyerang kapal [dan
    wajib menarik pasukannya]")."""
    first, words = verb.head, mentions.pack.words
    if first.dep_ not in AFTER or first.head.i > first.i or not starts(first.head, words("verbs_forbidding")):
        return
    own = [c for c in verb.children if first.i < c.i < verb.i and c.dep_ in ("aux", "advmod", "cop")]
    if not has_subject(verb) and any(words("modal_required").at([c.lower_], 0) for c in own):
        verb.head = first.head
