"""What a passive verb is done to, brought in behind the verb ("di Poso ditangkap empat orang")."""

from __future__ import annotations

import pytest

from .told import fillers, only, told

WAR = "Pertempuran dengan milisi itu masih berlangsung. "


@pytest.mark.parametrize(
    ("text", "act", "target"),
    [
        ("Di Poso ditangkap empat terduga teroris.", "arrest", "empat terduga teroris"),
        ("Dalam operasi itu ditembak mati dua gerilyawan.", "attack", "dua gerilyawan"),
        ("Dari rumah itu disita enam bom pipa.", "find", "enam bom pipa"),
        ("Dari sana dievakuasi 60 warga Indonesia.", "evacuation", "60 warga Indonesia"),
        ("Sebelumnya dibakar pula 12 rumah warga oleh massa.", "attack", "12 rumah warga"),
    ],
)
def test_a_counted_noun_behind_it_undergoes_it_where_the_clause_opens_with_where(
    text: str, act: str, target: str
) -> None:
    claim = only([c for c in told("id", WAR + text) if fillers(c, "target") == [target]], "event", act=act)
    assert fillers(claim, "actor") in ([], ["massa"])


def test_so_it_goes_on_behind_and() -> None:
    claims = told("id", "Dalam kerusuhan itu dibakar tiga gereja dan dirusak enam toko.")
    assert [fillers(c, "target") for c in claims if c.kind == "event" and c.slots["act"] == "attack"] == [
        ["tiga gereja"],
        ["enam toko"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Di Kudus ia ditangkap dua polisi.",
        "Tiga warga ditangkap dua polisi di Kudus.",
        "Seorang guru yang di Kudus ditangkap dua polisi sudah pulang.",
    ],
)
def test_who_stands_behind_it_did_it_where_the_clause_has_a_subject(text: str) -> None:
    assert fillers(only(told("id", text), "event", act="arrest"), "actor") == ["dua polisi"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Desa itu kosong setelah pada Senin diserbu 200 pemberontak.", "200 pemberontak"),
        ("Pos itu sepi karena pada malam hari diserang 300 gerilyawan.", "300 gerilyawan"),
        ("Dalam perjalanan ke sekolah diserang enam orang bersenjata, guru itu selamat.", "enam orang bersenjata"),
        ("Menurut istrinya, pada 1998 diculik empat anggota Kopassus.", "empat anggota Kopassus"),
        ("Di hutan diserang puluhan tentara, komandan GAM itu menyerah.", "puluhan tentara"),
    ],
)
def test_who_stands_behind_it_did_it_where_its_subject_is_told_elsewhere(text: str, actor: str) -> None:
    acts = [c for c in told("id", text) if c.kind == "event" and c.slots["act"] in ("attack", "abduction")]
    assert acts
    assert all(fillers(c, "actor") == [actor] and actor not in fillers(c, "target") for c in acts)


def test_a_weapon_that_hits_is_not_what_is_hit() -> None:
    hit = [c for c in told("id", WAR + "Pada Selasa malam dihantam tiga rudal.") if c.kind == "event"]
    assert all("tiga rudal" not in fillers(c, "target") for c in hit)
    seized = told("id", WAR + "Dari gudang itu disita tiga rudal.")
    assert fillers(only(seized, "event", act="find"), "target") == ["tiga rudal"]


def test_who_pays_a_visit_stands_behind_it() -> None:
    claim = only(told("id", "Pada Minggu dikunjungi tiga menteri Eropa."), "meeting")
    assert fillers(claim, "participants") == ["tiga menteri Eropa"]
    found = told("id", WAR + "Pada Minggu ditangkap tiga menteri.")
    assert fillers(only(found, "event", act="arrest"), "target") == ["tiga menteri"]
