"""Loads a language pack, data only, and says exactly which file and key breaks the schema (docs/language-packs.md)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final, Self

import tomli

from gencatan.errors import LanguageError, PackError
from gencatan.language.inflection import Form, Inflection, Undergone
from gencatan.language.nouns import UNKNOWN, Nouns
from gencatan.language.schema import check_keys
from gencatan.language.triggers import Frame, Hit, Trigger, TriggerIndex, Word
from gencatan.model.vocabulary import ENUM, KINDS, PLOVER, STATUSES, VALUES

ROOT: Final = Path(__file__).parent
COMPARING: Final = "comparing.toml"
"""Of what is read, how reports are compared: nothing is read with it."""
PARTS: Final = {"verbs": "verb", "nouns": "noun", "words": "word"}
ROLES: Final = ("subj", "obj", "iobj", "poss", "clause", "governor", "number", "many", "told", "then", "agent", "when")
FIELDS: Final = (
    "quiet_field", "quiet_hint", "loud_field", "war_field", "war_side_field", "borrowed_field", "fiction_field",
    "plot_field", "power_field", "grave_field",
)  # fmt: skip
"""Classes of a report's field, not of a noun."""
FLAGS: Final = ("order", "pledge", "instrument", "amid")
META: Final = (
    "kind",
    "frame",
    "require",
    "plover",
    "action",
    "status",
    "example",
    "examples",
    "not",
)


class Phrases(frozenset[str]):
    """A set of words and multiword expressions, looked up in running words.

    Itself the set of them, words separated by one blank: whether a word is in it is asked for every token many times.
    """

    def __new__(cls, phrases: Iterable[str] = ()) -> Self:
        """`phrases` in lower case, words separated by blanks."""
        return super().__new__(cls, (" ".join(parts) for phrase in phrases if (parts := phrase.lower().split())))

    def __init__(self, phrases: Iterable[str] = ()) -> None:
        """Sort them by their first words."""
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self:
            parts = tuple(phrase.split(" "))
            self._by_first.setdefault(parts[0], []).append(parts)
        for found in self._by_first.values():
            found.sort(key=len, reverse=True)
        self.firsts: frozenset[str] = frozenset(self._by_first)
        """The first words of all phrases."""
        self._longest = max((len(found[0]) for found in self._by_first.values()), default=0)

    def covers(self, words: Sequence[str], index: int, *, gap: int = 0) -> bool:
        """Whether some phrase of the set has `words[index]` as its first word and stands there whole.

        With `gap`, up to so many other words may stand between its words ("called the attack off").
        """
        for parts in self._by_first.get(words[index], ()):
            at = index + 1
            for part in parts[1:]:
                stop = min(len(words), at + gap + 1)
                while at < stop and words[at] != part:
                    at += 1
                if at >= stop:
                    break
                at += 1
            else:
                return True
        return False

    def ends(self, words: Sequence[str], index: int) -> bool:
        """Whether `words[index]` is the last word of some phrase that stands there whole."""
        starts = range(max(0, index + 1 - self._longest), index + 1)
        return any(words[n] in self.firsts and " ".join(words[n : index + 1]) in self for n in starts)

    def at(self, words: list[str], index: int) -> int:
        """How many words the longest phrase that starts at `index` has; 0 if none does."""
        for parts in self._by_first.get(words[index], ()):
            if tuple(words[index : index + len(parts)]) == parts:
                return len(parts)
        return 0


PIPELINES: Final = ("model", "second")
"""The folders of the trained pipelines; a pack may lack the second."""
NO_PHRASES: Final = Phrases()
NO_CLASSES: Final[frozenset[str]] = frozenset()


class _Grammar(dict[str, Phrases]):
    def __missing__(self, key: str) -> Phrases:
        return NO_PHRASES


