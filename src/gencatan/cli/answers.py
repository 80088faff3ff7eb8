"""How each answer is laid out as tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gencatan.cli.said import said_otherwise
from gencatan.cli.sheets import Line, Sheet, badge, day, days, label, number, quoted, said, short, sources, what
from gencatan.i18n import Message, Strings
from gencatan.views.actors import Actors
from gencatan.views.agreements import Agreement, Agreements, Violation
from gencatan.views.brief import Brief
from gencatan.views.calendar import Calendar
from gencatan.views.contradictions import Contradictions
from gencatan.views.dossier import Dossier
from gencatan.views.found import Found
from gencatan.views.listing import Conflicts
from gencatan.views.log import Log
from gencatan.views.meetings import HELD, Meetings
from gencatan.views.obligations import Obligation, Obligations
from gencatan.views.territory import Holding, Territory
from gencatan.views.timeline import Entry, Timeline
from gencatan.views.tolls import Figure, Toll, Tolls
from gencatan.views.trail import Trail

NAMES_SHOWN = 4
ACTORS_SHOWN = 40
CITED = 3


def timeline(answer: Timeline, strings: Strings) -> list[Sheet]:
    """What happened, by day."""
    return [entries(answer.entries, strings, strings["books.timeline"])]


def entries(found: Sequence[Entry], strings: Strings, title: str) -> Sheet:
    """Entries of a timeline as one table."""
    columns = ("when", "who", "what", "where", "says", "id")
    lines = tuple(
        Line(
            (
                days(strings, entry.start, entry.end, entry.precision),
                ", ".join(entry.who),
                badge(strings, entry.meant or entry.status) + what(strings, entry.what, entry.kind),
                entry.place or "",
                sources(entry.sources) + (f" ({entry.reports})" if entry.reports > 1 else ""),
                short(entry.id),
            ),
            words=entry.lead.words[:1],
        )
        for entry in found
    )
    return Sheet(
        title,
        tuple(strings[f"books.{name}"] for name in columns),
        (0, 4, 4, 4, 5, 0),
        lines,
        (strings["books.timeline_note"],) if lines else (),
    )


def tolls(answer: Tolls, strings: Strings) -> list[Sheet]:
    """Ranges by incident with every source, the period's sums, the series."""
    found = [_toll(toll, strings) for toll in answer.incidents]
    if answer.totals:
        found.append(_totals(answer, strings))
    if answer.series:
        found.append(_series(answer, strings))
    return found


def _toll(toll: Toll, strings: Strings) -> Sheet:
    named = what(strings, f"event.act.{toll.what}" if toll.what else "", "casualty")
    whom = label(strings, f"books.whom.{toll.whom}") + (f" ({toll.country})" if toll.country else "")
    known = (days(strings, toll.start, toll.end), toll.place or "–")
    facts = " · ".join([*(part for part in known if part != "–"), f"[{short(toll.incident)}]"])
    harm = strings[f"value.casualty.harm.{toll.harm}"]
    ranged = span(strings, toll.low, toll.best, toll.high, toll.open)
    title = f"{named}: {harm}, {whom}: {ranged} · {facts}"
    columns = tuple(strings[f"books.{name}"] for name in ("figure", "says", "report", "said", "id"))
    lines = tuple(_figure(figure, strings) for figure in toll.figures)
    notes = (strings["books.long"],) if toll.long else ()
    return Sheet(title, columns, (0, 3, 3, 0, 0), lines, notes)


def _figure(figure: Figure, strings: Strings) -> Line:
    item = figure.cite
    gone: tuple[str, ...] = ()
    if figure.why == "superseded":
        gone = (strings.say(Message("books.superseded", (short(figure.by),))),)
    elif figure.why:
        gone = (strings[f"status.{figure.why}"],)
    own = item.source.key.startswith("outlet:")
    return Line(
        (
            number(strings, figure.low, figure.high),
            strings["page.own_voice"] if own else item.source.name,
            item.outlet or item.document,
            day(item.published),
            short(item.claim),
        ),
        words=item.words[:1],
        remarks=gone,
        dim=bool(figure.why),
    )


