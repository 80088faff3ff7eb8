"""English event coding: PLOVER roots of sentences whose source, target and root were annotated by others.

The data marks one source, one target and one root a row; a sentence may have several rows. Figures come from even
sentence ids, errors are only ever listed from odd ones (`analysis`). How a claim becomes a source, a target and a
root of the data's older codebook: `benchmarks.accuracy.coded`.

*Given actors*: the root of the claim that `choose` picks for the row's source and target; no claim is wrong.
*End to end*: (source, target, root) of all claims with a source and a target against all rows, each used once. Words
agree as in the scorer of claims: bag-of-words F1 above one half.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpora
from benchmarks.accuracy.coded import Event, Triple, events, triples
from benchmarks.accuracy.suite import WORKERS, Measured, missing
from gencatan import Document
from gencatan.evaluation.assign import assign
from gencatan.evaluation.items import same_words
from gencatan.evaluation.scorer import Rate
from gencatan.model import Span

if TYPE_CHECKING:
    from gencatan import Reader

NAME: Final = "events"
_MARK = re.compile(r"<(/?)([st])>")
BATCH: Final = 32

CONFUSIONS: Final = 12

Range = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """One annotated row: a sentence, the stretches of it that are source and target, and the root."""

    sentence: str
    odd: bool
    source: tuple[Range, ...]
    target: tuple[Range, ...]
    root: str

    def words(self, ranges: Sequence[Range]) -> str:
        """The words of a source or target."""
        return " ".join(self.sentence[a:b] for a, b in ranges)


Read = dict[str, list[Event]]


def rows(path: Path) -> list[Row]:
    """The annotated rows in file order."""
    with path.open(newline="", encoding="utf-8") as lines:
        return [
            row(r["marked_sentence"], int(r["sentence_id"]) % 2 == 1, r["gold_root"])
            for r in csv.DictReader(lines, delimiter="\t")
        ]


def row(marked: str, odd: bool, root: str) -> Row:
    """A row from a sentence with `<s>…</s>` and `<t>…</t>`; a mark may be missing or stand twice."""
    text, at, opened = "", 0, {"s": 0, "t": 0}
    found: dict[str, list[Range]] = {"s": [], "t": []}
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        at = mark.end()
        if mark[1]:
            found[mark[2]].append((opened[mark[2]], len(text)))
        else:
            opened[mark[2]] = len(text)
    return Row(text + marked[at:], odd, tuple(found["s"]), tuple(found["t"]), root)


def choose(found: Sequence[Event], source: Sequence[Range], target: Sequence[Range]) -> Event | None:
    """The event that fits a given source and target best; None if there is none.

    What counts, in this order: that its source touches the given one; that it is asserted (of "refused to withdraw"
    the refusal was done, the withdrawal was not); the share of the given target in its target, free text and place;
    that it stands first.
    """

    def fit(event: Event) -> tuple[bool, bool, float, int]:
        touches = covered(source, event.source) > 0
        return touches, event.asserted, covered(target, (*event.target, *event.around)), -event.start

    return max(found, key=fit, default=None)


def covered(wanted: Sequence[Range], spans: Sequence[Span]) -> float:
    """The share of the wanted characters that lie in the spans."""
    want = {i for a, b in wanted for i in range(a, b)}
    have = {i for span in spans for i in range(span.start, span.end)}
    return len(want & have) / len(want) if want else 0.0


def given_actors(annotated: Sequence[Row], read: Read) -> Counter[tuple[str, str]]:
    """How often which root was annotated and which was predicted; "" where nothing was."""
    pairs: Counter[tuple[str, str]] = Counter()
    for each in annotated:
        event = choose(read[each.sentence], each.source, each.target)
        pairs[each.root, event.root if event else ""] += 1
    return pairs


def accuracy(pairs: Counter[tuple[str, str]]) -> float:
    """The share of rows with the annotated root."""
    return sum(n for (gold, ours), n in pairs.items() if gold == ours) / max(1, pairs.total())


def macro_f1(pairs: Counter[tuple[str, str]]) -> float:
    """The mean F1 over the annotated roots."""
    rates = {gold: Rate() for gold, _ in pairs}
    for (gold, ours), n in pairs.items():
        rates[gold].add(Rate(n if gold == ours else 0, 0, n))
        if ours in rates:
            rates[ours].system += n
    return sum(rate.f1 for rate in rates.values()) / max(1, len(rates))


def end_to_end(annotated: Sequence[Row], read: Read) -> dict[str, float]:
    """Micro-F1 of whole triples, of source and target alone and of the root alone."""
    by_sentence: dict[str, list[Row]] = defaultdict(list)
    for each in annotated:
        by_sentence[each.sentence].append(each)
    ours = {sentence: triples(read[sentence]) for sentence in by_sentence}
    figures = {}
    for name, agree in (("triple_f1", _same_triple), ("actors_f1", _same_actors), ("root_f1", _same_root)):
        rate = Rate(0, sum(map(len, ours.values())), len(annotated))
        for sentence, gold in by_sentence.items():
            rate.hit += len(assign([[int(agree(each, triple)) for triple in ours[sentence]] for each in gold]))
        figures[name] = rate.f1
    return figures


def _same_actors(gold: Row, ours: Triple) -> bool:
    return all(
        same_words("actor", words, [gold.words(ranges)])
        for words, ranges in ((ours[0], gold.source), (ours[1], gold.target))
    )


def _same_root(gold: Row, ours: Triple) -> bool:
    return gold.root == ours[2]


def _same_triple(gold: Row, ours: Triple) -> bool:
    return _same_root(gold, ours) and _same_actors(gold, ours)


def read_rows(reader: Reader, annotated: Sequence[Row]) -> Read:
    """The events of each sentence, each read as a report of its own."""
    sentences = list(dict.fromkeys(each.sentence for each in annotated))
    documents = [Document.create(text, id=f"{NAME}-{n}", language="en") for n, text in enumerate(sentences)]
    found = reader.read_many(documents, workers=WORKERS, batch_size=BATCH)
    return {sentence: events(claims) for sentence, claims in zip(sentences, found, strict=True)}


def measure(reader: Reader) -> Measured:
    """The figures of even sentence ids; in the notes those of odd ones and their commonest confusions."""
    path = corpora.EVENTS
    if not path.exists():
        return Measured(absent=[missing(NAME, path)])
    annotated = rows(path)
    read = read_rows(reader, annotated)
    figures, notes = {}, []
    for name, part in (("even", [r for r in annotated if not r.odd]), ("odd", [r for r in annotated if r.odd])):
        pairs = given_actors(part, read)
        found = {"root_accuracy": accuracy(pairs), "root_macro_f1": macro_f1(pairs)} | end_to_end(part, read)
        if name == "even":
            figures["events.en"] = found
            continue
        notes.append(f"{NAME}, analysis on odd ids: " + ", ".join(f"{k} {v:.3f}" for k, v in found.items()))
        wrong = [(pair, n) for pair, n in pairs.most_common() if pair[0] != pair[1]][:CONFUSIONS]
        notes.append("  taken for: " + ", ".join(f"{gold} {ours or 'nothing'} {n}" for (gold, ours), n in wrong))
    return Measured(figures, digests={NAME: corpora.digest([path])}, notes=notes)


def misses(reader: Reader) -> Iterator[str]:
    """The odd rows with a wrong root, and what was read in them."""
    annotated = [each for each in rows(corpora.EVENTS) if each.odd] if corpora.EVENTS.exists() else []
    read = read_rows(reader, annotated)
    for each in annotated:
        event = choose(read[each.sentence], each.source, each.target)
        if event is None or event.root != each.root:
            source, target = each.words(each.source), each.words(each.target)
            yield f"{each.root} for {event.root if event else 'nothing'}: {source} → {target} | {each.sentence}"
            yield from ("   " + " → ".join(triple) for triple in triples(read[each.sentence]))
