"""Reads the annotated reports and refuses to let accuracy fall.

    python -m benchmarks.accuracy.gate                           check against floors.toml
    python -m benchmarks.accuracy.gate --raise                   lift floors to what is reached now, lower none
    python -m benchmarks.accuracy.gate --lower --reason "…"      set all floors to what is reached now
    python -m benchmarks.accuracy.gate --misses golden|develop   list what is not read right

Floors are pinned per set, language and kind, a little below what was reached, with the digest of the reports
they were measured on.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks import corpora
from benchmarks.accuracy import resolved
from benchmarks.accuracy.scorer import Json, Scores, score

if TYPE_CHECKING:
    from gencatan import Reader

FLOORS: Final = Path(__file__).parent / "floors.toml"
SLACK: Final = 0.01
SLACK_KIND: Final = 0.03
EPSILON: Final = 1e-9
TARGETS: Final = {
    "founding": {"items": 0.75},
    "develop": {"items": 0.60, "macro": 0.45, "located": 0.95},
    "kept_back": {"items": 0.50, "macro": 0.45, "located": 0.95},
    "golden": {"actor_ids": 0.90, "place_ids": 0.90},
}
"""What the project set out to reach; shown beside the figures."""

Figures = dict[str, dict[str, float]]


def sets() -> dict[str, list[Path]]:
    """The sets of annotated reports that are here."""
    founding = [path for path in corpora.develop() if path.stem == corpora.FOUNDING]
    found = {
        "golden": corpora.golden(),
        "founding": founding,
        "develop": corpora.develop(),
        "kept_back": corpora.kept_back(),
    }
    return {name: paths for name, paths in found.items() if paths}


def read(reader: Reader, entries: Sequence[Json]) -> dict[str, list[Json]]:
    """What the reader reads, as JSON by document id."""
    return {e["document"]["id"]: [c.to_dict() for c in reader.read(corpora.document(e))] for e in entries}


def measure(name: str, paths: Sequence[Path], reader: Reader) -> tuple[Figures, dict[str, Scores]]:
    """Figures by `set.language` (and `set` for both), and the scores they come from."""
    by_language: dict[str, list[Json]] = defaultdict(list)
    for entry in corpora.load(paths):
        by_language[entry["document"]["language"]].append(entry)
    figures: Figures = {}
    scores: dict[str, Scores] = {}
    for language, entries in sorted(by_language.items()):
        found = scores[language] = score(entries, read(reader, entries))
        figures[f"{name}.{language}"] = {
            "items": found.total(found.items).f1,
            "claims": found.total(found.claims).f1,
            "located": found.located,
        }
        if len(entries) > 1:  # one report has too few claims of most kinds for a mean over kinds
            figures[f"{name}.{language}"]["macro"] = found.macro
        if name in ("golden", "develop"):
            figures[f"{name}.{language}.kinds"] = {
                kind: rate.f1 for kind, rate in sorted(found.items.items()) if rate.gold
            }
    if name == "golden":
        pairs = [pair for found in scores.values() for pair in found.pairs]
        figures[name] = {
            "actor_ids": resolved.actor_ids(pairs).precision,
            "place_ids": resolved.place_ids(pairs).precision,
        }
    return figures, scores


def calibration(scores: Sequence[Scores]) -> tuple[float, list[tuple[float, float, int]]]:
    """Mean gap between confidence and the share of right claims, and the bins (confidence, share, claims)."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for found in scores:
        right = {pair.system["id"] for pair in found.pairs if pair.right}
        claims = {pair.system["id"]: pair.system for pair in found.pairs} | {c["id"]: c for c in found.alarms}
        for ident, claim in claims.items():
            bins[min(9, int(claim["confidence"] * 10))].append((claim["confidence"], ident in right))
    rows = [
        (sum(c for c, _ in found) / len(found), sum(r for _, r in found) / len(found), len(found))
        for _, found in sorted(bins.items())
    ]
    total = sum(n for *_, n in rows)
    return (sum(abs(c - r) * n for c, r, n in rows) / total if total else 0.0), rows


def check(figures: Figures, floors: Json, digests: dict[str, str]) -> list[str]:
    """What fell below its floor, or cannot be compared with it."""
    faults = []
    for name, digest in digests.items():
        pinned = floors.get("digests", {}).get(name)
        if pinned is None:
            faults.append(f"{name}: no floors are pinned; run with --raise")
        elif pinned != digest:
            faults.append(f"{name}: the reports changed since the floors were pinned (digest {digest}, was {pinned})")
    for group, rows in figures.items():
        pinned_rows = floors.get("floors", {}).get(group, {})
        faults += [
            f"{group}: {name} is {rows.get(name, 0.0):.3f}, its floor {floor:.2f}"
            for name, floor in pinned_rows.items()
            if rows.get(name, 0.0) < floor - EPSILON
        ]
    return faults


