"""From the first characters of an id to what it names, and from a claim to all that may be of one thing with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, and_, exists, or_, select

from gencatan.ledger import codec
from gencatan.ledger.dialect import among
from gencatan.ledger.records import RecordCache
from gencatan.ledger.reviewed import reviews_at
from gencatan.ledger.ruling import ending
from gencatan.ledger.schema import claims, documents, judgements, resolutions, withdrawals
from gencatan.ledger.scope import Scope
from gencatan.ledger.visible import NOW, current, current_claim
from gencatan.model.books import NEAR_COPY, TOGETHER

MOST: Final = 8
"""Ids of a sort that are told; more than one is too many anyway."""
_AFTER: Final = "g"
"""Stands after every hexadecimal digit."""


def beginning(connection: Connection, prefix: str) -> tuple[str, ...]:
    """The ids of current claims, and of judgements on what is current, that begin so: the first few, in order."""
    if not prefix or not codec.storable(prefix):
        return ()
    read = (
        select(resolutions.c.claim)
        .join(documents, documents.c.id == resolutions.c.document)
        .where(_begins(resolutions.c.claim, prefix), current_claim(NOW))
        .order_by(resolutions.c.claim)
        .limit(MOST)
    )
    found = set(connection.execute(read).scalars())
    table = judgements.c
    judged = select(judgements).where(_begins(table.id, prefix), _holds(connection)).order_by(table.id).limit(MOST)
    found.update(row.id for row in connection.execute(judged).all() if _is_seen(connection, row))
    return tuple(sorted(found))


def around(connection: Connection, id_: str, cache: RecordCache) -> Scope:
    """What to look at for one claim or judgement: its claims, those judged with them, and all that may be of one thing
    with them, through however many others. What groups among these are, they are among all."""
    row = connection.execute(select(judgements).where(judgements.c.id == id_)).first()
    if row is not None and row.relation == NEAR_COPY:
        return Scope(documents=(row.one, row.other))
    ids = {id_} if row is None else {row.one, row.other}
    merged = [review.targets for review in reviews_at(connection, NOW, cache).standing if len(review.targets) > 1]
    found: set[str] = set()
    todo = set(ids)
    while todo:
        found |= todo
        beside = {other for targets in merged if todo & set(targets) for other in targets}
        todo = (beside | _judged_with(connection, todo, TOGETHER)) - found
    return Scope(claims=tuple(sorted(found | _judged_with(connection, ids) | _rivals(connection, found))))


def _rivals(connection: Connection, ids: Iterable[str]) -> set[str]:
    """All agreements, where one is looked at: a mention without parties goes to the one that it fits."""
    table = claims.c
    agreed = table.kind == "agreement"
    if connection.execute(select(table.id).where(among(connection, table.id, set(ids)), agreed).limit(1)).first():
        return set(connection.execute(select(table.id).where(agreed)).scalars())
    return set()


def _judged_with(connection: Connection, ids: Iterable[str], relations: Iterable[str] = ()) -> set[str]:
    table, found = judgements.c, set[str]()
    for mine, theirs in ((table.one, table.other), (table.other, table.one)):
        beside = select(theirs).where(among(connection, mine, set(ids)), _holds(connection))
        if relations:
            beside = beside.where(table.relation.in_(relations))
        found.update(connection.execute(beside).scalars())
    return found


def _begins(column: Column[str], prefix: str) -> ColumnElement[bool]:
    return and_(column >= prefix, column < prefix + _AFTER)


def _holds(connection: Connection) -> ColumnElement[bool]:
    """Judgements that were not withdrawn, by the rules that judge now."""
    rules = judgements.c.maker.endswith(ending(connection), autoescape=True)
    return ~exists().where(withdrawals.c.judgement == judgements.c.id) & rules


def _is_seen(connection: Connection, row: Any) -> bool:
    """Whether a judgement is on two documents, or two resolutions, that are current."""
    if row.relation == NEAR_COPY:
        seen = select(documents.c.id).where(documents.c.id.in_((row.one, row.other)), current(NOW))
    else:
        table = resolutions.c
        pairs = ((row.one, row.one_at), (row.other, row.other_at))
        seen = (
            select(table.claim)
            .join(documents, documents.c.id == table.document)
            .where(or_(*(and_(table.claim == id_, table.number == at) for id_, at in pairs)), current_claim(NOW))
        )
    return len(connection.execute(seen).all()) == 2
