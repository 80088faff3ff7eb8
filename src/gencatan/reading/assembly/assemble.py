"""From drafts to claims: dates, places, actors, evidence, and one claim for one fact told twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final

from gencatan.gazetteer import Entry, Gazetteer
from gencatan.model import Actor, Claim, Count, Document, Filler, Place, ReaderMark, SlotValue, Span, When
from gencatan.model.vocabulary import KINDS
from gencatan.parse.morph import has, values
from gencatan.reading.actors.memory import ActorMemory
from gencatan.reading.assembly import confidence
from gencatan.reading.assembly.datings import dating
from gencatan.reading.assembly.proximity import HARMS, STRIKES, after_phrase, own_phrase
from gencatan.reading.assembly.whereabouts import whereabouts
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.dates.resolve import anchored_date, anchored_period, period, resolve
from gencatan.reading.drafts.drafts import Draft, Firing
from gencatan.reading.firing.entries import DESCRIBING
from gencatan.reading.firing.lasting import over
from gencatan.reading.kinds import both, plover
from gencatan.reading.kinds.deal_names import own_name
from gencatan.reading.places import PlaceMention, located
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.syntax import SUBJECTS, Sentence, conjuncts, preposition_words

if TYPE_CHECKING:
    from spacy.tokens import Token

MAX_EVIDENCE: Final = 300
WORD: Final = re.compile(r"\w+(?:[-'’.]\w+)*")
REACH: Final = 8
WORDS: Final = frozenset({"agreement", "meeting", "mediation", "statement", "obligation"})
"""Kinds of claim that are done with words."""
BEFORE: Final = 8
"""Acts told before that a day may go by."""
NEAR: Final = 40
FUTURE: Final = frozenset({"planned", "called_for", "conditional"})
TIMETABLED: Final = frozenset({"meeting", "agreement", "deployment", "mediation"})
FAMILIES: Final = (
    frozenset({"clash", "operation", "attack", "other"}),
    frozenset({"explosion", "attack"}),
    frozenset({"air_strike", "shelling", "attack", "operation"}),
)
STEPS: Final = frozenset({"in_effect", "expired", "extended"})
JUDGED: Final = frozenset({"condemn", "support", "accuse", "deny", "acknowledge", "warn", "reject"})
AHEAD: Final = 92
"""Days within which a day told without a year is rather the coming one, where the words fit both."""
MADE: Final = frozenset({"signed", "agreed", "in_effect"})
STANDS: Final = ("@stand",)
READER: Final = "gencatan"


@dataclass(slots=True)
class Settled:
    """A draft with its date and place mentions chosen; `place_words` are those that stand for the place ("there")."""

    draft: Draft
    date: DateExpression | None
    date_sentence: Sentence
    place: PlaceMention | None
    place_words: PlaceMention | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with all its evidence, as it was first made (`own`), and the claims that told no more (`others`)."""

    claim: Claim
    own: Claim
    others: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in one report: mentions resolved in text order, by their offsets, and a memory for the rest."""

    memory: ActorMemory
    found: Mapping[tuple[int, int], Actor | None]

    def of(self, span: Span) -> Actor | None:
        """Who the words name; None if nobody we know."""
        key = (span.start, span.end)
        return self.found[key] if key in self.found else self.memory.resolve(span.text)


@dataclass(slots=True)
class Trace:
    """One report read over one parser's trees, with what was built on the way; None where nothing was left to build."""

    document: Document
    sentences: Sequence[Sentence]
    report: Report | None = None
    assembler: Assembler | None = None

    @property
    def made(self) -> Sequence[tuple[Claim, Settled]]:
        """Each claim with what lies behind it, repetitions and all."""
        return () if self.assembler is None else self.assembler.made


ASSENTING: Final = frozenset({"parties", "participants", "mediator", "obligor"})
"""Slots in which each of several bodies counts for itself."""
OPEN: Final = frozenset({"planned", "possible", "conditional"})
"""How what has yet to be is meant."""


def _is_harm(firing: Firing) -> bool:
    """Whether a word tells of force or of those it hurt, and not of what is done with somebody ("arrested")."""
    values = firing.trigger.values
    return values.get("act") in STRIKES or values.get("harm") in HARMS


