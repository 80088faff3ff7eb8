"""Short names that a report gives those it names whole: "the Donetsk People's Republic (DPR)" is the DPR from then on,
whoever else goes by these letters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from gencatan.reading.actors.registry import Registry
from gencatan.reading.actors.words import words

BODIES: Final = frozenset({"group", "authority", "organisation"})
"""A state or a person has no such letters behind it ("Russia (AFP)")."""
LONGEST: Final = 90
_GIVEN: Final = re.compile(r" \(([A-Z][A-Za-z-]{1,9})\)")


def called(text: str, registry: Registry) -> Mapping[str, str]:
    """The letters by which a report calls a body whose whole name it gives, and that name in its words."""
    found: dict[str, str] = {}
    for given in _GIVEN.finditer(text):
        letters = given[1]
        if letters in found or sum(map(str.isupper, letters)) < 2:
            continue
        before = text[max(0, given.start() - LONGEST) : given.start()]
        name = _name_at_end(before, registry)
        if name:
            found[letters] = name
    return found


def _name_at_end(text: str, registry: Registry) -> str:
    """The longest known name of a body of several words with which a text ends; "" where it ends with none."""
    told = words(text, registry.sets["bound"])
    running = [word.norm for word in told]
    for at, word in enumerate(told[:-1]):
        for length, names in registry.names.at(running, at):
            if length > 1 and at + length == len(told) and any(n.known.kind in BODIES for n in names):
                return text[word.start :]
    return ""


def spelt_out(text: str, letters: Mapping[str, str]) -> str:
    """A mention with the whole name for the letters in it, if it has any."""
    for short, name in letters.items():
        if short in text and name not in text:
            text = re.sub(rf"\b{short}\b", name, text)
    return text
