"""Where the books lie: a SQLite file or a PostgreSQL schema, opened, brought up to date and kept in order.

Everything that differs between the two is here and in `dialect`; whatever a driver raises leaves as a LedgerError.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Timer
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError
from sqlalchemy.pool import QueuePool

from gencatan.errors import (
    LedgerError,
    LedgerLockedError,
    LedgerStorageError,
    NewerLedgerError,
    NotALedgerError,
    UsageError,
)
from gencatan.ledger.schema import metadata

VERSIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every schema there has been, the newest last."""

MARK: Final = 0x67636174
"""SQLite's `application_id` of a ledger: "gcat"."""

MAGIC: Final = b"SQLite format 3\0"
PRAGMAS: Final = (
    "foreign_keys = ON",
    "synchronous = FULL",  # once `writing` is left a report is on the disk, though the power fail the next instant
    "secure_delete = ON",  # what is purged is written over
    "temp_store = MEMORY",
    "cache_size = -65536",  # KiB
)
WAIT: Final = 30.0
"""Seconds that a writer waits for another before it gives up."""
SILENCE: Final = 1.0
"""Seconds of waiting for another writer before it is told."""
PATIENCE: Final = 5.0
"""Seconds that a purge waits for readers before it says that they keep its words in the log."""


OnWait = Callable[[str], None]
"""Told in words that another writer keeps us waiting."""


