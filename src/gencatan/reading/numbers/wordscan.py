"""Words with offsets, and phrases looked up in them: the floor under dates and numbers.

Everything here is language-neutral; the phrases come from a pack's TOML. Offsets count code points of the
document's text, end exclusive. Hostile text costs linear time: one regex without nesting, then dictionaries.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli

from gencatan.errors import PackError

_WORD = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_SAME = {"–": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "’": "'", "‘": "'", "ʼ": "'"}
_OPENING = frozenset("\"'“”‘(«—-[")


class Words:
    """The words of `text[start:end]`: runs of digits, runs of letters, and single other signs.

    `lows[i]` is word i in lower case, with every kind of hyphen and apostrophe written as `-` and `'`; the
    dash between clauses (`—`) stays itself. `starts` and `ends` are offsets into the whole text.
    """

    __slots__ = ("ends", "lows", "starts", "text")

    def __init__(self, text: str, start: int = 0, end: int | None = None) -> None:
        """Split `text[start:end]`; offsets outside the text are cut to it, as slices do."""
        self.text = text
        found = list(_WORD.finditer(text, max(start, 0), len(text) if end is None else max(end, 0)))
        self.starts = [word.start() for word in found]
        self.ends = [word.end() for word in found]
        lows = [word.group().lower() for word in found]
        self.lows = lows if text.isascii() else [_SAME.get(low, low) for low in lows]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.lows)

    def low(self, index: int) -> str:
        """Word `index` in lower case, or "" outside the sentence."""
        lows = self.lows
        return lows[index] if 0 <= index < len(lows) else ""

    def glued(self, index: int) -> bool:
        """Whether word `index` follows the word before it without a space (False at either edge)."""
        return 0 < index < len(self.lows) and self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether word `index` begins with a capital."""
        return self.text[self.starts[index]].isupper()

    def initial(self, index: int) -> bool:
        """Whether word `index` opens the sentence, opening signs aside."""
        return all(low in _OPENING for low in self.lows[:index]) if index < 4 else False

    def acronym(self, index: int) -> bool:
        """Whether word `index` is two capitals or more."""
        if not self.is_letters(index):
            return False
        word = self.text[self.starts[index] : self.ends[index]]
        return len(word) > 1 and word.isupper()

    def is_letters(self, index: int) -> bool:
        """Whether word `index` is a run of letters."""
        return 0 <= index < len(self.lows) and self.lows[index][0].isalpha()

    def is_digits(self, index: int) -> bool:
        """Whether word `index` is a run of digits."""
        return 0 <= index < len(self.lows) and self.lows[index].isdecimal()


class PhraseTable:
    """Phrases of one or more words, each filed under a class with a value.

    A phrase written with a capital is met only where the text has one too ("May", "Minggu"); one that
    begins with `~` only in lower case or at the start of a sentence ("~minggu"); others in any case.
    """

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[tuple[str, str, str]]) -> None:
        """File `(class, value, phrase)` triples; a phrase without any word raises ValueError."""
        self._by_first: dict[str, dict[str, list[tuple[tuple[str, ...], str, str, str]]]] = {}
        for name, value, phrase in phrases:
            case = "small" if phrase.startswith("~") else "capital" if phrase[:1].isupper() else ""
            lows = Words(phrase.removeprefix("~")).lows
            if not lows:
                raise ValueError(f"{phrase!r} has no word in it")
            by_second = self._by_first.setdefault(lows[0], {})
            by_second.setdefault("".join(lows[1:2]), []).append((tuple(lows[1:]), name, value, case))
        for by_second in self._by_first.values():
            for rows in by_second.values():
                rows.sort(key=lambda row: -len(row[0]))

    def __contains__(self, low: str) -> bool:
        """Whether some phrase begins with the word `low`."""
        return low in self._by_first

    @property
    def openers(self) -> frozenset[str]:
        """The first words of all phrases, in lower case."""
        return frozenset(self._by_first)

    def at(self, words: Words, index: int) -> Iterator[tuple[str, str, int]]:
        """Every phrase at word `index` as (class, value, index after it), longest first."""
        by_second = self._by_first.get(words.low(index))
        if by_second is None:
            return
        for second in (words.low(index + 1), ""):
            for rest, name, value, case in by_second.get(second, ()):
                after = index + 1 + len(rest)
                if len(rest) > 1 and tuple(words.lows[index + 1 : after]) != rest:
                    continue
                if (
                    not case
                    or words.capital(index) == (case == "capital")
                    or (case == "small" and words.initial(index))
                ):
                    yield name, value, after
            if not second:
                return

    def longest(self, words: Words, index: int, *names: str) -> tuple[str, str, int] | None:
        """The longest phrase at word `index` in one of the classes `names`."""
        if not 0 <= index < len(words.lows) or words.lows[index] not in self._by_first:
            return None
        return next((hit for hit in self.at(words, index) if hit[0] in names), None)


