"""One sentence and its Universal Dependencies tree: who is subject, object and oblique of what.

Everything here is about relations of the treebanks (universaldependencies.org) and knows no language; the few
words it needs (passive agents, relative pronouns) come from the pack's grammar. Offsets are the document's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import TYPE_CHECKING, Final, TypeVar

from gencatan.language.pack import Pack, Phrases
from gencatan.language.triggers import Hit, Word
from gencatan.parse.morph import has

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from gencatan.reading.dates.found import DateExpression
    from gencatan.reading.numbers.found import NumberMention

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})
OPENING: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})  # what an object begins with
PARTICLES: Final = frozenset({"SCONJ", "CCONJ", "ADP", "PART", "AUX", "PUNCT"})  # the parser's slips; never a subject
RELATIVE: Final = frozenset({"acl", "acl:relcl"})
AGENT_CLASSES: Final = frozenset(
    {"person", "official", "armed_force", "armed_group", "group", "organisation", "state", "people"}
)
PERSONS: Final = frozenset({"person", "official", "people", "armed_force", "armed_group", "prisoner", "civilian"})
LANDS: Final = frozenset({"place_noun"})
MAX_CLIMB: Final = 25
DATE_TOKENS: Final = "gencatan.dates"
LOWER: Final = "gencatan.lower"
PREPOSITIONS: Final = "gencatan.prepositions"
SETTLED: Final = "gencatan.settled"
ENDS: Final = "gencatan.ends"

Roles = dict[str, list["Token"]]
Owner = TypeVar("Owner")
Answer = TypeVar("Answer")


def once(work: Callable[[Token], Answer]) -> Callable[[Token], Answer]:
    """What is asked of a token again and again, worked out once where its tree changes no more (`settle`)."""

    @wraps(work)
    def answer(token: Token) -> Answer:
        settled = token.doc.user_data.get(SETTLED)
        if settled is None:
            return work(token)
        key = (work, token.i)
        if key not in settled:
            settled[key] = work(token)
        found: Answer = settled[key]
        return found

    return answer


def once_of(work: Callable[[Owner, Token], Answer]) -> Callable[[Owner, Token], Answer]:
    """The same of a method; a tree is read with one language's tools alone."""

    @wraps(work)
    def answer(self: Owner, token: Token) -> Answer:
        settled = token.doc.user_data.get(SETTLED)
        if settled is None:
            return work(self, token)
        key = (work, token.i)
        if key not in settled:
            settled[key] = work(self, token)
        found: Answer = settled[key]
        return found

    return answer


