"""The page of a dossier: everything about a conflict with the words it rests on, in one file that needs no network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import sqrt
from typing import Final

from markupsafe import Markup

from gencatan import __version__
from gencatan.export.dates import day_words
from gencatan.export.render import Page, render
from gencatan.export.translate import Translator
from gencatan.export.wording import Words, count_words
from gencatan.i18n import LANGUAGES, Argument, Message, strings
from gencatan.model import Count
from gencatan.views.dossier import Dossier
from gencatan.views.obligations import Axis, Obligation
from gencatan.views.timeline import Entry
from gencatan.views.tolls import Figure, Toll
from gencatan.views.values import Cite, Source

STATES: Final = ("overdue", "0", "1", "2", "3", "not_due", "not_assessable")
"""Where a duty can stand, what presses first."""
AHEAD: Final = 6
"""Days to come that are shown at the top."""
SHOWN: Final = 2
"""Claims whose words are shown beside a reason; the others are folded."""
WIDTH: Final = 100.0
_THIN: Final = 0.6
"""How much of WIDTH the narrowest bar has, and half of it a mark."""
_DAY: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])(-\d{2})?")
_STEPS: Final = (1, 2, 5)
_FEWEST_TICKS: Final = 14.0
"""How far apart, of WIDTH, the numbers under a bar stand at least."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """A day to come: a meeting or a deadline, who has it, what it is, and the element that tells of it."""

    day: date
    sort: str
    who: tuple[str, ...]
    what: str
    target: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A number on the line of all tolls, and where it stands."""

    x: float
    number: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A toll's range on a line of WIDTH that all tolls share, so that the eye can compare them."""

    x: float
    width: float
    best: float


def dossier_page(answer: Dossier, *, language: str = LANGUAGES[0]) -> str:
    """A dossier as HTML. `language` is the interface's ("en", "id"), in which the answer's parties are named; the page
    switches, the reports' own words stay."""
    translator = Translator(language)
    translator.keep("number.group", "number.decimal", "dossier.shown")
    conflict = answer.conflict
    title = conflict.name if conflict else {code: strings(code)["books.everything"] for code in LANGUAGES}
    duties = [
        *(duty for deal in answer.agreements.agreements for duty in deal.obligations),
        *answer.pledges.obligations,
    ]
    sides = [*conflict.parties, *conflict.mediators] if conflict else []
    speak = Speaker(translator, {side.name[language]: side.name for side in sides})
    return render(
        "dossier.html.jinja",
        Page(language, f"{title[language]} · {translator.say('dossier.title')}", translator),
        look="dossier",
        answer=answer,
        title=title,
        speak=speak,
        duties=len(duties),
        standing=_standing(duties),
        ahead=_ahead(answer, duties),
        bar=partial(_bar, most=max((toll.high for toll in answer.tolls.incidents), default=0)),
        ticks=_ticks(max((toll.high for toll in answer.tolls.incidents), default=0)),
        summed=_summed(answer),
        span=_span,
        shown=SHOWN,
        axes=("verification", "attribution", "observability"),
        version=__version__,
    )


class Speaker:
    """Words what a dossier says. A party that the conflict names in both languages changes with the page's language."""

    def __init__(self, translator: Translator, sides: Mapping[str, Mapping[str, str]]) -> None:
        """`sides` are the names of the conflict's parties and mediators by the one that the answer has."""
        self._words = translator
        self._sides = sides

    def name(self, name: str) -> Markup:
        """A party in both languages, or words of a report."""
        both = self._sides.get(name)
        return self.both(both) if both is not None else self._words.quote(name)

    def both(self, names: Mapping[str, str]) -> Markup:
        """A name in the language that the page is in."""
        return Markup('<span data-en="{}" data-id="{}">{}</span>').format(
            names["en"], names["id"], names[self._words.language]
        )

    def names(self, names: Iterable[str], otherwise: str = "") -> Markup:
        """Several, with commas between; `otherwise` is the string for none."""
        found = Markup(", ").join(map(self.name, names))
        return found or (self._words.t(otherwise) if otherwise else Markup("–"))

    def when(self, start: date | None, end: date | None, precision: str | None = "day") -> Markup:
        """A day, a range, an open range; a dash where nobody says."""
        first, last = (day_words(day.isoformat(), precision or "day") if day else None for day in (start, end))
        told: list[Words]
        if first and last:
            told = [first] if first == last else [first, Message("when.to"), last]
        elif first or last:
            told = [Message("when.since"), first] if first else [Message("when.until"), last or ""]
        else:
            return Markup("–")
        return self._words.words(told)

    def label(self, key: str) -> Markup:
        """A string by its key; for one that no table has, its last part as words."""
        prefix, _, name = key.rpartition(".")
        return self._words.label(prefix, name)

    def status(self, status: str) -> Markup:
        """How a claim is meant, marked; nothing for what is simply said."""
        if status in ("", "asserted"):
            return Markup()
        return Markup('<span class="status">{}</span> ').format(self._words.t(f"status.{status}"))

    def entry(self, entry: Entry) -> Markup:
        """What happened, and to whom."""
        what = self.label(f"value.{entry.told}") if entry.what else self._words.t(f"kind.{entry.kind}")
        if entry.sort:
            what = Markup("{} {}").format(self.label(f"value.{entry.sort}"), what)
        if entry.count is not None:
            what = Markup("{} {}").format(self._words.words(count_words(entry.count)), what)
        told = Markup('{}<span class="what">{}</span>').format(self.status(entry.meant or entry.status), what)
        return told + Markup(": {}").format(self.names(entry.whom)) if entry.whom else told

    def sources(self, sources: Sequence[Source]) -> Markup:
        """Whose words they are, each source once."""
        return Markup(", ").join(map(self._words.quote, {one.key: one.name for one in sources}.values()))

    def said(self, item: Cite) -> Markup:
        """Whose word a claim is, in which report, of when."""
        outlet = self._words.quote(item.report)
        if not item.source.key.startswith("outlet:"):
            outlet = Markup("{} › {}").format(self._words.quote(item.source.name), outlet)
        if item.published is None:
            return outlet
        return Markup("{}, {}").format(outlet, self._words.message(day_words(item.published.isoformat())))

    def figure(self, figure: Figure) -> Markup:
        """A number as it was given."""
        return self._words.words(count_words(Count(figure.low, figure.high, "?", figure.hedge)))

    def reason(self, axis: Axis) -> Markup:
        """Why a value is what it is; its days are written as everywhere on the page."""
        return self._words.message(_with_days(axis.reason))

    def worded(self, duty: Obligation, axis: str) -> Markup:
        """A duty's value on an axis; one that is kept is nothing that anybody is accused of."""
        value = getattr(duty, axis).value
        kept = duty.implementation.value in ("1", "2", "3")
        return self._words.t(f"books.state.{'told_by_one' if kept and value == 'alleged' else value}")


