"""Whether two claims of acts and tolls tell of one incident.

Evidence for and against adds up in log-odds (`weights.toml`, measured in docs/reconcile.md). What cannot be is no
matter of weight: days apart, towns apart, acts that exclude each other, something told before it happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.model import Actor
from gencatan.model.books import SAME_INCIDENT, Judgement
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import (
    BEGINNINGS,
    COMMON,
    FIGHTS,
    HARMS,
    LASTING,
    NAMED_SORTS,
    REAL,
    STRIKES,
    deed,
    kindred,
    on_the_move,
    tense,
)
from gencatan.reconcile.comparing.counts import both_telling, compatible, people_acted_on, same_figure, size
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.things import alike, apart
from gencatan.reconcile.comparing.when import Days, background, foretold, gap
from gencatan.reconcile.comparing.words import overlap
from gencatan.reconcile.judging.in_report import judge_in_report
from gencatan.reconcile.judging.stretch import opposed, seized_and_freed, whole_and_part
from gencatan.reconcile.judging.verdict import Evidence, judged

_WEEKS_AGO: Final = 14
_FAR_MORE: Final = 3
_SOLDIERS: Final = 0.6
"""What it adds that a number is of one land's soldiers, and by the same hands: their days are often one off."""
TELLING: Final = 0.3
"""How telling a number must be to bring claims together that share no country."""
_TO_THE_MAN: Final = 0.8
"""How telling a number must be to be the same one wherever its informant is told to have given it."""
RECALLED: Final = 0.5
"""How telling a number must be to be looked for in one town at any time."""
_RETOLD: Final = 183
_REMEMBERED: Final = 36_525
_LEAVING: Final = frozenset({"retreat", "withdrawal", "evacuation", "disarmament"})
_OF_LATE: Final = 60
"""Days back to which "they had left by Sunday" tells of one leaving, and not of a time before it."""
_LASTS: Final = 3
"""Days by which reports of what lasts may be ahead of the day that another gives."""


def judge_incident(one: Facts, other: Facts) -> Judgement | None:
    """SAME_INCIDENT, or None where the evidence does not reach."""
    if one.claim.document == other.claim.document:
        return judge_in_report(one, other)
    if _excluded(one, other):
        return None
    evidence = Evidence("incident")
    _weigh_time(evidence, one, other)
    _weigh_place(evidence, one, other)
    _weigh_act(evidence, one, other)
    _weigh_things(evidence, one, other)
    _weigh_actors(evidence, one, other)
    _weigh_counts(evidence, one, other)
    if _of_one_person(one, other):
        evidence.add("person")
    _weigh_words(evidence, one, other)
    return judged(SAME_INCIDENT, evidence, one, other)


def meet(one: Facts, other: Facts) -> bool:
    """Whether two claims could be of one incident by country, place, day or number: the rule behind the block keys."""
    if (_timeless(one.days) != _timeless(other.days)) or not kindred(one.what, other.what):
        return False
    mine, theirs = who.countries(one.claim), who.countries(other.claim)
    if mine & theirs or (not mine and not theirs and one.source == other.source):
        return True
    if _of_one_person(one, other):
        return True
    if where.spelled(one.place) and where.spelled(one.place) == where.spelled(other.place):
        return True
    if deed(one.what) == deed(other.what) and one.days.first == other.days.first and _name_days(one, other):
        return True
    if one.what != other.what:
        return False
    figures = one.count, other.count
    return (
        figures[0] is not None
        and figures[1] is not None
        and (size(figures[0]) == size(figures[1]) and both_telling(figures[0], figures[1]) >= TELLING)
    )


def _of_one_person(one: Facts, other: Facts) -> bool:
    """Whether one thing befell one named person ("General X Y", who is killed once)."""
    return one.what == other.what and bool(one.persons & other.persons)


def _name_days(*both: Facts) -> bool:
    return all(facts.days.exact or (facts.days.since and facts.what in BEGINNINGS) for facts in both)


def _timeless(days: Days) -> bool:
    return days.first is None and days.last is None


