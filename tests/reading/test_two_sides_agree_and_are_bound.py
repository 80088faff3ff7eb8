"""What both sides agree to do is their agreement, and what a deal binds each of two sides to is that side's (id)."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("text", "type_", "parties"),
    [
        (
            "Delegasi Uganda dan LRA bertatap muka di Juba. Kedua pihak setuju menghentikan permusuhan.",
            "ceasefire",
            ["Delegasi Uganda", "LRA"],
        ),
        (
            "Pemerintah Sudan dan SPLM-N berunding di Juba, Kamis. Kedua pihak setuju menarik pasukan dari Kauda.",
            "other",
            ["Pemerintah Sudan", "SPLM-N"],
        ),
        ("Kedua negara setuju membuka kembali perbatasan bagi bantuan.", "other", ["Kedua negara"]),
    ],
)
def test_what_both_sides_agree_to_is_their_agreement(text: str, type_: str, parties: list[str]) -> None:
    claim = only(told("id", text), "agreement", stage="agreed")
    assert (claim.slots["type"], fillers(claim, "parties")) == (type_, parties)


@pytest.mark.parametrize(
    "text",
    [
        "Pihak kedua setuju membayar ganti rugi.",
        "Kedua pemain setuju pindah ke klub lain.",
        "Kedua pemimpin setuju bahwa serangan itu keji.",
        "Kedua menteri setuju bertemu lagi pada November.",
    ],
)
def test_what_others_agree_to_or_think_is_none(text: str) -> None:
    assert not [c for c in told("id", text) if c.kind == "agreement"]


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        (
            "Perjanjian itu mewajibkan tentara Nepal kembali ke barak dan pemberontak Maois menyerahkan senjata.",
            {"withdraw": ["tentara Nepal"], "hand_over_weapons": ["pemberontak Maois"]},
        ),
        (
            "Perjanjian Stockholm mewajibkan pemerintah Yaman menarik pasukan dari Hodeidah dan Houthi membuka akses.",
            {"withdraw": ["pemerintah Yaman"], "grant_access": ["Houthi"]},
        ),
        (
            "Kesepakatan Juba mengharuskan pemerintah Sudan membebaskan tahanan dan SPLM-N melucuti senjata.",
            {"release": ["pemerintah Sudan"], "disarm": ["SPLM-N"]},
        ),
        (
            "Perjanjian itu mengharuskan FARC menyimpan senjata di tujuh kamp dan tentara kembali ke barak.",
            {"hand_over_weapons": ["FARC"], "withdraw": ["tentara"]},
        ),
        (
            "Kesepakatan itu mewajibkan pemerintah Kolombia dan FARC menarik pasukan dari Cauca.",
            {"withdraw": ["pemerintah Kolombia", "FARC"]},
        ),
        (
            "Kesepakatan itu mengharuskan Israel menarik pasukannya dari Gaza dan membebaskan tahanan Palestina.",
            {"withdraw": ["Israel"], "release": ["Israel"]},
        ),
        (
            "Kesepakatan itu mewajibkan FARC menyerahkan senjata kepada PBB dan pemerintah Kolombia.",
            {"hand_over_weapons": ["FARC"]},
        ),
    ],
)
def test_a_deal_binds_each_side_to_its_own(text: str, duties: dict[str, list[str]]) -> None:
    found = {str(c.slots["action"]): fillers(c, "obligor") for c in told("id", text) if c.kind == "obligation"}
    assert found == duties


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Under the accord, the army must keep to its barracks until May.", "army"),
        ("en", "Under the agreement government troops are to remain in their barracks.", "government troops"),
        ("id", "Menurut perjanjian itu, tentara Nepal harus tetap di barak.", "tentara Nepal"),
        (
            "id",
            "Berdasarkan kesepakatan itu, pasukan pemerintah wajib tetap berada di barak selama pemilu.",
            "pasukan pemerintah",
        ),
    ],
)
def test_who_must_keep_to_barracks_has_withdrawn_to_them(language: str, text: str, who: str) -> None:
    duty = only(told(language, text), "obligation")
    assert (duty.slots["action"], fillers(duty, "obligor")) == ("withdraw", [who])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Under the deal the refugees must stay in their barracks."),
        ("en", "Soldiers stayed in their barracks on Monday as crowds marched."),
        ("id", "Tentara tetap di barak pada Senin ketika massa berpawai."),
    ],
)
def test_others_in_barracks_and_who_stayed_there_owe_no_withdrawal(language: str, text: str) -> None:
    assert not [c for c in told(language, text) if c.slots.get("action") == "withdraw"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Under the accord, the United Nations is to monitor both sites around the clock.", "United Nations"),
        ("Under the deal, African Union observers will monitor the camps.", "African Union observers"),
        ("Under the agreement UN staff must supervise the weapons containers.", "UN staff"),
    ],
)
def test_who_must_watch_over_camps_and_weapons_monitors(text: str, who: str) -> None:
    duty = only(told("en", text), "obligation")
    assert (duty.slots["action"], fillers(duty, "obligor")) == ("monitor", [who])


def test_who_must_watch_its_spending_monitors_nothing() -> None:
    found = told("en", "Under the deal the ministry must monitor its own spending.")
    assert not [c for c in found if c.slots.get("action") == "monitor"]


def test_a_code_of_ethics_of_a_truce_is_signed_as_one() -> None:
    text = "Pemerintah Kolombia dan ELN menandatangani kode etik gencatan senjata di Quito pada Jumat."
    claim = only(told("id", text), "agreement", stage="signed")
    assert (claim.slots["type"], fillers(claim, "parties")) == ("ceasefire", ["Pemerintah Kolombia", "ELN"])
    assert not told("id", "Para menteri menandatangani kode etik kabinet pada Jumat.")


@pytest.mark.parametrize(
    ("text", "duties"),
    [
        ("Houthi dilarang menyerang kapal dan wajib menarik pasukannya dari Hodeidah.", ["other", "withdraw"]),
        ("kedua pihak dilarang mengerahkan pasukan baru dan harus membebaskan tahanan.", ["other", "release"]),
        ("tentara dilarang memasuki desa dan membakar rumah warga.", ["other"]),
    ],
)
def test_what_is_a_duty_beside_what_is_forbidden_is_not_forbidden(text: str, duties: list[str]) -> None:
    found = told("id", f"Menurut perjanjian itu, {text}")
    assert [c.slots["action"] for c in found if c.kind == "obligation"] == duties
