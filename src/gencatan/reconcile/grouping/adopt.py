"""Mentions of an agreement that say neither whose it is nor from which day: taken in where only one can be meant.

"The peace deal signed last month" and "the army broke the accord" are told in reports that need not name the parties.
No pair of claims proves which agreement they mean; all agreements that the books know do, where one alone fits. Where
the mention's own words name no land, it is of those that its report is about. What is recalled months later by its
month alone ("the truce of February 2021") is one for all who recall it in that land.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Self

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.lands import LEAGUES
from gencatan.reconcile.grouping.cluster import Clusters
from gencatan.reconcile.judging.agreement import FOUNDING, closeness, ended_late, founding_day, names, sides, types_meet

_ANY_TYPE: Final = frozenset({"", "other"})
_STEPS: Final = frozenset({"extended", "collapsed", "expired", "suspended", "rejected"})
_STEP_DAYS: Final = 2
"""Days by which two reports may date one step, or the making of one agreement, otherwise."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_MADE_OR_RENEWED: Final = frozenset({"agreed", "signed", "in_effect", "extended"})
_MONTH: Final = len("2020-11")
_LONG_AGO: Final = 90
"""Days after which an agreement is told of as one of the past."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The claims of one cluster, and what all that are compared with them need."""

    ids: Sequence[str]
    claims: Sequence[Facts]
    types: frozenset[str]
    countries: frozenset[str]

    @property
    def sides(self) -> frozenset[str]:
        """The countries of its parties and of where it holds, but not of who stands between."""
        held = (frozenset(a.country or "" for a in who.actors(f.claim, "parties")) for f in self.claims)
        places = (f.claim.place.country for f in self.claims if f.claim.place is not None)
        return (frozenset().union(*held) | {country or "" for country in places}) - {""}

    @property
    def signed(self) -> frozenset[str]:
        """The countries of its parties alone."""
        return _signed(self.claims)

    @classmethod
    def of(cls, ids: Sequence[str], claims: Sequence[Facts]) -> Self:
        countries = frozenset().union(*(who.countries(f.claim) for f in claims))
        return cls(ids, claims, frozenset(f.slot("type") for f in claims) - _ANY_TYPE, countries)


def adopt(
    clusters: Clusters,
    ids: Sequence[str],
    fact: Callable[[str], Facts],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
    about: Callable[[str], frozenset[str]],
) -> None:
    """Join every cluster of such mentions to the one known agreement that it fits; `ids` are all claims, sorted, and
    `about` are the countries that a report of an id tells of most."""
    _shelved(clusters, ids, fact, fit, about)
    members: dict[str, list[str]] = {}
    for id_ in ids:
        members.setdefault(clusters.of(id_), []).append(id_)
    told = {name: _Told.of(some, [fact(id_) for id_ in some]) for name, some in members.items()}
    known = {name: some for name, some in told.items() if _is_known(some.claims)}
    homes: list[tuple[str, str]] = []
    beside = _lands_told_of(told.values())
    for name, some in told.items():
        lands = _lands(some.claims) or frozenset().union(*(beside[f.head.id] for f in some.claims))
        told_of = frozenset().union(*(about(f.head.id) for f in some.claims))
        found = _fitting(some, known, lands or told_of, fit, of_report=not lands, is_known=name in known)
        if not found and lands and _only_voices(some.claims):
            found = _fitting(some, known, told_of, fit, of_report=True, is_known=name in known)  # an outsider said so
        if name not in known and len(found) > 1:
            step = [home for home in found if _same_step(some.claims, home.claims)]
            found = step if len(step) == 1 else found
            alike = [home for home in found if some.types & home.types]
            found = alike if len(alike) == 1 else found  # "the truce" is a truce, where a deal of no sort is known too
            found = _of_most(found, told_of)
        if len(found) == 1:
            homes.append((some.ids[0], found[0].ids[0]))
    homes += _founded_together(told.values(), about)
    for one, other in sorted(homes):
        clusters.join(one, other, fit)


def _founded_together(told: Iterable[_Told], about: Callable[[str], frozenset[str]]) -> list[tuple[str, str]]:
    """Pairs of which one names nobody who agreed: two tellings of one sort of agreement that was made in one land
    within two days, where there is no third ("an alliance of rebels declared a truce on Tuesday")."""
    shelves: dict[tuple[str, str], list[tuple[int, _Told]]] = {}
    for one in told:
        day = next((day for f in one.claims if (day := founding_day(f)) is not None and _is_told(f)), None)
        if day is None:
            continue
        lands = _lands(one.claims) or frozenset().union(*(about(f.head.id) for f in one.claims))
        for land in lands:
            for type_ in one.types:
                shelves.setdefault((land, type_), []).append((day, one))
    found = []
    for shelf in shelves.values():
        for day, one in shelf:
            if any(sides(f) for f in one.claims):
                continue
            near = [other for its, other in shelf if other is not one and abs(its - day) <= _STEP_DAYS]
            if len(near) == 1 and not {f.head.id for f in one.claims} & {f.head.id for f in near[0].claims}:
                found.append((one.ids[0], near[0].ids[0]))
    return found


