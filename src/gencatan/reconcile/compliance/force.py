"""Breaches of an agreement: force between its parties after it took effect and inside its area, and accusations.

Each enters as alleged, with those who say so; what the books hold besides decides how far it is verified.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from gencatan.model import Place, Record
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.when import day_number
from gencatan.reconcile.compliance.finding import Finding, finding, ids
from gencatan.reconcile.compliance.lookup import by_report
from gencatan.reconcile.compliance.parties import Party, source_words
from gencatan.reconcile.grouping.sources import source_key

VIOLATION: Final[Mapping[str, str]] = MappingProxyType(
    {
        "attack": "small_arms",
        "clash": "small_arms",
        "shelling": "shelling",
        "air_strike": "air_or_drone",
        "explosion": "ied_or_mine",
        "operation": "ground_advance",
        "blockade": "aid_or_blockade",
        "abduction": "detention_or_abduction",
    }
)
"""The type of violation that an act is."""
FORCE: Final = frozenset(VIOLATION)

_NEAR: Final = 200
_WATCHING: Final = frozenset({"UNO", "OSC"})
_INSIDE: Final = (where.SAME, where.NEAR, where.INSIDE, where.COUNTRY)


@dataclass(frozen=True, slots=True)
class Terms:
    """What a breach is measured against: whose agreement, from which day on, where, how long it may be remembered."""

    parties: tuple[Party, ...]
    since: int | None
    until: int | None
    area: tuple[Place, ...]
    countries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Violation:
    """A breach as it is told. `accused` are the parties said to do it, `by` whose word it is.

    `id` is the first claim's, `type` one of the violation types;
    `verification` as on the scorecard; `denied` the claims that deny it.
    """

    id: str
    type: str
    accused: tuple[Party, ...]
    by: tuple[str, ...]
    day: date | None
    place: str | None
    verification: Finding
    claims: tuple[str, ...]
    denied: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "id": self.id,
            "type": self.type,
            "accused": [party.to_dict() for party in self.accused],
            "by": list(self.by),
            "day": self.day.isoformat() if self.day else None,
            "place": self.place,
            "verification": self.verification.to_dict(),
            "claims": list(self.claims),
            "denied": list(self.denied),
        }


class Breaches:
    """What the books tell of force, laid out by day and by report so that each agreement's breaches are soon found."""

    def __init__(self, incidents: Iterable[Sequence[Record]], told: Iterable[Record]) -> None:
        """`incidents` are those of the books, `told` all other claims that may confirm or deny a breach."""
        dated = (_dated(place, incident) for place, incident in enumerate(incidents))
        self._incidents = sorted((one for one in dated if one is not None), key=lambda one: one.day)
        self._days = [one.day for one in self._incidents]
        self._told = by_report(r for r in told if r.claim.slots.get("act") == "investigation" or _is_denial(r))

    def of(self, terms: Terms, accusations: Sequence[Record]) -> tuple[Violation, ...]:
        """The breaches of an agreement. `accusations` are its claims of stage `violated`."""
        under = self._under(terms)
        forceful = [list(one.records) for one in under]
        pools = {n: forceful[n] for n, one in enumerate(under) if _is_between(terms, one)}
        reported: dict[str, list[int]] = {}
        for n, pool in enumerate(forceful):
            for report in {record.head.id for record in pool}:
                reported.setdefault(report, []).append(n)
        left: list[Record] = []
        for accusation in accusations:
            near = (n for n in reported.get(accusation.head.id, ()) if _is_beside(accusation, forceful[n]))
            told_by = next(near, None)
            if told_by is None:
                left.append(accusation)
            else:
                pools.setdefault(told_by, forceful[told_by]).append(accusation)
        found = [*pools.values(), *_by_day(left)]
        made = [_violation(terms, pool, self._told_with(pool)) for pool in found]
        return tuple(sorted(made, key=lambda one: (one.day or date.max, one.id)))

    def _under(self, terms: Terms) -> list[_Incident]:
        """Force after the agreement took effect and inside its area, whoever used it; in the books' order.

        Later than the day it took effect: of that day itself nobody can tell.
        """
        if terms.since is None:
            return []
        since = terms.since
        first = bisect_right(self._days, since)
        last = bisect_right(self._days, terms.until) if terms.until else None
        inside = [
            one
            for one in self._incidents[first:last]
            if (one.told is None or one.told > since) and any(_inside(terms, record) for record in one.force)
        ]
        return sorted(inside, key=lambda one: one.place)

    def _told_with(self, pool: Sequence[Record]) -> list[Record]:
        return [record for report in dict.fromkeys(r.head.id for r in pool) for record in self._told.get(report, ())]


