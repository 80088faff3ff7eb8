"""README's picture: the claims of one report as `gencatan read` shows them."""

from __future__ import annotations

import html
import io
import json
import re

from docs.generate.root import ROOT

REPORT = ROOT / "src" / "gencatan" / "reports" / "en-karabakh-truce-yerevan-2023-09-20.json"
KINDS = ("agreement", "obligation", "casualty", "territory")
WIDTH = 110
FRESH = 0.8


def draw() -> str:
    """The claims of one report as SVG."""
    from rich.console import Console

    from gencatan import Document, Reader
    from gencatan.cli.table import show

    entry = json.loads(REPORT.read_text(encoding="utf-8"))["document"]
    text = entry.pop("text")
    document = Document.create(text, **entry)
    claims = [claim for claim in Reader().read(document) if claim.kind in KINDS]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, markup=False, highlight=False)
    show(console, document, claims)
    drawn = console.export_svg(title="gencatan read report.json", unique_id="gencatan")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)  # no font from elsewhere


def lines(svg: str) -> list[str]:
    """The lines of text in a picture, blanks as one."""
    rows: dict[str, list[str]] = {}
    for y, words in re.findall(r'<text class="gencatan-r\d+"[^>]*? y="([\d.]+)"[^>]*>([^<]*)</text>', svg):
        rows.setdefault(y, []).append(html.unescape(words).replace("\xa0", " "))
    joined = (" ".join(" ".join(parts).split()) for parts in rows.values())
    return [line for line in joined if line]


def stale(old: str, new: str) -> str:
    """Why `old` is no good any more, "" while four fifths of its lines are what is printed now."""
    drawn, now = lines(old), set(lines(new))
    fresh = sum(line in now for line in drawn)
    return "" if drawn and fresh >= FRESH * len(drawn) else f"only {fresh} of {len(drawn)} lines are what it prints"
