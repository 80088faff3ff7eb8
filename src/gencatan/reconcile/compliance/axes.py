"""The four axes of an obligation: how far it is done, who verified that, whose doing a breach is, who could see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from gencatan.language.comparing import word_list
from gencatan.model import Actor, Record, Span
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.lengths import length
from gencatan.reconcile.comparing.when import day_number
from gencatan.reconcile.comparing.words import any_of, overlap
from gencatan.reconcile.compliance.duties import Stated, of_both
from gencatan.reconcile.compliance.finding import Dating, Finding, finding, ids
from gencatan.reconcile.compliance.force import Violation
from gencatan.reconcile.compliance.fulfilment import AT_ONCE, MISSED, SIGNS, signs
from gencatan.reconcile.compliance.lookup import Lookup
from gencatan.reconcile.compliance.parties import source_words, tellers
from gencatan.reconcile.compliance.same_words import ACTIONS, told_done

_HALF_A_YEAR: Final = 183

_CONDITION_WORDS = 0.5

_MONTH = 31


@dataclass(frozen=True, slots=True)
class Axes:
    """Where an obligation stands. `condition` is None where it hangs on none."""

    deadline: Dating | None
    condition: Finding | None
    implementation: Finding
    verification: Finding
    attribution: Finding
    intent: Finding
    observability: Finding


def axes(
    duty: Stated,
    since: int | None,
    today: date,
    books: Lookup,
    parties: Sequence[Actor],
    broken: Sequence[Violation],
    of_claim: Mapping[str, str],
    reports: frozenset[str],
    concerned: Sequence[Actor],
    made: date | None = None,
) -> Axes:
    """The axes of a duty that binds from the day `since`, as the books stand on `today`. `parties` are those of its
    agreement, `concerned` those of the agreements that its reports tell of: none of these is a third party. `made` is
    the day from which a term counts that no report dates ("within 180 days")."""
    obligors = [actor for r in duty.records for actor in facts(r).doers]
    if duty.side is not None:
        obligors = list(duty.side.actors)
    elif not obligors and any(map(of_both, duty.records)):
        obligors = list(parties)  # "both sides must meet" is done by either
    own = frozenset(record.id for record in duty.records)
    appointed = frozenset(day for r in duty.records for day in _appointed(r))

    def told(status: str) -> tuple[list[Record], bool]:
        by_sort = signs(
            duty.action, obligors, parties, since, books, own, duty.agreement, of_claim, reports, appointed, status
        )
        in_words, whole = told_done(duty.records, since, books, status) if duty.action in ACTIONS else ([], False)
        return (books.together(by_sort, in_words) if in_words else by_sort), whole

    done, whole = told("asserted")
    breaches = [v for v in broken if _breaks(duty.action, v, obligors)]
    met = _condition(duty, books, since)
    due = _deadline(duty) or (_counted(duty, made) if made is not None else None)
    if duty.action in AT_ONCE:
        done = [r for r in done if r.head.id in reports or not _long_after(r, due)]
    missed = told("denied")[0] if not done and duty.action in MISSED else []
    missed = [r for r in missed if not _is_before(r, due) and not any_of("all_of_it").search(facts(r).words)]
    if met is not None:
        missed = [r for r in missed if _is_after(r, books.ordered(met.claims))]
    insiders = (*parties, *obligors, *concerned)  # to a pledge outside of any agreement, who made it, and to whom
    return Axes(
        due,
        met,
        _implementation(duty, done, missed, breaches, due, met, today, whole=whole),
        _verification(done or missed, breaches, insiders),
        _attribution(breaches, done),
        _intent(breaches),
        _observability(done or missed, breaches, insiders, books, since, reports),
    )


def lapsed(found: Axes, records: Sequence[Record], over: date | None) -> Axes:
    """The axes of a duty whose agreement was over, on the day `over`, before it was due: nothing is due any more."""
    due = found.deadline.end if found.deadline is not None else None
    if over is None or due is None or due <= over or found.implementation.value not in ("not_due", "overdue", "0"):
        return found
    return replace(found, implementation=finding("not_assessable", "implementation.lapsed", records, over.isoformat()))


def _breaks(action: str, violation: Violation, obligors: Sequence[Actor]) -> bool:
    if action not in ("cease_hostilities", "protect"):
        return False
    return not obligors or not violation.accused or any(p.is_of(obligors, who.COMPATRIOTS) for p in violation.accused)


def _long_after(record: Record, due: Dating | None) -> bool:
    """Whether what is told on no day of its own is news of half a year after the last day on which it was due, and
    tells of something else by then ("talks are still going on")."""
    days, last = facts(record).days, due.end if due is not None else None
    if last is None or days.dated or days.published is None:
        return False
    return days.published > last.toordinal() + _HALF_A_YEAR


def _is_before(told: Record, due: Dating | None) -> bool:
    """Whether a report came before what it tells of was due: then it says nothing of the day by which it was."""
    published = told.head.published
    return due is not None and due.end is not None and published is not None and published < due.end


def _is_after(told: Record, came: Sequence[Record]) -> bool:
    """Whether it was told on the day or later on which a condition was told as met: before it nothing was owed."""
    met = min((r.head.published for r in came if r.head.published), default=None)
    return met is None or told.head.published is None or told.head.published >= met


def _appointed(record: Record) -> range:
    """The days on which it is to be done ("on 4 August", "in May"), and none of the days up to one ("by 4 August")."""
    when = record.claim.date
    first, last = (day_number(when.start), day_number(when.end)) if when is not None else (None, None)
    if first is None or last is None or last - first > _MONTH:
        return range(0)
    return range(first, last + 1)


def _deadline(duty: Stated) -> Dating | None:
    for record in duty.records:
        when = record.claim.date
        end = day_number(when.end) if when else None
        if when is not None and end is not None:
            start = day_number(when.start)
            held = [r for r in duty.records if r.claim.date and day_number(r.claim.date.end) == end]
            begin = date.fromordinal(start) if start is not None else None
            return Dating(begin, date.fromordinal(end), when.precision, ids(held))
    return None


def _counted(duty: Stated, made: date) -> Dating | None:
    """The deadline of a duty that is to be done within so long of its agreement, which its reports date by no day."""
    for record in duty.records:
        when = record.claim.date
        if when is None or when.start is not None or when.end is not None or not _within(record, when.span):
            continue
        term = length(when.span.text)
        if term is None:
            continue
        try:
            return Dating(None, term.after(made), "day", ids([record]))
        except OverflowError:
            return None
    return None


def _within(record: Record, term: Span) -> bool:
    """Whether the word right before a stretch of time makes it a limit, not how long something lasts."""
    said = next((s for s in record.claim.evidence if s.start < term.start <= s.end), None)
    before = said.text[: term.start - said.start].split() if said is not None else []
    return bool(before) and before[-1].casefold() in word_list("within")


def _condition(duty: Stated, books: Lookup, since: int | None) -> Finding | None:
    """Met where a later report tells in the condition's words that it came about; else nobody has said."""
    stated = [(r, held) for r in duty.records if isinstance(held := r.claim.slots.get("condition"), Span)]
    if not stated:
        return None
    told = [
        other
        for record, words in stated
        for other in books.in_words(words.text)
        if other.claim.kind in ("event", "agreement", "deployment", "territory")
        and other.head.language == record.head.language
        and other.head.id != record.head.id
        and facts(other).days.published != facts(record).days.published
        and overlap(words.text, facts(other).words) >= _CONDITION_WORDS
        and (since is None or (facts(other).days.published or 0) >= since)
    ]
    came = [r for r in told if r.claim.status == "asserted"]
    if came:
        return finding("met", "condition.met", came, source_words(came[0]))
    refused = [r for r in told if r.claim.status == "denied"]
    if refused:
        return finding("not_met", "condition.not_met", refused, source_words(refused[0]))
    return finding("unknown", "condition.unknown", [r for r, _ in stated])


