"""Small words that hold a phrase together, where a parser takes them for its head or leaves what they hold apart.

"ke arah kerumunan" is where shots went, and "arah" nobody; "mantan presiden" is one man; "serangan melawan angkatan
perang" is an attack, and nobody else fights.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.relations import SUBJECTS, conjuncts, has_subject, is_clause

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from gencatan.language.pack import Phrases
    from gencatan.reading.tree.mentions import Mentions

NOUNS: Final = frozenset({"NOUN", "PROPN"})
COMPLEMENTS: Final = frozenset({"xcomp", "ccomp", "obj"})
APART: Final = frozenset({"parataxis", "conj", "advcl", "ccomp", "xcomp"})
NOMINAL: Final = SUBJECTS | {"obj", "iobj", "obl", "obl:agent", "nmod"}
HELD: Final = frozenset({"nmod", "flat", "compound", "appos"})


class Joints:
    """Mends the joints of trees in one language."""

    def __init__(self, mentions: Mentions) -> None:
        """The words are the pack's; one without titles and directions has only its doers mended."""
        words = mentions.pack.words
        self._mentions = mentions
        self._former = words("former_titles").firsts
        self._towards = words("direction_nouns").firsts
        self._against = words("against_markers").firsts
        self._somebody = words("somebody").firsts
        self._causing, self._reporting = words("verbs_causing"), words("verbs_reporting")
        self._watched = self._former | self._towards | self._against | self._somebody
        self._none = not (self._former or self._towards)

    def join(self, tokens: Sequence[Token]) -> None:
        """Mend a tree in place."""
        for token in tokens:
            if token.dep_ == "obl:agent":
                _doer(token, self._mentions)
            elif self._none:
                continue
            elif (
                token.pos_ == "VERB"
                and token.dep_ in NOMINAL
                and self._mentions.pack.in_class(token.lower_, "prisoner")
            ):
                _suspect(token)
            elif token.lower_ in self._watched:
                self._small(token)
            elif token.dep_ == "conj" and token.pos_ == "VERB":
                if token.head.lower_ in self._reporting:
                    _told(token)
                _effect(token, self._causing, self._mentions)
                _on_board(token, self._mentions)
            elif token.dep_ == "conj" and token.pos_ == "NOUN" and token.head.pos_ in NOUNS:
                _apposed(token)

    def _small(self, token: Token) -> None:
        lower = token.lower_
        if lower in self._towards:
            _towards(token)
        elif lower in self._former:
            _former(token)
        elif lower in self._against and token.i and token.pos_ == "VERB":
            _against(token, self._mentions)
        elif lower in self._somebody and token.dep_ == "det":
            if token.i + 1 == token.head.i:
                _somebody(token)
            else:
                _one_of(token)
        elif lower in self._somebody and token.dep_ in SUBJECTS:
            _none_of(token)


def _suspect(who: Token) -> None:
    """Make a noun of a word for somebody hunted taken for what was done to them ("seorang [terduga] teroris")."""
    who.pos_ = "NOUN"
    for child in who.children:
        if child.dep_ in SUBJECTS and child.i == who.i - 1:
            child.pos_, child.dep_ = "DET", "det"


def _somebody(one: Token) -> None:
    """Make "seorang" right before what befell one the subject that it is ("di Kirkuk, Irak, seorang tewas")."""
    fate = one.head
    if fate.pos_ not in ("VERB", "ADJ") or not (is_clause(fate) or fate.dep_ in APART):
        return
    for child in fate.children:
        if child.dep_ in SUBJECTS and child.i < one.i and child.ent_type_ == "LOC":
            child.dep_ = "obl"
    if fate.dep_ == "xcomp" and one.i and one.nbor(-1).text == ",":
        fate.dep_ = "parataxis"
    one.pos_, one.dep_ = "NOUN", "nsubj"


def _one_of(one: Token) -> None:
    """Make those "of" whom one is told the subject ("tidak [seorang pun dari para peziarah] cedera")."""
    whole = one.head
    of = next((c for c in whole.children if c.dep_ == "case" and one.i < c.i < whole.i), None)
    fate = whole.head
    if of is None or whole.dep_ != "obl" or whole.i > fate.i or has_subject(fate):
        return
    whole.dep_, of.dep_ = "nsubj", "mark"
    for child in list(whole.children):
        if child.i < one.i and child.dep_ == "advmod":
            child.head = fate  # what is denied is what befell them


def _none_of(one: Token) -> None:
    """The same where "seorang" was taken for the subject and those "of" whom for a phrase beside it."""
    fate, doc = one.head, one.doc
    denied = any(c.dep_ == "advmod" and c.i < one.i for c in one.children)
    at = one.i + 1
    while at < fate.i and doc[at].head.i == one.i and doc[at].dep_.split(":")[0] == "advmod":
        at += 1
    if not denied or at >= fate.i or doc[at].dep_ != "case":
        return
    whole = doc[at].head
    if whole.i in (one.i, fate.i) or whole.head.i not in (one.i, fate.i):
        return
    one.pos_, whole.head, whole.dep_ = "DET", fate, "obl"
    for child in list(one.children):
        child.head = whole
    one.head, one.dep_ = whole, "det"
    _one_of(one)


def _apposed(noun: Token) -> None:
    """Take for one what is only set beside a name by a comma ("memenjarakan Tarique Rahman, [anak tertua …]").

    A list has an "and" somewhere, or counts what it lists.
    """
    first = noun.head
    members = conjuncts(first)
    if any(c.dep_ == "cc" for member in members for c in member.children):
        return
    named = any(t.pos_ == "PROPN" for t in first.doc[first.i : noun.left_edge.i])
    before = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    counted = any(c.dep_ in ("nummod", "det") and c.i < noun.i for c in noun.children)
    if named and not counted and "," in (before.text, noun.left_edge.text):
        noun.dep_ = "appos"