class BackwardPhrases:
    """Phrases looked up by where they end: the words that stand before a number or a date.

    One written with a capital is met only where the text has one too.
    """

    __slots__ = ("_by_last",)

    def __init__(self, phrases: Iterable[tuple[str, str, str]]) -> None:
        """File `(class, value, phrase)` triples; a phrase without any word raises ValueError."""
        self._by_last: dict[str, list[tuple[tuple[str, ...], str, str, bool]]] = {}
        for name, value, phrase in phrases:
            lows = Words(phrase).lows
            if not lows:
                raise ValueError(f"{phrase!r} has no word in it")
            row = (tuple(lows[:-1]), name, value, phrase[:1].isupper())
            self._by_last.setdefault(lows[-1], []).append(row)
        for rows in self._by_last.values():
            rows.sort(key=lambda row: -len(row[0]))

    def before(self, words: Words, index: int) -> Iterator[tuple[str, str, int]]:
        """Every phrase that ends right before word `index`, as (class, value, its first word), longest first."""
        if index <= 0:
            return
        for rest, name, value, capital in self._by_last.get(words.lows[index - 1], ()):
            first = index - 1 - len(rest)
            if first < 0 or (rest and tuple(words.lows[first : index - 1]) != rest):
                continue
            if not capital or words.capital(first):
                yield name, value, first

    def longest(self, words: Words, index: int, *names: str) -> tuple[str, str, int] | None:
        """The longest such phrase in one of the classes `names`."""
        if index <= 0 or words.lows[index - 1] not in self._by_last:
            return None
        return next((hit for hit in self.before(words, index) if hit[0] in names), None)


def load_toml(path: Path) -> dict[str, Any]:
    """The tables of a pack's file; PackError names the file where it is missing or no TOML."""
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError(f"{path}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomli.TOMLDecodeError) as error:
        raise PackError(f"{path}: {error}") from error


class PackTable:
    """One table of a pack's TOML, read key by key; every complaint names file and key."""

    def __init__(self, data: Mapping[str, Any], source: str, at: str = "") -> None:
        """`source` is the file, `at` the dotted key of this table."""
        self._data, self._source, self._at = data, source, at

    def error(self, key: str, why: str) -> PackError:
        """The complaint about `key`, to be raised by the caller."""
        return PackError(f"{self._source}: {self._at}{key}: {why}")

    def only(self, *known: str) -> None:
        """Refuse keys that nobody reads."""
        for key in self._data:
            if key not in known:
                raise self.error(key, "unknown key")

    def string(self, key: str, default: str = "") -> str:
        """A string."""
        value = self._data.get(key, default)
        if not isinstance(value, str):
            raise self.error(key, "must be a string")
        return value

    def flag(self, key: str) -> bool:
        """True or false, false where the key is absent."""
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise self.error(key, "must be true or false")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        """A list of phrases, empty where the key is absent."""
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and Words(item).lows for item in value):
            raise self.error(key, "must be a list of phrases")
        return tuple(value)

    def table(self, key: str) -> PackTable:
        """A table, empty where the key is absent."""
        value = self._data.get(key, {})
        if not isinstance(value, dict):
            raise self.error(key, "must be a table")
        return PackTable(value, self._source, f"{self._at}{key}.")

    def tables(self, key: str) -> list[PackTable]:
        """An array of tables, empty where the key is absent."""
        value = self._data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, "must be an array of tables")
        return [PackTable(item, self._source, f"{self._at}{key}[{n}].") for n, item in enumerate(value)]

    def names(self) -> tuple[str, ...]:
        """The keys present."""
        return tuple(self._data)

    def phrases(self, key: str, check: Callable[[str], object] | None = None) -> list[tuple[str, str, str]]:
        """A table of value = phrases as `(key, value, phrase)`; `check` refuses a value by ValueError."""
        inner = self.table(key)
        out = []
        for value in inner.names():
            if check is not None:
                try:
                    check(value)
                except ValueError as error:
                    raise inner.error(value, str(error)) from error
            out += [(key, value, phrase) for phrase in inner.strings(value)]
        return out
