"""Which language a text is in: by its script, then by its function words; small, deterministic, offline.

Enough to tell the languages that have a pack from each other and to name one that has none. The choice leans
towards a supported language where two are close, and says "undetermined" rather than guess from a few words.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from gencatan.errors import LanguageError
from gencatan.model import Document

# Vowel signs and marks of Indic and Arabic scripts are parts of words, though no letters to `\w`.
_LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f\u064b-\u065f\u0900-\u0903\u093a-\u0957])"
_WORD = re.compile(f"{_LETTER}+(?:['’\\-]{_LETTER}+)*")
_SAMPLE: Final = 20_000
_SCRIPT_SHARE: Final = 0.5
_KANA_SHARE: Final = 0.25
_MIN_SHARE: Final = 0.04
_LETTER_WEIGHT: Final = 0.15
_MIN_HITS: Final = 2
_LEAN: Final = 1.3
_CLOSE_MARKS: Final = 2
_CLOSE_RATIO: Final = 2


@dataclass(frozen=True)
class _ClosePair:
    prefer: str
    other: str
    prefer_words: frozenset[str]
    other_words: frozenset[str]


@dataclass(frozen=True)
class _Profiles:
    weights: Mapping[str, Mapping[str, float]]
    letters: Mapping[str, tuple[str, ...]]
    scripts: tuple[tuple[str, re.Pattern[str]], ...]
    close: tuple[_ClosePair, ...]


def detect_language(text: str, supported: Sequence[str]) -> str:
    """The code of the language of `text`, which is one of `supported`.

    Raises LanguageError for any other language, which it names, and for a text too short or too mixed to tell.
    """
    code = identify(text, prefer=supported)
    if code is None:
        raise LanguageError(
            "the language cannot be told from its words; say which it is with --language "
            f"(supported: {_listed(supported)})"
        )
    return _supported(code, supported, "")


def ensure_language(document: Document, supported: Sequence[str]) -> Document:
    """`document` with its language known and in `supported`, detected if it says none.

    Raises LanguageError that names the document, the language and what is supported.
    """
    where = document.source_uri or document.id
    if document.language:
        code = _supported(normalise_language(document.language), supported, where)
    else:
        try:
            code = detect_language(document.text, supported)
        except LanguageError as error:
            raise LanguageError(str(error), source=where) from error
    return document if code == document.language else document.with_language(code)


def _supported(code: str, supported: Sequence[str], where: str) -> str:
    if code in supported:
        return code
    name = language_name(code)
    shown = f"{code[:35]} ({name})" if name else repr(code[:35])
    raise LanguageError(f"the language {shown} is not supported; supported: {_listed(supported)}", source=where)


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(sorted(codes))


def identify(text: str, *, prefer: Sequence[str] = ()) -> str | None:
    """The most likely language of `text`, leaning towards `prefer`; None if unclear."""
    sample = text[:_SAMPLE]
    profiles = _profiles()
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    letters = sum(map(len, words))
    if not letters:
        return None
    for code, pattern in profiles.scripts:
        # Japanese mixes its own letters with Chinese ones: a smaller part is enough, as no one else has any.
        share = _KANA_SHARE if code == "ja" else _SCRIPT_SHARE
        if sum(map(len, pattern.findall(sample))) > share * letters:
            return code
    scores = _scores(Counter(words), profiles)
    if not scores:
        return None
    best = max(scores, key=lambda code: (scores[code][0], code in prefer, code))
    for code in prefer:
        if code in scores and scores[code][0] * _LEAN >= scores[best][0] and best not in prefer:
            best = code
    score, hits = scores[best]
    if hits < _MIN_HITS or score < _MIN_SHARE * len(words):
        return None
    return _part_close(best, words, profiles.close)


def _scores(counts: Mapping[str, int], profiles: _Profiles) -> dict[str, tuple[float, int]]:
    """By language: how much its words and letters weigh in the text, and how many words have a say."""
    totals: dict[str, tuple[float, int]] = {}
    for word, count in counts.items():
        for code, weight in profiles.weights.get(word, {}).items():
            score, hits = totals.get(code, (0.0, 0))
            totals[code] = (score + weight * count, hits + 1)
        for code in {code for letter in word for code in profiles.letters.get(letter, ())}:
            score, hits = totals.get(code, (0.0, 0))
            totals[code] = (score + _LETTER_WEIGHT * count, hits + 1)
    return totals


def _part_close(best: str, words: Sequence[str], pairs: Iterable[_ClosePair]) -> str:
    for pair in pairs:
        if best not in (pair.prefer, pair.other):
            continue
        seen = set(words)
        for_other, for_prefer = len(seen & pair.other_words), len(seen & pair.prefer_words)
        strong = for_other >= _CLOSE_MARKS and for_other > _CLOSE_RATIO * for_prefer
        return pair.other if strong else pair.prefer
    return best


@cache
def _profiles() -> _Profiles:
    raw = tomllib.loads(files("gencatan.language").joinpath("profiles.toml").read_text(encoding="utf-8"))
    by_word: dict[str, list[str]] = {}
    for code, words in raw["words"].items():
        for word in dict.fromkeys(words.split()):
            by_word.setdefault(word, []).append(code)
    # A word of five languages says little about any. The halves of a close pair count as one language, or they
    # would lose to others merely for being two.
    twins = {pair["other"]: pair["prefer"] for pair in raw["close"]}
    weights = {
        word: dict.fromkeys(codes, 1 / len({twins.get(code, code) for code in codes}) ** 0.5)
        for word, codes in by_word.items()
    }
    scripts = tuple(
        (code, re.compile("[" + "".join(f"\\u{a}-\\u{b}" for a, b in map(_bounds, ranges)) + "]+"))
        for code, ranges in raw["scripts"].items()
    )
    close = tuple(
        _ClosePair(
            pair["prefer"],
            pair["other"],
            frozenset(pair["prefer_words"].split()) - frozenset(pair["other_words"].split()),
            frozenset(pair["other_words"].split()) - frozenset(pair["prefer_words"].split()),
        )
        for pair in raw["close"]
    )
    letters: dict[str, tuple[str, ...]] = {}
    for code, own in raw["letters"].items():
        for letter in own:
            letters[letter] = (*letters.get(letter, ()), code)
    return _Profiles(weights, letters, scripts, close)


def _bounds(limits: str) -> tuple[str, str]:
    first, _, last = limits.partition("-")
    return first, last


def normalise_language(tag: str) -> str:
    """The ISO 639-1 code of a language tag or English name: `en-US`, `ind`, `Indonesian`, `in` (the old code).

    What is no known language comes back in lower case, to be named in an error.
    """
    lowered = tag.strip().lower().replace("_", "-")
    primary = lowered.split("-")[0].split(".")[0]
    if primary == "in":
        return "id"
    if len(primary) == 2 and primary.isalpha():
        return primary
    if lowered.startswith("bahasa "):
        lowered = {"bahasa indonesia": "indonesian", "bahasa melayu": "malay"}.get(lowered, lowered)
    import pycountry

    for key in (lowered, primary):
        try:
            found = pycountry.languages.lookup({"malay": "msa", "zsm": "msa"}.get(key, key))
        except LookupError:
            continue
        return str(getattr(found, "alpha_2", None) or found.alpha_3)
    return lowered


def language_name(code: str) -> str:
    """The English name of a language code by CLDR, "" if it has none."""
    from babel import Locale

    return str(Locale("en").languages.get(code, ""))
