"""What happened, day by day: each incident, meeting and step of an agreement once, however many reports tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property
from typing import Any, Final, cast

from gencatan.model import Count, Record, Span
from gencatan.reconcile.codes import Codes, codes
from gencatan.reconcile.comparing.acts import FAMILY
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.sorts import KINDS, group_of
from gencatan.reconcile.comparing.words import overlap
from gencatan.views.denials import meant
from gencatan.views.desk import Desk, Group, day_of
from gencatan.views.values import Cite, Source, Value, names

ALONE: Final = ("territory", "deployment", "obligation", "statement", "mediation")
"""Kinds of which claims may be no group's: told by each claim, the same in the same words once."""
CODES: Final = tuple(field.name for field in fields(Codes))
DEFAULT: Final = ("event", "casualty", "agreement", "meeting", "deployment", "territory")
HALF: Final = 0.5
"""Of the words of what is said, more must be shared for two statements to be one."""
_FIGURE: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Entry(Value):
    """One thing that is said to have happened or to be coming.

    `id` is its group's id or a claim's; `who` the parties and actors of the claim that says most (`lead`) who do it,
    `whom` those to whom it is done; `what` its kind, slot and value (`event.act.operation`). `sources` are those whose
    words it is, `reports` how many reports that are no copies of each other. An incident has the `codes` of PLOVER,
    ACLED and UCDP (docs/codes.md). `meant` is the status, `refused` or `called_off` for what is denied only in that it
    was refused or called off, and `planned` for what is told of a day to come. `sort` is an agreement's type
    (`agreement.type.ceasefire`), `count` how many were harmed where the toll alone is told.
    """

    id: str
    start: date | None
    end: date | None
    precision: str | None
    kind: str
    who: tuple[str, ...]
    what: str
    status: str
    place: str | None
    lead: Cite
    sources: tuple[Source, ...]
    reports: int
    cites: tuple[Cite, ...]
    codes: Codes | None = None
    meant: str = ""
    whom: tuple[str, ...] = ()
    sort: str = ""
    count: Count | None = None

    @property
    def told(self) -> str:
        """What to say that it is: an agreement of no type is "reached", for it is not "agreed"."""
        agreed = self.sort == "agreement.type.other" and self.what == "agreement.stage.agreed"
        return "agreement.stage.reached" if agreed else self.what

    @property
    def first_told(self) -> date | None:
        """The day of the first report that tells it; None where no report has a day."""
        return min((cite.published for cite in self.cites if cite.published), default=None)


@dataclass(frozen=True, slots=True)
class Timeline(Value):
    """Entries by day; those without a date stand last."""

    entries: tuple[Entry, ...]

    def rows(self) -> list[dict[str, Any]]:
        """An entry a row."""
        return [entry_row(entry) for entry in self.entries]


def timeline(
    desk: Desk,
    start: date | None = None,
    end: date | None = None,
    kinds: Sequence[str] = DEFAULT,
    *,
    coded: bool = True,
) -> Timeline:
    """What is dated to a period (days, both included); with neither bound also what has no date.

    `coded` False leaves the incidents' codes out, for who only wants to see.
    """
    if tuple(kinds) == DEFAULT:
        (found,) = desk.parts(
            "timeline" if coded else "timeline-uncoded", (Timeline,), lambda: (_timeline(desk, DEFAULT, coded),)
        )
        whole = cast(Timeline, found)
    else:
        whole = _timeline(desk, kinds, coded)
    if start is None and end is None:
        return whole
    return Timeline(tuple(entry for entry in whole.entries if _within(entry, start, end)))


def statements(desk: Desk) -> Timeline:
    """What was demanded, condemned, denied and the like, by the day of the first report that tells it."""
    found = _entries(desk, ("statement",), coded=False)
    return Timeline(tuple(sorted(found, key=lambda entry: (entry.first_told or date.max, entry.id))))


def _timeline(desk: Desk, kinds: Sequence[str], coded: bool) -> Timeline:
    found = list(_entries(desk, kinds, coded))
    found.sort(key=lambda entry: (_day(entry) is None, _day(entry) or date.max, entry.kind, entry.id))
    return Timeline(tuple(found))


def _entries(desk: Desk, kinds: Sequence[str], coded: bool) -> Iterator[Entry]:
    if set(KINDS["incident"]) & set(kinds):
        for group in desk.groups("incident"):
            lead = _lead(group.records, _says_act)
            if lead.claim.kind in kinds:
                yield _entry(desk, group, lead, coded)
    if "meeting" in kinds:
        for group in desk.groups("meeting"):
            yield _entry(desk, group, _lead(group.records, _says_held))
    if "agreement" in kinds:
        for group in desk.groups("agreement"):
            for step in _steps(group):
                yield _entry(desk, step, _lead(step.records, _fullness))
    for group in _alone(desk, [kind for kind in ALONE if kind in kinds]):
        yield _entry(desk, group, group.records[0])


