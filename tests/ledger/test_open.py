"""What cannot be opened or written says so in one line, and is left as it was."""

from __future__ import annotations

import ast
import os
import shutil
import sqlite3
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, select, text

from gencatan.errors import (
    GencatanError,
    LedgerError,
    LedgerLockedError,
    LedgerStorageError,
    NewerLedgerError,
    NotALedgerError,
    UsageError,
)
from gencatan.ledger import Ledger, PurgeWarning, migrations, words
from gencatan.ledger import store as store_module
from gencatan.ledger.dialect import insert_rows
from gencatan.ledger.migrations import splitting
from gencatan.ledger.schema import metadata
from gencatan.ledger.store import VERSIONS, Store
from tests.ledger.made import fill, report, words_of
from tests.ledger.processes import as_nobody, start


def _foreign(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    connection.close()


def _marked(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 77")
        connection.execute("PRAGMA user_version = 1")
    connection.close()


def _garbled(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 32)


def _cut_off(path: Path) -> None:
    with Ledger.open(path) as ledger:
        fill(ledger, report("a"))
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: path.write_text("A report, not a ledger."), "not a SQLite database"),
        (lambda path: path.write_bytes(b"\xff\xd8\xff\xe0 a picture"), "not a SQLite database"),
        (lambda path: path.mkdir(), "a folder"),
        (_foreign, "holds other tables"),
        (_marked, "of another program"),
        (_garbled, "damaged"),
        (_cut_off, "damaged"),
    ],
)
def test_what_is_no_ledger_is_refused_and_left_alone(make: Callable[[Path], None], words: str, tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for create in (True, False):
        with pytest.raises(NotALedgerError, match=words) as caught, Ledger.open(path, create=create) as ledger:
            ledger.snapshot()
        assert str(path) in str(caught.value)
        assert "\n" not in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_damage_in_the_middle_is_said(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    with Ledger.open(path) as ledger:
        fill(ledger, *(report(f"r{number}", text=report("x").text * 20) for number in range(60)))
    content = bytearray(path.read_bytes())
    content[20_000:-4_096] = b"\x55" * (len(content) - 24_096)
    path.write_bytes(content)
    with pytest.raises(NotALedgerError, match="damaged"), Ledger.open(path) as ledger:
        ledger.snapshot()


def test_without_create_there_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger.open(tmp_path / "none.db", create=False)
    (tmp_path / "empty.db").touch()
    with pytest.raises(LedgerError, match="an empty file"):
        Ledger.open(tmp_path / "empty.db", create=False)
    assert not (tmp_path / "none.db").exists()
    with pytest.raises(LedgerError, match="does not exist"):
        Ledger.open(tmp_path / "no" / "books.db")


@pytest.mark.parametrize(
    "address", ["", ":memory:", "mysql://host/db", "postgresql://host:port/db", "a\0b", "http://x/y.db"]
)
def test_an_address_that_makes_no_sense(address: str) -> None:
    with pytest.raises(UsageError):
        Ledger.open(address)


def test_every_way_to_write_a_files_address(tmp_path: Path) -> None:
    path = tmp_path / "odd name % ? # é.db"
    for address in (path, str(path), f"sqlite:///{path}"):
        with Ledger.open(address) as ledger:
            fill(ledger, report("a"))
            assert ledger.address == str(path)
    assert sorted(found.name for found in tmp_path.iterdir()) == [path.name]


# --- schema


def test_the_migrations_make_the_tables_that_queries_see(address: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with Ledger.open(address) as ledger, ledger._store.reading() as connection:
        options = {"include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("search")}
        assert compare_metadata(MigrationContext.configure(connection, opts=options), metadata) == []


def test_every_version_has_its_file() -> None:
    folder = Path(migrations.__file__).parent / "versions"
    assert tuple(sorted(path.name[:4] for path in folder.glob("0*.py"))) == VERSIONS


def _as_of_version(version: str, source: str, address: str) -> None:
    """A ledger as an older gencatan left it, with the rows of another: made by that version's own migrations."""
    old = {table.name: table for table in metadata.sorted_tables if table.name != "kept"}
    with Ledger.open(source) as ledger, ledger._store.reading() as connection:
        rows = {name: [dict(row._mapping) for row in connection.execute(select(t))] for name, t in old.items()}
    if address.startswith("postgresql"):
        store = store_module._postgresql(address)
    else:
        store = store_module._sqlite(Path(address), create=True)
    store_module._write_ahead(store) if not store.postgresql else None
    with store.writing() as connection:
        store_module._migrate(connection, version)
        there = inspect(connection).get_table_names()
        for name, table in old.items():
            if name not in there:
                continue  # a later version's
            insert_rows(connection, table, rows[name])
    store.close()


@pytest.mark.parametrize("version", VERSIONS[:-1])
def test_an_old_ledger_is_brought_up_to_date(version: str, addresses: Callable[[], str], store: str) -> None:
    source, address = addresses(), addresses()
    with Ledger.open(source) as ledger:
        fill(ledger, report("a"), report("b"))
        before = ledger.snapshot()
    _as_of_version(version, source, address)
    with Ledger.open(address, create=False) as ledger:
        assert ledger.snapshot() == before
        assert len(ledger.search("mardakert")) == 2
        fill(ledger, report("c"))
        assert len(ledger.search('"shelled mardakert"')) == 3
        backups = ledger.backups()
    assert len(backups) == (1 if store == "sqlite" else 0)
    for backup in backups:
        with sqlite3.connect(backup) as connection:
            assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(version,)]
            assert connection.execute("SELECT count(*) FROM documents").fetchall() == [(2,)]
        connection.close()


def test_a_migration_that_fails_changes_nothing(addresses: Callable[[], str], monkeypatch: pytest.MonkeyPatch) -> None:
    source, address = addresses(), addresses()
    with Ledger.open(source) as ledger:
        fill(ledger, report("a"))
        before = ledger.snapshot()
    _as_of_version("0001", source, address)

    def fail(*_: object) -> None:
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr("gencatan.ledger.migrations.splitting.index_words", fail)
        with pytest.raises(RuntimeError, match="power cut"):
            Ledger.open(address)
    with Ledger.open(address) as ledger:
        assert ledger.snapshot() == before
        assert len(ledger.search("mardakert")) == 1


def test_migrations_rest_on_nothing_that_may_change() -> None:
    """What an old ledger becomes must not hang on what today's code does."""
    folder = Path(migrations.__file__).parent
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            named = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            named += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            ours = [name for name in named if name.split(".")[0] == "gencatan"]
            assert all(name.startswith("gencatan.ledger.migrations.") for name in ours), path.name


@pytest.mark.parametrize(
    "text_", [report("a").text, "Şuşa, ½ ﷺ \u0130stanbul x_y", "kata " * 600, words_of(range(40_000))]
)
def test_words_are_split_as_the_last_migration_split_them(text_: str) -> None:
    """Else an old ledger would be searched otherwise than a new one: splitting anew takes a migration."""
    split = words.index_words("A title", text_)
    assert split == splitting.index_words("A title", text_)
    assert list(words.tsvectors(split)) == list(splitting.tsvectors(split))


def test_a_newer_ledger_is_refused_and_left_alone(address: str) -> None:
    with Ledger.open(address) as ledger, ledger._store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    with pytest.raises(NewerLedgerError, match="has schema 0999; this gencatan knows up to 0006"):
        Ledger.open(address)


# --- locks, space, rights


def test_a_locked_ledger_says_so(address: str) -> None:
    with Ledger.open(address) as ledger, Ledger.open(address) as other, ledger.writing() as writer:
        writer.add_document(report("a"))
        with pytest.raises(LedgerLockedError, match="another program is writing"), other.writing(wait=0.05):
            pass
    with Ledger.open(address) as ledger:
        fill(ledger, report("b"))
        assert ledger.revision == 2


def test_what_does_not_wait_for_a_writer_says_so_at_once(address: str) -> None:
    with Ledger.open(address) as ledger, Ledger.open(address) as other:
        fill(ledger, report("a"))
        began = time.monotonic()
        with ledger.writing() as writer:
            writer.add_document(report("b"))
            held = start(_gives_up, address)
            held.join(20)
            assert held.exitcode == 0  # None: it hangs behind the writer
        assert time.monotonic() - began < 20
        assert other.keep("question", ledger.revision, "{}")  # and once nobody writes it is kept
        assert other.recall("question") == (2, "{}")


def _gives_up(address: str) -> None:
    with Ledger.open(address) as ledger:
        assert not ledger.keep("question", 1, "{}")
        with pytest.raises(LedgerLockedError, match="another program is writing"), ledger.writing(wait=0):
            pass


def test_a_file_that_another_program_locked_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "books.db"
    with Ledger.open(path) as ledger:
        fill(ledger, report("a"))
    monkeypatch.setattr(store_module, "WAIT", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    other.execute("UPDATE commits SET recorded_at = recorded_at")
    try:
        with pytest.raises(LedgerLockedError, match="another program"), Ledger.open(path) as ledger:
            ledger.snapshot()
    finally:
        other.close()
    with Ledger.open(path) as ledger:
        assert ledger.revision == 1


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    reports = [report(f"r{number}", text=report("x").text * 30) for number in range(60)]
    added = []
    with Ledger.open(path) as ledger:
        event.listen(ledger._store.engine, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 120").close())
        ledger._store.engine.dispose()

        def fill_up() -> None:
            for document in reports:
                fill(ledger, document)
                added.append(document.id)

        with pytest.raises(LedgerStorageError, match="full") as caught:
            fill_up()
        assert str(path) in str(caught.value)
        assert 0 < len(added) < len(reports)
        assert [document.id for document in ledger.documents()] == added
        assert len(ledger.snapshot().records) == 3 * len(added)
    with Ledger.open(path) as ledger:
        for document in reports:
            fill(ledger, document)
        assert [document.id for document in ledger.documents()] == [document.id for document in reports]


@pytest.fixture
def readable() -> Iterator[Path]:
    """A folder that everybody may look into and nobody but its owner write to."""
    folder = Path(tempfile.mkdtemp(prefix="gencatan-ledger-"))
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_not_be_written_can_be_asked(readable: Path) -> None:
    path = readable / "books.db"
    with Ledger.open(path) as ledger:
        fill(ledger, report("a"))
    path.chmod(0o444)
    readable.chmod(0o555)

    def ask() -> tuple[int, int, str]:
        with Ledger.open(path, create=False) as ledger:
            try:
                fill(ledger, report("b"))
            except LedgerStorageError as error:
                return len(ledger.snapshot().records), len(ledger.search("truce")), str(error)
        return 0, 0, ""

    assert as_nobody(ask) == (3, 1, f"{path}: may only be read")

    def create() -> str:
        try:
            Ledger.open(readable / "new.db")
        except GencatanError as error:
            return f"{type(error).__name__}: {error}"
        return ""

    assert as_nobody(create).startswith("LedgerStorageError:")


def test_a_purge_leaves_no_words_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "books.db"
    words = "Rahasia besar wartawan Sutarno"
    text_ = report("x").text + " " + words + "."
    with Ledger.open(path) as ledger:
        fill(ledger, *(report(f"r{number}") for number in range(30)), report("a", text=text_, title=words))
        fill(ledger, *(report(f"s{number}") for number in range(30)))
        with ledger.writing() as writer:
            writer.purge("a", "privacy")
        held = b"".join(found.read_bytes() for found in tmp_path.iterdir())
        for word in (words, "Sutarno", "sutarno", "rahasia"):
            assert word.encode() not in held
        assert b"mardakert" in held  # words of the others can be found so


SECRET = "Rahasia besar wartawan Sutarno"


def _held(folder: Path) -> bool:
    return any(b"Sutarno" in found.read_bytes() for found in folder.iterdir())


@contextmanager
def _purged_while_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Ledger, sqlite3.Connection]]:
    """A ledger whose purge another program's open transaction kept from clearing the log."""
    monkeypatch.setattr(Store.scrub, "__defaults__", (0.05,))
    with Ledger.open(path) as ledger:
        fill(ledger, report("a", text=f"{report('x').text} {SECRET}."), report("b"))
        reader = sqlite3.connect(path, isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM documents").fetchall()
        with (
            pytest.warns(PurgeWarning, match=r"books\.db-wal; once .* purge again or open"),
            ledger.writing() as writer,
        ):
            writer.purge("a", "privacy")
        assert ledger.document("a") is None
        assert _held(path.parent)
        yield ledger, reader


def test_a_purge_says_that_a_reader_keeps_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _purged_while_read(tmp_path / "books.db", monkeypatch) as (ledger, reader):
        fill(ledger, report("c"))  # tries again, in vain and without a word
        with pytest.warns(PurgeWarning), ledger.writing() as writer:
            assert not writer.purge("a", "privacy")
        assert _held(tmp_path)
        reader.close()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with ledger.writing() as writer:
                assert not writer.purge("a", "privacy")
        assert not _held(tmp_path)


def test_what_a_reader_kept_of_a_purge_goes_with_the_next_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _purged_while_read(tmp_path / "books.db", monkeypatch) as (ledger, reader):
        reader.execute("COMMIT")
        assert _held(tmp_path)
        fill(ledger, report("c"))
        assert not _held(tmp_path)
        reader.close()


def test_what_a_reader_kept_of_a_purge_goes_on_close(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with _purged_while_read(tmp_path / "books.db", monkeypatch) as (_, reader):
        reader.execute("COMMIT")  # done reading, but the file stays open
        assert _held(tmp_path)
    assert not _held(tmp_path)
    reader.close()


def test_what_a_reader_kept_of_a_purge_goes_when_the_ledger_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "books.db"
    with _purged_while_read(path, monkeypatch) as (_, reader):
        pass
    assert _held(tmp_path)
    reader.close()
    with Ledger.open(path) as ledger:
        assert ledger.revision == 2
    assert not _held(tmp_path)


# --- PostgreSQL alone


def test_a_foreign_schema_is_refused(schemas: Callable[[], str]) -> None:
    import psycopg

    address = schemas()
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    with pytest.raises(NotALedgerError, match="holds other tables"):
        Ledger.open(address)


def test_a_database_in_another_encoding_is_refused(server: str) -> None:
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(NotALedgerError, match="LATIN1"):
        Ledger.open(server.replace("/postgres?", "/latin?"))


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(LedgerStorageError) as caught:
        Ledger.open("postgresql://sari:geheim@127.0.0.1:9/books")
    assert "sari:***@127.0.0.1:9/books" in str(caught.value)
    assert "geheim" not in str(caught.value)


def test_root_or_not_the_tests_of_rights_mean_something() -> None:
    assert as_nobody(os.geteuid) != 0


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_that_is_removed_or_replaced_while_it_is_open_is_noticed(replaced: bool, tmp_path: Path) -> None:
    """A removed file takes what is written and is gone with it: whoever adds must hear of it."""
    path, other = tmp_path / "books.db", tmp_path / "other.db"
    with Ledger.open(other) as ledger:
        fill(ledger, report("z"))
    with Ledger.open(path) as ledger:
        fill(ledger, report("a"))
        path.unlink()
        if replaced:
            other.replace(path)
        with pytest.raises(LedgerError, match="removed or replaced") as caught:
            fill(ledger, report("b"))
        assert str(path) in str(caught.value)
    if replaced:
        with Ledger.open(path) as ledger:
            assert ledger.document("z") is not None, "the other is left as it is"
            assert ledger.document("b") is None


def test_an_empty_file_is_said_to_be_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    with pytest.raises(NotALedgerError, match="an empty file, which holds no ledger"):
        Ledger.open(str(tmp_path / "empty.txt"), create=False)
