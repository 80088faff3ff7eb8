"""The questions asked of a ledger, a command each; how they are answered is `gencatan.views`' business."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from gencatan.cli.asking import (
    Address,
    AnswerFormat,
    AnswerWritten,
    AsOf,
    AsRecorded,
    ConflictName,
    DossierFormat,
    Lang,
    TableLang,
    asked,
    chosen_of,
    opened,
    write,
)
from gencatan.cli.console import plain_errors, say
from gencatan.errors import UsageError
from gencatan.model.vocabulary import KINDS

_PAGES = (".html", ".htm")

From = Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day of a period.")]
To = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Its last day.")]
Kinds = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="KIND", help="Only this kind of claim (see `gencatan kinds`). May be repeated."),
]

SearchWords = Annotated[
    list[str],
    typer.Argument(metavar="WORDS...", help='All must stand in the report; "two words" in a row, perang* begins so.'),
]
Limit = Annotated[int, typer.Option(min=1, max=1000, help="How many reports at most.")]
Since = Annotated[str, typer.Option("--since", metavar="TIME", help="From when on. Of a date the day itself is in.")]
PageFile = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write the page to FILE, whole or not at all.")
]
DossierWritten = Annotated[
    DossierFormat | None,
    typer.Option("--format", help="Default: a page with -o, a table on a terminal, JSON lines in a pipe."),
]
IcsFile = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write an .ics file to FILE.")]


def timeline(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    start: From = None,
    end: To = None,
    kind: Kinds = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """What happened, day by day: each incident, meeting and step of an agreement once."""
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli import answers
        from gencatan.views import timeline as view

        answer = view.timeline(desk, *_period(start, end), _kinds(kind) or view.DEFAULT)
        write(answer, written, lang, answers.timeline)


def tolls(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    start: From = None,
    end: To = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """How many were harmed: low, best and high for each incident and in all, with every source.

    Figures that were replaced are shown and in no sum. People displaced are a series.
    """
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli.answers_tolls import tolls as draw
        from gencatan.views.tolls import tolls as view

        write(view(desk, *_period(start, end)), written, lang, draw)


def territory(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Who holds what since when, as reported, next to whose it is in law."""
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli import answers
        from gencatan.views.territory import territory as view

        write(view(desk), written, lang, answers.territory)


