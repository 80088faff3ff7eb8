"""Agreements: class, form, parties, mediators, dates, lifecycle and the history of every stage, with claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import inf
from typing import Any, Final

from gencatan.i18n import Message
from gencatan.language.comparing import word_groups, word_list
from gencatan.model import Actor, Record, Span
from gencatan.model.vocabulary import DATE_PRECISIONS
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.when import day_number, is_yet_to_hold
from gencatan.reconcile.compliance.durations import EXACT, Duration, duration
from gencatan.reconcile.compliance.finding import Dating, Finding, day_words, finding, ids, plain
from gencatan.reconcile.compliance.force import Violation
from gencatan.reconcile.compliance.lookup import by_report
from gencatan.reconcile.compliance.parties import Party, parties_of, source_words, words_of
from gencatan.reconcile.judging.agreement import closeness

_FOUNDING: Final = ("agreed", "signed")
_TWO: Final = 2
_REBELS: Final = "REB"
_ENDED: Final = ("collapsed", "expired", "suspended")
_ORDER: Final = ("proposed", "agreed", "signed", "in_effect", "extended", *_ENDED, "rejected")
_DISARMING: Final = frozenset({"disarm", "demobilise", "hand_over_weapons"})


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of an agreement's life as it is told: on which day, by whom, and how it is meant.

    `precision` says how exact the day is (`day`, `month` …; "" where there is none): of a month it is the first.
    """

    stage: str
    status: str
    day: date | None
    precision: str
    by: tuple[str, ...]
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        day = self.day.isoformat() if self.day else None
        return {
            "stage": self.stage,
            "status": self.status,
            "day": day,
            "precision": self.precision,
            "by": list(self.by),
            "claims": list(self.claims),
        }


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement. `cf_class` and `form` are findings, "unknown" where the books do not tell.

    `terms` are the ids of its obligations; dates that nobody gives are None.
    """

    id: str
    type: str
    name: str
    cf_class: Finding
    form: Finding
    parties: tuple[Party, ...]
    mediators: tuple[Party, ...]
    terms: tuple[str, ...]
    declared: Dating | None
    effective: Dating | None
    ended: Dating | None
    duration: Duration | None
    lifecycle: Finding
    history: tuple[Stage, ...]
    violations: tuple[Violation, ...]
    claims: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        held = {name: getattr(self, name) for name in self.__slots__}
        return {name: plain(value) for name, value in held.items()}


def is_agreement(records: Sequence[Record]) -> bool:
    """Whether claims tell of an agreement at all: not of one that is only said not to have come about, or meant to on
    no day, nor of nobody's at no time and nowhere, whose breach or end is mentioned ("several truces were broken")."""
    told = [record for record in records if record.claim.status not in ("denied", "possible")]
    planned = all(record.claim.status in ("planned", "conditional") for record in told)
    if planned and not any(record.claim.date for record in told):
        return False  # "agreed to meet to work out a truce": there is none, and no day for one
    return any(_is_placed(record) for record in told)


def _is_placed(record: Record) -> bool:
    """Whether the claim says who, when, where or by what name, or that there came to be one."""
    claim = record.claim
    says = claim.date is not None or claim.place is not None or bool(claim.attribution) or "name" in claim.slots
    made = claim.slots.get("stage") not in (*_ENDED, "violated", "rejected")
    return says or made or bool(who.fillers(claim, "parties") or who.fillers(claim, "mediator"))


def standing_claims(records: Sequence[Record]) -> list[Record]:
    """Claims of an agreement that are not denied and do not tell of its breach: what its parties are read from."""
    return [r for r in records if r.claim.status != "denied" and r.claim.slots.get("stage") != "violated"]


def parties(records: Sequence[Record]) -> tuple[Party, ...]:
    """Who agreed; mediators are none of them, and where nobody tells of a party, those said to break it are."""
    held = standing_claims(records)
    found = parties_of(held, "parties") or parties_of(records, "parties")
    between = mediators(records, {})
    named = {party.id for party in between}
    offered = {r.id for r in held if r.claim.slots.get("stage") == "proposed"}
    # who only offered it, and stands between
    named |= {
        party.id
        for party in found
        if set(party.claims) <= offered and any(one.is_of(party.actors, who.COMPATRIOTS) for one in between)
    }
    placed = tuple(party for party in found if any(map(who.is_placed, party.actors)))
    found = placed if len(placed) > 1 else found  # not who signed for a party
    found = tuple(party for n, party in enumerate(found) if not _is_organ(party, found[:n], held))
    found = tuple(party for party in found if not _is_any_rebel(party, found))
    return tuple(party for party in found if party.id not in named) or found


