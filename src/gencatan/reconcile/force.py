"""Breaches of an agreement: force between its parties after it took effect and inside its area, and accusations.

Each enters as alleged, with those who say so; what the books hold besides decides how far it is verified.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from gencatan.model import Place, Record
from gencatan.reconcile import where, who
from gencatan.reconcile.facts import facts
from gencatan.reconcile.finding import Finding, finding, ids
from gencatan.reconcile.parties import Party, source_words
from gencatan.reconcile.when import day_number

FORCE: Final = ("attack", "clash", "shelling", "air_strike", "explosion", "operation", "blockade", "abduction")
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

_NEAR: Final = 200


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


def violations(
    terms: Terms, accusations: Sequence[Record], events: Iterable[Sequence[Record]], told: Sequence[Record]
) -> tuple[Violation, ...]:
    """The breaches of an agreement. `accusations` are its claims of stage `violated`, `events` the incidents of the
    books, `told` all other claims that may confirm or deny."""
    forceful = [list(incident) for incident in events if _is_force(terms, incident)]
    pools = {n: pool for n, pool in enumerate(forceful) if _is_between(terms, pool)}
    left: list[Record] = []
    for accusation in accusations:
        told_by = [n for n, pool in enumerate(forceful) if any(_told_together(accusation, record) for record in pool)]
        if told_by:
            pools.setdefault(told_by[0], forceful[told_by[0]]).append(accusation)
        else:
            left.append(accusation)
    found = [*pools.values(), *_by_day(left)]
    made = [_violation(terms, pool, told) for pool in found]
    return tuple(sorted(made, key=lambda one: (one.day or date.max, one.id)))


def _is_force(terms: Terms, incident: Sequence[Record]) -> bool:
    """Force after the agreement took effect and inside its area, whoever used it."""
    if not any(_after(terms, record) for record in incident) or any(_before(terms, record) for record in incident):
        return False
    return any(_inside(terms, record) for record in _told_force(incident))


def _is_between(terms: Terms, incident: Sequence[Record]) -> bool:
    """Force of one party on another or on its people. Where nobody is named for it, it takes an accusation."""
    return any(_between_parties(terms, record) for record in _told_force(incident))


def _told_force(incident: Sequence[Record]) -> list[Record]:
    told = [r for r in incident if r.claim.kind == "event" and r.claim.slots.get("act") in FORCE]
    return [r for r in told if r.claim.status in ("asserted", "possible")]


def _day(record: Record) -> int | None:
    when = record.claim.date
    return day_number(when.start or when.end) if when else None


def _after(terms: Terms, record: Record) -> bool:
    """Later than the day it took effect; of that day itself nobody can tell."""
    day = _day(record)
    return terms.since is not None and day is not None and day > terms.since and (not terms.until or day <= terms.until)


def _before(terms: Terms, record: Record) -> bool:
    day = _day(record)
    published = facts(record).days.published
    early = day is not None and terms.since is not None and day <= terms.since
    return early or (published is not None and terms.since is not None and published <= terms.since)


def _between_parties(terms: Terms, record: Record) -> bool:
    held = facts(record)
    doers = [party for party in terms.parties if party.is_of(held.doers, who.COMPATRIOTS)]
    return bool(doers) and not _against_others(terms, record)


def _against_others(terms: Terms, record: Record) -> bool:
    targets = facts(record).others
    return bool(targets) and not any(party.is_of(targets, who.COMPATRIOTS) for party in terms.parties)


def _inside(terms: Terms, record: Record) -> bool:
    place = record.claim.place
    if place is None:
        return True
    if not terms.area:
        return not terms.countries or place.country in terms.countries
    known = [where.compare(place, part) for part in terms.area]
    return any(how in (where.SAME, where.NEAR, where.INSIDE, where.COUNTRY) for how in known)


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
    denials = [r for r in pool if r.claim.status == "denied"]
    denials += [r for r in told if _denies(r, pool)]
    said = [r for r in pool if r.claim.status != "denied"]
    accused = _accused(terms, said)
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


def bearing(told: Iterable[Record]) -> list[Record]:
    """Those of the claims that may confirm or deny a breach: looked for once, not for each."""
    return [record for record in told if record.claim.slots.get("act") == "investigation" or _is_denial(record)]


def _is_denial(record: Record) -> bool:
    claim = record.claim
    act = claim.slots.get("act")
    if claim.kind == "event":
        return claim.status == "denied" and act in FORCE
    return claim.kind == "statement" and act in ("deny", "reject")


def _denies(record: Record, pool: Sequence[Record]) -> bool:
    """A denial told right beside the accusation."""
    claim = record.claim
    if not _is_denial(record):
        return False
    return any(
        _told_together(record, other) and claim.evidence[0].start > other.claim.evidence[0].start for other in pool
    )


def _accused(terms: Terms, said: Sequence[Record]) -> tuple[Party, ...]:
    named = [a for r in said for a in (who.actors(r.claim, "parties") or facts(r).doers) if r.claim.kind != "casualty"]
    return tuple(party for party in terms.parties if party.is_of(named, who.COMPATRIOTS))


def _verified(
    terms: Terms, said: Sequence[Record], denials: Sequence[Record], told: Sequence[Record], accused: Sequence[Party]
) -> Finding:
    owned = [r for r in said if any(p.is_of(_voices(r), who.COMPATRIOTS) for p in accused)]
    if owned:
        return finding("substantiated", "verification.admitted", owned, source_words(owned[0]))
    third = [r for r in said if _voices(r) and not any(p.is_of(_voices(r), who.COMPATRIOTS) for p in terms.parties)]
    if third:
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


def _voices(record: Record) -> list[Any]:
    return [filler.actor for filler in record.claim.attribution if filler.actor]