def actors(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Who appears: as what, how often, by which names, and as whose word."""
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli import answers
        from gencatan.views.actors import actors as view

        write(view(desk), written, lang, answers.actors)


def contradictions(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Claims that cannot both hold, and reviews that do not agree; nothing is settled here."""
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli import answers
        from gencatan.views.contradictions import contradictions as view

        write(view(desk), written, lang, answers.contradictions)


def _period(start: str | None, end: str | None) -> tuple[date | None, date | None]:
    first, last = _day("--from", start), _day("--to", end)
    if first and last and first > last:
        raise UsageError(f"--from {start} is later than --to {end}")
    return first, last


def _day(option: str, given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given is not None else None
    except ValueError as error:
        raise UsageError(f"{option} {given!r} is no date, as 2023-09-20") from error


def _kinds(given: list[str] | None) -> tuple[str, ...]:
    unknown = sorted(set(given or ()) - set(KINDS))
    if unknown:
        raise UsageError(f"--kind {unknown[0]}: no such kind; kinds: {', '.join(KINDS)}")
    return tuple(given or ())


def meetings(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Who met or was to meet: held, scheduled, called off, or no news."""
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli import answers
        from gencatan.views.meetings import meetings as view

        write(view(desk), written, lang, answers.meetings)


def search(
    words: SearchWords,
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    limit: Limit = 20,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Reports with all of the words, the newest first, and the claims that rest on them."""
    with plain_errors(), opened(ledger) as books:
        from gencatan.cli import answers
        from gencatan.views.found import found as view

        desk = books.desk(conflict, as_of=as_of, as_recorded=as_recorded) if conflict else None
        hits = books.search(" ".join(words), conflict, limit=limit, as_of=as_of, as_recorded=as_recorded)
        answer = view(hits, desk)
        if not answer.hits:
            say(_not_found(words))
            if chosen_of(written) is AnswerFormat.TABLE:
                return  # that was all there is to say
        write(answer, written, lang, answers.found)


def _not_found(words: Sequence[str]) -> str:
    """That no report has all of the words, as they were understood."""
    from gencatan.ledger.words import parse_query

    asked = " ".join(words)
    terms = parse_query(asked)
    told = ", ".join(f"“{' '.join(term.words)}{'*' * term.open_end}”" for term in terms)
    if {"AND", "OR", "NOT"} & set(asked.split()):
        told += "; AND, OR and NOT are words like others"
    if asked.count('"') % 2:
        told += "; a quotation mark is not closed"
    return f"no report has all of: {told}"


def calendar(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    output: IcsFile = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Days of meetings and deadlines of obligations; with -o as an .ics file for any calendar program."""
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli import answers
        from gencatan.views.calendar import calendar as view

        answer = view(desk)
        if output is None:
            write(answer, written, lang, answers.calendar)
            return
        from gencatan.cli.output import Whole
        from gencatan.export.ics import to_ics
        from gencatan.i18n import strings

        with Whole(output) as out:
            out.text(to_ics(answer, strings(lang)).decode("utf-8"))


def agreements(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Agreements with their parties, mediators, stages, violations as alleged, and obligations."""
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli.answers_agreements import agreements as draw
        from gencatan.views.agreements import agreements as view

        write(view(desk), written, lang, draw)


def obligations(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """The scorecard: who must do what by when, and where each duty stands, with claims and reasons.

    No report is not compliance.
    """
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        from gencatan.cli.answers_agreements import obligations as draw
        from gencatan.views.obligations import obligations as view

        write(view(desk), written, lang, draw)


def dossier(
    ledger: Address,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    output: PageFile = None,
    written: DossierWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """Everything about a conflict: agreements, obligations, talks, tolls, territory, timeline, what is disputed.

    As a page (-o FILE.html) it is one file that needs no network, in both languages of the interface. As CSV it is one
    table of a few columns for all its parts; each question alone has all its own.
    """
    with plain_errors(), asked(ledger, conflict, as_of, as_recorded, lang) as desk:
        if output is not None and written not in (None, DossierFormat.HTML):
            raise UsageError(f"-o is for the page; for {written} write stdout to a file: … > {output}")
        if output is not None and output.suffix.lower() not in _PAGES:
            raise UsageError(f"{output}: a dossier is written as a page, -o FILE.html; else --format json|jsonl|csv")
        from gencatan.cli import answers
        from gencatan.views.dossier import dossier as view
        from gencatan.views.register import register

        answer = view(desk)
        if output is not None or written is DossierFormat.HTML:
            from gencatan.cli.output import Whole
            from gencatan.export.dossier import dossier_page

            with Whole(output) as out:
                out.text(dossier_page(answer, language=lang))
            return
        chosen = AnswerFormat(written) if written is not None else None
        write(answer, chosen, lang, answers.dossier, lambda: register(answer))


def diff(
    ledger: Address,
    since: Since,
    conflict: ConflictName = None,
    as_of: AsOf = None,
    as_recorded: AsRecorded = None,
    written: AnswerWritten = None,
    lang: TableLang = Lang.EN,
) -> None:
    """The morning brief: what is new since a time, what changed, and nothing else.

    With --as-recorded, since and until then by when it came into the ledger; else by when it was published.
    """
    with plain_errors(), opened(ledger) as books:
        from gencatan.cli import answers

        option, until = ("--as-of", as_of) if as_recorded is None else ("--as-recorded", as_recorded)
        if until is not None and not books.in_order(since, until, conflict):
            raise UsageError(f"--since {since} is later than {option} {until}")
        answer = books.brief(since, conflict, as_of=as_of, as_recorded=as_recorded, language=lang)
        write(answer, written, lang, answers.brief)
