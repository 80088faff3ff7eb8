"""One parsed sentence: its words, its tree and what words tell whatever the tree. Offsets are the document's."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gencatan.language.triggers import Hit, Trigger, Word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from gencatan.reading.dates.found import DateExpression
    from gencatan.reading.numbers.found import NumberMention

ENDS: Final = "gencatan.ends"
WIDE: Final = re.compile(r"\s{2,}+|[^\S ]")


@dataclass(slots=True)
class Sentence:
    """A parsed sentence. `start`/`end` are code point offsets in the document; `doc` is None if it was not parsed."""

    index: int
    paragraph: int
    start: int
    end: int
    text: str
    words: list[Word]
    hits: list[Hit]
    doc: Doc | None = None
    dates: list[DateExpression] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)
    date_tokens: frozenset[int] = frozenset()
    _dropped: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)
    _tokens: tuple[Token, ...] = field(default=(), init=False, repr=False, compare=False)

    def to_parse(self) -> str:
        """Its text with one blank between words: to a parser a wider gap is a word, and parts what belongs together."""
        return WIDE.sub(" ", self.text)

    def parsed_as(self, doc: Doc) -> None:
        """Take the tree of `to_parse`. Offsets stay the document's: each blank left out is known by where it stood."""
        self.doc = doc
        dropped: list[int] = []
        for gap in WIDE.finditer(self.text):
            dropped.extend([gap.start() - len(dropped) + 1] * (gap.end() - gap.start() - 1))
        self._dropped = tuple(dropped)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of its tree, none without one; made once, for spaCy makes a token anew whenever one is asked for.

        They are kept here and not with the tree, which would hold itself then and never be freed at once.
        """
        if self.doc is not None and (not self._tokens or self._tokens[0].doc is not self.doc):
            self._tokens = tuple(self.doc)
        return self._tokens

    def token_at(self, offset: int) -> Token | None:
        """The token that covers the document offset, or None."""
        if self.doc is None:
            return None
        here = offset - self.start
        ends = self._ends(self.doc)
        at = bisect_right(ends, here)
        if at == len(ends):
            return None
        token = self.tokens[at]
        return token if self._start(token) <= here else None

    def triggers_at(self, token: Token) -> Iterator[Trigger]:
        """The entries in whose words a token stands, whether they are at work there or not."""
        at = self.from_(token)
        return (trigger for hit in self.hits if hit.start <= at < hit.end for trigger in hit.triggers)

    def head_of(self, start: int, end: int) -> Token | None:
        """The highest token of those that cover the document offsets [start, end)."""
        tokens = self.tokens_in(start, end)
        if not tokens:
            return self.token_at(start)
        inside = {t.i for t in tokens}
        for token in tokens:
            if token.head.i not in inside or token.head.i == token.i:
                return token
        return tokens[0]

    def last_word(self, number: NumberMention) -> Token | None:
        """The last word of a number ("two *million*"), which the parser hangs the rest on; None without a tree."""
        return next(reversed(self.tokens_in(number.number_start, number.number_end)), None)

    def tokens_in(self, start: int, end: int) -> list[Token]:
        """The tokens that touch the document offsets [start, end)."""
        if self.doc is None:
            return []
        here = end - self.start
        found = []
        for token in self.tokens[bisect_right(self._ends(self.doc), start - self.start) :]:
            if self._start(token) >= here:
                break
            found.append(token)
        return found

    def tokens_behind(self, offset: int, count: int) -> list[Token]:
        """The first so many tokens that end behind the document offset."""
        if self.doc is None:
            return []
        at = bisect_right(self._ends(self.doc), offset - self.start)
        return list(self.tokens[at : at + count])

    def from_(self, token: Token) -> int:
        """Where the token starts in the document."""
        return self.start + self._start(token)

    def to(self, token: Token) -> int:
        """Where the token ends in the document."""
        return self.start + self._start(token) + len(token.text)

    def _start(self, token: Token) -> int:
        """Where a token starts, from the sentence's start."""
        at = token.idx
        return at + bisect_right(self._dropped, at) if self._dropped else at

    def _ends(self, doc: Doc) -> list[int]:
        """Where the tokens of the sentence end, from its start."""
        ends: list[int] | None = doc.user_data.get(ENDS)
        if ends is None or len(ends) != len(doc):
            ends = doc.user_data[ENDS] = [self._start(t) + len(t) for t in doc]
        return ends