def span(strings: Strings, low: int, best: int, high: int, is_open: bool) -> str:
    """`32–200+ (best 192)`, or one number where all say the same."""
    more = "+" if is_open else ""
    if low == high:
        return strings.number(low) + more
    return strings.say(Message("books.range", (low, strings.number(high) + more, best)))


def _totals(answer: Tolls, strings: Strings) -> Sheet:
    columns = tuple(strings[f"books.{name}"] for name in ("harm", "low", "best", "high", "incidents"))
    lines = tuple(
        Line(
            (
                strings[f"value.casualty.harm.{total.harm}"],
                strings.number(total.low),
                strings.number(total.best),
                strings.number(total.high) + ("+" if total.open else ""),
                str(total.incidents),
            )
        )
        for total in answer.totals
    )
    title = strings["books.totals"]
    if answer.start or answer.end:
        title += f", {days(strings, answer.start, answer.end)}"
    return Sheet(title, columns, (0, 0, 0, 0, 0), lines, (strings["books.totals_note"],))


def _series(answer: Tolls, strings: Strings) -> Sheet:
    columns = tuple(strings[f"books.{name}"] for name in ("said", "harm", "figure", "says", "report", "id"))
    lines = tuple(
        Line(
            (
                day(point.day),
                strings[f"value.casualty.harm.{point.harm}"],
                number(strings, point.figure.low, point.figure.high),
                point.figure.cite.source.name,
                point.figure.cite.outlet or "",
                short(point.figure.cite.claim),
            ),
            words=point.figure.cite.words[:1],
        )
        for point in answer.series
    )
    return Sheet(strings["books.series"], columns, (0, 0, 0, 3, 3, 0), lines, (strings["books.series_note"],))


def territory(answer: Territory, strings: Strings) -> list[Sheet]:
    """Who holds what, next to whose it is in law."""
    found = []
    for land in answer.lands:
        columns = tuple(strings[f"books.{name}"] for name in ("when", "what", "whom_by", "said", "says", "id"))
        held = [*land.de_jure, *land.holders, *land.people]
        found.append(Sheet(land.name, columns, (0, 2, 2, 0, 3, 0), tuple(_holding(one, strings) for one in held)))
    if found:
        found[-1] = Sheet(
            found[-1].title, found[-1].columns, found[-1].shares, found[-1].lines, (strings["books.territory_note"],)
        )
    return found


def _holding(holding: Holding, strings: Strings) -> Line:
    relation = strings[f"value.territory.relation.{holding.relation}"]
    extent = f" ({strings[f'value.territory.extent.{holding.extent}']})" if holding.extent else ""
    return Line(
        (
            days(strings, holding.start, holding.end, holding.precision),
            badge(strings, holding.status) + relation + extent,
            ", ".join(holding.by),
            day(holding.said),
            sources([item.source for item in holding.cites]),
            short(holding.cites[0].claim),
        ),
        words=holding.cites[0].words[:1],
    )


def actors(answer: Actors, strings: Strings) -> list[Sheet]:
    """Who appears, as what, by which names."""
    columns = tuple(strings[f"books.{name}"] for name in ("actor", "party", "claims", "quoted", "names"))
    lines = tuple(
        Line((part.id, part.party, str(part.claims), str(part.quoted), "; ".join(part.names[:NAMES_SHOWN])))
        for part in answer.actors[:ACTORS_SHOWN]
    )
    more = len(answer.actors) - ACTORS_SHOWN
    notes = [strings.say(Message("books.more", (more,)))] if more > 0 else []
    if answer.unknown:
        notes.append(strings.say(Message("books.unknown_names", (len(answer.unknown),))))
    return [Sheet(strings["books.actors"], columns, (2, 1, 0, 0, 4), lines, tuple(notes))]


def contradictions(answer: Contradictions, strings: Strings) -> list[Sheet]:
    """Pairs of claims that cannot both hold, each with its words."""
    columns = tuple(strings[f"books.{name}"] for name in ("why", "says", "against", "id"))
    lines = tuple(
        Line(
            (label(strings, f"books.because.{pair.why}"), said(pair.one), said(pair.other), short(pair.judgement)),
            remarks=(quoted(pair.one), quoted(pair.other)),
        )
        for pair in answer.pairs
    )
    found = [Sheet(strings["books.contradictions"], columns, (0, 3, 3, 0), lines)]
    if answer.disputed:
        columns = tuple(strings[f"books.{name}"] for name in ("id", "action", "reviewer", "said"))
        lines = tuple(
            Line((short(one.claim), label(strings, f"books.action_{one.action}"), one.reviewer, one.at[:16]))
            for one in answer.disputed
        )
        found.append(Sheet(strings["books.disputed"], columns, (0, 0, 0, 0), lines))
    return found


