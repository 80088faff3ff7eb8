"""Whose people two figures of one incident count: the same, though one names no country; or a part of those before."""

from __future__ import annotations

import re
from functools import cache

from gencatan.language.comparing import word_list
from gencatan.model import Claim, Count
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.victims import EVERYBODY
from gencatan.reconcile.comparing.words import any_of, either, overlap


def may_be_of(bare: Facts, named: Facts) -> bool:
    """Whether fighters (police, peacekeepers) whose country nobody names may be those of a country that another figure
    of the incident names: "five soldiers", the rebels say, of whom the army says "two Indonesian soldiers".

    Not where their own words or what is known of them tell of others ("five rebels"), nor where one side counts both
    in one report and in other words ("two soldiers and five fighters"), nor where it is the country's own doing, nor
    where the country counts its own people and another says of nobody's that they died ("six soldiers died").
    """
    if bare.whom[0] != named.whom[0] or bare.whom[1] or not named.whom[1]:
        return False
    told = _victims(bare)
    if any_of("irregulars").search(told) or _is_of_others(bare, named) or _each_its_own(bare, named):
        return False
    one_voice = bare.claim.document == named.claim.document and bare.source == named.source
    return not one_voice or overlap(told, _victims(named)) > 0


def _is_of_others(bare: Facts, named: Facts) -> bool:
    mine, theirs = who.actors(bare.claim, "victims"), who.actors(named.claim, "victims")
    close = who.best(mine, theirs)
    if close is not None and close < who.COMPATRIOTS:
        return True
    own = who.best(bare.doers, theirs)
    return own is not None and own >= who.COMPATRIOTS


def _each_its_own(bare: Facts, named: Facts) -> bool:
    mine, theirs = (some.claim.attribution[0].actor if some.claim.attribution else None for some in (bare, named))
    if mine is None or theirs is None or bare.doers or not (mine.root.isupper() and mine.country):
        return False
    return theirs.country == named.whom[1] != mine.country


def _victims(some: Facts) -> str:
    return " ".join(filler.span.text for filler in who.fillers(some.claim, "victims"))


def is_told_as_part(claim: Claim) -> bool:
    """Whether the words give a number as a part of one before: "75, *including* five rescuers", "three *of them*"."""
    count = claim.slots.get("count")
    if not isinstance(count, Count) or not count.text:
        return False
    before, after = _opens_part(), _closes_part()
    for span in claim.evidence:
        stands = list(re.finditer(rf"(?<!\w){re.escape(count.text)}(?!\w)", span.text))
        if stands and (before.search(span.text[: stands[-1].start()]) or after.match(span.text[stands[-1].end() :])):
            return True
    return False


@cache
def _opens_part() -> re.Pattern[str]:
    return re.compile(rf"\w\W+(?:{_any('parts')})\W+(?:[^\W\d]+ ){{0,2}}$", re.IGNORECASE)


@cache
def _closes_part() -> re.Pattern[str]:
    return re.compile(rf"(?: [^\W\d]+){{0,3}} (?:{_any('of_them', 'among_them')})(?!\w)", re.IGNORECASE)


def _any(*lists: str) -> str:
    return either({word for name in lists for word in word_list(name)})


def is_of_a_trade(some: Facts) -> bool:
    """Whether it counts people of one trade alone ("two paramedics"): never all who were harmed, where more were."""
    return some.whom[0] == EVERYBODY and bool(any_of("trades").search(_victims(some)))
