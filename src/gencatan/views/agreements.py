"""Agreements: parties, mediators, terms, dates, the history of every stage, and who is said to have broken them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.i18n import Message
from gencatan.reconcile.compliance.dossier import Agreement as Made
from gencatan.reconcile.compliance.dossier import Stage
from gencatan.reconcile.compliance.finding import Dating, day_words
from gencatan.reconcile.compliance.force import Violation as Alleged
from gencatan.views.denials import PLANNED
from gencatan.views.desk import Desk
from gencatan.views.meant import DENIED
from gencatan.views.obligations import Axis, Obligation, Obligations, axis, obligations
from gencatan.views.values import NO_DAY, Cite, Known, Source, Value, names

ENDED: Final = ("collapsed", "expired", "rejected")
"""Stages in which an agreement holds no longer."""


@dataclass(frozen=True, slots=True)
class Dated(Value):
    """A day of an agreement's life, as most claims that date it have it."""

    start: date | None
    end: date | None
    precision: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Duration(Value):
    """For how long it shall last, in words that say so, and the day on which that is over, where it can be counted:
    from the day it began, and on by each of the times that it was `prolonged`.

    `state` is `running`, `over`, `ended` before it was over, or `unknown` where no last day can be counted.
    """

    words: str
    until: date | None
    prolonged: int
    state: Axis


@dataclass(frozen=True, slots=True)
class Step(Value):
    """A stage as it was told: on which day, how it is meant, and by which claims.

    `precision` says how exact the day is (`day`, `month` …; "" where there is none): of a month it is the first.
    """

    stage: str
    status: str
    day: date | None
    precision: str
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Violation(Value):
    """A breach as it is told: who is said to do it (`accused`), by whom (`by`), and what denies it."""

    id: str
    type: str
    accused: tuple[str, ...]
    by: tuple[str, ...]
    start: date | None
    place: str | None
    verification: Axis
    cites: tuple[Cite, ...]
    denied: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Agreement(Value):
    """An agreement. `stage` is the latest of its life that is told; a violation alone ends nothing.

    `cf_class` is ETH/PRIO's class (`1`, `2`, `3`, `unknown`), `form` `unilateral`, `bilateral`, `multilateral` or
    `unknown`.
    """

    id: str
    type: str
    name: str
    cf_class: Axis
    form: Axis
    stage: Axis
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    declared: Dated | None
    effective: Dated | None
    ended: Dated | None
    duration: Duration | None
    history: tuple[Step, ...]
    violations: tuple[Violation, ...]
    obligations: tuple[Obligation, ...]
    sources: tuple[Source, ...]
    reports: int
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Agreements(Value):
    """The agreements of a conflict by day."""

    agreements: tuple[Agreement, ...]
    known: Known = NO_DAY

    def rows(self) -> list[dict[str, Any]]:
        """An agreement a row."""
        return [
            {
                "id": agreement.id,
                "type": agreement.type,
                "name": agreement.name,
                "cf_class": agreement.cf_class.value,
                "form": agreement.form.value,
                "stage": agreement.stage.value,
                "parties": ", ".join(agreement.parties),
                "mediators": ", ".join(agreement.mediators),
                "declared": agreement.declared.start if agreement.declared else None,
                "effective": agreement.effective.start if agreement.effective else None,
                "ended": agreement.ended.start if agreement.ended else None,
                "duration": agreement.duration.words if agreement.duration else "",
                "until": agreement.duration.until if agreement.duration else None,
                "violations": len(agreement.violations),
                "obligations": len(agreement.obligations),
                "reports": agreement.reports,
                "sources": names(agreement.sources),
                "claims": " ".join(item.claim for item in agreement.cites),
                "words": " … ".join(agreement.cites[0].words),
                "as_of": self.known.day,
            }
            for agreement in self.agreements
        ]


def agreements(desk: Desk, owed: Obligations | None = None) -> Agreements:
    """Every agreement that somebody says was made, offered or is in force; those only denied are none.

    `owed` are the conflict's obligations, where they are known already.
    """
    under: dict[str | None, list[Obligation]] = {}
    for obligation in (owed or obligations(desk)).obligations:
        under.setdefault(obligation.agreement, []).append(obligation)
    made = (_agreement(desk, made, under.get(made.id, ())) for made in desk.compliance.agreements)
    return Agreements(tuple(made), desk.known)


def _agreement(desk: Desk, made: Made, duties: Sequence[Obligation]) -> Agreement:
    records = [desk.by_id[id_] for id_ in made.claims]
    mediators = desk.names_of(made.mediators)
    return Agreement(
        made.id,
        made.type,
        made.name,
        axis(desk, made.cf_class),
        axis(desk, made.form),
        axis(desk, made.lifecycle),
        tuple(name for name in desk.names_of(made.parties) if name not in mediators),
        mediators,
        _dated(desk, made.declared),
        _dated(desk, made.effective),
        _dated(desk, made.ended),
        _duration(desk, made),
        _steps(desk, made.history),
        tuple(_violation(desk, violation) for violation in made.violations),
        tuple(duties),
        desk.sources(records),
        len({desk.original(record.head.id) for record in records}),
        desk.cited(made.claims),
    )


def _dated(desk: Desk, dating: Dating | None) -> Dated | None:
    return Dated(dating.start, dating.end, dating.precision, desk.cited(dating.claims)) if dating else None


def _duration(desk: Desk, made: Made) -> Duration | None:
    told = made.duration
    if told is None:
        return None
    over = told.until is not None and told.until < desk.today
    state = "unknown" if told.until is None else "over" if over else "running"
    if over and made.lifecycle.value in ENDED:
        state = "ended"
    reason = Message(f"books.duration.{state}", (told.words, day_words(told.until), told.prolonged))
    return Duration(told.words, told.until, told.prolonged, Axis(state, reason, desk.cited(told.claims)))


def _steps(desk: Desk, history: Sequence[Stage]) -> tuple[Step, ...]:
    """The stages in their order; who tells one without its day tells that of the one day which others give it."""
    days: dict[tuple[str, str], list[Stage]] = {}
    for stage in history:
        if stage.day is not None:
            days.setdefault((stage.stage, stage.status), []).append(stage)
    loose: dict[int, list[Stage]] = {}
    alone: list[Stage] = []
    for stage in history:
        dated = days.get((stage.stage, stage.status), ())
        if stage.day is None and len(dated) == 1:
            loose.setdefault(id(dated[0]), []).append(stage)
        else:
            alone.append(stage)
    return tuple(
        Step(
            stage.stage,
            _meant(desk, stage),
            stage.day,
            stage.precision,
            desk.cited((*stage.claims, *(claim for more in loose.get(id(stage), ()) for claim in more.claims))),
        )
        for stage in alone
    )


def _meant(desk: Desk, stage: Stage) -> str:
    """How a stage is meant: one told as come about, for a day that no report of it could know, is planned; one that did
    not come about is denied where somebody denies it."""
    meant = {item.meant for item in desk.cited(stage.claims)}
    alike = len(meant) == 1 and (stage.status == DENIED or meant == {PLANNED})
    return meant.pop() if alike and stage.status in ("asserted", DENIED) else stage.status


def _violation(desk: Desk, violation: Alleged) -> Violation:
    return Violation(
        violation.id,
        violation.type,
        desk.names_of(violation.accused),
        violation.by,
        violation.day,
        violation.place,
        axis(desk, violation.verification),
        desk.cited(violation.claims),
        desk.cited(violation.denied),
    )
