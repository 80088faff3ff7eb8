"""Two who do a thing from two places, who stands between two sides, and who puts a signature to their paper."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "en",
            "Three armed groups in northern Mali and the government in Bamako agreed a ceasefire on Friday.",
            ["Three armed groups", "government"],
        ),
        (
            "id",
            "Pemberontak Houthi di Yaman utara dan pemerintah di Aden menandatangani gencatan senjata pada Jumat.",
            ["Pemberontak Houthi", "pemerintah"],
        ),
        (
            "id",
            "Kelompok Maois di Nepal barat dan pemerintah di Kathmandu menyepakati jeda pertempuran pada Jumat.",
            ["Kelompok Maois", "pemerintah"],
        ),
    ],
)
def test_both_agree_from_where_they_are(language: str, text: str, parties: list[str]) -> None:
    assert fillers(only(told(language, text), "agreement"), "parties") == parties


def test_both_fight_where_they_are() -> None:
    found = told("en", "Rebels in Darfur and the army fought near El Fasher on Monday.")
    assert fillers(only(found, "event", act="clash"), "actor") == ["Rebels", "army"]


@pytest.mark.parametrize(
    ("text", "kind", "slot", "who"),
    [
        ("Soldiers in Kabul and nearby villages killed ten rebels on Monday.", "event", "actor", ["Soldiers"]),
        ("Officials in Mali and its neighbours called for a truce.", "statement", "speaker", ["Officials"]),
        ("Protesters in Mali and neighbouring countries burned cars.", "event", "actor", ["Protesters"]),
    ],
)
def test_what_else_is_told_of_where_they_are_does_nothing(text: str, kind: str, slot: str, who: list[str]) -> None:
    assert fillers(only(told("en", text), kind), slot) == who


def test_leaders_of_two_sides_do_not_stand_between_them() -> None:
    text = (
        "The Philippine government and the MILF signed a framework agreement on Monday. President Benigno Aquino, MILF "
        "chairman Murad Ebrahim and Prime Minister Najib Razak of Malaysia, which brokered the deal, looked on."
    )
    found = told("en", text)
    assert fillers(only(found, "agreement"), "mediator") == ["Prime Minister Najib Razak of Malaysia"]
    assert fillers(only(found, "mediation"), "mediator") == ["Prime Minister Najib Razak of Malaysia"]


def test_who_brokers_for_two_others_stays() -> None:
    text = "South Sudan's government and the SPLM-IO signed a peace deal mediated by Sudan and Uganda on Wednesday."
    signed = only(told("en", text), "agreement", stage="signed")
    assert fillers(signed, "mediator") == ["Sudan", "Uganda"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Pemerintah Sudan dan SPLM-N membubuhkan tanda tangan pada perjanjian damai di Juba, Senin.",
            ["Pemerintah Sudan", "SPLM-N"],
        ),
        ("Houthi membubuhkan tanda tangan pada naskah gencatan senjata itu, Senin.", ["Houthi"]),
    ],
)
def test_who_puts_a_signature_to_a_paper_signs_it(text: str, parties: list[str]) -> None:
    assert fillers(only(told("id", text), "agreement", stage="signed"), "parties") == parties


@pytest.mark.parametrize(
    "text",
    [
        "Presiden membubuhkan tanda tangan pada poster film itu.",
        "Gubernur membubuhkan tanda tangan di buku tamu museum pada Senin.",
        "Pemerintah membubuhkan tanda tangan pada kontrak pembelian pesawat.",
    ],
)
def test_a_signature_elsewhere_is_no_agreement(text: str) -> None:
    assert not [c for c in told("id", text) if c.kind == "agreement"]
