"""Whom a toll counts: everybody, or a part (civilians, fighters, children …) that must never be set beside a whole."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from gencatan.language.comparing import word_groups, word_list
from gencatan.model import Filler
from gencatan.reconcile.comparing.words import either

EVERYBODY: Final = "all"
_SECTORS: Final = {"MIL": "fighters", "REB": "fighters", "UAF": "fighters", "COP": "police", "CVL": "civilians"}
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@cache
def _classes() -> tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]:
    found = []
    for name, words in word_groups("victims").items():
        whole = frozenset(word for word in words if not word.endswith("*"))
        found.append((name, whole, tuple(sorted(word[:-1] for word in words - whole))))
    return tuple(found)


def classes() -> tuple[str, ...]:
    """All classes, everybody first."""
    return (EVERYBODY, *(name for name, _, _ in _classes()))


@lru_cache(4096)
def _named(texts: tuple[str, ...]) -> str | None:
    """The first class that one of the words is of."""
    words = [word.casefold() for text in texts for word in _WORD.findall(text)]
    for name, whole, begins in _classes():
        if any(word in whole or (begins and word.startswith(begins)) for word in words):
            return name
    return None


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"(?<=\w)[\s,(–—-]+\b(?:{either(word_list('parts'))})\b", re.IGNORECASE)


@lru_cache(4096)
def _whole(text: str) -> str:
    """The words before those that tell of a part ("12 people, most of them civilians")."""
    part = _parts().search(text)
    return text[: part.start()] if part is not None else text


def whom(victims: tuple[Filler, ...]) -> tuple[str, str]:
    """The class of a toll's victims, and the country (ISO alpha-3) of those who bear arms; "" where none is named."""
    actors = [filler.actor for filler in victims if filler.actor is not None]
    country = next((actor.country for actor in actors if actor.country and actor.sector in ("MIL", "COP")), "") or ""
    texts = tuple(filler.span.text for filler in victims)
    name = _named(tuple(map(_whole, texts)))
    if name is not None:
        return name, country if name in ("fighters", "police", "peacekeepers") else ""
    partly = tuple(map(_whole, texts)) != texts
    for actor in actors:
        if actor.sector in _SECTORS and not (partly and actor.sector == "CVL"):
            return _SECTORS[actor.sector], country
    return EVERYBODY, ""
