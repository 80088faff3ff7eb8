"""The words of the shipped packs by which reports are compared, whatever languages they are in: `comparing.toml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import tomli

from gencatan.errors import PackError
from gencatan.language.pack import COMPARING, ROOT, available
from gencatan.language.schema import INNER, KEYS, check_keys


def sources() -> Iterator[tuple[str, bytes]]:
    """The file of each pack that has one, with the pack's code; line ends as on Unix."""
    for code in available():
        path = ROOT / code / COMPARING
        if path.is_file():
            yield code, path.read_bytes().replace(b"\r\n", b"\n")


@cache
def of_language(code: str) -> Mapping[str, Any]:
    """The words of one language; empty where no shipped pack has any."""
    return _tables().get(code, MappingProxyType({}))


@cache
def word_list(key: str) -> frozenset[str]:
    """A list of words, those of all packs together. Raises PackError for a key that the schema has not."""
    if key not in KEYS[COMPARING]:
        raise PackError(f"{COMPARING}: {key}: unknown key")
    return frozenset(word for table in _tables().values() for word in table.get(key, ()))


@cache
def word_groups(key: str) -> Mapping[str, frozenset[str]]:
    """A table of lists, those of all packs together, in the schema's order: the first that a text has counts."""
    tables = [table.get(key, {}) for table in _tables().values()]
    return MappingProxyType(
        {name: frozenset(word for table in tables for word in table.get(name, ())) for name in INNER[COMPARING, key]}
    )


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    found = {}
    for code, raw in sources():
        path = ROOT / code / COMPARING
        try:
            table = tomli.loads(raw.decode("utf-8"))
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            raise PackError(f"{path}: {error}") from error
        check_keys(path, COMPARING, table)
        found[code] = MappingProxyType(table)
    return MappingProxyType(found)
