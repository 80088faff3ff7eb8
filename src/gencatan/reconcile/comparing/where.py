"""Where a claim says that something was, compared by what places are, not by what they are called."""

from __future__ import annotations

import math
from typing import Final

from gencatan.gazetteer.keys import key
from gencatan.model import Place
from gencatan.reconcile.comparing.names import first_name

SAME: Final = "same"
NEAR: Final = "near"
INSIDE: Final = "inside"
COUNTRY: Final = "country"
APART: Final = "apart"
ABROAD: Final = "abroad"
UNKNOWN: Final = "unknown"

NEAR_KM: Final = 25.0
"""Towns no farther apart may be named for one event ("near Stepanakert" and the village itself)."""

_REACH_KM: Final = {"exact": 0.0, "city": 0.0, "district": 60.0, "province": 350.0, "region": 150.0, "country": 1500.0}
_FINE: Final = ("exact", "city")
_EARTH_KM: Final = 6371.0


def compare(one: Place | None, other: Place | None) -> str:
    """How two places stand to each other: one of the constants above; UNKNOWN where one does not say."""
    if one is None or other is None:
        return UNKNOWN
    if not (is_on_map(one) and is_on_map(other)):
        return SAME if spelled_alike(one, other) or _named_in(one, other) or _named_in(other, one) else UNKNOWN
    if _identical(one, other):
        return COUNTRY if one.precision == "country" else SAME
    coarse = {one.precision, other.precision}
    if "country" in coarse:
        return INSIDE if one.country == other.country else ABROAD
    away = distance_km(one, other)
    if away is None:
        return UNKNOWN if one.country == other.country else ABROAD
    reach = max(_REACH_KM.get(one.precision or "", 0.0), _REACH_KM.get(other.precision or "", 0.0))
    if reach == 0.0:
        return NEAR if away <= NEAR_KM or _on_the_way(one, other) or _on_the_way(other, one) else APART
    if away <= reach:
        return ABROAD if _over_a_border(one, other) and away > NEAR_KM else INSIDE
    return APART if one.country == other.country else ABROAD


def spelled(place: Place | None) -> str:
    """The name of a place that no gazetteer knows, folded: the first one in its words ("the village of Markaba").

    Empty where it is known by more than its words, or has no name.
    """
    return "" if place is None or is_on_map(place) else named(place)


def named(place: Place) -> str:
    """The first name in a place's words, folded: behind it comes where it lies ("the X district of Y")."""
    return first_name(" ".join(place.span.text.partition(",")[0].split()))


def spelled_alike(one: Place, other: Place) -> bool:
    """Whether two places that no gazetteer knows bear one name."""
    name = spelled(one)
    return bool(name) and name == spelled(other)


def _named_in(one: Place, other: Place) -> bool:
    """Whether a place that no gazetteer knows is named in the words of one that lies in a known town ("kawasan Furnaj",
    "the Furnaj district of Tripoli")."""
    name = spelled(one)
    if not name or not is_on_map(other) or other.precision not in _FINE:
        return False
    return f" {name} " in f" {key(other.span.text)} "


def _on_the_way(one: Place, other: Place) -> bool:
    """Whether a place is told as what lies between two towns, of which the other may be one ("jalan antara Juba dan
    *Pibor*")."""
    first, second = key(one.name or ""), key(other.name or "")
    words = f" {key(one.span.text)} "
    return len(words) > len(first) + len(second) and f" {second} " in words and f" {first} " in words


def is_on_map(place: Place) -> bool:
    """Whether more is known of it than its words."""
    return bool(place.region or place.geoname_id or place.country or place.lat is not None)


def _identical(one: Place, other: Place) -> bool:
    if one.region or other.region:
        return one.region == other.region
    if one.geoname_id and other.geoname_id:
        return one.geoname_id == other.geoname_id
    return (one.name, one.country, one.precision) == (other.name, other.country, other.precision)


def is_fine(place: Place | None) -> bool:
    """Whether it is a town or a spot; what has a name and is on no map mostly is."""
    return place is not None and (place.precision in _FINE or bool(spelled(place)))


def _over_a_border(one: Place, other: Place) -> bool:
    """Whether a province or district of one country cannot hold a town of the other, however far it reaches."""
    own = {one.precision, other.precision} <= {*_FINE, "district", "province"} and not (one.region or other.region)
    return own and bool(one.country and other.country) and one.country != other.country


def distance_km(one: Place, other: Place) -> float | None:
    """Along the great circle, in kilometres; None without coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    north, south = math.radians(one.lat), math.radians(other.lat)
    half = math.sin((south - north) / 2) ** 2
    half += math.cos(north) * math.cos(south) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
