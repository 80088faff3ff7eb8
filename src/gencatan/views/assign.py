"""Which claims belong to a conflict, worked out on read.

A claim *anchors* its report where its place lies in the conflict's area or its territory has the conflict's name, where
it names an actor who is a party and no state, or where it names two of the parties. A report is about a conflict where
a fifth of its claims or more anchor it, or where half of them or more name a party or its land, and together they name
two. Then all its claims belong to the conflict, for most say neither where nor who ("at least 170 died"), but for those
that say somewhere or somewhen else: a place in another country without a party, a date outside the period. In any
other report only the anchors belong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gencatan.model import Claim, Filler, Record
from gencatan.views.conflict import Conflict, Party

ABOUT: Final = 5
"""A report is about a conflict where one in so many of its claims anchors it."""
OF_PARTIES: Final = 2
"""Or where one in so many names a party, and not all of them the same one."""


class Assigner:
    """Decides for one conflict."""

    def __init__(self, conflict: Conflict) -> None:
        """`conflict` is what claims may belong to."""
        self.conflict = conflict
        self._known: dict[tuple[str, str], Party | None] = {}
        self._sides: dict[tuple[str, str], Party | None] = {}
        states = [*conflict.area.countries]
        states += [actor for party in (*conflict.parties, *conflict.mediators) for actor in party.actors]
        self._near = frozenset(states)

    def party(self, filler: Filler) -> Party | None:
        """The party a filler belongs to."""
        key = (filler.actor.id if filler.actor else "", filler.span.text)
        if key not in self._known:
            self._known[key] = self.conflict.party_of(filler)
        return self._known[key]

    def side(self, filler: Filler) -> Party | None:
        """The party a filler belongs to, else the mediator."""
        key = (filler.actor.id if filler.actor else "", filler.span.text)
        if key not in self._sides:
            mediators = (one for one in self.conflict.mediators if one.is_named(filler))
            self._sides[key] = self.party(filler) or next(mediators, None)
        return self._sides[key]

    def parties(self, claim: Claim) -> dict[str, Party]:
        """The parties a claim names, by id."""
        found = (self.party(filler) for filler in fillers(claim))
        return {party.id: party for party in found if party is not None}

    def anchors(self, claim: Claim) -> bool:
        """Whether the claim alone says which conflict it is about."""
        if not self._in_period(claim):
            return False
        if claim.place is not None and self.conflict.area.holds(claim.place):
            return True
        if self.conflict.names_in(claim.slots.get("territory")):
            return True
        parties = self.parties(claim)
        return len(parties) > 1 or any(self._is_own(party) for party in parties.values())

    def fits(self, claim: Claim) -> bool:
        """Whether nothing in the claim speaks against the conflict its report is about."""
        place = claim.place
        elsewhere = place is not None and place.country is not None and place.country not in self._near
        if elsewhere and place is not None and not self.conflict.area.holds(place) and not self.parties(claim):
            return False
        return self._in_period(claim)

    def assigned(self, records: Sequence[Record]) -> Iterator[Record]:
        """The records that belong to the conflict, in their order. Needs all claims of each report."""
        anchoring: Counter[str] = Counter()
        total: Counter[str] = Counter()
        naming: Counter[str] = Counter()
        named: dict[str, set[str]] = {}
        anchors: set[str] = set()
        for record in records:
            document = record.head.id
            total[document] += 1
            if self.anchors(record.claim):
                anchors.add(record.id)
                anchoring[document] += 1
            parties = self._named(record.claim) if self._in_period(record.claim) else set()
            naming[document] += bool(parties)
            named.setdefault(document, set()).update(parties)
        about = {document for document, number in anchoring.items() if number * ABOUT >= total[document]}
        about |= {d for d, number in naming.items() if number * OF_PARTIES >= total[d] and len(named[d]) > 1}
        for record in records:
            if record.id in anchors or (record.head.id in about and self._timely(record) and self.fits(record.claim)):
                yield record

    def _named(self, claim: Claim) -> set[str]:
        """The ids of the parties that a claim names, or in whose land it is."""
        country = claim.place.country if claim.place is not None else None
        hosts = {party.id for party in self.conflict.parties if country and country in party.actors}
        return hosts | self.parties(claim).keys()

    def _is_own(self, party: Party) -> bool:
        return any(actor in self.conflict.own_actors for actor in party.actors)

    def _timely(self, record: Record) -> bool:
        """A claim without a date counts by its report's day."""
        claim, published = record.claim, record.head.published
        if published is None or (claim.date is not None and (claim.date.start or claim.date.end)):
            return True
        return self.conflict.start is None or published >= self.conflict.start

    def _in_period(self, claim: Claim) -> bool:
        if claim.date is None:
            return True
        start, end = self.conflict.start, self.conflict.end
        if start is not None and claim.date.end is not None and claim.date.end[:10] < start.isoformat():
            return False
        return end is None or claim.date.start is None or claim.date.start[:10] <= end.isoformat()


def fillers(claim: Claim) -> Iterator[Filler]:
    """All whom a claim names: in its slots, then its sources."""
    for value in claim.slots.values():
        if isinstance(value, tuple):
            yield from value
    yield from claim.attribution


def assigned(conflict: Conflict, records: Sequence[Record]) -> list[Record]:
    """The records that belong to a conflict."""
    return list(Assigner(conflict).assigned(records))


def unassigned(conflicts: Iterable[Conflict], records: Sequence[Record]) -> list[Record]:
    """The records that belong to none of the conflicts."""
    taken = {record.id for conflict in conflicts for record in Assigner(conflict).assigned(records)}
    return [record for record in records if record.id not in taken]