def _is_told(facts: Facts) -> bool:
    return facts.claim.status == "asserted" and (facts.days.exact or facts.days.since)


def _fitting(
    some: _Told,
    known: Mapping[str, _Told],
    lands: frozenset[str],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
    *,
    of_report: bool,
    is_known: bool,
) -> Sequence[_Told]:
    """The known agreements that it may mean of these lands, which are its own or those `of_report`."""
    meant = _of_that_day(some.claims) if is_known else _of_that_land(some.claims, lands)
    if meant is None:
        return []
    return [
        others
        for others in known.values()
        if types_meet(some.types, others.types)
        and (not lands or lands & (others.sides if of_report else others.countries))
        and meant(others.claims)
        and _may_bear(some.claims, others.claims)
        and not any(ended_late(made, end) for made in others.claims for end in some.claims)
        and fit(some.ids, others.ids)
    ]


def _shelved(
    clusters: Clusters,
    ids: Sequence[str],
    fact: Callable[[str], Facts],
    fit: Callable[[Sequence[str], Sequence[str]], bool],
    about: Callable[[str], frozenset[str]],
) -> None:
    """Join what is told in one land of agreements of one name, or of one sort made or renewed in one month long ago; a
    year alone is that of the one month of it that is told of."""
    shelves: dict[tuple[str, ...], list[str]] = {}
    for id_ in ids:
        held = fact(id_)
        if held.claim.status == "denied":
            continue
        marks = [("name", word) for word in names(held)]
        if (month := _month_recalled(held)) and not marks:
            marks.append((month, held.slot("type")))
        if not marks:
            continue
        lands = frozenset(a.country for a in who.actors(held.claim, "parties") if a.country) - LEAGUES
        for land in lands or about(held.head.id):
            for mark in marks:
                shelves.setdefault((*mark, land), []).append(id_)
    of_year: dict[tuple[str, ...], list[str]] = {}
    for key in sorted(shelves):
        first, *others = shelves[key]
        for other in others:
            clusters.join(first, other, fit)
        if len(key[0]) == _MONTH:
            of_year.setdefault((key[0][:4], *key[1:]), []).append(first)
    for key in sorted(of_year):
        if key in shelves and len({clusters.of(id_) for id_ in of_year[key]}) == 1:
            clusters.join(of_year[key][0], shelves[key][0], fit)


def _month_recalled(held: Facts) -> str:
    """The year and month in which it was made or renewed, or the year alone, told months later; else ""."""
    days = held.days
    if not days.dated or days.first is None or days.last is None or days.published is None:
        return ""
    if held.slot("stage") not in _MADE_OR_RENEWED or days.published - days.last < _LONG_AGO:
        return ""
    first, last = (date.fromordinal(day).isoformat()[:_MONTH] for day in (days.first, days.last))
    return first if first == last else first[:4] if first[:4] == last[:4] else ""


def _of_most(found: Sequence[_Told], lands: frozenset[str]) -> Sequence[_Told]:
    """The one of which more sides are of these lands than of each other; all where none is."""
    most = max((len(one.signed & lands) for one in found), default=0)
    first = [one for one in found if len(one.signed & lands) == most]
    return first if len(first) == 1 else found


def _same_step(claims: Sequence[Facts], others: Iterable[Facts]) -> bool:
    """Whether both tell of one late step in an agreement's life, within days ("which was extended on Monday")."""
    steps = {(f.slot("stage"), *days) for f in others if (days := _step_days(f)) is not None}
    mine = {
        (f.slot("stage"), *days) for f in claims if f.slot("stage") in _STEPS and (days := _step_days(f)) is not None
    }
    return any(
        one == other and first <= its_last + _STEP_DAYS and its_first <= last + _STEP_DAYS
        for one, first, last in mine
        for other, its_first, its_last in steps
    )


def _step_days(facts: Facts) -> tuple[int, int] | None:
    """The first and last day on which the step may have been taken: that of the report where none is told."""
    days = facts.days
    if days.dated and days.opening is not None and days.closing is not None:
        return days.opening, days.closing
    return None if days.published is None else (days.published, days.published)


def _is_known(claims: Sequence[Facts]) -> bool:
    """Whether it has a day and two sides, or a day and who mediated; one that only failed to come about has not."""
    if all(f.claim.status == "denied" for f in claims):
        return False
    dated = any(f.days.exact and f.slot("stage") in FOUNDING | {"in_effect"} for f in claims)
    return dated and (_has_sides(claims) or any(who.actors(f.claim, "mediator") for f in claims))


