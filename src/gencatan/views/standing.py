"""Where one duty stands on the four axes: what later claims say of it, and nothing that they do not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from gencatan.i18n import Message
from gencatan.model import Record
from gencatan.views.desk import Desk, iso_day
from gencatan.views.values import Cite, cites, names

AxisParts = tuple[str, Message, tuple[Cite, ...]]

DONE_BY: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "disarm": (("event", "act", "disarmament"),),
    "demobilise": (("event", "act", "disarmament"),),
    "withdraw": (("event", "act", "retreat"), ("deployment", "change", "withdrawn")),
    "release": (("event", "act", "release"),),
    "exchange": (("event", "act", "release"),),
    "deliver_aid": (("event", "act", "delivery"),),
    "grant_access": (("event", "act", "delivery"),),
    "hold_talks": (("meeting", "format", "talks"),),
    "investigate": (("event", "act", "investigation"),),
    "monitor": (("deployment", "role", "monitoring"),),
}
"""What later claims tell of a duty being done: kind, slot, value."""
PLAIN: Final = ("disarm", "demobilise")
"""Duties whose doing can be told without who does it ("800 small arms were handed over"): nobody else has them."""
FORCE: Final = ("attack", "clash", "shelling", "air_strike", "explosion", "operation")
ACTING: Final = ("actor", "target", "force", "participants")


@dataclass(frozen=True, slots=True)
class Standing:
    """The four axes of a duty, each a value, a reason and claims; `condition_met` is None where nobody says."""

    implementation: AxisParts
    verification: AxisParts
    attribution: AxisParts
    observability: AxisParts
    condition_met: bool | None = None


def standing(
    desk: Desk, action: str, obligors: set[str], since: date | None, deadline: date | None, conditional: bool
) -> Standing:
    """Where a duty stands. `obligors` are party keys, `since` the day from which it binds."""
    done = [record for record in desk.records if _tells(desk, record, action, obligors, since)]
    broken = list(_force(desk, obligors, since)) if action == "cease_hostilities" else []
    told = cites([*done, *broken])
    late = deadline is not None and deadline < desk.today
    if broken:
        implementation = ("not_assessable", Message("books.reason.force", (len(broken),)), cites(broken))
    elif done:
        implementation = ("minimal", Message("books.reason.begun", (len(done),)), cites(done))
    elif deadline is not None and not late:
        implementation = ("not_due", Message("books.reason.not_due", (deadline.isoformat(),)), ())
    elif late and deadline is not None:
        implementation = ("overdue", Message("books.reason.overdue", (deadline.isoformat(),)), ())
    elif conditional:
        implementation = ("not_assessable", Message("books.reason.condition"), ())
    else:
        implementation = ("not_assessable", Message("books.reason.silence"), ())
    if not told:
        silence = Message("books.reason.silence")
        return Standing(
            implementation, ("undetermined", silence, ()), ("unattributed", silence, ()), ("not_reported", silence, ())
        )
    said = Message("books.reason.said_by", (names(item.source for item in told),))
    who = "party" if any(_acts(desk, record, obligors) for record in (*done, *broken)) else "unattributed"
    return Standing(implementation, ("alleged", said, told), (who, said, told), ("observed", said, told))


def _tells(desk: Desk, record: Record, action: str, obligors: set[str], since: date | None) -> bool:
    claim = record.claim
    if claim.status != "asserted" or not _after(record, since):
        return False
    if not any(claim.kind == kind and claim.slots.get(slot) == value for kind, slot, value in DONE_BY.get(action, ())):
        return False
    return _acts(desk, record, obligors) or (action in PLAIN and not _actors(desk, record))


def _actors(desk: Desk, record: Record) -> set[str]:
    """Who acts in a claim, as far as parties are named."""
    found: set[str] = set()
    if desk.assigner is None:
        return found
    for slot in ACTING:
        held = record.claim.slots.get(slot)
        if isinstance(held, tuple):
            found |= {party.id for filler in held if (party := desk.assigner.party(filler)) is not None}
    return found


def _acts(desk: Desk, record: Record, obligors: set[str]) -> bool:
    return bool(_actors(desk, record) & obligors)


def _force(desk: Desk, obligors: set[str], since: date | None) -> Sequence[Record]:
    """Acts of force after the agreement took effect, and accusations of having broken it."""
    found = []
    for record in desk.records:
        claim = record.claim
        if claim.status != "asserted" or not _after(record, since, strictly=True):
            continue
        if (claim.kind == "agreement" and claim.slots.get("stage") == "violated") or (
            claim.kind == "event"
            and claim.slots.get("act") in FORCE
            and claim.date is not None
            and _acts(desk, record, obligors)
        ):
            found.append(record)
    return found


def _after(record: Record, since: date | None, *, strictly: bool = False) -> bool:
    """Whether what is told lies after a day: by its own date, else by its report's."""
    if since is None:
        return True
    when = record.claim.date
    day = (iso_day(when.end) or iso_day(when.start)) if when else record.head.published
    if day is None:
        return False
    return day > since if strictly else day >= since
