"""Scores the shipped pipelines on the official test files, raw text in, as CoNLL 2018 does.

A word counts where its characters agree with a gold word; UAS and LAS (universal part of the label) are F1
over words. ``given`` reads each gold sentence by itself; ``split`` joins the text and lets the project's own
splitter find the sentences, which is how the product reads.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from gencatan.language.pack import PIPELINES
from gencatan.language.tokenization import load_pipeline
from training import corpora
from training.conllu import Sentence
from training.harmonise import harmonise
from training.ner import read_iob
from training.treebank import held_out, parts

LANGUAGES = corpora.PACKS


@dataclass(frozen=True)
class Node:
    """A word in document offsets; ``head`` is the head's span, None for a root."""

    span: tuple[int, int]
    head: tuple[int, int] | None
    deprel: str
    upos: str
    lemma: str


@dataclass(frozen=True)
class Scores:
    tokens: float
    sentences: float
    uas: float
    las: float
    upos: float
    lemma: float


def f1(correct: int, system: int, gold: int) -> float:
    return 200 * correct / (system + gold) if system + gold else 0.0


def gold_nodes(sentences: Iterable[Sentence], starts: Iterable[int]) -> list[Node]:
    nodes = []
    for sentence, offset in zip(sentences, starts, strict=True):
        spans = [(a + offset, b + offset) for a, b in sentence.spans]
        nodes += [
            Node(
                spans[i],
                None if word.head == i else spans[word.head],
                word.universal,
                word.upos,
                word.lemma,
            )
            for i, word in enumerate(sentence.words)
        ]
    return nodes


def doc_nodes(doc: Doc, offset: int) -> list[Node]:
    def span(i: int) -> tuple[int, int]:
        return (doc[i].idx + offset, doc[i].idx + len(doc[i]) + offset)

    return [
        Node(
            span(t.i),
            None if t.head.i == t.i else span(t.head.i),
            t.dep_.partition(":")[0].replace("ROOT", "root"),
            t.pos_,
            t.lemma_,
        )
        for t in doc
        if not t.is_space
    ]


def score(gold: list[Node], system: list[Node], gold_ends: set[int], system_ends: set[int]) -> Scores:
    by_span = {node.span: node for node in gold}
    pairs = [(by_span[node.span], node) for node in system if node.span in by_span]
    total = (len(system), len(gold))
    lemmas = [(g, s) for g, s in pairs if g.lemma]
    return Scores(
        f1(len(pairs), *total),
        f1(len(gold_ends & system_ends), len(gold_ends), len(system_ends)),
        f1(sum(g.head == s.head for g, s in pairs), *total),
        f1(sum(g.head == s.head and g.deprel == s.deprel for g, s in pairs), *total),
        f1(sum(g.upos == s.upos for g, s in pairs), *total),
        100 * sum(g.lemma.lower() == s.lemma.lower() for g, s in lemmas) / max(1, len(lemmas)),
    )


def joined(sentences: list[Sentence]) -> tuple[str, list[int]]:
    """The treebank as running text: a new line where the file marks a paragraph, else a space."""
    text, starts = "", []
    for sentence in sentences:
        if text:
            text += "\n" if sentence.new_paragraph else " "
        starts.append(len(text))
        text += sentence.text
    return text, starts


def evaluate_trees(nlp: Language, sentences: list[Sentence], *, split: bool) -> Scores:
    text, starts = joined(sentences)
    given = [(a, a + len(s.text)) for a, s in zip(starts, sentences, strict=True)]
    spans = corpora.split_spans(nlp.lang, text) if split else given
    system = [
        node
        for doc, (start, _) in zip(nlp.pipe([text[a:b] for a, b in spans]), spans, strict=True)
        for node in doc_nodes(doc, start)
    ]
    ends = [{b for _, b in found} for found in (given, spans)]
    return score(gold_nodes(sentences, starts), system, *ends)


def evaluate_ner(nlp: Language, code: str) -> dict[str, tuple[float, float, float]]:
    gold, system = set(), set()
    tagged = read_iob(corpora.ner_path(code, corpora.NER_TEST[code]))
    for i, doc in enumerate(nlp.pipe([t.text for t in tagged])):
        gold |= {(i, *entity) for entity in tagged[i].entities}
        system |= {(i, e.start_char, e.end_char, e.label_) for e in doc.ents}
    table = {}
    for label in ("PER", "ORG", "LOC", "all"):
        g, s = ({e for e in found if label in ("all", e[3])} for found in (gold, system))
        hits = len(g & s)
        table[label] = (100 * hits / max(1, len(s)), 100 * hits / max(1, len(g)), f1(hits, len(s), len(g)))
    return table


def speed(nlp: Language, code: str) -> float:
    """Tokens a second on this core, read in batches of sentences; the best of three."""
    texts = [s.text for name in corpora.TEST[code] for s in corpora.treebank(code, name)]
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        tokens = sum(len(doc) for doc in nlp.pipe(texts, batch_size=256))
        best = max(best, tokens / (time.perf_counter() - start))
    return best


def report(code: str, path: Path) -> dict[str, object]:
    """Prints the table and returns the figures for the model's meta."""
    nlp = load_pipeline(path)
    figures: dict[str, object] = {}
    print(f"{'file':18} {'mode':6} token  sent   UAS    LAS    UPOS   lemma")
    for name in corpora.TEST[code]:
        sentences = corpora.treebank(code, name)
        for split in (False, True):
            s = evaluate_trees(nlp, sentences, split=split)
            mode = "split" if split else "given"
            row = {k: round(v, 2) for k, v in vars(s).items()}
            figures[f"{name}/{mode}"] = row
            print(f"{name:18} {mode:6}", " ".join(f"{v:6.2f}" for v in row.values()))
    for name, sentences in (("treebank", parts(code)[1]), ("reports", held_out(code))):
        found = evaluate_trees(nlp, harmonise(sentences), split=False)
        row = {k: round(v, 2) for k, v in vars(found).items() if k != "lemma"}  # nobody wrote lemmas
        figures[f"{name}/given"] = row
        print(f"{name:18} {'given':6}", " ".join(f"{v:6.2f}" for v in row.values()))
    for label, prf in evaluate_ner(nlp, code).items():
        figures[f"ner/{label}"] = [round(v, 2) for v in prf]
        print(f"{'ner ' + label:25} P {prf[0]:6.2f} R {prf[1]:6.2f} F {prf[2]:6.2f}")
    print(f"speed {speed(nlp, code):.0f} tokens/s; {folder_size(path) / 1e6:.2f} MB")
    return figures


def folder_size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


if __name__ == "__main__":
    for code in sys.argv[1:] or ("id", "en"):
        for name in PIPELINES:
            print(f"== {code} {name}")
            report(code, LANGUAGES / code / name)
