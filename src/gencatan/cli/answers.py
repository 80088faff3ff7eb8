"""How each answer is laid out as tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gencatan.cli.answers_agreements import agreements, scorecard
from gencatan.cli.answers_tolls import tolls
from gencatan.cli.said import said_otherwise
from gencatan.cli.sheets import (
    Line,
    Sheet,
    badge,
    day,
    days,
    label,
    marked,
    number,
    quoted,
    said,
    short,
    sources,
    what,
)
from gencatan.i18n import Message, Strings
from gencatan.reconcile.compliance.engagements import HELD
from gencatan.views.actors import Actors
from gencatan.views.brief import Brief, Change
from gencatan.views.calendar import Calendar
from gencatan.views.contradictions import Contradictions
from gencatan.views.dossier import Dossier
from gencatan.views.found import Found
from gencatan.views.listing import Conflicts
from gencatan.views.log import Log
from gencatan.views.meetings import Meetings
from gencatan.views.territory import Holding, Territory
from gencatan.views.timeline import Entry, Timeline

NAMES_SHOWN = 4
ACTORS_SHOWN = 40
_DAY_LENGTH = len("2023-09-20")


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
                _told(entry, strings),
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
        (strings["books.timeline_note"],) if any(entry.reports > 1 for entry in found) else (),
    )


def _told(entry: Entry, strings: Strings) -> str:
    """How it is meant, what it is, and to whom it is done."""
    told = what(strings, entry.told, entry.kind)
    if entry.sort:
        told = f"{label(strings, f'value.{entry.sort}')} {told}"
    if entry.count is not None:
        told = f"{number(strings, entry.count.min, entry.count.max, entry.count.hedge)} {told}"
    told = badge(strings, entry.meant or entry.status) + told
    return f"{told}: {', '.join(entry.whom)}" if entry.whom else told


def territory(answer: Territory, strings: Strings) -> list[Sheet]:
    """Who holds what, next to whose it is in law."""
    found = []
    for land in answer.lands:
        columns = tuple(strings[f"books.{name}"] for name in ("when", "what", "whom_by", "said", "says", "id"))
        held = [*land.de_jure, *land.holders, *land.people]
        title = f"{strings['dossier.territory']}: {land.name}"
        found.append(Sheet(title, columns, (0, 2, 2, 0, 3, 0), tuple(_holding(one, strings) for one in held)))
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
            marked(strings, holding.cites[0]) + relation + extent,
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
    # Ids stand whole: they go into definitions of conflicts.
    return [Sheet(strings["books.actors"], columns, (0, 1, 0, 0, 4), lines, tuple(notes))]


def contradictions(answer: Contradictions, strings: Strings) -> list[Sheet]:
    """Pairs of claims that cannot both hold, each with its words."""
    columns = tuple(strings[f"books.{name}"] for name in ("why", "says", "against", "id"))
    lines = tuple(
        Line(
            (
                label(strings, f"books.because.{pair.why}"),
                marked(strings, pair.one) + said(pair.one),
                marked(strings, pair.other) + said(pair.other),
                short(pair.judgement),
            ),
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
                (
                    short(one.claim),
                    marked(strings, one) + what(strings, told, one.kind),
                    said(one),
                ),
                one.words[:1],
            )
            for one, told in zip(hit.cites, hit.what, strict=True)
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
    notes = (strings.say(Message("books.calendar_left_out", (answer.left_out,))),) if answer.left_out else ()
    return [Sheet(strings["books.calendar"], columns, (0, 0, 4, 4, 3, 3, 0), lines, notes)]


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
    if held.known.told and not held.known.asked:
        notes.insert(0, strings.say(held.known.told))
    if held.first and held.last:
        notes.append(days(strings, held.first, held.last))
    if answer.conflict:
        sides = ", ".join(party.name[strings.language] for party in answer.conflict.parties)
        notes.append(f"{strings['books.parties']}: {sides}")
    if held.left_out:
        named = ", ".join(f"“{name}”" for name in held.left_out_of[:NAMES_SHOWN])
        more = " …" if len(held.left_out_of) > NAMES_SHOWN else ""
        given = (held.left_out, len(held.left_out_of), named + more)
        notes.append(strings.say(Message("books.left_out", given)))
    found = [Sheet(title, (), (), (), tuple(notes)), *agreements(answer.agreements, strings)]
    if answer.pledges.obligations:
        found.append(scorecard(answer.pledges.obligations, strings, strings["books.pledges"]))
    found += meetings(answer.meetings, strings)
    found += tolls(answer.tolls, strings)
    found += territory(answer.territory, strings)
    found += contradictions(answer.contradictions, strings)
    found += timeline(answer.timeline, strings)
    if answer.statements.entries:
        found.append(_said(answer.statements.entries, strings))
    return [sheet for sheet in found if sheet.lines or sheet.notes]


def brief(answer: Brief, strings: Strings) -> list[Sheet]:
    """What is new, what changed."""
    key = "books.new_since_day" if len(answer.since) == _DAY_LENGTH else "books.new_since"
    facts = strings.say(Message(key, (answer.since, len(answer.reports), answer.claims)))
    found = [Sheet(strings["books.brief"], (), (), (), (facts,))]
    if answer.changes:
        columns = tuple(strings[f"books.{name}"] for name in ("sort", "who", "what", "was", "now", "id"))
        lines = tuple(
            Line(
                (
                    strings[f"books.sorts.{change.sort}"],
                    ", ".join(change.who) or _which_toll(change, strings),
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
    if answer.said:
        found.append(_said(answer.said, strings))
    if answer.obligations:
        found.append(scorecard(answer.obligations, strings, strings["books.new_obligations"]))
    if answer.contradictions:
        found += contradictions(Contradictions(answer.contradictions, ()), strings)
    return found


def _said(found: Sequence[Entry], strings: Strings) -> Sheet:
    """Demands, appeals, promises and the like, by the day of the first report that tells them."""
    columns = tuple(strings[f"books.{name}"] for name in ("said", "who", "what", "says", "id"))
    lines = tuple(
        Line(
            (
                day(entry.first_told),
                ", ".join(entry.who),
                _told(entry, strings),
                sources(entry.sources) + (f" ({entry.reports})" if entry.reports > 1 else ""),
                short(entry.id),
            ),
            words=entry.lead.words[:1],
        )
        for entry in found
    )
    return Sheet(strings["books.new_said"], columns, (0, 4, 4, 4, 0), lines)


def _which_toll(change: Change, strings: Strings) -> str:
    """Whose a toll is, where and when."""
    whom = label(strings, f"books.whom.{change.whom}") if change.whom else ""
    whom += f" ({change.country})" if change.country else ""
    when = days(strings, change.start, change.end) if change.start or change.end else ""
    return " · ".join(part for part in (whom, change.place, when) if part)


def _state(code: str, sort: str, strings: Strings) -> str:
    if sort in ("toll", "violation"):  # a number: "3" is no state of a duty
        return re.sub(r"\d+", lambda found: strings.number(int(found[0])), code)
    key = f"value.agreement.stage.{code}" if sort == "agreement" else f"books.state.{code}"
    return label(strings, key, code)
