"""What a person's correction says, in a line."""

from __future__ import annotations

from typing import Any

from gencatan.i18n import Strings
from gencatan.model import Review
from gencatan.views.reviewed import corrections


def said_otherwise(review: Review, strings: Strings) -> tuple[str, ...]:
    """What a correction says: `place: Stepanakert (the reviewer's own words)`, a field a part."""
    if review.action != "correct":
        return ()
    fields = corrections(review)
    slots = fields.pop("slots", {})
    found = {**fields, **(slots if isinstance(slots, dict) else {})}
    return (", ".join(f"{name}: {_corrected(value, strings)}" for name, value in found.items()),) if found else ()


def _corrected(value: Any, strings: Strings) -> str:
    if isinstance(value, list | tuple):
        return "; ".join(_corrected(one, strings) for one in value) or "–"
    if not isinstance(value, dict):
        return "–" if value is None else str(value)
    if "hedge" in value:
        low, high = value.get("min"), value.get("max")
        return str(low) if low == high else f"{'' if low is None else low}–{'' if high is None else high}"
    start, end = value.get("offsets") or (value.get("start"), value.get("end"))
    own = f" ({strings['books.own']})" if start == end else ""
    if "offsets" in value:
        return "/".join(dict.fromkeys(str(value[name] or "…") for name in ("start", "end"))) + own
    return f"{value.get('name') or value.get('text')}{own}"
