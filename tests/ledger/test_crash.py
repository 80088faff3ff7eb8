"""Killed at any instant the ledger opens clean, nothing is lost or doubled, and a rerun completes the work."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

from gencatan.ledger import Ledger
from gencatan.model import Judgement
from tests.ledger.made import RUN, add, claims, fill, report
from tests.ledger.processes import finish, kill_after, note, start

REPORTS = [report(f"r{number:03}", f"2023-09-{number % 28 + 1:02}") for number in range(240)]
BATCH = 4
KILLS = 50


def bulk_add(address: str, log: Path, documents: list[int]) -> None:
    """Add reports in batches, as `books` does: what is there already is skipped, what was committed is noted."""
    with Ledger.open(address) as ledger:
        for at in range(0, len(documents), BATCH):
            batch = [REPORTS[number] for number in documents[at : at + BATCH]]
            with ledger.writing() as writer:
                for document in batch:
                    if add(writer, document):
                        found = claims(document)
                        partners = writer.partners(["kind:event"], not_in=document.id)[:3]
                        writer.add_judgements(
                            Judgement("same_incident", *sorted((found[0].id, partner.id)), 0.5) for partner in partners
                        )
            for document in batch:
                note(log, document.id)


def committed(log: Path) -> set[str]:
    return set(log.read_text().split()) if log.exists() else set()


def check(address: str, promised: set[str]) -> set[str]:
    """Every document that was promised is there, and each that is there is whole."""
    with Ledger.open(address) as ledger:
        snapshot = ledger.snapshot()
        found = [document.id for document in ledger.documents()]
        assert len(found) == len(set(found))
        assert promised <= set(found)
        by_id = {document.id: document for document in REPORTS}
        assert {record.id: record.claim for record in snapshot.records} == {
            claim.id: claim for id_ in found for claim in claims(by_id[id_])
        }
        assert len(snapshot.records) == 3 * len(found)
        assert list(ledger.documents(unread_by=RUN)) == []
        return set(found)


def test_killed_fifty_times_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    drawn = random.Random(5)
    path, log = tmp_path / "books.db", tmp_path / "log"
    everything = list(range(len(REPORTS)))
    killed = 0
    while killed < KILLS:
        promised = committed(log)
        worker = start(bulk_add, str(path), log, everything)
        killed += kill_after(worker, drawn.uniform(0, 0.12))
        promised |= committed(log)
        if not path.exists():
            continue
        with sqlite3.connect(path) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()
        check(str(path), promised)
        if len(committed(log)) >= len(REPORTS) - BATCH:  # faster than we kill: begin again
            for left in tmp_path.iterdir():
                left.unlink()
    finish(start(bulk_add, str(path), log, everything))
    assert check(str(path), committed(log)) == {document.id for document in REPORTS}
    undisturbed = tmp_path / "undisturbed.db"
    bulk_add(str(undisturbed), tmp_path / "other", everything)
    with Ledger.open(path) as one, Ledger.open(undisturbed) as other:
        assert one.snapshot() == other.snapshot()


def test_a_client_killed_leaves_postgresql_whole(schemas: Callable[[], str], tmp_path: Path) -> None:
    drawn = random.Random(6)
    address, log = schemas(), tmp_path / "log"
    some = list(range(80))
    for _ in range(10):
        kill_after(start(bulk_add, address, log, some), drawn.uniform(0, 0.4))
        check(address, committed(log))
    finish(start(bulk_add, address, log, some))
    assert len(check(address, committed(log))) == len(some)


def test_two_writers_at_once(address: str, tmp_path: Path) -> None:
    finish(
        start(bulk_add, address, tmp_path / "one", list(range(60))),
        start(bulk_add, address, tmp_path / "two", list(range(40, 100))),
    )
    assert len(check(address, committed(tmp_path / "one") | committed(tmp_path / "two"))) == 100


def test_many_create_the_same_books_at_once(address: str, tmp_path: Path) -> None:
    finish(*(start(bulk_add, address, tmp_path / "log", [number]) for number in range(6)))
    assert len(check(address, committed(tmp_path / "log"))) == 6


def test_a_reader_sees_one_state_while_another_writes(address: str) -> None:
    with Ledger.open(address) as ledger, Ledger.open(address) as other:
        fill(ledger, REPORTS[0])
        with ledger.writing() as writer:
            add(writer, REPORTS[1])
            assert other.revision == 1
            assert len(other.snapshot().records) == 3
        assert other.revision == 2
        assert len(other.snapshot().records) == 6
