"""A real PostgreSQL for the time of the tests: its own folder, a socket instead of a port, an unprivileged owner."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


def binaries() -> Path | None:
    """The folder of PostgreSQL's programs, None where they are not installed."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return installed[-1].parent if installed else None


@contextmanager
def postgresql(programs: Path) -> Iterator[str]:
    """The address of a running server, which is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gencatan-pg-", dir="/tmp") as name:
        folder = Path(name)
        owner = _unprivileged()
        if owner:
            shutil.chown(folder, owner["user"], owner["group"])
        data = folder / "data"
        _run(programs / "initdb", "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync", **owner)
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c synchronous_commit=off"
        _run(programs / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start", **owner)
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop", **owner)


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root: then somebody else runs it."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise RuntimeError("no user to run PostgreSQL as")


def _run(*command: str | Path, **owner: Any) -> None:
    done = subprocess.run(
        [*map(str, command)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd="/", **owner
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stderr}")
