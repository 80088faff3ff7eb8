"""By which rules the books are judged: the judgements of those alone are seen.

A *ruling* says that from its revision on the judgements of one set of rules count. All that were ever made stay: what
others made is seen again as it was recorded. Books without a ruling show every judgement.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, select

from gencatan.ledger import codec
from gencatan.ledger.schema import judgements, rulings, runs
from gencatan.ledger.visible import NOW, Clock
from gencatan.model import Run

SETTING: Final = "reconcile"
"""The setting of a run that holds the digest of the rules; a judgement's maker ends with it."""


def ruling(connection: Connection, time: Clock = NOW) -> Run | None:
    """The run whose rules judge at that time, None where nothing says so."""
    found = select(runs.c.body).join(rulings, rulings.c.run == runs.c.id).order_by(rulings.c.revision.desc()).limit(1)
    if time.revision is not None:
        found = found.where(rulings.c.revision <= time.revision)
    body = connection.execute(found).scalar()
    return codec.run_from(body) if body is not None else None


def ending(connection: Connection, time: Clock = NOW) -> str:
    """What the makers of judgements that count end with; "" where all count."""
    run = ruling(connection, time)
    return f"/{run.settings.get(SETTING, '')}" if run is not None else ""


def is_judged_by(connection: Connection, digest: str) -> bool:
    """Whether nothing was judged by other rules than these, or by nobody knows which."""
    run = ruling(connection)
    if run is not None:
        return bool(run.settings.get(SETTING) == digest)
    return connection.execute(select(judgements.c.id).limit(1)).first() is None
