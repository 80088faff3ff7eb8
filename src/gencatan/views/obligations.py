"""The scorecard: who must do what by when, and where each duty stands, with the claims and a reason in words.

Compliance has four axes and no lamp: how far it is done, who has verified that, whose doing it is, whether anybody
could see it. *No report is not compliance*: a duty that nobody tells of is not assessable, never done and never broken.
How each value comes about is reconciliation's matter (`gencatan.reconcile.compliance.standing`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

from gencatan.i18n import Message, strings
from gencatan.model.ids import claim_and_side
from gencatan.reconcile.comparing import who
from gencatan.reconcile.compliance.duties import of_both
from gencatan.reconcile.compliance.finding import Finding
from gencatan.reconcile.compliance.parties import Party, words_of
from gencatan.reconcile.compliance.standing import Obligation as Stated
from gencatan.views.desk import Desk
from gencatan.views.values import NO_DAY, Cite, Known, Value, names, plain

ORDER: Final = ("agreement", "resolution", "order", "pledge", "")
AXES: Final = ("implementation", "verification", "attribution", "intent", "observability")


@dataclass(frozen=True, slots=True)
class Axis:
    """A value of one axis, why, and the claims it rests on."""

    value: str
    reason: Message
    cites: tuple[Cite, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready, the reason in English."""
        return {"value": self.value, "reason": strings("en").say(self.reason), "cites": plain(self.cites)}


@dataclass(frozen=True, slots=True)
class Obligation(Value):
    """An obligation, told once however often it is reported.

    What both sides must do is one of each side, and its `id` the claim's with the side's behind it ("…/AZE").
    `agreement` is the id of the agreement it belongs to, `object` its own words, in each language it is told in.
    `condition_met` is None where it hangs on no condition, else `met`, `not_met` or `unknown`.
    """

    id: str
    agreement: str | None
    basis: str
    status: str
    obligor: tuple[str, ...]
    action: str
    object: str
    place: str | None
    condition: str
    condition_met: Axis | None
    deadline: date | None
    implementation: Axis
    verification: Axis
    attribution: Axis
    intent: Axis
    observability: Axis
    cites: tuple[Cite, ...]

    @property
    def side(self) -> str:
        """Whose part of a duty of both sides it is; "" where it is told of nobody beside."""
        return claim_and_side(self.id)[1]


@dataclass(frozen=True, slots=True)
class Obligations(Value):
    """All obligations: those of agreements first, then resolutions, orders and pledges."""

    obligations: tuple[Obligation, ...]
    known: Known = NO_DAY

    def rows(self) -> list[dict[str, Any]]:
        """An obligation a row."""
        return [{**_row(obligation), "as_of": self.known.day} for obligation in self.obligations]


def obligations(desk: Desk) -> Obligations:
    """Every duty of the conflict and where it stands."""
    (found,) = desk.parts("obligations", (Obligations,), lambda: (_obligations(desk),))
    return cast(Obligations, found)


def _obligations(desk: Desk) -> Obligations:
    duties = [_obligation(desk, stated) for stated in desk.compliance.obligations]
    duties.sort(key=lambda obligation: (ORDER.index(obligation.basis), obligation.agreement or "", obligation.id))
    return Obligations(tuple(duties), desk.known)


def axis(desk: Desk, found: Finding) -> Axis:
    """A finding with the words that it rests on."""
    return Axis(found.value, found.reason, desk.cited(found.claims))


def bound_by(desk: Desk, stated: Stated) -> tuple[Party, ...]:
    """Who must, as far as the books know them; where it is told of both sides alone, the parties of its agreement."""
    if stated.obligors or stated.agreement is None or _words_for_obligors(desk, stated):
        return stated.obligors
    return desk.parties_to(stated.agreement)


def _obligation(desk: Desk, stated: Stated) -> Obligation:
    bound, words = bound_by(desk, stated), _words_for_obligors(desk, stated)
    return Obligation(
        stated.id,
        stated.agreement,
        stated.basis,
        desk.by_id[stated.claims[0]].claim.status,
        desk.names_of(bound) or words,
        stated.action,
        " / ".join(stated.object),
        stated.place,
        stated.condition,
        axis(desk, stated.condition_met) if stated.condition_met is not None else None,
        (stated.deadline.end or stated.deadline.start) if stated.deadline is not None else None,
        axis(desk, stated.implementation),
        axis(desk, stated.verification),
        axis(desk, stated.attribution),
        axis(desk, stated.intent),
        axis(desk, stated.observability),
        desk.cited(stated.claims),
    )


def _words_for_obligors(desk: Desk, stated: Stated) -> tuple[str, ...]:
    """What its claims call those who are bound, where they name somebody whom nobody knows ("the mayor")."""
    records = [desk.by_id[id_] for id_ in stated.claims]
    if any(map(of_both, records)):
        return ()
    told = (words_of(filler) for record in records for filler in who.fillers(record.claim, "obligor"))
    return tuple(dict.fromkeys(told))


def _row(obligation: Obligation) -> dict[str, Any]:
    standing: dict[str, Any] = {}
    for name in AXES:
        found: Axis = getattr(obligation, name)
        standing[name] = found.value
        standing[f"{name}_why"] = strings("en").say(found.reason)
        standing[f"{name}_claims"] = " ".join(item.claim for item in found.cites)
    return {
        "id": obligation.id,
        "agreement": obligation.agreement,
        "basis": obligation.basis,
        "status": obligation.status,
        "obligor": ", ".join(obligation.obligor),
        "action": obligation.action,
        "object": obligation.object,
        "place": obligation.place,
        "condition": obligation.condition,
        "condition_met": obligation.condition_met.value if obligation.condition_met else None,
        "deadline": obligation.deadline,
        **standing,
        "sources": names(item.source for item in obligation.cites),
        "claims": " ".join(item.claim for item in obligation.cites),
        "words": " … ".join(obligation.cites[0].words),
    }
