"""Small questions to a tree: what heads a clause, what is coordinated, which preposition or mark stands before it.

Everything here is about relations of the treebanks (universaldependencies.org) and knows no language. What is asked
again and again is kept with a tree that changes no more (`settle`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Final, TypeVar

from gencatan.language.pack import Phrases
from gencatan.parse.morph import has

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer"})
PREDICATIVE: Final = SUBJECTS | {"cop"}
OPENING: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})  # what an object begins with
PARTICLES: Final = frozenset({"SCONJ", "CCONJ", "ADP", "PART", "AUX", "PUNCT"})  # the parser's slips; never a subject
PHRASE: Final = "prep."  # begins the name of a role that a preposition makes
RELATIVE: Final = frozenset({"acl", "acl:relcl"})
AGENT_CLASSES: Final = frozenset(
    {"person", "official", "armed_force", "armed_group", "group", "organisation", "state", "people"}
)
MAX_CLIMB: Final = 25
DATE_TOKENS: Final = "gencatan.dates"
LOWER: Final = "gencatan.lower"
PREPOSITIONS: Final = "gencatan.prepositions"
READ_AS: Final = "gencatan.read_as"
SETTLED: Final = "gencatan.settled"
UNASKED: Final = object()
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
        found: Answer = settled.get(key, UNASKED)
        if found is UNASKED:
            found = settled[key] = work(token)
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
        found: Answer = settled.get(key, UNASKED)
        if found is UNASKED:
            found = settled[key] = work(self, token)
        return found

    return answer


def is_participle(verb: Token) -> bool:
    """Whether a verb is a present participle ("killing"), which treebanks call by two names."""
    return has(verb, "VerbForm", "Ger") or (has(verb, "VerbForm", "Part") and has(verb, "Tense", "Pres"))


def set_off(clause: Token) -> bool:
    """Whether a comma stands before a clause, wherever the parser hung it."""
    first = clause.left_edge
    return first.text == "," or (first.i > 0 and first.nbor(-1).text == ",")


def date_tokens(doc: Doc) -> frozenset[int]:
    """The words of a sentence's dates; none before they are read."""
    found: frozenset[int] = doc.user_data.get(DATE_TOKENS, frozenset())
    return found


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


@once
def deps_below(token: Token) -> frozenset[str]:
    """The relations that its children have; going through these takes longer than most of what is asked of them."""
    return frozenset(c.dep_ for c in token.children)


def preposition(token: Token) -> str:
    """The lower-case adposition of a noun, words joined by "_"; "" if it has none.

    One that stands apart from the first is part of the noun ("of the second-in-command").
    """
    known: dict[int, str] = token.doc.user_data.setdefault(PREPOSITIONS, {})
    found = known.get(token.i)
    if found is None:
        found = known[token.i] = _preposition(token)
    return found


def is_called(noun: Token) -> bool:
    """Whether a noun is what somebody calls a thing told by a pronoun ("what police called a revenge *attack*")."""
    verb = noun.head
    if verb.dep_ != "acl:relcl" or verb.head.pos_ != "PRON" or verb.head.i > verb.i or noun.i < verb.i:
        return False
    own = [c for c in verb.children if c.dep_ in SUBJECTS and not has(c, "PronType", "Rel")]
    return noun.dep_ in ("xcomp", "obj", "obl") and bool(own)


def preposition_words(token: Token) -> str:
    """The same as packs list it: its words with blanks between ("because of")."""
    return preposition(token).replace("_", " ")


def role_words(role: str) -> str:
    """The adposition of a role (`prep.because_of`) as packs list it; "" of any other role."""
    return role[len(PHRASE) :].replace("_", " ") if role.startswith(PHRASE) else ""


def settle(doc: Doc) -> None:
    """Nothing changes the tree from here on: drop what was noted of it before, and keep what is worked out once."""
    doc.user_data.pop(PREPOSITIONS, None)
    doc.user_data[SETTLED] = {}


def read_as(noun: Token, word: str) -> None:
    """Whatever stands before a noun is read as that adposition, to the end ("*at the hands of* a mob": by)."""
    noun.doc.user_data.setdefault(READ_AS, {})[noun.i] = word
    noun.doc.user_data.get(PREPOSITIONS, {}).pop(noun.i, None)


def _preposition(token: Token) -> str:
    told: dict[int, str] | None = token.doc.user_data.get(READ_AS)
    if told is not None and token.i in told:
        return told[token.i]
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
            if child.i > token.i and is_conjunct(child) and not counted_with(child):
                found.append(child)
                queue.append(child)
    return tuple(sorted(t.i for t in found))


def counted_with(token: Token) -> bool:
    """Whether a bare noun is counted by the number of the one before it ("86 *women and children*")."""
    first = token.head
    if token.dep_ != "conj" or first.pos_ != "NOUN" or token.pos_ != "NOUN" or token.i != first.i + 2:
        return False
    if not (has(first, "Number", "Plur") and has(token, "Number", "Plur")) or token.nbor(-1).dep_ != "cc":
        return False
    counted = any(c.dep_ == "nummod" and c.i < first.i for c in first.children)
    return counted and not any(c.dep_ == "conj" and c.i != token.i for c in first.children)


def is_conjunct(token: Token) -> bool:
    """Whether the token is coordinated with its head."""
    if token.dep_ == "conj":
        return True
    return token.dep_ in ("advcl", "parataxis") and token.left_edge.pos_ == "CCONJ" and token.pos_ == "VERB"


def runs_on(verb: Token, clause: Token) -> bool:
    """Whether a clause without a mark follows the verb or its object with no break: its complement and no addition."""
    if clause.pos_ != "VERB" or has(clause, "VerbForm", "Part") or has(clause, "VerbForm", "Ger"):
        return False
    if has_subject(clause):
        return False
    between = verb.doc[verb.i + 1 : clause.i]
    return all(not t.is_punct and t.pos_ != "CCONJ" and not (t.pos_ == "VERB" and t.head.i == verb.i) for t in between)


def has_subject(verb: Token) -> bool:
    """Whether a predicate has a subject of its own."""
    return not SUBJECTS.isdisjoint(deps_below(verb))


@once
def is_clause(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a predicate with a subject or copula."""
    return token.pos_ in ("VERB", "AUX") or not PREDICATIVE.isdisjoint(deps_below(token))


def clause_of(token: Token) -> Token:
    """The head of the clause that a word stands in, itself too; the root where no word above it heads one."""
    while token.head.i != token.i and not is_clause(token):
        token = token.head
    return token


def expand(tokens: Sequence[Token], *, keep_order: bool = False) -> list[Token]:
    """Each token with what is coordinated with it, without repetition, in text order (or in that of `tokens`)."""
    found: dict[int, Token] = {}
    for token in tokens:
        for member in conjuncts(token):
            found[member.i] = member
    return list(found.values()) if keep_order else [found[i] for i in sorted(found)]
