"""Which later claims tell that a duty is being done: troops left, weapons handed over, convoys let through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gencatan.model import Actor, Record
from gencatan.reconcile import who
from gencatan.reconcile.facts import facts
from gencatan.reconcile.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Sign:
    """A sort of claim that tells of a duty done: its kind, the slot and values, and who must be in it.

    `by` is `obligor` (they do it), `party` (a party does, or others with it) or `anyone`. `unnamed`: it may be told
    without saying who, in a report that tells of the duty or on the obligor's own word.
    """

    kind: str
    slot: str
    values: tuple[str, ...]
    by: str = "obligor"
    unnamed: bool = False


_HANDED: Final = Sign("event", "act", ("disarmament",), unnamed=True)
_LEFT: Final = (Sign("event", "act", ("retreat",)), Sign("deployment", "change", ("withdrawn",)))
_FREED: Final = Sign("event", "act", ("release",), unnamed=True)
_BROUGHT: Final = Sign("event", "act", ("delivery",), unnamed=True)

SIGNS: Final[Mapping[str, tuple[Sign, ...]]] = MappingProxyType(
    {
        "disarm": (_HANDED,),
        "demobilise": (),
        "withdraw": _LEFT,
        "release": (_FREED,),
        "exchange": (_FREED,),
        "grant_access": (
            Sign("event", "act", ("delivery",), "anyone"),
            Sign("event", "act", ("evacuation",), "anyone"),
        ),
        "deliver_aid": (_BROUGHT,),
        "hold_talks": (Sign("meeting", "format", ("talks", "summit", "session"), "party"),),
        "lift_blockade": (Sign("event", "act", ("delivery",), "anyone"),),
        "return_territory": (Sign("territory", "relation", ("cedes",)),),
        "protect": (),
        "monitor": (Sign("deployment", "role", ("monitoring", "peacekeeping")),),
        "investigate": (Sign("event", "act", ("investigation",)),),
        "punish": (),
        "cease_hostilities": (Sign("agreement", "stage", ("in_effect", "extended"), "anyone"),),
        "other": (),
    }
)
"""What tells of each action. Of some nothing that is read could: they stay not assessable."""

AT_ONCE: Final = frozenset({"hold_talks", "investigate"})
"""Done when done once; the rest is done by degrees, and no report here says that all of it is."""

_STATE_PARTS: Final = who.COMPATRIOTS


def signs(
    action: str,
    obligors: Sequence[Actor],
    parties: Sequence[Actor],
    since: int | None,
    books: Lookup,
    own: frozenset[str],
    agreement: str | None,
    of_claim: Mapping[str, str],
    reports: frozenset[str],
) -> list[Record]:
    """The claims that tell of an action done after the day `since`, in their order, but for `own`, which state it.

    `reports` are those that tell of the duty or its agreement: there, weapons that nobody is named for are its own.
    """
    found = [
        [
            record
            for record in books.saying(sign.kind, sign.slot, sign.values)
            if record.claim.status == "asserted"
            and record.id not in own
            and _later(record, since)
            and _told_of(sign, record, obligors, parties, reports, agreement, of_claim)
        ]
        for sign in SIGNS.get(action, ())
    ]
    return found[0] if len(found) == 1 else books.together(*found)


def _later(record: Record, since: int | None) -> bool:
    days = facts(record).days
    if since is None:
        return True
    if days.dated:
        first = days.first if days.first is not None else days.last
        return first is not None and (first >= since or (days.first is None and (days.last or 0) >= since))
    return days.published is not None and days.published >= since


def _told_of(
    sign: Sign,
    record: Record,
    obligors: Sequence[Actor],
    parties: Sequence[Actor],
    reports: frozenset[str],
    agreement: str | None,
    of_claim: Mapping[str, str],
) -> bool:
    if sign.kind == "agreement":
        return agreement is not None and of_claim.get(record.id) == agreement
    held = facts(record)
    if sign.by == "anyone":
        return record.head.id in reports
    named = held.everybody if sign.by == "party" else held.doers
    wanted = parties if sign.by == "party" else obligors
    if named:
        return (who.best(named, wanted) or 0.0) >= (who.KIN if _non_state(wanted) else _STATE_PARTS)
    voices = [filler.actor for filler in record.claim.attribution if filler.actor]
    own_word = (who.best(voices, obligors) or 0.0) >= _STATE_PARTS
    return sign.unnamed and (own_word or record.head.id in reports)


def _non_state(actors: Sequence[Actor]) -> bool:
    return any(actor.sector in ("REB", "PRE") for actor in actors)
