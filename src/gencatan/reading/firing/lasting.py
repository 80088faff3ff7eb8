"""Happenings that are measured by the time they took ("after nine days of talks", "tiga malam pengeboman")."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import preposition_words, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.report import Tools


def lasted(noun: Token, tools: Tools) -> bool:
    """Whether words before a noun tell how long what it names went on, so that it did go on.

    By the order of words and not by the tree: parsers hang the noun on the time or on the verb around it.
    """
    first = noun.left_edge
    genitive = tools.pack.words("genitive_markers")
    if not genitive or tools.pack.noun_head == "first":
        # "setelah tiga hari pertempuran": what lasted stands right behind a time that is counted
        opening = noun.nbor(-1) if noun.i and noun.nbor(-1).head.i == noun.i else noun  # "sebelas hari saling gempur"
        time = opening.nbor(-1) if opening.i else noun
        return time.i < noun.i and _time(time, tools) and _counted(time) and not noun.is_ancestor(time)
    if first.i == 0 or first.dep_ != "case" or first.lower_ not in genitive:
        return False
    time = first.nbor(-1)
    definite = tools.pack.words("definite")
    some = any(c.dep_ == "det" and c.lower_ not in definite for c in time.children)
    bare = has(time, "Number", "Plur") and all(c.dep_ not in ("det", "amod", "nmod:poss") for c in time.children)
    return _time(time, tools) and (_counted(time) or some or bare)  # not "on the final day of talks"


def raged(noun: Token, tools: Tools) -> bool:
    """Whether a clause about a happening tells that it went on ("to end the war *that has raged* for years")."""
    words = tools.pack.words
    for clause in (c for c in noun.children if c.dep_ == "acl:relcl"):
        unsure = any(c.lower_ in words("modal_planned") or c.lower_ in words("modal_possible") for c in clause.children)
        if not unsure and starts(clause, words("verbs_of_war")):
            return True
    return False


def begun(noun: Token, dates: Collection[int], tools: Tools) -> bool:
    """Whether a clause about a happening tells that it has begun ("the talks, *which began on Monday*, are to …"), and
    no date but its own is told (but "are to *resume on Friday*")."""
    clauses = [c for c in noun.children if c.dep_ == "acl:relcl" and has(c, "Tense", "Past")]
    if not clauses or not raged(noun, tools):
        return False
    return all(any(clause.is_ancestor(noun.doc[i]) for clause in clauses) for i in dates)


def over(noun: Token, tools: Tools) -> bool:
    """Whether that time ended where the clause around it begins: the clause's day and town are not the happening's
    ("after nine days of talks", "ending 36 years of war", "to end a five-year war", "mengakhiri perang lima bulan")."""
    if noun.dep_ == "obj" and any(_measures(c, tools) for c in noun.children):
        return starts(noun.head, tools.pack.words("verbs_ending"))
    if not lasted(noun, tools):
        return False
    time = noun.nbor(-1) if tools.pack.noun_head == "first" else noun.left_edge.nbor(-1)
    after = tools.pack.words("after_markers")
    return time.dep_ == "obj" or bool(after.at(preposition_words(time).split(" "), 0))


def _measures(word: Token, tools: Tools) -> bool:
    """Whether words say how long something went on ("five-year", "decades-long", "[perang] lima bulan")."""
    if word.dep_ in ("nmod", "compound") and _time(word, tools) and _counted(word) and word.left_edge.pos_ == "NUM":
        return (word.i > word.head.i) == (tools.pack.noun_head == "first")
    parts = word.lower_.split("-")[:2]
    return "-" in word.text and any("time_noun" in tools.pack.classes_of(part) for part in parts)


def _time(word: Token, tools: Tools) -> bool:
    return word.pos_ == "NOUN" and "time_noun" in tools.mentions.classes(word)


def _counted(time: Token) -> bool:
    return any(c.dep_ == "nummod" and c.i < time.i for c in time.children)
