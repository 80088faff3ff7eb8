"""Acts told again: what only names one that was told before, and whose date and place is taken over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.assembly.datings import day_of_next
from gencatan.reading.assembly.proximity import FOUGHT, HARMS, HELD, is_under
from gencatan.reading.assembly.settling import Settled, Settling
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.places import PlaceMention
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, clause_of, conjuncts, preposition_words, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH: Final = 8
APART: Final = frozenset({"find", "arrest", "abduction", "release"})
"""Acts on another day, as often as not, than the harm told with them: bodies are found, hostages held for months."""
LASTING: Final = frozenset({"clash", "operation", "other"})
OF_ONE_SORT: Final = frozenset({"air_strike", "shelling"})
"""Acts by a means of their own, which a noun for them names again before any attack."""
GOING_ON: Final = frozenset({"clash", "operation", "blockade"})
GONE: Final = frozenset({"evacuation", "movement", "retreat"})
TARGET_CLASSES: Final = ("@building", "@place_noun", "@vehicle", "@person", "@armed_force", "@city_noun")
FAMILIES: Final = (
    frozenset({"clash", "operation", "attack", "other"}),
    frozenset({"explosion", "attack"}),
    frozenset({"air_strike", "shelling", "attack", "operation"}),
)


class Retold:
    """Finds the act that words tell again or tell more of, among those of one report."""

    def __init__(self, report: Report, settling: Settling) -> None:
        """`settling` knows which verb carries an act."""
        self._report = report
        self._settling = settling

    def told_before(self, item: Settled, earlier: Iterable[Settled]) -> Settled | None:
        """The act told before that a noun only names ("the attacks"), adding nothing: it makes no claim of its own.

        `earlier` comes with the last first.
        """
        draft = item.draft
        if draft.kind != "event" or not draft.nominal or draft.fillers.keys() - {"target"} or draft.texts.get("cause"):
            return None
        if draft.status != "asserted":
            return None
        definite, kin = self._report.is_definite(draft.sentence, draft.token), None
        for other in _of_the_town(draft.token, earlier):
            if draft.sentence.index - other.draft.sentence.index > REACH and not definite:
                break
            if not self._same_act(draft, other.draft) or self._outlasts(draft, other.draft):
                continue
            if self._in_which(item, other):
                return other
            if item.date is not None or self._strikes_more(draft, other.draft):
                continue
            if _within(draft, other.draft) or self._is_another(item, other):
                continue
            same_place = item.place is None or (other.place is not None and item.place.span == other.place.span)
            if same_place and (definite or draft.values.get("act") == other.draft.values.get("act")):
                if not _is_only_kin(draft, other.draft):
                    return other
                kin = kin or other
        return kin

    def _in_which(self, item: Settled, other: Settled) -> bool:
        """Whether a noun only says as what the act of its clause counts ("hit a depot on Sunday *in an attack* claimed
        by the rebels")."""
        draft, told = item.draft, other.draft
        noun = draft.token
        if told.sentence is not draft.sentence or noun.dep_ != "obl" or noun.head.i != told.token.i:
            return False
        within = preposition_words(noun) in self._report.tools.pack.words("place_prepositions")
        same_day = item.date is None or item.date is other.date
        return within and noun.i > told.token.i and same_day and draft.values.get("act") in HURTING

    def _is_another(self, item: Settled, other: Settled) -> bool:
        """Whether a noun names what it hit, which the act told before did not hit ("shelled the town … *the raid on
        Kora*"), or fighting is said to break out or to come of an act of one side."""
        draft, told = item.draft, other.draft
        verb = self._settling.carriers(draft)[-1]
        acts = {draft.values.get("act"), told.values.get("act")}
        words, fights = self._report.tools.pack.words, draft.values.get("act") == "clash"
        if fights and len(acts) > 1 and draft.token.dep_ in SUBJECTS and starts(verb, words("verbs_of_war")):
            return True
        caused = draft.token.dep_ == "obj" and verb.dep_ in RELATIVE
        if fights and caused and starts(verb, words("verbs_causing")):
            return True  # "shelled the town, *which set off fighting*"
        names = [m.token for m in draft.fillers.get("target", []) if m.token.pos_ == "PROPN"]
        known = {w.text.lower() for m in told.fillers.get("target", []) for w in m.token.subtree}
        if other.place is not None:
            known |= set(other.place.span.text.lower().split())
        return bool(names) and not any(n.lower_ in known for n in names)

    def antecedent(self, item: Settled, earlier: Iterable[Settled]) -> Settled | None:
        """The act told before that a definite noun names again ("the attack"); `earlier` comes with the last first."""
        draft, report = item.draft, self._report
        if not (draft.nominal and report.is_definite(draft.sentence, draft.token)) or self._is_the_most(draft.token):
            return None
        if any(has(c, "NumType", "Ord") for c in draft.token.children if c.pos_ == "ADJ"):
            return None  # "the *third* assault"
        kin, answered = None, self._settling.is_answered(draft)
        for other in _of_the_town(draft.token, earlier):
            if draft.sentence.index - other.draft.sentence.index > REACH:
                break
            if not self._same_act(draft, other.draft):
                continue
            if _within(draft, other.draft) or self._outlasts(draft, other.draft):
                continue
            if answered and other.draft.sentence is draft.sentence:
                continue  # "shelled X in answer to *the attack*"
            if not _is_only_kin(draft, other.draft):
                return other
            kin = kin or other
        return kin

    def _is_the_most(self, noun: Token) -> bool:
        """Whether a noun is told from all others of its sort, and goes back to none ("the *last* raid *before the
        truce*", "the *deadliest* attack *in the region*"), but not the one of several that is meant ("the first")."""
        if noun.dep_ == "nmod" and noun.head.pos_ == "NUM":
            return False  # "in *one of* the deadliest attacks in the region"
        if any(c.dep_ in SUBJECTS and c.pos_ == "PRON" for c in noun.children):
            return False  # "*it was* the deadliest attack in the region": what was told just before
        words = self._report.tools.pack.words
        before = [c for c in noun.children if c.dep_ == "amod" and c.i < noun.i and c.lower_ not in words("definite")]
        ranked = (c.lower_ in words("ranking_words") and not has(c, "NumType", "Ord") for c in before)
        if not any(ranked) and not any(has(c, "Degree", "Sup") for c in before):
            return False
        return any(c.i > noun.i and c.dep_ in ("nmod", "acl", "acl:relcl") for c in noun.children)

    def _outlasts(self, one: Draft, other: Draft) -> bool:
        """Whether a length of time stands beside fighting named again ("the *five-day* war", "perang *lima hari* itu"),
        which is no single strike then."""
        beside = (c for c in one.token.children if "time_noun" in self._report.tools.mentions.classes(c))
        lasts = any(beside) or any(is_under(one.token.doc[i], one.token) for i in one.sentence.date_tokens)
        return lasts and one.values.get("act") in LASTING and other.values.get("act") not in LASTING

    def _strikes_more(self, draft: Draft, other: Draft) -> bool:
        """Whether a verb says of an act named again what it hit, which was not told ("The strike hit a market")."""
        hit = draft.fillers.get("target", [])
        verbs = self._settling.carriers(draft)[1:]
        if not hit or draft.victims_are_target or not any(m.token.head.i == v.i for m in hit for v in verbs):
            return False
        known = {m.token.lemma_.lower() for m in other.fillers.get("target", [])}
        mentions = self._report.tools.mentions
        return any(m.token.lemma_.lower() not in known and mentions.fits(m.token, TARGET_CLASSES) for m in hit)

    def _same_act(self, one: Draft, other: Draft) -> bool:
        if other.status != one.status and "asserted" in (one.status, other.status):
            return False  # what came about is not what was planned or denied
        acts = {one.values.get("act"), other.values.get("act")}
        if len(acts) > 1 and any(d.values.get("act") == "other" and not _of_force(d) for d in (one, other)):
            return False  # "convicted on Wednesday over the massacre": no massacre of that day
        return (
            other.kind == "event" and other is not one and (len(acts) == 1 or any(acts <= group for group in FAMILIES))
        )

    def fought_in(self, toll: Settled, earlier: Iterable[Settled]) -> Settled | None:
        """The fighting told before in which a toll says that it was by a noun that tells nothing else ("died in *the
        clashes*"); a war is of no one day. `earlier` comes with the last first."""
        draft = toll.draft
        if draft.link is not None or toll.date is not None or toll.place is not None:
            return None
        if draft.values.get("harm") not in HARMS or draft.nominal:
            return None
        fights = any(self._names_fight(draft, noun) for noun in draft.token.children if noun.dep_ == "obl")
        if not fights and not any(self._names_incident(draft, noun) for noun in draft.token.children):
            return None
        for other in earlier:
            told = other.draft
            if draft.sentence.index - told.sentence.index > (REACH if fights else 1):
                return None
            if not fights and told.kind == "event" and told.values.get("act") in HURTING:
                return other if told.status == draft.status == "asserted" else None
            if fights and told.kind == "event" and told.values.get("act") == "clash" and told.status == draft.status:
                return other if told.sentence.index < draft.sentence.index else None
        return None

    def _names_incident(self, draft: Draft, noun: Token) -> bool:
        """Whether a noun only says that what was told happened ("*The incident* left six dead", "tewas dalam *kejadian
        itu*")."""
        if not self._report.tools.pack.in_class(noun.lower_, "incident_noun") or noun.dep_ not in (*SUBJECTS, "obl"):
            return False
        return self._report.is_definite(draft.sentence, noun)

    def _names_fight(self, draft: Draft, noun: Token) -> bool:
        """Whether a noun behind a verb names fighting that was told of, as that in which something was."""
        report, pack = self._report, self._report.tools.pack
        if noun.i < draft.token.i or pack.in_class(noun.lower_, "war_noun"):
            return False
        within = preposition_words(noun)
        if within not in pack.words("place_prepositions") or within in pack.words("origin_prepositions"):
            return False
        fights = any(t.kind == "event" and t.values.get("act") == "clash" for t in draft.sentence.triggers_at(noun))
        return fights and report.is_definite(draft.sentence, noun)

    def beside(self, item: Settled, sentence: Sequence[Settled]) -> Settled | None:
        """The toll that another is told in one breath with ("two died and five were hurt in the blast"), of those of
        its sentence."""
        one = item.draft
        later = day_of_next(one)
        for other in sentence:
            two = other.draft
            if later is not None and two.token.i > later.i:
                continue
            if two.values.get("harm") == "displaced" != one.values.get("harm"):
                continue  # "ten died and hundreds fled to Chad"
            joined = two.kind == "casualty" and two.token.i != one.token.i and (other.place or other.date)
            if joined and (two.token in conjuncts(one.token) or one.token in conjuncts(two.token)):
                return other
        return None

    def struck_below(self, item: Settled, sentence: Sequence[Settled]) -> PlaceMention | None:
        """Where the act was that a toll's own clause goes on with ("20 died after bombs struck the town"), of those of
        its sentence; where the hurt were brought or others fled to they did not come to harm."""
        later = day_of_next(item.draft)
        for other in sentence:
            draft = other.draft
            if later is not None and draft.token.i > later.i:
                continue
            if draft.kind == "event" and other.place is not None and draft.values.get("act") not in GONE:
                verb = self._settling.carriers(draft)[-1]
                if verb.head.i == item.draft.token.i and verb.dep_ in ("advcl", "conj") and draft.status == "asserted":
                    return other.place
        return None

    def take_over(self, item: Settled, source: Settled | None) -> None:
        """What names an act told before takes over its date and place (contract, decided cases)."""
        if source is None:
            return
        harm, act = item.draft.values.get("harm"), source.draft.values.get("act")
        if harm in HELD and act in FOUGHT:
            return  # "was detained after the bombings"
        apart = harm in HARMS and act in APART
        broke_out = harm is not None and self._broke_out(source)
        if item.date is None and not apart and (harm in HARMS or not broke_out):
            item.date, item.date_sentence = source.date, source.date_sentence
            begun = broke_out or (act == "clash" and _begun(source)) or self._launched(item, source)
            if source.date is not None and harm in HARMS and begun:
                item.date = replace(source.date, relation="since")
        if item.place is None or _tells_of_its_own(item, source):
            item.place = source.place

    def give_back(self, toll: Settled, act: Settled | None) -> None:
        """An act that is told by its toll alone was when and where that was ("Shellfire killed two as they played
        *near Gao on Monday*")."""
        if act is None or act.draft.token.dep_ not in SUBJECTS or act.draft.token.head.i != toll.draft.token.i:
            return
        if act.draft.sentence is not toll.draft.sentence or act.draft.values.get("act") not in HURTING:
            return
        if act.date is None:
            act.date, act.date_sentence = toll.date, toll.date_sentence
        if act.place is None:
            act.place = toll.place

    def _launched(self, toll: Settled, source: Settled) -> bool:
        """Whether a day only tells when what has brought a toll by now was begun ("the siege, *mounted in April*, has
        killed …")."""
        if source.date is None or source.date.relation != "at" or source.date_sentence is not source.draft.sentence:
            return False
        verb = toll.draft.token
        if source.draft.values.get("act") not in GOING_ON or not any(
            c.dep_ == "aux" and has(c, "Tense", "Pres") for c in verb.children
        ):
            return False
        day = source.date_sentence.head_of(source.date.start, source.date.end)
        clauses = (c for c in source.draft.token.children if c.dep_ == "acl")
        light = self._report.tools.syntax.verbs.light
        return day is not None and any(light(clause) and is_under(day, clause) for clause in clauses)

    def _broke_out(self, source: Settled) -> bool:
        """Whether a month or year only tells when fighting began that goes on ("the war, which *erupted in 2003*, has
        killed …"); what began on a day may have been over on it."""
        date = source.date
        if date is None or source.draft.values.get("act") not in LASTING or date.relation != "at":
            return False
        long = date.first.shape == "calendar" or date.first.unit == "year"
        if not long or date.first.day is not None or date.first.weekday is not None:
            return False
        head = source.date_sentence.head_of(date.start, date.end)
        return head is not None and starts(clause_of(head), self._report.tools.pack.words("verbs_of_war"))


def _of_the_town(noun: Token, earlier: Iterable[Settled]) -> Iterable[Settled]:
    """Of acts told before those that were in the town by which a noun calls one of them ("the *Taftanaz* attack"); all
    where it does so by none."""
    town = noun.nbor(-1) if noun.i else noun
    if town.pos_ != "PROPN" or town.dep_ != "compound" or town.head.i != noun.i:
        return earlier
    told = list(earlier)
    return [other for other in told if other.place is not None and other.place.name == town.text] or told


def _is_only_kin(draft: Draft, told: Draft) -> bool:
    """Whether a noun for an act of one sort may name another sort's again, and does where there is none of its own
    ("the strike" is the air strike told before, rather than a rocket attack told since)."""
    act = draft.values.get("act")
    return act in OF_ONE_SORT and act != told.values.get("act")


def _tells_of_its_own(toll: Settled, act: Settled) -> bool:
    """Whether the act that is a toll's subject names its own place, and the toll's stands in a clause before it ("fired
    shells at X, and *strikes on Y* killed nine")."""
    noun, verb, place = act.draft.token, toll.draft.token, toll.place
    if place is None or act.place is None or not act.place.name or act.draft.sentence is not toll.draft.sentence:
        return False
    if noun.dep_ not in SUBJECTS or noun.head.i != verb.i or place.sentence is not toll.draft.sentence:
        return False
    return place.token.i < noun.left_edge.i and not is_under(place.token, verb)


def _begun(war: Settled) -> bool:
    """Whether a day stands in a clause that tells of a war or fighting when it began ("the war, *which began in 2015*,
    has killed …"): it goes on from there."""
    if war.date is None or war.date.relation != "at" or war.date_sentence is not war.draft.sentence:
        return False
    day = war.date_sentence.head_of(war.date.start, war.date.end)
    clauses = (c for c in war.draft.token.children if c.dep_ == "acl:relcl")
    return war.draft.nominal and day is not None and any(is_under(day, clause) for clause in clauses)


def _within(draft: Draft, war: Draft) -> bool:
    """Whether an act on somebody is one of a war's, and not the war named again ("began with *the killing of a
    bishop*")."""
    hit, known = ({m.token.lemma_.lower() for m in d.fillers.get("target", [])} for d in (draft, war))
    if draft.victims_are_target:
        return False  # "700 were lost in the assault"
    return war.values.get("act") == "clash" and draft.values.get("act") in HURTING and not hit <= known


def _of_force(draft: Draft) -> bool:
    """Whether an act without a name of its own is one of force ("the violence")."""
    return draft.plover is not None and draft.plover[0] == "ASSAULT"
