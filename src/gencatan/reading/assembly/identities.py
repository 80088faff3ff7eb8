"""Who is who in one report: each mention by itself and by what was named before it, in text order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Actor, Span
from gencatan.model.vocabulary import STRIKES
from gencatan.reading.actors.memory import ActorMemory, Clue, Seat
from gencatan.reading.actors.resolver import ActorResolver
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import SUBJECTS, conjuncts, is_clause, preposition
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

THINGS: Final = ("@weapon", "@abstract", "@document", "@money")
Key = tuple[int, int]
"""A mention by its sentence and token."""
PRIVATE: Final = frozenset({"BUS", "CVL", "EDU", "MED", "LAB", "JRN", "AGR", None})
NOWHERE: Final = (-1, -1)
FORCED: Final = STRIKES | {"arrest", "abduction"}
AGAINST: Final = frozenset({"attack", "shelling", "air_strike", "operation", "clash", "blockade", "sanction"})
UPON: Final = frozenset({"obj", "obl", "nmod"})
OWN: Final = frozenset({"withdraw", "withdrawn", "deployed", "reinforced", "retreat"})
"""What is done with one's own forces: "asked Russia to withdraw *its* troops" means Russia's."""


@dataclass(frozen=True, slots=True)
class Identities:
    """Who is who in one report: mentions resolved in text order, by their offsets, and a memory for the rest."""

    memory: ActorMemory
    found: Mapping[tuple[int, int], Actor | None]

    @property
    def homes(self) -> tuple[str, ...]:
        """The countries of the groups that the report names: what they do is mostly there, though no words say so."""
        return self.memory.homes

    def of(self, span: Span) -> Actor | None:
        """Who the words name; None if nobody we know."""
        key = (span.start, span.end)
        return self.found[key] if key in self.found else self.memory.resolve(span.text)


def identify(report: Report, actors: ActorResolver, clues: dict[tuple[int, int], Clue] | None = None) -> Identities:
    """Who the report's mentions are, each by itself and by what was named before it, in text order.

    `clues` is filled with what settled each mention, by its offsets.
    """
    document = report.document
    memory = actors.document(document.text, year=document.published.year if document.published else None)
    found: dict[tuple[int, int], Actor | None] = {}
    used = {
        (m.sentence.index, m.token.i)
        for draft in report.drafts
        for mentions in (*draft.fillers.values(), draft.sources)
        for m in mentions
    }
    spoken = {(m.sentence.index, m.token.i) for draft in report.drafts for m in draft.sources}
    senders = dict(_senders(report))
    orders = dict(_orders(report))
    spans: dict[Key, tuple[int, int]] = {}
    guessed: set[Key] = set()
    for sentence in report.sentences:
        for token in sentence.tokens:
            key = (sentence.index, token.i)
            named = token.pos_ in ("NOUN", "PROPN") and token.dep_.split(":")[0] not in ("flat", "compound", "case")
            if not named and (key not in used or token.pos_ in ("PRON", "DET")):
                continue
            if key not in used and report.tools.mentions.is_event(token):
                continue  # "Kunjungan Wen" at the beginning is nobody's name
            known = token.pos_ == "PROPN" or "agent" in report.tools.mentions.classes(token)
            if not known and key not in used:
                continue
            span = report.tools.mentions.wording.span(sentence, token)
            if _is_nobody(report, token) or (key not in spoken and _works_for_media(report, actors, token, span)):
                found[span.start, span.end] = None
                continue
            if key in used or any(char.isupper() for char in span.text):
                owner = _owner(report, sentence, token) or senders.get(key)
                held = found.get((owner.start, owner.end)) if owner is not None else None
                private = owner is not None and (owner.start, owner.end) in found and held is None
                if held is None and (side := _stood_by(report, sentence, token)) is not None:
                    held = memory.resolve(side.text)
                held = held or _superior(report, token, found.get(orders.get(key, NOWHERE)))
                counted = report.count_of(sentence, token) is not None
                found[span.start, span.end] = memory.learn(
                    span.text,
                    owner=held,
                    counted=counted,
                    private=private and held is None,
                    definite=report.is_definite(sentence, token),
                    seat=_seat(report, actors, sentence, span),
                )
                if _is_anothers(report, sentence, token, found[span.start, span.end], found):
                    found[span.start, span.end] = None
                actor = found[span.start, span.end]
                unlisted = actor is not None and actor.id not in actors.registry.actors
                if actor is not None and unlisted and _hails_from_town(report, token, actor):
                    found[span.start, span.end] = None
                spans[key] = span.start, span.end
                if memory.clue.how == "state":
                    guessed.add(key)
                if clues is not None:
                    clues[span.start, span.end] = memory.clue
    _named_ahead(report, memory, spans, found)
    _of_the_deal(report, spans, found)
    if guessed:
        _not_of_the_other(report, spans, guessed, found)
    return Identities(memory, found)


def _acts_against(report: Report, sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is one by which nobody acts on his own state: force, sanctions, what is asked or charged."""
    told = report.at(sentence, verb)
    return any(f.trigger.kind == "statement" or f.trigger.values.get("act") in AGAINST for f in told)