def _known_by_words(known: Sequence[Party], records: Sequence[Record]) -> tuple[Party, ...]:
    """The sides of an agreement that no name tells of, where one at most is known by name ("the government and *several
    opposition groups*", "*three armed groups* and *the junta*"): those of one claim of its making, in the words that
    most such claims have. Who made it with nobody stays nobody."""
    if len(known) > 1:
        return ()
    told: dict[str, list[Record]] = {}
    made: list[list[str]] = []
    for record in standing_claims(records):
        fillers = who.fillers(record.claim, "parties")
        sides = list(dict.fromkeys(words_of(f) for f in fillers if f.actor is None and _is_a_side(words_of(f))))
        with_known = any(f.actor for f in fillers) == bool(known)
        if record.claim.slots.get("stage") not in _FOUNDING or not with_known or len(sides) + len(known) < _TWO:
            continue
        made.append(sides)
        for words in sides:
            told.setdefault(words, []).append(record)
    best = min(made, key=lambda sides: (-max(len(told[words]) for words in sides), sides), default=[])
    most = sorted(best, key=lambda words: (-len(told[words]), words))[: _TWO - len(known)]
    return tuple(Party("", words, ids(told[words])) for words in most)


def _is_a_side(words: str) -> bool:
    """Whether words are for a group, and neither for both sides nor for those who speak for one they do not name; of a
    name the words must say so ("the Maoist *rebels*"), for it may be that of somebody who signed."""
    said = words.casefold().split()
    sides = word_list("sides").intersection(said)
    spoken_for = any(word in some for some in word_groups("ranks").values() for word in said)
    both = set(said) <= word_list("both_sides") and set(said) != sides  # "pemerintah" is one
    return not both and (bool(sides) or (words == words.casefold() and not spoken_for))


def _is_any_rebel(party: Party, among: Sequence[Party]) -> bool:
    """Whether it is only a country's rebels, whoever they are, of whom one group alone is a party, and no claim has
    both ("the Nepalese rebels" beside "the Communist Party of Nepal (Maoist)")."""
    if not all(actor.id == f"{actor.country}/{_REBELS}" for actor in party.actors):
        return False
    country = party.actors[0].country
    named = [one for one in among if one is not party and any(_rises(actor, country) for actor in one.actors)]
    claims = {id_ for one in named for id_ in one.claims}
    return len(named) == 1 and not claims & set(party.claims)


def _rises(actor: Actor, country: str | None) -> bool:
    return actor.sector == _REBELS and actor.country == country and actor.id != f"{country}/{_REBELS}"


def _is_organ(party: Party, before: Sequence[Party], records: Sequence[Record]) -> bool:
    """Whether it is a body of a state that is a party already ("Congress approved the accord"), and never was one of
    two who agreed."""
    made = [who.actors(r.claim, "parties") for r in records if r.claim.slots.get("stage") in _FOUNDING]
    for other in before:
        if not any(closeness(a, b) >= who.KIN for a in party.actors for b in other.actors):
            continue
        if not any(party.is_of(some, who.SAME) and other.is_of(some, who.SAME) for some in made):
            return True
    return False


def mediators(records: Sequence[Record], mediations: Mapping[str, Sequence[Record]]) -> tuple[Party, ...]:
    """Who stood between: as the agreement's claims have it, and mediation (by report) told in the same words."""
    beside = [
        r
        for report, told in by_report(records).items()
        for r in mediations.get(report, ())
        if r.claim.status in ("asserted", "planned") and any(_share_words(r, other) for other in told)
    ]
    return parties_of([*records, *beside], "mediator", who.COMPATRIOTS)


def _share_words(one: Record, other: Record) -> bool:
    return any(a.start < b.end and b.start < a.end for a in one.claim.evidence for b in other.claim.evidence)


_Key = tuple[str | None, str | None, str]
"""First and last day of a date, and its precision."""


def dated(records: Sequence[Record], stages: Sequence[str]) -> Dating | None:
    """The day of some stages: the one that most claims give, a shorter stretch before a longer, then the earliest; None
    where nobody gives one. A month speaks for the days in it that others give, a year for its months and days.

    What is only planned, asked for or possible has not come about, and dates nothing. Cited are all who spoke for it.
    """
    given: dict[_Key, list[Record]] = {}
    for record in records:
        when = record.claim.date
        if record.claim.status != "asserted" or is_yet_to_hold(record):
            continue
        if record.claim.slots.get("stage") in stages and when is not None and (when.start or when.end):
            given.setdefault((when.start, when.end, when.precision), []).append(record)
    if not given:
        return None
    around = {key: [other for other in given if other == key or _within(key, other)] for key in given}
    longer = {other for key, others in around.items() for other in others if other != key}
    start, end, precision = best = max(
        (key for key in given if key not in longer),
        key=lambda key: (
            sum(len(given[other]) for other in around[key]),
            -_length(key),
            [-ord(c) for c in (key[0] or key[1] or "")],
        ),
    )
    spoke = {id(record) for other in around[best] for record in given[other]}
    return Dating(_date(start), _date(end), precision, ids([record for record in records if id(record) in spoke]))


