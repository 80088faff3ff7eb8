"""Where commands write: never over a ledger, whole or not at all, and a word where it cannot be written."""

from __future__ import annotations

import errno
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gencatan.cli import output as output_module
from gencatan.cli.console import Closed, is_of_a_stream
from gencatan.cli.output import Whole
from gencatan.errors import UsageError
from gencatan.ledger import Ledger
from gencatan.model import Review
from tests.cli.test_books import complained, told
from tests.cli.test_cli import REPORT, run
from tests.conftest import REPORTS
from tests.ledger.made import claims, fill, report

FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of one report, with one review."""
    path = tmp_path / "books.db"
    with Ledger.open(path) as ledger:
        fill(ledger, report("a"))
        with ledger.writing() as writer:
            writer.add_review(Review("accept", (claims(report("a"))[0].id,), "ana", "2023-10-01T00:00:00+00:00"))
    return path


@pytest.fixture
def busy(ledger: Path) -> Iterator[Path]:
    """The ledger while another program has it open, so that its log and the log's index lie beside it."""
    other = sqlite3.connect(ledger, isolation_level=None)
    other.execute("UPDATE commits SET recorded_at = '2023-10-01T00:00:00.000000Z'")
    yield ledger
    other.close()


def _link(path: Path) -> Path:
    path.with_name("link").symlink_to(path)
    return path.with_name("link")


def _hard_link(path: Path) -> Path:
    path.with_name("hard").hardlink_to(path)
    return path.with_name("hard")


def _beside(end: str) -> Callable[[Path], Path]:
    return lambda path: path.with_name(path.name + end)


@pytest.mark.parametrize(
    "reach",
    [
        lambda path: path,
        _link,
        _hard_link,
        _beside("-wal"),
        _beside("-shm"),
        _beside("-journal"),
        lambda path: _hard_link(_beside("-wal")(path)),
        lambda path: _hard_link(_beside("-shm")(path)),
        lambda path: _link(_beside("-wal")(path)),
    ],
)
def test_nothing_is_written_over_a_ledger(busy: Path, reach: Callable[[Path], Path]) -> None:
    out = reach(busy)
    files = {path: path.stat().st_ino for path in busy.parent.iterdir()}
    held = told("dump", "--ledger", busy)
    commands = (
        ("dump", "--ledger", busy, "-o", out),
        ("calendar", "--ledger", busy, "-o", out),
        ("read", REPORT, "-o", out, "--format", "jsonl"),
        ("read", REPORT, "-o", out, "--format", "html"),
    )
    for command in commands:
        assert "never written over" in complained(*command), command
    assert {path: path.stat().st_ino for path in busy.parent.iterdir()} == files
    assert told("dump", "--ledger", busy) == held


def test_a_ledger_is_no_folder_for_pages_or_exports(ledger: Path) -> None:
    before = ledger.read_bytes()
    assert "needs a folder" in complained("review", "export", "--ledger", ledger, "-o", ledger)
    assert "need a folder" in complained("demo", "-o", ledger)
    assert "ledger of other reports" in complained("demo", "-o", ledger.with_suffix(""))
    assert ledger.read_bytes() == before
    assert [path.name for path in ledger.parent.iterdir()] == [ledger.name]


def test_folders_that_cannot_be_made(ledger: Path) -> None:
    for command in (("review", "export", "--ledger", ledger), ("demo",)):
        said = complained(*command, "-o", ledger / "gold" / "new")
        assert "cannot write" in said
        assert str(ledger) in said


def test_a_database_that_comes_meanwhile_is_spared(tmp_path: Path, ledger: Path) -> None:
    out = tmp_path / "claims.jsonl"
    before = ledger.read_bytes()
    with pytest.raises(UsageError, match="never written over"):
        _write(out, lambda: ledger.rename(out))
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [out.name]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / ("n" * 250)
    out.write_text("old")
    monkeypatch.setattr(output_module.os, "fsync", _full)
    with pytest.raises(UsageError, match="No space left"):
        _write(out)
    monkeypatch.undo()
    with pytest.raises(KeyboardInterrupt):
        _write(out, _interrupt)
    assert out.read_text() == "old"
    _write(out)
    assert out.read_text() == "new"
    assert list(tmp_path.iterdir()) == [out]


def _write(out: Path, then: Callable[[], object] = lambda: None) -> None:
    with Whole(out) as whole:
        whole.text("new")
        then()


def _interrupt() -> None:
    raise KeyboardInterrupt


def _full(_: int) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_report_in_a_folder_that_is_read_is_not_written_over(tmp_path: Path) -> None:
    source = tmp_path / "one.json"
    source.write_bytes(REPORT.read_bytes())
    assert "one of the sources" in complained("read", tmp_path, "-o", source)
    for _ in range(2):  # claims that were written there before are no report
        told("read", tmp_path, "-o", tmp_path / "claims.jsonl")
    assert source.read_bytes() == REPORT.read_bytes()