def _owned(report: Report, noun: Token) -> bool:
    """Whether a pronoun or an ending says whose a thing is ("its embassy", "kedutaannya")."""
    endings = report.tools.pack.possessive_endings
    return bool(endings and noun.lower_.endswith(endings)) or any(
        report.tools.mentions.pronoun(c) and not preposition(c) for c in noun.children if c.dep_.startswith("nmod")
    )


def _named_ahead(
    report: Report,
    memory: ActorMemory,
    spans: Mapping[Key, tuple[int, int]],
    found: MutableMapping[tuple[int, int], Actor | None],
) -> None:
    """Tell which rebels signed, where a report names them behind and no others ("a deal with *the rebels* … Rebel
    leader X had signed before")."""
    for draft in report.drafts:
        for mention in draft.fillers.get("parties", []) if draft.kind == "agreement" else []:
            key = mention.sentence.index, mention.token.i
            if key not in spans or found[spans[key]] is not None or mention.token.pos_ != "NOUN":
                continue
            if not report.tools.mentions.fits(mention.token, ("@rebel",)):
                continue
            span = report.tools.mentions.wording.span(mention.sentence, mention.token)
            meant = memory.resolve(span.text, definite=True)
            rebels = {actor.id for actor in found.values() if actor is not None and actor.sector == "REB"}
            if meant is not None and rebels == {meant.id} and not any(c.isupper() for c in span.text[1:]):
                found[spans[key]] = meant


def _of_the_deal(
    report: Report, spans: Mapping[Key, tuple[int, int]], found: MutableMapping[tuple[int, int], Actor | None]
) -> None:
    """Give the government that must do something under an agreement its country: that of the one state that the
    agreement told of last is between, whoever mediated it ("*the government* and the rebels must release …")."""
    states: dict[str, Actor] = {}
    for draft in report.drafts:
        keys = [(m.sentence.index, m.token.i) for m in draft.fillers.get("parties", [])]
        if draft.kind == "agreement" and draft.status == "asserted" and len(keys) > 1:
            sides = [found[spans[key]] for key in keys if key in spans]
            states = {side.id: side for side in sides if side is not None and side.sector == "GOV"}
        if draft.kind != "obligation" or draft.values.get("basis") != "agreement" or len(states) != 1:
            continue
        for mention in draft.fillers.get("obligor", []):
            key = mention.sentence.index, mention.token.i
            if key in spans and mention.token.pos_ == "NOUN" and _is_bare(report, mention.token):
                found[spans[key]] = replace(next(iter(states.values())), role=None)


def _is_bare(report: Report, noun: Token) -> bool:
    """Whether a word for a government says nothing of whose it is."""
    if not report.tools.mentions.fits(noun, ("@arms_owner",)):
        return False
    return not any(c.pos_ in ("PROPN", "ADJ") or c.dep_.split(":")[0] in UPON for c in noun.children)


def _is_anothers(
    report: Report,
    sentence: Sentence,
    noun: Token,
    actor: Actor | None,
    found: Mapping[tuple[int, int], Actor | None],
) -> bool:
    """Whether a government without a name cannot be that of the state that acts on it ("AS menjatuhkan sanksi terhadap
    rezim itu"): whose it is then is not told."""
    if actor is None or actor.sector != "GOV" or noun.pos_ != "NOUN" or noun.dep_.split(":")[0] not in UPON:
        return False
    verb = next((t for t in noun.ancestors if is_clause(t)), noun)
    span = report.tools.mentions.wording.span(sentence, noun)
    if not _acts_against(report, sentence, verb) or _owned(report, noun):
        return False
    if verb.i >= noun.i or any(char.isupper() for char in span.text):
        return False
    for subject in (c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i):
        own = report.tools.mentions.wording.span(sentence, subject)
        acting = found.get((own.start, own.end))
        if acting is not None and acting.id == acting.country == actor.country:
            return True
    return False


