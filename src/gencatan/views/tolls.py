"""How many were harmed: for each incident a range with every source, for a period what its incidents add up to.

A figure *stands* until a later one takes its place: by a judgement that it supersedes it, or because its source gave
a later one for the same. Figures that do not stand are shown and never counted. A sum (`sums`) is one of standing
figures of different incidents; people displaced are a series of the figures as they were given, for each such figure
is a sum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

from gencatan.model import Count, Record
from gencatan.model.books import SUPERSEDES
from gencatan.model.vocabulary import VALUES
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.peoples import is_of_a_trade, is_told_as_part, may_be_of
from gencatan.reconcile.comparing.victims import EVERYBODY, classes, whom
from gencatan.reconcile.judging.corrected import takes_back
from gencatan.reconcile.judging.figures import comparable, in_order, one_of_more, rises
from gencatan.views.desk import Desk, Group, day_of, iso_day
from gencatan.views.sums import Total, sums
from gencatan.views.values import Cite, Value

HARMS: Final = VALUES["casualty", "harm"]
SERIES: Final = ("displaced",)
_MOVED: Final = ("evacuation", "release", "delivery")
LONG_DAYS: Final = 31
"""A toll over a longer time is no incident's: it is shown, and is part of no sum."""


@dataclass(frozen=True, slots=True)
class Figure(Value):
    """A number as a source gave it; `low` and `high` inclusive, None where open.

    `why` says why it does not stand: `superseded`, `part` (only so many of those harmed as were moved or let go, one of
    them, those told as a part of them or of one trade), a status as `denied`, or "" where it does. `by` took its place.
    """

    low: int | None
    high: int | None
    hedge: str
    cite: Cite
    why: str = ""
    by: str | None = None

    @property
    def stands(self) -> bool:
        """Whether it counts."""
        return not self.why

    @property
    def least(self) -> int:
        """The least it says, 0 where that is open."""
        return self.low or 0

    @property
    def most(self) -> int:
        """The most it says; of "at least 32" that is 32, since nobody said more."""
        return self.high if self.high is not None else self.least


@dataclass(frozen=True, slots=True)
class Toll(Value):
    """How many of `whom` came to one `harm` in an incident.

    `low` and `high` are the least and the most that standing figures say, `best` the latest of them that is a number
    (of one day, the one most sources give); `open`: a source says "at least". `sources` counts independent ones.
    `long`: over more than a month, or without a beginning.
    """

    incident: str
    what: str
    harm: str
    whom: str
    country: str
    start: date | None
    end: date | None
    place: str | None
    low: int
    best: int
    high: int
    open: bool
    sources: int
    long: bool
    figures: tuple[Figure, ...]

    @property
    def as_said(self) -> Figure | None:
        """The figure that all give who count, where they all give it with one hedge: it is shown as it was said."""
        standing = [figure for figure in self.figures if figure.stands]
        said = {(figure.low, figure.high, figure.hedge) for figure in standing}
        return standing[0] if len(said) == 1 and standing[0].hedge in ("more_than", "about", "nearly") else None

    @property
    def shown(self) -> tuple[int, int, int]:
        """Low, best and high by the numbers that were said: "more than 200" is 201 and up, and shown as 200 and up."""
        said: dict[int, set[str]] = {}
        for figure in self.figures:
            if figure.stands:
                said.setdefault(figure.most, set()).add(figure.hedge)
        low, best, high = (n - (said.get(n) == {"more_than"}) for n in (self.low, self.best, self.high))
        return low, best, high


@dataclass(frozen=True, slots=True)
class Point(Value):
    """A figure in a series: how many, as given on that day."""

    day: date | None
    harm: str
    figure: Figure


@dataclass(frozen=True, slots=True)
class Tolls(Value):
    """The answer: tolls by incident, their sums over the period asked for, and series of people displaced.

    `left_out` counts the figures of reports that name a party of the conflict but are not about it.
    """

    start: date | None
    end: date | None
    incidents: tuple[Toll, ...]
    totals: tuple[Total, ...]
    series: tuple[Point, ...]
    left_out: int = 0

    def rows(self) -> list[dict[str, Any]]:
        """A figure a row."""
        found = [_row(toll, figure) for toll in self.incidents for figure in toll.figures]
        return [*found, *(_series_row(point) for point in self.series)]


def tolls(desk: Desk, start: date | None = None, end: date | None = None) -> Tolls:
    """The tolls of incidents in a period (days, both included; None is open)."""
    if start is not None or end is not None:
        return _tolls(desk, start, end)
    (found,) = desk.parts("tolls", (Tolls,), lambda: (_tolls(desk, None, None),))
    return cast(Tolls, found)


