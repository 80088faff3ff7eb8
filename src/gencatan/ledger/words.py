"""Words as both stores index them: split here, not by the store, so that both find the same.

A word is a run of letters and digits, lower case, without marks above or below ("Sarsang", "sarsang"; "Şuşa", "susa").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gencatan.errors import UsageError

LAST_POSITION: Final = 16_383
"""PostgreSQL knows no later place in a tsvector,"""
MOST_PLACES: Final = 255
"""no more places of one word,"""
MOST_BYTES: Final = 900_000
"""and not much more than this in all. So what it indexes of a long text is several of them."""
LONGEST: Final = 60
MOST_ASKED: Final = 32

_RUN: Final = re.compile(r"[^\W_]+")
_TERM: Final = re.compile(r'"([^"]*)"?|(\S+)')


def fold(word: str) -> str:
    """One word as it is compared."""
    if word.isascii():
        return word.lower()[:LONGEST]
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))[:LONGEST]


def runs(text: str) -> Iterator[tuple[str, int, int]]:
    """Each word of a text, folded, with its offsets."""
    for match in _RUN.finditer(text):
        word = fold(match.group())
        if not word.isalnum():  # folding may leave signs that are no letters (a fraction's stroke): they split nothing
            word = "".join(letter for letter in word if letter.isalnum())
        if word:
            yield word, match.start(), match.end()


def index_words(title: str | None, text: str) -> list[str]:
    """What is indexed of a document, in order: the title's words, then the text's."""
    return [word for part in (title or "", text) for word, _, _ in runs(part)]


def tsvectors(words: Sequence[str]) -> Iterator[str]:
    """Words with their positions as PostgreSQL writes tsvectors: one, or for a long text several.

    Each begins with the last words of the one before, so that whatever may be asked for in a row stands in one of them.
    """
    begin, end = 0, _end(words, 0)
    while end < len(words):
        yield _tsvector(words[begin:end])
        begin = end - (MOST_ASKED - 1)
        end = _end(words, begin)
    yield _tsvector(words[begin:])


def _end(words: Sequence[str], begin: int) -> int:
    """Where a tsvector must end that begins there."""
    times: dict[str, int] = {}
    size = 0
    last = min(begin + LAST_POSITION, len(words))
    for at in range(begin, last):
        word = words[at]
        times[word] = times.get(word, 0) + 1
        size += len(word.encode()) + 4
        if times[word] > MOST_PLACES or size > MOST_BYTES:
            return at
    return last


def _tsvector(words: Sequence[str]) -> str:
    places: dict[str, list[int]] = {}
    for position, word in enumerate(words, start=1):
        places.setdefault(word, []).append(position)
    return " ".join(f"'{word}':{','.join(map(str, at))}" for word, at in places.items())


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand in a row; with `open_end` the last need only begin so."""

    words: tuple[str, ...]
    open_end: bool = False


def parse_query(words: str) -> tuple[Term, ...]:
    """What was asked: all terms must occur. `"two words"` stand in a row, `perang*` begins so.

    Raises UsageError where nothing is left to look for, or for more than 32 words.
    """
    terms = tuple(term for match in _TERM.finditer(words) if (term := _term(match[1], match[2])).words)
    if not terms:
        raise UsageError(f"nothing to search for in {words[:40]!r}")
    if sum(len(term.words) for term in terms) > MOST_ASKED:
        raise UsageError(f"more than {MOST_ASKED} words to search for")
    return terms


def _term(phrase: str | None, plain: str | None) -> Term:
    words = tuple(word for word, _, _ in runs(plain or phrase or ""))
    return Term(words, open_end=plain is not None and plain.endswith("*"))


def fts_query(terms: Iterable[Term]) -> str:
    """As FTS5 asks."""
    return " AND ".join(f'"{" ".join(term.words)}"' + ("*" if term.open_end else "") for term in terms)


def ts_query(term: Term) -> str:
    """As PostgreSQL asks, for one term: of a long text two may stand in different tsvectors."""
    return " <-> ".join(_lexemes(term))


def _lexemes(term: Term) -> list[str]:
    *before, last = term.words
    return [f"'{word}'" for word in before] + [f"'{last}'" + (":*" if term.open_end else "")]
