"""Dates in a sentence: found here as they are written, resolved in `resolve`.

Finding needs the words only; resolving needs the publication date and the tense of the claim, which the
caller knows. Offsets count code points of the document's text, end exclusive. No function here raises on any
text; the words are the pack's (`dates.toml`), whose faults are PackError when the lexicon is built.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from gencatan.reading.dates.grammar import Edge, Match
from gencatan.reading.dates.lexicon import SLOTS, DateLexicon, slot_of
from gencatan.reading.numbers.wordscan import Words

__all__ = ["DateExpression", "DateLexicon", "DatePoint", "find_dates"]

WEEK: Final = 7
_HANGING = ("earlier", "later")
_WHOLE: Final = frozenset({"span.next", "span.prior"})
"""Classes of the words for the unit next to that of another act."""


@dataclass(frozen=True, slots=True)
class DatePoint:
    """One date as the words have it; what they leave open is None.

    `shape` says how to read the rest: a `calendar` date by `year`, `month`, `day`, `weekday`; a `decade`; a
    `day` by its `offset` from today; a `relative` `unit`; `ago` and the windows `past` and `next` by `n` units;
    `so_far` and `rest` of the current unit; `nth` unit since it began; `age`; `earlier` and `later` than
    another event, and the `same` unit as its; `within`; `duration`; `vague`. `shift` is -2 before last, -1 last,
    0 this, 1 next, 2 after next; `month_first` is set where a numeric date may be read month first as well; `whole`
    where the unit is meant from its first day to its last ("the following week", not "a week later").
    """

    shape: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    n: int = 1
    unit: str | None = None
    shift: int | None = None
    edge: str | None = None
    bound: str | None = None
    offset: tuple[int, int] | None = None
    month_first: bool = False
    whole: bool = False

    @property
    def lies_ahead(self) -> bool:
        """Whether the words alone tell that it is to come ("tomorrow", "next week")."""
        return self.shift == 1 or (self.offset is not None and self.offset[0] > 0)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date phrase: `text == document.text[start:end]`, with its relation but without "on", "in", "pada".

    `relation` is `at`, `since`, `until`, `before`, `after`, `range` (from `first` to `last`), or one of those
    that need more than a publication date: `anchored` (so long before or after another event), `within` (so
    long from another event), `duration`. `since`: where the last word for "since" stands that comes before the
    phrase in its sentence, at whatever distance; None if there is none.
    """

    start: int
    end: int
    text: str
    relation: str
    first: DatePoint
    last: DatePoint | None = None
    since: int | None = None

    @property
    def needs_tense(self) -> bool:
        """Whether past and planned events resolve it to different days."""
        return any(
            (point.shape == "calendar" and point.year is None and point.shift is None) or point.unit == "weekend"
            for point in (self.first, self.last or self.first)
        )

    @property
    def months_away(self) -> int | None:
        """For `anchored` and counted in months or years: months from the other event to this one, else None."""
        factor = {"month": 1, "year": 12}.get(self.first.unit or "")
        if self.relation != "anchored" or factor is None or self.first.bound in ("more", "less"):
            return None
        return factor * self.first.n * (-1 if self.first.shape == "earlier" else 1)

    @property
    def offset_days(self) -> int | None:
        """For `anchored`: days from the other event to this one ("a day after …": 1).

        None where they cannot be told: months, years, "more than a week after". What was an hour away counts as of that
        day.
        """
        factor = {"hour": 0, "day": 1, "week": 7}.get(self.first.unit or "")
        if self.relation != "anchored" or factor is None or self.first.bound in ("more", "less"):
            return None
        return factor * self.first.n * (-1 if self.first.shape == "earlier" else 1)


@dataclass(frozen=True, slots=True)
class _Found:
    """A date point in words `first` to `after`, and the end of a range that is one form ("19–20 May")."""

    first: int
    after: int
    point: DatePoint
    last: DatePoint | None = None


def find_dates(text: str, start: int, end: int, lexicon: DateLexicon) -> list[DateExpression]:
    """Every date phrase in `text[start:end]`, in order, none overlapping another; offsets into `text`."""
    words = Words(text, start, end)
    found = _points(words, lexicon)
    out: list[DateExpression] = []
    floor, index = 0, 0
    while index < len(found):
        expression, used, floor = _expression(words, found, index, floor, lexicon)
        out.append(replace(expression, since=_since(words, found[index].first, lexicon)))
        index += used
    return out


