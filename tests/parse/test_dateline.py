"""Where a dateline ends, and what only looks like one."""

from __future__ import annotations

import pytest

from gencatan.parse.dateline import after_dateline


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("BEIRUT — ", "Rebels attacked."),
        ("BEIRUT, Nov. 27 (Agency) — ", "Rebels attacked."),
        ("GORIS, Sept. 24 – ", "Rebels attacked."),
        ("NEW YORK -- ", "Rebels attacked."),
        ("Nairobi (14/3) - ", "Rebels attacked."),
        ("JAKARTA, KOMPAS — ", "Pemberontak menyerang."),
        ("ÅRHUS, 3 May — ", "The talks began."),
        ("", "Rebels attacked Goma."),
        ("", "Baku – which denies it – said so."),
        ("", "The well-armed rebels attacked."),
        ("", "rebels — who attacked — fled."),
        ("", "— Rebels attacked."),
        ("", ""),
    ],
)
def test_after_dateline(dateline: str, rest: str) -> None:
    assert after_dateline(dateline + rest) == len(dateline)


@pytest.mark.parametrize("text", ["A" * 50_000, "A, " * 20_000, "(" * 50_000, "A (b) " * 10_000 + "— x"])
def test_long_lines_are_cheap(text: str) -> None:
    assert after_dateline(text) == 0
