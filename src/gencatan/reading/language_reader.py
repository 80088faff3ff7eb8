"""Reads reports of one language: the way through one report, from its sentences to its account."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from gencatan import __version__
from gencatan.collecting import without_collecting
from gencatan.gazetteer import Gazetteer, Kind
from gencatan.language.pack import Pack, Phrases
from gencatan.language.triggers import Hit, Trigger, words_of
from gencatan.model import Claim, Document
from gencatan.parse.dateline import after_dateline
from gencatan.parse.field import Field
from gencatan.parse.gate import Gate
from gencatan.parse.pipeline import Pipeline, parses
from gencatan.parse.repair import (
    described,
    free_dates,
    inside,
    inverted,
    next_acts,
    plans,
    protests,
    take_in,
    undergone,
    voiced,
)
from gencatan.parse.sentences import split_sentences
from gencatan.reading.actors.resolver import ActorResolver
from gencatan.reading.assembly import links
from gencatan.reading.assembly.assemble import Assembler, Trace
from gencatan.reading.assembly.identities import identify
from gencatan.reading.dates.found import find_dates
from gencatan.reading.dates.lexicon import DateLexicon
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.drafts.frames import Frames
from gencatan.reading.drafts.requirements import Requirements
from gencatan.reading.drafts.surroundings import Surroundings
from gencatan.reading.firing import scope, stances
from gencatan.reading.firing.entries import Note, fire
from gencatan.reading.kinds import (
    agreement,
    casualty,
    deal_makers,
    deal_types,
    deployment,
    event,
    mediation,
    meeting,
    recount,
    statement,
    statement_required,
    territory,
)
from gencatan.reading.kinds.obligations import day_lists, obligation
from gencatan.reading.numbers.found import NumberLexicon, counts_nothing, find_numbers
from gencatan.reading.place_names import PlaceNames
from gencatan.reading.place_words import TOWN
from gencatan.reading.places import Places
from gencatan.reading.report import Report, Tools
from gencatan.reading.selection import Selection
from gencatan.reading.telling.attribution import Attributions
from gencatan.reading.telling.discourse import Discourse
from gencatan.reading.telling.quotes import quoted_spans
from gencatan.reading.tree import slips
from gencatan.reading.tree.days_between import join_passives
from gencatan.reading.tree.hands import by_hands
from gencatan.reading.tree.joints import Joints
from gencatan.reading.tree.lists import (
    join_listed,
    join_names,
    join_objects,
    join_subjects,
    join_undergoing,
    name_groups,
)
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.modality import GOVERNING
from gencatan.reading.tree.moods import Moods
from gencatan.reading.tree.posing import undisguise
from gencatan.reading.tree.rejoin import charged, rejoin, said_beside
from gencatan.reading.tree.relations import (
    AGENT_CLASSES,
    DATE_TOKENS,
    lowered,
    preposition,
    role_words,
    settle,
    starts,
)
from gencatan.reading.tree.sentence import Sentence
from gencatan.reading.tree.strings import restring
from gencatan.reading.tree.syntax import Syntax
from gencatan.reading.tree.whole_names import WholeNames
from gencatan.reading.twice import Account, account

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REASON: Final = ("cause",)
NAMED_GROUPS: Final = ("@group", "@armed_group", "@rebel", "@state")
STRIKES: Final = frozenset({"shelling", "air_strike"})
LARGE_CITY: Final = 500_000  # people

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


def _speaking(sentence: Sentence) -> frozenset[int]:
    """The verbs of a sentence by which somebody may state something and not only ask for it."""
    found: set[int] = set()
    for hit in sentence.hits:
        acts = {t.values.get("act") for t in hit.triggers if t.kind == "statement"}
        token = sentence.token_at(hit.head_start) if hit.part == "verb" and acts - {"demand", "appeal"} else None
        found.update({token.i} if token is not None else ())
    return frozenset(found)


def _marches(sentence: Sentence) -> frozenset[int]:
    """The nouns of a sentence that name a march or a rally."""
    tokens = (
        sentence.head_of(hit.start, hit.end)
        for hit in sentence.hits
        if hit.part == "noun" and any(t.values.get("act") == "protest" for t in hit.triggers)
    )
    return frozenset(t.i for t in tokens if t is not None)


def _charges(sentence: Sentence, accusing: Collection[int], whose: Phrases) -> dict[int, dict[str, frozenset[str]]]:
    """By verb that accuses somebody or finds them guilty, the prepositions before of what and before whom, by slot.

    `whose` are the prepositions that tell whose a thing is: a verb whose reason stands behind one is a verdict. On one
    verb several entries may fall ("hold", "hold * responsible", "hold * responsible for"): those of all count.
    """
    found: dict[int, dict[str, frozenset[str]]] = {}
    for hit in sentence.hits:
        token = sentence.token_at(hit.head_start)
        if token is None or token.pos_ != "VERB":
            continue
        if token.i in accusing or any(_judges(t, whose) for t in hit.triggers):
            frames = [t.frame.slots for t in hit.triggers if t.values.get("act") == "accuse" or _judges(t, whose)]
            behind = [(role_words(role), to) for slots in frames for role, to in slots.items() if role_words(role)]
            held = found.setdefault(token.i, {"content": frozenset(), "addressee": frozenset()})
            held["content"] |= frozenset(words for words, to in behind if "content" in to or to == REASON)
            held["addressee"] |= frozenset(words for words, to in behind if "addressee" in to)
    return found


def _judges(trigger: Trigger, whose: Phrases) -> bool:
    """Whether a verb finds somebody guilty or not guilty "of" something."""
    if trigger.kind != "event":
        return False
    return any(to == REASON and role_words(role) in whose for role, to in trigger.frame.slots.items())


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
        self.selection = Selection(self.gate, self.field)
        self.numbers = NumberLexicon.load(pack.path / "numbers.toml")
        self.dates = DateLexicon.load(pack.path / "dates.toml", self.numbers)
        syntax = Syntax(pack)
        mentions = Mentions(pack, _event_words(pack), self._is_no_person)
        self.joints = Joints(mentions)
        self.whole_names = WholeNames(pack, lambda: self.actors.bodies())
        self.tools = Tools(
            pack=pack,
            syntax=syntax,
            mentions=mentions,
            surroundings=Surroundings(pack, syntax, mentions),
            requirements=Requirements(pack, syntax, mentions, self._is_town),
            frames=Frames(pack, syntax, mentions),
            attributions=Attributions(pack, syntax, mentions),
            moods=Moods(pack, syntax),
            numbers=self.numbers,
            who=lambda text, year: self.actors.resolve(text, year=year),
        )

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The shared map."""
        return Gazetteer.open()

    def _is_known_name(self, word: str) -> bool:
        """Whether a word is the name of a state or a large city."""
        found = self.gazetteer.candidates(word, language=self.pack.code, limit=3)
        return any(entry.kind is Kind.COUNTRY or entry.population >= LARGE_CITY for entry in found)

    def _is_no_person(self, name: str) -> bool:
        return self.gazetteer.country(name, language=self.pack.code) is not None or self.actors.is_seat(name)

    @cached_property
    def _place_names(self) -> PlaceNames:
        return PlaceNames(self.pack, self.tools.mentions, self.gazetteer, self.actors.capital)

    def _is_town(self, name: Token) -> bool:
        """Whether a name is that of a town or region on the map, whatever the recogniser of names takes it for."""
        if name.pos_ != "PROPN" or not name.text[:1].isupper():
            return False
        names = self._place_names
        entry = names.best(names.own(name))
        return entry is not None and entry.prior >= TOWN

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
        with self.forgetting(), without_collecting():
            return self.account(document).claims

    @contextmanager
    def forgetting(self) -> Iterator[None]:
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
        chosen = self.selection.choose(document, sentences)
        self._annotate(document, [sentences[i] for i in chosen.parsed])
        traces = []
        trees = parses(self.pipelines, [sentences[i].to_parse() for i in chosen.parsed])
        for n, docs in enumerate(trees):
            own = sentences if n == 0 else [replace(sentence) for sentence in sentences]
            note = notes[n] if n < len(notes) else None
            traces.append(
                self._trace(
                    Report(document, self.tools, own, chosen.grave), [own[i] for i in chosen.parsed], docs, note
                )
            )
        return account(document, traces, chosen)

    def _trace(
        self,
        report: Report,
        wanted: Sequence[Sentence],
        docs: Sequence[Doc],
        note: Note | None,
    ) -> Trace:
        document, sentences = report.document, list(report.sentences)
        trace = Trace(document, sentences)
        if not wanted:
            return trace
        for sentence, doc in zip(wanted, docs, strict=True):
            sentence.parsed_as(doc)
            voiced(sentence.tokens, self.verbs)
            self._mend(sentence)
        trace.report = report
        fire(report, note)
        if not report.firings:
            return trace
        report.discourse = Discourse(sentences, self.tools.mentions, self.actors.is_body, self.actors.is_no_person)
        report.places = Places(self.pack, self.tools.mentions, self.gazetteer, self.actors.capital)
        report.places.collect(sentences)
        stances.take(report)
        self._draft(report)
        if not report.drafts:
            return trace
        trace.assembler = Assembler(report, self.gazetteer, identify(report, self.actors), __version__)
        trace.assembler.make()
        return trace

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

    def _undergone_before(self, noun: Token) -> bool:
        """Whether a noun is an act that came before what its clause tells, or is measured ("months *of torture*")."""
        words, before = self.tools.pack.words, preposition(noun)
        return self.tools.mentions.is_event(noun) and (
            before in words("after_markers") or before in words("genitive_markers")
        )

    def _mend(self, sentence: Sentence) -> None:
        """Mend the tree of a sentence by what is known of its words."""
        doc, tokens = sentence.doc, sentence.tokens
        assert doc is not None
        sentence.date_tokens = frozenset(t.i for d in sentence.dates for t in sentence.tokens_in(d.start, d.end))
        doc.user_data[DATE_TOKENS] = sentence.date_tokens
        join_passives(doc)
        self._undergone(sentence)
        own = [(d.start, d.end) for d in sentence.dates if d.relation != "anchored"]
        free_dates(doc, frozenset(t.i for low, high in own for t in sentence.tokens_in(low, high)))
        slips.unhedge(
            t for n in sentence.numbers if n.kind == "count" for t in sentence.tokens_in(n.start, n.number_start)
        )
        self.whole_names.join(sentence)
        undisguise(tokens, self.tools.pack.words("verbs_posing"))
        for token in tokens:
            if token.dep_ == "obj" and token.pos_ == "NUM" and counts_nothing(sentence.text, token.idx, self.numbers):
                slips.in_turn(token)
        self.joints.join(tokens)
        restring(tokens, self.tools.mentions)
        join_names(tokens)
        join_objects(tokens)
        join_subjects(tokens)
        join_listed(tokens)
        self._list_undergoing(sentence)
        self._name_groups(sentence)
        rejoin(tokens, self.tools.mentions)
        words = self.tools.pack.words
        slips.unclassify(tokens, words("classifiers"))
        if not words("somebody").firsts.isdisjoint(lowered(doc)):
            slips.one_besides(tokens, words("somebody"), words("others_besides"))
        by_hands(tokens, words("agent_phrases"), words("passive_agent"), self._undergone_before)
        slips.relabel(
            tokens,
            words("before_verbs"),
            words("position_prepositions"),
            words("passive_agent"),
            words("companion_markers"),
            words("negation"),
            words("between_markers"),
        )
        if any(word in sentence.text for word in words("then_words")):
            next_acts(tokens, words("then_words"), sentence.date_tokens)
        accusing, asking, saying = _addressing(sentence)
        slips.undate(doc, accusing)
        take_in(doc, accusing | asking)
        charged(doc, _charges(sentence, accusing, words("genitive_markers")), self.tools.mentions)
        said_beside(doc, _speaking(sentence), self.tools.mentions)
        inside(doc, accusing, saying)
        plans(
            tokens,
            self.tools.syntax.subjects.is_plan,
            lambda verb: self.tools.pack.index.voices.get(verb.lower_) == "act",
        )
        protests(doc, _marches(sentence), asking | _speaking(sentence), self._takes_place)
        if words("verbs_of_clauses"):
            described(tokens, lambda verb: verb.i in saying or self._opens(verb))
        self.tools.attributions.mend(sentence)
        acts = self.tools.mentions.can_act
        timing = [words(key) for key in ("after_markers", "before_markers", "day_clauses")]
        slips.mend(tokens, words("instrument_markers"), words("verbs_affecting"), words("control_marks"), acts, timing)
        settle(doc)

    def _list_undergoing(self, sentence: Sentence) -> None:
        """Join those to whom an act is done that are listed behind its noun, where nothing need stand between."""
        mentions = self.tools.mentions
        if self.pack.noun_head != "first" or "," not in sentence.text:
            return
        for hit in sentence.hits:
            if hit.part == "noun" and any("target" in t.frame.slots.get("poss", ()) for t in hit.triggers):
                act = sentence.head_of(hit.start, hit.end)
                if act is not None and act.pos_ == "NOUN":
                    join_undergoing(act, lambda noun: mentions.can_act(noun) and not mentions.is_event(noun))

    def _name_groups(self, sentence: Sentence) -> None:
        """Put the names of groups in the place of the noun that counts them."""
        several = {
            word.i: n.count.min
            for n in sentence.numbers
            if n.kind == "count" and n.count.min == n.count.max and n.count.min and 1 < n.count.min < 7
            if (word := sentence.last_word(n)) is not None
        }
        if several:
            mentions = self.tools.mentions
            name_groups(sentence.tokens, lambda noun: mentions.fits(noun, NAMED_GROUPS), several)

    def _undergone(self, sentence: Sentence) -> None:
        """Mend the tree around bare verbs that have who does it right before them ("dua orang kami tangkap"), and
        around passive ones with what undergoes it behind them ("di sana ditangkap dua orang")."""
        forms = self.pack.inflection.undergone
        if not (forms.pronouns or forms.openers):
            return
        helping = self.tools.pack.words("verbs_transparent")
        mended: set[int] = set()
        for hit in sentence.hits:  # the longest first: "tembak mati" before "tembak"
            if hit.part != "verb" or hit.voice == "act" or hit.head_start in mended:
                continue
            mended.add(hit.head_start)
            verb, last = sentence.token_at(hit.head_start), sentence.token_at(hit.end - 1)
            if hit.voice and verb is not None and last is not None:
                if forms.openers and all(t.kind != "meeting" for t in hit.triggers):  # "dikunjungi tiga menteri"
                    inverted(verb, last, forms.openers, partial(self._strikes, hit))
                continue
            if verb is None or last is None or verb.i == 0 or verb.nbor(-1).lower_ not in forms.pronouns:
                continue
            if hit.citation.partition(" ")[0] == verb.lower_:
                continue  # no bare form of another: "kami masuk"
            undergone(sentence.tokens, verb, last, sentence.date_tokens, forms.states, helping)

    def _strikes(self, hit: Hit, noun: Token) -> bool:
        """Whether a noun at the verb of an attack is the weapon that hits ("dihantam tiga rudal", not "disita …")."""
        if not self.pack.in_class(noun.lower_, "weapon"):
            return False
        struck = any(t.values.get("act") in STRIKES for t in hit.triggers)
        return struck and not any("instrument" in t.frame.slots.get("obj", ()) for t in hit.triggers)

    def _takes_place(self, verb: Token) -> bool:
        """Whether a verb says of its subject that it is held or goes on."""
        return self.tools.syntax.verbs.light(verb) or starts(verb, self.tools.pack.words("verbs_of_war"))

    def _opens(self, verb: Token) -> bool:
        """Whether a verb may have a clause that nothing but its place marks ("said three men fled")."""
        words = self.tools.pack.words
        keys = ("verbs_reporting", "verbs_of_clauses", *(key for key, _ in GOVERNING))
        return any(starts(verb, words(key)) for key in keys)

    def _draft(self, report: Report) -> None:
        """All drafts, sentence by sentence: obligations first, since what they bind is no event of its own."""
        for sentence in report.sentences:
            if sentence.doc is None:
                continue
            firings = report.firings_in(sentence)
            report.bound.clear()
            for firing in firings:
                report.bound.extend(obligation.read(firing, report))
            report.bound.extend(day_lists.listed(report.bound, sentence, report))
            report.bound.extend(obligation.brought_in(sentence, report))
            at = len(report.drafts)
            for kind, read in KIND_READERS.items():
                for firing in firings:
                    if firing.trigger.kind == kind and scope.tells(firing, report):
                        report.drafts.extend(read(firing, report))
            report.drafts.extend(day_lists.listed(report.drafts[at:], sentence, report))
            report.drafts.extend(list(recount.told_again(sentence, report)))
            report.drafts.extend(statement_required.required(sentence, report))
            report.drafts.extend(report.bound)
        deal_types.tell(report)
        deal_makers.tell(report)
        links.link(report)


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