def _with_days(message: Message) -> Message:
    """A message whose ISO days are days in words, which no line breaks."""
    return Message(message.key, tuple(map(_day_or_as_it_is, message.args)))


def _day_or_as_it_is(argument: Argument) -> Argument:
    if isinstance(argument, Message):
        return _with_days(argument)
    if not isinstance(argument, str) or not _DAY.fullmatch(argument):
        return argument
    year, month, *day = argument.split("-")
    named = Message(f"month.{int(month)}")
    return Message("when.day_whole", (str(int(day[0])), named, year)) if day else Message("when.month", (named, year))


def _standing(duties: Sequence[Obligation]) -> list[tuple[str, int]]:
    found = Counter(duty.implementation.value for duty in duties)
    return [(state, found[state]) for state in STATES if found[state]]


def _ahead(answer: Dossier, duties: Sequence[Obligation]) -> list[Ahead]:
    """Meetings that are scheduled and duties that are not yet due, the next day first."""
    found = [
        Ahead(one.start, "meeting", one.participants, f"value.meeting.format.{one.format}", f"m-{one.id}")
        for one in answer.meetings.meetings
        if one.outcome == "scheduled" and one.start is not None
    ]
    found += [
        Ahead(duty.deadline, "deadline", duty.obligor, f"value.obligation.action.{duty.action}", f"o-{duty.id}")
        for duty in duties
        if duty.implementation.value == "not_due" and duty.deadline is not None
    ]
    found.sort(key=lambda one: (one.day, one.target))
    return found[:AHEAD]


def _span(low: int, best: int, high: int, is_open: bool) -> Message:
    """`32–200+ (best 192)`, or one number where all say the same."""
    if low == high:
        return Message("dossier.or_more" if is_open else "count.exact", (low,))
    return Message("dossier.range_or_more" if is_open else "dossier.range", (low, high, best))


def _summed(answer: Dossier) -> dict[str, list[Toll]]:
    """The tolls of the incidents that each sum is made of, by harm."""
    return {
        total.harm: [
            t for t in answer.tolls.incidents if t.harm == total.harm and t.incident in total.of and not t.long
        ]
        for total in answer.tolls.totals
    }


def _ticks(most: int) -> list[Tick]:
    """0, and the round numbers up to `most` that stand far enough apart."""
    found = [Tick(0.0, 0)]
    number, step = 1, 0
    while most and number <= most:
        x = round(sqrt(number / most) * WIDTH, 2)
        if x - found[-1].x >= _FEWEST_TICKS and x <= WIDTH - _FEWEST_TICKS / 4:
            found.append(Tick(x, number))
        step += 1
        number = _STEPS[step % 3] * 10 ** (step // 3)
    return found


def _bar(toll: Toll, *, most: int) -> Bar:
    """By the square root, so that one dead is still seen beside hundreds; what is drawn ends where the axis does."""
    low, best, high = (round(sqrt(n / most) * WIDTH, 2) if most else 0.0 for n in (toll.low, toll.best, toll.high))
    width = max(high - low, _THIN)
    return Bar(min(low, WIDTH - width), width, min(best, WIDTH - _THIN / 2))
