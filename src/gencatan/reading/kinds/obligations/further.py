"""What else is to be done, in a list of verbs that the parser took apart ("agreed to stop A, to open B and to …")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

ENDS: Final = frozenset({";", ":", ".", "–", "—", "("})
GAP: Final = 2  # words between what joins and the verb: "and then to"
BESIDE: Final = frozenset({"conj", "advcl", "xcomp", "parataxis", "ccomp", "acl"})


def further(first: Token, report: Report) -> list[Token]:
    """The verbs that go on with a list which begins with `first`, in its own form and with no subject of their own.

    None where the list is not closed by "and": "…, ending the war" tells what follows from it.
    """
    doc, tools = first.doc, report.tools
    found: list[Token] = []
    closed = 0
    for verb in doc[first.i + 1 :]:
        if verb.text in ENDS or (verb.dep_ in RELATIVE and has(verb, "PronType", "Rel")):
            break
        if verb.pos_ != "VERB":
            continue
        join = _joins(verb, report)
        if any(c.dep_ in SUBJECTS and c.i < verb.i for c in verb.children) or tools.attributions.reports(verb):
            if join or has(verb, "VerbForm", "Fin"):
                break
            continue
        if not join or verb.dep_ not in BESIDE or not bare(verb) or _nested(verb, first, found):
            continue
        found.append(verb)
        if join == "and":
            closed = len(found)
    return found[:closed]


def _joins(verb: Token, report: Report) -> str:
    """What joins a verb to the list: "and", a comma, or nothing."""
    words, doc = report.tools.pack.words, verb.doc
    at = verb.i - 1
    for _ in range(GAP):
        if at >= 0 and doc[at].lower_ in words("control_marks") and doc[at].dep_ == "mark":
            at -= 1
    if at < 0:
        return ""
    if doc[at].pos_ == "CCONJ" and doc[at].lower_ in words("companion_markers"):
        return "and"
    return "," if doc[at].text == "," else ""


def bare(verb: Token) -> bool:
    """Whether a verb is in no form that tells of what is or was."""
    return not has(verb, "VerbForm", "Fin") and not has(verb, "VerbForm", "Part") and not has(verb, "VerbForm", "Ger")


def _nested(verb: Token, first: Token, found: list[Token]) -> bool:
    """Whether a verb goes on with one that another of the list has behind it ("let monitors enter and search")."""
    if verb.dep_ != "conj" or verb.head.i <= first.i or verb.head.pos_ != "VERB":
        return False
    return all(verb.head.i != one.i for one in found)