COMMANDS = (
    ("--help",),
    ("--version",),
    ("read", "--help"),
    ("kinds",),
    ("languages",),
    ("conflicts",),
    ("read", str(REPORT)),
    ("explain", str(REPORT)),
    ("why-not", str(REPORT), "Armenia"),
    ("timeline", "--ledger", "LEDGER"),
    ("tolls", "--ledger", "LEDGER", "--format", "csv"),
    ("dossier", "--ledger", "LEDGER", "--format", "table"),
    ("search", "army", "--ledger", "LEDGER", "--format", "json"),
    ("review", "log", "--ledger", "LEDGER"),
    ("dump", "--ledger", "LEDGER"),
    ("add", str(REPORT), "--ledger", "LEDGER"),
)


@FULL
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_under_stdout_is_said(ledger: Path, command: tuple[str, ...]) -> None:
    done = _into("/dev/full", ledger, command)
    assert done.returncode == 2, done.stderr
    assert done.stderr.decode() == f"gencatan: cannot write stdout: {os.strerror(errno.ENOSPC)}\n"


def test_a_closed_stdout_is_said(ledger: Path) -> None:
    for command in (COMMANDS[0], COMMANDS[3], COMMANDS[9]):
        done = _into("&-", ledger, command)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        assert b"closed" in done.stderr


def test_a_closed_stdin_is_an_empty_one(tmp_path: Path) -> None:
    script = f'"{sys.executable}" -m gencatan add - --ledger "{tmp_path / "new.db"}" <&-'
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stderr.count(b"\n"), b"empty" in done.stderr) == (2, 1, True)


def test_words_that_nobody_hears_are_no_error(ledger: Path) -> None:
    nowhere = ledger.with_name("nowhere.db")
    for end in ("2>&-", "2>/dev/full"):
        script = f'"{sys.executable}" -m gencatan tolls --ledger "{nowhere}" {end}'
        done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=120)
        assert (done.returncode, done.stdout) == (2, b"")


def test_adding_goes_on_when_nobody_reads_the_lines_any_more(tmp_path: Path) -> None:
    reports = sorted(REPORTS.glob("*.json"))[:3]
    named = " ".join(f'"{path}"' for path in reports)
    script = f'"{sys.executable}" -m gencatan add {named} --ledger "{tmp_path / "books.db"}" | true'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", script], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"3 added" in done.stderr


def test_only_a_stream_that_cannot_be_written_is_no_fault_of_ours() -> None:
    assert is_of_a_stream(OSError(errno.ENOSPC, "full"))
    assert not is_of_a_stream(OSError(errno.ENOENT, "no such file", "model.bin"))
    assert not is_of_a_stream(OSError(errno.ENOSPC, "full", "part.jsonl"))
    with pytest.raises(OSError, match="closed"):
        print("words", file=Closed())


def _into(where: str, ledger: Path, command: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    words = " ".join(f'"{ledger if one == "LEDGER" else one}"' for one in command)
    script = f'"{sys.executable}" -m gencatan {words} >{where}'
    return subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=120)


def test_a_help_that_nobody_reads_on_is_quiet() -> None:
    assert run("--help").stderr == b""
    script = f'"{sys.executable}" -m gencatan --help | true'
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False, timeout=120)
    assert done.stderr == b""


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("output", ["claims.jsonl", "pages"])
def test_asked_to_stop_while_writing_it_leaves_nothing_half_written(
    tmp_path: Path, asked: signal.Signals, output: str
) -> None:
    """A real process whose last report never comes."""
    out = tmp_path / "out"
    out.mkdir()
    chosen = ["--format", "html"] if output == "pages" else []
    first = str(next(REPORTS.glob("en-*.json")))
    command = [sys.executable, "-m", "gencatan", "read", first, "-", "-o", str(out / output), *chosen]
    # Under nohup the tests' own process ignores what asks it to hang up, and so would its children.
    heeded = signal.signal(asked, signal.SIG_DFL)
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    finally:
        signal.signal(asked, heeded)
    for _ in range(1200):
        if list(out.iterdir()):
            break
        time.sleep(0.05)
    assert [one.suffix for one in out.iterdir()] == [".part"]
    process.send_signal(asked)
    assert process.wait(60) == -asked
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert list(out.iterdir()) == []


@pytest.mark.parametrize("asked", [signal.SIGTERM, signal.SIGHUP])
def test_a_request_waits_until_what_is_made_is_known_as_half_written(tmp_path: Path, asked: signal.Signals) -> None:
    part = tmp_path / "out.part"
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from gencatan.cli import stopping\n"
        f"signal.signal({int(asked)}, signal.SIG_DFL)\n"
        "stopping.obey()\n"
        "with stopping.held():\n"
        f"    Path({str(part)!r}).touch()\n"
        f"    os.kill(os.getpid(), {int(asked)})\n"
        "    print('goes on', flush=True)\n"
        f"    stopping.begin(Path({str(part)!r}))\n"
        "print('is over', flush=True)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, timeout=120)
    assert (done.returncode, done.stdout) == (-asked, b"goes on\n")
    assert not part.exists()