def _excluded(one: Facts, other: Facts) -> bool:
    a, b = one.what, other.what
    if not meet(one, other):
        return True
    if tense(one) != tense(other):
        return True
    if gap(one.days, other.days) > _slack(one, other):
        return True
    if _goes_far_back(one) != _goes_far_back(other) and not _is_recalled(one, other):
        return True
    if told_too_early(one, other) and one.claim.status in REAL:
        return True
    if _next_door_next_day(one, other) or whole_and_part(one, other, LASTING):
        return True
    if seized_and_freed(one, other) or opposed(one, other):
        return True
    return where.compare(one.place, other.place) in (where.APART, where.ABROAD) and not on_the_move(a, b)


def _goes_far_back(facts: Facts) -> bool:
    """Whether it tells of a stretch of time as of the past; who is "held since 29 July" was seized on that day."""
    return background(facts.days) and not (facts.days.since and facts.what in BEGINNINGS) and not _is_done_by(facts)


def _is_done_by(facts: Facts) -> bool:
    """Whether forces or people are told to have left by a day of late, which may be that on which they did."""
    days = facts.days
    if facts.what not in _LEAVING or days.first is not None or days.last is None or days.published is None:
        return False
    return days.published - days.last <= _OF_LATE


def _slack(one: Facts, other: Facts) -> int:
    """Days by which two claims of one incident may be apart. A number that is told again months later without a day, to
    the man, is the same number; of the same town, it is years later."""
    if one.days.dated and other.days.dated:
        return 1
    if _of_one_person(one, other):
        return _RETOLD
    if not _to_the_man(one, other):
        return 0
    if _is_recalled(one, other):
        return _REMEMBERED
    return _RETOLD if one.source == other.source else 0


def _to_the_man(one: Facts, other: Facts) -> bool:
    """Whether both give one telling number of the same harm to the same sort of people."""
    if one.count is None or other.count is None or one.what != other.what or one.whom != other.whom:
        return False
    return same_figure(one.count, other.count) and both_telling(one.count, other.count) >= _TO_THE_MAN


def _is_recalled(one: Facts, other: Facts) -> bool:
    """Whether one recalls, without a day, the toll of a town that the other gives with its day, to the man ("the
    killing of 26 people in the same town", a month or years later)."""
    if one.days.dated == other.days.dated or not _to_the_man(one, other):
        return False
    return where.is_fine(one.place) and where.compare(one.place, other.place) == where.SAME


def _next_door_next_day(one: Facts, other: Facts) -> bool:
    """Whether they name different days and different towns, though near ones: what lasts goes on, a strike does not."""
    a, b = one.days, other.days
    if not (a.exact and b.exact) or a.first == b.first or {one.what, other.what} & LASTING:
        return False
    return (
        where.compare(one.place, other.place) == where.NEAR and where.is_fine(one.place) and where.is_fine(other.place)
    )


def told_too_early(one: Facts, other: Facts) -> bool:
    """Whether one was published before the other's day; of what lasts, more than a few days before."""
    lasting = one.what in LASTING or other.what in LASTING
    return foretold(one.days, other.days, _LASTS if lasting else 0)


def _weigh_time(evidence: Evidence, one: Facts, other: Facts) -> None:
    a, b = one.days, other.days
    same_deed = deed(one.what) == deed(other.what)
    if a.dated and b.dated:
        away = gap(a, b)
        if (a.exact and b.exact) or (a.since and b.since):
            same = a.first == b.first or (a.last == b.last and not a.since)
            lasting = same_deed and one.what in LASTING
            evidence.add("day" if same else "days" if lasting else "next_day")
            if same and one.what == other.what and _is_remembered(one, other):
                evidence.add("remembered")
        elif (a.exact or b.exact) and a.first == b.first and same_deed and {one.what, other.what} <= BEGINNINGS:
            evidence.add("day")  # "was seized on Monday", "held since Monday"
            if _is_remembered(one, other):
                evidence.add("remembered")
        elif same_deed and a.last == b.last and (_is_done_by(one) or _is_done_by(other)):
            evidence.add("day")  # "left on Monday", "had left by Monday"
        else:
            evidence.add("days" if away == 0 else "next_day")
        return
    told = [days.first if days.exact else days.published for days in (a, b)]
    if told[0] is not None and told[1] is not None:
        apart = abs(told[0] - told[1])
        evidence.add("reported_together" if apart <= 1 else "reported_near" if apart <= 4 else "reported_apart")


def _is_remembered(one: Facts, other: Facts) -> bool:
    """Whether a report tells of a day of weeks ago: of such a day reports tell little, and all the same."""
    return any(
        facts.days.published is not None
        and facts.days.first is not None
        and facts.days.published - facts.days.first > _WEEKS_AGO
        for facts in (one, other)
    )


