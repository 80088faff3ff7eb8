from __future__ import annotations

from functools import cache

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from gencatan.language.tokenization import make_nlp, one_root, one_sentence


@cache
def blank(code: str) -> Language:
    return make_nlp(code)


def tokens(code: str, text: str) -> list[str]:
    return [token.text for token in blank(code).make_doc(text) if not token.is_space]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rabu (20/9)", ["Rabu", "(", "20/9", ")"]),
        ("Selasa(19/9/2023).", ["Selasa", "(", "19/9/2023", ")", "."]),
        ("di Nagorno-Karabakh, negara-negara", ["di", "Nagorno-Karabakh", ",", "negara-negara"]),
        ("“AS-nya” «kata»", ["“", "AS-nya", "”", "«", "kata", "»"]),
        ("3.000 orang, 1990-an", ["3.000", "orang", ",", "1990-an"]),
        ("menyetujuinya, katanya", ["menyetujuinya", ",", "katanya"]),
        ("kata Tn. Blinken–Selasa", ["kata", "Tn.", "Blinken", "–", "Selasa"]),
    ],
)
def test_indonesian(text: str, expected: list[str]) -> None:
    assert tokens("id", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nagorno-Karabakh's al-Sadr", ["Nagorno-Karabakh", "'s", "al-Sadr"]),
        ("U.S.-backed, Iran-backed", ["U.S.", "-", "backed", ",", "Iran", "-", "backed"]),
        ("They don't; we won’t", ["They", "do", "n't", ";", "we", "wo", "n’t"]),
        ("Maj. Gen. Ali (20 Sept.)", ["Maj.", "Gen.", "Ali", "(", "20", "Sept.", ")"]),
        ("anti-American ex-president", ["anti-American", "ex-president"]),
        ("the U.S. and “3,000”", ["the", "U.S.", "and", "“", "3,000", "”"]),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert tokens("en", text) == expected


@pytest.mark.parametrize("code", ["id", "en"])
def test_tokens_spell_the_text(code: str) -> None:
    text = "  “A--b” (x/y)\n\t3.5% … !!! U.S.-led —\u00a0Ü-bahn "
    assert blank(code).make_doc(text).text == text


def test_tokenizer_survives_a_round_trip() -> None:
    copy = make_nlp("id").from_bytes(blank("id").to_bytes())
    text = "Rabu (20/9) di Nagorno-Karabakh"
    assert [t.text for t in copy.make_doc(text)] == tokens("id", text)


def test_one_root_and_one_sentence() -> None:
    nlp = blank("en")
    doc = one_sentence(Doc(nlp.vocab, words=["He", "left", ".", "She", "stayed"]))
    for i, (head, dep) in enumerate([(1, "nsubj"), (1, "ROOT"), (1, "punct"), (4, "nsubj"), (4, "ROOT")]):
        doc[i].head, doc[i].dep_ = doc[head], dep
    doc = one_root(doc)
    assert [token.i for token in doc if token.head.i == token.i] == [1]
    assert doc[4].dep_ == "parataxis"
    assert len(list(doc.sents)) == 1
