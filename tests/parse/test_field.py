"""Sentences of sport, trade, films and the like are told from those of conflict by their words."""

from __future__ import annotations

import pytest

from gencatan.language.pack import load_pack
from gencatan.language.triggers import words_of
from gencatan.parse.field import Field

FIELDS = {code: Field(load_pack(code)) for code in ("en", "id")}


def elsewhere(language: str, *sentences: str) -> list[bool]:
    return FIELDS[language].elsewhere([words_of(s, 0, len(s)) for s in sentences])


@pytest.mark.parametrize(
    ("language", "sentence", "away"),
    [
        ("en", "The striker fired a shot over the defence.", True),
        ("en", "Leeds crushed the visitors 4-1.", True),
        ("en", "Investors attacked the board over the falling dividend.", True),
        ("en", "The sequel bombed at the box office.", True),
        ("en", "The start-up fought for years to win a place.", True),
        ("en", "Soldiers fired at the coach of the football team.", False),
        ("en", "Gunmen attacked the bus of the Leeds goalkeeper.", False),
        ("en", "The column attacked the town at dawn.", False),
        ("id", "Kiper itu menahan serangan lawan.", True),
        ("id", "Tuan rumah membantai tamunya 5-0.", True),
        ("id", "Tentara menembak pelatih klub itu.", False),
        ("id", "Mereka menyerang desa itu pada malam hari.", False),
    ],
)
def test_a_sentence_by_itself(language: str, sentence: str, away: bool) -> None:
    assert elsewhere(language, sentence) == [away]


def test_a_report_carries_its_sentences() -> None:
    match = (
        "The striker scored after the half-time break.",
        "The goalkeeper saved a penalty kick; the referee gave a corner.",
    )
    assert elsewhere("en", *match, "They kept attacking.") == [True, True, True]
    assert elsewhere("en", "The army shelled the hill.", "They kept attacking.") == [False, False]


def test_a_long_report_without_a_word_of_force_is_none_of_conflict() -> None:
    calm = [f"We walked {far} miles and then we fought over who should lead the way home again." for far in range(8)]
    assert elsewhere("en", *calm) == [True] * 8
    assert elsewhere("en", *calm[:3]) == [False] * 3
    assert elsewhere("en", *calm[:1] * 100) == [False] * 100, "a sentence said again makes no report longer"


BORROWED = {
    "en": (
        "The two phone makers ended their patent war with a truce after a price war over smartphone sales.",
        "The union accused the carmaker of killing jobs, and shareholders attacked the chief executive.",
    ),
    "id": (
        "Perang harga antaremiten ponsel berakhir dengan gencatan senjata, kata analis pasar modal.",
        "Serikat pekerja menuduh produsen itu membunuh usaha kecil, dan harga saham perseroan turun.",
    ),
}


@pytest.mark.parametrize("language", ["en", "id"])
def test_words_of_war_that_trade_borrows_open_nothing(language: str) -> None:
    assert elsewhere(language, *BORROWED[language]) == [True, True]


def test_words_of_force_that_nobody_borrows_open_a_report_of_trade() -> None:
    troops = "Troops shelled the warehouse of the retailer."
    assert elsewhere("en", *BORROWED["en"], troops)[-1] is False
    assert elsewhere("en", "The truce in the war held on Monday.", "The market reopened.") == [False, False]
    assert elsewhere("id", "Gencatan senjata itu bertahan.", "Pasar dibuka kembali.") == [False, False]


@pytest.mark.parametrize(
    ("language", "story"),
    [
        ("en", "In the finale the villain kidnaps a minister, and two policemen are killed before the credits roll."),
        ("id", "Di episode terakhir serial itu dua polisi tewas, dan tokoh utama menembak menteri di satu adegan."),
    ],
)
def test_who_is_killed_in_a_story_is_not(language: str, story: str) -> None:
    more = {"en": "Viewers of the thriller were shocked.", "id": "Penonton terkejut oleh alur cerita."}[language]
    assert elsewhere(language, story, more) == [True, True]
    raid = {
        "en": "Gunmen stormed a cinema during a film and killed two.",
        "id": "Orang bersenjata menyerbu bioskop saat film diputar, dua tewas.",
    }
    assert elsewhere(language, raid[language]) == [False]
