"""Tellings that leave out the day or the place: taken in where one known incident alone can be meant.

"The July fighting, in which 43 people died" and "the strike that killed 11 in the town" stand in reports whose land and
day the sentence need not repeat. No pair of claims proves which incident they mean; all incidents of that land that the
books know do, where one alone fits. A named person, numbers to the man, a day, a month or a town lead there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Final

from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.acts import HARMS, LASTING, REAL, STRIKES, kindred, on_the_move
from gencatan.reconcile.comparing.counts import compatible, same_figure, size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.lands import LEAGUES
from gencatan.reconcile.comparing.sorts import TAKEOVER
from gencatan.reconcile.comparing.things import apart
from gencatan.reconcile.comparing.when import gap
from gencatan.reconcile.grouping.among import among_the_dead
from gencatan.reconcile.grouping.beside import beside
from gencatan.reconcile.grouping.both_tolls import by_both_tolls
from gencatan.reconcile.grouping.by_numbers import by_numbers
from gencatan.reconcile.grouping.cluster import Clusters
from gencatan.reconcile.grouping.day_before import of_the_day_before
from gencatan.reconcile.grouping.leads import told_again
from gencatan.reconcile.grouping.one_breath import in_one_breath
from gencatan.reconcile.grouping.recalled import by_its_names, recalled
from gencatan.reconcile.grouping.risen import risen
from gencatan.reconcile.grouping.running import running
from gencatan.reconcile.grouping.story import goes_on
from gencatan.reconcile.grouping.struck import by_thing
from gencatan.reconcile.grouping.takeovers import by_sort, takeovers
from gencatan.reconcile.grouping.told import MONTH, RETOLD, TIMES, Pairs, Tellings, Told, towns_of
from gencatan.reconcile.judging import takeover
from gencatan.reconcile.judging.incident import may_be_one_of

_OF_LATE: Final = 45
"""Days after which a town without a day is no more looked for."""
_NEWS: Final = 3
"""Days behind a stretch within which a report without a day may tell of it."""
_SEIZED: Final = frozenset({"arrest", "detained", "abduction", "abducted"})
_LEAD: Final = 200
"""Characters at the head of a report: they tell its news, which is of the day."""


def take_in(
    clusters: Clusters,
    ids: Sequence[str],
    fact: Callable[[str], Facts],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
    about: Callable[[str], frozenset[str]],
) -> None:
    """Join what leaves out day or place to the one incident that it fits; `ids` are all claims, sorted, and `about` are
    the countries that a report of an id tells of most."""
    facts = {id_: fact(id_) for id_ in ids if fact(id_).claim.status == "asserted"}
    lands = {id_: frozenset(who.countries(f.claim)) - LEAGUES for id_, f in facts.items()}
    for one, other in _as_told(set(in_one_breath(facts)), facts):
        clusters.join(one, other, fit)
    real = {id_: fact(id_) for id_ in ids if fact(id_).claim.status in REAL}
    for one, other in sorted(set(goes_on(real, clusters))):
        clusters.join(one, other, fit)
    for one, other in _as_told(set(told_again(facts, clusters)), facts):
        clusters.join(one, other, fit)
    books = Tellings(clusters, facts, lands, about)
    for homes in _WAYS:
        for one, other in sorted(set(homes(books.told()))):
            clusters.join(one, other, fit)


def _as_told(pairs: Iterable[tuple[str, str]], facts: Mapping[str, Facts]) -> Sequence[tuple[str, str]]:
    """Pairs of one report in the order in which it tells them."""
    spans = {id_: facts[id_].claim.evidence[0] for pair in pairs for id_ in pair}
    return sorted(pairs, key=lambda pair: ([(spans[id_].start, spans[id_].end) for id_ in pair], pair))


# --- by a day, by a month


def _by_day(told: Sequence[Told]) -> Pairs:
    """Two tellings of one act on one day in one land, one of them without a town, where there is no third."""
    yield from _on_one_day(told, lambda what: what)


def _by_strikes(told: Sequence[Told]) -> Pairs:
    """So it is with an attack, which may be a strike of any sort."""
    yield from _on_one_day(told, lambda what: "attack" if what in STRIKES else "")


def _on_one_day(told: Sequence[Told], sort: Callable[[str], str]) -> Pairs:
    shelves: dict[tuple[str, int, str], list[Told]] = {}
    for one in told:
        days = {(f.days.first, sort(f.what)) for f in one.claims if _names_a_day(f) and f.days.first is not None}
        for day, act in days:
            if act:
                for land in one.lands:
                    shelves.setdefault((land, day, act), []).append(one)
    for (_, _, act), shelf in shelves.items():
        if len(shelf) != 2 or (shelf[0].towns and shelf[1].towns and not on_the_move(act, act)):
            continue
        if _agree(shelf[0], shelf[1], act, sort):
            yield shelf[0].name, shelf[1].name


def _names_a_day(f: Facts) -> bool:
    """Whether it names the day on which something was or, of what goes on, began ("fighting that has raged since
    Monday")."""
    return f.days.exact or (f.days.since and f.what in LASTING and f.what not in HARMS)


def _by_month(told: Sequence[Told]) -> Pairs:
    """What reports recall of a month that is past, to the one act of that sort that is told of in it."""
    shelves: dict[tuple[str, str, str], list[Told]] = {}
    for one in told:
        if (month := _month_of(one)) is not None:
            for land in one.lands:
                for act in sorted({f.what for f in one.claims}):
                    shelves.setdefault((land, act, month), []).append(one)
    for (_, act, _), shelf in shelves.items():
        recalled = [one for one in shelf if _is_recalled(one)]
        homes = [one for one in shelf if not _is_recalled(one)] or recalled[:1]
        if len(homes) == 1:
            yield from (
                (one.name, homes[0].name) for one in recalled if one is not homes[0] and _agree(one, homes[0], act)
            )


def _month_of(one: Told) -> str | None:
    """The year and month in which it was, if it was in one."""
    stretch = one.stretch or ((min(one.days), max(one.days)) if one.days else None)
    if stretch is None:
        return None
    first, last = (date.fromordinal(day).isoformat()[: len("2025-07")] for day in stretch)
    return first if first == last else None


def _is_recalled(one: Told) -> bool:
    """Whether it is told when the month is over, and names no day of it."""
    if one.stretch is None or one.days or one.published is None:
        return False
    return one.stretch[1] - one.stretch[0] >= MONTH - 1 and one.published[0] > one.stretch[1]


def _agree(one: Told, other: Told, act: str, sort: Callable[[str], str] = lambda what: what) -> bool:
    """Whether two reports tell of it, and nothing that they say of this sort of act is of two incidents."""
    if one.reports & other.reports:
        return False
    mine, theirs = ([f for f in some.claims if sort(f.what) == act] for some in (one, other))
    if not any(act in (a.what, b.what) or a.what == b.what for a in mine for b in theirs):
        return False  # a shelling is no raid
    return all(_may_be_one(a, b) for a in mine for b in theirs)


def _may_be_one(mine: Facts, theirs: Facts) -> bool:
    for some, others in ((mine.doers, theirs.doers), (mine.others, theirs.others)):
        if who.best(some, others) == who.STRANGERS and not may_be_one_of(some, others):
            return False
    if TAKEOVER in (mine.what, theirs.what) and not takeover.of_one_land(mine, theirs):
        return False
    if mine.what in HARMS:  # on one day there are many dead, and the number says which
        numbers = mine.count is not None and theirs.count is not None and same_figure(mine.count, theirs.count)
        return numbers and mine.whom == theirs.whom
    if mine.count is not None and theirs.count is not None and not compatible(mine.count, theirs.count):
        return False
    return not apart(mine, theirs)


# --- by what was struck


def _by_target(told: Sequence[Told]) -> Pairs:
    """Two tellings of one act on what bears one name ("Al-Khadra hospital", "rumah sakit Al-Khadra") in those days in
    one land, where there is no third."""
    shelves: dict[tuple[str, str, str], dict[str, Told]] = {}
    for one in told:
        for act, name in {(f.what, name) for f in one.claims for name in f.aims if f.what in STRIKES}:
            for land in one.lands:
                shelves.setdefault((land, act, name), {})[one.name] = one
    for (_, act, _), shelf in shelves.items():
        if len(shelf) == 2:
            one, other = shelf.values()
            if _days_meet(one, other) and _agree(one, other, act):
                yield one.name, other.name


def _days_meet(one: Told, other: Told) -> bool:
    """Whether both give days that meet."""
    mine, theirs = ([f.days for f in some.claims if f.days.dated] for some in (one, other))
    return bool(mine and theirs) and all(gap(a, b) == 0 for a in mine for b in theirs)


# --- by a name


def _by_name(told: Sequence[Told]) -> Pairs:
    """What befalls one named person, who is killed, seized or let go once in half a year."""
    shelves: dict[tuple[str, str, str], list[tuple[int, str]]] = {}
    for one in told:
        if one.published is None:
            continue
        for act, name in {(_seized(f.what), name) for f in one.claims for name in f.persons}:
            for land in one.lands:
                shelves.setdefault((land, act, name), []).append((one.published[0], one.name))
    for shelf in shelves.values():
        shelf.sort()
        yield from ((one, other) for (first, one), (day, other) in pairwise(shelf) if day - first <= RETOLD)


def _seized(what: str) -> str:
    """One word for all that the sides call it when they take somebody."""
    return "seized" if what in _SEIZED else what


# --- by a town


def _by_town(told: Sequence[Told]) -> Pairs:
    """What a report tells of a town without a day, to the one incident of that sort that the town saw of late."""
    shelves: dict[tuple[str, int], list[Told]] = {}
    for one in told:
        told_on = () if one.days or one.published is None else one.published
        for season in {day // _OF_LATE for day in (*one.days, *told_on)}:
            for town in one.towns:
                shelves.setdefault((town, season), []).append(one)
    for one in told:
        if one.published is None or any(f.days.dated for f in one.claims):
            continue
        season = one.published[1] // _OF_LATE
        for town in sorted(one.towns):
            near = {
                other.name: other
                for at in (season - 1, season)
                for other in shelves.get((town, at), ())
                if other is not one and _saw_lately(one, other) and _is_kin(one, other, town)
            }
            if len(near) == 1:
                yield from ((one.name, name) for name, other in near.items() if _go_together(one, other))


def _by_town_and_month(told: Sequence[Told]) -> Pairs:
    """What a report recalls of a town in a month or in some days that it names no day of, to the one incident of that
    sort that the town saw in them."""
    saw: dict[str, list[Told]] = {}
    for one in told:
        for town in one.towns:
            saw.setdefault(town, []).append(one)
    for one in told:
        if one.days or one.stretch is None or one.published is None:
            continue
        for town in sorted(one.towns):
            near = [
                other
                for other in saw[town]
                if other is not one and _was_in(one.stretch, other) and _is_kin(one, other, town)
            ]
            if len(near) == 1 and not one.reports & near[0].reports and _go_together(one, near[0]):
                yield one.name, near[0].name


def _was_in(stretch: tuple[int, int], other: Told) -> bool:
    """Whether all its days are in the stretch; without a day or a stretch, its first report came then."""
    if other.days:
        return stretch[0] <= min(other.days) and max(other.days) <= stretch[1]
    if any(f.days.dated for f in other.claims) or other.published is None:
        return False
    return stretch[0] <= other.published[0] <= stretch[1] + _NEWS


def _saw_lately(one: Told, other: Told) -> bool:
    """Whether a report may tell of the other's day: of one long past not in its lead."""
    seen = (min(other.days), max(other.days)) if other.days else other.published
    if one.published is None or seen is None or one.reports & other.reports:
        return False
    if seen[1] > one.published[0] or one.published[1] - seen[0] > _OF_LATE:
        return False
    return one.published[1] <= seen[1] + 1 or all(f.claim.evidence[0].start >= _LEAD for f in one.claims)


def _is_kin(one: Told, other: Told, town: str) -> bool:
    """Whether the town saw an act of its sort; people and ships come and go, and only a day says when."""
    if not other.days and any(on_the_move(f.what, f.what) for f in (*one.claims, *other.claims)):
        return False
    theirs = {f.what for f in other.claims if town in towns_of(f.place)}
    return any(kindred(f.what, what) for f in one.claims for what in theirs)


def _go_together(one: Told, other: Told) -> bool:
    """Whether both tell of one sort of act, by the same people, with numbers of one thing."""
    pairs = [(mine, theirs) for mine in one.claims for theirs in other.claims if mine.what == theirs.what]
    if any(apart(a, b) or who.best(a.doers, b.doers) == who.STRANGERS for a, b in pairs):
        return False
    return bool(pairs) and all(_may_have_risen(a, b) for a, b in pairs)


def _may_have_risen(mine: Facts, theirs: Facts) -> bool:
    """Whether two numbers can be of one thing, or the later is somewhat more."""
    if mine.count is None or theirs.count is None or mine.whom != theirs.whom or compatible(mine.count, theirs.count):
        return True
    if mine.days.published is None or theirs.days.published is None:
        return False
    later, more = theirs.days.published - mine.days.published, size(theirs.count) - size(mine.count)
    least, most = sorted((size(mine.count), size(theirs.count)))
    return later * more > 0 and most <= least * TIMES


_WAYS: Final = (
    _by_name,
    _by_target,
    by_thing,
    risen,
    by_both_tolls,
    by_numbers,
    of_the_day_before,
    _by_day,
    _by_strikes,
    _by_month,
    _by_town,
    _by_town_and_month,
    running,
    among_the_dead,
    takeovers,
    by_sort,
    beside,
    recalled,
    by_its_names,
)
"""How it is known which incident is meant, the surest first."""
