"""What a side is bound to or barred from by a word that says no more than that, whatever it is to do or to leave."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, told

MADE = {"en": "Two states and the rebels signed an accord. ", "id": "Dua negara dan pemberontak meneken perjanjian. "}

# language, text, (action, who must, what)
BOUND = [
    ("en", "The accord bars both armies from flying drones over the frontier.",
     [("other", "armies", "from flying drones over the frontier")]),
    ("en", "It forbids the army to shell the town.", [("cease_hostilities", "army", "to shell the town")]),
    ("en", "It prohibits the militia from entering the zone.", [("other", "militia", "from entering the zone")]),
    ("en", "Both sides are barred from moving troops and required to notify each other of patrols.",
     [("other", "sides", "from moving troops"), ("other", "sides", "to notify each other of patrols")]),
    ("id", "Perjanjian itu melarang Serbia membangun pos baru dan melarang pemberontak menyerang konvoi.",
     [("other", "Serbia", "membangun pos baru"), ("cease_hostilities", "pemberontak", "menyerang konvoi")]),
    ("id", "Perjanjian itu melarang kedua pihak menarik garis baru.", [("other", "kedua pihak", "menarik garis baru")]),
    ("id", "Pemberontak dilarang memasuki zona itu.", [("other", "Pemberontak", "dilarang memasuki zona itu")]),
    ("id", "Pemberontak diwajibkan melucuti senjata dan tentara diwajibkan membuka kembali jalan ke lembah.",
     [("disarm", "Pemberontak", ""), ("lift_blockade", "tentara", "jalan")]),
    ("id", "Kedua pihak tidak boleh menambah pasukan dan wajib saling memberi tahu soal patroli.",
     [("other", "Kedua pihak", "tidak boleh menambah pasukan"),
      ("other", "Kedua pihak", "wajib saling memberi tahu soal patroli")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), BOUND)
def test_a_bond_is_a_duty(language: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    duties = [claim for claim in told(language, MADE[language] + text) if claim.kind == "obligation"]
    found = [
        (duty.slots["action"], " ".join(fillers(duty, "obligor")), getattr(duty.slots.get("object"), "text", ""))
        for duty in duties
    ]
    assert sorted(found) == sorted(wanted)  # type: ignore[type-var]
    assert {(duty.slots.get("basis"), duty.status) for duty in duties} == {("agreement", "called_for")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", MADE["en"] + "The minister was barred from leaving the country."),
        ("en", "The law bars the police from entering the campus."),
        ("id", MADE["id"] + "Menteri itu dilarang meninggalkan negaranya."),
        ("id", "Undang-undang itu melarang polisi memasuki kampus."),
    ],
)
def test_who_is_no_side_and_what_is_no_deal_bind_nobody(language: str, text: str) -> None:
    assert not [claim for claim in told(language, text) if claim.kind == "obligation"]
