"""Indonesian sentences of police, fires, floods and home politics that only look like war and what is told of it."""

from __future__ import annotations

import pytest

from .told import fillers, only, told

WAR = "Pertempuran dengan milisi itu masih berlangsung. "


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Polisi menangkap seorang terduga teroris di Garut. ", "Api membakar tiga rumah di Cimahi."),
        ("KKB menembak sopir truk; OPM mengaku bertanggung jawab. ", "Longsor menimpa dua rumah di Wamena."),
        ("KKB menembak sopir truk; OPM mengaku bertanggung jawab. ", "Sekolah diliburkan karena ujian nasional."),
        ("Densus 88 menangkap dua terduga teroris di Solo. ", "Pesawat kepresidenan mendarat di Tokyo."),
        ("Polisi memeriksa terduga teroris. ", "Seorang pasien kanker meninggal dunia saat dibawa ke rumah sakit."),
        (WAR, "Api membakar tiga rumah di Cimahi."),
        (WAR, "Banjir bandang menerjang dua gudang."),
        (WAR, "Truk menimpa mobil di jalan tol."),
    ],
)
def test_a_report_of_the_police_is_none_of_war_and_nature_attacks_nobody(before: str, text: str) -> None:
    assert not [c for c in told("id", before + text) if c.evidence[0].start >= len(before)]


def test_a_side_and_the_army_make_a_war() -> None:
    claims = told("id", "KKB menembaki pos dan tentara membalas.")
    assert ["tentara"] in [fillers(c, "actor") for c in claims if c.slots.get("act") == "attack"]
    claims = told("id", WAR + "Milisi menghancurkan dua gudang.")
    assert ["dua gudang"] in [fillers(c, "target") for c in claims if c.slots.get("act") == "attack"]
