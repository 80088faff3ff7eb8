"""A conflict: who the parties are, where and when; read from TOML and checked key by key.

A claim is never filed under a conflict. Which conflict it belongs to is worked out on read (`gencatan.views.assign`),
so a better definition changes every answer at once and no claim.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, NoReturn
from zoneinfo import ZoneInfo

from gencatan.errors import ConflictError
from gencatan.i18n import LANGUAGES
from gencatan.i18n.countries import alpha2
from gencatan.model import Filler, Place, Span

MAX_BYTES: Final = 1_000_000
MAX_LIST: Final = 1_000
BUNDLED: Final = files(__package__).joinpath("conflicts")
_TOP: Final = frozenset({"name", "zone", "period", "party", "mediator", "area"})
_PARTY: Final = frozenset({"name", "actors", "aliases"})
_AREA: Final = frozenset({"regions", "places", "box", "countries"})
_FULL: Final = 360


@dataclass(frozen=True, slots=True)
class Party:
    """A side of a conflict, or who stands between the sides. `actors` are ids, each with all below it; `aliases` are
    words for it that no id is known for."""

    name: Mapping[str, str]
    actors: tuple[str, ...]
    aliases: tuple[str, ...] = ()

    def is_named(self, filler: Filler) -> bool:
        """Whether a filler is this party or part of it."""
        return self.nearness(filler) != (False, 0)

    def nearness(self, filler: Filler) -> tuple[bool, int]:
        """Whether an alias tells it, and the length of the longest id that holds the filler's actor."""
        words = _fold(filler.span.text)
        told = any(_holds(words, alias) for alias in self.aliases)
        actor = filler.actor.id if filler.actor else ""
        return told, max((len(own) for own in self.actors if is_within(actor, own)), default=0)

    @property
    def id(self) -> str:
        """Its first actor's id."""
        return self.actors[0]


@dataclass(frozen=True, slots=True)
class Area:
    """Where a conflict is: contested regions (slugs), places (GeoNames ids), countries (ISO alpha-3), a box of degrees
    (west, south, east, north). Any of them is enough."""

    regions: tuple[str, ...] = ()
    places: tuple[int, ...] = ()
    countries: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None

    def holds(self, place: Place) -> bool:
        """Whether a resolved place lies inside."""
        if place.region in self.regions or place.geoname_id in self.places:
            return True
        if place.country is not None and place.country in self.countries:
            return True
        if self.box is None or place.lat is None or place.lon is None or place.precision == "country":
            return False
        west, south, east, north = self.box
        across = west <= place.lon <= east if west <= east else place.lon >= west or place.lon <= east
        return across and south <= place.lat <= north


@dataclass(frozen=True)
class Conflict:
    """A conflict as its file defines it. `start` and `end` are days, None where open; `source` is the file."""

    id: str
    name: Mapping[str, str]
    parties: tuple[Party, ...]
    mediators: tuple[Party, ...] = ()
    area: Area = Area()
    start: date | None = None
    end: date | None = None
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    source: str = ""

    def party_of(self, filler: Filler) -> Party | None:
        """The party a filler names or belongs to; one that an alias tells, then the one with the most exact id."""
        found = [party for party in self.parties if party.is_named(filler)]
        return max(found, key=lambda party: party.nearness(filler), default=None)

    def names_in(self, value: object) -> bool:
        """Whether free text has the conflict's name in it, in any language."""
        if not isinstance(value, Span):
            return False
        words = _fold(value.text)
        return any(_fold(name) in words for name in self.name.values())

    @cached_property
    def own_actors(self) -> frozenset[str]:
        """Parties' actors that are no states: who names them speaks of this conflict."""
        return frozenset(actor for party in self.parties for actor in party.actors if not alpha2(actor))

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {
            "id": self.id,
            "name": dict(self.name),
            "parties": [_party_dict(party) for party in self.parties],
            "mediators": [_party_dict(party) for party in self.mediators],
            "area": {
                "regions": list(self.area.regions),
                "places": list(self.area.places),
                "countries": list(self.area.countries),
                "box": list(self.area.box) if self.area.box else None,
            },
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "zone": str(self.zone),
        }

    @classmethod
    def from_dict(cls, value: Mapping[str, Any]) -> Conflict:
        """The inverse of `to_dict`, of what that gave."""
        area = value["area"]
        return cls(
            value["id"],
            dict(value["name"]),
            tuple(map(_party_from, value["parties"])),
            tuple(map(_party_from, value["mediators"])),
            Area(
                tuple(area["regions"]),
                tuple(area["places"]),
                tuple(area["countries"]),
                tuple(area["box"]) if area["box"] else None,
            ),
            date.fromisoformat(value["start"]) if value["start"] else None,
            date.fromisoformat(value["end"]) if value["end"] else None,
            ZoneInfo(value["zone"]),
        )


