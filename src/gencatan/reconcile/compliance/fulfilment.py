"""Which later claims tell that a duty is being done: troops left, weapons handed over, convoys let through."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from gencatan.model import Actor, Record
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import Facts
from gencatan.reconcile.comparing.when import Days
from gencatan.reconcile.comparing.words import any_of
from gencatan.reconcile.compliance.duties import of_both
from gencatan.reconcile.compliance.lookup import Lookup


@dataclass(frozen=True, slots=True)
class Sign:
    """A sort of claim that tells of a duty done: its kind, the slot and values, and who must be in it.

    `by` is `obligor` (they do it), `party` (a party does, or others with it) or `anyone`. `unnamed`: it may be told
    without saying who, in a report that tells of the duty or on the obligor's own word. `of_people`: it is done to
    those who fight, or to nothing that is named, and to no thing ("disbanded its wing", not "gave up 80 guns"). `words`
    names a list of the packs of whose words it has one.
    """

    kind: str
    slot: str
    values: tuple[str, ...]
    by: str = "obligor"
    unnamed: bool = False
    of_people: bool = False
    words: str = ""


_HANDED: Final = Sign("event", "act", ("disarmament",), unnamed=True)
_LEFT: Final = (Sign("event", "act", ("retreat",)), Sign("deployment", "change", ("withdrawn",)))
_FREED: Final = Sign("event", "act", ("release",), unnamed=True)
_BROUGHT: Final = Sign("event", "act", ("delivery",), unnamed=True)

SIGNS: Final[Mapping[str, tuple[Sign, ...]]] = MappingProxyType(
    {
        "disarm": (_HANDED,),
        "demobilise": (Sign("event", "act", ("disarmament",), of_people=True),),
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
        "monitor": (
            Sign("deployment", "role", ("monitoring", "peacekeeping")),
            Sign("event", "act", ("movement", "other"), unnamed=True, words="patrols"),
        ),
        "investigate": (Sign("event", "act", ("investigation",)),),
        "punish": (),
        "cease_hostilities": (Sign("agreement", "stage", ("in_effect", "extended"), "anyone"),),
        "other": (),
    }
)
"""What tells of each action. Of some nothing that is read could: they stay not assessable."""

MISSED: Final = frozenset(SIGNS) - {"cease_hostilities", "hold_talks", "monitor", "protect"}
"""Actions of which a claim may tell that they were not done; of a truce breaches tell, of talks the meetings."""

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
    appointed: frozenset[int] = frozenset(),
    status: str = "asserted",
) -> list[Record]:
    """The claims that tell of an action done after the day `since`, in their order, but for `own`, which state it; of
    the status `denied` those that it was not done.

    `reports` are those that tell of the duty or its agreement: there, weapons that nobody is named for are its own.
    `appointed` are the days on which it is to be done, where it has such: what is done once on another day is not it.
    """
    told_of = _Teller(obligors, parties, reports, agreement, of_claim)
    found = [
        [
            held.record
            for held in _candidates(sign, books, reports)
            if held.claim.status == status
            and _later(held.days, since)
            and (action not in AT_ONCE or _on_its_day(held.days, appointed))
            and told_of(sign, held)
            and held.claim.id not in own
        ]
        for sign in SIGNS.get(action, ())
    ]
    return found[0] if len(found) == 1 else books.together(*found)


def _candidates(sign: Sign, books: Lookup, reports: frozenset[str]) -> Sequence[Facts]:
    if sign.by == "anyone" and sign.kind != "agreement":
        return books.said_in(reports, sign.kind, sign.slot, sign.values)
    return books.saying(sign.kind, sign.slot, sign.values)


def _later(days: Days, since: int | None) -> bool:
    if since is None:
        return True
    day = days.opening if days.dated else days.published
    return day is not None and day >= since


def _on_its_day(days: Days, appointed: frozenset[int]) -> bool:
    """Whether it may be what was to be done on one of these days: give a day for zones and nights, and for no day told
    any report from then on."""
    if not appointed:
        return True
    first, last = days.opening, days.closing
    if not days.dated or first is None or last is None:
        return days.published is None or days.published >= min(appointed) - 1
    return any(first - 1 <= day <= last + 1 for day in appointed)


def _of_people(held: Facts) -> bool:
    targets = held.claim.slots.get("target", ())
    return isinstance(targets, tuple) and all(filler.actor is not None for filler in targets)


class _Teller:
    """Whether a claim of the right sort tells of this duty, and not of another's."""

    def __init__(
        self,
        obligors: Sequence[Actor],
        parties: Sequence[Actor],
        reports: frozenset[str],
        agreement: str | None,
        of_claim: Mapping[str, str],
    ) -> None:
        self._obligors = _Sides(obligors)
        self._parties = _Sides(parties)
        self._own_word = who.Circle(obligors, _STATE_PARTS)
        self._reports = reports
        self._agreement = agreement
        self._of_claim = of_claim

    def __call__(self, sign: Sign, held: Facts) -> bool:
        if sign.of_people and not _of_people(held):
            return False
        if sign.words and not any_of(sign.words).search(held.words):
            return False
        if sign.kind == "agreement":
            return self._agreement is not None and self._of_claim.get(held.claim.id) == self._agreement
        if sign.by == "anyone":
            return held.head.id in self._reports
        named, wanted = (held.everybody, self._parties) if sign.by == "party" else (held.doers, self._obligors)
        if named:
            return wanted.has_any(named) and (sign.kind != "meeting" or self._is_between_them(named))
        if of_both(held.record, who.PARTS[held.claim.kind][0]):
            return held.head.id in self._reports  # "both sides pulled back"
        if not sign.unnamed or self._frees_its_own(held):
            return False
        voices = [filler.actor for filler in held.claim.attribution if filler.actor]
        return held.head.id in self._reports or self._own_word.has_any(voices)

    def _is_between_them(self, named: Sequence[Actor]) -> bool:
        """Whether talks may be those of the parties: not where a mediator is told to have met one of them alone."""
        several = len({actor.root for actor in named}) > 1
        return not several or len({actor.root for actor in named if self._parties.has_any([actor])}) > 1

    def _frees_its_own(self, held: Facts) -> bool:
        """Whether those whom nobody is named for letting go are the obligors' own people: the other side's doing."""
        freed = who.others(held.claim) if held.claim.slots.get("act") == "release" else ()
        return bool(freed) and all(self._obligors.has_any([actor]) for actor in freed)


class _Sides:
    """Who must do something, each with its own bodies: a state with all of them, rebels with their own alone, though
    the state's land is in their name."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._states = who.Circle([actor for actor in actors if not _is_non_state(actor)], _STATE_PARTS)
        self._others = who.Circle([actor for actor in actors if _is_non_state(actor)], who.KIN)

    def has_any(self, named: Sequence[Actor]) -> bool:
        """Whether any of these is one of them or of their bodies."""
        of_states = (actor for actor in named if not _is_non_state(actor))
        return self._others.has_any(named) or self._states.has_any(of_states)


def _is_non_state(actor: Actor) -> bool:
    return actor.sector in ("REB", "PRE")
