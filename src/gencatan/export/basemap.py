"""The countries around a report's places, as SVG paths cut to what the map shows.

Shapes: Natural Earth (training/basemap.py). Degrees are WGS 84; inside the data, hundredths of a degree.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise
from math import cos, radians
from typing import Any, Final

WIDTH: Final = 960
HEIGHT: Final = 560
UNIT: Final = 100
MARGIN: Final = 0.04  # what is cut lies this much outside of what is seen, so that no cut edge shows
FINEST: Final = 2  # points closer than this are one; of WIDTH
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class View:
    """What the map shows: a window in degrees, drawn WIDTH by HEIGHT."""

    west: float
    south: float
    east: float
    north: float

    def at(self, lon: float, lat: float) -> tuple[int, int]:
        """Where a point is drawn."""
        x = (lon - self.west) / (self.east - self.west) * WIDTH
        y = (self.north - lat) / (self.north - self.south) * HEIGHT
        return round(x), round(y)


@dataclass(frozen=True, slots=True)
class Shape:
    """A country's path in the view; `label` where its name may stand, None where it shows too little land."""

    code: str
    name: str
    path: str
    label: tuple[int, int] | None


def view_of(points: Sequence[tuple[float, float]], narrowest: float) -> View:
    """A window around points (lon, lat), at least `narrowest` degrees of latitude high, as wide as the map is."""
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    stretch = max(0.2, cos(radians(lat)))
    tall = max(narrowest, (max(lats) - min(lats)) * 1.5, (max(lons) - min(lons)) * 1.4 * stretch * HEIGHT / WIDTH)
    tall = min(tall, 170.0, 360.0 * stretch * HEIGHT / WIDTH)
    wide = tall / stretch * WIDTH / HEIGHT
    west, south = max(-180.0, min(180.0 - wide, lon - wide / 2)), max(-85.0, min(85.0 - tall, lat - tall / 2))
    return View(west, south, west + wide, south + tall)


def shapes(view: View) -> list[Shape]:
    """The countries that the view shows, in the order of the data."""
    wide, tall = (view.east - view.west) * MARGIN, (view.north - view.south) * MARGIN
    box = (view.west - wide, view.south - tall, view.east + wide, view.north + tall)
    found = []
    for code, name, boxes_and_rings in _countries():
        rings = [ring for bounds, ring in boxes_and_rings if _meet(bounds, box)]
        cut = [[view.at(*point) for point in clipped(ring, box)] for ring in rings]
        drawn = [points for points in map(_thinned, cut) if len(points) > 2]
        if drawn:
            found.append(Shape(code, name, "".join(map(_path, drawn)), _label(drawn)))
    return found


def clipped(ring: Sequence[Point], box: tuple[float, float, float, float]) -> list[Point]:
    """The part of a ring inside a box (Sutherland and Hodgman)."""
    points = list(ring)
    for axis, limit, keeps_less in ((0, box[0], False), (1, box[1], False), (0, box[2], True), (1, box[3], True)):
        if points:
            points = list(_cut(points, axis, limit, keeps_less))
    return points


def _cut(points: Sequence[Point], axis: int, limit: float, keeps_less: bool) -> Iterator[Point]:
    before = points[-1]
    was_in = (before[axis] <= limit) == keeps_less or before[axis] == limit
    for point in points:
        is_in = (point[axis] <= limit) == keeps_less or point[axis] == limit
        if is_in != was_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            yield (before[0] + share * (point[0] - before[0]), before[1] + share * (point[1] - before[1]))
        if is_in:
            yield point
        before, was_in = point, is_in


def _thinned(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for point in points:
        if not kept or abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > FINEST:
            kept.append(point)
    return kept


def _path(points: Sequence[tuple[int, int]]) -> str:
    steps = [f"M{points[0][0]} {points[0][1]}l"]
    for before, point in pairwise(points):
        dx, dy = point[0] - before[0], point[1] - before[1]
        steps.append(f"{dx}{dy}" if dy < 0 else f"{dx} {dy}")
        steps.append(" ")
    return "".join(steps).replace(" -", "-").rstrip() + "z"


def _label(rings: Sequence[Sequence[tuple[int, int]]]) -> tuple[int, int] | None:
    """The middle of the largest ring, if the middle is on the map and the ring has room for a name."""
    ring = max(rings, key=lambda points: abs(_area(points)))
    area = _area(ring)
    if abs(area) < WIDTH * HEIGHT / 60:
        return None
    x = y = 0.0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = ax * by - bx * ay
        x, y = x + (ax + bx) * cross, y + (ay + by) * cross
    middle = round(x / (6 * area)), round(y / (6 * area))
    return middle if 60 < middle[0] < WIDTH - 60 and 30 < middle[1] < HEIGHT - 30 else None


def _area(ring: Sequence[tuple[int, int]]) -> float:
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


_Ring = tuple[tuple[float, float, float, float], list[Point]]


@cache
def _countries() -> list[tuple[str, str, list[_Ring]]]:
    """Code, name and the outer and inner rings of each country, each ring with its bounds."""
    source = files(__package__).joinpath("data/countries.json").read_text(encoding="utf-8")
    data: dict[str, Any] = json.loads(source)
    arcs = [_degrees(arc) for arc in data["arcs"]]
    return [
        (code, name, [r for polygon in polygons for ring in polygon for r in _around(_joined(ring, arcs))])
        for code, name, polygons in data["countries"]
    ]


def _degrees(arc: Sequence[int]) -> list[Point]:
    return [(x / UNIT, y / UNIT) for x, y in zip(accumulate(arc[0::2]), accumulate(arc[1::2]), strict=True)]


def _joined(ring: Sequence[int], arcs: Sequence[list[Point]]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        points += arcs[number] if number >= 0 else reversed(arcs[~number])
    return points


def _around(ring: list[Point]) -> Iterator[_Ring]:
    """A ring that crosses the line of dates goes on beyond it, and stands once more on the other side."""
    lons, shift = [ring[0][0]], 0
    for (before, _), (lon, _) in pairwise(ring):
        shift -= 360 * ((lon - before > 180) - (lon - before < -180))
        lons.append(lon + shift)
    if shift or (min(lons) >= -180 and max(lons) <= 180):  # what goes around a pole has no other side
        yield _bounded(ring)
        return
    for turn in (-360, 0, 360):
        yield _bounded([(lon + turn, lat) for lon, (_, lat) in zip(lons, ring, strict=True)])


def _bounded(ring: list[Point]) -> _Ring:
    lons, lats = [lon for lon, _ in ring], [lat for _, lat in ring]
    return (min(lons), min(lats), max(lons), max(lats)), ring
