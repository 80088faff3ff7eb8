"""A pack's `dates.toml`: the words of dates and the forms they are put in; faults are PackError."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from gencatan.language.schema import DATE_SHAPES, DATES
from gencatan.reading.dates.grammar import Edge, Grammar, Row, macros_in, rows
from gencatan.reading.numbers.lexicon import NumberLexicon
from gencatan.reading.numbers.wordscan import BackwardPhrases, PackTable, PhraseTable, Words, load_toml

UNITS = ("minute", "hour", "day", "week", "weekend", "month", "year", "decade")
RELATIONS = ("at", "since", "until", "before", "after", "between", "from")
_BUILT_IN = frozenset({"n", "day", "day.nth", "month_no", "year", "year.likely", "year2", "nth", "word"})
_GROUP = 3  # digits behind the mark of a grouped number
_YEARS = range(1500, 2200)
_LIKELY = range(1900, 2100)  # years even without a word that says so: counts of that size have a separator
_MOST = 9999


def _int(low: int, high: int) -> Callable[[str], None]:
    def check(value: str) -> None:
        if not low <= int(value) <= high:
            raise ValueError(f"must be from {low} to {high}")

    return check


def _among(*known: str) -> Callable[[str], None]:
    def check(value: str) -> None:
        if value not in known:
            raise ValueError(f"must be one of {', '.join(known)}")

    return check


def _span(value: str) -> None:
    count, _, unit = value.partition(" ")
    _int(0, _MOST)(count)
    _among(*UNITS)(unit)


def _offset(value: str) -> None:
    first, _, last = value.partition("/")
    if not -7 <= int(first) <= int(last or first) <= 7:
        raise ValueError('must be days from today such as "-1", or two of them such as "-1/0"')


def _named(value: str) -> None:
    dt.date.fromisoformat(value if not value.startswith("--") else "2000" + value[1:])


_SLOTS: Mapping[str, Callable[[str], None]] = {
    "weekday": _int(1, 7),
    "month": _int(1, 12),
    "unit": _among(*UNITS),
    "span": _span,
    "shift": _int(-2, 2),
    "edge": _among("early", "mid", "late"),
    "bound": _among("more", "less", "about"),
    "offset": _offset,
    "named": _named,
}


SLOTS = frozenset(_SLOTS) | {"year", "day", "n"}


class DateLexicon:
    """A pack's words and forms of dates, frozen once built."""

    __slots__ = (
        "_classes",
        "_grammar",
        "_openers",
        "_worded",
        "before",
        "behind",
        "connectors",
        "month_first_too",
        "numbers",
        "possessive",
        "shapes",
    )

    def __init__(self, data: Mapping[str, Any], numbers: NumberLexicon, source: str = "dates.toml") -> None:
        """Build from the parsed TOML; raises PackError naming `source` and the key at fault."""
        root = PackTable(data, source)
        root.only(*DATES)
        self.numbers = numbers
        self.month_first_too = root.flag("month_first_too")
        self.behind = frozenset(root.strings("behind"))
        self.possessive = PhraseTable(("possessive", "", phrase) for phrase in root.strings("possessive"))
        connectors = root.phrases("connectors", _among("any", "between"))
        self.connectors = PhraseTable(connectors)
        fillers = [("fillers", "", phrase) for phrase in root.strings("fillers")]
        self.before = BackwardPhrases([*root.phrases("relations", _among(*RELATIONS)), *fillers])
        classes = root.table("classes")
        phrases = [triple for name in classes.names() for triple in _class(classes, name)]
        self._classes = PhraseTable(phrases)
        self._worded = self._classes.openers
        self.shapes: tuple[str, ...]
        self._grammar, self.shapes = _grammar(root, frozenset(classes.names()))
        self._openers = self._worded.union(
            self._grammar.openers, numbers.starters, numbers.ordinals.openers, numbers.ordinal_prefixes
        )

    @classmethod
    def load(cls, path: Path, numbers: NumberLexicon) -> DateLexicon:
        """Read a pack's `dates.toml`; raises PackError naming file and key."""
        return cls(load_toml(path), numbers, str(path))

    @property
    def grammar(self) -> Grammar:
        """The forms of dates."""
        return self._grammar

    def may_open(self, words: Words, index: int) -> bool:
        """Whether a date may begin at word `index`; cheap, and never wrong about a no."""
        low = words.lows[index]
        return low in self._openers or low[0].isdecimal()

    def _is_hour(self, words: Words, index: int) -> bool:
        """Whether four digits are an hour beside another ("from 1800 to 0600"), not "4 March 2022 at 0500"."""
        if not (_clock(words, index + 2) or _clock(words, index - 2)):
            return False
        opened = self.before.longest(words, index, "relations") is not None
        return opened or (index > 0 and bool(list(self.connectors.at(words, index - 1))))

    def edges(self, words: Words, index: int) -> list[Edge]:
        """What stands at word `index`: (class, value, index after it), the built-in classes among them."""
        low = words.lows[index]
        found: list[Edge] = list(self._classes.at(words, index)) if low in self._worded else []
        if low.isdecimal():
            digits = _digit_edges(words, index, low)
            found += [e for e in digits if not e[0].startswith("year") or not self._is_hour(words, index)]
        elif low[0].isalpha():
            found.append(("word", low, index + 1))
        if low[0].isdecimal() or low in self.numbers.starters:
            cardinal = self.numbers.cardinal(words, index)
            if cardinal is not None and cardinal.whole is not None and 0 < cardinal.whole <= _MOST:
                found.append(("n", str(cardinal.whole), cardinal.after))
        ordinal = self.numbers.ordinal(words, index)
        if ordinal is not None and 0 < ordinal[0] <= 999:
            found.append(("nth", str(ordinal[0]), ordinal[1]))
            if ordinal[0] <= 31 and low.isdecimal():
                found.append(("day", str(ordinal[0]), ordinal[1]))
                found.append(("day.nth", str(ordinal[0]), ordinal[1]))
        return found


