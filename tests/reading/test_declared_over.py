"""A truce that a side declares to be over or void, or that is no longer in force."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("en", "Eritrea declared the ceasefire with Ethiopia null and void on Monday.", ["Eritrea", "Ethiopia"]),
        ("en", "The PKK declared the truce with Turkey over on Monday.", ["PKK", "Turkey"]),
        ("en", "The Taliban annulled the ceasefire with the Afghan government.", ["Taliban", "Afghan government"]),
        ("en", "Eritrea announced that the truce with Ethiopia was null and void.", ["Ethiopia", "Eritrea"]),
        ("en", "The truce between Israel and Hamas is no longer in effect.", ["Israel", "Hamas"]),
        ("id", "Hamas menyatakan gencatan senjata dengan Israel batal pada Jumat.", ["Israel", "Hamas"]),
        ("id", "Sudan mengumumkan gencatan senjata dengan Chad tidak lagi berlaku.", ["Chad", "Sudan"]),
        ("id", "Gencatan senjata antara Israel dan Hamas tidak berlaku lagi sejak Senin.", ["Israel", "Hamas"]),
    ],
)
def test_a_truce_is_declared_to_be_over(language: str, text: str, sides: list[str]) -> None:
    claim = only(told(language, text), "agreement")
    assert (claim.slots["stage"], claim.status) == ("collapsed", "asserted")
    assert fillers(claim, "parties") == sides


@pytest.mark.parametrize(
    ("language", "text", "stage", "sides"),
    [
        ("en", "The rebels declared a truce with the army over the weekend.", "agreed", ["rebels", "army"]),
        ("id", "Taliban mengumumkan gencatan senjata setelah perundingan batal.", "agreed", ["Taliban"]),
        ("en", "Eritrea declared a ceasefire with Ethiopia on Monday.", "agreed", ["Eritrea", "Ethiopia"]),
        ("en", "The truce between Israel and Hamas is still in effect.", "in_effect", ["Israel", "Hamas"]),
        ("id", "PBB menyatakan gencatan senjata antara Israel dan Hamas gagal.", "collapsed", ["Israel", "Hamas"]),
        ("id", "Hamas menyatakan gencatan senjata antara Israel dan Iran batal.", "collapsed", ["Israel", "Iran"]),
    ],
)
def test_a_truce_that_is_made_holds_or_is_of_others(language: str, text: str, stage: str, sides: list[str]) -> None:
    claim = only(told(language, text), "agreement")
    assert (claim.slots["stage"], fillers(claim, "parties")) == (stage, sides)
