"""Whether what a noun of an act says, and not another word of its clause, makes somebody the one who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.relations import RELATIVE, has_subject, preposition, starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from gencatan.reading.drafts.draft import Draft, Firing
    from gencatan.reading.report import Report
    from gencatan.reading.telling.discourse import Mention

OWN: Final = frozenset({"promise", "threaten", "acknowledge"})
"""Statements by which somebody tells of what they do themselves."""
MUTUAL: Final = frozenset({"clash"})


def _drop_absent(firing: Firing, draft: Draft, report: Report) -> None:
    """Take out who is said to have had no part in an act that there was ("membantah terlibat dalam serangan itu")."""
    statements = report.statements[firing.sentence.index]
    for verb in firing.roles.get("governor", []) if draft.status == "asserted" else ():
        if report.tools.moods.read(firing.sentence, verb, statements).status == "denied":
            own = {t.i for t in report.tools.syntax.subjects.of(verb)}
            draft.add("actor", [m for m in draft.fillers.pop("actor", []) if m.token.i not in own])


def license_actors(firing: Firing, draft: Draft, report: Report) -> None:
    """Take away who did not do what a noun tells, by the words that brought them in; the slot is left empty then."""
    _drop_absent(firing, draft, report)
    actors = draft.fillers.pop("actor", [])
    actors = [m for m in actors if not _only_speaks(m, firing, report) and not _only_where(m, firing, report)]
    actors = [m for m in actors if not _ends_war(m, firing, report)]
    alone = draft.values.get("act") in MUTUAL and len(actors) == 1 and "target" not in draft.fillers
    if alone and _names_where(actors[0].token, firing, report):
        return  # "Iraq's insurgency": one land, and two sides
    draft.add("actor", actors)


def provoked(firing: Firing, report: Report) -> list[Mention]:
    """Both sides of a clash that an act of one against the other set off ("threw stones at officers, triggering a
    clash")."""
    verb = firing.token.head
    if firing.token.dep_ != "obj" or verb.dep_ != "advcl" or has_subject(verb):
        return []
    if not starts(verb, report.tools.pack.words("verbs_causing")):
        return []
    for act in report.at(firing.sentence, verb.head, "event"):
        told = report.tools.frames.filled(act).fillers
        sides = [*told.get("actor", []), *told.get("target", [])]
        if "actor" in told and "target" in told and act.mood.status == firing.mood.status:
            return [m for m in sides if report.tools.mentions.can_act(m.token)]
    return []


def _only_speaks(mention: Mention, firing: Firing, report: Report) -> bool:
    """Whether it is who says, fears or judges something about the act ("voiced concern over the air strikes")."""
    agents = report.tools.pack.words("passive_agent")
    if mention.sentence is not firing.sentence:
        return False
    by, token = preposition(mention.token) in agents, firing.token
    for verb in (*firing.roles.get("governor", []), *(c for c in token.children if c.dep_ in RELATIVE)):
        if mention.token.i == token.i or not any(t.i == verb.i for t in _above(mention.token)):
            continue
        described = verb.dep_ in RELATIVE and verb.head.i == token.i
        if by and not (described and mention.token.head.i == verb.i):
            continue  # "complained of interference by foreign powers", but "which was announced by the minister"
        if described:
            said = verb.lower_ in report.tools.pack.words("verbs_reporting")
        else:
            told = [verb, *(c for c in verb.children if c.dep_ == "obj" and c.i != token.i)]
            acts = {f.trigger.values.get("act") for t in told for f in report.at(firing.sentence, t, "statement")}
            said = bool(acts - OWN)
        if said and not any(t.i == token.i for t in _above(mention.token, verb)):
            return True
    return False


def _ends_war(mention: Mention, firing: Firing, report: Report) -> bool:
    """Whether it is who ends or settles a war, and need not be at war ("the mediators must resolve the conflict")."""
    words = report.tools.pack.words
    if firing.token.lower_ not in words("nouns_of_war") or firing.token.dep_ != "obj":
        return False
    under = any(t.i == firing.token.i for t in _above(mention.token))
    return not under and starts(firing.token.head, words("verbs_ending"))


def _above(token: Token, stop: Token | None = None) -> Iterator[Token]:
    """The heads above a token, nearest first, below `stop`."""
    while token.head.i != token.i and (stop is None or token.head.i != stop.i):
        token = token.head
        yield token


def _only_where(mention: Mention, firing: Firing, report: Report) -> bool:
    """Whether a town or region beside the noun tells where it was ("the Mosul shooting")."""
    beside = any(t.i == mention.token.i for t in firing.roles.get("poss", []))
    if not beside or mention.sentence is not firing.sentence or mention.token.pos_ != "PROPN":
        return False
    if mention.token.dep_ != "compound" and "state" in report.tools.mentions.classes(mention.token):
        return False  # "Moscow's offensive": the capital is its government
    return report.places.is_town(mention.token)


def _names_where(token: Token, firing: Firing, report: Report) -> bool:
    """Whether a land's name before the noun is all that is told of the sides."""
    beside = any(t.i == token.i for t in firing.roles.get("poss", [])) and not preposition(token)
    return beside and token.pos_ == "PROPN" and bool(report.tools.mentions.classes(token) & {"place", "state"})
