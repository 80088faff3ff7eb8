"""How a claim is meant: asserted, planned, called for, conditional, possible or denied (contract, `status`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack, Phrases
from gencatan.parse.morph import has
from gencatan.reading.tree.mentions import DATES
from gencatan.reading.tree.syntax import (
    SUBJECTS,
    Sentence,
    Syntax,
    is_clause,
    is_conjunct,
    lowered,
    marks,
    preposition,
    preposition_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

ORDER: Final = ("denied", "conditional", "called_for", "planned", "possible")
STATEMENT_EFFECT: Final = {
    "demand": "called_for",
    "appeal": "called_for",
    "deny": "denied",
    "promise": "planned",
    "reject": "denied",
    "threaten": "planned",
    "warn": "possible",
}
FUNCTION_PARTS: Final = frozenset({"AUX", "PART", "ADV", "SCONJ", "ADJ", "VERB"})
MODALS: Final = (("modal_planned", "planned"), ("modal_possible", "possible"), ("modal_required", "called_for"))
GOVERNING: Final = (
    ("verbs_planned", "planned"),
    ("verbs_possible", "possible"),
    ("verbs_called_for", "called_for"),
    ("verbs_urging", "called_for"),
    ("verbs_denied", "denied"),
)
NAMING: Final = (("nouns_planned", "planned"), ("nouns_possible", "possible"), ("nouns_required", "called_for"))
BACKGROUND: Final = ("given_markers", "day_clauses")
STANDING: Final = frozenset({"place_noun", "building", "person", "people", "armed_force", "weapon", "vehicle"})
DRAWN_UP: Final = frozenset({"agreement", "proposal", "document", "resolution"})
MISREAD: Final = frozenset({"compound", "case", "nmod", "flat", "amod", "appos"})
PARTICLE_GAP: Final = 3
PLAN_REACH: Final = 3  # words from a date up to what plans it
FUNCTION: Final = frozenset({"advmod", "aux", "aux:pass", "det", "mark", "cop", "case", "nsubj"})


@dataclass(slots=True)
class Modality:
    """The status of a predicate, the condition it stands under, and what embeds it.

    `inside` is "condition", "purpose" or "" : a clause that is itself a condition or purpose states no fact.
    `statement` is the index of the token of the statement word that embeds it, or -1. `signals` are the statuses that
    words gave, each with the first words that did. `over` has for each the relations from the predicate up to what
    first gave it: none where its own words do.
    """

    status: str = "asserted"
    condition: Token | None = None
    inside: str = ""
    statement: int = -1
    signals: dict[str, str] = field(default_factory=dict)
    over: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def climbed(self, path: list[str]) -> None:
        """Note for signals that are new how far up they were found."""
        for status in self.signals:
            self.over.setdefault(status, tuple(path))

    def without(self, status: str) -> str:
        """The status that the other signals give."""
        return next((s for s in ORDER if s in self.signals and s != status), "asserted")


class Moods:
    """Reads modality off the tree with a pack's function words."""

    def __init__(self, pack: Pack, syntax: Syntax) -> None:
        """Take the words from the pack's grammar."""
        self.words = pack.words
        self._pack = pack
        self._syntax = syntax
        self._conditions = self.words("condition_markers")
        self._purposes = self.words("purpose_markers")
        self._clause_marks = self.words("subordinators")
        self._doubts = self.words("doubt_markers")
        self._definite = self.words("definite")

    def read(self, sentence: Sentence, token: Token, statements: dict[int, str]) -> Modality:
        """The modality of the predicate `token`; `statements` maps tokens of statement words to their act."""
        mood = Modality()
        node, verbal, ended, there, given = token, is_clause(token), False, False, False
        self._own(node, mood)
        if token.i in statements and mood.condition is not None:
            # "threatened to do X if …": the threat is made, what it threatens depends
            mood.signals.pop("conditional", None)
            mood.condition = None
        elif token.i not in statements and self._conditioned(token):
            mood.signals.setdefault("conditional", token.text)
        if statements.get(token.i) in ("promise", "threaten") and not self._still_to_be_made(token):
            mood.signals.pop("planned", None)  # "we will be ready to …" promises now
        path: list[str] = []
        for _ in range(25):
            head = node.head
            if head.i == node.i:
                break
            dep = node.dep_
            base = dep.split(":")[0]
            mood.climbed(path)
            path.append(base)
            if base == "conj" and is_clause(node) and (doubt := self._doubt(node)) is not None:
                mood.signals = {"possible": doubt.text}  # "asked about …, and whether it will attack"
                break
            if is_conjunct(node):
                if denied_on(node, head, statements):
                    self._embed(head, mood, statements)
                    break
                vows = statements.get(token.i) in ("promise", "threaten")
                if is_clause(head) and not vows and not any(c.dep_ in SUBJECTS for c in node.children):
                    self._own(head, mood, shared=True)
                    if self._either(node) and self.negated(head):
                        mood.signals.setdefault("denied", head.text)  # "did not shell the town or lay mines"
            elif base == "advcl" and (doubt := self._doubt(node)) is not None:
                mood.signals = {"possible": doubt.text}
                break
            elif base == "advcl":
                mark = marks(node)
                if (mark and self._opens_condition(mark)) or inverted(node) or self._provided(node):
                    mood.inside = mood.inside or "condition"
                elif mark and (noun := self._planned_by_noun(node, mark)) is not None:
                    self._named(noun, mark, mood)
                    break
                elif (
                    head.i in statements
                    and node.i > head.i
                    and (_listed(node) or asks(head, node, statements) if not mark else self._complements(mark))
                ):
                    self._embed(head, mood, statements)
                    break
                elif mark and self._said_by_noun(node, mark, mood, statements):
                    break
                elif mark and self._plans(head, node):
                    if not self._embed(head, mood, statements):
                        break
                elif mark and self._aimed(head, mark):
                    mood.inside = mood.inside or "purpose"  # "talks aimed at ending the war"
                elif mark and self._starts(self._purposes, mark) and not self._starts(self._clause_marks, mark):
                    if self.negated(head):
                        mood.signals.setdefault("denied", head.text)  # "will not be sent to bomb the village"
                    else:
                        mood.inside = mood.inside or "purpose"
                elif self._starts(self._clause_marks, mark) and mark:
                    if not self._embed(head, mood, statements):
                        break
                else:
                    given = given or (bool(mark) and any(self._starts(self.words(k), mark) for k in BACKGROUND))
                    node = head
                    continue
                verbal = True
            elif base in ("xcomp", "ccomp", "csubj"):
                if any(c.dep_ in SUBJECTS and has(c, "PronType", "Rel") for c in node.children) and verbal:
                    break  # "hope it will end the fighting, which has killed 300", hung on the wrong word
                if " " in marks(node) and self._opens_condition(marks(node)):
                    mood.inside = mood.inside or "condition"  # "said that if …"
                if (mark := marks(node)) and self._said_by_noun(node, mark, mood, statements):
                    break  # "turned down the demand that X resign"
                if given and starts(head, self.words("verbs_possible")):
                    break  # "fear that many have died since the war broke out": it did
                if self.wished(node):
                    mood.signals.setdefault("called_for", node.text)
                doubt = self._doubt(node)
                if doubt is None and self._asked(node) and self.negated(head):
                    break  # "it is not clear who attacked": that somebody did is given
                if doubt is not None:
                    # "whether it will attack": open, whatever is planned or denied around it
                    mood.signals = {"possible": doubt.text}
                    break
                if not self._embed(head, mood, statements):
                    break
                verbal = True
            elif base == "acl":
                if dep == "acl:relcl" and verbal:
                    if self._none_of(head) and head.pos_ != "PROPN":
                        # but "says nothing of France, which sent arms" tells that it did
                        mood.signals.setdefault("denied", head.text)
                    break
                mark = marks(node)
                if self._provided(node):
                    mood.inside = mood.inside or "condition"
                if self.no_such(head):
                    mood.signals.setdefault("denied", head.text)
                if verbal and not ended and mark in self.words("control_marks") and self._to_be_done(node, head):
                    mood.inside = mood.inside or "purpose"
                if mark or not has(node, "VerbForm", "Part"):  # not "a proposal welcomed by both sides"
                    self._named(head, mark, mood)
                finite = not has(node, "VerbForm", "Ger") and not has(node, "VerbForm", "Part")
                if mark and verbal and finite and not self._complements(mark):
                    break  # "put up no resistance when he was held": a time, hung on the noun before it
                if mark:
                    self._governed(head, mood)
                elif has(node, "VerbForm", "Part") and self._pack.classes_of(head.lower_) & STANDING:
                    break  # "a checkpoint manned by troops" is given, whatever is said of it
                elif self._put_before_them(node, head):
                    break  # "voted to accept a truce proposed by Egypt"
            elif base in ("obj", "nsubj", "obl", "nmod", "iobj", "appos"):
                if dep == "obl:agent" and is_clause(head):
                    break  # "is required by the truce": what requires it is there
                if self._starts(self.words("coming_markers"), preposition_words(node)) and not verbal:
                    mood.signals.setdefault("planned", node.left_edge.text)  # "ahead of the talks"
                    break
                if base == "obl" and not self._dated(node) and self._starts(self._conditions, preposition_words(node)):
                    mood.inside = mood.inside or "condition"
                if base == "nmod" and self._marks_out(node, head):
                    break
                suspected = head.dep_ == "acl" and starts(head, self.words("verbs_possible"))
                if base == "obl" and node.i != token.i and not verbal and suspected:
                    break  # "a man suspected of involvement in an attack": there was one
                if base == "obl" and (before := node.left_edge.i - 1) > head.i and node.doc[before].dep_ == "obj":
                    self._named(node.doc[before], preposition_words(node), mood)  # "announced plans for an attack"
                if self._told_apart(node, mood):
                    break
                if is_clause(head):
                    if base == "obl" and verbal and self._grounds(node, mood):
                        break
                    if self._given(node, head) and not inverted(head):
                        break
                    if base in ("obj", "nsubj") and not self._given(node, head) and not self._left_open(head):
                        self._carried(head, mood, light=base == "obj" or self._syntax.light(head))
                    if base == "nsubj":
                        self._said_to_be(head, mood)
                    ends = base in ("obj", "nsubj") and starts(head, self.words("verbs_ending"))
                    ended, there = ended or ends, there or (ends and node.i == token.i and self._certain(node))
                    passive = base == "nsubj" and has(head, "Voice", "Pass")  # whatever the parser made of its subject
                    scoped = base in ("obj", "obl") or dep == "nsubj:pass" or passive
                    aimed = self._starts(self._purposes, preposition_words(node))
                    nominal = base == "obl" and not is_clause(node) and not aimed
                    asked = STATEMENT_EFFECT.get(statements.get(head.i, "")) == "called_for"
                    if nominal and not verbal and not asked and self._known(node):
                        break  # "nobody was hurt in the attack", but "called for the release"
                    if nominal and not verbal and self._sets_scene(node, head):
                        break  # "agreed at a summit to …": the summit was
                    if scoped and not self._embed(head, mood, statements, nominal=nominal):
                        break
                    verbal = True
                else:
                    if self.no_such(head):
                        mood.signals.setdefault("denied", head.text)
                    ending = head.lower_ in self.words("nouns_ending")
                    ended, there = ended or ending, there or (ending and node.i == token.i)
                    self._named(head, preposition_words(node), mood)
                    self._governed(head, mood)
            elif base == "compound":
                self._named(head, "", mood)
            elif base == "parataxis":
                break
            node = head
        if ended:
            mood.signals.pop("denied", None)  # "failed to stop the attack": there is one
        if there:
            # "hope it will end the fighting"
            for signal in ("planned", "possible", *(() if mood.statement >= 0 else ("called_for",))):
                mood.signals.pop(signal, None)
        if self._over(token):
            mood.signals.pop("planned", None)  # "agreed to halt the fighting a day after troops launched …"
        if not mood.inside and self.forbids(token):
            mood.inside = "prohibition"
            mood.signals.setdefault("called_for", token.text)
        mood.climbed(path)
        beside = mood.over.get("denied", ())[:1] == ("obl",)
        if beside and not is_clause(token) and self._told_beside(token):
            mood.signals.pop("denied", None)  # "no Indonesian was among the victims in that blast"
        mood.status = mood.without("")
        return mood

    def _still_to_be_made(self, verb: Token) -> bool:
        """Whether it is told of somebody else that they will promise or threaten something."""
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        own = any(self._pack.pronouns.get(c.lower_, "").startswith("speaker") for c in subjects)
        return verb.pos_ == "VERB" and bool(subjects) and not own

    def _to_be_done(self, clause: Token, noun: Token) -> bool:
        """Whether a clause beside a noun tells what for, and not what came about ("the right to strike", "talks to end
        the war", but "an attempt to flee", "the first country to send troops")."""
        known = any(noun.lower_ in self.words(key) for key in ("nouns_trying", *(key for key, _ in NAMING)))
        if known or not has(clause, "VerbForm", "Inf") or noun.pos_ != "NOUN":
            return False
        if noun.dep_ == "obl" and any(starts(noun.head, self.words(key)) for key, _ in GOVERNING):
            return False  # "hopes on his tour to meet …", hung on the tour
        ranked = (c for c in noun.children if c.dep_ == "amod" and c.i < noun.i)
        return not any(
            has(c, "NumType", "Ord") or has(c, "Degree", "Sup") or c.lower_ in self.words("only") for c in ranked
        )

    def _told_beside(self, noun: Token) -> bool:
        """Whether a noun tells where or when its clause is, so that what denies the clause does not deny it."""
        prep = preposition_words(noun)
        keys = ("position_prepositions", "place_prepositions", "given_markers")
        return prep not in self.words("control_marks") and any(prep in self.words(key) for key in keys)

    def _either(self, clause: Token) -> bool:
        """Whether "or" joins a clause to the one before it, so that what denies that one denies both."""
        before = clause.left_edge
        words = self.words("alternatives")
        return before.lower_ in words and before.dep_ == "cc" and not any(c.dep_ in FUNCTION for c in clause.children)

    def forbids(self, token: Token, *, own: bool = False) -> bool:
        """Whether a verb is forbidden ("must not abduct …"), by its `own` words or by those it shares with another."""
        node = token
        while is_clause(node):
            window = self._window(node)
            if any(self.words("modal_forbidding").at(window, n) > 0 for n in range(len(window))):
                return True
            above = node.head
            leaves = node.dep_ in ("xcomp", "ccomp", "advcl") and above.i < node.i
            if leaves and starts(above, self.words("verbs_denied")) and self.requires(above, "modal_strong"):
                return True  # "must refrain from moving troops"
            if own or not is_conjunct(node) or any(c.dep_ in SUBJECTS for c in node.children):
                return False
            node = node.head
        return False

    def _over(self, verb: Token) -> bool:
        """Whether a verb stands in the past with no modal of its own: it tells no plan, whatever governs it."""
        past = verb.pos_ == "VERB" and has(verb, "Tense", "Past") and has(verb, "VerbForm", "Fin")
        modals = self.words("modal_planned")
        return past and not any(c.dep_ in ("aux", "advmod") and c.lower_ in modals for c in verb.children)

    def requires(self, node: Token, key: str = "modal_required") -> bool:
        """Whether a predicate carries a modal of requirement ("must", "harus"), of the grammar words `key`."""
        words = self.words(key)
        window = self._window(node)
        return any(c.lower_ in words for c in node.children) or any(words.at(window, n) > 0 for n in range(len(window)))

    def _starts(self, phrases: Phrases, mark: str) -> bool:
        return bool(mark) and phrases.at(mark.split(" "), 0) > 0

    def _said_by_noun(self, clause: Token, mark: str, mood: Modality, statements: dict[int, str]) -> bool:
        """Whether a clause is what the object of its verb asks for ("repeated its demand that X …")."""
        noun = next((c for c in clause.head.children if c.dep_ == "obj" and c.i in statements and c.i < clause.i), None)
        if noun is None or not self._syntax.light(clause.head) or not self._starts(self._clause_marks, mark):
            return False
        self._embed(noun, mood, statements)
        return True

    def _aimed(self, head: Token, mark: str) -> bool:
        """Whether a participle and the mark of the clause behind it open a purpose ("aimed at", "designed to")."""
        opens = head.dep_ == "acl" or mark not in self.words("control_marks")
        return opens and f"{head.lower_} {mark}" in self._purposes

    def _plans(self, verb: Token, clause: Token) -> bool:
        """Whether a clause is what its verb plans, refuses …, though it hangs there as a purpose ("scheduled to …")."""
        mark = marks(clause)
        if mark not in self.words("control_marks") or clause.i < verb.i:
            return False
        if any(c.dep_ == "obj" or c.text == "," for c in verb.doc[verb.i + 1 : clause.i] if c.head.i == verb.i):
            return False
        return any(starts(verb, self.words(key)) for key, _ in GOVERNING)

    def _complements(self, mark: str) -> bool:
        """Whether a mark opens what a noun is about ("a plan to …"), a purpose or a condition."""
        words = (self._clause_marks, self._purposes, self._conditions, self.words("control_marks"))
        return any(self._starts(phrases, mark) for phrases in words)

    def _opens_condition(self, mark: str) -> bool:
        """Whether a mark opens a condition, also behind one that opens what is said ("that if")."""
        first, _, rest = mark.partition(" ")
        return self._starts(self._conditions, mark) or (
            bool(rest) and first in self._clause_marks and self._starts(self._conditions, rest)
        )

    def _own(self, node: Token, mood: Modality, *, shared: bool = False) -> None:
        """Signals of the words that depend directly on a predicate."""
        doc, idioms = node.doc, self.words("idioms")
        for child in node.children:
            low = child.lower_
            if low in idioms.firsts and idioms.covers(lowered(doc), child.i):
                continue  # "sekelompok orang tidak dikenal menyerang"
            if child.dep_ == "advmod" and (measured := self._measured(child)) is not None:
                mood.signals.setdefault("conditional", child.text)
                mood.condition = measured
            if child.i > node.i and child.dep_ in ("aux", "advmod"):
                continue  # "berjanji akan …": of what follows
            if child.dep_ == "cc" and low in self.words("negation"):
                mood.signals.setdefault("denied", child.text)  # "nor will it …"
            if low in self.words("alternatives") and child.dep_ in ("cc", "advmod") and self._else(node, child):
                mood.signals.setdefault("conditional", child.text)  # "… or we will attack"
            if child.dep_ == "mark" and node.dep_ == "ROOT" and self._starts(self._conditions, low) and child.i == 0:
                mood.signals.setdefault("conditional", child.text)  # the parser lost the condition's own verb
            adjacent = child.i == node.i - 1 and low in self.words("negation")  # whatever the parser made of it
            if adjacent or child.dep_ in FUNCTION or child.pos_ in ("PART", "AUX", "ADV"):
                only = child.i + 1 < len(doc) and doc[child.i + 1].lower_ in self.words("only")
                otherwise = child.i > 0 and doc[child.i - 1].lower_ in self._conditions
                if otherwise and low in self.words("negation"):
                    mood.signals.setdefault("conditional", child.text)  # "kalau tidak, …"
                elif child.dep_ == "case" and low in self.words("negation") and self._hangs_on(node):
                    mood.signals.setdefault("conditional", child.text)  # "tanpa …, kami tak akan …"
                elif low in self.words("negation") and child.dep_ != "nsubj" and not shared and not only:
                    mood.signals.setdefault("denied", child.text)
                if child.dep_ == "det" and low in self.words("negative_determiner"):
                    mood.signals.setdefault("denied", child.text)
                for key, signal in MODALS:
                    if low in self.words(key) and not inverted(node):
                        mood.signals.setdefault(signal, child.text)
            if child.dep_ in ("amod", "acl") and node.pos_ in ("NOUN", "PROPN"):
                self._said_of(child, mood, least=1 if child.dep_ == "amod" else 2)
            if child.dep_ in SUBJECTS and (low in self.words("negative_determiner") or self._none_of(child)):
                mood.signals.setdefault("denied", child.text)
            if child.dep_ in SUBJECTS and any(
                g.lower_ in self.words("negative_determiner") for g in child.children if g.dep_ in ("det", "advmod")
            ):
                mood.signals.setdefault("denied", child.text)
            clause = marks(child) if child.dep_ == "advcl" else ""
            if child.dep_ == "obl" and not self._dated(child):
                clause = preposition(child)
                whole = f"{clause} {child.lower_}".replace("_", " ")
                clause = whole if self._starts(self._conditions, whole) else clause  # "on condition that …"
            clause = clause.replace("_", " ")
            if child.dep_ == "obj" and child.i > node.i:
                # hung on the noun right before it: "to stop the attacks provided that …"
                child = next((c for c in child.children if c.dep_ == "acl" and self._provided(c)), child)
            if child.dep_ == "advcl" and inverted(child):
                clause = child.left_edge.lower_
            elif child.dep_ in ("advcl", "acl") and self._provided(child):
                clause = child.lower_
            elif not self._starts(self._conditions, clause):
                continue
            mood.signals.setdefault("conditional", clause)
            mood.condition = child
        if not shared and imperative(node):
            mood.signals.setdefault("called_for", node.text)
        before = doc[node.i - 1] if node.i else None
        misread = before is not None and before.head.i != node.i and before.dep_ in MISREAD and is_clause(node)
        if misread and before is not None and before.lower_ in self.words("negation"):
            mood.signals.setdefault("denied", before.text)  # right before its verb, whatever the parser made of it
        dropped = before is not None and before.pos_ == "ADJ" and before.dep_ in (*MISREAD, "acl:relcl", "acl")
        if dropped and before is not None and is_clause(node) and starts(before, self.words("verbs_denied")):
            mood.signals.setdefault("denied", before.text)  # "pertemuan itu batal digelar"
        for key, signal in MODALS if misread and before is not None and before.pos_ == "NOUN" else ():
            if before is not None and before.lower_ in self.words(key):
                mood.signals.setdefault(signal, before.text)  # "kedua pihak rencananya bertemu"
        window = self._window(node)
        if len(window) > 1:
            for key, signal in (*MODALS, ("negation", "denied")):
                if any(self.words(key).at(window, n) > 1 for n in range(len(window))):
                    mood.signals.setdefault(signal, " ".join(window))
        previous = [doc[node.left_edge.i - k].lower_ for k in (2, 1) if node.left_edge.i - k >= 0]
        if node.pos_ in ("NOUN", "PROPN") and previous and self._ends(previous, "negative_determiner"):
            mood.signals.setdefault("denied", " ".join(previous))

    def _measured(self, adverb: Token) -> Token | None:
        """The clause behind an adverb that opens a condition with it ("as long as the army does")."""
        clause = next((c for c in adverb.children if c.dep_ == "advcl" and c.i > adverb.i), None)
        if clause is None or not adverb.i:
            return None
        words = [adverb.nbor(-1).lower_, adverb.lower_, marks(clause)]
        return clause if self._conditions.at(words, 0) == len(words) else None

    def _provided(self, clause: Token) -> bool:
        """Whether a verb only opens the condition that it governs ("provided that the army leaves")."""
        after = [c for c in clause.children if c.i > clause.i and not c.is_punct]
        opens = self._starts(self._conditions, clause.lower_) and not any(c.i < clause.i for c in clause.children)
        return opens and bool(after) and after[0].dep_ == "ccomp" and any(c.dep_ in SUBJECTS for c in after[0].children)

    def _else(self, node: Token, alternative: Token) -> bool:
        """Whether a clause tells what follows if what stands before "or" is not done: what is to come."""
        own = any(c.dep_ in SUBJECTS and c.i > alternative.i for c in node.children)
        planned = any(c.lower_ in self.words("modal_planned") and c.i < node.i for c in node.children)
        return own and planned and alternative.i < node.i

    def _conditioned(self, node: Token) -> bool:
        """Whether a word that opens a condition follows in the clause, though the parser made a noun's part of it."""
        doc, words = node.doc, lowered(node.doc)
        dates = doc.user_data.get(DATES, frozenset())
        for at in range(node.i + 1, len(doc)):
            token = doc[at]
            if token.is_punct:
                return False
            if at in dates:
                continue  # "until the end of the month"
            if words[at] in self._conditions and token.pos_ != "ADP" and token.dep_ in MISREAD:
                return True
        return False

    def _dated(self, noun: Token) -> bool:
        """Whether a noun's words hold a date ("until the war of 2020"): a time, no condition."""
        dates = noun.doc.user_data.get(DATES, frozenset())
        if noun.pos_ == "NOUN" and "time_noun" in self._pack.classes_of(noun.lower_):
            return True  # "until further notice"
        return any(t.i in dates for t in noun.subtree)

    def _carried(self, head: Token, mood: Modality, *, light: bool) -> None:
        """Signals a verb hands down to its noun: "did not mount the attack" denies it, "was not hit by it" does not."""
        had = "denied" in mood.signals
        self._own(head, mood)
        if not light and not had:
            mood.signals.pop("denied", None)

    def _none_of(self, noun: Token) -> bool:
        """Whether a noun is said not to be ("tidak ada warga sipil yang tewas")."""
        doc, left = noun.doc, noun.left_edge.i
        before = [doc[left - k].lower_ for k in (2, 1) if left - k >= 0]
        opening = [t.lower_ for t in doc[left : noun.i]]  # "tidak satu pun pelaku"
        none = len(opening) > 1 and self.words("negative_determiner").at(opening, 0) > 1
        return none or (bool(before) and self._ends(before, "negative_determiner"))

    def _window(self, node: Token) -> list[str]:
        """The function words right before a predicate, for modals of several words ("is to", "have to")."""
        doc, at = node.doc, node.i - 1
        while at >= 0 and node.i - at <= 5:
            pos = doc[at].pos_
            if pos not in FUNCTION_PARTS and not (pos == "DET" and doc[at + 1].pos_ in ("ADV", "ADJ")):
                break
            at -= 1
        return lowered(doc)[at + 1 : node.i]

    def _ends(self, words: list[str], key: str) -> bool:
        phrases = self.words(key)
        return any(phrases.at(words, i) == len(words) - i for i in range(len(words)))

    def _embed(self, head: Token, mood: Modality, statements: dict[int, str], *, nominal: bool = False) -> bool:
        """Signals of a predicate that governs the clause; False where reported speech ends the scope."""
        if head.i in statements:
            if mood.statement < 0:
                mood.statement = head.i
            depends = Modality()
            self._own(head, depends)
            if depends.condition is not None:
                mood.signals.setdefault("conditional", depends.signals["conditional"])
                mood.condition = mood.condition or depends.condition
            effect = STATEMENT_EFFECT.get(statements[head.i])
            if effect == "denied" and "denied" in depends.signals:
                effect = "possible"  # "has not ruled it out"
            if effect:
                mood.signals.setdefault(effect, head.text)
            if starts(head, self.words("verbs_possible")):
                self._unplanned(mood)
            return False
        if head.lower_ in self.words("verbs_reporting"):
            return False
        if self._left_open(head):
            mood.signals.setdefault("possible", head.text)
            return True
        self._governed(head, mood)
        self._carried(head, mood, light=not nominal or self._syntax.light(head))
        return True

    def wished(self, clause: Token) -> bool:
        """Whether a clause tells what is insisted on, and not what is so ("insisted that the army leave"): its verb is
        bare though its subject is one, or stands with "be" or a word of requirement."""
        if not starts(clause.head, self.words("verbs_wanting")) or clause.dep_ != "ccomp":
            return False
        own = [c for c in clause.children if c.i < clause.i]
        if not any(c.dep_ == "mark" and c.lower_ in self._clause_marks for c in own):
            return False
        helping = [c for c in own if c.dep_.split(":")[0] in ("aux", "cop")]
        if helping:
            return helping[0].lower_ == helping[0].lemma_ == "be" or self.requires(clause)
        one = any(c.dep_ in SUBJECTS and has(c, "Number", "Sing") for c in own)
        bare = has(clause, "Number", "Plur") and has(clause, "Tense", "Pres") and clause.lower_ == clause.lemma_
        return one and clause.pos_ == "VERB" and bare

    def _doubt(self, clause: Token) -> Token | None:
        """The word that leaves open whether a clause is so ("whether", "apakah")."""
        return next((c for c in clause.children if c.i < clause.i and c.lower_ in self._doubts), None)

    def _asked(self, clause: Token) -> bool:
        """Whether a clause opens with a word that asks for a part of it ("who did it", "how they died")."""
        asks = self.words("relative_pronouns")
        first = next((c for c in clause.children if c.i < clause.i), None)
        return first is not None and first.dep_ not in ("mark", "cc") and first.lower_ in asks

    def negated(self, verb: Token) -> bool:
        """Whether a verb is said not to be done by its own words."""
        alone = Modality()
        self._own(verb, alone)
        return "denied" in alone.signals

    def planned(self, verb: Token) -> bool:
        """Whether a verb's own words put it in the time to come."""
        alone = Modality()
        self._own(verb, alone)
        return "planned" in alone.signals and "denied" not in alone.signals

    def planned_at(self, date: Token) -> bool:
        """Whether a word of a plan governs a date ("scheduled for 15 May", "due to expire on 18 May")."""
        node = date
        for _ in range(PLAN_REACH):
            node = node.head
            beside = (c for c in node.children if c.i < node.i and c.dep_ in FUNCTION)
            if any(starts(word, self.words("verbs_scheduling")) for word in (node, *beside)):
                return True
            if node.head.i == node.i or node.dep_ in ("conj", "advcl", "ccomp"):
                return False
        return False

    def unconfirmed(self, verb: Token) -> bool:
        """Whether a verb of confirming is denied or declined ("could not confirm the attack")."""
        declined = verb.dep_ in ("xcomp", "ccomp") and starts(verb.head, self.words("verbs_denied"))
        return declined or self.negated(verb)

    def _left_open(self, verb: Token) -> bool:
        """Whether a verb that denies is itself denied: "has not ruled out"."""
        return starts(verb, self.words("verbs_denied"), gap=PARTICLE_GAP) and self.negated(verb)

    def no_such(self, noun: Token) -> bool:
        """Whether there is no such thing as the noun names ("no plans to …", "belum ada alasan untuk …")."""
        words = self.words("negative_determiner")
        return self._none_of(noun) or any(c.dep_ == "det" and c.lower_ in words for c in noun.children)

    def _said_to_be(self, predicate: Token, mood: Modality) -> None:
        """Signals of an adjective that its subject is said to be ("an attack is imminent")."""
        if predicate.pos_ in ("ADJ", "NOUN") and any(c.dep_ == "cop" for c in predicate.children):
            for key, signal in MODALS:
                if predicate.lower_ in self.words(key):
                    mood.signals.setdefault(signal, predicate.text)
            if predicate.pos_ == "ADJ":
                self._governed(predicate, mood)  # "talks are due on Friday"

    def _said_of(self, word: Token, mood: Modality, least: int = 1) -> None:
        """Signals of an adjective beside its noun ("the planned march", "a summit due to be held", "set for May")."""
        following = [word.lower_, *(t.lower_ for t in word.doc[word.i + 1 : word.i + 2])]
        for key, signal in MODALS:
            if self.words(key).at(following, 0) >= least:
                mood.signals.setdefault(signal, word.text)

    def _told_apart(self, noun: Token, mood: Modality) -> bool:
        """Whether a noun only dates or causes what its clause tells, and is told for itself ("never since the war").

        After "after" it is still to come where the clause itself is.
        """
        prep = preposition_words(noun)
        if not prep or is_clause(noun) or not self._starts(self.words("given_markers"), prep):
            return False
        if prep in self.words("cause_markers") or not is_clause(noun.head):
            return True
        clause = Modality()
        self._own(noun.head, clause)
        if "planned" in clause.signals and "denied" not in clause.signals:
            mood.signals.setdefault("planned", clause.signals["planned"])
        return True

    def _sets_scene(self, noun: Token, verb: Token) -> bool:
        """Whether a noun only tells when or where somebody planned, agreed or refused what the clause goes on with."""
        prep = preposition_words(noun)
        if not prep or not any(prep in self.words(key) for key in ("position_prepositions", "given_markers")):
            return False
        goes_on = any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.i > noun.i for c in verb.children)
        return goes_on and any(starts(verb, self.words(key)) for key, _ in GOVERNING)

    def _planned_by_noun(self, clause: Token, mark: str) -> Token | None:
        """The noun that plans what a clause tells, hung on their verb ("condemned the decision to send troops")."""
        if not any(mark in self.words(key) for key in ("control_marks", "purpose_markers")):
            return None
        nouns = [c for c in clause.head.children if c.dep_ in ("obj", "nsubj") and c.i < clause.i]
        if not nouns or (nouns[-1].dep_ == "nsubj" and clause.i < clause.head.i):
            return None
        planning = any(nouns[-1].lower_ in self.words(key) for key, _ in NAMING)
        return nouns[-1] if planning and nouns[-1].right_edge.i + 1 == clause.left_edge.i else None

    def _named(self, noun: Token, mark: str, mood: Modality) -> None:
        """Signals of a noun with its preposition or mark ("lack of", "threat of", "capability to")."""
        if not mark or any(mark in self.words(key) for key in ("control_marks", "purpose_markers")):
            for key, signal in NAMING:
                if noun.lower_ in self.words(key):
                    mood.signals.setdefault(signal, noun.text)
        if not mark:
            return
        phrase = [*noun.lower_.split(), *mark.split()]
        for key, signal in (*MODALS, ("negative_determiner", "denied")):
            if self.words(key).at(phrase, 0) == len(phrase):
                mood.signals.setdefault(signal, noun.text)

    def _given(self, noun: Token, verb: Token) -> bool:
        """Whether a noun is what its verb takes for granted: "the offensive would only add to the misery"."""
        after = [c for c in verb.children if c.i > verb.i]
        does = any(c.dep_ == "obj" for c in after) and not self._syntax.light(verb)
        dates = verb.doc.user_data.get(DATES, frozenset())
        leads = any(c.dep_ == "obl" and c.i not in dates and self._aims(preposition(c)) for c in after)
        caused = noun.dep_ == "nsubj:pass" and any(c.dep_ == "obl:agent" for c in after)
        caused = caused and not self.planned(verb)  # "was probably caused by a bomb"
        if not caused and (noun.dep_ != "nsubj" or not (does or leads)):
            return False
        return any(c.dep_ == "nmod:poss" or (c.dep_ == "det" and c.lower_ in self._definite) for c in noun.children)

    def _hangs_on(self, noun: Token) -> bool:
        """Whether the clause that a noun stands in is denied or only possible, so that it depends on the noun."""
        verb = noun.head
        if noun.dep_ != "obl" or not is_clause(verb):
            return False
        modal = any(c.lower_ in self.words(key) for key, _ in MODALS for c in verb.children)
        return modal and (self.negated(verb) or noun.i < verb.i)

    def _put_before_them(self, participle: Token, noun: Token) -> bool:
        """Whether a participle tells who made what lies before those who accept, sign or reject it."""
        agent = any(c.dep_ == "obl:agent" for c in participle.children)
        if not agent or not self._pack.classes_of(noun.lower_) & DRAWN_UP:
            return False
        return noun.dep_ == "obj" and not starts(noun.head, self.words("verbs_called_for"))

    def _marks_out(self, noun: Token, head: Token) -> bool:
        """Whether a noun only tells which people are meant ("those behind the attack", "victims of the raid")."""
        people = head.pos_ == "PRON" or "person" in self._pack.classes_of(head.lower_)
        prep = preposition_words(noun)
        return people and bool(prep) and not self._starts(self._purposes, prep)

    def _grounds(self, noun: Token, mood: Modality) -> bool:
        """Whether a noun is what its clause goes by: "under the pact signed in May, troops must leave"."""
        return not mood.inside and preposition_words(noun) in self.words("basis_markers")

    def _known(self, noun: Token) -> bool:
        """Whether a noun names again what was told ("the attack", "serangan itu")."""
        return any(c.dep_ == "det" and c.lower_ in self._definite for c in noun.children)

    def _certain(self, noun: Token) -> bool:
        """Whether a noun means something that there is: known, somebody's, or told with a phrase of its own."""
        own = any(c.dep_ in ("nmod:poss", "nmod", "acl", "acl:relcl") for c in noun.children)
        mass = not has(noun, "Number", "Plur") and not any(c.dep_ == "det" for c in noun.children)
        return own or mass or self._known(noun)

    def _aims(self, prep: str) -> bool:
        """Whether a preposition names what something leads to."""
        return prep in self.words("addressee_markers")

    def _governed(self, head: Token, mood: Modality) -> None:
        heads = [head, *(c for c in head.children if c.dep_ == "cop")]
        if head.lower_ in self.words("negation"):
            mood.signals.setdefault("denied", head.text)  # "takkan", taken for a verb
        following = [head.lower_, *(t.lower_ for t in head.doc[head.i + 1 : head.i + 2])]
        if self.words("modal_planned").at(following, 0) > 1:
            mood.signals.setdefault("planned", head.text)  # "the next round is set for Friday"
        for key, signal in GOVERNING:
            if key == "verbs_denied" and self.words("idioms").covers(lowered(head.doc), head.i):
                continue  # "declined to give a reason for the arrest"
            if any(starts(node, self.words(key), gap=PARTICLE_GAP) for node in heads):
                mood.signals.setdefault(signal, head.text)
                if signal == "possible":
                    self._unplanned(mood)

    def _unplanned(self, mood: Modality) -> None:
        """ "Fear that it will …", "believe it will …": no plan, though the word is the same."""
        if mood.signals.get("planned", "").lower() in self.words("modal_planned"):
            mood.signals.pop("planned")


