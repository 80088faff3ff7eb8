"""Words and phrases of a pack, looked up in running words."""

from __future__ import annotations

import pytest

from gencatan.language.pack import Phrases

IDIOMS = Phrases(["on humanitarian grounds", "cold war", "zone", "cold"])


@pytest.mark.parametrize(
    ("text", "index", "ends"),
    [
        ("freed on humanitarian grounds today", 3, True),
        ("freed on humanitarian grounds today", 2, False),
        ("freed on humanitarian grounds today", 4, False),
        ("the cold war zone", 2, True),
        ("the cold war zone", 1, True),
        ("the cold war zone", 3, True),
        ("a war", 1, False),
        ("grounds", 0, False),
    ],
)
def test_where_a_phrase_ends(text: str, index: int, ends: bool) -> None:
    assert IDIOMS.ends(text.split(), index) is ends


def test_of_no_phrases_none_ends() -> None:
    assert not Phrases().ends(["war"], 0)
