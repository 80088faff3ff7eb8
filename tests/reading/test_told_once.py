"""Forces that leave are told once, as a deployment or as an event; a pronoun stands where nobody else is named."""

from __future__ import annotations

import pytest

from tests.reading.told import fillers, only, told


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "French troops withdrew from the base at Gao on Friday.", "deployment"),
        ("en", "The UN mission has left Mali.", "deployment"),
        ("en", "The army withdrew from the town of Gao after two days.", "event"),
        ("en", "Soldiers pulled out of the village on Friday.", "event"),
        ("id", "Pasukan Prancis mundur dari pangkalan di Gao pada Jumat.", "deployment"),
        ("id", "Tentara mundur dari kota Gao pada Jumat.", "event"),
    ],
)
def test_forces_leave_once(language: str, text: str, kind: str) -> None:
    claims = [c for c in told(language, text) if c.kind in ("deployment", "event")]
    assert [c.kind for c in claims] == [kind]
    assert {*claims[0].slots} & {"change", "act"}


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "They attacked the camp on Friday.", "They"),
        ("id", "Mereka menyerang pos itu pada Jumat.", "Mereka"),
    ],
)
def test_a_pronoun_for_nobody_named_stands_for_itself(language: str, text: str, who: str) -> None:
    assert fillers(only(told(language, text), "event", act="attack"), "actor") == [who]


def test_a_pronoun_for_somebody_named_is_them() -> None:
    claims = told("en", "Two men came to the village of Oma. They shot the headman.")
    assert fillers(only(claims, "event", act="attack"), "actor") == ["Two men"]
