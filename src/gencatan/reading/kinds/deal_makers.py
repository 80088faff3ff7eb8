"""Who made an agreement, where the words beside it tell: by whose mediation, and whose war it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft
from gencatan.reading.kinds.deal_nouns import agreement_noun
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, preposition, starts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

REACH: Final = 3  # words up from a mediation to what came of it: "in Sochi in July under Russian mediation"
THERE: Final = frozenset({"agreed", "signed", "in_effect", "extended"})
"""Steps that a mediation may have brought about."""


def tell(report: Report) -> None:
    """Give agreements the sides of the war they ended and those who mediated, and mediations what came of them."""
    for deal in report.drafts:
        if deal.kind == "agreement" and "parties" not in deal.fillers and deal.values["stage"] in THERE:
            deal.add("parties", _at_war(deal, report))
    for draft in report.drafts:
        if draft.kind == "mediation" and draft.nominal and preposition(draft.token):
            _came_of(draft, report)


def _came_of(mediation: Draft, report: Report) -> None:
    """Tie a mediation to the agreement or the talks of the clause that it stands in."""
    sentence, node = mediation.sentence, mediation.token
    beside = {d.token.i: d for d in report.drafts if d.sentence is sentence and d.kind in ("agreement", "meeting")}
    for _ in range(REACH if beside else 0):
        node = node.head
        known = beside.get(node.i) or next(
            (beside[c.i] for c in node.children if c.dep_ in SUBJECTS and c.i in beside), None
        )
        if known is None:
            continue
        if known.kind == "agreement" and known.values["stage"] in THERE:
            mediation.status = known.status  # "agreed to a truce under … mediation": no mediation to come
            known.add("mediator", [] if "mediator" in known.fillers else mediation.fillers["mediator"])
            noun = agreement_noun(known.firing, report) if known.firing is not None else None
        else:
            noun = known.token if known.kind == "meeting" and known.nominal else None
        if noun is not None:
            mediation.texts["about"] = report.span(Mention(sentence, noun))
            sides = known.fillers.get("parties") or known.fillers.get("participants", [])
            mediation.add("parties", [] if "parties" in mediation.fillers else sides)
        return


def _at_war(deal: Draft, report: Report) -> list[Mention]:
    """Between whom the fighting was that an agreement is said to have ended ("the truce ended a year of war between X
    and Y")."""
    noun = agreement_noun(deal.firing, report) if deal.firing is not None else None
    if noun is None:
        return []
    for verb in _verbs_of(noun):
        if starts(verb, report.tools.pack.words("verbs_ending")):
            for act in report.drafts:
                told = act.kind == "event" and act.sentence is deal.sentence and act.values.get("act") == "clash"
                sides = act.fillers.get("actor", []) if told and verb.is_ancestor(act.token) else []
                if len(sides) > 1 or any(report.is_plural(m) for m in sides):
                    return list(sides)
    return []


def _verbs_of(noun: Token) -> Iterable[Token]:
    """The verbs that a noun is the subject of: that of its clause, and those of clauses about it."""
    if noun.dep_ in SUBJECTS:
        yield noun.head
    yield from (c for c in noun.children if c.dep_ in RELATIVE and c.i > noun.i)
