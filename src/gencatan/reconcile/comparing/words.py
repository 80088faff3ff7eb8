"""Words, compared within one language alone: content words by their stems' beginnings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from gencatan.language import comparing

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SHORTEST: Final = 3
"""Letters of the shortest stem behind a prefix."""
_STEM: Final = 6
"""Letters that stand for a word: "attacked" and "attack", "ledakan" and "ledakannya" agree."""


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The words of four letters and more, cut to their beginnings; short ones carry little."""
    return frozenset(word[:_STEM] for word in uncut(text))


@lru_cache(maxsize=8192)
def uncut(text: str) -> frozenset[str]:
    """The same words, uncut."""
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=8192)
def stems(text: str, language: str) -> frozenset[str]:
    """The content words, and of those with a verb's prefix in that language what stands behind it, with the consonant
    that the prefix may have swallowed: "menarik" and "ditarik" have "tarik"; or what stands before a verb's ending, so
    that "lift", "lifted" and "lifting" have "lift"."""
    prefixes = comparing.of_language(language).get("verb_prefixes", {})
    endings = comparing.of_language(language).get("verb_endings", ())
    words = uncut(text)
    bare = (
        lost + word[len(prefix) :]
        for word in words
        for prefix, swallowed in prefixes.items()
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST
        for lost in swallowed
    )
    ended = (word[: -len(end)] for word in words for end in endings if word.endswith(end) and len(word) - len(end) > 2)
    single = (one for stem in ended for one in ((stem, stem[:-1]) if stem[-1] == stem[-2] else (stem,)))  # "stopped"
    return content(text) | frozenset(stem[:_STEM] for some in (bare, single) for stem in some)


def overlap(one: str, other: str) -> float:
    """The share of the smaller text's words that the other has too; 0 where one has none."""
    a, b = content(one), content(other)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Where one of the words of a list of the packs stands, whole and in any case; the longest first."""
    return re.compile(rf"\b(?:{either(comparing.word_list(name))})\b", re.IGNORECASE)


def either(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


@cache
def listed(name: str) -> frozenset[str]:
    """The content words of a list of the packs, as they are compared with those of a text."""
    return content(" ".join(comparing.word_list(name)))