def _tolls(desk: Desk, start: date | None, end: date | None) -> Tolls:
    found: list[Toll] = []
    points: list[Point] = []
    gone = {j.other: j.one for j in desk.judgements(SUPERSEDES)}
    for group in desk.groups("incident"):
        counted = [record for record in group.records if isinstance(record.claim.slots.get("count"), Count)]
        if not counted:
            continue
        for (harm, class_, country), records in _sorted_out(counted).items():
            figures = _figures(desk, records, gone)
            if harm in SERIES:
                points += [
                    Point(_said_on(record), harm, figure) for record, figure in zip(records, figures, strict=True)
                ]
            elif toll := _toll(desk, group, (harm, class_, country), figures):
                found.append(toll)
    inside = [toll for toll in found if _within(toll, start, end)]
    points = [point for point in points if point.day is None or _holds(point.day, start, end)]
    points.sort(key=lambda point: (point.day or date.max, point.figure.least))
    return Tolls(
        start,
        end,
        tuple(inside),
        tuple(sums(desk, inside)),
        tuple(points),
        sum(isinstance(record.claim.slots.get("count"), Count) for record in desk.left_out),
    )


def _sorted_out(records: Sequence[Record]) -> Mapping[tuple[str, str, str], list[Record]]:
    """Tolls of different harms and of different people are different tolls, wholes before parts."""
    found: dict[tuple[str, str, str], list[Record]] = {}
    for record in records:
        victims = record.claim.slots.get("victims", ())
        class_, country = whom(victims) if isinstance(victims, tuple) else (EVERYBODY, "")
        found.setdefault((str(record.claim.slots.get("harm", "")), class_, country), []).append(record)
    _with_a_country(found, records)
    order = classes()
    return dict(sorted(found.items(), key=lambda item: (HARMS.index(item[0][0]), order.index(item[0][1]), item[0][2])))


def _with_a_country(found: dict[tuple[str, str, str], list[Record]], records: Sequence[Record]) -> None:
    """Lay figures that name no country to those of the one country that others name, where they may be its people."""
    for harm, class_, country in [key for key in found if not key[2]]:
        named = [key for key in found if key[:2] == (harm, class_) and key[2]]
        if len(named) != 1:
            continue
        others = [facts(record) for record in found[named[0]]]
        bare = found[harm, class_, country]
        joined = {record.id for record in bare if all(may_be_of(facts(record), other) for other in others)}
        mine = {*joined, *(record.id for record in found[named[0]])}
        found[named[0]] = [record for record in records if record.id in mine]
        found[harm, class_, country] = [record for record in bare if record.id not in joined]
        if not found[harm, class_, country]:
            del found[harm, class_, country]


def _figures(desk: Desk, records: Sequence[Record], gone: Mapping[str, str]) -> list[Figure]:
    parts = _parts(desk, records)
    latest: dict[str, Record] = {}
    for record in records:
        if record.claim.status == "asserted" and record.id not in parts:
            latest[desk.cite(record).source.key] = record
    found: list[Figure] = []
    beside = {record.id: record for record in records}
    for record in records:
        count = record.claim.slots["count"]
        assert isinstance(count, Count)
        named = desk.cite(record)
        last = latest.get(named.source.key)
        why, by = "", None
        if record.claim.status != "asserted":
            why = record.claim.status
        elif record.id in parts:
            why = "part"
        elif (
            (newer := beside.get(gone.get(record.id, ""))) is not None
            and newer.id not in parts
            and _still_above(record, newer)
        ):
            why, by = "superseded", newer.id
        elif last is not None and _later(record, last):
            why, by = "superseded", last.id
        elif (risen := _risen(record, [other for other in records if other.id not in parts])) is not None:
            why, by = "superseded", risen.id
        found.append(Figure(count.min, count.max, count.hedge, named, why, by))
    return found


def _parts(desk: Desk, records: Sequence[Record]) -> frozenset[str]:
    """The figures of a part of those whom another figure here counts, by claim: never set beside a whole."""
    told = [record for record in records if record.claim.status == "asserted"]
    some = {record.id for record in told if _is_part(desk, record) or _is_told_as_part(record)}
    wholes = [record for record in told if record.id not in some]
    if not wholes:
        some = set()
    of_all = max((_size(record) for record in wholes if not is_of_a_trade(facts(record))), default=0)
    return frozenset(
        record.id
        for record in told
        if record.id in some
        or _is_one_of_more(record, told)
        or (is_of_a_trade(facts(record)) and _size(record) < of_all)
    )


def _is_told_as_part(record: Record) -> bool:
    """A part of everybody: "including two children" are all the children."""
    return facts(record).whom[0] == EVERYBODY and is_told_as_part(record.claim)


def _is_part(desk: Desk, record: Record) -> bool:
    """Whether it counts those harmed who were moved or let go ("evacuated 17 wounded people"): how many were harmed it
    does not say."""
    spans = record.claim.evidence
    return any(
        other.claim.slots.get("act") in _MOVED
        and any(a.start <= b.start and b.end <= a.end for a in other.claim.evidence for b in spans)
        for other in desk.of_document(record.head.id)
        if other.claim.kind == "event" and record.claim.slots.get("harm") not in SERIES
    )


def _is_one_of_more(record: Record, records: Sequence[Record]) -> bool:
    """Whether it tells of a single one of those whom another figure counts."""
    return any(one_of_more(facts(record), facts(other)) for other in records if other.claim.status == "asserted")


