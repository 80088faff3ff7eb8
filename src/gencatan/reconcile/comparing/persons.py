"""The named person whom something befalls, who is killed, seized or let go once in half a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gencatan.gazetteer.keys import key
from gencatan.language.comparing import word_list
from gencatan.model import Claim, Filler
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.counts import count_of, size

_BEFALLS: Final = frozenset({"killed", "execution", "arrest", "detained", "abduction", "abducted", "release"})
_BEHIND: Final = re.compile(r",? ?((?:(?:[^\W\d_a-z][\w'’-]+|(?:al|el)-\w[\w'’-]+) ?){2,5})(?=[,.)]|$| [^\W\d_A-Z])")
"""A name of two words or more right behind an office, with its titles."""
_LAST: Final = re.compile(r"(?:(?:^| )(?:[^\W\d_a-z][\w'’-]+|(?:al|el)-\w[\w'’-]+)){2,}$")
"""The names that words end with."""


def persons(claim: Claim, what: str, words: str) -> frozenset[str]:
    """The last two names of each person whom it befalls; `words` are those that it rests on. They are of no known land,
    or named behind an office ("the governor of X, General Y Z", "commander Y Z"); titles stand before them."""
    if what not in _BEFALLS:
        return frozenset()
    held = who.fillers(claim, "victims" if claim.kind == "casualty" else "target")
    count = count_of(claim)
    single = count is None or size(count) <= 1
    found = {name for filler in held for name in (*_unknown(filler), *(_in_office(filler, words) if single else ()))}
    return frozenset(found)


def _unknown(filler: Filler) -> Iterator[str]:
    actor = filler.actor
    names = actor.id.split("-") if actor is not None else []
    if actor is not None and not actor.country and "/" not in actor.id and actor.sector is None and len(names) > 1:
        yield "-".join(names[-2:])


def _in_office(filler: Filler, words: str) -> Iterator[str]:
    _, found, behind = words.partition(filler.span.text)
    names = _BEHIND.match(behind) if found else None
    if names is not None:
        yield _last_two(names.group(1))
    elif name := _behind_rank(filler.span.text):
        yield name


@lru_cache(4096)
def _behind_rank(text: str) -> str:
    """The name of one person behind a word for a leader or an officer ("rebel commander Y Z"); "" for none, or where
    the names may be a unit's."""
    last = _LAST.search(text)
    names = last.group().casefold().split() if last is not None else []
    before = {*text[: last.start()].casefold().split(), *names[:-2]} if last is not None else set()
    if word_list("posts").isdisjoint(before) or not word_list("units").isdisjoint(names[-2:]):
        return ""
    return _last_two(" ".join(names))


def _last_two(names: str) -> str:
    return "-".join(key(names).replace("-", " ").split()[-2:])