def _weigh_place(evidence: Evidence, one: Facts, other: Facts) -> None:
    how = where.compare(one.place, other.place)
    if how == where.SAME:
        evidence.add("town" if where.is_fine(one.place) else "region")
    elif how == where.NEAR:
        evidence.add("near")
    elif how == where.INSIDE:
        evidence.add("inside")
    elif how in (where.APART, where.ABROAD):
        evidence.add("elsewhere")
    if how not in (where.SAME, where.NEAR) and one.aims & other.aims:
        evidence.add("target")


def _weigh_act(evidence: Evidence, one: Facts, other: Facts) -> None:
    a, b = one.what, other.what
    if deed(a) == deed(b):
        evidence.add("same_harm" if a in HARMS else "same_act" if a in COMMON or a != b else "rare_act")
    elif a in HARMS and b in HARMS:
        evidence.add("other_harm")
    elif a in HARMS or b in HARMS:
        evidence.add("act_and_harm")
    elif {a, b} <= STRIKES or {a, b} <= FIGHTS:
        evidence.add("like_act")
    else:
        evidence.add("other_act")


def _weigh_things(evidence: Evidence, one: Facts, other: Facts) -> None:
    if one.what not in STRIKES or other.what not in STRIKES:
        return
    if alike(one, other) and where.compare(one.place, other.place) != where.UNKNOWN:
        evidence.add("same_thing")  # without a place, how many were struck in those days decides: `grouping.struck`
    elif apart(one, other):
        evidence.add("other_thing")


def _weigh_actors(evidence: Evidence, one: Facts, other: Facts) -> None:
    for side, mine, theirs in (("doer", one.doers, other.doers), ("target", one.others, other.others)):
        close = who.best(mine, theirs)
        if close is None or (close == who.STRANGERS and may_be_one_of(mine, theirs)):
            continue
        if close == who.STRANGERS and side == "doer" and not (who.named(one.claim) and who.named(other.claim)):
            continue
        if close == who.STRANGERS and side == "doer" and (_carries(one) or _carries(other)):
            continue
        if close >= who.KIN:
            evidence.add(f"same_{side}")
        elif close == who.STRANGERS:
            evidence.add(f"other_{side}")
    if one.source and one.source == other.source:
        evidence.add("source")


def _carries(facts: Facts) -> bool:
    """Whether those who let people go are a body that only brings them home ("the Red Cross flew 117 detainees")."""
    return facts.what == "release" and all(actor.sector == "SOC" for actor in facts.doers)


def may_be_one_of(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether one side has names of no known land alone, of whom nothing says that they are not of the other's bodies
    ("Sergeant X", "a border guard of Y")."""
    return _names_of(mine, theirs) != _names_of(theirs, mine)


def _names_of(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    sectors = {None, *(actor.sector for actor in others)}
    return all(not actor.country and "/" not in actor.id and actor.sector in sectors for actor in some)


def _weigh_counts(evidence: Evidence, one: Facts, other: Facts) -> None:
    if _of_other_numbers(one, other):
        evidence.add("other_figure")
    if one.count is None or other.count is None or one.what != other.what:
        return
    if same_figure(one.count, other.count):
        worth = both_telling(one.count, other.count)
        evidence.add("figure", worth)
        if one.whom == other.whom and one.whom[0] in NAMED_SORTS:
            evidence.add("same_sort")
        elif one.whom == other.whom and one.whom[1] and worth >= RECALLED and _by_the_same(one, other):
            evidence.add("same_sort", _SOLDIERS)
    elif not compatible(one.count, other.count):
        evidence.add("other_figure")


def _by_the_same(one: Facts, other: Facts) -> bool:
    return (who.best(one.doers, other.doers) or who.STRANGERS) >= who.KIN


def _of_other_numbers(one: Facts, other: Facts) -> bool:
    """Whether two acts befell people of whom one has far more ("killed 113 people", "killed 19 people")."""
    few, many = sorted((people_acted_on(one.claim), people_acted_on(other.claim)))
    return few > 0 and many > few * _FAR_MORE


def _weigh_words(evidence: Evidence, one: Facts, other: Facts) -> None:
    if one.head.language and one.head.language == other.head.language:
        shared = overlap(one.words, other.words)
        if shared >= 0.3:
            evidence.add("words", shared)
