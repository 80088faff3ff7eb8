"""Writes the index's files; the same sources give the same bytes."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from pathlib import Path
from typing import Any

import marisa_trie
import numpy as np

from gencatan.gazetteer.entry import Kind, prior_of
from gencatan.gazetteer.index import (
    MANY,
    NO_COUNTRY,
    NO_UNIT,
    OF_ABOVE,
    PRIMARY,
    RECORD,
    SEAT_OF_ADMIN1,
    SEAT_OF_ADMIN2,
    VERSION,
)
from training.gazetteer.read import Place

PLACES_A_NAME = 120  # the likeliest so many places of one name are kept


def write_index(folder: Path, places: list[Place], units: dict[str, Place], meta: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    places = sorted(places, key=lambda place: (-prior_of(place.kind, place.population), place.geoname_id, place.name))
    number = {id(place): position for position, place in enumerate(places)}
    levels: list[dict[str, int]] = [{}, {}]
    tables: list[list[int]] = [[], []]
    for code in sorted(units):
        level = code.count(".") - 1
        levels[level][code] = len(tables[level])
        tables[level].append(number[id(units[code])])
    for level, table in enumerate(tables):
        np.save(folder / f"admin{level + 1}.npy", np.array(table, dtype="<u4"), allow_pickle=False)
    countries = sorted({place.country for place in places if place.country})
    _write_records(folder, places, units, levels, countries)
    shown = _write_names(folder, places)
    meta = {
        "version": VERSION,
        "countries": countries,
        "country_records": {p.country: number[id(p)] for p in places if p.kind is Kind.COUNTRY},
        "regions": {p.region: number[id(p)] for p in places if p.region},
        "counts": {"places": len(places), "names": shown},
        **meta,
    }
    text = json.dumps(meta, ensure_ascii=False, sort_keys=True, indent=1)
    (folder / "meta.json").write_text(text + "\n", encoding="utf-8")


def _write_records(
    folder: Path,
    places: list[Place],
    units: dict[str, Place],
    levels: list[dict[str, int]],
    countries: list[str],
) -> None:
    records = np.zeros(len(places), dtype=RECORD)
    labels = bytearray()
    seen: dict[str, tuple[int, int]] = {}
    country_number = {code: position for position, code in enumerate(countries)}
    for position, place in enumerate(places):
        name = unicodedata.normalize("NFC", place.name)
        if name not in seen:
            seen[name] = (len(labels), len(name.encode()))
            labels += name.encode()
        offset, length = seen[name]
        flags = OF_ABOVE if place.of_above else 0
        if place.kind in (Kind.CITY, Kind.CAPITAL):
            flags |= SEAT_OF_ADMIN1 if _bears_name(place, units.get(place.admin1)) else 0
            flags |= SEAT_OF_ADMIN2 if _bears_name(place, units.get(place.admin2)) else 0
        records[position] = (
            place.geoname_id,
            place.lat,
            place.lon,
            min(place.population, 2**32 - 1),
            offset,
            length,
            int(place.kind),
            country_number[place.country] if place.country else NO_COUNTRY,
            flags,
            levels[0].get(place.admin1, NO_UNIT),
            levels[1].get(place.admin2, NO_UNIT),
        )
    np.save(folder / "records.npy", records, allow_pickle=False)
    np.save(folder / "labels.npy", np.frombuffer(bytes(labels), dtype="u1"), allow_pickle=False)


def _bears_name(place: Place, unit: Place | None) -> bool:
    return unit is not None and not place.names.keys().isdisjoint(unit.names)


def _write_names(folder: Path, places: list[Place]) -> int:
    postings: dict[str, list[int]] = defaultdict(list)
    for position, place in enumerate(places):
        for name_key, primary in place.names.items():
            if len(postings[name_key]) < PLACES_A_NAME:
                postings[name_key].append(position | (PRIMARY if primary else 0))
    trie = marisa_trie.Trie(sorted(postings))
    trie.save(str(folder / "names.marisa"))
    table = np.zeros(len(postings), dtype="<u4")
    shared: list[int] = []
    for name_key in sorted(postings):
        values = postings[name_key]
        if len(values) == 1:
            table[trie[name_key]] = values[0]
        else:
            table[trie[name_key]] = MANY | len(shared)
            shared += [len(values), *values]
    np.save(folder / "postings.npy", table, allow_pickle=False)
    np.save(folder / "shared.npy", np.array(shared, dtype="<u4"), allow_pickle=False)
    return len(postings)
