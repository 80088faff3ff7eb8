"""Reads one report, or a stream of them, into claims: a pure function of the document."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from gencatan import __version__
from gencatan.errors import LanguageError
from gencatan.gazetteer import Gazetteer, Kind
from gencatan.language.detect import detect_language, normalise_language
from gencatan.language.pack import Pack, available, load_pack, read_pack
from gencatan.language.triggers import Hit, words_of
from gencatan.model import Actor, Claim, Document, Span
from gencatan.parse.dateline import after_dateline
from gencatan.parse.field import Field
from gencatan.parse.gate import Gate
from gencatan.parse.pipeline import Pipeline
from gencatan.parse.repair import described, free_dates, inside, take_in, voiced
from gencatan.parse.sentences import split_sentences
from gencatan.reading.actors.memory import Clue, Seat
from gencatan.reading.actors.resolver import ActorResolver
from gencatan.reading.assembly import links
from gencatan.reading.assembly.assemble import Assembler, Identities, Trace
from gencatan.reading.chosen import Chosen, within
from gencatan.reading.dates.found import find_dates
from gencatan.reading.dates.lexicon import DateLexicon
from gencatan.reading.drafts.drafts import Draft, Firing, Frames
from gencatan.reading.firing import scope
from gencatan.reading.firing.entries import Note, fire
from gencatan.reading.firing.plainly import only_told
from gencatan.reading.kinds import agreement, casualty, deployment, event, mediation, meeting, statement, territory
from gencatan.reading.kinds.obligations import obligation
from gencatan.reading.kinds.obligations.terms import GOES_ON
from gencatan.reading.numbers.found import NumberLexicon, find_numbers
from gencatan.reading.places import Places
from gencatan.reading.processes import spread
from gencatan.reading.report import Report, Tools
from gencatan.reading.telling.attribution import Attributions
from gencatan.reading.telling.discourse import Discourse, Mention, quoted_spans
from gencatan.reading.tree import slips
from gencatan.reading.tree.joints import Joints
from gencatan.reading.tree.mentions import DATES, Mentions
from gencatan.reading.tree.modality import GOVERNING, Modality, Moods
from gencatan.reading.tree.rejoin import rejoin
from gencatan.reading.tree.syntax import (
    AGENT_CLASSES,
    Sentence,
    Syntax,
    conjuncts,
    expand,
    is_clause,
    preposition,
    settle,
    starts,
)
from gencatan.reading.twice import Account, account

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.explaining.explanation import Explanation

CHUNK: Final = 8
LARGE_CITY: Final = 500_000  # people
NOWHERE: Final = (-1, -1)
LONGEST: Final = 2_000  # characters; no sentence of news is longer, and work on a tree grows faster than its size

# In this order: what comes later looks at what was drafted before (a mediation at the agreement).
KIND_READERS: Final[Mapping[str, Callable[[Firing, Report], Iterator[Draft]]]] = {
    "agreement": agreement.read,
    "event": event.read,
    "casualty": casualty.read,
    "statement": statement.read,
    "meeting": meeting.read,
    "territory": territory.read,
    "deployment": deployment.read,
    "mediation": mediation.read,
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Sentences with trigger words that were not parsed: longer than any of news, of another field than conflict, or
    more than are parsed of one report."""

    too_long: int
    elsewhere: int
    too_many: int = 0


def _of_agreement(sentence: Sentence) -> bool:
    """Whether a sentence has a word of agreements."""
    return any(trigger.kind == "agreement" for hit in sentence.hits for trigger in hit.triggers)


