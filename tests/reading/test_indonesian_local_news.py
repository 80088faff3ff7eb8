"""Brawls, raids, the dead brought away and the answering of fire, as Indonesian local papers tell of them."""

from __future__ import annotations

import pytest

from .told import fillers, only, told, wording

WAR = "Pertempuran dengan milisi itu masih berlangsung. "


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Tawuran antarpelajar pecah di Jalan Asahan.", "clash"),
        (WAR + "Tentara mengevakuasi jenazah kedua guru ke kota.", "evacuation"),
        (WAR + "Mayat keenam gerilyawan dievakuasi polisi ke Langsa.", "evacuation"),
        ("Perampok membacok tiga penghuni rumah.", "attack"),
        ("Ratusan warga melempari kaca kantor polisi dengan batu.", "attack"),
        ("Empat penyidik polisi diperiksa Propam setelah tahanan tewas.", "investigation"),
        ("Militan membakar katedral.", "attack"),
    ],
)
def test_an_act_of_that_kind_is_read(text: str, act: str) -> None:
    assert only(told("id", text), "event", act=act)


@pytest.mark.parametrize(
    "text",
    [
        "Pohon tumbang menutup jalan kabupaten.",
        "Tawuran suporter dua klub pecah seusai pertandingan.",
        "Seorang kakek meninggal dengan tenang di rumahnya.",
        "Kedua mempelai berikrar setia di depan penghulu.",
        "Personel TNI dan Brimob membersihkan lumpur di Bungo. Seorang nenek meninggal di rumah sakit.",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert not [c for c in told("id", text) if c.kind != "event" or c.slots.get("act") in ("closure", "clash")]


def test_who_is_shot_at_answers_fire() -> None:
    claims = told("id", WAR + "Pemberontak menembaki pos dan tentara membalas.")
    assert ["tentara"] in [fillers(c, "actor") for c in claims if c.slots.get("act") == "attack"]
    assert not [c for c in told("id", WAR + "Gubernur membalas surat warga.") if c.slots.get("act") == "attack"]


def test_what_is_thrown_back_is_a_means_and_nobody_hit() -> None:
    claims = told("id", "Polisi menyerbu halaman dan massa membalas dengan lemparan batu.")
    claim = only([c for c in claims if fillers(c, "actor") == ["massa"]], "event", act="attack")
    assert wording(claim, "instrument") == "batu"
    assert not fillers(claim, "target")


def test_he_who_died_of_a_wound_is_killed_and_not_injured() -> None:
    claims = told("id", "Seorang mahasiswa meninggal dengan luka tembak di dada dalam unjuk rasa.")
    assert [c.slots["harm"] for c in claims if c.kind == "casualty"] == ["killed"]
    hurt = told("id", "Seorang mahasiswa dirawat dengan luka tembak di dada setelah unjuk rasa.")
    assert "killed" not in [c.slots.get("harm") for c in hurt]


def test_who_dies_on_the_way_to_be_treated_is_killed_where_there_is_war() -> None:
    text = "Seorang pelaku meninggal dunia saat dibawa ke rumah sakit."
    assert only(told("id", "KKB menembaki pos tentara. " + text), "casualty", harm="killed")
    assert not [c for c in told("id", text) if c.kind == "casualty"]


def test_who_brings_people_to_safety_has_not_driven_them_out() -> None:
    claim = only(told("id", "Tentara mengungsikan 3.000 warga dari desa mereka."), "casualty", harm="displaced")
    assert not fillers(claim, "perpetrator")
    driven = only(told("id", "Tentara mengusir 3.000 warga dari desa mereka."), "casualty", harm="displaced")
    assert fillers(driven, "perpetrator") == ["Tentara"]


def test_a_shooting_of_rebels_by_name_is_theirs_and_that_of_others_befell_them() -> None:
    assert fillers(
        only(told("id", "Dua guru tewas dalam penembakan KKB di distrik itu."), "event", act="attack"), "actor"
    ) == ["KKB"]
    befell = only(told("id", "Polisi menyelidiki penembakan seorang hakim di ibu kota."), "event", act="attack")
    assert fillers(befell, "target") == ["hakim"]


def test_what_is_shut_until_a_weekday_is_shut_until_the_next() -> None:
    claim = only(told("id", WAR + "Sekolah-sekolah diliburkan hingga Senin."), "event", act="closure")
    assert claim.date is not None
    assert claim.date.end == "2024-03-18"
    over = only(told("id", WAR + "Bandara itu ditutup hingga Senin lalu."), "event", act="closure")
    assert over.date is not None
    assert over.date.end == "2024-03-11"


def test_who_swears_to_stand_by_a_state_promises_it() -> None:
    claim = only(told("id", "Empat anggota KKB mengucapkan ikrar setia kepada NKRI."), "statement", act="promise")
    assert fillers(claim, "speaker") == ["Empat anggota KKB"]


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Bandara itu sempat ditutup hingga Minggu.", "2024-03-10"),
        ("Bandara itu ditutup hingga Minggu.", "2024-03-17"),
        ("Setelah penembakan itu sekolah ditutup sampai Rabu, lalu dibuka kembali.", "2024-03-13"),
        ("Sekolah ditutup hingga Senin dan akan dibuka kembali pada Selasa.", "2024-03-18"),
    ],
)
def test_what_is_open_again_was_shut_until_the_last(text: str, end: str) -> None:
    claim = only(told("id", WAR + text), "event", act="closure")
    assert claim.date is not None
    assert claim.date.end == end


@pytest.mark.parametrize(
    "text",
    [
        "Penyerang Persebaya menembak dua kali, tetapi Kapolrestabes memuji kiper.",
        "Kericuhan terjadi dalam rapat paripurna DPR.",
        "Film tentang tawuran pelajar diputar di bioskop.",
    ],
)
def test_a_match_a_sitting_and_a_film_are_no_unrest(text: str) -> None:
    assert not told("id", text)


def test_a_charge_that_is_denied_was_made() -> None:
    claims = told("id", "Tudingan Ukraina bahwa Rusia menyerang PLTN dibantah Moskow.")
    assert only(claims, "statement", act="accuse").status == "asserted"
    assert fillers(only(claims, "statement", act="deny"), "speaker") == ["Moskow"]
    asked = told("id", "Ukraina membantah tudingan Rusia bahwa tentaranya menyerang PLTN.")
    assert not [c for c in asked if c.kind == "statement" and c.slots["act"] == "accuse"]
