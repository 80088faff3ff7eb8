"""Which accusation a denial answers: that of whoever denies, in its own report or in one of the days before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from gencatan.model import Record, Span
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.words import content, listed
from gencatan.views.desk import Desk

DAYS: Final = 7
"""Within which a denial in another report answers."""
_SHARE: Final = 0.5
"""Of the words of what is denied, how many the accusation must have."""


def denied(desk: Desk) -> Iterator[tuple[Record, Record]]:
    """Accusations, each with the denial of the accused. What was done stands for the accusation where it is told."""
    said = [record for record in desk.of_kind("statement") if record.claim.status == "asserted"]
    accusing = [record for record in said if record.claim.slots.get("act") == "accuse"]
    for denial in said:
        if not _denies(denial):
            continue
        against = [one for one in accusing if _accuses(one, denial)]
        found = _of_its_report(against, denial) or _of_days_before(against, denial)
        if found is not None:
            yield _act(desk, found), denial


def _denies(record: Record) -> bool:
    """Whether it is a denial; "rejected the accusation" is one too, "rejected the proposal" is not."""
    act = record.claim.slots.get("act")
    held = record.claim.slots.get("content")
    charged = isinstance(held, Span) and bool(content(held.text) & listed("accused"))
    return act == "deny" or (act == "reject" and charged)


def _accuses(accusation: Record, denial: Record) -> bool:
    close = who.best(who.actors(accusation.claim, "addressee"), facts(denial).doers)
    return close is not None and close >= who.COMPATRIOTS


def _of_its_report(against: Sequence[Record], denial: Record) -> Record | None:
    """The accusation told last before it in its report, unless it says that it denies something else."""
    at = denial.claim.evidence[0].start
    before = [r for r in against if r.head.id == denial.head.id and r.claim.evidence[0].start < at]
    last = max(before, key=lambda record: record.claim.evidence[0].start, default=None)
    if last is None:
        return None
    bare = not _matter(denial)
    return last if bare or _about(last, denial) else None


def _of_days_before(against: Sequence[Record], denial: Record) -> Record | None:
    """Of other reports the one about what is denied; where that is not said, the only one of these days."""
    day, told = facts(denial).days.published, bool(_matter(denial))
    near = [
        record
        for record in against
        if record.head.id != denial.head.id
        and day is not None
        and (said := facts(record).days.published) is not None
        and 0 <= day - said <= DAYS
    ]
    fitting = [record for record in near if _about(record, denial)] if told else near
    if not fitting or (not told and len(fitting) > 1):
        return None
    return fitting[-1]


def _matter(denial: Record) -> frozenset[str]:
    """The words of what is denied, but for those that any denial has ("the allegation", "any role in the attack")."""
    held = denial.claim.slots.get("content")
    return content(held.text) - listed("denied") if isinstance(held, Span) else frozenset()


def _about(accusation: Record, denial: Record) -> bool:
    if accusation.head.language != denial.head.language:
        return False
    matter = _matter(denial)
    return len(matter & content(facts(accusation).words)) >= _SHARE * len(matter)


def _act(desk: Desk, accusation: Record) -> Record:
    """The act that the accusation tells of, which the accused is said to have done; else the accusation."""
    spans = accusation.claim.evidence
    accused = who.Circle(who.actors(accusation.claim, "addressee"), who.COMPATRIOTS)
    for record in desk.of_document(accusation.head.id):
        inside = any(a.start < b.end and b.start < a.end for a in spans for b in record.claim.evidence)
        acts = record.claim.kind == "event" or record.claim.slots.get("stage") == "violated"
        if inside and acts and record.claim.attribution and accused.has_any(facts(record).doers):
            return record
    return accusation
