"""Lists of what is to be done that go on behind commas, the deadline of each, and what is undertaken under a deal."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

MADE = {"en": "Serbia and Norway signed an accord. ", "id": "Serbia dan Norwegia meneken perjanjian. "}

# language, text, (action, who must)
LISTED = [
    ("en", "They agreed to pull back their guns, to halt troop movements and send no reinforcements.",
     [("cease_hostilities", "Serbia Norway"), ("other", "Serbia Norway"), ("withdraw", "Serbia Norway")]),
    ("en", "Under the accord the two governments undertake to withdraw heavy weapons, to begin clearing mines together "
           "and to cooperate against smugglers.",
     [("other", "two governments"), ("other", "two governments"), ("withdraw", "two governments")]),
    ("en", "The accord requires the army to allow monitors into the base and to free the captives.",
     [("grant_access", "army"), ("release", "army")]),
    ("id", "Perjanjian itu mewajibkan kedua negara menghentikan penggunaan segala jenis senjata, mempertahankan posisi "
           "pasukan, dan mengizinkan warga sipil kembali ke rumah mereka.",
     [("cease_hostilities", "kedua negara"), ("grant_access", "kedua negara"), ("other", "kedua negara")]),
    ("id", "Sesuai perjanjian itu, tentara Serbia harus mundur ke belakang garis paling lambat 60 hari sejak gencatan "
           "senjata, dan milisi harus mengosongkan wilayah di antara garis itu dan Sungai Biru.",
     [("withdraw", "milisi"), ("withdraw", "tentara Serbia")]),
    ("id", "Menurut naskah itu, Swedia dan Finlandia bertugas memantau gencatan senjata, sedangkan Serbia harus "
           "membongkar semua fasilitas militer.",
     [("monitor", "Swedia Finlandia"), ("other", "Serbia")]),
    ("id", "Menurut naskah yang beredar di media Serbia, Swedia dan Finlandia bertugas memantau gencatan senjata.",
     [("monitor", "Swedia Finlandia")]),
    ("en", "Under the accord, neither side may shell the other's villages, but each keeps the right to defend itself.",
     [("cease_hostilities", "side")]),
    ("id", "Kedua pihak wajib menghentikan serangan. Sebuah komite akan mengawasi pelaksanaannya.",
     [("cease_hostilities", "Kedua pihak"), ("monitor", "komite")]),
    ("id", "Isinya, Serbia menarik pasukannya, milisi memindahkan petempur dan senjatanya ke utara sungai, dan "
           "Norwegia mengirim pengawas.",
     [("other", "Norwegia"), ("withdraw", "Serbia"), ("withdraw", "milisi")]),
    ("id", "Serbia harus menarik pasukannya, milisi menyingkir ke balik sungai, dan Norwegia pergi dalam 60 hari.",
     [("withdraw", "Norwegia"), ("withdraw", "Serbia"), ("withdraw", "milisi")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), LISTED)
def test_all_of_a_list_are_duties(language: str, text: str, wanted: list[tuple[str, str]]) -> None:
    duties = [claim for claim in told(language, MADE[language] + text) if claim.kind == "obligation"]
    found = [(str(duty.slots["action"]), " ".join(fillers(duty, "obligor"))) for duty in duties]
    assert sorted(found) == sorted(wanted)
    assert {(duty.slots.get("basis"), duty.status) for duty in duties} == {("agreement", "called_for")}


def test_each_side_has_its_own_deadline() -> None:
    text = MADE["en"] + "The accord commits the rebels to disarm within 30 days and the army to reopen the road."
    claims = told("en", text)
    term = only(claims, "obligation", action="disarm").date
    assert term is not None
    assert term.span.text == "30 days"
    assert only(claims, "obligation", action="grant_access").date is None


def test_the_day_on_which_others_approved_the_deal_is_no_deadline() -> None:
    text = "Under the agreement, which the cabinet approved on Tuesday, the army is to pull out of the valley."
    assert only(told("en", MADE["en"] + text), "obligation", action="withdraw").date is None


def test_what_follows_from_a_duty_is_none() -> None:
    text = MADE["en"] + "They agreed to withdraw their troops, ending ten years of war and opening the road to talks."
    duties = [claim for claim in told("en", text) if claim.kind == "obligation"]
    assert [duty.slots["action"] for duty in duties] == ["withdraw"]


def test_who_is_to_be_freed_owes_nothing() -> None:
    text = MADE["en"] + "Under the accord, the army will leave the town and all hostages are to be freed."
    freed = only(told("en", text), "obligation", action="release")
    assert "obligor" not in freed.slots
