"""The commands of the books: what each writes where, and what is said of what is no good."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from functools import partialmethod
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gencatan.books import Books
from gencatan.cli.app import app
from gencatan.cli.console import make_console
from gencatan.cli.demo_books import show_books
from gencatan.i18n import strings
from gencatan.intake.settings import IntakeSettings
from gencatan.intake.sources import read_sources
from gencatan.ledger import Ledger
from gencatan.reading.reader import Reader
from tests.cli.test_cli import refused, run
from tests.conftest import REPORTS, ROOT

RUNNER = CliRunner()
ABOUT = ("--conflict", "nagorno-karabakh")
QUESTIONS = (
    "dossier",
    "timeline",
    "agreements",
    "obligations",
    "tolls",
    "territory",
    "actors",
    "meetings",
    "contradictions",
    "calendar",
)
KARABAKH = sorted(path for path in REPORTS.glob("*.json") if "karabakh" in path.name)
OTHER = REPORTS / "id-perjanjian-bangsamoro-2014-03-27.json"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled reports on one conflict, and one on another, in a ledger."""
    path = tmp_path_factory.mktemp("books") / "demo.db"
    done = run("add", *KARABAKH, OTHER, "--ledger", path)
    assert done.returncode == 0, done.stderr.decode()
    assert [json.loads(line)["what"] for line in done.stdout.splitlines()] == ["added"] * (len(KARABAKH) + 1)
    return path


def told(*arguments: str | Path) -> str:
    """What a command writes, run in this process: the books are asked often here."""
    done = RUNNER.invoke(app, list(map(str, arguments)), prog_name="gencatan")
    assert done.exit_code == 0, done.output
    return done.stdout


def complained(*arguments: str | Path) -> str:
    """What is said of input that is no good, as `refused` has it, in this process."""
    done = RUNNER.invoke(app, list(map(str, arguments)), prog_name="gencatan")
    assert (done.exit_code, done.stdout) == (2, ""), done.output
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


def asked(ledger: Path, *arguments: str) -> str:
    return told(arguments[0], "--ledger", ledger, *ABOUT, *arguments[1:])


def test_adding_again_changes_nothing(ledger: Path) -> None:
    done = run("add", KARABAKH[0], "--ledger", ledger)
    assert json.loads(done.stdout)["what"] == "known"
    assert b"1 known" in done.stderr


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_in_every_format(ledger: Path, question: str) -> None:
    table = asked(ledger, question, "--format", "table")
    assert "\x1b" not in table, "no colour in a pipe"
    assert max(map(len, table.splitlines())) <= 100
    whole = json.loads(asked(ledger, question, "--format", "json"))
    assert isinstance(whole, dict)
    rows = [json.loads(line) for line in asked(ledger, question).splitlines()]
    assert rows, "JSON lines in a pipe"
    cells = list(csv.DictReader(io.StringIO(asked(ledger, question, "--format", "csv"))))
    if question == "dossier":
        assert {cell["part"] for cell in cells} == {row["part"] for row in rows} - {"actor"}
        assert all(cell["id"] and cell["what"] for cell in cells), "few columns, and all of use"
    else:
        assert len(cells) == len(rows)
    assert asked(ledger, question, "--format", "table", "--lang", "id") != table


def test_the_dossier_as_a_page(ledger: Path, tmp_path: Path) -> None:
    page = tmp_path / "dossier.html"
    assert asked(ledger, "dossier", "-o", str(page)) == ""
    written = page.read_text(encoding="utf-8")
    assert "Nagorno-Karabakh" in written
    assert written == asked(ledger, "dossier", "--format", "html")
    assert '<html lang="id">' in asked(ledger, "dossier", "--format", "html", "--lang", "id")
    said = complained("dossier", "--ledger", ledger, "-o", page, "--format", "csv")
    assert "-o is for the page" in said
    assert "cannot write" in complained("dossier", "--ledger", ledger, "-o", tmp_path / "none" / "page.html")
    assert page.read_text(encoding="utf-8") == written


