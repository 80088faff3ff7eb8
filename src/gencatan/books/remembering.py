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

from gencatan.books.packing import Names, Table, pack, unpack
from gencatan.ledger import EVERYTHING, Ledger, Scope
from gencatan.model import Review, Snapshot
from gencatan.model.books import RELATIONS, TOGETHER
from gencatan.model.ids import canonical_json, content_hash
from gencatan.reconcile import Groups
from gencatan.reconcile.compliance import Compliance
from gencatan.views.conflict import Conflict
from gencatan.views.desk import Desk
from gencatan.views.values import Cite

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
    memory = _Memory(ledger, _question(conflict, as_of, as_recorded), scope, as_of, as_recorded)
    return Desk(memory.snapshot if memory.knows else memory.snapshot(), conflict, language, memory=memory)


class _Memory:
    """What is kept for one question at one revision, and the snapshot that goes with it."""

    def __init__(
        self,
        ledger: Ledger,
        question: str,
        scope: Scope,
        as_of: datetime | None,
        as_recorded: datetime | None,
    ) -> None:
        self._ledger = ledger
        self._question = question
        self._as_of, self._as_recorded = as_of, as_recorded
        self._scope = scope
        self._revision, self._body = ledger.recall(question) or (0, "")
        self._reviews: Sequence[Review] = ()

    @property
    def knows(self) -> bool:
        """Whether the groups of this question were kept."""
        return bool(self._body)

    def snapshot(self) -> Snapshot:
        """The claims, with the judgements on groups only where these must be made of them."""
        if self.knows:
            found = self._taken(_BESIDE)
            if found.revision == self._revision:
                self._reviews = found.reviews
                return found
            self._body = ""  # the books grew meanwhile
        found = self._taken(RELATIONS)
        self._revision, self._reviews = found.revision or 0, found.reviews
        return found

    def _taken(self, relations: tuple[str, ...]) -> Snapshot:
        return self._ledger.snapshot(self._scope, as_of=self._as_of, as_recorded=self._as_recorded, relations=relations)

    def groups(self, make: Callable[[], Mapping[str, Groups]]) -> Mapping[str, Groups]:
        if self.knows:
            kept = json.loads(self._body)
            return {kind: Groups.from_dict(value, self._reviews) for kind, value in kept.items()}
        made = make()
        self._keep(self._question, {kind: found.to_dict() for kind, found in made.items()})
        return made

    def compliance(self, ids: Sequence[str], make: Callable[[], Compliance]) -> Compliance:
        question = f"{self._question} compliance"
        held = self._ledger.recall(question)
        if held is not None and held[0] == self._revision:
            return cast(Compliance, unpack(Compliance, json.loads(held[1]), Names(ids)))
        found = make()
        self._keep(question, pack(found, {id_: n for n, id_ in enumerate(ids)}))
        return found

    def answer(self, name: str, kinds: Sequence[Any], make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        question = f"{self._question} {name}"
        held = self._ledger.recall(question) if self.knows else None
        if held is not None and held[0] == self._revision:
            shared, parts = json.loads(held[1])
            names = Names((), Cite, [unpack(Cite, one, Names()) for one in shared])
            return tuple(unpack(kind, part, names) for kind, part in zip(kinds, parts, strict=True))
        found = make()
        table = Table(Cite)
        packed = [pack(part, {}, table) for part in found]
        self._keep(question, [[pack(one, {}) for one in table.numbers], packed])
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
