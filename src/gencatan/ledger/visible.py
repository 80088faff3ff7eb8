"""The two clocks in SQL: which documents, and which reading of each, are seen at a time.

*As of* filters by the day a document was known, *as recorded* by the revision a row came with. A version of a document
hides the older ones only once it is seen itself, so either clock alone decides what is current.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, FromClause, Select, and_, case, exists, func, or_, select, tuple_

from gencatan.ledger.clock import last_day, utc
from gencatan.ledger.schema import amendments, commits, documents, members, readings, resolutions


@dataclass(frozen=True, slots=True)
class Clock:
    """`day`: the last day (ISO) known of; `revision`: the last one recorded. None is now."""

    day: str | None = None
    revision: int | None = None


NOW: Final = Clock()


def clock(connection: Connection, as_of: datetime | None, as_recorded: datetime | None) -> Clock:
    """The clock for what was asked."""
    revision = None
    if as_recorded is not None:
        found = select(func.max(commits.c.revision)).where(commits.c.recorded_at <= utc(as_recorded))
        revision = connection.execute(found).scalar() or 0
    return Clock(last_day(as_of) if as_of is not None else None, revision)


def at(name: str, time: Clock, table: FromClause = documents) -> ColumnElement[Any]:
    """A column of `documents` (or an alias) that amendments change, as it was recorded at that time."""
    column: ColumnElement[Any] = table.c[name]
    if time.revision is None:
        return column
    was = (
        select(amendments.c[name])
        .where(amendments.c.document == table.c.id, amendments.c.revision <= time.revision)
        .order_by(amendments.c.number.desc())
        .limit(1)
    )
    ever = exists().where(amendments.c.document == table.c.id)
    return case((ever, was.scalar_subquery()), else_=column)  # not coalesce: `published` may have been null


def seen(table: FromClause, time: Clock) -> ColumnElement[bool]:
    """Rows of `documents` (or an alias) that are there at that time, whether or not a newer version is."""
    conditions = []
    if time.day is not None:
        conditions.append(at("known", time, table) <= time.day)
    if time.revision is not None:
        conditions.append(table.c.revision <= time.revision)
    return and_(True, *conditions)


def current(time: Clock) -> ColumnElement[bool]:
    """Rows of `documents` that are seen and of which no later version is.

    Versions are linked by `version_of`, directly or through the same root; the later one is that published later, then
    retrieved later, then the one further along the chain. That is a total order: one version is always left.
    """
    other = documents.alias()
    later = tuple_(*_age(time, other)) > tuple_(*_age(time))
    links = (
        other.c.version_of == documents.c.id,
        other.c.id == documents.c.version_of,
        other.c.version_of == documents.c.version_of,
    )
    return and_(seen(documents, time), *(~exists().where(link, later, seen(other, time)) for link in links))


def latest_reading(time: Clock) -> ColumnElement[int]:
    """The number of a document's latest reading at that time, as an expression over `documents`."""
    if time.revision is None:
        return documents.c.reading
    number: Select[tuple[int]] = select(func.max(readings.c.number)).where(
        readings.c.document == documents.c.id, readings.c.revision <= time.revision
    )
    return func.coalesce(number.scalar_subquery(), 0)


def latest(connection: Connection, time: Clock) -> dict[str, int]:
    """The documents that are current and not purged, with the number of the reading that is seen."""
    found = select(documents.c.id, latest_reading(time)).where(current(time), documents.c.text.is_not(None))
    return dict(connection.execute(found).all())


def current_claim(time: Clock) -> ColumnElement[bool]:
    """Rows of `resolutions`, joined with their document, that are in the reading seen of a version that is current."""
    member = exists().where(
        members.c.document == documents.c.id,
        members.c.number == latest_reading(time),
        members.c.claim == resolutions.c.claim,
        members.c.resolution == resolutions.c.id,
    )
    return and_(resolutions.c.body.is_not(None), member, current(time))


def corrected(connection: Connection, time: Clock, documents_: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Documents that are seen but hidden by a later version: the number of the reading seen, and the version that is
    current in their place. Purged ones are left out."""
    table = documents.c
    found: dict[str, tuple[int, str]] = {}
    for id_ in sorted(set(documents_)):
        of_own = select(latest_reading(time)).where(table.id == id_, table.text.is_not(None), seen(documents, time))
        number = connection.execute(of_own).scalar()
        last = _last_version(connection, time, id_) if number is not None else id_
        if number is not None and last != id_:
            found[id_] = number, last
    return found


def _last_version(connection: Connection, time: Clock, id_: str) -> str:
    """The version that hides a document, and is hidden by none itself."""
    table = documents.c
    own = connection.execute(select(*_age(time), table.version_of).where(table.id == id_)).one()
    linked = [table.version_of == id_]
    if own.version_of is not None:
        linked += [table.id == own.version_of, table.version_of == own.version_of]
    age = _age(time)
    later = select(*age).where(or_(*linked), seen(documents, time)).order_by(*(part.desc() for part in age))
    newest = connection.execute(later.limit(1)).first()
    return _last_version(connection, time, newest.id) if newest and tuple(newest) > tuple(own)[:-1] else id_


def _age(time: Clock, table: FromClause = documents) -> tuple[ColumnElement[Any], ...]:
    """What orders versions: see `current`. The depth is today's, which only tells apart what is of one instant."""
    return at("known", time, table), table.c.stamp, table.c.depth, table.c.id