@dataclass(frozen=True)
class Pack:
    """Everything that is known about one language, ready to read with."""

    code: str
    name: str
    path: Path
    noun_head: str
    office_first: bool
    inflection: Inflection
    classes: Mapping[str, frozenset[str]]
    membership: Mapping[str, frozenset[str]]
    nouns: Nouns
    compounds: Phrases
    frames: Mapping[str, Frame]
    triggers: tuple[Trigger, ...]
    index: TriggerIndex
    grammar: Mapping[str, Phrases]
    pronouns: Mapping[str, str]
    possessives: Mapping[str, str]
    abbreviations: frozenset[str]
    digest: str

    @property
    def model_paths(self) -> tuple[Path, ...]:
        """Where the trained pipeline lies, and the second one if the pack has it (`gencatan.reading.twice`)."""
        first, second = (self.path / name for name in PIPELINES)
        return (first, second) if second.is_dir() else (first,)

    @cached_property
    def words(self) -> Callable[[str], Phrases]:
        """A list of grammar words by its name; empty if the pack has none of that name."""
        return _Grammar(self.grammar).__getitem__

    def hits(self, words: list[Word]) -> list[Hit]:
        """Where triggers stand in the words of a sentence, idioms left out ("a cold war")."""
        found = self.index.scan(words)
        idioms = self.words("idioms")
        if not found or not idioms:
            return found
        lows = [word.text for word in words]
        spans = [(words[n].start, words[n + size - 1].end) for n in range(len(lows)) if (size := idioms.at(lows, n))]
        if not spans:
            return found
        return [hit for hit in found if not any(start <= hit.start and hit.end <= end for start, end in spans)]

    def classes_of(self, word: str) -> frozenset[str]:
        """The names of the classes that the lower-case `word` belongs to."""
        return self.membership.get(word, NO_CLASSES)

    @cached_property
    def plurals(self) -> Mapping[str, str]:
        """The forms of the nouns that classes list, to the word listed; none that is listed itself."""
        listed = self.membership
        forms = ((form, word) for word in sorted(listed) for form in self.inflection.bare_forms(word, "noun"))
        return {form: word for form, word in forms if form not in listed and " " not in form}

    @cached_property
    def possessive_endings(self) -> tuple[str, ...]:
        """The endings of nouns that say whose they are ("-nya")."""
        return tuple(clitic for clitic in self.inflection.clitics if clitic in self.possessives)

    def unowned(self, word: str) -> str:
        """A noun without the possessive at its end ("pasukannya": "pasukan"); the noun itself if it has none."""
        for ending in self.possessive_endings:
            if word.endswith(ending) and len(word) - len(ending) > len(ending):
                return word[: -len(ending)]
        return word

    def noun_classes(self, *words: str) -> frozenset[str]:
        """The classes of a noun, given as its forms: as listed, else by the first form whose sort is known."""
        listed = frozenset[str]().union(*(self.membership.get(word, NO_CLASSES) for word in words))
        return listed or next((found for word in words if (found := self.nouns.classes(word))), NO_CLASSES)

    def in_class(self, word: str, name: str) -> bool:
        """Whether the lower-case `word` belongs to the class `name` (without @)."""
        return word in self.classes.get(name, ())


def available() -> tuple[str, ...]:
    """The codes of the packs that ship with gencatan."""
    return tuple(sorted(p.parent.name for p in ROOT.glob("*/pack.toml")))


@cache
def load_pack(code: str) -> Pack:
    """The shipped pack for an ISO 639-1 code. Raises LanguageError where there is none, PackError if it is broken."""
    if code not in available():
        raise LanguageError(f"language {code!r} is not supported; supported: {', '.join(available())}")
    return read_pack(ROOT / code)


def read_pack(path: Path) -> Pack:
    """The pack in the folder `path`. Raises PackError that names file and key."""
    files = _Files(path)
    head = files.table("pack.toml")
    code = files.text("pack.toml", head, "code")
    noun_head = str(head.get("noun_head", "last"))
    if noun_head not in ("first", "last"):
        raise PackError(f"{path / 'pack.toml'}: noun_head: {noun_head!r} is neither 'first' nor 'last'")
    inflection = _inflection(files)
    classes, takers = _classes(files, inflection)
    frames, defaults = _frames(files)
    nouns = _nouns(files, takers)
    triggers = tuple(_triggers(files, frames, defaults, classes, nouns))
    index = TriggerIndex(triggers, inflection, noun_head)
    grammar, pronouns, possessives = _grammar(files, inflection, index.voices)
    abbreviations = files.table("sentences.toml", optional=True).get("abbreviations", [])
    files.table(COMPARING, optional=True)  # read where reports are compared; a slip shows here
    return Pack(
        code=code,
        name=files.text("pack.toml", head, "name"),
        path=path,
        noun_head=noun_head,
        office_first=bool(head.get("office_first", False)),
        inflection=inflection,
        classes=classes,
        membership=_membership(classes),
        nouns=nouns,
        compounds=Phrases(w for name, words in classes.items() if name not in FIELDS for w in words if " " in w),
        frames=frames,
        triggers=triggers,
        index=index,
        grammar=grammar,
        pronouns=pronouns,
        possessives=possessives,
        abbreviations=frozenset(str(a).rstrip(".").lower() for a in abbreviations),
        digest=files.digest(),
    )