def asks(verb: Token, clause: Token, statements: dict[int, str]) -> bool:
    """Whether a clause without a mark, right behind whom a verb asks, is what it asks ("mendesak X mundur").

    So is one behind whom a verb denies something of ("membantah pesawatnya menghantam rumah sakit").
    """
    effect = STATEMENT_EFFECT.get(statements[verb.i])
    if statements[verb.i] != "deny" and effect != "called_for":
        return False
    if any(c.dep_ in SUBJECTS for c in clause.children):
        return False
    between = verb.doc[verb.i + 1 : clause.left_edge.i]
    if any(t.dep_ == "conj" and t.head.i == verb.i for t in between):
        return False  # "denied the report and called the fire …"
    asked = any(t.dep_ in ("obj", "iobj", "obl") and t.head.i == verb.i for t in between)
    return asked and not any(t.is_punct for t in verb.doc[verb.i + 1 : clause.i])


def denied_on(node: Token, verb: Token, statements: dict[int, str]) -> bool:
    """Whether a clause goes on with what a verb denies, though it hangs on that verb ("membantah X … dan Y").

    It has no subject, no tense and no comma of its own, and what is denied before it is a clause too.
    """
    if statements.get(verb.i) != "deny" or node.i in statements or has(node, "VerbForm", "Fin"):
        return False
    if any(c.dep_ in SUBJECTS for c in node.children) or any(t.is_punct for t in node.doc[verb.i : node.i]):
        return False
    before = [c for c in verb.children if verb.i < c.i < node.i and is_clause(c) and c.dep_ != "conj"]
    return any(c.dep_ in ("ccomp", "xcomp") or asks(verb, c, statements) for c in before)


def _listed(clause: Token) -> bool:
    """Whether a clause without a mark goes on with a list of marked ones ("urged them to stop, hand in arms and …")."""
    before = [c for c in clause.head.children if c.dep_ in ("advcl", "xcomp") and clause.head.i < c.i < clause.i]
    return bool(before) and bool(marks(before[-1])) and clause.left_edge.nbor(-1).text == ","


def imperative(verb: Token) -> bool:
    """Whether a clause opens with its verb as an order does ("Stop the shelling", the minister said)."""
    if not has(verb, "Mood", "Imp") or verb.dep_ not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    before = [c for c in verb.children if c.i < verb.i and not c.is_punct and c.dep_ not in ("cc", "advmod")]
    return not before and not any(c.dep_ in SUBJECTS for c in verb.children)


def inverted(clause: Token) -> bool:
    """Whether a clause opens with its auxiliary, as conditions may: "Should it fail, …", "Had they known, …"."""
    first = clause.left_edge
    if clause.dep_ != "advcl" or first.pos_ != "AUX" or first.head.i != clause.i:
        return False
    return any(c.dep_ in SUBJECTS and c.i > first.i for c in clause.children)
