"""The compiled index, memory-mapped: names → postings → records. Written by `python -m training.gazetteer`.

    names.marisa    a trie of keys (`keys.key`); a key's number points into
    postings.npy    uint32 a key: a record (bits 0-23) with PRIMARY, or with MANY an offset into
    shared.npy      uint32: how many records, then that many postings, by falling prior
    records.npy     a structured array, a record a place, by falling prior
    labels.npy      uint8: the records' display names in UTF-8, end to end
    meta.json       countries, units, regions, acronyms; versions and digests of what was compiled

Nothing here is pickled; pages are read when touched, so opening costs little and idle memory is the kernel's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final, NamedTuple

import marisa_trie
import numpy as np
from numpy.typing import NDArray

DATA: Final = Path(__file__).parent / "data"
VERSION: Final = 1

PRIMARY: Final = 1 << 30
MANY: Final = 1 << 31
RECORD_BITS: Final = (1 << 24) - 1
NO_UNIT: Final = 0xFFFF
NO_COUNTRY: Final = 0xFF
SEAT_OF_ADMIN1: Final = 1  # the place bears its first-level unit's name
SEAT_OF_ADMIN2: Final = 2
OF_ABOVE: Final = 4  # where it is nobody tells: its point is that of what it lies in

RECORD: Final = np.dtype(
    [
        ("geoname_id", "<u4"),
        ("lat", "<f4"),
        ("lon", "<f4"),
        ("population", "<u4"),
        ("label", "<u4"),  # offset into labels, in bytes
        ("label_length", "u1"),
        ("kind", "u1"),
        ("country", "u1"),  # index into meta.countries, NO_COUNTRY none
        ("flags", "u1"),
        ("admin1", "<u2"),  # ordinal of the first-level unit, NO_UNIT none
        ("admin2", "<u2"),
    ]
)


@dataclass(frozen=True, slots=True)
class Posting:
    """A record reached under a name; `primary` if the place goes by that name."""

    record: int
    primary: bool


class Row(NamedTuple):
    """A record's fields, in the order of `RECORD`."""

    geoname_id: int
    lat: float
    lon: float
    population: int
    label: int
    label_length: int
    kind: int
    country: int
    flags: int
    admin1: int
    admin2: int


class Index:
    """Read access to the compiled files. Cheap to make; safe to share between threads and across forks."""

    def __init__(self, folder: Path = DATA) -> None:
        """Map the files of `folder`; raises FileNotFoundError where the index was not compiled."""
        self.meta: dict[str, Any] = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        if self.meta["version"] != VERSION:
            raise ValueError(f"{folder}: index version {self.meta['version']}, want {VERSION}; compile it again")
        self._trie: Any = marisa_trie.Trie()
        self._trie.mmap(str(folder / "names.marisa"))
        self._postings: NDArray[np.uint32] = _map(folder / "postings.npy")
        self._shared: NDArray[np.uint32] = _map(folder / "shared.npy")
        self.records: NDArray[np.void] = _map(folder / "records.npy")
        self._labels: NDArray[np.uint8] = _map(folder / "labels.npy")
        self._units: tuple[NDArray[np.uint32], NDArray[np.uint32]] = (
            _map(folder / "admin1.npy"),
            _map(folder / "admin2.npy"),
        )
        self.countries: list[str] = self.meta["countries"]
        self.acronyms: dict[str, list[str]] = self.meta["acronyms"]

    @cached_property
    def region_of_record(self) -> dict[int, str]:
        """Record → slug of the contested or informal region it is."""
        return {record: slug for slug, record in self.meta["regions"].items()}

    def has(self, name_key: str) -> bool:
        """Whether the key is a name of any place."""
        return bool(name_key in self._trie)

    def has_prefix(self, prefix: str) -> bool:
        """Whether a key starts with `prefix`."""
        return next(iter(self._trie.iterkeys(prefix)), None) is not None

    def postings(self, name_key: str) -> list[Posting]:
        """Places of that name by falling prior; empty if unknown."""
        number = self._trie.get(name_key)
        if number is None:
            return []
        value = int(self._postings[number])
        if not value & MANY:
            return [_posting(value)]
        offset = value & ~MANY
        count = int(self._shared[offset])
        return [_posting(int(each)) for each in self._shared[offset + 1 : offset + 1 + count]]

    def label(self, record: int) -> str:
        """The record's display name."""
        row = self.row(record)
        return self._labels[row.label : row.label + row.label_length].tobytes().decode("utf-8")

    def row(self, record: int) -> Row:
        """All fields of a record at once, as plain values."""
        return Row(*self.records[record].item())

    def unit(self, level: int, ordinal: int) -> int | None:
        """Record of the unit of that level (1 or 2) and ordinal."""
        return None if ordinal == NO_UNIT else int(self._units[level - 1][ordinal])


def _posting(value: int) -> Posting:
    return Posting(value & RECORD_BITS, bool(value & PRIMARY))


def _map(path: Path) -> Any:
    return np.load(path, mmap_mode="r", allow_pickle=False).view(np.ndarray)
