"""What only stands beside a clause: one that turns to something else, a noun that sums up what was said before it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, is_participle, preposition

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from gencatan.language.pack import Phrases

QUOTES: Final = frozenset('"“”')
PORTION: Final = 3
"""Words within which a relative pronoun stands behind those whom it portions."""
NAMING: Final = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM", "ADJ"})


def first_word(top: Token) -> Token:
    """The first word of a clause or phrase that is no punctuation."""
    return next((t for t in top.doc[top.left_edge.i : top.i] if not t.is_punct), top)


def behind_comma(top: Token) -> bool:
    """Whether a comma stands right before a clause or phrase, wherever the parser hung it."""
    first = first_word(top)
    return first.i > 0 and first.nbor(-1).text == ","


def turns(clause: Token, contrast: Phrases) -> bool:
    """Whether a clause behind a comma turns to somebody else ("…, sementara polisi menahan tiga orang").

    What was told, feared or said before the comma goes no further; within a quotation it does.
    """
    first = first_word(clause)
    if first.lower_ not in contrast or first.i == clause.i or not behind_comma(clause):
        return False
    if sum(t.text in QUOTES for t in clause.doc[: first.i]) % 2:
        return False
    return any(c.dep_ in SUBJECTS and c.i > first.i for c in clause.children)


def sums_up(noun: Token, said: Phrases) -> bool:
    """Whether a noun behind a comma names what was just said and goes on about it ("…, tuduhan yang dibantah X")."""
    if noun.pos_ != "NOUN" or noun.lower_ not in said or preposition(noun) or not behind_comma(noun):
        return False
    return first_word(noun).pos_ != "CCONJ" and any(c.dep_ in RELATIVE and c.i > noun.i for c in noun.children)


def apart(at: int, act: Token, relatives: Phrases) -> bool:
    """Whether a word stands in a relative clause between commas, and an act in the clause around it, behind that.

    "The group, *which seized X in May*, attacked a post": known by its words, whatever tree the parser built over it.
    """
    doc = act.doc
    if not at < act.i:
        return False
    opening = next(
        (i for i in range(at - 1, 0, -1) if doc[i].text == "," and _opens(doc[i + 1 : at + 1], relatives)), None
    )
    if opening is None or doc[opening - 1].pos_ not in NAMING:
        return False
    closing = next((i for i in range(opening + 2, act.i) if doc[i].text == "," and _goes_on(doc[i + 1 :])), None)
    return closing is not None and at < closing


def _opens(words: Span, relatives: Phrases) -> bool:
    """Whether a relative pronoun comes first, or with those of whom it tells ("*which* did", "some of *whom* …")."""
    for n, token in enumerate(words[:PORTION]):
        if _relative(token, relatives):
            return n == 0 or words[n - 1].pos_ == "ADP"
    return False


def _relative(token: Token, relatives: Phrases) -> bool:
    return token.lower_ in relatives and token.pos_ in ("PRON", "SCONJ", "DET", "ADV")


def _goes_on(words: Span) -> bool:
    """Whether a clause goes on with its verb behind an aside (", juga melancarkan …", ", has since said …")."""
    first = next((t for t in words if t.pos_ not in ("ADV", "AUX", "PART")), None)
    return first is not None and first.pos_ == "VERB" and not is_participle(first)
