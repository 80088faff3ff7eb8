"""Annotated reports: what is refused names file, line and field; what is kept back is known to be."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from gencatan.errors import GencatanError, InputError, UsageError
from gencatan.evaluation.check import claim_offset
from gencatan.evaluation.gold import load_gold
from gencatan.evaluation.system import load_system
from tests.conftest import ROOT
from tests.evaluation.shared import GOLDEN

FOLDER = ROOT / "tests" / "golden"
ENTRY = {
    "document": {"id": "r1", "language": "en", "published": "2024-03-14", "text": "Rebels shelled the town on Monday."},
    "claims": [
        {"kind": "event", "anchor": "Rebels shelled", "slots": {"act": "shelling", "actor": [["Rebels"]]}},
        {"kind": "event", "anchor": "the town", "slots": {"act": ["attack", "shelling"]}, "place": "the town"},
    ],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """ENTRY with a field set; `...` takes it away."""
    entry: Any = copy.deepcopy(ENTRY)
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    holder = entry
    for part in parents:
        holder = holder[part]
    if value is ...:
        del holder[last]
    else:
        holder[last] = value
    return entry


def refused(path: Path, entry: Any, *, lines: bool = False) -> str:
    path.write_text(json.dumps(entry, indent=None if lines else 1), encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_gold([path])
    assert str(caught.value).startswith(str(path))
    return str(caught.value).removeprefix(str(path))


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("document", ..., ": field 'document' is missing"),
        ("document.id", 5, ": field 'document.id' is a number, not a string"),
        ("document.text", "", ": field 'document.text' is empty"),
        ("document.text", "Cafe\u0301\n", ": field 'document.text' is not Unicode NFC"),
        ("document.published", "Monday", ": field 'document.published' is \"Monday\", not an ISO date"),
        ("claims", {}, ": field 'claims' is an object, not a list"),
        ("claims.1", "attack", ", line 21: field 'claims[1]' is a string, not an object"),
        ("claims.1.kind", "battle", ", line 21: field 'claims[1].kind' is \"battle\", no kind; kinds: event"),
        ("claims.1.kind", ..., ", line 21: field 'claims[1].kind' is missing"),
        ("claims.0.statsu", "denied", ", line 9: field 'claims[0].statsu' is no field of a claim"),
        ("claims.0.slots", None, ", line 9: field 'claims[0].slots' is null, not an object"),
        ("claims.0.anchor", "rebels", ", line 9: field 'claims[0].anchor' is not in the text"),
        ("claims.0.status", "sure", ", line 9: field 'claims[0].status' is \"sure\"; one of asserted"),
        ("claims.0.slots.act", "bombing", ", line 9: field 'claims[0].slots.act' is \"bombing\"; one of attack"),
        ("claims.0.slots.actor", "Rebels", ", line 9: field 'claims[0].slots.actor' is a string, not a list"),
        ("claims.0.slots.actor", [3], ", line 9: field 'claims[0].slots.actor[0]' is neither a string nor a list"),
        ("claims.0.slots.count", {"min": "3"}, ", line 9: field 'claims[0].slots.count.min' is \"3\", not a whole"),
        ("claims.1.date", {"start": 2024}, ", line 21: field 'claims[1].date.start' is a number, not an ISO date"),
        ("kept_back", "yes", ": field 'kept_back' is neither true nor false"),
    ],
)
def test_what_is_no_annotated_report_is_named(tmp_path: Path, path: str, value: Any, said: str) -> None:
    assert refused(tmp_path / "r1.json", changed(path, value)).startswith(said)


def test_lines_are_named(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    bad = changed("claims.1.anchor", "nowhere")
    path.write_text(json.dumps(ENTRY) + "\n\n" + json.dumps(bad) + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl, line 3: field 'claims\[1\]\.anchor' is not in the text"):
        load_gold([path])
    path.write_text(json.dumps(ENTRY) + "\n{", encoding="utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl, line 2: is not valid JSON"):
        load_gold([path])


def test_what_is_no_json_is_named(tmp_path: Path) -> None:
    path = tmp_path / "r1.json"
    for data, said in ((b"[]", "a list"), (b'{\n"a": ]', "line 2"), (b"\xff\xfe", "byte offset 0"), (b"", "JSON")):
        path.write_bytes(data)
        with pytest.raises(InputError, match=said):
            load_gold([path])
    path.write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(InputError, match="not usable JSON"):
        load_gold([path])


def test_folders_and_missing_files(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "none.json", "does not exist"), (tmp_path, r"holds no \.json file")):
        with pytest.raises(InputError, match=said):
            load_gold([path])
    assert [r.entry for r in load_gold([FOLDER])] == GOLDEN
    assert len(load_gold([FOLDER, FOLDER / "id-damai-aceh-2005-08-15.json"])) == len(GOLDEN), "each file once"


def test_one_id_has_one_text(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps(ENTRY), encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(ENTRY), encoding="utf-8")
    assert len(load_gold([tmp_path])) == 2
    other = changed("document.text", ENTRY["document"]["text"] + " It rained.")  # type: ignore[index]
    (tmp_path / "b.json").write_text(json.dumps(other), encoding="utf-8")
    with pytest.raises(InputError, match=r"b\.json: field 'document\.id': 'r1' is another text in .*a\.json"):
        load_gold([tmp_path])


def test_where_a_claim_begins() -> None:
    raw = json.dumps({"title": "a, {b", "claims": [{"a": "[{"}, {"b": 1}], "z": 1}, indent=2)
    assert claim_offset(raw, 1) == raw.index('{\n      "b"')
    assert claim_offset(raw, 0) == raw.index('{\n      "a"')
    assert claim_offset("{}", 0) is None
    assert claim_offset('{"claims": [', 3) is None


def test_three_ways_to_keep_a_report_back(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    for number, where in enumerate([tmp_path, tmp_path, inner, inner, inner]):
        entry = changed("document.id", f"id{number}")
        if number == 4:
            entry["kept_back"] = True
        (where / f"r{number}.json").write_text(json.dumps(entry), encoding="utf-8")
    (tmp_path / "KEPT_BACK").write_text("# never shown\nid1\nr2.json  # by its file\n", encoding="utf-8")
    held = {report.id for report in load_gold([tmp_path], ["r3"]) if report.kept_back}
    assert held == {"id1", "id2", "id3", "id4"}
    (alone,) = load_gold([tmp_path / "r1.json"])
    assert alone.kept_back, "also where the file itself is named"
    with pytest.raises(UsageError, match="--kept-back r9: no annotated report"):
        load_gold([tmp_path], ["r9"])


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[]", "holds a list, not a claim"),
        ("{}", "field 'document' is null"),
        ('{"document": "a", "kind": []}', "'kind'"),
    ],
)
def test_what_is_no_claim_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "claims.jsonl"
    path.write_text('{"document": "a"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(GencatanError, match=said) as caught:
        load_system([tmp_path])
    assert "claims.jsonl, line 2" in str(caught.value)