def _steps(group: Group) -> list[Group]:
    """An agreement's stages; those of another day than most are steps of their own. What was planned or asked for is
    none that came about."""
    by_stage: dict[tuple[str, str], list[Record]] = {}
    real = {str(r.claim.slots.get("stage", "")) for r in group.records if r.claim.status == "asserted"}
    for record in group.records:
        stage = str(record.claim.slots.get("stage", ""))
        if record.claim.status != "asserted" and stage in real:
            stage = f"{stage} {record.claim.status}"
        repeated = stage in ("violated", "suspended", "extended")
        day = record.claim.date.start[:10] if repeated and record.claim.date and record.claim.date.start else ""
        by_stage.setdefault((stage, day), []).append(record)
    return [Group(records[0].id, tuple(records)) for records in by_stage.values()]


def _alone(desk: Desk, kinds: Sequence[str]) -> list[Group]:
    same: dict[tuple[Any, ...], list[Record]] = {}
    for record in desk.of_kind(*kinds):
        if group_of(record.claim):
            continue  # told in its incident
        same.setdefault(_sameness(desk, record), []).append(record)
    return [
        Group(told[0].id, tuple(told))
        for records in same.values()
        for told in (_by_content(desk, records) if records[0].claim.kind == "statement" else [records])
    ]


def _by_content(desk: Desk, records: Sequence[Record]) -> list[list[Record]]:
    """Statements of one sort by one speaker of one day, apart where they say other things."""
    found: list[list[_Said]] = []
    for said in (_Said(desk, record) for record in records):
        held = next((told for told in found if all(said.may_be(other) for other in told)), None)
        if held is None:
            found.append([said])
        else:
            held.append(said)
    return [[said.record for said in told] for told in found]


class _Said:
    """What a statement says, as it is compared with others: made once, and each part only where it is asked for."""

    def __init__(self, desk: Desk, record: Record) -> None:
        self.record = record
        self.words = " ".join(getattr(record.claim.slots.get("content"), "text", "").split())
        self._desk = desk

    def may_be(self, other: _Said) -> bool:
        """Whether another may say the same: by its words; in another language by its day and what is known in any."""
        if self.record.head.language == other.record.head.language:
            return self.words == other.words or overlap(self.words, other.words) > HALF
        if not self._dated or not other._dated:
            return False
        pairs = (self._figures, other._figures), (self._told, other._told)
        return all(not mine or not theirs or mine & theirs for mine, theirs in pairs)

    @property
    def _dated(self) -> bool:
        date = self.record.claim.date
        return date is not None and date.precision in ("day", "minute")

    @cached_property
    def _figures(self) -> set[str]:
        return set(_FIGURE.findall(self.words))

    @cached_property
    def _told(self) -> set[str]:
        return _told_in(self._desk, self.record)


def _told_in(desk: Desk, record: Record) -> set[str]:
    """Of which families the acts and harms are that claims of its report tell in the words of what a statement says
    ("accused the army of *shelling the town*"), and the kinds of the others: these are known in any language."""
    held = record.claim.slots.get("content")
    if not isinstance(held, Span):
        return set()
    told = (
        other
        for other in desk.of_document(record.head.id)
        if other.claim.kind not in ("statement", "obligation")
        and any(held.start <= span.start and span.end <= held.end for span in other.claim.evidence)
    )
    whats = {facts(other).what or other.claim.kind for other in told}
    return {str(family) for what in whats for family in FAMILY.get(what, (what,))}


def _sameness(desk: Desk, record: Record) -> tuple[Any, ...]:
    claim = record.claim
    enums = tuple(sorted((name, value) for name, value in claim.slots.items() if isinstance(value, str)))
    who = tuple(
        sorted(
            {desk.party_key(filler) for value in claim.slots.values() if isinstance(value, tuple) for filler in value}
        )
    )
    when = (claim.date.start, claim.date.end) if claim.date else None
    where = (claim.place.region or claim.place.geoname_id or claim.place.span.text) if claim.place else None
    return claim.kind, claim.status, enums, who, when, where


def _lead(records: Sequence[Record], rank: Callable[[Record], Any]) -> Record:
    """The claim that says most; of several the first."""
    return max(records, key=rank)


def _fullness(record: Record) -> tuple[bool, int, float]:
    claim = record.claim
    filled = len(claim.slots) + (claim.date is not None) + (claim.place is not None)
    return claim.status == "asserted", filled, claim.confidence


def _says_act(record: Record) -> tuple[Any, ...]:
    act = record.claim.slots.get("act")
    return record.claim.kind == "event" and act != "other", *_fullness(record)


def _says_held(record: Record) -> tuple[Any, ...]:
    return _fullness(record)


