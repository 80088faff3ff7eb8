"""The precision audit: claims drawn at random from real sentences that nobody annotated, judged right or wrong.

    python -m benchmarks.accuracy.audit draw en --seed 1 -o draw.jsonl     150 claims with their sentences, to be judged
    python -m benchmarks.accuracy.audit keep draw.jsonl judged.jsonl NAME  verdicts without texts, for the repository
    python -m benchmarks.accuracy.audit                                    the shares of all audits kept

Sentences come from the parallel news (even lines), idner, CSUI, GSD, PUD and EWT (development and test files), each
read as a report of its own. Every claim read has the same chance. A judged line has `n`, `verdict` (right or wrong) and
`reason`; what is kept names source, sentence, claim id and rule, never the text, whose licence is not ours to give.
Right by the contract: kind, core slots and status agree with what the sentence says.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from benchmarks import corpora
from benchmarks.accuracy import parallel
from benchmarks.accuracy.suite import WORKERS
from gencatan import Document

AUDITS: Final = Path(__file__).parent / "audits"
SIZE: Final = 150
PUBLISHED: Final = "2007-06-15"
BATCH: Final = 64
TREES: Final = {
    "en": ("en_pud-ud-test", "en_ewt-ud-dev", "en_ewt-ud-test"),
    "id": ("id_csui-ud-test", "id_pud-ud-test", "id_gsd-ud-dev", "id_gsd-ud-test"),
}
VERDICTS: Final = ("right", "wrong")


def sentences(language: str) -> Iterator[tuple[str, str]]:
    """Every sentence of the language with the name of its source and its id there."""
    for number, pair in enumerate(parallel.lines()):
        if number % 2 == 0:
            yield f"panl-int/{number}", pair[language == "en"]
    for name in TREES[language]:
        path = corpora.TREEBANKS / language / f"{name}.conllu.xz"
        if path.exists():
            yield from ((f"{name}/{ident}", text) for ident, text in corpora.treebank(path))
    if language == "id" and (corpora.NER / "id").is_dir():
        from training.ner import read_iob

        for part in ("dev", "test"):
            path = corpora.NER / "id" / f"idner-news-2k.{part}.iob"
            yield from ((f"idner.{part}/{n}", tagged.text) for n, tagged in enumerate(read_iob(path)))


def draw(language: str, seed: int, size: int = SIZE) -> list[dict[str, Any]]:
    """`size` claims with their sentences, each claim as likely as any other."""
    from gencatan import Reader

    every = list(sentences(language))
    random.Random(seed).shuffle(every)
    every = every[: size * 40]  # one sentence in ten or fewer makes a claim
    documents = [Document.create(text, id=ident, published=PUBLISHED, language=language) for ident, text in every]
    found = []
    for document, claims in zip(documents, Reader([language]).read_many(documents, workers=WORKERS), strict=True):
        found += [(document, claim) for claim in claims]
    random.Random(seed).shuffle(found)
    return [
        {"n": n, "source": document.id, "text": document.text, "claim": claim.to_dict()}
        for n, (document, claim) in enumerate(found[:size])
    ]


def keep(drawn: Path, judged: Path, name: str) -> int:
    """Write the verdicts without the texts; returns how many there are. Raises ValueError for one that is none."""
    by_number = {row["n"]: row for row in _rows(drawn)}
    kept = []
    for row in _rows(judged):
        if row["verdict"] not in VERDICTS:
            raise ValueError(f"{judged}: claim {row['n']}: verdict {row['verdict']!r} is none of {', '.join(VERDICTS)}")
        source = by_number[row["n"]]
        kept.append(
            {
                "source": source["source"],
                "claim": source["claim"]["id"],
                "rule": source["claim"]["reader"]["rule"],
                "confidence": source["claim"]["confidence"],
                "verdict": row["verdict"],
                "reason": row["reason"],
            }
        )
    AUDITS.mkdir(exist_ok=True)
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in kept)
    (AUDITS / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    return len(kept)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def show(path: Path) -> str:
    """The share of right claims of an audit, in all and by kind."""
    rows = _rows(path)
    right = sum(row["verdict"] == "right" for row in rows)
    sizes = Counter(row["rule"].partition(":")[0] for row in rows)
    hits = Counter(row["rule"].partition(":")[0] for row in rows if row["verdict"] == "right")
    kinds = ", ".join(f"{kind} {hits[kind]}/{size}" for kind, size in sizes.most_common())
    return f"{path.stem}: {right / len(rows):.3f} of {len(rows)} right ({kinds})"


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.accuracy.audit", description=__doc__)
    options.formatter_class = argparse.RawDescriptionHelpFormatter
    commands = options.add_subparsers(dest="command")
    drawing = commands.add_parser("draw")
    drawing.add_argument("language", choices=tuple(TREES))
    drawing.add_argument("--seed", type=int, required=True)
    drawing.add_argument("-o", dest="output", type=Path, required=True)
    keeping = commands.add_parser("keep")
    keeping.add_argument("drawn", type=Path)
    keeping.add_argument("judged", type=Path)
    keeping.add_argument("name")
    given = options.parse_args(argv)
    if given.command == "draw":
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in draw(given.language, given.seed))
        given.output.write_text("".join(lines), encoding="utf-8")
    elif given.command == "keep":
        print(keep(given.drawn, given.judged, given.name), "verdicts kept", file=sys.stderr)
    else:
        for path in sorted(AUDITS.glob("*.jsonl")):
            print(show(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
