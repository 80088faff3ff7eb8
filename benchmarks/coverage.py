"""Which words of the field a language pack neither reads nor leaves out on purpose.

    python -m benchmarks.coverage en
    python -m benchmarks.coverage id --least 3 --show 50

The words come from the CAMEO verb list. For English they are its verbs and the nouns of action that WordNet derives
from them; for any other language the lemmas that Wordnet Bahasa (`wordnet-*-<iso 639-3>.tab.xz`) has for the
same synsets. Those that occur often enough in the news parts of the corpora must be in the pack (a trigger or a word of
`grammar.toml`) or in its `ignored.toml` with a reason. Exits with 1 if some are not, with 2 if the corpora or WordNet
are not there: `GENCATAN_CORPORA` (default `../shared`) and `GENCATAN_WORDNET` (default `/usr/share/wordnet`, Debian's
`wordnet-base`) say where they lie. Words are only counted; no text of the corpora is printed or kept.
"""

from __future__ import annotations

import argparse
import lzma
import os
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.corpora import SHARED
from gencatan.language.inflection import Inflection
from gencatan.language.pack import Pack, load_pack
from gencatan.language.triggers import words_of

CORPORA: Final = SHARED / "corpora"
WORDNET: Final = Path(os.environ.get("GENCATAN_WORDNET", "/usr/share/wordnet"))
ISO3: Final = {"id": "ind"}
NEWS: Final = {
    "en": (
        ("en_ewt-ud-train", "newsgroup|weblog"),
        ("en_ewt-ud-dev", "newsgroup|weblog"),
        ("en_ewt-ud-test", "newsgroup|weblog"),
        ("en_pud-ud-test", "n"),
    ),
    "id": (
        ("id_csui-ud-train", ""),
        ("id_csui-ud-test", ""),
        ("id_pud-ud-test", "n"),
        ("id_gsd-ud-dev", ""),
        ("id_gsd-ud-test", ""),
    ),
}
SENSES: Final = 2
"""How many of a verb's senses count, WordNet's first being the most frequent: rare ones lead away from the field."""
ACTION_NOUNS: Final = frozenset({"04", "10", "11", "26"})
"""WordNet's lexicographer files of acts, communication, events and states."""


def main(arguments: list[str] | None = None) -> int:
    """Print the words that are missing, the most frequent first; say by the exit status whether there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=sorted(NEWS))
    parser.add_argument("--least", type=int, default=3, help="how often a word must occur to count (default 3)")
    parser.add_argument("--show", type=int, default=0, help="print at most so many words (default all)")
    options = parser.parse_args(arguments)
    try:
        pack = load_pack(options.language)
        seen = occurrences(options.language)
        field = list(field_words(options.language))
    except FileNotFoundError as error:
        print(f"not measured: {error.filename} is not there", file=sys.stderr)
        return 2
    counted = frequent(field, seen, pack.inflection, options.least)
    known = known_words(pack)
    missing = [(n, word) for word, (n, forms) in counted.items() if not known & {word, *forms}]
    missing.sort(key=lambda m: (-m[0], m[1]))
    for n, word in missing[: options.show or None]:
        print(f"{n:6} {word}")
    print(
        f"{options.language}: {len(counted)} words of the field occur {options.least} times or more, "
        f"{len(missing)} neither read nor ignored"
    )
    return 1 if missing else 0


def frequent(
    field: Iterable[tuple[str, str]], seen: Counter[str], inflection: Inflection, least: int
) -> dict[str, tuple[int, set[str]]]:
    """The field's words that occur `least` times or more in any of their forms, with those forms."""
    found: dict[str, tuple[int, set[str]]] = {}
    for word, part in sorted(set(field)):
        forms = {form for form, _ in inflection.forms(word, part)} if " " not in word else {word}
        total = sum(seen[form] for form in forms)
        if total >= least and total > found.get(word, (0, set()))[0]:
            found[word] = (total, forms | found.get(word, (0, set()))[1])
    return found


def known_words(pack: Pack) -> set[str]:
    """All forms of the words that the pack's triggers and grammar use, and the words that it ignores."""
    known: set[str] = set()
    for trigger in pack.triggers:
        for word in trigger.words:
            parts = [p for p in word.split() if p != "*"]
            head = parts[-1] if trigger.part == "noun" and pack.noun_head == "last" else parts[0]
            known.update(form for form, _ in pack.inflection.forms(head, trigger.part))
            known.add(word)
    for path in ("grammar.toml", "ignored.toml"):
        known |= _texts(tomllib.loads((pack.path / path).read_text(encoding="utf-8")), pack)
    return known