def is_within(actor: str, whole: str) -> bool:
    """Whether an actor id is `whole` or below it: `AZE/GOV` is within `AZE`."""
    return actor == whole or actor.startswith(whole + "/")


def bundled() -> tuple[Conflict, ...]:
    """The conflicts that come with gencatan, by id."""
    names = sorted(entry.name for entry in BUNDLED.iterdir() if entry.name.endswith(".toml"))
    return tuple(_parse(BUNDLED.joinpath(name).read_bytes(), name, name.removesuffix(".toml")) for name in names)


def find_conflict(wanted: str) -> Conflict:
    """A bundled conflict by its id, or one of your own by its TOML file. Raises ConflictError."""
    known = {conflict.id: conflict for conflict in bundled()}
    if wanted in known:
        return known[wanted]
    if wanted.endswith(".toml"):
        return load_conflict(Path(wanted))
    raise ConflictError(f"no conflict {wanted!r}; known: {', '.join(known)}; or give a TOML file")


def load_conflict(path: Path) -> Conflict:
    """The conflict in a TOML file. Raises ConflictError with file and key."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise ConflictError(f"{path}: does not exist") from error
    except OSError as error:
        raise ConflictError(f"{path}: cannot be read: {error.strerror or error}") from error
    if len(data) > MAX_BYTES:
        raise ConflictError(f"{path}: is larger than {MAX_BYTES:,} bytes")
    return _parse(data, str(path), path.stem)


def _parse(data: bytes, source: str, id_: str) -> Conflict:
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConflictError(f"{source}: is not TOML: {error}") from error
    return _Checked(source).conflict(table, id_)


class _Checked:
    """Takes a table apart; every complaint names file and key."""

    def __init__(self, source: str) -> None:
        self._source = source

    def conflict(self, table: Mapping[str, Any], id_: str) -> Conflict:
        self._known(table, _TOP, "")
        period = self._table(table, "period", "")
        self._known(period, frozenset({"start", "end"}), "period.")
        start, end = (self._day(period, key) for key in ("start", "end"))
        if start and end and end < start:
            self._refuse("period.end", "lies before period.start")
        parties = self._parties(table, "party")
        if not parties:
            self._refuse("party", "is missing: at least one [[party]]")
        area = self._area(self._table(table, "area", ""))
        name = self._name(table, "")
        return Conflict(
            id_, name, parties, self._parties(table, "mediator"), area, start, end, self._zone(table), self._source
        )

    def _parties(self, table: Mapping[str, Any], key: str) -> tuple[Party, ...]:
        given = table.get(key, [])
        if not isinstance(given, list) or len(given) > MAX_LIST or not all(isinstance(party, dict) for party in given):
            self._refuse(key, f"must be tables [[{key}]], at most {MAX_LIST}")
        return tuple(self._party(party, f"{key}[{n}].") for n, party in enumerate(given, 1))

    def _party(self, table: Mapping[str, Any], at: str) -> Party:
        self._known(table, _PARTY, at)
        actors = self._words(table, "actors", at)
        if not actors:
            self._refuse(f"{at}actors", "is missing: at least one actor id")
        aliases = tuple(_fold(alias) for alias in self._words(table, "aliases", at))
        return Party(self._name(table, at), actors, aliases)

    def _area(self, table: Mapping[str, Any]) -> Area:
        self._known(table, _AREA, "area.")
        places = self._list(table, "places", "area.")
        if not all(isinstance(place, int) and not isinstance(place, bool) for place in places):
            self._refuse("area.places", "must be GeoNames ids (whole numbers)")
        countries = self._words(table, "countries", "area.")
        if not all(map(alpha2, countries)):
            self._refuse("area.countries", "must be ISO 3166-1 alpha-3 codes, as AZE")
        return Area(self._words(table, "regions", "area."), places, countries, self._box(table))

    def _box(self, table: Mapping[str, Any]) -> tuple[float, float, float, float] | None:
        given = table.get("box")
        if given is None:
            return None
        if not isinstance(given, list) or len(given) != 4 or not all(_is_number(edge) for edge in given):
            self._refuse("area.box", "must be four numbers: west, south, east, north")
        west, south, east, north = map(float, given)
        if not (-180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90):
            self._refuse("area.box", "must be degrees: west and east within ±180, south not above north, within ±90")
        if west > east and west - east < _FULL / 2:
            self._refuse("area.box", f"goes nearly round the world, from {west:g} east to {east:g}: swapped?")
        return west, south, east, north

    def _name(self, table: Mapping[str, Any], at: str) -> Mapping[str, str]:
        given = table.get("name")
        if not isinstance(given, dict):
            self._refuse(f"{at}name", f"must have a name in each language: {', '.join(LANGUAGES)}")
        self._known(given, frozenset(LANGUAGES), f"{at}name.")
        for language in LANGUAGES:
            if not isinstance(given.get(language), str) or not given[language].strip():
                self._refuse(f"{at}name.{language}", "is missing or no text")
        return {language: given[language].strip() for language in LANGUAGES}

    def _zone(self, table: Mapping[str, Any]) -> ZoneInfo:
        name = table.get("zone")
        if not isinstance(name, str):
            self._refuse("zone", f'{"is missing" if name is None else "is no text"}: a time zone, as "Asia/Baku"')
        try:
            return ZoneInfo(name)
        except (KeyError, ValueError, OSError) as error:
            raise ConflictError(f"{self._source}: zone {name!r} is no time zone, as Asia/Baku") from error

    def _day(self, table: Mapping[str, Any], key: str) -> date | None:
        given = table.get(key)
        if given is None or type(given) is date:
            return given
        self._refuse(f"period.{key}", "must be a date, as 1988-02-20, without quotation marks")

    def _table(self, table: Mapping[str, Any], key: str, at: str) -> Mapping[str, Any]:
        given = table.get(key, {})
        if not isinstance(given, dict):
            self._refuse(f"{at}{key}", "must be a table")
        return given

    def _list(self, table: Mapping[str, Any], key: str, at: str) -> tuple[Any, ...]:
        given = table.get(key, [])
        if not isinstance(given, list) or len(given) > MAX_LIST:
            self._refuse(f"{at}{key}", f"must be a list of at most {MAX_LIST}")
        return tuple(given)

    def _words(self, table: Mapping[str, Any], key: str, at: str) -> tuple[str, ...]:
        given = self._list(table, key, at)
        if not all(isinstance(word, str) and word.strip() for word in given):
            self._refuse(f"{at}{key}", "must be a list of texts")
        return given

    def _known(self, table: Mapping[str, Any], known: frozenset[str], at: str) -> None:
        for key in table:
            if key not in known:
                self._refuse(f"{at}{key}", f"is unknown; known: {', '.join(sorted(known))}")

    def _refuse(self, key: str, why: str) -> NoReturn:
        raise ConflictError(f"{self._source}: {key} {why}")


def _party_dict(party: Party) -> dict[str, Any]:
    return {"name": dict(party.name), "actors": list(party.actors), "aliases": list(party.aliases)}


def _party_from(value: Mapping[str, Any]) -> Party:
    return Party(dict(value["name"]), tuple(value["actors"]), tuple(value["aliases"]))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _fold(words: str) -> str:
    return " ".join(words.casefold().split())


def _holds(words: str, alias: str) -> bool:
    """Whether `alias` stands in `words` as whole words."""
    return f" {alias} " in f" {words} "
