"""Another's number for a toll told just before."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import fillers, sources, told


def tolls(language: str, text: str) -> list[tuple[int | None, int | None, list[str]]]:
    """Bounds and sources of each toll, in text order."""
    found = [c for c in told(language, text) if c.kind == "casualty"]
    counted = ((c, c.slots.get("count")) for c in found)
    return [(count.min, count.max, sources(c)) for c, count in counted if isinstance(count, Count)]


@pytest.mark.parametrize(
    ("language", "text", "counts"),
    [
        (
            "en",
            "The ministry said 12 soldiers had been killed. The rebels put the figure at 40.",
            [(12, 12, ["ministry"]), (40, 40, ["rebels"])],
        ),
        (
            "en",
            "The government says 26 people have died in the unrest; rights groups speak of 41.",
            [(26, 26, ["government"]), (41, 41, ["rights groups"])],
        ),
        (
            "en",
            "Opposition groups say at least 60 were killed, while the government gives a figure of 22.",
            [(60, None, ["Opposition groups"]), (22, 22, ["government"])],
        ),
        (
            "id",
            "Pemerintah menyebut 26 orang tewas dalam kerusuhan itu; kelompok HAM menyebut 41.",
            [(26, 26, ["Pemerintah"]), (41, 41, ["kelompok HAM"])],
        ),
        (
            "id",
            "Sedikitnya 12 orang tewas, kata polisi. Rumah sakit mencatat 15.",
            [(12, None, ["polisi"]), (15, 15, ["Rumah sakit"])],
        ),
        (
            "id",
            "Militer mengklaim menewaskan 30 pemberontak. Pemberontak menyebut hanya 5.",
            [(30, 30, ["Militer"]), (5, 5, ["Pemberontak"])],
        ),
    ],
)
def test_anothers_number_is_a_toll_of_theirs(
    language: str, text: str, counts: list[tuple[int | None, int | None, list[str]]]
) -> None:
    assert tolls(language, text) == counts


def test_whose_own_count_it_is() -> None:
    text = "Rebels said they had killed 30 soldiers in the clash in Sake on Friday. The army's own count stood at 14."
    assert tolls("en", text) == [(30, 30, ["Rebels"]), (14, 14, ["army"])]
    last = [c for c in told("en", text) if c.kind == "casualty"][-1]
    assert last.date is not None
    assert last.place is not None
    assert last.place.span.text == "Sake"
    assert last.evidence[0].text == "army's own count stood at 14"


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Ten soldiers were killed on Friday. The minister said that 2024 would be hard.", 10),
        ("en", "Five people were killed. The mayor put the damage at 40 million dollars.", 5),
        ("en", "The siege killed 300 people. The number of checkpoints stood at 40.", 300),
        ("en", "At least 12 soldiers died. The oldest was 45, police said.", 12),
        ("en", "Ten people were killed in Poso. The governor put inflation at 12.", 10),
        ("en", "Ten people were killed in Poso. The number of soldiers there stands at 3,000.", 10),
        ("id", "Sepuluh orang tewas di Poso. Jumlah pasukan di sana mencapai 3.000.", 10),
        ("id", "Lima orang tewas. Wali kota menyebut kerugian mencapai 40 miliar rupiah.", 5),
    ],
)
def test_other_numbers_are_no_toll(language: str, text: str, count: int) -> None:
    assert [low for low, _, _ in tolls(language, text)] == [count]


def test_victims_of_the_toll_before_are_not_so_many() -> None:
    claims = told("en", "The ministry said 12 soldiers had died. The rebels put the figure at 40.")
    assert [fillers(c, "victims") for c in claims if c.kind == "casualty"] == [["12 soldiers"], []]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "The government disputes the UN estimate of 40,000 dead.", "UN"),
        ("en", "The army figure of 30 dead was rejected by the rebels.", "army"),
        ("id", "Data Kementerian Kesehatan menunjukkan 40 orang tewas.", "Kementerian Kesehatan"),
    ],
)
def test_whose_estimate_a_toll_is(language: str, text: str, source: str) -> None:
    claims = [c for c in told(language, text) if c.kind == "casualty"]
    assert [sources(c) for c in claims] == [[source]]


def test_not_one_is_none() -> None:
    claims = [c for c in told("en", "The army said not one civilian had died in Sake.") if c.kind == "casualty"]
    assert [c.status for c in claims] == ["denied"]
