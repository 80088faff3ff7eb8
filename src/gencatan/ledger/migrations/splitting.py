"""How words are split in the full-text index since schema 0006: what that fills it with.

A copy of `gencatan.ledger.words` as it was when it was released, so that bringing an old ledger up to date gives
the same whatever becomes of that. Like every schema it is never changed: what splits otherwise takes a migration with
its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

LONGEST: Final = 60
LAST_POSITION: Final = 16_383
MOST_PLACES: Final = 255
MOST_BYTES: Final = 900_000
OVERLAP: Final = 31

_RUN: Final = re.compile(r"[^\W_]+")


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower()[:LONGEST]
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    folded = "".join(letter for letter in decomposed if not unicodedata.combining(letter))[:LONGEST]
    return folded if folded.isalnum() else "".join(letter for letter in folded if letter.isalnum())


def index_words(title: str | None, text: str) -> list[str]:
    """The title's words, then the text's."""
    folded = (_fold(match.group()) for part in (title or "", text) for match in _RUN.finditer(part))
    return [word for word in folded if word]


def tsvectors(words: Sequence[str]) -> Iterator[str]:
    """The words as tsvectors, each beginning with the last words of the one before."""
    begin, end = 0, _end(words, 0)
    while end < len(words):
        yield _tsvector(words[begin:end])
        begin = end - OVERLAP
        end = _end(words, begin)
    yield _tsvector(words[begin:])


def _end(words: Sequence[str], begin: int) -> int:
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
