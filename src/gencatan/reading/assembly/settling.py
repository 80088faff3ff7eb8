"""Which of the dates and places around it a draft gets, and what they show of its status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Phrases
from gencatan.parse.morph import has
from gencatan.reading.assembly.anothers import Anothers
from gencatan.reading.assembly.datings import dating, day_of_next
from gencatan.reading.assembly.other_days import (
    is_of_aside,
    is_of_done,
    is_of_marked_out,
    is_of_part,
    is_of_resolving,
    is_of_what_comes,
)
from gencatan.reading.assembly.proximity import FOUGHT, HARMS, is_under
from gencatan.reading.assembly.venues import venue
from gencatan.reading.assembly.where_then import told_where
from gencatan.reading.assembly.whereabouts import whereabouts
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.entries import DESCRIBING
from gencatan.reading.firing.lasting import over
from gencatan.reading.places import PlaceMention
from gencatan.reading.report import Report
from gencatan.reading.tree.asides import apart
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, preposition_words, starts
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    import datetime as dt

    from spacy.tokens import Token

TO_COME: Final = frozenset({"planned", "called_for"})
TIMETABLED: Final = frozenset({"meeting", "agreement", "deployment", "mediation"})
MADE: Final = frozenset({"signed", "agreed", "in_effect"})
JUDGED: Final = frozenset({"condemn", "support", "accuse", "deny", "acknowledge", "warn", "reject"})
STANDS: Final = ("@stand",)
PAPER: Final = ("@document",)
COUNTED_SHAPES: Final = frozenset({"earlier", "later", "same", "vague"})
"""Shapes of dates that count from a day told elsewhere."""
APART: Final = ("after_markers", "before_markers", "dealing_prepositions")


@dataclass(slots=True)
class Settled:
    """A draft with its date and place mentions chosen; `place_words` are those that stand for the place ("there")."""

    draft: Draft
    date: DateExpression | None
    date_sentence: Sentence
    place: PlaceMention | None
    place_words: PlaceMention | None = None


def _is_harm(firing: Firing) -> bool:
    """Whether a word tells of force or of those it hurt, and not of what is done with somebody ("arrested")."""
    values = firing.trigger.values
    return values.get("act") in FOUGHT or values.get("harm") in HARMS


def _scheduled(draft: Draft, date: DateExpression) -> bool:
    """Whether a plain present with a day tells what is to come ("the council meets on Monday", "ends on 1 May")."""
    if draft.status != "asserted" or draft.kind not in TIMETABLED or draft.firing is None:
        return False
    first = date.first
    weekday = first.weekday is not None and first.day is None and first.shift is None
    of_a_year = first.day is not None and first.month is not None and first.year is None
    if date.relation != "at" or date.last is not None or not (weekday or of_a_year):
        return False
    verb, day = draft.firing.token, draft.sentence.token_at(date.start)
    if day is not None and any(c.dep_ in SUBJECTS and (c.i == day.i or c.is_ancestor(day)) for c in verb.children):
        return False  # "the truce of 29 August still holds"
    if draft.firing.nominal:
        if verb.dep_ not in SUBJECTS or (day is not None and verb.is_ancestor(day)):
            return False  # "the accord of 6 August requires …": which one is told
        verb = verb.head  # "talks begin on Monday"
    told = verb.pos_ == "VERB" and has(verb, "VerbForm", "Fin") and has(verb, "Tense", "Pres")
    return told and not any(c.dep_.split(":")[0] in ("aux", "cop") for c in verb.children)


def _of_main_clause(draft: Draft, index: int) -> bool:
    """Whether a day stands behind the verb that tells what became of an agreement, and a step of it is told by a clause
    about its noun before ("the truce [signed by both sides] was broken *on Monday*")."""
    clause, noun = draft.token, draft.token.head
    if draft.kind != "agreement" or clause.dep_ not in RELATIVE or noun.dep_ not in SUBJECTS:
        return False
    day, verb = clause.doc[index], noun.head
    return clause.i < verb.i < day.i and verb.pos_ == "VERB" and not clause.is_ancestor(day)


def _runs_to(draft: Draft, date: DateExpression, to: Phrases) -> bool:
    """Whether a truce is prolonged *to* a day, which is not the one on which that was done."""
    day = draft.sentence.head_of(date.start, date.end)
    if draft.values.get("stage") != "extended" or date.relation != "at" or date.last is not None or day is None:
        return False
    return preposition_words(day) in to or (day.head.pos_ == "NOUN" and preposition_words(day.head) in to)


def _yet_to_be(draft: Draft, date: DateExpression, published: dt.date | None) -> bool:
    """Whether what no past tense tells has words of a time to come ("France pulls out next month", "besok"), or a year
    after the report's ("which runs out in 2031")."""
    later = published is not None and date.first.year is not None and date.first.year > published.year
    if draft.status != "asserted" or draft.kind == "casualty" or date.relation != "at":
        return False  # of those who died or are missing nobody tells before
    if not (date.first.lies_ahead or later):
        return False
    verb = draft.token.head if draft.nominal and draft.token.dep_ in (*SUBJECTS, "obj") else draft.token
    words = [verb, *(c for c in verb.children if c.dep_.split(":")[0] in ("aux", "cop"))]
    return not any(has(word, "Tense", "Past") for word in words)


