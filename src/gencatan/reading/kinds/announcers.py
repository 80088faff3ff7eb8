"""By whom a deal or truce is only made known: no party to it, unless it is their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

AGENT: Final = "agent"  # the key of a frame that says what becomes of a passive's agent
BODIES: Final = frozenset({"group", "armed_group", "armed_force", "state"})


def drop(firing: Firing, draft: Draft, report: Report, sides: list[Mention]) -> None:
    """Take out who only announces a deal; `sides` are those that it was told to be between before.

    Where the frame says that the agent is none ("the accord was announced by …"), no agent is. Of a truce, which one
    side alone may announce, a person in the passive is none ("announced by the president"). Nobody is where it is told
    to be between two others.
    """
    told = draft.fillers.get("parties", [])
    if not told:
        return
    doc = firing.token.doc
    agents = {t.i for t in _announcing(firing)}
    if "none" in firing.trigger.frame.slots.get(AGENT, ()):
        out = agents | _of_others(firing, told, sides, report)
    elif firing.token.lower_ in report.tools.pack.words("verbs_announcing"):
        out = _of_others(firing, told, sides, report) or {i for i in agents if _person(doc[i], report)}
    else:
        beside = {t.i for m in told if m.sentence is firing.sentence for t in _of_participle(m.token, firing, report)}
        out = (
            beside if len(told) > len(beside) + 1 or len(sides) > 1 else {i for i in beside if _person(doc[i], report)}
        )
    kept = [m for m in told if m.token.i not in out or m.sentence is not firing.sentence]
    draft.fillers.pop("parties", None)
    draft.add("parties", kept)


def _announcing(firing: Firing) -> list[Token]:
    """Those by whom it is announced, with "by" or, as Indonesian has it, right behind the verb."""
    verb = firing.token
    behind = [t for t in firing.roles.get("subj", []) if t.dep_ == "obl:agent" or (t.i > verb.i and t.head.i == verb.i)]
    return expand(behind)


def _of_participle(noun: Token, firing: Firing, report: Report) -> list[Token]:
    """Somebody by whom another word of the clause says it was announced ("the truce, announced by X, took effect")."""
    node = noun
    while node.dep_ == "conj" and node.head.i < node.i:
        node = node.head
    verb = node.head
    announced = starts(verb, report.tools.pack.words("verbs_announcing")) and verb.i != firing.token.i
    return [noun] if announced and verb.i < node.i else []


def _of_others(firing: Firing, told: list[Mention], sides: list[Mention], report: Report) -> set[int]:
    """Those who announce what others made: where it is told to be between two who are not they, or they are called
    mediators ("*the mediator* announced the deal")."""
    acting = {t.i for t in _announcing(firing) or expand(firing.roles.get("subj", []))}
    others = [m for m in told if m.sentence is not firing.sentence or m.token.i not in acting]
    same = not others and all(report.is_definite(firing.sentence, t) for t in firing.roles.get("obj", []))
    if len(others) > 1 or (same and _between_others(acting, sides, firing)):
        return acting
    doc = firing.token.doc
    return {i for i in acting if any(t.kind == "mediation" for t in firing.sentence.triggers_at(doc[i]))}


def _between_others(acting: set[int], sides: list[Mention], firing: Firing) -> bool:
    """Whether a truce is known to be between two who are not those that announce it."""
    names = {firing.token.doc[i].lower_ for i in acting}
    return len(sides) > 1 and not any(m.token.lower_ in names for m in sides)


def _person(noun: Token, report: Report) -> bool:
    kinds = report.tools.mentions.classes(noun)
    return "official" in kinds or ("person" in kinds and not kinds & BODIES)
