"""What a predicate's own clause says of how it is meant: negation, modals, tense, conditions beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.parse.morph import has
from gencatan.reading.tree.modality import MODALS, Modality, imperative, inverted, opens_with
from gencatan.reading.tree.relations import (
    SUBJECTS,
    date_tokens,
    deps_below,
    has_subject,
    is_clause,
    is_conjunct,
    lowered,
    marks,
    preposition,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

FUNCTION_PARTS: Final = frozenset({"AUX", "PART", "ADV", "SCONJ", "ADJ", "VERB"})
MISREAD: Final = frozenset({"compound", "case", "nmod", "flat", "amod", "appos"})
PLAN_REACH: Final = 3  # words from a date up to what plans it
FUNCTION: Final = frozenset({"advmod", "aux", "aux:pass", "det", "mark", "cop", "case", "nsubj"})

NOBODY: Final = (2, 3, 4)
"""Words of a phrase such as "tak satu pun"."""


class OwnWords:
    """Reads modality off the words of a predicate's own clause."""

    def __init__(self, pack: Pack) -> None:
        """Take the words from the pack's grammar."""
        self.words = pack.words
        self._pack = pack
        self._conditions = self.words("condition_markers")
        self._definite = self.words("definite")
        self._idioms = self.words("idioms")
        self._negation, self._none = self.words("negation"), self.words("negative_determiner")
        self._alternatives, self._only = self.words("alternatives"), self.words("only")
        self._modals: dict[str, list[str]] = {}  # what a modal of one word signals
        for key, signal in MODALS:
            for word in self.words(key):
                self._modals.setdefault(word, []).append(signal)
        self._longer = [(self.words(key), signal) for key, signal in (*MODALS, ("negation", "denied"))]

    def read(self, node: Token, mood: Modality, *, shared: bool = False) -> None:
        """Signals of the words that depend directly on a predicate."""
        doc, idioms = node.doc, self._idioms
        for child in node.children:
            low, dep = child.lower_, child.dep_
            if low in idioms.firsts and idioms.covers(lowered(doc), child.i):
                continue  # "sekelompok orang tidak dikenal menyerang"
            if dep == "advmod" and self._measured(child):
                mood.signals.setdefault("conditional", child.text)
                mood.condition = child
            if child.i > node.i and dep in ("aux", "advmod"):
                continue  # "berjanji akan …": of what follows
            if dep == "cc" and low in self._negation:
                mood.signals.setdefault("denied", child.text)  # "nor will it …"
            if low in self._alternatives and dep in ("cc", "advmod") and self._else(node, child):
                mood.signals.setdefault("conditional", child.text)  # "… or we will attack"
            if dep == "mark" and node.dep_ == "ROOT" and opens_with(self._conditions, low) and child.i == 0:
                mood.signals.setdefault("conditional", child.text)  # the parser lost the condition's own verb
            adjacent = child.i == node.i - 1 and low in self._negation  # whatever the parser made of it
            if adjacent or dep in FUNCTION or child.pos_ in ("PART", "AUX", "ADV"):
                only = child.i + 1 < len(doc) and doc[child.i + 1].lower_ in self._only
                otherwise = child.i > 0 and doc[child.i - 1].lower_ in self._conditions
                if otherwise and low in self._negation:
                    mood.signals.setdefault("conditional", child.text)  # "kalau tidak, …"
                elif dep == "case" and low in self._negation and self._hangs_on(node):
                    mood.inside = mood.inside or "condition"  # "tanpa …, kami tak akan …"
                elif low in self._negation and dep != "nsubj" and not shared and not only:
                    mood.signals.setdefault("denied", child.text)
                if dep == "det" and low in self._none:
                    mood.signals.setdefault("denied", child.text)
                for signal in self._modals.get(low, ()):
                    if not self._names(child) and not inverted(node):
                        mood.signals.setdefault(signal, child.text)
            if dep in ("amod", "acl") and node.pos_ in ("NOUN", "PROPN"):
                self._said_of(child, mood, least=1 if dep == "amod" else 2)
            if dep in SUBJECTS and (low in self._none or self.none_of(child)):
                mood.signals.setdefault("denied", child.text)
            if dep in SUBJECTS and any(
                g.lower_ in self._none
                for g in child.children
                if g.dep_ in ("det", "advmod") or (g.dep_ == "cc" and g.i < child.i)  # "neither A nor B did"
            ):
                mood.signals.setdefault("denied", child.text)
            if dep == "obj" and child.i > node.i and not shared and self._not_one(child):
                mood.signals.setdefault("denied", child.left_edge.text)  # "attacked *no* village"
            clause = marks(child) if dep == "advcl" else ""
            if dep == "obl":
                clause = preposition(child)
                if child.pos_ == "PROPN" and clause in self.words("origin_prepositions"):
                    clause = ""  # "warga asal Donetsk", where the word before may open a condition too
                whole = f"{clause} {child.lower_}".replace("_", " ")
                if not opens_with(self._conditions, clause) and opens_with(self._conditions, whole):
                    clause = whole if self._opens_condition(child) else ""  # "on condition that … by Friday"
                elif self.dated(child):
                    clause = ""
            clause = clause.replace("_", " ")
            if child.dep_ == "obj" and child.i > node.i:
                # hung on the noun right before it: "to stop the attacks provided that …"
                child = next((c for c in child.children if c.dep_ == "acl" and self.provided(c)), child)
            if child.dep_ == "advcl" and inverted(child):
                clause = child.left_edge.lower_
            elif child.dep_ in ("advcl", "acl") and self.provided(child):
                clause = child.lower_
            elif not opens_with(self._conditions, clause) or self.came_about(child):
                continue
            mood.signals.setdefault("conditional", clause)
            mood.condition = child
        if not shared and mood.condition is None and (last := self._last_of(node)) is not None:
            condition = next((c for c in last.children if c.dep_ == "advcl" and c.i > last.i), None)
            if condition is not None and opens_with(self._conditions, marks(condition)):
                mood.signals.setdefault("conditional", marks(condition))
                mood.condition = condition  # "would [disarm], free the hostages and go home if …"
        if not shared and imperative(node):
            mood.signals.setdefault("called_for", node.text)
        before = doc[node.i - 1] if node.i else None
        misread = before is not None and before.head.i != node.i and before.dep_ in MISREAD and is_clause(node)
        if misread and before is not None and before.lower_ in self._negation:
            mood.signals.setdefault("denied", before.text)  # right before its verb, whatever the parser made of it
        for nobody in (lowered(doc)[max(0, node.i - size) : node.i] for size in NOBODY if is_clause(node)):
            if nobody and self._none.at(nobody, 0) == len(nobody) > 1:
                mood.signals.setdefault("denied", " ".join(nobody))  # "… yang tak satu pun bertahan"
        dropped = before is not None and before.pos_ == "ADJ" and before.dep_ in (*MISREAD, "acl:relcl", "acl")
        if dropped and before is not None and is_clause(node) and starts(before, self.words("verbs_denied")):
            mood.signals.setdefault("denied", before.text)  # "pertemuan itu batal digelar"
        for key, signal in MODALS if misread and before is not None and before.pos_ in ("NOUN", "ADV") else ():
            if before is not None and before.lower_ in self.words(key):
                mood.signals.setdefault(signal, before.text)  # "kedua pihak rencananya bertemu"
        window = self._window(node)
        if len(window) > 1:
            for phrases, signal in self._longer:
                if phrases.firsts.isdisjoint(window):
                    continue
                opens = [n for n in range(len(window)) if phrases.at(window, n) > 1]
                if opens:
                    mood.signals.setdefault(signal, " ".join(window))
                    self._outdone(signal, {window[n] for n in opens}, mood)
        first = node.left_edge.i
        previous = lowered(doc)[max(0, first - 2) : first]
        anew = node.pos_ in ("NOUN", "PROPN") and not self.definite(node)
        if anew and previous and self._ends(previous, "negative_determiner"):
            mood.signals.setdefault("denied", " ".join(previous))

    def stressed(self, noun: Token) -> bool:
        """Whether a noun is only stressed as who did what is told behind it ("it was its troops who fired")."""
        known = (
            self.definite(noun) or noun.pos_ in ("PROPN", "PRON") or any(c.dep_ == "nmod:poss" for c in noun.children)
        )
        subject = next((c for c in noun.children if c.dep_ in (*SUBJECTS, "expl")), None)
        empty = subject is not None and self._pack.pronouns.get(subject.lower_) == "thing.sg" and subject.i < noun.i
        return known and empty and any(c.dep_ == "cop" for c in noun.children)

    def definite(self, noun: Token) -> bool:
        """Whether a word beside a noun says that it is known ("the attack", "serangan itu")."""
        return any(c.dep_ == "det" and c.lower_ in self._definite for c in noun.children)

    def negated(self, verb: Token) -> bool:
        """Whether a verb is said not to be done by its own words."""
        alone = Modality()
        self.read(verb, alone)
        return "denied" in alone.signals

    def planned(self, verb: Token) -> bool:
        """Whether a verb's own words put it in the time to come."""
        alone = Modality()
        self.read(verb, alone)
        return "planned" in alone.signals and "denied" not in alone.signals

    def planned_at(self, date: Token) -> bool:
        """Whether a word of a plan governs a date ("scheduled for 15 May", "due to expire on 18 May")."""
        node = date
        for _ in range(PLAN_REACH):
            node = node.head
            beside = (c for c in node.children if c.i < node.i and c.dep_ in FUNCTION)
            if any(starts(word, self.words("verbs_scheduling")) for word in (node, *beside)):
                return True
            if node.head.i == node.i or node.dep_ in ("conj", "advcl", "ccomp", "acl", "acl:relcl"):
                return False
        return False

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
            if own or not is_conjunct(node) or has_subject(node):
                return False
            node = node.head
        return False

    def requires(self, node: Token, key: str = "modal_required") -> bool:
        """Whether a predicate carries a modal of requirement ("must", "harus"), of the grammar words `key`."""
        words = self.words(key)
        window = self._window(node)
        return any(c.lower_ in words and not self._names(c) for c in node.children) or any(
            words.at(window, n) > 0 for n in range(len(window))
        )

    def _names(self, word: Token) -> bool:
        """Whether a modal word is part of a noun behind its verb ("mengumumkan *wajib* militer")."""
        return word.dep_ == "obj" and word.i > word.head.i and any(word.rights)

    def no_such(self, noun: Token) -> bool:
        """Whether there is no such thing as the noun names ("no plans to …", "belum ada alasan untuk …")."""
        words = self.words("negative_determiner")
        if noun.lower_ in words:
            return True  # "there was nobody hurt"
        return self.none_of(noun) or any(c.dep_ == "det" and c.lower_ in words for c in noun.children)

    def still_to_be_made(self, verb: Token) -> bool:
        """Whether it is told of somebody else that they will promise or threaten something."""
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        own = any(self._pack.pronouns.get(c.lower_, "").startswith("speaker") for c in subjects)
        return verb.pos_ == "VERB" and bool(subjects) and not own

    def either(self, clause: Token) -> bool:
        """Whether "or" joins a clause to the one before it, so that what denies that one denies both."""
        before = clause.left_edge
        words = self.words("alternatives")
        return before.lower_ in words and before.dep_ == "cc" and not any(c.dep_ in FUNCTION for c in clause.children)

    def over(self, verb: Token) -> bool:
        """Whether a verb stands in the past with no modal of its own: it tells no plan, whatever governs it."""
        past = verb.pos_ == "VERB" and has(verb, "Tense", "Past") and has(verb, "VerbForm", "Fin")
        modals = self.words("modal_planned")
        return past and not any(c.dep_ in ("aux", "advmod") and c.lower_ in modals for c in verb.children)

    def _measured(self, adverb: Token) -> bool:
        """Whether an adverb opens a condition with what is around it ("as long as the army does")."""
        clause = next((c for c in adverb.children if c.dep_ == "advcl" and c.i > adverb.i), None)
        if clause is None or not adverb.i:
            return False
        words = [adverb.nbor(-1).lower_, adverb.lower_, marks(clause)]
        return self._conditions.at(words, 0) == len(words)

    def provided(self, clause: Token) -> bool:
        """Whether a verb only opens the condition that it governs ("provided that the army leaves")."""
        after = [c for c in clause.children if c.i > clause.i and not c.is_punct]
        opens = opens_with(self._conditions, clause.lower_) and not any(c.i < clause.i for c in clause.children)
        return opens and bool(after) and after[0].dep_ == "ccomp" and any(c.dep_ in SUBJECTS for c in after[0].children)

    def came_about(self, clause: Token) -> bool:
        """Whether a clause tells when something was over, and no condition: what it hangs on was, in the past tense
        ("they fought on until the hilltop was captured", but "they will fight on until …")."""
        main = clause.head
        while main.dep_ == "advcl" and not has(main, "VerbForm", "Fin") and not marks(main):
            main = main.head  # "held the hill, *firing* until they were relieved"
        was = has(main, "VerbForm", "Fin") and has(main, "Tense", "Past") and has(clause, "Tense", "Past")
        return clause.dep_ == "advcl" and was and marks(clause) in self.words("until_markers")

    def _else(self, node: Token, alternative: Token) -> bool:
        """Whether a clause tells what follows if what stands before "or" is not done: what is to come."""
        own = any(c.dep_ in SUBJECTS and c.i > alternative.i for c in node.children)
        planned = any(c.lower_ in self.words("modal_planned") and c.i < node.i for c in node.children)
        return own and planned and alternative.i < node.i

    def _opens_condition(self, noun: Token) -> bool:
        """Whether a noun behind its preposition opens a condition ("in case of", "on the condition that"), and is no
        thing with words of its own ("in a different case")."""
        if not any(c.dep_ in ("det", "amod") and c.i < noun.i for c in noun.children):
            return True
        first = next((c.i for c in noun.children if c.dep_ == "case"), noun.i)
        whole = " ".join(t.lower_ for t in noun.doc[first : noun.i + 2])
        return opens_with(self._conditions, whole)

    def conditioned(self, node: Token) -> bool:
        """Whether a word that opens a condition follows in the clause, though the parser made a noun's part of it."""
        doc, words = node.doc, lowered(node.doc)
        dates = date_tokens(doc)
        for at in range(node.i + 1, len(doc)):
            token = doc[at]
            if token.is_punct:
                return False
            if at in dates:
                continue  # "until the end of the month"
            if words[at] in self._conditions and token.pos_ != "ADP" and token.dep_ in MISREAD:
                return True
        return False

    def _not_one(self, noun: Token) -> bool:
        """Whether a noun is told of only to say that there was none ("no village", "none of the villages")."""
        none = self.words("negative_determiner")
        if noun.lower_ in none:
            return True
        return "det" in deps_below(noun) and any(c.dep_ == "det" and c.lower_ in none for c in noun.children)

    def _last_of(self, node: Token) -> Token | None:
        """The last of several verbs that share what the first says is to come ("would disarm, free … and go home")."""
        if "conj" not in deps_below(node):
            return None
        further = [c for c in node.children if c.dep_ == "conj" and c.i > node.i and is_clause(c)]
        if not further or any(has_subject(c) or any(a.dep_ == "aux" for a in c.children) for c in further):
            return None
        to_come = any(c.dep_ == "aux" and c.lower_ in self.words("modal_planned") for c in node.children)
        return further[-1] if to_come else None

    def dated(self, noun: Token) -> bool:
        """Whether a noun's words hold a date ("until the war of 2020"): a time, no condition."""
        dates = date_tokens(noun.doc)
        if noun.pos_ == "NOUN" and "time_noun" in self._pack.classes_of(noun.lower_):
            return True  # "until further notice"
        if self._pack.words("hours_of_day").at(lowered(noun.doc)[noun.i : noun.i + 2], 0):
            return True  # "until midnight"
        return any(t.i in dates for t in noun.subtree)

    def none_of(self, noun: Token) -> bool:
        """Whether a noun is said not to be ("tidak ada warga sipil yang tewas")."""
        words, left = lowered(noun.doc), noun.left_edge.i
        before = words[max(0, left - 2) : left]
        opening = words[left : noun.i]  # "tidak satu pun pelaku"
        none = any(self.words("negative_determiner").at(opening, n) > 1 for n in range(len(opening)))
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

    @staticmethod
    def _outdone(signal: str, firsts: set[str], mood: Modality) -> None:
        """Take out what the first word of a longer phrase means by itself ("must", of "must have died")."""
        for other, words in list(mood.signals.items()):
            if other != signal and words.lower() in firsts:
                mood.signals.pop(other)

    def _ends(self, words: list[str], key: str) -> bool:
        phrases = self.words(key)
        return any(phrases.at(words, i) == len(words) - i for i in range(len(words)))

    def _said_of(self, word: Token, mood: Modality, least: int = 1) -> None:
        """Signals of an adjective beside its noun ("the planned march", "a summit due to be held", "set for May")."""
        following = lowered(word.doc)[word.i : word.i + 2]
        for key, signal in MODALS:
            if self.words(key).at(following, 0) >= least:
                mood.signals.setdefault(signal, word.text)

    def _hangs_on(self, noun: Token) -> bool:
        """Whether the clause that a noun stands in is denied or only possible, so that it depends on the noun."""
        verb = noun.head
        if noun.dep_ != "obl" or not is_clause(verb):
            return False
        modal = any(c.lower_ in self.words(key) for key, _ in MODALS for c in verb.children)
        return modal and (self.negated(verb) or noun.i < verb.i)
