"""Whether a ledger is damaged: looked for after a failure, to tell a bad disk from a fault of ours.

SQLite notices a broken page, not a flipped bit in what a page holds; and our own reading trusts what we wrote. So what
went wrong is looked at from the ground up: the file, the references, then every row by the rules that a dump is loaded
by. It takes as long as a dump, and only where there is no answer anyway.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from gencatan.errors import LedgerError
from gencatan.ledger.checks import RefusedError
from gencatan.ledger.rows import TABLES, checked, opened, rows_of
from gencatan.ledger.schema import documents
from gencatan.ledger.store import Store, translated
from gencatan.model.correction import CORRECTABLE, check_correction


def damage(store: Store) -> str:
    """What is wrong with what the books hold, in words; "" where they are as they were written."""
    try:
        with translated(store.address), store.engine.connect() as connection, connection.begin():
            return next(_found(connection, postgresql=store.postgresql), "")
    except LedgerError as error:
        return str(error).removeprefix(f"{store.address}: ")
    except Exception as error:  # whatever reading the ground itself raises is damage
        return f"{type(error).__name__}: {error}"


def _found(connection: Connection, *, postgresql: bool) -> Iterator[str]:
    if not postgresql:
        (words,) = connection.exec_driver_sql("PRAGMA integrity_check(1)").one()
        if words != "ok":
            yield str(words)
        for table, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"a row of {table} refers to nothing"
    text_of = _texts(connection)
    for name, (table, order) in TABLES.items():
        rows = rows_of(connection, table, order)
        try:
            for value in rows:
                checked(table, value, text_of)
                _as_written(name, value)
        except (RefusedError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
            yield f"a row of {name}: {error}"


def _as_written(name: str, value: Mapping[str, Any]) -> None:
    """What we never write, though a dump by others may hold it. Raises ValueError."""
    if name == "commits":
        datetime.fromisoformat(value["recorded_at"])
    if name == "resolutions" and value["body"] is not None:
        check_correction({field: value["body"][field] for field in CORRECTABLE}, value["kind"])


def _texts(connection: Connection) -> Callable[[str], str | None]:
    known: dict[str, str | None] = {}

    def text_of(document: str) -> str | None:
        if document not in known:
            row = connection.execute(select(documents.c.text).where(documents.c.id == document)).first()
            if row is None:
                raise LookupError(document)
            known.clear()  # claims of one document mostly stand together
            known[document] = opened(row.text)
        return known[document]

    return text_of