def _hails_from_town(report: Report, token: Token, actor: Actor) -> bool:
    """Whether somebody private is called by nothing but the town he is from ("a New York businessman")."""
    if actor.country is not None or actor.sector not in PRIVATE or token.pos_ != "NOUN":
        return False
    return any(
        c.dep_ == "compound" and c.i < token.i and actor.name.endswith(c.text) and report.places.is_city(c)
        for c in token.children
    )


def _not_of_the_other(
    report: Report,
    spans: Mapping[Key, tuple[int, int]],
    guessed: AbstractSet[Key],
    found: MutableMapping[tuple[int, int], Actor | None],
) -> None:
    """Take back whose a government, police or army is by nothing but the state that the report names, where the state
    itself is on the other side ("the government held talks with *Iran*")."""
    for draft in report.drafts:
        if draft.kind == "casualty" or (draft.kind == "event" and draft.values.get("act") not in AGAINST):
            continue  # a state arrests, kills and sends home its own
        keys = [(m.sentence.index, m.token.i) for mentions in draft.fillers.values() for m in mentions]
        weak = [key for key in keys if key in guessed]
        if not weak or len(keys) == len(weak):
            continue
        others = {a.id for key in keys if key not in guessed and key in spans and (a := found[spans[key]]) is not None}
        for key in weak:
            actor = found[spans[key]]
            if actor is not None and actor.country in others:
                found[spans[key]] = None


def _is_nobody(report: Report, token: Token) -> bool:
    """Whether a common noun names a thing, whatever body or place its words name too ("remains of a rocket")."""
    if token.pos_ != "NOUN" or token.text[:1].isupper():
        return False
    mentions, nouns = report.tools.mentions, report.tools.pack.nouns
    thing = (nouns.sorts(token.lower_) or nouns.sorts(token.lemma_.lower())) == {"thing"}
    return (thing or mentions.fits(token, THINGS)) and not mentions.fits(token, ("@agent", "@place"))


def _works_for_media(report: Report, actors: ActorResolver, token: Token, span: Span) -> bool:
    """Whether it is somebody who works for a paper or agency, and does not speak for it ("a Reuters cameraman")."""
    if token.pos_ != "NOUN" or not report.tools.mentions.fits(token, ("@victim", "@person", "@worker")):
        return False
    readings = actors.readings(span.text)
    return bool(readings) and any(hit.known.kind == "media" for hit in readings[0].hits)


def _senders(report: Report) -> Iterator[tuple[tuple[int, int], Span]]:
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


