"""``python -m training.pack FOLDER TREES…``: the pipeline of a language pack, from treebank files of its own.

For a pack that is not one of those trained by ``python -m training``: no settings in Python, no corpora in fixed
places. Every eighth sentence is held out and scored while training.
"""

from __future__ import annotations

import argparse
import platform
import tomllib
from pathlib import Path
from typing import Any

import spacy

from training.conllu import digest, read_conllu
from training.docs import ner_doc, tree_docs
from training.harmonise import harmonise
from training.ner import read_iob
from training.train import SEED, fit, save

HELD_OUT = 8
# Of a treebank this small every label and lemma rule is kept, and a net this small learns it in seconds.
FEW = 2000
SMALL: dict[str, Any] = {
    "components.tok2vec.model.encode.width": 64,
    "components.tok2vec.model.encode.depth": 2,
    "components.tok2vec.model.embed.rows": [2000, 500, 1000, 500],
    "components.parser.min_action_freq": 1,
    "components.trainable_lemmatizer.min_tree_freq": 1,
    "training.batcher.size": 300,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.pack", description=__doc__)
    parser.add_argument("pack", type=Path, help="the pack's folder; its model/ is written anew")
    parser.add_argument("trees", type=Path, nargs="+", help="CoNLL-U files (.xz too)")
    parser.add_argument("--names", type=Path, action="append", default=[], help="IOB2 files: PER, ORG, LOC")
    parser.add_argument("--spacy", default="xx", help="spaCy's code of the language; xx (default) is any language")
    parser.add_argument("--steps", type=int, default=1500, help="steps of 1,200 words, or 300 of a small treebank")
    args = parser.parse_args()
    train_pack(args.pack, args.trees, args.names, args.spacy, args.steps)


def train_pack(pack: Path, trees: list[Path], names: list[Path], spacy_code: str, steps: int) -> None:
    """Trains on `trees` and `names`, and writes `pack`/model."""
    code = tomllib.loads((pack / "pack.toml").read_text(encoding="utf-8"))["code"]
    sentences = [s for path in trees for s in harmonise(read_conllu(path, split_spelled=True))]
    blank = spacy.blank(spacy_code)
    dev = tree_docs(blank.vocab, sentences[HELD_OUT - 1 :: HELD_OUT])
    train = tree_docs(blank.vocab, [s for i, s in enumerate(sentences) if i % HELD_OUT != HELD_OUT - 1])
    train += [ner_doc(blank, tagged) for path in names for tagged in read_iob(path)]
    settings: dict[str, Any] = {"training.max_steps": steps} | (SMALL if len(sentences) < FEW else {})
    if not names:
        settings["nlp.pipeline"] = ["tok2vec", "morphologizer", "trainable_lemmatizer", "parser"]
    nlp = fit(spacy_code, train, dev, settings)
    meta = {
        "name": f"gencatan_{code}",
        "description": "Trained by `python -m training.pack`.",
        "seed": SEED,
        "settings": settings,
        "versions": {"python": platform.python_version(), "spacy": spacy.__version__},
        "data": {path.name: digest(path) for path in [*trees, *names]},
    }
    save(nlp, pack / "model", meta)


if __name__ == "__main__":
    main()
