"""Whether what a noun of an act says, and not another word of its clause, makes somebody the one who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, expand, has_subject, marks, preposition, starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from gencatan.reading.drafts.draft import Draft, Firing
    from gencatan.reading.report import Report

OWN: Final = frozenset({"promise", "threaten", "acknowledge"})
"""Statements by which somebody tells of what they do themselves."""
MUTUAL: Final = frozenset({"clash"})
STOPPED: Final = frozenset({"protest"})
"""Acts that somebody halts who did not do them."""
WHOSE_ACT: Final = {"accuse": "addressee", "acknowledge": "speaker"}
"""Whose doing it is that somebody tells with these acts."""
FIGHTERS: Final = frozenset({"armed_force", "armed_group", "rebel", "group"})
"""Those who may do harm and die of it, as who blows himself up does."""
CLIMB: Final = 2
VERDICT: Final = ("SANCTION", "convict")


def _drop_absent(firing: Firing, draft: Draft, report: Report) -> None:
    """Take out who is said to have had no part in an act that there was ("membantah terlibat dalam serangan itu")."""
    statements = report.statements[firing.sentence.index]
    for verb in firing.roles.get("governor", []) if draft.status == "asserted" else ():
        if report.tools.moods.read(firing.sentence, verb, statements).status == "denied":
            own = {t.i for t in expand(report.tools.syntax.subjects.of(verb))}
            draft.add("actor", [m for m in draft.fillers.pop("actor", []) if m.token.i not in own])


def license_actors(firing: Firing, draft: Draft, report: Report) -> None:
    """Take away who did not do what a noun tells, by the words that brought them in; the slot is left empty then."""
    _drop_absent(firing, draft, report)
    actors = draft.fillers.pop("actor", [])
    actors = [m for m in actors if not _only_speaks(m, firing, report) and not _only_where(m, firing, report)]
    actors = [m for m in actors if not _ends_war(m, firing, report) and not _is_it(m, firing)]
    alone = draft.values.get("act") in MUTUAL and len(actors) == 1 and "target" not in draft.fillers
    if alone and _names_where(actors[0].token, firing, report):
        return  # "Iraq's insurgency": one land, and two sides
    draft.add("actor", actors)


def did_nothing(subject: Token, firing: Firing, report: Report) -> bool:
    """Whether the subject of another verb cannot have done what a verb without one goes on to tell.

    The unnamed dead do nothing more ("four people were killed in the raid …, and detained several men"), and who only
    says something harms nobody by it ("condemned the crackdown, as a result of which ten people died").
    """
    verb, mentions = subject.head, report.tools.mentions
    if firing.nominal or verb.i == firing.token.i or subject.dep_ not in SUBJECTS or has_subject(firing.token):
        return False
    said = report.at(firing.sentence, verb, "statement")
    if any(f.trigger.values.get("act") not in OWN and not f.trigger.order for f in said):
        mark = marks(firing.token)
        follows = firing.token.dep_ == "advcl" and mark and mark not in report.tools.pack.words("control_marks")
        return firing.trigger.kind == "casualty" and bool(follows)
    dead = report.at(firing.sentence, verb, "casualty")
    harmed = any(f.trigger.values.get("harm") == "killed" and f.hit.voice != "act" for f in dead)
    counted = any(c.dep_ in ("nummod", "det") for c in subject.children) or subject.pos_ == "NUM"
    return harmed and counted and mentions.classes(subject).isdisjoint(FIGHTERS)


def blamed(firing: Firing, report: Report, *acts: str) -> list[Mention]:
    """Who is accused of what a noun names, or owns up to it ("accused the army of a breach of the truce"), by words of
    `acts`."""
    node = firing.token
    for _ in range(CLIMB):
        if node.i != firing.token.i and node.pos_ == "VERB" and not report.tools.syntax.verbs.light(node):
            return []  # "accused the army of covering up the killings"
        node = node.head
        for saying in report.at(firing.sentence, node, "statement"):
            act = saying.trigger.values.get("act", "")
            if act in acts and saying.mood.status == "denied":
                return []  # "the bombing was not blamed on any group"
            if act in acts:
                told = report.tools.frames.filled(saying).fillers.get(WHOSE_ACT[act], [])
                return [m for m in told if m.token.i != firing.token.i and not report.tools.mentions.none_such(m.token)]
    return []


def convicted(firing: Firing, report: Report) -> list[Mention]:
    """Who was found guilty of what a noun names, or sentenced for it ("convicted two officers of the killing")."""
    node, noun = firing.token, firing.token
    for _ in range(CLIMB):
        node = node.head
        for verdict in report.at(firing.sentence, node, "event"):
            charge = verdict.trigger.frame.slots.get(f"prep.{preposition(noun)}", ())
            if verdict.trigger.plover == VERDICT and not verdict.nominal and "cause" in charge:
                told = report.tools.frames.filled(verdict).fillers.get("target", [])
                return [m for m in told if m.token.i != noun.i and not noun.is_ancestor(m.token)]
    return []


def halted(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun names what those who do it halt, so that it is told not to be done ("suspended its air strikes",
    "the withdrawal was halted"). What others halt was done, and not by them ("halted the *Russian* advance")."""
    noun, verb = firing.token, firing.token.head
    if draft.status != "asserted" or draft.values.get("act") in MUTUAL or not firing.nominal:
        return False
    if noun.dep_ not in ("obj", "nsubj:pass") or not starts(verb, report.tools.pack.words("verbs_halting")):
        return False
    mentions = report.tools.mentions
    roles = report.tools.syntax.roles_of_verb(verb, dates=firing.sentence.date_tokens)
    halting = [t for t in expand(roles.get("subj", [])) if t.i != noun.i]
    if not halting:
        return noun.dep_ == "nsubj:pass"
    to_whom = {m.token.i for slot in ("target", "force") for m in draft.fillers.get(slot, [])}
    whose = [t for t in firing.roles.get("poss", []) if "agent" in mentions.classes(t) and not mentions.pronoun(t)]
    whose = [t for t in whose if t.i not in to_whom]
    subject = {t.i for t in halting}
    acting = draft.fillers.get("actor", [])
    others = [m for m in acting if m.token.i not in subject or m.sentence is not firing.sentence]
    if not (whose or others or draft.values.get("act") in STOPPED):
        own = any("agent" in mentions.classes(t) or t.pos_ in ("PROPN", "PRON") for t in halting)
        if own and draft.kind == "event":
            draft.add("actor", [Mention(firing.sentence, t) for t in halting])
        return own
    if "actor" in draft.fillers:
        del draft.fillers["actor"]
        draft.add("actor", [*others, *(Mention(firing.sentence, t) for t in whose)])
    return False


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


def _is_it(mention: Mention, firing: Firing) -> bool:
    """Whether it is what is said to be the act, and nobody who did it ("[it] was the third such attack this month")."""
    subject = mention.sentence is firing.sentence and mention.token.head.i == firing.token.i
    if preposition(firing.token):
        return False  # "has been on hunger strike"
    return subject and mention.token.dep_ in SUBJECTS and any(c.dep_ == "cop" for c in firing.token.children)


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
