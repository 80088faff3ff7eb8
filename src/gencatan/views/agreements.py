"""Agreements: parties, mediators, terms, dates, the history of every stage, and who is said to have broken them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.model import Filler, Record
from gencatan.views.desk import Desk, Gathering, day_of, place_of
from gencatan.views.obligations import Duty, obligations
from gencatan.views.values import Cite, Source, Value, cites, names, source_of

LIFE: Final = (
    "proposed",
    "rejected",
    "agreed",
    "signed",
    "in_effect",
    "extended",
    "suspended",
    "violated",
    "expired",
    "collapsed",
)
"""Stages in the order of an agreement's life."""
ENDS: Final = ("expired", "collapsed")


@dataclass(frozen=True, slots=True)
class Step(Value):
    """A stage with when it was reached, as told, and by which claims."""

    stage: str
    status: str
    start: date | None
    end: date | None
    precision: str | None
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Violation(Value):
    """An accusation: who is said to have broken the agreement, by whom, and who denies it. It stays *alleged*."""

    id: str
    accused: tuple[str, ...]
    by: tuple[Source, ...]
    start: date | None
    place: str | None
    verification: str
    cites: tuple[Cite, ...]
    denied: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Deal(Value):
    """An agreement. `stage` is the latest of its life that is asserted; a violation alone ends nothing."""

    id: str
    type: str
    form: str
    stage: str
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    declared: Step | None
    effective: Step | None
    ended: Step | None
    history: tuple[Step, ...]
    violations: tuple[Violation, ...]
    obligations: tuple[Duty, ...]
    sources: tuple[Source, ...]
    reports: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Agreements(Value):
    """The agreements of a conflict by day."""

    agreements: tuple[Deal, ...]

    def rows(self) -> list[dict[str, Any]]:
        """An agreement a row."""
        return [
            {
                "id": deal.id,
                "type": deal.type,
                "form": deal.form,
                "stage": deal.stage,
                "parties": ", ".join(deal.parties),
                "mediators": ", ".join(deal.mediators),
                "declared": deal.declared.start if deal.declared else None,
                "effective": deal.effective.start if deal.effective else None,
                "ended": deal.ended.start if deal.ended else None,
                "violations": len(deal.violations),
                "obligations": len(deal.obligations),
                "reports": deal.reports,
                "sources": names(deal.sources),
                "claims": " ".join(item.claim for item in deal.cites),
                "words": " … ".join(deal.cites[0].words),
            }
            for deal in self.agreements
        ]


def agreements(desk: Desk) -> Agreements:
    """Every agreement that somebody says was made, offered or is in force; those only denied are none."""
    duties = obligations(desk).obligations
    found = [
        _deal(desk, gathering, [duty for duty in duties if duty.agreement == gathering.id])
        for gathering in desk.gatherings("agreement")
        if any(record.claim.status in ("asserted", "called_for", "planned") for record in gathering.records)
    ]
    found.sort(key=lambda deal: (_day(deal) or date.max, deal.id))
    return Agreements(tuple(found))


def _day(deal: Deal) -> date | None:
    return next(
        (
            step.start or step.end
            for step in (deal.declared, deal.effective, *deal.history)
            if step and (step.start or step.end)
        ),
        None,
    )


def _deal(desk: Desk, gathering: Gathering, duties: Sequence[Duty]) -> Deal:
    records = gathering.records
    told = [record for record in records if record.claim.slots.get("stage") != "violated"]
    parties = {desk.party_key(f): desk.party_name(f) for record in told for f in _named(record, "parties")}
    mediators = {desk.party_key(f): desk.party_name(f) for record in records for f in _named(record, "mediator")}
    types = [str(record.claim.slots["type"]) for record in records if "type" in record.claim.slots]
    history = tuple(_history(gathering))
    said = [step for step in history if step.status == "asserted" and step.stage != "violated"]
    declared = next((step for stage in ("agreed", "signed") for step in said if step.stage == stage), None)
    return Deal(
        gathering.id,
        max(types, key=types.count) if types else "other",
        "unilateral" if len(parties) == 1 else "multilateral" if len(parties) > 2 else "bilateral" if parties else "",
        max((step.stage for step in said), key=LIFE.index, default=history[0].stage if history else ""),
        tuple(name for key, name in parties.items() if key not in mediators),
        tuple(dict.fromkeys(mediators.values())),
        declared,
        next((step for step in said if step.stage == "in_effect"), None),
        next((step for step in said if step.stage in ENDS), None),
        history,
        tuple(_violations(desk, gathering)),
        tuple(duties),
        tuple({source.key: source for source in map(source_of, records)}.values()),
        len({desk.original(record.head.id) for record in records}),
        cites(records),
    )


def _named(record: Record, slot: str) -> tuple[Filler, ...]:
    held = record.claim.slots.get(slot, ())
    return held if isinstance(held, tuple) else ()


def _history(gathering: Gathering) -> Iterator[Step]:
    by_stage: dict[tuple[str, str], list[Record]] = {}
    for record in gathering.records:
        by_stage.setdefault((str(record.claim.slots.get("stage", "")), record.claim.status), []).append(record)
    for (stage, status), records in sorted(
        by_stage.items(), key=lambda item: LIFE.index(item[0][0]) if item[0][0] else -1
    ):
        yield Step(stage, status, *day_of(records), cites(records))


def _violations(desk: Desk, gathering: Gathering) -> Iterator[Violation]:
    """Accusations of one party on one day, with what denies them."""
    same: dict[tuple[Any, ...], list[Record]] = {}
    for record in gathering.records:
        if record.claim.slots.get("stage") == "violated" and record.claim.status == "asserted":
            accused = tuple(sorted(desk.party_key(filler) for filler in _named(record, "parties")))
            same.setdefault(accused, []).append(record)
    for accused, records in same.items():
        start, _, _ = day_of(records)
        named = {desk.party_key(f): desk.party_name(f) for record in records for f in _named(record, "parties")}
        yield Violation(
            records[0].id,
            tuple(named.values()),
            tuple({source.key: source for source in map(source_of, records)}.values()),
            start,
            place_of(records),
            "alleged",
            cites(records),
            cites(_denials(desk, records, set(accused))),
        )


def _denials(desk: Desk, accusations: Sequence[Record], accused: set[str]) -> list[Record]:
    """What the accused say against it in the reports that tell of the accusation, after it."""
    found = []
    for record in accusations:
        at = record.claim.evidence[0].start
        for other in desk.of_document(record.head.id):
            claim = other.claim
            if not 0 <= claim.evidence[0].start - at <= 600:
                continue
            denies = claim.kind == "statement" and claim.slots.get("act") in ("deny", "reject")
            if not (denies or claim.status == "denied"):
                continue
            speakers = [*_named(other, "speaker"), *claim.attribution]
            if any(desk.party_key(filler) in accused for filler in speakers):
                found.append(other)
    return found
