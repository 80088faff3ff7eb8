"""What a mine, a bomb or shots do to people: the harm, and the act that caused it."""

from __future__ import annotations

import pytest

from gencatan.model import Count
from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "target"),
    [
        ("id", "Dua gembala terluka karena ranjau.", "Dua gembala"),
        ("id", "Tiga prajurit Mali tewas akibat bom di Gao.", "Tiga prajurit Mali"),
        ("id", "Ranjau melukai empat petani di Mali pada Senin.", "empat petani"),
        ("en", "The council ordered the envoy to leave, after a mine wounded five guards in Mali.", "five guards"),
    ],
)
def test_the_mine_is_told_beside_those_it_hurt(language: str, text: str, target: str) -> None:
    claim = only(told(language, text), "event", act="explosion")
    assert fillers(claim, "target") == [target]


def test_a_mine_that_tears_off_a_leg_went_off() -> None:
    for text in ("A mine tore off a farmer's leg in Mali.", "A mine had blown the driver's foot off in Mali."):
        assert only(told("en", text), "event", act="explosion").place is not None
    assert not [c for c in told("en", "The wind tore the roof off a clinic in Mali.") if c.kind == "event"]


def test_what_is_no_bomb_goes_off_nowhere() -> None:
    found = told("id", "Dua gembala terluka karena banjir di Mali. Tiga tentara Mali tewas akibat malaria.")
    assert [c.slots.get("act") for c in found if c.kind == "event"] == []


@pytest.mark.parametrize(
    ("text", "victims", "by"),
    [
        ("Police left when gunmen wounded three monks in Yangon.", ["three monks"], ["gunmen"]),
        ("They will leave the town, for a sniper wounded two porters in Goma.", ["two porters"], ["sniper"]),
    ],
)
def test_the_verb_of_another_clause_is_no_part_of_leaving(text: str, victims: list[str], by: list[str]) -> None:
    claim = only(told("en", text), "casualty", harm="injured")
    assert (fillers(claim, "victims"), fillers(claim, "perpetrator")) == (victims, by)


def test_who_is_left_wounded_is_of_what_left_them_so() -> None:
    claim = only(told("en", "The clashes left nine soldiers wounded near Mopti."), "casualty", harm="injured")
    assert fillers(claim, "victims") == ["nine soldiers"]


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("id", "Seorang anak kehilangan kedua kakinya akibat ledakan di Mali.", "kehilangan kedua kakinya"),
        ("id", "Dua prajurit Mali kehilangan tangan dalam serangan itu.", "kehilangan tangan"),
        ("en", "A mine wounded two guards in Mali, one of whom lost a leg.", "lost a leg"),
    ],
)
def test_who_loses_a_limb_is_hurt(language: str, text: str, words: str) -> None:
    found = [c for c in told(language, text) if c.slots.get("harm") == "injured"]
    assert words in found[-1].evidence[0].text


def test_who_loses_his_way_is_not() -> None:
    assert not [c for c in told("id", "Dua prajurit Mali kehilangan arah di gurun.") if c.kind == "casualty"]


def test_shots_that_killed_one_wounded_others() -> None:
    found = told("en", "Shots killed one monk and wounded three in Yangon.")
    assert fillers(only(found, "event", act="attack"), "target") == ["one monk"]
    assert only(found, "casualty", harm="killed")
    count = only(found, "casualty", harm="injured").slots["count"]
    assert isinstance(count, Count)
    assert count.min == 3


def test_bombs_fall_in_both_languages() -> None:
    for language, text in (("en", "Two bombs fell on a road in Gao."), ("id", "Dua bom jatuh di jalan raya di Gao.")):
        assert only(told(language, text), "event", act="air_strike")
    assert not [c for c in told("id", "Rudal itu jatuh di laut dekat Gao.") if c.kind == "event"]


def test_a_fighter_that_flies_strikes_from_the_air() -> None:
    assert only(told("en", "An F-16 fighter struck a depot near Homs."), "event", act="air_strike")
    assert only(told("en", "A rebel fighter struck a depot near Homs."), "event", act="attack")