@dataclass(frozen=True, slots=True)
class _Incident:
    """An incident with force in it: its place in the books' order, the first day it is dated to, the first that it was
    told on, and those of its claims that tell of force."""

    place: int
    day: int
    told: int | None
    records: Sequence[Record]
    force: Sequence[Record]


def _dated(place: int, incident: Sequence[Record]) -> _Incident | None:
    """None for an incident without force, or that nobody dates."""
    force = [r for r in incident if r.claim.kind == "event" and r.claim.slots.get("act") in FORCE]
    force = [r for r in force if r.claim.status in ("asserted", "possible")]
    days = [day for record in incident if (day := _day(record)) is not None] if force else []
    if not days:
        return None
    told = min((said for record in incident if (said := record.head.published)), default=None)
    return _Incident(place, min(days), told.toordinal() if told else None, incident, force)


def _is_between(terms: Terms, incident: _Incident) -> bool:
    """Force of one party on another or on its people. Where nobody is named for it, it takes an accusation."""
    return any(_between_parties(terms, record) for record in incident.force)


def _day(record: Record) -> int | None:
    when = record.claim.date
    return day_number(when.start or when.end) if when else None


def _between_parties(terms: Terms, record: Record) -> bool:
    doers = who.doers(record.claim)
    did = any(party.is_of(doers, who.COMPATRIOTS) for party in terms.parties)
    return did and not _against_others(terms, record)


def _against_others(terms: Terms, record: Record) -> bool:
    targets = who.others(record.claim)
    return bool(targets) and not any(party.is_of(targets, who.COMPATRIOTS) for party in terms.parties)


def _inside(terms: Terms, record: Record) -> bool:
    place = record.claim.place
    if place is None:
        return True
    if not terms.area:
        return not terms.countries or place.country is None or place.country in terms.countries
    return any(where.compare(place, part) in _INSIDE for part in terms.area)


def _is_beside(accusation: Record, pool: Iterable[Record]) -> bool:
    return any(_told_together(accusation, record) for record in pool)


def _told_together(one: Record, other: Record) -> bool:
    if one.head.id != other.head.id:
        return False
    gaps = (max(a.start, b.start) - min(a.end, b.end) for a in one.claim.evidence for b in other.claim.evidence)
    return min(gaps) <= _NEAR


def _by_day(accusations: Sequence[Record]) -> list[list[Record]]:
    pools: dict[tuple[int | None, tuple[str, ...]], list[Record]] = {}
    for record in accusations:
        accused = tuple(sorted(actor.id for actor in who.actors(record.claim, "parties")))
        pools.setdefault((_day(record), accused), []).append(record)
    return list(pools.values())


def _violation(terms: Terms, pool: Sequence[Record], told: Sequence[Record]) -> Violation:
    said = [r for r in pool if r.claim.status != "denied"]
    accused = _accused(terms, said)
    denials = [r for r in pool if r.claim.status == "denied"]
    denials += [r for r in told if _denies(r, pool, accused)]
    days = [day for record in said if (day := _day(record)) is not None]
    acts = [str(r.claim.slots["act"]) for r in said if r.claim.slots.get("act") in VIOLATION]
    places = [r.claim.place for r in said if r.claim.place is not None]
    fine = sorted(places, key=lambda place: not where.is_fine(place))
    return Violation(
        id=min(said, key=lambda r: (r.head.published or date.max, r.id)).id,
        type=VIOLATION[max(acts, key=acts.count)] if acts else "unspecified",
        accused=accused,
        by=tuple(dict.fromkeys(source_words(record) for record in said)),
        day=date.fromordinal(min(days)) if days else None,
        place=(fine[0].name or fine[0].span.text) if fine else None,
        verification=_verified(terms, said, denials, told, accused),
        claims=ids(said),
        denied=ids(denials),
    )


