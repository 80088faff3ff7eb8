"""What a report that is in the books already says of itself anew: its date, outlet, language, title."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, Final

from gencatan.model import Document, Head

SAID: Final = ("published", "language", "outlet", "title")
"""What a report may say otherwise of itself when it is added again."""


def news(known: Document, states: Sequence[Head], given: Document, stated: Collection[str]) -> dict[str, Any]:
    """The fields that are to be amended where a known report is given again.

    What the report does not say changes nothing, nor does what it said before (`states`): a source that repeats itself
    must not undo what was amended since. What the caller himself says of it (`stated`) always counts.
    """
    changes: dict[str, Any] = {}
    for name in SAID:
        value = getattr(given, name)
        if name == "language" and name not in stated:
            continue  # detected, not said
        if not value or value == getattr(known, name):
            continue
        if name in stated or all(getattr(state, name) != value for state in states):
            changes[name] = value
    if "published" in changes and given.published_precision != known.published_precision:
        changes["published_precision"] = given.published_precision
    return changes
