"""Writes `actors/countries.toml` of a language pack: what CLDR calls each country in that language.

    python -m training.countries id en

Importing babel and asking it for 250 names takes longer than everything else a reader loads, so the names are
compiled once. Source: Unicode CLDR by way of babel; short names that news uses beside them stand in
`actors/nationalities.toml`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pycountry
from babel import Locale

PACKS = Path(__file__).parent.parent / "src" / "gencatan" / "language"
AND = {"en": "and", "id": "dan"}
KOSOVO = {"XK": "XKX"}


def names(locale: Locale, alpha2: str) -> list[str]:
    """CLDR's name, with a bracketed other name and an ampersand written out."""
    name = locale.territories.get(alpha2, "").replace("’", "'")
    first, _, other = name.partition(" (") if name.endswith(")") else (name, "", "")
    found = [first, other.rstrip(")")]
    found += [n.replace("&", AND.get(locale.language, "&")) for n in found if "&" in n]
    return [n for n in found if n]


def write(code: str) -> Path:
    """The file for the language `code`."""
    locale = Locale.parse(code)
    countries = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | KOSOVO
    lines = [
        "# Written by training/countries.py from Unicode CLDR (babel). Do not edit: add names to nationalities.toml."
    ]
    for alpha2, alpha3 in sorted(countries.items(), key=lambda item: item[1]):
        found = names(locale, alpha2)
        if found:
            lines.append(f"{alpha3} = [{', '.join(chr(34) + n + chr(34) for n in found)}]")
    path = PACKS / code / "actors" / "countries.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    for language in sys.argv[1:]:
        print(write(language))