def _names_somebody(draft: Draft) -> bool:
    """Whether a verb has a noun for its subject or object, though it fills no slot ("the crossings will stay shut")."""
    beside = (c for c in draft.token.children if c.dep_ in SUBJECTS or c.dep_ == "obj")
    return not draft.nominal and any(c.pos_ in ("NOUN", "PROPN") for c in beside)


def _scheduled(draft: Draft, date: DateExpression) -> bool:
    """Whether a plain present with a day of the week tells what is to come ("the council meets on Wednesday")."""
    if draft.status != "asserted" or draft.kind not in TIMETABLED or draft.firing is None:
        return False
    weekday = date.first.weekday is not None and date.first.day is None and date.first.shift is None
    if date.relation != "at" or date.last is not None or not weekday:
        return False
    verb = draft.firing.token
    if draft.firing.nominal:
        if verb.dep_ not in SUBJECTS:
            return False
        verb = verb.head  # "talks begin on Monday"
    told = verb.pos_ == "VERB" and has(verb, "VerbForm", "Fin") and has(verb, "Tense", "Pres")
    return told and not any(c.dep_.split(":")[0] in ("aux", "cop") for c in verb.children)


def _yet_to_be(draft: Draft, date: DateExpression) -> bool:
    """Whether what no past tense tells has words of a time to come ("France pulls out next month", "besok")."""
    if draft.status != "asserted" or draft.kind == "casualty" or date.relation != "at" or not date.first.lies_ahead:
        return False  # of those who died or are missing nobody tells before
    verb = draft.token.head if draft.nominal and draft.token.dep_ in (*SUBJECTS, "obj") else draft.token
    words = [verb, *(c for c in verb.children if c.dep_.split(":")[0] in ("aux", "cop"))]
    return not any(has(word, "Tense", "Past") for word in words)


def _is_day(expression: DateExpression | None) -> bool:
    """Whether date words name a time of their own, which others may go by."""
    return expression is not None and expression.relation in ("at", "since") and expression.first.shape != "vague"


def _is_a_day(expression: DateExpression) -> bool:
    """Whether date words name a day by themselves, by the calendar or from today."""
    return expression.relation == "at" and expression.last is None and expression.first.shape in ("calendar", "day")


def _one_day(when: When | None) -> date | None:
    """The day of what has one, or began on one ("in force since 2 May")."""
    if when is None or when.start is None or when.precision != "day" or when.end not in (None, when.start):
        return None
    return date.fromisoformat(when.start)


