"""Labelled pairs of claims: which of the things that reports tell of are one. CC BY 4.0.

`reports.jsonl` are variations of the bundled reports and others like them (other outlets, languages, days, tolls; other
events close in time, place and kind), `bundled.json` labels the bundled ones. A label is an anchor, words of the
claim's evidence or just around it, and the thing; agreements' things begin with `a:`, meetings' with `m:`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import gencatan
from gencatan.model import Document, Head, Record

HERE = Path(__file__).parent
BUNDLED = HERE.parents[1] / "src" / "gencatan" / "reports"
_KINDS = {"a": ("agreement",), "m": ("meeting",)}


@cache
def reader() -> gencatan.Reader:
    return gencatan.Reader()


def sources() -> Iterator[tuple[dict[str, Any], list[list[str]]]]:
    for line in (HERE / "reports.jsonl").read_text(encoding="utf-8").splitlines():
        value = json.loads(line)
        yield value, value["things"]
    for name, things in json.loads((HERE / "bundled.json").read_text(encoding="utf-8")).items():
        value = json.loads((BUNDLED / f"{name}.json").read_text(encoding="utf-8"))
        yield value.get("document", value), things


def document(value: dict[str, Any]) -> Document:
    return Document.create(
        value["text"],
        id=value["id"],
        published=value["published"],
        language=value["language"],
        outlet=value["outlet"],
    )


@cache
def read_all() -> tuple[tuple[Record, ...], dict[str, str]]:
    """All claims, and the thing of each labelled one."""
    records: list[Record] = []
    things: dict[str, str] = {}
    for value, labels in sources():
        report = document(value)
        own = [Record(claim, Head.of(report)) for claim in reader().read(report)]
        records += own
        for anchor, thing in labels:
            at = report.text.index(anchor)
            for record in own:
                if record.claim.kind in _KINDS.get(thing.split(":")[0], ("event", "casualty")) and any(
                    span.start < at + len(anchor) and at < span.end for span in record.claim.evidence
                ):
                    things.setdefault(record.id, thing)
    return tuple(records), things


def pairs() -> list[tuple[Record, Record, bool]]:
    """Pairs of labelled claims of two reports that could be confused: of one sort, published within 20 days."""
    records, things = read_all()
    labelled = [record for record in records if record.id in things]
    found = []
    for one, other in combinations(sorted(labelled, key=lambda record: record.id), 2):
        mine, theirs = things[one.id], things[other.id]
        if one.head.id == other.head.id or _sort(mine) != _sort(theirs):
            continue
        if one.head.published and other.head.published and abs((one.head.published - other.head.published).days) <= 20:
            found.append((one, other, mine == theirs))
    return found


def _sort(thing: str) -> str:
    return thing.split(":")[0] if ":" in thing else ""
