"""The rows that say what is in the books, as values, and what a row must be: for dumps, loads and damage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Float, Integer, Table, select

from gencatan.ledger import codec
from gencatan.ledger.checks import RefusedError, TextOf, check
from gencatan.ledger.compact import unpack
from gencatan.ledger.schema import (
    amendments,
    blocks,
    claims,
    commits,
    documents,
    judgements,
    members,
    readings,
    resolutions,
    reviews,
    rulings,
    runs,
    signatures,
    successors,
    targets,
    tombstones,
    withdrawals,
)

BATCH: Final = 2_000

# In the order that references need. The numbers given out by the books order what they number.
TABLES: Final[dict[str, tuple[Table, tuple[str, ...]]]] = {
    table.name: (table, order)
    for table, order in (
        (commits, ("revision",)),
        (runs, ("revision", "id")),
        (rulings, ("revision",)),
        (documents, ("number",)),
        (amendments, ("document", "number")),
        (claims, ("document", "id")),
        (resolutions, ("id",)),
        (readings, ("document", "number")),
        (members, ("document", "number", "claim")),
        (successors, ("document", "number", "older")),
        (blocks, ("key", "resolution")),
        (signatures, ("key", "document")),
        (judgements, ("revision", "id", "one_at", "other_at")),
        (withdrawals, ("revision", "judgement")),
        (reviews, ("at", "id")),
        (targets, ("review", "position")),
        (tombstones, ("revision", "document")),
    )
}
NESTED: Final = frozenset({"body", "head", "text", "reason"})
"""Columns that hold JSON, but for a purge's or a withdrawal's reason."""


def rows_of(connection: Connection, table: Table, order: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The rows of a table in that order, their JSON opened, claims as the contract writes them."""
    nested = _nested(table)
    found = select(table).order_by(*(table.c[column] for column in order))
    with connection.execution_options(stream_results=True, yield_per=BATCH).execute(found) as rows:
        for row in rows.mappings():
            value = {column: opened(row[column]) if column in nested else row[column] for column in row}
            if table is resolutions and row["body"] is not None:
                value["body"] = unpack(row["body"]).to_dict()
            yield value


def checked(table: Table, value: dict[str, Any], text_of: TextOf) -> dict[str, Any]:
    """The row as the table holds it. Raises RefusedError for what must not come in under its name: no good claim,
    document or run, or a field of another type."""
    row = {column: _held(table, column, held) for column, held in value.items()}
    name = table.name
    try:
        good = check(name, value, text_of)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise RefusedError(f"holds no good row of {name}") from error
    if not good:
        raise RefusedError(f"holds a row of {name} that does not have the id it says")
    return row


def opened(words: str | None) -> Any:
    """What a column of JSON says, None where it is empty."""
    return None if words is None else codec.decode(words)


def _held(table: Table, column: str, held: Any) -> Any:
    kind = table.c[column].type
    if held is None:
        if not table.c[column].nullable:
            raise RefusedError(f"field {column!r} is null")
        return None
    if column in _nested(table):
        return codec.encode(held)
    if isinstance(kind, Integer):
        good = type(held) is int and 0 <= held < 2**31
    elif isinstance(kind, Float):
        good = isinstance(held, int | float) and not isinstance(held, bool)
    else:
        good = isinstance(held, str) and codec.storable(held)
    if not good:
        raise RefusedError(f"field {column!r} of {table.name} is {str(held)[:40]!r}")
    return held


def _nested(table: Table) -> frozenset[str]:
    return NESTED - {"reason"} if table in {tombstones, withdrawals} else NESTED
