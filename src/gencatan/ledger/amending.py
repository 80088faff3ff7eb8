"""What is said otherwise of a document than when it was added: never its text, only what stands beside it.

Each state of a document that was ever amended is a row, the first of them (number 0) as it was added; the row of the
document itself has the latest. A document that was never amended has no rows here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import Connection, func, insert, select, update

from gencatan.errors import UsageError
from gencatan.ledger import codec
from gencatan.ledger.clock import known_from
from gencatan.ledger.schema import amendments, commits, documents
from gencatan.ledger.search import index, unindex
from gencatan.ledger.versions import order_versions
from gencatan.model import Document, Head

AMENDABLE: Final = ("published", "published_precision", "language", "outlet", "title")
"""Fields of a document that may be said otherwise. The others make its id, or say how it came in."""


def amendment_of(connection: Connection, document_id: str) -> int:
    """The number of a document's latest amendment, 0 for one that stands as it was added."""
    found = select(func.max(amendments.c.number)).where(amendments.c.document == document_id)
    return connection.execute(found).scalar() or 0


def states(connection: Connection, document_id: str) -> list[Head]:
    """What was said of a document, as it was added first, the latest last; none where it is unknown."""
    found = select(amendments.c.head).where(amendments.c.document == document_id).order_by(amendments.c.number)
    rows = connection.execute(found).scalars().all()
    if not rows:
        rows = connection.execute(select(documents.c.head).where(documents.c.id == document_id)).scalars().all()
    return [codec.head_from(head) for head in rows]


def amended(before: Document, changes: Mapping[str, Any]) -> Document:
    """The document with other fields. Raises UsageError for one that cannot be said otherwise."""
    unknown = sorted(set(changes) - set(AMENDABLE))
    if unknown:
        raise UsageError(f"of a report in the books {unknown[0]} stays; known: {', '.join(AMENDABLE)}")
    after = replace(before, **changes)
    return after if after.published else replace(after, published_precision="day")


def add_amendment(connection: Connection, before: Document, after: Document, revision: int) -> None:
    """Let the document be as in `after` from this revision on."""
    table = documents.c
    row = connection.execute(
        select(table.number, table.published, table.known, table.stamp, table.version_of, table.head, table.revision)
        .add_columns(commits.c.recorded_at)
        .join(commits, commits.c.revision == table.revision)
        .where(table.id == before.id)
    ).one()
    number = amendment_of(connection, before.id)
    own = amendments.c.document == before.id
    if not number and connection.execute(select(amendments.c.number).where(own)).first() is None:
        first = {"published": row.published, "known": row.known, "head": row.head, "revision": row.revision}
        connection.execute(insert(amendments), {"document": before.id, "number": 0, **first})
    state = {
        "published": after.published.isoformat() if after.published else None,
        "known": known_from(after, row.recorded_at),
        "head": codec.head_body(after),
    }
    connection.execute(insert(amendments), {"document": before.id, "number": number + 1, **state, "revision": revision})
    connection.execute(update(documents).where(table.id == before.id).values(**state))
    if state["known"] != row.known:
        at = {"id": before.id, "version_of": row.version_of, "known": state["known"], "stamp": row.stamp}
        order_versions(connection, at, anew=True)
    if after.title != before.title:
        unindex(connection, row.number, wipe=False)
        index(connection, row.number, after.title, after.text)
