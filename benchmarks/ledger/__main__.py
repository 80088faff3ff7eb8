"""The books at size: what adding a report costs as they grow, and how long a question takes.

    python -m benchmarks.ledger [--reports 2000] [--claims 100000] [--postgresql] [--json FILE]

Adding is the document, its reading, the look for partners and their judgements, a transaction each. The ratio of the
last tenth of reports to the first says whether cost grows with the books. Questions are asked of a ledger opened anew.
`--postgresql` starts a server of its own from the programs that are installed, and shows its figures beside.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any, Final

from benchmarks.ledger.made import DAYS, START, conflict, region, reports
from gencatan.books.books import Books
from gencatan.ledger import Ledger, Scope, end_of_day
from gencatan.model import Judgement, Run
from gencatan.views.dossier import dossier
from gencatan.views.obligations import obligations

RUN: Final = Run("0.1.0", {"en": "1"})
FLAT: Final = 0.2
"""How far the last tenth may be from the first."""
QUESTION_MOST: Final = 0.3
"""Seconds a question about one conflict may take on SQLite."""
ASKED: Final = 5
MOST_JUDGED: Final = 20


def main() -> int:
    """Measure, print, say whether the limits are kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--postgresql", action="store_true")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        figures["sqlite"] = measure(str(Path(folder) / "books.db"), options.reports, options.claims)
    if options.postgresql:
        with _postgresql() as address:
            figures["postgresql"] = measure(address, options.reports, options.claims)
    _print(figures)
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    sqlite = figures["sqlite"]
    flat = all(abs(figure["last tenth / first tenth"] - 1) <= FLAT for figure in figures.values())
    fast = max(sqlite[name] for name in sqlite if name.startswith("ask")) <= QUESTION_MOST
    print(f"\nflat: {'ok' if flat else 'NO'}   one conflict under {QUESTION_MOST} s: {'ok' if fast else 'NO'}")
    return 0 if flat and fast else 1


def measure(address: str, number: int, claims: int) -> dict[str, float]:
    """Fill books and ask them; seconds, but for ratios and counts."""
    times: list[float] = []
    with Ledger.open(address) as ledger:
        judged = 0
        for report in reports(number, claims):
            began = time.perf_counter()
            with ledger.writing() as writer:
                writer.add_document(report.document)
                writer.add_reading(report.document.id, RUN, report.claims, report.keys)
                partners = writer.partners(
                    {key for of_claim in report.keys.values() for key in of_claim}, not_in=report.document.id
                )
                ids = [record.id for record in partners[:MOST_JUDGED]]
                one = report.claims[0].id
                pairs = [Judgement("same_incident", *sorted((one, other)), 0.8, ("place", "day")) for other in ids]
                judged += writer.add_judgements(pairs)
            times.append(time.perf_counter() - began)
    tenth = max(1, number // 10)
    first, last = (statistics.median(part) for part in (times[:tenth], times[-tenth:]))
    figures = {
        "reports": float(number),
        "claims": float(claims),
        "judgements": float(judged),
        "add one report, first tenth": first,
        "add one report, last tenth": last,
        "last tenth / first tenth": last / first,
        "add all": sum(times),
    }
    if "://" not in address:
        figures["bytes per claim"] = Path(address).stat().st_size / claims
    return figures | _ask(address)


def _ask(address: str) -> dict[str, float]:
    middle = end_of_day(START + timedelta(days=DAYS // 2), UTC)
    one = Scope(regions=(region(7),))
    questions: dict[str, Callable[[Ledger], object]] = {
        "open": lambda ledger: ledger.revision,
        "ask: one conflict": lambda ledger: ledger.snapshot(one),
        "ask: one conflict, whole documents": lambda ledger: ledger.snapshot(
            Scope(regions=(region(7),), whole_documents=True)
        ),
        "ask: one conflict's tolls": lambda ledger: ledger.snapshot(Scope(("casualty",), regions=(region(7),))),
        "ask: one conflict, as of the middle": lambda ledger: ledger.snapshot(one, as_of=middle),
        "ask: one conflict, as recorded": lambda ledger: ledger.snapshot(one, as_recorded=end_of_day(START.max, UTC)),
        "ask: the dossier of one conflict": lambda ledger: dossier(Books(ledger).desk(conflict(7))),
        "ask: the scorecard of one conflict": lambda ledger: obligations(Books(ledger).desk(conflict(7))),
        "ask: a search": lambda ledger: ledger.search("rebels town7"),
    }
    figures: dict[str, float] = {}
    for name, question in questions.items():
        figures[name] = min(_once(address, question) for _ in range(ASKED))
    return figures


def _once(address: str, question: Callable[[Ledger], object]) -> float:
    gc.collect()
    began = time.perf_counter()
    with Ledger.open(address, create=False) as ledger:
        question(ledger)
        return time.perf_counter() - began


@contextmanager
def _postgresql() -> Iterator[str]:
    from tests.ledger.servers import binaries, postgresql

    programs = binaries()
    if programs is None:
        sys.exit("PostgreSQL's programs (initdb, pg_ctl) are not installed")
    with postgresql(programs) as address:
        yield address


def _print(figures: dict[str, dict[str, Any]]) -> None:
    stores = list(figures)
    print(f"{'':40}" + "".join(f"{store:>14}" for store in stores) + ("     ratio" if len(stores) > 1 else ""))
    for name in figures["sqlite"]:
        values = [figures[store].get(name) for store in stores]
        line = f"{name:40}" + "".join("             –" if value is None else f"{value:14,.4g}" for value in values)
        if len(values) > 1 and values[0] and values[1]:
            line += f"{values[1] / values[0]:10.2f}"
        print(line)


if __name__ == "__main__":
    sys.exit(main())
