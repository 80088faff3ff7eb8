"""Draws what the docs show of the program: README's picture and figures, and every help text.

    python -m docs.build           write them
    python -m docs.build --check   fail where they are stale

The picture is stale where more than a fifth of its lines are no longer what gencatan prints: readers improve,
and not every slot they gain needs a new picture. All else must be exact.
"""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
PICTURE = ROOT / "docs" / "picture.svg"
CLI = ROOT / "docs" / "cli.md"
README = ROOT / "README.md"
FLOORS = ROOT / "benchmarks" / "accuracy" / "floors.toml"
REPORT = ROOT / "src" / "gencatan" / "reports" / "en-karabakh-truce-yerevan-2023-09-20.json"
KINDS = ("agreement", "obligation", "casualty", "territory")
WIDTH = 110
FRESH = 0.8
MARKS = re.compile(r"(<!-- accuracy: begin -->\n).*?(<!-- accuracy: end -->)", re.DOTALL)


def picture() -> str:
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


def picture_lines(svg: str) -> list[str]:
    """The lines of text in a picture, blanks as one."""
    rows: dict[str, list[str]] = {}
    for y, words in re.findall(r'<text class="gencatan-r\d+"[^>]*? y="([\d.]+)"[^>]*>([^<]*)</text>', svg):
        rows.setdefault(y, []).append(html.unescape(words).replace("\xa0", " "))
    lines = (" ".join(" ".join(parts).split()) for parts in rows.values())
    return [line for line in lines if line]


def cli() -> str:
    """Every help text."""
    parts = ["# The command line", "", "Written by `make docs`; the same as `--help`.", ""]
    for command in ((), ("read",), ("demo",), ("languages",), ("kinds",)):
        run = [sys.executable, "-m", "gencatan", *command, "--help"]
        shown = subprocess.run(run, check=True, capture_output=True, text=True, encoding="utf-8", cwd=ROOT).stdout
        lines = [line.rstrip() for line in shown.strip().split("\n")]
        parts += ["## `" + " ".join(["gencatan", *command]) + "`", "", "```text", *lines, "```", ""]
    return "\n".join(parts)


def readme() -> str:
    """README with the figures of floors.toml."""
    floors: dict[str, Any] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["floors"]
    rows = ["| reports | language | items F1 | claims F1 | in the right paragraph |", "| --- | --- | --- | --- | --- |"]
    for name, label in (("golden", "golden"), ("develop", "develop"), ("kept_back", "kept back")):
        for code, language in (("id", "Indonesian"), ("en", "English")):
            row = floors.get(f"{name}.{code}")
            if row:
                figures = " | ".join(f"{row[key]:.2f}" for key in ("items", "claims", "located"))
                rows.append(f"| {label} | {language} | {figures} |")
    both = floors["golden"]
    rows += [
        "",
        f"Of the fillers that name a state or its organs, at least {both['actor_ids']:.2f} have the right id on the "
        f"golden reports; of named places, at least {both['place_ids']:.2f} the right GeoNames id or region.",
    ]
    text = README.read_text(encoding="utf-8")
    return MARKS.sub(lambda m: m[1] + "\n".join(rows) + "\n" + m[2], text)


def stale() -> list[str]:
    """What is no longer true."""
    found = []
    if CLI.read_text(encoding="utf-8") != cli():
        found.append("docs/cli.md differs from --help")
    if README.read_text(encoding="utf-8") != readme():
        found.append("README's figures differ from benchmarks/accuracy/floors.toml")
    drawn, now = picture_lines(PICTURE.read_text(encoding="utf-8")), set(picture_lines(picture()))
    fresh = sum(line in now for line in drawn)
    if not drawn or fresh < FRESH * len(drawn):
        found.append(f"docs/picture.svg: only {fresh} of {len(drawn)} lines are what gencatan prints")
    return found


def main() -> int:
    """Write, or check."""
    if "--check" in sys.argv[1:]:
        faults = stale()
        for fault in faults:
            print(f"{fault}; run `make docs`", file=sys.stderr)
        return 1 if faults else 0
    PICTURE.write_text(picture(), encoding="utf-8")
    CLI.write_text(cli(), encoding="utf-8")
    if FLOORS.exists():
        README.write_text(readme(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