class Store:
    """An open database that holds a ledger of today's schema."""

    def __init__(self, engine: Engine, address: str, *, path: Path | None = None, read_only: bool = False) -> None:
        """Use `open_store`."""
        self.engine = engine
        self.address = address
        self.path = path
        self.read_only = read_only
        self.postgresql = path is None
        self.on_wait: OnWait | None = None
        self._file: tuple[int, int] | None = None
        self._replaced = False
        self.lingers = False
        """Whether purged words are still in the file's log, since somebody was reading what was before."""

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the books throughout."""
        with translated(self.address), self.engine.connect() as connection:
            if self.postgresql:
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self, wait: float = WAIT) -> Iterator[Connection]:
        """A transaction that no other writer shares; committed at the end, undone by any exception.

        Raises LedgerLockedError when another writer holds the books for longer than `wait` seconds; with 0, at once.
        """
        if self.read_only:
            raise LedgerStorageError("may only be read", address=self.address)
        with translated(self.address), self.engine.connect() as connection:
            if not self.postgresql:
                connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(wait * 1000)}").close()
                connection.rollback()
                connection = connection.execution_options(begin="BEGIN IMMEDIATE")
            with ExitStack() as transaction:
                with self.waiting(wait):
                    transaction.enter_context(connection.begin())
                    if self.postgresql:
                        _lock(connection, wait, self.address)
                self.still_there()
                yield connection
        self.still_there()
        self._scrub_again()

    def still_there(self) -> None:
        """Whether the file that was opened still has its name; the first time, which file that is.

        A removed file takes what is written until it is closed, and then all of it is gone. Raises LedgerError.
        """
        if self.path is None:
            return
        try:
            found = self.path.stat()
        except OSError:
            raise LedgerError(_GONE, address=self.address) from None
        now = found.st_dev, found.st_ino
        if self._file is None:
            self._file = now
        elif self._file != now:
            if not self._replaced:  # its log lies by name beside the other file, which would take it for its own
                for suffix in ("-wal", "-shm"):
                    with suppress(OSError):
                        Path(f"{self.path}{suffix}").unlink()
            self._replaced = True
            raise LedgerError(_GONE, address=self.address)

    @contextmanager
    def waiting(self, wait: float) -> Iterator[None]:
        """Around what another writer may hold up: `on_wait` is told once that takes longer than SILENCE."""
        if self.on_wait is None or wait <= SILENCE:
            yield
            return
        words = f"{self.address}: {_BUSY_NOW}; waiting up to {wait:.0f} seconds for it"
        timer = Timer(SILENCE, self.on_wait, (words,))
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def scrub(self, wait: float = PATIENCE) -> None:
        """After a purge: let the store write over what was erased; `lingers` says if readers kept it from that.

        Waits for them for `wait` seconds.
        """
        with translated(self.address), self.engine.connect() as connection:
            if self.postgresql:
                connection = connection.execution_options(isolation_level="AUTOCOMMIT")
                connection.exec_driver_sql(f"VACUUM {', '.join(PURGED)}")
            else:
                dbapi: Any = connection.connection.dbapi_connection
                dbapi.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}").close()
                ((busy, *_),) = dbapi.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                self.lingers = bool(busy)

    def _scrub_again(self) -> None:
        if self.lingers:
            with suppress(LedgerError):  # what was asked for is done; `lingers` stays
                self.scrub(0)

    def close(self) -> None:
        """Let go of all connections."""
        self._scrub_again()
        with translated(self.address):
            self.engine.dispose()


def _lock(connection: Connection, wait: float, address: str) -> None:
    """PostgreSQL: be the only writer until the transaction ends."""
    least = max(wait, 0.001)  # to PostgreSQL 0 is no limit at all
    connection.execute(text("SELECT set_config('lock_timeout', :limit, true)"), {"limit": f"{least:.3f}s"})
    if wait > 0:
        connection.execute(text("SELECT pg_advisory_xact_lock(:mark, hashtext(current_schema()))"), _MARKED)
        return
    tried = text("SELECT pg_try_advisory_xact_lock(:mark, hashtext(current_schema()))")
    if not connection.execute(tried, _MARKED).scalar_one():
        raise LedgerLockedError(_BEING_WRITTEN, address=address)


PURGED: Final = (
    "documents",
    "amendments",
    "resolutions",
    "facets",
    "blocks",
    "signatures",
    "reviews",
    "search",
    "kept",
)
"""Tables that a purge erases from."""
_MARKED: Final = {"mark": MARK}
_GONE: Final = "was removed or replaced while it was open, and what was written to it since is not in it"
_BUSY_NOW: Final = "another program is writing to it"
_BEING_WRITTEN: Final = f"{_BUSY_NOW}; try again when it is done"


def open_store(address: str | Path, *, create: bool = True, on_wait: OnWait | None = None) -> Store:
    """The store at a path, `sqlite:///…` or `postgresql://…`, its schema brought up to date.

    Raises LedgerError or one of its kinds.
    """
    store = _postgresql(str(address)) if _is_postgresql(address) else _sqlite(_file(address), create)
    store.on_wait = on_wait
    try:
        _bring_up_to_date(store, create)
        store.still_there()
    except BaseException:
        store.engine.dispose()
        raise
    return store


def new_file(address: str | Path) -> Path | None:
    """The file that a new ledger is to be, None where there is one already, or where no file can or is to be made."""
    path = None if _is_postgresql(address) else _file(address)
    if path is None or "\0" in str(path) or not path.name or str(path) == ":memory:":
        return None
    taken = path.is_dir() or (path.exists() and path.stat().st_size > 0)
    return None if taken or not os.access(path.parent, os.W_OK) else path


def _is_postgresql(address: str | Path) -> bool:
    return str(address).startswith(("postgresql://", "postgres://", "postgresql+psycopg://"))


def _file(address: str | Path) -> Path:
    words = str(address)
    if "://" in words and not words.startswith("sqlite://"):
        raise UsageError(f"a ledger is a file, sqlite:///… or postgresql://…, not {words.partition('://')[0]}://…")
    return Path(words.removeprefix("sqlite:///") if words.startswith("sqlite://") else address)


# --- SQLite


def _sqlite(path: Path, create: bool) -> Store:
    name = str(path)
    if "\0" in name or name in {"", ".", ":memory:"}:
        raise UsageError(f"{name!r} is no file for a ledger")
    if path.is_dir():
        raise NotALedgerError("a folder", address=name)
    try:
        exists = path.exists() and path.stat().st_size > 0
        if not exists and not create and path.exists():
            raise NotALedgerError("an empty file, which holds no ledger", address=name)
        if not exists and not create:
            raise LedgerError("no such ledger", address=name)
        if not path.parent.is_dir():
            raise LedgerError(f"the folder {path.parent} does not exist", address=name)
        if exists:
            with path.open("rb") as file:
                if file.read(len(MAGIC)) != MAGIC:
                    raise NotALedgerError("not a SQLite database", address=name)
    except OSError as error:
        raise LedgerStorageError(error.strerror or str(error), address=name) from error
    read_only = exists and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    uri = path.absolute().as_uri() + (_read_only_mode(path) if read_only else "")
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False, cached_statements=256
        ),
        poolclass=QueuePool,
    )
    event.listen(engine, "connect", _pragmas)
    event.listen(engine, "begin", _begin)
    return Store(engine, name, path=path, read_only=read_only)


def _read_only_mode(path: Path) -> str:
    # Without a log beside it nobody is writing, and the file can be read as it lies.
    return "?mode=ro" if Path(f"{path}-wal").exists() else "?immutable=1"


def _pragmas(connection: sqlite3.Connection, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


def _backup(store: Store, version: str) -> Path:
    """A copy of the file as it is, beside it; complete before anything is changed."""
    assert store.path is not None
    when = datetime.now(UTC).strftime("%Y%m%dT%H%M%S")
    target = store.path.with_name(f"{store.path.name}.{version}-{when}.backup")
    part = target.with_name(target.name + ".part")
    with translated(store.address):
        source = sqlite3.connect(store.path.absolute().as_uri() + "?mode=ro", uri=True)
        copy = sqlite3.connect(part)
        try:
            source.backup(copy)
        finally:
            copy.close()
            source.close()
    part.replace(target)
    return target


# --- PostgreSQL


def _postgresql(address: str) -> Store:
    try:
        url = make_url(address).set(drivername="postgresql+psycopg")
        engine = create_engine(url, pool_pre_ping=True)
    except ImportError as error:
        raise LedgerError("PostgreSQL needs its driver: pip install 'gencatan[postgresql]'") from error
    except (ArgumentError, ValueError) as error:
        raise UsageError("this postgresql:// address cannot be understood") from error
    return Store(engine, url.set(drivername="postgresql").render_as_string(hide_password=True))


# --- Schema


def _bring_up_to_date(store: Store, create: bool) -> None:
    with translated(store.address), store.waiting(WAIT), store.engine.connect() as connection:
        version = _version(store, connection)
    if version == VERSIONS[-1]:
        return
    if version is None and not create:
        raise NotALedgerError("holds no ledger", address=store.address)
    if store.read_only:
        raise LedgerStorageError(f"has the old schema {version} and may only be read", address=store.address)
    if version and not store.postgresql:
        _backup(store, version)
    if not store.postgresql:
        _write_ahead(store)
    with store.writing() as connection:
        if _version(store, connection) != VERSIONS[-1]:  # another program may have been faster
            _migrate(connection)


def _version(store: Store, connection: Connection) -> str | None:
    """The schema's version, None where nothing is there yet. Raises for what is no ledger, or a newer one."""
    tables = set(inspect(connection).get_table_names())
    if store.postgresql:
        encoding = connection.execute(text("SHOW server_encoding")).scalar_one()
        if encoding != "UTF8":
            raise NotALedgerError(f"the database is encoded in {encoding}; a ledger needs UTF8", address=store.address)
        ours = metadata.tables["commits"].name in tables
    else:
        mark = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        ours = mark == MARK
        if not ours and (mark or connection.exec_driver_sql("PRAGMA user_version").scalar_one()):
            raise NotALedgerError("a SQLite database of another program", address=store.address)
    if not ours:
        if tables:
            other = ", ".join(sorted(tables)[:3])
            raise NotALedgerError(f"holds other tables ({other} …), not a ledger", address=store.address)
        return None
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if version not in VERSIONS:
        raise NewerLedgerError(
            f"has schema {version}; this gencatan knows up to {VERSIONS[-1]}: use a newer one", address=store.address
        )
    return str(version)


