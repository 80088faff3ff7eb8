"""What was worked out of the books, kept beside them to save time: never the truth, and let go once they grow."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, ScalarSelect, delete, func, insert, select

from gencatan.ledger.schema import commits, kept

MOST: Final = 256
"""How many are kept; then all are let go."""
_ASKED: Final = "asked "
"""What the rows begin with that say what was asked for: the books may grow over them."""


def recall(connection: Connection, question: str) -> tuple[int, str] | None:
    """The revision and the body kept for a question, if nothing was written since."""
    found = select(kept.c.revision, kept.c.body).where(kept.c.question == question, kept.c.revision == _revision())
    row = connection.execute(found).first()
    return (row.revision, row.body) if row else None


def keep(connection: Connection, question: str, revision: int, body: str) -> bool:
    """Keep what was worked out at a revision, and let go of what is older; False where the books have grown since."""
    if connection.execute(select(_revision())).scalar() != revision:
        return False
    answers = ~kept.c.question.startswith(_ASKED)
    count = select(func.count()).select_from(kept).where(answers, kept.c.revision == revision).scalar_subquery()
    connection.execute(delete(kept).where(answers, (kept.c.revision != revision) | (kept.c.question == question)))
    connection.execute(delete(kept).where(answers, count >= MOST))
    connection.execute(insert(kept), {"question": question, "revision": revision, "body": body})
    return True


def asked(connection: Connection) -> dict[str, str]:
    """What was asked for, the latest first: a key of the caller's, and what it says of it."""
    found = select(kept.c.question, kept.c.body).where(kept.c.question.startswith(_ASKED))
    rows = connection.execute(found.order_by(kept.c.revision.desc(), kept.c.question))
    return {question.removeprefix(_ASKED): body for question, body in rows}


def note(connection: Connection, question: str, body: str | None, most: int) -> None:
    """Note what was asked for; None that nobody asks any more. Of more than `most` the oldest go."""
    connection.execute(delete(kept).where(kept.c.question == _ASKED + question))
    if body is not None:
        revision = connection.execute(select(_revision())).scalar() or 0
        connection.execute(insert(kept), {"question": _ASKED + question, "revision": revision, "body": body})
    gone = [_ASKED + key for key in list(asked(connection))[most:]]
    connection.execute(delete(kept).where(kept.c.question.in_(gone)))


def _revision() -> ScalarSelect[int]:
    return select(func.max(commits.c.revision)).scalar_subquery()
