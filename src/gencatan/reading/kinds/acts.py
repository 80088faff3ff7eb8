"""Sorts of acts that several readers ask for."""

from __future__ import annotations

from typing import Final

from gencatan.model.vocabulary import STRIKES

HANDLING: Final = frozenset(
    {"find", "search", "delivery", "disarmament", "investigation", "sanction", "closure", "release"}
)
"""Acts by which somebody deals with something or somebody, without a weapon."""
HURTING: Final = STRIKES | {"execution"}
"""Acts of force that hit somebody or something."""