def trail(answer: Trail, strings: Strings) -> list[Sheet]:
    """A claim with everything that stands beside it."""
    item = answer.cite
    head = answer.document
    facts = " · ".join(
        part for part in (head.outlet, str(head.published or ""), head.language, head.title, head.source_uri) if part
    )
    about = Sheet(
        f"{badge(strings, item.status)}{label(strings, f'kind.{item.kind}')} {item.claim}",
        tuple(strings[f"books.{name}"] for name in ("says", "report", "confidence")),
        (3, 3, 0),
        (Line((item.source.name, head.id, strings.number(item.confidence)), words=item.words),),
        (facts, *_past(answer, strings)),
    )
    found = [about]
    for group in answer.groups:
        lines = tuple(
            Line((short(one.claim), badge(strings, one.status) + said(one)), words=one.words[:1]) for one in group.cites
        )
        title = f"{strings[f'books.group.{group.kind}']} {short(group.id)} ({len(group.cites)})"
        found.append(Sheet(title, (strings["books.id"], strings["books.says"]), (0, 1), lines))
    if answer.judgements:
        columns = tuple(strings[f"books.{name}"] for name in ("judgement", "one", "other", "score", "why", "id"))
        lines = tuple(
            Line(
                (
                    label(strings, f"books.relation.{one.relation}"),
                    short(one.one),
                    short(one.other),
                    strings.number(one.score),
                    " ".join(one.reason),
                    short(one.id),
                )
            )
            for one in answer.judgements
        )
        found.append(Sheet(strings["books.judgements"], columns, (0, 0, 0, 0, 1, 0), lines))
    if answer.reviews:
        columns = tuple(strings[f"books.{name}"] for name in ("said", "reviewer", "action", "note"))
        lines = tuple(
            Line(
                (
                    one.at[:16],
                    one.reviewer,
                    label(strings, f"books.action_{one.action}"),
                    str(one.body.get("words", "")),
                ),
                remarks=said_otherwise(one, strings),
            )
            for one in answer.reviews
        )
        found.append(Sheet(strings["books.reviews"], columns, (0, 0, 0, 1), lines))
    return found


def _past(answer: Trail, strings: Strings) -> Iterator[str]:
    """Where the words stand, which readers read them, which claims came before and after."""
    at = ", ".join(f"{span['start']}–{span['end']}" for span in answer.claim["evidence"])
    yield strings.say(Message("books.characters", (at,)))
    if answer.readings:
        yield strings.say(Message("books.read_by", (", ".join(answer.readings),)))
    for key, ids in (("older", answer.older), ("newer", answer.newer)):
        if ids:
            yield strings.say(Message(f"books.{key}", (", ".join(map(short, ids)),)))


def conflicts(answer: Conflicts, strings: Strings) -> list[Sheet]:
    """The conflicts that are known."""
    columns = tuple(strings[f"books.{name}"] for name in ("id", "parties", "mediators", "period", "zone", "claims"))
    lines = tuple(
        Line(
            (
                one.conflict.id,
                ", ".join(party.name[strings.language] for party in one.conflict.parties),
                ", ".join(party.name[strings.language] for party in one.conflict.mediators),
                days(strings, one.conflict.start, one.conflict.end),
                str(one.conflict.zone),
                "" if one.claims is None else strings.number(one.claims),
            )
        )
        for one in answer.conflicts
    )
    notes = () if answer.unassigned is None else (strings.say(Message("books.unassigned", (answer.unassigned,))),)
    return [Sheet(strings["books.conflicts"], columns, (0, 2, 2, 0, 0, 0), lines, notes)]


