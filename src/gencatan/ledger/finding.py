"""From the first characters of an id to what it names, and from a claim to all that may be of one thing with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import Column, ColumnElement, Connection, Select, and_, exists, or_, select

from gencatan.ledger import codec
from gencatan.ledger.dialect import among
from gencatan.ledger.records import RecordCache
from gencatan.ledger.reviewed import reviews_at
from gencatan.ledger.ruling import ending
from gencatan.ledger.schema import claims, documents, facets, judgements, resolutions, withdrawals
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
    """What else may be meant where one fits alone: all agreements beside one, for a mention without parties goes to the
    one that it fits; beside an incident all that reports on its lands have, for so does a toll without day or place."""
    table = claims.c
    own = among(connection, table.id, set(ids))
    kinds = set(connection.execute(select(table.kind).distinct().where(own)).scalars())
    found: set[str] = set()
    if "agreement" in kinds:
        found.update(connection.execute(select(table.id).where(table.kind == "agreement")).scalars())
    if kinds & {"event", "casualty", "territory", "deployment"}:
        told = connection.execute(select(table.document).where(own)).scalars().all()
        lands = connection.execute(_lands_of(connection, told)).scalars().all()
        about = select(facets.c.resolution).where(among(connection, facets.c.facet, lands))
        beside = select(resolutions.c.document).where(resolutions.c.id.in_(about)).distinct()
        reports = connection.execute(beside).scalars().all()
        found.update(connection.execute(select(table.id).where(among(connection, table.document, reports))).scalars())
    return found


def _lands_of(connection: Connection, reports: Collection[str]) -> Select[tuple[str]]:
    """The facets of countries that the claims of some reports have."""
    table = facets.c
    inside = select(resolutions.c.id).where(among(connection, resolutions.c.document, reports))
    country = or_(table.facet.startswith("by:"), table.facet.startswith("in:"))
    return select(table.facet).where(table.resolution.in_(inside), country).distinct()


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
