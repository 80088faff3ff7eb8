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