class _Files:
    """The TOML files of one pack, and the digest of all that it reads with."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def table(self, name: str, *, optional: bool = False) -> dict[str, Any]:
        path = self.root / name
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            if optional:
                return {}
            raise PackError(f"{path}: the pack has no such file") from None
        except OSError as error:
            raise PackError(f"{path}: {error.strerror}") from error
        try:
            table = tomli.loads(raw.decode("utf-8"))
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(f"{path}: {error}") from error
        check_keys(path, name, table)
        return table

    def text(self, name: str, table: Mapping[str, Any], key: str) -> str:
        value = table.get(key)
        if not isinstance(value, str) or not value:
            raise PackError(f"{self.root / name}: {key}: a text is needed")
        return value

    def texts(self, name: str, value: Any, key: str) -> list[str]:
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise PackError(f"{self.root / name}: {key}: a list of texts is needed")
        return value

    def digest(self) -> str:
        """Of all tables that the pack is read with, and of what its trained pipelines say of themselves."""
        tables = (
            path.relative_to(self.root).as_posix()
            for level in ("*", "*/*")
            for path in self.root.glob(f"{level}.toml")
            if path.name != COMPARING
        )
        metas = (f"{name}/meta.json" for name in PIPELINES if (self.root / name).is_dir())
        found = hashlib.sha256()
        for name in (*sorted(tables), *metas):
            try:
                raw = (self.root / name).read_bytes()
            except OSError as error:
                raise PackError(f"{self.root / name}: {error.strerror}") from error
            found.update(name.encode() + b"\0" + hashlib.sha256(raw).digest())
        return found.hexdigest()[:16]


def _inflection(files: _Files) -> Inflection:
    name = "inflection.toml"
    table = files.table(name, optional=True)
    rules: dict[str, tuple[tuple[re.Pattern[str], tuple[Form, ...]], ...]] = {}
    for part in ("verb", "noun"):
        built = []
        for n, rule in enumerate(table.get(part, [])):
            try:
                pattern = re.compile(rule["pattern"])
                forms = tuple((str(template), str(voice)) for template, voice in rule["forms"])
                for template, _ in forms:
                    re.sub(pattern, template, "")
            except (KeyError, TypeError, ValueError, re.error) as error:
                raise PackError(f"{files.root / name}: {part}[{n}]: {error}") from error
            built.append((pattern, forms))
        rules[part] = tuple(built)
    for key, known in (
        ("irregular", rules),
        ("clitics", ("suffixes",)),
        ("undergone", ("pronouns", "stems", "states", "openers")),
    ):
        for inner in table.get(key, {}):
            if inner not in known:
                raise PackError(f"{files.root / name}: {key}.{inner}: unknown key")
    irregular = {
        part: {word: tuple((str(f), str(v)) for f, v in forms) for word, forms in words.items()}
        for part, words in table.get("irregular", {}).items()
    }
    of = table.get("undergone", {})
    pronouns, states, openers = (frozenset(of.get(key, ())) for key in ("pronouns", "states", "openers"))
    undergone = Undergone(pronouns, of.get("stems", {}), states, openers)
    return Inflection(rules, irregular, tuple(table.get("clitics", {}).get("suffixes", [])), undergone)


def _classes(files: _Files, inflection: Inflection) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """The words of each class, and the sorts of `nouns.toml` that it takes in (`~sort`)."""
    name = "classes.toml"
    raw = {key: files.texts(name, value, key) for key, value in files.table(name).items()}

    def members(key: str, path: tuple[str, ...]) -> set[str]:
        if key not in raw or key in path:
            raise PackError(f"{files.root / name}: {path[-1] if path else key}: no class @{key}, or a circle")
        found: set[str] = set()
        for word in raw[key]:
            if word.startswith("@"):
                found |= members(word[1:], (*path, key))
            elif word.startswith("~"):
                found.add(word)
            else:
                found.add(word.lower())
                found.update(form for form, _ in inflection.forms(word.lower(), "noun"))
        return found

    found = {key: members(key, ()) for key in raw}
    takers = {key: frozenset(word[1:] for word in words if word[0] == "~") for key, words in found.items()}
    return {key: frozenset(word for word in words if word[0] != "~") for key, words in found.items()}, takers


def _nouns(files: _Files, takers: Mapping[str, frozenset[str]]) -> Nouns:
    name = "nouns.toml"
    table = {key: files.text(name, raw, key) for raw in [files.table(name, optional=True)] for key in raw}
    sorts = {sort for key in table for sort in key.split("_")} | {UNKNOWN}
    for key, taken in takers.items():
        if table and taken - sorts:
            raise PackError(f"{files.root / 'classes.toml'}: {key}: ~{min(taken - sorts)}: no such sort in {name}")
    return Nouns(table, takers)


def _membership(classes: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """The classes of each word: the same table the other way round, but for those that say nothing of what it names."""
    found: dict[str, set[str]] = {}
    for name, words in classes.items():
        for word in words if name not in FIELDS else ():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _frames(files: _Files) -> tuple[dict[str, Frame], dict[str, str]]:
    name = "frames.toml"
    known = {slot for slots in KINDS.values() for slot in slots}
    frames: dict[str, Frame] = {}
    defaults: dict[str, str] = {}
    for key, table in files.table(name).items():
        if key == "default":
            for kind, value in table.items():
                for part, frame in value.items() if isinstance(value, dict) else [("", value)]:
                    defaults[f"{kind}.{part}" if part else kind] = frame
            continue
        slots: dict[str, tuple[str, ...]] = {}
        flat: dict[str, object] = {}  # in the order of the file: what comes first fills a slot first
        for role, value in table.items():
            flat |= {f"prep.{p}": v for p, v in value.items()} if role == "prep" else {role: value}
        for role, value in flat.items():
            if role not in ROLES and not role.startswith("prep."):
                raise PackError(f"{files.root / name}: {key}.{role}: no such role")
            slots[role] = tuple(str(value).split("|"))
            for slot in slots[role]:
                if slot not in known and slot not in ("place", "date", "none"):
                    raise PackError(f"{files.root / name}: {key}.{role}: no slot {slot!r}")
        frames[key] = Frame(key, slots)
    for key, frame in defaults.items():
        if frame not in frames:
            raise PackError(f"{files.root / name}: default.{key}: no frame {frame!r}")
    return frames, defaults


def _triggers(
    files: _Files,
    frames: Mapping[str, Frame],
    defaults: Mapping[str, str],
    classes: Mapping[str, frozenset[str]],
    nouns: Nouns,
) -> Iterable[Trigger]:
    for path in sorted((files.root / "triggers").glob("*.toml")):
        name = f"triggers/{path.name}"
        for n, entry in enumerate(files.table(name).get("trigger", [])):
            where = f"{files.root / name}: trigger[{n}]"
            given = [part for part in PARTS if part in entry]
            if len(given) != 1:
                raise PackError(f"{where}: one of verbs, nouns, words is needed")
            words = files.texts(name, entry[given[0]], f"trigger[{n}].{given[0]}")
            part = PARTS[given[0]]
            kind = entry.get("kind")
            if kind not in KINDS:
                raise PackError(f"{where}: kind: {kind!r} is not one of {', '.join(KINDS)}")
            values = _values(where, entry, kind)
            frame = entry.get("frame") or defaults.get(f"{kind}.{part}") or defaults.get(kind) or ""
            if frame not in frames:
                raise PackError(f"{where}: frame: no frame {frame!r}")
            require = _require(where, entry, classes)
            examples = entry.get("examples") or ([entry["example"]] if "example" in entry else [])
            yield Trigger(
                name=f"{path.stem}[{n}]",
                part=part,
                words=tuple(w.lower() for w in words),
                kind=kind,
                values=values,
                frame=frames[frame],
                plover=_plover(where, entry),
                require=require,
                sorts=_sorts(require, nouns),
                action=_checked(where, "action", entry.get("action"), VALUES["obligation", "action"]),
                order=bool(entry.get("order")),
                pledge=bool(entry.get("pledge")),
                instrument=bool(entry.get("instrument")),
                amid=bool(entry.get("amid")),
                status=_checked(where, "status", entry.get("status"), STATUSES),
                examples=tuple(examples),
                silent=tuple(entry.get("not", ())),
            )


def _checked(where: str, key: str, value: Any, allowed: tuple[str, ...]) -> str | None:
    if value is None:
        return None
    if value not in allowed:
        raise PackError(f"{where}: {key}: {value!r} is not one of {', '.join(allowed)}")
    return str(value)


def _values(where: str, entry: Mapping[str, Any], kind: str) -> dict[str, str]:
    values: dict[str, str] = {}
    slots = KINDS[kind]
    for key, value in entry.items():
        if key in PARTS or (key in META and not (key == "action" and kind == "obligation")) or key in FLAGS:
            continue
        if slots.get(key) != ENUM:
            raise PackError(f"{where}: {key}: {kind} has no such enumerated slot")
        checked = _checked(where, key, value, VALUES[kind, key])
        if checked:
            values[key] = checked
    return values


def _plover(where: str, entry: Mapping[str, Any]) -> tuple[str, str] | None:
    if "plover" not in entry:
        return None
    type_, _, mode = str(entry["plover"]).partition("/")
    if type_ not in PLOVER or (mode and mode not in PLOVER[type_]):
        raise PackError(f"{where}: plover: {entry['plover']!r} is no PLOVER type or mode")
    return type_, mode


def _require(where: str, entry: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    require: dict[str, tuple[str, ...]] = {}
    flat = dict(entry.get("require", {}))
    flat |= {f"prep.{p}": v for p, v in flat.pop("prep", {}).items()}
    for role, value in flat.items():
        if role not in ROLES and not role.startswith("prep."):
            raise PackError(f"{where}: require.{role}: no such role")
        wanted = tuple(value) if isinstance(value, list) else (str(value),)
        for word in wanted:
            if word.lstrip("!").startswith("@") and word.lstrip("!@") not in classes:
                raise PackError(f"{where}: require.{role}: no class {word}")
        require[role] = tuple(w.lower() for w in wanted)
    return require


def _sorts(require: Mapping[str, tuple[str, ...]], nouns: Nouns) -> dict[str, tuple[str, ...]]:
    """For each role the sorts that its list stands for: those of its words, and "unknown" where a class takes it in."""
    found: dict[str, tuple[str, ...]] = {}
    for role, wanted in require.items():
        unknown = any(UNKNOWN in nouns.taken(want[1:]) for want in wanted if want[0] == "@")
        found[role] = (*(f"~{sort}" for sort in nouns.common(wanted)), *((f"~{UNKNOWN}",) if unknown else ()))
    return {role: sorts for role, sorts in found.items() if sorts}


def _grammar(
    files: _Files, inflection: Inflection, voices: dict[str, str]
) -> tuple[dict[str, Phrases], dict[str, str], dict[str, str]]:
    name = "grammar.toml"
    table = files.table(name)
    pronouns = {str(k).lower(): str(v) for k, v in table.pop("pronouns", {}).items()}
    possessives = {str(k).lower(): str(v) for k, v in table.pop("possessives", {}).items()}
    grammar: dict[str, Phrases] = {}
    for key, value in table.items():
        phrases = [p.lower() for p in files.texts(name, value, key)]
        if key.startswith("verbs_"):
            inflected = []
            for phrase in phrases:
                first, *rest = phrase.split()
                for form, voice in inflection.forms(first, "verb"):
                    inflected.append(" ".join([form, *rest]))
                    if voice:
                        voices.setdefault(form, voice)
            phrases = inflected
        grammar[key] = Phrases(phrases)
    return grammar, pronouns, possessives
