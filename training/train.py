"""Trains one pipeline per language from the corpora and puts it into the package."""

from __future__ import annotations

import random
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import spacy
import srsly
from confection import Config
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config

from gencatan.language.known_words import words_of_pack
from gencatan.language.tokenization import customise_tokenizer, make_nlp
from training import corpora
from training.conllu import Sentence
from training.docs import ner_doc, tree_docs
from training.harmonise import harmonise
from training.ner import read_iob

HERE = Path(__file__).parent
PACKAGE = corpora.PACKS
SEED = 20230920
KNOWN_ROWS = [5000, 1000, 2500, 1000]  # of norm, class, suffix and shape where a wordnet tells classes


@spacy.registry.callbacks("gencatan.tokenizer.v1")
def _tokenizer_callback() -> Callable[[Language], Language]:
    return customise_tokenizer


def gold(code: str, *, weighted: bool = False) -> tuple[list[Sentence], list[Sentence]]:
    """Training and development sentences, in one inventory of labels; ``weighted`` repeats what counts more."""
    dev = [s for name in corpora.DEV[code] for s in harmonise(corpora.treebank(code, name))]
    read = [(s, name) for name in corpora.GOLD[code] for s in harmonise(corpora.treebank(code, name))]
    if share := corpora.DEV_SHARE.get(code):
        dev = [s for s, _ in read[share - 1 :: share]]
        read = [pair for i, pair in enumerate(read) if i % share != share - 1]
    times = corpora.WEIGHT if weighted else {}
    return [s for s, name in read for _ in range(times.get(name, 1))], dev


def fit(
    code: str, train: list[Doc], dev: list[Doc], overrides: dict[str, Any], *, beginning: int | None = None
) -> Language:
    """Trains with the config here; returns the averaged weights of the last step.

    `beginning`: learn from the classes of words in the pack of the language, or else from so many first characters.
    """
    config = _config(code, overrides)
    if beginning is not None:
        embed = config["components"]["tok2vec"]["model"]["embed"]
        config["components"]["tok2vec"]["model"]["embed"] = {
            "@architectures": "gencatan.KnownWordsEmbed.v1",
            "width": embed["width"],
            "rows": KNOWN_ROWS,
            "words": {"@misc": "gencatan.known_words.v1", "lang": code, "beginning": beginning},
        }
    return _trained(config, train, dev)


def go_on(base: Path, code: str, train: list[Doc], dev: list[Doc], overrides: dict[str, Any]) -> Language:
    """Goes on training the pipeline in a folder; returns the averaged weights of the last step."""
    config = _config(code, overrides)
    for name in config["nlp"]["pipeline"]:
        config["components"][name] = {"source": str(base)}
    return _trained(config, train, dev)


def _config(code: str, overrides: dict[str, Any]) -> Config:
    return load_config(HERE / "config.cfg", overrides={"nlp.lang": code} | overrides, interpolate=False)


def _trained(config: Config, train: list[Doc], dev: list[Doc]) -> Language:
    with tempfile.TemporaryDirectory() as folder, words_of_pack(PACKAGE / config["nlp"]["lang"]):
        random.Random(SEED).shuffle(train)
        for name, docs in (("train", train), ("dev", dev)):
            path = Path(folder) / f"{name}.spacy"
            DocBin(docs=docs, store_user_data=False).to_disk(path)
            config["paths"][name] = str(path)
        nlp = init_nlp(config)
        # spaCy stores the trees of a lemmatizer but not which label each has, and would teach label 0 for all
        lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
        lemmatizer.tree2label = {tree: label for label, tree in enumerate(lemmatizer.cfg["labels"])}
        out = Path(folder) / "out"
        out.mkdir()
        train_loop(nlp, out, use_gpu=-1)
        return spacy.load(out / "model-last")


def training_docs(code: str, trees: list[Sentence]) -> list[Doc]:
    blank = make_nlp(code)
    tagged = [t for name in corpora.NER_TRAIN[code] for t in read_iob(corpora.ner_path(code, name))]
    tagged *= corpora.NER_WEIGHT[code]
    return tree_docs(blank.vocab, trees) + [ner_doc(blank, t) for t in tagged]


def save(nlp: Language, target: Path, meta: dict[str, Any]) -> None:
    """Writes weights, config and meta; what only training needs (corpora, lookups, vectors) stays out."""
    for block in ("training", "corpora", "initialize", "paths", "pretraining"):
        nlp.config[block] = {}
    nlp.meta.update(meta)
    shutil.rmtree(target, ignore_errors=True)
    nlp.to_disk(target)
    srsly.write_json(target / "vocab" / "strings.json", sorted(_needed_strings(nlp)))


def _needed_strings(nlp: Language) -> set[str]:
    """Labels and the pieces of lemma rules; the training texts' own words are neither needed nor shipped."""
    labels = {part for name in nlp.pipe_names for label in _labels(nlp, name) for part in (label, *label.split("||"))}
    morphs = {pair for label in labels if "=" in label for pair in label.split("|")}
    fields = {part for pair in morphs for part in pair.split("=", 1)}
    nodes = srsly.msgpack_loads(nlp.get_pipe("trainable_lemmatizer").trees.to_bytes())["trees"]
    hashes = {node[key] for node in nodes for key in ("orig", "subst") if key in node}
    return labels | morphs | fields | {nlp.vocab.strings[key] for key in hashes}


def _labels(nlp: Language, name: str) -> list[str]:
    pipe = nlp.get_pipe(name)
    morphs = getattr(pipe, "cfg", {}).get("labels_morph", {})
    return [str(label) for label in getattr(pipe, "labels", ())] + list(morphs.values())


def write_figures(code: str, name: str, figures: dict[str, Any]) -> None:
    """Puts the evaluation table between this pipeline's markers in README.md."""
    rows = ["| test file | sentences | token F1 | sentence F1 | UAS | LAS | UPOS | lemma |", "|---" * 8 + "|"]
    for key, row in figures.items():
        if isinstance(row, dict):
            file, _, mode = key.partition("/")
            cells = [f"{v:.2f}" for v in row.values()]
            rows.append(f"| {file} | {mode} | " + " | ".join(cells + [""] * (6 - len(cells))) + " |")
    rows += ["", "| NER test | precision | recall | F1 |", "|---|---|---|---|"]
    for key, row in figures.items():
        if isinstance(row, list):
            rows.append(f"| {key.partition('/')[2]} | " + " | ".join(f"{v:.2f}" for v in row) + " |")
    readme = HERE / "README.md"
    begin, end = f"<!-- {code} {name}: begin -->", f"<!-- {code} {name}: end -->"
    before, _, rest = readme.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    readme.write_text(before + begin + "\n" + "\n".join(rows) + "\n" + end + after, encoding="utf-8")
