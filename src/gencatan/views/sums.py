"""What tolls add up to: a sum over incidents that can be told apart, and never one over what may be the same people.

An incident counts by its whole, else by its parts that exclude each other. A running toll ("48 since July") holds those
of the days it runs over: they are set beside each other, the latest running toll counts, and what its days add up to
where each has a place is the most that it may be. Of two numbers that one report gives
without saying that they are of two places or of two acts, nobody can tell that they are of two incidents: they are a
range.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from gencatan.model import Actor
from gencatan.model.books import standing
from gencatan.model.vocabulary import VALUES
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.victims import EVERYBODY
from gencatan.reconcile.grouping.links import Links
from gencatan.reconcile.grouping.reviews import pairs_of
from gencatan.views.desk import Desk, iso_day
from gencatan.views.values import Value

if TYPE_CHECKING:
    from gencatan.views.tolls import Toll

_RUNNING_DAYS: Final = 2
_SOON: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Total(Value):
    """What the tolls of a period's incidents add up to; `of` are the ids of these incidents."""

    harm: str
    low: int
    best: int
    high: int
    open: bool
    incidents: int
    of: tuple[str, ...] = ()


def sums(desk: Desk, found: Sequence[Toll]) -> Iterator[Total]:
    """One for each harm that somebody counts."""
    for harm in VALUES["casualty", "harm"]:
        by_incident: dict[str, list[Toll]] = {}
        for toll in found:
            if toll.harm == harm and not toll.long:
                by_incident.setdefault(toll.incident, []).append(toll)
        counted = [toll for of_one in by_incident.values() for toll in _exclusive(of_one)]
        if not counted:
            continue
        made = [_count(desk, some) for some in _together(desk, counted)]
        yield Total(
            harm,
            sum(low for low, _, _ in made),
            sum(best for _, best, _ in made),
            sum(high for _, _, high in made),
            any(toll.open for toll in counted),
            len(by_incident),
            tuple(by_incident),
        )


def _exclusive(of_one: Sequence[Toll]) -> list[Toll]:
    whole = [toll for toll in of_one if toll.whom == EVERYBODY]
    if whole:
        return whole
    parts = [toll for toll in of_one if toll.whom != "children"]  # children are civilians too
    return _one_for_each_class(parts or of_one)


def _one_for_each_class(parts: Sequence[Toll]) -> list[Toll]:
    """Of a class, either its toll that names no country ("192 servicemen") or those of countries ("192 of its
    soldiers"), whichever tell of more: the one may hold the others, so they never add up."""
    by_class: dict[str, tuple[list[Toll], list[Toll]]] = {}
    for toll in parts:
        by_class.setdefault(toll.whom, ([], []))[bool(toll.country)].append(toll)
    return [
        toll
        for unnamed, named in by_class.values()
        for toll in max((named, unnamed), key=lambda some: sum(one.best for one in some))
    ]


def _together(desk: Desk, counted: Sequence[Toll]) -> list[list[Toll]]:
    """The tolls, those that may hold each other's people together."""
    links = Links()
    names = [f"{n:06}" for n in range(len(counted))]
    of_whom: dict[tuple[str, str], list[int]] = {}
    for n, toll in enumerate(counted):
        links.join(names[n], names[n])
        of_whom.setdefault((toll.whom, toll.country), []).append(n)
    everywhere = [n for n in of_whom.get((EVERYBODY, ""), ()) if counted[n].place is None]
    apart = _said_apart(desk)
    alike = (
        (n, m)
        for some in of_whom.values()
        for n, m in _of_one_report(counted, some)
        if frozenset((counted[n].incident, counted[m].incident)) not in apart
    )
    in_runs = (pair for some in of_whom.values() for pair in _of_one_run(desk, counted, some, some))
    in_wholes = _of_one_run(desk, counted, everywhere, range(len(counted)), placed=True)
    by = _doers(desk, counted)
    for n, m in (*alike, *in_runs, *in_wholes):
        if counted[n].incident != counted[m].incident and not _by_two(by[n], by[m]):
            links.join(names[n], names[m])
    found: dict[str, list[Toll]] = {}
    for name, toll in zip(names, counted, strict=True):
        found.setdefault(links.top(name), []).append(toll)
    return list(found.values())


def _said_apart(desk: Desk) -> set[frozenset[str]]:
    """Incidents of which a person said that one is not the other: two numbers of theirs are no range. A day is still
    inside the days that a running toll counts, though it is another incident."""
    said = pairs_of(standing(desk.whole.reviews), "incident").newest_first()
    split = [(one, other) for one, other, together in said if not together]
    if not split:
        return set()
    incident = {record.id: group.id for group in desk.groups("incident") for record in group.records}
    return {frozenset((incident[a], incident[b])) for a, b in split if a in incident and b in incident}


