"""The morning brief: what is new between two times, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.views.agreements import Agreement, agreements
from gencatan.views.contradictions import Contradiction, contradictions
from gencatan.views.desk import Desk
from gencatan.views.meetings import Meeting, meetings
from gencatan.views.obligations import Obligation, obligations
from gencatan.views.timeline import Entry, bare, entry_row, timeline
from gencatan.views.tolls import Point, Toll, tolls
from gencatan.views.values import NO_DAY, Cite, Known, Value


@dataclass(frozen=True, slots=True)
class Change(Value):
    """Something whose state is another now: `was` and `now` in the interface's codes or numbers.

    `was` is "" where nobody told of it before. Of a toll `whom`, `country`, `place` and the days say which it is.
    """

    sort: str
    id: str
    what: str
    who: tuple[str, ...]
    was: str
    now: str
    claims: tuple[str, ...]
    whom: str = ""
    place: str | None = None
    start: date | None = None
    end: date | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Brief(Value):
    """What is new since a time: reports, entries of the timeline with no claim of before, changes of what was known.

    `said` are the demands, appeals, threats, promises and denials: what moves a truce before anything happens.
    """

    since: str
    reports: tuple[str, ...]
    claims: int
    entries: tuple[Entry, ...]
    agreements: tuple[Agreement, ...]
    obligations: tuple[Obligation, ...]
    changes: tuple[Change, ...]
    contradictions: tuple[Contradiction, ...]
    known: Known = NO_DAY
    said: tuple[Entry, ...] = ()

    def rows(self) -> list[dict[str, Any]]:
        """What is new and what changed, each a row."""
        rows: list[dict[str, Any]] = [
            {"sort": "new", **entry_row(entry), "was": None, "now": None} for entry in (*self.entries, *self.said)
        ]
        empty = dict.fromkeys(rows[0] if rows else ("id", "what", "who", "claims"))
        rows += [
            {
                **empty,
                "sort": change.sort,
                "id": change.id,
                "what": bare(change.what),
                "who": ", ".join(change.who),
                "whom": f"{change.whom} {change.country}".strip(),
                "place": change.place,
                "start": change.start,
                "end": change.end,
                "was": change.was,
                "now": change.now,
                "claims": " ".join(change.claims),
            }
            for change in self.changes
        ]
        return rows


def brief(before: Desk, after: Desk, since: str) -> Brief:
    """What `after` has that `before` had not. `since` says in words from when.

    Since a day after the last report nothing is new, and no day has passed either: without `as_of` the clock stands
    still at that report.
    """
    if before.today > after.today:
        before = before.judged_on(after.today)
    old = {record.id for record in before.records}
    heads = {record.head.id for record in before.records}
    reports = dict.fromkeys(record.head.id for record in after.records if record.head.id not in heads)
    changes = [
        *_meetings(before, after),
        *_obligations(before, after),
        *_agreements(before, after),
        *_tolls(before, after),
    ]
    known = {pair.judgement for pair in contradictions(before).pairs}
    return Brief(
        since,
        tuple(reports),
        sum(record.id not in old for record in after.records),
        tuple(
            entry
            for entry in timeline(after, coded=False).entries
            if not any(item.claim in old for item in entry.cites)
        ),
        tuple(
            agreement
            for agreement in agreements(after).agreements
            if not any(item.claim in old for item in agreement.cites)
        ),
        tuple(
            obligation
            for obligation in obligations(after).obligations
            if not any(item.claim in old for item in obligation.cites)
        ),
        tuple(changes),
        tuple(pair for pair in contradictions(after).pairs if pair.judgement not in known),
        after.known,
        _said(after, old),
    )


def _said(after: Desk, old: set[str]) -> tuple[Entry, ...]:
    """What nobody had said before, in the order in which it was told: few statements have a day of their own."""
    order = {record.id: n for n, record in enumerate(after.records)}
    found = (
        entry
        for entry in timeline(after, kinds=("statement",), coded=False).entries
        if not any(item.claim in old for item in entry.cites)
    )
    return tuple(sorted(found, key=lambda entry: min(order[item.claim] for item in entry.cites)))


def _meetings(before: Desk, after: Desk) -> Iterator[Change]:
    old: dict[str, Meeting] = {item.claim: one for one in meetings(before).meetings for item in one.cites}
    for one in meetings(after).meetings:
        was = next((old[item.claim] for item in one.cites if item.claim in old), None)
        if was is not None and was.outcome != one.outcome:
            what = f"meeting.format.{one.format}"
            yield Change("meeting", one.id, what, one.participants, was.outcome, one.outcome, _new(one.because))


def _obligations(before: Desk, after: Desk) -> Iterator[Change]:
    old: dict[tuple[str, str], Obligation] = {}
    for was_one in obligations(before).obligations:
        old.update({(item.claim, side): was_one for item in was_one.cites for side in ("", was_one.side)})
    for one in obligations(after).obligations:
        keys = ((item.claim, side) for side in (one.side, "") for item in one.cites)
        was = next((old[key] for key in keys if key in old), None)
        if was is not None and was.implementation.value != one.implementation.value:
            now = one.implementation
            what = f"obligation.action.{one.action}"
            yield Change("obligation", one.id, what, one.obligor, was.implementation.value, now.value, _new(now.cites))


def _agreements(before: Desk, after: Desk) -> Iterator[Change]:
    old: dict[str, Agreement] = {item.claim: one for one in agreements(before).agreements for item in one.cites}
    for one in agreements(after).agreements:
        was = next((old[item.claim] for item in one.cites if item.claim in old), None)
        what = f"agreement.type.{one.type}"
        if was is None:
            yield Change("agreement", one.id, what, one.parties, "", one.stage.value, _new(one.stage.cites))
            continue
        if was.stage.value != one.stage.value:
            yield Change(
                "agreement", one.id, what, one.parties, was.stage.value, one.stage.value, _new(one.stage.cites)
            )
        fresh = len(one.violations) - len(was.violations)
        if fresh > 0:
            claims = _new(item for violation in one.violations for item in violation.cites)
            yield Change(
                "violation", one.id, what, one.parties, str(len(was.violations)), str(len(one.violations)), claims
            )


def _tolls(before: Desk, after: Desk) -> Iterator[Change]:
    old: dict[tuple[str, str], Toll] = {}
    for toll in tolls(before).incidents:
        old.update({(figure.cite.claim, toll.harm): toll for figure in toll.figures})
    for toll in tolls(after).incidents:
        was = next((old[f.cite.claim, toll.harm] for f in toll.figures if (f.cite.claim, toll.harm) in old), None)
        if was is None or _range(was) != _range(toll):
            yield Change(
                "toll",
                toll.incident,
                f"casualty.harm.{toll.harm}",
                (),
                _range(was) if was is not None else "",
                _range(toll),
                _new(f.cite for f in toll.figures),
                toll.whom,
                toll.place,
                toll.start,
                toll.end,
                toll.country,
            )
    known = {point.figure.cite.claim for point in tolls(before).series}
    for point in tolls(after).series:
        if point.figure.stands and point.figure.cite.claim not in known:
            yield _of_series(point)


def _of_series(point: Point) -> Change:
    """A new figure of people displaced, which is news by itself: nobody can say which one it follows."""
    figure = point.figure
    now = f"{figure.most}{'+' if figure.high is None else ''}"
    if figure.high is None and figure.hedge == "more_than":
        now = f"> {figure.most - 1}"  # as it was said: "more than 200" is 201 and up
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        now = f"{figure.low}–{figure.high}"
    what = f"casualty.harm.{point.harm}"
    return Change("toll", figure.cite.claim, what, (), "", now, (figure.cite.claim,), start=point.day, end=point.day)


_SIGNS: Final = {"about": "≈", "nearly": "<"}


def _range(toll: Toll) -> str:
    if (figure := toll.as_said) is not None:
        return f"> {figure.most - 1}" if figure.hedge == "more_than" else f"{_SIGNS[figure.hedge]} {figure.most}"
    low, _, high = toll.shown
    most = f"{high}{'+' if toll.open else ''}"
    return most if low == high else f"{low}–{most}"


def _new(found: Iterable[Cite]) -> tuple[str, ...]:
    return tuple(item.claim for item in found)
