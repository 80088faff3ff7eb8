"""Where a text quotes."""

from __future__ import annotations

from typing import Final

QUOTES: Final = {"“": "”", "«": "»", "„": "“"}


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The stretches inside quotation marks, offsets in code points; a mark without partner runs to the line's end."""
    spans: list[tuple[int, int]] = []
    opened, closing = -1, ""
    for i, char in enumerate(text):
        if char == "\n":
            if opened >= 0:
                spans.append((opened, i))
            opened = -1
        elif opened < 0 and char in QUOTES:
            opened, closing = i, QUOTES[char]
        elif opened < 0 and char == '"':
            opened, closing = i, '"'
        elif opened >= 0 and char == closing:
            spans.append((opened, i + 1))
            opened = -1
    if opened >= 0:
        spans.append((opened, len(text)))
    return spans