def _digit_edges(words: Words, index: int, low: str) -> list[Edge]:
    """What bare digits may be: none of it where a currency sign or a decimal mark says otherwise."""
    if len(low) > 4 or (words.glued(index) and (words.low(index - 1) in "$€£" or words.is_letters(index - 1))):
        return []
    value, after = int(low), index + 1
    if words.low(after) in (",", ".") and words.glued(after) and words.glued(after + 1):
        if words.is_digits(after + 1) and len(words.low(after + 1)) == _GROUP:
            return []  # "since 7 October to 31,000"
    found: list[Edge] = []
    if len(low) <= 2:
        if 1 <= value <= 31:
            found.append(("day", str(value), after))
        if 1 <= value <= 12:
            found.append(("month_no", str(value), after))
        if len(low) == 2:
            found.append(("year2", str(value + (1900 if value >= 70 else 2000)), after))
    elif value in _YEARS and len(low) == 4:
        grouped = words.low(after) == "," and words.glued(after) and words.glued(after + 1)
        if not (grouped and words.is_digits(after + 1)):
            found.append(("year", str(value), after))
            if value in _LIKELY and value % 100:
                found.append(("year.likely", str(value), after))
    return found


def _clock(words: Words, index: int) -> bool:
    """Whether a word is an hour written in four digits ("from 1800 to *0600*"), as no year is."""
    low = words.low(index)
    return len(low) == 4 and low.isdecimal() and low[0] == "0"


def _class(classes: PackTable, name: str) -> list[tuple[str, str, str]]:
    if name in _BUILT_IN:
        raise classes.error(name, "is built in")
    check = _SLOTS.get(slot_of(name))
    if check is None:  # only for the grammar: a plain list of phrases
        return [(name, "", phrase) for phrase in classes.strings(name)]
    return classes.phrases(name, check)


def slot_of(name: str) -> str:
    """The slot that a class fills: what stands before its first dot."""
    return name.partition(".")[0]


def _grammar(root: PackTable, classes: frozenset[str]) -> tuple[Grammar, tuple[str, ...]]:
    macros = {name: root.table("macros").string(name) for name in root.table("macros").names()}
    known = classes | _BUILT_IN

    def expand(symbol: str) -> Iterable[str]:
        if not symbol.endswith("*"):
            return (symbol,) if symbol in known else ()
        return sorted(name for name in known if slot_of(name) == symbol[:-1])

    forms: list[tuple[int, Row]] = []
    shapes = []
    for number, pattern in enumerate(root.tables("pattern")):
        pattern.only("shape", "forms")
        shape = pattern.string("shape")
        if shape not in DATE_SHAPES:
            raise pattern.error("shape", f"must be one of {', '.join(DATE_SHAPES)}")
        shapes.append(shape)
        for form in pattern.strings("forms"):
            try:
                found = rows(macros_in(form, macros))
                if any(next(symbol for symbol in row if symbol != "<") == "{word}" for row in found):
                    raise ValueError(f"{form!r} begins with any word")
                for symbol in {symbol for row in found for symbol in row if symbol.startswith("{")}:
                    if not symbol.endswith("}") or not expand(symbol[1:-1]):
                        raise ValueError(f"no class {symbol}")
            except ValueError as error:
                raise pattern.error("forms", str(error)) from error
            forms += [(number, row) for row in sorted(found)]
    return Grammar(forms, lambda symbol: list(expand(symbol))), tuple(shapes)
