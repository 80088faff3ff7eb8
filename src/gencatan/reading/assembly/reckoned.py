"""Times that only count from another act, or that an act is ranked or measured by: none is the act's own.

"Hours after the raid" tells of what came then, "the first delivery since the fighting resumed" of no day of fighting,
"more than in 2012" of no deaths of this year.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.assembly.other_clauses import DONE
from gencatan.reading.assembly.proximity import HARMS, after_phrase, is_under, price
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import SUBJECTS, clause_of, is_clause, lowered
from gencatan.reading.tree.rising import was_then
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

GOES_ON: Final = frozenset({"later", "same", "vague"})
"""Shapes of dates that count from another act told of before."""
OPEN: Final = frozenset({"vague", "duration"})
CLOSE: Final = 1.2
"""The most that the way from a clause's verb to words that it closes with costs."""
NEAR: Final = 5
"""Words before an act's noun within which it is called the first or worst of its sort."""
PHRASE: Final = 9
"""Words before a date within which it is told that something is set beside what was then."""


class Reckoned:
    """Tells for the drafts of one report which times around them are only told from another act."""

    def __init__(self, report: Report) -> None:
        """Take the report with its drafts made."""
        self._report = report
        words = report.tools.pack.words
        self._after = words("after_markers")
        self._before = words("before_markers")
        self._compared = words("compared_times")
        self._amounts = words("compared_amounts")
        self._than = words("than_markers").firsts
        self._ranking = words("ranking_words")

    def ranked_by(self, draft: Draft) -> Token | None:
        """The phrase with "since" in which an act stands that another is the first after ("reached Goma, the first
        delivery since the fighting resumed")."""
        top = after_phrase(draft.token, self._after) if draft.kind in DONE else None
        if top is None:
            return None
        first = min((c.i for c in top.children if c.dep_ in ("mark", "case") and c.i < top.i), default=top.left_edge.i)
        before = list(top.doc[max(0, first - NEAR) : first])
        time = any("time_noun" in self._report.tools.mentions.classes(t) for t in before)
        return top if not time and any(self._is_ranking(t) for t in before) else None

    def _is_ranking(self, word: Token) -> bool:
        return word.lower_ in self._ranking or has(word, "Degree", "Sup")

    def _marker(self, sentence: Sentence, date: DateExpression) -> Token | None:
        """The "after" or "before" that ends words which count from another act ("hours *after* the raid")."""
        last = sentence.token_at(date.end - 1)
        if last is None or not (last.lower_ in self._after or last.lower_ in self._before):
            return None
        return last

    def counts_from(self, draft: Draft, starts: Sequence[Token], date: DateExpression, index: int) -> bool:
        """Whether words tell how long before or after an act in the next phrase another was, and not when that was.

        The act in that phrase has a day of them only where they count from a day that is told, the other only where its
        clause tells no day of its own.
        """
        marker = self._marker(draft.sentence, date)
        token, doc = draft.token, draft.token.doc
        if marker is None:
            return False
        if token.i < marker.i:  # "…, hours after the raid": of the clause that it closes
            return min(price(s, doc[index]) for s in starts) > CLOSE
        told = [d for d in draft.sentence.dates if d.relation == "at" and d.start != date.start]
        if _in_phrase(token, marker):
            counted = date.offset_days is not None or date.months_away is not None
            return not (counted and told)
        clause = clause_of(doc[index])
        if all(clause.i != s.i and s.i != doc[index].head.i for s in starts):
            return True
        heads = (draft.sentence.head_of(d.start, d.end) for d in told if d.first.shape != "vague")
        return any(h is not None and is_under(h, clause) and not _in_phrase(h, marker) for h in heads)

    def in_phrase_apart(self, draft: Draft, word: Token) -> bool:
        """Whether a word stands in a phrase that tells from what another act is counted, and the draft does not ("came
        a day after gunmen killed six *in Quetta*")."""
        for date in draft.sentence.dates:
            marker = self._marker(draft.sentence, date)
            if marker is not None and _in_phrase(word, marker) and not _in_phrase(draft.token, marker):
                return True
        return False

    def _acts(self, draft: Draft, starts: Sequence[Token]) -> Iterator[Token]:
        own = {s.i for s in starts}
        for firing in self._report.firings_in(draft.sentence):
            if firing.trigger.kind in DONE and firing.token.i not in own:
                if draft.values.get("harm") in HARMS and firing.trigger.values.get("harm") in HARMS:
                    continue  # "killed four and wounded six two days later"
                yield firing.token

    def is_nearer_another(self, draft: Draft, starts: Sequence[Token], date: DateExpression, index: int) -> bool:
        """Whether words that go on from an act told before, or tell how long one lasted, stand with another act
        ("was seized and *freed two days later*", "some *were held for months* and two died")."""
        if date.first.shape not in (*GOES_ON, *OPEN):
            return False
        day, token = draft.token.doc[index], draft.token
        if date.first.shape in GOES_ON and draft.values.get("harm") not in HARMS and _goes_on_from(token, day):
            return True
        mine = min(price(s, day) for s in starts)
        for act in self._acts(draft, starts):
            if token.i < act.i < day.i and date.first.shape in GOES_ON and price(act, day) < mine:
                return True
            before = act.i < day.i < token.i and date.first.shape in OPEN and price(act, day) < mine
            if before and any(c.dep_ in SUBJECTS for c in clause_of(token).children):
                return True
        return False

    def ranks(self, draft: Draft, date: DateExpression, index: int) -> bool:
        """Whether a time only tells of which the act is the first or worst ("its first raid there since 2006", "since
        the truce of 2006")."""
        token = draft.token
        mark = draft.sentence.token_at(date.since) if date.since is not None else None
        behind = mark is not None and token.i < mark.i and all(not t.is_punct for t in token.doc[mark.i : index])
        behind = behind and not any((date.since or 0) <= d.start < date.start for d in draft.sentence.dates)
        if not (date.relation == "since" or behind):
            return False
        at = mark.i if mark is not None else index
        if any(self._is_ranking(t) for t in self.close_before(token, at)):
            return True  # "killed nine, the *highest* toll in the region since 2014"
        # "the heaviest shelling *since March* killed 12"
        own = {c.i for c in token.children if c.dep_ in SUBJECTS and is_under(token.doc[index], c)}
        return any(
            (word.head.i == noun.i or word.head.head.i == noun.i) and self._is_ranking(word)
            for noun in (token, *(c for c in token.children if c.dep_ == "obj" or c.i in own))
            if noun.pos_ == "NOUN"
            for word in noun.doc[max(0, noun.i - NEAR) : noun.i + NEAR]
        )

    def is_measure(self, draft: Draft, word: Token) -> bool:
        """Whether a time is what another is measured by, outside of which the act stands ("quieter *than at any time
        since 2015*, although a drone killed two")."""
        for node in reversed(word.doc[: word.i]):
            if node.lower_ in self._than:
                counted = (draft.sentence.token_at(n.number_start) for n in draft.sentence.numbers)
                return node.i + 1 not in {t.i for t in counted if t is not None}  # not "more than a dozen in May"
            if node.is_punct or is_clause(node) or node.i == draft.token.i:
                return False
        return False

    def compares(self, draft: Draft, date: DateExpression) -> bool:
        """Whether a toll is only set beside that of a date ("more *than in* 2012", "*dibanding* 2019")."""
        first = draft.sentence.token_at(date.start)
        report = self._report
        text, lists = report.document.text, report.tools.pack.words
        if draft.kind == "casualty" and was_then(draft.sentence, text, lists, date.start):
            return True
        if first is None or not (self._compared or self._amounts):
            return False
        words, before = lowered(first.doc), self.close_before(draft.token, first.i)
        if any(self._compared.at(words, t.i) for t in before):
            return True
        amount = next((t for t in before if self._amounts.at(words, t.i)), None)
        return amount is not None and self._sets_beside(draft.sentence, amount, first)

    def _sets_beside(self, sentence: Sentence, marker: Token, date: Token) -> bool:
        """Whether a marker stands between two numbers, and the second has no noun of its own before the date."""
        counted = [t for n in sentence.numbers if n.kind == "count" and (t := sentence.token_at(n.number_start))]
        behind = [t for t in counted if marker.i < t.i < date.i]
        if not behind or all(t.i > marker.i for t in counted):
            return False
        return not any(t.pos_ in ("NOUN", "PROPN") for t in marker.doc[behind[-1].i + 1 : date.i])

    def close_before(self, token: Token, at: int) -> list[Token]:
        """The words before `at` and behind `token`, up to a stop or verb: those of one phrase with what is there."""
        found: list[Token] = []
        for word in reversed(token.doc[max(0, at - PHRASE, token.i + 1) : at]):
            if not word.is_punct:
                found.append(word)
            if word.is_punct or word.pos_ in ("VERB", "AUX"):
                break
        return found


def _in_phrase(word: Token, marker: Token) -> bool:
    """Whether a word stands in the phrase or clause that an "after" or "before" opens."""
    if word.i < marker.i:
        return False
    if marker.head.i > marker.i:
        return is_under(word, marker.head)
    return all(not t.is_punct for t in word.doc[marker.i : word.i])


def _goes_on_from(token: Token, day: Token) -> bool:
    """Whether a date stands in a clause that is coordinated with that of an act and follows it."""
    clause = clause_of(day)
    return clause.dep_ == "conj" and token.i < clause.i and is_under(clause, token)
