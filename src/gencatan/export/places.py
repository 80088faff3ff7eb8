"""The places of a report's claims on a small map: one spot a place, names where they do not run into each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from gencatan.export.basemap import HEIGHT, WIDTH, Shape, View, shapes, view_of
from gencatan.export.wording import one_line
from gencatan.i18n import LANGUAGES
from gencatan.i18n.countries import alpha2, country_name
from gencatan.model import Claim, Place

NEAR: Final = 6.0
FAR: Final = 16.0
"""Degrees of latitude that a map shows at least: around towns, and around countries."""
LETTER: Final = 15.0
LAND_LETTER: Final = 13.5
LINE: Final = 28
DOT: Final = 14
PHONE: Final = 1.46
"""On a phone names are drawn this much larger, so that they can be read."""
Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Spot:
    """A place: as resolved, in whose words, by which claims. `x`, `y` on the map, None where it has no coordinates."""

    name: str
    country: str
    precision: str
    words: list[str] = field(default_factory=list)
    claims: list[int] = field(default_factory=list)
    where: tuple[float, float] | None = None
    x: int = 0
    y: int = 0
    label: tuple[int, int, str] | None = None


@dataclass(frozen=True, slots=True)
class CountryShape:
    """A country on the map: its path, its name by language, where the name stands; `named` by a claim.

    `roomy` is a name that hits no other only where names are drawn small, not on a phone.
    """

    path: str
    names: dict[str, str]
    label: tuple[int, int] | None
    roomy: bool
    named: bool


@dataclass(frozen=True, slots=True)
class PlaceMap:
    """What the map shows; `countries` is empty where no place has coordinates."""

    spots: tuple[Spot, ...]
    countries: tuple[CountryShape, ...]


def place_map(claims: Sequence[Claim]) -> PlaceMap | None:
    """The places of a report's claims; None where there are none."""
    spots: dict[tuple[object, ...], Spot] = {}
    for number, claim in enumerate(claims):
        if claim.place:
            spot = spots.setdefault(_identity(claim.place), _spot(claim.place))
            spot.claims.append(number)
            text = one_line(claim.place.span.text)
            if text not in spot.words:
                spot.words.append(text)
    if not spots:
        return None
    # places that we know come before those that are only words
    ordered = sorted(spots.values(), key=lambda spot: spot.where is None)
    on_map = [(spot, spot.where) for spot in ordered if spot.where]
    if not on_map:
        return PlaceMap(tuple(ordered), ())
    wide = any(spot.precision == "country" for spot, _ in on_map)
    view = view_of([where for _, where in on_map], FAR if wide else NEAR)
    drawn = shapes(view)
    spots_on_map = [spot for spot, _ in on_map]
    taken = _name_spots(view, spots_on_map)
    on_phone = [_box_of(spot, PHONE) for spot in spots_on_map if spot.label] + taken
    named = {alpha2(spot.country) for spot in ordered if spot.precision == "country"} - {""}
    return PlaceMap(tuple(ordered), tuple(_country(shape, named, taken, on_phone) for shape in drawn))


def _identity(place: Place) -> tuple[object, ...]:
    if place.lat is None or place.lon is None:
        return (one_line(place.span.text).casefold(),)
    return (place.name, place.country, place.lat, place.lon)


def _spot(place: Place) -> Spot:
    where = (place.lon, place.lat) if place.lat is not None and place.lon is not None else None
    return Spot(one_line(place.name or place.span.text), place.country or "", place.precision or "", where=where)


def _name_spots(view: View, spots: Sequence[Spot]) -> list[Box]:
    """Give each spot its point and, where there is room, its name; returns the boxes that are taken."""
    for spot in spots:
        assert spot.where is not None
        spot.x, spot.y = view.at(*spot.where)
    taken: list[Box] = [(s.x - DOT, s.y - DOT, s.x + DOT, s.y + DOT) for s in spots]
    for spot in sorted(spots, key=lambda s: -len(s.claims)):
        width = len(spot.name) * LETTER
        for x, y, anchor, left in (
            (spot.x + 18, spot.y + 9, "start", spot.x + 18),
            (spot.x - 18, spot.y + 9, "end", spot.x - 18 - width),
            (spot.x, spot.y - 20, "middle", spot.x - width / 2),
            (spot.x, spot.y + 38, "middle", spot.x - width / 2),
        ):
            box = (left, y - LINE + 6, left + width, y + 6)
            if box[0] > 0 and box[2] < WIDTH and box[1] > 0 and box[3] < HEIGHT and not _hits(box, taken):
                spot.label = (x, y, anchor)
                taken.append(box)
                break
    return taken


def _box_of(spot: Spot, scale: float) -> Box:
    """What a spot's name covers, drawn `scale` times as large."""
    assert spot.label is not None
    x, y, anchor = spot.label
    width = len(spot.name) * LETTER * scale
    left = {"start": x, "end": x - width, "middle": x - width / 2}[anchor]
    return (left, y - LINE * scale, left + width, y + 6 * scale)


def _country(shape: Shape, named: set[str], taken: list[Box], on_phone: list[Box]) -> CountryShape:
    """A country whose name hits no other; `taken` and `on_phone` are the boxes of those, and grow."""
    names = {language: country_name(shape.code, language) or shape.name for language in LANGUAGES}
    label, roomy = shape.label, False
    if label:
        longest = max(map(len, names.values()))
        if _hits(_land_box(label, longest, 1.0), taken):
            label = None
        else:
            roomy = _hits(_land_box(label, longest, PHONE), on_phone)
            taken.append(_land_box(label, longest, 1.0))
            if not roomy:
                on_phone.append(_land_box(label, longest, PHONE))
    return CountryShape(shape.path, names, label, roomy, bool(shape.code) and shape.code in named)


def _land_box(label: tuple[int, int], letters: int, scale: float) -> Box:
    half = letters * LAND_LETTER * scale / 2
    return (label[0] - half, label[1] - LINE * scale, label[0] + half, label[1] + 6 * scale)


def _hits(box: Box, taken: Sequence[Box]) -> bool:
    return any(box[0] < o[2] and o[0] < box[2] and box[1] < o[3] and o[1] < box[3] for o in taken)