def _told(verb: Token) -> None:
    """Make what stands behind a verb of telling and a comma its content ("mengatakan, Jumat, pasukan menyerang …")."""
    telling = verb.head
    if any(c.dep_ == "cc" for c in verb.children) or not has_subject(verb):
        return
    if telling.i < verb.i and telling.nbor(1).text == "," and all(c.dep_ != "ccomp" for c in telling.children):
        verb.dep_ = "ccomp"


def _effect(verb: Token, causing: Phrases, mentions: Mentions) -> None:
    """Coordinate a second effect with its cause, and not with the fate told first ("mengakibatkan enam orang meninggal
    dan [melukai 18 orang]": the dead hurt nobody)."""
    fate, voices = verb.head, mentions.pack.index.voices
    if voices.get(verb.lower_) != "act" or voices.get(fate.lower_) == "act" or fate.dep_ not in COMPLEMENTS:
        return
    cause = fate.head
    if cause.lower_ in causing and cause.i < fate.i:
        verb.head = cause


def _on_board(moves: Token, mentions: Mentions) -> None:
    """Give a vehicle back the second of its goods, taken for what moved ("konvoi bermuatan beras dan [obat] tiba")."""
    carries = moves.head
    second = next((c for c in moves.children if c.dep_ in SUBJECTS and c.i < moves.i), None)
    mark = next((c for c in moves.children if c.dep_ == "cc" and c.i < moves.i), None)
    first = next((c for c in carries.children if c.dep_ == "obj" and carries.i < c.i < moves.i), None)
    if second is None or mark is None or first is None:
        return
    if first.right_edge.i + 1 != mark.i or second.left_edge.i != mark.i + 1:
        return
    bears = any(c.dep_ in SUBJECTS and mentions.fits(c, ("@carriage",)) for c in carries.children)
    if bears and all(mentions.fits(t, ("@cargo", "!@carriage")) for t in (first, second)):
        second.head, second.dep_, mark.head = first, "conj", second


def _doer(who: Token, mentions: Mentions) -> None:
    """Hang who did what a noun tells on that noun, where a verb has its own subject ("editors complained of censorship
    [by the government]": what is active is done by nobody else)."""
    verb, before = who.head, who.left_edge.i - 1
    if any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children) or before <= verb.i:
        return
    if mentions.pack.index.voices.get(verb.lower_) == "pass" or all(c.dep_ != "nsubj" for c in verb.children):
        return
    act = next((c for c in verb.children if c.right_edge.i == before and c.dep_ in ("obj", "obl")), None)
    if act is not None and act.pos_ == "NOUN" and mentions.is_event(act):
        who.head, who.dep_ = act, "nmod"


def _towards(noun: Token) -> None:
    """Make a direction with its preposition the case of what it leads to."""
    case = next((c for c in noun.children if c.dep_ == "case" and c.i == noun.i - 1), None)
    goal = next((c for c in noun.children if c.i > noun.i and c.dep_ in HELD and c.pos_ in NOUNS), None)
    if case is None or goal is None or goal.left_edge.i > noun.i + 2:
        return
    if any(c.dep_ == "case" for c in goal.children):
        return  # "ke arah dari mana …"
    goal.head, goal.dep_ = noun.head, noun.dep_
    for child in list(noun.children):
        if child.i not in (case.i, goal.i):
            child.head = goal
    case.head, noun.head = goal, case
    noun.dep_ = "fixed"


def _former(word: Token) -> None:
    """Hang "former" on the office behind it, where the parser made two persons of them."""
    if word.i + 1 >= len(word.doc):
        return
    office = word.nbor(1)
    if office.pos_ not in NOUNS or office.is_ancestor(word):
        return
    if word.is_ancestor(office):
        if office.head.i == word.i and office.dep_ in HELD and office.pos_ == "PROPN":  # taken for the office itself
            office.head, office.dep_ = word.head, word.dep_
            for child in [c for c in word.children if c.i != office.i]:
                child.head = office
            word.head, word.dep_ = office, "amod"
        return
    if word.dep_ in ("amod", "nmod", "compound") and word.head.i == word.i - 1 and office.head.i <= word.head.i:
        if not word.head.is_ancestor(office) and word.head.pos_ in NOUNS:
            office.head, office.dep_ = word.head, "nmod"  # "janda mantan presiden": the president's
    elif office.head.i != word.head.i:
        return
    for child in list(word.children):
        child.head = office
    word.head, word.dep_ = office, "amod"


def _against(verb: Token, mentions: Mentions) -> None:
    """Make a preposition of "melawan" right behind the noun of an act ("serangan melawan tentara")."""
    act = verb.nbor(-1)
    if act.pos_ != "NOUN" or not mentions.is_event(act) or verb.dep_ not in ("acl", "advcl", "xcomp", "nmod", "conj"):
        return
    foe = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and c.pos_ in NOUNS), None)
    if foe is None or verb.is_ancestor(act) or any(c.dep_ == "mark" for c in verb.children) or is_clause(act):
        return
    foe.head, foe.dep_ = act, "nmod"
    for child in list(verb.children):
        child.head = act if child.dep_ in ("punct", "cc", "conj") else foe
    verb.head, verb.dep_, verb.pos_ = foe, "case", "ADP"
