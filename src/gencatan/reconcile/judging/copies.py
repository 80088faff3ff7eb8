"""Near copies: one agency text in many outlets is one source.

A report is the set of its word shingles. MinHash signatures, cut into bands, are the keys by which copies are found;
whether two that share a key are copies is then settled by the sets themselves.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final

import numpy as np

from gencatan.model import Document
from gencatan.model.books import NEAR_COPY, Judgement
from gencatan.reconcile.judging.rules import maker

SHINGLE: Final = 4
"""Words of a shingle."""
ENOUGH: Final = 0.6
"""The share of the shorter report's shingles that the longer has too, from which on it is a copy."""
SHORTEST: Final = 20
"""Shingles; below, a report is too short to tell a copy from chance."""

_BANDS: Final = 32
_ROWS: Final = 3
_WORD: Final = re.compile(r"\w+")


@lru_cache(maxsize=256)
def shingles(text: str) -> frozenset[int]:
    """Hashes of all runs of SHINGLE words, case and punctuation aside."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
    return frozenset(_number(run) for run in runs)


def _number(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode("utf-8", "replace"), digest_size=4).digest(), "big")


def signature_keys(document: Document) -> tuple[str, ...]:
    """The bands of a report's signature; copies share at least one. None for a report too short to tell."""
    held = shingles(document.text)
    if len(held) < SHORTEST:
        return ()
    signature = _signature(held)
    return tuple(f"{band}:{_digest(signature[band * _ROWS : (band + 1) * _ROWS])}" for band in range(_BANDS))


def _signature(held: frozenset[int]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    """The least of each permutation; products stay below 2**64 since shingles have 32 bits and factors 31."""
    values = np.fromiter(held, dtype=np.uint64, count=len(held))
    factors, shifts = _permutations()
    mixed = (values[:, None] * factors[None, :] + shifts[None, :]) % np.uint64(4294967311)
    least: np.ndarray[tuple[int], np.dtype[np.uint64]] = mixed.min(axis=0)
    return least


@lru_cache(maxsize=1)
def _permutations() -> tuple[np.ndarray[tuple[int], np.dtype[np.uint64]], np.ndarray[tuple[int], np.dtype[np.uint64]]]:
    """Fixed, so that signatures made on different days can be compared."""
    drawn = [_number(f"permutation {n}") for n in range(2 * _BANDS * _ROWS)]
    factors = np.array([number >> 1 | 1 for number in drawn[::2]], dtype=np.uint64)
    return factors, np.array(drawn[1::2], dtype=np.uint64)


def _digest(band: np.ndarray[tuple[int], np.dtype[np.uint64]]) -> str:
    return hashlib.blake2b(band.tobytes(), digest_size=8).hexdigest()


def judge_documents(one: Document, other: Document) -> Judgement | None:
    """NEAR_COPY where one report holds most of the other, else None. A later version of a report is no copy of it."""
    if one.id == other.id or other.id == one.version_of or one.id == other.version_of:
        return None
    mine, theirs = shingles(one.text), shingles(other.text)
    if min(len(mine), len(theirs)) < SHORTEST:
        return None
    share = round(len(mine & theirs) / min(len(mine), len(theirs)), 2)
    if share < ENOUGH:
        return None
    first, second = sorted((one.id, other.id))
    return Judgement(NEAR_COPY, first, second, share, ("shingles",), maker("copies"))
