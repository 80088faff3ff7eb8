"""The reference of a pack's files: every key, from the schema that the loaders refuse by."""

from __future__ import annotations

from collections.abc import Mapping

from docs.generate.root import code, head, row, table

OPTIONAL = ("inflection.toml", "sentences.toml", "comparing.toml", "actors/names.toml", "actors/capitals.toml")


def keys() -> str:
    """The page."""
    from gencatan.language.schema import CLASSES, DATE_CLASSES, DATE_SHAPES, KEYS, ROLES, TRIGGER
    from gencatan.model.vocabulary import KINDS

    parts = head("Keys of a language pack", "`gencatan.language.schema`, by which the loaders refuse any other key")
    parts += [
        "[Language packs](../language-packs.md) says how they work together. Beside these, `classes.toml` maps names of"
    ]
    parts += [
        "the pack's choice to lists of words, `frames.toml` names of frames to roles, and `actors/countries.toml` ISO"
    ]
    parts += [
        "alpha-3 codes to names; without it the names are CLDR's. A pack may lack "
        + ", ".join(map(code, OPTIONAL))
        + "."
    ]
    for file, meanings in KEYS.items():
        parts += ["", f"## `{file}`", "", *_listed("key", meanings)]
        if file == "triggers/*.toml":
            parts += ["", "### Keys of an entry", "", *_listed("key", TRIGGER)]
            parts += ["", "An enumerated slot of the kind (`" + "`, `".join(_enumerated(KINDS)) + "`) is a key too:"]
            parts += ["what the word settles. Their values are in [kinds](kinds.md)."]
        if file == "dates.toml":
            parts += [
                "",
                "### Classes with values",
                "",
                "Built in: `n` a number, `nth` an ordinal, `day`, `month_no`, `year`,",
            ]
            parts += [
                "`year.likely`, `year2` digits, `word` any word. `month.short` and the like are sorts of a class.",
                "",
            ]
            parts += [*_listed("class", DATE_CLASSES), "", "### Shapes", "", *_listed("shape", DATE_SHAPES)]
    parts += ["", "## Roles", "", "In `frames.toml` and in `require`.", "", *_listed("role", ROLES)]
    parts += [
        "",
        "## Classes that the code asks for",
        "",
        "Any other class is there for the pack's own `require`. A pack that",
    ]
    parts += ["lacks one of these loses only what hangs on it.", "", *_listed("class", CLASSES)]
    return "\n".join(parts) + "\n"


def _listed(what: str, meanings: Mapping[str, str]) -> list[str]:
    return [*table(what, "meaning"), *(row(code(key), meaning) for key, meaning in meanings.items())]


def _enumerated(kinds: Mapping[str, Mapping[str, str]]) -> list[str]:
    return sorted({slot for slots in kinds.values() for slot, type_ in slots.items() if type_ == "enum"})
