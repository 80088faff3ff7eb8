"""What a phrase between commas parts from its verb ("killed, according to the hospital, forty patients")."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.relations import SUBJECTS, date_tokens, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases
    from gencatan.reading.tree.mentions import Mentions

LONG: Final = 14
"""Words of an insertion with its commas, at most."""
WORDS: Final = 10  # of a noun, at most: "more than three hundred and fifty unarmed villagers"
TAKEN: Final = frozenset({"obj", "iobj", "ccomp", "xcomp", "aux:pass", "nsubj:pass"})
NAMING: Final = 3  # words of a phrase that names whose it is: "by the count of" has one more
RECKONED: Final = "discourse"
LISTED: Final = frozenset({"conj", "appos"})


def behind(noun: Token, mentions: Mentions) -> None:
    """Make the object of a verb what stands behind an insertion that follows the verb at once, taken for a clause or a
    list of its own; in place."""
    doc = noun.doc
    comma = _comma_before(noun)
    if comma < 1 or preposition(noun) or is_reckoning(noun):
        return
    if noun.i in date_tokens(doc):
        return
    at = next((t.i for t in reversed(doc[max(comma - LONG, 0) : comma]) if t.text == ","), 0)
    verb = doc[at - 1] if at else noun
    if verb.pos_ != "VERB" or not _lacks_object(verb):
        return
    if not (at < noun.head.i < comma or noun.is_ancestor(verb) or verb.i == noun.head.i or noun.head.is_ancestor(verb)):
        return
    counted = noun.pos_ == "NUM" or any(c.dep_ == "nummod" for c in noun.children)
    of_some = noun.pos_ == "NUM" and any(c.dep_ == "nmod" for c in noun.children)
    if noun.dep_ in LISTED and (not counted or of_some or any(c.dep_ == "cc" for c in noun.children)):
        return  # "he said, Ehud Barak"; "fought, in Ambon, Poso and Aceh"; "recalled Bria, one of 14 survivors"
    if any(t.pos_ == "PRON" and t.dep_ == "nmod" for t in noun.subtree) or mentions.fits(noun, ("@time_noun",)):
        return  # "died, he said, most of them women"
    if noun.is_ancestor(verb):
        top = next(t for t in (verb, *verb.ancestors) if t.head.i == noun.i)
        top.head, top.dep_ = (top, "ROOT") if noun.head.i == noun.i else (noun.head, noun.dep_)
    for said in [c for c in noun.children if c.i < comma]:
        said.head = verb
    for more in [c for c in noun.head.children if c.dep_ == "conj" and c.i > noun.i and noun.dep_ == "conj"]:
        more.head = noun  # "lost, according to the rebels, 40 men *and six tanks*"
    noun.head, noun.dep_ = verb, "obj"


def _comma_before(noun: Token) -> int:
    """The comma right before the words of a noun, what the parser hung on it from before that comma aside; 0 if none
    is there."""
    doc, at = noun.doc, noun.i - 1
    while at > 0 and noun.i - at < WORDS and doc[at].text != "," and noun.is_ancestor(doc[at]):
        at -= 1
    return at if at > 0 and doc[at].text == "," else 0


def _lacks_object(verb: Token) -> bool:
    """Whether an active verb still waits for what it is done to."""
    return not any(c.dep_ in TAKEN for c in verb.children)


@cache
def reckonings(phrases: Phrases, agents: Phrases) -> frozenset[str]:
    """The nouns of the phrases for a source that look like a doer ("by the *count* of")."""
    found = (phrase.split(" ") for phrase in phrases)
    return frozenset(parts[-2] for parts in found if parts[0] in agents and len(parts) > NAMING)


def reckoned(noun: Token, mentions: Mentions) -> None:
    """Take from a count or account the look of a doer, whosever it is ("killed, *by the army's count*, 300 men")."""
    words = mentions.pack.words
    agents = words("passive_agent")
    if noun.lower_ in reckonings(words("attribution_phrases"), agents):
        for case in noun.children:
            if case.dep_ == "case" and case.lower_ in agents and not any(c.dep_ == "nmod" for c in noun.children):
                if noun.dep_ == "nmod" and noun.head.dep_ in SUBJECTS and case.i and case.nbor(-1).text == ",":
                    noun.head = noun.head.head  # "nine of them, *by its count*, died"
                case.dep_, noun.dep_ = RECKONED, "dep"


def is_reckoning(noun: Token) -> bool:
    """Whether it is a count or account that something is told by, and no doer."""
    return any(c.dep_ == RECKONED for c in noun.children)


def whose_reckoning(noun: Token) -> Token | None:
    """Whose a count or account is that a number is told by."""
    beside = (c for c in noun.children if c.dep_ == "nmod:poss" or (c.dep_ == "compound" and c.pos_ == "PROPN"))
    return next(beside, None)
