"""Terms told one beside the other, each with who must: behind what opens a list, "under the deal", what binds."""

from __future__ import annotations

import pytest

from gencatan import Claim
from tests.reading.told import fillers, told

MADE = {"en": "The two armies signed a deal in Oslo. ", "id": "Kedua tentara menandatangani kesepakatan di Oslo. "}


def of_kind(claims: list[Claim], kind: str) -> list[Claim]:
    return [claim for claim in claims if claim.kind == kind]


# language, text, action → who must
LISTED = [
    ("en", "The deal obliges the guerrillas to leave three ports and the army to pull back its tanks.",
     [("withdraw", "guerrillas"), ("withdraw", "army")]),
    ("en", "The deal commits the rebels to disarm and the federal police to reopen the road.",
     [("disarm", "rebels"), ("grant_access", "federal police")]),
    ("en", "The deal calls for the rebels to release 40 captives and for the government to lift the siege of the town.",
     [("release", "rebels"), ("lift_blockade", "government")]),
    ("en", "Among its terms: Serbia will pull its troops out of the valley; the militia will free 33 hostages; Norway "
           "will pay for the fuel.",
     [("withdraw", "Serbia"), ("release", "militia"), ("other", "Norway")]),
    ("en", "As part of the deal, the rebels will free 300 detainees and the coalition will lift the blockade.",
     [("release", "rebels"), ("lift_blockade", "coalition")]),
    ("id", "Isinya antara lain, pemberontak harus melucuti senjata, tentara mundur dari lembah, dan Norwegia membayar "
           "pengungsi.",
     [("disarm", "pemberontak"), ("withdraw", "tentara"), ("other", "Norwegia")]),
    ("id", "Berdasarkan kesepakatan itu, Serbia menarik pasukannya dari lembah, milisi menyerahkan senjata beratnya, "
           "dan Norwegia mengawasi perbatasan.",
     [("withdraw", "Serbia"), ("hand_over_weapons", "milisi"), ("monitor", "Norwegia")]),
    ("id", "Ada tiga butir dalam kesepakatan itu: pemberontak mundur dari kota; pemerintah membebaskan tahanan; dan "
           "Norwegia mengirim pengawas.",
     [("withdraw", "pemberontak"), ("release", "pemerintah"), ("other", "Norwegia")]),
    ("id", "Kesepakatan itu menetapkan bahwa Serbia mengembalikan tujuh desa, dan Norwegia mengawasi perbatasan.",
     [("return_territory", "Serbia"), ("monitor", "Norwegia")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "wanted"), LISTED)
def test_each_side_has_its_own_duty(language: str, text: str, wanted: list[tuple[str, str]]) -> None:
    duties = of_kind(told(language, MADE[language] + text), "obligation")
    found = [(duty.slots["action"], name) for duty in duties for name in fillers(duty, "obligor")]
    assert sorted(found) == sorted(wanted)
    assert {duty.status for duty in duties} == {"called_for"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Under the deal, the rebels freed 300 detainees on Monday."),
        ("en", 'The minister said of the deal: "The rebels will free nobody."'),
        ("en", "As part of the deal, the rebels have freed 300 detainees and the army has lifted the blockade."),
        ("id", "Berdasarkan kesepakatan itu, pemberontak telah membebaskan 300 tahanan."),
        ("id", "Berdasarkan kesepakatan itu, pemberontak membebaskan 300 tahanan pada Senin."),
    ],
)
def test_what_was_done_or_said_is_no_term(language: str, text: str) -> None:
    assert not of_kind(told(language, MADE[language] + text), "obligation")


def test_who_is_let_in_with_others_owes_nothing() -> None:
    text = MADE["en"] + "The deal requires the army to allow inspectors and aid workers to enter the valley."
    duties = of_kind(told("en", text), "obligation")
    assert [fillers(duty, "obligor") for duty in duties] == [["army"]]


def test_what_one_side_must_do_ends_where_the_next_begins() -> None:
    task = "to keep the power plant running in the winter"
    text = MADE["en"] + f"The deal binds Oslo {task} and the rebels to hand in their guns."
    duties = of_kind(told("en", text), "obligation")
    assert [getattr(duty.slots["object"], "text", "") for duty in duties] == [task, "their guns"]
