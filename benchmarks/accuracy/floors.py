"""floors.toml: what no figure may fall below or rise above, and the digest of the corpus it was measured on."""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks.accuracy.suite import Figures, Measured

PATH: Final = Path(__file__).parent / "floors.toml"
SLACK: Final = 0.01
SLACK_KIND: Final = 0.03  # one kind of one language has few claims
SLACK_CEILING: Final = 0.02  # of the figure, and SLACK at least
EPSILON: Final = 1e-9
TINY: Final = 1e-6  # what hundredths are rounded by, so that 0.29 stays 0.29

Json = dict[str, Any]


def load(path: Path = PATH) -> Json:
    """The pinned floors, empty where there is no file."""
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def changed(measured: Measured, pinned: Json) -> list[str]:
    """The corpora that are not those the floors were measured on."""
    known = pinned.get("digests", {})
    return [name for name, value in measured.digests.items() if known.get(name, value) != value]


def check(measured: Measured, pinned: Json) -> list[str]:
    """What fell below its floor, rose above its ceiling, or cannot be compared with it."""
    faults = []
    for name, digest in measured.digests.items():
        known = pinned.get("digests", {}).get(name)
        if known is None:
            faults.append(f"{name}: no floors are pinned; run with --raise")
        elif known != digest:
            faults.append(f"{name}: the corpus changed since the floors were pinned (digest {digest}, was {known})")
    for group, rows in _groups(pinned.get("floors", {}), measured.digests):
        now = measured.figures.get(group, {})
        faults += [
            f"{group}: {name} is {now.get(name, 0.0):.3f}, its floor {floor:.2f}"
            for name, floor in rows.items()
            if now.get(name, 0.0) < floor - EPSILON
        ]
    for group, rows in _groups(pinned.get("ceilings", {}), measured.digests):
        now = measured.ceilings.get(group, {})
        faults += [
            f"{group}: {name} is {now.get(name, math.inf):.3f}, its ceiling {ceiling:.2f}"
            for name, ceiling in rows.items()
            if now.get(name, math.inf) > ceiling + EPSILON
        ]
    return faults


def _groups(pinned: Json, digests: Mapping[str, str]) -> Iterator[tuple[str, dict[str, float]]]:
    """The pinned groups of the corpora that were measured: a figure that vanished is a fault too."""
    for group, rows in pinned.items():
        if any(group == name or group.startswith(f"{name}.") for name in digests):
            yield group, rows


def pin(measured: Measured, pinned: Json, reason: str | None) -> Json:
    """New floors: with a reason what is reached now, without one the better of then and now."""
    floors = {
        group: {n: _floor(f, SLACK_KIND if group.endswith(".kinds") else SLACK) for n, f in rows.items()}
        for group, rows in measured.figures.items()
    }
    ceilings = {group: {n: _ceiling(f) for n, f in rows.items()} for group, rows in measured.ceilings.items()}
    known, lower = measured.digests, reason is not None
    floors, below = _moved(pinned.get("floors", {}), floors, known, max, lower)
    ceilings, above = _moved(pinned.get("ceilings", {}), ceilings, known, min, lower)
    lowered = list(pinned.get("lowered", []))
    if reason is not None:
        lowered.append({"on": date.today().isoformat(), "reason": reason, "floors": below + above})
    return {"digests": pinned.get("digests", {}) | known, "floors": floors, "ceilings": ceilings, "lowered": lowered}


def _moved(
    pinned: Json, now: Figures, digests: Mapping[str, str], better: Callable[[float, float], float], lower: bool
) -> tuple[Figures, list[str]]:
    """A table with its new bounds, and which of them became worse or went; only `lower` lets them."""
    moved = {group: dict(rows) for group, rows in pinned.items()}
    worse = []
    if lower:
        for group, rows in _groups(pinned, digests):
            for name in [name for name in rows if name not in now.get(group, {})]:
                worse.append(f"{group}.{name} {moved[group].pop(name):.2f} to nothing")
    for group, rows in now.items():
        for name, bound in rows.items():
            old = moved.setdefault(group, {}).get(name, bound)
            best = better(old, bound)
            if lower and best != bound:
                worse.append(f"{group}.{name} {old:.2f} to {bound:.2f}")
            moved[group][name] = bound if lower else best
    return {group: rows for group, rows in moved.items() if rows}, worse


def _floor(figure: float, slack: float) -> float:
    return max(0.0, math.floor((figure - slack) * 100 + TINY) / 100)


def _ceiling(figure: float) -> float:
    return math.ceil((figure + max(SLACK, SLACK_CEILING * figure)) * 100 - TINY) / 100


def write(pinned: Json, path: Path = PATH) -> None:
    """Write floors.toml."""
    lines = [
        "# Floors and ceilings of accuracy; written by `python -m benchmarks.accuracy.gate --raise` or `--lower`.",
        "",
        "[digests]",
        *(f"{_quoted(name)} = {_quoted(value)}" for name, value in sorted(pinned["digests"].items())),
    ]
    for table in ("floors", "ceilings"):
        for group, rows in sorted(pinned[table].items()):
            lines += ["", f"[{table}.{_quoted(group)}]"]
            lines += [f"{name} = {value:.2f}" for name, value in sorted(rows.items())]
    for entry in pinned["lowered"]:
        lines += ["", "[[lowered]]", *(f"{name} = {_quoted(value)}" for name, value in entry.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
