"""Whether two claims of acts and tolls tell of one incident.

Evidence for and against adds up in log-odds (`weights.toml`, measured in docs/reconcile.md). What cannot be is no
matter of weight: days apart, towns apart, acts that exclude each other, something told before it happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from gencatan.model import Actor
from gencatan.model.books import SAME_INCIDENT, Judgement
from gencatan.reconcile import where, who
from gencatan.reconcile.counts import compatible, same_figure, size, telling
from gencatan.reconcile.facts import Facts
from gencatan.reconcile.stretch import whole_and_part
from gencatan.reconcile.verdict import Evidence, judged
from gencatan.reconcile.when import Days, foretold, gap
from gencatan.reconcile.words import overlap

_FORCE: Final = ("attack", "clash", "shelling", "air_strike", "explosion", "operation", "killed", "injured", "missing")
_FAMILIES: Final[tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]] = (
    (_FORCE, ()),
    (("arrest",), ("detained",)),
    (("abduction",), ("abducted", "missing")),
    (("release",), ("detained", "abducted")),
    (("movement", "displaced"), ("evacuation",)),
    (("evacuation",), ("injured",)),
    (("retreat", "withdrawal"), ("movement",)),
    (("arrival",), ("movement",)),
    (("disarmament",), ("retreat", "find")),
    (("blockade",), ("closure", "sanction")),
    (("execution",), ("killed",)),
    (("search",), ("find", "operation", "arrest")),
    (("protest",), ("killed", "injured", "arrest", "detained")),
)
"""Acts and harms that one incident can be told by: the heads of a family, and what goes with a head alone."""


def _families() -> dict[str, frozenset[int]]:
    numbered = [(n, heads + others) for n, (heads, others) in enumerate(_FAMILIES)]
    return {what: frozenset(n for n, all_ in numbered if what in all_) for _, all_ in numbered for what in all_}


FAMILY: Final[Mapping[str, frozenset[int]]] = MappingProxyType(_families())
"""The families that an act or a harm belongs to, by their numbers; acts of no family are alone."""
LASTING: Final = frozenset(
    {
        "operation",
        "clash",
        "blockade",
        "closure",
        "movement",
        "displaced",
        "retreat",
        "disarmament",
        "arrival",
        "withdrawal",
    }
)
"""Acts that go on for days, so that reports of one give different days of it."""
BEGINNINGS: Final = frozenset({"arrest", "detained", "abduction", "abducted", "closure", "blockade"})
"""Acts of one day that go on, so that "since Monday" names that day."""
_WEEKS_AGO: Final = 14
_NAMED_AGAIN: Final = frozenset({"operation", "blockade", "closure", "displaced", "disarmament"})
"""Acts of which a report mostly tells one, wherever it names it."""
TELLING: Final = 0.3
"""How telling a number must be to bring claims together that share no country."""
_TO_THE_MAN: Final = 0.8
"""How telling a number must be to be the same one wherever its informant is told to have given it."""
RECALLED: Final = 0.5
"""How telling a number must be to be looked for in one town at any time."""
_RETOLD: Final = 183
_REMEMBERED: Final = 36_525
_LASTS: Final = 3
"""Days by which reports of what lasts may be ahead of the day that another gives."""

COMMON: Final = frozenset({*_FORCE, "movement", "protest", "arrest", "other", "retreat", "arrival", "withdrawal"})
"""Acts of which a day sees several."""
STRIKES: Final = frozenset({"shelling", "air_strike", "attack", "explosion"})
_FIGHTS: Final = frozenset({"clash", "operation", "attack"})
NAMED_SORTS: Final = frozenset({"children", "police", "peacekeepers"})
"""Sorts of people that reports name where a toll is theirs alone."""
_REAL: Final = frozenset({"asserted", "denied", "possible"})
HARMS: Final = frozenset({"killed", "injured", "missing", "displaced", "detained", "abducted"})
_NEIGHBOURS: Final = 160
"""Characters between the words of two claims of one report that can still be one sentence's or the next's."""


def kindred(a: str, b: str) -> bool:
    """Whether two acts or harms can be told of one incident."""
    shared = FAMILY.get(a, frozenset()) & FAMILY.get(b, frozenset())
    return a == b or any(a in _FAMILIES[n][0] or b in _FAMILIES[n][0] for n in shared)


def judge_incident(one: Facts, other: Facts) -> Judgement | None:
    """SAME_INCIDENT, or None where the evidence does not reach."""
    if one.claim.document == other.claim.document:
        return _in_one_report(one, other)
    if _excluded(one, other):
        return None
    evidence = Evidence("incident")
    _weigh_time(evidence, one, other)
    _weigh_place(evidence, one, other)
    _weigh_act(evidence, one, other)
    _weigh_actors(evidence, one, other)
    _weigh_counts(evidence, one, other)
    _weigh_words(evidence, one, other)
    return judged(SAME_INCIDENT, evidence, one, other)


def meet(one: Facts, other: Facts) -> bool:
    """Whether two claims could be of one incident by country, place, day or number: the rule behind the block keys."""
    if (_timeless(one.days) != _timeless(other.days)) or not kindred(one.what, other.what):
        return False
    mine, theirs = who.countries(one.claim), who.countries(other.claim)
    if mine & theirs or (not mine and not theirs and one.source == other.source):
        return True
    if where.spelled(one.place) and where.spelled(one.place) == where.spelled(other.place):
        return True
    if one.what != other.what:
        return False
    if one.days.first == other.days.first and all(map(_names_a_day, (one, other))):
        return True
    figures = one.count, other.count
    return (
        figures[0] is not None
        and figures[1] is not None
        and (size(figures[0]) == size(figures[1]) and min(telling(figures[0]), telling(figures[1])) >= TELLING)
    )


def _names_a_day(facts: Facts) -> bool:
    return facts.days.exact or (facts.days.since and facts.what in BEGINNINGS)


def _timeless(days: Days) -> bool:
    return days.first is None and days.last is None


def _excluded(one: Facts, other: Facts) -> bool:
    a, b = one.what, other.what
    if not meet(one, other):
        return True
    if _tense(one) != _tense(other):
        return True
    if gap(one.days, other.days) > _slack(one, other):
        return True
    if _background(one) != _background(other) and not _is_recalled(one, other):
        return True
    if told_too_early(one, other) and one.claim.status in _REAL:
        return True
    if _next_door_next_day(one, other) or whole_and_part(one, other, LASTING):
        return True
    return where.compare(one.place, other.place) in (where.APART, where.ABROAD) and not on_the_move(a, b)


def _slack(one: Facts, other: Facts) -> int:
    """Days by which two claims of one incident may be apart. A number that is told again months later without a day, to
    the man, is the same number; of the same town, it is years later."""
    if one.days.dated and other.days.dated:
        return 1
    if not _to_the_man(one, other):
        return 0
    if _is_recalled(one, other):
        return _REMEMBERED
    return _RETOLD if one.source == other.source else 0


def _to_the_man(one: Facts, other: Facts) -> bool:
    """Whether both give one telling number of the same harm to the same sort of people."""
    if one.count is None or other.count is None or one.what != other.what or one.whom != other.whom:
        return False
    return same_figure(one.count, other.count) and telling(one.count) >= _TO_THE_MAN


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


def _background(facts: Facts) -> bool:
    """Whether it is of months or years, so not of an incident of some days."""
    days = facts.days
    if not days.dated or days.published is None:
        return days.dated and days.long
    return days.first is None or (days.last or days.first) - days.first > 31


def _long_ago(facts: Facts) -> bool:
    """Whether it tells of months or years, or of a day months before: not of the news of its report."""
    days = facts.days
    past = days.dated and days.published is not None and days.first is not None and days.published - days.first > 90
    return past or _background(facts)


def _tense(facts: Facts) -> str:
    return "real" if facts.claim.status in _REAL else "not yet"


def on_the_move(a: str, b: str) -> bool:
    """People on the move are named by where they come from and by where they go."""
    return "displaced" in (a, b) or "movement" in (a, b) or "evacuation" in (a, b)


def _weigh_time(evidence: Evidence, one: Facts, other: Facts) -> None:
    a, b = one.days, other.days
    if a.dated and b.dated:
        away = gap(a, b)
        if (a.exact and b.exact) or (a.since and b.since):
            same = a.first == b.first or (a.last == b.last and not a.since)
            lasting = one.what == other.what and one.what in LASTING
            evidence.add("day" if same else "days" if lasting else "next_day")
            if same and one.what == other.what and _is_remembered(one, other):
                evidence.add("remembered")
        elif (a.exact or b.exact) and a.first == b.first and one.what == other.what and one.what in BEGINNINGS:
            evidence.add("day")  # "was seized on Monday", "held since Monday"
            if _is_remembered(one, other):
                evidence.add("remembered")
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


def _weigh_act(evidence: Evidence, one: Facts, other: Facts) -> None:
    a, b = one.what, other.what
    if a == b:
        evidence.add("same_harm" if a in HARMS else "same_act" if a in COMMON else "rare_act")
    elif a in HARMS and b in HARMS:
        evidence.add("other_harm")
    elif a in HARMS or b in HARMS:
        evidence.add("act_and_harm")
    elif {a, b} <= STRIKES or {a, b} <= _FIGHTS:
        evidence.add("like_act")
    else:
        evidence.add("other_act")


def _weigh_actors(evidence: Evidence, one: Facts, other: Facts) -> None:
    for side, mine, theirs in (("doer", one.doers, other.doers), ("target", one.others, other.others)):
        close = who.best(mine, theirs)
        if close is None or (close == who.STRANGERS and may_be_one_of(mine, theirs)):
            continue
        if close >= who.KIN:
            evidence.add(f"same_{side}")
        elif close == who.STRANGERS:
            evidence.add(f"other_{side}")
    if one.source and one.source == other.source:
        evidence.add("source")


def may_be_one_of(mine: Sequence[Actor], theirs: Sequence[Actor]) -> bool:
    """Whether one side has names of no known land alone, of whom nothing says that they are not of the other's bodies
    ("Sergeant X", "a border guard of Y")."""
    return _names_of(mine, theirs) != _names_of(theirs, mine)


def _names_of(some: Sequence[Actor], others: Sequence[Actor]) -> bool:
    sectors = {None, *(actor.sector for actor in others)}
    return all(not actor.country and "/" not in actor.id and actor.sector in sectors for actor in some)


def _weigh_counts(evidence: Evidence, one: Facts, other: Facts) -> None:
    if one.count is None or other.count is None or one.what != other.what:
        return
    if same_figure(one.count, other.count):
        evidence.add("figure", telling(one.count))
        if one.whom == other.whom and one.whom[0] in NAMED_SORTS:
            evidence.add("same_sort")
    elif not compatible(one.count, other.count):
        evidence.add("other_figure")


def _weigh_words(evidence: Evidence, one: Facts, other: Facts) -> None:
    if one.head.language and one.head.language == other.head.language:
        shared = overlap(one.words, other.words)
        if shared >= 0.3:
            evidence.add("words", shared)


def _in_one_report(one: Facts, other: Facts) -> Judgement | None:
    """Claims of one report: those that share words or stand side by side, and what lasts and is named again."""
    a, b = one.what, other.what
    if not kindred(a, b) or _tense(one) != _tense(other) or _dates_differ(one, other):
        return None
    if where.compare(one.place, other.place) in (where.APART, where.ABROAD) or whole_and_part(one, other, LASTING):
        return None
    away, again = _apart(one, other), a == b and a in _NAMED_AGAIN
    if away > _NEIGHBOURS and not again:
        return None
    if away >= 0 and _long_ago(one) != _long_ago(other):
        return None  # the toll of a war stands beside that of a day
    if away >= 0 and not again and _since_and_a_day(one, other):
        return None
    evidence = Evidence("report")
    denial = a == b and (one.claim.status == "denied") != (other.claim.status == "denied")
    evidence.add(_nearness(one, other, away))
    if again:
        evidence.add("lasting_act")
    elif a not in HARMS and b not in HARMS and away >= 0 and not denial:
        evidence.add("two_acts")
    if _is_toll_of(one, other) or _is_toll_of(other, one):
        evidence.add("bare_toll")
    if a in HARMS or b in HARMS:
        evidence.add("act_and_harm" if (a in HARMS) != (b in HARMS) else "two_harms")
    if _two_tolls(one, other):
        evidence.add("two_tolls")
    if one.days.dated and other.days.dated:
        evidence.add("day")
    how = where.compare(one.place, other.place)
    if how in (where.SAME, where.NEAR):
        evidence.add("place")
    elif away >= 0 and how == where.UNKNOWN and where.is_fine(one.place) and where.is_fine(other.place):
        evidence.add("other_town")
    if denial:
        evidence.add("denial")
    elif one.source != other.source:
        evidence.add("other_source" if one.source and other.source else "no_source")
    close = who.best(one.doers, other.doers)
    if close is not None:
        evidence.add("same_doer" if close >= who.KIN else "other_doer")
    return judged(SAME_INCIDENT, evidence, one, other)


def _two_tolls(one: Facts, other: Facts) -> bool:
    """Whether the report itself gives two numbers of one harm to one sort of people: what it counts is not the same. A
    source may have had a lower one before."""
    if one.what != other.what or one.whom != other.whom or one.source or other.source:
        return False
    return one.count is not None and other.count is not None and not compatible(one.count, other.count)


def _is_toll_of(toll: Facts, act: Facts) -> bool:
    """Whether a toll that says neither when nor where stands right behind an act of force ("Jets bombed a town. Three
    died, medics said")."""
    told = toll.days.dated or toll.claim.place is not None
    if toll.doers and not toll.source and (who.best(toll.doers, act.doers) or who.STRANGERS) < who.KIN:
        return False  # the report itself says by whom it was, and not so of the act
    if told or toll.what not in ("killed", "injured") or act.what not in STRIKES:
        return False
    return toll.claim.status == act.claim.status == "asserted" and _starts(act) < _starts(toll)


def _starts(facts: Facts) -> int:
    return min(span.start for span in facts.claim.evidence)


def _since_and_a_day(one: Facts, other: Facts) -> bool:
    """Whether one tells of all "since Saturday", the other of a day in one place."""
    for whole, part in ((one, other), (other, one)):
        if whole.days.since and not where.is_fine(whole.place) and part.days.exact and where.is_fine(part.place):
            return True
    return False


def _nearness(one: Facts, other: Facts, away: int) -> str:
    if away < 0:
        return "shared_words"
    later = max(one.claim.evidence[0], other.claim.evidence[0])
    if later.text[:1].isupper() or away > 100:  # mostly the next sentence
        return "near"
    return "adjacent" if away <= 12 else "same_breath"


def _dates_differ(one: Facts, other: Facts) -> bool:
    return one.days.dated and other.days.dated and gap(one.days, other.days) > 0


def _apart(one: Facts, other: Facts) -> int:
    """Characters between the nearest evidence of two claims of one report; negative where they share some."""
    return min(max(a.start, b.start) - min(a.end, b.end) for a in one.claim.evidence for b in other.claim.evidence)
