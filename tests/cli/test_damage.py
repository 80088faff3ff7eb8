"""Ledgers with flipped bytes: an answer or one line that names the file, never a traceback."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gencatan.cli.app import app
from gencatan.ledger import Ledger
from gencatan.ledger.damage import damage
from gencatan.model import Review
from tests.cli.test_books import told
from tests.conftest import REPORTS
from tests.ledger.made import claims, fill, report

COPIES = 30
ASKED = (
    ("dossier", "--conflict", "nagorno-karabakh", "--format", "table"),
    ("timeline",),
    ("tolls", "--format", "csv"),
    ("search", "army"),
    ("dump",),
    ("review", "queue"),
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A small ledger's file."""
    path = tmp_path_factory.mktemp("whole") / "books.db"
    with Ledger.open(path) as ledger:
        fill(ledger, *(report(name, f"2023-09-{19 + number}") for number, name in enumerate("abcd")))
        with ledger.writing() as writer:
            for claim in claims(report("a")):
                writer.add_review(Review("accept", (claim.id,), "ana", "2023-10-01T00:00:00+00:00"))
    return path.read_bytes()


def test_no_flipped_byte_shows_a_traceback(whole: bytes, tmp_path: Path) -> None:
    path, new = tmp_path / "spoilt.db", tmp_path / "new.txt"
    new.write_text("The army shelled Mardakert on Tuesday, killing 3 people.")
    codes = []
    for seed in range(COPIES):
        drawn = random.Random(seed)
        spoilt = bytearray(whole)
        for _ in range(drawn.choice((1, 8, 60))):
            spoilt[drawn.randrange(len(spoilt))] ^= drawn.randrange(1, 256)
        add = [("add", str(new), "--published", "2023-09-20")] if seed % 10 == 0 else []
        for command in (*ASKED, *add):
            for left in tmp_path.glob("spoilt.db*"):
                left.unlink()
            path.write_bytes(spoilt)
            done = CliRunner().invoke(app, [*command, "--ledger", str(path)], prog_name="gencatan")
            assert done.exception is None or isinstance(done.exception, SystemExit), (seed, command, done.exception)
            assert done.exit_code in (0, 2), (seed, command)
            assert done.exit_code == 0 or str(path) in done.stderr, (seed, command, done.stderr)
            codes.append(done.exit_code)
    assert min(codes.count(0), codes.count(2)) > COPIES / 2, "harmless and harmful flips alike"


def test_what_is_read_in_reports_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    told("add", *sorted(REPORTS.glob("*.json"))[:6], "--ledger", path)
    with Ledger.open(path) as ledger:
        assert damage(ledger._store) == ""
