"""The books at size: what adding a report costs as they grow, and how long a question takes.

    python -m benchmarks.ledger [--reports 2000] [--claims 100000] [--postgresql] [--json FILE]

Adding is the document, its reading and reconciling it with what is in the books, a transaction each. The ratio of the
last tenth of reports to the first says whether cost grows with the books. Questions are asked of a ledger opened anew,
as a command asks them, by one who asked before: `after a report` is the first time after a report of that conflict came
in, whose adding made the answers anew (`answers anew`), `cold` where nothing was kept and all is worked out.
`processor` is without what the machine did meanwhile.
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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from sqlalchemy import delete

from benchmarks.ledger.made import DAYS, START, later_reports, region, reports
from benchmarks.ledger.spent import clock
from gencatan.books.books import Books
from gencatan.books.joining import keys_of, reconcile
from gencatan.books.questions import diff, dossier, meetings, obligations, timeline, tolls
from gencatan.ledger import Ledger
from gencatan.ledger.schema import kept
from gencatan.model import Run
from gencatan.views.conflict import Area, Conflict, Party

RUN: Final = Run("0.1.0", {"en": "1"})
FLAT: Final = 0.2
"""How far the last tenth may be from the first."""
QUESTION_MOST: Final = 0.3
"""Seconds of the processor that a question about one conflict may take on SQLite."""
ASKED: Final = 5
RENEWED: Final = ("dossier", "scorecard", "timeline", "tolls", "meetings", "brief")
"""What is made anew by who adds a report."""


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
    # by the processor: what others do on the machine meanwhile is in the clock's figures
    names = [f"ask: {name}{when}" for name in ("dossier", "scorecard") for when in ("", ", after a report")]
    fast = max(sqlite[f"{name}, processor"] for name in names) <= QUESTION_MOST
    print(
        f"\nflat: {'ok' if flat else 'NO'}   dossier, scorecard under {QUESTION_MOST} s of the processor: "
        f"{'ok' if fast else 'NO'}, the slowest {max(sqlite[name] for name in names):.2f} s by the clock"
    )
    return 0 if flat and fast else 1


def measure(address: str, number: int, claims: int) -> dict[str, float]:
    """Fill books and ask them; seconds, but for ratios and counts."""
    times: list[float] = []
    with Ledger.open(address) as ledger:
        spent = clock(address)
        judged = 0
        for report in reports(number, claims):
            began = spent()
            document, found = report.document, report.claims
            keys = keys_of(document, found)
            with ledger.writing() as writer:
                writer.add_document(document)
                writer.add_reading(document.id, RUN, found, keys)
                judged += reconcile(writer, document, found, keys)
            times.append(spent() - began)
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
    rebels, army = {"en": "Rebels", "id": "Pemberontak"}, {"en": "Army", "id": "Militer"}
    parties = (Party(rebels, ("rebels-7",)), Party(army, ("X07/MIL",)))
    one = Conflict("seven", {"en": "Seven", "id": "Tujuh"}, parties, area=Area(regions=(region(7),)))
    last = START + timedelta(days=DAYS - 1)
    middle = START + timedelta(days=DAYS // 2)
    questions: dict[str, Callable[[Books], object]] = {
        # first, for the others forget that it was asked for: none waits for it to be made anew
        "dossier of all claims": lambda books: dossier(books),
        "open": lambda books: books.ledger.revision,
        "snapshot of one conflict": lambda books: books.desk(one).whole,
        "snapshot as of the middle": lambda books: books.desk(one, as_of=middle.isoformat()).whole,
        "snapshot as recorded": lambda books: books.desk(one, as_recorded="2999-01-01").whole,
        "dossier": lambda books: dossier(books, one),
        "scorecard": lambda books: obligations(books, one),
        "tolls": lambda books: tolls(books, one),
        "timeline": lambda books: timeline(books, one),
        "meetings": lambda books: meetings(books, one),
        "brief": lambda books: diff(books, last.isoformat(), one),
        "search": lambda books: books.search("rebels town7"),
    }
    figures: dict[str, float] = {}
    for name, question in questions.items():
        if name in RENEWED or name == "dossier of all claims":
            figures |= _least(f"{name}, cold", address, [_forgotten(address, question) for _ in range(ASKED)])
        figures |= _least(name, address, [_once(address, question) for _ in range(ASKED)])
    return figures | _ask_after_reports(address, {name: questions[name] for name in RENEWED})


def _least(name: str, address: str, took: Sequence[tuple[float, float]]) -> dict[str, float]:
    found = {f"ask: {name}": min(wall for wall, _ in took)}
    if "://" not in address:
        found[f"ask: {name}, processor"] = min(busy for _, busy in took)
    return found


def _ask_after_reports(address: str, questions: Mapping[str, Callable[[Books], object]]) -> dict[str, float]:
    """The first to ask once a report of the conflict was added, and what adding it took for that."""
    took: dict[str, list[tuple[float, float]]] = {name: [] for name in questions}
    anew = []
    for report in later_reports(ASKED, 50 * ASKED, 7):
        for question in questions.values():
            _once(address, question)
        with Books.open(address, create=False) as books:
            books.add_read([(report.document, report.claims)])
            gc.collect()
            began, busy = time.perf_counter(), time.process_time()
            books.renew()
            anew.append((time.perf_counter() - began, time.process_time() - busy))
        for name, question in questions.items():
            took[name].append(_once(address, question))
    found: dict[str, float] = {}
    for name, times in (*took.items(), ("answers anew", anew)):
        found |= _least(f"{name}, after a report" if name in took else name, address, times)
    return found


def _forgotten(address: str, question: Callable[[Books], object]) -> tuple[float, float]:
    with Ledger.open(address) as ledger, ledger._store.writing() as connection:
        connection.execute(delete(kept))
    return _once(address, question)


def _once(address: str, question: Callable[[Books], object]) -> tuple[float, float]:
    gc.collect()
    began, busy = time.perf_counter(), time.process_time()
    with Books.open(address, create=False) as books:
        question(books)
        return time.perf_counter() - began, time.process_time() - busy


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
