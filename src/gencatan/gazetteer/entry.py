"""What the gazetteer answers with, and what it is asked about."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Kind(IntEnum):
    """What a place is. The numbers are stored in the index: never renumber."""

    COUNTRY = 0
    CAPITAL = 1
    ADMIN1 = 2
    REGION = 3
    CITY = 4
    ADMIN2 = 5
    FEATURE = 6


PRECISION: Final = {
    Kind.COUNTRY: "country",
    Kind.CAPITAL: "city",
    Kind.ADMIN1: "province",
    Kind.REGION: "region",
    Kind.CITY: "city",
    Kind.ADMIN2: "district",
    Kind.FEATURE: "region",
}


def prior_of(kind: Kind, population: int) -> float:
    """How likely a bare name means this place: about 2 (a hamlet) to 9.5 (a big country), in tens of people.

    One point is a factor of ten in population among towns; countries and contested regions stand above all.
    """
    size = math.log10(population + 300)
    match kind:
        case Kind.COUNTRY:
            return 7.0 + 0.25 * size
        case Kind.REGION:
            return 6.9 + 0.1 * size
        case Kind.CAPITAL:
            return size + 1.2
        case Kind.ADMIN1:
            return 2.0 + 0.55 * size
        case Kind.ADMIN2:
            return 0.8 + 0.6 * size
        case Kind.FEATURE:
            return 6.0
        case Kind.CITY:
            return size


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    `country` is ISO 3166-1 alpha-3, None for places of no or several states; `lat` and `lon` are WGS 84
    degrees (of a unit: its places' population-weighted middle; where it is `vague` nothing tells, and the point is
    that of the province or country it lies in: for reckoning what is near, never to be shown as its own);
    `population` is in people, 0 unknown (of a unit: what its places sum to). `admin1` and `admin2` name the first-
    and second-level unit it lies in, "" if none or unknown. `region` is the slug of a contested or informal region
    where the place is one.

    `prior` says how likely a bare name means this place (`prior_of`: 2 a hamlet … 9.5 a big country);
    `primary` that it was asked for under a name it goes by in GeoNames, in English or in Indonesian.
    """

    name: str
    country: str | None
    lat: float
    lon: float
    precision: str
    geoname_id: int | None
    region: str | None = None
    population: int = 0
    admin1: str = ""
    admin2: str = ""
    kind: Kind = Kind.CITY
    prior: float = 0.0
    primary: bool = True
    record: int = -1
    vague: bool = False

    def distance_km(self, other: Entry) -> float:
        """Great-circle distance in kilometres."""
        lat, other_lat = math.radians(self.lat), math.radians(other.lat)
        half = math.sin((lat - other_lat) / 2) ** 2
        half += math.cos(lat) * math.cos(other_lat) * math.sin(math.radians(self.lon - other.lon) / 2) ** 2
        return 12742.0 * math.asin(min(1.0, math.sqrt(half)))


@dataclass(frozen=True, slots=True)
class Mention:
    """A place named in a text.

    `container` is what the text says it lies in ("Yevlakh, Azerbaijan" → "Azerbaijan"). `hint` is None or "city",
    "province", "district", "country", "region", from words such as "kota" or "province of".
    """

    name: str
    container: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name found in a text: `text[start:end]`, offsets in code points; `prior` of its likeliest place."""

    start: int
    end: int
    text: str
    prior: float
