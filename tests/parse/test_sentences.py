from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gencatan.parse.sentences import split_sentences

ABBREVIATIONS = frozenset({"maj", "gen", "dr", "no", "u.s", "tn"})


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, ABBREVIATIONS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("Maj. Gen. Ali left. He spoke.", ["Maj. Gen. Ali left.", "He spoke."]),
        ("J. R. Smith left. He spoke.", ["J. R. Smith left.", "He spoke."]),
        ("The U.S. Army left. It rained.", ["The U.S. Army left.", "It rained."]),
        ("“We left.” He spoke.", ["“We left.”", "He spoke."]),
        ("He said (in 3.5 hours). “Yes!” she said.", ["He said (in 3.5 hours).", "“Yes!” she said."]),
        ("3.000 orang tewas. Rabu (20/9) tenang.", ["3.000 orang tewas.", "Rabu (20/9) tenang."]),
        ("Menurut Tn. Blinken, tidak. «Ya». Selesai…", ["Menurut Tn. Blinken, tidak.", "«Ya».", "Selesai…"]),
        ("Title without stop\nBody here", ["Title without stop", "Body here"]),
        ("He paused... and left. Then", ["He paused... and left.", "Then"]),
        ("Gen. (ret.) Ali left. It rained.", ["Gen. (ret.) Ali left.", "It rained."]),
        ("(No.) Ali left.", ["(No.)", "Ali left."]),
        ("They left (at last.) It rained.", ["They left (at last.)", "It rained."]),
        ("B.J. Habibie left. Dr. B.J. Habibie left.", ["B.J. Habibie left.", "Dr. B.J. Habibie left."]),
        ("He went to the D.R.C. Officials left.", ["He went to the D.R.C.", "Officials left."]),
        ("  \n\t\n", []),
        ("", []),
    ],
)
def test_known_cases(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@given(st.text(alphabet=st.sampled_from("aB1 .!?…\"'”“()\n\t\r\u2028«»-,"), max_size=200) | st.text(max_size=100))
def test_covers_all_text_in_order(text: str) -> None:
    spans = split_sentences(text, ABBREVIATIONS)
    covered = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        piece = text[start:end]
        assert piece == piece.strip()
        assert "\n" not in piece
        covered.update(range(start, end))
        last = end
    assert all(char.isspace() for i, char in enumerate(text) if i not in covered)


@pytest.mark.parametrize(
    "text",
    ["." * 10**6, "." * 10**6 + "x", ".)" * 500_000 + "x", ("." + " " * 999 + "x") * 1000],
)
def test_hostile_input_is_linear(text: str) -> None:
    start = time.perf_counter()
    split_sentences(text, ABBREVIATIONS)
    assert time.perf_counter() - start < 5
