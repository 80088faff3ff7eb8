"""Which claims belong to a conflict, worked out on read.

A claim *anchors* its report where its place lies in the conflict's area or its territory has the conflict's name, where
it names an actor who is a party and no state, or where it names two of the parties. A report is about a conflict where
a fifth of its claims or more anchor it, or where half of them or more name a party or its land, and together they name
two. Then all its claims belong to the conflict, for most say neither where nor who ("at least 170 died"), but for those
that say somewhere or somewhen else: a place in another country without a party, a date outside the period. Talks and
agreements of nobody known ("both presidents") may be in any country.

A report that tells of others as much (who mediates, who is alarmed) is about the conflict in part, where a claim names
two parties or a quarter of its claims name one, and neither is named but in passing. Then what names a party belongs,
and what names no country at all; what names other countries alone does not. In any other report only the anchors
belong. What is left out of a report that names a party is counted, and answers say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from gencatan.model import Claim, Filler, Record
from gencatan.views.conflict import Conflict, Party, is_within

ABOUT: Final = 5
"""A report is about a conflict where one in so many of its claims anchors it."""
OF_PARTIES: Final = 2
"""Or where one in so many names a party, and not all of them the same one."""
IN_PART: Final = 4
"""It is in part where one in so many does,"""
IN_PASSING: Final = 5
"""and each of two parties is in one of so many of these."""


class _Look(NamedTuple):
    """What one claim says: whether it anchors its report, the ids of the parties that it names or in whose land it is,
    whether nothing in it speaks against the conflict, and whether it names others alone."""

    anchors: bool
    named: frozenset[str]
    fits: bool
    is_of_others: bool


_NEUTRAL: Final = ("agreement", "meeting", "mediation")
"""What two sides do together, often in a third country."""
_NOWHERE: Final = _Look(False, frozenset(), False, False)


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

    def assigned(self, records: Sequence[Record]) -> list[Record]:
        """The records that belong to the conflict, in their order. Needs all claims of each report."""
        return self.sorted_out(records)[0]

    def sorted_out(self, records: Sequence[Record]) -> tuple[list[Record], list[Record]]:
        """The records that belong to the conflict, and those left out of reports that name a party all the same."""
        anchoring: Counter[str] = Counter()
        total: Counter[str] = Counter()
        naming: Counter[str] = Counter()
        named: dict[str, Counter[str]] = {}
        seen = [self._looked_at(record) for record in records]
        for record, look in zip(records, seen, strict=True):
            document = record.head.id
            total[document] += 1
            anchoring[document] += look.anchors
            naming[document] += bool(look.named)
            named.setdefault(document, Counter()).update(look.named)
        about = {document for document, number in anchoring.items() if number * ABOUT >= total[document]}
        about |= {d for d, number in naming.items() if number * OF_PARTIES >= total[d] and len(named[d]) > 1}
        in_part = {
            d
            for d, number in naming.items()
            if (anchoring[d] or number * IN_PART >= total[d]) and _second(named[d]) * IN_PASSING >= number > 0
        }
        belonging: list[Record] = []
        left: list[Record] = []
        for record, look in zip(records, seen, strict=True):
            document = record.head.id
            near = look.named or not look.is_of_others
            if look.anchors or (look.fits and (document in about or (near and document in in_part))):
                belonging.append(record)
            elif look.fits and named[document]:
                left.append(record)
        return belonging, left

    def _looked_at(self, record: Record) -> _Look:
        claim, place = record.claim, record.claim.place
        if not self._in_period(claim):
            return _NOWHERE
        parties = self.parties(claim)
        inside = place is not None and self.conflict.area.holds(place)
        anchors = inside or self.conflict.names_in(claim.slots.get("territory"))
        anchors = anchors or len(parties) > 1 or any(self._is_own(party) for party in parties.values())
        country = place.country if place is not None else None
        hosts = {party.id for party in self.conflict.parties if country and country in party.actors}
        elsewhere = country is not None and country not in self._near and not inside and not parties
        # talks are held on neutral ground, and who meets there is known from the report ("both presidents")
        elsewhere = elsewhere and not (claim.kind in _NEUTRAL and not any(f.actor for f in fillers(claim)))
        named = frozenset(hosts | parties.keys())
        return _Look(anchors, named, not elsewhere and self._timely(record), not named and self._is_of_others(claim))

    def _is_of_others(self, claim: Claim) -> bool:
        """Whether a claim names a country or body that has no part in the conflict, and none that has."""
        actors = [filler.actor.id for filler in fillers(claim) if filler.actor is not None]
        return bool(actors) and not any(is_within(actor, near) for actor in actors for near in self._near)

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


def _second(named: Counter[str]) -> int:
    """How many claims name the second of the parties."""
    return named.most_common(2)[1][1] if len(named) > 1 else 0


def fillers(claim: Claim) -> Iterator[Filler]:
    """All whom a claim names: in its slots, then its sources."""
    for value in claim.slots.values():
        if isinstance(value, tuple):
            yield from value
    yield from claim.attribution


def assigned(conflict: Conflict, records: Sequence[Record]) -> list[Record]:
    """The records that belong to a conflict."""
    return Assigner(conflict).assigned(records)


def unassigned(conflicts: Iterable[Conflict], records: Sequence[Record]) -> list[Record]:
    """The records that belong to none of the conflicts."""
    taken = {record.id for conflict in conflicts for record in Assigner(conflict).assigned(records)}
    return [record for record in records if record.id not in taken]
