"""What no two members of one group can be, however they came to it: the guard against chains of small likenesses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from gencatan.reconcile.comparing import where, who
from gencatan.reconcile.comparing.acts import FOUGHT, HARMS, LASTING
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.names import names_in
from gencatan.reconcile.comparing.sorts import TAKEOVER
from gencatan.reconcile.comparing.when import gap
from gencatan.reconcile.judging import takeover
from gencatan.reconcile.judging.agreement import apart_in_time, names
from gencatan.reconcile.judging.incident import told_too_early
from gencatan.reconcile.judging.stretch import let_go_for, whole_and_part

_HEAD: Final = 60
"""Characters with which a report begins: what stands there is its news."""
_FLIGHT: Final = frozenset({"displaced", "movement", "evacuation"})


def incident_fits(one: Facts, other: Facts) -> bool:
    """Whether two claims can be of one incident."""
    if TAKEOVER in (one.what, other.what):
        return takeover.fits(one, other) if one.what == other.what else _fought_for(one, other)
    if one.days.dated and other.days.dated and gap(one.days, other.days) > _spare_days(one, other):
        return False
    if _of_two_days(one, other) or _of_the_news(one, other) or _of_the_news(other, one):
        return False
    if told_too_early(one, other) or whole_and_part(one, other, LASTING) or let_go_for(one, other):
        return False
    what = {one.what, other.what}
    return bool(what & _FLIGHT) or where.compare(one.place, other.place) not in (where.APART, where.ABROAD)


def _fought_for(one: Facts, other: Facts) -> bool:
    """Whether one is what was fought, or the takers' coming, where the other has land change hands, about that day."""
    land, fight = (one, other) if one.what == TAKEOVER else (other, one)
    entered = fight.what == "movement" and (who.best(takeover.takers(land), fight.doers) or who.STRANGERS) >= who.KIN
    if not (fight.what in FOUGHT or entered) or told_too_early(one, other):
        return False
    if land.days.dated and fight.days.dated and gap(land.days, fight.days) > (1 if fight.what in LASTING else 0):
        return False
    place = fight.claim.place
    taken = takeover.names(land)
    if place is None or not where.is_fine(place) or not taken:
        return True
    return bool(taken & names_in(" ".join(place.span.text.split())))


def _of_two_days(one: Facts, other: Facts) -> bool:
    """Whether one report gives them two days: it tells them apart, whatever another has the days to be."""
    if one.head.id != other.head.id or one.what in LASTING or other.what in LASTING:
        return False
    return one.days.exact and other.days.exact and gap(one.days, other.days) > 0


def _of_the_news(lead: Facts, past: Facts) -> bool:
    """Whether one is an act told without a day at the head of a report, which tells its news, and the other gives a day
    long before it."""
    if lead.days.dated or not past.days.exact or lead.what in LASTING or lead.what in HARMS:
        return False
    if lead.claim.evidence[0].start >= _HEAD:
        return False
    return past.days.last is not None and lead.days.first is not None and past.days.last < lead.days.first


def _spare_days(one: Facts, other: Facts) -> int:
    """What lasts may be given another day; so may what one town saw in one night, or a night of which one names no
    place that the map knows."""
    if one.what in LASTING or other.what in LASTING:
        return 1
    how = where.compare(one.place, other.place)
    same_town = how == where.UNKNOWN or (how in (where.SAME, where.NEAR) and where.is_fine(one.place))
    return 1 if same_town else 0


def agreement_fits(one: Facts, other: Facts) -> bool:
    """Whether two claims can be of one agreement."""
    mine, theirs = names(one), names(other)
    if mine and theirs and not mine & theirs:
        return False
    return not apart_in_time(one, other)


def meeting_fits(one: Facts, other: Facts) -> bool:
    """Whether two claims can be of one meeting."""
    if one.days.dated and other.days.dated and gap(one.days, other.days) > 1:
        return False
    mine, theirs = _states(one), _states(other)
    if len(mine) > 1 and len(theirs) > 1 and not mine & theirs:
        return False  # two pairs of states, though one body's name may stand for either
    return where.compare(one.place, other.place) not in (where.APART, where.ABROAD)


def _states(facts: Facts) -> frozenset[str]:
    """The countries of those who take part."""
    return frozenset(actor.country for actor in facts.doers if actor.country)


FIT: Final[Mapping[str, Callable[[Facts, Facts], bool]]] = MappingProxyType(
    {"incident": incident_fits, "agreement": agreement_fits, "meeting": meeting_fits}
)