def _since(words: Words, before: int, lexicon: DateLexicon) -> int | None:
    for after in range(before, 0, -1):
        hit = lexicon.before.longest(words, after, "relations")
        if hit is not None and hit[1] == "since":
            return words.starts[hit[2]]
    return None


def _points(words: Words, lexicon: DateLexicon) -> list[_Found]:
    cache: dict[int, list[Edge]] = {}

    def edges(index: int) -> list[Edge]:
        if index not in cache:
            cache[index] = lexicon.edges(words, index)
        return cache[index]

    found: list[_Found] = []
    index = 0
    while index < len(words):
        match = lexicon.grammar.at(words, index, edges) if lexicon.may_open(words, index) else None
        if match is None:
            index += 1
            continue
        if match.first > index:  # "in May" must not hide "May 2020"
            inner = lexicon.grammar.at(words, match.first, edges)
            match = inner if inner is not None and inner.last > match.last else match
        points = _read(match, lexicon.shapes[match.pattern], lexicon.month_first_too)
        if points:
            found.append(_Found(match.first, match.last, *points))
        index = max(match.last, index + 1)
    return found


def _read(match: Match, shape: str, month_first_too: bool) -> tuple[DatePoint, DatePoint | None] | None:
    """The point that a match says, and the second one where it holds two of a kind."""
    if shape == "none":
        return None
    first: dict[str, str] = {}
    last: dict[str, str] = {}
    open_order = numeric_month = False
    for name, value in match.captures:
        slot = {"month_no": "month", "year2": "year", "nth": "n"}.get(slot_of(name), slot_of(name))
        if slot in SLOTS:
            if month_first_too and "year" not in first:  # neither day nor month is told by a word or a place
                open_order |= (name == "month_no" and "day" in first) or (name == "day" and numeric_month)
            numeric_month |= name == "month_no"
            first.setdefault(slot, value)
            last[slot] = value
    point = _point(shape, first, open_order)
    if point is not None and any(name in _WHOLE for name, _ in match.captures):
        point = replace(point, whole=True)
    return None if point is None else (point, None if first == last else _point(shape, last, False))


def _point(shape: str, slots: dict[str, str], open_order: bool) -> DatePoint | None:
    def whole(slot: str) -> int | None:
        return int(slots[slot]) if slot in slots else None

    year, month, day, n, unit = whole("year"), whole("month"), whole("day"), whole("n"), slots.get("unit")
    if "span" in slots:
        count, _, unit = slots["span"].partition(" ")
        n = int(count)
    if "named" in slots:
        parts = slots["named"].lstrip("-").split("-")
        day, month, year = int(parts[-1]), int(parts[-2]), int(parts[0]) if len(parts) == 3 else year
    if month and day and day > (29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31):
        return None
    offset = slots.get("offset")
    low, _, high = (offset or "0").partition("/")
    return DatePoint(
        *(shape, year, month, day, whole("weekday"), 1 if n is None else n, unit, whole("shift")),
        edge=slots.get("edge"),
        bound=slots.get("bound"),
        offset=(int(low), int(high or low)) if offset else None,
        month_first=open_order and day is not None and month is not None and day <= 12 and day != month,
    )


def _expression(
    words: Words, found: list[_Found], index: int, floor: int, lexicon: DateLexicon
) -> tuple[DateExpression, int, int]:
    """The expression that opens with `found[index]`, how many points it takes, and the word after it."""
    here = found[index]
    first, relation = _relation(words, here.first, floor, lexicon)
    last, after, used = here.last, here.after, 1
    following = found[index + 1] if index + 1 < len(found) else None
    if last is None and following is not None and _joined(words, here, following, relation, lexicon):
        last, after, used = following.last or following.point, following.after, 2
    point = here.point
    if last is not None:
        point, last = _shared(point, last)
        relation = "range" if relation in ("from", "between", "at", "since") else relation
    if relation in ("before", "after", "from") and lexicon.possessive.longest(words, after, "possessive"):
        first, relation = here.first, "at"  # "after Tuesday's attack", "the toll from it" date the attack
    if relation == "between":
        first, relation = here.first, "at"
    relation = _own_relation(point) or ("since" if relation == "from" else relation)
    if relation in ("anchored", "within", "duration"):
        first = here.first
    start, end = words.starts[first], words.ends[after - 1]
    return DateExpression(start, end, words.text[start:end], relation, point, last), used, after