def _is_denial(record: Record) -> bool:
    claim = record.claim
    act = claim.slots.get("act")
    if claim.kind == "event":
        return claim.status == "denied" and act in FORCE
    return claim.kind == "statement" and act in ("deny", "reject")


def _denies(record: Record, pool: Sequence[Record], accused: Sequence[Party]) -> bool:
    """A denial told right beside the accusation, by who is accused. What one side says that the other refuses or does
    not do ("B in turn accused A of refusing to leave") is none."""
    claim = record.claim
    if not _is_denial(record) or not _is_theirs(record, accused):
        return False
    return any(
        _told_together(record, other) and claim.evidence[0].start > other.claim.evidence[0].start for other in pool
    )


def _is_theirs(record: Record, accused: Sequence[Party]) -> bool:
    """Whether a denial may be the word of one of these: of nobody else that is known, nor told of them by others."""
    claim = record.claim
    doers, voices = who.doers(claim), _voices(record)
    if not accused:
        return claim.kind == "event" or not claim.attribution
    if claim.kind == "statement" and claim.attribution and not any(p.is_of(voices, who.COMPATRIOTS) for p in accused):
        return False
    if claim.kind == "event" and voices and not any(p.is_of(voices, who.COMPATRIOTS) for p in accused):
        return False
    return not doers or any(p.is_of(doers, who.COMPATRIOTS) for p in accused)


def _accused(terms: Terms, said: Sequence[Record]) -> tuple[Party, ...]:
    told = [r.claim for r in said if r.claim.kind != "casualty"]
    named = [actor for claim in told for actor in (who.actors(claim, "parties") or who.doers(claim))]
    return tuple(party for party in terms.parties if party.is_of(named, who.COMPATRIOTS))


def _verified(
    terms: Terms, said: Sequence[Record], denials: Sequence[Record], told: Sequence[Record], accused: Sequence[Party]
) -> Finding:
    owned = [r for r in said if any(_owns_up(r, party) for party in accused)]
    if owned:
        return finding("substantiated", "verification.admitted", owned, source_words(owned[0]))
    third = [r for r in said if _voices(r) and not any(p.is_of(_voices(r), who.COMPATRIOTS) for p in terms.parties)]
    # one who is no party may repeat what a party told; that others say so too, or that it is his to watch, is more
    if third and (len({source_key(r) for r in said}) > 1 or any(map(_watches, third))):
        return finding("substantiated", "verification.third_party", third, source_words(third[0]))
    looking = [
        r for r in told if r.claim.slots.get("act") == "investigation" and any(_told_together(r, s) for s in said)
    ]
    if looking:
        return finding("under_investigation", "verification.investigated", looking)
    voices = ", ".join(dict.fromkeys(source_words(record) for record in said))
    if denials:
        return finding("alleged", "verification.denied", [*said, *denials], voices, source_words(denials[0]))
    return finding("alleged", "verification.alleged", said, voices)


def _owns_up(record: Record, party: Party) -> bool:
    """Whether a party says so of itself alone."""
    named = who.actors(record.claim, "parties") or who.doers(record.claim)
    return (
        bool(named)
        and party.is_of(_voices(record), who.COMPATRIOTS)
        and all(party.is_of([actor], who.COMPATRIOTS) for actor in named)
    )


def _watches(record: Record) -> bool:
    """Whether it is the word of a body that watches over truces."""
    return any(actor.root in _WATCHING or actor.id.endswith("/peacekeepers") for actor in _voices(record))


def _voices(record: Record) -> list[Any]:
    return [filler.actor for filler in record.claim.attribution if filler.actor]
