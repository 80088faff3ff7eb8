"""The words of a mention as the actor registry compares them: without case, marks, dots and possessive endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

WORD: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?(?!\w)|\w+(?:['’ʼ]\w+)*")
OWNER: Final = re.compile(r"(?<=\w)['’ʼ][sS]$")
SEGMENT: Final = re.compile(r"[,;:()\[\]{}\"“”«»–—|/]")
ACRONYM: Final = 3
SHORT: Final = 400  # characters of a mention or of the rest of its sentence, which is asked for over again

T = TypeVar("T")


class Word(NamedTuple):
    """One word of a mention. `segment` counts the stretches between commas and brackets; a `bound` word is part of a
    compound that names no actor ("Iran-backed")."""

    norm: str
    text: str
    start: int
    end: int
    segment: int
    owner: bool
    bound: bool = False

    @property
    def capital(self) -> bool:
        """Whether it is written as a name."""
        return self.text[:1].isupper()


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case without marks, dots and apostrophes: the form in which names are compared."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return text.replace(".", "").replace("'", "").replace("’", "").replace("ʼ", "").casefold()


def norms(phrase: str) -> tuple[str, ...]:
    """The folded words of a name in the registry."""
    plain = phrase.replace("-", " ")
    if plain.isascii() and plain.replace(" ", "").isalnum():
        return tuple(plain.lower().split())
    return tuple(folded for found in WORD.findall(phrase) if (folded := fold(OWNER.sub("", found))))


def words(text: str, bound: frozenset[str] = frozenset()) -> list[Word]:
    """The words of a mention in order. `bound` holds the words that make a hyphenated compound no actor."""
    return list(_short(text, bound)) if len(text) <= SHORT else _split(text, bound)


@lru_cache(maxsize=4096)
def _short(text: str, bound: frozenset[str]) -> tuple[Word, ...]:
    return tuple(_split(text, bound))


def _split(text: str, bound: frozenset[str]) -> list[Word]:
    found: list[Word] = []
    cluster = 0
    segment = 0
    last = 0
    for match in WORD.finditer(text):
        gap = text[last : match.start()]
        if found and gap != "-":
            _bind(found, cluster, bound)
            cluster = len(found)
        # a comma inside a number ("10,000") divides nothing
        if SEGMENT.search(gap) and not (gap == "," and match.group()[0].isdigit()):
            segment += 1
        surface = OWNER.sub("", match.group())
        norm = fold(surface)
        last = match.end()
        if norm:
            found.append(
                Word(
                    norm,
                    surface,
                    match.start(),
                    match.start() + len(surface),
                    segment,
                    len(surface) < len(match.group()),
                )
            )
    _bind(found, cluster, bound)
    return found


def _bind(found: list[Word], cluster: int, bound: frozenset[str]) -> None:
    part = found[cluster:]
    if len(part) > 1 and any(word.norm in bound for word in part):
        found[cluster:] = [Word(w.norm, w.text, w.start, w.end, w.segment, w.owner, True) for w in part]


def slug(text: str) -> str:
    """A stable id for a name: ASCII words joined by hyphens; other scripts keep their letters."""
    return "-".join(norms(text))


def acronym(name: str) -> bool:
    """Whether the name is so short that only its capitals tell it from a word ("AS", "WHO")."""
    bare = name.replace(".", "")
    return len(bare) <= ACRONYM and bare.isupper()


class PhraseTable(Generic[T]):
    """Phrases of one or more words, each with what it stands for; looked up in running words, longest first."""

    def __init__(self) -> None:
        """An empty table."""
        self._by_first: dict[str, dict[tuple[str, ...], list[T]]] = {}
        self._longest: dict[str, int] = {}

    def add(self, phrase: str, value: T) -> None:
        """One phrase; several values may share it."""
        key = norms(phrase)
        if key:
            self._by_first.setdefault(key[0], {}).setdefault(key, []).append(value)
            self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def at(self, running: Sequence[str], index: int) -> Iterator[tuple[int, list[T]]]:
        """Lengths and values of all phrases that start at `index`, the longest first; none behind the last word."""
        first = running[index] if index < len(running) else ""
        table = self._by_first.get(first)
        if table is None:
            return
        for length in range(min(self._longest[first], len(running) - index), 0, -1):
            values = table.get(tuple(running[index : index + length]))
            if values:
                yield length, values

    def __iter__(self) -> Iterator[tuple[str, list[T]]]:
        """All phrases, their words in the form in which they are looked up, with a blank between them, and values."""
        return ((" ".join(key), values) for table in self._by_first.values() for key, values in table.items())

    def __contains__(self, phrase: str) -> bool:
        key = norms(phrase)
        return bool(key) and key in self._by_first.get(key[0], {})
