"""What is known about actors: the language-neutral registry and the words of one language, read from TOML.

`language/registry/*.toml` names bodies, groups, persons, regions and states with stable ids; a pack's `actors/*.toml`
adds its language's names for them and the words for offices, bodies and forces. A file that breaks the schema raises
PackError with file and key. docs: `language/registry/SOURCES.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

import tomli

from gencatan.errors import PackError
from gencatan.language import pack as packs
from gencatan.language.schema import check_keys
from gencatan.reading.actors.words import PhraseTable, acronym, fold

REGISTRY: Final = packs.ROOT / "registry"
SECTORS: Final = frozenset(
    """COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL
    SOC""".split()  # noqa: SIM905 (a list of 25 strings is harder to read)
)
KINDS: Final = ("organisation", "media", "body", "people", "authority", "group")
MARKS: Final = tuple(
    """genitive location conjunction foreign stop determiners definite possessive former local ethnic
    peacekeeping monitors country groups media members ours persons""".split()  # noqa: SIM905 (as above)
)
WORD_SETS: Final = (
    "bound",
    "particles",
    "possessive_endings",
    "body_prepositions",
    "body_joiners",
    "also_words",
    "attending",
    "following",
    "groups",
    "elsewhere",
)


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the registry. `kind` is one of KINDS, or "state", "person", "region"."""

    id: str
    kind: str
    name: str
    country: str | None = None
    sector: str | None = None
    of: str = ""
    authority: str = ""
    forces: str = ""
    years: tuple[int, int] = (0, 9999)

    @property
    def root(self) -> str:
        """The state, body or group that it belongs to, or is."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a known actor. `how`: "name", "adjective", "people" (its citizens), "seat" (a capital), or "organ"
    (only beside its parent). `exact`: only in these capitals; `plain`: no capitals needed."""

    known: Known
    how: str = "name"
    exact: str = ""
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Function:
    """A word for a body, a force or an office: its PLOVER sector, "" if it has none of its own."""

    sector: str
    part: str
    norm: str


@dataclass(slots=True)
class Registry:
    """All names and function words that one language's mentions are read with."""

    names: PhraseTable[Name] = field(default_factory=PhraseTable)
    functions: PhraseTable[Function] = field(default_factory=PhraseTable)
    marks: PhraseTable[str] = field(default_factory=PhraseTable)
    body_names: dict[str, str] = field(default_factory=dict)
    sets: dict[str, frozenset[str]] = field(default_factory=dict)
    nationalities: dict[str, str] = field(default_factory=dict)
    actors: dict[str, Known] = field(default_factory=dict)
    capitals: dict[str, str] = field(default_factory=dict)  # ISO alpha-3 → name
    head: str = "last"


class Table:
    """One TOML file, read with errors that name file and key."""

    def __init__(self, path: Path) -> None:
        """Read the file; a missing one raises PackError too."""
        self.path = path
        try:
            self.data: dict[str, Any] = tomli.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            raise PackError(f"{path}: there is no such file") from None
        except OSError as error:
            raise PackError(f"{path}: {error.strerror}") from error
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(f"{path}: {error}") from error
        if path.parent.name == "actors":  # a pack's; the registry's own tables have ids for keys
            check_keys(path, f"actors/{path.name}", self.data)

    def fail(self, key: str, message: str) -> PackError:
        """The error for a value that is no good."""
        return PackError(f"{self.path}: {key}: {message}")

    def table(self, key: str, *, optional: bool = True) -> dict[str, Any]:
        """The table `key`, empty where there is none."""
        value = self.data.get(key)
        if value is None and optional:
            return {}
        if not isinstance(value, dict):
            raise self.fail(key, "a table is needed")
        return value

    def texts(self, key: str, value: Any) -> list[str]:
        """`value` as a list of texts."""
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.fail(key, "a list of texts is needed")
        return value

    def lists(self, key: str) -> Iterator[tuple[str, list[str]]]:
        """The table `key` of lists of texts."""
        for name, value in self.table(key).items():
            yield name, self.texts(f"{key}.{name}", value)


@cache
def load_registry(code: str, pack: Path) -> Registry:
    """The registry in the words of the pack in the folder `pack`, read once."""
    found = Registry(head=_head(pack))
    _actors(found)
    _states(found, code, pack)
    _regions(found)
    for path in sorted(REGISTRY.glob("persons*.toml")):
        _persons(found, Table(path))
    names = pack / "actors" / "names.toml"
    if names.exists():
        _translations(found, Table(names))
    _words(found, Table(pack / "actors" / "words.toml"), Table(pack / "actors" / "titles.toml"))
    return found


def _head(pack: Path) -> str:
    head = Table(pack / "pack.toml").data.get("noun_head", "last")
    return "first" if head == "first" else "last"


