"""A conflict's groups and compliance, worked out once for each state of the ledger: kept beside it, never the truth.

What is kept is found again only for the same ledger at the same revision, the same question and the same rules; all
else is worked out anew, and so is what cannot be read back. So it may be thrown away at any time, and nothing but time
is lost.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, Final, cast

from gencatan.books import asked
from gencatan.books.packing import Names, Table, pack, unpack
from gencatan.language import comparing
from gencatan.ledger import EVERYTHING, Ledger, Scope
from gencatan.model import Snapshot
from gencatan.model.books import GROUPS, RELATIONS, TOGETHER
from gencatan.model.ids import content_hash
from gencatan.model.packaged import digest_of
from gencatan.reconcile import Groups
from gencatan.reconcile.compliance.standing import Compliance
from gencatan.views.conflict import Conflict
from gencatan.views.desk import Desk
from gencatan.views.values import Cite

_BESIDE: Final = tuple(relation for relation in RELATIONS if relation not in TOGETHER)
_RULES: Final = (
    "gencatan.books",
    "gencatan.i18n",
    "gencatan.ledger",
    "gencatan.model",
    "gencatan.reconcile",
    "gencatan.views",
    "gencatan.gazetteer.keys",
    "gencatan.language.comparing",
)
"""What makes an answer, or says how it is written down."""
_UNREADABLE: Final = (ValueError, TypeError, LookupError, AttributeError, RecursionError, ArithmeticError)
"""What is raised by what was kept in another shape, or is no JSON."""


def desk(
    ledger: Ledger,
    conflict: Conflict | None,
    language: str,
    *,
    scope: Scope = EVERYTHING,
    as_of: datetime | None = None,
    as_recorded: datetime | None = None,
    noting: bool = True,
) -> Desk:
    """A desk that remembers: what was worked out before is found again, and what is worked out now is kept.

    With `noting` it is noted what is asked for of today's books, to be answered anew once they grow (`asked.renew`).
    """
    memory = _Memory(ledger, _question(conflict, as_of, as_recorded), scope, as_of, as_recorded)
    if noting and as_of is None and as_recorded is None:
        memory.note = lambda name: asked.note(ledger, conflict, name)
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
        self._groups: Mapping[str, Groups] | None = None
        self.note: Callable[[str], None] = lambda name: None

    @property
    def knows(self) -> bool:
        """Whether the groups of this question were kept."""
        return bool(self._body)

    def snapshot(self) -> Snapshot:
        """The claims, with the judgements on groups only where these must be made of them."""
        if self.knows:
            found = self._taken(_BESIDE)
            self._groups = _groups(self._body, found) if found.revision == self._revision else None
            if self._groups is not None:
                return found
            self._body = ""  # the books grew meanwhile, or what was kept cannot be read
        found = self._taken(RELATIONS)
        self._revision = found.revision or 0
        return found

    def _taken(self, relations: tuple[str, ...]) -> Snapshot:
        return self._ledger.snapshot(self._scope, as_of=self._as_of, as_recorded=self._as_recorded, relations=relations)

    def groups(self, make: Callable[[], Mapping[str, Groups]]) -> Mapping[str, Groups]:
        if self._groups is not None:
            return self._groups
        made = make()
        self._keep(self._question, {kind: found.to_dict() for kind, found in made.items()})
        return made

    def compliance(self, ids: Sequence[str], make: Callable[[], Compliance]) -> Compliance:
        question = f"{self._question} compliance"
        kept = _compliance(self._recalled(question), ids)
        if kept is not None:
            return kept
        found = make()
        self._keep(question, pack(found, {id_: n for n, id_ in enumerate(ids)}))
        return found

    def answer(self, name: str, kinds: Sequence[Any], make: Callable[[], tuple[Any, ...]]) -> tuple[Any, ...]:
        self.note(name)
        question = f"{self._question} {name}"
        kept = _parts(self._recalled(question), kinds) if self.knows else None
        if kept is not None:
            return kept
        found = make()
        table = Table(Cite)
        packed = [pack(part, {}, table) for part in found]
        self._keep(question, [[pack(one, {}) for one in table.numbers], packed])
        return found

    def _recalled(self, question: str) -> str | None:
        held = self._ledger.recall(question)
        return held[1] if held is not None and held[0] == self._revision else None

    def _keep(self, question: str, value: Any) -> None:
        self._ledger.keep(question, self._revision, json.dumps(value, separators=(",", ":")))


# Each of these gives None for what is not there and for what cannot be read: then it is worked out again.


def _groups(body: str, snapshot: Snapshot) -> Mapping[str, Groups] | None:
    """The groups that were kept, of claims and reviews of the snapshot."""
    try:
        kept = {kind: Groups.from_dict(value, snapshot.reviews) for kind, value in json.loads(body).items()}
        claims = {record.id for record in snapshot.records}
        whole = all(claims.issuperset((group.id, *group.members)) for found in kept.values() for group in found.all)
    except _UNREADABLE:
        return None
    return kept if whole and kept.keys() == set(GROUPS) else None


def _compliance(body: str | None, ids: Sequence[str]) -> Compliance | None:
    if body is None:
        return None
    try:
        return cast(Compliance, unpack(Compliance, json.loads(body), Names(ids)))
    except _UNREADABLE:
        return None


def _parts(body: str | None, kinds: Sequence[Any]) -> tuple[Any, ...] | None:
    if body is None:
        return None
    try:
        shared, parts = json.loads(body)
        names = Names((), Cite, [unpack(Cite, one, Names()) for one in shared])
        return tuple(unpack(kind, part, names) for kind, part in zip(kinds, parts, strict=True))
    except _UNREADABLE:
        return None


def _question(conflict: Conflict | None, as_of: datetime | None, as_recorded: datetime | None) -> str:
    """What the answers depend on beside the ledger: whose they are, when, and by which rules."""
    times = [moment.isoformat() if moment else None for moment in (as_of, as_recorded)]
    return content_hash([conflict.to_dict() if conflict else None, *times, _rules()])


@cache
def _rules() -> str:
    """A digest of the code and tables that say what belongs together, where it stands and how that is kept."""
    return digest_of(_RULES, comparing.sources())
