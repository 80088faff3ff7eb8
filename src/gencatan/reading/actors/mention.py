"""What the words of one mention say about who it is, before anybody is looked up: a `Reading`.

A mention is read from left to right: the longest known name or function word at each place, else a word of a name.
What follows a comma or a bracket is a stretch of its own; what follows "which", "led by", or a preposition after an
actor's name ("US forces in Iraq") says nothing about who it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gencatan.reading.actors.registry import Function, Known, Name, Registry
from gencatan.reading.actors.words import Word, words

STATE_SECTORS: Final = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
STEERING: Final = ("stop", "location", "conjunction", "genitive")
PERSONAL: Final = frozenset({"office", "body"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A known actor found in the mention. `placed`: only where it is ("the police in Baku")."""

    name: Name
    placed: bool
    index: int
    length: int

    @property
    def known(self) -> Known:
        """Whom it names."""
        return self.name.known


@dataclass(slots=True)
class Reading:
    """One stretch of a mention. `thing`: its head is no word for an actor, beside a known name; `headless`: beside
    anything ("police patrol")."""

    text: str
    hits: list[Hit] = field(default_factory=list)
    functions: list[tuple[int, Function]] = field(default_factory=list)
    marks: set[str] = field(default_factory=set)
    sector: str = ""
    role: str | None = None
    name: str | None = None
    body: tuple[str, str] | None = None
    content: frozenset[str] = frozenset()
    label: str = ""
    thing: bool = False
    headless: bool = False

    @property
    def office(self) -> bool:
        """Whether it names an office that one person holds."""
        return self.role is not None

    @property
    def personal(self) -> bool:
        """Whether any word for a body or an office was found."""
        return any(function.part in PERSONAL for _, function in self.functions)


def read(text: str, registry: Registry) -> list[Reading]:
    """The readings of a mention's stretches, in order; empty stretches are left out."""
    found = _bridged(words(text, registry.sets["bound"]), registry)
    readings = []
    start = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or found[i].segment != found[start].segment:
            readings.append(_Stretch(text, found[start:i], registry).read())
            start = i
    return readings


def _bridged(found: list[Word], registry: Registry) -> list[Word]:
    """The words with the stretches joined that one known name covers ("Communist Party of Nepal (Maoist)")."""
    norms = [w.norm for w in found]
    for i in range(len(found) - 1):
        if found[i].segment == found[-1].segment:
            break
        length = next((n for n, names in registry.names.at(norms, i) if any(not x.exact for x in names)), 1)
        last = found[i + length - 1].segment
        if last > found[i].segment and found[i].capital:
            first = found[i].segment
            found = [w._replace(segment=first) if first < w.segment <= last else w for w in found]
    return found


