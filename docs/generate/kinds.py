"""The reference of kinds: meaning, slots, values, and a sentence read live in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docs.generate.root import code, head, row, table

if TYPE_CHECKING:
    from gencatan import Reader

PUBLISHED = "2024-03-14"
# What each field of a claim's JSON object holds, in the order in which it is written.
FIELDS = {
    "id": "a hash of what was read: words, kind, slots, status; never of what they were resolved to",
    "document": "the id of the report: the one it came with, else a hash of its source and text",
    "kind": "one of the nine below",
    "slots": "those of its kind that the report fills",
    "status": "how it is meant, as above",
    "date": "null, or the words, their `offsets`, ISO days `start` and `end` (null: open, or not known), `precision`",
    "place": "null, or the words, `start` and `end` in the text, `name`, `country` (ISO 3166-1 alpha-3), `lat`, `lon`, "
    "`precision`, `geoname_id`, `region` (a contested place of our own list)",
    "attribution": "whom the report says it from, outermost first; empty: the report itself",
    "evidence": "the words that it rests on: each `text` with `start` and `end`, in code points of the report",
    "plover": "null, or `type` and `mode` of the PLOVER vocabulary",
    "confidence": "from 0 to 1: of the claims given 0.8, about 8 in 10 are right",
    "reader": "what read it: `name`, `version`, `rule`",
}
# Each must give a claim of its kind.
EXAMPLES = {
    "event": {
        "en": "Rebels shelled the town on Monday.",
        "id": "Pasukan pemerintah menyerang desa itu pada hari Senin.",
    },
    "casualty": {
        "en": "At least 32 civilians were killed in the attack, the mayor said.",
        "id": "Sedikitnya 32 warga sipil tewas dalam serangan itu, kata wali kota.",
    },
    "agreement": {
        "en": "The government and the rebels signed a ceasefire on Tuesday.",
        "id": "Pemerintah dan pemberontak menandatangani gencatan senjata pada hari Selasa.",
    },
    "obligation": {
        "en": "Under the agreement, the rebels must release all prisoners by Friday.",
        "id": "Berdasarkan perjanjian itu, pemberontak harus menyerahkan senjata paling lambat hari Jumat.",
    },
    "meeting": {
        "en": "Israeli and Lebanese officials will hold talks in Geneva on Friday.",
        "id": "Armenia dan Azerbaijan akan menggelar perundingan di Moskow pada hari Jumat.",
    },
    "statement": {
        "en": "France condemned the attack on the convoy.",
        "id": "Prancis mengutuk serangan terhadap konvoi itu.",
    },
    "territory": {
        "en": "Azerbaijani forces captured the town of Shusha on Sunday.",
        "id": "Pemberontak merebut sebagian besar distrik itu.",
    },
    "deployment": {
        "en": "Russia deployed 2,000 peacekeepers to the region.",
        "id": "Rusia mengerahkan 2.000 pasukan penjaga perdamaian ke wilayah itu.",
    },
    "mediation": {
        "en": "Norwegian envoys brokered the truce between Sri Lanka and the Tamil Tigers.",
        "id": "Qatar menjadi penengah antara Israel dan Hamas.",
    },
}


def kinds() -> str:
    """The page."""
    from gencatan import Reader
    from gencatan.model.meanings import KIND_MEANINGS, STATUS_MEANINGS, TYPE_MEANINGS
    from gencatan.model.vocabulary import HEDGES

    parts = head("Kinds of claim", "`gencatan.model.vocabulary` and `gencatan.model.meanings`; the examples are read")
    parts += [
        "Every claim has a kind, slots, a **status** and evidence; where the report says so a date, place and source.",
        "An unknown slot is absent. A **core** slot must be right for the claim to count as right in an evaluation.",
        "",
    ]
    parts += [*table("status", "meaning"), *(row(code(k), v) for k, v in STATUS_MEANINGS.items()), ""]
    parts += [*table("type of slot", "value"), *(row(k, v) for k, v in TYPE_MEANINGS.items()), ""]
    parts += ["A hedge is one of " + " ".join(map(code, HEDGES)) + ".", ""]
    reader = Reader()
    parts += _fields(reader)
    for kind, meaning in KIND_MEANINGS.items():
        parts += [f"## `{kind}`", "", f"{meaning[0].upper()}{meaning[1:]}.", "", *_slots(kind), *_values(kind)]
        for language, sentence in EXAMPLES[kind].items():
            parts += _example(reader, kind, language, sentence)
    return "\n".join(parts).rstrip() + "\n"


def _fields(reader: Reader) -> list[str]:
    """A claim as JSON lines have it, field by field."""
    from gencatan import Document

    document = Document.create(EXAMPLES["event"]["en"], language="en", published=PUBLISHED)
    written = list(reader.read(document)[0].to_dict())
    if written != list(FIELDS):
        raise RuntimeError(f"docs/generate/kinds.py: a claim has the fields {written}, described are {list(FIELDS)}")
    says = "As JSON (`gencatan read`, `claim.to_dict()`) a claim is one object; `--format json` has its report too."
    return [says, "", *table("field", "holds"), *(row(code(name), holds) for name, holds in FIELDS.items()), ""]


def _slots(kind: str) -> list[str]:
    from gencatan.evaluation.items import CORE
    from gencatan.model.meanings import SLOT_MEANINGS
    from gencatan.model.vocabulary import KINDS

    core = {name.partition(".")[0] for name in CORE[kind]}
    parts = table("slot", "type", "core", "meaning")
    for slot, type_ in KINDS[kind].items():
        parts.append(row(code(slot), type_, "core" if slot in core else "", SLOT_MEANINGS[kind, slot]))
    return [*parts, ""]


def _values(kind: str) -> list[str]:
    from gencatan.model.meanings import VALUE_MEANINGS
    from gencatan.model.vocabulary import KINDS

    rows = []
    for slot in KINDS[kind]:
        rows += [row(code(slot), code(value), says) for value, says in VALUE_MEANINGS.get((kind, slot), {}).items()]
    return [*table("slot", "value", "meaning"), *rows, ""] if rows else []


def _example(reader: Reader, kind: str, language: str, sentence: str) -> list[str]:
    from gencatan import Document

    document = Document.create(sentence, language=language, published=PUBLISHED)
    claim = next((claim for claim in reader.read(document) if claim.kind == kind), None)
    if claim is None:
        raise RuntimeError(f"docs/generate/kinds.py: no {kind} in {sentence!r}")
    told = claim.to_dict()
    read = [f"{slot}: {_shown(value)}" for slot, value in told["slots"].items()]
    for name in ("date", "place"):
        if told[name]:
            read.append(f"{name}: {_shown(told[name])}")
    if told["attribution"]:
        read.append(f"says who: {_shown(told['attribution'])}")
    return [f"> {sentence}", "", *(f"* {line}" for line in [f"status: `{told['status']}`", *read]), ""]


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return code(value)
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in value)
    if "hedge" in value:
        return f"“{value['text']}” ({value['min']} to {value['max']}, {value['hedge']})".replace("None", "open")
    more = (value.get("actor") or {}).get("id") or value.get("name") or ""
    if "precision" in value and "country" not in value:
        bounds = [value["start"] or "open", value["end"] or "open"]
        more = bounds[0] if bounds[0] == bounds[1] else " to ".join(bounds)
    return f"“{value['text']}”" + (f" (`{more}`)" if more and more != value["text"] else "")