def _bounds(key: _Key) -> tuple[int, int] | None:
    """The first and last day of a date, of a day since or until which it holds that day; None for one open else."""
    first, last = day_number(key[0]), day_number(key[1])
    if key[2] in EXACT and (first is None or last is None):
        first = last = last if first is None else first
    return None if first is None or last is None else (first, last)


def _within(inner: _Key, stretch: _Key) -> bool:
    """Whether a day or another stretch lies in a longer one that has a beginning and an end."""
    own, around = _bounds(inner), _bounds(stretch)
    if own is None or around is None or own == around:
        return False
    return around[0] <= own[0] and own[1] <= around[1]


def _length(key: _Key) -> float:
    """In days; what is open on one side is longer than all that is not."""
    bounds = _bounds(key)
    return inf if bounds is None else bounds[1] - bounds[0]


def _date(iso: str | None) -> date | None:
    number = day_number(iso)
    return date.fromordinal(number) if number is not None else None


def declared(records: Sequence[Record]) -> Dating | None:
    """When it was agreed or signed."""
    return dated(records, _FOUNDING)


def effective(records: Sequence[Record]) -> Dating | None:
    """When it took effect, as somebody says."""
    return dated(records, ("in_effect",))


def duration_of(records: Sequence[Record]) -> Duration | None:
    """For how long it shall last, from when it took effect, else from when it was made."""
    return duration(records, effective(records) or declared(records))


def over_since(made: Agreement, published: Mapping[str, date | None]) -> date | None:
    """The day on which an agreement that is over ended, as told, else that of the first report of it; None for one that
    is not over. `published` gives the reports' days by claim."""
    if made.lifecycle.value not in _ENDED[:2]:
        return None
    if made.ended is not None and (day := made.ended.start or made.ended.end):
        return day
    return min((day for id_ in made.lifecycle.claims if (day := published.get(id_))), default=None)


def make(
    id: str,
    records: Sequence[Record],
    who_agreed: tuple[Party, ...],
    mediations: Mapping[str, Sequence[Record]],
    duties: Mapping[str, str],
    broken: Sequence[Violation],
) -> Agreement:
    """The dossier of one agreement, which `who_agreed` made. `mediations` are the books', by report, `duties` its
    obligations' actions by their ids, `broken` its breaches."""
    who_agreed = (*who_agreed, *_known_by_words(who_agreed, records))
    types = [str(r.claim.slots["type"]) for r in records if r.claim.slots.get("type") not in (None, "other")]
    names = [r.claim.slots["name"] for r in records if isinstance(r.claim.slots.get("name"), Span)]
    return Agreement(
        id=id,
        type=Counter(types).most_common(1)[0][0] if types else "other",
        name=" ".join(names[0].text.split()) if names and isinstance(names[0], Span) else "",
        cf_class=_class(types, records, duties),
        form=_form(records, who_agreed),
        parties=who_agreed,
        mediators=mediators(records, mediations),
        terms=tuple(duties),
        declared=declared(records),
        effective=effective(records),
        ended=dated(records, _ENDED[:2]),
        duration=duration_of(records),
        lifecycle=_lifecycle(records, broken),
        history=_history(records),
        violations=tuple(broken),
        claims=ids(records),
    )


def _class(types: Sequence[str], records: Sequence[Record], duties: Mapping[str, str]) -> Finding:
    """ETH/PRIO's classes: 1 cessation of hostilities, 2 with compliance mechanisms, 3 definitive."""
    if not types or Counter(types).most_common(1)[0][0] not in ("ceasefire", "disengagement", "peace"):
        return finding("unknown", "class.none", records)
    if _DISARMING & set(duties.values()):
        return finding("3", "class.definitive", records)
    if "monitor" in duties.values():
        return finding("2", "class.monitored", records)
    return finding("1", "class.cessation", records)


def _form(records: Sequence[Record], who_agreed: Sequence[Party]) -> Finding:
    count = len(who_agreed)
    names = ", ".join(party.name for party in who_agreed)
    if count == 0:
        return finding("unknown", "form.unknown", records)
    if count == 1:
        return finding("unilateral", "form.unilateral", records, names)
    return finding("bilateral" if count == 2 else "multilateral", "form.parties", records, count, names)


