"""Whose operation it was in the course of which somebody did something ("took the town *in an offensive*")."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, is_clause, preposition_words

if TYPE_CHECKING:
    from spacy.tokens import Token

FORCES: Final = ("@armed_force", "@rebel", "@state", "@nationality", "@organisation")
ARMED: Final = ("@state", "@armed_force")
DONE: Final = frozenset(
    {"attack", "clash", "search", "arrest", "find", "blockade", "abduction", "release", "air_strike", "shelling"}
)
"""Acts that those who carry out an operation do in it."""
TAKING: Final = frozenset({"captures", "recaptures", "controls"})
BESIDE: Final = frozenset({"nmod", "obj", "obl"})


def add_doers_within(firing: Firing, draft: Draft, report: Report) -> None:
    """Who fought, arrested or took something in a raid or an operation carried it out.

    Only where it is told as theirs ("in an operation", "in raids on …"): "in the operation" may be another's.
    """
    noun, tools = firing.token, report.tools
    if "actor" in draft.fillers or not _sweeps(draft, noun, report):
        return
    if preposition_words(noun) not in tools.pack.words("course_markers") or tools.moods.own.definite(noun):
        return
    above = _above(noun)
    if not above or tools.syntax.verbs.passive(above[-1]):
        return
    doers = [t for t in expand(tools.syntax.subjects.of(above[-1])) if t.i < noun.i and tools.mentions.fits(t, FORCES)]
    told = [f for node in above for f in report.at(firing.sentence, node)]
    armed = bool(doers) and all(tools.mentions.fits(t, ARMED) for t in doers)
    if not any(_did(f) for f in told) and (told or draft.values["act"] != "operation" or not armed):
        return
    draft.add("actor", [Mention(firing.sentence, t) for t in doers])


def _sweeps(draft: Draft, noun: Token, report: Report) -> bool:
    act = draft.values.get("act")
    return act == "operation" or (act in ("attack", "search") and report.tools.pack.in_class(noun.lower_, "sweep"))


def _above(noun: Token) -> list[Token]:
    """The nouns that the phrase may hang on, and the verb that tells what was done in it last."""
    above: list[Token] = []
    node = noun
    while node.dep_ in BESIDE and node.head.i < node.i:
        node = node.head
        above.append(node)
        if is_clause(node):
            return above
    return []


def _did(told: Firing) -> bool:
    """Whether something is told that such forces do: they fight, hold people or take a place."""
    kind, values = told.trigger.kind, told.trigger.values
    if kind == "casualty":
        return "perpetrator" in told.trigger.frame.slots.get("subj", ())
    return (kind == "event" and values.get("act") in DONE) or (kind == "territory" and values.get("relation") in TAKING)
