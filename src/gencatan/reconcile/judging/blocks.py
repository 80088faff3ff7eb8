"""Block keys: any two claims that could be judged of one thing share one, and few others do.

A claim's days are cut into cells of four; a claim is in the cells that its days (or, without a date, the days up to
its report) touch. A cell is one of a family of acts in one country. One act on one day, and numbers that few share,
are keys of their own, for claims that come without a country; claims of one report meet through their report.
`incident.meet` is the same rule for two claims.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gencatan.model import Record
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import BEGINNINGS, FAMILY, LASTING, deed
from gencatan.reconcile.comparing.counts import size, telling
from gencatan.reconcile.comparing.facts import Facts, facts
from gencatan.reconcile.comparing.sorts import TAKEOVER
from gencatan.reconcile.comparing.when import background
from gencatan.reconcile.judging.actor import name_keys
from gencatan.reconcile.judging.agreement import FOUNDING, founding_day
from gencatan.reconcile.judging.incident import RECALLED, TELLING
from gencatan.reconcile.judging.takeover import names

_CELL: Final = 4
_MOST_CELLS: Final = 9  # a month has them all
_MONTH: Final = 30
_LOOK_BACK: Final = 6
"""Months for which an extension or a breach may be of an agreement."""
_HELD: Final = frozenset({"blockade", "closure"})
"""What goes on for years, so that reports of one give its beginning or its length."""
_REPORT: Final = 600
"""Characters of a report that make a cell; a claim is in its own and in the next."""


def block_keys(record: Record) -> tuple[str, ...]:
    """The keys of a claim, sorted; none for a kind of which nothing is judged."""
    held = facts(record)
    kind = record.claim.kind
    found: set[str] = set(name_keys(held))
    if held.what == TAKEOVER:
        found.update(f"h:{cell}:{name}" for cell in _cells(held) for name in names(held))
    elif held.what:
        found.update(_incident(held))
        found.update(_in_report(held))
    elif kind == "meeting":
        found.update(f"m:{cell}:{country}" for cell in _cells(held) for country in _countries(held))
    elif kind == "agreement":
        found.update(f"a:{month}:{country}" for month in _months(held) for country in _countries(held))
        found.add(f"a:{record.head.id}")
        if (day := founding_day(held)) is not None:
            found.add(f"a:{day // _CELL}")
    return tuple(sorted(found))


def _incident(held: Facts) -> Iterator[str]:
    what = held.what
    families = [str(n) for n in sorted(FAMILY.get(what, ()))] or [what]
    cells = list(_cells(held))
    for country in _countries(held):
        for cell in cells:
            for family in families:
                yield f"i:{family}:{cell}:{country}"
    if name := where.spelled(held.place):
        for cell in cells:
            for family in families:
                yield f"p:{family}:{cell}:{name}"
    if what in _HELD and held.days.dated and background(held.days) and (spot := _spot(held)):
        yield f"s:{what}:{spot}"  # "besieged since 2015", "for seven years"
    for person in held.persons:
        yield f"b:{what}:{person}"
    if held.days.exact or (held.days.since and what in BEGINNINGS):
        yield f"x:{deed(what)}:{held.days.first}"
    if held.count is not None and telling(held.count) >= TELLING:
        for cell in cells:
            yield f"n:{what}:{size(held.count)}:{cell}"
        if telling(held.count) >= RECALLED and (spot := _spot(held)):
            yield f"t:{what}:{size(held.count)}:{spot}"


def _spot(held: Facts) -> str:
    """The town or spot it is told of, however long ago: its number on the map, or its name."""
    place = held.place
    if place is None or not where.is_fine(place):
        return ""
    return str(place.geoname_id or where.spelled(place))


def _countries(held: Facts) -> list[str]:
    return sorted(who.countries(held.claim)) or [f"?{held.source}"]


def _cells(held: Facts) -> Iterator[str]:
    """The cells of days that a claim may lie in: of long stretches the first and the last ones."""
    first, last = held.days.opening, held.days.closing
    if first is None or last is None:
        yield "ever"
        return
    cells = list(range((first - 1) // _CELL, (last + 1) // _CELL + 1))
    if len(cells) > _MOST_CELLS:
        cells = [*cells[:2], *cells[-2:]]
    yield from map(str, cells)


def _months(held: Facts) -> Iterator[str]:
    """Of an agreement: the month of its date, or those of its report and before; a later stage looks back further."""
    numbers = set()
    days = held.days
    if days.dated:
        day = days.opening
        if day is not None:
            numbers |= {day // _MONTH, (day + 5) // _MONTH}
            if days.closing is not None and day < days.closing <= day + _MONTH:
                numbers.add(days.closing // _MONTH)  # "signed in November": on any of its days
    if days.published is not None and (not days.dated or founding_day(held) is None):
        back = 1 if held.slot("stage") in FOUNDING else _LOOK_BACK
        numbers |= {days.published // _MONTH - n for n in range(back + 1)}
    yield from map(str, sorted(numbers)) if numbers else ("ever",)


def _in_report(held: Facts) -> Iterator[str]:
    starts = {span.start // _REPORT for span in held.claim.evidence}
    for cell in sorted(starts | {start + 1 for start in starts}):
        yield f"r:{held.head.id}:{cell}"
    if held.what in LASTING:
        yield f"r:{held.head.id}:{held.what}"
