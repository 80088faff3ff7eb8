"""Everything visible at one time, as one value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from gencatan.ledger import codec
from gencatan.ledger.dialect import among
from gencatan.ledger.records import RecordCache
from gencatan.ledger.reviewed import among_claims, reviews_at
from gencatan.ledger.schema import claims, documents, facets, judgements, members, resolutions, withdrawals
from gencatan.ledger.scope import Scope
from gencatan.ledger.visible import Clock, current, latest_reading
from gencatan.model import Judgement, Record, Snapshot
from gencatan.model.books import NEAR_COPY

_LAST: Final = date.max


def take(
    connection: Connection, scope: Scope, time: Clock, cache: RecordCache, *, as_of: datetime | None = None
) -> Snapshot:
    """The snapshot of a scope at a time."""
    rows = connection.execute(_narrowed(connection, scope, time)).all()
    placed = [(cache.record(id_, body, document, head), first) for id_, _, body, document, head, first in rows]
    numbers = {record.id: row[1] for (record, _), row in zip(placed, rows, strict=True)}
    placed.sort(key=_order)
    records = [record for record, _ in placed]
    return Snapshot(
        records=tuple(records),
        judgements=tuple(_judgements(connection, numbers, {record.head.id for record in records}, time)),
        reviews=tuple(
            shown
            for review in reviews_at(connection, time, latest(connection, time), cache).standing
            if (shown := among_claims(review, numbers)) is not None
        ),
        as_of=as_of,
    )


def latest(connection: Connection, time: Clock) -> dict[str, int]:
    """The documents that are current and not purged, with the number of the reading that is seen."""
    found = select(documents.c.id, latest_reading(time)).where(current(time), documents.c.text.is_not(None))
    return dict(connection.execute(found).all())


def _order(placed: tuple[Record, int]) -> tuple[date, str, int, str]:
    record, first = placed
    return record.head.published or _LAST, record.head.id, first, record.id


def _narrowed(connection: Connection, scope: Scope, time: Clock) -> Select[Any]:
    chosen = (
        _members(time)
        .with_only_columns(
            resolutions.c.id,
            resolutions.c.number,
            resolutions.c.body,
            documents.c.id,
            documents.c.head,
            claims.c.first,
        )
        .where(*_conditions(connection, scope))
    )
    about = scope.facets()
    if not about:
        return chosen
    indexed = resolutions.c.id.in_(select(facets.c.resolution).where(among(connection, facets.c.facet, about)))
    if not scope.whole_documents:
        return chosen.where(indexed)
    whole = _members(time).with_only_columns(documents.c.id).where(indexed)
    return chosen.where(documents.c.id.in_(whole.correlate(None)))


def _members(time: Clock) -> Select[Any]:
    """The claims that are current, with their resolutions."""
    return (
        select()
        .select_from(documents)
        .join(members, and_(members.c.document == documents.c.id, members.c.number == latest_reading(time)))
        .join(resolutions, resolutions.c.id == members.c.resolution)
        .join(claims, claims.c.id == members.c.claim)
        .where(current(time), resolutions.c.body.is_not(None))
    )


def _conditions(connection: Connection, scope: Scope) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if scope.kinds:
        conditions.append(among(connection, claims.c.kind, scope.kinds))
    if scope.documents:
        conditions.append(among(connection, documents.c.id, scope.documents))
    start, end = scope.period
    if start is None and end is None:
        return conditions
    table = resolutions.c
    undated = and_(table.starts.is_(None), table.ends.is_(None))
    dated: list[ColumnElement[bool]] = [table.starts.is_not(None) | table.ends.is_not(None)]
    reported: list[ColumnElement[bool]] = []
    if start is not None:
        dated.append(or_(table.ends.is_(None), table.ends >= start.isoformat()))
        reported.append(documents.c.known >= start.isoformat())
    if end is not None:
        dated.append(or_(table.starts.is_(None), table.starts <= end.isoformat()))
        reported.append(documents.c.known <= end.isoformat())
    unknown = documents.c.published.is_(None)
    conditions.append(or_(and_(*dated), and_(undated, or_(unknown, and_(*reported)))))
    return conditions


def _judgements(connection: Connection, numbers: Mapping[str, int], heads: set[str], time: Clock) -> list[Judgement]:
    """The judgements on what is visible, made on the resolutions that are seen; of a pair the last by each relation."""
    table = judgements.c
    found = select(judgements).where(
        among(connection, table.one, {*numbers, *heads}),
        ~exists().where(
            withdrawals.c.judgement == table.id,
            *([withdrawals.c.revision <= time.revision] if time.revision is not None else []),
        ),
    )
    if time.revision is not None:
        found = found.where(table.revision <= time.revision)
    kept: dict[tuple[str, str, str], Any] = {}
    for row in connection.execute(found):
        if row.relation == NEAR_COPY:
            visible = row.one in heads and row.other in heads
        else:
            visible = numbers.get(row.one) == row.one_at and numbers.get(row.other) == row.other_at
        pair = (row.relation, row.one, row.other)
        if visible and (pair not in kept or (kept[pair].revision, kept[pair].id) < (row.revision, row.id)):
            kept[pair] = row
    return [codec.judgement_from(kept[pair]) for pair in sorted(kept)]
