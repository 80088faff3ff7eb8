"""Where: named places, "the city" that was named before, datelines that are no place."""

from __future__ import annotations

import pytest

from tests.reading.told import only, told


@pytest.mark.parametrize(
    ("language", "sentence", "kind", "words", "name", "country"),
    [
        ("en", "At least 32 people were killed in Goma on Monday.", "casualty", "Goma", "Goma", "COD"),
        ("en", "The two sides held talks in Geneva on Monday.", "meeting", "Geneva", "Geneva", "CHE"),
        ("id", "Sedikitnya 32 orang tewas di Goma pada Senin.", "casualty", "Goma", "Goma", "COD"),
        ("id", "Kedua pihak menggelar perundingan di Jenewa pada Senin.", "meeting", "Jenewa", "Geneva", "CHE"),
    ],
)
def test_a_named_place(language: str, sentence: str, kind: str, words: str, name: str, country: str) -> None:
    place = only(told(language, sentence), kind).place
    assert place is not None
    assert (place.span.text, place.name, place.country) == (words, name, country)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fighting broke out in Goma on Monday. In the city, five soldiers were killed."),
        ("id", "Pertempuran pecah di Goma pada Senin. Di kota itu, lima tentara tewas."),
    ],
)
def test_the_city_is_the_one_named_before(language: str, text: str) -> None:
    place = only(told(language, text), "casualty").place
    assert place is not None
    assert (place.name, place.country) == ("Goma", "COD")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Five soldiers were killed in the city."),
        ("id", "Lima tentara tewas di kota itu."),
    ],
)
def test_the_city_of_nowhere_is_not_guessed(language: str, sentence: str) -> None:
    place = only(told(language, sentence), "casualty").place
    assert place is not None
    assert (place.name, place.country, place.geoname_id) == (None, None, None)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "NAIROBI, March 13 (Agency) — At least 32 people were killed on Monday."),
        ("en", "BEIRUT — At least 32 people were killed on Monday."),
        ("id", "JAKARTA, 13 Maret (Kantor Berita) — Sedikitnya 32 orang tewas pada Senin."),
    ],
)
def test_a_dateline_is_neither_place_nor_date(language: str, sentence: str) -> None:
    claim = only(told(language, sentence), "casualty")
    assert claim.place is None
    assert claim.date is not None
    assert claim.date.start == "2024-03-11"
