"""The names in a report's words for a place or a thing, without articles and the words for what sort of place it is."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from gencatan.gazetteer.keys import key
from gencatan.language.comparing import word_list

_SHORT: Final = 3
"""Letters of a word that is no name by itself ("Abu")."""
_NAME: Final = re.compile(
    r"(?:\b[^\W\d_a-z][\w'’.-]*|\b(?:al|el|an|as|ash|at|ad|ar|az|de|la|del|bin|ibn)-\w[\w'’-]*)"
    r"(?: (?:[^\W\d_a-z][\w'’.-]*|(?:al|el|an|as|ash|at|ad|ar|az|bin|ibn)-\w[\w'’-]*|(?:de|la|del)(?= [A-Z])))*"
)


def names_in(text: str) -> frozenset[str]:
    """The first name and those beside it in a list: behind other words comes where it lies ("… south of Aleppo")."""
    return frozenset(_list_in(text))


def first_name(text: str) -> str:
    """The first of them, without the word for what sort of place it is; "" for none."""
    return next(iter(_list_in(text)), "")


@lru_cache(4096)
def _list_in(text: str) -> tuple[str, ...]:
    found: list[str] = []
    end = 0
    for match in _NAME.finditer(text):
        if found and not _between().match(text[end : match.start()]):
            break
        found.append(match.group())
        end = match.end()
    return tuple(name for name in map(_plain, found) if len(name) > 2 or any(map(str.isdigit, name)))


@cache
def _between() -> re.Pattern[str]:
    """What stands between two names of a list: a comma or "and", and a word for the sort of the next place."""
    joins, before = (
        "|".join(sorted(word_list("joins"))),
        "|".join(sorted(word_list("sorts") | word_list("before_names"))),
    )
    return re.compile(rf"^(?:,|,? ?\b(?:{joins})\b)(?: (?:{before}))* ?$|^, ?$")


@lru_cache(4096)
def words_of_names(text: str) -> frozenset[str]:
    """The words of all names in it."""
    words = (word for match in _NAME.finditer(text) for word in match.group().split())
    return frozenset(plain for word in words if len(plain := _plain(word)) > _SHORT)


@cache
def _article() -> re.Pattern[str]:
    """What stands before a name and is no part of it: an article of the report's language or of the name's."""
    own = "|".join(sorted(word_list("articles")))
    return re.compile(rf"^(?:(?:al|el|an|as|ash|at|ad|ar|az)[- ](?=\w{{3}})|(?:{own}) )", re.IGNORECASE)


def _plain(name: str) -> str:
    own = name[:-2] if name.endswith(("'s", "’s")) else name  # "Tripoli's southern suburbs"
    words = [word for word in own.split() if word.casefold() not in word_list("sorts")]
    return key(_article().sub("", " ".join(words)))
