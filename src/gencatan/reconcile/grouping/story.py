"""What a report goes on to tell of the incident told last before it, with neither day nor place of its own.

"Rockets hit a market in X on Monday. … More than 100 people were wounded. … The rebels denied carrying out the attack":
one pair of claims proves little where paragraphs stand between them, but the report has told of nothing else meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import FORCE, HARMS, LASTING
from gencatan.reconcile.comparing.counts import compatible
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.sorts import TAKEOVER
from gencatan.reconcile.comparing.when import gap
from gencatan.reconcile.comparing.words import any_of
from gencatan.reconcile.grouping.cluster import Clusters
from gencatan.reconcile.judging import takeover

_TELLS_ON: Final = 700
"""Characters behind what has a day or a place within which a report goes on with it."""
_LEAD: Final = 200
"""Characters at the head of a report: they tell its news."""
_FORCE: Final = frozenset({*FORCE, "blockade"})
_FLIGHT: Final = frozenset({"displaced", "movement"})
"""What people do before force, told on of it with their number alone."""


def goes_on(facts: Mapping[str, Facts], clusters: Clusters) -> Iterator[tuple[str, str]]:
    """Pairs of claims that are of one incident: what tells on, and what it goes on from. `facts` are all that is told
    as real."""
    loose = _loose(facts, clusters)
    for claims in _by_report(facts):
        for n, (id_, f) in enumerate(claims):
            if id_ in loose and f.claim.evidence[0].start >= _LEAD and _tells_on(f):
                before = _told_before(claims[:n], loose)
                if before is not None and _is_of(f, facts[before], claims[:n], clusters, clusters.of(before)):
                    yield id_, before


def _loose(facts: Mapping[str, Facts], clusters: Clusters) -> frozenset[str]:
    """Claims in whose cluster nothing has a day or a place, all of one report."""
    held: dict[str, list[str]] = {}
    for id_ in facts:
        held.setdefault(clusters.of(id_), []).append(id_)
    found: set[str] = set()
    for ids in held.values():
        reports = {facts[id_].head.id for id_ in ids}
        if len(reports) == 1 and not any(_is_anchored(facts[id_]) for id_ in ids):
            found.update(ids)
    return frozenset(found)


def _is_anchored(f: Facts) -> bool:
    """Whether it says when or, by a name, where it was."""
    if f.what == TAKEOVER and takeover.names(f):
        return True
    place = f.claim.place
    return f.days.dated or (place is not None and (bool(place.name) or any(c.isupper() for c in place.span.text)))


def _by_report(facts: Mapping[str, Facts]) -> Iterator[Sequence[tuple[str, Facts]]]:
    reports: dict[str, list[tuple[str, Facts]]] = {}
    for id_, f in facts.items():
        reports.setdefault(f.head.id, []).append((id_, f))
    for claims in reports.values():
        yield sorted(claims, key=lambda held: (held[1].claim.evidence[0].start, held[0]))


def _tells_on(f: Facts) -> bool:
    """Whether it is a toll or a flight that says nothing of another act, or an act that points back or is denied."""
    if any_of("elsewhere").search(f.words):
        return False
    if f.what in HARMS or f.what in _FLIGHT:
        counted = f.count is not None or f.what == "movement"
        return counted and not f.persons and (f.what in _FLIGHT or (f.what in _FORCE and not f.doers))
    if f.what not in _FORCE or f.what in LASTING:
        return False
    return f.claim.status in ("denied", "possible") or any_of("same_act").search(f.words) is not None


def _told_before(claims: Sequence[tuple[str, Facts]], loose: frozenset[str]) -> str | None:
    """The act or toll of force told last that has a day or a place, or whose incident has; what has another day of its
    own in between ends it."""
    between: list[Facts] = []
    for id_, f in reversed(claims):
        if id_ in loose:
            continue
        if f.what in _FORCE or f.what == TAKEOVER:
            return id_ if all(gap(f.days, other.days) == 0 for other in between) else None
        if f.days.exact:
            between.append(f)
    return None


def _is_of(f: Facts, anchor: Facts, before: Sequence[tuple[str, Facts]], clusters: Clusters, cluster: str) -> bool:
    if anchor.what in LASTING and not (
        (f.what in HARMS or f.what in _FLIGHT) and (anchor.days.exact or where.is_fine(anchor.place))
    ):
        return False
    if f.what in _FLIGHT and anchor.what in HARMS:
        return False  # who fled, behind those who died in something else
    if f.claim.evidence[0].start - max(span.end for span in anchor.claim.evidence) > _TELLS_ON:
        return False
    if where.compare(f.place, anchor.place) in (where.APART, where.ABROAD):
        return False
    told = [other for id_, other in before if clusters.of(id_) == cluster]
    theirs = f.claim.status == "asserted" and f.what not in _FLIGHT
    if theirs and any(who.best(f.doers, other.doers) == who.STRANGERS for other in told):
        return False
    return not any(_of_two(f, other) for other in told)


def _of_two(f: Facts, other: Facts) -> bool:
    """Whether the report itself gives two numbers of one harm to one sort of people, and names nobody for either."""
    if f.what != other.what or f.count is None or other.count is None or f.whom != other.whom:
        return False
    return not compatible(f.count, other.count) and not (f.source or other.source)