def _orders(report: Report) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Who ordered whom, by the sentence and token of who must and the offsets of who says so."""
    for draft in report.drafts:
        if draft.kind == "obligation" and draft.values.get("basis") == "order" and draft.sources:
            issuer = report.settle(draft.sources[-1])
            for mention in draft.fillers.get("obligor", []) if issuer is not None else []:
                if issuer is not None and mention.sentence is draft.sentence:
                    span = report.span(issuer)
                    yield (draft.sentence.index, mention.token.i), (span.start, span.end)


def _superior(report: Report, token: Token, issuer: Actor | None) -> Actor | None:
    """Who gave an order, where those who must obey are his own: a state's forces and bodies, an authority's bodies.

    "The leader ordered all institutions of the republic dissolved" binds his own side's.
    """
    if issuer is None or issuer.country is None or report.tools.mentions.fits(token, ("@armed_group",)):
        return None
    forces = report.tools.mentions.fits(token, ("@armed_force", "@police_word"))
    return issuer if issuer.is_of_state or not forces else None


def _owner(report: Report, sentence: Sentence, token: Token) -> Span | None:
    """Whom a possessive pronoun beside a noun means ("its troops"), if that was named."""
    counted = report.tools.mentions.semantic_head(token)  # "dozens of *its* soldiers"
    for child in (*token.children, *(counted.children if counted.i != token.i else ())):
        if (
            child.dep_.split(":")[0] in ("nmod", "det")
            and report.tools.mentions.pronoun(child)
            and not preposition(child)
        ):
            owner = _who_moves(report, sentence, token) or report.settle(Mention(sentence, child))
            return report.span(owner) if owner is not None else None
        if report.tools.syntax.verbs.is_relative(child) and child.i < token.i and not preposition(child):
            meant = report.tools.syntax.subjects.whose(child)  # "the group, *whose* fighters attacked a base"
            owner = report.settle(Mention(sentence, meant)) if meant is not None else None
            return report.span(owner) if owner is not None else None
    owner = _whose(report, sentence, token)
    return report.span(owner) if owner is not None else None


def _who_moves(report: Report, sentence: Sentence, token: Token) -> Mention | None:
    """Who is asked to move the forces of a clause that hangs on the asking, for they are his own."""
    verb = token.head
    if token.dep_ != "obj" or verb.dep_ not in ("xcomp", "ccomp", "acl", "advcl"):
        return None
    if not any(OWN & {*f.trigger.values.values()} for f in report.at(sentence, verb)):
        return None
    movers = [t for t in report.tools.syntax.subjects.of(verb) if t.pos_ == "PROPN"]
    return report.settle(Mention(sentence, movers[0])) if len(movers) == 1 else None


def _whose(report: Report, sentence: Sentence, token: Token) -> Mention | None:
    """Whom an ending of possession means: the subject of its clause ("PKK menarik seluruh petempurnya"), who says that
    force was used on it ("Kyiv mengatakan Rusia menyerang pasukannya"), or of whom the clause is that it opens."""
    endings = report.tools.pack.possessive_endings
    if token.pos_ != "NOUN" or not endings or not token.lower_.endswith(endings):
        return None
    clause, asking = token.head, report.tools.pack.words("relative_pronouns")
    if token.dep_ in SUBJECTS:
        told_of = clause.dep_ == "acl:relcl" and clause.head.i < token.i and token.nbor(-1).lower_ in asking
        return report.settle(Mention(sentence, clause.head)) if told_of else None  # "Syarif, yang *pasukannya* …"
    for verb in report.tools.syntax.ancestors(token):
        subjects = [t for t in report.tools.syntax.subjects.of(verb) if t.i < token.i]
        if not is_clause(verb) or not subjects:
            continue
        forced = any(f.trigger.values.get("act") in FORCED for f in report.at(sentence, verb, "event"))
        held = any("release" in f.trigger.values.values() for f in report.at(sentence, verb))
        held = held and not report.tools.mentions.fits(token, ("@prisoner",))  # nobody holds his own soldiers
        if not ((forced or held) and token.dep_ == "obj"):
            return report.settle(Mention(sentence, subjects[0]))
    return None


def _stood_by(report: Report, sentence: Sentence, token: Token) -> Span | None:
    """Whom forces stand by, as the words right behind them say ("forces loyal to X", "pasukan yang dipimpin X")."""
    words = report.tools.pack.words
    if not report.tools.mentions.fits(token, ("@armed_force", "@troops", "@rebel")):
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
    return report.tools.mentions.wording.span(sentence, noun) if noun.pos_ in ("NOUN", "PROPN") else None


def _land_told(report: Report, sentence: Sentence, span: Span) -> Seat | None:
    """The country that a sentence opens with, where what it tells was ("*In Mali*, the army …", "*Di Mali*, …")."""
    first = next(iter(report.places.of(sentence)), None)
    if first is None or not first.within or first.span.end >= span.start or not report.places.is_country(first):
        return None
    before = sentence.text[: first.span.start - sentence.start].split()
    if len(before) != 1 or sentence.text[first.span.end - sentence.start :][:1] != ",":
        return None
    return Seat(first.span.text, report.places.country(first), whole=True)


def _seat(report: Report, actors: ActorResolver, sentence: Sentence, span: Span) -> Seat | None:
    """Where the office that a mention names sits: the place named right behind it ("the health ministry in X")."""
    behind = sentence.tokens_behind(span.end, 2)
    if len(behind) < 2 or behind[1].pos_ != "PROPN" or not actors.locates(behind[0].lower_):
        return _land_told(report, sentence, span)
    place = behind[1]
    while place.dep_ in ("compound", "flat") and place.head.i > behind[0].i:
        place = place.head
    mention = report.places.at(sentence, place)
    words = mention.span.text if mention is not None else report.tools.mentions.wording.span(sentence, place).text
    country = report.places.country(mention) if mention is not None else None
    return Seat(f"{behind[0].text} {words}", country)
