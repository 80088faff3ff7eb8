"""Office holders of several bodies named at once: "the leaders of Ukraine, Russia and France" are three, in order.

The parser holds such words together or takes them apart as it likes; the bodies are a list of known names, and that is
read from the words themselves.
"""

from __future__ import annotations

import re
from typing import Final

from gencatan.reading.actors.registry import Name, Registry
from gencatan.reading.actors.words import Word, words

BODIES: Final = frozenset({"state", "organisation", "group", "authority"})
NAMES: Final = frozenset({"name", "seat"})
SIDES: Final = frozenset({"REB", "OPP", "GOV"})
COMMA: Final = re.compile(r",\s*")
SPACE: Final = re.compile(r"\s+")
TWO: Final = 2


def roll(text: str, within: int, registry: Registry) -> list[tuple[int, int]]:
    """Where each body of a list is named, from offices to their first body, which stands in the first `within` letters.

    `text` begins with the offices and runs on to the end of the sentence. Nothing if it names no list of bodies.
    """
    found = words(text, registry.sets["bound"])
    running = ["" if word.bound else word.norm for word in found]
    first = _first(found, running, registry)
    if first is None or found[first[0]].end > within:
        return []
    members = [first]
    joined = False
    while not joined and (step := _next(text, found, running, members[-1], registry)) is not None:
        member, joined, comma = step
        if joined and comma and len(members) < TWO:
            return []  # "by the leaders of Chad, and Niger denied it"
        members.append(member)
    if not joined:
        return []
    begin = [0, *(found[at].start for at, _ in members[1:])]
    return [(start, found[at + length - 1].end) for start, (at, length) in zip(begin, members, strict=True)]


def _first(found: list[Word], running: list[str], registry: Registry) -> tuple[int, int] | None:
    """The first body's name, behind nothing but a word for an office or a body and what ties the two."""
    office = False
    i = 0
    while i < len(found):
        if office and (length := _name(found, running, i, registry)):
            return i, length
        functions = next(iter(registry.functions.at(running, i)), None) if running[i] else None
        if functions is not None:
            office = True
            i += functions[0]
            continue
        marks = next(iter(registry.marks.at(running, i)), None) if running[i] else None
        if marks is None or not {"genitive", "determiners", "definite"} & set(marks[1]):
            return None
        i += marks[0]
    return None


def _next(
    text: str, found: list[Word], running: list[str], last: tuple[int, int], registry: Registry
) -> tuple[tuple[int, int], bool, bool] | None:
    """The next name in a list, whether "and" stands before it, and whether a comma does; None where the list ends."""
    i = sum(last)
    if i >= len(found) or found[i - 1].owner:
        return None
    gap = text[found[i - 1].end : found[i].start]
    comma = COMMA.fullmatch(gap) is not None
    if not comma and SPACE.fullmatch(gap) is None:
        return None
    joined = _marked(running, i, "conjunction", registry)
    i += joined
    while i < len(found) and _marked(running, i, "definite", registry):
        i += 1
    length = 0
    if i < len(found) and (joined or comma):
        length = _name(found, running, i, registry) or _side(found, running, i, registry)
    if not length or found[i + length - 1].owner:
        return None  # "the ministers of Thailand and Cambodia's army"
    return (i, length), joined, comma


def _marked(running: list[str], i: int, mark: str, registry: Registry) -> bool:
    return any(length == 1 and mark in marks for length, marks in registry.marks.at(running, i))


def _name(found: list[Word], running: list[str], i: int, registry: Registry) -> int:
    """How many words the name of a body has that stands at `i`; 0 if none does."""
    if not running[i] or not found[i].capital:
        return 0
    for length, names in registry.names.at(running, i):
        if any(_fits(name, found[i : i + length]) for name in names):
            return length
    return 0


def _side(found: list[Word], running: list[str], i: int, registry: Registry) -> int:
    """How many words tell a side of a war that goes by no name ("of India, Pakistan and *the rebels*"); 0 if none."""
    for length, functions in registry.functions.at(running, i) if running[i] else ():
        named = any(w.capital and w.segment == found[i].segment for w in found[i + length : i + length + 1])
        if not named and any(f.part == "body" and f.sector in SIDES for f in functions):
            return length  # not "the opposition Movement for Change"
    return 0


def _fits(name: Name, given: list[Word]) -> bool:
    if name.known.kind not in BODIES or name.how not in NAMES or len({word.segment for word in given}) > 1:
        return False
    return not name.exact or "".join(word.text for word in given).replace(".", "") == name.exact
