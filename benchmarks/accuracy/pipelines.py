"""The language pipelines on their test files: trees as the product splits and reads running text, and names.

UAS, LAS and UPOS are F1 over words, lemmas the share of right ones among the words found, sentences F1 over their
ends (`training.evaluate`); names are F1 over exact spans with their label.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpora
from benchmarks.accuracy.suite import Figures, Measured, missing
from gencatan.language.pack import PIPELINES
from gencatan.language.tokenization import load_pipeline
from training import corpora as training_corpora
from training.evaluate import LANGUAGES, evaluate_ner, evaluate_trees

if TYPE_CHECKING:
    from spacy.language import Language

    from gencatan import Reader

NAME: Final = "pipelines"
TREE_FIGURES: Final = ("uas", "las", "upos", "lemma", "sentences")
TAGGED: Final = {"id": "idner-test", "en": "uner_ewt-test"}


def measure(reader: Reader) -> Measured:
    """Figures by file, as shares of one; the reader is not used, only the pipelines it ships with."""
    del reader
    figures: Figures = {}
    digests: dict[str, str] = {}
    absent: list[str] = []
    for code in sorted(TAGGED):
        here: dict[str, Path] = {}
        for name, path in _files(code).items():
            if path.exists():
                here[name] = path
            else:
                absent.append(missing(f"{NAME}.{name}", path))
        if here:
            for n, folder in enumerate(PIPELINES):
                measured = measure_language(load_pipeline(LANGUAGES / code / folder), code, list(here))
                figures |= {f"{name}.{folder}" if n else name: found for name, found in measured.items()}
        digests |= {f"{NAME}.{name}": corpora.digest([path]) for name, path in here.items()}
    return Measured(figures, digests=digests, absent=absent)


def _files(code: str) -> dict[str, Path]:
    trees = {name: training_corpora.tree_path(code, name) for name in training_corpora.TEST[code]}
    return trees | {TAGGED[code]: training_corpora.ner_path(code, training_corpora.NER_TEST[code])}


def measure_language(nlp: Language, code: str, names: list[str]) -> Figures:
    """The figures of one pipeline on the files named."""
    figures: Figures = {}
    for name in names:
        if name == TAGGED[code]:
            figures[f"{NAME}.{name}"] = {"names_f1": evaluate_ner(nlp, code)["all"][2] / 100}
        else:
            scores = evaluate_trees(nlp, training_corpora.treebank(code, name), split=True)
            figures[f"{NAME}.{name}"] = {figure: getattr(scores, figure) / 100 for figure in TREE_FIGURES}
    return figures