def _write_ahead(store: Store) -> None:
    with translated(store.address), store.engine.connect() as connection:
        dbapi: Any = connection.connection.dbapi_connection
        dbapi.execute("PRAGMA journal_mode = WAL").close()


def _migrate(connection: Connection, to: str = "head") -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {MARK}")


# --- Errors

_BUSY, _LOCKED, _CORRUPT, _NOT_A_DATABASE = 5, 6, 11, 26
_UNDECODED: Final = "Could not decode to UTF-8"


@contextmanager
def translated(address: str) -> Iterator[None]:
    """Whatever a driver raises becomes a LedgerError that names the ledger."""
    try:
        yield
    except IntegrityError:
        raise  # a fault of ours
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) and error.orig else error
        raise _as_ledger_error(cause, address) from error
    except UnicodeDecodeError as error:  # not even SQLite's own words, or a table's name, are text any more
        raise damaged("text that is no UTF-8", address) from error


def damaged(words: str, address: str) -> NotALedgerError:
    """The error for books that hold what nobody wrote."""
    return NotALedgerError(
        f"damaged ({' '.join(words.split())[:300]}); a backup or a dump is what helps", address=address
    )


def _as_ledger_error(cause: BaseException, address: str) -> LedgerError:
    words = " ".join(str(cause).split())[:300] or type(cause).__name__
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        if code in {_BUSY, _LOCKED}:
            return LedgerLockedError(_BEING_WRITTEN, address=address)
        if code in {_CORRUPT, _NOT_A_DATABASE} or words.startswith(_UNDECODED):
            return damaged(words, address)
        return LedgerStorageError(words, address=address)
    if getattr(cause, "sqlstate", None) in {"55P03", "40001", "40P01"}:
        return LedgerLockedError(_BEING_WRITTEN, address=address)
    return LedgerStorageError(words, address=address)


__all__ = ["VERSIONS", "Store", "damaged", "new_file", "open_store", "translated"]
