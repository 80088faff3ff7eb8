"""The sides for whom those speak who are told of at once: "envoys of the government and the rebels" are of two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.kinds.both import SIDES
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import conjuncts, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKERS: Final = ("@representative",)
FURTHER: Final = (*SIDES, "@representative")
STATE: Final = ("@state",)
OF: Final = frozenset({"nmod", "compound", "flat"})


def each_side(mention: Mention, report: Report) -> list[Span]:
    """The words for each of several sides whom office holders speak for, the offices with the first; none where they
    speak for one.

    Names of states and known bodies alone are a roll, which the words tell; here are those that go by other words too.
    """
    office = mention.token
    if not report.tools.mentions.fits(office, SPEAKERS) or _is_one(office):
        return []
    for body in office.children:
        if body.i < office.i or body.dep_.split(":")[0] not in OF or not _owns(body, report):
            continue
        if body.pos_ != "PROPN" and not _is_side(Mention(mention.sentence, body), report):
            continue  # "the minister of justice and police"
        further = [t for t in conjuncts(body) if t.i > body.i]
        bare = all(c.dep_ in ("cc", "punct") for t in further for c in t.children)
        if bare and body.pos_ == "NOUN" and report.tools.mentions.fits(body, STATE):
            return []  # "heads of state and government"
        if further and all(_is_side(Mention(mention.sentence, t), report) for t in further):
            return _words(mention, body, further, report)
    return []


def _is_one(office: Token) -> bool:
    """Whether it is one office holder, so that there is no other side ("*the leader* of the rebels and the militia"); a
    language without articles does not tell."""
    return has(office, "Number", "Sing") and any(has(c, "PronType", "Art") for c in office.children)


def _owns(body: Token, report: Report) -> bool:
    prep, words = preposition(body), report.tools.pack.words
    return not prep or prep in words("genitive_markers") or prep in words("standing_for")


def _is_side(mention: Mention, report: Report) -> bool:
    """Whether a word is for a side of a war, and nobody of the side before ("the rebels and *their* commander"); of
    states by name the roll tells ("Bosnia and Herzegovina" is one)."""
    noun, mentions = mention.token, report.tools.mentions
    if any(mentions.pronoun(c) for c in noun.children):
        return False
    if noun.pos_ != "PROPN":
        return mentions.fits(noun, FURTHER)
    known = report.tools.who(report.span(mention).text, None)
    return known is not None and bool(known.sector) and "place" not in mentions.classes(noun)


def _words(mention: Mention, body: Token, further: list[Token], report: Report) -> list[Span]:
    whole, sentence = report.span(mention), mention.sentence
    last = body.doc[further[0].left_edge.i - 1]
    while last.i > body.i and (last.is_punct or last.pos_ == "CCONJ"):
        last = last.nbor(-1)
    end = sentence.to(last)
    first = Span(whole.start, end, report.document.text[whole.start : end])
    return [first, *(report.span(Mention(sentence, t)) for t in further)]
