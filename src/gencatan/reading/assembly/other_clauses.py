"""Dates and places of a clause beside that of an act: of meeting to speak of it, of arriving before, of what follows.

Parsers join such a clause to the act's words more often than not; word order and a few words tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.reading.assembly.proximity import is_under
from gencatan.reading.dates.found import DateExpression
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import RELATIVE, SUBJECTS, marks

if TYPE_CHECKING:
    from spacy.tokens import Token

DONE: Final = frozenset({"event", "casualty"})
STEPS: Final = 5
WITHIN: Final = frozenset({"nmod", "acl", "conj", "obj", "compound", "flat"})
"""Relations that lead from an act up to the noun that is spoken of."""


class OtherClauses:
    """Tells for the drafts of one report what around them is of the clause beside theirs."""

    def __init__(self, report: Report) -> None:
        """Take the report with its drafts made."""
        self._report = report
        self._topics = report.tools.pack.words("topic_markers")

    def joined_to_place(self, draft: Draft, word: Token) -> bool:
        """Whether an act's noun, with a clause of its own, is joined wrongly to the place before it ("arrived at the
        base *in X and the attack* was meant to …")."""
        noun = draft.token.head
        if draft.token.dep_ != "conj" or self._report.tools.mentions.is_event(noun):
            return False
        return noun.pos_ in ("NOUN", "PROPN") and word.i < draft.token.i and is_under(word, noun)

    def of_going_before(self, draft: Draft, word: Token) -> bool:
        """Whether a word tells where somebody went or met in a clause that an "and" ends before the one of an act's
        noun ("arrived *at the base in X* and the attack was meant to …")."""
        noun, verb = draft.token, draft.token.head
        if draft.kind not in DONE or noun.dep_ not in SUBJECTS or word.i > noun.i or is_under(word, verb):
            return False
        joined = verb.dep_ in ("conj", "advcl", "parataxis") and not marks(verb)
        if not joined or not any(c.dep_ == "cc" and c.i < noun.i for t in (noun, verb) for c in t.children):
            return False
        return bool(self._report.at(draft.sentence, verb.head, "meeting"))

    def spoken_about(self, draft: Draft) -> Token | None:
        """The noun or clause of an act that people met to speak of, on another day and elsewhere ("bertemu di Kairo
        hari Senin *membahas serangan yang menewaskan dua orang*")."""
        if draft.kind not in DONE:
            return None
        node = draft.token
        for _ in range(STEPS):
            if node.dep_ == "obj" and node.head.lower_ in self._topics:
                return draft.token
            if node.dep_.split(":")[0] not in WITHIN or node.head.i == node.i:
                return None
            node = node.head
        return None

    def opens_next(self, draft: Draft, starts: Sequence[Token], date: DateExpression) -> bool:
        """Whether a date stands between a comma and a verb that tells of something else ("speaking of the fighting,
        *on Monday* called it grave"): it tells when that was."""
        first, last = (draft.sentence.token_at(at) for at in (date.start, date.end - 1))
        if first is None or last is None or first.i <= draft.token.i + 1 or last.i + 2 >= len(last.doc):
            return False
        if first.nbor(-1).text != ",":
            return False
        verb = last.nbor(1)
        if verb.text == ",":  # "…, on Monday, said"
            verb = last.nbor(2)
            told_by = any(c.dep_ in SUBJECTS and c.i < first.i for c in verb.children)
            if not told_by or not self._report.tools.attributions.reports(verb):
                return False  # but "…, on Monday, said police"
        if verb.pos_ != "VERB" or any(verb.i == s.i for s in starts):
            return False
        return verb.dep_ not in RELATIVE and all(c.i != draft.token.i for c in verb.children)
