"""Speed and memory in one run, as ratios that mean the same on any machine.

    python -m benchmarks.speed [--json FILE]

The stream is 200 documents: 10% reports about a conflict (those that come with gencatan), the rest everyday
prose from treebanks (`GENCATAN_CORPORA`), half in each language. What is compared with are the bare spaCy
pipelines that a report is read with, two a language, the same weights, over all the same text; the figure against the
first alone stands beside. All on one core.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from benchmarks import corpora
from gencatan import Document, Reader

DOCUMENTS: Final = 200
CONFLICT_SHARE: Final = 0.1
WORDS: Final = 250
SEED: Final = 20
ROUNDS: Final = 3
STARTS: Final = 7
COLD_REPORT: Final = corpora.REPORTS / "en-karabakh-truce-yerevan-2023-09-20.json"


# Reading may cost 1.3 times what it cost (1.82 and 0.92) before it was widened to reports that nobody tuned to.
CONFLICT_MOST: Final = 2.36
STREAM_MOST: Final = 1.2


@dataclass(frozen=True)
class Figure:
    """One measured figure and what it may be at most."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None

    @property
    def good(self) -> bool:
        return self.most is None or self.value <= self.most

    def line(self) -> str:
        limit = "" if self.most is None else f"at most {self.most:g}  {'ok' if self.good else 'TOO MUCH'}"
        return f"{self.name:52} {self.value:10,.2f} {self.unit:8} {limit}"


def conflict(number: int) -> list[Document]:
    """Reports about a conflict, in turn."""
    found = [corpora.document(entry) for entry in corpora.load(sorted(corpora.REPORTS.glob("*.json")))]
    return list(islice(cycle(found), number))


def everyday(number: int) -> list[Document]:
    """Documents of treebank sentences, each about as long as a report, half in each language."""
    draw = random.Random(SEED)
    found = []
    for language in ("en", "id"):
        sentences = corpora.prose(language)
        if not sentences:
            return []
        draw.shuffle(sentences)
        supply = cycle(sentences)
        for n in range(number // 2):
            text = "\n".join(_paragraphs(supply))
            found.append(Document.create(text, id=f"{language}-{n}", language=language, published="2020-06-15"))
    return found


def _paragraphs(supply: Iterator[str]) -> Iterator[str]:
    words, paragraph = 0, []
    while words < WORDS:
        sentence = next(supply)
        words += len(sentence.split())
        paragraph.append(sentence)
        if len(paragraph) == 3:
            yield " ".join(paragraph)
            paragraph = []
    if paragraph:
        yield " ".join(paragraph)


class Bare:
    """The pipelines as gencatan ships them, with nothing of gencatan around."""

    def __init__(self) -> None:
        from gencatan.language.pack import load_pack
        from gencatan.language.tokenization import load_pipeline

        self.nlp = {code: [load_pipeline(path) for path in load_pack(code).model_paths] for code in ("en", "id")}

    def run(self, documents: Sequence[Document], pipelines: int = 2) -> int:
        """Parse all text with so many pipelines a language; returns how many tokens there were."""
        tokens = 0
        for code, loaded in self.nlp.items():
            texts = [document.text for document in documents if document.language == code]
            counted = [sum(len(doc) for doc in nlp.pipe(texts)) for nlp in loaded[:pipelines]]
            tokens += counted[0]
        return tokens


def best(run: Callable[[], object]) -> float:
    """The fastest of some rounds, in seconds."""
    return min(timed(run) for _ in range(ROUNDS))


def timed(run: Callable[[], object]) -> float:
    """How long one call takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def throughput() -> list[Figure]:
    """Reading against the bare pipelines."""
    reader, bare = Reader(languages=["en", "id"]), Bare()
    reports = conflict(round(DOCUMENTS * CONFLICT_SHARE))
    prose = everyday(DOCUMENTS - len(reports))
    stream = [*reports, *prose]
    random.Random(SEED).shuffle(stream)
    tokens = {"stream": bare.run(stream), "reports": bare.run(reports)}  # also warms both up
    list(reader.read_many(reports))

    def read(documents: Sequence[Document]) -> Callable[[], object]:
        return lambda: sum(len(claims) for claims in reader.read_many(documents))

    figures = []
    read_s, bare_s = best(read(reports)), best(lambda: bare.run(reports))
    figures += [
        Figure("conflict reports: time against the bare pipelines", read_s / bare_s, "times", CONFLICT_MOST),
        Figure("conflict reports: against the first alone", read_s / best(lambda: bare.run(reports, 1)), "times"),
        Figure("conflict reports: reports per second", len(reports) / read_s, "1/s"),
        Figure("conflict reports: tokens per second", tokens["reports"] / read_s, "1/s"),
    ]
    if not prose:
        print(f"no treebanks in {corpora.TREEBANKS}; set GENCATAN_CORPORA to measure the mixed stream")
        return figures
    read_s, bare_s = best(read(stream)), best(lambda: bare.run(stream))
    figures += [
        Figure("stream of 200, 10% conflict: against the bare pipelines", read_s / bare_s, "times", STREAM_MOST),
        Figure("stream: against the first alone", read_s / best(lambda: bare.run(stream, 1)), "times"),
        Figure("stream: reports per second", len(stream) / read_s, "1/s"),
        Figure("stream: tokens per second", tokens["stream"] / read_s, "1/s"),
        Figure("bare pipelines: tokens per second", tokens["stream"] / bare_s, "1/s"),
    ]
    return figures


def started(*command: str) -> float:
    """The median time of starting a process and running it to its end, in seconds; its first start is not counted."""

    def run() -> None:
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    run()
    return statistics.median(timed(run) for _ in range(STARTS))


def starts() -> list[Figure]:
    """What it costs to start, against importing typer and rich."""
    python, script = sys.executable, str(Path(sys.executable).parent / "gencatan")
    base = started(python, "-c", "import typer, rich")
    return [
        Figure("python -c 'import typer, rich'", base, "s"),
        Figure("import gencatan", started(python, "-c", "import gencatan") / base, "times", 1.6),
        Figure("gencatan --help", started(script, "--help") / base, "times", 3.0),
        Figure("gencatan read REPORT, cold", started(script, "read", str(COLD_REPORT)), "s", 2.5),
    ]


def memory() -> list[Figure]:
    """Peak memory of a process that reads the whole stream."""
    command = [sys.executable, "-m", "benchmarks.speed", "--only-read"]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [Figure("peak memory, stream in both languages", int(out.split()[-1]) / 1024, "MB", 500)]


def only_read() -> None:
    """Read the stream and print this process's peak memory in KiB."""
    reader = Reader()
    reports = conflict(round(DOCUMENTS * CONFLICT_SHARE))
    for _ in reader.read_many([*reports, *everyday(DOCUMENTS - len(reports))]):
        pass
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def main() -> int:
    options = argparse.ArgumentParser(description="Speed and memory, as ratios.")
    options.add_argument("--json", type=Path, help="write the figures there too")
    options.add_argument("--only-read", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.only_read:
        only_read()
        return 0
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    os.chdir(corpora.ROOT)
    figures = [*starts(), *memory(), *throughput()]
    for figure in figures:
        print(figure.line())
    if given.json:
        given.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=1) + "\n", encoding="utf-8")
    return 0 if all(figure.good for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
