"""A report's text with its claims' words marked; its text content is the report's text to the character."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from gencatan.export.marks import Segment, paragraphs
from gencatan.export.translate import numbers, shown
from gencatan.model import Claim


def article(pieces: Sequence[Segment], claims: Sequence[Claim], codes: Mapping[str, str]) -> Markup:
    """A paragraph a line. Where a claim begins, its words link to it; nothing stands between the elements.

    `codes` are the letters that stand for each kind; the style draws them, so that they are no part of the text.
    """
    parts = []
    for line in paragraphs(pieces):
        if line[0].text == "\n":
            parts.append("\n")
        else:
            parts.append('<p dir="auto">' + "".join(_piece(piece, claims, codes) for piece in line) + "</p>")
    return Markup("".join(parts))


def _piece(piece: Segment, claims: Sequence[Claim], codes: Mapping[str, str]) -> str:
    text = str(escape(shown(piece.text)))
    slots = ""
    if piece.slots:
        slots = f' data-s="{" ".join(f"{claim + 1}:{slot}" for claim, slot in piece.slots)}"'
    if piece.named:
        slots += f' data-n="{" ".join(f"{claim + 1}:{slot}" for claim, slot in piece.named)}"'
    if not piece.claims:
        return f"<span{slots}>{text}</span>" if slots else text
    marked = f'class="{_look([claims[number] for number in piece.claims])}" data-c="{numbers(piece.claims)}"{slots}'
    if piece.begins:
        kinds = dict.fromkeys(claims[number].kind for number in piece.begins)
        tag = escape(" ".join(codes[kind] for kind in kinds))
        marked += f' id="w{piece.number}" data-k="{" ".join(kinds)}" data-tag="{tag}"'
        if not text.isspace():
            return f'<a href="#c{piece.begins[0] + 1}" {marked}>{text}</a>'
    return f"<span {marked}>{text}</span>"


def _look(claims: Sequence[Claim]) -> str:
    """The shortest claim's kind, another one of them beside it, and the status that all of them share.

    A stretch is struck where every claim on it is denied: one denial must not strike what others assert.
    """
    kind, *others = dict.fromkeys(claim.kind for claim in claims)
    look = f"m k-{kind} also-{others[0]}" if others else f"m k-{kind}"
    statuses = {claim.status for claim in claims}
    return f"{look} s-{statuses.pop()}" if len(statuses) == 1 else look


def first_words(pieces: Sequence[Segment]) -> dict[int, str]:
    """The id of the element at which each claim's words begin."""
    found: dict[int, str] = {}
    for piece in pieces:
        for claim in piece.begins:
            found.setdefault(claim, f"w{piece.number}")
    return found
