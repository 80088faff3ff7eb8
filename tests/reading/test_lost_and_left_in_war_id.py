"""In a report of war (id): a town that falls, whoever takes it, what a side leaves or loses, and those who are free."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, told

AMID = "Tentara dan pemberontak bertempur. "


def _of(text: str, value: str) -> list[Claim]:
    return [c for c in told("id", AMID + text) if value in c.slots.values()]


@pytest.mark.parametrize(
    ("text", "land"),
    [
        ("Kota Mubi jatuh pada Selasa setelah pertempuran sengit.", "Kota Mubi"),
        ("Pekan lalu Bunagana jatuh setelah tentara meninggalkan kamp militer.", "Bunagana"),
        ("Jatuhnya Bunagana mengejutkan pemerintah.", "Bunagana"),
        ("Setelah jatuhnya Mubi, tentara mundur.", "Mubi"),
    ],
)
def test_a_town_falls(text: str, land: str) -> None:
    (claim,) = _of(text, "captures")
    assert getattr(claim.slots["territory"], "text", None) == land


@pytest.mark.parametrize(
    "text",
    [
        "Harga minyak jatuh setelah pertempuran sengit.",
        "Rezim itu jatuh pada Selasa.",
        "Sebuah helikopter jatuh di hutan.",
        "Jatuhnya Soeharto disambut mahasiswa.",
    ],
)
def test_no_town_falls(text: str) -> None:
    assert _of(text, "captures") == []


@pytest.mark.parametrize(
    ("text", "act", "slot", "who"),
    [
        ("M23 mengosongkan kantor gubernur Goma pada Senin.", "retreat", "actor", "M23"),
        ("FDLR meninggalkan kota Kitchanga pada Senin.", "retreat", "actor", "FDLR"),
        ("Sehari setelahnya, Hamas membalas dengan 80 roket ke Ashkelon.", "shelling", "actor", "Hamas"),
        ("Pemberontak membalas dengan puluhan rudal.", "air_strike", "actor", "Pemberontak"),
        ("Pemberontak membalas dengan bom bunuh diri di Mosul.", "explosion", "actor", "Pemberontak"),
        ("Wartawan Hans Weber bebas pada Sabtu setelah empat bulan disandera.", "release", "target", "Hans Weber"),
        ("Tiga guru akhirnya bebas dari tangan penculik.", "release", "target", "Tiga guru"),
    ],
)
def test_what_a_side_does_then(text: str, act: str, slot: str, who: str) -> None:
    (claim,) = _of(text, act)
    assert who in " ".join(fillers(claim, slot))


def test_one_side_is_beaten_by_the_other() -> None:
    claims = _of("Tentara Irak kalah dari ISIS di Mosul pada 10 Juni.", "clash")
    assert ["Tentara Irak", "ISIS"] in [fillers(c, "actor") for c in claims]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Delegasi PBB meninggalkan kota itu pada Rabu.", "retreat"),
        ("Menteri membalas dengan pernyataan keras.", "shelling"),
        ("Warga bebas menulis setelah sensor dicabut.", "release"),
        ("Seorang wartawan bebas dari tuduhan.", "release"),
        ("Seorang wartawan bebas menulis pada Sabtu.", "release"),
        ("Relawan itu bebas melintas ke wilayah lawan.", "release"),
    ],
)
def test_look_alikes(text: str, act: str) -> None:
    assert _of(text, act) == []


def test_who_is_free_has_the_day_and_not_his_capture() -> None:
    text = "Wartawan Hans Weber bebas pada Sabtu setelah empat bulan disandera Taliban di Kunduz."
    days = {str(c.slots.get("act")): c.date is not None for c in told("id", AMID + text) if c.kind == "event"}
    assert days["release"]
    assert not days["abduction"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Sekitar 20 pekerja tambang disandera lalu dibebaskan tiga hari kemudian.", "Sekitar 20 pekerja tambang"),
        ("Dua perawat diculik di Kunduz kemudian dibebaskan.", "Dua perawat"),
        ("Lima nelayan ditangkap lalu dilepas.", "Lima nelayan"),
    ],
)
def test_what_comes_then_befalls_the_same(text: str, target: str) -> None:
    (claim,) = _of(text, "release")
    assert fillers(claim, "target") == [target]


def test_then_behind_a_time_goes_on_with_nothing() -> None:
    claims = _of("Dua pekan lalu ditangkap seorang komandan setelah menyerang kota itu.", "arrest")
    assert [c.date.span.text for c in claims if c.date is not None] == ["Dua pekan lalu"]


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        ("Dua perawat diculik di Kunduz kemudian dibebaskan pada 3 Maret.", "abduction", None),
        ("Dua perawat diculik di Kunduz kemudian dibebaskan pada 3 Maret.", "release", "3 Maret"),
        ("Tiga petani ditangkap pada 4 Maret kemudian dilepas pada 6 Maret.", "arrest", "4 Maret"),
        ("Seorang imam diculik lalu dibunuh di Mosul pada Senin.", "abduction", "Senin"),
    ],
)
def test_the_day_they_were_let_go_is_not_that_of_their_seizure(text: str, act: str, day: str | None) -> None:
    claims = [c for c in told("id", text) if c.slots.get("act") == act]
    assert [c.date.span.text if c.date is not None else None for c in claims] == [day]