class _Stretch:
    """Reads one stretch; `_kinds` says for each word what it was taken as."""

    def __init__(self, text: str, found: Sequence[Word], registry: Registry) -> None:
        self._text = text
        self._words = found
        self._norms = ["" if w.bound else w.norm for w in found]
        self._registry = registry
        self._kinds = ["?"] * len(found)
        self._chunk = [0] * len(found)
        self._end = len(found)
        last = found[-1].end
        self._reading = Reading(text[found[0].start : last])

    def read(self) -> Reading:
        self._scan()
        reading = self._reading
        reading.content = frozenset(
            w.norm for w, kind in zip(self._words[: self._end], self._kinds, strict=False) if kind in "NFOMU"
        )
        reading.sector = self._sector()
        reading.role = self._role()
        self._proper()
        self._label()
        return reading

    def _label(self) -> None:
        """The mention's own words without what only determines them, and whether its head is no word for an actor."""
        inside = [i for i in range(self._end) if self._kinds[i] not in "D" or i > 0]
        while inside and self._kinds[inside[-1]] in "D?":
            inside.pop()
        self._reading.label = self._slice(inside[0], inside[-1]) if inside else ""
        first = self._registry.head == "first"
        ends = [i for i in range(self._end) if self._kinds[i] not in "D" and self._norms[i].isalpha()]
        self._reading.headless = bool(ends) and self._kinds[ends[0 if first else -1]] == "?"
        plain = [i for i in range(self._end) if self._kinds[i] == "?" and self._norms[i].isalpha()]
        names = [i for i in range(self._end) if self._kinds[i] == "N"]
        if plain and names and not self._reading.personal:
            self._reading.thing = plain[0] < names[0] if first else plain[-1] > names[-1]

    def _scan(self) -> None:
        chunk, placed, i = 0, False, 0
        while i < len(self._words):
            self._chunk[i] = chunk
            if self._words[i].bound:
                i += self._compound(i)
                continue
            step = self._known(i, placed)
            if not step:
                marks = self._mark(i)
                step, mark = marks
                if mark == "stop" and (i > 0 or self._reading.hits):
                    self._end = i
                    return
                if mark == "conjunction" and self._runs_on():
                    placed = not self._peoples_only()
                    if self._joins_states(i, step):
                        self._reading.marks.add("joined")
                elif mark in ("location", "conjunction"):
                    if self._reading.hits and not (mark == "location" and self._peoples_only()):
                        if mark == "conjunction" and self._another_state(i + step):
                            self._reading.marks.add("several")
                        self._end = i
                        return
                    chunk, placed = chunk + 1, True
                elif mark == "genitive":
                    chunk += 1
            for j in range(i, i + step):
                self._chunk[j] = self._chunk[i]
            i += step or 1

    def _compound(self, i: int) -> int:
        """Steps over a compound that names no actor, unless it begins a known name ("pro-Russian separatists")."""
        for length, names in self._registry.names.at([w.norm for w in self._words], i):
            groups = [n for n in names if n.known.kind in ("group", "organisation") and length > 1]
            if groups and not (i and self._words[i - 1].bound):
                self._reading.hits.extend(Hit(name, False, i, length) for name in groups)
                self._take(i, length, "N")
                return length
        self._kinds[i] = "B"
        return 1

    def _peoples_only(self) -> bool:
        return bool(self._reading.hits) and all(hit.known.kind == "people" for hit in self._reading.hits)

    def _runs_on(self) -> bool:
        """Whether "and" joins only what stands before the head ("US and Iraqi troops", "cleric and X leader")."""
        if self._registry.head == "first" or not self._reading.hits:
            return False
        return self._peoples_only() or not self._reading.personal

    def _joins_states(self, i: int, step: int) -> bool:
        """Whether "and" stands between the names of two states ("Israeli *and* Lebanese officials")."""
        before = {h.known.country for h in self._reading.hits if h.index + h.length == i and h.known.kind == "state"}
        after = [n for _, names in self._registry.names.at(self._norms, i + step) for n in names]
        states = {n.known.country for n in after if n.known.kind == "state" and n.how in ("name", "adjective")}
        return bool(before) and bool(states) and not before & states

    def _another_state(self, i: int) -> bool:
        """Whether one more state's name is all that follows "and" ("the delegation of Japan and the US")."""
        if not self._reading.personal:
            return False
        for length, names in self._registry.names.at(self._norms, i):
            states = {n.known.id for n in names if n.known.kind == "state" and self._fits(n, i, length)}
            if states and i + length == len(self._words):
                return not states & {hit.known.id for hit in self._reading.hits}
        return False

    def _known(self, i: int, placed: bool) -> int:
        """Length of the known actor's name at `i`; 0 if there is none, or if a longer function phrase stands there."""
        functions = next(iter(self._registry.functions.at(self._norms, i)), (0, []))[0]
        for length, names in self._registry.names.at(self._norms, i):
            if length < functions:
                break
            if i == 0 and length == 1 and any(map(self._is_word, names)):
                self._take(0, 1, "D")
                return 1
            fitting = [n for n in names if self._fits(n, i, length)]
            if fitting:
                for name in fitting:
                    self._reading.hits.append(Hit(name, placed, i, length))
                self._take(i, length, "N")
                return length
        return 0

    def _fits(self, name: Name, i: int, length: int) -> bool:
        surface = [w.text for w in self._words[i : i + length]]
        if self._inside_name(i) and (
            (name.known.of and name.how == "name") or (name.known.kind == "media" and length == 1)
        ):
            return False
        if name.exact:
            return "".join(surface).replace(".", "") == name.exact
        return name.plain or any(s[:1].isupper() for s in surface)

    def _is_word(self, name: Name) -> bool:
        """Whether a capital's name is the word that it also is: before a noun at the beginning ("Lima orang tewas")."""
        after = self._words[1].text[:1] if len(self._words) > 1 else ""
        return name.how == "seat" and self._words[0].norm in self._registry.sets["also_words"] and after.islower()

    def _inside_name(self, i: int) -> bool:
        """Whether a capitalised word before it makes it another body ("National Security Council")."""
        return i > 0 and self._words[i - 1].capital and self._kinds[i - 1] not in "ND"

    def _mark(self, i: int) -> tuple[int, str]:
        """Takes function words and marks at `i`; how many words, and the mark that steers reading."""
        length, functions = next(iter(self._registry.functions.at(self._norms, i)), (0, []))
        ending = ""
        if not functions:
            length, functions, ending = self._with_ending(i)
        mark_length, marks = next(iter(self._registry.marks.at(self._norms, i)), (0, []))
        if marks:
            # "government troops", "pasukan keamanan" are a body, "troops" anybody's
            kept = [m for m in marks if m != "members" or mark_length >= length]
            self._reading.marks.update(m for m in kept if m != "determiners" and m not in STEERING)
        if functions and length >= mark_length:
            best = min(functions, key=lambda f: ("office", "body", "modifier").index(f.part))
            self._reading.functions.append((i, best))
            self._take(i, length, {"office": "O", "body": "F", "modifier": "M"}[best.part])
            if ending:
                self._reading.marks.add("possessive")
            return length, ""
        if marks:
            self._take(i, mark_length, "D")
            if i == 0 and "determiners" in marks:
                return mark_length, "determiners"  # "about 900 Russian soldiers" stand around nothing
            return mark_length, next((m for m in marks if m in STEERING), marks[0])
        self._kinds[i] = "U" if self._words[i].capital else "?"
        return 1, ""

    def _with_ending(self, i: int) -> tuple[int, list[Function], str]:
        for ending in self._registry.sets["possessive_endings"]:
            norm = self._norms[i]
            if norm.endswith(ending) and len(norm) > len(ending) + 2:
                bare = norm[: -len(ending)]
                for length, functions in self._registry.functions.at([bare], 0):
                    return length, functions, ending
        return 0, [], ""

    def _take(self, i: int, length: int, kind: str) -> None:
        for j in range(i, min(i + length, len(self._kinds))):
            self._kinds[j] = kind

    def _sector(self) -> str:
        """The head word's sector: the last before "of" where heads stand last, the first where they stand first."""
        found = [(self._chunk[i], i, f) for i, f in self._reading.functions if f.sector and i < self._end]
        if not found:
            return ""
        if self._registry.head == "first":
            return found[0][2].sector
        first = min(chunk for chunk, _, _ in found)
        return max((i, f.sector) for chunk, i, f in found if chunk == first)[1]

    def _role(self) -> str | None:
        offices = [i for i, kind in enumerate(self._kinds) if kind == "O"]
        if not offices:
            return None
        left = right = offices[0]
        while left > 0 and self._kinds[left - 1] in "OFM":
            left -= 1
        while right + 1 < self._end and self._kinds[right + 1] in "OFM":
            right += 1
        head = left if self._registry.head == "first" else right
        if self._kinds[head] == "F":  # "the president's office"
            return None
        return self._text[self._words[left].start : self._words[right].end]

    def _proper(self) -> None:
        """The name that is not in the registry: of a body if one of its words says so, else of a person."""
        best: tuple[int, int] | None = None
        i = 0
        while i < self._end:
            if self._kinds[i] != "U":
                i += 1
                continue
            j = i
            while j + 1 < self._end and self._joins(j + 1):
                j += 1
            while self._kinds[j] not in "U":
                j -= 1
            lone_start = i == 0 and j == 0 and self._end > 1 and not self._words[0].owner
            if not lone_start:
                best = (i, j)
            i = j + 1
        self._body(best)
        if best is not None and self._reading.body is None:
            self._reading.name = self._slice(*best)

    def _joins(self, i: int) -> bool:
        return self._kinds[i] == "U" or (self._words[i].norm in self._registry.sets["particles"] and i + 1 < self._end)

    def _slice(self, first: int, last: int) -> str:
        return self._text[self._words[first].start : self._words[last].end]

    def _body(self, unknown: tuple[int, int] | None) -> None:
        """An unknown body: a run of capitalised words, one of which says that it is a body ("Free Oromia Front")."""
        for i in range(self._end):
            word = self._words[i]
            if not word.capital or word.norm not in self._registry.body_names or self._kinds[i] == "N":
                continue
            left = right = i
            while left > 0 and self._in_body(left - 1):
                left -= 1
            while right + 1 < self._end and self._in_body(right + 1):
                right += 1
            while right > i and (self._kinds[right] == "D" or not self._words[right].capital):
                right -= 1
            while left < i and (self._kinds[left] == "D" or not self._words[left].capital):
                left += 1
            kinds = self._kinds[left : right + 1]
            sector = self._registry.body_names[word.norm]
            states = "N" in kinds
            if self._kinds[i] in "FO" and (states or self._function_sector(i) in STATE_SECTORS):
                continue
            if states and sector not in ("REB", "PTY", "OPP", "REL", "EDU", "JRN", "BUS"):
                continue
            if right > left and ("U" in kinds or kinds.count("M") + kinds.count("?") or states):
                self._reading.body = (self._slice(left, right), sector)
                return

    def _function_sector(self, i: int) -> str:
        return next((f.sector for j, f in self._reading.functions if j <= i < j + len(f.norm.split())), "")

    def _in_body(self, i: int) -> bool:
        word, sets = self._words[i], self._registry.sets
        if word.bound:
            return False
        if word.capital:
            return self._kinds[i] not in "OD" or (i > 0 and self._words[i - 1].norm in sets["body_prepositions"])
        return word.norm in sets["body_joiners"] and 0 < i < self._end - 1
