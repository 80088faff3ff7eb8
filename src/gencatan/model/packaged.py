"""The code and tables of packages as bytes, for digests that say by which rules something was made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from gencatan.model.ids import canonical_json

SORTS: Final = (".py", ".toml")


def digest_of(packages: Iterable[str], beside: Iterable[tuple[str, bytes]] = ()) -> str:
    """The same digest is the same code and tables, under the same names: 64 hexadecimal digits.

    `packages` may name single modules too; `beside` are further tables that they go by, with their names.
    """
    found = hashlib.sha256()
    for package in packages:
        for name, content in code_of(package):
            found.update(canonical_json([package, name]).encode())
            found.update(content)
    for name, content in beside:
        found.update(canonical_json(["", name]).encode())
        found.update(content)
    return found.hexdigest()


def code_of(package: str) -> Iterator[tuple[str, bytes]]:
    """The files of a package and of the packages in it, by name: `("judging/rules.py", b"…")`; of a module its own.

    Line ends are as on Unix.
    """
    above, _, name = package.rpartition(".")
    module = files(above).joinpath(f"{name}.py") if above else None
    if module is not None and module.is_file():
        return iter([(module.name, _plain(module))])
    return _inside(files(package), "")


def _inside(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _inside(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(SORTS):
            yield f"{prefix}{entry.name}", _plain(entry)


def _plain(file: Traversable) -> bytes:
    return file.read_bytes().replace(b"\r\n", b"\n")
