"""Where agreements, obligations and scheduled meetings stand, each value with its claims and a reason in words.

*No report is not compliance*: what nobody tells of is not assessable before it is due, overdue after, never done.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

from gencatan.model import Actor, Place, Record, Snapshot, Span
from gencatan.reconcile.compliance import dossier
from gencatan.reconcile.compliance.axes import Axes, axes, lapsed
from gencatan.reconcile.compliance.dossier import Agreement
from gencatan.reconcile.compliance.durations import EXACT
from gencatan.reconcile.compliance.duties import Stated, of_both, stated, told_under
from gencatan.reconcile.compliance.engagements import Engagement, engagements
from gencatan.reconcile.compliance.finding import Dating, Finding, ids, plain
from gencatan.reconcile.compliance.force import Breaches, Terms, Violation
from gencatan.reconcile.compliance.lookup import Lookup, by_report
from gencatan.reconcile.compliance.parties import Party, parties_of
from gencatan.reconcile.compliance.sides import by_side
from gencatan.reconcile.grouping.groups import Groups, groups

_LIFE: Final = 400
_TOLD_LATE: Final = 3


@dataclass(frozen=True, slots=True)
class Obligation:
    """An obligation: one for all claims that state it. `agreement` is the id of the agreement it is under, or None.

    `object` are the obligation's own words, one for each language it is told in. What both sides must do is one for
    each of them, and its `id` the claim's with the side's behind it.
    """

    id: str
    agreement: str | None
    basis: str
    obligors: tuple[Party, ...]
    action: str
    object: tuple[str, ...]
    place: str | None
    condition: str
    condition_met: Finding | None
    deadline: Dating | None
    implementation: Finding
    verification: Finding
    attribution: Finding
    intent: Finding
    observability: Finding
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        held = {name: getattr(self, name) for name in self.__slots__}
        return {name: plain(value) for name, value in held.items()}


@dataclass(frozen=True, slots=True)
class Compliance:
    """The agreements by their day, their obligations and pledges, and the meetings that were scheduled."""

    agreements: tuple[Agreement, ...]
    obligations: tuple[Obligation, ...]
    engagements: tuple[Engagement, ...]


def compliance(snapshot: Snapshot, today: date | None = None, known: Mapping[str, Groups] | None = None) -> Compliance:
    """Where everything stands on `today`: without it, the day of `as_of`, else of the latest report.

    `known` are the snapshot's groups by kind, where they were made already.
    """
    return _Books(snapshot, today, known).answer()


class _Books:
    """A snapshot laid out for these questions."""

    def __init__(self, snapshot: Snapshot, today: date | None, known: Mapping[str, Groups] | None = None) -> None:
        self._known = known
        self.snapshot = snapshot
        self.books = Lookup(snapshot.records)
        self.records = self.books.by_id
        self.today = today or _latest(snapshot)
        self.over: Mapping[str, date] = {}

    @cached_property
    def groups(self) -> Mapping[str, Groups]:
        return self._known or {kind: groups(self.snapshot, kind) for kind in ("incident", "agreement", "meeting")}

    @cached_property
    def agreed(self) -> Mapping[str, list[Record]]:
        """The claims of each agreement."""
        found = {g.id: [self.records[m] for m in g.members] for g in self.groups["agreement"]}
        return {id_: records for id_, records in found.items() if dossier.is_agreement(records)}

    @cached_property
    def of_claim(self) -> Mapping[str, str]:
        return {record.id: id_ for id_, records in self.agreed.items() for record in records}

    @cached_property
    def told(self) -> Mapping[str, list[Record]]:
        """Agreement claims by report."""
        return by_report(self.books.of_kind("agreement"))

    @cached_property
    def since(self) -> Mapping[str, int | None]:
        """The day from which each agreement binds: when it took effect, else when it was agreed; None where unknown."""
        return {id_: _first_day(records) for id_, records in self.agreed.items()}

    @cached_property
    def made(self) -> Mapping[str, date]:
        """The day on which each agreement was made, where one is known to the day."""
        told = {id_: dossier.declared(records) for id_, records in self.agreed.items()}
        return {id_: day.start for id_, day in told.items() if day and day.start and day.precision in EXACT}

    @cached_property
    def by_day(self) -> Sequence[tuple[int, str]]:
        """The agreements with a day, the earliest first."""
        return sorted((day, id_) for id_, day in self.since.items() if day is not None)

    @cached_property
    def parties(self) -> Mapping[str, tuple[Party, ...]]:
        own = {id_: dossier.parties(records) for id_, records in self.agreed.items()}
        return {id_: held or self._both_sides(id_, own) for id_, held in own.items()}

    def _both_sides(self, id_: str, own: Mapping[str, tuple[Party, ...]]) -> tuple[Party, ...]:
        """The parties of an agreement that its reports give "both sides" alone: those of the one other agreement with
        sides that these reports tell of."""
        reports = {r.head.id for r in self.agreed[id_]}
        beside = {self.of_claim.get(r.id) for report in reports for r in self.told.get(report, ())} - {id_, None}
        known = [other for other in beside if other is not None and len(own[other]) > 1]
        if len(known) != 1:
            return ()
        owed = (r for report in reports for r in self.owed.get(report, ()) if of_both(r))
        bound = any(told_under(r, self.of_claim, self.told) == id_ for r in owed)
        return own[known[0]] if bound or any(of_both(r, "parties") for r in self.agreed[id_]) else ()

    @cached_property
    def owed(self) -> Mapping[str, list[Record]]:
        """Obligation claims by report."""
        return by_report(self.books.of_kind("obligation"))

    @cached_property
    def stated(self) -> tuple[Stated, ...]:
        binding = [r for r in self.books.of_kind("obligation") if r.claim.status not in ("denied", "possible")]
        known = [(day, id_, self.parties[id_]) for day, id_ in self.by_day]
        return stated(binding, self.of_claim, self.told, known)

    @cached_property
    def under(self) -> Mapping[str, list[Stated]]:
        """The obligations of each agreement."""
        found: dict[str, list[Stated]] = {}
        for one in self.stated:
            if one.agreement is not None:
                found.setdefault(one.agreement, []).append(one)
        return found

    @cached_property
    def broken(self) -> Mapping[str, tuple[Violation, ...]]:
        """Breaches by agreement. An act counts against the latest agreement before it alone."""
        found: dict[str, tuple[Violation, ...]] = {}
        incidents = ([self.records[m] for m in g.members] for g in self.groups["incident"])
        breaches = Breaches(incidents, self.books.of_kind("statement", "event"))
        for id_, records in self.agreed.items():
            accusations = [
                r for r in records if r.claim.slots.get("stage") == "violated" and r.claim.status == "asserted"
            ]
            found[id_] = breaches.of(self._terms(id_, records), accusations)
        return found

    def _terms(self, id_: str, records: Sequence[Record]) -> Terms:
        parties = self.parties[id_]
        duties = [r for s in self.under.get(id_, ()) for r in s.records]
        homes = {country for party in parties for actor in party.actors if (country := _home(actor))}
        told = (r.claim.place for r in [*records, *duties] if r.claim.slots.get("stage") != "signed")
        places = [place for place in told if place is not None and _is_in(place, homes)]
        return Terms(parties, self.since[id_], self._until(id_), tuple(_unique(places)), frozenset(homes))

    def _until(self, id_: str) -> int | None:
        """Its last day where it was made for so long and is not told of as holding later; or, if sooner, the day of the
        next agreement of one of its parties, else that from which on it is remembered no more."""
        since = self.since[id_]
        if since is None:
            return None
        lasting = dossier.duration_of(self.agreed[id_])
        if lasting is not None and lasting.until is not None:
            over = lasting.until.toordinal()
            if not any(_holds_after(record, over) for record in self.agreed[id_]):
                return min(over, self._superseded(id_, since))
        return self._superseded(id_, since)

    def _superseded(self, id_: str, since: int) -> int:
        later = bisect_right(self.by_day, since, key=lambda item: item[0])
        for day, other in self.by_day[later:]:
            if day >= since + _LIFE:
                break
            if any(party.is_of(mine.actors) for party in self.parties[other] for mine in self.parties[id_]):
                return day
        return since + _LIFE

    def answer(self) -> Compliance:
        mediations = by_report(self.books.of_kind("mediation"))
        made = []
        for id_, records in self.agreed.items():
            duties = {one.id: one.action for one in self.under.get(id_, ())}
            made.append(dossier.make(id_, records, self.parties[id_], mediations, duties, self.broken[id_]))
        published = {record.id: record.head.published for record in self.snapshot.records}
        self.over = {one.id: day for one in made if (day := dossier.over_since(one, published)) is not None}
        made.sort(key=lambda one: (_day(one.declared or one.effective), one.id))
        each = (one for told in self.stated for one in by_side(told, self.parties.get(told.agreement or "", ())))
        owed = sorted((self._obligation(one) for one in each), key=lambda duty: (duty.agreement or "~", duty.id))
        meetings = engagements(self.groups["meeting"], self.records, self.today)
        return Compliance(tuple(made), tuple(owed), meetings)

    def _obligation(self, one: Stated) -> Obligation:
        found = lapsed(self._axes(one), one.records, self.over.get(one.agreement or ""))
        records = one.records
        places = [r.claim.place for r in records if r.claim.place is not None]
        conditions = [_words(r, "condition") for r in records if _words(r, "condition")]
        bases = [str(r.claim.slots["basis"]) for r in records if "basis" in r.claim.slots]
        return Obligation(
            id=one.id,
            agreement=one.agreement,
            basis=max(bases, key=bases.count) if bases else "",
            obligors=(one.side,) if one.side is not None else parties_of(records, "obligor"),
            action=one.action,
            object=tuple({r.head.language: _words(r, "object") for r in records if _words(r, "object")}.values()),
            place=(places[0].name or places[0].span.text) if places else None,
            condition=conditions[0] if conditions else "",
            condition_met=found.condition,
            deadline=found.deadline,
            implementation=found.implementation,
            verification=found.verification,
            attribution=found.attribution,
            intent=found.intent,
            observability=found.observability,
            claims=ids(records),
        )

    def _axes(self, one: Stated) -> Axes:
        id_ = one.agreement
        since = self.since.get(id_) if id_ else None
        if since is None:
            days = [r.head.published.toordinal() for r in one.records if r.head.published]
            since = min(days) - _TOLD_LATE if days else None  # a pledge is told of days after it was made
        reports = {r.head.id for r in one.records}
        if id_ is not None:
            reports |= {r.head.id for r in self.agreed[id_]}
        parties = [actor for party in self.parties.get(id_ or "", ()) for actor in party.actors]
        broken = self.broken.get(id_ or "", ())
        beside = {self.of_claim.get(r.id) for report in reports for r in self.told.get(report, ())} - {id_, None}
        concerned = [a for other in sorted(filter(None, beside)) for party in self.parties[other] for a in party.actors]
        made = self.made.get(id_) if id_ else None
        sides = frozenset(reports)
        return axes(one, since, self.today, self.books, parties, broken, self.of_claim, sides, concerned, made)


def _latest(snapshot: Snapshot) -> date:
    if snapshot.as_of is not None:
        return snapshot.as_of.date()
    return max((r.head.published for r in snapshot.records if r.head.published), default=date.min)


def _first_day(records: Sequence[Record]) -> int | None:
    known = dossier.effective(records) or dossier.declared(records)
    if known is None:
        return None
    day = known.start or known.end
    return day.toordinal() if day else None


def _holds_after(record: Record, day: int) -> bool:
    """Whether a report after that day tells of the agreement as in effect or broken."""
    stage, said = record.claim.slots.get("stage"), record.head.published
    told = record.claim.status == "asserted" and stage in ("in_effect", "extended", "violated")
    return told and said is not None and said.toordinal() > day


def _is_in(place: Place, homes: Set[str]) -> bool:
    """Whether it may be where an agreement holds: on the map, and not on the neutral ground where it was made."""
    mapped = bool(place.geoname_id or place.region or place.lat is not None)
    return mapped and (not homes or place.country is None or place.country in homes)


def _day(dating: Dating | None) -> date:
    return (dating.start or dating.end or date.max) if dating else date.max


def _home(actor: Actor) -> str:
    return actor.country or (actor.id[:3] if actor.id[:3].isupper() else "")


def _unique(places: Sequence[Place]) -> list[Place]:
    return list({(p.geoname_id, p.region, p.name, p.country): p for p in places}.values())


def _words(record: Record, slot: str) -> str:
    held = record.claim.slots.get(slot)
    return " ".join(held.text.split()) if isinstance(held, Span) else ""
