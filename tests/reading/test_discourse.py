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
    ("en", "Rebels stormed Kunduz. NATO said it had carried out an air strike.", "event:air_strike", "actor", "NATO"),
    ("en", "Al Shabaab claimed it had killed ten soldiers.", "casualty", "perpetrator", "Al Shabaab"),
    ("en", "The rebels freed two nurses. They had abducted them in May.", "event:abduction", "target", "two nurses"),
    (
        "en",
        "Rebels raided the town. They freed two nurses. They had abducted them in May.",
        "event:abduction",
        "target",
        "two nurses",
    ),
    ("id", "Milisi melepas dua guru. Mereka menculik mereka pada Mei.", "event:abduction", "target", "dua guru"),
    ("en", "ECOWAS met on Friday. It said it would attack the base.", "event:attack", "actor", "ECOWAS"),
]


@pytest.mark.parametrize(("language", "text", "kind", "slot", "filler"), PRONOUNS)
def test_pronouns(language: str, text: str, kind: str, slot: str, filler: str) -> None:
    kind, _, act = kind.partition(":")
    assert fillers(only(told(language, text), kind, **({"act": act} if act else {})), slot) == [filler]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The minister arrived in Geneva. He said the army had shelled the hospital.", "minister"),
        ("en", "Minister Anna Berg visited Geneva. She said the army had shelled the hospital.", "Minister Anna Berg"),
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
            "Rebels released the hostages on 6 March, a day after the army shelled the town.",
            "shelling",
            "2024-03-05",
        ),
        ("en", "Rebels released the hostages on 6 March, two days after the attack on Goma.", "attack", "2024-03-04"),
        (
            "id",
            "Pemberontak membebaskan sandera pada 6 Maret, sehari setelah tentara menyerang desa itu.",
            "attack",
            "2024-03-05",
        ),
        (
            "id",
            "Pemberontak membebaskan sandera pada 6 Maret, dua hari setelah serangan terhadap Goma.",
            "attack",
            "2024-03-04",
        ),
    ],
)
def test_a_date_counted_from_another(language: str, text: str, act: str, day: str) -> None:
    claims = told(language, text)
    for found, expected in (("release", "2024-03-06"), (act, day)):
        when = only(claims, "event", act=found).date
        assert when is not None
        assert (when.start, when.end) == (expected, expected)


def test_a_date_counted_from_nothing_stays_open() -> None:
    when = only(told("en", "Two days after, rebels released the hostages.", None), "event", act="release").date
    assert when is None or (when.start, when.end) == (None, None)


def test_a_ministry_is_it_and_one_person_is_not_they() -> None:
    claim = only(told("en", "The Transportation Ministry said it was investigating the crash."), "event")
    assert fillers(claim, "actor") == ["Transportation Ministry"]
    text = "The king received a message from the family on Tuesday in which they condemned the execution."
    assert all("king" not in fillers(c, "speaker") for c in told("en", text) if c.kind == "statement")


def test_who_only_owns_another_comes_last() -> None:
    text = "Jordan's king on Monday urged Israel to leave the territories it occupied in the 1967 war."
    assert all("Jordan" not in fillers(c, "by") for c in told("en", text) if c.kind == "territory")


@pytest.mark.parametrize(
    ("language", "text", "actor"),
    [
        ("en", "Chad's government denied that Sudanese troops were in Abeche, saying they had left last month.", "Sud"),
        (
            "id",
            "Pemerintah membantah tentara Sudan berada di Abeche dan menyatakan mereka mundur bulan lalu.",
            "tentara",
        ),
    ],
)
def test_they_are_those_told_of_and_not_who_tells_of_them(language: str, text: str, actor: str) -> None:
    (who,) = fillers(only(told(language, text), "event", act="retreat"), "actor")
    assert who.startswith(actor)


def test_they_may_go_on_for_a_thousand_sentences() -> None:
    found = told("en", "Rebels raided the town. " + "They killed ten men. " * 1300)
    assert fillers(found[0], "actor") == ["Rebels"]
