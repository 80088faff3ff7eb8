"""The code and tables of a package as bytes, for digests that say by which rules something was made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from gencatan.model.ids import canonical_json

SORTS: Final = (".py", ".toml")


def digest_of(packages: Iterable[str]) -> str:
    """The same digest is the same code and tables, under the same names: 64 hexadecimal digits."""
    found = hashlib.sha256()
    for package in packages:
        for name, content in code_of(package):
            found.update(canonical_json([package, name]).encode())
            found.update(content)
    return found.hexdigest()


def code_of(package: str) -> Iterator[tuple[str, bytes]]:
    """The files of a package and of the packages in it, by name: `("judging/rules.py", b"…")`, line ends as on Unix."""
    return _inside(files(package), "")


def _inside(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _inside(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(SORTS):
            yield f"{prefix}{entry.name}", entry.read_bytes().replace(b"\r\n", b"\n")
