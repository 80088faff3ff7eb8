"""All about one conflict: agreements, talks, tolls, what happened and was said, who holds what, what is disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.views.actors import Actors, actors
from gencatan.views.agreements import Agreements, agreements
from gencatan.views.conflict import Conflict
from gencatan.views.contradictions import Contradictions, contradictions
from gencatan.views.desk import Desk
from gencatan.views.meetings import Meetings, meetings
from gencatan.views.obligations import ORDER, Obligations, obligations
from gencatan.views.territory import Territory, territory
from gencatan.views.timeline import Timeline, statements, timeline
from gencatan.views.tolls import Tolls, tolls
from gencatan.views.values import NO_DAY, Known, Value


@dataclass(frozen=True, slots=True)
class Holdings(Value):
    """What the dossier rests on: reports, outlets, languages, claims by kind, and the day of what is known.

    `left_out` are the claims of reports that name a party of the conflict but are not about it, `left_out_of` those
    reports by their title or id. `known` is the day as of which states are judged.
    """

    reports: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    claims: dict[str, int]
    first: date | None
    last: date | None
    as_of: str | None
    left_out: int = 0
    left_out_of: tuple[str, ...] = ()
    known: Known = NO_DAY


@dataclass(frozen=True, slots=True)
class Dossier(Value):
    """The answers to all questions about a conflict. `pledges` are the obligations of no agreement, `statements` the
    timeline of what was demanded, condemned, denied and the like."""

    conflict: Conflict | None
    holdings: Holdings
    agreements: Agreements
    pledges: Obligations
    meetings: Meetings
    tolls: Tolls
    timeline: Timeline
    statements: Timeline
    territory: Territory
    actors: Actors
    contradictions: Contradictions

    def rows(self) -> list[dict[str, Any]]:
        """All parts' rows, each with the part it is of."""
        parts: Sequence[tuple[str, Any]] = (
            ("agreement", self.agreements),
            (
                "obligation",
                Obligations(
                    (
                        *(d for agreement in self.agreements.agreements for d in agreement.obligations),
                        *self.pledges.obligations,
                    ),
                    self.pledges.known,
                ),
            ),
            ("meeting", self.meetings),
            ("toll", self.tolls),
            ("event", self.timeline),
            ("statement", self.statements),
            ("territory", self.territory),
            ("actor", self.actors),
            ("contradiction", self.contradictions),
        )
        return [{"part": name, **row} for name, part in parts for row in part.rows()]


def dossier(desk: Desk) -> Dossier:
    """A conflict's dossier."""
    return Dossier(desk.conflict, *desk.parts("dossier", _KINDS, lambda: _parts(desk)))


_KINDS: Final = (
    *(Holdings, Agreements, Obligations, Meetings, Tolls),
    *(Timeline, Timeline, Territory, Actors, Contradictions),
)
"""The types of a dossier's parts after its conflict."""


def _parts(desk: Desk) -> tuple[Value, ...]:
    owed = obligations(desk)
    deals = agreements(desk, owed)
    bound = {obligation.id for agreement in deals.agreements for obligation in agreement.obligations}
    loose = tuple(
        obligation for obligation in owed.obligations if obligation.id not in bound and obligation.basis in ORDER
    )
    return (
        _holdings(desk),
        deals,
        Obligations(loose, owed.known),
        meetings(desk),
        tolls(desk),
        timeline(desk, coded=False),
        statements(desk),
        territory(desk),
        actors(desk),
        contradictions(desk),
    )


def _holdings(desk: Desk) -> Holdings:
    heads = {record.head.id: record.head for record in desk.records}
    days = [head.published for head in heads.values() if head.published]
    kinds = Counter(record.claim.kind for record in desk.records)
    return Holdings(
        len(heads),
        tuple(sorted({head.outlet for head in heads.values() if head.outlet})),
        tuple(sorted({head.language for head in heads.values()})),
        dict(sorted(kinds.items())),
        min(days, default=None),
        max(days, default=None),
        desk.whole.as_of.isoformat() if desk.whole.as_of else None,
        len(desk.left_out),
        tuple({r.head.id: r.head.title or r.head.id for r in desk.left_out}.values()),
        desk.known,
    )
