"""Which conflicts are known, and how many claims of a ledger belong to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gencatan.model import Snapshot
from gencatan.views.assign import assigned, unassigned
from gencatan.views.conflict import Conflict
from gencatan.views.values import Value


@dataclass(frozen=True, slots=True)
class Listed(Value):
    """A conflict, with its reports and claims where a ledger was asked."""

    conflict: Conflict
    reports: int | None
    claims: int | None


@dataclass(frozen=True, slots=True)
class Conflicts(Value):
    """The conflicts that are known; `unassigned` claims belong to none of them (None where no ledger was asked)."""

    conflicts: tuple[Listed, ...]
    unassigned: int | None

    def rows(self) -> list[dict[str, Any]]:
        """A conflict a row."""
        return [
            {
                "id": one.conflict.id,
                "name_en": one.conflict.name["en"],
                "name_id": one.conflict.name["id"],
                "parties": ", ".join(party.name["en"] for party in one.conflict.parties),
                "mediators": ", ".join(party.name["en"] for party in one.conflict.mediators),
                "start": one.conflict.start,
                "end": one.conflict.end,
                "zone": str(one.conflict.zone),
                "reports": one.reports,
                "claims": one.claims,
            }
            for one in self.conflicts
        ]


def listed(conflicts: Sequence[Conflict], snapshot: Snapshot | None = None) -> Conflicts:
    """The conflicts with their claims."""
    if snapshot is None:
        return Conflicts(tuple(Listed(conflict, None, None) for conflict in conflicts), None)
    found = []
    for conflict in conflicts:
        records = assigned(conflict, snapshot.records)
        found.append(Listed(conflict, len({record.head.id for record in records}), len(records)))
    return Conflicts(tuple(found), len(unassigned(conflicts, snapshot.records)))