def _addressing(sentence: Sentence) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    """The verbs of a sentence that accuse somebody of something, those that ask it of somebody, and all that say
    something."""
    accusing: set[int] = set()
    asking: set[int] = set()
    saying: set[int] = set()
    for hit in sentence.hits:
        acts = {t.values.get("act") for t in hit.triggers if t.kind == "statement"}
        token = sentence.token_at(hit.head_start) if acts and hit.part == "verb" else None
        if token is not None and token.pos_ == "VERB":
            saying.update({token.i} if all(t.kind == "statement" for t in hit.triggers) else ())
            accusing.update({token.i} if "accuse" in acts else ())
            asking.update({token.i} if acts & {"demand", "appeal"} else ())
    return frozenset(accusing), frozenset(asking), frozenset(saying)


def _at_peace(hits: Iterable[Hit]) -> Iterator[Hit]:
    """The hits without the entries that hold in a report of war only."""
    for hit in hits:
        kept = tuple(t for t in hit.triggers if not t.amid)
        if kept:
            yield hit if len(kept) == len(hit.triggers) else replace(hit, triggers=kept)


class LanguageReader:
    """Reads reports of one language."""

    def __init__(self, pack: Pack) -> None:
        """Take everything that needs no model from the pack; the model loads when a sentence must be parsed."""
        self.pack = pack
        first, *others = pack.model_paths
        self.pipelines = (beside := Pipeline(first), *(Pipeline(path, beside) for path in others))
        self.gate = Gate(pack, self._is_known_name, lambda text: self.actors.names_powers(text))
        self.field = Field(pack)
        self.numbers = NumberLexicon.load(pack.path / "numbers.toml")
        self.dates = DateLexicon.load(pack.path / "dates.toml", self.numbers)
        syntax = Syntax(pack)
        mentions = Mentions(pack, _event_words(pack), self._is_state)
        self.joints = Joints(mentions)
        self.tools = Tools(
            pack=pack,
            syntax=syntax,
            mentions=mentions,
            frames=Frames(pack, syntax, mentions),
            attributions=Attributions(pack, syntax, mentions),
            moods=Moods(pack, syntax),
            numbers=self.numbers,
        )

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The shared map."""
        return Gazetteer.open()

    def _is_known_name(self, word: str) -> bool:
        """Whether a word is the name of a state or a large city."""
        found = self.gazetteer.candidates(word, language=self.pack.code, limit=3)
        return any(entry.kind is Kind.COUNTRY or entry.population >= LARGE_CITY for entry in found)

    def _is_state(self, name: str) -> bool:
        return self.gazetteer.country(name, language=self.pack.code) is not None or self.actors.is_seat(name)

    @cached_property
    def actors(self) -> ActorResolver:
        """The registry of actors with this language's words."""
        return ActorResolver.load(self.pack.code, self.pack.path)

    def sentences(self, document: Document) -> list[Sentence]:
        """The document's sentences with their trigger hits, nothing parsed yet."""
        text = document.text
        found: list[Sentence] = []
        paragraph, at = 0, 0
        for start, end in split_sentences(text, self.pack.abbreviations):
            if start == 0 or text[start - 1] == "\n":
                start += after_dateline(text[start:end])
            paragraph += text.count("\n", at, start)
            at = start
            words = words_of(text, start, end)
            hits = self.pack.hits(words)
            found.append(Sentence(len(found), paragraph, start, end, text[start:end], words, hits))
        if any(t.amid for s in found for hit in s.hits for t in hit.triggers) and not self.field.of_war(
            [s.words for s in found]
        ):
            for sentence in found:
                sentence.hits = list(_at_peace(sentence.hits))
        return found

    def read(self, document: Document) -> list[Claim]:
        """The claims of one report."""
        with self._forgetting():
            return self.account(document).claims

    def explain(self, document: Document) -> Explanation:
        """The claims of one report with what each rests on, and what became of every sentence and trigger word."""
        from gencatan.reading.explaining.explain import explain

        with self._forgetting():
            return explain(self, document)

    @contextmanager
    def _forgetting(self) -> Iterator[None]:
        """Within it nothing is learned for ever, and no tree outlives it; but for what loads a pipeline."""
        with ExitStack() as stack:
            if all(pipeline.loaded for pipeline in self.pipelines):
                for pipeline in self.pipelines:
                    stack.enter_context(pipeline.forgetting())
            yield

    @cached_property
    def verbs(self) -> Mapping[str, str]:
        """Forms that are nothing but verbs, with their voice: none that names somebody, none with a clitic."""
        voices, clitics = self.pack.index.voices, self.pack.inflection.clitics
        return {
            form: voice
            for form, voice in voices.items()
            if not self.pack.classes_of(form) & AGENT_CLASSES
            and not any(form.endswith(c) and form[: -len(c)] in voices for c in clitics)
        }

    def account(self, document: Document, notes: Sequence[Note | None] = ()) -> Account:
        """One report read over the trees of each parser, with all that was built on the way.

        `notes` hear, one for each parser, of every entry that was tried and left.
        """
        sentences = self.sentences(document)
        chosen = self.choose(document, sentences)
        self._annotate(document, [sentences[i] for i in chosen.parsed])
        traces = []
        for n, pipeline in enumerate(self.pipelines):
            own = sentences if n == 0 else [replace(sentence) for sentence in sentences]
            note = notes[n] if n < len(notes) else None
            traces.append(
                self._trace(
                    Report(document, self.tools, own, chosen.grave), [own[i] for i in chosen.parsed], pipeline, note
                )
            )
        return account(document, traces, chosen)

    def _trace(
        self,
        report: Report,
        wanted: Sequence[Sentence],
        pipeline: Pipeline,
        note: Note | None,
    ) -> Trace:
        document, sentences = report.document, list(report.sentences)
        trace = Trace(document, sentences)
        if not wanted:
            return trace
        for sentence, doc in zip(wanted, pipeline.parse([s.text for s in wanted]), strict=True):
            voiced(doc, self.verbs)
            sentence.doc = doc
            self._mend(sentence)
        trace.report = report
        fire(report, note)
        if not report.firings:
            return trace
        report.discourse = Discourse(sentences, self.tools.mentions)
        report.places = Places(self.pack, self.tools.mentions, self.gazetteer)
        report.places.collect(sentences)
        self._attribute(report)
        self._draft(report)
        if not report.drafts:
            return trace
        trace.assembler = Assembler(report, self.gazetteer, self.identities(report), __version__)
        trace.assembler.make()
        return trace

    def choose(self, document: Document, sentences: Sequence[Sentence]) -> Chosen:
        """Sentences that can make a claim, and the one before each that has a pronoun; the first, if there are many."""
        wanted: set[int] = set()
        opened: set[int] = set()
        grave = self.is_grave(document, sentences)
        elsewhere = self.elsewhere(sentences)
        for sentence in sentences:
            if self.too_long(sentence) or sentence.index in elsewhere:
                continue
            goes_on = any(
                n in wanted and _of_agreement(sentences[n])
                for n in range(max(0, sentence.index - GOES_ON), sentence.index)
            )
            if self.gate.open(
                document.text, sentence.start, sentence.words, sentence.hits, goes_on=goes_on, grave=grave
            ):
                wanted.add(sentence.index)
                opened.add(sentence.index)
                if sentence.index and self.gate.looks_back(sentence.words):
                    wanted.add(sentence.index - 1)
        parsed = within(s for s in sentences if s.index in wanted and not self.too_long(s))
        return Chosen(parsed, frozenset(opened), elsewhere, frozenset(opened.difference(parsed)), grave)

    def is_grave(self, document: Document, sentences: Sequence[Sentence]) -> bool:
        """Whether a report may be of a conflict at all: it names a power, or tells of violence."""
        return not any(s.hits for s in sentences) or self.gate.is_grave(document.text, (s.words for s in sentences))

    def elsewhere(self, sentences: Sequence[Sentence]) -> frozenset[int]:
        """The sentences of another field (sport, trade, films …), by index."""
        if not any(s.hits for s in sentences):
            return frozenset()
        return frozenset(n for n, away in enumerate(self.field.elsewhere([s.words for s in sentences])) if away)

    def left_out(self, document: Document) -> LeftOut:
        """What was not read though it has trigger words, and why."""
        sentences = self.sentences(document)
        chosen = self.choose(document, sentences)
        long = sum(self.too_long(s) for s in sentences if s.hits)
        away = (sentences[n] for n in chosen.elsewhere)
        open_ = (self.gate.open(document.text, s.start, s.words, s.hits) for s in away if not self.too_long(s))
        return LeftOut(long, sum(open_), len(chosen.beyond))

    def too_long(self, sentence: Sentence) -> bool:
        """Whether it is longer than any sentence of news, and not parsed."""
        return sentence.end - sentence.start > LONGEST

    def _annotate(self, document: Document, wanted: Sequence[Sentence]) -> None:
        """What the words tell whatever the tree: dates, numbers and quotations."""
        text, quotes = document.text, quoted_spans(document.text)
        for sentence in wanted:
            sentence.dates = find_dates(text, sentence.start, sentence.end, self.dates)
            spans = [(d.start, d.end) for d in sentence.dates]
            sentence.numbers = find_numbers(text, sentence.start, sentence.end, self.numbers, spans)
            first = bisect_right(quotes, sentence.start, key=lambda quote: quote[1])
            last = bisect_left(quotes, sentence.end, lo=first, key=lambda quote: quote[0])
            sentence.quoted = list(quotes[first:last])

    def _mend(self, sentence: Sentence) -> None:
        """Mend the tree of a sentence by what is known of its words."""
        doc = sentence.doc
        assert doc is not None
        sentence.date_tokens = frozenset(t.i for d in sentence.dates for t in sentence.tokens_in(d.start, d.end))
        doc.user_data[DATES] = sentence.date_tokens
        own = [(d.start, d.end) for d in sentence.dates if d.relation != "anchored"]
        free_dates(doc, frozenset(t.i for low, high in own for t in sentence.tokens_in(low, high)))
        self.joints.join(doc)
        rejoin(doc, self.tools.mentions)
        words = self.tools.pack.words
        slips.relabel(doc, words("before_verbs"), words("position_prepositions"), words("passive_agent"))
        accusing, asking, saying = _addressing(sentence)
        take_in(doc, accusing | asking)
        inside(doc, accusing, saying)
        if words("verbs_of_clauses"):
            described(doc, lambda verb: verb.i in saying or self._opens(verb))
        self.tools.attributions.mend(sentence)
        acts = self.tools.mentions.can_act
        slips.mend(doc, words("instrument_markers"), words("verbs_affecting"), words("control_marks"), acts)
        settle(doc)

    def _opens(self, verb: Token) -> bool:
        """Whether a verb may have a clause that nothing but its place marks ("said three men fled")."""
        words = self.tools.pack.words
        keys = ("verbs_reporting", "verbs_of_clauses", *(key for key, _ in GOVERNING))
        return any(starts(verb, words(key)) for key in keys)

    def _attribute(self, report: Report) -> None:
        """Modality and sources of every firing, sentence by sentence, so that quotes can run on."""
        tools = self.tools
        wanting = tools.pack.words("verbs_wanting")
        for sentence in report.sentences:
            if sentence.doc is None:
                continue
            firings = report.firings_in(sentence)
            acts = {
                f.token.i: f.trigger.values["act"]
                for f in firings
                if f.trigger.kind == "statement"
                and "act" in f.trigger.values
                and not (f.trigger.values["act"] == "demand" and f.token.lower_ in wanting and only_told(f, report))
            }
            report.statements[sentence.index] = acts
            known: dict[int, tuple[Modality, list[Mention]]] = {}
            for firing in firings:
                if firing.token.i not in known:
                    known[firing.token.i] = self._stance(report, sentence, firing.token, acts)
                mood, sources = known[firing.token.i]
                firing.mood, firing.sources = mood, list(sources)
            speaker = self._speaker(sentence, acts)
            if speaker is not None:
                settled = report.settle(speaker)
                if settled is not None:
                    report.discourse.speakers[sentence.index] = settled
            elif firings and not report.statements[sentence.index]:
                carried = tools.attributions.running_on(sentence, firings[0].token, report.sentences, report.discourse)
                if carried is not None:
                    report.discourse.speakers[sentence.index] = carried

    def _stance(
        self, report: Report, sentence: Sentence, token: Token, acts: dict[int, str]
    ) -> tuple[Modality, list[Mention]]:
        """How a predicate is meant and who it is from."""
        attributions = self.tools.attributions
        told_by = expand(attributions.of(sentence, token, acts), keep_order=True)
        told_by = [t for t in told_by if not self.tools.mentions.deal_text(t)]  # "according to the text of the accord"
        sources = [Mention(sentence, t) for t in told_by if t.dep_ != "conj" or attributions.can_speak(t)]
        if not sources:
            running = attributions.running_on(sentence, token, report.sentences, report.discourse)
            sources = [running] if running is not None else []
        return self.tools.moods.read(sentence, token, acts), sources

    def _speaker(self, sentence: Sentence, acts: dict[int, str]) -> Mention | None:
        """Who speaks in the sentence: the subject of its last verb of saying."""
        assert sentence.doc is not None
        found = None
        for token in sentence.doc:
            if (self.tools.attributions.reports(token) or token.i in acts) and is_clause(token):
                subject = self.tools.attributions.speaker(token)
                quoted = subject is not None and self.tools.mentions.pronoun(subject).startswith("speaker")
                if subject is not None and not quoted:  # "X said: we reject …": X speaks
                    found = Mention(sentence, subject)
        return found

    def _draft(self, report: Report) -> None:
        """All drafts, sentence by sentence: obligations first, since what they bind is no event of its own."""
        for sentence in report.sentences:
            if sentence.doc is None:
                continue
            firings = report.firings_in(sentence)
            bound = [d for f in firings for d in obligation.read(f, report)]
            bound += obligation.brought_in(sentence, report)
            for kind, read in KIND_READERS.items():
                for firing in firings:
                    if firing.trigger.kind == kind and not scope.only_around(firing, report):
                        report.drafts.extend(read(firing, report))
            report.drafts.extend(statement.required(sentence, report))
            report.drafts.extend(bound)
        links.link(report)

    def identities(self, report: Report, clues: dict[tuple[int, int], Clue] | None = None) -> Identities:
        """Who the report's mentions are, each by itself and by what was named before it, in text order.

        `clues` is filled with what settled each mention, by its offsets.
        """
        document = report.document
        memory = self.actors.document(document.text, year=document.published.year if document.published else None)
        found: dict[tuple[int, int], Actor | None] = {}
        used = {
            (m.sentence.index, m.token.i)
            for draft in report.drafts
            for mentions in (*draft.fillers.values(), draft.sources)
            for m in mentions
        }
        senders = dict(self._senders(report))
        orders = dict(self._orders(report))
        for sentence in report.sentences:
            for token in sentence.doc or ():
                key = (sentence.index, token.i)
                named = token.pos_ in ("NOUN", "PROPN") and token.dep_.split(":")[0] not in ("flat", "compound", "case")
                if not named and (key not in used or token.pos_ in ("PRON", "DET")):
                    continue
                if key not in used and self.tools.mentions.is_event(token):
                    continue  # "Kunjungan Wen" at the beginning is nobody's name
                known = token.pos_ == "PROPN" or "agent" in self.tools.mentions.classes(token)
                if not known and key not in used:
                    continue
                span = self.tools.mentions.span(sentence, token)
                if key in used or any(char.isupper() for char in span.text):
                    owner = self._owner(report, sentence, token) or senders.get(key)
                    held = found.get((owner.start, owner.end)) if owner is not None else None
                    if held is None and (side := self._stood_by(sentence, token)) is not None:
                        held = memory.resolve(side.text)
                    held = held or self._superior(token, found.get(orders.get(key, NOWHERE)))
                    counted = report.count_of(sentence, token) is not None
                    found[span.start, span.end] = memory.learn(
                        span.text, owner=held, counted=counted, seat=self._seat(report, sentence, span)
                    )
                    if clues is not None:
                        clues[span.start, span.end] = memory.clue
        return Identities(memory, found)

    def _senders(self, report: Report) -> Iterator[tuple[tuple[int, int], Span]]:
        """Whose the forces are that somebody sends, has or pulls out, by sentence and token ("Senegal has 538 men")."""
        for draft in report.drafts:
            if draft.kind != "deployment" or draft.firing is None or draft.nominal:
                continue
            forces = {m.token.i for m in draft.fillers.get("force", []) if m.sentence is draft.sentence}
            subjects = [t for t in draft.firing.roles.get("subj", []) if t.i not in forces]
            if len(subjects) != 1 or len(conjuncts(subjects[0])) > 1:
                continue
            sender = report.settle(Mention(draft.sentence, subjects[0]))
            if sender is not None:
                for i in forces:
                    yield (draft.sentence.index, i), report.span(sender)

    def _orders(self, report: Report) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
        """Who ordered whom, by the sentence and token of who must and the offsets of who says so."""
        for draft in report.drafts:
            if draft.kind == "obligation" and draft.values.get("basis") == "order" and draft.sources:
                issuer = report.settle(draft.sources[-1])
                for mention in draft.fillers.get("obligor", []) if issuer is not None else []:
                    if issuer is not None and mention.sentence is draft.sentence:
                        span = report.span(issuer)
                        yield (draft.sentence.index, mention.token.i), (span.start, span.end)

    def _superior(self, token: Token, issuer: Actor | None) -> Actor | None:
        """Who gave an order, where those who must obey are his own: a state's forces and bodies, an authority's bodies.

        "The leader ordered all institutions of the republic dissolved" binds his own side's.
        """
        if issuer is None or issuer.country is None or self.tools.mentions.fits(token, ("@armed_group",)):
            return None
        forces = self.tools.mentions.fits(token, ("@armed_force", "@police_word"))
        return issuer if issuer.is_of_state or not forces else None

    def _owner(self, report: Report, sentence: Sentence, token: Token) -> Span | None:
        """Whom a possessive pronoun beside a noun means ("its troops"), if that was named."""
        for child in token.children:
            if (
                child.dep_.split(":")[0] in ("nmod", "det")
                and self.tools.mentions.pronoun(child)
                and not preposition(child)
            ):
                owner = report.settle(Mention(sentence, child))
                return report.span(owner) if owner is not None else None
        return None

    def _stood_by(self, sentence: Sentence, token: Token) -> Span | None:
        """Whom forces stand by, as the words right behind them say ("forces loyal to X", "pasukan yang dipimpin X")."""
        words = self.tools.pack.words
        if not self.tools.mentions.fits(token, ("@armed_force", "@troops", "@rebel")):
            return None
        behind = list(token.doc[token.i + 1 : token.i + 5])
        if behind and behind[0].lower_ in words("relative_pronouns"):
            behind = behind[1:]
        if len(behind) < 2 or behind[0].lower_ not in words("allegiance_words"):
            return None
        first = behind[2] if behind[1].pos_ == "ADP" and len(behind) > 2 else behind[1]
        noun = first
        while noun.head.i > noun.i and noun.dep_.split(":")[0] in ("det", "amod", "nmod", "compound", "flat"):
            noun = noun.head
        return self.tools.mentions.span(sentence, noun) if noun.pos_ in ("NOUN", "PROPN") else None

    def _seat(self, report: Report, sentence: Sentence, span: Span) -> Seat | None:
        """Where the office that a mention names sits: the place named right behind it ("the health ministry in X")."""
        behind = sentence.tokens_in(span.end, sentence.end)[:2]
        if len(behind) < 2 or behind[1].pos_ != "PROPN" or not self.actors.locates(behind[0].lower_):
            return None
        place = behind[1]
        while place.dep_ in ("compound", "flat") and place.head.i > behind[0].i:
            place = place.head
        mention = report.places.at(sentence, place)
        words = mention.span.text if mention is not None else self.tools.mentions.span(sentence, place).text
        country = report.places.country(mention) if mention is not None else None
        return Seat(f"{behind[0].text} {words}", country)


