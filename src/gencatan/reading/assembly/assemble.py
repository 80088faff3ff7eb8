"""From drafts to claims: their slots, date, place, actors and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gencatan.gazetteer import Entry, Gazetteer
from gencatan.model import Claim, Document, Filler, Place, ReaderMark, SlotValue, Span
from gencatan.model.vocabulary import KINDS
from gencatan.reading.assembly import confidence
from gencatan.reading.assembly.days import Days
from gencatan.reading.assembly.either import told_once
from gencatan.reading.assembly.go_betweens import apart_from_sides
from gencatan.reading.assembly.identities import Identities
from gencatan.reading.assembly.placed import listed, located
from gencatan.reading.assembly.principals import side_of
from gencatan.reading.assembly.retold import Retold
from gencatan.reading.assembly.settling import Settled, Settling
from gencatan.reading.assembly.spokesmen import each_side
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.kinds import both, plover
from gencatan.reading.kinds.deal_names import own_name
from gencatan.reading.places import PlaceMention
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import SUBJECTS
from gencatan.reading.tree.sentence import Sentence

MAX_EVIDENCE: Final = 300
READER: Final = "gencatan"
LONGEST_WORD: Final = 20
PRONOUNS_STAND: Final = frozenset({"event", "casualty"})
DONE_BY_OR_TO: Final = frozenset({"actor", "target", "perpetrator", "victims"})
ASSENTING: Final = frozenset({"parties", "participants", "mediator", "obligor"})
"""Slots in which each of several bodies counts for itself."""
OPEN: Final = frozenset({"planned", "possible", "conditional"})
"""How what has yet to be is meant."""


class Assembler:
    """Turns the drafts of one report into claims."""

    def __init__(self, report: Report, gazetteer: Gazetteer, identities: Identities, version: str) -> None:
        """`identities` tells who the report's mentions are."""
        self._report = report
        self._gazetteer = gazetteer
        self._identities = identities
        self._version = version
        self._settling = Settling(report)
        self._retold = Retold(report, self._settling)
        self.days = Days(report, ())
        self.made: list[tuple[Claim, Settled]] = []
        self.refers: list[tuple[Settled, Settled]] = []
        self.lacks: list[tuple[Settled, str]] = []
        self.placed: list[PlaceMention] = []

    def make(self) -> None:
        """Make the report's claims: `made` has each with what lies behind it, `refers` what only names an act told
        before and that act, `lacks` what tells nothing without the slot that stayed empty.
        """
        every = [
            self._settling.settle(d) for d in sorted(self._report.drafts, key=lambda d: (d.sentence.index, d.token.i))
        ]
        settled: list[Settled] = []
        for n, item in enumerate(every):
            told = self._retold.told_before(item, (every[k] for k in range(n - 1, -1, -1)))
            if told is None:
                settled.append(item)
            else:
                self.refers.append((item, told))
        acts = {id(item.draft): item for item in every} | {id(item.draft): told for item, told in self.refers}
        tolls = [item for item in settled if item.draft.kind == "casualty"]
        for index, item in enumerate(settled):
            if item.draft.kind == "event":
                self._retold.take_over(
                    item, self._retold.antecedent(item, (settled[k] for k in range(index - 1, -1, -1)))
                )
        for item in tolls:  # after their acts, which may stand behind them ("five died in the attack")
            act = acts.get(id(item.draft.link)) or self._retold.fought_in(
                item, (e for e in reversed(settled) if e.draft.sentence.index < item.draft.sentence.index)
            )
            self._retold.take_over(item, act)
        beside: dict[int, list[Settled]] = {}
        for item in settled:
            beside.setdefault(item.draft.sentence.index, []).append(item)
        for item in tolls:
            told_with = beside[item.draft.sentence.index]
            self._retold.take_over(item, self._retold.beside(item, told_with))
            if item.place is None:
                item.place = self._retold.struck_below(item, told_with)
        for item in tolls:
            self._retold.give_back(item, acts.get(id(item.draft.link)))
        self.days = Days(self._report, settled)
        for item in settled:
            if (words := self.days.counted(item)) is not None:
                item.date, item.date_sentence = words, item.draft.sentence
        self.placed = self._named_places(settled)
        entries = self._resolve_places()
        for item in settled:
            claim = self._claim(item, entries)
            if claim is not None:
                self.made.append((claim, item))
        self.made = told_once(self.made, self._report)

    def _goes_on(self, draft: Draft) -> bool:
        """Whether an act is told with its doer, or its clause tells that it takes place ("the violence has spread")."""
        token = draft.token
        after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
        by = after in self._report.tools.pack.words("passive_agent")
        goes = token.dep_ in SUBJECTS and all(c.dep_ != "obj" for c in token.head.children)
        return not draft.nominal or by or goes

    def _named_places(self, settled: Sequence[Settled]) -> list[PlaceMention]:
        """The places of the report, and what was struck or taken with the name in it ("stormed the Libyan capital")."""
        found = self._report.places.all()
        known = {(m.sentence.index, m.token.i) for m in found}
        struck = {(p.sentence.index, p.token.i): p for item in settled if (p := item.place) is not None and p.name}
        return [*found, *(mention for at, mention in struck.items() if at not in known)]

    def _resolve_places(self) -> dict[tuple[int, int], Entry | None]:
        mentions = self.placed
        asked = [m.asked for m in mentions]
        code, homes = self._report.tools.pack.code, self._identities.homes
        found = self._gazetteer.resolve(asked, language=code, context_countries=homes) if asked else []
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
        if "mediator" in slots:
            slots = apart_from_sides(slots)
        sources = self._once(self._fillers("attribution", draft.sources, [], draft))
        when = self.days.when(item)
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
            whole = self._report.span(replace(mention, uncounted=False)) if mention.uncounted else span
            found.setdefault(span, Filler(span, self._identities.of(whole) or self._identities.of(span)))
        return tuple(found.values())

    def _once(self, sources: Sequence[Filler]) -> tuple[Filler, ...]:
        """Sources but for those told again in the same words or fewer ("The US army announced …, the army said"); who
        are others by the registry stay ("officials said health officials had counted 12")."""
        first = self._report.tools.pack.noun_head == "first"
        kept: list[Filler] = []
        for source in sorted(sources, key=lambda s: -len(s.span.text)):
            words = source.span.text.lower()
            back = self._refers_back(source.span)
            same = (k for k in kept if back or (k.actor == source.actor and k.actor is not None))
            told = {k.span.text.lower() for k in kept}
            again = (k.span.text.lower() for k in same)
            fewer = any(f"{k} ".startswith(f"{words} ") if first else f" {k}".endswith(f" {words}") for k in again)
            if not fewer and words not in told:
                kept.append(source)
        return tuple(s for s in sources if s in kept)

    def _refers_back(self, words: Span) -> bool:
        """Whether words for somebody say that they were named ("*the* army", "militer *itu*")."""
        definite = self._report.tools.pack.words("definite")
        before = self._report.document.text[max(0, words.start - LONGEST_WORD) : words.start].lower().split()
        return bool(before and before[-1] in definite) or words.text.lower().split()[-1] in definite

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
            settled = self._report.settle(mention) or self._unsettled(name, mention, draft)
            if settled is not None and settled is not mention:
                settled = side_of(name, mention, settled, self._report)
                if name == "victims" and self._is_land(settled):
                    continue  # "they died": no state did, whoever else is meant
            for one in self._members(mention, settled, draft) if settled is not None else ():
                for span in self._each(one) if name in ASSENTING else [self._report.span(one)]:
                    if name not in ASSENTING or not any(known.start <= span.start < known.end for known in told):
                        told.append(span)
                        yield mention, span

    def _unsettled(self, name: str, mention: Mention, draft: Draft) -> Mention | None:
        """The pronoun itself, where nobody was named whom it could mean ("they attacked the post")."""
        if draft.kind not in PRONOUNS_STAND or name not in DONE_BY_OR_TO or draft.status != "asserted":
            return None
        sort = self._report.tools.mentions.pronoun(mention.token)
        return mention if sort.startswith("person") and mention.token.dep_.split(":")[0] in ("nsubj", "obj") else None

    def _is_land(self, mention: Mention) -> bool:
        """Whether a mention is the name of a state or town."""
        kinds = self._report.tools.mentions.classes(mention.token)
        return mention.token.pos_ == "PROPN" and "place" in kinds and not kinds & {"person", "people", "organisation"}

    def _each(self, mention: Mention) -> list[Span]:
        """The words of a mention, or of each body whose office holder it names ("the envoys of Chad and Niger")."""
        span, sentence = self._report.span(mention), mention.sentence
        within, running = span.end - span.start, sentence.text[span.start - sentence.start :]
        listed = self._identities.memory.roll(running, within)
        rolled = [Span(span.start + a, span.start + b, running[a:b]) for a, b in listed]
        return rolled or each_side(mention, self._report) or [span]

    def _members(self, mention: Mention, settled: Mention, draft: Draft) -> Sequence[Mention]:
        """Who is meant by a mention of several: "they" who were coordinated, "both sides" of the agreement told of."""
        if settled is not mention and self._report.is_plural(mention):
            return [settled] if settled.alone else self._report.group(settled.sentence, settled.token)
        return both.meant(settled, draft, self._report) or [settled]

    def _place(self, mention: PlaceMention | None, entries: dict[tuple[int, int], Entry | None]) -> Place | None:
        if mention is None:
            return None
        if mention.among:
            found = [entries.get((m.sentence.index, m.token.i)) for m in mention.among]
            return listed([m.span for m in mention.among], found, self._report.document.text)
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
        near += self._required(draft)
        near += [(n.start, n.end) for n in sentence.numbers if any(n.count is c for c in draft.counts.values())]
        if item.date is not None and item.date_sentence is sentence:
            near.append((item.date.start, item.date.end))
        if item.place is not None and item.place.sentence is sentence:
            near.append((item.place.span.start, item.place.span.end))
        for piece in sorted(near, key=lambda p: min(abs(p[0] - end), abs(start - p[1]))):
            low, high = min(start, piece[0]), max(end, piece[1])
            if high - low <= MAX_EVIDENCE:
                start, end = low, high
        low, high = _with_numbers(sentence, start, end)
        if high - low <= MAX_EVIDENCE:
            start, end = low, high
        return Span(start, end, text[start:end])

    def _required(self, draft: Draft) -> Iterator[tuple[int, int]]:
        """The object that makes a verb tell what it does, though it fills no slot ("one of whom lost *a leg*")."""
        asked = draft.firing is not None and "obj" in draft.firing.trigger.require
        for child in draft.token.children if asked and not draft.nominal and draft.kind == "casualty" else ():
            if child.dep_ == "obj":
                yield draft.sentence.from_(child), draft.sentence.to(child)


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


def _with_numbers(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The words with the number right before the first noun, and the noun right behind a last number ("*two* bombs",
    "bertambah menjadi 14 *orang*")."""
    first, last = sentence.token_at(start), sentence.token_at(end - 1)
    if first is not None and first.i > 0 and first.nbor(-1).pos_ == "NUM" and first.nbor(-1).head.i == first.i:
        start = sentence.from_(first.nbor(-1))
    if last is not None and last.pos_ == "NUM" and last.dep_ == "nummod" and last.head.i == last.i + 1:
        end = sentence.to(last.head)
    return start, end


def _names_somebody(draft: Draft) -> bool:
    """Whether a verb has a noun for its subject or object, though it fills no slot ("the crossings will stay shut")."""
    beside = (c for c in draft.token.children if c.dep_ in SUBJECTS or c.dep_ == "obj")
    return not draft.nominal and any(c.pos_ in ("NOUN", "PROPN") for c in beside)