def _onward(draft: Draft, date: DateExpression, sentence: Sentence, onward: Phrases) -> bool:
    """Whether a truce is told to hold from a weekday on ("takes effect starting Sunday", "berlaku mulai Minggu"): that
    is the coming one, but where it is said to hold already ("telah berlaku mulai Minggu")."""
    first = date.first
    if date.relation != "since" or draft.status != "asserted" or draft.values.get("stage") != "in_effect":
        return False
    if first.weekday is None or first.day is not None or first.shift is not None or date.last is not None:
        return False
    told = sentence.text[date.start - sentence.start : date.end - sentence.start].lower().split()
    if not onward.at(told, 0) or has(draft.token, "Tense", "Past"):
        return False
    return not any(c.dep_.split(":")[0] in ("aux", "cop", "obj") for c in draft.token.children)  # of the truce itself


def _by_calendar(date: DateExpression, sentence: Sentence) -> DateExpression:
    """The day of the calendar that stands right beside words that count from another ("two weeks earlier, on 20
    September"): it is the same day, and told."""
    if date.first.shape not in COUNTED_SHAPES or date.relation != "at":
        return date
    for other in sentence.dates:
        first, last = (date, other) if date.start < other.start else (other, date)
        between = sentence.text[first.end - sentence.start : last.start - sentence.start].split(",")
        beside = first.end <= last.start and len(between) == 2 and not between[0] and len(between[1].split()) <= 1
        if beside and other.relation == "at" and other.last is None and other.first.shape == "calendar":
            return other
    return date


