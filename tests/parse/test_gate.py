"""Which sentences are worth a parse: seen from plain words alone."""

from __future__ import annotations

import pytest

from gencatan import Document
from gencatan.language.pack import load_pack
from gencatan.language.triggers import words_of
from gencatan.parse.gate import Gate
from gencatan.reading.language_reader import LanguageReader

NAMES = ("Baghdad", "Mesir")
GATES = {code: Gate(load_pack(code), NAMES.__contains__) for code in ("en", "id")}


def is_open(language: str, text: str) -> bool:
    words = words_of(text, 0, len(text))
    return GATES[language].open(text, 0, words, load_pack(language).index.scan(words))


@pytest.mark.parametrize(
    ("language", "sentence", "opens"),
    [
        ("en", "Rebels attacked the town.", True),
        ("en", "the rebels laid down their arms.", True),
        ("en", "The cease-fire came into force on Monday.", True),
        ("en", "The garden is quiet and the bread smells good.", False),
        ("en", "they laid down rules.", False),
        ("en", "", False),
        ("en", "Baghdad rejected it as unlawful.", True),
        ("en", "Bread rejected as too hard.", False),
        ("id", "Mesir menolak hal itu.", True),
        ("id", "Pemberontak menyerang kota itu.", True),
        ("id", "pemberontak meletakkan senjata.", True),
        ("id", "Kebun itu sepi dan rotinya harum.", False),
    ],
)
def test_open(language: str, sentence: str, opens: bool) -> None:
    assert is_open(language, sentence) is opens


@pytest.mark.parametrize(
    ("language", "sentence", "back"),
    [
        ("en", "They killed five soldiers.", True),
        ("en", "Their soldiers were killed.", True),
        ("en", "Rebels killed five soldiers.", False),
        ("id", "Mereka membunuh lima tentara.", True),
        ("id", "Pasukannya mundur.", True),
        ("id", "Pemberontak membunuh lima tentara.", False),
    ],
)
def test_looks_back(language: str, sentence: str, back: bool) -> None:
    assert GATES[language].looks_back(words_of(sentence, 0, len(sentence))) is back


@pytest.mark.parametrize(
    ("text", "parsed"),
    [
        ("The garden is quiet. Rebels attacked the town.", ["Rebels attacked the town."]),
        ("The garden is quiet. They attacked the town.", ["The garden is quiet.", "They attacked the town."]),
        ("Rebels attacked the town. The garden is quiet.", ["Rebels attacked the town."]),
    ],
)
def test_the_sentence_before_is_parsed_for_a_pronoun_only(text: str, parsed: list[str]) -> None:
    reader = LanguageReader(load_pack("en"))
    document = Document.create(text, language="en")
    sentences = reader.sentences(document)
    assert [sentences[n].text for n in reader.selection.choose(document, sentences).parsed] == parsed


def test_no_sentence_goes_on_with_the_end_of_the_report() -> None:
    reader = LanguageReader(load_pack("en"))
    duty = "All are bound to leave at once."
    rest = "Nothing else was told. It rained on the hills."
    deal = "They signed a ceasefire agreement with the rebels."
    attack = "They attacked a village and killed ten."

    def parsed(*parts: str) -> set[str]:
        document = Document.create(" ".join(parts), language="en")
        sentences = reader.sentences(document)
        return {sentences[n].text for n in reader.selection.choose(document, sentences).parsed}

    assert duty not in parsed(attack, duty, rest, deal)
    assert duty in parsed(attack, deal, duty, rest)
