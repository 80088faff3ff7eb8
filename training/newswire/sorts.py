"""Nouns of a sort from a pack's `nouns.toml`, with their lemma and number."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final

import gencatan.language

PACKS: Final = Path(gencatan.language.__file__).parent
PLURALS: Final = {"en": ((r"ies$", "y"), (r"men$", "man"), (r"(?<=[sxzh])es$", ""), (r"(?<=[^s])s$", ""))}
"""How a plural is spelled, for telling it from the singular beside it in the file; Indonesian nouns have one form."""


@cache
def nouns_of(code: str, sort: str) -> list[tuple[str, str, str]]:
    """Form, lemma and `Sing` or `Plur` of the nouns that are of this sort alone. Raises KeyError for another sort."""
    table = tomllib.loads((PACKS / code / "nouns.toml").read_text(encoding="utf-8"))
    forms = [form for form in table[sort].split() if re.fullmatch(r"[a-z]{3,}", form) and not form.endswith("mans")]
    known = set(forms)
    found = []
    for form in forms:
        singular = next(
            (one for end, new in PLURALS.get(code, ()) if (one := re.sub(end, new, form)) != form and one in known), ""
        )
        found.append((form, singular or form, "Plur" if singular else "Sing"))
    return found
