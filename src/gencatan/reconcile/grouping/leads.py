"""A report's news, and what the report tells of it again: one incident, where it gives a day to one such act alone.

"Planes bombed a hideout in X on Monday. … Two aircraft dropped bombs on the camp": a report tells its news in the lead
and again, at length, behind it; one of the two gives the day. What has another day, place or doer is another act.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import FIGHTS, STRIKES
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.things import apart
from gencatan.reconcile.comparing.when import LATELY, gap
from gencatan.reconcile.comparing.words import any_of
from gencatan.reconcile.grouping.cluster import Clusters
from gencatan.reconcile.judging.incident import may_be_one_of

_LEAD: Final = 250
"""Characters at the head of a report: they tell its news."""
_TOLD: Final = STRIKES | FIGHTS


def told_again(facts: Mapping[str, Facts], clusters: Clusters) -> Iterator[tuple[str, str]]:
    """Pairs of claims of one report that are of one incident; `facts` are all that is asserted."""
    held: dict[str, list[str]] = {}
    reports: dict[str, list[str]] = {}
    for id_, f in facts.items():
        held.setdefault(clusters.of(id_), []).append(id_)
        if f.what in _TOLD:
            reports.setdefault(f.head.id, []).append(id_)
    for ids in reports.values():
        clustered: dict[str, list[str]] = {}
        for id_ in ids:
            clustered.setdefault(clusters.of(id_), []).append(id_)
        if len(clustered) > 1:
            yield from _in_report(facts, held, clustered)


def _in_report(
    facts: Mapping[str, Facts], held: Mapping[str, Sequence[str]], acts: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    dated = {name for name in acts if any(facts[id_].days.dated for id_ in held[name])}
    for name in acts:
        told = [facts[id_] for id_ in held[name]]
        if name in dated or not _is_loose(told):
            continue
        alike = [home for home in dated if _are_alike(facts, acts[name], acts[home])]
        if len(alike) != 1 or not any(_is_news(facts[id_]) for id_ in acts[alike[0]]):
            continue
        if _is_of(told, [facts[id_] for id_ in held[alike[0]]]):
            yield acts[name][0], acts[alike[0]][0]


def _are_alike(facts: Mapping[str, Facts], some: Sequence[str], others: Sequence[str]) -> bool:
    return any(_of_one_sort(facts[a].what, facts[b].what) for a in some for b in others)


def _is_news(f: Facts) -> bool:
    return f.days.exact and f.days.published is not None and f.days.published - (f.days.first or 0) <= LATELY


def _is_loose(told: Sequence[Facts]) -> bool:
    """Whether it is told by one report alone, and neither as another's matter nor as the answer to what was told."""
    said = [f.words for f in told]
    others = any(any_of(sort).search(words) for sort in ("elsewhere", "answering") for words in said)
    return len({f.head.id for f in told}) == 1 and not others


def _is_of(told: Sequence[Facts], news: Sequence[Facts]) -> bool:
    """Whether one of the two is told in the lead, and nothing in them is of two."""
    if not any(f.claim.evidence[0].start < _LEAD for f in (*told, *news) if f.what in _TOLD):
        return False
    return all(_may_be_one(a, b) for a in told for b in news)


def _of_one_sort(one: str, other: str) -> bool:
    return one in _TOLD and (one == other or {one, other} == {"attack", "clash"})


def _may_be_one(one: Facts, other: Facts) -> bool:
    if gap(one.days, other.days) > 0 or apart(one, other):
        return False
    how = where.compare(one.place, other.place)
    if how in (where.APART, where.ABROAD) or (how == where.UNKNOWN and _is_named(one)):
        return False
    for some, others in ((one.doers, other.doers), (one.others, other.others)):
        if who.best(some, others) == who.STRANGERS and not may_be_one_of(some, others):
            return False
    return True


def _is_named(f: Facts) -> bool:
    """Whether it names where it was, by more than a word that points back ("in the area")."""
    place = f.claim.place
    return place is not None and (bool(place.name) or any(letter.isupper() for letter in place.span.text))
