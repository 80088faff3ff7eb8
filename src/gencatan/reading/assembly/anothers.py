"""Dates and places of a sentence that are another act's, however near they stand to this one.

A phrase that tells of another act keeps its own day and town to itself: the curfew of Friday was imposed "after
clashes", the rally in Lagos is "against the shelling", talks are held "before a summit in Riyadh". What language does
not license is left open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.assembly.other_clauses import DONE, OtherClauses
from gencatan.reading.assembly.proximity import HELD, after_phrase, clause_before, is_under, own_phrase
from gencatan.reading.assembly.reckoned import Reckoned
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.places import PlaceMention
from gencatan.reading.report import Report
from gencatan.reading.tree.modality import opens_with
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    clause_of,
    has_subject,
    is_clause,
    marks,
    preposition_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

WORDS: Final = frozenset({"agreement", "meeting", "mediation", "statement", "obligation"})
"""Kinds of claim that are done with words."""
RULED: Final = frozenset({"sanction", "investigation", "release", "execution", "arrest", "other"})
"""Acts that authorities take their time for: what they answer to may have been on any day before."""
MOVES: Final = frozenset({"event", "deployment", "meeting"})
CARRIED: Final = frozenset({"movement", "evacuation", "delivery"})
ASIDE: Final = frozenset({"advcl", "acl", "acl:relcl", "parataxis"})
SEIZED: Final = frozenset({"abduction", "abducted", "arrest", "detained"})
ADDING: Final = ASIDE | {"conj"}
INNER: Final = frozenset({"compound", "nmod", "amod", "flat"})


class Anothers:
    """Tells for the drafts of one report which dates and places around them belong to other acts."""

    def __init__(self, report: Report) -> None:
        """Take the report with its drafts made."""
        self._report = report
        words = report.tools.pack.words
        self._after = words("after_markers")
        self._before = words("before_markers")
        self._other_days = words("other_days")
        self._lasting = words("lasting_markers")
        self._including = words("including_markers")
        self._relatives = words("relative_pronouns")
        self._goals = words("goal_prepositions")
        self._dealing = words("dealing_prepositions")
        self._clauses = OtherClauses(report)
        self._reckoned = Reckoned(report)
        self._causes = words("cause_markers")
        self._rising = words("rising_to")
        self._summing = words("verbs_summing")
        self._then = words("then_words")
        self._but = words("but_words")

    def own(self, draft: Draft) -> Token | None:
        """The phrase in whose words the date and place of a draft must stand, None if they may stand anywhere."""
        token = draft.token
        if draft.kind == "deployment" and draft.nominal and token.dep_.split(":")[0] in ("nmod", "obl"):
            return token  # "met officers of the force in Goma on Monday"
        found = own_phrase(draft, self._report.tools.mentions) or self._before_talks(draft) or self._to_come(draft)
        return found or self._reckoned.ranked_by(draft) or self._clauses.spoken_about(draft) or self._answered(draft)

    def dates(self, draft: Draft, starts: Sequence[Token], date: DateExpression, index: int) -> bool:
        """Whether a date, whose head has that index, is another act's."""
        word = draft.token.doc[index]
        if self._said_apart(draft, word) or self._tells_of_another(draft, starts, word) or self._charged(draft, word):
            return True
        if draft.kind == "deployment" and self._of_later_move(draft, starts, word):
            return True
        if self._before_plan(draft, starts, word) or (draft.kind in DONE and self._where_they_now(draft, word)):
            return True
        if self._of_deal_before(draft, word):
            return True
        if (draft.kind != "agreement" and self._was_told(draft, starts, word)) or _is_past_before_now(starts, word):
            return True
        if draft.kind in DONE and date.relation in ("at", "anchored") and self._is_of_rising(draft, word):
            return True
        if draft.kind in DONE and (self._is_of_sum(draft, word) or self._let_go_then(draft, word)):
            return True
        if self._reckoned.ranks(draft, date, index) or self._is_in_cause(draft, date.start):
            return True
        if self._clauses.opens_next(draft, starts, date) or (
            draft.kind == "statement" and self._is_in_reason(draft, date)
        ):
            return True
        if self._reckoned.compares(draft, date) or self._reckoned.is_measure(draft, word):
            return True
        if (draft.kind in DONE or date.relation == "anchored") and self._reckoned.counts_from(
            draft, starts, date, index
        ):
            return True
        return draft.kind in DONE and (
            self._reckoned.is_nearer_another(draft, starts, date, index) or self._is_above_after(draft, index)
        )

    def _of_deal_before(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells when or where a deal was made or talks were held, behind which a "but" opens what was
        done elsewhere, at another time ("agreed on a truce *in Minsk on Thursday*, but fighting went on")."""
        if draft.kind not in ("event", "casualty") or word.i > draft.token.i:
            return False
        between = word.doc[word.i + 1 : draft.token.i]
        marker = next((t.i for t in between if t.lower_ in self._but and t.dep_ in ("cc", "mark", "advmod")), None)
        if marker is None:
            return False
        told = (d for d in self._report.drafts if d.sentence is draft.sentence and d.kind in ("agreement", "meeting"))
        return any(d.token.i < marker for d in told)

    def _is_of_rising(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells when a toll rose, which is when others were counted ("rose to 12 *on Wednesday*"), or
        what is told beside that ("stood at 400 in May, and 90 people died *in June*")."""
        verb = word.head
        beside = verb.dep_ in ("conj", "advcl", "parataxis") and has_subject(verb) and verb.head.i < verb.i
        if verb.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in self._lasting for c in verb.children):
            return False  # "stands at 40 since the attack began *on Friday*"
        return self._rises(draft, verb) or (beside and verb.i != draft.token.i and self._rises(draft, verb.head))

    def _rises(self, draft: Draft, verb: Token) -> bool:
        """Whether a verb tells that this toll rose, or at what it stands."""
        doc = verb.doc
        if verb.pos_ != "VERB" or verb.i == draft.token.i or verb.i + 1 >= len(doc):
            return False
        if not self._rising.at([verb.lower_, doc[verb.i + 1].lower_], 0):
            return False
        if verb.dep_ in ("advcl", "xcomp") and not has_subject(verb):  # "korban tewas … bertambah menjadi 12"
            return draft.token.i < verb.i and is_under(draft.token, verb.head)
        return any(c.dep_ in SUBJECTS and is_under(draft.token, c) for c in verb.children)

    def _let_go_then(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells when those seized before were let go ("diculik *lalu dibebaskan pada 3 Juni*")."""
        if not self._then or not SEIZED & {*draft.values.values()}:
            return False
        verb, doc = word.head, word.doc
        if verb.dep_ != "conj" or verb.head.i != draft.token.i or doc[verb.i - 1].lower_ not in self._then:
            return False
        return any(f.trigger.values.get("act") == "release" for f in self._report.at(draft.sentence, verb, "event"))

    def _is_of_sum(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells since when a toll counts to which this act only adds ("killed nine, taking the
        death toll *since May* to 310")."""
        for clause in word.ancestors:
            if clause.lower_ not in self._summing or clause.dep_ not in ADDING or is_under(draft.token, clause):
                continue
            summed = [c for c in clause.children if c.dep_ == "obj"]
            if any(self._report.at(draft.sentence, t, "casualty") for c in summed for t in (c, *c.children)):
                return True
        return False

    def is_found(self, draft: Draft) -> bool:
        """Whether a toll is only that of bodies that somebody found: no day is told on which they died."""
        if draft.kind != "casualty" or not draft.nominal:
            return False
        verb = self._report.tools.syntax.governor(draft.token) or draft.token.head
        return any(f.trigger.values.get("act") == "find" for f in self._report.at(draft.sentence, verb, "event"))

    def places(self, draft: Draft, place: PlaceMention) -> bool:
        """Whether a place is another act's: where somebody spoke of this one, or where another was that it was
        before, after or about."""
        token = draft.token
        if draft.nominal and (
            self._clauses.joined_to_place(draft, place.token) or self._clauses.of_going_before(draft, place.token)
        ):
            return True
        if self._said_apart(draft, place.token) or self._reckoned.in_phrase_apart(draft, place.token):
            return True
        if draft.kind == "casualty" and self._taken_to(draft, place.token):
            return True
        if draft.values.get("act") == "release" and self._brought_to(draft, place.token):
            return True
        if self._of_act_before(draft, place.token) or self._charged(draft, place.token):
            return True
        if self._of_deal_before(draft, place.token):
            return True
        if draft.kind in DONE and self._where_others_went(draft, place.token):
            return True
        if self._of_later_act(draft, place.token) or self._of_part(draft, place.token):
            return True
        if self._of_flight_after(draft, place.token):
            return True
        if self._before_plan(draft, [draft.token], place.token):
            return True
        if draft.kind == "obligation" and _is_of_next(draft.token, place.token):
            return True
        if draft.kind in DONE and (self._on_another_day(draft, place.token) or self._speaks(draft, place.token)):
            return True
        if draft.nominal and self._spoken_of(draft) and place.token.i < token.i:
            return not is_under(place.token, token)
        return draft.kind not in ("casualty", "territory") and self._told_with_another(draft, place.token)

    def _brought_to(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells where those who were let go were brought ("freed on Sunday and flown *to Doha*")."""
        for verb in (c for c in draft.token.children if c.dep_ in ("conj", "advcl", "parataxis")):
            if verb.i > draft.token.i and is_under(word, verb):
                return any(preposition_words(c) in self._goals for c in verb.children)
        return False

    def _taken_to(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells where those who came to harm were brought ("hurt and taken to a hospital *in X*")."""
        clause, goal = clause_of(word), word
        if clause.dep_ != "conj" or clause.head.i != draft.token.i or not is_under(word, clause):
            return False
        while goal.head.i != clause.i and goal.head.i != goal.i:
            goal = goal.head
        return preposition_words(goal) in self._goals

    def _where_others_went(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells where those of the next clause went ("ten died, and hundreds fled *to Chad*")."""
        clause = clause_of(word)
        if preposition_words(word) not in self._goals or clause.i < draft.token.i or is_under(draft.token, clause):
            return False
        return clause.dep_ == "conj" and clause.i != draft.token.i and has_subject(clause)

    def _of_act_before(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells where those were taken or what they did whom authorities then dealt with ("four men
        seized *near Zamora* were freed")."""
        clause = clause_before(word, draft) if draft.values.get("act") in (*RULED, "find") else None
        fires = self._report.at(draft.sentence, clause) if clause is not None else []
        return any(f.trigger.kind in DONE for f in fires)

    def _of_part(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells where only some of those named came to harm ("killed 20, including six *in Selma*")."""
        between = list(word.doc[draft.token.i + 1 : word.i]) if draft.kind == "casualty" else []
        for n, mark in enumerate(between):
            behind = between[n + 1 :]
            if mark.lower_ in self._including and any(t.like_num or t.pos_ == "NUM" for t in behind[:3]):
                bare = all(t.pos_ not in ("NOUN", "PROPN", "VERB", "AUX") and not t.is_punct for t in behind)
                return bare and all(m.token.i < mark.i for m in draft.fillers.get("victims", []))
        return False

    def _of_flight_after(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells where people went or were brought after the act ("sought shelter *in Chad* after the
        attack", "treated *in hospital* after a bomb exploded")."""
        top = after_phrase(draft.token, self._after) if draft.kind in DONE else None
        if top is None or is_under(word, top):
            return False
        above = self._report.at(draft.sentence, top.head)
        # who only travels there does so after what was elsewhere; troops are sent to where something was
        visits = any(f.trigger.kind == "meeting" for f in above) and preposition_words(word) in self._goals
        brought = visits or any(f.trigger.values.get("act") in CARRIED for f in above)
        return brought and is_under(word, top.head)

    def _of_later_act(self, draft: Draft, word: Token) -> bool:
        """Whether a word stands in the words of an act's noun that came after this one ("the raid *in Jos* came after
        six men had been shot")."""
        top = after_phrase(draft.token, self._after) if draft.kind in DONE else None
        subjects = (c for c in top.head.children if c.dep_ in SUBJECTS) if top is not None else ()
        return any(
            is_under(word, noun) and self._report.tools.mentions.is_event(noun) and not is_under(draft.token, noun)
            for noun in subjects
        )

    def _charged(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells of what somebody, to whom this was done or who did it, is only suspected or accused
        ("killed three men suspected of an attack *in Jos on Monday*")."""
        suspecting = self._report.tools.pack.words("verbs_possible")
        for clause in word.ancestors:
            if clause.dep_ not in RELATIVE or clause.i == word.i or is_under(draft.token, clause):
                continue
            said = (f.trigger.values.get("act") for f in self._report.at(draft.sentence, clause, "statement"))
            charged = [t for t in word.ancestors if clause.i < t.i < word.i]
            behind = any(
                self._report.tools.mentions.is_event(t) or self._report.at(draft.sentence, t, "event") for t in charged
            )
            if behind and (starts(clause, suspecting) or "accuse" in said):
                return True
        return False

    def _speaks(self, draft: Draft, word: Token) -> bool:
        """Whether a name is that of who states something, or to whom ("an attack that Chad blamed *on Tripoli*"), or
        who did another act ("the group, banned *by London*, attacked")."""
        said = (d for d in self._report.drafts if d.sentence is draft.sentence)
        told = (m for d in said for slot in ("speaker", "addressee", "actor") for m in d.fillers.get(slot, []))
        return any(m.sentence is draft.sentence and m.token.i == word.i for m in told)

    def _on_another_day(self, draft: Draft, word: Token) -> bool:
        """Whether a word stands in a clause that follows on that of an act, each with its own day ("was freed last week
        and is to attend talks *in Tunis* on Friday")."""
        days = [d for d in draft.sentence.dates if d.relation == "at" and d.first.shape != "vague"]
        heads = [h for d in days if (h := draft.sentence.head_of(d.start, d.end)) is not None]
        for clause in draft.token.children:
            if clause.dep_ == "conj" and clause.i > draft.token.i and clause.pos_ == "VERB" and is_under(word, clause):
                return any(is_under(h, clause) for h in heads) and any(h.head.i == draft.token.i for h in heads)
        return False

    def _said_apart(self, draft: Draft, word: Token) -> bool:
        """Whether an act is what somebody threatens in a clause that hangs on another, and a word stands outside of
        that ("found them on Friday, after X *threatened* to kill …")."""
        if draft.statement < 0 or draft.kind not in DONE:
            return False
        clause = word.doc[draft.statement]
        return clause.dep_ in ASIDE and is_under(draft.token, clause) and not is_under(word, clause)

    def _tells_of_another(self, draft: Draft, starts: Sequence[Token], word: Token) -> bool:
        """Whether a word stands in the clause that tells of another deal or talks than this ("agreed to a truce in line
        with the accord *signed on 5 May*")."""
        if draft.kind not in WORDS:
            return False
        own = {s.i for s in starts}
        for clause in word.ancestors:
            if clause.dep_ not in RELATIVE or clause.head.i in own or clause.i in own:
                continue
            fires = self._report.at(draft.sentence, clause) or self._report.at(draft.sentence, clause.head)
            if any(f.trigger.kind in WORDS for f in fires) and not is_under(draft.token, clause.head):
                return not (draft.nominal and is_under(clause.head, draft.token))
        return False

    def _was_told(self, draft: Draft, starts: Sequence[Token], word: Token) -> bool:
        """Whether a word stands in a clause that only tells when a thing was made known ("sent them under a plan
        *announced two weeks ago*")."""
        said = self._report.statements.get(draft.sentence.index, {})
        clause = word.head
        if clause.dep_ not in RELATIVE or any(s.i == clause.i or is_under(s, clause) for s in starts):
            return False
        return clause.i in said or self._report.tools.attributions.reports(clause)

    def _where_they_now(self, draft: Draft, word: Token) -> bool:
        """Whether a clause tells what goes on where something else happened that day, which it does not stand in ("was
        killed *on Sunday* in X, where forces have launched an offensive")."""
        verb = self._report.tools.syntax.governor(draft.token) if draft.nominal else draft.token
        if verb is None or verb.dep_ != "acl:relcl" or is_under(word, verb):
            return False
        where = any(c.dep_ == "advmod" and c.i < verb.i and c.lower_ in self._relatives for c in verb.children)
        helping = (verb, *(c for c in verb.children if c.dep_.split(":")[0] in ("aux", "cop")))
        return where and any(has(t, "VerbForm", "Fin") and has(t, "Tense", "Pres") for t in helping)

    def _of_later_move(self, draft: Draft, starts: Sequence[Token], word: Token) -> bool:
        """Whether a force is only there, and a word stands in another clause with an act of its own ("has 900 men in X,
        and another 200 *arrive in May*")."""
        if draft.values.get("change") != "present":
            return False
        clause = top = clause_of(word)
        while top.dep_ == "xcomp":
            top = top.head
        joined = top.dep_ == "conj" and has_subject(top)
        apart = all(top.i != clause_of(start).i and (joined or not is_under(top, start)) for start in starts)
        return apart and bool(self._report.at(draft.sentence, clause))

    def _before_plan(self, draft: Draft, starts: Sequence[Token], word: Token) -> bool:
        """Whether a word stands in the phrase with "after" or "since" behind what is yet to come and the act does not
        ("will send 200 men after parliament agreed *on Monday*"), or the other way round."""
        if draft.kind not in MOVES or draft.nominal:
            return False
        if draft.status == "planned":
            top = after_phrase(word, self._after)
            return top is not None and word.i != top.i > draft.token.i and all(not is_under(s, top) for s in starts)
        top = after_phrase(draft.token, self._after) if draft.status == "asserted" else None
        if top is None or is_under(word, top) or not is_clause(top.head):
            return False
        return "planned" in self._report.tools.moods.read(draft.sentence, top.head, {}).signals

    def _spoken_of(self, draft: Draft) -> bool:
        """Whether an act is only what somebody condemns or backs with his words."""
        said = self._report.statements.get(draft.sentence.index, {})
        return draft.token.head.i in said and draft.token.dep_.split(":")[0] in ("obj", "obl")

    def _told_with_another(self, draft: Draft, word: Token) -> bool:
        """Whether a word stands in the words of another act's noun that this one was before, after or about, with no
        verb or comma between."""
        first = max(draft.token.i, *(t.i for t in word.ancestors if t.pos_ in ("VERB", "AUX") and t.i < word.i), 0)
        act = False
        for noun in reversed(word.doc[first + 1 : word.i]):
            if noun.is_punct or noun.pos_ in ("VERB", "AUX", "SCONJ"):
                return False
            if noun.pos_ != "NOUN" or is_under(draft.token, noun):
                continue
            act = act or self._report.tools.mentions.is_event(noun)
            words = preposition_words(noun)
            if act and any(opens_with(phrases, words) for phrases in (self._after, self._before, self._dealing)):
                return True
        return False

    def _before_talks(self, draft: Draft) -> Token | None:
        """The phrase with "after" in which an act stands that people spoke, met or agreed after, or authorities acted
        on: their day and town are not the act's ("met in Cairo on Monday after an attack that killed 12"). What harm
        follows on an act is mostly of its day and town."""
        if draft.kind not in DONE:
            return None
        top = after_phrase(draft.token, self._after)
        if top is None:
            return None
        if self._days_apart(top):
            return top
        verb = clause_of(top.head)  # the parser hangs the phrase on the town more often than not
        sides = [verb, *(c for c in verb.children if c.dep_.split(":")[0] in ("nsubj", "obj"))]
        sides += [c for side in sides[1:] for c in side.children if c.dep_.split(":")[0] in INNER]
        firings = [f for token in sides for f in self._report.at(draft.sentence, token)]
        ruled = all(f.trigger.kind in WORDS or _takes_time(f) for f in firings)
        return top if ruled and (firings or self._lasts_from(top)) else None

    def _lasts_from(self, top: Token) -> bool:
        """Whether what an act's clause hangs on went on from then ("has lived abroad *since* the coup")."""
        first = top.left_edge
        return any(t.dep_ in ("mark", "case") and t.lower_ in self._lasting for t in (first, *top.children))

    def _days_apart(self, top: Token) -> bool:
        """Whether what an act follows or comes before was on another day ("days after they had agreed")."""
        first = top.left_edge
        markers = [t for t in top.children if t.dep_ in ("mark", "case") and first.i <= t.i < top.i]
        before = top.doc[markers[0].i - 1] if markers and markers[0].i else None
        return before is not None and before.lower_ in self._other_days

    def _to_come(self, draft: Draft) -> Token | None:
        """The phrase with "before" in which the noun of a later act stands ("talks on Tuesday before a summit",
        "held on Monday, hours before he was to lead a march")."""
        top = after_phrase(draft.token, self._before) if draft.nominal and draft.kind != "territory" else None
        return None if top is None or (is_clause(top) and not self._days_apart(top)) else top

    def _answered(self, draft: Draft) -> Token | None:
        """The noun or clause of an act that others protest at or are punished for: where and when they do is not the
        act's."""
        if draft.kind not in DONE:
            return None
        token = draft.token
        clause = draft.status == "asserted" and has_subject(token)
        if not draft.nominal and (not clause or token.dep_ in RELATIVE):
            return None  # "to free them" was at the same time, "because of fighting in X that killed two" in X
        for other in self._report.drafts:
            cause = other.texts.get("cause") if other.kind == "event" and other.sentence is draft.sentence else None
            if cause is None or other.token.i == draft.token.i:
                continue
            if cause.start <= draft.trigger_span[0] < cause.end:
                return draft.token
        return None

    def _is_in_cause(self, draft: Draft, at: int) -> bool:
        """Whether words stand in what an act was done for ("hanged for the killing of 60 men *in 1988*")."""
        cause = draft.texts.get("cause") if draft.kind == "event" else None
        return cause is not None and draft.trigger_span[0] < cause.start <= at < cause.end

    def _is_in_reason(self, draft: Draft, date: DateExpression) -> bool:
        """Whether a date stands in the reason that somebody gives for his words ("refused to pay because of the
        abductions *in the 1970s*")."""
        first = draft.sentence.token_at(date.start)
        return first is not None and any(
            t.lower_ in self._causes for t in self._reckoned.close_before(draft.token, first.i)
        )

    def _is_above_after(self, draft: Draft, index: int) -> bool:
        """Whether a date stands before the clause that an act's "after" hangs on ("opened it on Friday, keeping a
        pledge made after a riot")."""
        top = after_phrase(draft.token, self._after)
        if top is None:
            return False
        clause = clause_of(top.head)
        first = clause.left_edge.i
        return clause.head.i != clause.i and index < first and not marks(clause)


def _takes_time(firing: Firing) -> bool:
    """Whether a trigger tells what authorities do to somebody, on whatever day and wherever they find him."""
    return firing.trigger.values.get("act") in RULED or firing.trigger.values.get("harm") in HELD


def _is_of_next(duty: Token, word: Token) -> bool:
    """Whether a word stands with the further duty behind one ("to free the men and to resume talks *in X*")."""
    return any(c.dep_ == "conj" and c.i > duty.i and c.pos_ == "VERB" and is_under(word, c) for c in duty.children)


def _is_past_before_now(starts: Sequence[Token], word: Token) -> bool:
    """Whether a date stands in a clause of the past that one of the present is coordinated with ("last visited in 2004
    and is holding his first talks")."""
    for verb in starts:
        first = verb.head
        helping = (verb, *(c for c in verb.children if c.dep_.split(":")[0] in ("aux", "cop")))
        now = any(has(t, "VerbForm", "Fin") and has(t, "Tense", "Pres") for t in helping)
        if verb.dep_ == "conj" and now and first.i < word.i < verb.i and has(first, "Tense", "Past"):
            perfect = any(has(c, "Tense", "Pres") for c in first.children if c.dep_ == "aux")
            return not is_under(word, verb) and not perfect
    return False
