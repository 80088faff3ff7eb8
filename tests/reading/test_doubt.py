"""What is left empty, or read otherwise, where the words do not settle it: pronouns, sources, guests, forces."""

from __future__ import annotations

from tests.reading.told import fillers, only, sources, told


def test_who_is_told_of_was_beaten_and_not_who_tells_it() -> None:
    text = "Polisi mengatakan, para pelajar itu sedang berada di luar toko ketika mereka dipukuli dua pria."
    assert fillers(only(told("id", text), "event", act="attack"), "target") == ["pelajar itu"]


def test_who_tells_it_does_what_he_says_he_does() -> None:
    text = "Polisi mengatakan, mereka menangkap dua pria di Surabaya pada Senin."
    assert fillers(only(told("id", text), "event", act="arrest"), "actor") == ["Polisi"]


def test_he_who_says_it_is_not_whom_he_says_it_to() -> None:
    text = "Dia mengatakan kepada para wartawan, bahwa ia mendukung sepenuhnya perjanjian itu."
    assert not fillers(only(told("id", text), "statement", act="support"), "speaker")


def test_a_city_where_they_are_is_not_they() -> None:
    text = "Para pengacaranya di Roma mengeluh dan mereka mendesak PBB mengirim tim medis."
    assert "Roma" not in fillers(only(told("id", text), "statement", act="appeal"), "speaker")


def test_a_source_in_a_city_is_not_the_city() -> None:
    found = told("id", "Seorang warga Prancis diculik di Nigeria, kata beberapa sumber diplomatik di Paris.")
    assert found
    assert all("Paris" not in sources(c) for c in found)


def test_a_visit_within_what_is_planned_is_planned() -> None:
    planned = "Menteri itu akan membahas sengketa perbatasan dalam kunjungannya ke Jakarta."
    assert only(told("id", planned), "meeting", format="visit").status == "planned"
    over = "Menteri itu membahas sengketa perbatasan dalam kunjungannya ke Jakarta."
    assert only(told("id", over), "meeting", format="visit").status == "asserted"


def test_who_says_nothing_of_a_meeting_was_not_there() -> None:
    text = "Hamid menolak memberikan rincian mengenai hasil pertemuan di Oslo itu."
    assert not [c for c in told("id", text) if c.kind == "meeting" and "Hamid" in fillers(c, "participants")]


def test_a_date_for_a_withdrawal_is_no_withdrawal() -> None:
    text = "Partai itu memaksa presiden menerima tanggal bagi penarikan tentara."
    assert not [c for c in told("id", text) if c.kind == "deployment"]
    text = "Pemerintah mengumumkan penarikan tentara AS dari Irak pada hari Senin."
    claim = only(told("id", text), "deployment", change="withdrawn")
    assert fillers(claim, "force") == ["tentara AS"]
