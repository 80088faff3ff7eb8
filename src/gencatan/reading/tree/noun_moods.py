"""What nouns make of how something is meant: those above a clause ("plans to"), those that only tell when or why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.parse.morph import has
from gencatan.reading.tree.modality import GOVERNING, MODALS, Modality, opens_with
from gencatan.reading.tree.own_words import OwnWords
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    deps_below,
    has_subject,
    is_clause,
    marks,
    preposition,
    preposition_words,
    starts,
)
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING: Final = (("nouns_planned", "planned"), ("nouns_possible", "possible"), ("nouns_required", "called_for"))
PHRASES: Final = (*MODALS, ("negative_determiner", "denied"), ("nouns_of_conditions", "conditional"))
TOLD_OF: Final = ("obj", "nsubj")
SCENE: Final = ("position_prepositions", "given_markers", "course_markers")
"""Words before what only tells when or where something was ("*at* talks", "*during* talks")."""
FORCE: Final = frozenset({"violence", "conflict"})
DRAWN_UP: Final = frozenset({"agreement", "proposal", "document", "resolution"})
SUBJECT_LENGTH: Final = 7
"""Words that a subject takes before its verb."""
SUBJECT_PARTS: Final = frozenset({"NOUN", "PROPN", "NUM", "DET", "ADJ", "AUX", "PRON"})


class NounMoods:
    """Reads modality off nouns, and tells what a noun takes for granted."""

    def __init__(self, pack: Pack, syntax: Syntax, own: OwnWords) -> None:
        """Take the words from the pack's grammar."""
        self.words = pack.words
        self._pack = pack
        self._syntax = syntax
        self._own = own
        self._purposes = self.words("purpose_markers")
        self._clause_marks = self.words("subordinators")
        self._possible = self.words("nouns_possible")

    def named(self, noun: Token, mark: str, mood: Modality) -> None:
        """Signals of a noun with its preposition or mark ("lack of", "threat of", "capability to")."""
        if not mark or any(mark in self.words(key) for key in ("control_marks", "purpose_markers")):
            for key, signal in NAMING:
                if noun.lower_ in self.words(key) or self._pack.unowned(noun.lower_) in self.words(key):
                    mood.signals.setdefault(signal, noun.text)
        if not mark:
            return
        phrase = [*noun.lower_.split(), *mark.split()]
        for key, signal in PHRASES:
            if self.words(key).at(phrase, 0) == len(phrase):
                mood.signals.setdefault(signal, noun.text)

    def hoped_or_feared(self, clause: Token, mood: Modality) -> None:
        """Signals of the noun whose content a clause is ("fears that they will attack", "his hope is that …"); what it
        says will be is no plan then."""
        if (asked := self._asked_by(clause)) is not None:
            mood.signals.setdefault("called_for", asked.text)
            return
        marking = clause.children if "mark" in deps_below(clause) else ()
        mark = next((c for c in marking if c.dep_ == "mark" and c.lower_ in self._clause_marks), None)
        if mark is None or not any(c.dep_ in SUBJECTS and c.i > mark.i for c in clause.children):
            return
        noun = next((c for c in clause.children if c.dep_ in SUBJECTS and c.i < mark.i), None)
        said_to_be = any(c.dep_ == "cop" and c.i < mark.i for c in clause.children)
        if noun is not None and not said_to_be and noun.right_edge.i + 1 != mark.i:
            return
        if noun is None and clause.dep_ in ("acl", "ccomp"):
            beside = [clause.head] if clause.dep_ == "acl" else [c for c in clause.head.children if c.dep_ in TOLD_OF]
            noun = next((c for c in beside if c.i < mark.i and c.right_edge.i + 1 >= mark.i), None)
        if noun is not None and self._pack.unowned(noun.lower_) in self.words("nouns_possible"):
            mood.signals.setdefault("possible", noun.text)
            mood.signals.pop("planned", None)
        elif noun is not None and self._pack.unowned(noun.lower_) in self.words("nouns_required"):
            mood.signals.setdefault("called_for", noun.text)  # "repeated its demand that they withdraw"

    def _asked_by(self, clause: Token) -> Token | None:
        """The noun right before a "that" that says what is asked for, whatever the parser made of it ("its *demand*
        that Hamas release all hostages")."""
        if not has_subject(clause):
            return None
        that = next((c for c in clause.children if c.lower_ in self._clause_marks and 0 < c.i < clause.i), None)
        if that is None or not any(c.dep_ in SUBJECTS and c.i > that.i for c in clause.children):
            return None
        noun = clause.doc[that.i - 1]
        return noun if self._pack.unowned(noun.lower_) in self.words("nouns_required") else None

    def coming(self, noun: Token) -> dict[str, str]:
        """Signals of a clause behind a noun by which it is yet to come ("a strike that may be launched on Monday")."""
        found: dict[str, str] = {}
        for clause in noun.children:
            if clause.dep_ != "acl:relcl" or clause.i < noun.i:
                continue
            done = self._syntax.verbs.light(clause) and self._syntax.verbs.passive(clause)
            if not done and not starts(clause, self.words("verbs_of_war")):
                continue
            if self._syntax.verbs.passive(clause) and starts(clause, self.words("verbs_causing")):
                continue  # "a blast that may have been caused by a bomb"
            alone = Modality()
            self._own.read(clause, alone)
            if "denied" not in alone.signals:
                found.update({s: word for s, word in alone.signals.items() if s in ("planned", "possible")})
        return found

    def only_dealt_with(self, noun: Token, verb: Token) -> bool:
        """Whether a known act is only said not to be dealt with ("the attack was not investigated"): there was one."""
        if not self.known(noun) or not self._own.negated(verb):
            return False
        about = ("verbs_causing", "verbs_confirming", "verbs_of_war", "verbs_planned", "verbs_ending")
        return not self._syntax.verbs.light(verb) and not any(starts(verb, self.words(key)) for key in about)

    def planned_by_noun(self, clause: Token, mark: str) -> Token | None:
        """The noun that plans what a clause tells, hung on their verb ("condemned the decision to send troops")."""
        if not any(mark in self.words(key) for key in ("control_marks", "purpose_markers")):
            return None
        nouns = [c for c in clause.head.children if c.dep_ in ("obj", "nsubj", "obl") and c.i < clause.i]
        if not nouns or (nouns[-1].dep_ == "nsubj" and clause.i < clause.head.i):
            return None
        planning = any(nouns[-1].lower_ in self.words(key) for key, _ in NAMING)
        return nouns[-1] if planning and nouns[-1].right_edge.i + 1 == clause.left_edge.i else None

    def planning(self, verb: Token) -> Token | None:
        """The noun that plans what a clause tells, taken for its subject ("*rencana* Washington menempatkan rudal")."""
        if self._pack.noun_head != "first":
            return None
        nouns = (c for c in verb.children if c.dep_ == "nsubj" and c.right_edge.i + 1 == verb.i)
        return next((n for n in nouns if n.lower_ in self.words("nouns_planned") and self._whose(n)), None)

    def doubting(self, verb: Token) -> Token | None:
        """The noun that a clause without a mark hangs on as only possible, before its subject or the verb itself
        ("asked about the *kemungkinan* sandera itu dibebaskan"), whatever the parser made of it."""
        if self._pack.noun_head != "first":
            return None
        doc, at = verb.doc, verb.i - 1
        while at > 0 and verb.i - at <= SUBJECT_LENGTH and doc[at].pos_ in SUBJECT_PARTS:
            noun = doc[at]
            if noun.lower_ in self._possible and noun.i + 1 < verb.i and noun.dep_ not in SUBJECTS:
                return noun if doc[at - 1].pos_ in ("ADP", "VERB") else None
            at -= 1
        return None

    def _whose(self, plan: Token) -> bool:
        beside = [c for c in plan.children if c.i == plan.i + 1 and not preposition(c)]
        return any(c.pos_ == "PROPN" or "agent" in self._pack.classes_of(c.lower_) for c in beside)

    def to_be_done(self, clause: Token, noun: Token) -> bool:
        """Whether a clause beside a noun tells what for, and not what came about ("the right to strike", "talks to end
        the war", but "an attempt to flee", "the first country to send troops")."""
        known = any(noun.lower_ in self.words(key) for key in ("nouns_trying", *(key for key, _ in NAMING)))
        if known or not self._is_aim(clause, noun) or noun.pos_ != "NOUN":
            return False
        if noun.dep_ == "obl" and any(starts(noun.head, self.words(key)) for key, _ in GOVERNING):
            return False  # "hopes on his tour to meet …", hung on the tour
        ranked = (c for c in noun.children if c.dep_ == "amod" and c.i < noun.i)
        return not any(
            has(c, "NumType", "Ord") or has(c, "Degree", "Sup") or c.lower_ in self.words("only") for c in ranked
        )

    def _is_aim(self, clause: Token, noun: Token) -> bool:
        """Whether a clause beside a noun is an infinitive, or in a language that has none tells what an act was for
        ("*serbuan* untuk menggulingkan presiden")."""
        if has(clause, "VerbForm", "Inf"):
            return True
        bare = self._pack.noun_head == "first" and marks(clause) in self.words("purpose_markers")
        return bare and bool(self._pack.classes_of(noun.lower_) & FORCE) and not has_subject(clause)

    def told_beside(self, noun: Token) -> bool:
        """Whether a noun tells where or when its clause is, so that what denies the clause does not deny it."""
        prep = preposition_words(noun)
        keys = ("position_prepositions", "place_prepositions", "given_markers")
        if prep in self.words("cause_markers") and self.groundless(noun):
            return False
        if prep in self.words("goal_prepositions"):
            return False  # "did not slide *into* civil war"
        return prep not in self.words("control_marks") and any(prep in self.words(key) for key in keys)

    def told_apart(self, noun: Token, mood: Modality) -> bool:
        """Whether a noun only dates or causes what its clause tells, and is told for itself ("never since the war").

        After "after" it is still to come where the clause itself is.
        """
        prep = preposition_words(noun)
        if not prep or is_clause(noun) or not opens_with(self.words("given_markers"), prep):
            return False
        if prep in self.words("cause_markers") and self.groundless(noun):
            return False  # "no evidence that it came down because of hostile fire"
        if prep in self.words("cause_markers") or not is_clause(noun.head):
            return True
        clause = Modality()
        self._own.read(noun.head, clause)
        if "planned" in clause.signals and "denied" not in clause.signals:
            mood.signals.setdefault("planned", clause.signals["planned"])
        return True

    def groundless(self, noun: Token) -> bool:
        """Whether nothing is said to show what a new thing is told to have caused ("belum ada bukti bahwa pesawat itu
        jatuh akibat tembakan")."""
        clause = noun.head
        shown = any(c.dep_ == "mark" and c.lower_ in self._clause_marks for c in clause.children)
        return clause.dep_ == "acl" and shown and self._own.no_such(clause.head) and not self.known(noun)

    def sets_scene(self, noun: Token, verb: Token, *, vows: bool = False) -> bool:
        """Whether a noun only tells when or where somebody planned, agreed or refused what the clause goes on with, or
        told before ("agreed on a ceasefire *at talks in Sweden*"). `vows`: the verb promises."""
        if not self._tells_where(preposition_words(noun)):
            return False
        dated = date_tokens(verb.doc)
        goes_on = any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > noun.i for c in verb.children)
        told = (c for c in verb.children if verb.i < c.i < noun.i and c.dep_ in ("obj", "obl") and c.i not in dated)
        on_what = any(c.dep_ == "obj" or not self._tells_where(preposition_words(c)) for c in told)
        goes_on = goes_on or (on_what and not self._own.planned(verb))
        return goes_on and (vows or self._governs(verb))

    def beside_content(self, noun: Token, content: Token) -> bool:
        """The same where the noun hangs on what was agreed ("agreed on [a ceasefire *at talks in Sweden*]")."""
        verb = content.head
        if content.dep_ not in ("obj", "obl") or noun.i < content.i or not self._tells_where(preposition_words(noun)):
            return False
        if content.dep_ == "obl" and self._tells_where(preposition_words(content)):
            return False
        deal = bool(self._pack.classes_of(content.lower_) & DRAWN_UP)
        return deal and self._governs(verb) and not self._own.planned(verb)

    def _governs(self, verb: Token) -> bool:
        return any(starts(verb, self.words(key)) for key, _ in GOVERNING)

    def _tells_where(self, words: str) -> bool:
        return bool(words) and any(words in self.words(key) for key in SCENE)

    def leads_in(self, noun: Token, verb: Token) -> bool:
        """Whether a noun before the one who says something only tells when or where that was ("*in talks in Cairo*, the
        envoy demanded that …"): what is demanded or promised there says nothing of it."""
        says = any(c.dep_ == "nsubj" and noun.i < c.i < verb.i for c in verb.children)
        return says and bool(preposition_words(noun)) and not self._own.planned(verb)

    def given(self, noun: Token, verb: Token) -> bool:
        """Whether a noun is what its verb takes for granted: "the offensive would only add to the misery"."""
        after = [c for c in verb.children if c.i > verb.i]
        does = any(c.dep_ == "obj" for c in after) and not self._syntax.verbs.light(verb)
        dates = date_tokens(verb.doc)
        leads = any(c.dep_ == "obl" and c.i not in dates and self._aims(preposition(c)) for c in after)
        caused = noun.dep_ == "nsubj:pass" and any(c.dep_ == "obl:agent" for c in after)
        caused = caused and not self._own.planned(verb)  # "was probably caused by a bomb"
        if not caused and (noun.dep_ != "nsubj" or not (does or leads)):
            return False
        return self._own.definite(noun) or any(c.dep_ == "nmod:poss" for c in noun.children)

    def only_described(self, noun: Token, predicate: Token) -> bool:
        """Whether a known act is only said to be of some sort ("the raid was not deliberate"): there was one."""
        if predicate.pos_ != "ADJ" or not any(c.dep_ == "cop" for c in predicate.children) or not self.known(noun):
            return False
        telling = [key for key, _ in (*MODALS, *GOVERNING)]  # "the attack is imminent", "is not possible"
        return not any(predicate.lower_ in self.words(key) or starts(predicate, self.words(key)) for key in telling)

    def put_before_them(self, participle: Token, noun: Token) -> bool:
        """Whether a participle tells who made what lies before those who accept, sign or reject it."""
        agent = any(c.dep_ == "obl:agent" for c in participle.children)
        if not agent or not self._pack.classes_of(noun.lower_) & DRAWN_UP:
            return False
        accepted = noun.dep_ == "obl" and starts(noun.head, self.words("verbs_resolving"))
        return accepted or (noun.dep_ == "obj" and not starts(noun.head, self.words("verbs_called_for")))

    def done_then(self, participle: Token) -> bool:
        """Whether a participle tells when what it tells was done ("the treaty signed in Algiers 18 years ago")."""
        return has(participle, "Tense", "Past") and self._own.dated(participle)

    def marks_out(self, noun: Token, head: Token) -> bool:
        """Whether a noun only tells which people are meant ("those behind the attack", "victims of the raid", "those
        responsible for the massacre")."""
        described = head.pos_ == "ADJ" and head.dep_ in ("amod", "acl") and head.head.i < head.i
        meant = head.head if described else head
        people = meant.pos_ == "PRON" or "person" in self._pack.classes_of(meant.lower_)
        prep = preposition_words(noun)
        return people and bool(prep) and (described or not opens_with(self._purposes, prep))

    def grounds(self, noun: Token, mood: Modality) -> bool:
        """Whether a noun is what its clause goes by: "under the pact signed in May, troops must leave"."""
        return not mood.inside and preposition_words(noun) in self.words("basis_markers")

    def owns(self, noun: Token, head: Token) -> bool:
        """Whether a noun asks or demands nothing of what it is said to be of, which there is ("the mandate of its
        mission"); where that is not known, it is asked for ("a mandate of disarming rebels")."""
        asks = head.pos_ == "NOUN" and starts(head, self.words("verbs_called_for"))
        somebodys = self.known(noun) or any(c.dep_ == "nmod:poss" for c in noun.children)
        return asks and somebodys and preposition_words(noun) in self.words("genitive_markers")

    def known(self, noun: Token) -> bool:
        """Whether a noun names again what was told ("the attack", "serangan itu"), or has a day ("Monday's raid")."""
        dates = date_tokens(noun.doc)
        dated = any(c.dep_ == "nmod:poss" and c.i in dates for c in noun.children)
        return dated or self._own.definite(noun)

    def led_to(self, noun: Token) -> bool:
        """Whether a noun is what somebody slides or is dragged into ("terjerumus *ke dalam perang* saudara")."""
        return preposition_words(noun) in self.words("goal_prepositions") and not self.known(noun)

    def counted(self, noun: Token) -> bool:
        """Whether an act is told of somebody in particular: known, done by somebody named, to so many, on a day."""
        dates = date_tokens(noun.doc)
        return self.known(noun) or any(t.dep_ in ("nummod", "obl:agent") or t.i in dates for t in noun.subtree)

    def unseen(self, noun: Token, verb: Token) -> bool:
        """Whether somebody only did not see, hear or know of what a noun names, which there was ("did not hear the
        blast", "sebab ledakan di pabrik itu belum diketahui")."""
        told = self.known(noun) or any(c.dep_ in ("acl:relcl", "nmod") for c in noun.children)
        return told and starts(verb, self.words("verbs_perceiving")) and self._own.negated(verb)

    def certain(self, noun: Token) -> bool:
        """Whether a noun means something that there is: known, somebody's, or told with a phrase of its own."""
        own = any(c.dep_ in ("nmod:poss", "nmod", "acl", "acl:relcl") for c in noun.children)
        mass = not has(noun, "Number", "Plur") and not any(c.dep_ == "det" for c in noun.children)
        return own or mass or self.known(noun)

    def _aims(self, prep: str) -> bool:
        """Whether a preposition names what something leads to."""
        return prep in self.words("addressee_markers")