def _history(records: Sequence[Record]) -> tuple[Stage, ...]:
    told: dict[tuple[int, str, str], list[Record]] = {}
    for record in records:
        stage = str(record.claim.slots.get("stage", "agreed"))
        told.setdefault((_day_of(record) or 0, stage, record.claim.status), []).append(record)
    found = [
        Stage(
            stage,
            status,
            date.fromordinal(day) if day else None,
            _finest(some) if day else "",
            tuple(dict.fromkeys(source_words(record) for record in some)),
            ids(some),
        )
        for (day, stage, status), some in told.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.day or date.max, _rank(one.stage), one.status)))


def _finest(records: Sequence[Record]) -> str:
    told = {record.claim.date.precision for record in records if record.claim.date}
    return min(told, key=DATE_PRECISIONS.index)


def _rank(stage: str) -> int:
    return _ORDER.index(stage) if stage in _ORDER else len(_ORDER)


def _lifecycle(records: Sequence[Record], broken: Sequence[Violation]) -> Finding:
    """The stage that the latest word on it tells. A breach that is alleged ends nothing, and what is only planned or
    asked for is no stage but a proposal."""
    held = [r for r in standing_claims(records) if _counts(r)]
    if not held:
        return finding("unknown", "lifecycle.unknown", records)
    made = [r for r in held if _stage(r) in (*_FOUNDING, "in_effect", "extended")]
    held = (
        [r for r in held if _stage(r) != "rejected"] if made else held
    )  # who turns down a pact that is made ends none
    end = max((r for r in held if _stage(r) in _ENDED), key=_order_in_time, default=None)
    after = [r for r in held if end is None or _undoes(r, end)]
    stage = max((_stage(r) for r in after), key=_rank) if after or end is None else _stage(end)
    said = [r for r in (after or held) if _stage(r) == stage]
    gone = _shattered(records, made) if stage not in _ENDED else []
    if gone:
        return finding("violated", "lifecycle.stage", gone, *_told(gone, "violated"), len(broken))
    key = "lifecycle.broken" if broken and stage not in _ENDED else "lifecycle.stage"
    return finding(stage, key, said, *_told(said, stage), len(broken))


def _told(said: Sequence[Record], stage: str) -> tuple[Message, Message | str, int]:
    """A stage, its day where one is known, and how many reports tell of it, for the reason's words."""
    since = dated([record for record in said if _is_dated(record)], (stage,))
    day = day_words(since.start or since.end, since.precision) if since else ""
    start = Message("compliance.lifecycle.since", (day,)) if day else ""
    return Message(f"value.agreement.stage.{stage}"), start, len({r.head.id for r in said})


def _shattered(records: Sequence[Record], made: Sequence[Record]) -> list[Record]:
    """The claims that it was broken, where outlets say so in their own voice and nobody tells of it as made, holding or
    extended on that day or later. What one side accuses the other of is no such word."""
    last = max(map(_when, made), default=0)
    found = [r for r in records if _stage(r) == "violated" and r.claim.status == "asserted" and not r.claim.attribution]
    return [r for r in found if _when(r) > last]


def _counts(record: Record) -> bool:
    status = record.claim.status
    if status == "asserted":
        return not is_yet_to_hold(record)
    return status in ("called_for", "planned") and _stage(record) == "proposed"


def _stage(record: Record) -> str:
    return str(record.claim.slots.get("stage", "agreed"))


def _order_in_time(record: Record) -> tuple[int, int, str]:
    published = record.head.published
    return _when(record), published.toordinal() if published else 0, record.id


def _undoes(record: Record, end: Record) -> bool:
    """Whether a claim tells that an agreement holds (again) after a claim of its end: of a later day, or without a day
    in a later report. That somebody says to keep it undoes no end that is told."""
    stage = _stage(record)
    if stage in _ENDED or stage == "rejected":
        return False
    if _is_dated(record):
        return _when(record) > _when(end)
    said, ended = record.head.published, end.head.published
    holds = stage in ("in_effect", "extended") and not record.claim.attribution
    return holds and said is not None and said.toordinal() > max(_when(end), ended.toordinal() if ended else 0)


def _is_dated(record: Record) -> bool:
    return _day_of(record) is not None


def _day_of(record: Record) -> int | None:
    """The day of a stage; of what was prolonged or holds *until* a day that day says nothing of when it came about."""
    when = record.claim.date
    if when is None or (when.start is None and _stage(record) in ("in_effect", "extended")):
        return None
    return day_number(when.start or when.end)


def _when(record: Record) -> int:
    day = _day_of(record)
    published = record.head.published
    return day if day is not None else published.toordinal() if published else 0
