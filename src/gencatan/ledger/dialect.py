"""The little SQL that the two stores say differently."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, Table, Text, any_, bindparam, column, func, insert, select
from sqlalchemy.dialects.postgresql import ARRAY

from gencatan.ledger.codec import encode


def among(connection: Connection, column_: ColumnElement[Any], values: Collection[Any]) -> ColumnElement[bool]:
    """`column_` is one of `values`: however many there are, as one bound parameter."""
    held = sorted(set(values))
    if connection.dialect.name == "postgresql":
        kind = Integer() if held and isinstance(held[0], int) else Text()
        return column_ == any_(bindparam(None, held, type_=ARRAY(kind)))
    each = func.json_each(encode(held)).table_valued(column("value"))
    return column_.in_(select(each.c.value))


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, none included."""
    if rows:
        connection.execute(insert(table), list(rows))