def test_one_agreement_of_that_day_with_parties_mediator_and_where_its_terms_stand(ledger: Path) -> None:
    deals = json.loads(asked(ledger, "agreements", "--format", "json"))["agreements"]
    (deal,) = [one for one in deals if one["effective"] and one["effective"]["start"] == "2023-09-20"]
    assert set(deal["parties"]) == {"Azerbaijan", "Karabakh Armenians"}
    assert deal["mediators"] == ["Russia"]
    assert deal["reports"] >= 5, "one agreement, not one for each report"
    stands = {duty["action"]: duty["implementation"] for duty in deal["obligations"]}
    assert stands["disarm"]["value"] in ("1", "2"), "begun or under way: nobody says that all of it is done"
    assert stands["withdraw"]["value"] == "not_assessable", "no report is not compliance"
    assert all(axis["reason"] for axis in stands.values())
    (violation,) = deal["violations"]
    assert (violation["accused"], violation["verification"]["value"]) == (["Azerbaijan"], "alleged")
    assert violation["by"]
    assert violation["denied"]


def test_the_talks_of_the_next_day_were_held(ledger: Path) -> None:
    rows = [json.loads(line) for line in asked(ledger, "meetings").splitlines()]
    (talks,) = [row for row in rows if row["start"] == "2023-09-21" and row["format"] == "talks"]
    assert (talks["outcome"], talks["place"]) == ("held", "Yevlakh")


def test_tolls_are_ranges_with_sources_and_displaced_people_a_series(ledger: Path) -> None:
    found = json.loads(asked(ledger, "tolls", "--format", "json"))
    operation = [one for one in found["incidents"] if one["what"] == "operation" and one["harm"] == "killed"]
    whole = max((one for one in operation if one["whom"] == "all"), key=lambda one: len(one["figures"]))
    assert whole["high"] >= 200
    assert whole["open"]
    assert len(whole["figures"]) >= 2
    blast = [one for one in found["incidents"] if one["what"] == "explosion" and one["harm"] == "killed"]
    figures = [figure for one in blast for figure in one["figures"] if one["whom"] == "all"]
    assert any(figure["why"] == "superseded" and figure["low"] == 68 for figure in figures)
    assert max(figure["low"] for figure in figures if not figure["why"]) == 170
    series = [point["figure"]["low"] for point in found["series"]]
    assert series == sorted(series)
    assert len(series) >= 3
    assert "displaced" not in {total["harm"] for total in found["totals"]}


def test_as_of_shows_only_what_was_known_then(ledger: Path) -> None:
    found = json.loads(asked(ledger, "dossier", "--format", "json", "--as-of", "2023-09-20"))
    assert found["holdings"]["last"] == "2023-09-20"
    text = json.dumps(found)
    assert "2023-09-21" in text, "the talks are scheduled"
    assert [one["outcome"] for one in found["meetings"]["meetings"] if one["start"] == "2023-09-21"] == ["scheduled"]
    assert not any(one["violations"] for one in found["agreements"]["agreements"])
    assert found["tolls"]["series"] == []


def test_unassigned_claims_stay_findable(ledger: Path) -> None:
    left = told("timeline", "--ledger", ledger, "--conflict", "none", "--format", "csv")
    assert "Bangsamoro" in left
    assert "Stepanakert" not in left
    nowhere = run("search", "Bangsamoro OR", '"Stepanakert', "--ledger", ledger).stderr.decode()
    assert "no report has all of: “bangsamoro”, “or”, “stepanakert”; AND, OR and NOT are words" in nowhere
    assert "bangsamoro" in told("search", "Bangsamoro", "--ledger", ledger)
    listed = told("conflicts", "--ledger", ledger, "--format", "table")
    assert "nagorno-karabakh" in listed
    assert "--conflict none" in listed


def test_the_brief_of_a_morning(ledger: Path) -> None:
    table = asked(ledger, "diff", "--since", "2023-09-21", "--as-of", "2023-09-22", "--format", "table")
    assert "scheduled" in table
    assert "held" in table
    day = asked(ledger, "diff", "--since", "2023-09-26", "--as-of", "2023-09-26")
    assert day, "of a date the day itself is in"
    assert day == asked(ledger, "diff", "--since", "2023-09-25T23:59:59.999999", "--as-of", "2023-09-26")
    rows = [json.loads(line) for line in asked(ledger, "diff", "--since", "2023-09-30").splitlines()]
    assert {row["sort"] for row in rows} >= {"new"}


