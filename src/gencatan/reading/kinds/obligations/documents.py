"""What a document lays down for somebody, and a term that somebody is given to do it in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

from gencatan.parse.morph import has
from gencatan.reading.kinds.obligations import terms
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    conjuncts,
    expand,
    is_clause,
    lowered,
    marks,
    preposition,
)
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from gencatan.language.pack import Phrases

DEEDS: Final = ("@agreement", "@terms", "@document", "@deal_text", "!@resolution")
CLAUSES: Final = frozenset({"xcomp", "ccomp", "advcl", "acl", "acl:relcl"})
TIMES: Final = ("@time_noun",)
TERMS: Final = frozenset({"until", "duration", "within", "before"})
DAYS_SET: Final = frozenset({"until", "before"})


class Allotted(NamedTuple):
    """What is to be done within a term, and by whom."""

    predicate: Token
    doers: list[Token]


def laid_down(verb: Token, sentence: Sentence, report: Report) -> Token | None:
    """The document that is the subject of a verb of laying down duties ("the text obliges …", "it provides for …").

    None where it is somebody, or a document that is no agreement's, as far as the report tells.
    """
    if not lays_down(verb, report) or not is_clause(verb):
        return None
    mentions = report.tools.mentions
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is None and verb.dep_ == "conj" and is_clause(verb.head):
        return laid_down(verb.head, sentence, report)
    if verb.dep_ in RELATIVE and (subject is None or has(subject, "PronType", "Rel")):
        subject = verb.head
    participle = has(verb, "VerbForm", "Ger") or (has(verb, "VerbForm", "Part") and has(verb, "Tense", "Pres"))
    if subject is None and participle and verb.dep_ in ("xcomp", "advcl"):
        things = [c for c in verb.head.children if c.dep_ == "obj" and verb.head.i < c.i < verb.i]
        subject = things[-1] if things else None  # "signed a document on Monday setting out how …"
    if subject is None:
        return None
    if mentions.pronoun(subject) == "thing.sg":
        words, phrases = lowered(verb.doc), report.tools.pack.words("verbs_called_for")
        binds = phrases.at(words[verb.i : verb.i + 2], 0) > 0  # as nobody but a document does
        binds = binds and not report.at(sentence, verb, "statement")  # "It called for …": it may be a council
        return subject if _stands_for_deal(subject, sentence, report, sure=binds) else None
    if not mentions.fits(subject, DEEDS):
        return None
    named = any(f.trigger.kind == "agreement" for f in report.at(sentence, subject))
    return subject if named or terms.told(sentence, report) else None


def lays_down(verb: Token, report: Report) -> bool:
    """Whether a verb is one by which documents bind somebody."""
    return _opens_so(lowered(verb.doc), verb.i, report.tools.pack.words("verbs_laying_down"))


def laying_down(doc: Doc, report: Report) -> list[Token]:
    """The words of a sentence that may be such verbs."""
    words, phrases = lowered(doc), report.tools.pack.words("verbs_laying_down")
    return [doc[at] for at in range(len(words)) if _opens_so(words, at, phrases)]


def _opens_so(words: list[str], at: int, phrases: Phrases) -> bool:
    return words[at] in phrases.firsts and phrases.at(words[at : at + 2], 0) > 0


def _stands_for_deal(pronoun: Token, sentence: Sentence, report: Report, *, sure: bool) -> bool:
    """Whether "it" is the agreement just told of, and nobody named with that (unless the verb makes it `sure`)."""
    here = report.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    before = [f for one in here for f in report.firings_in(one) if f.trigger.kind == "agreement"]
    if all(f.sentence is sentence and f.token.i > pronoun.i for f in before):
        return False
    meant = report.settle(Mention(sentence, pronoun))
    if sure or meant is None or report.at(meant.sentence, meant.token, "agreement"):
        return True
    kinds = report.tools.mentions.classes(meant.token)
    plural = has(meant.token, "Number", "Plur") or any(c.dep_ == "conj" for c in meant.token.children)
    return plural or not kinds & {"organisation", "state", "group"}


def allotted(sentence: Sentence, report: Report) -> Iterator[Allotted]:
    """What somebody has a term for ("have until Friday to leave", "were given 30 days to disarm").

    A term that a side sets its foe is an ultimatum and binds nobody: of an active verb of giving, the giver must be a
    document.
    """
    assert sentence.doc is not None
    tools = report.tools
    words = tools.pack.words
    verbs_having, verbs_giving = words("verbs_having"), words("verbs_giving")
    for at, low in enumerate(lowered(sentence.doc)):
        having = low in verbs_having
        if not (having or low in verbs_giving):
            continue
        verb = sentence.doc[at]
        clause = next((c for c in _behind(verb) if marks(c) in words("control_marks")), None)
        if clause is None or not _term_between(verb, clause, sentence) or tools.moods.own.negated(verb):
            continue
        roles = tools.syntax.roles_of_verb(verb, dates=sentence.date_tokens)
        if having:
            doers = tools.syntax.subjects.of(verb)
        elif tools.syntax.verbs.passive(verb):
            doers = roles.get("obj", [])
        elif laid_down(verb, sentence, report) is not None:
            between = (c for c in verb.children if verb.i < c.i < clause.i)
            doers = [c for c in between if c.pos_ in ("NOUN", "PROPN", "PRON") or c.text[:1].isupper()]
            doers = [t for t in doers if not preposition(t) and not tools.mentions.fits(t, TIMES)]
        else:
            continue
        doers = [t for t in expand(doers) if tools.mentions.can_act(t) and t.i not in sentence.date_tokens]
        beside = list(_beside(clause, report))
        own = {one.predicate.i for one in beside}
        if doers:
            yield from (Allotted(predicate, doers) for predicate in conjuncts(clause) if _is_own(predicate, own))
            yield from beside


def _is_own(predicate: Token, others: set[int]) -> bool:
    """Whether it is something to be done, and by this side."""
    return predicate.i not in others and (is_clause(predicate) or predicate.pos_ in ("VERB", "AUX"))


def _beside(clause: Token, report: Report) -> Iterator[Allotted]:
    """What the next side has a term for, the verb left out ("…, and Israel a week to pull back")."""
    for verb in clause.doc[clause.i + 1 :]:
        side = report.tools.syntax.subjects.gapped_side(verb)
        if side is not None and report.tools.mentions.can_act(side):
            yield Allotted(verb, [side])


def _behind(verb: Token) -> Iterator[Token]:
    """The clauses behind a verb or behind the term that is its object."""
    for child in verb.children:
        if child.i > verb.i and child.dep_ in CLAUSES:
            yield child
        elif child.i > verb.i:
            yield from (c for c in child.children if c.dep_ in CLAUSES and c.i > child.i)


def only_had(term: Allotted, sentence: Sentence, report: Report) -> bool:
    """Whether a term is only how long somebody had ("had two months to study the plan"), and no day set them."""
    verb = term.predicate.head
    if verb.lower_ not in report.tools.pack.words("verbs_having") or not has(verb, "Tense", "Past"):
        return False
    after, before = sentence.to(verb), sentence.from_(term.predicate)
    return not any(d.relation in DAYS_SET and after < d.start < before for d in sentence.dates)


def _term_between(verb: Token, clause: Token, sentence: Sentence) -> bool:
    """Whether a term stands behind a verb, before the clause that tells what is to be done in it."""
    after, before = sentence.to(verb), sentence.from_(clause)
    dated = any(d.relation in TERMS and after < d.start < before for d in sentence.dates)
    return dated or any(n.kind == "duration" and after < n.start < before for n in sentence.numbers)
