"""How names are compared: one key for all spellings that differ only in case, accents or punctuation.

Invariants: `key` never raises; `key(key(x)) == key(x)`; words of a key are parted by single spaces.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ə": "e",
        "ǝ": "e",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ħ": "h",
        "ŋ": "ng",
        "\u0640": "",  # tatweel
    }
)
_SILENT: Final = frozenset("'’‘ʼʻʹʾʿ`´′ˈ.\u200c\u200d\u200e\u200f\u00ad")


def _is_accent(char: str) -> bool:
    code = ord(char)
    return 0x300 <= code <= 0x36F or 0x591 <= code <= 0x5C7 or 0x64B <= code <= 0x65F or code == 0x670


@lru_cache(maxsize=16384)
def key(name: str) -> str:
    """The form under which `name` is looked up: lower case, no accents, apostrophes, stops or double spaces."""
    if name.isascii() and name.isalpha():
        return name.lower()
    folded = unicodedata.normalize("NFKD", name).casefold()
    bare = "".join(char for char in folded if not _is_accent(char) and char not in _SILENT)
    # Folding can undo the decomposition, so decompose and strip once more: the key of a key is itself.
    bare = unicodedata.normalize("NFKD", bare.translate(_LETTERS))
    bare = "".join(char for char in bare if not _is_accent(char) and char not in _SILENT)
    spaced = "".join(char if char.isalnum() or unicodedata.category(char)[0] == "M" else " " for char in bare)
    return unicodedata.normalize("NFC", " ".join(spaced.split()))


def looks_like_acronym(name: str) -> bool:
    """At least two letters, all of them capitals: "U.S.", "UAE", "AS"."""
    letters = [char for char in name if char.isalpha()]
    return len(letters) >= 2 and all(char.isupper() for char in letters)
