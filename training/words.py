"""Writes `words.toml` of a language pack: what part of speech each word mostly is, and what it is about.

    python -m training.words

The second English pipeline learns from it beside the letters of a word (`gencatan.language.known_words`): treebanks of
some thousand sentences leave most words of the news unseen. The Indonesian one learned from the first characters of
words alone: its table is empty, by hand. Source: WordNet 3.0, as in `training.nouns`. A class joins the parts
of speech that a word is in more than SHARE of its use, the commonest first, each with the name of the WordNet file that
most of that use is in ("n.person+v.contact"). A word that is a name too has the class of the name with a capital
("Geneva", not the gin).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.coverage import WORDNET
from gencatan.language.pack import load_pack
from training.nouns import PACKS, SPELLINGS, rows, wrapped

PARTS: Final = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
SHARE: Final = 0.04
FURTHER: Final = 0.2  # what a sense after the first weighs that no text was tagged with
NAMED: Final = {"location": 0.1}  # how much used a name must be beside the common word for a capital to tell it; else 1
TAGGED: Final = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
_FILES: Final = """all pert all tops act animal artifact attribute body cognition communication event feeling food
group location motive object person phenomenon plant possession process quantity relation shape state substance time
body change cognition communication competition consumption contact creation emotion motion perception possession
social stative weather ppl"""
FILES: Final = tuple(_FILES.split())
"""WordNet's lexicographer files by number (lexnames(5WN)), without their part of speech."""

Use = dict[str, Mapping[str, float]]
"""How much of a lemma's use is in each file, by part of speech; capital letters for names."""


@dataclass(slots=True)
class Net:
    """Lemmas of one word with their use, and their irregular forms."""

    use: dict[str, Use] = field(default_factory=lambda: defaultdict(dict))
    irregular: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))


def english(root: Path = WORDNET) -> Net:
    """All lemmas of WordNet."""
    net, counts = Net(), _counts(root)
    for part, letter in PARTS.items():
        file_of, capital = _synsets(root / f"data.{part}")
        for row in rows(root / f"index.{part}"):
            lemma, _, number, *_ = parts = row.split()
            if "_" in lemma:
                continue
            own = parts[-int(number) :]
            names = [synset for synset in own if capital[lemma, synset]]
            common = [synset for synset in own if not capital[lemma, synset]]
            for written, key, synsets in ((lemma, letter, common), (lemma.capitalize(), letter.upper(), names)):
                weights: dict[str, float] = {}
                for rank, synset in enumerate(synsets):
                    name = file_of[synset]
                    tagged = 0 if name in weights else counts[lemma, letter, name]
                    weights[name] = weights.get(name, 0.0) + tagged + (1 if rank == 0 else FURTHER)
                if synsets:
                    net.use[written][key] = weights
        for row in rows(root / f"{part}.exc"):
            form, *lemmas = row.split()
            for lemma in lemmas:
                net.irregular[lemma, letter].append(form)
    return net


def _synsets(path: Path) -> tuple[dict[str, str], dict[tuple[str, str], bool]]:
    """The file of each synset, and whether a word is written with a capital in it."""
    file_of, capital = {}, {}
    for row in rows(path):
        parts = row.partition(" | ")[0].split()
        file_of[parts[0]] = FILES[int(parts[1])]
        for i in range(int(parts[3], 16)):
            word = parts[4 + 2 * i].partition("(")[0]
            capital.setdefault((word.lower(), parts[0]), word[:1].isupper())
    return file_of, capital


def _counts(root: Path) -> Counter[tuple[str, str, str]]:
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in (root / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, _, count = row.split()
        lemma, _, rest = key.partition("%")
        kind, file, *_ = rest.split(":")
        counts[lemma, TAGGED[kind], FILES[int(file)]] += int(count)
    return counts


def _much(use: Use) -> float:
    return float(sum(sum(weights.values()) for weights in use.values()))


def classes(use: Use) -> str:
    """The class of a word with this use."""
    whole = {part: sum(weights.values()) for part, weights in use.items()}
    total = sum(whole.values())
    kept = sorted((-weight, part) for part, weight in whole.items() if weight >= SHARE * total)
    most = {part: max(weights, key=weights.__getitem__) for part, weights in use.items() if weights}
    told = [part if part.lower() in "ar" else f"{part}.{most[part]}" for _, part in kept]
    return "+".join(told)


def forms(net: Net, code: str) -> dict[str, Use]:
    """The use of every form: that of the lemma it is, and of those it is a form of.

    Where it is both in one part of speech, the more used wins ("found" is rather of "find").
    """
    inflection = load_pack(code).inflection
    found: dict[str, Use] = {lemma: dict(use) for lemma, use in net.use.items()}
    for lemma, use in net.use.items():
        for part, weights in use.items():
            if part.isupper() and lemma.lower() in net.use:
                continue  # "Rebels" opens a sentence more often than it names anybody
            word = {"n": "noun", "v": "verb"}.get(part.lower(), "")
            irregular = net.irregular.get((lemma, part), [])
            built = [form for form, _ in inflection.forms(lemma, word)] if word else _compared(lemma, part)
            regular = [form for form in built if not form.endswith(inflection.clitics or ("-",))]
            for form in dict.fromkeys((*irregular, *regular)):
                own = found.setdefault(form, {})
                if part not in own or (form in irregular and sum(own[part].values()) < sum(weights.values())):
                    own[part] = weights
    return found


def _compared(lemma: str, part: str) -> Iterable[str]:
    return (lemma.removesuffix("e") + "er", lemma.removesuffix("e") + "est") if part == "a" and len(lemma) < 7 else ()


def spelt(found: Mapping[str, Use]) -> dict[str, Use]:
    """With spellings of both sides of the Atlantic."""
    both = dict(found)
    for word, use in found.items():
        for us, uk in SPELLINGS:
            if us in word:
                both.setdefault(word.replace(us, uk), use)
    return both


def write(code: str = "en") -> Path:
    """The file for the language `code`."""
    found = spelt(forms(english(), code))
    by_class: dict[str, list[str]] = defaultdict(list)
    for word, use in found.items():
        name = classes(use)
        share = NAMED.get(name.removeprefix("N."), 1.0)
        if word.isalpha() and (word.islower() or _much(use) >= _much(found.get(word.lower(), {})) * share):
            by_class[name].append(word)
    lines = ["# Written by training/words.py from WordNet. Do not edit: the pipeline was trained with it.", ""]
    for key in sorted(by_class):
        lines += [f"\"{key}\" = '''", *wrapped(sorted(by_class[key])), "'''"]
    path = PACKS / code / "words.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


if __name__ == "__main__":
    print(write())
