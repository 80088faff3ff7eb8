"""The number words of a language, and cardinals read from them.

All words come from the pack's `numbers.toml`; its errors are PackError naming file and key.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from gencatan.language.schema import NUMBERS
from gencatan.reading.numbers.wordscan import BackwardPhrases, PackTable, PhraseTable, Words, load_toml

HEDGES = ("at_least", "more_than", "up_to", "less_than", "about", "nearly", "exact")
_UNITS = ("money", "percent", "measure", "duration", "age", "time", "person")
_BEFORE = ("money", "label", "age", "time")
_LARGEST = 10**12
_LONGEST = 12  # words in one number, digits in one run: more is no count, and costs too much


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number read from words `first` to `after` (indexes, end exclusive).

    `mantissa` and `scale`, its last multiplier, are 2 and 1000000 in "2 million".
    """

    value: Fraction
    first: int
    after: int
    mantissa: Fraction
    scale: int

    @property
    def whole(self) -> int | None:
        """The number, None where it is no whole one."""
        return self.value.numerator if self.value.denominator == 1 else None


class NumberLexicon:
    """A pack's number words, frozen once built."""

    __slots__ = (
        "before",
        "decimal",
        "forward",
        "hedge_floor",
        "known_after",
        "no_hedge_after",
        "ordinal_prefixes",
        "ordinal_suffixes",
        "ordinals",
        "starters",
        "thousands",
    )

    def __init__(self, data: Mapping[str, Any], source: str = "numbers.toml") -> None:
        """Build from the parsed TOML; raises PackError naming `source` and the key at fault."""
        root = PackTable(data, source)
        root.only(*NUMBERS)
        self.decimal = root.string("decimal", ".")
        self.thousands = root.string("thousands", ",")
        ordinals = root.phrases("ordinals", int)
        self.ordinals = PhraseTable(ordinals)
        self.ordinal_suffixes = frozenset(root.strings("ordinal_suffixes"))
        self.known_after = frozenset(root.strings("known_after"))
        self.ordinal_prefixes = frozenset(root.strings("ordinal_prefixes"))
        self.hedge_floor = {phrase: int(value) for _, value, phrase in root.phrases("hedge_floor", int)}
        self.no_hedge_after = frozenset(root.strings("no_hedge_after"))
        self.forward = PhraseTable(_forward(root))
        self.before = BackwardPhrases(_backward(root))
        self.starters = frozenset(
            low for name in ("cardinals", "leads", "vague", "roughly", "not_numbers", "multipliers")
            for low in _first_words(root, name)
        )  # fmt: skip

    @classmethod
    def load(cls, path: Path) -> NumberLexicon:
        """Read a pack's `numbers.toml`; raises PackError naming file and key."""
        return cls(load_toml(path), str(path))

    def cardinal(self, words: Words, index: int) -> Cardinal | None:
        """The longest cardinal that begins at word `index`, in digits, words or both ("1,5 juta")."""
        first = self._digits(words, index) or self._lead(words, index) or self._word(words, index, 0)
        if first is None:
            return None
        value, scale, after = first
        parts: list[tuple[Fraction, int]] = [(value, scale)]
        last_scale = 1
        while after - index < _LONGEST:
            step = self._multiply(words, after, parts) or self._add(words, after, parts)
            if step is None or sum(part for part, _ in step[0]) > _LARGEST:
                break
            parts, after, multiplier = step
            last_scale = multiplier or 1
        total = sum((part for part, _ in parts), Fraction(0))
        return Cardinal(total, index, after, total / last_scale, last_scale)

    def _digits(self, words: Words, index: int) -> tuple[Fraction, int, int] | None:
        if not words.is_digits(index) or len(words.lows[index]) > _LONGEST:
            return None
        text, after = words.lows[index], index + 1
        separator = words.low(after)
        if len(text) <= 3 and (separator == self.thousands or self._odd_group(words, after)):
            while words.low(after) == separator and self._group(words, after) and len(text) < _LONGEST:
                text, after = text + words.lows[after + 1], after + 2
        marked = words.low(after) == self.decimal or self._odd_decimal(words, after)
        if marked and words.glued(after) and words.glued(after + 1):
            digits = words.low(after + 1)
            if digits.isdecimal() and len(digits) <= 3:
                return Fraction(int(text + digits), 10 ** len(digits)), 1, after + 2
        return Fraction(int(text)), 1, after

    def _odd_decimal(self, words: Words, index: int) -> bool:
        """Whether "2.5 juta" has a decimal though the language parts thousands so: a group has three digits."""
        if words.low(index) != self.thousands or not 0 < len(words.low(index + 1)) < len("000"):
            return False
        return self.forward.longest(words, index + 2, "multipliers") is not None

    def _odd_group(self, words: Words, index: int) -> bool:
        """Whether "3,132" stands for thousands though the language writes decimals so: people come whole."""
        if words.low(index) != self.decimal or not self._group(words, index):
            return False
        return self.forward.longest(words, index + 2, "multipliers") is None

    @staticmethod
    def _group(words: Words, index: int) -> bool:
        """Whether a separator and exactly three digits stand at `index`, glued to what is before."""
        digits = words.low(index + 1)
        return words.glued(index) and words.glued(index + 1) and len(digits) == 3 and digits.isdecimal()

    def _lead(self, words: Words, index: int) -> tuple[Fraction, int, int] | None:
        """ "a" before "hundred": worth one."""
        if not self.forward.longest(words, index, "leads"):
            return None
        return (Fraction(1), 1, index + 1) if self.forward.longest(words, index + 1, "multipliers") else None

    def _word(self, words: Words, index: int, room: int) -> tuple[Fraction, int, int] | None:
        """A simple number word below `room` (0: any), with its scale: how much may be added to it."""
        hit = self.forward.longest(words, index, "cardinals")
        if hit is None:
            return None
        value = int(hit[1])
        if room and value >= room:
            return None
        return Fraction(value), _room(value), hit[2]

    def _multiply(
        self, words: Words, index: int, parts: list[tuple[Fraction, int]]
    ) -> tuple[list[tuple[Fraction, int]], int, int] | None:
        at = index + 1 if words.low(index) == "-" and words.glued(index) and words.glued(index + 1) else index
        hit = self.forward.longest(words, at, "multipliers", "teens")
        if hit is None:
            return None
        factor = int(hit[1])
        if hit[0] == "teens":
            last, scale = parts[-1]
            return None if scale > 1 or last >= 10 else ([*parts[:-1], (last + factor, 1)], hit[2], 0)
        kept, chunk = list(parts), Fraction(0)
        while kept and kept[-1][0] < factor:
            chunk += kept.pop()[0]
        if chunk == 0 or (kept and kept[-1][1] <= factor):
            return None
        return [*kept, (chunk * factor, factor if factor % 10 == 0 else 1)], hit[2], factor

    def _add(
        self, words: Words, index: int, parts: list[tuple[Fraction, int]]
    ) -> tuple[list[tuple[Fraction, int]], int, int] | None:
        room, at = parts[-1][1], index
        if room <= 1:
            return None
        if words.low(at) == "-" and words.glued(at) and words.glued(at + 1):
            at += 1
        else:
            joiner = self.forward.longest(words, at, "joiners")
            if joiner:
                if room < 100:  # "two hundred and five", but "twenty and five" are two numbers
                    return None
                at = joiner[2]
        word = self._word(words, at, room)
        return None if word is None else ([*parts, (word[0], word[1])], word[2], 0)

    def opens_ordinal(self, low: str) -> bool:
        """Whether an ordinal may begin with a word; cheap, and never wrong about a no."""
        return low in self.ordinals or low in self.ordinal_prefixes or low[:1].isdecimal() or "-" in low

    def ordinal(self, words: Words, index: int) -> tuple[int, int] | None:
        """An ordinal at word `index` ("fifth", "5th", "kelima", "ke-5") as (value, index after it)."""
        low = words.low(index)
        hit = self.ordinals.longest(words, index, "ordinals") if low in self.ordinals else None
        if hit:
            return int(hit[1]), hit[2]
        if words.is_digits(index) and len(low) <= 3:
            if words.low(index + 1) in self.ordinal_suffixes and words.glued(index + 1):
                return int(low), index + 2
        elif low in self.ordinal_prefixes:
            at = index + 2 if words.low(index + 1) == "-" else index + 1
            if words.is_digits(at) and words.glued(at) and len(words.lows[at]) <= 3:
                return int(words.lows[at]), at + 1
        return None


