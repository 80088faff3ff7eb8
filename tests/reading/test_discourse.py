"""What pronouns, "the attack" and follow-up dates refer to."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, sources, told

# language, text, kind, slot, what fills it
PRONOUNS = [
    ("en", "The rebels attacked the town. They killed five soldiers.", "casualty", "perpetrator", "rebels"),
    ("id", "Pemberontak menyerang kota itu. Mereka membunuh lima tentara.", "casualty", "perpetrator", "Pemberontak"),
    (
        "en",
        "“The army shelled the hospital,” the minister said. “They killed five people.”",
        "casualty",
        "perpetrator",
        "army",
    ),
]


@pytest.mark.parametrize(("language", "text", "kind", "slot", "filler"), PRONOUNS)
def test_pronouns(language: str, text: str, kind: str, slot: str, filler: str) -> None:
    assert fillers(only(told(language, text), kind), slot) == [filler]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The minister arrived in Geneva. He said the army had shelled the hospital.", "minister"),
        (
            "en",
            "Minister Anna Berg visited Geneva. She said the army had shelled the hospital.",
            "Minister Anna Berg",
        ),
        (
            "id",
            "Menteri Siti Rahma mengunjungi Jakarta. Ia mengatakan bahwa tentara menyerang desa itu.",
            "Menteri Siti Rahma",
        ),
    ],
)
def test_a_pronoun_that_speaks(language: str, text: str, speaker: str) -> None:
    assert sources(only(told(language, text), "event")) == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "act", "day"),
    [
        (
            "en",
            "Rebels attacked a base in Goma on 4 March. Two days after the attack, rebels released the hostages.",
            "release",
            "2024-03-06",
        ),
        (
            "en",
            "Rebels attacked Goma on 4 March. A day after the attack, the army shelled the town of Sake.",
            "shelling",
            "2024-03-05",
        ),
        (
            "id",
            "Pemberontak menyerang Goma pada 4 Maret. Sehari setelah serangan itu, pemberontak membebaskan sandera.",
            "release",
            "2024-03-05",
        ),
    ],
)
def test_a_date_that_follows_on(language: str, text: str, act: str, day: str) -> None:
    when = only(told(language, text), "event", act=act).date
    assert when is not None
    assert (when.start, when.end) == (day, day)


def test_a_date_that_follows_on_stays_open_without_its_anchor() -> None:
    when = only(told("en", "Two days after, rebels released the hostages.", None), "event", act="release").date
    assert when is None or (when.start, when.end) == (None, None)
