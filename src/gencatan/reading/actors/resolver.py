"""Who a mention is: `ActorResolver` gives the words of a filler a stable actor id (contract, *filler*).

    resolver = ActorResolver.load("en", ROOT / "en")
    resolver.resolve("Azerbaijani forces")      # AZE/MIL
    memory = resolver.document(text, year=2023)   # of one report: short forms resolve to earlier mentions
    memory.learn("U.S. Secretary of State Antony Blinken")
    memory.resolve("Blinken")                    # USA/GOV

Ids: ISO 3166-1 alpha-3 for a state named as such, `ISO3/SECTOR` for its organs, forces and people,
`ISO3/MIL/peacekeepers`, `UNO` and `UNO/<organ>`, the registry's ids, else a slug of the name. What is resolved never
changes what was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from gencatan.model import Actor
from gencatan.reading.actors.compose import compose, first_known, former, is_kin, unknown
from gencatan.reading.actors.mention import Reading, read
from gencatan.reading.actors.registry import Known, Registry, known_ids, load_registry
from gencatan.reading.actors.words import words

if TYPE_CHECKING:
    from gencatan.reading.actors.memory import ActorMemory, Topics

LONGEST = 400
POWERS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "UAF", "PRM"})
UNPOWERED = frozenset({"media", "people", "person"})
BODIES = frozenset({"group", "organisation", "authority"})


class ActorResolver:
    """Resolves mentions of one language. Deterministic, never raises on any text."""

    def __init__(self, registry: Registry) -> None:
        """Use `load`."""
        self.registry = registry
        self._read = lru_cache(maxsize=4096)(self._read_new)
        self._report: tuple[str, Topics] | None = None

    @classmethod
    def load(cls, code: str, pack_path: Path) -> ActorResolver:
        """The resolver for a pack, built once a process. Raises PackError that names file and key."""
        return _load(code, pack_path)

    @property
    def nationalities(self) -> Mapping[str, str]:
        """Lower-case names of countries, nationalities and peoples of states, with their ISO codes."""
        return self.registry.nationalities

    def capital(self, state: str) -> str:
        """The capital of a state by the name of it or of its people ("Egypt", "Egyptian"); empty if it is none."""
        return self.registry.capitals.get(self.registry.nationalities.get(state.lower(), ""), "")

    @property
    def known(self) -> Mapping[str, Known]:
        """All actors of the registry by id."""
        return known_ids(self.registry)

    def readings(self, text: str) -> tuple[Reading, ...]:
        """What the words of a mention say, stretch by stretch."""
        return self._read(text[:LONGEST])

    def _read_new(self, text: str) -> tuple[Reading, ...]:
        return tuple(read(text, self.registry))

    def resolve(self, text: str, *, label: str = "", year: int | None = None) -> Actor | None:
        """Who the mention is by its own words; None for people at large, things and places.

        `label` is the entity recogniser's label of its head (PER, ORG, LOC) where there is one; `year`, the report's,
        tells whether a leader named without office still holds it.
        """
        readings = self.readings(text)
        if not readings:
            return None
        head = readings[0]
        telling = self.telling(readings, year)
        if telling is None:
            return None if is_kin(text, head, self.registry) else unknown(head, label)
        found = compose(telling, self.registry, year)
        if telling is head:
            return self._titled(found, readings)
        if found is None:
            return unknown(head, label)
        if head.name and "former" in telling.marks:
            return former(_merged(telling, head), found.country)
        if head.name and head.body is None:
            return Actor(found.id, head.name, found.country, found.sector, found.role)
        return found

    def telling(self, readings: tuple[Reading, ...], year: int | None = None) -> Reading | None:
        """The stretch whose known names tell who the mention is, an office before it included; None if none does."""
        at = first_known(readings, year)
        if at is None:
            return None
        head = readings[0]
        if at == 0:
            return head
        if head.body is not None and head.hits == [] and not self._is_name(readings[at]):
            return None
        return _merged(head, readings[at]) if head.personal and not head.name else readings[at]

    def _titled(self, actor: Actor | None, readings: tuple[Reading, ...]) -> Actor | None:
        """The name that follows an office after a comma ("Armenia's foreign minister, Ararat Mirzoyan")."""
        if actor is None or len(readings) < 2 or not readings[0].office or readings[0].name:
            return actor
        after = readings[1]
        if after.name and not after.hits and not after.personal:
            return Actor(actor.id, after.name, actor.country, actor.sector, actor.role)
        return actor

    def _is_name(self, reading: Reading) -> bool:
        return not reading.personal and len(reading.hits) > 0 and not reading.thing

    def locates(self, word: str) -> bool:
        """Whether a lower-case word puts what stands before it in a place ("in", "di")."""
        return any("location" in marks for length, marks in self.registry.marks.at([word], 0) if length == 1)

    def names_powers(self, text: str) -> bool:
        """Whether a text names a state, its offices or forces, a known group or body, or leaders of two, wherever.

        One leader alone may well be told of in daily news; two of different powers have to do with each other.
        """
        found = words(text, self.registry.sets["bound"])
        running = [w.norm for w in found]
        led: set[str] = set()
        for i, word in enumerate(found):
            if any(f.sector in POWERS for _, functions in self.registry.functions.at(running, i) for f in functions):
                return True
            names = [n for _, every in self.registry.names.at(running, i) for n in every] if word.capital else []
            exact = [n.known for n in names if n.exact in ("", word.text.replace(".", ""))]
            if any(known.kind not in UNPOWERED for known in exact):
                return True
            led.update({exact[0].id} if exact and exact[0].kind == "person" else ())
        return len(led) > 1

    def is_seat(self, text: str) -> bool:
        """Whether the mention is the name of a capital, which stands for the state's government."""
        readings = self.readings(text)
        return len(readings) == 1 and [hit.name.how for hit in readings[0].hits] == ["seat"]

    def is_body(self, text: str) -> bool:
        """Whether the mention is nothing but the known name of a group, an organisation or an authority."""
        readings = self.readings(text)
        hits = readings[0].hits if len(readings) == 1 else []
        return len(hits) > 0 and all(hit.name.known.kind in BODIES for hit in hits)

    def bodies(self) -> Iterator[str]:
        """The known names of groups, organisations and authorities, in lower case."""
        return (name for name, found in self.registry.names if any(one.known.kind in BODIES for one in found))

    def is_no_person(self, text: str) -> bool:
        """Whether the mention is nothing but the known name of a state or its capital, a body or a medium."""
        readings = self.readings(text)
        hits = readings[0].hits if len(readings) == 1 else []
        return len(hits) > 0 and all(hit.name.known.kind != "person" for hit in hits)

    def topics(self, text: str) -> Topics:
        """What a report is about; that of the last one is kept, which is read over the trees of two parsers."""
        from gencatan.reading.actors.memory import topics

        last = self._report
        if last is None or last[0] != text:
            last = self._report = (text, topics(text, self.registry))
        return last[1]

    def document(self, text: str = "", *, year: int | None = None) -> ActorMemory:
        """A memory for one report. `text`, the whole report, tells which authorities "local officials" are."""
        from gencatan.reading.actors.memory import ActorMemory

        return ActorMemory(self, text, year)


def _merged(head: Reading, after: Reading) -> Reading:
    """The head's functions with the names of what follows it."""
    return Reading(
        text=head.text,
        hits=after.hits,
        functions=head.functions,
        marks=head.marks | after.marks,
        sector=head.sector,
        role=head.role,
        name=after.name,
        label=head.label,
    )


@cache
def _load(code: str, pack_path: Path) -> ActorResolver:
    return ActorResolver(load_registry(code, pack_path))
