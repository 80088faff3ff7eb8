"""Who a report says a thing from."""

from __future__ import annotations

import pytest

from tests.reading.told import only, sources, told

# language, text, kind of the claim, its sources, outermost first
SOURCES = [
    ("en", "The army shelled the hospital.", "event", []),
    ("en", "The president said the army had shelled the hospital.", "event", ["president"]),
    ("en", "The army shelled the hospital, the United Nations said.", "event", ["United Nations"]),
    ("en", "The army shelled the hospital, according to local officials.", "event", ["local officials"]),
    ("en", "According to the United Nations, 32 people were killed.", "casualty", ["United Nations"]),
    (
        "en",
        "The minister said the United Nations had reported that 32 people were killed.",
        "casualty",
        ["minister", "United Nations"],
    ),
    ("en", "The army denied shelling the hospital.", "event", ["army"]),
    ("id", "Presiden mengatakan bahwa tentara menembaki rumah sakit.", "event", ["Presiden"]),
    ("id", "Tentara menembaki rumah sakit, kata PBB.", "event", ["PBB"]),
    ("id", "Tentara menembaki rumah sakit, menurut pejabat setempat.", "event", ["pejabat setempat"]),
    ("id", "Menurut Perserikatan Bangsa-Bangsa, 32 orang tewas.", "casualty", ["Perserikatan Bangsa-Bangsa"]),
    ("id", "Presiden mengatakan PBB melaporkan bahwa 32 orang tewas.", "casualty", ["Presiden", "PBB"]),
    # a quotation that runs on
    (
        "en",
        "“The army shelled the hospital,” Minister Anna Berg said. “Five people were killed in the attack.”",
        "casualty",
        ["Minister Anna Berg"],
    ),
    (
        "id",
        "“Tentara menembaki rumah sakit,” kata Menteri Siti Rahma. “Lima orang tewas dalam serangan itu.”",
        "casualty",
        ["Menteri Siti Rahma"],
    ),
    # who speaks ends with the sentence
    ("en", "The president said the army had shelled the hospital. Five people were killed.", "casualty", []),
    ("id", "Presiden mengatakan bahwa tentara menembaki rumah sakit. Lima orang tewas.", "casualty", []),
]


@pytest.mark.parametrize(("language", "text", "kind", "expected"), SOURCES)
def test_sources(language: str, text: str, kind: str, expected: list[str]) -> None:
    assert sources(only(told(language, text), kind)) == expected


def test_a_named_source_is_known() -> None:
    claim = only(told("en", "The army shelled the hospital, the United Nations said."), "event")
    actor = claim.attribution[0].actor
    assert actor is not None
    assert actor.name == "United Nations"