class Assembler:
    """Turns the drafts of one report into claims."""

    def __init__(self, report: Report, gazetteer: Gazetteer, identities: Identities, version: str) -> None:
        """`identities` tells who the report's mentions are."""
        self._report = report
        self._gazetteer = gazetteer
        self._identities = identities
        self._version = version
        self._apart = tuple(report.tools.pack.words(key) for key in ("after_markers", "dealing_prepositions"))
        self._settled: Sequence[Settled] = ()
        self._days_meant: dict[tuple[int, str], date | None] = {}
        self.made: list[tuple[Claim, Settled]] = []
        self.refers: list[tuple[Settled, Settled]] = []
        self.lacks: list[tuple[Settled, str]] = []

    def make(self) -> None:
        """Make the report's claims: `made` has each with what lies behind it, `refers` what only names an act told
        before and that act, `lacks` what tells nothing without the slot that stayed empty.
        """
        every = [self._settle(d) for d in sorted(self._report.drafts, key=lambda d: (d.sentence.index, d.token.i))]
        settled: list[Settled] = []
        for n, item in enumerate(every):
            told = self._told_before(item, (every[k] for k in range(n - 1, -1, -1)))
            if told is None:
                settled.append(item)
            else:
                self.refers.append((item, told))
        acts = {id(item.draft): item for item in every} | {id(item.draft): told for item, told in self.refers}
        tolls = [item for item in settled if item.draft.kind == "casualty"]
        for index, item in enumerate(settled):
            if item.draft.kind == "event":
                self._take_over(item, self._antecedent(item, (settled[k] for k in range(index - 1, -1, -1))))
        for item in tolls:  # after their acts, which may stand behind them ("five died in the attack")
            self._take_over(item, acts.get(id(item.draft.link)))
        beside: dict[int, list[Settled]] = {}
        for item in settled:
            beside.setdefault(item.draft.sentence.index, []).append(item)
        for item in tolls:
            told_with = beside[item.draft.sentence.index]
            self._take_over(item, self._beside(item, told_with))
            if item.place is None:
                item.place = self._struck_below(item, told_with)
        self._settled = settled
        entries = self._resolve_places()
        for item in settled:
            claim = self._claim(item, entries)
            if claim is not None:
                self.made.append((claim, item))

    def _settle(self, draft: Draft) -> Settled:
        report, sentence = self._report, draft.sentence
        starts = self._carriers(draft)
        own = own_phrase(draft, report.tools.mentions) or self._before_talks(draft)
        if own is None and draft.nominal and over(draft.token, report.tools):
            own = draft.token
        goes_on = draft.values.get("act") in DESCRIBING and draft.token.dep_ == "amod"
        if goes_on:
            own = draft.token.head  # "reached the besieged town on Monday": the siege has no day
        firings = report.firings_in(sentence)
        acts = [f.token for f in firings if f.trigger.kind == "event"]
        struck = {f.token.i for f in firings if _is_harm(f)}
        words = whereabouts(draft, starts, report.places, own, acts, struck)
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
            names=lambda index: self._names_which(draft, index),
            acts=struck,
            apart=self._apart,
        )
        if goes_on:
            date = None
        if date is not None and (_scheduled(draft, date) or _yet_to_be(draft, date)):
            draft.status = "planned"
        return Settled(draft, date, sentence, place, words)

    def _before_talks(self, draft: Draft) -> Token | None:
        """The phrase with "after" in which an act stands that people spoke, met or agreed after, if it is one: their
        day and town are not the act's ("met in Cairo on Monday after an attack that killed 12"). What harm follows on
        an act is mostly of its day and town."""
        if draft.kind not in ("event", "casualty"):
            return None
        top = after_phrase(draft.token, self._report.tools.pack.words("after_markers"))
        if top is None:
            return None
        if self._days_after(top):
            return top
        sides = [top.head, *(c for c in top.head.children if c.dep_.split(":")[0] in ("nsubj", "obj"))]
        kinds = {f.trigger.kind for token in sides for f in self._report.at(draft.sentence, token)}
        return top if kinds and kinds <= WORDS else None

    def _days_after(self, top: Token) -> bool:
        """Whether what follows on an act did so on another day ("days after they had agreed")."""
        first = top.left_edge
        markers = [t for t in top.children if t.dep_ in ("mark", "case") and first.i <= t.i < top.i]
        before = top.doc[markers[0].i - 1] if markers and markers[0].i else None
        return before is not None and before.lower_ in self._report.tools.pack.words("other_days")

    def _lies_ahead(self, draft: Draft, words: DateExpression) -> bool:
        """Whether a step of an agreement told in the present has a day of the coming months ("a truce that ends on 2
        October"), which would else be almost a year ago. The status stays: no day of publication renames a claim."""
        published, told = self._report.document.published, words.first
        if draft.values.get("stage") not in STEPS or published is None or told.year is not None or words.last:
            return False
        if told.month is None or told.day is None or "Past" in values(draft.token, "Tense"):
            return False
        ahead = resolve(words, published, future=True).start
        return ahead is not None and 0 < (date.fromisoformat(ahead) - published).days <= AHEAD

    def _planned_for(self, item: Settled, words: DateExpression) -> bool:
        """Whether words of a plan stand over a day without a year ("the talks scheduled for 15 May were called off"):
        an open weekday is the next one, a day of a month the nearer one."""
        published, first = self._report.document.published, words.first
        day = item.date_sentence.head_of(words.start, words.end)
        if published is None or day is None or first.year is not None or words.last or words.relation != "at":
            return False
        if first.weekday is None and not (first.month and first.day):
            return False
        if not self._report.tools.moods.planned_at(day):
            return False
        if first.day is None:
            return True
        ahead, past = (resolve(words, published, future=future).start for future in (True, False))
        if ahead is None or past is None:
            return False
        return date.fromisoformat(ahead) - published <= published - date.fromisoformat(past)

    def _names_which(self, draft: Draft, index: int) -> bool:
        """Whether a date tells which agreement is meant ("suspended the treaty of 1960"), and not when it was made, or
        in which time an act was one of several ("the attack, the third this month")."""
        assert draft.sentence.doc is not None
        day = draft.sentence.doc[index]
        if draft.values.get("stage") in MADE and self._when_it_starts(draft, index):
            return True
        before = day.left_edge.nbor(-1) if day.left_edge.i else day
        if before.dep_ == "appos" and before.pos_ in ("ADJ", "NUM"):
            return True
        if day.dep_ != "nmod" or draft.values.get("stage") in MADE or day.head.i == draft.token.i:
            return False
        tools = self._report.tools
        return preposition_words(day) in tools.pack.words("genitive_markers") and tools.mentions.fits(
            day.head, ("@agreement",)
        )

    def _when_it_starts(self, draft: Draft, index: int) -> bool:
        """Whether a day behind words that tell when an agreement takes effect is that day, and not when it was made
        ("agreed to a truce starting at midnight on Friday")."""
        steps = (
            f.token.i for f in self._report.firings_in(draft.sentence) if f.trigger.values.get("stage") == "in_effect"
        )
        doc = draft.token.doc
        return any(
            draft.token.i < step < index and all(t.pos_ != "VERB" and not t.is_punct for t in doc[step + 1 : index])
            for step in steps
        )

    def _said(self, draft: Draft) -> frozenset[int]:
        """The words of a draft's sentence by which somebody speaks of what was done."""
        acts = self._report.statements.get(draft.sentence.index, {})
        return frozenset(i for i, act in acts.items() if act in JUDGED)

    def _goes_on(self, draft: Draft) -> bool:
        """Whether an act is told with its doer, or its clause tells that it takes place ("the violence has spread")."""
        token = draft.token
        after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        by = after in self._report.tools.pack.words("passive_agent")
        goes = token.dep_ in SUBJECTS and all(c.dep_ != "obj" for c in token.head.children)
        return not draft.nominal or by or goes

    def _happens(self, noun: Token) -> bool:
        mentions = self._report.tools.mentions
        return mentions.is_event(noun) or "time_noun" in mentions.classes(noun)

    def _carriers(self, draft: Draft) -> list[Token]:
        """The trigger, and the verb that carries an event noun ("launched an operation")."""
        verb = self._report.tools.syntax.governor(draft.token) if draft.nominal else None
        return [draft.token] if verb is None else [draft.token, verb]

    def _told_before(self, item: Settled, earlier: Iterable[Settled]) -> Settled | None:
        """The act told before that a noun only names ("the attacks"), adding nothing: it makes no claim of its own.

        `earlier` comes with the last first.
        """
        draft = item.draft
        if draft.kind != "event" or not draft.nominal or draft.fillers.keys() - {"target"} or draft.texts.get("cause"):
            return None
        if item.date is not None or draft.status != "asserted":
            return None
        definite = self._report.is_definite(draft.sentence, draft.token)
        for other in earlier:
            if draft.sentence.index - other.draft.sentence.index > REACH and not definite:
                break
            if not self._same_act(draft, other.draft):
                continue
            same_place = item.place is None or (other.place is not None and item.place.span == other.place.span)
            if same_place and (definite or draft.values.get("act") == other.draft.values.get("act")):
                return other
        return None

    def _same_act(self, one: Draft, other: Draft) -> bool:
        if other.status != one.status and "asserted" in (one.status, other.status):
            return False  # what came about is not what was planned or denied
        acts = {one.values.get("act"), other.values.get("act")}
        return (
            other.kind == "event" and other is not one and (len(acts) == 1 or any(acts <= group for group in FAMILIES))
        )

    def _take_over(self, item: Settled, source: Settled | None) -> None:
        """What names an act told before takes over its date and place (contract, decided cases)."""
        if source is None:
            return
        if item.date is None:
            item.date, item.date_sentence = source.date, source.date_sentence
        if item.place is None:
            item.place = source.place

    def _beside(self, item: Settled, sentence: Sequence[Settled]) -> Settled | None:
        """The toll that another is told in one breath with ("two died and five were hurt in the blast"), of those of
        its sentence."""
        one = item.draft
        for other in sentence:
            two = other.draft
            joined = two.kind == "casualty" and two is not one and (other.place or other.date)
            if joined and (two.token in conjuncts(one.token) or one.token in conjuncts(two.token)):
                return other
        return None

    def _struck_below(self, item: Settled, sentence: Sequence[Settled]) -> PlaceMention | None:
        """Where the act was that a toll's own clause goes on with ("20 died after bombs struck the town"), of those of
        its sentence."""
        for other in sentence:
            draft = other.draft
            if draft.kind == "event" and other.place is not None:
                verb = self._carriers(draft)[-1]
                if verb.head.i == item.draft.token.i and verb.dep_ in ("advcl", "conj") and draft.status == "asserted":
                    return other.place
        return None

    def _antecedent(self, item: Settled, earlier: Iterable[Settled]) -> Settled | None:
        """The act told before that a definite noun names again ("the attack"); `earlier` comes with the last first."""
        draft, report = item.draft, self._report
        if not (draft.nominal and report.is_definite(draft.sentence, draft.token)):
            return None
        for other in earlier:
            if draft.sentence.index - other.draft.sentence.index > REACH:
                break
            if self._same_act(draft, other.draft):
                return other
        return None

    def _resolve_places(self) -> dict[tuple[int, int], Entry | None]:
        mentions = self._report.places.all()
        asked = [m.asked for m in mentions]
        found = self._gazetteer.resolve(asked, language=self._report.tools.pack.code) if asked else []
        return {(m.sentence.index, m.token.i): e for m, e in zip(mentions, found, strict=True)}

    def _claim(self, item: Settled, entries: dict[tuple[int, int], Entry | None]) -> Claim | None:
        draft = item.draft
        slots: dict[str, SlotValue] = {}
        pieces: list[Span] = []
        for name in KINDS[draft.kind]:
            if name in draft.values:
                slots[name] = draft.values[name]
            elif name in draft.counts:
                slots[name] = draft.counts[name]
            elif name in draft.texts:
                slots[name] = draft.texts[name]
                pieces.append(draft.texts[name])
            elif draft.fillers.get(name):
                fillers = self._fillers(name, draft.fillers[name], pieces, draft)
                if fillers:
                    slots[name] = fillers
        lacking = self._lacking(draft, slots, dated=item.date is not None)
        if lacking is not None:
            self.lacks.append((item, lacking))
            return None
        if "name" in slots:
            slots = own_name(slots, self._is_side)
        sources = self._fillers("attribution", draft.sources, [], draft)
        when = self.when(item)
        bare = draft.kind == "event" and not {"actor", "target"} & slots.keys() and not _names_somebody(draft)
        if bare and when is None and item.place is None:
            # "blamed them for the unrest", "they may be deported": of whom, where or when is not told
            open_ = draft.status in OPEN and "instrument" not in slots
            if open_ or (slots["act"] == "other" and not (slots.keys() == {"act"} and self._goes_on(draft))):
                self.lacks.append((item, "target"))
                return None
        place = self._place(item.place, entries)
        evidence = self._evidence(item, pieces)
        signs = confidence.signs(
            draft.kind,
            draft.status,
            slots,
            len(evidence.text),
            dated=when is not None,
            placed=place is not None,
            sourced=bool(sources),
        )
        return Claim(
            document=self._report.document.id,
            kind=draft.kind,
            slots=slots,
            evidence=(evidence,),
            status=draft.status,
            date=when,
            place=place,
            attribution=sources,
            plover=plover.code(draft.kind, draft.values, draft.plover, draft.status),
            confidence=confidence.of(signs),
            reader=ReaderMark(READER, self._version, draft.rule),
        )

    def _lacking(self, draft: Draft, slots: dict[str, SlotValue], *, dated: bool) -> str | None:
        """The slot without which what is left after pronouns were settled says nothing; None if all are there."""
        if draft.former and not dated:
            return "date"
        needed = {
            "deployment": ("force",),
            "mediation": ("mediator",),
            "meeting": ("participants",) if "participants" in draft.fillers else (),
            # "I can assure you", "they insulted me": whoever writes, to whoever reads
            "statement": tuple(slot for slot in ("speaker", "addressee") if self._is_writer(draft, slot)),
            # of a passive nobody may be named who is to do it; who was named must be known
            "obligation": ("obligor",) if "obligor" in draft.fillers else ("object",),
            "territory": ("territory", "by") if "by" in draft.fillers else ("territory",),
        }
        return next((slot for slot in needed.get(draft.kind, ()) if slot not in slots), None)

    def _is_writer(self, draft: Draft, slot: str) -> bool:
        """Whether all that fills a slot is a pronoun for who speaks or is spoken to."""
        mentions = draft.fillers.get(slot, [])
        sorts = [self._report.tools.mentions.pronoun(m.token) for m in mentions]
        return bool(sorts) and all(sort.startswith("speaker") for sort in sorts)

    def _fillers(self, name: str, mentions: Sequence[Mention], pieces: list[Span], draft: Draft) -> tuple[Filler, ...]:
        found: dict[Span, Filler] = {}
        for mention, span in self.meant(name, mentions, draft):
            if mention.sentence is draft.sentence:
                pieces.append(self._report.span(mention))
            found.setdefault(span, Filler(span, self._identities.of(span)))
        return tuple(found.values())

    def _is_side(self, words: Span) -> bool:
        """Whether somebody known can have agreed: a state or group, but no town that stands for its government."""
        who = self._identities.of(words)
        if who is None or not (who.country or who.sector):
            return False
        seat = who.sector == "GOV" and "/" in who.id
        return not seat or self._gazetteer.country(words.text, language=self._report.tools.pack.code) is not None

    def meant(self, name: str, mentions: Sequence[Mention], draft: Draft) -> Iterator[tuple[Mention, Span]]:
        """Each mention that fills a slot with the words that it stands for, its own or those that it refers to.

        A pronoun or "both sides" stands for others, office holders of several bodies for each of them.
        """
        told: list[Span] = []
        for mention in mentions:
            settled = self._report.settle(mention)
            for one in self._members(mention, settled, draft) if settled is not None else ():
                for span in self._each(one) if name in ASSENTING else [self._report.span(one)]:
                    if name not in ASSENTING or not any(known.start <= span.start < known.end for known in told):
                        told.append(span)
                        yield mention, span

    def _each(self, mention: Mention) -> list[Span]:
        """The words of a mention, or of each body whose office holder it names ("the envoys of Chad and Niger")."""
        span, sentence = self._report.span(mention), mention.sentence
        within, running = span.end - span.start, sentence.text[span.start - sentence.start :]
        listed = self._identities.memory.roll(running, within)
        return [Span(span.start + a, span.start + b, running[a:b]) for a, b in listed] or [span]

    def _members(self, mention: Mention, settled: Mention, draft: Draft) -> Sequence[Mention]:
        """Who is meant by a mention of several: "they" who were coordinated, "both sides" of the agreement told of."""
        if settled is not mention and self._report.is_plural(mention):
            return self._report.group(settled.sentence, settled.token)
        return both.meant(settled, draft, self._report) or [settled]

    def when(self, item: Settled) -> When | None:
        """The date of a draft as it is resolved; None if no date words belong to it."""
        expression = item.date
        if expression is None:
            return None
        published = self._report.document.published
        future = item.draft.status in FUTURE or self._lies_ahead(item.draft, expression)
        future = future or self._planned_for(item, expression)
        if expression.relation == "within" and item.draft.kind == "obligation":
            return resolve(expression, published, future=future, anchor=self._agreed(item))
        free = expression.relation == "at" and expression.first.shape in ("earlier", "later")
        if expression.first.shape == "same" or free:
            return resolve(expression, published, anchor=self._told_on(expression))
        if expression.relation == "anchored" and item.draft.trigger_span[0] > expression.end:
            return self._when_anchored(item, expression)
        return resolve(expression, published, future=future, ongoing=expression.relation == "duration")

    def _agreed(self, item: Settled) -> date | None:
        """The day from which a term counts: that on which the agreement that the report tells of first was made."""
        for other in self._settled:
            draft = other.draft
            made = draft.kind == "agreement" and draft.status == "asserted" and draft.values.get("stage") in MADE
            if not made or other.date is None or draft.sentence.index > item.draft.sentence.index:
                continue
            when = resolve(other.date, self._report.document.published)
            if when.start is not None and when.end in (None, when.start):
                return date.fromisoformat(when.start)
        return None

    def _told_on(self, expression: DateExpression) -> date | None:
        """The day that "the same day" names again: the last one told before it, of an act or else of anything."""
        asked = expression.start, expression.first.unit or "day"
        if asked not in self._days_meant:  # the act before may be told of "the same day" itself, and so on
            self._days_meant[asked] = self._day_meant(*asked)
        return self._days_meant[asked]

    def _day_meant(self, before: int, unit: str) -> date | None:
        if unit == "day" and (day := self._own_day(before) or self._main_day(before)) is not None:
            return day
        acts = self._dated_acts[bisect_right(self._dated_acts, -before, key=lambda told: -told[0]) :]
        others = [
            d
            for sentence in (() if acts else self._report.sentences)
            for d in sentence.dates
            if d.start < before <= sentence.end and _is_day(d)
        ]
        published = self._report.document.published
        told = (self.when(act) for _, act in acts) if acts else (resolve(d, published) for d in reversed(others))
        for when in told:
            if when is not None and when.start is not None:
                day = date.fromisoformat(when.start)  # "since November 2020" names that month
                last = date.fromisoformat(when.end) if when.end else period(when.precision, day)[1]
                return day if period(unit, day) == period(unit, last) else None
        return None

    def _own_day(self, before: int) -> date | None:
        """The day that the sentence itself names first ("on December 12 he announced a truce; two days later …")."""
        sentence = next((s for s in self._report.sentences if s.start <= before <= s.end), None)
        named = [d for d in sentence.dates if d.start < before and _is_a_day(d)] if sentence is not None else []
        return _one_day(resolve(named[-1], self._report.document.published)) if named else None

    def _main_day(self, before: int) -> date | None:
        """The last of the days on which the acts of the sentence before were."""
        first = bisect_right(self._dated_acts, -before, key=lambda told: -told[0])
        days: list[date] = []
        index = None
        for _, act in islice(self._dated_acts, first, first + BEFORE):
            if act.date is None or index not in (None, act.draft.sentence.index):
                continue
            if act.date.relation != "at" and act.draft.kind in ("event", "casualty"):
                continue  # "the first attack since 2 May"
            index = act.draft.sentence.index
            if (day := _one_day(self.when(act))) is None:
                return None
            days.append(day)
        return max(days, default=None)

    @cached_property
    def _dated_acts(self) -> Sequence[tuple[int, Settled]]:
        """The acts told of a day, with the place of its words, the last first."""
        told = ((item.date.start, item) for item in self._settled if item.date is not None and _is_day(item.date))
        return sorted(told, key=lambda found: found[0], reverse=True)

    def _when_anchored(self, item: Settled, expression: DateExpression) -> When:
        """The date of an event that another is told to follow ("a day after X launched …")."""
        published = self._report.document.published
        others = [d for d in item.date_sentence.dates if d.start != expression.start and d.relation == "at"]
        when = resolve(expression, published)
        if self._behind_a_verb(item.date_sentence, expression.start):
            behind = [d for d in others if d.start > expression.end and _is_a_day(d)]
            others = [d for d in others if d.start < expression.start]
            if behind and not others:
                return resolve(behind[0], published)  # "came two days after a strike that killed six on Monday"
        if not others:
            return when
        main = resolve(min(others, key=lambda d: abs(d.start - expression.start)), published)
        if main.start is None or main.start != main.end:
            return when
        day = anchored_date(expression, date.fromisoformat(main.start))
        if day is not None:
            return replace(when, start=day.isoformat(), end=day.isoformat())
        about = anchored_period(expression, date.fromisoformat(main.start))
        if about is None:
            return when
        return replace(when, start=about[0].isoformat(), end=about[1].isoformat(), precision=about[2])

    def _behind_a_verb(self, sentence: Sentence, start: int) -> bool:
        """Whether the words are not at the head of a sentence, but behind what it tells first."""
        return any(t.pos_ == "VERB" and sentence.from_(t) < start for t in sentence.doc or ())

    def _place(self, mention: PlaceMention | None, entries: dict[tuple[int, int], Entry | None]) -> Place | None:
        if mention is None:
            return None
        entry = entries.get((mention.sentence.index, mention.token.i)) if mention.name else None
        return Place(mention.span) if entry is None else located(mention.span, entry)

    def _evidence(self, item: Settled, pieces: Sequence[Span]) -> Span:
        """The words from the first to the last piece of the claim in its sentence, at most 300 characters."""
        draft, text = item.draft, self._report.document.text
        start, end = draft.trigger_span
        sentence = draft.sentence
        near = [(p.start, p.end) for p in pieces if sentence.start <= p.start and p.end <= sentence.end]
        if draft.about is not None:
            near.append((draft.about.start, draft.about.end))
        near += [(n.start, n.end) for n in sentence.numbers if any(n.count is c for c in draft.counts.values())]
        if item.date is not None and item.date_sentence is sentence:
            near.append((item.date.start, item.date.end))
        if item.place is not None and item.place.sentence is sentence:
            near.append((item.place.span.start, item.place.span.end))
        for piece in sorted(near, key=lambda p: min(abs(p[0] - end), abs(start - p[1]))):
            low, high = min(start, piece[0]), max(end, piece[1])
            if high - low <= MAX_EVIDENCE:
                start, end = low, high
        return Span(start, end, text[start:end])


