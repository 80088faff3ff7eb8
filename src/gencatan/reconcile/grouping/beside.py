"""What two reports tell right behind one incident, without a day or a town of its own: one thing, where it is alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.acts import HARMS
from gencatan.reconcile.comparing.counts import same_figure, size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.grouping.told import TIMES, Pairs, Told, towns_of

_NEAR: Final = 250
"""Characters behind an incident within which a report goes on with it."""
_DAYS: Final = 2
"""Days between the two reports."""


def beside(told: Sequence[Told]) -> Pairs:
    """What stands behind one incident in two reports of these days, of one act or harm and with one number, or a toll
    that grew."""
    by_report: dict[str, list[tuple[int, int, Facts, str]]] = {}
    for one in told:
        for f in one.claims:
            spans = f.claim.evidence
            place = (min(span.start for span in spans), max(span.end for span in spans))
            by_report.setdefault(f.head.id, []).append((*place, f, one.name))
    shelves: dict[tuple[str, str], list[tuple[Facts, str]]] = {}
    for claims in by_report.values():
        claims.sort(key=lambda held: (held[0], held[1], held[3]))
        for start, _, f, name in claims:
            anchor = _anchor(claims, start, name)
            if anchor and not f.days.dated and not towns_of(f.place) and f.count is not None:
                shelves.setdefault((anchor, f.what), []).append((f, name))
    for (_, what), shelf in sorted(shelves.items()):
        names = {name for _, name in shelf}
        if len(names) == 2 and len(shelf) == 2 and _is_one(shelf[0][0], shelf[1][0], what):
            first, second = sorted(names)
            yield first, second


def _anchor(claims: Sequence[tuple[int, int, Facts, str]], start: int, name: str) -> str:
    """The incident that its report tells of last before it; "" for none."""
    before = [(end, other) for begin, end, _, other in claims if other != name and begin < start and end <= start]
    last = max(before, default=None)
    return last[1] if last is not None and start - last[0] <= _NEAR else ""


def _is_one(one: Facts, other: Facts, what: str) -> bool:
    if one.head.id == other.head.id or one.days.published is None or other.days.published is None:
        return False
    if abs(one.days.published - other.days.published) > _DAYS or one.whom != other.whom:
        return False
    if one.doers and other.doers and who.best(one.doers, other.doers) == who.STRANGERS:
        return False
    assert one.count is not None
    assert other.count is not None
    if same_figure(one.count, other.count):
        return True
    early, late = sorted((one, other), key=lambda f: f.days.published or 0)
    assert early.count is not None
    assert late.count is not None
    later = early.days.published != late.days.published
    return what in HARMS and later and size(early.count) < size(late.count) <= size(early.count) * TIMES
