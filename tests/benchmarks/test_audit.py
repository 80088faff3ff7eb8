"""What is kept of an audit: verdicts, never texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.accuracy import audit


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def drawn(n: int, rule: str) -> dict[str, Any]:
    claim = {"id": f"c{n}", "reader": {"rule": rule}, "confidence": 0.5}
    return {"n": n, "source": f"corpus/{n}", "text": "Words that are not ours.", "claim": claim}


def test_verdicts_are_kept_without_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "AUDITS", tmp_path / "audits")
    draw = write(tmp_path / "draw.jsonl", [drawn(0, "event:event[1]"), drawn(1, "meeting:meeting[2]")])
    rows = [{"n": 0, "verdict": "right", "reason": ""}, {"n": 1, "verdict": "wrong", "reason": "no meeting"}]
    assert audit.keep(draw, write(tmp_path / "judged.jsonl", rows), "first-en") == 2
    kept = tmp_path / "audits" / "first-en.jsonl"
    assert "not ours" not in kept.read_text(encoding="utf-8")
    assert audit.show(kept) == "first-en: 0.500 of 2 right (event 1/1, meeting 0/1)"


def test_a_verdict_is_right_or_wrong(tmp_path: Path) -> None:
    draw = write(tmp_path / "draw.jsonl", [drawn(0, "event:event[1]")])
    judged = write(tmp_path / "judged.jsonl", [{"n": 0, "verdict": "perhaps", "reason": ""}])
    with pytest.raises(ValueError, match="perhaps"):
        audit.keep(draw, judged, "x")