def _risen(record: Record, records: Sequence[Record]) -> Record | None:
    """The highest later figure of these people, where the incident's claims are not all judged two by two; none, where
    the number is still given as late as that."""
    mine = facts(record)
    later = [
        other
        for other in records
        if other.claim.status == "asserted"
        and comparable(mine, facts(other))
        and in_order(mine, facts(other))[0] is mine
        and rises(mine, facts(other))
    ]
    found = max(later, key=lambda other: (_size(other), other.id), default=None)
    if found is None:
        return None
    again = (other for other in records if other is not record and _size(other) == _size(record))
    return None if any(not _is_before(other, found) for other in again) else found


def _is_before(one: Record, other: Record) -> bool:
    return bool(one.head.published and other.head.published and one.head.published < other.head.published)


def _still_above(older: Record, newer: Record) -> bool:
    """Whether a figure that once took another's place still does, as people have corrected and grouped the claims."""
    higher = _size(older) < _size(newer) or takes_back(facts(newer), facts(older))
    return newer.claim.status == "asserted" and higher


def _later(one: Record, last: Record) -> bool:
    """Whether the same source said `last` on a later day, and more; a lower figure is another figure."""
    first, second = one.head.published, last.head.published
    rises = _size(one) < _size(last)
    return rises and first is not None and second is not None and first < second


def _size(record: Record) -> int:
    count = record.claim.slots["count"]
    assert isinstance(count, Count)
    return count.min if count.min is not None else count.max or 0


def _toll(desk: Desk, group: Group, key: tuple[str, str, str], figures: Sequence[Figure]) -> Toll | None:
    standing = [figure for figure in figures if figure.stands]
    if not standing:
        return None
    harm, class_, country = key
    start, end, _ = day_of(group.records)
    return Toll(
        incident=group.id,
        what=_what(group),
        harm=harm,
        whom=class_,
        country=country,
        start=start,
        end=end,
        place=desk.place_of(group.records),
        low=min(figure.least if figure.low is not None else figure.most for figure in standing),
        best=_best(standing),
        high=max(figure.most for figure in standing),
        open=any(figure.high is None for figure in standing),
        sources=desk.voices(desk.by_id[figure.cite.claim] for figure in standing),
        long=_is_long(group, start, end),
        figures=tuple(figures),
    )


def _best(standing: Sequence[Figure]) -> int:
    standing = [figure for figure in standing if figure.hedge != "vague"] or standing  # "hundreds" replaces no number
    last = max(figure.cite.published or date.min for figure in standing)
    latest = [figure for figure in standing if (figure.cite.published or date.min) == last]
    given = [figure.least or figure.most for figure in latest]
    return max(given, key=lambda number: (given.count(number), number))


def _what(group: Group) -> str:
    """The act the incident is, "" where only its toll is told."""
    acts = [str(record.claim.slots["act"]) for record in group.records if "act" in record.claim.slots]
    return max(acts, key=acts.count) if acts else ""


def _is_long(group: Group, start: date | None, end: date | None) -> bool:
    said = [record.head.published for record in group.records if record.head.published]
    until = end or (min(said) if said else None)
    if start is None:
        return end is not None and any(r.claim.date is not None and r.claim.date.start is None for r in group.records)
    return until is not None and (until - start).days > LONG_DAYS


def _within(toll: Toll, start: date | None, end: date | None) -> bool:
    """Whether an incident lies in the period; one without a date counts by its first report."""
    first, last = toll.start, toll.end
    if first is None and last is None:
        first = last = next((figure.cite.published for figure in toll.figures if figure.cite.published), None)
    if start is not None and (last or first or date.max) < start:
        return False
    return end is None or (first or date.min) <= end


def _holds(day: date, start: date | None, end: date | None) -> bool:
    return (start is None or day >= start) and (end is None or day <= end)


def _said_on(record: Record) -> date | None:
    """The day a figure of a series is for: its report's, else the last of its own dates."""
    when = record.claim.date
    return record.head.published or (iso_day(when.end or when.start) if when else None)


def _row(toll: Toll, figure: Figure) -> dict[str, Any]:
    return {
        "incident": toll.incident,
        "what": toll.what,
        "harm": toll.harm,
        "whom": toll.whom,
        "country": toll.country,
        "start": toll.start,
        "end": toll.end,
        "place": toll.place,
        "low": toll.low,
        "best": toll.best,
        "high": toll.high,
        "open": toll.open,
        "sources": toll.sources,
        **_figure_row(figure),
    }


def _series_row(point: Point) -> dict[str, Any]:
    empty = dict.fromkeys(("incident", "what", "whom", "country", "place", "low", "best", "high", "open", "sources"))
    return {**empty, "harm": point.harm, "start": point.day, "end": point.day, **_figure_row(point.figure)}


def _figure_row(figure: Figure) -> dict[str, Any]:
    return {
        "figure_low": figure.low,
        "figure_high": figure.high,
        "stands": figure.stands,
        "why": figure.why,
        "by": figure.by,
        "source": figure.cite.source.name,
        "outlet": figure.cite.outlet,
        "published": figure.cite.published,
        "claim": figure.cite.claim,
        "words": " … ".join(figure.cite.words),
    }