def _texts(table: dict[str, object], pack: Pack) -> set[str]:
    """Keys of a table of words, and the words in its lists with all their forms."""
    found: set[str] = set()
    for key, value in table.items():
        if isinstance(value, dict):
            found |= _texts(value, pack)
        elif isinstance(value, list):
            for word in value:
                first = str(word).lower().split()[0]
                found.update(form for form, _ in pack.inflection.forms(first, "verb"))
        else:
            found.add(key.lower())
            found.update(form for part in ("verb", "noun") for form, _ in pack.inflection.forms(key.lower(), part))
    return found


def field_words(language: str) -> Iterator[tuple[str, str]]:
    """The words of conflict, diplomacy and law enforcement in the language, each with its part ("verb" or "noun")."""
    verbs = cameo_verbs()
    if language == "en":
        for verb in verbs:
            yield verb, "verb"
        for noun in derived_nouns(verbs):
            yield noun, "noun"
        return
    wanted = {f"{offset}-v" for verb in verbs for offset in senses(verb)}
    (path,) = sorted((CORPORA / "lexical").glob(f"wordnet-*-{ISO3[language]}.tab.xz")) or [
        CORPORA / "lexical" / f"wordnet-{ISO3[language]}.tab.xz"
    ]
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 3 and columns[0] in wanted and columns[1].endswith(":lemma"):
                yield columns[2].lower(), "verb"


def cameo_verbs() -> list[str]:
    """The verbs at the heads of CAMEO's blocks; its patterns, synonym sets and compounds are left out."""
    verbs: dict[str, None] = {}
    blocks = False
    with lzma.open(CORPORA / "lexical" / "petrarch2.CAMEO.2.0.txt.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            blocks = blocks or line.startswith("--- ")
            match = re.match(r"([A-Z]+)(?: |\{|$|#|\[)", line) if blocks else None
            if match:
                verbs.setdefault(match.group(1).lower())
    return list(verbs)


def senses(verb: str) -> list[str]:
    """The offsets of the verb's most frequent synsets in WordNet 3.0."""
    return _index().get(verb, [])[:SENSES]


def derived_nouns(verbs: Iterable[str]) -> set[str]:
    """Nouns of action, communication, event or state that WordNet derives from the verbs' most frequent senses."""
    wanted = {offset: verb for verb in verbs for offset in senses(verb)}
    nouns = _noun_synsets()
    found: set[str] = set()
    with (WORDNET / "data.verb").open(encoding="utf-8") as lines:
        for line in lines:
            columns = line.split(" | ")[0].split()
            if not columns or columns[0] not in wanted:
                continue
            words = int(columns[3], 16)
            pointers = columns[4 + 2 * words + 1 :]
            for n in range(0, len(pointers) - 3, 4):
                if pointers[n] == "+" and pointers[n + 2] == "n":
                    file, lemmas = nouns.get(pointers[n + 1], ("", []))
                    target = int(pointers[n + 3][2:], 16)
                    if file in ACTION_NOUNS and 0 < target <= len(lemmas):
                        found.add(lemmas[target - 1].lower())
    return {noun for noun in found if "_" not in noun}


def _index() -> dict[str, list[str]]:
    if not _INDEX:
        with (WORDNET / "index.verb").open(encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith(" "):
                    columns = line.split()
                    count = int(columns[2])
                    _INDEX[columns[0]] = columns[-count:]
    return _INDEX


_INDEX: Final[dict[str, list[str]]] = {}


def _noun_synsets() -> dict[str, tuple[str, list[str]]]:
    found = {}
    with (WORDNET / "data.noun").open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(" "):
                columns = line.split(" | ")[0].split()
                found[columns[0]] = (columns[1], [columns[4 + 2 * n] for n in range(int(columns[3], 16))])
    return found


def occurrences(language: str) -> Counter[str]:
    """How often each word form occurs in the news parts of the corpora, lower case."""
    seen: Counter[str] = Counter()
    for name, wanted in NEWS[language]:
        path = CORPORA / "treebanks" / language / f"{name}.conllu.xz"
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            inside = not wanted
            for line in lines:
                if wanted and line.startswith("# sent_id = "):
                    inside = re.match(wanted, line[12:]) is not None
                elif inside and line.startswith("# text = "):
                    seen.update(word.text for word in words_of(line[9:]))
    path = CORPORA / "parallel" / f"panl-int.{language}.txt.xz"
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            seen.update(word.text for word in words_of(line))
    return seen


if __name__ == "__main__":
    sys.exit(main())
