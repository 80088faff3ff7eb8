"""What sort of thing common nouns name, beyond those that `classes.toml` lists: a pack's `nouns.toml`.

The file is derived from a wordnet (`training/nouns.py`). Its keys are sorts, or two joined by "_" for a noun of both;
its values are words. A class takes in a sort as `~sort`, so that it knows the words that nobody typed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final

UNKNOWN: Final = "unknown"
NO_SORTS: Final[frozenset[str]] = frozenset()
MEMBERS: Final = 3  # words of a list that are of one sort make it open to the sort
SHARE: Final = 0.5
CLOSED: Final = frozenset(
    {
        "document",
        "money",
        "crime",
        "show",
        "sport",
        "abstract",
        "act",
        "thing",
        "communication",
        "time",
        "spot",
        "feeling",
        "body",
    }
)
"""Sorts too wide to tell what a word does."""


class Nouns:
    """The sorts of common nouns, and the classes that take each sort in."""

    def __init__(self, table: Mapping[str, str], takers: Mapping[str, frozenset[str]]) -> None:
        """`table` is the file; `takers` has the sorts of each class."""
        self._sorts: dict[str, str] = {}
        for key, words in table.items():
            self._sorts.update(dict.fromkeys(words.split(), key))
        self._takers = takers
        self._classes = {key: self._taken(key) for key in table}

    def _taken(self, key: str) -> frozenset[str]:
        sorts = _parts(key)
        return frozenset(name for name, taken in self._takers.items() if taken & sorts)

    def sorts(self, word: str) -> frozenset[str]:
        """The sorts of a lower-case word; none if it is not known."""
        key = self._sorts.get(word)
        return NO_SORTS if key is None else _parts(key)

    def classes(self, word: str) -> frozenset[str]:
        """The classes that take the word's sorts in."""
        key = self._sorts.get(word)
        return NO_SORTS if key is None else self._classes[key]

    def common(self, words: Iterable[str]) -> list[str]:
        """The sorts that enough of the words are of for the list to stand for all of the sort."""
        listed = [word for word in words if word[0] not in "!@~"]
        counts = Counter(sort for word in listed for sort in self.sorts(word))
        enough = max(MEMBERS, SHARE * len(listed))
        return sorted(sort for sort, count in counts.items() if count >= enough and sort not in CLOSED)

    def taken(self, name: str) -> frozenset[str]:
        """The sorts that the class `name` takes in."""
        return self._takers.get(name, NO_SORTS)


@cache
def _parts(key: str) -> frozenset[str]:
    return frozenset(key.split("_"))
