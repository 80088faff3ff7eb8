"""What a token's morphology says; spaCy takes it apart anew at each question, and few sorts of it are ever asked of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_known: dict[tuple[int, str], tuple[str, ...]] = {}


def values(token: Token, feature: str) -> tuple[str, ...]:
    """The values that the token's morphology has of a feature."""
    morph = token.morph
    # its key is a hash of all that it says, the same in any pipeline
    key = (morph.key, feature)  # type: ignore[attr-defined]
    found = _known.get(key)
    if found is None:
        found = _known[key] = tuple(morph.get(feature, []))
    return found


def has(token: Token, feature: str, value: str) -> bool:
    """Whether the token's morphology has this value of a feature."""
    return value in values(token, feature)
