"""What a side is bound to, or barred from, by a word that says no more than that ("is required to", "dilarang")."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from gencatan.reading.kinds.both import SIDES
from gencatan.reading.kinds.obligations import articles, terms
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import conjuncts, expand, is_clause, lowered, marks
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

BARE: Final = frozenset({"xcomp", "ccomp"})
NOUN_PHRASE: Final = 7
MAKING_UP: Final = articles.MAKING_UP | {"PART"}


class Barred(NamedTuple):
    """What somebody is barred from: its words from `first` to `last`."""

    predicate: Token
    doers: list[Token]
    first: Token
    last: Token


def required(sentence: Sentence, report: Report) -> Iterator[tuple[Token, list[Token]]]:
    """What a side "is required to" do behind a deal just told of, or must do where its terms were."""
    assert sentence.doc is not None
    tools = report.tools
    if not terms.told(sentence, report):
        return
    words = tools.pack.words
    for verb in sentence.tokens:
        if not is_clause(verb):
            continue
        if verb.lower_ in words("verbs_bound") and not any(c.dep_ == "obj" for c in verb.children):
            behind = [c for c in verb.children if c.i > verb.i and c.i not in sentence.date_tokens]
            open_ = (c for c in behind if marks(c) in words("control_marks") or (c.dep_ in BARE and not marks(c)))
            clause = next(open_, None)
            asked = conjuncts(clause) if clause is not None else []
        elif _must(verb, sentence, report):
            asked = [verb]
        else:
            continue
        if tools.moods.own.negated(verb):
            continue
        doers = _sides(verb, report) or articles.doers_of(sentence, verb, report)
        yield from ((predicate, doers) for predicate in asked if doers)


def _sides(verb: Token, report: Report) -> list[Token]:
    tools = report.tools
    return [t for t in expand(tools.syntax.subjects.of(verb)) if tools.mentions.fits(t, SIDES)]


def _must(verb: Token, sentence: Sentence, report: Report) -> bool:
    """Whether a verb tells what must be done, in the outlet's voice, where the terms of a deal were just told."""
    moods, tools = report.tools.moods, report.tools
    if verb.dep_ not in ("ROOT", "conj", "parataxis"):
        return False
    due = not report.at(sentence, verb) and moods.own.requires(verb, "modal_duty")  # "are to make public"
    if not due and not moods.own.requires(verb, "modal_strong"):
        return False
    if not (terms.told_terms(sentence, report) or terms.just_concluded(sentence, report)):
        return False
    return not tools.attributions.of(sentence, verb, report.statements.get(sentence.index, {}))


def barred(sentence: Sentence, report: Report) -> Iterator[Barred]:
    """What a deal bars a side from, or a side is barred from behind a deal just told of, whatever the verb."""
    doc, words = sentence.doc, report.tools.pack.words
    assert doc is not None
    binder = articles.binder(sentence, report)
    verbs_barring, verbs_barred = words("verbs_barring"), words("verbs_barred")
    for at, low in enumerate(lowered(doc)):
        barring, being = low in verbs_barring, low in verbs_barred
        if not (barring or being):
            continue
        verb = doc[at]
        passive = being and report.tools.syntax.verbs.passive(verb)
        if passive and terms.told(sentence, report):
            named: list[Token] | None = _sides(verb, report)
        elif barring and binder is not None and (verb.i == binder.i or _goes_on(verb, binder)):
            named = None
        else:
            continue
        found = _behind(verb, named, report)
        if found is not None:
            yield found


def _goes_on(verb: Token, binder: Token) -> bool:
    return verb.i > binder.i and verb.nbor(-1).pos_ == "CCONJ"


def _behind(verb: Token, named: list[Token] | None, report: Report) -> Barred | None:
    """What stands behind a word that bars: who, where the word itself has not named them, then from what."""
    doc, marking = verb.doc, report.tools.pack.words("control_marks")
    at = verb.i + 1
    while at < len(doc) and doc[at].pos_ in MAKING_UP and doc[at].lower_ not in marking and at - verb.i <= NOUN_PHRASE:
        at += 1
    phrase = doc[verb.i + 1 : at]
    first = at
    if at < len(doc) and doc[at].lower_ in marking:
        at += 1
    if at >= len(doc) or doc[at].pos_ != "VERB" or bool(len(phrase)) != (named is None):
        return None
    if named is None:
        inside = {t.i for t in phrase}
        head = next((t for t in phrase if t.head.i not in inside and t.pos_ in ("NOUN", "PROPN")), None)
        named = [t for t in expand([head]) if t.i in inside] if head is not None else []
    if not any(report.tools.mentions.can_act(t) for t in named):
        return None
    predicate = doc[at]
    whole = predicate.head if predicate.dep_ == "amod" and predicate.head.i > at else predicate
    last = max(whole.right_edge.i, predicate.i)
    last = min([last, *(t.i - 1 for t in doc[at + 1 : last + 1] if _begins(t, predicate))])
    while last > at and (doc[last].is_punct or doc[last].pos_ == "CCONJ"):
        last -= 1
    return Barred(predicate, named, doc[first], doc[last])


def _begins(token: Token, predicate: Token) -> bool:
    """Whether a clause that goes on beside a predicate begins with a token."""
    return token.dep_ == "cc" and is_clause(token.head) and token.head.i > token.i and token.head.i != predicate.i
