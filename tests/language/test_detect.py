from __future__ import annotations

import importlib
import time

import pytest

from gencatan.errors import LanguageError
from gencatan.language.detect import detect_language, ensure_language, identify, language_name, normalise_language
from gencatan.model import Document

SUPPORTED = ("en", "id")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kedua pihak menyetujui gencatan senjata pada hari Rabu, kata para pejabat.", "id"),
        ("Both sides agreed to a ceasefire on Wednesday, officials said.", "en"),
        ("Sedikitnya 32 orang tewas dan lebih dari 200 terluka.", "id"),
        ("KEDUA PIHAK MENYETUJUI GENCATAN SENJATA PADA HARI RABU", "id"),
        ("Abdullah Öcalan said that the PKK would disarm and dissolve.", "en"),
    ],
)
def test_supported_languages(text: str, code: str) -> None:
    assert detect_language(text, SUPPORTED) == code


@pytest.mark.parametrize(
    "code",
    [
        "ar",
        "az",
        "bg",
        "bn",
        "ca",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "fa",
        "fi",
        "fr",
        "he",
        "hi",
        "hr",
        "hu",
        "hy",
        "it",
        "ja",
        "ko",
        "ky",
        "lt",
        "nl",
        "pl",
        "pt",
        "ro",
        "ru",
        "sk",
        "sl",
        "sr",
        "sv",
        "ta",
        "te",
        "tr",
        "uk",
        "ur",
        "vi",
        "zh",
    ],
)
def test_other_languages_are_named(code: str) -> None:
    """On spaCy's example sentences, which no list here was made from."""
    text = " ".join(importlib.import_module(f"spacy.lang.{code}.examples").sentences)
    assert identify(text, prefer=SUPPORTED) == code
    with pytest.raises(LanguageError, match=rf"{code} \(.+\) is not supported; supported: en, id"):
        detect_language(text, SUPPORTED)


def test_malay_is_named_only_on_strong_evidence() -> None:
    assert identify("Beliau berkata bahawa polis akan bertindak kerana serangan pada hari Khamis.") == "ms"
    assert identify("Pemerintah negeri itu mempunyai sekolah, kata polisi, karena serangan hari Kamis.") == "id"
    assert identify("Dia akan datang ke sini pada hari ini dengan saya.", prefer=SUPPORTED) == "id"


@pytest.mark.parametrize("text", ["", "   ", "123 456", "Baku", "Khankendi Stepanakert Martakert", "!!!", "\ud800"])
def test_too_little_to_tell(text: str) -> None:
    with pytest.raises(LanguageError, match="--language"):
        detect_language(text, SUPPORTED)


def test_long_and_odd_texts_take_no_time() -> None:
    start = time.monotonic()
    for text in ("a'" * 500_000, "a-" * 500_000, "ا" * 1_000_000, "x " * 500_000):
        identify(text)
    assert time.monotonic() - start < 5


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-US", "en"),
        ("EN_gb", "en"),
        ("eng", "en"),
        ("English", "en"),
        ("ind", "id"),
        ("in", "id"),
        ("Indonesian", "id"),
        ("Bahasa Indonesia", "id"),
        ("zsm", "ms"),
        ("zh-Hans", "zh"),
        ("klingonese", "klingonese"),
        ("", ""),
    ],
)
def test_tags_and_names(tag: str, code: str) -> None:
    assert normalise_language(tag) == code


def test_ensure_language() -> None:
    undetected = Document.create("Both sides agreed to a ceasefire on Wednesday, they said.", source_uri="a.txt")
    assert ensure_language(undetected, SUPPORTED).language == "en"
    assert ensure_language(undetected.with_language("en-GB"), SUPPORTED).language == "en"
    with pytest.raises(LanguageError, match=r"a\.txt: the language az \(Azerbaijani\) is not supported"):
        ensure_language(undetected.with_language("az"), SUPPORTED)
    with pytest.raises(LanguageError, match=r"a\.txt: the language cannot be told"):
        ensure_language(Document.create("Baku", source_uri="a.txt"), SUPPORTED)
    with pytest.raises(LanguageError) as caught:
        ensure_language(Document.create("Baku " * 100_000, source_uri="a.txt"), SUPPORTED)
    assert "little" not in str(caught.value), "there is much of it"


def test_names_are_those_of_cldr() -> None:
    assert language_name("ckb") == "Central Kurdish"
    assert language_name("nonsense") == ""
