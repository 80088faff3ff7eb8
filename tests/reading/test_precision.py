"""What makes no claim, and who is no party: background nouns, fragments, passives and other people's clauses."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told

SILENT = [
    ("en", "The army kept the depot for years after the war.", "event", "clash"),
    ("en", "An explosive device was found near the track.", "event", "explosion"),
    ("en", "He was beaten but he asked for it.", "statement", "appeal"),
    ("id", "Mereka menonton film dari perang Irak di rumah.", "event", "clash"),
]


@pytest.mark.parametrize(("language", "text", "kind", "act"), SILENT)
def test_no_claim(language: str, text: str, kind: str, act: str) -> None:
    found = told(language, text)
    assert not [c for c in found if c.kind == kind and c.slots.get("act") == act]


def test_a_condition_inside_reported_speech_states_nothing() -> None:
    text = "The sailors said they were told that if they refused to leave they would face prison."
    assert not [c for c in told("en", text) if c.kind == "statement" and c.slots.get("act") == "reject"]


def test_who_is_held_acts_in_nothing() -> None:
    (claim,) = [c for c in told("en", "He had two men arrested on Monday.") if c.kind == "event"]
    assert fillers(claim, "target") == ["two men"]
    assert "two men" not in fillers(claim, "actor")


def test_own_responsibility_is_acknowledged() -> None:
    found = told("en", "The Liberation Front said it was responsible for the attack on the barracks.")
    acts = [c.slots["act"] for c in found if c.kind == "statement"]
    assert acts == ["acknowledge"]


def test_a_time_hung_on_a_denied_noun_is_no_denial() -> None:
    found = told("id", "Draskovic tidak melakukan perlawanan ketika ditangkap, kata polisi.")
    assert [c.status for c in found if c.kind == "event" and c.slots["act"] == "arrest"] == ["asserted"]


BARE = [
    ("en", "Scholars who study insurgencies read Clausewitz on siege.", 0),
    ("en", "The village, which lived through the siege, is poor.", 0),
    ("en", "The fighting went on, residents said.", 1),
    ("en", "There were no arrests, police said.", 1),
    ("id", "Harga beras naik sejak sebelum perang, kata pedagang.", 0),
    ("id", "Pertempuran masih berlangsung, kata warga.", 1),
]


@pytest.mark.parametrize(("language", "text", "number"), BARE)
def test_an_act_that_is_only_named_makes_no_claim(language: str, text: str, number: int) -> None:
    assert len([c for c in told(language, text) if c.kind == "event"]) == number


DUTIES = [
    ("en", "The government and the rebels signed a truce on Monday. Both sides must free all captives within a week."),
    (
        "id",
        "Pemerintah dan pemberontak meneken gencatan senjata pada Senin. Kedua pihak harus membebaskan semua tawanan.",
    ),
]


@pytest.mark.parametrize(("language", "text"), DUTIES)
def test_what_must_be_done_is_a_duty_and_no_event(language: str, text: str) -> None:
    found = told(language, text)
    assert not [c for c in found if c.kind == "event"]
    assert only(found, "obligation", action="release").status == "called_for"
