"""Where the corpora lie, which file serves what, and their digests.

PUD is parallel across languages, so English PUD is a test and never trained on; Indonesian PUD is trained on.
"""

from __future__ import annotations

import os
from pathlib import Path

from gencatan.language.tokenization import JOINED
from gencatan.parse.sentences import load_abbreviations, split_sentences
from training.conllu import Sentence, digest, read_conllu

ROOT = Path(os.environ.get("GENCATAN_CORPORA", Path(__file__).resolve().parents[2] / "shared")) / "corpora"
TREES = ROOT / "treebanks"
PACKS = Path(__file__).resolve().parents[1] / "src" / "gencatan" / "language"
NER = ROOT / "ner"

GOLD = {
    "id": ("id_csui-ud-train", "id_pud-ud-test", "id_gsd-ud-dev"),
    "en": ("en_ewt-ud-train",),
}
DEV = {"id": (), "en": ("en_ewt-ud-dev",)}
# Indonesian has no development file to spare: every DEV_SHARE-th sentence of the gold files is held out.
DEV_SHARE = {"id": 12}
# Passes over a file for each pass over the relabelled old treebank: current annotation and news count more.
WEIGHT = {"id_csui-ud-train": 3, "id_pud-ud-test": 2, "id_gsd-ud-dev": 3}
OLD = {"id": "id_gsd-ud-train.OLD-v2.0-20170204"}
TEST = {"id": ("id_csui-ud-test", "id_gsd-ud-test"), "en": ("en_ewt-ud-test", "en_pud-ud-test")}
NER_TRAIN = {
    "id": ("idner-news-2k.train.iob", "idner-news-2k.dev.iob"),
    "en": ("uner_ewt-dev.iob2",),
}
# UNER's dev file is small beside EWT: shown this often per pass.
NER_WEIGHT = {"id": 1, "en": 3}
NER_TEST = {"id": "idner-news-2k.test.iob", "en": "uner_ewt-test.iob2"}


def treebank(code: str, name: str) -> list[Sentence]:
    """A treebank file as merged words, the way the tokenizer of the language cuts them."""
    return read_conllu(tree_path(code, name), split_spelled=code == "en", joined=JOINED[code])


def tree_path(code: str, name: str) -> Path:
    return TREES / code / f"{name}.conllu.xz"


def ner_path(code: str, name: str) -> Path:
    return NER / code / name


def digests(code: str) -> dict[str, str]:
    """SHA-256 of every file that training reads, for the model's meta."""
    names = [*GOLD[code], *DEV[code], *([OLD[code]] if code in OLD else [])]
    found = {f"{name}.conllu": digest(tree_path(code, name)) for name in names}
    return found | {name: digest(ner_path(code, name)) for name in NER_TRAIN[code]}


def split_spans(code: str, text: str) -> list[tuple[int, int]]:
    """Where the sentences of a text begin and end, as the product cuts it."""
    return split_sentences(text, load_abbreviations(PACKS / code / "sentences.toml"))