def reviews(answer: Log, strings: Strings) -> list[Sheet]:
    """What people said of claims."""
    columns = tuple(strings[f"books.{name}"] for name in ("id", "said", "reviewer", "action", "claims", "note"))
    lines = tuple(
        Line(
            (
                short(one.review.id),
                one.review.at[:16],
                one.review.reviewer,
                label(strings, f"books.action_{'undo' if 'undoes' in one.review.body else one.review.action}"),
                " ".join(short(target) for target in one.review.targets),
                str(one.review.body.get("words", "")),
            ),
            remarks=(
                *said_otherwise(one.review, strings),
                *((label(strings, f"books.waits.{one.why}"),) if one.why else ()),
            ),
        )
        for one in answer.reviews
    )
    return [Sheet(strings["books.reviews"], columns, (0, 0, 0, 0, 2, 3), lines)]


def found(answer: Found, strings: Strings) -> list[Sheet]:
    """Reports with the words that were looked for, and the claims that rest on them."""
    sheets = []
    for hit in answer.hits:
        head = hit.document
        title = " · ".join(str(part) for part in (head.title or head.id, head.outlet, head.published) if part)
        columns = tuple(strings[f"books.{name}"] for name in ("id", "what", "says"))
        lines = tuple(
            Line(
                (short(one.claim), badge(strings, one.status) + label(strings, f"kind.{one.kind}"), said(one)),
                one.words[:1],
            )
            for one in hit.cites
        )
        notes = (f"… {hit.snippet} …",) if hit.snippet else ()
        sheets.append(Sheet(title, columns, (0, 2, 4), lines, notes))
    return sheets


def meetings(answer: Meetings, strings: Strings) -> list[Sheet]:
    """Who met or was to meet."""
    columns = tuple(strings[f"books.{name}"] for name in ("when", "who", "what", "where", "outcome", "says", "id"))
    lines = tuple(
        Line(
            (
                days(strings, one.start, one.end),
                ", ".join(one.participants),
                strings[f"value.meeting.format.{one.format}"],
                one.place or "",
                strings[f"books.state.{one.outcome}"],
                sources(one.sources),
                short(one.id),
            ),
            words=one.because[0].words[:1] if one.because else (),
            remarks=(strings.say(one.why.reason),) if one.why and one.outcome != HELD else (),
        )
        for one in answer.meetings
    )
    return [Sheet(strings["books.meetings"], columns, (0, 5, 2, 3, 3, 4, 0), lines)]


def calendar(answer: Calendar, strings: Strings) -> list[Sheet]:
    """Days of meetings and deadlines."""
    columns = tuple(strings[f"books.{name}"] for name in ("when", "sort", "who", "what", "where", "state_name", "id"))
    lines = tuple(
        Line(
            (
                days(strings, one.start, one.end),
                strings[f"books.{one.sort}"],
                ", ".join(one.who),
                strings[f"value.{one.what}"] + (f" ({one.detail})" if one.detail else ""),
                one.place or "",
                strings[f"books.state.{one.state}"],
                short(one.id),
            )
        )
        for one in answer.appointments
    )
    return [Sheet(strings["books.calendar"], columns, (0, 0, 4, 4, 3, 3, 0), lines)]


def agreements(answer: Agreements, strings: Strings) -> list[Sheet]:
    """Each agreement with its stages, its violations as alleged, and its obligations."""
    return [sheet for agreement in answer.agreements for sheet in _agreement(agreement, strings)]


def _agreement(agreement: Agreement, strings: Strings) -> list[Sheet]:
    named = agreement.name or strings[f"value.agreement.type.{agreement.type}"]
    day_ = agreement.declared or agreement.effective
    when = days(strings, day_.start, day_.end, day_.precision) if day_ else "–"
    title = f"{named}, {when}: {', '.join(agreement.parties) or '?'} [{short(agreement.id)}]"
    facts = [strings.say(Message("books.told_in", (agreement.reports,)))]
    if agreement.mediators:
        facts.insert(0, strings.say(Message("books.through", (", ".join(agreement.mediators),))))
    facts += [strings[f"books.form.{agreement.form.value}"], strings[f"books.cf_class.{agreement.cf_class.value}"]]
    columns = tuple(strings[f"books.{name}"] for name in ("stage", "when", "says", "id"))
    lines = tuple(
        Line(
            (
                badge(strings, step.status) + label(strings, f"value.agreement.stage.{step.stage}"),
                day(step.day),
                sources([item.source for item in step.cites]),
                short(step.cites[0].claim),
            ),
            words=step.cites[0].words[:1],
        )
        for step in agreement.history
    )
    notes = (" · ".join(facts), strings.say(agreement.stage.reason))
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
                ", ".join(one.accused) or "?",
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


