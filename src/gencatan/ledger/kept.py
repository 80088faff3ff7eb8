"""What was worked out of the books, kept beside them to save time: never the truth, and let go once they grow."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, ScalarSelect, delete, func, insert, select

from gencatan.ledger.schema import commits, kept

MOST: Final = 64
"""How many are kept; then all are let go."""


def recall(connection: Connection, question: str) -> tuple[int, str] | None:
    """The revision and the body kept for a question, if nothing was written since."""
    found = select(kept.c.revision, kept.c.body).where(kept.c.question == question, kept.c.revision == _revision())
    row = connection.execute(found).first()
    return (row.revision, row.body) if row else None


def keep(connection: Connection, question: str, revision: int, body: str) -> bool:
    """Keep what was worked out at a revision, and let go of what is older; False where the books have grown since."""
    if connection.execute(select(_revision())).scalar() != revision:
        return False
    count = select(func.count()).select_from(kept).where(kept.c.revision == revision).scalar_subquery()
    connection.execute(delete(kept).where((kept.c.revision != revision) | (kept.c.question == question)))
    connection.execute(delete(kept).where(count >= MOST))
    connection.execute(insert(kept), {"question": question, "revision": revision, "body": body})
    return True


def _revision() -> ScalarSelect[int]:
    return select(func.max(commits.c.revision)).scalar_subquery()
