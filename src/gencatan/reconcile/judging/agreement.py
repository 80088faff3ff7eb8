"""Whether two claims tell of one agreement, whatever the stage of its life that each tells of."""

from __future__ import annotations

import re
from typing import Final

from gencatan.language.comparing import word_list
from gencatan.model import Actor, Span
from gencatan.model.books import SAME_AGREEMENT, Judgement
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.lands import LEAGUES
from gencatan.reconcile.comparing.when import too_early
from gencatan.reconcile.comparing.words import any_of, overlap
from gencatan.reconcile.judging.verdict import Evidence, judged

FOUNDING: Final = frozenset({"proposed", "agreed", "signed"})
"""Stages whose date is about that of the agreement itself."""

ENDING: Final = frozenset({"collapsed", "expired", "suspended"})

_FOUNDING_DAYS: Final = 4
"""Days within which one truce is proposed, agreed, signed and comes into force, or is reported with another date."""
_TRUCES: Final = {"ceasefire", "humanitarian"}
"""A "humanitarian truce" is a truce to whoever tells of it again."""
_SPARE_DAYS: Final = 2
"""Days by which "the truce held for a fourth day" may miss the day from which it held."""
_LIFE_DAYS: Final = 400
_AGAINST: Final = frozenset({"REB", "OPP", "PRE"})
"""Sectors of those who are known by a country that they fight or left."""
_UNDATED_DAYS: Final = 45
"""How long after its conclusion "the ceasefire" still mostly means that one."""
_CAPITAL: Final = re.compile(r"\b[^\W\d_a-z][^\W\d_]+")


def names(facts: Facts) -> frozenset[str]:
    """The words by which alone an agreement goes ("Simla" of "Simla Agreement"), folded; none where it has no name."""
    name = facts.claim.slots.get("name")
    if not isinstance(name, Span):
        return frozenset()
    return frozenset(word.casefold() for word in _CAPITAL.findall(name.text)) - word_list("agreement_names")


def _made_at(facts: Facts) -> frozenset[str]:
    """The words of the place where it was made: agreements mostly go by that."""
    if facts.slot("stage") not in FOUNDING or facts.place is None:
        return frozenset()
    told = f"{facts.place.span.text} {facts.place.name or ''}"
    return frozenset(word.casefold() for word in _CAPITAL.findall(told))


