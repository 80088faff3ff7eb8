"""On which days a report's acts were, by publication and by one another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Final

from gencatan.model import When
from gencatan.parse.morph import values
from gencatan.reading.assembly.retold import FAMILIES
from gencatan.reading.assembly.settling import MADE, Settled
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.dates.resolve import anchored_date, anchored_period, period, resolve
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import SUBJECTS
from gencatan.reading.tree.sentence import Sentence

NAMED: Final = 3
"""Words from "a day before" to the act that it counts from ("*the* fighting")."""
BEFORE: Final = 8
"""Acts told before that a day may go by."""
FUTURE: Final = frozenset({"planned", "called_for", "conditional"})
STEPS: Final = frozenset({"in_effect", "expired", "extended"})
HOURS: Final = frozenset({"hour", "minute"})
PERIODS: Final = frozenset({"month", "year", "decade"})
"""What has no day that "the same day" could be."""
GOES_ON: Final = frozenset({"operation", "clash", "blockade"})
"""Acts that are told with the day on which they began ("has fought since 2 May")."""
LATELY: Final = 183
"""Days before a report within which it goes on from a day that it names only in passing."""
TERM_WORDS: Final = 8
"""Words behind a term in which it may be told from when it counts."""
AHEAD: Final = 92
"""Days within which a day told without a year is rather the coming one, where the words fit both."""


def _is_day(expression: DateExpression | None) -> bool:
    """Whether date words name a time of their own, which others may go by."""
    return expression is not None and expression.relation in ("at", "since") and expression.first.shape != "vague"


def _is_a_day(expression: DateExpression) -> bool:
    """Whether date words name a day by themselves, by the calendar or from today."""
    first = expression.first
    by_calendar = first.shape == "calendar" and (first.day is not None or first.weekday is not None)
    return expression.relation == "at" and expression.last is None and (by_calendar or first.shape == "day")


def _is_bare_day(expression: DateExpression) -> bool:
    """Whether it is a day of a month that is told elsewhere ("on the 5th")."""
    point = expression.first
    return point.shape == "calendar" and bool(point.day) and not (point.month or point.weekday or point.unit)


def _has_day(expression: DateExpression) -> bool:
    """Whether they do not only name a month or a year."""
    first = expression.first
    return first.shape == "day" or first.day is not None or first.weekday is not None


def _one_day(when: When | None) -> date | None:
    """The day of what has one, or began on one ("in force since 2 May")."""
    if when is None or when.start is None or when.precision != "day" or when.end not in (None, when.start):
        return None
    return date.fromisoformat(when.start)


def _still_shut(item: Settled, words: DateExpression, over: frozenset[str]) -> bool:
    """Whether a weekday until which something is shut is the next one, where no word says that this is over ("sekolah
    diliburkan hingga Senin", and not "sempat ditutup hingga Senin", "ditutup hingga Senin, lalu dibuka")."""
    draft, told = item.draft, words.first
    shut = draft.kind == "event" and draft.values.get("act") == "closure" and words.relation == "until"
    open_day = told.weekday is not None and told.day is None and not words.last
    verb = draft.token.head if draft.nominal else draft.token
    if not shut or not open_day or any("Past" in values(word, "Tense") for word in (verb, *verb.children)):
        return False
    return not any(word.lower_ in over for word in verb.doc)


class Days:
    """Resolves the date words of one report's drafts."""

    def __init__(self, report: Report, settled: Sequence[Settled]) -> None:
        """`settled` are the acts that date words may go by."""
        self._report = report
        self._settled = settled
        self._over = report.tools.pack.words("over_words")
        self._days_meant: dict[tuple[int, str], date | None] = {}

    def when(self, item: Settled) -> When | None:
        """The date of a draft as it is resolved; None if no date words belong to it."""
        expression = item.date
        if expression is None:
            return None
        published = self._report.document.published
        future = (
            item.draft.status in FUTURE
            or self._lies_ahead(item, expression)
            or _still_shut(item, expression, self._over)
        )
        future = future or self._planned_for(item, expression)
        future = future and not self._came_for(item, expression)
        if not future and self._of_what_is_agreed(item, expression):
            return resolve(expression, None)
        if expression.relation == "within" and item.draft.kind == "obligation":
            return resolve(expression, published, future=future, anchor=self.term_from(item, expression)[0])
        free = expression.relation in ("at", "since") and expression.first.shape in ("earlier", "later")
        if expression.first.shape == "same" or free:
            return resolve(expression, published, anchor=self._told_on(expression))
        if expression.first.shape == "vague" and expression.first.unit in HOURS and published is not None:
            day = self._counted_from(item, expression) or self._named_act(item.date_sentence, expression)
            day = day or self._main_day(expression.start)
            if day is not None:  # "hours after the meeting", "beberapa jam kemudian": that day
                same = replace(expression, first=replace(expression.first, shape="same", unit="day"))
                return resolve(same, published, anchor=day)
        if _is_bare_day(expression) and (month := self._month_told(expression.start)) is not None:
            return resolve(expression, month)
        if expression.relation == "anchored" and item.draft.trigger_span[0] > expression.end:
            return self._when_anchored(item, expression)
        if expression.relation == "anchored":
            day = self._counted_from(item, expression) or self._named_act(item.date_sentence, expression)
            if day is not None:
                return resolve(expression, published, anchor=day)
        return resolve(expression, published, future=future, ongoing=expression.relation == "duration")

    def _counted_from(self, item: Settled, expression: DateExpression) -> date | None:
        """The one day behind words that count from it ("two days after X did Y *on 25 September*")."""
        behind = [d for d in item.date_sentence.dates if d.start >= expression.end and _is_a_day(d)]
        return _one_day(resolve(behind[0], self._report.document.published)) if len(behind) == 1 else None

    def _lies_ahead(self, item: Settled, words: DateExpression) -> bool:
        """Whether a step of an agreement told in the present has a day of the coming months ("a truce that ends on 2
        October"), which would else be almost a year ago, or a weekday that would else be before the agreement was made
        ("agreed on Sunday. The truce takes effect on Thursday"). The status stays: no day of publication renames a
        claim."""
        draft, published, told = item.draft, self._report.document.published, words.first
        if draft.values.get("stage") not in STEPS or published is None or told.year is not None or words.last:
            return False
        if "Past" in values(draft.token, "Tense"):
            return False
        if words.relation == "until" and told.weekday is not None:
            return draft.values["stage"] in ("in_effect", "extended")  # "runs until Friday": that is yet to come
        if told.weekday is not None and told.day is None and words.relation == "at":
            day, made = resolve(words, published).start, self._agreed(item)
            return day is not None and made is not None and date.fromisoformat(day) < made
        if told.month is None or told.day is None:
            return False
        ahead = resolve(words, published, future=True).start
        return ahead is not None and 0 < (date.fromisoformat(ahead) - published).days <= AHEAD

    def _of_what_is_agreed(self, item: Settled, words: DateExpression) -> bool:
        """Whether a day that would be almost a year ago is that of what is agreed to be done in the months to come
        ("agreed in September to meet on 31 October"), so that it tells nothing of when it was agreed."""
        draft, published = item.draft, self._report.document.published
        if draft.kind != "agreement" or draft.values.get("stage") != "agreed" or published is None:
            return False
        if words.first.year is not None or words.first.month is None or words.first.day is None:
            return False
        if not any(other.date is words and other.draft.status in FUTURE for other in self._settled):
            return False
        ahead = resolve(words, published, future=True).start
        return ahead is not None and 0 < (date.fromisoformat(ahead) - published).days <= AHEAD

    def _came_for(self, item: Settled, words: DateExpression) -> bool:
        """Whether it is the day of a past on which somebody came for talks still to come ("arrived in Baghdad on
        Sunday for talks with …", "flew to Rabat on Monday to meet …")."""
        day = item.date_sentence.head_of(words.start, words.end)
        if day is None or item.draft.kind != "meeting" or item.date_sentence is not item.draft.sentence:
            return False
        word = item.draft.token
        why = word.dep_ == "obl" if item.draft.nominal else word.dep_ in ("advcl", "xcomp")
        return why and word.head.i == day.head.i and self._report.tools.moods.own.over(word.head)

    def _planned_for(self, item: Settled, words: DateExpression) -> bool:
        """Whether words of a plan stand over a day without a year ("the talks scheduled for 15 May were called off"):
        an open weekday is the next one, a day of a month the nearer one."""
        published, first = self._report.document.published, words.first
        day = item.date_sentence.head_of(words.start, words.end)
        if published is None or day is None or first.year is not None or words.last or words.relation != "at":
            return False
        if first.weekday is None and not (first.month and first.day):
            return False
        if not self._report.tools.moods.own.planned_at(day):
            return False
        if first.day is None:
            return True
        ahead, past = (resolve(words, published, future=future).start for future in (True, False))
        if ahead is None or past is None:
            return False
        return date.fromisoformat(ahead) - published <= published - date.fromisoformat(past)

    def term_from(self, item: Settled, expression: DateExpression) -> tuple[date | None, str]:
        """The day from which a term counts, and by what: that on which the truce takes effect (`of_effect`), where the
        words behind it say so ("within 48 hours *of the start of the truce*"), else on which it was agreed."""
        sentence = item.date_sentence
        words = sentence.text[expression.end - sentence.start :].split(",")[0].lower().split()
        behind = [word.strip(".;:)") for word in words]
        starting = self._report.tools.pack.words("starting_words")
        if not any(starting.at(behind, n) for n in range(min(len(behind), TERM_WORDS))):
            return self._agreed(item), "of_making"
        begins = (
            self.when(other)
            for other in self._settled
            if other.draft.kind == "agreement"
            and other.draft.values.get("stage") == "in_effect"
            and other.draft.status in ("asserted", "planned")
            and other.date is not None
        )
        days = (date.fromisoformat(when.start[:10]) for when in begins if when is not None and when.start)
        return next(days, None), "of_effect"

    def _agreed(self, item: Settled) -> date | None:
        """The day from which a term counts: that on which the agreement that the report tells of first was made."""
        for other in self._settled:
            draft = other.draft
            made = draft.kind == "agreement" and draft.status == "asserted" and draft.values.get("stage") in MADE
            if not made or other.date is None or draft.sentence.index > item.draft.sentence.index:
                continue
            when = resolve(other.date, self._report.document.published)
            if when.start is not None and when.end in (None, when.start):
                return date.fromisoformat(when.start)
        return None

    def _told_on(self, expression: DateExpression) -> date | None:
        """The day that "the same day" names again: the last one told before it, of an act or else of anything."""
        told = expression.first  # "the previous July" goes by a month
        asked = expression.start, told.unit or ("month" if told.month and told.shape != "same" else "day")
        if asked not in self._days_meant:  # the act before may be told of "the same day" itself, and so on
            self._days_meant[asked] = self._day_meant(*asked)
        return self._days_meant[asked]

    def _day_meant(self, before: int, unit: str) -> date | None:
        if unit == "day" and (day := self._own_day(before) or self._day_just_told(before) or self._main_day(before)):
            return day
        if unit in ("month", "year") and (day := self._own_period(before, unit)) is not None:
            return day
        acts = self._dated_acts[bisect_right(self._dated_acts, -before, key=lambda told: -told[0]) :]
        others = [
            d
            for sentence in (() if acts else self._report.sentences)
            for d in sentence.dates
            if d.start < before <= sentence.end and _is_day(d)
        ]
        published = self._report.document.published
        told = (self.when(act) for _, act in acts) if acts else (resolve(d, published) for d in reversed(others))
        for when in told:
            if when is not None and when.start is not None and not (unit == "day" and when.precision in PERIODS):
                day = date.fromisoformat(when.start)  # "since November 2020" names that month
                last = date.fromisoformat(when.end) if when.end else period(when.precision, day)[1]
                return day if period(unit, day) == period(unit, last) else None
        return None

    def _month_told(self, before: int) -> date | None:
        """The last day of the month that was told last before a day without one ("On August 2 … and on the 5th")."""
        for sentence in reversed(self._report.sentences):
            for told in reversed(sentence.dates if sentence.start < before else ()):
                if told.start < before and told.first.shape == "calendar" and told.first.month:
                    day = resolve(told, self._report.document.published).start
                    return period("month", date.fromisoformat(day))[1] if day else None
        return None

    def _own_day(self, before: int) -> date | None:
        """The day that the sentence itself names first ("on December 12 he announced a truce; two days later …")."""
        sentence = next((s for s in self._report.sentences if s.start <= before <= s.end), None)
        named = [d for d in sentence.dates if d.start < before and _is_a_day(d)] if sentence is not None else []
        return _one_day(resolve(named[-1], self._report.document.published)) if named else None

    def _own_period(self, before: int, unit: str) -> date | None:
        """A day of the month or year that the sentence itself names last ("the truce of *December 2002* collapsed five
        months later")."""
        sentence = next((s for s in self._report.sentences if s.start <= before <= s.end), None)
        named = [d for d in sentence.dates if d.start < before and d.last is None] if sentence is not None else []
        told = next((d for d in reversed(named) if d.first.shape == "calendar"), None)
        if told is None or (unit == "month" and told.first.month is None):
            return None
        start = resolve(told, self._report.document.published).start
        return date.fromisoformat(start) if start else None

    def _day_just_told(self, before: int) -> date | None:
        """The one day that the sentence before names, where no act in it is of a day ("was due on 26 January. On that
        day …"), or since which fighting goes on ("an offensive since 1 October. A day later …")."""
        at = bisect_right(self._report.sentences, before, key=lambda s: s.start) - 2
        if at < 0:
            return None
        sentence = self._report.sentences[at]
        days = [d for d in sentence.dates if (_is_a_day(d) or d.relation == "since") and _has_day(d)]
        if len(days) != 1 or days[0].start >= before:
            return None
        acts = [act for _, act in self._dated_acts if act.draft.sentence is sentence]
        if any(act.date and _is_a_day(act.date) and _has_day(act.date) for act in acts):
            return None
        if days[0].relation == "since" and not any(act.draft.values.get("act") in GOES_ON for act in acts):
            return None
        published = self._report.document.published
        when = resolve(days[0], published)
        day = date.fromisoformat(when.start) if when.start else None
        return (
            day if day and published and (published - day).days <= LATELY else None
        )  # a term ahead is of no past year

    def _main_day(self, before: int) -> date | None:
        """The last of the days on which the acts of the sentence before were."""
        first = bisect_right(self._dated_acts, -before, key=lambda told: -told[0])
        days: list[date] = []
        index = None
        for _, act in islice(self._dated_acts, first, first + BEFORE):
            if act.date is None or index not in (None, act.draft.sentence.index):
                continue
            if act.date.relation != "at" and act.draft.kind in ("event", "casualty"):
                continue  # "the first attack since 2 May"
            if (when := self.when(act)) is not None and when.precision in PERIODS:
                continue  # "the first time since they left in June 2021"
            index = act.draft.sentence.index
            if (day := _one_day(when)) is None:
                return None
            days.append(day)
        return max(days, default=None)

    @cached_property
    def _dated_acts(self) -> Sequence[tuple[int, Settled]]:
        """The acts told of a day, with the place of its words, the last first."""
        # by when something is due is no day of an act
        acts = (item for item in self._settled if item.draft.kind != "obligation")
        told = ((item.date.start, item) for item in acts if item.date is not None and _is_day(item.date))
        return sorted(told, key=lambda found: found[0], reverse=True)

    def _when_anchored(self, item: Settled, expression: DateExpression) -> When:
        """The date of an event that another is told to follow ("a day after X launched …")."""
        published = self._report.document.published
        others = [d for d in item.date_sentence.dates if d.start != expression.start and d.relation == "at"]
        when = resolve(expression, published)
        if self._behind_a_verb(item.date_sentence, expression.start):
            behind = [d for d in others if d.start > expression.end and _is_a_day(d)]
            others = [d for d in others if d.start < expression.start]
            if behind and not others:
                return resolve(behind[0], published)  # "came two days after a strike that killed six on Monday"
        others = [d for d in others if _is_a_day(d)] or others  # "left a 2002 truce on Thursday, a day after …"
        if not others:
            named = self._named_act(item.date_sentence, expression)
            if named is None and (day := self._came_then(item, expression)) is not None:
                return replace(when, start=day.isoformat(), end=day.isoformat())
            return when if named is None else resolve(expression, published, anchor=named)
        main = resolve(min(others, key=lambda d: abs(d.start - expression.start)), published)
        if main.start is None or main.start != main.end:
            return when
        day = anchored_date(expression, date.fromisoformat(main.start))
        if day is not None:
            return replace(when, start=day.isoformat(), end=day.isoformat())
        about = anchored_period(expression, date.fromisoformat(main.start))
        if about is None:
            return when
        return replace(when, start=about[0].isoformat(), end=about[1].isoformat(), precision=about[2])

    def counted(self, item: Settled) -> DateExpression | None:
        """The words that tell an act's day from another's, where that one's is told before and the act has none else:
        of the act that another came so long after ("The raid came a week after *a mine killed six*"), or of the one
        that was so long after an act named again ("*bombed the camp* a day after the blast in Jolo")."""
        draft = item.draft
        if item.date is not None or draft.kind not in ("event", "casualty"):
            return None
        for words in draft.sentence.dates:
            if words.relation != "anchored" or words.offset_days is None:
                continue
            if words.end < draft.trigger_span[0]:
                return words if self._came_then(item, words) is not None else None
            head = draft.sentence.head_of(words.start, words.end)
            own = head is not None and draft.token.i in (head.head.i, head.head.head.i) and not draft.nominal
            if own and draft.trigger_span[1] <= words.start:
                return words if self._named_act(draft.sentence, words) is not None else None
        return None

    def _came_then(self, item: Settled, words: DateExpression) -> date | None:
        """The day of an act that one told before came so long after, by the words right behind its verb."""
        sentence, token = item.date_sentence, item.draft.token
        first = sentence.token_at(words.start)
        if first is None or not first.i or sentence is not item.draft.sentence:
            return None
        came = first.nbor(-1)
        if came.pos_ != "VERB" or any(t.text in ",;" for t in token.doc[first.i : token.i]):
            return None
        subjects = [c for c in came.children if c.dep_ in SUBJECTS and c.i < came.i]
        named = {t.values.get("act") for s in subjects for t in sentence.triggers_at(s) if t.kind == "event"}
        if not named:
            return None
        for start, act in self._dated_acts:
            told = act.draft.values.get("act")
            kin = told in named or any({told, n} <= group for n in named for group in FAMILIES)
            if start < sentence.start and act.draft.kind == "event" and kin:
                day = _one_day(self.when(act))
                return anchored_date(words, day) if day is not None else None
        return None

    def _named_act(self, sentence: Sentence, expression: DateExpression) -> date | None:
        """The day of the act told before that the noun right behind the words names again ("a day before *the
        fighting*", "sehari sebelum *penandatanganan*")."""
        words = [t for t in sentence.tokens_behind(expression.end, NAMED) if t.pos_ in ("NOUN", "VERB")]
        noun = next((t for t in words if t.pos_ == "NOUN"), None)
        if noun is None:
            return None
        steps = (t for w in words if w.i > noun.i and w.pos_ == "VERB" for t in sentence.triggers_at(w))
        named = [*sentence.triggers_at(noun), *(t for t in steps if t.kind == "agreement")]
        told = {(t.kind, t.values.get("act") or t.values.get("stage")) for t in named}
        if not told:
            return None
        town = next((c.text for c in noun.children if c.pos_ == "PROPN" and c.i == noun.i - 1), "")
        for start, act in self._dated_acts:
            draft = act.draft
            if start >= sentence.start:
                continue
            there = bool(town) and draft.kind == "event" and act.place is not None and act.place.name == town
            if there or (draft.kind, draft.values.get("act") or draft.values.get("stage")) in told:
                return _one_day(self.when(act))
        return None

    def _behind_a_verb(self, sentence: Sentence, start: int) -> bool:
        """Whether the words are not at the head of a sentence, but behind what it tells first."""
        return any(t.pos_ == "VERB" and sentence.from_(t) < start for t in sentence.tokens)
