"""A conflict's groups, worked out once for each state of the ledger: kept beside the books, and never the truth.

What is kept is found again only for the same ledger at the same revision, the same question and the same rules; all
else is worked out anew. So it may be thrown away at any time, and nothing but time is lost.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Final

from gencatan.ledger import EVERYTHING, Ledger, Scope
from gencatan.model import Review
from gencatan.model.books import RELATIONS, TOGETHER
from gencatan.model.ids import canonical_json, content_hash
from gencatan.reconcile import Groups
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
    """A desk whose groups are those that were kept, or will be once they are asked for."""
    question = _question(conflict, as_of, as_recorded)
    held = ledger.recall(question)
    if held is not None:
        revision, body = held
        snapshot = ledger.snapshot(scope, as_of=as_of, as_recorded=as_recorded, relations=_BESIDE)
        if snapshot.revision == revision:
            return Desk(snapshot, conflict, language, known=_groups(body, snapshot.reviews))
    whole = ledger.snapshot(scope, as_of=as_of, as_recorded=as_recorded)

    def keep(found: Mapping[str, Groups]) -> None:
        body = json.dumps({kind: groups.to_dict() for kind, groups in found.items()}, separators=(",", ":"))
        ledger.keep(question, whole.revision or 0, body)

    return Desk(whole, conflict, language, keep=keep)


def _groups(body: str, reviews: Sequence[Review]) -> dict[str, Groups]:
    return {kind: Groups.from_dict(value, reviews) for kind, value in json.loads(body).items()}


def _question(conflict: Conflict | None, as_of: datetime | None, as_recorded: datetime | None) -> str:
    """What the groups depend on beside the ledger: whose they are, when, and by which rules."""
    times = [moment.isoformat() if moment else None for moment in (as_of, as_recorded)]
    return content_hash(["groups", conflict.to_dict() if conflict else None, *times, _rules()])


@cache
def _rules() -> str:
    """A digest of the code and tables that put claims together."""
    found = hashlib.sha256()
    for package in _RULES:
        for entry in sorted(files(package).iterdir(), key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".toml")):
                found.update(canonical_json([package, entry.name]).encode())
                found.update(entry.read_bytes())
    return found.hexdigest()
