"""Plain text: control characters blanked, hard-wrapped lines joined into paragraphs.

Each newline of a document's text ends a paragraph, and a claim's evidence stays within one. A file wrapped at
a fixed width breaks sentences at every line, so its lines are joined, but only where the wrapping is beyond
doubt: lines of at most 100 characters that were filled greedily (the next line's first word would not have
fitted), with few lines that end a sentence and few that begin like one. Everything else is kept as it is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from gencatan.errors import FormatError
from gencatan.model.document import normalise_text

_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85]")
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_BULLET = re.compile(r"(?:[-*•–—]|\d{1,3}[.)])\s")
_MIN_WIDTH: Final = 50
_MAX_WIDTH: Final = 100
_MIN_WRAPPED: Final = 3


def clean_text(text: str) -> str:
    """`text` normalised, safe to print and to encode.

    Page breaks become newlines, other control characters spaces (an escape sequence must not reach a
    terminal), lone surrogates U+FFFD: one character each, so offsets into the normalised input still hold.
    """
    text = _BREAKS.sub("\n", normalise_text(text))
    return _SURROGATE.sub("\ufffd", _UNSAFE.sub(" ", text))


def refuse_empty(text: str, source: str) -> None:
    """Raise FormatError for a text without a single letter or digit."""
    if not any(map(str.isalnum, text)):
        raise FormatError("is empty: no text to read", source=source)


def unwrap(text: str) -> str:
    """`text` with hard-wrapped lines joined, or as it is unless it is clearly hard-wrapped."""
    blocks = [block.split("\n") for block in re.split(r"(?<=\n)(?=[^\S\n]*\n)", text)]
    lines = [[line for line in block if line.strip()] for block in blocks]
    breaks = [
        (line.rstrip(), following.strip())
        for block in lines
        for line, following in pairwise(block)
        if not _BULLET.match(following.strip())
    ]
    width = max((len(line) for line, _ in breaks), default=0)
    if not _MIN_WIDTH <= width <= _MAX_WIDTH:
        return text
    filled = [line for line, following in breaks if _filled(line, following, width)]
    begun = sum(1 for line, following in breaks if _filled(line, following, width) and following[0].isupper())
    ended = sum(1 for line in filled if _ENDS_SENTENCE.search(line))
    loose = sum(1 for line, following in breaks if not _paragraph_end(line, following, width)) - len(filled)
    if len(filled) < _MIN_WRAPPED or max(ended, begun) > len(filled) / 2 or loose > len(breaks) / 20:
        return text
    return "".join(_join(block, width) for block in blocks)


def _filled(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _paragraph_end(line: str, following: str, width: int) -> bool:
    return not _filled(line, following, width) and bool(_ENDS_SENTENCE.search(line))


def _join(block: list[str], width: int) -> str:
    pieces = [block[0]]
    for line, following in pairwise(block):
        end, start = line.rstrip(), following.strip()
        if not end or not start or _BULLET.match(start) or not _filled(end, start, width):
            pieces += ["\n", following]
            continue
        indent = pieces[-1][: len(pieces[-1]) - len(pieces[-1].lstrip())] if pieces[-1] == line else ""
        pieces[-1] = indent + end.lstrip()
        # "cease-" + "fire" was split at its own hyphen: the hyphen stays, no space is added.
        pieces += ["" if end.endswith("-") and end[-2:-1].isalpha() else " ", start]
    return "".join(pieces)