def _event_words(pack: Pack) -> frozenset[str]:
    """All forms of one-word noun triggers of happenings."""
    found: set[str] = set()
    for trigger in pack.triggers:
        if trigger.part == "noun" and trigger.kind in (
            "event",
            "meeting",
            "agreement",
            "statement",
            "mediation",
        ):
            for word in trigger.words:
                if " " not in word and "official" not in pack.classes_of(word):  # not "mediator", "penengah"
                    found.update(form for form, _ in pack.inflection.forms(word, "noun"))
    return frozenset(found)


class Reader:
    """Reads many reports; packs and pipelines load once, when first needed."""

    def __init__(self, languages: Sequence[str] | None = None, packs: Sequence[str | Path] = ()) -> None:
        """`languages` limits what is read (default: all shipped packs); `packs` are folders of further packs.

        Raises LanguageError for a code without a pack, PackError for a broken pack.
        """
        self._folders = tuple(Path(p) for p in packs)
        extra = {pack.code: pack for pack in map(read_pack, self._folders)}
        self.languages = tuple(sorted({*(available() if languages is None else languages), *extra}))
        for code in languages or ():
            if code not in available() and code not in extra:
                raise LanguageError(f"language {code!r} is not supported; supported: {', '.join(available())}")
        self._extra = extra
        self._readers: dict[str, LanguageReader] = {}

    def _for(self, code: str) -> LanguageReader:
        if code not in self.languages:
            raise LanguageError(f"language {code!r} is not supported; supported: {', '.join(self.languages)}")
        if code not in self._readers:
            self._readers[code] = LanguageReader(self._extra.get(code) or load_pack(code))
        return self._readers[code]

    def read(self, document: Document) -> list[Claim]:
        """The claims of one report, in text order. Raises LanguageError if its language has no pack."""
        language = normalise_language(document.language) or detect_language(document.text, self.languages)
        return self._for(language).read(document.with_language(language))

    def left_out(self, document: Document) -> LeftOut:
        """How many sentences with trigger words were left out, unparsed. Raises LanguageError as `read` does."""
        language = normalise_language(document.language) or detect_language(document.text, self.languages)
        return self._for(language).left_out(document.with_language(language))

    def explain(self, document: Document) -> Explanation:
        """The claims that `read` gives, with what each rests on. Raises LanguageError as `read` does."""
        language = normalise_language(document.language) or detect_language(document.text, self.languages)
        return self._for(language).explain(document.with_language(language))

    def read_many(
        self, documents: Iterable[Document], *, workers: int = 1, batch_size: int = CHUNK
    ) -> Iterator[list[Claim]]:
        """The claims of each document, in the order given; a stream, whatever the number of processes.

        `workers` processes read `batch_size` documents at a time; the output does not depend on either.
        """
        if workers <= 1:
            for document in documents:
                yield self.read(document)
            return
        settings = (self.languages, self._folders)
        with closing(spread(_batches(documents, batch_size), _read_batch, workers, _start_worker, settings)) as read:
            for batch in read:
                yield from batch


_worker: Reader | None = None


def _start_worker(languages: tuple[str, ...], folders: tuple[Path, ...]) -> None:
    global _worker
    _worker = Reader(languages, folders)


def _read_batch(batch: list[Document]) -> list[list[Claim]]:
    assert _worker is not None
    return [_worker.read(document) for document in batch]


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch
