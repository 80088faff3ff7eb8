"""Writes `nouns.toml` of a language pack: what sort of thing each common noun names, by WordNet's hierarchy.

    python -m training.nouns en id

Sources: WordNet 3.0 (`GENCATAN_WORDNET`, default `/usr/share/wordnet`, Debian's `wordnet-base`) and, for any language
but English, a wordnet that names its synsets (`lexical/wordnet-*-<iso 639-3>.tab.xz` of `GENCATAN_CORPORA`). A noun
gets the sort that most of its use has, counted in WordNet's tagged texts, and the next one if it comes close.
"""

from __future__ import annotations

import lzma
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from benchmarks.coverage import CORPORA, ISO3, WORDNET
from gencatan.language.pack import load_pack

PACKS: Final = Path(__file__).parent.parent / "src" / "gencatan" / "language"
WIDTH: Final = 118
SECOND: Final = 0.34  # share of its use from which a noun is of another sort too
SURE: Final = 0.5  # share of a word's synsets that must agree in a wordnet without counts
RARE: Final = frozenset(
    {"person", "official", "soldier", "criminal", "worker", "organisation", "force", "building", "vehicle"}
)
"""Sorts of which every word is kept; of the others only those that WordNet's texts use."""
SPELLINGS: Final = (
    ("iz", "is"),
    ("yz", "ys"),
    ("abor", "abour"),
    ("avor", "avour"),
    ("enter", "entre"),
    ("efense", "efence"),
)
# sort → synsets, as lemma#sense, at or below which a noun is of it; the nearest one above decides
SORTS: Final = {
    "person": "person#1 people#1 relative#1",
    "official": "official#1 head_of_state#1 politician#1 politician#2 diplomat#1 negotiator#1 spokesperson#1 ruler#1"
    " lawmaker#1 minister#2 minister#3 envoy#1 governor#1 judge#1 chief#1 mayor#1 legislator#1 delegate#1 sovereign#1",
    "soldier": "serviceman#1 soldier#1 military_officer#1 military_personnel#1",
    "criminal": "criminal#1 assailant#1 terrorist#1 killer#1 rebel#2 insurgent#1 bandit#1 thief#1"
    " fugitive#1 wrongdoer#1 guerrilla#1",
    "worker": "worker#1 employee#1 laborer#1 professional#1",
    "sportsman": "athlete#1 player#1 coach#1 contestant#1",
    "artist": "entertainer#1 performer#1 artist#1",
    "organisation": "organization#1 institution#1 agency#1 government#1 political_unit#1 social_group#1"
    " administration#2",
    "business": "business#1 company#1 enterprise#2 firm#1",
    "force": "military_unit#1 military#1 police#1 army#1 personnel#1 military_service#1",
    "team": "team#1 league#1",
    "people": "ethnic_group#1 population#1 people#2 crowd#1 gathering#1 community#1",
    "building": "building#1 structure#1 facility#1 housing#1 establishment#4 mercantile_establishment#1"
    " excavation#2 way#6",
    "vehicle": "vehicle#1 conveyance#3",
    "weapon": "weapon#1 weaponry#1 ammunition#1 explosive#1 bomb#1 explosive_device#1",
    "document": "writing#2 document#1 written_communication#1 publication#1 decree#1 leaflet#2 statement#1"
    " announcement#1 report#1",
    "money": "currency#1 money#1 asset#1 cost#1 payment#1 income#1 debt#1 monetary_unit#1"
    " financial_condition#1 sum#1",
    "crime": "crime#1 transgression#1",
    "sport": "sport#1 game#1 game#2 game#3 contest#1 athletic_game#1",
    "show": "show#3 movie#1 music#1 performance#2 dramatic_composition#1 musical_composition#1",
    "act": "act#2 event#1 happening#1",
    "communication": "communication#2 message#2 speech_act#1",
    "abstract": "abstraction#6 cognition#1 attribute#2 state#2 relation#1 process#6 set#1 collection#1 phenomenon#1"
    " psychological_feature#1",
    "feeling": "feeling#1",
    "disease": "illness#1 ill_health#1 infection#1 microorganism#1",
    "weather": "atmospheric_phenomenon#1 weather#1 storm#1 geological_phenomenon#1 precipitation#3 disaster#1",
    "body": "body_part#1",
    "animal": "animal#1",
    "plant": "plant#2",
    "food": "food#1 food#2 medicine#2 beverage#1",
    "land": "district#1 geographical_area#1 geological_formation#1 body_of_water#1 land#4 tract#1"
    " municipality#1 city#1 road#1",
    "spot": "region#1 region#3 location#1",
    "time": "time_period#1 time#5 time_unit#1",
    "thing": "physical_entity#1 artifact#1 object#1 substance#1 matter#3 causal_agent#1",
}  # fmt: skip


class Net:
    """WordNet's nouns: the senses of a lemma, what is above a synset, and how often each sense was tagged."""

    def __init__(self, root: Path = WORDNET) -> None:
        """Read the files of Debian's wordnet-base below `root`."""
        self.senses: dict[str, list[str]] = {}
        for line in rows(root / "index.noun"):
            parts = line.split()
            count = int(parts[2])
            self.senses[parts[0]] = parts[-count:]
        self.above: dict[str, list[str]] = {}
        self.words: dict[str, list[str]] = {}
        keys: dict[tuple[str, int, int], str] = {}
        for line in rows(root / "data.noun"):
            parts = line.partition(" | ")[0].split()
            offset, file, number = parts[0], int(parts[1]), int(parts[3], 16)
            words = [(parts[4 + 2 * i], int(parts[5 + 2 * i], 16)) for i in range(number)]
            self.words[offset] = [word for word, _ in words]
            for word, lex in words:
                keys[word.lower(), file, lex] = offset
            rest = parts[5 + 2 * number :]
            self.above[offset] = [rest[i + 1] for i in range(0, len(rest) - 3) if rest[i] in ("@", "@i")]
        self.counts: Counter[tuple[str, str]] = Counter()
        for line in (root / "cntlist.rev").read_text(encoding="utf-8").splitlines():
            key, _, count = line.split()
            lemma, _, rest = key.partition("%")
            parts = rest.split(":")
            if parts[0] == "1" and (lemma, int(parts[1]), int(parts[2])) in keys:
                self.counts[lemma, keys[lemma, int(parts[1]), int(parts[2])]] = int(count)
        self._anchors: dict[str, str] = {}
        for sort, anchors in SORTS.items():
            for anchor in anchors.split():
                lemma, _, number = anchor.partition("#")
                senses = self.senses.get(lemma, [])
                if int(number) <= len(senses):
                    self._anchors.setdefault(senses[int(number) - 1], sort)
        self._sorts: dict[str, str] = {}

    def sort(self, offset: str) -> str:
        """The sort of the nearest synset at or above `offset` that has one; "" if none has."""
        known = self._sorts.get(offset)
        if known is None:
            level, seen, known = [offset], {offset}, ""
            while level and not known:
                known = next((self._anchors[o] for o in level if o in self._anchors), "")
                level = [a for o in level for a in self.above.get(o, ()) if a not in seen]
                seen.update(level)
            self._sorts[offset] = known
        return known

    def sorts(self, lemma: str) -> list[str]:
        """The sorts of most of the lemma's use, one or two."""
        weights: Counter[str] = Counter()
        own = [offset for offset in self.senses[lemma] if lemma in self.words[offset]]  # no names: "Crane"
        for rank, offset in enumerate(own):
            weights[self.sort(offset)] += self.counts[lemma, offset] + (1 if rank == 0 else 0.2)  # type: ignore[assignment]
        return _most(weights, SECOND)

    def used(self, lemma: str) -> bool:
        """Whether WordNet's texts use the noun."""
        return any(self.counts[lemma, offset] for offset in self.senses[lemma])


def rows(path: Path) -> Iterable[str]:
    return (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" "))


def _most(weights: Counter[str], share: float) -> list[str]:
    total = sum(weights.values())
    return [sort for sort, weight in weights.most_common(2) if sort and weight >= share * total]


@cache
def _net() -> Net:
    return Net()


def english() -> dict[str, list[str]]:
    """Common nouns of one word to their sorts, with spellings of both sides of the Atlantic."""
    net = _net()
    found: dict[str, list[str]] = {}
    for lemma, senses in net.senses.items():
        if not lemma.isalpha() or not lemma.isascii() or len(lemma) < 3:
            continue
        if not any(lemma in net.words[offset] for offset in senses):
            continue  # only written with a capital: a name
        sorts = net.sorts(lemma)
        if sorts and (net.used(lemma) or RARE.intersection(sorts)):
            found[lemma] = sorts
    for lemma, sorts in list(found.items()):
        for us, uk in SPELLINGS:
            if us in lemma:
                found.setdefault(lemma.replace(us, uk), sorts)
    return found


def other(code: str) -> dict[str, list[str]]:
    """The same from the lemmas that a wordnet has for WordNet's synsets."""
    net = _net()
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    (path,) = sorted((CORPORA / "lexical").glob(f"wordnet-*{ISO3[code]}.tab.xz"))
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            offset, tag, lemma, *_ = (*line.rstrip("\n").split("\t"), "", "")
            if (
                offset.endswith("-n")
                and tag.endswith(":lemma")
                and lemma.isalpha()
                and lemma.islower()
                and len(lemma) > 2
            ):
                synset = offset[:-2]
                weight = max((net.counts[word.lower(), synset] for word in net.words.get(synset, ())), default=0)
                votes[lemma][net.sort(synset)] += min(weight, 9) + 1
    return {lemma: sorts for lemma, counted in votes.items() if (sorts := _most(counted, SURE)[:1])}


def write(code: str) -> Path:
    """The file for the language `code`."""
    pack = load_pack(code)
    nouns = english() if code == "en" else other(code)
    irregular: dict[str, list[str]] = defaultdict(list)
    if code == "en":
        for line in (WORDNET / "noun.exc").read_text(encoding="utf-8").splitlines():
            form, *lemmas = line.split()
            for lemma in lemmas:
                irregular[lemma].append(form)
    by_sorts: dict[str, set[str]] = defaultdict(set)
    for lemma, sorts in nouns.items():
        forms = irregular.get(lemma) or [form for form, _ in pack.inflection.forms(lemma, "noun")]
        ends = pack.inflection.clitics
        kept = {lemma, *(form for form in forms if "-" not in form and not (ends and form.endswith(ends)))}
        by_sorts["_".join(sorts)].update(kept)
    lines = [
        "# Written by training/nouns.py from WordNet. Do not edit: a word of classes.toml wins over this file.",
        "",
    ]
    for key in sorted(by_sorts):
        lines += [f"{key} = '''", *wrapped(sorted(by_sorts[key])), "'''"]
    path = PACKS / code / "nouns.toml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def wrapped(words: list[str]) -> list[str]:
    lines, line = [], ""
    for word in words:
        if line and len(line) + len(word) + 1 > WIDTH:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines


if __name__ == "__main__":
    for language in sys.argv[1:]:
        print(write(language))
