"""What is told of several days together, and what of a day or a town in them: two things, one inside the other."""

from __future__ import annotations

from collections.abc import Set
from typing import Final

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import BEGINNINGS
from gencatan.reconcile.comparing.counts import compatible, same_figure
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.words import any_of

SHORTEST: Final = 2
"""Days from the first to the last; what is within two may be of one night."""
LONGEST: Final = 27
"""A month is named for what was in it on a day that is not recalled ("the release in May"), and sums up nothing."""


def whole_and_part(one: Facts, other: Facts, lasting: Set[str]) -> bool:
    """Whether one sums up days that it names both ends of ("53 died between May 6 and May 10"), and the other tells of
    one of these days ("26 died on Wednesday") or of one town. Acts that last (`lasting`) are of all their days."""
    if one.what in lasting or other.what in lasting or _same_number(one, other):
        return False
    return _holds(one, other) or _holds(other, one)


def seized_and_freed(one: Facts, other: Facts) -> bool:
    """Whether one lets people go whom the other tells to have been held since an earlier day ("released 14 soldiers
    who had been held since January"): that is the day of their seizure."""
    for freed, held in ((one, other), (other, one)):
        if freed.what != "release" or held.what not in BEGINNINGS or not held.days.since:
            continue
        if held.days.first is not None and freed.days.first is not None and held.days.first < freed.days.first:
            return True
    return False


def opposed(one: Facts, other: Facts) -> bool:
    """Whether one is what a side did to another, and the other what that one did to it: an act and its answer, or two
    blows. A fight, which both do to each other, is neither."""
    if "clash" in (one.what, other.what) or "operation" in (one.what, other.what):
        return False
    if not one.doers or not other.doers or who.best(one.doers, other.doers) != who.STRANGERS:
        return False
    hit = [who.best(some.doers, its.others) for some, its in ((one, other), (other, one))]
    others = who.best(one.others, other.others)
    met = any(close is not None and close >= who.KIN for close in hit)
    return met and all(close is None or close >= who.KIN for close in hit) and others in (None, who.STRANGERS)


def let_go_for(one: Facts, other: Facts) -> bool:
    """Whether a report tells people to be let go, and in one breath how many the other side let go for them ("freed
    three men *in exchange for 183 prisoners*"): each side's are an incident of their own."""
    if one.what != "release" or other.what != "release" or one.head.id != other.head.id:
        return False
    given = any_of("in_return")
    for price, rest in ((one, other), (other, one)):
        others = rest.count is None or price.count is None or not compatible(price.count, rest.count)
        if price.count is not None and others and given.search(price.words):
            return True
    return False


def _holds(whole: Facts, part: Facts) -> bool:
    if not _is_stretch(whole) or _is_stretch(part):
        return False
    in_town = where.is_fine(part.place) and not where.is_fine(whole.place)
    return part.days.exact or in_town


def _is_stretch(facts: Facts) -> bool:
    when, days = facts.claim.date, facts.days
    if (
        not days.dated
        or when is None
        or when.precision not in ("day", "minute")
        or days.since
        or days.first is None
        or days.last is None
    ):
        return False
    return SHORTEST <= days.last - days.first < LONGEST


def _same_number(one: Facts, other: Facts) -> bool:
    return one.count is not None and other.count is not None and same_figure(one.count, other.count)
