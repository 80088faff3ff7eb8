"""``python -m training [id en]``: corpora in, weights in the package and figures in this folder's README out.

Each language has two pipelines, and a report is read with both (`gencatan.reading.twice`): `model`, and `second`, which
learns from the same sentences by other signs of a word, so that it errs elsewhere.
"""

from __future__ import annotations

import argparse
import platform
from pathlib import Path
from typing import Any

import spacy
import thinc
from spacy.tokens import Doc

from gencatan.language.pack import PIPELINES
from gencatan.language.tokenization import load_pipeline
from training import corpora
from training.conllu import digest
from training.docs import ner_doc, tree_docs
from training.evaluate import report
from training.harmonise import harmonise
from training.newswire import grow
from training.relabel import relabel
from training.train import PACKAGE, SEED, fit, go_on, gold, save, training_docs, write_figures
from training.treebank import files, names, parts, teachable

# Steps of about 1,200 words; more gain little on the development sentences (README.md has the curve).
SETTINGS = {
    "en": {"training.max_steps": 2600, "training.eval_frequency": 650, "training.dropout": 0.2},
    "id": {"training.max_steps": 2200, "training.eval_frequency": 550, "training.dropout": 0.2},
}
# What is other in the second: a seed, and how many first characters tell a word that the pack's `words.toml` has not.
SECOND: dict[str, dict[str, Any]] = {"en": {}, "id": {"system.seed": SEED + 1}}
BEGINNING = {"en": 1, "id": 4}
NEWSWIRE = 4000  # sentences grown from the grammars, beside the treebanks
# Then each goes on with the corrected trees among all that it learned from, at a lower rate.
CORRECTED = 4  # passes over them for each over the rest
NAMES = 2  # the same of the sentences with names
LATER = {
    "training.dropout": 0.2,
    "training.optimizer.learn_rate.warmup_steps": 60,
    "training.optimizer.learn_rate.initial_rate": 0.0008,
}
LATER_STEPS = {"en": 1700, "id": 1600}
GRAMMARS = Path(__file__).parent / "newswire"
# The first Indonesian model only relabels: a smaller one, for less long.
FIRST = {"training.max_steps": 500, "components.parser.model.hidden_width": 64}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("codes", nargs="*", default=["id", "en"], help="languages to train")
    parser.add_argument("--steps", type=int, help="fewer steps, to try the command out")
    args = parser.parse_args()
    for code in args.codes:
        train_language(code, args.steps)


def train_language(code: str, steps: int | None = None) -> None:
    trees, held_out = gold(code, weighted=True)
    blank = spacy.blank(code)
    dev = tree_docs(blank.vocab, held_out)

    count = {"training.max_steps": steps} if steps else {}
    settings = SETTINGS[code] | count
    if code in corpora.OLD:
        first = fit(code, training_docs(code, gold(code)[0]), dev, FIRST | count)
        trees += relabel(first, harmonise(corpora.treebank(code, corpora.OLD[code])))
    trees += harmonise(grow(code, NEWSWIRE, SEED))
    for name in PIPELINES:
        second = name != PIPELINES[0]
        own = settings | (SECOND[code] if second else {})
        beginning = BEGINNING[code] if second else None
        docs = training_docs(code, trees)
        target = PACKAGE / code / name
        save(fit(code, docs, dev, own, beginning=beginning), target, {})
        nlp = go_on(target, code, docs + corrected_docs(code, target), dev, own | goes_on(code) | count)
        meta = description(code, own, words=second)
        save(nlp, target, meta)
        figures = report(code, target)
        save(nlp, target, meta | {"performance": figures})
        write_figures(code, name, figures)


def goes_on(code: str) -> dict[str, Any]:
    """The settings with which a pipeline goes on with the corrected trees."""
    steps = LATER_STEPS[code]
    return LATER | {"training.max_steps": steps, "training.eval_frequency": steps}


def corrected_docs(code: str, base: Path) -> list[Doc]:
    """The corrected trees and the names, each as often as it counts; `base` is the pipeline that goes on."""
    nlp = load_pipeline(base)
    learned, _ = parts(code)
    trees = tree_docs(nlp.vocab, teachable(harmonise(learned), nlp))
    return trees * CORRECTED + [ner_doc(nlp, tagged) for tagged in names(code)] * NAMES


def description(code: str, settings: dict[str, Any], *, words: bool = False) -> dict[str, Any]:
    """What a model's `meta.json` says of how it was trained; `words`: with the pack's classes of words."""
    data = corpora.digests(code) | {f"newswire/{code}.grammar": digest(GRAMMARS / f"{code}.grammar")}
    data |= {f"treebank/{path.name}": digest(path) for path in files(code)}
    table = PACKAGE / code / "words.toml"
    if words and table.is_file():
        data[f"{code}/words.toml"] = digest(table)
    return {
        "name": "gencatan",
        "license": "CC-BY-SA-4.0",
        "description": "Trained by `python -m training`; see training/README.md and training/ATTRIBUTION.md.",
        "seed": settings.get("system.seed", SEED),
        "settings": settings,
        "goes_on": goes_on(code) | {"corrected": CORRECTED, "names": NAMES},
        "versions": {"python": platform.python_version(), "spacy": spacy.__version__, "thinc": thinc.__version__},
        "data": data,
    }


if __name__ == "__main__":
    main()
