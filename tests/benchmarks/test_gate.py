"""The accuracy gate: floors and ceilings that move only as they may, and sets that are not here."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.accuracy import events, floors, gate, pipelines, silence
from benchmarks.accuracy.suite import Measured
from gencatan import Reader
from training import corpora as training_corpora

DIGESTS = {"golden": "d1"}


def measured(items: float, alarms: float = 3.0) -> Measured:
    return Measured({"golden.en": {"items": items}}, {"golden.alarms": {"rate": alarms}}, DIGESTS)


def test_a_fall_below_the_floor_fails() -> None:
    pinned = floors.pin(measured(0.80), {}, None)
    assert pinned["floors"]["golden.en"]["items"] == 0.79
    assert floors.check(measured(0.80), pinned) == []
    assert floors.check(measured(0.785), pinned) == ["golden.en: items is 0.785, its floor 0.79"]


def test_a_rise_above_the_ceiling_fails() -> None:
    pinned = floors.pin(measured(0.80, 3.0), {}, None)
    assert pinned["ceilings"]["golden.alarms"]["rate"] == 3.06
    assert floors.check(measured(0.80, 3.05), pinned) == []
    assert floors.check(measured(0.80, 3.07), pinned) == ["golden.alarms: rate is 3.070, its ceiling 3.06"]


def test_floors_move_only_the_right_way_without_a_reason() -> None:
    pinned = floors.pin(measured(0.80, 3.0), {}, None)
    worse = floors.pin(measured(0.5, 9.0), pinned, None)
    assert (worse["floors"], worse["ceilings"]) == (pinned["floors"], pinned["ceilings"])
    better = floors.pin(measured(0.9, 1.0), pinned, None)
    assert (better["floors"]["golden.en"]["items"], better["ceilings"]["golden.alarms"]["rate"]) == (0.89, 1.02)


def test_floors_fall_with_a_reason_that_stays() -> None:
    pinned = floors.pin(measured(0.80, 3.0), {}, None)
    lowered = floors.pin(measured(0.5, 9.0), pinned, "the annotation was wrong")
    assert (lowered["floors"]["golden.en"]["items"], lowered["ceilings"]["golden.alarms"]["rate"]) == (0.49, 9.18)
    assert lowered["lowered"][0]["reason"] == "the annotation was wrong"
    assert lowered["lowered"][0]["floors"] == ["golden.en.items 0.79 to 0.49", "golden.alarms.rate 3.06 to 9.18"]


def test_figures_over_another_corpus_are_not_compared() -> None:
    pinned = floors.pin(measured(0.80), {}, None)
    other = Measured({"golden.en": {"items": 0.9}}, {"golden.alarms": {"rate": 1.0}}, {"golden": "d2"})
    assert floors.changed(other, pinned) == ["golden"]
    assert any("changed" in fault for fault in floors.check(other, pinned))
    assert floors.check(measured(0.80), {}) == ["golden: no floors are pinned; run with --raise"]


def test_a_figure_that_vanishes_is_a_fault() -> None:
    pinned = floors.pin(measured(0.80), {}, None)
    faults = floors.check(Measured(digests=DIGESTS), pinned)
    assert faults == ["golden.en: items is 0.000, its floor 0.79", "golden.alarms: rate is inf, its ceiling 3.06"]


def test_a_set_that_is_not_here_is_no_fault() -> None:
    pinned = floors.pin(measured(0.80), {}, None)
    assert floors.check(Measured(), pinned) == []


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    pinned = floors.pin(measured(0.80), {}, 'a "reason"')
    floors.write(pinned, tmp_path / "floors.toml")
    assert floors.load(tmp_path / "floors.toml") == pinned


def test_a_corpus_that_is_not_here_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.corpora.EVENTS", tmp_path / "events.tsv")
    monkeypatch.setattr("benchmarks.corpora.TREEBANKS", tmp_path)
    monkeypatch.setattr(training_corpora, "TREES", tmp_path)
    monkeypatch.setattr(training_corpora, "NER", tmp_path)
    reader = Reader()
    assert events.measure(reader) == Measured(
        absent=[f"events: not measured: no corpus at {tmp_path / 'events.tsv'}; set GENCATAN_CORPORA"]
    )
    found = pipelines.measure(reader)
    assert (found.figures, found.digests, len(found.absent)) == ({}, {}, 6)
    assert [source.name for source in silence.sources() if not source.files[0].exists()][:2] == ["ewt.en", "gsd.id"]


def test_kept_back_reports_are_never_listed() -> None:
    assert not any("kept" in name for name in gate.MISSES)


def test_lowering_needs_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        gate.main(["--lower"])
    assert "--reason" in capsys.readouterr().err


def test_floors_stay_where_the_corpus_changed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pinned = floors.pin(measured(0.80), {}, None)
    other = Measured({"golden.en": {"items": 0.9}}, {}, {"golden": "d2"})
    written: list[floors.Json] = []
    monkeypatch.setattr(floors, "load", lambda: pinned)
    monkeypatch.setattr(floors, "write", written.append)
    monkeypatch.setattr(gate, "SUITES", {"reports": lambda reader: other})
    assert gate.main(["--raise"]) == 2
    assert written == []
    assert gate.main(["--lower", "--reason", "new reports"]) == 0
    assert written[0]["digests"] == {"golden": "d2"}
    assert written[0]["ceilings"] == {}
    assert written[0]["lowered"][0]["floors"] == ["golden.alarms.rate 3.06 to nothing"]