def types_meet(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether agreements of such types may be one; of no type is any."""
    return not some or not others or bool(some & others) or (bool(some & _TRUCES) and bool(others & _TRUCES))


def founding_day(facts: Facts) -> int | None:
    """The day on which it was concluded or came into force, as this claim has it; "in force until August" has none."""
    if facts.slot("stage") == "in_effect" and facts.claim.date is not None and facts.claim.date.start is None:
        return None
    return stage_day(facts) if facts.slot("stage") in FOUNDING | {"in_effect"} and not is_kept(facts) else None


def is_kept(facts: Facts) -> bool:
    """Whether it tells that the agreement was kept or carried out on its day, which may be any day of its life ("the
    truce has mostly held since the town fell on 18 February")."""
    if facts.slot("stage") != "in_effect" or not facts.days.dated:
        return False
    return any_of("kept").search(facts.words) is not None and not any_of("begun").search(facts.words)


def stage_day(facts: Facts) -> int | None:
    """The day that the claim gives, whatever the stage."""
    return facts.days.opening if facts.days.dated else None


def judge_agreement(one: Facts, other: Facts) -> Judgement | None:
    """SAME_AGREEMENT, or None."""
    if (one.claim.status == "denied") != (other.claim.status == "denied") or apart_in_time(one, other):
        return None
    if ended_late(one, other) or ended_late(other, one):
        return None
    evidence = Evidence("agreement")
    if one.claim.document == other.claim.document and not (_bygone(one, other) or _bygone(other, one)):
        evidence.add("same_report")
    _weigh_type(evidence, one, other)
    _weigh_time(evidence, one, other)
    _weigh_parties(evidence, one, other)
    mine, theirs = names(one), names(other)
    if mine and theirs:
        evidence.add("name" if mine & theirs else "other_name")
    elif (mine and mine & _made_at(other)) or (theirs and theirs & _made_at(one)):
        evidence.add("name")  # "the Sochi accord", "the memorandum that was signed in Sochi"
    elif (mine or theirs) and not {"day", "parties", "mediator"} & evidence.found.keys():
        evidence.add("named")
    if where.compare(one.place, other.place) in (where.SAME, where.NEAR, where.INSIDE):
        evidence.add("place")
    if one.head.language == other.head.language and one.head.language:
        shared = overlap(one.words, other.words)
        if shared >= 0.3:
            evidence.add("words", shared)
    if "near_days" in evidence.found and not {"parties", "one_party", "mediator", "words"} & evidence.found.keys():
        evidence.add("unlinked")
    return judged(SAME_AGREEMENT, evidence, one, other)


def _bygone(past: Facts, other: Facts) -> bool:
    """Whether one tells of the end or the breach, more than a year back, of nobody's agreement, and the other of what
    has no day, so mostly of late ("have agreed to a truce … earlier truces fell apart in 2015")."""
    days = past.days
    if not days.dated or days.closing is None or days.published is None or sides(past):
        return False
    old = days.published - days.closing > _LIFE_DAYS and past.slot("stage") not in FOUNDING | {"in_effect"}
    return old and not other.days.dated


def _founding_gap(one: Facts, other: Facts) -> int:
    """Days between the stretches in which each was concluded, 0 where they meet ("last month", "on 15 August")."""
    return max(_earliest(other) - _latest(one), _earliest(one) - _latest(other), 0)


def _earliest(facts: Facts) -> int:
    """The first day of those that it gives."""
    return facts.days.opening or 0


def _exact(one: Facts, other: Facts) -> bool:
    return one.days.exact and other.days.exact


def _latest(facts: Facts) -> int:
    """The last day of those that it gives: of one in force since a day, that day."""
    return (facts.days.opening if facts.days.since else facts.days.closing) or 0


def apart_in_time(one: Facts, other: Facts) -> bool:
    """Whether the two cannot be one agreement's, by their days alone."""
    first, second = founding_day(one), founding_day(other)
    if first is not None and second is not None:
        return _founding_gap(one, other) > _FOUNDING_DAYS
    if names(one) or names(other):
        return False  # a treaty lives for as long as it has its name
    for founded, later in ((first, other), (second, one)):
        if founded is None:
            continue
        day = stage_day(later)
        if day is not None:
            since = _latest(later) - founded
            return since < -_FOUNDING_DAYS or (since > _LIFE_DAYS and later.slot("stage") not in ENDING)
        if later.days.published is not None:
            since = later.days.published - founded
            counted = _SPARE_DAYS if (one if founded is first else other).days.since else 0
            return since < -max(_spare_days(later), counted) or since > _LIFE_DAYS
    return _foretold(one, other) or _foretold(other, one)


def ended_late(made: Facts, end: Facts) -> bool:
    """Whether one tells the end of what the other has to be made more than a year before, and is no report that tells
    both of the same sides ("ended its truce with the rebels on Thursday. The two signed it in 2002")."""
    founded, ended = founding_day(made), stage_day(end)
    if end.slot("stage") not in ENDING or founded is None or ended is None or ended - founded <= _LIFE_DAYS:
        return False
    if names(made) or names(end):
        return False
    mine, theirs = sides(made), sides(end)
    told = made.head.id == end.head.id and types_meet(frozenset([made.slot("type")]), frozenset([end.slot("type")]))
    return not told or min(len(mine), len(theirs)) < 2 or min(who.met(mine, theirs, closeness)) < who.KIN


def _spare_days(facts: Facts) -> int:
    """Days by which a report may be ahead of the day from which the agreement holds: what is agreed or planned is."""
    ahead = facts.slot("stage") in FOUNDING or facts.claim.status != "asserted"
    return _FOUNDING_DAYS if ahead else 0


def _foretold(early: Facts, late: Facts) -> bool:
    """Whether one was published before the day of the other's conclusion; its later stages come later anyway."""
    return late.slot("stage") in FOUNDING and too_early(early.days, late.days)


def _weigh_type(evidence: Evidence, one: Facts, other: Facts) -> None:
    types = {one.slot("type"), other.slot("type")}
    if len(types) == 1:
        evidence.add("type")
    elif types == _TRUCES:
        evidence.add("any_type")
    else:
        evidence.add("any_type" if types & {"other", ""} else "other_type")


def _weigh_time(evidence: Evidence, one: Facts, other: Facts) -> None:
    first, second = founding_day(one), founding_day(other)
    if first is not None and second is not None:
        evidence.add("day" if first == second else "near_days" if _exact(one, other) else "about")
        return
    founded = first if first is not None else second
    later = other if first is not None else one
    published = later.days.published
    if founded is not None and published is not None and 0 <= published - founded <= _LIFE_DAYS:
        evidence.add("later_stage" if published - founded <= _UNDATED_DAYS else "late_stage")
    elif one.days.published is not None and other.days.published is not None:
        close = abs(one.days.published - other.days.published) <= 7
        evidence.add("reported_near" if close else "reported_apart")


def sides(facts: Facts) -> tuple[Actor, ...]:
    """Its parties whose side is known."""
    return tuple(actor for actor in who.actors(facts.claim, "parties") if who.is_placed(actor))


def closeness(one: Actor, other: Actor) -> float:
    """Likeness as to whose agreement it is: an army is bound by what its government signed."""
    close = who.likeness(one, other)
    official = one.sector not in _AGAINST and other.sector not in _AGAINST
    return who.KIN if close == who.COMPATRIOTS and official else close


def _offered(one: Facts, other: Facts) -> bool:
    """Whether those who are said to propose the one are no side of the other but its mediators."""
    between = who.actors(other.claim, "mediator")
    proposers = sides(one)
    if one.slot("stage") != "proposed" or not proposers or not between:
        return False
    return all(max(who.likeness(a, b) for b in between) >= who.COMPATRIOTS for a in proposers)


def _with_another(one: Facts, other: Facts) -> bool:
    """Whether a truce of no day is one side's with somebody else ("the truce between A and C" beside A's with B)."""
    if stage_day(one) is not None and stage_day(other) is not None:
        return False
    mine, theirs = ([actor for actor in sides(some) if actor.root not in LEAGUES] for some in (one, other))
    return all(
        len(some) > 1 and any(max(closeness(actor, its) for its in others) == who.STRANGERS for actor in some)
        for some, others in ((mine, theirs), (theirs, mine))
    )


def _weigh_parties(evidence: Evidence, one: Facts, other: Facts) -> None:
    mine, theirs = sides(one), sides(other)
    if _offered(one, other) or _offered(other, one):
        evidence.add("mediator")  # who stands between offered it
    elif mine and theirs:
        met, several = who.met(mine, theirs, closeness), min(len(mine), len(theirs)) > 1
        if _with_another(one, other):
            evidence.add("another_side")
        elif min(met) >= who.KIN:
            evidence.add("parties" if several else "one_party")
        elif max(met) >= who.KIN and several:
            evidence.add("one_party")
        elif max(met) == who.STRANGERS:
            evidence.add("other_parties")
    close = who.best(who.actors(one.claim, "mediator"), who.actors(other.claim, "mediator"))
    if close is not None:
        evidence.add("mediator" if close >= who.COMPATRIOTS else "other_mediator")