class Settling:
    """Settles the drafts of one report, each by itself."""

    def __init__(self, report: Report) -> None:
        """Take the report, with its places collected."""
        self._report = report
        self._apart = tuple(report.tools.pack.words(key) for key in APART)
        self._anothers = Anothers(report)
        self._since = report.tools.pack.words("onward_markers")
        self._answers = report.tools.pack.words("answer_nouns")

    def settle(self, draft: Draft) -> Settled:
        """A draft with its date and place; one that tells what is to come is planned from here on."""
        report, sentence = self._report, draft.sentence
        starts = self.carriers(draft)
        own = self._anothers.own(draft)
        if own is None and draft.nominal and over(draft.token, report.tools):
            own = draft.token
        told_of = draft.token.head
        if own is None and draft.token.dep_ in RELATIVE and told_of.pos_ == "NOUN" and over(told_of, report.tools):
            own = draft.token  # "took effect on Monday, ending 14 months of fighting that killed thousands"
        if own is None and draft.nominal and draft.kind == "deployment" and draft.status in TO_COME:
            own = draft.token  # "approved the deployment on Monday": that is the day of approving
        if own is None and draft.nominal and draft.firing is not None and draft.firing.mood.inside == "purpose":
            own = draft.token  # "on Friday marched to protest the killings of May": what a purpose is about was before
        if own is None and draft.nominal and report.tools.moods.looked_into(draft.token):
            own = draft.token  # "an inquiry into the killings opens on Monday"
        if self.is_answered(draft):
            own = None  # "in retaliation for the killing of X, in Y last month": told by where they stand
        done = draft.kind in ("event", "casualty") and not draft.nominal and has(draft.token, "Tense", "Past")
        goes_on = draft.token.dep_ == "amod" and (done or draft.values.get("act") in DESCRIBING)
        if goes_on:
            own = draft.token.head  # "reached the besieged town on Monday", "will free captured men on Friday": no day
        firings = report.firings_in(sentence)
        acts = [f.token for f in firings if f.trigger.kind == "event"]
        struck = {f.token.i for f in firings if _is_harm(f)}
        words = whereabouts(
            draft, starts, report.places, own, acts, struck, lambda place: self._is_elsewhere(draft, place)
        )
        words = words or venue(draft, starts, report.places, report.tools.pack)
        place = report.places.settle(words) if words else None
        dealt_with = report.tools.pack.words("dealing_prepositions")
        then = report.tools.pack.words("day_clauses")
        said = self._said(draft)
        date = dating(
            draft,
            starts,
            dealt_with,
            at_the_time=then,
            said=said,
            within=own,
            happens=self._happens,
            stands=lambda noun: report.tools.mentions.fits(noun, STANDS),
            of=report.tools.pack.words("genitive_markers").firsts,
            bare=report.tools.pack.noun_head == "first",
            names=lambda index, date: self._is_other(draft, index, starts, date),
            acts=struck,
            apart=self._apart,
        )
        date = date and _by_calendar(date, sentence)
        if date is not None and _runs_to(draft, date, report.tools.pack.words("postponed_to")):
            date = replace(date, relation="until")
        served = date is not None and date.relation == "duration" and self._is_term(draft)
        if goes_on or served or self._anothers.is_found(draft):
            date = None
        if date is not None and (
            _scheduled(draft, date)
            or _yet_to_be(draft, date, report.document.published)
            or _onward(draft, date, sentence, self._since)
        ):
            draft.status = "planned"
        return Settled(draft, date, sentence, place, words)

    def is_answered(self, draft: Draft) -> bool:
        """Whether an act's noun tells what another act answers ("in retaliation for *the killing*")."""
        noun = draft.token
        if not draft.nominal or noun.dep_.split(":")[0] != "nmod" or draft.kind not in ("event", "casualty"):
            return False
        return noun.head.i < noun.i and noun.head.lower_ in self._answers

    def _is_of_answer(self, index: int, draft: Draft) -> bool:
        """Whether a day or place is of the act that answers, before the words for what is answered, or in its clause
        behind them ("in retaliation for the killing of X drones struck Y *on Monday*")."""
        noun = draft.token
        if not self.is_answered(draft):
            return False
        behind = noun.doc[noun.i + 1 : index]
        return index < noun.i or any(t.pos_ == "VERB" and not is_under(t, noun) for t in behind)

    def _is_of_answered(self, word: Token, draft: Draft) -> bool:
        """Whether a place stands in the words for what the act answers ("shelled X in retaliation for the killing *in
        Y*")."""
        answers = self._answers
        while word.head.i != word.i:
            word = word.head
            if word.lower_ in answers and draft.token.i < word.i:
                return not is_under(draft.token, word)
        return False

    def _is_term(self, draft: Draft) -> bool:
        """Whether how long is told of a term to be served ("jailed for 25 years")."""
        return starts(draft.token, self._report.tools.pack.words("verbs_of_terms"))

    def carriers(self, draft: Draft) -> list[Token]:
        """The trigger, and the verb that carries an event noun ("launched an operation")."""
        verb = self._report.tools.syntax.governor(draft.token) if draft.nominal else None
        return [draft.token] if verb is None else [draft.token, verb]

    def _is_elsewhere(self, draft: Draft, place: PlaceMention) -> bool:
        if (later := day_of_next(draft)) is not None and later.i < place.token.i:
            return True
        if self._is_of_answered(place.token, draft) or self._is_of_answer(place.token.i, draft):
            return True
        if is_of_what_comes(place.token, draft, self._report.tools.moods.own.planned):
            return True
        if is_of_marked_out(place.token, draft):
            return True
        return self._apart_from(draft, place.token.i) or self._anothers.places(draft, place)

    def _is_other(self, draft: Draft, index: int, starts: Sequence[Token], date: DateExpression) -> bool:
        """Whether a date is part of what a thing is called, or that of another act, a paper or an aside that the act is
        not in."""
        if self._names_which(draft, index) or self._apart_from(draft, index) or self._since_then(draft, starts, index):
            return True
        if _of_main_clause(draft, index):
            return True
        known = self._anothers.dates(draft, starts, date, index) or self._is_of_answer(index, draft)
        if known or self._was_there(draft, index):
            return True
        day, tools = draft.token.doc[index], self._report.tools
        if is_of_part(day, draft, tools.pack.words("including_markers")) or is_of_aside(day, draft):
            return True
        if is_of_marked_out(day, draft):
            return True
        if (
            is_of_resolving(day, draft)
            or is_of_done(day, draft)
            or is_of_what_comes(day, draft, tools.moods.own.planned)
        ):
            return True
        if draft.kind not in ("event", "casualty") or day.dep_.split(":")[0] not in ("nmod", "obl"):
            return False
        paper = day.head  # "an article from 2008 that tells of the killings"; "reported shelling on Monday" is none
        top = paper.head if paper.dep_ == "nsubj" and paper.i < day.i else paper  # "articles from 2008 describe a raid"
        noun = paper.pos_ in ("NOUN", "PROPN") and any(top.is_ancestor(s) and s.i != top.i for s in starts)
        return noun and self._report.tools.mentions.fits(paper, PAPER)

    def _was_there(self, draft: Draft, index: int) -> bool:
        words = self._report.tools.pack.words
        return told_where(draft.token, index, words("relative_pronouns"), words("day_clauses"))

    def _since_then(self, draft: Draft, starts: Sequence[Token], index: int) -> bool:
        """Whether a clause about a thing has a time of its own that is no day ("ended on Saturday without a deal on the
        city, *which has been cut off since the first months of the war*")."""
        clause, day = starts[-1], draft.token.doc[index]
        if draft.kind not in ("event", "casualty") or clause.dep_ not in RELATIVE or clause.is_ancestor(day):
            return False
        after, dated = self._report.tools.pack.words("after_markers"), draft.sentence.date_tokens
        behind = (c for c in clause.children if c.i > clause.i and c.i not in dated and c.pos_ == "NOUN")
        times = (c for c in behind if preposition_words(c) in after)
        return any(self._report.tools.mentions.fits(c, ("@time_noun",)) or self._happens(c) for c in times)

    def _apart_from(self, draft: Draft, index: int) -> bool:
        return apart(index, draft.token, self._report.tools.pack.words("relative_pronouns"))

    def _names_which(self, draft: Draft, index: int) -> bool:
        """Whether a date tells which agreement is meant ("suspended the treaty of 1960"), and not when it was made, or
        in which time an act was one of several ("the attack, the third this month")."""
        assert draft.sentence.doc is not None
        day = draft.sentence.doc[index]
        begins = draft.values.get("stage") == "in_effect"  # "began a truce on Saturday": its noun tells of one start
        if draft.values.get("stage") in MADE and not begins and self._when_it_starts(draft, index):
            return True
        before = day.left_edge.nbor(-1) if day.left_edge.i else day
        if before.dep_ == "appos" and before.pos_ in ("ADJ", "NUM"):
            return True
        if day.dep_ != "nmod" or draft.values.get("stage") in MADE or day.head.i == draft.token.i:
            return False
        tools, prep = self._report.tools, preposition_words(day)
        bare = not prep and draft.kind == "event"  # "sejak gencatan senjata 3 Mei, meski pertempuran …"
        return (bare or prep in tools.pack.words("genitive_markers")) and tools.mentions.fits(day.head, ("@agreement",))

    def _when_it_starts(self, draft: Draft, index: int) -> bool:
        """Whether a day behind words that tell when an agreement takes effect is that day, and not when it was made
        ("agreed to a truce starting at midnight on Friday")."""
        doc = draft.token.doc
        steps = (  # words that tell of it, and not its noun ("agreed on a ceasefire in Minsk on Friday")
            f.token.i
            for f in self._report.firings_in(draft.sentence)
            if f.trigger.values.get("stage") == "in_effect" and f.token.pos_ != "NOUN"
        )
        return any(
            draft.token.i < step < index and all(t.pos_ != "VERB" and not t.is_punct for t in doc[step + 1 : index])
            for step in steps
        )

    def _said(self, draft: Draft) -> frozenset[int]:
        """The words of a draft's sentence by which somebody speaks of what was done."""
        acts = self._report.statements.get(draft.sentence.index, {})
        return frozenset(i for i, act in acts.items() if act in JUDGED)

    def _happens(self, noun: Token) -> bool:
        mentions = self._report.tools.mentions
        return mentions.is_event(noun) or "time_noun" in mentions.classes(noun)
