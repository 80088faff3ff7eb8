"""How tolls are laid out as tables: a range for each incident with every figure, sums, and series."""

from __future__ import annotations

from gencatan.cli.sheets import Line, Sheet, day, days, label, number, short, what
from gencatan.i18n import Message, Strings
from gencatan.views.tolls import Figure, Toll, Tolls


def tolls(answer: Tolls, strings: Strings) -> list[Sheet]:
    """Ranges by incident with every source, the period's sums, the series."""
    found = [_toll(toll, strings) for toll in answer.incidents]
    if answer.totals:
        found.append(_totals(answer, strings))
    if answer.series:
        found.append(_series(answer, strings))
    if answer.left_out:
        found.append(Sheet("", (), (), (), (strings.say(Message("books.tolls_left_out", (answer.left_out,))),)))
    return found


def _toll(toll: Toll, strings: Strings) -> Sheet:
    named = what(strings, f"event.act.{toll.what}" if toll.what else "", "casualty")
    whom = label(strings, f"books.whom.{toll.whom}") + (f" ({toll.country})" if toll.country else "")
    known = (days(strings, toll.start, toll.end), toll.place or "–")
    facts = " · ".join([*(part for part in known if part != "–"), f"[{short(toll.incident)}]"])
    harm = strings[f"value.casualty.harm.{toll.harm}"]
    ranged = span(strings, *toll.shown, toll.open)
    if (one := toll.as_said) is not None:
        ranged = number(strings, one.low, one.high, one.hedge)
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
    elif figure.why == "part":
        gone = (strings["books.part"],)
    elif figure.why:
        gone = (strings[f"status.{item.meant or figure.why}"],)
    own = item.source.key.startswith("outlet:")
    return Line(
        (
            number(strings, figure.low, figure.high, figure.hedge),
            strings["page.own_voice"] if own else item.source.name,
            item.report,
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
            ),
            remarks=(" ".join(map(short, total.of)),),
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
                number(strings, point.figure.low, point.figure.high, point.figure.hedge),
                point.figure.cite.source.name,
                point.figure.cite.report,
                short(point.figure.cite.claim),
            ),
            words=point.figure.cite.words[:1],
        )
        for point in answer.series
    )
    return Sheet(strings["books.series"], columns, (0, 0, 0, 3, 3, 0), lines, (strings["books.series_note"],))
