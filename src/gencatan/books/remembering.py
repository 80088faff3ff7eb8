"""A conflict's groups and compliance, worked out once for each state of the ledger: kept beside it, never the truth.

What is kept is found again only for the same ledger at the same revision, the same question and the same rules; all
else is worked out anew. So it may be thrown away at any time, and nothing but time is lost.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any, Final, cast

from gencatan.books.packing import pack, unpack
from gencatan.ledger import EVERYTHING, Ledger, Scope
from gencatan.model.books import RELATIONS, TOGETHER
from gencatan.model.ids import canonical_json, content_hash
from gencatan.reconcile import Groups
from gencatan.reconcile.compliance import Compliance
from gencatan.views.conflict import Conflict
from gencatan.views.desk import Desk

_BESIDE: Final = tuple(relation for relation in RELATIONS if relation not in TOGETHER)
_RULES: Final = ("gencatan.reconcile", "gencatan.views")


def desk(
    ledger: Ledger,
    conflict: Conflict | None,
    language: str,
    *,
    scope: Scope = EVERYTHING,
    as_of: datetime | None = None,
    as_recorded: datetime | None = None,
) -> Desk:
    """A desk that remembers: what was worked out before is found again, and what is worked out now is kept."""
    question = _question(conflict, as_of, as_recorded)
    held = ledger.recall(question)
    if held is not None:
        revision, body = held
        snapshot = ledger.snapshot(scope, as_of=as_of, as_recorded=as_recorded, relations=_BESIDE)
        if snapshot.revision == revision:
            known = {kind: Groups.from_dict(value, snapshot.reviews) for kind, value in json.loads(body).items()}
            return Desk(snapshot, conflict, language, memory=_Memory(ledger, question, revision, known))
    snapshot = ledger.snapshot(scope, as_of=as_of, as_recorded=as_recorded)
    return Desk(snapshot, conflict, language, memory=_Memory(ledger, question, snapshot.revision or 0))


class _Memory:
    """What is kept for one question at one revision."""

    def __init__(
        self, ledger: Ledger, question: str, revision: int, groups: Mapping[str, Groups] | None = None
    ) -> None:
        self._ledger = ledger
        self._question = question
        self._revision = revision
        self._groups = groups

    def groups(self, make: Callable[[], Mapping[str, Groups]]) -> Mapping[str, Groups]:
        if self._groups is None:
            self._groups = make()
            self._keep(self._question, {kind: found.to_dict() for kind, found in self._groups.items()})
        return self._groups

    def compliance(self, ids: Sequence[str], make: Callable[[], Compliance]) -> Compliance:
        question = f"{self._question} compliance"
        held = self._ledger.recall(question)
        if held is not None and held[0] == self._revision:
            return cast(Compliance, unpack(Compliance, json.loads(held[1]), ids))
        found = make()
        self._keep(question, pack(found, {id_: n for n, id_ in enumerate(ids)}))
        return found

    def _keep(self, question: str, value: Any) -> None:
        self._ledger.keep(question, self._revision, json.dumps(value, separators=(",", ":")))


def _question(conflict: Conflict | None, as_of: datetime | None, as_recorded: datetime | None) -> str:
    """What the answers depend on beside the ledger: whose they are, when, and by which rules."""
    times = [moment.isoformat() if moment else None for moment in (as_of, as_recorded)]
    return content_hash([conflict.to_dict() if conflict else None, *times, _rules()])


@cache
def _rules() -> str:
    """A digest of the code and tables that say what belongs together and where it stands."""
    found = hashlib.sha256()
    for package in _RULES:
        for entry in sorted(files(package).iterdir(), key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".toml")):
                found.update(canonical_json([package, entry.name]).encode())
                found.update(entry.read_bytes())
    return found.hexdigest()
