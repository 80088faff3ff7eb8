"""The set of place names is whole, and answers are graded by distance and id."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.accuracy.places import SET, Named, Text, grade, load, read, resolved
from gencatan.gazetteer import Entry, Gazetteer
from gencatan.language.pack import load_pack
from gencatan.reading.language_reader import LanguageReader


def entry(lat: float, lon: float, ident: int | None = None, region: str | None = None) -> Entry:
    return Entry("X", None, lat, lon, "exact", ident, region)


def test_the_set_is_large_and_each_name_has_one_place() -> None:
    texts = load(SET)
    names = [(text.language, name) for text in texts for name in text.names]
    counts = Counter(language for language, _ in names)
    assert counts["en"] >= 100
    assert counts["id"] >= 100
    assert len({text.text for text in texts}) == len(texts)
    for _, name in names:
        assert (name.true.geoname_id is None) != (name.true.region is None), name
        assert -90 <= name.true.lat <= 90
        assert -180 <= name.true.lon <= 180


def test_a_name_must_stand_in_its_text(tmp_path: Path) -> None:
    path = tmp_path / "set.toml"
    path.write_text(
        '[[text]]\nlanguage = "en"\ntext = "Calm in Goma."\n'
        'mentions = [{ words = "Bukavu", geoname_id = 1, lat = 0, lon = 0 }]\n',
        encoding="utf-8",
    )
    with pytest.raises(ValueError, match="Bukavu"):
        load(path)


def test_grades() -> None:
    true = entry(10, 10, 5)
    assert grade(true, entry(50, 50, 5)) == "exact"
    assert grade(true, entry(11, 10, 6)) == "near"  # 111 km
    assert grade(true, entry(12, 10, 6)) == "far"  # 222 km
    assert grade(true, None) == "far"
    assert grade(entry(10, 10, region="gaza"), entry(10, 10, 7)) == "near"
    assert grade(entry(10, 10, region="gaza"), entry(50, 50, region="gaza")) == "exact"


def test_names_are_resolved_together_and_seen_in_the_text() -> None:
    words = "A bomb went off in Paris."
    start = words.index("Paris")
    text = Text("en", words, (Named(start, start + 5, "Paris", entry(48.85, 2.35, 2988507)),))
    assert [answer and answer.geoname_id for answer in resolved(Gazetteer.open(), text)] == [2988507]
    seen, answer = read(LanguageReader(load_pack("en")), text)[0]
    assert seen
    assert answer is not None
    assert answer.geoname_id == 2988507