def _implementation(
    duty: Stated,
    done: Sequence[Record],
    missed: Sequence[Record],
    breaches: Sequence[Violation],
    due: Dating | None,
    met: Finding | None,
    today: date,
    *,
    whole: bool,
) -> Finding:
    """Kroc's scale as far as reports go: of a duty by degrees nobody here says that all is done, so it is at most 2.

    `missed` tells that none of it was done ("has not freed all captives" does not), `whole` whether a report tells in
    the duty's own words that it was.
    """
    day = due.end.isoformat() if due and due.end else ""
    if done:
        return _late(duty, done, due, _degree(duty, done, breaches, whole=whole))
    if met is not None and met.value != "met":
        return finding("not_due", "implementation.condition", duty.records)
    if due and due.end and due.end > today:
        return finding("not_due", "implementation.not_due", duty.records, day)
    if missed:
        voices = ", ".join(dict.fromkeys(source_words(record) for record in missed))
        return finding("0", "implementation.missed", missed, voices)
    if breaches:
        claims = tuple(id_ for v in breaches for id_ in v.claims)
        return Finding("not_assessable", finding("", "implementation.accused", (), len(breaches)).reason, claims)
    told_of = bool(SIGNS.get(duty.action)) or _in_words(duty)
    if due and due.end == today:
        return finding("not_due", "implementation.not_due", duty.records, day)  # the day itself is not over
    if due and due.end and told_of:
        return finding("overdue", "implementation.overdue", duty.records, day)
    key = "implementation.silence" if told_of else "implementation.unseen"
    return finding("not_assessable", key, duty.records)


