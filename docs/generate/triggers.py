"""The reference of a pack's triggers, by kind."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docs.generate.root import ROOT, code, head, row, table

if TYPE_CHECKING:
    from gencatan.language.triggers import Trigger

ENTRY = re.compile(r"^\[\[trigger\]\]", re.MULTILINE)


def triggers(language: str) -> str:
    """The page of the pack `language`."""
    from gencatan.language.pack import load_pack
    from gencatan.language.schema import ROLES
    from gencatan.model.vocabulary import KINDS

    pack = load_pack(language)
    by_kind: dict[str, list[Trigger]] = {kind: [] for kind in KINDS}
    for trigger in pack.triggers:
        by_kind[trigger.kind].append(trigger)
    words = sum(len(trigger.words) for trigger in pack.triggers)
    named = tomllib.loads((pack.path / "pack.toml").read_text(encoding="utf-8")).get("english_name", pack.name)
    parts = head(f"Triggers, {named}", f"`src/gencatan/language/{language}/triggers`")
    roles = ", ".join(map(code, ROLES))
    parts += [
        f"{len(pack.triggers)} entries, {words} words. *Settles*: what the word settles, the frame that fills other",
        "slots, the PLOVER type where it is not the usual one. *Needs*: the roles that must be filled, and with what",
        f"([roles](pack-keys.md#roles): {roles}). *Example*: a sentence of the entry's tests.",
        "",
    ]
    lines = dict(_lines(language))
    for kind, entries in by_kind.items():
        parts += [f"## `{kind}`", "", *table("entry", "words", "settles", "needs", "example")]
        parts += [_row(language, trigger, lines[trigger.name]) for trigger in entries]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _lines(language: str) -> Iterator[tuple[str, int]]:
    """The name of each entry and the line of its file that it begins in."""
    for path in sorted((ROOT / "src" / "gencatan" / "language" / language / "triggers").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        for n, found in enumerate(ENTRY.finditer(text)):
            yield f"{path.stem}[{n}]", text.count("\n", 0, found.start()) + 1


def _row(language: str, trigger: Trigger, line: int) -> str:
    file = trigger.name.partition("[")[0] + ".toml"
    link = f"[{file}:{line}](../../src/gencatan/language/{language}/triggers/{file}#L{line})"
    settles = [code(f"{key} {value}") for key, value in trigger.values.items()]
    settles += [code(f"status {trigger.status}")] if trigger.status else []
    settles += [code(flag) for flag in ("order", "pledge", "instrument") if getattr(trigger, flag)]
    settles += [code(f"→ {trigger.action}")] if trigger.action else []
    settles += [f"frame `{trigger.frame.name}`"]
    settles += [code("/".join(filter(None, trigger.plover)))] if trigger.plover else []
    needs = [f"{role}: {' '.join(wanted)}" for role, wanted in trigger.require.items()]
    example = trigger.examples[0].replace("{}", "…") if trigger.examples else ""
    words = ", ".join(trigger.words)
    return row(link, f"{trigger.part}: {_text(words)}", " ".join(settles), _text("; ".join(needs)), _text(example))


def _text(words: str) -> str:
    """Words that Markdown takes as they are."""
    return words.replace("*", "\\*").replace("_", "\\_").replace("<", "&lt;")