def test_from_a_figure_back_to_the_words(ledger: Path) -> None:
    rows = [json.loads(line) for line in asked(ledger, "tolls").splitlines()]
    row = next(row for row in rows if row["figure_low"] == 170)
    page = told("explain", row["claim"][:8], "--ledger", ledger, "--format", "table")
    assert "At least 170 people died" in page
    assert row["claim"] in page
    found = json.loads(told("explain", row["claim"], "--ledger", ledger, "--format", "json"))
    span = found["claim"]["evidence"][0]
    report = next(path for path in KARABAKH if path.stem == found["document"]["id"])
    text = json.loads(report.read_text(encoding="utf-8"))["document"]["text"]
    assert text[span["start"] : span["end"]] == span["text"]


def test_the_calendar_as_a_file(ledger: Path, tmp_path: Path) -> None:
    from icalendar import Calendar

    out = tmp_path / "talks.ics"
    asked(ledger, "calendar", "-o", str(out))
    events = Calendar.from_ical(out.read_bytes()).walk("VEVENT")
    assert any("Yevlakh" in str(event.get("LOCATION", "")) for event in events)


def test_reviews_and_their_gold_form(ledger: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "mine.db"
    shutil.copy(ledger, copy)
    rows = [json.loads(line) for line in told("tolls", "--ledger", copy, *ABOUT).splitlines()]
    claim = next(row["claim"] for row in rows if row["figure_low"] == 170)
    other = next(row["claim"] for row in rows if row["figure_low"] == 105)
    run("review", "accept", claim[:10], "--ledger", copy, "--by", "ana", "--note", "checked")
    done = run(
        "review", "correct", other, "--set", "slots.count.min=106", "--set", "slots.count.max=106", "--ledger", copy
    )
    assert done.returncode == 0, done.stderr
    log = [json.loads(line) for line in told("review", "log", "--ledger", copy).splitlines()]
    assert [one["action"] for one in log] == ["correct", "accept"]
    assert (log[1]["reviewer"], log[1]["words"]) == ("ana", "checked")
    told("review", "export", "--ledger", copy, "-o", tmp_path / "gold")
    entries = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((tmp_path / "gold").iterdir())]
    counts = [one["slots"]["count"] for entry in entries for one in entry["claims"]]
    assert {"min": 106, "max": 106} in counts
    scored = told("eval", tmp_path / "gold")
    assert "casualty" in scored, "reviews are test data"
    told("review", "correct", other, "--set", "date=2023-09-30", "--set", "place=Goris", "--ledger", copy)
    toll = next(json.loads(one) for one in told("tolls", "--ledger", copy, *ABOUT).splitlines() if other in one)
    assert (toll["figure_low"], toll["start"], toll["place"]) == (106, "2023-09-30", "Goris")
    words = told("review", "log", "--ledger", copy, "--format", "table")
    assert "place: Goris" in words
    assert "date: 2023-09-30" in words
    assert run(
        "review", "undo", json.loads(told("review", "log", "--ledger", copy).splitlines()[0])["id"], "--ledger", copy
    )
    log = [json.loads(line) for line in told("review", "log", "--ledger", copy).splitlines()]
    log = [one for one in log if one["action"] != "note" and "place" not in one["body"]]
    assert "is no" in complained("review", "correct", other, "--set", "date=7", "--ledger", copy)
    wrong = complained("review", "correct", other, "--set", "slots.count.min=twelve", "--ledger", copy)
    assert "slots.count.min 'twelve'" in wrong
    before = told("tolls", "--ledger", ledger, *ABOUT)
    for one in log:
        assert run("review", "undo", one["id"][:10], "--by", "budi", "--ledger", copy).returncode == 0
    assert told("tolls", "--ledger", copy, *ABOUT) == before
    assert len(told("review", "log", "--ledger", copy).splitlines()) == 6
    assert "no review" in complained("review", "undo", "ffffffff", "--ledger", copy)
    assert log[0]["id"][:8] in told("review", "log", "--ledger", copy, "--format", "table")


