"""Sentences of news agencies: a day or a clause between what belongs together, acts in a row, one who does or undergoes
two acts."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

BEHIND_DAYS = [
    ("Ministers confirmed the kidnapping on Monday of two Swiss nurses near Gao.", "abduction", "two Swiss nurses"),
    ("The arrest last week of three editors in Lomé drew criticism.", "arrest", "three editors"),
    ("The union denounced the killing late on Friday of a judge by gunmen.", "attack", "judge"),
    ("Two states deplored the bombing three days ago of a school in Homs.", "explosion", "school"),
]


@pytest.mark.parametrize(("text", "act", "target"), BEHIND_DAYS)
def test_a_day_may_stand_between_an_act_and_whom_it_was_done_to(text: str, act: str, target: str) -> None:
    claim = only(told("en", text), "event", act=act)
    assert fillers(claim, "target") == [target]
    assert claim.date is not None


ROWS = [
    ("Police said the rebels surrounded them, fired into the air, and opened fire on them.", "rebels", "Police"),
    ("Villagers said the soldiers entered the market and shot at them.", "soldiers", "Villagers"),
    ("Drivers said troops had ordered them to stop, smashed their windows, and beaten them.", "troops", "Drivers"),
]


@pytest.mark.parametrize(("text", "actor", "target"), ROWS)
def test_what_a_side_did_last_in_a_row_is_not_done_by_who_tells_it(text: str, actor: str, target: str) -> None:
    found = [c for c in told("en", text) if c.slots.get("act") == "attack" and "target" in c.slots]
    assert [(fillers(c, "actor"), fillers(c, "target")) for c in found][-1] == ([actor], [target])


def test_who_says_and_warns_does_both() -> None:
    found = told("en", "The ministry said troops had retaken the town, and warned residents not to return.")
    assert fillers(only(found, "statement", act="warn"), "speaker") == ["ministry"]


def test_what_is_taken_along_is_with_those_who_take_it() -> None:
    found = told("en", "Villagers said raiders shot two men and took a boy with them.")
    assert fillers(only(found, "event", act="abduction"), "actor") == ["raiders"]


OF_BOTH = [
    ("en", "The bishop's abduction and subsequent murder in Aleppo shocked the town.", "attack", "target", ["bishop"]),
    ("en", "The army's shelling and raids in Homs went on.", "attack", "actor", ["army"]),
    (
        "en",
        "Shelling and air strikes on the town of Sarmin by government forces went on.",
        "air_strike",
        "actor",
        ["government forces"],
    ),
    ("id", "Penculikan dan pembunuhan hakim itu di Goma memicu protes.", "abduction", "target", ["hakim"]),
    ("en", "Chad's attack and the sanctions on Niger were discussed.", "sanction", "target", ["Niger"]),
]


@pytest.mark.parametrize(("language", "text", "act", "slot", "words"), OF_BOTH)
def test_who_opens_or_closes_two_acts_is_of_both(
    language: str, text: str, act: str, slot: str, words: list[str]
) -> None:
    assert fillers(only(told(language, text), "event", act=act), slot) == words


def test_a_second_act_with_an_article_has_a_side_of_its_own() -> None:
    found = told("en", "Chad's attack and the sanctions on Niger were discussed.")
    assert "actor" not in only(found, "event", act="sanction").slots
    assert "target" not in only(found, "event", act="attack").slots


COUNTED_AS = [
    ("en", "A drone hit a fuel depot near Kursk on Tuesday in an attack claimed by Ukraine.", "Tuesday"),
    ("en", "A drone hit a fuel depot near Kursk on Tuesday, in a raid that Moscow blamed on Kyiv.", "Tuesday"),
    ("id", "Pesawat nirawak menghantam depot di dekat Kursk, Selasa, dalam serangan yang diklaim Ukraina.", "Selasa"),
]


@pytest.mark.parametrize(("language", "text", "day"), COUNTED_AS)
def test_as_what_an_act_counts_is_no_second_act(language: str, text: str, day: str) -> None:
    claim = only(told(language, text), "event")
    assert claim.slots["act"] == "air_strike"
    assert claim.date is not None and claim.date.span.text == day


def test_an_act_done_amid_another_is_not_that() -> None:
    found = told("en", "Soldiers arrested nine men in Kano on Monday in a raid on a mosque.")
    assert fillers(only(found, "event", act="attack"), "target") == ["mosque"]
    assert fillers(only(found, "event", act="arrest"), "target") == ["nine men"]


def test_neither_of_two_did_it() -> None:
    found = told("en", "Neither Russia nor any of its allies condemned the raid on Bakhmut.")
    assert only(found, "statement", act="condemn").status == "denied"
    assert only(found, "event", act="attack").status == "asserted"