def _entry(desk: Desk, group: Group, lead: Record, coded: bool = False) -> Entry:
    start, end, precision = day_of(group.records)
    return Entry(
        group.id,
        start,
        end,
        precision,
        lead.claim.kind,
        who_of(desk, lead),
        what_of(lead),
        lead.claim.status,
        desk.place_of(group.records) or _land(lead),
        desk.cite(lead),
        desk.sources(group.records),
        len({desk.original(record.head.id) for record in group.records}),
        desk.cites(group.records),
        codes(group.records) if coded else None,
        meant(desk, lead),
        _victims(desk, lead) if lead.claim.kind == "casualty" else _of_slots(desk, lead, _WHOM),
        f"agreement.type.{lead.claim.slots['type']}" if "type" in lead.claim.slots else "",
        count if isinstance(count := lead.claim.slots.get("count"), Count) else None,
    )


_SAYING: Final = {
    "event": "act",
    "casualty": "harm",
    "agreement": "stage",
    "meeting": "format",
    "deployment": "change",
    "territory": "relation",
    "obligation": "action",
    "statement": "act",
}


_WHO: Final = {
    "event": ("actor",),
    "casualty": ("perpetrator",),
    "agreement": ("parties", "mediator"),
    "obligation": ("obligor",),
    "meeting": ("participants",),
    "statement": ("speaker",),
    "territory": ("by",),
    "deployment": ("force",),
    "mediation": ("mediator",),
}


_WHOM: Final = {"event": ("target",), "statement": ("addressee",)}


def _land(record: Record) -> str | None:
    """The land that a claim of territory is about, in its words, where no place on the map is known for it."""
    named = record.claim.slots.get("territory")
    return " ".join(named.text.split()) if isinstance(named, Span) else None


def _victims(desk: Desk, record: Record) -> tuple[str, ...]:
    """Who was harmed, in the report's words but for the number, which stands before them, and whose they are: "two
    soldiers" of a country are not that country."""
    held, count = record.claim.slots.get("victims"), record.claim.slots.get("count")
    if not isinstance(held, tuple):
        return ()
    number = count.text.casefold() if isinstance(count, Count) else ""
    found = []
    for filler in held:
        words = " ".join(filler.span.text.split())
        if number and words.casefold().startswith(f"{number} "):
            words = words[len(number) :].strip()
        if words.casefold() == number:
            continue
        side = desk.party_name(filler) if filler.actor is not None else ""
        found.append(f"{words} ({side})" if side and side.casefold() not in words.casefold() else words)
    return tuple(dict.fromkeys(found))


def who_of(desk: Desk, record: Record) -> tuple[str, ...]:
    """Who does it, each party once."""
    return _of_slots(desk, record, _WHO)


def _of_slots(desk: Desk, record: Record, slots: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Who stands in the first of a kind's slots that is filled, each party once."""
    for slot in slots.get(record.claim.kind, ()):
        held = record.claim.slots.get(slot)
        if isinstance(held, tuple) and held:
            return tuple({desk.party_key(filler): desk.party_name(filler) for filler in held}.values())
    return ()


def what_of(record: Record) -> str:
    """A claim's kind with the slot and value that say most of it, as `event.act.operation`; "" where none does."""
    slot = _SAYING.get(record.claim.kind)
    value = record.claim.slots.get(slot) if slot else None
    return f"{record.claim.kind}.{slot}.{value}" if isinstance(value, str) else ""


def bare(what: str) -> str:
    """The value alone of a `what`, as flat rows have values: `operation` of `event.act.operation`."""
    return what.rpartition(".")[2]


def _day(entry: Entry) -> date | None:
    return entry.start or entry.end


def _within(entry: Entry, start: date | None, end: date | None) -> bool:
    """Whether it is dated to a period; what has no date is dated to none."""
    first, last = entry.start, entry.end
    if first is None and last is None:
        return False
    if start is not None and (last or first or date.max) < start:
        return False
    return end is None or (first or last or date.min) <= end


def entry_row(entry: Entry) -> dict[str, Any]:
    """An entry as CSV has it."""
    return {
        "id": entry.id,
        "start": entry.start,
        "end": entry.end,
        "precision": entry.precision,
        "kind": entry.kind,
        "who": ", ".join(entry.who),
        "whom": ", ".join(entry.whom),
        "what": bare(entry.what),
        "status": entry.status,
        "meant": entry.meant or entry.status,
        "type": bare(entry.sort),
        "count_low": entry.count.min if entry.count else None,
        "count_high": entry.count.max if entry.count else None,
        "place": entry.place,
        "sources": names(entry.sources),
        "reports": entry.reports,
        "claims": " ".join(item.claim for item in entry.cites),
        "words": " … ".join(entry.lead.words),
        **{name: getattr(entry.codes, name) if entry.codes else None for name in CODES},
    }
