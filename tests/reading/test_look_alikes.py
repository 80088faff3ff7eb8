"""Sentences that look like those that rules are for, and tell something else."""

from __future__ import annotations

import pytest

from tests.reading.told import actors, fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Militants released 20 girls on Monday and kidnapped 11 others on Tuesday.", "11 others"),
        ("en", "The government freed 30 rebels on Monday, and the rebels abducted a mayor.", "mayor"),
    ],
)
def test_who_is_taken_after_others_are_freed_is_abducted(language: str, text: str, count: str) -> None:
    assert fillers(only(told(language, text), "event", act="abduction"), "target") == [count]


@pytest.mark.parametrize(
    ("text", "kind", "slot", "sides"),
    [
        (
            "Talks took place in Doha on Monday between the Taliban and the United States.",
            "meeting",
            "participants",
            ["Taliban", "United States"],
        ),
        ("Clashes took place on Sunday between the army and M23 rebels.", "event", "actor", ["army", "M23 rebels"]),
        ("The EU-led peace talks between Serbia and Kosovo resumed.", "meeting", "participants", ["Serbia", "Kosovo"]),
    ],
)
def test_who_took_part_in_what_took_place(text: str, kind: str, slot: str, sides: list[str]) -> None:
    assert fillers(only(told("en", text), kind), slot) == sides


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "A missile hit Kyiv on 4 March 2022 at 0500.", "2022-03-04"),
        ("en", "Troops stormed the camp before dawn on Wednesday.", "2024-03-13"),
        ("id", "Tentara menyerbu kamp Jenin sebelum fajar pada Rabu.", "2024-03-13"),
    ],
)
def test_an_hour_beside_a_day_leaves_the_day(language: str, text: str, day: str) -> None:
    claim = only(told(language, text), "event")
    assert claim.date is not None
    assert claim.date.start == day


@pytest.mark.parametrize(
    "text",
    [
        "Serangan itu menewaskan 20 orang termasuk enam anak di Rafah pada Senin.",
        "Dua belas tentara tewas bersama tiga warga sipil di Rafah.",
        "The attack killed 20 people including six children in Rafah on Monday.",
    ],
)
def test_a_part_that_is_named_leaves_the_place_to_the_whole(text: str) -> None:
    claims = told("en" if text.startswith("The") else "id", text)
    assert {c.place and c.place.span.text for c in claims} == {"Rafah"}


@pytest.mark.parametrize(
    ("text", "count"),
    [("Polisi ketiga tewas di Poso.", (1, 1)), ("Kedua tentara itu tewas di Gaza.", (2, 2))],
)
def test_the_third_is_one_and_both_are_two(text: str, count: tuple[int, int]) -> None:
    found = only(told("id", text), "casualty").slots.get("count")
    assert (getattr(found, "min", None), getattr(found, "max", None)) == count


def test_who_is_asked_to_leave_holds_what_is_to_be_left() -> None:
    claim = only(told("id", "PBB mendesak Rusia mundur dari wilayah yang didudukinya."), "territory")
    assert [actor and actor.id for actor in actors(claim, "by")] == ["RUS"]


@pytest.mark.parametrize("text", ["Hamas tidak bersedia membebaskan sandera.", "Prancis tidak siap mengirim pasukan."])
def test_a_refusal_is_no_plan(text: str) -> None:
    assert {c.status for c in told("id", text) if c.kind in ("event", "deployment", "obligation")} <= {"denied"}


@pytest.mark.parametrize(
    ("language", "text", "kinds"),
    [
        ("id", "Ribuan warga kehilangan mata pencaharian akibat perang di Sudan.", ["event"]),
        ("id", "Tiga tentara tewas akibat bom yang meledak di pinggir jalan pada Rabu.", ["casualty", "event"]),
        ("id", "Rudal itu jatuh di luar zona ekonomi eksklusif Jepang.", []),
        ("id", "Iran melakukan eksekusi terhadap seorang demonstran.", ["event"]),
        ("id", "Sebanyak 60 persen warga setuju dengan gencatan senjata.", []),
        ("en", "Israel and Hezbollah agreed to a truce to take effect on Wednesday.", ["agreement"]),
        ("en", "Israel hopes to free the remaining hostages.", ["event"]),
        ("en", "Families left homeless would be the first to be moved.", ["casualty"]),
    ],
)
def test_each_is_told_once_and_nothing_else(language: str, text: str, kinds: list[str]) -> None:
    assert sorted(c.kind for c in told(language, text)) == kinds


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("French troops were stationed in Gao until August 2022.", "present"),
        ("More than 13,000 peacekeepers were stationed in Mali in 2022.", "present"),
        ("French troops were stationed in Gao in June.", "deployed"),
    ],
)
def test_who_was_there_and_who_was_sent_there(text: str, change: str) -> None:
    assert only(told("en", text), "deployment").slots["change"] == change


def test_whether_so_many_were_killed_is_told_as_possible() -> None:
    text = "The army is investigating whether its soldiers killed 12 civilians in Gaza on Monday."
    assert only(told("en", text), "casualty").status == "possible"


def test_the_length_of_a_truce_is_no_length_of_its_extension_nor_that_of_the_talks() -> None:
    extended = only(
        told("id", "Gencatan senjata empat hari antara Israel dan Hamas diperpanjang pada Senin."), "agreement"
    )
    assert "duration" not in extended.slots
    made = only(told("en", "The accord was concluded in Havana after almost four years of talks."), "agreement")
    assert "duration" not in made.slots


def test_battalions_are_not_so_many_men() -> None:
    assert "strength" not in only(told("en", "Rwanda sent three battalions to Mozambique."), "deployment").slots
