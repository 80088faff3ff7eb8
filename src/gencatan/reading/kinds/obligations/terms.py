"""Whether a clause tells what an agreement asks for: what it opens with, and what stood before it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import (
    RELATIVE,
    conjuncts,
    expand,
    has_subject,
    is_clause,
    is_conjunct,
    lowered,
    marks,
    preposition,
    starts,
)
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.drafts.draft import Draft, Firing

DEMANDED: Final = frozenset({"called_for", "planned"})
MODALS: Final = ("required", "strong", "possible", "forbidding")
GOES_ON: Final = 2  # sentences
REACH: Final = 5
CONCLUDED: Final = frozenset({"agreed", "signed", "in_effect"})


def clauses(sentence: Sentence, report: Report) -> Iterator[tuple[Token, Token]]:
    """The predicates that a sentence brings in as terms, each with the noun of the agreement ("under the deal, …").

    They say what must or is to be done, or, in no tense of the past, what is done ("Menurut perjanjian, kedua pihak
    membentuk komite").
    """
    assert sentence.doc is not None
    if report.tools.pack.words("terms_markers").firsts.isdisjoint(lowered(sentence.doc)):
        return
    for verb in sentence.tokens:
        if not is_clause(verb) or is_conjunct(verb):
            continue
        noun = report.tools.frames.marked(verb, "terms_markers")
        if noun is None or noun.i > verb.i:
            continue
        if not agreement_named(noun, sentence, report) and not drafted(noun, verb, sentence, report):
            continue
        further = (c for c in verb.children if c.i > verb.i and is_clause(c) and _beside(c, report))
        for clause in (t for one in (verb, *further) for t in conjuncts(one) if not is_answer(t, report)):
            signals = report.tools.moods.read(sentence, clause, {}).signals
            barred = "denied" in signals and report.tools.moods.own.requires(clause, "modal_possible")
            if barred or signals.keys() & DEMANDED or (not signals and _timeless(clause, sentence, report)):
                yield clause, noun


def is_answer(clause: Token, report: Report) -> bool:
    """Whether a clause behind a "but" tells what came of a term and is none itself ("the army must leave the schools,
    *but it has not left*", "*tetapi militer belum mundur*")."""
    if not is_conjunct(clause) or not has_subject(clause):
        return False
    words, own = report.tools.pack.words("but_words").firsts, report.tools.moods.own
    if not any(c.dep_ == "cc" and c.lower_ in words for c in clause.children):
        return False
    return not own.planned(clause) and not any(own.requires(clause, f"modal_{sort}") for sort in MODALS)


def undertaken(firing: Firing, report: Report) -> bool:
    """Whether it is under a deal that somebody promises something ("under the accord both states undertake to …", "in
    return the government undertakes to …", where the deal's terms were just told); by words that bind more than a
    promise does, also behind a deal, or of several sides ("the two governments also undertook to …")."""
    if in_return(firing.token, report) and told_terms(firing.sentence, report):
        return True
    if firing.token.dep_ in RELATIVE and _in_which(firing.token, report):
        return report.tools.mentions.fits(firing.token.head, ("@agreement", "!@resolution"))
    noun = report.tools.frames.marked(firing.token, "terms_markers")
    if starts(firing.token, report.tools.pack.words("verbs_undertaking")):
        sides = expand(report.tools.syntax.subjects.of(firing.token))
        deal = noun is not None and report.tools.mentions.fits(noun, ("@agreement", "!@resolution"))
        several = len(sides) > 1 or any(_several(t, firing.sentence, report) for t in sides)
        earlier = (f for one in near(firing.sentence, report) for f in report.firings_in(one))
        before = (f for f in earlier if f.sentence is not firing.sentence or f.token.i < firing.token.i)
        if deal or several or any(f.trigger.kind == "agreement" for f in before):
            return True
    return noun is not None and noun.i < firing.token.i and agreement_named(noun, firing.sentence, report)


def _in_which(verb: Token, report: Report) -> bool:
    """Whether a relative clause tells what stands in the thing before it ("a text *in which* they pledged to …")."""
    pronouns = report.tools.pack.words("relative_pronouns")
    return any(t.lower_ in pronouns and preposition(t) and t.i < verb.i for t in verb.subtree)


def _several(side: Token, sentence: Sentence, report: Report) -> bool:
    """Whether a noun names more than one side by a number or a word such as "both"."""
    words = [t.lower_ for t in side.doc[side.left_edge.i : side.i + 1]]
    if report.tools.pack.words("both_markers").at(words, 0):
        return True
    count = report.count_of(sentence, side)
    return count is not None and (count.min or 0) > 1


def in_phase(verb: Token, report: Report) -> bool:
    """Whether a clause tells what is done in a phase ("in a first phase the rebels will free 33 hostages")."""
    before = (c for c in verb.children if c.i < verb.i and c.dep_.split(":")[0] in ("obl", "advmod", "nmod"))
    return any(report.tools.mentions.fits(c, ("@phase",)) for c in before)


def _beside(clause: Token, report: Report) -> bool:
    """Whether a clause goes on beside the one that it hangs on (", while the government is to …")."""
    contrast = clause.dep_ == "advcl" and marks(clause).split(" ")[0] in report.tools.pack.words("contrast_markers")
    return contrast or clause.dep_ == "parataxis"


def under_which(sentence: Sentence, report: Report) -> Iterator[tuple[Token, Token]]:
    """What an agreement lays down in a clause "under which …", wherever the parser hung that clause."""
    assert sentence.doc is not None
    markers, pronouns = (report.tools.pack.words(key) for key in ("terms_markers", "relative_pronouns"))
    if markers.firsts.isdisjoint(lowered(sentence.doc)):
        return
    for pronoun in sentence.tokens:
        if pronoun.lower_ not in pronouns or preposition(pronoun) not in markers or not is_clause(pronoun.head):
            continue
        earlier = reversed([f for f in report.firings_in(sentence) if f.token.i < pronoun.i])
        noun = next((f.token for f in earlier if f.trigger.kind == "agreement" and f.nominal), None)
        if noun is None:
            continue
        for clause in conjuncts(pronoun.head):
            if report.tools.moods.read(sentence, clause, {}).signals.keys() & DEMANDED:
                yield clause, noun


def agreement_named(noun: Token, sentence: Sentence, report: Report) -> bool:
    """Whether a noun names an agreement that is told of, or its text ("the deal", "naskah perjanjian itu")."""
    fits = report.tools.mentions.fits
    named = [noun, *(c for c in noun.children if c.dep_.split(":")[0] in ("nmod", "compound", "flat", "appos"))]
    if fits(noun, ("@terms", "@document")) and not fits(noun, ("@agreement",)):
        # "under its terms", "menurut isinya": whose they are tells nothing; but
        named = [c for c in named[1:] if c.pos_ not in ("PRON", "DET")] or named  # not "under the terms of the loan"
    for one in named:
        if any(f.trigger.kind == "agreement" for f in report.at(sentence, one)):
            return True
        deal = fits(one, ("@agreement", "@terms")) and not fits(one, ("@resolution", "@proposal"))
        if deal and told(sentence, report):
            return True
    return False


def near(sentence: Sentence, report: Report) -> Iterator[Sentence]:
    """A sentence and those a little before it, in text order."""
    return (report.sentences[n] for n in range(max(0, sentence.index - REACH), sentence.index + 1))


def drafted(noun: Token, verb: Token, sentence: Sentence, report: Report) -> bool:
    """Whether a clause tells what a text asks for that is no agreement yet ("Under the draft, the army would …")."""
    if not report.tools.mentions.fits(noun, ("@proposal",)) or not report.is_definite(sentence, noun):
        return False
    to_come = report.tools.moods.read(sentence, verb, {}).signals.keys() & DEMANDED
    owed = (f.trigger.action or f.trigger.values.get("action", "") for f in report.at(sentence, verb))
    duty = any(action not in ("", "other") for action in owed)
    return bool(to_come) and (duty or told(sentence, report))


def told(sentence: Sentence, report: Report) -> bool:
    """Whether the report told of an agreement a little before, or in the same sentence."""
    return any(f.trigger.kind == "agreement" for one in near(sentence, report) for f in report.firings_in(one))


def told_terms(sentence: Sentence, report: Report) -> bool:
    """Whether the report just told what an agreement asks for, so that "is to" and "will" go on with it."""
    here = (d for d in report.bound if d.sentence is sentence)
    near = (*here, *_just_drafted(sentence, report))
    return any(d.kind == "obligation" and d.values.get("basis") == "agreement" for d in near)


def _just_drafted(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """What a sentence and those just before it told so far, the last first: drafts come in the order of sentences."""
    return takewhile(lambda d: sentence.index - d.sentence.index <= GOES_ON, reversed(report.drafts))


def just_concluded(sentence: Sentence, report: Report) -> bool:
    """Whether a sentence or two before an agreement was told to be made."""
    near = (d for d in _just_drafted(sentence, report) if d.sentence.index < sentence.index)
    made = (d for d in near if d.kind == "agreement" and d.status == "asserted")
    return any(d.values.get("stage") in CONCLUDED for d in made)


def in_return(verb: Token, report: Report) -> bool:
    """Whether a clause tells what a side does for what the other does ("in return the rebels will give up …")."""
    words = report.tools.pack.words("return_markers")
    return any(words.at([t.lower_ for t in c.subtree], 0) for c in verb.children if c.dep_ in ("obl", "advmod"))


def _timeless(verb: Token, sentence: Sentence, report: Report) -> bool:
    """Whether a clause is in no tense of the past, and of nothing that can only be news."""
    if verb.pos_ != "VERB" or has(verb, "Tense", "Past") or has(verb, "VerbForm", "Part"):
        return False
    aspect = report.tools.pack.words("verbs_transparent")
    if any(c.i < verb.i and (c.pos_ == "AUX" or c.lower_ in aspect) for c in verb.children):
        return False  # "telah menarik", "has withdrawn"
    if verb.lower_ in report.tools.pack.words("verbs_keeping"):
        return False  # "each side keeps its right to …"
    if any(c.i in sentence.date_tokens for c in verb.subtree):
        return False  # it may be what was done on that day
    here = report.at(sentence, verb)
    if report.tools.syntax.verbs.passive(verb) and any(_holds_fire(f) for f in here):
        return True  # "under the deal all attacks are stopped"
    return all(f.trigger.kind == "obligation" for f in here)


def _holds_fire(firing: Firing) -> bool:
    return firing.trigger.kind == "obligation" and firing.trigger.values.get("action") == "cease_hostilities"
