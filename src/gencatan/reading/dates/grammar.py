"""The little language in which a pack writes how dates are put into words, and a matcher for it.

A form is a row of symbols:

    word          that word, in any case          {class}      a word of that class of the pack, or a built-in one
    symbol?       it may be missing               {class*}     of that class or one below it (`month.short`)
    [ a b | c ]   one of several rows             a|b          one of several symbols
    [ a b ]?      a row that may be missing       < a b >      the date itself; what is outside is context
    @name         the form of that macro

Forms become one trie over symbols, so a sentence is matched in time linear in its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import product

from gencatan.reading.numbers.wordscan import Words

_MOST_ROWS = 4096
_MARKS = ("<", ">")
_MACRO = re.compile(r"@(\w+)")
Edge = tuple[str, str, int]
Row = tuple[str, ...]


def macros_in(form: str, macros: Mapping[str, str]) -> str:
    """`form` with every macro spelled out, macros of macros too; ValueError names one that is missing."""

    def spell(found: re.Match[str]) -> str:
        if found[1] not in macros:
            raise ValueError(f"no macro {found[1]!r}")
        return macros[found[1]]

    for _ in range(6):
        if "@" not in form:
            return form
        form = _MACRO.sub(spell, form)
    raise ValueError("macros that go around in a circle")


def rows(form: str) -> set[Row]:
    """Every row of plain symbols that `form` stands for; ValueError where it is ill formed or too rich."""
    symbols = form.split()
    found, rest = _alternatives(symbols, 0)
    if rest != len(symbols):
        raise ValueError(f"{form!r}: a ']' too many")
    for row in found:
        if row.count("<") > 1 or row.count("<") != row.count(">"):
            raise ValueError(f"{form!r}: one pair of '<' and '>'")
        if not [symbol for symbol in row if symbol not in _MARKS]:
            raise ValueError(f"{form!r}: may be empty")
    return found


def _alternatives(symbols: list[str], at: int) -> tuple[set[Row], int]:
    whole: set[Row] = set()
    current: set[Row] = {()}
    while at < len(symbols) and symbols[at] not in ("]", "]?"):
        symbol = symbols[at]
        at += 1
        if symbol == "|":
            whole |= current
            current = {()}
            continue
        if symbol == "[":
            part, at = _alternatives(symbols, at)
            if at == len(symbols):
                raise ValueError("a '[' without its ']'")
            part = part | {()} if symbols[at] == "]?" else part
            at += 1
        else:
            part = _one(symbol)
        if len(current) * len(part) > _MOST_ROWS:
            raise ValueError(f"more than {_MOST_ROWS} ways to read it")
        current = {left + right for left, right in product(current, part)}
    return whole | current, at


def _one(symbol: str) -> set[Row]:
    optional = len(symbol) > 1 and symbol.endswith("?")
    part: set[Row] = {()} if optional else set()
    for name in (symbol[:-1] if optional else symbol).split("|"):
        lows = (name,) if name.startswith("{") or name in _MARKS else tuple(Words(name).lows)
        if not lows:
            raise ValueError(f"{symbol!r} names nothing")
        part.add(lows)
    return part


@dataclass(slots=True)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    classes: dict[str, _Node] = field(default_factory=dict)
    ends: tuple[int, int, int] | None = None  # pattern, symbols before the date, symbols up to its end


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern met: which, the words it covers in all, those of the date, and the classes captured."""

    pattern: int
    after: int
    first: int
    last: int
    captures: tuple[tuple[str, str], ...]


class Grammar:
    """All forms of a pack in one trie."""

    def __init__(self, forms: Iterable[tuple[int, Row]], expand: Callable[[str], Iterable[str]]) -> None:
        """`forms` are (pattern number, row); of two that read the same words the lower number wins.

        `expand` turns the inside of `{month*}` into the classes it stands for.
        """
        self._root = _Node()
        for pattern, row in forms:
            self._put(pattern, row, expand)

    def _put(self, pattern: int, row: Row, expand: Callable[[str], Iterable[str]]) -> None:
        symbols = [symbol for symbol in row if symbol not in _MARKS]
        first = row.index("<") if "<" in row else 0
        last = row.index(">") - 1 if ">" in row else len(symbols)
        nodes = [self._root]
        for symbol in symbols:
            below: list[_Node] = []
            for node in nodes:
                if symbol.startswith("{"):
                    below += [node.classes.setdefault(name, _Node()) for name in expand(symbol[1:-1])]
                else:
                    below.append(node.words.setdefault(symbol, _Node()))
            nodes = below
        for node in nodes:
            if node.ends is None or pattern < node.ends[0]:
                node.ends = (pattern, first, last)

    @property
    def openers(self) -> frozenset[str]:
        """The plain words that some form begins with."""
        return frozenset(self._root.words)

    def at(self, words: Words, index: int, edges: Callable[[int], list[Edge]]) -> Match | None:
        """The longest match at word `index`; `edges(i)` are the (class, value, index after) at word i."""
        best: Match | None = None
        stack: list[tuple[_Node, int, tuple[int, ...], tuple[tuple[str, str], ...]]] = [(self._root, index, (), ())]
        while stack:
            node, at, path, captures = stack.pop()
            if node.ends is not None:
                best = _better(best, node.ends, at, path, captures)
            if at >= len(words):
                continue
            below = node.words.get(words.lows[at])
            if below is not None:
                stack.append((below, at + 1, (*path, at), captures))
            if node.classes:
                for name, value, after in edges(at):
                    below = node.classes.get(name)
                    if below is not None:
                        stack.append((below, after, (*path, at), (*captures, (name, value))))
        return best


def _better(
    best: Match | None,
    ends: tuple[int, int, int],
    after: int,
    path: tuple[int, ...],
    captures: tuple[tuple[str, str], ...],
) -> Match:
    pattern, first, last = ends
    if best is not None and (after, -pattern) <= (best.after, -best.pattern):
        return best
    return Match(pattern, after, path[first], path[last] if last < len(path) else after, captures)
