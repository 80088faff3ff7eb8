"""`gencatan eval`: figures, errors, and what is kept back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from gencatan import Reader
from gencatan.cli.app import app
from gencatan.cli.eval import CASES
from gencatan.evaluation.causes import CAUSES
from tests.cli.test_cli import run
from tests.conftest import ROOT
from tests.evaluation.shared import corrupted, here, perfect, run_shared

GOLDEN = ROOT / "tests" / "golden"
REPORT = GOLDEN / "en-karabakh-truce-yerevan-2023-09-20.json"
OTHER = GOLDEN / "id-damai-aceh-2005-08-15.json"


def claims_file(path: Path, system: dict[str, list[Any]]) -> Path:
    path.write_text("".join(json.dumps(c) + "\n" for found in system.values() for c in found), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def loaded(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in this process read with the reader that is loaded already."""
    monkeypatch.setattr("gencatan.cli.eval._reader", lambda packs: reader)


def said(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert (done.exit_code, done.stderr) == (0, ""), done.exception
    return done.stdout


def refused(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert (done.exit_code, done.stdout) == (2, ""), done.exception
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


def test_given_claims_are_scored(tmp_path: Path) -> None:
    claims = claims_file(tmp_path / "claims.jsonl", perfect())
    figures = json.loads(said("eval", GOLDEN, "--system", claims, "--json"))
    assert {found["items"]["all"]["f1"] for found in figures["languages"].values()} == {1.0}
    assert said("eval", GOLDEN, "--system", tmp_path, "--format", "json") == json.dumps(figures, indent=1) + "\n"


@here
def test_the_tables_are_the_shared_scorers(tmp_path: Path) -> None:
    claims = claims_file(tmp_path / "claims.jsonl", corrupted(11))
    ours, theirs = said("eval", GOLDEN, "--system", claims), run_shared([GOLDEN], claims)
    assert [line for line in ours.splitlines() if "ignored_slots" not in line] == [
        line for line in theirs.splitlines() if "ignored_slots" not in line
    ]


@here
def test_what_is_read_here_scores_as_what_read_writes(tmp_path: Path) -> None:
    written = tmp_path / "claims.jsonl"
    assert run("read", REPORT, OTHER, "-o", written).returncode == 0
    theirs = json.loads(run_shared([REPORT, OTHER], written, "--json"))
    done = run("eval", REPORT, OTHER, "--json", "--workers", "2")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == theirs


def test_json_lines_of_gold_and_a_file_that_appears_whole(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    entries = [json.loads(path.read_text(encoding="utf-8")) for path in (REPORT, OTHER)]
    gold.write_text("".join(json.dumps(entry) + "\n" for entry in entries), encoding="utf-8")
    out = tmp_path / "figures.json"
    assert said("eval", gold, "-o", out) == ""
    assert json.loads(out.read_text(encoding="utf-8")) == json.loads(said("eval", REPORT, OTHER, "--json"))
    assert "is one of the annotated reports" in refused("eval", gold, "-o", gold)


def test_errors_in_the_terminal_and_as_json() -> None:
    table = said("eval", REPORT, "--errors")
    assert table.startswith("cause ")
    assert "\x1b" not in table
    errors = json.loads(said("eval", REPORT, "--errors", "--json", "--limit", "5"))
    assert set(errors["causes"]) <= set(CAUSES)
    assert len(errors["cases"]) == 5
    assert errors["left_out"] == errors["errors"] - 5
    assert errors["figures"]["languages"]["en"]["documents"] == 1
    assert all(case["document"] == REPORT.stem for case in errors["cases"])
    assert CASES == 500


def test_the_page_of_errors(tmp_path: Path) -> None:
    out = tmp_path / "errors.html"
    assert said("eval", REPORT, "--errors", "-o", out) == ""
    html = out.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert said("eval", REPORT, "--errors", "--format", "html") == html, "the same bytes"


@pytest.mark.parametrize("way", ["option", "field", "file"])
def test_of_a_report_kept_back_there_are_figures_only(tmp_path: Path, way: str) -> None:
    entry = json.loads(OTHER.read_text(encoding="utf-8"))
    if way == "field":
        entry["kept_back"] = True
    (tmp_path / OTHER.name).write_text(json.dumps(entry), encoding="utf-8")
    (tmp_path / REPORT.name).write_bytes(REPORT.read_bytes())
    if way == "file":
        (tmp_path / "KEPT_BACK").write_text(OTHER.stem + "\n", encoding="utf-8")
    held = ["--kept-back", OTHER.stem] if way == "option" else []
    page = tmp_path / "errors.html"
    assert said("eval", tmp_path, "--errors", "-o", page, *held) == ""
    outputs = [page.read_text(encoding="utf-8")]
    outputs += [said("eval", tmp_path, "--errors", "--format", chosen, *held) for chosen in ("table", "json")]
    outputs.append(said("eval", tmp_path, *held))
    document = entry["document"]
    secrets = [document["id"], document["title"], *(claim["anchor"] for claim in entry["claims"])]
    words = document["text"].split()
    secrets += [" ".join(words[n : n + 4]) for n in range(0, len(words) - 4)]
    for output in outputs:
        assert [secret for secret in secrets if secret in output] == []
    assert "kept back" in outputs[0]
    figures = json.loads(outputs[2])["figures"]
    assert figures == json.loads(said("eval", tmp_path, "--json", *held))
    assert set(figures["languages"]) == {"en", "id"}, "in the figures it is"


def test_a_fault_in_a_report_kept_back_says_none_of_its_words(tmp_path: Path) -> None:
    entry = json.loads(OTHER.read_text(encoding="utf-8")) | {"kept_back": True}
    entry["claims"][3]["anchor"] += "x"
    (tmp_path / "gold.json").write_text(json.dumps(entry, indent=1), encoding="utf-8")
    error = refused("eval", tmp_path / "gold.json")
    assert "gold.json, line " in error
    assert "field 'claims[3].anchor' is not in the text" in error
    assert entry["claims"][3]["anchor"][:12] not in error


def test_what_is_no_good_is_refused(tmp_path: Path) -> None:
    assert "does not exist" in refused("eval", tmp_path / "none.json")
    assert "--kept-back nobody" in refused("eval", REPORT, "--kept-back", "nobody")
    assert "give --errors too" in refused("eval", REPORT, "--format", "html")
    assert "give one of them" in refused("eval", REPORT, "--json", "--format", "table")
    claims = claims_file(tmp_path / "claims.jsonl", {})
    assert "it takes no --system" in refused("eval", REPORT, "--errors", "--system", claims)
    entry = json.loads(REPORT.read_text(encoding="utf-8"))
    entry["document"]["language"] = "tlh"
    (tmp_path / "gold.json").write_text(json.dumps(entry), encoding="utf-8")
    assert "gold.json: field 'document.language' is 'tlh'; supported: en, id" in refused("eval", tmp_path / "gold.json")
