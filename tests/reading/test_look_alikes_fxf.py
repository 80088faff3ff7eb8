"""Sentences that look like what an entry or rule was made for, and are not: what each of them reads, or reads not."""

from __future__ import annotations

import pytest

from gencatan.model import Actor
from tests.reading.told import actors, fillers, only, outline, told


def _ids(found: list[Actor | None]) -> list[str | None]:
    return [actor and actor.id for actor in found]


@pytest.mark.parametrize(
    ("text", "start", "country"),
    [
        ("Sejak invasi pimpinan Saudi ke Yaman pada 2015, 150.000 orang tewas.", "2015-01-01", "YEM"),
        ("Sejak invasi pimpinan Amerika Serikat ke Irak pada 2003, ratusan ribu orang tewas.", "2003-01-01", "IRQ"),
        ("Sejak serbuan ke Irak pada 2003, ribuan tentara tewas.", "2003-01-01", "IRQ"),
    ],
)
def test_who_died_since_an_invasion_did_so_there_ever_since(text: str, start: str, country: str) -> None:
    toll = only(told("id", text), "casualty")
    assert toll.date is not None
    assert (str(toll.date.start), toll.date.end) == (start, None)
    assert toll.place is not None
    assert toll.place.country == country


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("id", "Pengikut Muqtada al-Sadr menyerang kantor polisi di Basra.", ["mahdi-army"]),
        ("id", "Pengikut Joseph Kony menculik 20 anak di Uganda.", ["lra"]),
        ("en", "Followers of Moqtada al-Sadr attacked a police station in Basra.", ["mahdi-army"]),
        ("en", "Supporters of President Laurent Gbagbo attacked a police station in Abidjan.", [None]),
        ("id", "Pendukung Presiden Hosni Mubarak menyerang demonstran di Kairo.", [None]),
    ],
)
def test_followers_are_of_a_group_and_of_no_office(language: str, text: str, who: list[str | None]) -> None:
    assert _ids(actors(only(told(language, text), "event"), "actor")) == who


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Palang Merah mengumpulkan 14 jenazah dari medan pertempuran.", []),
        ("Petugas mengevakuasi 30 jenazah dari reruntuhan rumah sakit.", []),
        ("Palang Merah mengumpulkan 14 jenazah tentara dari medan pertempuran.", ["tentara"]),
        ("Sedikitnya 20 korban tewas dari pihak militer.", ["pihak militer"]),
        ("Lima korban tewas dari kalangan sipil.", ["kalangan sipil"]),
    ],
)
def test_where_bodies_are_from_is_no_victim(text: str, victims: list[str]) -> None:
    assert fillers(only(told("id", text), "casualty"), "victims") == victims


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Penarikan senjata api ilegal dari masyarakat dilakukan Polres Poso."),
        ("id", "Penarikan senjata kimia dari Suriah diselesaikan pada Juni."),
        ("id", "Aksi demo memasak digelar ibu-ibu PKK."),
        ("id", "Atlet itu mencatat lemparan granat terjauh."),
    ],
)
def test_what_only_looks_like_an_act_is_none(language: str, text: str) -> None:
    assert [outline(c) for c in told(language, text)] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Dua roket meledak di dekat kedutaan.", "air_strike"),
        ("Rudal itu meledak di udara.", "air_strike"),
        ("Bom meledak di pasar.", "explosion"),
    ],
)
def test_rockets_that_burst_within_a_war_were_fired(text: str, act: str) -> None:
    claims = told("id", f"Gencatan senjata dengan pemberontak gagal. {text}")
    assert only(claims, "event").slots["act"] == act


def test_a_pullback_is_one_of_heavy_weapons() -> None:
    claims = told("id", "Penarikan senjata berat oleh kedua pihak dimulai pada Senin.")
    assert [outline(c) for c in claims] == ["event asserted retreat"]


def test_whom_a_flood_is_expected_to_force_out_is_possible() -> None:
    claims = told("id", "Banjir diperkirakan memaksa ribuan orang mengungsi.")
    assert {c.status for c in claims} == {"possible"}


@pytest.mark.parametrize(
    "text",
    [
        "Polisi mengejar komplotan lima orang. Pelaku itu ditangkap pada Senin.",
        "Komplotan lima orang merampok bank. Pelaku itu ditangkap.",
    ],
)
def test_one_who_is_pointed_at_may_be_several_told_by_another_word(text: str) -> None:
    assert "count" not in only(told("id", text), "casualty", harm="detained").slots


def test_who_is_named_behind_an_office_is_who_was_held() -> None:
    claims = told("id", "Wakilnya, Abu Hassan, ditangkap.")
    assert "abu-hassan" in _ids(actors(only(claims, "event"), "target"))
    counted = [c for c in claims if c.kind == "casualty" and "count" in c.slots]
    assert [_ids(actors(c, "victims")) for c in counted] == [["abu-hassan"]]


def test_who_stands_before_a_house_is_who_protests() -> None:
    protest = only(told("id", "Aksi demo buruh di depan DPR berlangsung ricuh."), "event")
    assert fillers(protest, "actor") == ["buruh"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Hamas said Israel had to withdraw its troops from Gaza.", "called_for"),
        ("Hamas said that villagers had to leave their homes.", "asserted"),
        ("Israel had to withdraw its troops from Gaza.", "asserted"),
    ],
)
def test_what_somebody_said_a_side_had_to_do_is_asked_for(text: str, status: str) -> None:
    assert {c.status for c in told("en", text)} == {status}


def test_a_blockade_that_had_to_be_lifted_is_not_told_as_lifted() -> None:
    text = "Hamas leader Ismail Haniyeh told reporters that Israel had to stop first and lift its blockade."
    assert all(c.status != "asserted" for c in told("en", text) if c.kind == "event")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "Fighting broke out in NATO."), ("id", "Pertempuran terjadi di NATO.")]
)
def test_a_body_by_its_capitals_is_no_place(language: str, text: str) -> None:
    assert only(told(language, text), "event").place is None


def test_a_title_before_a_name_parts_it_from_nothing() -> None:
    (dead,) = [
        c for c in told("en", "It was the answer to the killing of commander Fuad Shukr.") if c.kind == "casualty"
    ]
    assert fillers(dead, "victims") == ["commander Fuad Shukr"]
