"""Fits what each sign of a claim adds to its confidence, on annotated reports and our example passages.

    python -m training.confidence          writes src/gencatan/reading/assembly/confidence.toml

A linear model of "right by the contract" over the signs of `reading/assembly/confidence.py` (least squares, with some
ridge), so that a reader can be told what each sign adds. It is fitted on open annotations only: our example passages
and, counting less because rules were written looking at them, the develop reports of GENCATAN_CORPORA where they are.
What is kept back measures it (`benchmarks/accuracy`, calibration).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks import corpora
from benchmarks.accuracy.reports import score_set
from gencatan import Reader
from gencatan.reading.assembly import confidence
from gencatan.reading.assembly.confidence import Signs

TARGET: Final = Path(confidence.__file__).with_suffix(".toml")
RIDGE: Final = 15.0  # claims' worth of pull towards no effect
UNSEEN: Final = 0.04  # rules were written by the reports fitted on: others are read right so much less often
WEIGHTS: Final = {"develop": 0.25, "examples": 1.0}


def samples(reader: Reader) -> Iterator[tuple[str, Signs, bool]]:
    """The signs of each claim read, with its set and whether it is right."""
    sets = {"develop": corpora.develop(), "examples": corpora.examples("develop")}
    for name, paths in sets.items():
        annotated = corpora.load(paths)
        explained = [reader.explain(corpora.document(entry)) for entry in annotated]
        signs = {ident: dict(note.signs) for found in explained for ident, note in found.notes.items()}
        read = {found.document.id: [claim.to_dict() for claim in found.claims] for found in explained}
        for scores in score_set(annotated, read).values():
            right = {pair.system["id"] for pair in scores.pairs if pair.right}
            claims = dict.fromkeys((*(pair.system["id"] for pair in scores.pairs), *(c["id"] for c in scores.alarms)))
            for ident in claims:
                yield name, signs[ident], ident in right


def fit(rows: list[tuple[Signs, float, bool]]) -> dict[str, dict[str, float]]:
    """Weights by sign and value; the mean share right is the base, and each sign's weights average to nothing."""
    columns = sorted({(sign, value) for signs, _, _ in rows for sign, value in signs.items()})
    x = np.array([[float(signs.get(sign) == value) for sign, value in columns] for signs, _, _ in rows])
    y = np.array([float(right) for *_, right in rows])
    w = np.sqrt(np.array([weight for _, weight, _ in rows]))[:, None]
    base = float((y * w[:, 0] ** 2).sum() / (w**2).sum())
    a = np.vstack([x * w, np.sqrt(RIDGE) * np.eye(len(columns))])
    b = np.concatenate([(y - base) * w[:, 0], np.zeros(len(columns))])
    solved, *_ = np.linalg.lstsq(a, b, rcond=None)
    table: dict[str, dict[str, float]] = {"base": {"all": round(base, 2)}}
    for (sign, value), weight in zip(columns, solved, strict=True):
        table.setdefault(sign, {})[value] = round(float(weight), 2)
    return table


def write(table: dict[str, dict[str, float]]) -> None:
    """Write the weights as the package reads them."""
    lines = ["# What each sign of a claim adds to its confidence; written by `python -m training.confidence`.", ""]
    for sign, values in table.items():
        lines += [f"[{sign}]", *(f"{value} = {weight}" for value, weight in sorted(values.items())), ""]
    TARGET.write_text("\n".join(lines), encoding="utf-8")


def main() -> int:
    """Fit and write."""
    rows = [(signs, WEIGHTS[name], right) for name, signs, right in samples(Reader())]
    table = fit(rows)
    table["base"]["all"] = round(table["base"]["all"] - UNSEEN, 2)
    write(table)
    print(f"{len(rows)} claims, {sum(right for *_, right in rows)} right", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
