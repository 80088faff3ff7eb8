"""How a claim is meant: asserted, planned, called for, conditional, possible or denied (contract, `status`).

`Modality` is what was found of one predicate; the words that give it are those of its own clause (`own_words`), what
governs it (`governing`) and nouns above it (`noun_moods`). `moods` climbs the tree and asks them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Phrases
from gencatan.parse.morph import has
from gencatan.reading.tree.relations import SUBJECTS, has_subject, is_clause, marks

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
    ("verbs_urging", "called_for"),
    ("verbs_denied", "denied"),
)


@dataclass(slots=True)
class Modality:
    """The status of a predicate, the condition it stands under, and what embeds it.

    `inside` is "condition", "purpose", "wish" or "": a clause that is itself a condition or purpose, or hoped not to
    be, states no fact.
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


def opens_with(phrases: Phrases, mark: str) -> bool:
    """Whether a mark or preposition is one of the phrases or begins with one."""
    return bool(mark) and phrases.at(mark.split(" "), 0) > 0


def asks(verb: Token, clause: Token, statements: dict[int, str]) -> bool:
    """Whether a clause without a mark, right behind whom a verb asks, is what it asks ("mendesak X mundur").

    So is one behind whom a verb denies something of ("membantah pesawatnya menghantam rumah sakit").
    """
    effect = STATEMENT_EFFECT.get(statements[verb.i])
    if statements[verb.i] != "deny" and effect != "called_for":
        return False
    if has_subject(clause):
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
    if has_subject(node) or any(t.is_punct for t in node.doc[verb.i : node.i]):
        return False
    before = [c for c in verb.children if verb.i < c.i < node.i and is_clause(c) and c.dep_ != "conj"]
    return any(c.dep_ in ("ccomp", "xcomp") or asks(verb, c, statements) for c in before)


def listed(clause: Token) -> bool:
    """Whether a clause without a mark goes on with a list of marked ones ("urged them to stop, hand in arms and …")."""
    before = [c for c in clause.head.children if c.dep_ in ("advcl", "xcomp") and clause.head.i < c.i < clause.i]
    return bool(before) and bool(marks(before[-1])) and clause.left_edge.nbor(-1).text == ","


def imperative(verb: Token) -> bool:
    """Whether a clause opens with its verb as an order does ("Stop the shelling", the minister said)."""
    if not has(verb, "Mood", "Imp") or verb.dep_ not in ("ROOT", "ccomp", "conj", "parataxis"):
        return False
    before = [c for c in verb.children if c.i < verb.i and not c.is_punct and c.dep_ not in ("cc", "advmod")]
    return not before and not has_subject(verb)


def inverted(clause: Token) -> bool:
    """Whether a clause opens with its auxiliary, as conditions may: "Should it fail, …", "Had they known, …"."""
    first = clause.left_edge
    if clause.dep_ != "advcl" or first.pos_ != "AUX" or first.head.i != clause.i:
        return False
    return any(c.dep_ in SUBJECTS and c.i > first.i for c in clause.children)
