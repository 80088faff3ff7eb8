"""Reads a grammar of newswire: rules that build a tree, and words with their parts of speech.

A file has sections. `[rules]` holds productions, one a line, under the symbol they rewrite:

    S
      3 NPfighter:nsubj Vkill.past NPvictim:obj WHERE:obl? WHEN:obl?

The number is a weight (default 1). One item of a production is the head and has no relation; the others hang on it by
the relation after the colon. An item is a symbol or a literal `form/UPOS` or `form/UPOS/Feats` (`+` for `|`, `-` for
none, lemma after another `/`); `?` leaves it out every other time; `~` before an item glues it to the word before.
`A^rel` hangs an item not on the head but on the item before it.

`[words NAME UPOS Feats]` sections hold words, `form` or `form=lemma`, separated by commas; the section's name is a
symbol. `[head first]` says that of words written with blanks the first is the head. `[verbs NAME]` sections hold verbs,
a line each, with their principal parts; `NAME.past` and so on are symbols (`inflect.py` knows the forms of a language).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

SECTION: Final = re.compile(r"\[(\w+)((?: [^\]]+)?)\]")


@dataclass(frozen=True)
class Leaf:
    """A word before it has a place in a tree."""

    form: str
    upos: str
    feats: str = ""
    lemma: str = ""


@dataclass(frozen=True)
class Item:
    """One item of a production: a symbol or a leaf, and how it hangs on the head or (`on_previous`) the item before."""

    symbol: str
    leaf: Leaf | None
    relation: str
    optional: bool
    glued: bool
    on_previous: bool


@dataclass(frozen=True)
class Production:
    """A weighted way to rewrite a symbol."""

    weight: float
    items: tuple[Item, ...]


@dataclass
class Grammar:
    """Productions by symbol, and words by symbol."""

    rules: dict[str, list[Production]] = field(default_factory=dict)
    head_first: bool = False
    words: dict[str, list[Leaf]] = field(default_factory=dict)

    def symbols(self) -> Iterator[str]:
        """All that can be rewritten."""
        yield from self.rules
        yield from self.words


def load(path: Path, forms: object) -> Grammar:
    """The grammar in a file; `forms` is `inflect.forms` of its language. Raises ValueError naming the line."""
    grammar = Grammar()
    kind, arguments, symbol = "", [], ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.split(" #")[0].rstrip() if not line.startswith("#") else ""
        if not text.strip():
            continue
        section = SECTION.fullmatch(text.strip())
        try:
            if section:
                kind, arguments = section[1], section[2].split()
                grammar.head_first |= kind == "head" and arguments == ["first"]
            elif kind == "rules":
                if text[0] != " ":
                    symbol = text.strip()
                    grammar.rules.setdefault(symbol, [])
                else:
                    grammar.rules[symbol].append(_production(text.split()))
            elif kind == "words":
                feats = arguments[2].replace("+", "|") if len(arguments) > 2 else ""
                leaves = grammar.words.setdefault(arguments[0], [])
                leaves += [_word(w.strip(), arguments[1], feats) for w in text.split(",") if w.strip()]
            elif kind == "verbs":
                for name, leaf in forms(text.split()):  # type: ignore[operator]
                    grammar.words.setdefault(f"{arguments[0]}.{name}", []).append(leaf)
            else:
                raise ValueError("outside any section")
        except (ValueError, IndexError, KeyError) as error:
            raise ValueError(f"{path.name}:{number}: {error}: {text.strip()}") from error
    _check(grammar, path)
    return grammar


def _word(text: str, upos: str, feats: str) -> Leaf:
    form, _, lemma = text.partition("=")
    return Leaf(form, upos, feats, lemma or (form if upos == "PROPN" else form.lower()))


def _production(words: list[str]) -> Production:
    weight = 1.0
    if re.fullmatch(r"[\d.]+", words[0]):
        weight, words = float(words[0]), words[1:]
    items = tuple(map(_item, words))
    if sum(not item.relation for item in items) != 1:
        raise ValueError("a production has one head")
    return Production(weight, items)


def _item(text: str) -> Item:
    optional = text.endswith("?")
    glued = text.startswith("~")
    text = text.removeprefix("~").removesuffix("?")
    relation, on_previous = "", False
    found = re.fullmatch(r"(.+?)([:^])([a-z]+(?::[a-z]+)?)", text)
    if found:
        text, relation, on_previous = found[1], found[3], found[2] == "^"
    if "/" in text:
        form, upos, *more = text.split("/")
        feats = more[0].replace("+", "|").removeprefix("-") if more else ""
        lemma = more[1] if len(more) > 1 else form.lower()
        return Item("", Leaf(form.replace("_", " "), upos, feats, lemma), relation, optional, glued, on_previous)
    return Item(text, None, relation, optional, glued, on_previous)


def _check(grammar: Grammar, path: Path) -> None:
    known = set(grammar.symbols())
    for symbol, productions in grammar.rules.items():
        for production in productions:
            for item in production.items:
                if item.leaf is None and item.symbol not in known:
                    raise ValueError(f"{path.name}: {symbol} uses {item.symbol}, which is not defined")
