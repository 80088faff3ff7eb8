"""What no two members of one group can be, however they came to it: the guard against chains of small likenesses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from gencatan.reconcile import where
from gencatan.reconcile.agreement import apart_in_time
from gencatan.reconcile.facts import Facts
from gencatan.reconcile.incident import told_too_early
from gencatan.reconcile.when import gap

_FLIGHT: Final = frozenset({"displaced", "movement", "evacuation"})


def incident_fits(one: Facts, other: Facts) -> bool:
    """Whether two claims can be of one incident."""
    if one.days.exact and other.days.exact and gap(one.days, other.days) > 1:
        return False
    if gap(one.days, other.days) > 1 and one.days.dated and other.days.dated:
        return False
    if told_too_early(one, other):
        return False
    what = {one.slot("act") or one.slot("harm"), other.slot("act") or other.slot("harm")}
    return bool(what & _FLIGHT) or where.compare(one.place, other.place) not in (where.APART, where.ABROAD)


def agreement_fits(one: Facts, other: Facts) -> bool:
    """Whether two claims can be of one agreement."""
    return not apart_in_time(one, other)


def meeting_fits(one: Facts, other: Facts) -> bool:
    """Whether two claims can be of one meeting."""
    if one.days.dated and other.days.dated and gap(one.days, other.days) > 1:
        return False
    return where.compare(one.place, other.place) not in (where.APART, where.ABROAD)


FIT: Final[Mapping[str, Callable[[Facts, Facts], bool]]] = MappingProxyType(
    {"incident": incident_fits, "agreement": agreement_fits, "meeting": meeting_fits}
)
