"""The command line: what it writes where, and what it says about input that is no good."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gencatan import Claim, Document, Reader
from gencatan.cli.app import app
from gencatan.model import Span
from gencatan.model.vocabulary import KINDS
from tests.conftest import REPORTS

REPORT = REPORTS / "en-karabakh-truce-yerevan-2023-09-20.json"
SENTENCE = "The rebels attacked the village on Wednesday, killing at least 32 people, the army said.\n"


def run(*arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "gencatan", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, check=False, timeout=600)


def refused(*arguments: str | Path, stdin: bytes = b"") -> str:
    """What is said of input that is no good: one line, exit code 2, nothing on stdout."""
    done = run(*arguments, stdin=stdin)
    error = done.stderr.decode()
    assert done.returncode == 2, error
    assert done.stdout == b""
    assert "Traceback" not in error
    assert len(error.splitlines()) == 1, error
    return error


def test_json_lines_in_a_pipe_are_what_python_reads(reader: Reader, reports: list[Document]) -> None:
    done = run("read", REPORT)
    assert done.returncode == 0
    assert done.stderr == b""
    report = next(r for r in reports if r.id == REPORT.stem)
    assert [json.loads(line) for line in done.stdout.splitlines()] == [c.to_dict() for c in reader.read(report)]


def test_workers_change_no_byte_and_say_nothing() -> None:
    one, two = (run("read", REPORTS, "--format", "jsonl", "--workers", n) for n in ("1", "2"))
    assert (two.returncode, two.stderr) == (0, one.stderr)
    assert one.stdout == two.stdout


def test_json_is_in_gold_form() -> None:
    (entry,) = json.loads(run("read", REPORT, "--format", "json").stdout)
    assert entry["document"]["id"] == REPORT.stem
    assert {claim["document"] for claim in entry["claims"]} == {REPORT.stem}


def test_a_table_shows_who_what_when_where_says_who_and_the_words() -> None:
    table = run("read", REPORT, "--format", "table").stdout.decode()
    for shown in ("Who", "What", "When", "Where", "Says who", "≥ 200", "2023-09-20", "Nagorno-Karabakh", "“"):
        assert shown in table
    assert "\x1b" not in table, "no colour in a pipe"


def test_standard_input_and_unknown_publication_date() -> None:
    done = run("read", "-", stdin=SENTENCE.encode())
    assert done.returncode == 0
    assert done.stderr.decode().count("--published") == 1
    assert all(json.loads(line)["date"]["start"] is None for line in done.stdout.splitlines() if b"Wednesday" in line)


def test_a_given_publication_date_resolves_weekdays() -> None:
    done = run("read", "-", "--published", "2023-09-20", stdin=SENTENCE.encode())
    assert done.stderr == b""
    claims = [json.loads(line) for line in done.stdout.splitlines()]
    assert {claim["date"]["start"] for claim in claims if claim["date"]} == {"2023-09-20"}


def test_only_kinds_asked_for() -> None:
    done = run("read", REPORT, "--kind", "casualty", "--kind", "meeting")
    assert {json.loads(line)["kind"] for line in done.stdout.splitlines()} == {"casualty", "meeting"}


def test_output_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    out = tmp_path / "claims.jsonl"
    assert run("read", REPORT, "-o", out).returncode == 0
    whole = out.read_bytes()
    assert whole == run("read", REPORT).stdout
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    assert run("read", REPORT, bad, "-o", out).returncode == 2
    assert out.read_bytes() == whole
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.txt", "claims.jsonl"]


def test_a_report_skipped_for_its_language_is_named(tmp_path: Path) -> None:
    good = "The rebels attacked the village of Marwen on Wednesday, the army said."
    table = tmp_path / "r.jsonl"
    table.write_text(f'{{"id": "one", "text": "{good}"}}\n{{"id": "two", "text": "Ok 12."}}\n')
    done = run("read", table, "--published", "2023-09-20")
    assert done.returncode == 0
    (line,) = [line for line in done.stderr.decode().splitlines() if "skipped" in line]
    assert "[two: “Ok 12.…”]" in line


def test_a_foreign_suffix_is_said_and_not_silent(tmp_path: Path) -> None:
    report = tmp_path / "r.txt"
    report.write_text("The rebels attacked the village of Marwen on Wednesday, the army said.")
    for name, said in (("x.docx", True), ("x.csv", True), ("x.jsonl", False), ("x", False)):
        done = run("read", report, "--published", "2023-09-20", "-o", tmp_path / name)
        assert done.returncode == 0
        assert (b"written as JSON lines" in done.stderr) is said, name


def test_the_suffix_of_the_output_decides_its_format(tmp_path: Path) -> None:
    run("read", REPORT, "-o", tmp_path / "claims.json")
    assert json.loads((tmp_path / "claims.json").read_bytes())[0]["document"]["id"] == REPORT.stem


def test_output_that_cannot_be_written(tmp_path: Path) -> None:
    assert "cannot write" in refused("read", REPORT, "-o", tmp_path / "nowhere" / "claims.jsonl")
    assert "cannot write" in refused("read", REPORT, "-o", tmp_path)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_full_disk() -> None:
    assert "cannot write" in refused("read", REPORT, "-o", "/dev/full")


def test_a_closed_pipe_is_no_error() -> None:
    command = f'"{sys.executable}" -m gencatan read "{REPORTS}" | head -n 1'
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=600)
    assert done.stderr == b""
    assert len(done.stdout.splitlines()) == 1


def test_what_is_left_out_unread_is_said(tmp_path: Path) -> None:
    run_on, match = tmp_path / "run-on.txt", tmp_path / "match.txt"
    run_on.write_text("The army shelled Goma, and " * 100)
    match.write_text("The striker fired a shot at Milan's goalkeeper in the first half of the football match.")
    for arguments in (
        ("read",),
        ("read", "--format", "html", "-o", tmp_path / "page.html"),
        ("add", "--ledger", tmp_path / "x.db"),
    ):
        done = run(*arguments, run_on)
        assert b"run-on.txt [" in done.stderr
        assert b"1 sentence of more than 2,000 characters" in done.stderr
    assert b"match.txt [" in (said := run("read", match).stderr)
    assert b"1 sentence left out, as of sport" in said
    long = tmp_path / "long.txt"
    long.write_text("Attack!\n\n" * 2_001)
    assert b"long.txt [" in (said := run("read", "--language", "en", long).stderr)
    assert b"1 sentence not read behind those" in said
    many = tmp_path / "many"
    many.mkdir()
    for number in range(12):
        (many / f"{number}.txt").write_text(f"{match.read_text()} It was match number {number}.")
    said = run("read", many).stderr
    assert said.count(b"as of sport") == 10
    assert b"12 reports with sentences left out in all" in said


def test_a_folder_skips_and_counts_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "good.json").write_bytes(REPORT.read_bytes())
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "french.txt").write_text("Le président a annoncé hier que les troupes vont quitter la ville.\n" * 3)
    done = run("read", tmp_path)
    words = done.stderr.decode()
    assert done.returncode == 0
    assert done.stdout
    assert "empty.txt" in words
    assert "french.txt" in words
    assert "2 skipped" in words


def test_a_folder_of_other_languages_only(tmp_path: Path) -> None:
    (tmp_path / "french.txt").write_text("Le président a annoncé hier que les troupes vont quitter la ville.\n" * 3)
    done = run("read", tmp_path)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_bad_input(tmp_path: Path) -> None:
    french = tmp_path / "french.txt"
    french.write_text("Le président a annoncé hier que les troupes vont quitter la ville.\n" * 3, encoding="utf-8")
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    large = tmp_path / "large.txt"
    large.write_bytes(b"word " * 100)
    assert "French" in refused("read", french)
    assert "picture.txt" in refused("read", binary)
    assert "empty" in refused("read", empty)
    assert "limit" in refused("read", large, "--max-bytes", "100")
    assert "does not exist" in refused("read", tmp_path / "nothing.txt")
    assert "supported: en, id" in refused("read", REPORT, "--language", "fr")
    assert "2023-13-01" in refused("read", REPORT, "--published", "2023-13-01")
    assert "no such kind" in refused("read", REPORT, "--kind", "fight")
    assert "ftp" in refused("read", "ftp://example.com/report.html")
    assert "127.0.0.1" in refused("read", "http://127.0.0.1/report.html")
    assert "pack.toml" in refused("read", REPORT, "--pack", tmp_path)


def test_usage_errors_have_exit_code_2() -> None:
    for arguments in (["read"], ["read", "x", "--workers", "0"], ["read", "x", "--format", "xml"], ["fight"]):
        done = run(*arguments)
        assert done.returncode == 2
        assert b"Traceback" not in done.stderr


def test_version_languages_and_kinds() -> None:
    assert run("--version").stdout.startswith(b"gencatan ")
    assert run("languages").stdout.decode().splitlines() == ["en\tEnglish", "id\tBahasa Indonesia"]
    assert [line.split("\t")[0] for line in run("kinds").stdout.decode().splitlines()] == list(KINDS)


def test_demo_runs_anywhere(tmp_path: Path) -> None:
    done = run("demo", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    assert "agreements" in done.stdout.decode()
    assert "Next:" in done.stdout.decode()


def test_help_imports_no_parser() -> None:
    code = (
        "import sys, contextlib, io\nfrom gencatan.cli import main\nsys.argv = ['gencatan', 'read', '--help']\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit): main()\n"
        "print([m for m in ('spacy', 'numpy', 'pyarrow', 'rich.table', 'trafilatura', 'httpx') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


def test_a_locale_without_utf8_writes_utf8() -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "gencatan", "read", str(REPORT), "--format", "table"]
    done = subprocess.run(command, capture_output=True, check=True, env=environment)
    assert "≥ 200" in done.stdout.decode("utf-8")


def test_markup_in_a_report_is_text(capsys: pytest.CaptureFixture[str]) -> None:
    from gencatan.cli.console import make_console
    from gencatan.cli.table import show

    document = Document.create("[bold red]word[/]", title="[link=http://x]t[/link] :warning:")
    show(make_console(), document, [Claim(document.id, "event", {}, (Span(0, 17, document.text),))])
    shown = capsys.readouterr().out
    assert "[bold red]word[/]" in shown
    assert ":warning:" in shown


def test_the_list_of_commands_has_whole_sentences() -> None:
    shown = run("--help").stdout.decode()
    assert "..." not in shown.partition("Commands:")[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("tolls", "--nope"), "--nope"),
        (("tolls", "--format", "pdf", "--ledger", "x.db"), "'pdf' is not one of"),
        (("tolls",), "--ledger"),
        (("nothing",), "nothing"),
        (("--nope",), "--nope"),
    ],
)
def test_a_wrong_option_is_said_in_one_line_like_all_else(
    arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GENCATAN_LEDGER", raising=False)
    done = CliRunner().invoke(app, list(arguments), prog_name="gencatan")
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("gencatan: ")
    assert words in line
    assert "-h)" in line


def test_marks_that_turn_the_direction_of_writing_stay_out_of_tables(tmp_path: Path) -> None:
    turned = tmp_path / "turned.txt"
    turned.write_text("\u202eRebels shelled the town on \u2067Monday, killing a soldier.\n", encoding="utf-8")
    table = run("read", turned, "--published", "2024-03-14", "--format", "table").stdout.decode()
    assert "Rebels" in table
    assert not {"\u202e", "\u2067"} & set(table)
    claims = run("read", turned, "--published", "2024-03-14").stdout.decode()
    assert "\u202e" in claims or "\\u202e" in claims  # data are the report's own characters


def test_an_interrupt_while_the_program_is_loaded_is_one_line() -> None:
    code = (
        "import sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'gencatan.cli.app': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "from gencatan.cli import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, timeout=600)
    assert (done.returncode, done.stderr) == (130, b"gencatan: interrupted\n")


def test_in_a_narrow_window_no_date_is_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    for width, columns in (("40", False), ("60", False), ("72", True), ("100", True)):
        monkeypatch.setenv("COLUMNS", width)
        table = run("read", REPORT, "--format", "table", "--kind", "meeting").stdout.decode()
        assert "2023-09-21" in table
        rows = [line for line in table.splitlines() if not line.startswith("  ")]
        assert any("Azerbaijani" in row for row in rows), "in its cell, beside the words of the report"
        assert ("Says who" in table) is columns
        assert max(map(len, table.splitlines())) <= int(width)


def test_what_somebody_denies_is_denied_and_what_is_told_not_to_be_so_is_not_so() -> None:
    text = (
        b"Azerbaijan denied having shelled the village.\nThe rebels did not attack the town of Stepanakert on Monday."
    )
    rows = run("read", "-", "--language", "en", "--format", "table", stdin=text).stdout.decode().splitlines()
    assert [word for word in ("DENIED", "NOT SO") for row in rows if word in row] == ["DENIED", "NOT SO"], rows


def test_a_report_in_another_language_than_is_said_is_told_of() -> None:
    english = b"The government and the rebels signed a ceasefire in Geneva on Friday, officials said."
    told = run("read", "-", "--language", "id", stdin=english).stderr.decode()
    assert "looks like English; read as Indonesian, as --language says" in told
    assert "looks like" not in run("read", "-", "--language", "en", stdin=english).stderr.decode()