def _add(found: Registry, phrase: str, known: Known, how: str = "name") -> None:
    plain = phrase == phrase.lower()
    found.names.add(phrase, Name(known, how, phrase.replace(".", "") if acronym(phrase) else "", plain))


def _actors(found: Registry) -> None:
    for path in sorted(REGISTRY.glob("*.toml")):
        if path.stem in ("countries", "regions") or path.stem.startswith("persons"):
            continue
        table = Table(path)
        kind = table.data.get("kind")
        if kind not in KINDS:
            raise table.fail("kind", f"{kind!r} is not one of {', '.join(KINDS)}")
        for id_, entry in table.table("actors", optional=False).items():
            known, names = _actor(table, id_, entry, kind)
            if id_ in found.actors:
                raise table.fail(id_, "the id is given twice")
            found.actors[id_] = known
            for name in names:
                _add(found, name, known, "organ" if known.of else "name")
            if known.of and entry.get("alone"):
                for name in names:
                    _add(found, name, known)


def _actor(table: Table, id_: str, entry: Any, kind: str) -> tuple[Known, list[str]]:
    if not isinstance(entry, dict):
        raise table.fail(id_, "a table is needed")
    unknown = set(entry) - {"names", "country", "sector", "years", "of", "alone"}
    if unknown:
        raise table.fail(f"{id_}.{min(unknown)}", "no such key")
    names = table.texts(f"{id_}.names", entry.get("names"))
    country, sector = entry.get("country"), entry.get("sector")
    parts = id_.split("/")
    if len(parts[0]) == 3 and parts[0].isupper() and kind == "body":
        country, sector = parts[0], sector or parts[1]
    if kind == "media":
        sector = "JRN"
    if kind == "people":
        sector = "CVL"
    if sector is not None and sector not in SECTORS:
        raise table.fail(f"{id_}.sector", f"{sector!r} is no PLOVER sector")
    if country is not None and not (isinstance(country, str) and len(country) == 3 and country.isupper()):
        raise table.fail(f"{id_}.country", f"{country!r} is no ISO 3166-1 alpha-3 code")
    years = _years(table, f"{id_}.years", entry.get("years", []))
    return Known(id_, kind, names[0], country, sector, str(entry.get("of", "")), years=years), names


def _years(table: Table, key: str, value: Any) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) > 2 or not all(isinstance(v, int) for v in value):
        raise table.fail(key, "one or two years are needed")
    return (value[0] if value else 0, value[1] if len(value) > 1 else 9999)


def _states(found: Registry, code: str, pack: Path) -> None:
    facts = Table(REGISTRY / "countries.toml")
    compiled = pack / "actors" / "countries.toml"
    names: dict[str, list[str]] = {}
    if compiled.exists():
        table = Table(compiled)
        names = {iso: table.texts(iso, value) for iso, value in table.data.items()}
    else:
        names = _cldr(code)
    words = Table(pack / "actors" / "nationalities.toml")
    for source in (facts, words):
        for iso, more in source.lists("names"):
            names.setdefault(iso, []).extend(more)
    for iso, given in names.items():
        if not (len(iso) == 3 and iso.isupper()):
            raise words.fail(f"names.{iso}", "no ISO 3166-1 alpha-3 code")
        found.actors[iso] = Known(iso, "state", given[0], iso, "GOV")
        for name in given:
            _add(found, name, found.actors[iso])
            found.nationalities.setdefault(name.lower(), iso)
    for iso, forms in words.lists("adjectives"):
        known = _state(found, words, f"adjectives.{iso}", iso)
        for form in forms:
            _add(found, form, known, "adjective")
            found.nationalities[form.lower()] = iso
    suffix = words.data.get("people_suffix", "")
    unsuffixed = tuple(str(ending) for ending in words.data.get("people_suffix_not_after", []))
    if suffix:
        for iso, forms in words.lists("adjectives"):
            for form in forms:
                if f"{form}{suffix}".lower() not in found.nationalities and not form.endswith(unsuffixed):
                    _add(found, form + suffix, found.actors[iso], "people")
                    found.nationalities[f"{form}{suffix}".lower()] = iso
    for iso, forms in words.lists("people"):
        known = _state(found, words, f"people.{iso}", iso)
        for form in forms:
            _add(found, form, known, "people")
            found.nationalities[form.lower()] = iso
    _seats(found, facts, ("capitals", "seats"))
    found.capitals.update((iso, towns[0]) for iso, towns in facts.lists("other_capitals"))
    capitals = pack / "actors" / "capitals.toml"
    if capitals.exists():
        _seats(found, Table(capitals), ("capitals",))


def _state(found: Registry, table: Table, key: str, iso: str) -> Known:
    if iso not in found.actors:
        raise table.fail(key, "no country has this code")
    return found.actors[iso]


