"""Mentions of an agreement that say neither whose it is nor from which day: taken in where only one can be meant.

"The peace deal signed last month" and "the army broke the accord" are told in reports that need not name the parties.
No pair of claims proves which agreement they mean; all agreements that the books know do, where one alone fits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from gencatan.reconcile import who
from gencatan.reconcile.agreement import FOUNDING, closeness
from gencatan.reconcile.cluster import Clusters
from gencatan.reconcile.facts import Facts

_ANY_TYPE = frozenset({"", "other"})
_LEAGUES = frozenset({"UNO", "AFU", "EUR", "NAT", "OSC", "ARL"})
"""Bodies of many states whose ids look like one's."""

_STEPS = frozenset({"extended", "collapsed", "expired", "suspended"})
_STEP_DAYS = 2


def adopt(
    clusters: Clusters,
    ids: Sequence[str],
    fact: Callable[[str], Facts],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
) -> None:
    """Join every cluster of such mentions to the one known agreement that it fits; `ids` are all claims, sorted."""
    members: dict[str, list[str]] = {}
    for id_ in ids:
        members.setdefault(clusters.of(id_), []).append(id_)
    known = {name: some for name, some in members.items() if _is_known([fact(id_) for id_ in some])}
    homes: list[tuple[str, str]] = []
    for name, some in members.items():
        claims = [fact(id_) for id_ in some]
        if name not in known:
            found = list(_homes(claims, some, known, fact, fit))
            if len(found) > 1:
                step = [home for home in found if _same_step(claims, map(fact, members[clusters.of(home)]))]
                found = step if len(step) == 1 else found
        elif not _has_sides(claims):
            found = list(_of_that_day(claims, some, known, fact, fit))
        else:
            continue
        if len(found) == 1:
            homes.append((some[0], found[0]))
    for one, other in sorted(homes):
        clusters.join(one, other, fit)


def _same_step(claims: Sequence[Facts], others: Iterable[Facts]) -> bool:
    """Whether both tell of one late step in an agreement's life, within days ("which was extended on Monday")."""
    steps = {(f.slot("stage"), day) for f in others if (day := _step_day(f)) is not None}
    mine = {(f.slot("stage"), day) for f in claims if f.slot("stage") in _STEPS and (day := _step_day(f)) is not None}
    return any(one == other and abs(day - its) <= _STEP_DAYS for one, day in mine for other, its in steps)


def _step_day(facts: Facts) -> int | None:
    return facts.days.first if facts.days.exact else facts.days.published


def _is_known(claims: Sequence[Facts]) -> bool:
    """Whether it has a day and two sides, or a day and who mediated."""
    dated = any(f.days.exact and f.slot("stage") in FOUNDING | {"in_effect"} for f in claims)
    return dated and (_has_sides(claims) or any(who.actors(f.claim, "mediator") for f in claims))


def _has_sides(claims: Sequence[Facts]) -> bool:
    return any(len(who.actors(f.claim, "parties")) > 1 for f in claims)


def _made_on(claims: Sequence[Facts]) -> frozenset[int]:
    """The days on which it was concluded, as its claims have it."""
    made = (f.days.first for f in claims if f.days.exact and f.slot("stage") in FOUNDING)
    return frozenset(day for day in made if day is not None)


def _of_that_day(
    claims: Sequence[Facts],
    ids: Sequence[str],
    known: dict[str, list[str]],
    fact: Callable[[str], Facts],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
) -> Iterator[str]:
    """Agreements with sides of the very day on which one without them ("the 2 November accord, brokered by X") was
    made; in its land, where it names one."""
    days, lands = _made_on(claims), frozenset().union(*(_lands(f) for f in claims))
    types = {f.slot("type") for f in claims} - _ANY_TYPE
    if any(f.claim.status == "denied" or who.actors(f.claim, "parties") for f in claims):
        return
    for others in known.values():
        theirs = [fact(id_) for id_ in others]
        told = {f.slot("type") for f in theirs} - _ANY_TYPE
        if not _has_sides(theirs) or not days & _made_on(theirs) or (types and told and not types & told):
            continue
        if (not lands or lands & frozenset().union(*(who.countries(f.claim) for f in theirs))) and fit(ids, others):
            yield others[0]


def _lands(facts: Facts) -> frozenset[str]:
    """The countries that it names, or else those of who says so."""
    voices = (filler.actor for filler in facts.claim.attribution)
    named = frozenset(who.countries(facts.claim)) - _LEAGUES
    return named or frozenset(actor.country for actor in voices if actor and actor.country)


def _homes(
    claims: Sequence[Facts],
    ids: Sequence[str],
    known: dict[str, list[str]],
    fact: Callable[[str], Facts],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
) -> Iterator[str]:
    parties = [actor for f in claims for actor in who.actors(f.claim, "parties")]
    lands = frozenset().union(*(_lands(f) for f in claims))
    types = {f.slot("type") for f in claims} - _ANY_TYPE
    if len({actor.id for actor in parties}) > 1 or not lands or any(f.claim.status == "denied" for f in claims):
        return
    for others in known.values():
        theirs = [fact(id_) for id_ in others]
        sides = [actor for f in theirs for actor in who.actors(f.claim, "parties")]
        told = {f.slot("type") for f in theirs} - _ANY_TYPE
        if types and told and not types & told:
            continue
        if parties and max((closeness(a, b) for a in parties for b in sides), default=who.STRANGERS) < who.KIN:
            continue
        if lands & frozenset().union(*(who.countries(f.claim) for f in theirs)) and fit(ids, others):
            yield others[0]
