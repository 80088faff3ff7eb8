"""The scorecard: who must do what by when, and where each duty stands, with the claims and a reason in words.

Compliance has four axes and no lamp: how far it is done, who has verified that, whose doing it is, whether anybody
could see it. *No report is not compliance*: a duty that nobody tells of is not assessable, never done and never broken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.i18n import Message, strings
from gencatan.model import Filler, Record, Span
from gencatan.views.desk import Desk, Gathering, day_of, iso_day, place_of
from gencatan.views.standing import Standing, standing
from gencatan.views.values import Cite, Value, cites, names, plain

ORDER: Final = ("agreement", "resolution", "order", "pledge", "")
SAME_ACTION: Final[Mapping[str, str]] = {"hand_over_weapons": "disarm"}
"""Actions that reports use for one and the same duty."""
NEAREST: Final = 2_000
"""Letters between a duty and the agreement that it is told under, at most."""


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
class Duty(Value):
    """An obligation, told once however often it is reported. `condition_met` is None where nobody says.

    `agreement` is the id of the agreement it belongs to. `status` is `called_for` (it binds), `planned` (pledged) or
    `conditional`.
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
    condition_met: bool | None
    deadline: date | None
    implementation: Axis
    verification: Axis
    attribution: Axis
    observability: Axis
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Obligations(Value):
    """All obligations: those of agreements first, then resolutions, orders and pledges."""

    obligations: tuple[Duty, ...]

    def rows(self) -> list[dict[str, Any]]:
        """An obligation a row."""
        return [_row(duty) for duty in self.obligations]


def obligations(desk: Desk) -> Obligations:
    """Every duty of the conflict and where it stands."""
    agreements = desk.gatherings("agreement")
    by_claim = {record.id: gathering for gathering in agreements for record in gathering.records}
    same: dict[tuple[Any, ...], list[Record]] = {}
    under: dict[str, Gathering | None] = {}
    for record in desk.of_kind("obligation"):
        under[record.id] = (
            _agreement(desk, record, by_claim) if record.claim.slots.get("basis") == "agreement" else None
        )
        same.setdefault(_key(desk, record, under[record.id]), []).append(record)
    duties = [_duty(desk, records, under[records[0].id]) for records in same.values()]
    duties.sort(key=lambda duty: (ORDER.index(duty.basis), duty.agreement or ""))
    return Obligations(tuple(duties))


def _key(desk: Desk, record: Record, agreement: Gathering | None) -> tuple[Any, ...]:
    claim = record.claim
    who = tuple(sorted({desk.party_key(filler) for filler in _fillers(record, "obligor")}))
    action = str(claim.slots.get("action", ""))
    about = claim.slots.get("object") if action == "other" else None
    words = about.text.casefold() if isinstance(about, Span) else None
    return (
        agreement.id if agreement else None,
        claim.slots.get("basis"),
        claim.status == "conditional",
        who,
        SAME_ACTION.get(action, action),
        words,
    )


def _fillers(record: Record, slot: str) -> tuple[Filler, ...]:
    held = record.claim.slots.get(slot, ())
    return held if isinstance(held, tuple) else ()


def _agreement(desk: Desk, record: Record, by_claim: Mapping[str, Gathering]) -> Gathering | None:
    """The agreement told nearest before the duty in its report, else nearest after; denied ones bind nobody."""
    at = record.claim.evidence[0].start
    best: tuple[bool, int, Gathering] | None = None
    for other in desk.of_document(record.head.id):
        if other.claim.kind != "agreement" or other.claim.status in ("denied", "possible"):
            continue
        away = at - other.claim.evidence[0].start
        found = (away < 0, abs(away), by_claim[other.id])
        if abs(away) <= NEAREST and (best is None or found[:2] < best[:2]):
            best = found
    return best[2] if best else None


def _duty(desk: Desk, records: Sequence[Record], agreement: Gathering | None) -> Duty:
    lead = max(records, key=lambda record: (len(record.claim.slots), record.claim.confidence))
    claim = lead.claim
    obligors = [filler for record in records for filler in _fillers(record, "obligor")]
    if not obligors and agreement is not None:
        obligors = [filler for record in agreement.records for filler in _fillers(record, "parties")]
    deadline = next((day for record in records if record.claim.date and (day := iso_day(record.claim.date.end))), None)
    since = day_of(agreement.records)[0] if agreement is not None else None
    since = since or min((record.head.published for record in records if record.head.published), default=None)
    action = str(claim.slots.get("action", "other"))
    keys = {desk.party_key(filler) for filler in obligors}
    found: Standing = standing(
        desk, SAME_ACTION.get(action, action), keys, since, deadline, claim.status == "conditional"
    )
    return Duty(
        records[0].id,
        agreement.id if agreement else None,
        str(claim.slots.get("basis", "")),
        claim.status,
        tuple({desk.party_key(filler): desk.party_name(filler) for filler in obligors}.values()),
        SAME_ACTION.get(action, action),
        _text(claim.slots.get("object")),
        place_of(records),
        next((words for record in records if (words := _text(record.claim.slots.get("condition")))), ""),
        found.condition_met,
        deadline,
        Axis(*found.implementation),
        Axis(*found.verification),
        Axis(*found.attribution),
        Axis(*found.observability),
        cites(records),
    )


def _text(value: object) -> str:
    return " ".join(value.text.split()) if isinstance(value, Span) else ""


def _row(duty: Duty) -> dict[str, Any]:
    axes = ("implementation", "verification", "attribution", "observability")
    standing_: dict[str, Any] = {}
    for name in axes:
        axis: Axis = getattr(duty, name)
        standing_[name] = axis.value
        standing_[f"{name}_why"] = strings("en").say(axis.reason)
        standing_[f"{name}_claims"] = " ".join(item.claim for item in axis.cites)
    return {
        "id": duty.id,
        "agreement": duty.agreement,
        "basis": duty.basis,
        "status": duty.status,
        "obligor": ", ".join(duty.obligor),
        "action": duty.action,
        "object": duty.object,
        "place": duty.place,
        "condition": duty.condition,
        "condition_met": duty.condition_met,
        "deadline": duty.deadline,
        **standing_,
        "sources": names(item.source for item in duty.cites),
        "claims": " ".join(item.claim for item in duty.cites),
        "words": " … ".join(duty.cites[0].words),
    }
