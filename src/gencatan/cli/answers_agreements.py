"""How agreements, what is owed under them and what is said to have broken them are laid out as tables."""

from __future__ import annotations

from collections.abc import Sequence

from gencatan.cli.sheets import Line, Sheet, badge, day, days, label, quoted, short, sources
from gencatan.i18n import Message, Strings
from gencatan.views.agreements import Agreement, Agreements, Violation
from gencatan.views.obligations import Obligation, Obligations

CITED = 3
"""Claims shown beside a reason."""


def agreements(answer: Agreements, strings: Strings) -> list[Sheet]:
    """Each agreement with its stages, its violations as alleged, and its obligations."""
    return [sheet for agreement in answer.agreements for sheet in _agreement(agreement, strings)]


def _agreement(agreement: Agreement, strings: Strings) -> list[Sheet]:
    named = agreement.name or strings[f"value.agreement.type.{agreement.type}"]
    day_ = agreement.declared or agreement.effective
    when = f", {days(strings, day_.start, day_.end, day_.precision)}" if day_ else ""
    title = f"{named}{when}: {', '.join(agreement.parties) or strings['books.no_parties']} [{short(agreement.id)}]"
    facts = [strings.say(Message("books.told_in", (agreement.reports,)))]
    if agreement.mediators:
        facts.insert(0, strings.say(Message("books.through", (", ".join(agreement.mediators),))))
    facts += [strings[f"books.form.{agreement.form.value}"], strings[f"books.cf_class.{agreement.cf_class.value}"]]
    columns = tuple(strings[f"books.{name}"] for name in ("stage", "when", "says", "id"))
    lines = tuple(
        Line(
            (
                badge(strings, step.status) + label(strings, f"value.agreement.stage.{step.stage}"),
                days(strings, step.day, step.day, step.precision),
                sources([item.source for item in step.cites]),
                short(step.cites[0].claim),
            ),
            words=step.cites[0].words[:1],
        )
        for step in agreement.history
    )
    reasons = [agreement.stage.reason, *([agreement.duration.state.reason] if agreement.duration else [])]
    notes = (" · ".join(facts), *map(strings.say, reasons))
    found = [Sheet(title, columns, (2, 0, 4, 0), lines, notes)]
    if agreement.violations:
        found.append(_violations(agreement.violations, strings))
    if agreement.obligations:
        found.append(scorecard(agreement.obligations, strings, strings["books.terms"]))
    return found


def _violations(found: Sequence[Violation], strings: Strings) -> Sheet:
    columns = tuple(
        strings[f"books.{name}"] for name in ("accused", "accuser", "what", "when", "where", "verification", "id")
    )
    lines = tuple(
        Line(
            (
                ", ".join(one.accused) or strings["books.unknown_who"],
                ", ".join(one.by),
                strings[f"books.violation.{one.type}"],
                day(one.start),
                one.place or "",
                label(strings, f"books.state.{one.verification.value}"),
                short(one.id),
            ),
            words=one.cites[0].words[:1],
            remarks=tuple(f"{strings['books.denied']}: {quoted(item)}" for item in one.denied),
        )
        for one in found
    )
    return Sheet(strings["books.violations"], columns, (3, 4, 3, 0, 3, 0, 0), lines)


def obligations(answer: Obligations, strings: Strings) -> list[Sheet]:
    """The scorecard."""
    return [scorecard(answer.obligations, strings, strings["books.scorecard"])]


def scorecard(duties: Sequence[Obligation], strings: Strings, title: str) -> Sheet:
    """Who must do what by when, and where each duty stands with its reason."""
    columns = tuple(strings[f"books.{name}"] for name in ("obligor", "must", "by_when", "basis", "stands_at", "id"))
    lines = tuple(_obligation(obligation, strings) for obligation in duties)
    return Sheet(title, columns, (4, 6, 0, 0, 3, 0), lines, (strings["books.silence_note"],))


def _worded(obligation: Obligation, value: str) -> str:
    """A duty that is kept is nothing that anybody is accused of: its only teller reports it."""
    kept = obligation.implementation.value in ("1", "2", "3")
    return "told_by_one" if kept and value == "alleged" else value


def _obligation(obligation: Obligation, strings: Strings) -> Line:
    must = strings[f"value.obligation.action.{obligation.action}"] + (
        f": {obligation.object}" if obligation.object else ""
    )
    remarks = [strings.say(obligation.implementation.reason)]
    stated = {item.claim for item in obligation.cites}
    remarks += [f"  {quoted(item)}" for item in obligation.implementation.cites[:CITED] if item.claim not in stated]
    axes = ("verification", "attribution", "observability")
    values = ((name, _worded(obligation, getattr(obligation, name).value)) for name in axes)
    remarks.append(
        " · ".join(f"{strings[f'books.{name}']}: {label(strings, f'books.state.{value}')}" for name, value in values)
    )
    if obligation.condition:
        met = obligation.condition_met.value if obligation.condition_met else "unknown"
        remarks.append(f"{strings['lead.if']} {obligation.condition} ({strings[f'books.condition_{met}']})")
    return Line(
        (
            ", ".join(obligation.obligor) or strings["books.unknown_who"],
            must,
            day(obligation.deadline),
            label(strings, f"value.obligation.basis.{obligation.basis}") if obligation.basis else "",
            strings[f"books.state.{obligation.implementation.value}"],
            short(obligation.id),
        ),
        words=obligation.cites[0].words[:1],
        remarks=tuple(remarks),
    )
