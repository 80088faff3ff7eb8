"""A snapshot laid out for questions: one conflict's claims, as reviewed, with the groups they form.

Everything here is computed on read and kept only as long as the desk is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, Protocol

from gencatan.i18n import LANGUAGES
from gencatan.i18n.countries import country_name
from gencatan.model import Filler, Judgement, Record, Snapshot, Span
from gencatan.model.books import LAST_SECOND, NEAR_COPY
from gencatan.reconcile import Groups, groups, independent_sources, originals
from gencatan.reconcile.comparing.sorts import KINDS, group_of
from gencatan.reconcile.compliance.parties import Party
from gencatan.reconcile.compliance.standing import Compliance, compliance
from gencatan.views.assign import Assigner
from gencatan.views.conflict import Conflict
from gencatan.views.meant import is_ahead
from gencatan.views.rejudged import rejudged
from gencatan.views.reviewed import Verdict, deciding, reviewed, verdicts
from gencatan.views.values import Cite, Known, Source, cite


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that tell of one thing, in the snapshot's order. `id` is the founding claim's id."""

    id: str
    records: tuple[Record, ...]


class Memory(Protocol):
    """What was worked out before from the same claims by the same rules; else it is made, and kept for next time."""

    @property
    def knows(self) -> bool:
        """Whether the groups are there."""

    def groups(self, make: Callable[[], Mapping[str, Groups]]) -> Mapping[str, Groups]:
        """The groups by kind."""

    def compliance(self, ids: Sequence[str], make: Callable[[], Compliance]) -> Compliance:
        """Reconciliation's word on agreements; `ids` are the claims' in the snapshot's order."""

    def answer(self, name: str, kinds: Sequence[Any], make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        """The parts of an answer, which are of these types."""


class Desk:
    """What questions are asked of."""

    def __init__(
        self,
        snapshot: Snapshot | Callable[[], Snapshot],
        conflict: Conflict | None = None,
        language: str = LANGUAGES[0],
        *,
        memory: Memory | None = None,
    ) -> None:
        """`conflict` None: all claims of the snapshot. `language` is that of the parties' names.

        With a `memory` that has the groups, the snapshot may come without the judgements that they are made of; where
        it may not be needed at all, it is given as what fetches it.
        """
        self.language = language
        self._memory = memory
        self._cites: dict[str, Cite] = {}
        self._cited: dict[tuple[str, ...], tuple[Cite, ...]] = {}
        self._groups: dict[str, list[Group]] = {}
        self._made: dict[str, tuple[Any, ...]] = {}
        self._making = False
        self._left: tuple[Record, ...] = ()
        self._fetch = snapshot if callable(snapshot) else lambda: snapshot
        self._judged_on: date | None = None
        self.conflict = conflict
        self.assigner = Assigner(conflict) if conflict is not None else None

    @cached_property
    def whole(self) -> Snapshot:
        """The snapshot as it was given."""
        return self._fetch()

    @property
    def remembers(self) -> bool:
        """Whether claims of the conflict were laid out before, by the same rules."""
        return self._memory is not None and self._memory.knows

    def parts(self, name: str, kinds: Sequence[Any], make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        """The parts of a question's answer, of these types: remembered, or made.

        What is made on the way to another answer is remembered with that one, and held for who asks for it too.
        """

        def once() -> tuple[Any, ...]:
            if name not in self._made:
                self._made[name] = make()
            return self._made[name]

        if self._memory is None or self._making:
            return once()
        self._making = True
        try:
            return self._memory.answer(f"{name} {self.language}", kinds, once)
        finally:
            self._making = False

    @cached_property
    def snapshot(self) -> Snapshot:
        """The conflict's claims as reviewed, and the judgements on them."""
        whole = self.whole
        last = deciding(whole)
        seen = reviewed(whole, last)
        if self.assigner is not None:
            # by what they are corrected to; what was rejected still says what its report is about
            now = {record.id: record for record in seen.records}
            said = [now.get(record.id, record) for record in whole.records] if last else whole.records
            mine, left = self.assigner.sorted_out(said)
            self._left = tuple(record for record in left if record.id in now)
            seen = replace(seen, records=tuple(record for record in mine if record.id in now))
        seen = rejudged(seen, {id_ for id_, review in last.items() if review.action == "correct"})
        ids = {record.id for record in seen.records} | {record.head.id for record in seen.records}
        kept = tuple(j for j in seen.judgements if j.one in ids and j.other in ids)
        return replace(seen, judgements=kept)

    @cached_property
    def today(self) -> date:
        """The day of what is known: that of `as_of`, else of the latest report; never the clock on the wall."""
        if self._judged_on is not None:
            return self._judged_on
        if self.whole.as_of is not None:
            return self._local(self.whole.as_of).date()
        days = [record.head.published for record in self.whole.records if record.head.published]
        return max(days, default=date.min)

    def _local(self, moment: datetime) -> datetime:
        """An instant on the conflict's clocks; as it is where there is no conflict."""
        return moment.astimezone(self.conflict.zone) if self.conflict is not None else moment

    def judged_on(self, day: date) -> Desk:
        """The same claims, and where they stand on another day."""
        found = Desk(lambda: self.whole, self.conflict, self.language)
        found._judged_on = day
        return found

    @cached_property
    def known(self) -> Known:
        """`today` as answers name it."""
        day = self.today if self.today != date.min else None
        as_of = self.whole.as_of
        if as_of is None or day is None or self._judged_on is not None:
            return Known(day, as_of is not None)
        at = self._local(as_of)
        whole = at.time().replace(microsecond=0) >= LAST_SECOND
        return Known(day, True, None if whole else f"{at:%H:%M}")

    @property
    def records(self) -> Sequence[Record]:
        """The conflict's claims as reviewed."""
        return self.snapshot.records

    @property
    def left_out(self) -> Sequence[Record]:
        """The claims of reports that name a party of the conflict, but are not about it."""
        _ = self.snapshot
        return self._left

    @cached_property
    def by_id(self) -> Mapping[str, Record]:
        """Claims by id."""
        return {record.id: record for record in self.records}

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """The latest deciding word of a person on each claim that has one."""
        return verdicts(self.whole.reviews)

    @cached_property
    def _by_document(self) -> Mapping[str, Sequence[Record]]:
        found: dict[str, list[Record]] = {}
        for record in self.records:
            found.setdefault(record.head.id, []).append(record)
        return found

    def of_document(self, document: str) -> Sequence[Record]:
        """The conflict's claims of one report."""
        return self._by_document.get(document, ())

    def of_kind(self, *kinds: str) -> list[Record]:
        """The claims of these kinds."""
        return [record for record in self.records if record.claim.kind in kinds]

    @cached_property
    def _grouping(self) -> Mapping[str, Groups]:
        def make() -> Mapping[str, Groups]:
            return {kind: groups(self.snapshot, kind) for kind in KINDS}

        _ = self.whole  # what is remembered goes with the snapshot that is seen
        return self._memory.groups(make) if self._memory is not None else make()

    def grouping(self, kind: str) -> Groups:
        """Reconciliation's groups of a kind."""
        return self._grouping[kind]

    @cached_property
    def compliance(self) -> Compliance:
        """Reconciliation's word on agreements, obligations and scheduled meetings, as of the desk's day."""

        def make() -> Compliance:
            return compliance(self.snapshot, self.today, self._grouping)

        return self._memory.compliance(list(self.by_id), make) if self._memory is not None else make()

    def parties_to(self, agreement: str) -> tuple[Party, ...]:
        """Who made an agreement; nobody where it is unknown."""
        return self._parties_to.get(agreement, ())

    @cached_property
    def _parties_to(self) -> Mapping[str, tuple[Party, ...]]:
        return {one.id: one.parties for one in self.compliance.agreements}

    def side_name(self, party: Party) -> str:
        """A party of an agreement by the name that the conflict has for it."""
        span = Span(0, len(party.name), party.name)
        actors = party.actors or (None,)
        sides = (self.assigner.side(Filler(span, actor)) for actor in actors) if self.assigner else ()
        side = next((side for side in sides if side is not None), None)
        if side is not None:
            return side.name[self.language]
        state = next((actor.id for actor in party.actors if actor.is_state), "")
        return self._state_name(state) or party.name

    def names_of(self, parties: Iterable[Party]) -> tuple[str, ...]:
        """The parties' names, each once."""
        return tuple(dict.fromkeys(self.side_name(party) for party in parties))

    def cite(self, record: Record) -> Cite:
        """A claim as answers name it; made once, for many figures rest on it."""
        id_ = record.claim.id
        found = self._cites.get(id_)
        if found is None:
            found = cite(record)
            if record.claim.status == "denied" or is_ahead(record.claim, record.head):
                from gencatan.views.denials import meant

                found = replace(found, meant=meant(self, record))
            self._cites[id_] = found
        return found

    def cites(self, records: Iterable[Record]) -> tuple[Cite, ...]:
        """Claims as answers name them, in the order given, each once."""
        return tuple({(found := self.cite(record)).claim: found for record in records}.values())

    def sources(self, records: Iterable[Record]) -> tuple[Source, ...]:
        """Whose words claims are, each source once."""
        return tuple({made.source.key: made.source for made in map(self.cite, records)}.values())

    def cited(self, claims: tuple[str, ...]) -> tuple[Cite, ...]:
        """Claims by their ids as answers name them, those that are not here left out; many figures rest on the same."""
        if claims not in self._cited:
            self._cited[claims] = self.cites(self.by_id[id_] for id_ in claims if id_ in self.by_id)
        return self._cited[claims]

    def groups(self, kind: str) -> list[Group]:
        """The groups of a kind; a claim that no other tells the same as stands alone."""
        if kind not in self._groups:
            self._groups[kind] = self._with_records(kind)
        return self._groups[kind]

    def _with_records(self, kind: str) -> list[Group]:
        taken: set[str] = set()
        found: list[Group] = []
        for grouped in self.grouping(kind):
            members = [self.by_id[id_] for id_ in grouped.members if id_ in self.by_id]
            if members:
                taken.update(record.id for record in members)
                found.append(Group(grouped.id, tuple(self.ordered(members))))
        alone = (r for r in self.of_kind(*KINDS[kind]) if r.id not in taken and group_of(r.claim) == kind)
        found += [Group(record.id, (record,)) for record in alone]
        return sorted(found, key=lambda group: self._order[group.records[0].id])

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {record.id: n for n, record in enumerate(self.records)}

    def ordered(self, records: Sequence[Record]) -> list[Record]:
        """Records in the snapshot's order."""
        return sorted(records, key=lambda record: self._order[record.id])

    def judgements(self, relation: str) -> list[Judgement]:
        """The judgements of one relation."""
        return [judgement for judgement in self.snapshot.judgements if judgement.relation == relation]

    @cached_property
    def _copies(self) -> Mapping[str, str]:
        return originals(self.snapshot.judgements)

    def original(self, document: str) -> str:
        """The document, or the one that it is a near copy of."""
        return self._copies.get(document, document)

    def voices(self, records: Iterable[Record]) -> int:
        """How many speak independently: near copies and one informant through many outlets count once."""
        return len(independent_sources(records, self._copied))

    @cached_property
    def _copied(self) -> Sequence[Judgement]:
        return self.judgements(NEAR_COPY)

    def party_name(self, filler: Filler) -> str:
        """The party or mediator a filler belongs to; else the registry's name for it; else its words."""
        side = self.assigner.side(filler) if self.assigner is not None else None
        if side is not None:
            return side.name[self.language]
        if filler.actor is None:
            return " ".join(filler.span.text.split())
        return self._state_name(filler.actor.id if filler.actor.is_state else "") or filler.actor.name

    def place_of(self, records: Sequence[Record]) -> str | None:
        """The place most claims name, by its resolved name, else its words; a country in the desk's language."""
        votes: dict[str, int] = {}
        for record in records:
            place = record.claim.place
            if place is not None:
                land = self._state_name(place.country or "") if place.precision == "country" else ""
                name = land or place.name or " ".join(place.span.text.split())
                votes[name] = votes.get(name, 0) + 1
        return max(votes, key=lambda name: votes[name], default=None)

    def _state_name(self, code: str) -> str:
        """A state's name in the desk's language: a report's own word for it is in the report's; else ""."""
        return country_name(code, self.language) if code else ""

    def party_key(self, filler: Filler) -> str:
        """What two fillers of one party or mediator share."""
        side = self.assigner.side(filler) if self.assigner is not None else None
        if side is not None:
            return side.id
        return filler.actor.id if filler.actor else " ".join(filler.span.text.casefold().split())


def day_of(records: Sequence[Record]) -> tuple[date | None, date | None, str | None]:
    """When a group happened: the dates most of its claims have, the most exact first; (start, end, precision).

    The day for which something was planned or feared counts only where nobody who says that it came about gives one.
    """
    votes: dict[tuple[str | None, str | None, str], int] = {}
    told = [record for record in records if record.claim.status in ("asserted", "denied") and record.claim.date]
    for when in (record.claim.date for record in told or records):
        if when is not None and (when.start or when.end):
            key = (when.start and when.start[:10], when.end and when.end[:10], when.precision)
            votes[key] = votes.get(key, 0) + 1
    if not votes:
        return None, None, None
    if len(votes) == 1:
        (exact,) = votes
    else:
        exact = max(votes, key=lambda key: (_exactness(key), votes[key], key[0] or "", key[1] or ""))
    return iso_day(exact[0]), iso_day(exact[1]), exact[2]


def _exactness(key: tuple[str | None, str | None, str]) -> int:
    start, end, precision = key
    if start is None or end is None:
        return 0
    return {"minute": 3, "day": 2 if start == end else 1}.get(precision, 1)


@lru_cache(8192)
def iso_day(iso: str | None) -> date | None:
    """The day of an ISO date or date and time; None for years that no calendar here has."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None
