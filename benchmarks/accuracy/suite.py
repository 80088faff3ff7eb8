"""What every suite of the gate hands back."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

Figures = dict[str, dict[str, float]]
"""Figures by group (`set.language`) and name."""

WORKERS: Final = 2


@dataclass(frozen=True)
class Measured:
    """Figures that must not fall, `ceilings` that must not rise, and the digest of each corpus behind them.

    `notes` are printed below the figures; a corpus that is not here has its reason in `absent`.
    """

    figures: Figures = field(default_factory=dict)
    ceilings: Figures = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)


def missing(name: str, path: Path) -> str:
    """Why a set was not measured."""
    return f"{name}: not measured: no corpus at {path}; set GENCATAN_CORPORA"
