"""Words, compared within one language alone: content words by their stems' beginnings."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SHORTEST: Final = 3
"""Letters of the shortest stem behind a prefix."""
_STEM: Final = 6
"""Letters that stand for a word: "attacked" and "attack", "ledakan" and "ledakannya" agree."""


@lru_cache(maxsize=8192)
def content(text: str) -> frozenset[str]:
    """The words of four letters and more, cut to their beginnings; short ones carry little."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


@lru_cache(maxsize=8192)
def stems(text: str, language: str) -> frozenset[str]:
    """The content words, and of those with a verb's prefix in that language what stands behind it, with the consonant
    that the prefix may have swallowed: "menarik" and "ditarik" have "tarik"; or what stands before a verb's ending, so
    that "lift", "lifted" and "lifting" have "lift"."""
    prefixes = _lists()["verb_prefixes"].get(language, {})
    endings = _lists()["verb_endings"].get(language, [])
    words = _WORD.findall(text.casefold())
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
def word_list(name: str) -> frozenset[str]:
    """A list of words of `names.toml`: `any` stand in the names of many agreements, `both` are said of both sides,
    `sorts` tell what sort of place a name is of, `part` of what is done by degrees, `charge` of what is denied,
    `accused` of what one is accused of, whatever it is, `among` say that somebody was one of the dead, `risen` that a
    number is more than it was, `exchange` that two sides let people go, `in_return` for whom, `nameless` say not whose
    fighters these are, `answering` tell an act as the answer to another, `put_off` that a meeting is moved,
    `took_or_holds` not whether land was taken or is held, `percent` stand behind shares, `joins` between the names of a
    list and `before_names` before one, by `kept` and `begun` an agreement holds or comes into force on a day."""
    return frozenset(_lists()[name])


@cache
def word_groups(name: str) -> Mapping[str, frozenset[str]]:
    """A table of lists of `names.toml`: `one_sort` has the words for each sort of place, `things` for those
    of things that are struck."""
    return {sort: frozenset(words) for sort, words in _lists()[name].items()}


@cache
def _lists() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("names.toml").read_text(encoding="utf-8"))


@cache
def any_of(name: str) -> re.Pattern[str]:
    """Where one of the words of a list of `names.toml` stands, whole and in any case; the longest first."""
    words = sorted(word_list(name), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cache
def listed(name: str) -> frozenset[str]:
    """The content words of a list of `names.toml`, as they are compared with those of a text."""
    return content(" ".join(word_list(name)))