@dataclass(slots=True)
class Sentence:
    """A parsed sentence. `start`/`end` are code point offsets in the document; `doc` is None if it was not parsed."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    words: list[Word]
    hits: list[Hit]
    doc: Doc | None = None
    dates: list[DateExpression] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    date_tokens: frozenset[int] = frozenset()

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the document offset, or None."""
        if self.doc is None:
            return None
        here = offset - self.start
        ends = _ends(self.doc)
        at = bisect_right(ends, here)
        if at == len(ends):
            return None
        token = self.doc[at]
        return token if token.idx <= here else None

    def head_of(self, start: int, end: int) -> Token | None:
        """The highest token of those that cover the document offsets [start, end)."""
        tokens = self.tokens_in(start, end)
        if not tokens:
            return self.token_at(start)
        inside = {t.i for t in tokens}
        for token in tokens:
            if token.head.i not in inside or token.head.i == token.i:
                return token
        return tokens[0]

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that touch the document offsets [start, end)."""
        if self.doc is None:
            return []
        doc, here = self.doc, end - self.start
        found = []
        for at in range(bisect_right(_ends(doc), start - self.start), len(doc)):
            token = doc[at]
            if token.idx >= here:
                break
            found.append(token)
        return found

    def from_(self, token: Token) -> int:
        """Where the token starts in the document."""
        return self.start + token.idx

    def to(self, token: Token) -> int:
        """Where the token ends in the document."""
        return self.start + token.idx + len(token.text)


def _ends(doc: Doc) -> list[int]:
    """Where the tokens of a sentence end, from its start."""
    ends: list[int] | None = doc.user_data.get(ENDS)
    if ends is None or len(ends) != len(doc):
        ends = doc.user_data[ENDS] = [t.idx + len(t) for t in doc]
    return ends


def is_participle(verb: Token) -> bool:
    """Whether a verb is a present participle ("killing"), which treebanks call by two names."""
    return has(verb, "VerbForm", "Ger") or (has(verb, "VerbForm", "Part") and has(verb, "Tense", "Pres"))


def set_off(clause: Token) -> bool:
    """Whether a comma stands before a clause, wherever the parser hung it."""
    first = clause.left_edge
    return first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")


def lowered(doc: Doc) -> list[str]:
    """The lower-case words of a sentence."""
    words: list[str] | None = doc.user_data.get(LOWER)
    if words is None:
        words = doc.user_data[LOWER] = [t.lower_ for t in doc]
    return words


def starts(token: Token, phrases: Phrases, *, gap: int = 0) -> bool:
    """Whether the token is the first word of one of the phrases, with up to `gap` other words between its words."""
    return phrases.covers(lowered(token.doc), token.i, gap=gap)


def children(token: Token, *deps: str) -> list[Token]:
    """The children with one of these relations (or a subtype of one given without subtype), in text order."""
    wanted = set(deps)
    return [c for c in token.children if c.dep_ in wanted or c.dep_.split(":")[0] in wanted]


def preposition(token: Token) -> str:
    """The lower-case adposition of a noun, words joined by "_"; "" if it has none.

    One that stands apart from the first is part of the noun ("of the second-in-command").
    """
    known: dict[int, str] = token.doc.user_data.setdefault(PREPOSITIONS, {})
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = _preposition(token)
    return found


def preposition_words(token: Token) -> str:
    """The same as packs list it: its words with blanks between ("because of")."""
    return preposition(token).replace("_", " ")


def settle(doc: Doc) -> None:
    """Nothing changes the tree from here on: drop what was noted of it before, and keep what is worked out once."""
    doc.user_data.pop(PREPOSITIONS, None)
    doc.user_data[SETTLED] = {}


def _preposition(token: Token) -> str:
    words: list[str] = []
    end = -1
    for case in token.children:
        if case.dep_ != "case" or case.i >= token.i:
            continue
        if end >= 0 and case.i > end + 1:
            break
        parts = sorted([case, *children(case, "fixed")], key=lambda t: t.i)
        words += [t.lower_ for t in parts]
        end = parts[-1].i
    return "_".join(words)


@once
def marks(token: Token) -> str:
    """The lower-case subordinator of a clause, words joined by blanks; "" if it has none."""
    found = [c for c in token.children if c.dep_ in ("mark", "case") or (c.dep_ == "advmod" and c.pos_ == "SCONJ")]
    found = [c for c in found if c.i < token.i]
    if not found:
        return ""
    words = []
    for mark in found:
        words += [t.lower_ for t in sorted([mark, *children(mark, "fixed")], key=lambda t: t.i)]
    return " ".join(words)


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in text order; clauses after "and" that hang otherwise included."""
    doc = token.doc
    return [doc[i] for i in _conjuncts(token)]


@once
def _conjuncts(token: Token) -> tuple[int, ...]:
    found, queue = [token], [token]
    while queue and len(found) < MAX_CLIMB:
        for child in queue.pop().children:
            if child.i > token.i and is_conjunct(child):
                found.append(child)
                queue.append(child)
    return tuple(sorted(t.i for t in found))


def is_conjunct(token: Token) -> bool:
    """Whether the token is coordinated with its head."""
    if token.dep_ == "conj":
        return True
    return token.dep_ in ("advcl", "parataxis") and token.left_edge.pos_ == "CCONJ" and token.pos_ == "VERB"


def runs_on(verb: Token, clause: Token) -> bool:
    """Whether a clause without a mark follows the verb or its object with no break: its complement and no addition."""
    if clause.pos_ != "VERB" or has(clause, "VerbForm", "Part") or has(clause, "VerbForm", "Ger"):
        return False
    if any(c.dep_ in SUBJECTS for c in clause.children):
        return False
    between = verb.doc[verb.i + 1 : clause.i]
    return all(not t.is_punct and t.pos_ != "CCONJ" and not (t.pos_ == "VERB" and t.head.i == verb.i) for t in between)


