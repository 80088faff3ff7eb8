"""`gencatan demo`: reads the reports that come with the package."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from pathlib import Path

from gencatan.cli.console import make_console, plain_errors, utf8

REPORTS = Path(__file__).parent.parent / "reports"
SHOWN = "en-karabakh-truce-yerevan-2023-09-20"


def demo() -> None:
    """Read the reports that come with gencatan: a summary of all, the claims of one, and where to go next."""
    with plain_errors():
        utf8(sys.stdout)
        from gencatan.cli.table import show, summary
        from gencatan.intake.settings import IntakeSettings
        from gencatan.intake.sources import read_sources
        from gencatan.reading.reader import Reader

        documents = list(read_sources([str(REPORTS)], IntakeSettings()))
        results = list(zip(documents, Reader().read_many(documents), strict=True))
        console = make_console()
        show(console, *next((d, claims) for d, claims in results if d.id == SHOWN))
        counts: dict[str, Counter[str]] = {}
        for document, claims in results:
            counts.setdefault(document.language, Counter()).update(claim.kind for claim in claims)
        console.print("All reports that come with gencatan, claims by kind and language:")
        console.print(summary(counts, Counter(document.language for document in documents)))
        for line in _next():
            console.print(line, soft_wrap=True)


def _next() -> list[str]:
    program = "gencatan" if shutil.which("gencatan") else sys.argv[0]
    here = Path.cwd()
    reports = REPORTS.relative_to(here) if REPORTS.is_relative_to(here) else REPORTS
    return [
        "Next:",
        f"  {program} read {reports / 'id-operasi-karabakh-2023-09-19.json'}",
        f"  {program} read {reports} --kind casualty",
        f"  {program} read YOUR-REPORT.txt --published 2023-09-20",
        "  and open docs/tutorial.md",
    ]
