"""Builds the map of the evidence page: the world's countries from Natural Earth, simplified and quantised.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python -m training.basemap package/countries-50m.json

Writes src/gencatan/export/data/countries.json: `arcs`, each `[x, y, dx, dy, …]` in hundredths of a degree, and
`countries`, each `[ISO alpha-2 or "", name, polygons]`, a polygon a list of rings, a ring a list of arc numbers (`~n`
is arc n backwards), as in TopoJSON. The same input gives the same bytes.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pycountry

OUT = Path(__file__).resolve().parents[1] / "src" / "gencatan" / "export" / "data" / "countries.json"
UNIT = 100
TOLERANCE = 1.5  # hundredths of a degree, about 1.5 km
Point = tuple[int, int]


def arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in hundredths of a degree, with only the points that their shape needs."""
    scale, move = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(p[0] for p in arc), accumulate(p[1] for p in arc)
        degrees = [(x * scale[0] + move[0], y * scale[1] + move[1]) for x, y in zip(xs, ys, strict=True)]
        found.append(simplified([(round(x * UNIT), round(y * UNIT)) for x, y in degrees]))
    return found


def simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's line: a point farther than the tolerance from the line that leaves it out stays."""
    keep, todo = {0, len(points) - 1}, [(0, len(points) - 1)]
    while todo:
        first, last = todo.pop()
        worst, at = max(((distance(points[i], points[first], points[last]), i) for i in range(first + 1, last)),
                        default=(0.0, 0))  # fmt: skip
        if worst > TOLERANCE:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def distance(point: Point, start: Point, end: Point) -> float:
    """From a point to a stretch of line."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    along = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    along = min(1.0, max(0.0, along))
    return float(((start[0] + along * dx - point[0]) ** 2 + (start[1] + along * dy - point[1]) ** 2) ** 0.5)


def deltas(points: list[Point]) -> list[int]:
    """`[x, y, dx, dy, …]`."""
    flat = [*points[0]]
    for before, point in pairwise(points):
        flat += [point[0] - before[0], point[1] - before[1]]
    return flat


def code(number: str) -> str:
    """ISO alpha-2 of an ISO number, "" of none."""
    country = pycountry.countries.get(numeric=number)
    return country.alpha_2 if country else ""


def main() -> int:
    """Build."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        countries.append([code(shape.get("id", "")), shape["properties"]["name"], polygons])
    built = {"arcs": [deltas(arc) for arc in arcs(topology)], "countries": countries}
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps(built, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {OUT.stat().st_size:,} bytes, {len(countries)} countries")
    return 0


if __name__ == "__main__":
    sys.exit(main())
