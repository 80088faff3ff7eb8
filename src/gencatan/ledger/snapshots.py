"""Everything visible at one time, as one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from itertools import zip_longest
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select

from gencatan.ledger import codec
from gencatan.ledger.dialect import among
from gencatan.ledger.records import RecordCache
from gencatan.ledger.reviewed import among_claims, reviews_at
from gencatan.ledger.ruling import ending
from gencatan.ledger.schema import claims, documents, facets, judgements, resolutions, reviews, targets, withdrawals
from gencatan.ledger.scope import Scope
from gencatan.ledger.visible import Clock, at, current_claim
from gencatan.model import Judgement, Record, Snapshot
from gencatan.model.books import NEAR_COPY, RELATIONS

_LAST: Final = date.max


def take(
    connection: Connection,
    scope: Scope,
    time: Clock,
    cache: RecordCache,
    relations: tuple[str, ...],
    *,
    as_of: datetime | None = None,
) -> Snapshot:
    """The snapshot of a scope at a time, with the judgements of some relations."""
    rows = connection.execute(_narrowed(connection, scope, time)).all()
    built = cache.build([row[:4] for row in rows])
    placed = list(zip(built, (row.first for row in rows), strict=True))
    numbers = {record.id: row.number for record, row in zip(built, rows, strict=True)}
    placed.sort(key=_order)
    records = [record for record, _ in placed]
    return Snapshot(
        records=tuple(records),
        judgements=tuple(_judgements(connection, numbers, {record.head.id for record in records}, time, relations)),
        reviews=tuple(
            shown
            for review in reviews_at(connection, time, cache).standing
            if (shown := among_claims(review, numbers)) is not None
        ),
        as_of=as_of,
    )


def _order(placed: tuple[Record, int]) -> tuple[date, str, int, str]:
    record, first = placed
    return record.head.published or _LAST, record.head.id, first, record.id


def _narrowed(connection: Connection, scope: Scope, time: Clock) -> Select[Any]:
    table = resolutions.c
    chosen = (
        select(table.id, table.body, documents.c.id, at("head", time), table.number, table.first)
        .join(documents, documents.c.id == table.document)
        .where(current_claim(time), *_conditions(connection, scope, time))
    )
    if about := scope.facets():
        indexed = select(facets.c.resolution).where(among(connection, facets.c.facet, about))
        if scope.whole_documents:
            # a question of its own: PostgreSQL takes its rows for so few that it would ask it anew for every claim
            about_it = connection.execute(_documents_with(indexed, time)).scalars().all()
            inside = among(connection, documents.c.id, about_it)
            chosen = chosen.where(inside | _is_corrected() if scope.corrected else inside)
        else:
            chosen = chosen.where(table.id.in_(indexed))
    return chosen


def _is_corrected() -> ColumnElement[bool]:
    """Documents of a claim that a person ever corrected, and their later versions."""
    said = (
        select(claims.c.document)
        .join(targets, targets.c.claim == claims.c.id)
        .join(reviews, reviews.c.id == targets.c.review)
        .where(reviews.c.body.contains('"action":"correct"'))  # canonical JSON: within words the marks are escaped
    )
    return documents.c.id.in_(said) | documents.c.version_of.in_(said)


def _documents_with(indexed: Select[Any], time: Clock) -> Select[Any]:
    """The documents in whose reading seen one of the resolutions is."""
    return (
        select(documents.c.id)
        .distinct()
        .join(resolutions, documents.c.id == resolutions.c.document)
        .where(resolutions.c.id.in_(indexed), current_claim(time))
    )


def _conditions(connection: Connection, scope: Scope, time: Clock) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if scope.kinds:
        conditions.append(among(connection, resolutions.c.kind, scope.kinds))
    if scope.claims:
        conditions.append(among(connection, resolutions.c.claim, scope.claims))
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
        reported.append(at("known", time) >= start.isoformat())
    if end is not None:
        dated.append(or_(table.starts.is_(None), table.starts <= end.isoformat()))
        reported.append(at("known", time) <= end.isoformat())
    unknown = at("published", time).is_(None)
    conditions.append(or_(and_(*dated), and_(undated, or_(unknown, and_(*reported)))))
    return conditions


def _judgements(
    connection: Connection, numbers: Mapping[str, int], heads: set[str], time: Clock, relations: tuple[str, ...]
) -> list[Judgement]:
    """The judgements on what is visible, made on the resolutions that are seen by the rules that judge; of a pair the
    last by each relation.

    By relation, then by the two that are judged.
    """
    if not relations:
        return []
    table = judgements.c
    found = select(
        *(table.relation, table.one, table.other, table.revision, table.id),
        *(table.score, table.reason, table.maker, table.one_at, table.other_at),
    ).where(
        among(connection, table.one, {*numbers, *heads}),
        ~exists().where(
            withdrawals.c.judgement == table.id,
            *([withdrawals.c.revision <= time.revision] if time.revision is not None else []),
        ),
    )
    if len(relations) < len(RELATIONS):
        found = found.where(table.relation.in_(relations))
    if time.revision is not None:
        found = found.where(table.revision <= time.revision)
    seen, rules = numbers.get, ending(connection, time)
    by_relation: dict[str, list[tuple[Any, ...]]] = {}
    for relation, one, other, *rest, one_at, other_at in connection.execute(found).all():
        if not rest[-1].endswith(rules):
            continue
        if relation == NEAR_COPY:
            visible = one in heads and other in heads
        else:
            visible = seen(one) == one_at and seen(other) == other_at
        if visible:
            by_relation.setdefault(relation, []).append((one, other, *rest))
    return [made for relation in sorted(by_relation) for made in _last_words(relation, by_relation[relation])]


def _last_words(relation: str, rows: list[tuple[Any, ...]]) -> Iterator[Judgement]:
    """The last judgement on each pair. Rows are (one, other, revision, id, score, reason, maker)."""
    rows.sort()
    for row, following in zip_longest(rows, rows[1:]):
        one, other, _, id_, score, reason, maker = row
        if following is None or (one, other) != following[:2]:
            yield codec.judgement_from(id_, relation, one, other, score, reason, maker)