def _own_relation(point: DatePoint) -> str | None:
    if point.shape in _HANGING:
        return "anchored"
    return point.shape if point.shape in ("within", "duration") else None


def _relation(words: Words, first: int, floor: int, lexicon: DateLexicon) -> tuple[int, str]:
    """The relation word before the date ("since", "hingga") and where the phrase begins with it."""
    at = first
    for _ in range(2):
        hit = lexicon.before.longest(words, at, "relations")
        if hit is not None and hit[2] >= floor:
            if hit[1] == "at":
                return first, "at"  # "not until Sunday": then, and not before
            # "from the May raid", "after the 1991 talks": the date is that of the raid, of the talks
            loose = at < first and hit[1] in ("from", "before", "after")
            return (first, "at") if loose else (hit[2], hit[1])
        filler = lexicon.before.longest(words, at, "fillers")
        if filler is None:
            break
        at = filler[2]
    return first, "at"


def _joined(words: Words, here: _Found, following: _Found, relation: str, lexicon: DateLexicon) -> bool:
    """Whether nothing but a connector stands between two dates of a range."""
    if relation not in ("at", "from", "between", "since") or "vague" in (here.point.shape, following.point.shape):
        return False
    if here.point.shape in _HANGING or following.point.shape in _HANGING:
        return False
    months = _is_bare_month(here.point) and _is_month_of_another_year(following.point)
    decades = here.point.shape == following.point.shape == "decade"  # "in the 1970s and 1980s"
    next_days = _are_next_days(here.point, following.point) and _ends_there(words, following.after, lexicon)
    both = months or decades or next_days
    return any(
        after == following.first and (value == "any" or relation == "between" or both)
        for _, value, after in lexicon.connectors.at(words, here.after)
    )


def _ends_there(words: Words, after: int, lexicon: DateLexicon) -> bool:
    """Whether a stop, a preposition or nothing stands behind a date, and no clause that begins with it ("hit the town
    on Monday and Tuesday Israel struck back")."""
    return after >= len(words) or not words.lows[after][:1].isalnum() or words.lows[after] in lexicon.behind


def _are_next_days(one: DatePoint, other: DatePoint) -> bool:
    """Whether two bare weekdays follow one on the other ("on Wednesday and Thursday"): what was then took both."""
    days = (one, other)
    if any(day.weekday is None or day.day is not None or day.shift is not None for day in days):
        return False
    return ((one.weekday or 0) % WEEK) + 1 == other.weekday


def _is_bare_month(point: DatePoint) -> bool:
    """Whether it is a month and nothing more, whose year what follows may tell."""
    bare = (point.year, point.day, point.unit, point.weekday, point.edge) == (None, None, None, None, None)
    return point.shape == "calendar" and point.month is not None and bare


def _is_month_of_another_year(point: DatePoint) -> bool:
    """Whether it is a month of a year that is told from the report's ("May last year")."""
    return point.shape == "calendar" and point.month is not None and point.day is None and point.unit == "year"


def _shared(first: DatePoint, last: DatePoint) -> tuple[DatePoint, DatePoint]:
    """What one end of a range leaves to the other: "19 to 20 May 2020", "from May 2019 to July"."""
    if first.shape != "calendar" or last.shape != "calendar":
        return first, last
    if _is_bare_month(first) and _is_month_of_another_year(last):
        first = replace(first, unit=last.unit, shift=last.shift)
    if first.day and first.month is None and last.month:
        first = replace(first, month=last.month)
    if last.day and last.month is None and first.month:
        last = replace(last, month=first.month)
    ordered = (first.month or 0, first.day or 0) <= (last.month or 12, last.day or 31)
    if last.year and first.year is None and first.month:
        first = replace(first, year=last.year if ordered else last.year - 1)
    elif first.year and last.year is None and last.month:
        last = replace(last, year=first.year if ordered else first.year + 1)
    return first, last
