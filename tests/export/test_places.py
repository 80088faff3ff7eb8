"""The map: what is on it, what is cut off, how large it gets."""

from __future__ import annotations

import re

import pytest

from gencatan import Claim, Place, Span
from gencatan.export.basemap import HEIGHT, WIDTH, View, clipped, shapes, view_of
from gencatan.export.places import PHONE, _box_of, _hits, _land_box, place_map


def claim(at: int, place: Place) -> Claim:
    return Claim("d", "event", {}, (Span(at, at + 4, "word"),), place=place)


def place(name: str, country: str, lat: float, lon: float, precision: str = "city") -> Place:
    return Place(Span(0, len(name), name), name, country, lat, lon, precision)


GORIS = place("Goris", "ARM", 39.51, 46.34)


def test_a_place_named_twice_is_one_spot() -> None:
    found = place_map([claim(0, GORIS), claim(5, GORIS), claim(9, Place(Span(0, 9, "a village")))])
    assert found
    assert [(spot.name, spot.claims) for spot in found.spots] == [("Goris", [0, 1]), ("a village", [2])]
    assert {c.names["id"] for c in found.countries} >= {"Armenia", "Azerbaijan", "Turki", "Iran"}
    assert "Türkiye" in {c.names["en"] for c in found.countries}


def test_spots_and_their_names_are_on_the_map_and_do_not_meet() -> None:
    towns = [GORIS, place("Yevlakh", "AZE", 40.62, 47.15), place("Stepanakert", "AZE", 39.82, 46.75)]
    found = place_map([claim(n, town) for n, town in enumerate(towns)])
    assert found
    assert all(0 < spot.x < WIDTH and 0 < spot.y < HEIGHT for spot in found.spots)
    assert len({spot.label for spot in found.spots}) == 3


def test_no_country_s_name_hits_a_place_s() -> None:
    """Hama stands where Syria's name would."""
    found = place_map([claim(0, place("Hama", "SYR", 35.13, 36.75)), claim(5, place("Homs", "SYR", 34.73, 36.72))])
    assert found
    for country in found.countries:
        for spot in found.spots:
            if country.label and spot.label:
                for scale in (1.0,) if country.roomy else (1.0, PHONE):
                    box = _land_box(country.label, max(map(len, country.names.values())), scale)
                    assert not _hits(box, [_box_of(spot, scale)]), (country.names, spot.name, scale)


def test_no_coordinates_no_map_and_no_place_nothing() -> None:
    found = place_map([claim(0, Place(Span(0, 9, "a village")))])
    assert found
    assert found.countries == ()
    assert place_map([Claim("d", "event", {}, (Span(0, 4, "word"),))]) is None


def test_a_country_that_a_claim_names_stands_out() -> None:
    found = place_map([claim(0, place("Armenia", "ARM", 40.0, 45.0, "country"))])
    assert found
    assert [c.names["en"] for c in found.countries if c.named] == ["Armenia"]


def test_cutting_a_square() -> None:
    square = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]
    assert set(clipped(square, (5, 5, 20, 20))) == {(5.0, 5.0), (10.0, 5.0), (10.0, 10.0), (5.0, 10.0)}
    assert clipped(square, (20, 20, 30, 30)) == []


def test_a_page_carries_little_of_the_world() -> None:
    near = shapes(view_of([(46.3, 39.5)], 6))
    assert {"AM", "AZ", "GE"} <= {shape.code for shape in near}
    assert sum(len(shape.path) for shape in near) < 8_000
    assert sum(len(shape.path) for shape in shapes(View(-180, -85, 180, 85))) < 60_000


@pytest.mark.parametrize("lon", [-179.5, 179.5, 0.0])
@pytest.mark.parametrize("lat", [-89.0, 0.0, 89.0])
def test_every_point_of_the_world_has_a_view(lon: float, lat: float) -> None:
    view = view_of([(lon, lat)], 6)
    assert view.west <= lon <= view.east
    assert shapes(view) is not None
    assert view.east - view.west <= 360.01


def test_what_crosses_the_line_of_dates_leaves_no_streak() -> None:
    """Siberia's far east lies beyond 180°: drawn naively its outline runs across the whole map."""
    russia = next(shape for shape in shapes(View(20, 40, 120, 80)) if shape.code == "RU")
    for ring in russia.path.rstrip("z").split("zM"):
        start, steps = ring.removeprefix("M").split("l")
        (_, y), *moves = pairs(start), *grouped(re.findall(r"-?\d+", steps))
        for dx, dy in moves:
            y += dy
            assert abs(dx) < WIDTH / 2 or not 0 < y < HEIGHT


def pairs(text: str) -> tuple[int, int]:
    x, y = map(int, re.findall(r"-?\d+", text))
    return x, y


def grouped(numbers: list[str]) -> list[tuple[int, int]]:
    return [(int(x), int(y)) for x, y in zip(numbers[0::2], numbers[1::2], strict=True)]
