"""Who did what to whom where only the form of the verb tells it."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, told

ACTS = [
    ("Wartawan dipukuli aparat.", "attack", ["aparat"], ["Wartawan"]),
    ("Kelompok itu dipukul mundur tentara pada Sabtu.", "clash", ["tentara"], ["Kelompok itu"]),
    ("Serangan udara Ardania terhadap sebuah bangunan terjadi pada Rabu.", "air_strike", ["Ardania"], ["bangunan"]),
    ("Milisi dituduh menjarah gudang bantuan dan menyandera enam sopir.", "abduction", ["Milisi"], ["enam sopir"]),
    ("Tiga warga dibebaskan pada Senin.", "release", [], ["Tiga warga"]),
]


@pytest.mark.parametrize(("text", "act", "actor", "target"), ACTS)
def test_agents_stand_bare_behind_a_passive_form(text: str, act: str, actor: list[str], target: list[str]) -> None:
    claim = next(c for c in told("id", text) if c.slots.get("act") == act)
    assert (fillers(claim, "actor"), fillers(claim, "target")) == (actor, target)


def test_what_follows_a_trigger_of_several_words_is_its_object() -> None:
    claim = next(c for c in told("id", "Wilayah itu berada di bawah kendali pemberontak.") if c.kind == "territory")
    assert fillers(claim, "by") == ["pemberontak"]