def _obligation(obligation: Obligation, strings: Strings) -> Line:
    must = strings[f"value.obligation.action.{obligation.action}"] + (
        f": {obligation.object}" if obligation.object else ""
    )
    remarks = [strings.say(obligation.implementation.reason)]
    stated = {item.claim for item in obligation.cites}
    remarks += [f"  {quoted(item)}" for item in obligation.implementation.cites[:CITED] if item.claim not in stated]
    axes = ("verification", "attribution", "observability")
    values = ((name, getattr(obligation, name).value) for name in axes)
    remarks.append(
        " · ".join(f"{strings[f'books.{name}']}: {label(strings, f'books.state.{value}')}" for name, value in values)
    )
    if obligation.condition:
        met = obligation.condition_met.value if obligation.condition_met else "unknown"
        remarks.append(f"{strings['lead.if']} {obligation.condition} ({strings[f'books.condition_{met}']})")
    return Line(
        (
            ", ".join(obligation.obligor) or "?",
            must,
            day(obligation.deadline),
            label(strings, f"value.obligation.basis.{obligation.basis}") if obligation.basis else "",
            strings[f"books.state.{obligation.implementation.value}"],
            short(obligation.id),
        ),
        words=obligation.cites[0].words[:1],
        remarks=tuple(remarks),
    )


def dossier(answer: Dossier, strings: Strings) -> list[Sheet]:
    """All parts, the agreements first."""
    held = answer.holdings
    name = answer.conflict.name[strings.language] if answer.conflict else strings["books.everything"]
    until = answer.holdings.as_of
    title = name + (f" · {strings.say(Message('books.known_at', (until[:16].replace('T', ' '),)))}" if until else "")
    facts = Message(
        "books.rests_on", (held.reports, len(held.outlets), ", ".join(held.languages), sum(held.claims.values()))
    )
    notes = [strings.say(facts)]
    if held.first and held.last:
        notes.append(days(strings, held.first, held.last))
    if answer.conflict:
        sides = ", ".join(party.name[strings.language] for party in answer.conflict.parties)
        notes.append(f"{strings['books.parties']}: {sides}")
    found = [Sheet(title, (), (), (), tuple(notes)), *agreements(answer.agreements, strings)]
    if answer.pledges.obligations:
        found.append(scorecard(answer.pledges.obligations, strings, strings["books.pledges"]))
    found += meetings(answer.meetings, strings)
    found += tolls(answer.tolls, strings)
    found += territory(answer.territory, strings)
    found += contradictions(answer.contradictions, strings)
    found += timeline(answer.timeline, strings)
    return [sheet for sheet in found if sheet.lines or sheet.notes]


def brief(answer: Brief, strings: Strings) -> list[Sheet]:
    """What is new, what changed."""
    facts = strings.say(Message("books.new_since", (answer.since, len(answer.reports), answer.claims)))
    found = [Sheet(strings["books.brief"], (), (), (), (facts,))]
    if answer.changes:
        columns = tuple(strings[f"books.{name}"] for name in ("sort", "who", "what", "was", "now", "id"))
        lines = tuple(
            Line(
                (
                    strings[f"books.sorts.{change.sort}"],
                    ", ".join(change.who),
                    strings[f"value.{change.what}"],
                    _state(change.was, change.sort, strings),
                    _state(change.now, change.sort, strings),
                    short(change.id),
                )
            )
            for change in answer.changes
        )
        found.append(Sheet(strings["books.changes"], columns, (0, 4, 3, 2, 2, 0), lines))
    if answer.entries:
        found.append(entries(answer.entries, strings, strings["books.new"]))
    if answer.obligations:
        found.append(scorecard(answer.obligations, strings, strings["books.new_obligations"]))
    if answer.contradictions:
        found += contradictions(Contradictions(answer.contradictions, ()), strings)
    return found


def _state(code: str, sort: str, strings: Strings) -> str:
    key = f"value.agreement.stage.{code}" if sort == "agreement" else f"books.state.{code}"
    return label(strings, key, code)
