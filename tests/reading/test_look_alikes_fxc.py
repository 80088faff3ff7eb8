"""Look-alikes that a change took along: who is sent and who is driven out, who marches, halts, fears and costs."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, outline, told


def _kinds(text: str, kind: str) -> list[str]:
    return [outline(c) for c in told("en", text) if c.kind == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Moscow sent thousands of North Koreans into Kursk.",
        "Kenya sent hundreds of police into Haiti.",
        "The UN sent thousands of tents into the camps.",
        "Ukraine pushed the Russians out of Kherson.",
        "The Americans drove the Iraqis out of Kuwait in 1991.",
        "It cost the party 40 men and women in parliament.",
        "The battle cost the company 300 men their jobs.",
        "The campaign cost Napoleon 400,000 men.",
    ],
)
def test_who_is_sent_or_lost_to_a_party_is_not_harmed(text: str) -> None:
    assert _kinds(text, "casualty") == []


@pytest.mark.parametrize(
    "text",
    [
        "Azerbaijan drove 100,000 Armenians out of Karabakh.",
        "The war drove 300,000 Eritreans into exile.",
        "The war sent half a million people into exile.",
        "The campaign cost the army 2,500 men.",
    ],
)
def test_peoples_told_by_number_and_the_losses_of_forces_are_harmed(text: str) -> None:
    assert len(_kinds(text, "casualty")) == 1


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Lawyers clashed with police in Lahore.", "clash"),
        ("Lawyers and police clashed in Islamabad.", "clash"),
        ("The Muslim Brothers clashed with police.", "clash"),
        ("Police officers marched in Nairobi to demand better pay.", "protest"),
        ("Separatists marched in Barcelona to demand a referendum.", "protest"),
        ("Retired soldiers marched in Beirut over their pensions.", "protest"),
        ("Soldiers marched against the government.", "protest"),
        ("Rebels march through the streets of Sana'a in support of Gaza.", "protest"),
        ("Soldiers marched into Goma.", "movement"),
    ],
)
def test_who_clashes_and_who_marches(text: str, act: str) -> None:
    assert _kinds(text, "event") == [f"event asserted {act}"]


@pytest.mark.parametrize("text", ["The lawyers clashed over the will.", "The candidates clashed over taxes."])
def test_a_clash_of_words_is_none(text: str) -> None:
    assert _kinds(text, "event") == []


@pytest.mark.parametrize(
    ("text", "deals"),
    [
        ("The army announced a halt in the fighting.", 1),
        ("The president declared a halt to the offensive.", 1),
        ("Russia declared a halt to strikes on energy sites.", 1),
        ("NATO ordered a halt to the bombing.", 0),
    ],
)
def test_a_halt_that_is_announced_is_a_truce(text: str, deals: int) -> None:
    assert len(_kinds(text, "agreement")) == deals


@pytest.mark.parametrize(
    "text",
    [
        "The UN fears for the lives of thousands of civilians in El Fasher.",
        "The Red Cross feared for the lives of the detainees.",
        "Hamas seeks revisions to the truce proposal.",
        "Israel sought revisions to the hostage deal.",
        "The council sought the application of the peace accord.",
        "Ukraine seeks supplies of ammunition from NATO.",
    ],
)
def test_who_fears_for_others_and_who_seeks_speaks(text: str) -> None:
    assert [c.kind for c in told("en", text)] == ["statement"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Snow Leopards, a Kazakh unit, fought in Bakhmut.", "Snow Leopards"),
        ("The Desert Rats fought Rommel's army.", "Desert Rats"),
    ],
)
def test_units_named_after_animals_fight(text: str, actor: str) -> None:
    assert fillers(only(told("en", text), "event", act="clash"), "actor") == [actor]


def test_what_a_length_of_time_is_counted_from_is_not_withdrawn() -> None:
    text = "Israel must withdraw within 30 days of the truce taking effect."
    assert fillers(only(told("en", text), "obligation"), "object") == []
