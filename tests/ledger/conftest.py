"""Each test of the contract runs on every store."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from gencatan.ledger import Ledger
from tests.ledger.servers import binaries, postgresql

STORES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """A PostgreSQL server's address."""
    programs = binaries()
    if programs is None:
        assert os.environ.get("CI") != "true", "CI tests on PostgreSQL too; its programs are not here"
        pytest.skip("PostgreSQL's programs (initdb, pg_ctl) are not installed")
    with postgresql(programs) as address:
        yield address


@pytest.fixture(scope="session")
def schemas(server: str) -> Callable[[], str]:
    """Makes addresses of empty schemas."""
    import psycopg

    numbers = count()

    def make() -> str:
        name = f"t{next(numbers)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE SCHEMA {name}".encode())
        return f"{server}&options=-csearch_path%3D{name}"

    return make


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest) -> str:
    """Which store the test runs on."""
    return str(request.param)


@pytest.fixture
def addresses(store: str, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[[], str]:
    """Makes addresses of ledgers that are not there yet, in the test's store."""
    if store == "postgresql":
        return request.getfixturevalue("schemas")
    numbers = count()
    return lambda: str(tmp_path / f"books{next(numbers)}.db")


@pytest.fixture
def address(addresses: Callable[[], str]) -> str:
    """One such address."""
    return addresses()


@pytest.fixture
def ledger(address: str) -> Iterator[Ledger]:
    """Empty books."""
    with Ledger.open(address) as opened:
        yield opened