@once
def is_clause(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with a subject or copula."""
    return token.pos_ in ("VERB", "AUX") or any(c.dep_ in SUBJECTS or c.dep_ == "cop" for c in token.children)


class Syntax:
    """Grammatical roles over trees, with the few words of a language that they need."""

    def __init__(self, pack: Pack) -> None:
        """Take the words from the pack's grammar."""
        self._agents = pack.words("passive_agent")
        self._in_class = pack.in_class
        self._relatives = pack.words("relative_pronouns")
        self._naming = pack.words("verbs_naming")
        self._genitive = pack.words("genitive_markers")
        self._positions = pack.words("position_prepositions")
        self._light = [pack.words(k) for k in ("verbs_light", "verbs_transparent", "verbs_planned", "verbs_denied")]
        self._clause_marks = pack.words("subordinators")
        self._reporting = pack.words("verbs_reporting")
        self._controlling = pack.words("control_marks")
        self._addressing = pack.words("addressee_markers")
        self._voices = pack.index.voices
        self._reflexives = pack.words("reflexives")
        self._reaching = [pack.words(key) for key in ("between_markers", "against_markers")]
        self._hurting = _hurting(pack)
        self._affecting = pack.words("verbs_affecting")
        self._undergoing = pack.words("verbs_undergoing")
        self._directing = _directing(pack)
        self._speaking = _directing(pack, roles=[f"prep.{word}" for word in sorted(self._addressing.firsts)])
        self._classes_of = pack.classes_of
        self._noun_classes = pack.noun_classes

    def passive(self, token: Token, voice: str = "") -> bool:
        """Whether a verb is passive; `voice` is what its form alone tells."""
        voice = voice or self._voices.get(token.lower_, "")
        return voice == "pass" if voice else self._passive(token)

    @once_of
    def _passive(self, token: Token) -> bool:
        if any(c.dep_ in ("nsubj:pass", "aux:pass", "csubj:pass") for c in token.children):
            return True
        if any(c.dep_ == "obl:agent" for c in token.children):
            return not self._outcome(token)
        if _been(token):
            return True
        done = token.dep_ == "xcomp" and has(token, "Tense", "Past") and not marks(token)
        if done and any(c.dep_ == "obj" and c.i < token.i for c in token.head.children):
            return all(c.dep_ != "obj" for c in token.children)  # "had him killed": what somebody has done to another
        if done and token.head.lower_ in self._reporting and self.passive(token.head):
            return True  # "three men were reported kidnapped"
        if done and token.head.dep_ == "acl" and has(token.head, "Tense", "Past"):
            return all(c.dep_ != "obj" for c in token.children)  # "two men feared kidnapped by rebels"
        if self._suffered(token):
            return True
        if any(c.dep_ in SUBJECTS or c.dep_ == "obj" for c in token.children):
            # the tagger confuses past tense and participle; a subject without a passive auxiliary acts
            return False
        # right behind a noun that it describes, a past form with neither subject nor object can be nothing else
        behind = token.dep_ == "acl" and token.head.i < token.i and not marks(token)
        past = has(token, "Tense", "Past") and (behind or has(token, "VerbForm", "Part"))
        participle = has(token, "Voice", "Pass") or past
        if token.dep_ == "conj" and token.head.i != token.i:
            return participle and self.passive(token.head)
        bare = token.dep_ == "parataxis" and token.lower_ not in self._reporting and not marks(token)
        return participle and (bare or token.dep_ in ("acl", "advcl", "acl:relcl"))

    def _suffered(self, token: Token) -> bool:
        """Whether a past form of a verb that needs an object has none ("two men abducted in May are safe").

        Whatever the parser made of it, it is a participle, and its subject is the one it was done to.
        """
        if token.lower_ not in self._affecting or not has(token, "Tense", "Past"):
            return False
        own = [c for c in token.children if c.dep_ in SUBJECTS]
        if not own or any(c.i > token.i or self.is_relative(c) for c in own):
            return False
        told = ("obj", "iobj", "ccomp", "xcomp")
        if any(c.dep_ in told or c.pos_ == "NUM" or (c.dep_ == "conj" and c.pos_ == "VERB") for c in token.children):
            return False
        follows = token.nbor(1) if token.i + 1 < len(token.doc) else token
        dates: frozenset[int] = token.doc.user_data.get(DATE_TOKENS, frozenset())
        if follows.pos_ in OPENING and follows.i not in dates:
            return False  # an object that the parser lost
        return token.dep_ not in RELATIVE and token.dep_ not in ("ccomp", "advcl:relcl")

    def is_relative(self, token: Token) -> bool:
        """Whether the token is a relative pronoun."""
        return (
            bool(self._relatives)
            and token.lower_ in self._relatives
            and (token.pos_ in ("PRON", "SCONJ", "DET") or has(token, "PronType", "Rel"))
        )

    def _own_deed(self, verb: Token, told: Token) -> bool:
        """Whether who tells did it: an active form without subject or mark right behind an active verb of telling."""
        voices = self._voices
        if voices.get(verb.lower_) != "act" or self.passive(told) or marks(verb) or told.i > verb.i:
            return False
        between = verb.doc[told.i + 1 : verb.i]
        return all(t.pos_ in ("AUX", "ADV", "PART") for t in between) and not any(
            c.dep_ == "obj" for c in told.children
        )

    def surface_subjects(self, verb: Token, depth: int = 0) -> list[Token]:
        """What stands as subject of a verb, shared or controlled ones included, before voice is undone."""
        if depth > MAX_CLIMB:
            return []
        own = [c for c in verb.children if c.dep_ in SUBJECTS and (c.pos_ not in PARTICLES or self.is_relative(c))]
        nominal = [c for c in own if not self.is_relative(c)]
        if nominal:
            return nominal[-1:] if _slipped(verb, nominal) else nominal
        if not own:
            nominal = _before_auxiliary(verb)
            if nominal:
                return nominal
        head = verb.head
        if head is verb or head.i == verb.i:
            return []
        if own or verb.dep_ == "acl:relcl":
            antecedent = self.antecedent(verb)
            if antecedent is not None and (own or not self._has_own_object_gap(verb)):
                return [antecedent]
            return []
        if verb.dep_ == "acl" or (
            verb.dep_ in ("amod", "nmod", "compound") and verb.i > head.i and not preposition(verb)
        ):
            mark = marks(verb)
            if mark and mark.split(" ")[-1] in self._controlling:
                if not self._acts(head):
                    return self._behind(head, depth)
                if head.dep_ in ("obj", "iobj", "nsubj:pass"):
                    return [head]
            return [] if mark or self._only_where(head, verb) else [head]
        if verb.dep_ == "conj":
            return self.surface_subjects(head, depth + 1) if is_clause(head) else []
        if (side := self.gapped_side(verb)) is not None:
            return [side]
        if verb.dep_ in ("xcomp", "ccomp"):
            if head.lower_ in self._reporting and not (verb.dep_ == "xcomp" and self.passive(head)):
                if self._says_of_itself(verb, head):
                    return self.surface_subjects(head, depth + 1)
                # "X said that …": the speaker is not the subject of what was said
                if self._own_deed(verb, head):  # but "menyatakan menangkap tiga orang"
                    return self.surface_subjects(head, depth + 1)
                return [c for c in head.children if c.dep_ == "obj" and c.i < verb.i][-1:]
            return self._controlled(verb, head, depth) or self.surface_subjects(head, depth + 1)
        if verb.dep_ == "advcl":
            mark = marks(verb)
            controls = mark and mark.split(" ")[-1] in self._controlling
            if controls:
                controlled = self._controlled(verb, head, depth)
                if controlled:
                    return controlled
            # but none of "told supporters after returning from …"
            if head.lower_ in self._directing and head.i < verb.i and (controls or not mark):
                found = self._controlled(verb, head, depth)
                if not found and head.dep_ == "acl:relcl" and any(c.dep_ in SUBJECTS for c in head.children):
                    return [head.head]  # "three generals it accuses of ordering the raid"
                return found or self.surface_subjects(head, depth + 1)
            if not mark and (self.passive(head) or starts(head, self._undergoing)):
                # "X was hit by Y, killing Z", "X faced an attack, killing Z": the agent or the act itself, never X
                return [c for c in head.children if c.dep_ == "obl:agent" or preposition(c) in self._agents][:1]
            return self.surface_subjects(head, depth + 1)
        if verb.dep_ == "parataxis" and head.lower_ in self._reporting and verb.i > head.i:
            # "X said at least 200, ten of them children, died": what was taken for what X said is who died
            return [c for c in head.children if c.dep_ == "obj" and c.i < verb.i][-1:]
        if verb.dep_ == "parataxis":
            return [] if verb.lower_ in self._reporting else self.surface_subjects(head, depth + 1)
        return []

    def gapped_side(self, verb: Token) -> Token | None:
        """Who has a term to do something in, behind an "and", where the verb of giving is left out ("gives A a day to
        disarm and B a week to leave", "dan B sepekan untuk mundur"); None elsewhere."""
        doc, mark = verb.doc, verb.i - 1
        if verb.pos_ != "VERB" or mark < 3 or doc[mark].lower_ not in self._controlling:
            return None
        dates: frozenset[int] = doc.user_data.get(DATE_TOKENS, frozenset())
        at, told = mark - 1, False
        while at > 0 and (kind := self._of_term(doc[at], dates)):
            told = told or kind == "term"
            at -= 1
        first = at
        while first > 0 and doc[first].pos_ in ("NOUN", "PROPN", "ADJ"):
            first -= 1
        name = at if told and first < at else None
        if doc[first].pos_ == "DET":
            first -= 1
        if name is None or first < 0 or doc[first].pos_ != "CCONJ":
            return None
        inside = doc[first + 1 : name + 1]
        return next((t for t in inside if t.pos_ != "DET" and t.head not in inside), doc[name])

    def _of_term(self, token: Token, dates: frozenset[int]) -> str:
        if token.i in dates or self._in_class(token.lower_, "time_noun") or self._in_class(token.lemma_, "time_noun"):
            return "term"
        return "beside" if token.pos_ in ("DET", "NUM", "ADP") else ""

    def _says_of_itself(self, verb: Token, head: Token) -> bool:
        """Whether a verb right behind one of saying has no subject but the speaker ("mengumumkan telah merebut",
        "claimed to have won"): only its own auxiliaries stand between."""
        between = [verb.doc[i] for i in range(head.i + 1, verb.i)]
        own = all(t.head.i == verb.i and t.dep_.split(":")[0] in ("aux", "advmod", "mark") for t in between)
        helps = any(t.dep_.split(":")[0] == "aux" or t.lower_ in self._controlling for t in between)
        return own and helps

    def _controlled(self, verb: Token, head: Token, depth: int) -> list[Token]:
        """The object of the governing verb, who is to do what the clause says ("ordered the troops to withdraw").

        Where the object is no doer but an attempt or a plan, whose it is ("repelled an attempt by X to cross").
        """
        objects = [c for c in head.children if c.dep_ in ("obj", "iobj") and c.i < verb.i]
        objects = [c for c in objects if c.lower_ not in self._reflexives]
        if objects and not self._acts(objects[-1]):
            owners = self._behind(objects[-1], depth) if verb.dep_ == "advcl" else []
            return owners or objects[-1:]
        dates: frozenset[int] = verb.doc.user_data.get(DATE_TOKENS, frozenset())
        addressee = [
            c
            for c in head.children
            if c.dep_ == "obl" and c.i < verb.i and c.i not in dates and preposition(c) in self._addressing
        ]
        return objects[-1:] or addressee[-1:]

    def _acts(self, noun: Token) -> bool:
        """Whether the noun can do what its clause says, rather than be somebody's "attempt", "plan" or "right" to."""
        kinds = self._classes_of(noun.lower_) | self._classes_of(noun.lemma_.lower())
        if noun.pos_ in ("PROPN", "PRON") or noun.ent_type_ in ("PER", "ORG") or kinds & AGENT_CLASSES:
            return True
        return has(noun, "Number", "Plur") and "abstract" not in kinds

    def _behind(self, noun: Token, depth: int) -> list[Token]:
        """Whose attempt, plan or right it is: named by an agent or possessor, else the subject of its verb."""
        for child in noun.children:
            prep = preposition(child)
            if child.dep_ == "obl:agent" or (prep and prep in self._agents):
                return [child]
        owners = [c for c in noun.children if c.dep_ == "nmod:poss"]
        if owners:
            return owners[:1]
        told = [c for c in noun.children if c.dep_ in SUBJECTS and c.i < noun.i]
        if told:
            return told[-1:]  # "X is not up to the task of …"
        head = noun.head
        if noun.dep_ == "obj" and is_clause(head) and self.light(head) and not self.passive(head):
            return [] if self.names(head) else self.surface_subjects(head, depth + 1)
        return []

    def names(self, verb: Token) -> bool:
        """Whether a verb only says what its object is ("called the attack a crime", "menyebutnya kebohongan")."""
        if not starts(verb, self._naming):
            return False
        after = [c for c in verb.children if c.i > verb.i]
        things = [c for c in after if c.dep_ in ("obj", "iobj")]
        told = any(c.dep_ in ("xcomp", "ccomp", "advcl") and c.pos_ in ("NOUN", "PROPN", "ADJ") for c in after)
        return len(things) > 1 or (bool(things) and told)

    def light(self, verb: Token) -> bool:
        """Whether the verb's subject does what its object noun tells ("carry out", "continue", "plan" an attack)."""
        return any(starts(verb, words) for words in self._light)

    def _has_own_object_gap(self, verb: Token) -> bool:
        return any(c.dep_ in SUBJECTS for c in verb.children)

    def antecedent(self, verb: Token) -> Token | None:
        """The noun that the relative clause headed by `verb` (or by the verb it is coordinated with) describes."""
        token = verb
        for _ in range(MAX_CLIMB):
            if token.dep_ in RELATIVE:
                return self._described(token.head, verb)
            if token.dep_ not in ("conj", "xcomp", "ccomp") or token.head.i == token.i:
                return None
            token = token.head
        return None

    def _described(self, noun: Token, verb: Token) -> Token | None:
        """The noun before a relative clause, or the one around it that can suffer or do what the clause says.

        In "officers of the ministry who were arrested" those are the officers, and in "a raid on Basra which killed
        ten" it is no town that kills. Nor is it an age that flees ("said Awa, 34, who fled with her children").
        """
        if noun.pos_ == "NUM" and noun.dep_ in ("appos", "nummod", "amod", "nmod") and noun.head.pos_ == "PROPN":
            return noun.head
        if self._is_time(noun):  # "pertempuran lima hari yang menewaskan 40 orang": it is the fighting that killed
            return next((above for above in self._nouns_above(noun) if not self._is_time(above)), noun)
        named = noun.pos_ == "PROPN" and noun.ent_type_ != "LOC"
        if not named and self.passive(verb) and verb.lower_ in self._affecting and not self._person(noun):
            return next((above for above in self._nouns_above(noun) if self._person(above)), noun)
        if verb.lower_ in self._hurting and noun.ent_type_ == "LOC" and preposition(noun):
            others = (n for n in self._nouns_above(noun) if n.ent_type_ != "LOC" and not self._is_land(n))
            return next(others, None)
        return None if self._only_where(noun, verb) else noun

    def _only_where(self, noun: Token, verb: Token) -> bool:
        """Whether a noun only tells where something is, so that it does nothing ("a group in the state of X which
        killed ten", "took to the streets in the north of the country calling for …")."""
        where = noun
        while where.dep_ == "nmod" and preposition(where) in self._genitive and where.head.i < where.i:
            where = where.head
        if self.passive(verb) or preposition_words(where) not in self._positions:
            return False
        return noun.ent_type_ == "LOC" or self._is_land(where)

    def _is_time(self, noun: Token) -> bool:
        return "time_noun" in self._noun_classes(noun.lower_, noun.lemma_.lower())

    def _is_land(self, noun: Token) -> bool:
        return bool(self._noun_classes(noun.lower_, noun.lemma_.lower()) & LANDS)

    def _person(self, noun: Token) -> bool:
        return bool(self._noun_classes(noun.lower_, noun.lemma_.lower()) & PERSONS)

    def _nouns_above(self, noun: Token) -> Iterator[Token]:
        while noun.dep_.split(":")[0] in ("nmod", "compound", "flat") and noun.head.i < noun.i:
            noun = noun.head
            if noun.pos_ in ("NOUN", "PROPN"):
                yield noun

    def roles_of_verb(self, verb: Token, voice: str = "", dates: frozenset[int] = frozenset()) -> Roles:
        """Logical roles: `subj`, `obj`, `iobj`, `clause`, `prep.X`; passives undone. `dates` are tokens of dates."""
        roles: Roles = {}
        voice = voice or self._voices.get(verb.lower_, "")
        passive = self.passive(verb, voice)
        surface = [t for t in self.surface_subjects(verb) if t.i not in dates]
        if surface:
            roles["obj" if passive else "subj"] = surface
        for child in verb.children:
            if child.dep_ == "obj" and child.i in dates and (lasted := self._lasted(child, dates)) is not None:
                roles["obj"] = [lasted]
            if child.i in dates or child.dep_ in SUBJECTS:
                continue
            self._place_child(verb, child, passive, voice, roles)
        if passive and "subj" not in roles:
            behind = self._agent_behind(verb)
            if behind:
                roles["subj"] = behind
        related = verb.dep_ == "acl:relcl" or (verb.dep_ == "acl" and marks(verb) in self._relatives)
        if related and not passive and "obj" not in roles:
            own = [c for c in verb.children if c.dep_ in SUBJECTS and not self.is_relative(c)]
            if own:
                roles["obj"] = [verb.head]
        if "obj" not in roles and not passive:
            following = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
            shared = [o for c in following for o in children(c, "obj") if not marks(c)]
            if following and shared and following[0].i - verb.i <= 2:
                roles["obj"] = shared[:1]
        return roles

    def _lasted(self, length: Token, dates: frozenset[int]) -> Token | None:
        """What a length of time, an object, is of ("ended two weeks of fighting"), on whatever the parser hung it."""
        for noun in (*length.children, *length.head.children):
            behind = noun.i > length.i and noun.left_edge.i <= length.right_edge.i + 1
            if behind and noun.i not in dates and preposition(noun) in self._genitive:
                return noun
        return None

    def _agent_behind(self, verb: Token) -> list[Token]:
        """Who did it, hung on the outcome ("shot until dead by the guards"), which has no agent of its own."""
        for clause in verb.children:
            if clause.dep_ not in ("advcl", "xcomp", "ccomp") or not verb.i < clause.i <= verb.i + 2:
                continue
            if not self.passive(clause):
                return [c for c in clause.children if c.left_edge.i == clause.i + 1 and self._by(c)]
        return []

    def _by(self, noun: Token) -> bool:
        return noun.dep_ == "obl:agent" or preposition(noun) in self._agents

    def _outcome(self, verb: Token) -> bool:
        """Whether a verb tells how another ends whose agent hangs on it ("shot until dead by the guards")."""
        return verb.dep_ in ("advcl", "xcomp", "ccomp") and 0 < verb.i - verb.head.i <= 2 and self.passive(verb.head)

    def _place_child(self, verb: Token, child: Token, passive: bool, voice: str, roles: Roles) -> None:
        dep = child.dep_
        if dep == "obj" and not self.is_relative(child):
            key = "subj" if passive and voice == "pass" and child.i > verb.i and "subj" not in roles else "obj"
            roles.setdefault(key, []).append(child)
        elif dep == "obj":
            antecedent = self.antecedent(verb)
            if antecedent is not None:
                roles.setdefault("obj", []).append(antecedent)
        elif dep == "iobj":
            roles.setdefault("iobj", []).append(child)
        elif dep in ("ccomp", "xcomp"):
            roles.setdefault("clause", []).append(child)
        elif dep == "advcl":
            mark = marks(child)
            if self._clause_marks and mark.split(" ")[0] in self._clause_marks:
                roles.setdefault("clause", []).append(child)
            elif mark:
                roles.setdefault("when", []).append(child)
        elif dep.split(":")[0] in ("obl", "nmod"):
            prep = preposition(child)
            if not passive and self._by(child) and self._outcome(verb):
                return
            if dep == "obl:agent" or (passive and self._agents and prep in self._agents):
                roles.setdefault("subj", []).append(child)
            elif prep:
                roles.setdefault(f"prep.{prep}", []).append(child)
            elif voice == "pass" and child.pos_ in NOMINAL and self._bare_agent(verb, child):
                roles.setdefault("subj", []).append(child)
            elif dep in ("obl:tmod", "nmod:tmod"):
                pass
            elif child.i > verb.i and child.pos_ in NOMINAL and "obj" not in roles and not passive:
                roles.setdefault("obj", []).append(child)

    def _bare_agent(self, verb: Token, noun: Token) -> bool:
        """Whether a noun right behind a passive form, or behind its own number or adverb there, is who did it."""
        return noun.i == verb.i + 1 or (noun.left_edge.i == verb.i + 1 and self._acts(noun))

    def roles_of_noun(self, noun: Token, dates: frozenset[int] = frozenset()) -> Roles:
        """Roles of an event noun: `poss`, `prep.X`, and `subj`/`prep.X` of the light verb that governs it."""
        roles: Roles = {}
        for child in noun.children:
            if child.i in dates:
                continue
            dep = child.dep_.split(":")[0]
            if dep == "nsubj" and not self.is_relative(child):
                roles["subj"] = [child]
            elif dep == "nsubj" and noun.dep_ == "acl:relcl":
                roles["subj"] = [noun.head]  # "the enclave, which is part of …"
            elif dep in ("nmod", "obl") or child.dep_ == "obl:agent":
                prep = preposition(child)
                if (prep and self._agents and prep in self._agents) or child.dep_ == "obl:agent":
                    roles.setdefault("subj", []).append(child)
                elif prep:
                    roles.setdefault(f"prep.{prep}", []).append(child)
                    roles.setdefault("subj", []).extend(self._doers(child))
                elif child.dep_ != "nmod:tmod":
                    roles.setdefault("poss", []).append(child)
            elif dep in ("compound", "amod", "flat"):
                roles.setdefault("poss", []).append(child)
            elif dep in RELATIVE or child.dep_ in RELATIVE:
                if self.light(child):
                    inner = self.roles_of_verb(child, dates=dates)
                    for key, tokens in inner.items():
                        if key == "subj" or key.startswith("prep."):
                            roles.setdefault(key, []).extend(t for t in tokens if t.i != noun.i)
                elif marks(child) and (child.dep_ == "acl" or marks(child) in self._controlling):
                    roles.setdefault("clause", []).append(child)
            elif dep in ("ccomp", "advcl") and child.i > noun.i:
                roles.setdefault("clause", []).append(child)
        verb = self.governor(noun)
        self._reached(noun, verb, roles)
        if verb is not None:
            roles["governor"] = [verb]
            undergone = starts(verb, self._undergoing) and not self.passive(verb)
            if undergone or (self.light(verb) and not self.names(verb)):
                outer = self.roles_of_verb(verb, dates=dates)
                for key, tokens in outer.items():
                    if key == "obj" or (key == "subj" and not self._does(verb, noun)):
                        continue
                    role = "obj" if key == "subj" and undergone else key  # "survived an attack"
                    roles.setdefault(role, []).extend(t for t in tokens if t.i != noun.i and not noun.is_ancestor(t))
        return {k: v for k, v in roles.items() if v}

    def _reached(self, noun: Token, verb: Token | None, roles: Roles) -> None:
        """Whom it is between or against, hung on its attribute or on the verb that it is the subject of.

        "Fighting flared between X and Y", "a recent attack, the worst so far, on Z".
        """
        nodes = [c for c in noun.children if c.dep_ in ("advcl", "amod", "acl") and c.i > noun.i and not marks(c)]
        if verb is not None and noun.dep_ in SUBJECTS and not any(c.dep_ == "obj" for c in verb.children):
            nodes.append(verb)
        for child in (c for node in nodes for c in node.children if c.i > node.i):
            prep = preposition(child)
            if prep and f"prep.{prep}" not in roles and any(prep in words for words in self._reaching):
                roles[f"prep.{prep}"] = [child]

    def _doers(self, noun: Token) -> list[Token]:
        """Who did it, hung on those it was done to ("the killing of the envoy by gunmen"; no "plea for peace by")."""
        if self._in_class(noun.lower_, "abstract"):
            return []
        return [c for c in noun.children if self._agents and c.dep_ == "nmod" and preposition(c) in self._agents]

    def _does(self, verb: Token, noun: Token) -> bool:
        """Whether the subject of a light verb does what the noun tells, and not something after, for or beside it."""
        token = noun
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        if token.dep_ in SUBJECTS:
            return self.passive(verb)  # another subject of the same verb is a slip of the parser
        if token.dep_ != "obl" or token.head.i != verb.i:
            return True
        case = next((c for c in token.children if c.dep_ == "case" and c.i < token.i), None)
        if case is None or not any(c.dep_ == "obj" for c in verb.children):
            return case is None or case.i - verb.i == 1
        words = [t.lower_ for t in verb.doc[verb.i : case.i + 1]]
        return case.i > verb.i and any(phrases.at(words, 0) == len(words) for phrases in self._light)

    def governor(self, noun: Token) -> Token | None:
        """The verb whose subject or object the noun (or the noun it is coordinated with) is.

        In "launched what it calls an operation" that is "launched".
        """
        token = noun
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        head = token.head
        if head.i == token.i or not is_clause(head):
            return None
        if head.dep_ in RELATIVE and head.head.pos_ == "PRON" and token.i > head.i:
            return self.governor(head.head) or head
        if token.dep_ in SUBJECTS or token.dep_ in ("obj", "iobj", "obl"):
            return head
        return None

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above a token, nearest first; bounded."""
        for _ in range(MAX_CLIMB * 4):
            if token.head.i == token.i:
                return
            token = token.head
            yield token


def _been(verb: Token) -> bool:
    """Whether a past participle stands behind another that is its auxiliary ("said to have been killed")."""
    if not has(verb, "VerbForm", "Part") or not has(verb, "Tense", "Past"):
        return False
    return any(
        c.dep_ == "aux" and c.i < verb.i and has(c, "VerbForm", "Part") and has(c, "Tense", "Past")
        for c in verb.children
    )


def _slipped(verb: Token, subjects: Sequence[Token]) -> bool:
    """Whether only the last of a passive's subjects is one: the parser hung another clause's beside it."""
    return len(subjects) > 1 and any(c.dep_ == "aux:pass" and c.i > subjects[-1].i for c in verb.children)


def _before_auxiliary(verb: Token) -> list[Token]:
    """The noun right before a verb's auxiliary that the parser hung on an earlier one ("In hours each side was …")."""
    auxiliary = next((c for c in verb.children if c.dep_ in ("aux", "aux:pass") and c.i < verb.i), None)
    if auxiliary is None or auxiliary.i == 0 or marks(verb):
        return []
    noun = auxiliary.nbor(-1)
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ not in ("nmod", "appos", "dep", "obj") or noun.head.i > noun.i:
        return []
    return [] if noun.is_ancestor(verb) or preposition(noun) else [noun]


def _directing(pack: Pack, roles: Sequence[str] = ("obj",)) -> frozenset[str]:
    """Forms of verbs whose object (or other role) is told or said to do something ("urge", "menuduh")."""
    found: set[str] = set()
    for trigger in pack.triggers:
        if (
            trigger.kind == "statement"
            and trigger.part == "verb"
            and any("addressee" in trigger.frame.slots.get(role, ()) for role in roles)
        ):
            for word in trigger.words:
                if " " not in word:
                    found.update(form for form, _ in pack.inflection.forms(word, "verb"))
    return frozenset(found)


def _hurting(pack: Pack) -> frozenset[str]:
    """Active forms of verbs that kill, hurt or displace."""
    found: set[str] = set()
    for trigger in pack.triggers:
        if trigger.kind == "casualty" and trigger.part == "verb":
            for word in trigger.words:
                found.update(form for form, voice in pack.inflection.forms(word, "verb") if voice == "act")
    return frozenset(found)


def expand(tokens: Sequence[Token], *, keep_order: bool = False) -> list[Token]:
    """Each token with what is coordinated with it, without repetition, in text order (or in that of `tokens`)."""
    found: dict[int, Token] = {}
    for token in tokens:
        for member in conjuncts(token):
            found[member.i] = member
    return list(found.values()) if keep_order else [found[i] for i in sorted(found)]
