"""How a claim is meant: asserted, planned, called for, conditional, possible or denied (contract, `status`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack, Phrases
from gencatan.reading.mentions import DATES
from gencatan.reading.syntax import SUBJECTS, Sentence, Syntax, is_clause, is_conjunct, marks, preposition, starts

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
MODALS: Final = (("modal_planned", "planned"), ("modal_possible", "possible"), ("modal_required", "called_for"))
GOVERNING: Final = (
    ("verbs_planned", "planned"),
    ("verbs_possible", "possible"),
    ("verbs_called_for", "called_for"),
    ("verbs_denied", "denied"),
)
PARTICLE_GAP: Final = 3
FUNCTION: Final = frozenset({"advmod", "aux", "aux:pass", "det", "mark", "cop", "case", "nsubj"})


@dataclass(slots=True)
class Modality:
    """The status of a predicate, the condition it stands under, and what embeds it.

    `inside` is "condition", "purpose" or "" : a clause that is itself a condition or purpose states no fact.
    `statement` is the index of the token of the statement word that embeds it, or -1. `signals` are the statuses that
    words gave, each with the first words that did.
    """

    status: str = "asserted"
    condition: Token | None = None
    inside: str = ""
    statement: int = -1
    signals: dict[str, str] = field(default_factory=dict)


class Moods:
    """Reads modality off the tree with a pack's function words."""

    def __init__(self, pack: Pack, syntax: Syntax) -> None:
        """Take the words from the pack's grammar."""
        self.words = pack.words
        self._syntax = syntax
        self._conditions = self.words("condition_markers")
        self._purposes = self.words("purpose_markers")
        self._clause_marks = self.words("subordinators")

    def read(self, sentence: Sentence, token: Token, statements: dict[int, str]) -> Modality:
        """The modality of the predicate `token`; `statements` maps tokens of statement words to their act."""
        mood = Modality()
        node, verbal = token, is_clause(token)
        self._own(node, mood)
        for _ in range(25):
            head = node.head
            if head.i == node.i:
                break
            dep = node.dep_
            base = dep.split(":")[0]
            if is_conjunct(node):
                if is_clause(head) and not any(c.dep_ in SUBJECTS for c in node.children):
                    self._own(head, mood, shared=True)
            elif base == "advcl":
                mark = marks(node)
                if mark and self._starts(self._conditions, mark):
                    mood.inside = mood.inside or "condition"
                elif mark and head.i in statements:
                    self._embed(head, mood, statements)
                    break
                elif mark and self._starts(self._purposes, mark) and not self._starts(self._clause_marks, mark):
                    mood.inside = mood.inside or "purpose"
                elif self._starts(self._clause_marks, mark) and mark:
                    if not self._embed(head, mood, statements):
                        break
                else:
                    node = head
                    continue
                verbal = True
            elif base in ("xcomp", "ccomp", "csubj"):
                if not self._embed(head, mood, statements):
                    break
                verbal = True
            elif base == "acl":
                if dep == "acl:relcl" and verbal:
                    if self._none_of(head):
                        mood.signals.setdefault("denied", head.text)
                    break
                if marks(node):
                    self._governed(head, mood)
            elif base in ("obj", "nsubj", "obl", "nmod", "iobj", "appos"):
                if (
                    base == "obl"
                    and not self._dated(node)
                    and self._starts(self._conditions, preposition(node).replace("_", " "))
                ):
                    mood.inside = mood.inside or "condition"
                if is_clause(head):
                    if base in ("obj", "nsubj"):
                        self._carried(head, mood, light=base == "obj" or self._syntax.light(head))
                    scoped = base in ("obj", "obl") or dep == "nsubj:pass"
                    if scoped and not self._embed(
                        head, mood, statements, nominal=base == "obl" and not is_clause(node)
                    ):
                        break
                    verbal = True
                else:
                    self._governed(head, mood)
            elif base == "parataxis":
                break
            node = head
        mood.status = next((s for s in ORDER if s in mood.signals), "asserted")
        return mood

    def requires(self, node: Token, key: str = "modal_required") -> bool:
        """Whether a predicate carries a modal of requirement ("must", "harus"), of the grammar words `key`."""
        words = self.words(key)
        window = self._window(node)
        return any(c.lower_ in words for c in node.children) or any(words.at(window, n) > 0 for n in range(len(window)))

    def _starts(self, phrases: Phrases, mark: str) -> bool:
        return bool(mark) and phrases.at(mark.split(" "), 0) > 0

    def _own(self, node: Token, mood: Modality, *, shared: bool = False) -> None:
        """Signals of the words that depend directly on a predicate."""
        doc = node.doc
        for child in node.children:
            low = child.lower_
            if child.dep_ in FUNCTION or child.pos_ in ("PART", "AUX", "ADV"):
                only = child.i + 1 < len(doc) and doc[child.i + 1].lower_ in self.words("only")
                if low in self.words("negation") and child.dep_ != "nsubj" and not shared and not only:
                    mood.signals.setdefault("denied", child.text)
                if child.dep_ == "det" and low in self.words("negative_determiner"):
                    mood.signals.setdefault("denied", child.text)
                for key, signal in MODALS:
                    if low in self.words(key):
                        mood.signals.setdefault(signal, child.text)
            if child.dep_ in SUBJECTS and (low in self.words("negative_determiner") or self._none_of(child)):
                mood.signals.setdefault("denied", child.text)
            if child.dep_ in SUBJECTS and any(
                g.lower_ in self.words("negative_determiner") for g in child.children if g.dep_ in ("det", "advmod")
            ):
                mood.signals.setdefault("denied", child.text)
            clause = marks(child) if child.dep_ == "advcl" else ""
            if child.dep_ == "obl" and not self._dated(child):
                clause = preposition(child)
            if clause and self._starts(self._conditions, clause.replace("_", " ")):
                mood.signals.setdefault("conditional", clause.replace("_", " "))
                mood.condition = child
        window = self._window(node)
        if len(window) > 1:
            for key, signal in (*MODALS, ("negation", "denied")):
                if any(self.words(key).at(window, n) > 1 for n in range(len(window))):
                    mood.signals.setdefault(signal, " ".join(window))
        previous = [doc[node.left_edge.i - k].lower_ for k in (2, 1) if node.left_edge.i - k >= 0]
        if node.pos_ in ("NOUN", "PROPN") and previous and self._ends(previous, "negative_determiner"):
            mood.signals.setdefault("denied", " ".join(previous))

    def _dated(self, noun: Token) -> bool:
        """Whether a noun's words hold a date ("until the war of 2020"): a time, no condition."""
        dates = noun.doc.user_data.get(DATES, frozenset())
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
        return bool(before) and self._ends(before, "negative_determiner")

    def _window(self, node: Token) -> list[str]:
        """The function words right before a predicate, for modals of several words ("is to", "have to")."""
        doc, at = node.doc, node.i - 1
        while at >= 0 and node.i - at <= 5:
            before_adverb = doc[at].pos_ == "DET" and doc[at + 1].pos_ in ("ADV", "ADJ")
            if doc[at].pos_ not in ("AUX", "PART", "ADV", "SCONJ", "ADJ", "VERB") and not before_adverb:
                break
            at -= 1
        return [t.lower_ for t in doc[at + 1 : node.i]]

    def _ends(self, words: list[str], key: str) -> bool:
        phrases = self.words(key)
        return any(phrases.at(words, i) == len(words) - i for i in range(len(words)))

    def _embed(self, head: Token, mood: Modality, statements: dict[int, str], *, nominal: bool = False) -> bool:
        """Signals of a predicate that governs the clause; False where reported speech ends the scope."""
        if head.i in statements:
            if mood.statement < 0:
                mood.statement = head.i
            effect = STATEMENT_EFFECT.get(statements[head.i])
            if effect:
                mood.signals.setdefault(effect, head.text)
            return False
        if head.lower_ in self.words("verbs_reporting"):
            return False
        self._governed(head, mood)
        self._carried(head, mood, light=not nominal or self._syntax.light(head))
        return True

    def _governed(self, head: Token, mood: Modality) -> None:
        heads = [head, *(c for c in head.children if c.dep_ == "cop")]
        for key, signal in GOVERNING:
            if any(starts(node, self.words(key), gap=PARTICLE_GAP) for node in heads):
                mood.signals.setdefault(signal, head.text)
