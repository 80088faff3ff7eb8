"""Whether two claims tell of one meeting: planned, held or called off."""

from __future__ import annotations

from typing import Final

from gencatan.model import Actor
from gencatan.model.books import SAME_MEETING, Judgement
from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.when import gap
from gencatan.reconcile.comparing.words import overlap
from gencatan.reconcile.judging.verdict import Evidence, judged

_TALKING: Final = frozenset({"talks", "summit", "visit", "session", "other"})


def judge_meeting(one: Facts, other: Facts) -> Judgement | None:
    """SAME_MEETING, or None."""
    if _excluded(one, other):
        return None
    evidence = Evidence("meeting")
    _weigh_time(evidence, one, other)
    how = where.compare(one.place, other.place)
    if how in (where.SAME, where.NEAR):
        evidence.add("town" if where.is_fine(one.place) else "inside")
    elif how in (where.INSIDE, where.COUNTRY):
        evidence.add("inside")
    evidence.add("format" if one.slot("format") == other.slot("format") else "other_format")
    _weigh_participants(evidence, one, other)
    if one.head.language == other.head.language and one.head.language:
        shared = overlap(one.words, other.words)
        if shared >= 0.3:
            evidence.add("words", shared)
    return judged(SAME_MEETING, evidence, one, other)


def _excluded(one: Facts, other: Facts) -> bool:
    formats = {one.slot("format"), other.slot("format")}
    if len(formats) > 1 and not formats <= _TALKING:
        return True
    if one.days.dated and other.days.dated and gap(one.days, other.days) > 1:
        return True
    if where.compare(one.place, other.place) in (where.APART, where.ABROAD):
        return True
    return _too_early(one, other) or _too_early(other, one)


def _too_early(early: Facts, late: Facts) -> bool:
    """A meeting told as held before the day of the other."""
    held = early.claim.status == "asserted" and not early.days.dated
    return (
        held
        and early.days.published is not None
        and late.days.dated
        and (late.days.first is not None and early.days.published < late.days.first)
    )


def _weigh_time(evidence: Evidence, one: Facts, other: Facts) -> None:
    a, b = one.days, other.days
    if a.dated and b.dated:
        exact = a.exact and b.exact
        evidence.add("day" if exact and a.first == b.first else "days" if gap(a, b) == 0 else "next_day")
    elif a.published is not None and b.published is not None:
        evidence.add("reported_near" if abs(a.published - b.published) <= 3 else "reported_apart")


def _only_named(actors: tuple[Actor, ...]) -> bool:
    """Whether nothing is known of them but what one language calls them ("the General Border Committee")."""
    return not any(map(who.is_placed, actors))


def _weigh_participants(evidence: Evidence, one: Facts, other: Facts) -> None:
    mine, theirs = one.doers, other.doers
    if not mine or not theirs:
        return
    if who.best(mine, theirs) == who.STRANGERS:
        both = _only_named(mine) and _only_named(theirs)
        if (both and one.head.language != other.head.language) or _only_named(mine) != _only_named(theirs):
            return  # "Komisi Bersama" may be what another language calls "the Joint Commission", or whoever sits in it
    met = who.met(mine, theirs)
    if min(met) >= who.COMPATRIOTS:
        evidence.add("all_participants" if min(len(mine), len(theirs)) > 1 else "a_participant")
    elif max(met) >= who.COMPATRIOTS:
        evidence.add("a_participant")
    else:
        evidence.add("other_participants")
