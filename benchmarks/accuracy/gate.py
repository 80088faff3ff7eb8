"""Measures accuracy and refuses to let it fall.

    python -m benchmarks.accuracy.gate                           check against floors.toml
    python -m benchmarks.accuracy.gate --raise                   lift floors to what is reached now, lower none
    python -m benchmarks.accuracy.gate --lower --reason "…"      set all floors to what is reached now
    python -m benchmarks.accuracy.gate --only events places      only these suites
    python -m benchmarks.accuracy.gate --misses events           list what one suite gets wrong, check nothing

Floors are pinned a little below what was reached, ceilings (false alarms, a confidence that is off) a little above,
with the digest of the corpus they were measured on. A set whose corpus is not here says so and is left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from benchmarks.accuracy import books, events, floors, parallel, pipelines, places, reports, silence
from benchmarks.accuracy.suite import Measured

if TYPE_CHECKING:
    from gencatan import Reader

SUITES: Final[Mapping[str, Callable[[Reader], Measured]]] = {
    suite.NAME: suite.measure for suite in (reports, events, pipelines, places, parallel, silence, books)
}
MISSES: Final[Mapping[str, Callable[[Reader], Iterator[str]]]] = {
    "golden": partial(reports.misses, name="golden"),
    "develop": partial(reports.misses, name="develop"),
    events.NAME: events.misses,
    places.NAME: places.misses,
    parallel.NAME: parallel.misses,
    silence.NAME: silence.misses,
}
TARGETS: Final = {
    "founding": {"items": 0.75},
    "develop": {"items": 0.65, "claims": 0.50, "macro": 0.50, "located": 0.95},
    "kept_back": {"items": 0.65, "claims": 0.50, "macro": 0.50, "located": 0.95},
    "golden": {"actor_ids": 0.90, "place_ids": 0.90},
    "events": {"root_accuracy": 0.72, "root_macro_f1": 0.65, "triple_f1": 0.45},
    "places": {"near": 0.92},
    "books": {"together": 0.90, "apart": 0.95},
    "parallel.news": {"id": 0.65, "en": 0.65},
    "parallel.gold": {"id": 0.75, "en": 0.75},
}
"""What the project set out to reach; shown beside the figures."""


def show(measured: Measured, pinned: floors.Json) -> None:
    """Print the figures with floors (ceilings in brackets) and targets, then the notes."""
    for group, rows in measured.figures.items():
        known = pinned.get("floors", {}).get(group, {})
        targets = {} if group.endswith(".kinds") else TARGETS.get(group, TARGETS.get(group.split(".")[0], {}))
        for name, figure in rows.items():
            floor, target = (f"{table[name]:.2f}" if name in table else "" for table in (known, targets))
            print(f"{group:28} {name:22} {figure:7.3f} {floor:>7} {target:>7}")
    for group, rows in measured.ceilings.items():
        known = pinned.get("ceilings", {}).get(group, {})
        for name, figure in rows.items():
            ceiling = f"[{known[name]:.2f}]" if name in known else ""
            print(f"{group:28} {name:22} {figure:7.3f} {ceiling:>7}")
    for note in measured.notes:
        print(note)
    for reason in measured.absent:
        print(reason)


def run(names: Sequence[str], reader: Reader) -> list[tuple[str, Measured, float]]:
    """Each suite's figures and the seconds it took."""
    found = []
    for name in names:
        start = time.perf_counter()
        measured = SUITES[name](reader)
        found.append((name, measured, time.perf_counter() - start))
    return found


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code: 1 if a figure fell, 2 if floors cannot be moved as asked."""
    given = _options(argv)
    from gencatan import Reader

    reader = Reader()
    if given.misses:
        for line in MISSES[given.misses](reader):
            print(line)
        return 0
    pinned = floors.load()
    found = run(given.only or list(SUITES), reader)
    if given.lift or given.lower:
        changed = [name for _, measured, _ in found for name in floors.changed(measured, pinned)]
        if changed and not given.lower:
            print(f"corpora changed ({', '.join(changed)}): floors move only with --lower --reason", file=sys.stderr)
            return 2
        pinned = floors.pin(_together(found), pinned, given.reason if given.lower else None)
        floors.write(pinned)
    print(f"{'set':28} {'figure':22} {'now':>7} {'floor':>7} {'target':>7}")
    for name, measured, seconds in found:
        print(f"-- {name} ({seconds:.0f} s)")
        show(measured, pinned)
    faults = floors.check(_together(found), pinned)
    for fault in faults:
        print(f"FELL {fault}", file=sys.stderr)
    print("accuracy gate:", "failed" if faults else "passed")
    return 1 if faults else 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.gate", description=__doc__)
    options.formatter_class = argparse.RawDescriptionHelpFormatter
    options.add_argument("--only", nargs="+", choices=tuple(SUITES), metavar="NAME", help=", ".join(SUITES))
    options.add_argument("--raise", dest="lift", action="store_true", help="lift floors, lower ceilings")
    options.add_argument("--lower", action="store_true", help="set floors and ceilings to what is reached now")
    options.add_argument("--reason", help="why they are lowered; stays in floors.toml")
    options.add_argument("--misses", choices=tuple(MISSES), help="list what is not right; events: odd ids only")
    given = options.parse_args(argv)
    if given.lower and not given.reason:
        options.error("--lower needs --reason")
    return given


def _together(found: Sequence[tuple[str, Measured, float]]) -> Measured:
    whole = Measured()
    for _, measured, _ in found:
        whole.figures.update(measured.figures)
        whole.ceilings.update(measured.ceilings)
        whole.digests.update(measured.digests)
    return whole


if __name__ == "__main__":
    sys.exit(main())