def _room(value: int) -> int:
    """What may follow a number word: less than ten after "twenty", less than 100 after "seratus"."""
    if value < 20 or value % 10:
        return 10 if value == 10 else 1
    scale = 10
    while value % (scale * 10) == 0:
        scale *= 10
    return scale


def _first_words(root: PackTable, key: str) -> Iterator[str]:
    if key in ("leads", "not_numbers"):
        yield from (Words(phrase).lows[0] for phrase in root.strings(key))
    else:
        yield from (Words(phrase).lows[0] for _, _, phrase in root.phrases(key))


def _whole(value: str) -> None:
    if not 0 <= int(value) <= _LARGEST:
        raise ValueError("must be a whole number not above 10^12")


def _range(value: str) -> None:
    low, dash, high = value.partition("-")
    _whole(low)
    _whole(high)
    if not dash or int(low) > int(high):
        raise ValueError('must be a range such as "20-99"')


def _one_of(*known: str) -> Any:
    def check(value: str) -> None:
        if value not in known:
            raise ValueError(f"must be one of {', '.join(known)}")

    return check


def _forward(root: PackTable) -> Iterator[tuple[str, str, str]]:
    """What is met at or after a number."""
    for key in ("cardinals", "multipliers", "teens", "roughly"):
        yield from root.phrases(key, _whole)
    yield from root.phrases("vague", _range)
    yield from root.phrases("hedges_after", _one_of(*HEDGES))
    yield from root.phrases("units", _one_of(*_UNITS))
    yield from root.phrases("not_after", _one_of(*HEDGES))
    for key in ("joiners", "leads", "not_numbers", "articles", "not_articles", "rough_suffixes"):
        yield from ((key, "", phrase) for phrase in root.strings(key))
    for _, value, phrase in root.phrases("connectors", _one_of("any", "between")):
        yield "connectors", value, phrase


def _backward(root: PackTable) -> Iterator[tuple[str, str, str]]:
    """What is met before a number."""
    yield from root.phrases("hedges", _one_of(*HEDGES, "between", "from"))
    yield from root.phrases("before", _one_of(*_BEFORE))
    yield from (("fillers", "", phrase) for phrase in root.strings("fillers"))