def _doers(desk: Desk, counted: Sequence[Toll]) -> list[tuple[Actor, ...]]:
    """Who is named for each toll: whoever its incident is said to be the doing of."""
    members = {group.id: group.records for group in desk.groups("incident")}
    named = {
        id_: tuple({actor.id: actor for record in members.get(id_, ()) for actor in facts(record).doers}.values())
        for id_ in {toll.incident for toll in counted}
    }
    return [named[toll.incident] for toll in counted]


def _by_two(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether two tolls are of the doing of two sides: neither holds the other's people, whatever their days."""
    close = who.best(one, other)
    return close is not None and close < who.COMPATRIOTS


def _of_one_report(counted: Sequence[Toll], some: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pairs of which one report gives both numbers and nobody can tell them apart."""
    by_report: dict[str, list[int]] = {}
    for n in some:
        for document in {figure.cite.document for figure in counted[n].figures}:
            by_report.setdefault(document, []).append(n)
    for told in by_report.values():
        for n in told:
            if counted[n].place is None:
                yield from ((n, m) for m in told if _untold_apart(counted[n], counted[m]))


def _of_one_run(
    desk: Desk, counted: Sequence[Toll], runs: Sequence[int], some: Sequence[int], *, placed: bool = False
) -> Iterator[tuple[int, int]]:
    """The pairs of a running toll and one of its days, found by day: there are too many pairs to look at each.

    A toll without a day is of the days before its report; if it has a place, only a run that is of everywhere and of
    everybody (`placed`) can hold it, as that holds those of civilians and of one side's dead.
    """
    dated = sorted((toll.start, n) for n in some if (toll := counted[n]).start is not None)
    loose = sorted(
        (_said(toll), n) for n in some if (toll := counted[n]).start is None and (placed or toll.place is None)
    )
    for n in runs:
        run = _run(desk, counted[n])
        if run is not None:
            yield from ((n, m) for m in _between(dated, run[0], run[1]))
            yield from ((n, m) for m in _between(loose, run[0], run[1] + _SOON))


def _between(days: Sequence[tuple[date, int]], first: date, last: date) -> Iterator[int]:
    """The numbers of the days from `first` to `last`, of days in order."""
    begin = bisect_left(days, first, key=_day)
    return (n for _, n in days[begin : bisect_right(days, last, lo=begin, key=_day)])


def _day(numbered: tuple[date, int]) -> date:
    return numbered[0]


def _untold_apart(one: Toll, other: Toll) -> bool:
    """Whether two numbers of one report are other ones, and it gives no two days for them nor two acts."""
    if (one.low, one.high) == (other.low, other.high) or (one.what and other.what):
        return False
    return one.start is None or other.start is None or one.start == other.start


def _run(desk: Desk, toll: Toll) -> tuple[date, date] | None:
    """The days that a toll runs over, where its own claims say that it runs on, or the incident of which they give no
    day; None for that of a day."""
    whens = [desk.by_id[figure.cite.claim].claim.date for figure in toll.figures if figure.stands]
    if all(when is None or (when.start is None and when.end is None) for when in whens):
        if toll.start is None or toll.end is None or (toll.end - toll.start).days < _RUNNING_DAYS:
            return None
        return toll.start, toll.end
    for figure in toll.figures:
        when = desk.by_id[figure.cite.claim].claim.date
        first = iso_day(when.start) if when is not None else None
        last = (iso_day(when.end) if when is not None else None) or figure.cite.published
        if figure.stands and first is not None and last is not None and (last - first).days >= _RUNNING_DAYS:
            return first, last
    return None


def _count(desk: Desk, some: Sequence[Toll]) -> tuple[int, int, int]:
    """Low, best and high of tolls that may hold each other's people."""
    if len(some) == 1:
        return some[0].shown
    running = [toll for toll in some if _run(desk, toll) is not None]
    if not running:
        return min(t.low for t in some), max(t.best for t in some), max(t.high for t in some)
    last = max(running, key=lambda toll: (_said(toll), toll.best))
    days = [toll for toll in some if toll not in running]
    apart = [toll for toll in days if toll.start is not None and toll.place is not None]
    return (
        max(last.low, *(t.low for t in days), 0),
        max(last.best, *(t.best for t in days), 0),
        max(*(t.high for t in some), sum(t.high for t in apart)),
    )


def _said(toll: Toll) -> date:
    return max((figure.cite.published or date.min for figure in toll.figures), default=date.min)
