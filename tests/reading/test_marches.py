"""What a march is for and who holds it, told by a verb right behind its noun."""

from __future__ import annotations

import pytest

from gencatan.model import Span
from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "actor", "cause", "speaker"),
    [
        (
            "id",
            "Ribuan warga menggelar demonstrasi menentang penutupan pelabuhan.",
            ["Ribuan warga"],
            "menentang penutupan pelabuhan",
            ["Ribuan warga"],
        ),
        ("id", "Polisi membubarkan unjuk rasa menolak pajak baru.", [], "menolak pajak baru", []),
        ("id", "Unjuk rasa menuntut pembebasan tahanan digelar di Kora.", [], "menuntut pembebasan tahanan", []),
        (
            "en",
            "Hundreds held a protest demanding the release of the hostages.",
            ["Hundreds"],
            "demanding the release of the hostages",
            ["Hundreds"],
        ),
        (
            "en",
            "Police broke up a protest demanding the release of the hostages.",
            [],
            "demanding the release of the hostages",
            [],
        ),
    ],
)
def test_who_breaks_up_a_march_does_not_say_what_it_is_for(
    language: str, text: str, actor: list[str], cause: str, speaker: list[str]
) -> None:
    claims = told(language, text)
    march = only(claims, "event", act="protest")
    told_cause = march.slots["cause"]
    assert isinstance(told_cause, Span)
    assert (fillers(march, "actor"), told_cause.text) == (actor, cause)
    assert [name for c in claims if c.kind == "statement" for name in fillers(c, "speaker")] == speaker


def test_a_march_that_asks_somebody_to_go_is_held_where_its_own_verb_says() -> None:
    march = only(told("id", "Unjuk rasa menuntut pembebasan tahanan digelar di Kora."), "event", act="protest")
    assert march.place is not None
    assert march.place.span.text == "Kora"