def merge(claims: Sequence[Claim]) -> list[Telling]:
    """One claim for a fact repeated with the same or fewer slots, with all evidence spans (contract, rule 8).

    Only what was read is compared, never actor ids or ISO dates: an id must not change when those improve.
    """
    kept: dict[tuple[str, ...], list[tuple[Claim, list[Claim]]]] = {}
    for claim in sorted(claims, key=_order):
        settled = tuple(v for v in claim.slots.values() if isinstance(v, str))
        group = kept.setdefault((claim.kind, claim.status, *settled), [])
        for n, (other, told) in enumerate(group[-NEAR:], max(0, len(group) - NEAR)):
            if _same_fact(other, claim):
                told.append(claim)
                break
            if _same_fact(claim, other):
                group[n] = (claim, [*told, other])
                break
        else:
            group.append((claim, []))
    joined = [_joined(claim, told) for group in kept.values() for claim, told in group]
    return sorted(joined, key=lambda telling: _order(telling.claim))


def _joined(claim: Claim, told: Sequence[Claim]) -> Telling:
    if not told:
        return Telling(claim, claim)
    spans = {span for one in (claim, *told) for span in one.evidence}
    return Telling(replace(claim, evidence=tuple(sorted(spans))), claim, tuple(told))


def _order(claim: Claim) -> tuple[int, int, str, str]:
    return (claim.evidence[0].start, claim.evidence[0].end, claim.kind, claim.id)