def _in_words(duty: Stated) -> bool:
    """Whether a report could tell in the duty's own words that it was done; of another nothing here could tell."""
    return duty.action in ACTIONS and any(isinstance(r.claim.slots.get("object"), Span) for r in duty.records)


def _degree(duty: Stated, done: Sequence[Record], breaches: Sequence[Violation], *, whole: bool) -> Finding:
    voices = ", ".join(dict.fromkeys(source_words(record) for record in done))
    if duty.action == "cease_hostilities":
        key = "implementation.in_effect_broken" if breaches else "implementation.in_effect"
        return finding("1", key, done, voices, len(breaches))
    if whole or duty.action in AT_ONCE:
        return finding("3", "implementation.done", done, voices)
    days = {facts(r).days.first for r in done if facts(r).days.exact}
    if len(days) > 1:
        return finding("2", "implementation.goes_on", done, voices, len(days))
    return finding("1", "implementation.begun", done, voices)


def _late(duty: Stated, done: Sequence[Record], due: Dating | None, found: Finding) -> Finding:
    """The degree, and that it was late, where the first day on which it is told of is behind the one by which it was
    due; of what is told without a day, in a report from before, nobody says that it was."""
    if due is None or due.end is None or duty.action == "cease_hostilities":
        return found
    end, days = due.end.toordinal(), [facts(r).days for r in done]
    given = [day.opening if day.dated else day.published for day in days]
    first = min((day for day in given if day is not None), default=None)
    exact = {day.opening for day in days if day.exact}
    if first is None or first <= end or first not in exact or None in given:
        return found
    args = (found.reason, date.fromordinal(first).isoformat(), due.end.isoformat())
    return replace(found, reason=finding("", "implementation.late", (), *args).reason)


def _verification(done: Sequence[Record], breaches: Sequence[Violation], parties: Sequence[Actor]) -> Finding:
    if breaches:
        order = ("substantiated", "under_investigation", "alleged")
        worst = min(breaches, key=lambda v: (order.index(v.verification.value), v.id))
        return worst.verification
    if not done:
        return finding("undetermined", "verification.nothing")
    third = [r for r in _outsiders(done, parties) if _voices(r)]
    if third:
        return finding("substantiated", "verification.third_party", third, source_words(third[0]))
    return finding("alleged", "verification.said", done, ", ".join(dict.fromkeys(map(source_words, done))))


def _outsiders(records: Sequence[Record], parties: Sequence[Actor]) -> list[Record]:
    """The claims that are no party's word."""
    circle = who.Circle(parties, who.COMPATRIOTS)
    return [r for r in records if not circle.has_any(_voices(r))]


def _voices(record: Record) -> list[Actor]:
    return [filler.actor for filler in tellers(record.claim) if filler.actor]


def _attribution(breaches: Sequence[Violation], done: Sequence[Record]) -> Finding:
    if not breaches:
        return finding("unattributed", "attribution.none", done)
    claims = tuple(id_ for v in breaches for id_ in v.claims)
    accused = list(dict.fromkeys(party.name for v in breaches for party in v.accused))
    voices = ", ".join(dict.fromkeys(voice for v in breaches for voice in v.by))
    if not accused:
        return Finding("unattributed", finding("", "attribution.nobody", (), voices).reason, claims)
    return Finding("party", finding("", "attribution.party", (), ", ".join(accused), voices).reason, claims)


def _intent(breaches: Sequence[Violation]) -> Finding:
    claims = tuple(id_ for v in breaches for id_ in v.claims)
    return Finding("unknown", finding("", "intent.unknown").reason, claims)


def _observability(
    done: Sequence[Record],
    breaches: Sequence[Violation],
    parties: Sequence[Actor],
    books: Lookup,
    since: int | None,
    reports: frozenset[str],
) -> Finding:
    """Seen, where somebody who is no party tells of it; access denied, where the books say that nobody is let in."""
    told = {id_ for v in breaches for id_ in (*v.claims, *v.denied)}
    tellers = books.ordered(told | {record.id for record in done}) if told else done
    outside = _outsiders(tellers, parties)
    if outside:
        return finding("observed", "observability.observed", outside, source_words(outside[0]))
    shut = [
        held.record
        for held in books.said_in(reports, "event", "act", ("closure", "blockade"))
        if held.claim.status == "asserted" and held.days.dated and since is not None and (held.days.first or 0) >= since
    ]
    if shut:
        return finding("access_denied", "observability.access_denied", shut)
    if tellers:
        return finding(
            "not_reported", "observability.parties_only", tellers, ", ".join(dict.fromkeys(map(source_words, tellers)))
        )
    return finding("not_reported", "observability.not_reported")
