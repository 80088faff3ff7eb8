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

MOST_INDEXED: Final = 60_000
"""Words of one document that are indexed: far beyond any report, and within what a tsvector holds."""
MOST_BYTES: Final = 900_000
MOST_POSITION: Final = 16_383
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
    found: list[str] = []
    size = 0
    for part in (title or "", text):
        for word, _, _ in runs(part):
            size += len(word.encode()) + 4
            if len(found) >= MOST_INDEXED or size > MOST_BYTES:
                return found
            found.append(word)
    return found


def tsvector(words: Sequence[str]) -> str:
    """Words with their positions as PostgreSQL writes a tsvector."""
    places: dict[str, list[int]] = {}
    for position, word in enumerate(words, start=1):
        places.setdefault(word, []).append(min(position, MOST_POSITION))
    return " ".join(f"'{word}':{','.join(map(str, at[:255]))}" for word, at in places.items())


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


def ts_query(terms: Iterable[Term]) -> str:
    """As PostgreSQL asks."""
    return " & ".join("(" + " <-> ".join(_lexemes(term)) + ")" for term in terms)


def _lexemes(term: Term) -> list[str]:
    *before, last = term.words
    return [f"'{word}'" for word in before] + [f"'{last}'" + (":*" if term.open_end else "")]
