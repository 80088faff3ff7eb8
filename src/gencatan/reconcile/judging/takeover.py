"""Whether two claims tell of one change of hands: the same land by name, about the same day, to the same side.

Reports name what was taken as they like ("the coastal city of Sirte", "kota Sirte"), and no map is asked: names are
compared, without articles and the words for what sort of place it is.
"""

from __future__ import annotations

import re
from typing import Final

from gencatan.language.comparing import word_groups
from gencatan.model import Actor, Span
from gencatan.model.books import SAME_INCIDENT, Judgement
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.acts import tense
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.names import names_in
from gencatan.reconcile.comparing.sorts import TAKEOVER
from gencatan.reconcile.comparing.when import gap, too_early
from gencatan.reconcile.comparing.words import overlap
from gencatan.reconcile.judging.verdict import Evidence, judged

_TOOK: Final = ("captures", "recaptures", "controls")
_FACILITIES: Final = frozenset({"airport", "base", "crossing", "port"})
_WORD: Final = re.compile(r"\w+")


def names(held: Facts) -> frozenset[str]:
    """What was taken, by its names; none where only the sort of it is said ("the base", "dua kota")."""
    land = held.claim.slots.get("territory")
    return names_in(" ".join(land.text.split())) if isinstance(land, Span) else frozenset()


def sorts(held: Facts) -> frozenset[str]:
    """What sort of place was taken, in one word for both languages ("base", "town"); none where nothing says so."""
    land = held.claim.slots.get("territory")
    if not isinstance(land, Span):
        return frozenset()
    words = frozenset(_WORD.findall(land.text.casefold()))
    return frozenset(sort for sort, names in word_groups("one_sort").items() if words & names)


def of_other_sort(one: Facts, other: Facts) -> bool:
    """Whether one is a base, a port or the like, and the other bears its name and may be the town it is called by."""
    mine, theirs = sorts(one) & _FACILITIES, sorts(other) & _FACILITIES
    return mine != theirs


def of_one_land(one: Facts, other: Facts) -> bool:
    """Whether both name the same land, or one names none and both are of one sort."""
    mine, theirs = names(one), names(other)
    return bool(mine & theirs) if mine and theirs else bool(sorts(one) & sorts(other))


def takers(held: Facts) -> tuple[Actor, ...]:
    """Who has it afterwards, where that is said."""
    return held.doers if held.slot("relation") in _TOOK else ()


def _losers(held: Facts) -> tuple[Actor, ...]:
    return () if held.slot("relation") in _TOOK else held.doers


def opposed(one: Facts, other: Facts) -> bool:
    """Whether it went to two sides, or one lost what the other has it take."""
    if takers(one) and takers(other):
        known = [who.named(held.claim) for held in (one, other)]
        return who.best(takers(one), takers(other)) == who.STRANGERS and all(known)
    for took, lost in ((takers(one), _losers(other)), (takers(other), _losers(one))):
        if (who.best(took, lost) or who.STRANGERS) == who.SAME:
            return True
    return False


def fits(one: Facts, other: Facts) -> bool:
    """Whether two takeovers can be one."""
    mine, theirs = names(one), names(other)
    if mine and theirs and not mine & theirs:
        return False
    a, b = one.days, other.days
    if too_early(a, b) or too_early(b, a):
        return False
    if a.dated and b.dated and gap(a, b) > 1:
        return False
    same_day = a.exact and b.exact and a.first == b.first
    return same_day or len(mine & theirs) > 1 or not opposed(one, other)


def judge_takeover(one: Facts, other: Facts) -> Judgement | None:
    """SAME_INCIDENT for two takeovers of land of one name, or None where the evidence does not reach."""
    if one.what != TAKEOVER or other.what != TAKEOVER or not names(one) & names(other):
        return None
    if tense(one) != tense(other) or not fits(one, other):
        return None
    if not (one.days.dated and other.days.dated) and gap(one.days, other.days) > 0:
        return None
    evidence = Evidence("takeover")
    evidence.add("name" if len(names(one) & names(other)) == 1 else "names")
    if of_other_sort(one, other):
        evidence.add("other_sort")
    _weigh_time(evidence, one, other)
    if opposed(one, other):
        evidence.add("other_doer")
    elif (who.best(takers(one), takers(other)) or who.STRANGERS) >= who.COMPATRIOTS:
        evidence.add("same_doer")
    if one.claim.document == other.claim.document:
        evidence.add("same_report")
    if one.head.language and one.head.language == other.head.language:
        evidence.add("words", overlap(one.words, other.words))
    return judged(SAME_INCIDENT, evidence, one, other)


def _weigh_time(evidence: Evidence, one: Facts, other: Facts) -> None:
    a, b = one.days, other.days
    if a.dated and b.dated:
        exact = a.exact and b.exact
        evidence.add("day" if exact and a.first == b.first else "next_day" if gap(a, b) else "days")
        if gap(a, b) and a.published is not None and b.published is not None and abs(a.published - b.published) <= 1:
            evidence.add("reported_together")  # of one takeover two reports of a day may give days one off
        return
    told = [days.first if days.exact else days.published for days in (a, b)]
    if told[0] is not None and told[1] is not None:
        apart = abs(told[0] - told[1])
        evidence.add("reported_together" if apart <= 1 else "reported_near" if apart <= 4 else "reported_apart")