def pin(figures: Figures, floors: Json, digests: dict[str, str], reason: str | None) -> Json:
    """New floors: with a reason what is reached now, without one the higher of then and now."""
    pinned = {group: dict(rows) for group, rows in floors.get("floors", {}).items()}
    lowered = list(floors.get("lowered", []))
    changes = []
    for group, rows in figures.items():
        slack = SLACK_KIND if group.endswith(".kinds") else SLACK
        old = pinned.setdefault(group, {})
        for name, figure in rows.items():
            now = max(0.0, math.floor((figure - slack) * 100 + 1e-6) / 100)
            if reason is None:
                now = max(now, old.get(name, 0.0))
            elif now < old.get(name, 0.0):
                changes.append(f"{group}.{name} {old[name]:.2f} to {now:.2f}")
            old[name] = now
    if reason is not None:
        lowered.append({"on": date.today().isoformat(), "reason": reason, "floors": changes})
    return {"digests": floors.get("digests", {}) | digests, "floors": pinned, "lowered": lowered}


def write(floors: Json) -> None:
    """Write floors.toml."""
    lines = [
        "# Accuracy floors; written by `python -m benchmarks.accuracy.gate --raise` or `--lower --reason`.",
        "",
    ]
    lines += ["[digests]", *(f'{name} = "{value}"' for name, value in sorted(floors["digests"].items()))]
    for group, rows in sorted(floors["floors"].items()):
        lines += [
            "",
            f'[floors."{group}"]',
            *(f"{name} = {value:.2f}" for name, value in sorted(rows.items())),
        ]
    for entry in floors["lowered"]:
        lines += [
            "",
            "[[lowered]]",
            *(f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in entry.items()),
        ]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def show(figures: Figures, scores: dict[str, dict[str, Scores]], floors: Json) -> None:
    """Print the figures with floors and targets."""
    print(f"{'set':22} {'figure':12} {'now':>6} {'floor':>6} {'target':>6}")
    for group, rows in figures.items():
        pinned = floors.get("floors", {}).get(group, {})
        targets = {} if group.endswith(".kinds") else TARGETS.get(group.split(".")[0], {})
        for name, figure in rows.items():
            floor, target = (f"{t[name]:.2f}" if name in t else "" for t in (pinned, targets))
            print(f"{group:22} {name:12} {figure:6.3f} {floor:>6} {target:>6}")
    for name, by_language in scores.items():
        if name in ("golden", "develop"):
            error, rows = calibration(list(by_language.values()))
            shown = "  ".join(f"{c:.2f}→{r:.2f} ({n})" for c, r, n in rows)
            print(f"{name}: confidence against share right, mean gap {error:.3f}: {shown}")


def show_misses(scores: dict[str, Scores], entries: Sequence[Json]) -> None:
    """List annotated claims that were not read right, and claims read that are not right."""
    right = {id(pair.gold) for found in scores.values() for pair in found.pairs if pair.right}
    anchors = {
        claim["anchor"] + claim["kind"]
        for found in scores.values()
        for pair in found.pairs
        if id(pair.gold) in right
        for claim in (pair.gold,)
    }
    for entry in entries:
        for claim in entry["claims"]:
            if claim["anchor"] + claim["kind"] not in anchors:
                slots = json.dumps(claim["slots"], ensure_ascii=False)
                print(
                    "miss ",
                    entry["document"]["id"],
                    claim["kind"],
                    claim["status"],
                    slots,
                    "|",
                    claim["anchor"],
                )
    for found in scores.values():
        for claim in found.alarms:
            slots = {k: v.get("text") if isinstance(v, dict) else v for k, v in claim["slots"].items()}
            print(
                "alarm",
                claim["document"],
                claim["kind"],
                claim["status"],
                slots,
                "|",
                claim["evidence"][0]["text"],
            )


def main(argv: Sequence[str] | None = None) -> int:
    options: Any = argparse.ArgumentParser(description="Refuses to let accuracy fall.")
    options.add_argument("--raise", dest="lift", action="store_true")
    options.add_argument("--lower", action="store_true")
    options.add_argument("--reason")
    options.add_argument("--misses", choices=("golden", "develop"))
    given = options.parse_args(argv)
    if given.lower and not given.reason:
        options.error("--lower needs --reason")
    floors: Json = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    from gencatan import Reader

    reader = Reader()
    figures: Figures = {}
    scores: dict[str, dict[str, Scores]] = {}
    here = sets()
    for name, paths in here.items():
        found, scores[name] = measure(name, paths, reader)
        figures |= found
    for name in ("founding", "develop", "kept_back"):
        if name not in here:
            print(f"{name}: no reports in {corpora.GOLD}; set GENCATAN_CORPORA to measure it")
    digests = {name: corpora.digest(paths) for name, paths in here.items()}
    if given.misses and given.misses in here:
        show_misses(scores[given.misses], corpora.load(here[given.misses]))
    if given.lift or given.lower:
        known = floors.get("digests", {})
        changed = [name for name, value in digests.items() if known.get(name, value) != value]
        if changed and not given.lower:
            print(
                f"the reports changed ({', '.join(changed)}): floors move only with --lower --reason",
                file=sys.stderr,
            )
            return 2
        floors = pin(figures, floors, digests, given.reason if given.lower else None)
        write(floors)
    show(figures, scores, floors)
    faults = check(figures, floors, digests)
    for fault in faults:
        print(f"FELL {fault}", file=sys.stderr)
    print("accuracy gate:", "failed" if faults else "passed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