def test_exported_reviews_are_scored_for_what_was_reviewed(ledger: Path, tmp_path: Path) -> None:
    import shutil

    copy = tmp_path / "mine.db"
    shutil.copy(ledger, copy)
    claim = json.loads(told("meetings", "--ledger", copy).splitlines()[0])["id"]
    told("review", "accept", claim, "--ledger", copy)
    told("review", "export", "--ledger", copy, "-o", tmp_path / "gold")
    (language,) = json.loads(told("eval", tmp_path / "gold", "--json"))["languages"].values()
    assert language["claims"]["all"]["f1"] == 1.0, "what nobody looked at is no false alarm"
    assert "false alarm" not in told("eval", tmp_path / "gold", "--errors").split("\n\n")[-1]


def test_the_truce_is_one_agreement_of_six_reports(ledger: Path) -> None:
    shown = asked(ledger, "agreements", "--format", "table")
    assert "reports: 6" in shown[shown.index("2023-09-20:") :].partition("Violations")[0]
    assert "2020-11-01" not in shown.partition("reports:")[0], "of a month no day is told"
    assert "Six reports tell of the truce" in (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")


def test_the_ledger_of_the_environment_is_explained(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claim = json.loads(told("meetings", "--ledger", ledger).splitlines()[0])["id"]
    monkeypatch.setenv("GENCATAN_LEDGER", str(ledger))
    assert claim in told("explain", claim[:8])
    assert "Explain one" in told("explain", KARABAKH[0]), "a file is a report still"


def test_dump_load_purge(ledger: Path, tmp_path: Path) -> None:
    dump, copy = tmp_path / "books.jsonl", tmp_path / "copy.db"
    told("dump", "--ledger", ledger, "-o", dump)
    told("load", dump, "--ledger", copy)
    assert told("dump", "--ledger", copy) == dump.read_text(encoding="utf-8")
    done = run("purge", OTHER.stem, "--reason", "takedown", "--ledger", copy)
    assert done.returncode == 0
    assert b"purged" in done.stderr
    assert "Bangsamoro" not in told("dump", "--ledger", copy)
    assert "no document" in complained("purge", "nothing", "--reason", "x", "--ledger", copy)


def test_a_dump_with_words_that_no_report_has_is_refused(ledger: Path, tmp_path: Path) -> None:
    dump, copy = tmp_path / "books.jsonl", tmp_path / "copy.db"
    rows = [json.loads(line) for line in told("dump", "--ledger", ledger).splitlines()]
    at = next(number for number, row in enumerate(rows) if row["is"] == "documents")
    rows[at]["text"] = rows[at]["text"][1:]
    dump.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    said = complained("load", dump, "--ledger", copy)
    assert f"{dump}: line " in said
    assert "field 'body.evidence[0]' of resolutions quotes" in said
    assert [found.name for found in tmp_path.iterdir()] == [dump.name]


def test_a_purge_while_somebody_reads_says_what_is_left(ledger: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(ledger.read_bytes())
    reader = sqlite3.connect(copy, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM documents").fetchall()
    done = run("purge", OTHER.stem, "--reason", "takedown", "--ledger", copy)
    reader.close()
    assert done.returncode == 0
    assert b"the erased text remains in this file and its log" in done.stderr
    assert b"Warning" not in done.stderr
    again = run("purge", OTHER.stem, "--reason", "takedown", "--ledger", copy)
    assert b"was purged before" in again.stderr
    assert b"remains" not in again.stderr


def test_a_closed_pipe_is_no_error(ledger: Path) -> None:
    command = f'"{sys.executable}" -m gencatan dossier --ledger "{ledger}" --format table | head -n 1'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_what_is_no_good(ledger: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('zone = "Mars/Olympus"\n')
    assert "bad.toml" in complained("tolls", "--ledger", ledger, "--conflict", bad)
    assert "atlantis" in complained("tolls", "--ledger", ledger, "--conflict", "atlantis")
    assert "nowhere.db" in refused("tolls", "--ledger", tmp_path / "nowhere.db")
    text = tmp_path / "text.db"
    text.write_text("no ledger at all\n" * 100)
    assert "text.db" in complained("tolls", "--ledger", text)
    assert "neither a date" in complained("tolls", "--ledger", ledger, "--as-of", "tomorrow")
    assert "no date" in complained("tolls", "--ledger", ledger, "--from", "Monday")
    assert "kinds:" in complained("timeline", "--ledger", ledger, "--kind", "rumour")
    assert "no claim or group" in complained("explain", "ffffffff", "--ledger", ledger)
    assert "an id of a ledger needs --ledger" in complained("explain", "ffffffff")
    assert complained("explain", "none.txt").endswith("none.txt: does not exist\n")
    assert "none.toml: does not exist" in complained("tolls", "--ledger", ledger, "--conflict", "none.toml")
    assert "one id" in complained("review", "accept", "--ledger", ledger)
    assert "FIELD=VALUE" in complained("review", "correct", "abcd", "--set", "status", "--ledger", ledger)
    assert "LEDGER" in run("tolls").stderr.decode().upper()


def test_times_the_wrong_way_round_are_refused(ledger: Path) -> None:
    for arguments in (
        ("diff", "--since", "2023-09-26", "--as-of", "2023-09-25"),
        ("diff", "--since", "2023-09-26T12:00", "--as-of", "2023-09-26T11:00"),
        ("diff", "--since", "2099-01-01", "--as-recorded", "2098-01-01"),
        ("timeline", "--from", "2023-09-26", "--to", "2023-09-25"),
        ("tolls", "--from", "2023-09-26", "--to", "2023-09-25"),
    ):
        said = complained(*arguments, "--ledger", ledger, *ABOUT)
        assert all(words in said for words in (arguments[1], arguments[2], "is later than", *arguments[3:])), said
    told("diff", "--since", "2023-09-26", "--as-of", "2023-09-26", "--ledger", ledger)
    for beyond in ("0001-01-01T00:00+14:00", "9999-12-31T23:59:59-12:00"):
        assert "beyond the calendar" in complained("tolls", "--ledger", ledger, "--as-of", beyond)


def test_no_ledger_is_made_for_nothing(tmp_path: Path) -> None:
    for sources in ((tmp_path / "nothing.txt",), (tmp_path / "no.txt", tmp_path / "none.json")):
        done = RUNNER.invoke(app, ["add", *map(str, sources), "--ledger", str(tmp_path / "new.db")])
        assert (done.exit_code, done.stdout, len(done.stderr.splitlines())) == (2, "", len(sources))
    assert list(tmp_path.iterdir()) == []


def test_a_bad_report_costs_the_rest_nothing(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    text = "Gunmen attacked a market in the town on Monday, killing at least {} people, the army said."
    good = [{"id": f"r{n}", "text": text.format(n + 2), "published": "2023-09-20", "language": "en"} for n in range(3)]
    records = [
        good[0],
        {"id": "no text"},
        good[1],
        {**good[1], "id": "y" * 3000},
        {**good[0], "text": "Else."},
        good[2],
    ]
    lines.write_text("".join(json.dumps(record) + "\n" for record in records) + "no JSON\n", encoding="utf-8")
    command = ["add", str(tmp_path / "gone.txt"), str(lines), str(KARABAKH[0]), "--ledger", str(tmp_path / "new.db")]
    done = RUNNER.invoke(app, command)
    assert done.exit_code == 2, "said, since each was named"
    assert [json.loads(line)["document"] for line in done.stdout.splitlines()] == ["r0", "r1", "r2", KARABAKH[0].stem]
    for words in ("gone.txt", "line 2", "yyyy", "'r0' is in the books with another text", "line 7", "4 added"):
        assert words in done.stderr
    again = RUNNER.invoke(app, command)
    assert (again.exit_code, "4 known" in again.stderr) == (2, True)


def test_waiting_for_another_writer_is_said(ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(ledger.read_bytes())
    other = sqlite3.connect(copy, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("gencatan.ledger.store.SILENCE", 0.05)
    monkeypatch.setattr("gencatan.ledger.ledger.Ledger.writing", partialmethod(Ledger.writing, wait=0.5))
    done = RUNNER.invoke(app, ["purge", OTHER.stem, "--reason", "x", "--ledger", str(copy)])
    other.close()
    assert done.exit_code == 2
    waits, gives_up = done.stderr.splitlines()
    assert "copy.db: another program is writing to it; waiting up to" in waits
    assert "copy.db: another program is writing to it; try again when it is done" in gives_up


def test_cells_that_a_spreadsheet_would_run_are_text() -> None:
    from gencatan.cli.asking import _cell

    assert [_cell(value) for value in ("=1+1", "@x", "-5", 5, "Baku")] == ["'=1+1", "'@x", "'-5", 5, "Baku"]


@pytest.mark.parametrize("code", ["en", "id"])
def test_every_state_of_every_answer_has_words(code: str) -> None:
    from gencatan.model.books import ACTIONS, GROUPS, RELATIONS
    from gencatan.reconcile.comparing.victims import classes
    from gencatan.reconcile.compliance import engagements as e
    from gencatan.reconcile.compliance.force import VIOLATION
    from gencatan.views import meetings as m

    table = strings(code)
    states = [e.HELD, e.POSTPONED, e.SCHEDULED, e.NO_NEWS, e.CANCELLED, m.REFUSED, m.POSSIBLE, m.WANTED]
    states += ["0", "1", "2", "3", "not_due", "overdue", "not_assessable"]
    states += ["alleged", "under_investigation", "substantiated", "unsubstantiated", "undetermined"]
    states += ["party", "third_party", "unattributed", "deliberate", "accidental", "unknown"]
    states += ["observed", "access_denied", "technically_blocked", "not_reported"]
    wanted = [f"books.state.{state}" for state in states]
    wanted += [f"books.violation.{one}" for one in VIOLATION.values()]
    wanted += [f"books.condition_{one}" for one in ("met", "not_met", "unknown")]
    wanted += [f"books.relation.{one}" for one in RELATIONS] + [f"books.group.{one}" for one in GROUPS]
    wanted += [f"books.action_{one}" for one in ACTIONS] + [f"books.whom.{one}" for one in classes()]
    assert [key for key in wanted if key not in table] == []


def test_help_is_quick_for_every_command() -> None:
    import typer

    assert {*QUESTIONS, "add", "review", "search", "diff", "dump", "load", "reread", "purge", "conflicts"} <= set(
        typer.main.get_command(app).commands  # type: ignore[attr-defined]
    )
    done = run("--help")
    assert done.returncode == 0


def test_the_demo_ends_with_the_books_of_one_conflict(tmp_path: Path) -> None:
    shown = run("demo", "-o", tmp_path / "demo").stdout.decode()
    known, _, then = shown.partition("The books of one conflict")[2].partition("The same ledger, as of 2023-09-20")
    assert known.count("ceasefire, 2023-09-20") == 1, "one agreement, not one for each report"
    for words in ("through Russia", "Violations, as alleged", "alleged", "Yevlakh", "held", "replaced by", "≥ 170"):
        assert words in known, words
    assert "They are never added up" in known
    assert "scheduled" in then
    assert not any(words in then for words in ("≥ 170", "Violations", "The Meridian Dispatch"))
    assert (tmp_path / "demo.db").exists()
    assert f"dossier --ledger {tmp_path / 'demo.db'} --conflict nagorno-karabakh" in then


@pytest.mark.parametrize("folder", [".", "..", "/"])
def test_the_demo_wants_a_folder_that_has_a_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert f"cannot write {folder}: the pages need a folder of their own" in complained("demo", "-o", folder)
    assert not list(tmp_path.iterdir())


def test_the_demo_over_older_books_has_them_judged_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "demo.db"
    reports = [REPORTS / "en-karabakh-truce-yerevan-2023-09-20.json", REPORTS / "id-operasi-karabakh-2023-09-19.json"]
    documents = list(read_sources(list(map(str, reports)), IntakeSettings()))
    with monkeypatch.context() as older, Books.open(path) as books:
        for place in ("reconcile.judging.rules", "books.adding", "books.joining"):
            older.setattr(f"gencatan.{place}.rules_digest", lambda: "older")
        list(books.add_many(documents))
    show_books(make_console(io.StringIO()), documents, Reader(), path)
    with Books.open(path) as books:
        assert not books.outdated


def test_a_forgotten_date_is_asked_for_and_given(tmp_path: Path) -> None:
    text, books = tmp_path / "report.txt", tmp_path / "books.db"
    text.write_text("At least 32 people were killed in Stepanakert on Tuesday, the Armenian government said.\n")

    def done(*arguments: str | Path) -> tuple[dict[str, object], str]:
        ran = RUNNER.invoke(app, [*map(str, arguments), "--ledger", str(books)], prog_name="gencatan")
        assert ran.exit_code == 0, ran.output
        return json.loads(ran.stdout), ran.stderr

    added, words = done("add", text)
    assert f"publication date unknown: {added['document']} ({added['source']})" in words, "by the name of its file"
    assert "gencatan amend DOCUMENT --published" in words
    known, words = done("add", text)
    assert known["what"] == "known"
    assert "publication date unknown" in words, "it is still to be given"
    again, words = done("add", text, "--published", "2023-09-21")
    assert (again["what"], again["document"], again["changed"]) == ("amended", added["document"], ["published"])
    assert "unknown" not in words
    toll = json.loads(told("tolls", "--ledger", books, "--as-of", "2023-09-21"))
    assert (toll["start"], toll["published"]) == ("2023-09-19", "2023-09-21")
    amended, _ = done("amend", str(added["document"])[:8], "--published", "2023-09-27", "--outlet", "Example Wire")
    assert amended["changed"] == ["published", "outlet"]
    assert json.loads(told("tolls", "--ledger", books))["start"] == "2023-09-26"
    undone, _ = done("amend", str(added["document"]), "--published", "unknown")
    assert undone["what"] == "amended"
    assert "say what is otherwise" in complained("amend", str(added["document"]), "--ledger", books)
    assert "not a date" in complained("amend", str(added["document"]), "--published", "today", "--ledger", books)


def test_an_id_in_a_conflicts_file_that_nobody_has_is_said(ledger: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    party = '[[party]]\nname = {{ en = "{0}", id = "{0}" }}\nactors = ["{1}"]\n'
    head = 'zone = "Asia/Baku"\nname = { en = "x", id = "x" }\n'
    mine.write_text(head + party.format("Azerbaijan", "AZE") + party.format("Armenia", "ARMY"))
    done = run("tolls", "--ledger", ledger, "--conflict", mine)
    assert done.returncode == 0, "it may be what is wanted"
    assert f"{mine}: party[2].actors: no actor is known by the id 'ARMY'" in done.stderr.decode()
    known = run("tolls", "--ledger", ledger, *ABOUT)
    assert b"no actor" not in known.stderr


@pytest.mark.parametrize("name", ["x.pdf", "x"])
def test_a_dossier_goes_into_a_page_and_into_no_file_of_another_sort(ledger: Path, tmp_path: Path, name: str) -> None:
    said = complained("dossier", "-o", tmp_path / name, "--ledger", ledger, *ABOUT)
    assert f"{name}: a dossier is written as a page, -o FILE.html" in said
    assert not (tmp_path / name).exists()


def test_a_note_without_words_is_refused(tmp_path: Path) -> None:
    ledger = tmp_path / "n.db"
    note = tmp_path / "n.txt"
    note.write_text("Rebels shelled the town on Monday, killing a soldier.")
    assert run("add", note, "--ledger", ledger, "--published", "2024-03-14").returncode == 0
    claim = json.loads(run("timeline", "--ledger", ledger).stdout.splitlines()[0])["id"]
    assert "a note needs its words" in refused("review", "note", claim, "--ledger", ledger)
    assert run("review", "note", claim, "--note", "see the map", "--ledger", ledger).returncode == 0
    assert run("review", "queue", "--ledger", ledger, "--format", "table").stdout == b"Nothing is known of this.\n"