def _may_bear(claims: Sequence[Facts], others: Sequence[Facts]) -> bool:
    """Whether an agreement that has a name of its own may be another: where that goes by it, or is told of with it."""
    named = frozenset().union(*map(names, claims))
    if not named:
        return True
    places = (f.place.name or f.place.span.text for f in others if f.place is not None)
    told = {word.casefold() for text in (*places, *(f.words for f in others)) for word in _WORD.findall(text)}
    return bool(named & told) or any(named & names(f) for f in others)


def _signed(claims: Sequence[Facts]) -> frozenset[str]:
    """The countries of the parties."""
    return frozenset(a.country for f in claims for a in who.actors(f.claim, "parties") if a.country)


def _has_sides(claims: Sequence[Facts]) -> bool:
    return any(len(who.actors(f.claim, "parties")) > 1 for f in claims)


def _made_on(claims: Sequence[Facts]) -> frozenset[int]:
    """The days on which it was concluded, as its claims have it."""
    made = (f.days.first for f in claims if f.days.exact and f.slot("stage") in FOUNDING)
    return frozenset(day for day in made if day is not None)


def _of_that_land(claims: Sequence[Facts], lands: frozenset[str]) -> Callable[[Sequence[Facts]], bool] | None:
    """Which agreements a mention may mean of these lands, that names one side at most; None where it says too little,
    or more. Two states that kept or prolonged one may be those whose land its sides are of."""
    parties = [actor for f in claims for actor in who.actors(f.claim, "parties")]
    reports = frozenset(f.head.id for f in claims)
    broken = all(f.slot("stage") == "violated" for f in claims)
    if not lands or _denied(claims):
        return None
    if len({actor.id for actor in parties}) > 1:
        if any(f.slot("stage") in FOUNDING for f in claims):
            return None
        countries = frozenset(actor.country for actor in parties)
        return lambda theirs: None not in countries and countries == _signed(theirs) and _has_sides(theirs)

    def meant(theirs: Sequence[Facts]) -> bool:
        sides = [actor for f in theirs for actor in who.actors(f.claim, "parties")]
        if not parties or any(actor.is_of_state and actor.country in _signed(theirs) for actor in parties):
            return True  # a state on whose land a side is ("Lebanon enforced it", of Israel's truce with Hezbollah)
        if broken and reports & {f.head.id for f in theirs}:
            return True  # who broke the agreement that the report tells of need not be one who made it
        if broken and any(actor.country in _where_it_holds(theirs) for actor in parties if actor.country):
            return True  # nor who broke it in the land where two others agreed that it holds
        return max((closeness(a, b) for a in parties for b in sides), default=who.STRANGERS) >= who.KIN

    return meant


def _where_it_holds(claims: Sequence[Facts]) -> frozenset[str]:
    """The countries of its places that are no country of its parties."""
    places = (f.claim.place for f in claims if f.slot("stage") in FOUNDING | {"in_effect"})
    return frozenset(place.country for place in places if place and place.country) - _signed(claims)


def _of_that_day(claims: Sequence[Facts]) -> Callable[[Sequence[Facts]], bool] | None:
    """Which agreements with sides one without them may be ("the 2 November accord, brokered by X"): those made on that
    very day."""
    if any(who.actors(f.claim, "parties") for f in claims) or _denied(claims):
        return None
    days = _made_on(claims)
    return lambda theirs: _has_sides(theirs) and bool(days & _made_on(theirs))


def _denied(claims: Sequence[Facts]) -> bool:
    return any(f.claim.status == "denied" for f in claims)


def _lands(claims: Sequence[Facts]) -> frozenset[str]:
    """The countries that each of them names, or else those of who says so."""
    return frozenset().union(*map(_lands_of, claims))


def _only_voices(claims: Sequence[Facts]) -> bool:
    """Whether they name no country themselves, and whoever says so may be of another."""
    return not any(_named(facts) for facts in claims)


def _lands_told_of(clusters: Iterable[_Told]) -> dict[str, frozenset[str]]:
    """The countries whose agreements each report tells of: a mention of none is of theirs ("the first accord")."""
    found: dict[str, frozenset[str]] = {}
    for told in clusters:
        for held in told.claims:
            found[held.head.id] = found.get(held.head.id, frozenset()) | _lands_of(held)
    return found


def _lands_of(facts: Facts) -> frozenset[str]:
    voices = (filler.actor for filler in facts.claim.attribution)
    return _named(facts) or frozenset(actor.country for actor in voices if actor and actor.country)


def _named(facts: Facts) -> frozenset[str]:
    """The countries that it names; where an agreement is made is mostly neutral ground."""
    place = facts.claim.place
    made = facts.slot("stage") in FOUNDING and where.is_fine(place)
    if not made:
        return frozenset(who.countries(facts.claim)) - LEAGUES
    return frozenset(a.country for a in who.all_actors(facts.claim) if a.country) - LEAGUES