def _seats(found: Registry, table: Table, keys: tuple[str, ...]) -> None:
    for key in keys:
        for iso, seats in table.lists(key):
            known = _state(found, table, f"{key}.{iso}", iso)
            if key == "capitals":
                found.capitals[iso] = seats[0]
            for seat in seats:
                if seat not in found.names:
                    _add(found, seat, known, "seat")


def _cldr(code: str) -> dict[str, list[str]]:
    """Country names of a language whose pack has no compiled ones, from babel (slow to import)."""
    import pycountry
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(code).territories
    except (ValueError, UnknownLocaleError) as error:
        raise PackError(f"{code}: CLDR does not know this language: {error}") from error
    codes = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}  # Kosovo: the code in common use
    return {alpha3: [territories[alpha2]] for alpha2, alpha3 in codes.items() if alpha2 in territories}


def _regions(found: Registry) -> None:
    table = Table(REGISTRY / "regions.toml")
    for key, entry in table.table("regions", optional=False).items():
        names = table.texts(f"regions.{key}.names", entry.get("names"))
        for part in ("authority", "forces"):
            if part in entry and entry[part] not in found.actors:
                raise table.fail(f"regions.{key}.{part}", f"no actor {entry[part]!r}")
        if "authority" not in entry:
            raise table.fail(f"regions.{key}.authority", "an actor's id is needed")
        known = Known(key, "region", names[0], authority=entry["authority"], forces=entry.get("forces", ""))
        found.actors.setdefault(f"region:{key}", known)
        for name in names:
            _add(found, name, known)
        for seat in table.texts(f"regions.{key}.seats", entry.get("seats", [])):
            _add(found, seat, known, "seat")


def _persons(found: Registry, table: Table) -> None:
    for id_, rows in table.table("persons", optional=False).items():
        actor = found.actors.get(id_)
        parts = id_.split("/")
        if actor is None and parts[0] not in found.actors:
            raise table.fail(f"persons.{id_}", "no such actor")
        for row in rows:
            years = row[1] if isinstance(row, list) and len(row) > 1 else None
            if not isinstance(years, str) or not all(isinstance(r, str) and r for r in row):
                raise table.fail(f"persons.{id_}", f"{row!r} is not [name, years, other names …]")
            first, dash, last = years.partition("-")
            if not first.isdigit() or (last and not last.isdigit()):
                raise table.fail(f"persons.{id_}", f"{years!r} is neither 1994, 1994- nor 1994-2005")
            country = actor.country if actor else parts[0]
            sector = actor.sector if actor else (parts[1] if len(parts) > 1 else None)
            term = (int(first), int(last) if last else 9999 if dash else int(first))
            known = Known(id_, "person", row[0], country, sector, years=term)
            for name in (row[0], *row[2:]):
                _add(found, name, known)


def _translations(found: Registry, table: Table) -> None:
    for id_, names in table.lists("names"):
        known = found.actors.get(id_) or found.actors.get(f"region:{id_}")
        if known is None:
            raise table.fail(f"names.{id_}", "no such actor")
        for name in names:
            _add(found, name, known)
    for id_, names in table.lists("organs"):
        known = found.actors.get(id_)
        if known is None or not known.of:
            raise table.fail(f"organs.{id_}", "no such organ")
        for name in names:
            _add(found, name, known, "organ")


def _words(found: Registry, words: Table, titles: Table) -> None:
    for table, key, part in ((titles, "offices", "office"), (words, "sectors", "body")):
        for sector, phrases in table.lists(key):
            if sector != "any" and sector not in SECTORS:
                raise table.fail(f"{key}.{sector}", "no PLOVER sector")
            for phrase in phrases:
                found.functions.add(phrase, Function("" if sector == "any" else sector, part, fold(phrase)))
    for phrase in titles.texts("modifiers", titles.data.get("modifiers", [])):
        found.functions.add(phrase, Function("", "modifier", fold(phrase)))
    for mark in MARKS:
        for phrase in words.texts(mark, words.data.get(mark, [])):
            found.marks.add(phrase, mark)
    for phrase in titles.texts("diplomats", titles.data.get("diplomats", [])):
        found.marks.add(phrase, "diplomats")
    for key in WORD_SETS:
        found.sets[key] = frozenset(fold(w) for w in words.texts(key, words.data.get(key, [])))
    for sector, phrases in words.lists("names"):
        if sector != "any" and sector not in SECTORS:
            raise words.fail(f"names.{sector}", "no PLOVER sector")
        for phrase in phrases:
            found.body_names.setdefault(fold(phrase), "" if sector == "any" else sector)


def known_ids(found: Registry) -> Mapping[str, Known]:
    """All actors of the registry by id (regions excepted: they are places, not actors)."""
    return {id_: known for id_, known in found.actors.items() if known.kind != "region"}
