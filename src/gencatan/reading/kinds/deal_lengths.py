"""How long an agreement shall last (contract, `agreement`, slot `duration`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, preposition_words, starts
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

STEP: Final = "step"
NOUN: Final = "noun"
LASTING: Final = frozenset({"agreed", "signed", "proposed", "extended", "in_effect"})
BESIDE: Final = frozenset({"nmod", "compound", "amod", "obl", "nummod", "appos"})
UNDER: Final = frozenset({"obl", "obj", "nmod"})


def length_of(step: Token, noun: Token | None, draft: Draft, report: Report) -> Span | None:
    """The words for how long the agreement of a step shall last; None where none are beside its noun, the step, or a
    clause about the noun ("a 72-hour truce", "agreed to stop fighting for a week", "yang berlaku selama 60 hari").

    How long one lasted is no length it was given ("the truce held for two days").
    """
    if draft.values["stage"] not in LASTING:
        return None
    found = []
    for span, token in _lengths(draft.sentence, report):
        place = _beside(token, step, noun, draft, report)
        own = draft.values["stage"] != "extended" or bool(
            preposition_words(token)
        )  # not "the 4-day truce was extended"
        if place == STEP or (place and own):
            found.append((place != STEP, span.start, span))
    return min(found)[-1] if found else None


def _lengths(sentence: Sentence, report: Report) -> Iterator[tuple[Span, Token]]:
    """All stretches of time that a sentence counts, each with the word that heads it."""
    text = report.document.text
    for date in sentence.dates:
        token = sentence.head_of(date.start, date.end)
        if date.relation == "duration" and token is not None and not _after(token, report):
            yield Span(date.start, date.end, date.text), token
    for number in sentence.numbers:
        last = sentence.last_word(number)
        if number.kind != "duration" or last is None or last.i in sentence.date_tokens:
            continue
        unit = last.head if last.dep_ == "nummod" else last
        start, end = number.start, max(number.end, sentence.to(unit))
        yield Span(start, end, text[start:end]), unit


def _after(token: Token, report: Report) -> bool:
    """Whether a stretch of time is one after which something came about ("after almost four years of talks")."""
    words = report.tools.pack.words("after_markers")
    before = token.doc[max(0, token.left_edge.i - 2) : token.i]
    return any(word.lower_ in words for word in before)


def _beside(token: Token, step: Token, noun: Token | None, draft: Draft, report: Report) -> str:
    """What a stretch of time is told with: the step, or the noun; empty if with neither."""
    words = report.tools.pack.words
    while token.dep_ == "nmod" and "time_noun" in report.tools.mentions.classes(token.head):
        token = token.head  # "for an initial period of two months"
    prep = preposition_words(token)
    if prep and not words("length_prepositions").at(prep.split(" "), 0):
        return ""
    base, over = token.dep_.split(":")[0], token.head
    deal = noun if noun is not None else step
    if over.i == deal.i and deal.pos_ in ("NOUN", "PROPN"):
        return NOUN if base in BESIDE else ""
    if base not in UNDER:
        return ""
    told_of = over.head if over.dep_ in RELATIVE else next((c for c in over.children if c.dep_ in SUBJECTS), None)
    if told_of is not None and told_of.i == deal.i and starts(over, words("verbs_lasting")) and not _is_over(over):
        return NOUN  # "a truce that will last six weeks", "the truce is to last six weeks"
    if over.i == step.i:
        begins = draft.status != "asserted" or starts(step, words("verbs_beginning"))
        return STEP if begins or draft.values["stage"] != "in_effect" else ""
    ceasing = noun is None and over.dep_ == "xcomp" and over.head.i == step.i
    return STEP if ceasing and prep else ""  # "agreed to halt the fighting for three days"


def _is_over(verb: Token) -> bool:
    """Whether a verb tells what came about, so that its length is how long it was."""
    return has(verb, "Tense", "Past") and not any(c.dep_ in ("aux", "mark") and c.i < verb.i for c in verb.children)
