"""What became of meetings that were scheduled: held, postponed, cancelled, or no news once the day is past."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.language.comparing import word_groups
from gencatan.model import Record
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.facts import Facts, facts
from gencatan.reconcile.comparing.words import any_of
from gencatan.reconcile.compliance.finding import Finding, day_words, finding, ids
from gencatan.reconcile.compliance.parties import Party, parties_of, source_words
from gencatan.reconcile.grouping.groups import Group

HELD: Final = "held"
SCHEDULED: Final = "scheduled"
POSTPONED: Final = "postponed"
NO_NEWS: Final = "no_news"
CANCELLED: Final = "cancelled"
_MOVED_DAYS: Final = 90
_STALE_DAYS: Final = 31
"""Days after which a plan without a day is news no more."""


_Plan = tuple[int, int, Record]
"""A claim of a plan behind the day it is for and its place in the books' order."""


@dataclass(frozen=True, slots=True)
class Engagement:
    """A meeting that was scheduled. `day` is None where nobody gives one. `id` is that of its group.

    The outcome is `held`, `postponed`, `cancelled`, `scheduled` (its day has not come) or `no_news`.
    """

    id: str
    format: str
    participants: tuple[Party, ...]
    day: date | None
    place: str | None
    outcome: Finding
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "id": self.id,
            "format": self.format,
            "participants": [party.to_dict() for party in self.participants],
            "day": self.day.isoformat() if self.day else None,
            "place": self.place,
            "outcome": self.outcome.to_dict(),
            "claims": list(self.claims),
        }


def engagements(meetings: Iterable[Group], records: Mapping[str, Record], today: date) -> tuple[Engagement, ...]:
    """The scheduled meetings among the groups, as the books stand on `today`."""
    held = [[records[id_] for id_ in group.members] for group in meetings]
    scheduled = [group for group in held if any(r.claim.status == "planned" for r in group)]
    told = enumerate(r for group in scheduled for r in group if r.claim.status == "planned")
    plans = sorted(((day, n, r) for n, r in told if (day := _day(facts(r)))), key=lambda plan: plan[:2])
    refused = [r for group in held for r in group if r.claim.status == "denied" and not facts(r).days.dated]
    made = [_engagement(group, plans, refused, today) for group in scheduled]
    return tuple(sorted(made, key=lambda one: (one.day or date.max, one.id)))


def _engagement(group: Sequence[Record], plans: Sequence[_Plan], refused: Sequence[Record], today: date) -> Engagement:
    planned = [r for r in group if r.claim.status == "planned"]
    day = next((number for r in planned if (number := _day(facts(r))) is not None), None)
    formats = [str(r.claim.slots["format"]) for r in group if "format" in r.claim.slots]
    places = [r.claim.place for r in group if r.claim.place is not None]
    founder = min(group, key=lambda r: (r.head.published or date.max, r.id))
    return Engagement(
        founder.id,
        max(formats, key=formats.count) if formats else "other",
        parties_of(group, "participants", who.COMPATRIOTS),
        date.fromordinal(day) if day is not None else None,
        (places[0].name or places[0].span.text) if places else None,
        _outcome(group, planned, day, plans, refused, today),
        ids(group),
    )


def _day(held: Facts) -> int | None:
    """The day that it is for: of one "put off until 12 August" that day."""
    return held.days.opening if held.days.dated else None


def _outcome(
    group: Sequence[Record],
    planned: Sequence[Record],
    day: int | None,
    plans: Sequence[_Plan],
    refused: Sequence[Record],
    today: date,
) -> Finding:
    met = [r for r in group if r.claim.status == "asserted"]
    if met:
        return finding(HELD, "meeting.held", met, source_words(met[0]))
    moved = _moved(planned, day, plans)
    if moved:
        later = _day(facts(moved[0]))
        return finding(POSTPONED, "meeting.postponed", moved, day_words(date.fromordinal(later) if later else None))
    off = [r for r in group if r.claim.status == "denied"] or [r for r in refused if _calls_off_there(r, planned, day)]
    if off:
        return finding(CANCELLED, "meeting.cancelled", off, source_words(off[0]))
    words = day_words(date.fromordinal(day) if day is not None else None)
    if day is None:
        told = max(facts(r).days.published or 0 for r in planned)
        if told and today.toordinal() - told > _STALE_DAYS:
            return finding(NO_NEWS, "meeting.stale", planned)
        return finding(SCHEDULED, "meeting.no_day", planned)
    if day >= today.toordinal():
        return finding(SCHEDULED, "meeting.scheduled", planned, words)
    return finding(NO_NEWS, "meeting.no_news", planned, words)


def _moved(planned: Sequence[Record], day: int | None, plans: Sequence[_Plan]) -> list[Record]:
    """Plans of the same people, told later and before or about the day, for a later day: the meeting was put off."""
    if day is None:
        return []
    told = max(facts(r).days.published or 0 for r in planned)
    first = bisect_right(plans, day, key=lambda plan: plan[0])
    last = bisect_right(plans, day + _MOVED_DAYS, key=lambda plan: plan[0])
    own = ids(planned)
    later = [(n, r) for _, n, r in plans[first:last] if r.id not in own and _puts_off(planned[0], r, told, day)]
    return [r for _, r in sorted(later, key=lambda plan: plan[0])]


def _puts_off(plan: Record, other: Record, told: int, day: int) -> bool:
    held = facts(other)
    published = held.days.published
    if published is None or not told < published <= day + 7:
        return False
    mine, theirs = facts(plan).doers, held.doers
    if plan.claim.slots.get("format") != other.claim.slots.get("format"):
        return False
    if not mine or not theirs:
        return _puts_off_there(facts(plan), held)
    ranks = _rank(plan), _rank(other)
    if all(ranks) and ranks[0] != ranks[1]:
        return False  # talks of officers put off none of presidents
    few, many = sorted((mine, theirs), key=len)
    return len(few) > 1 and all(max(who.likeness(a, b) for b in many) >= who.KIN for a in few)


def _puts_off_there(plan: Facts, other: Facts) -> bool:
    """Whether a report says that what was to be in that town is put off, where it or the plan names nobody known ("the
    leaders of the two countries")."""
    there = where.is_fine(plan.place) and where.compare(plan.place, other.place) == where.SAME
    return there and any_of("put_off").search(other.words) is not None


def _calls_off_there(refusal: Record, planned: Sequence[Record], day: int | None) -> bool:
    """Whether a report between a plan whose people nobody knows ("both presidents") and its day tells, without a day,
    that what was to be in that town is off or that somebody will not come."""
    said = facts(refusal).days.published
    if day is None or said is None or any(facts(r).doers for r in planned):
        return False
    told = max(facts(r).days.published or 0 for r in planned)
    place = facts(planned[0]).place
    there = where.is_fine(place) and where.compare(place, facts(refusal).place) == where.SAME
    return there and told <= said <= day


def _rank(record: Record) -> str:
    """As what its people meet ("heads" of state, "ministers", "officers", "envoys"), as far as their words tell."""
    words = {word for f in who.fillers(record.claim, "participants") for word in f.span.text.casefold().split()}
    rank = next((rank for rank, names in word_groups("ranks").items() if words & names), "")
    return "heads" if rank == "leaders" else rank
