"""What the verb or adjective that a clause depends on makes of it: asked for, planned, feared, denied, left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.parse.morph import has, values
from gencatan.reading.tree.modality import GOVERNING, MODALS, STATEMENT_EFFECT, Modality, opens_with
from gencatan.reading.tree.own_words import OwnWords
from gencatan.reading.tree.relations import SUBJECTS, date_tokens, has_subject, is_participle, lowered, marks, starts
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTICLE_GAP: Final = 3
LAWS: Final = frozenset({"document", "bill", "resolution"})
DEALS: Final = frozenset({"agreement", "accord"})
IDIOMATIC: Final = frozenset({"verbs_denied", "verbs_called_for"})


class Governing:
    """Reads modality off what governs a clause."""

    def __init__(self, pack: Pack, syntax: Syntax, own: OwnWords) -> None:
        """Take the words from the pack's grammar."""
        self.words = pack.words
        self._syntax = syntax
        self._own = own
        self._conditions = self.words("condition_markers")
        self._purposes = self.words("purpose_markers")
        self._clause_marks = self.words("subordinators")
        self._classes_of = pack.classes_of
        self._doubts = self.words("doubt_markers")

    def embed(self, head: Token, mood: Modality, statements: dict[int, str], *, nominal: bool = False) -> bool:
        """Signals of a predicate that governs the clause; False where reported speech ends the scope."""
        if head.i in statements:
            if mood.statement < 0:
                mood.statement = head.i
            depends = Modality()
            self._own.read(head, depends)
            if depends.condition is not None:
                mood.signals.setdefault("conditional", depends.signals["conditional"])
                mood.condition = mood.condition or depends.condition
            if (doubt := self.doubt(head)) is not None:
                mood.signals = {"possible": doubt.text}  # "asked whether it would accept the deployment"
                return False
            effect = STATEMENT_EFFECT.get(statements[head.i])
            if effect == "denied" and "denied" in depends.signals and not starts(head, self.words("verbs_permitting")):
                effect = "possible"  # "has not ruled it out", but not "will not allow it"
            if effect:
                mood.signals.setdefault(effect, head.text)
            if starts(head, self.words("verbs_possible")):
                self._unplanned(mood)
            return False
        if head.lower_ in self.words("verbs_reporting"):
            # "denied the claim that they had killed ten": what is claimed is denied with the claim
            return head.pos_ == "NOUN" and head.dep_ == "obj" and head.head.i in statements
        if self.left_open(head):
            mood.signals.setdefault("possible", head.text)
            return True
        if head.lower_ in self.words("negation"):  # "takkan membiarkan", drawn as a verb and its clause
            mood.signals.setdefault("denied", head.text)
        self.governed(head, mood)
        self.carried(head, mood, light=not nominal or self._syntax.verbs.light(head))
        if not mood.signals and self._permits(head):
            mood.signals["possible"] = head.text
        return True

    def _permits(self, verb: Token) -> bool:
        """Whether a law or the like lets somebody do what the clause tells, which nothing says was done ("the decree
        allowed soldiers to fire"). The terms of a deal are duties; a lull, too, may have allowed what then was done."""
        subject = next((c for c in verb.children if c.dep_ in SUBJECTS), None)
        if subject is None and verb.dep_ == "acl":
            subject = verb.head  # "laws *allowing* the arrest of suspects"
        if subject is None or not starts(verb, self.words("verbs_terms")):
            return False
        kinds = {kind for noun in (subject, *subject.children) for kind in self._classes_of(noun.lower_)}
        if kinds & DEALS or kinds.isdisjoint(LAWS | {"abstract"}):
            return False
        return not kinds.isdisjoint(LAWS) or has(verb, "Tense", "Pres")

    def carried(self, head: Token, mood: Modality, *, light: bool) -> None:
        """Signals a verb hands down to its noun: "did not mount the attack" denies it, "was not hit by it" does not."""
        had = "denied" in mood.signals
        self._own.read(head, mood)
        if not light and not had:
            mood.signals.pop("denied", None)

    def governed(self, head: Token, mood: Modality) -> None:
        """Signals of a word that governs: to plan, to want, to fear, to deny …"""
        heads = [head, *(c for c in head.children if c.dep_ == "cop")]
        if head.lower_ in self.words("before_verbs"):
            heads += [c for c in head.children if c.dep_ == "xcomp"]  # "ikut ditunda"
        if head.lower_ in self.words("negation"):
            mood.signals.setdefault("denied", head.text)  # "takkan", taken for a verb
        following = lowered(head.doc)[head.i : head.i + 2]
        if self.words("modal_planned").at(following, 0) > 1:
            mood.signals["planned"] = head.text  # "the next round is set for Friday", "diperkirakan akan tiba"
        before = lowered(head.doc)[max(head.i - 1, 0) : head.i + 1]  # "lebih memilih"
        for key, signal in (*GOVERNING, ("verbs_postponed", "planned")):  # what is put off is still to come
            if key in IDIOMATIC and self.words("idioms").covers(lowered(head.doc), head.i):
                continue  # "declined to give a reason for the arrest"
            if key == "verbs_urging" and self._achieved(head):
                continue  # "persuaded both sides to pull back": they did
            if self.words(key).at(before, 0) > 1 or any(starts(n, self.words(key), gap=PARTICLE_GAP) for n in heads):
                tried = signal == "denied" and head.dep_ == "xcomp" and head.head.lower_ in self.words("verbs_trying")
                signal = "possible" if tried else signal  # "tried to prevent them from marching"
                mood.signals.setdefault(signal, head.text)
                if signal == "possible":
                    self._unplanned(mood)

    def _achieved(self, verb: Token) -> bool:
        """Whether a verb tells that somebody was got to do it, and not only that they were to be."""
        if not starts(verb, self.words("verbs_achieving")) or verb.dep_ == "xcomp":
            return False
        return has(verb, "Tense", "Past") and not self._own.negated(verb)

    def _unplanned(self, mood: Modality) -> None:
        """ "Fear that it will …", "believe it will …": no plan, though the word is the same."""
        if mood.signals.get("planned", "").lower() in self.words("modal_planned"):
            mood.signals.pop("planned")

    def left_open(self, verb: Token) -> bool:
        """Whether a verb that denies is itself denied: "has not ruled out"."""
        return starts(verb, self.words("verbs_denied"), gap=PARTICLE_GAP) and self._own.negated(verb)

    def said_by_noun(self, clause: Token, mark: str, mood: Modality, statements: dict[int, str]) -> bool:
        """Whether a clause is what the object of its verb asks for ("repeated its demand that X …")."""
        noun = next((c for c in clause.head.children if c.dep_ == "obj" and c.i in statements and c.i < clause.i), None)
        if noun is None or not self._syntax.verbs.light(clause.head) or not opens_with(self._clause_marks, mark):
            return False
        self.embed(noun, mood, statements)
        return True

    def said_to_be(self, predicate: Token, mood: Modality) -> None:
        """Signals of an adjective that its subject is said to be ("an attack is imminent")."""
        if predicate.pos_ in ("ADJ", "NOUN") and any(c.dep_ == "cop" for c in predicate.children):
            for key, signal in MODALS:
                if predicate.lower_ in self.words(key):
                    mood.signals.setdefault(signal, predicate.text)
            if predicate.pos_ == "ADJ":
                self.governed(predicate, mood)  # "talks are due on Friday"

    def imagined(self, noun: Token, mood: Modality) -> None:
        """Of what would be dangerous, costly or wrong nothing says that it is planned: no day, and nobody's own act."""
        predicate, planned = noun.head, mood.signals.get("planned", "").lower()
        if predicate.pos_ != "ADJ" or not any(c.dep_ == "cop" for c in predicate.children):
            return
        helping = (c.lower_ for c in predicate.children if c.dep_ == "aux")
        known = self._own.definite(noun) or any(c.dep_ == "nmod:poss" for c in noun.children)
        dates = date_tokens(noun.doc)
        if known or any(c.i in dates for c in predicate.children):
            return
        if planned in helping and planned in self.words("modal_planned"):
            mood.signals.pop("planned")
            mood.signals.setdefault("possible", predicate.text)

    def takes_no_part(self, verb: Token, clause: Token) -> bool:
        """Whether nobody has a part in what a clause behind a verb tells ("took no part in drafting it")."""
        if clause.i < verb.i or marks(clause) not in self.words("position_prepositions"):
            return False
        if not starts(verb, self.words("verbs_transparent"), gap=PARTICLE_GAP):
            return False
        return self._own.negated(verb) or any(c.dep_ == "obj" and self._own.no_such(c) for c in verb.children)

    def goes_on(self, clause: Token) -> bool:
        """Whether a participle behind its verb tells what comes with what that tells (", killing …")."""
        own = any(c.dep_ in SUBJECTS or c.dep_ == "aux" for c in clause.children)
        return is_participle(clause) and clause.i > clause.head.i and not own

    def still_to_come(self, verb: Token, mood: Modality) -> None:
        """Signals by which a verb's own words put what comes with it in time to come, or leave it open."""
        own = Modality()
        self._own.read(verb, own, shared=True)
        for signal in ("conditional", "planned", "possible"):
            if signal in own.signals and "denied" not in own.signals:
                mood.signals.setdefault(signal, own.signals[signal])

    def is_timeless(self, clause: Token) -> bool:
        """Whether a clause of time stands in the plain present, or in a language without tenses, so that it takes its
        time from what it hangs on."""
        if clause.pos_ != "VERB" or not has_subject(clause) or any(c.dep_.startswith("aux") for c in clause.children):
            return False
        opens = marks(clause) or next((c.lower_ for c in clause.children if c.dep_ == "advmod" and c.i < clause.i), "")
        bare = has(clause, "VerbForm", "Inf") or (has(clause, "VerbForm", "Fin") and has(clause, "Tense", "Pres"))
        bare = bare or not (values(clause, "VerbForm") or values(clause, "Tense"))
        return bare and opens in self.words("time_clauses")

    def dropped(self, verb: Token, mood: Modality) -> None:
        """Signals of a verb by which its subject is not done after all ("pertemuan itu batal digelar")."""
        done = (c for c in verb.children if c.dep_ == "xcomp" and c.pos_ == "VERB" and c.i > verb.i)
        if starts(verb, self.words("verbs_denied")) and any(self._syntax.verbs.passive(c) for c in done):
            mood.signals.setdefault("denied", verb.text)

    def unconfirmed(self, verb: Token) -> bool:
        """Whether a verb of confirming is denied or declined ("could not confirm the attack")."""
        declined = verb.dep_ in ("xcomp", "ccomp") and starts(verb.head, self.words("verbs_denied"))
        return declined or self._own.negated(verb)

    def wished(self, clause: Token) -> bool:
        """Whether a clause tells what is insisted on, and not what is so ("insisted that the army leave"): its verb is
        bare though its subject is one, or stands with "be" or a word of requirement. Or it tells what somebody wants
        another to do ("Rusia ingin PBB mencabut sanksi")."""
        if starts(clause.head, self.words("verbs_wishing")) and clause.i > clause.head.i:
            return any(c.dep_ in SUBJECTS and not has(c, "PronType", "Rel") for c in clause.children)
        if not starts(clause.head, self.words("verbs_wanting")) or clause.dep_ != "ccomp":
            return False
        own = [c for c in clause.children if c.i < clause.i]
        if not any(c.dep_ == "mark" and c.lower_ in self._clause_marks for c in own):
            return False
        helping = [c for c in own if c.dep_.split(":")[0] in ("aux", "cop")]
        if helping:
            return helping[0].lower_ == helping[0].lemma_ == "be" or self._own.requires(clause)
        one = any(c.dep_ in SUBJECTS and has(c, "Number", "Sing") for c in own)
        bare = has(clause, "Number", "Plur") and has(clause, "Tense", "Pres") and clause.lower_ == clause.lemma_
        return one and clause.pos_ == "VERB" and bare

    def unsaid(self, clause: Token) -> bool:
        """Whether somebody did not say that they do what a bare clause tells ("belum menyatakan menerima usul")."""
        says = clause.head.lower_ in self.words("verbs_reporting") and clause.head.pos_ == "VERB"
        bare = clause.i > clause.head.i and not has_subject(clause) and not marks(clause)
        return says and bare and clause.left_edge.nbor(-1).i == clause.head.i and self._own.negated(clause.head)

    def doubt(self, clause: Token) -> Token | None:
        """The word that leaves open whether a clause is so ("whether", "apakah")."""
        return next((c for c in clause.children if c.i < clause.i and c.lower_ in self._doubts), None)

    def asked(self, clause: Token) -> bool:
        """Whether a clause opens with a word that asks for a part of it ("who did it", "how they died")."""
        asks, about = self.words("relative_pronouns"), self.words("topic_markers")
        own = (c for c in clause.children if c.i < clause.i)  # "*on* who did it"
        first = next((c for c in own if c.dep_ not in ("mark", "case") or c.lower_ not in about), None)
        if first is None or first.dep_ in ("mark", "cc"):
            return False
        return first.lower_ in asks or (
            first.dep_ == "advmod" and first.lower_ in self._clause_marks
        )  # "how they died"

    def plans(self, verb: Token, clause: Token) -> bool:
        """Whether a clause is what its verb plans, refuses …, though it hangs there as a purpose ("scheduled to …")."""
        mark = marks(clause)
        if mark not in self.words("control_marks") or clause.i < verb.i:
            return False
        if any(c.dep_ == "obj" or c.text == "," for c in verb.doc[verb.i + 1 : clause.i] if c.head.i == verb.i):
            return False
        return any(starts(verb, self.words(key)) for key, _ in GOVERNING)

    def aimed(self, head: Token, mark: str) -> bool:
        """Whether a participle and the mark of the clause behind it open a purpose ("aimed at", "designed to")."""
        opens = head.dep_ == "acl" or mark not in self.words("control_marks")
        return opens and f"{head.lower_} {mark}" in self._purposes

    def complements(self, mark: str) -> bool:
        """Whether a mark opens what a noun is about ("a plan to …"), a purpose or a condition."""
        words = (self._clause_marks, self._purposes, self._conditions, self.words("control_marks"))
        return any(opens_with(phrases, mark) for phrases in words)

    def opens_condition(self, mark: str) -> bool:
        """Whether a mark opens a condition, also behind one that opens what is said ("that if")."""
        first, _, rest = mark.partition(" ")
        return opens_with(self._conditions, mark) or (
            bool(rest) and first in self._clause_marks and opens_with(self._conditions, rest)
        )