def _same_fact(full: Claim, part: Claim) -> bool:
    """Whether `part` tells nothing that `full` does not, of two claims of one kind, status and enumerated values."""
    if part.date and (not full.date or not _names(full.date.span, part.date.span)):
        return False
    if part.place and (not full.place or not _names(full.place.span, part.place.span)):
        return False
    if not all(any(_names(f.span, p.span) for f in full.attribution) for p in part.attribution):
        return False
    if full.attribution and not part.attribution and full.kind != "event":
        return False
    if set(part.slots) == {"act"} and not part.date and full.evidence[0].start > part.evidence[0].end:
        return False
    return all(name in full.slots and _covers(full.slots[name], value) for name, value in part.slots.items())


def _covers(full: SlotValue, part: SlotValue) -> bool:
    if isinstance(full, tuple) and isinstance(part, tuple):
        return all(any(_names(f.span, p.span) for f in full) for p in part)
    if isinstance(full, Count) and isinstance(part, Count):
        return (full.min, full.max) == (part.min, part.max)
    if isinstance(full, Span) and isinstance(part, Span):
        return _words(part) <= _words(full)
    return full == part


def _names(one: Span, other: Span) -> bool:
    """Whether two mentions can be one: the same words, or those of one among the other's ("Blinken")."""
    ours, theirs = _words(one), _words(other)
    return ours <= theirs or theirs <= ours


def _words(span: Span) -> frozenset[str]:
    return frozenset(WORD.findall(span.text.lower()))
