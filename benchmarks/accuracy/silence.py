"""Silence: how many claims are read where there is nothing to read, per 1,000 words.

What is quiet is said without the packs' triggers:

* EWT (English, development and test files): reviews, e-mails and answers as a whole, report by report; web logs and
  newsgroups are left out, since they speak of wars. A few answers do too: the figure is not meant to be 0.
* GSD and idner (Indonesian, development and test files): sentences without any word that holds one of `STEMS`, each by
  itself. The stems are chosen wide, so that "perangkat" goes with "perang": what stays is quiet, not all that is quiet
  stays. Sentences about politics, crime and accidents are left out with those about conflict.
* `quiet/*.txt`: sentences of our own on sport, trade, films, weather and everyday life, full of attacks, shots,
  strikes and fires that are none; most of them should be silent, all of them could be.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpora
from benchmarks.accuracy.suite import WORKERS, Figures, Measured, missing
from gencatan import Claim, Document
from gencatan.language.pack import load_pack

if TYPE_CHECKING:
    from gencatan import Reader

NAME: Final = "silence"
QUIET: Final = Path(__file__).parent / "quiet"
GENRES: Final = ("reviews", "email", "answers")
STEMS: Final = (
    "perang", "tempur", "serang", "serbu", "tembak", "bom", "ledak", "bunuh", "tewas", "luka", "korban", "senjata",
    "militer", "tentara", "pasukan", "prajurit", "polisi", "polri", "tni", "teror", "milisi", "pemberontak", "konflik",
    "damai", "gencatan", "sandera", "culik", "tangkap", "tahan", "penjara", "invasi", "rudal", "nuklir", "kudeta",
    "presiden", "menteri", "pemerintah", "parlemen", "partai", "pemilu", "gubernur", "politik", "pbb", "dpr", "kpk",
    "israel", "palestina", "irak", "suriah", "afganistan", "demonstra", "unjuk rasa", "protes", "sanksi", "tuduh",
    "hukum", "pengadilan", "jaksa", "tersangka", "kerusuhan", "bentrok", "merdeka", "jajah", "belanda", "jepang",
    "raja", "sultan", "kerajaan", "dinasti", "wilayah", "kuasa", "gempa", "banjir", "kecelakaan", "meninggal", "mati",
)  # fmt: skip
SHOWN: Final = 10
WORDS_SHOWN: Final = 3
BATCH: Final = 64
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Source:
    """A quiet corpus: its files and how they are read into texts."""

    name: str
    language: str
    files: tuple[Path, ...]
    texts: Callable[[Iterable[Path]], Iterator[str]]


def sources() -> list[Source]:
    """All quiet corpora, here or not."""
    trees, names = corpora.TREEBANKS, corpora.NER
    ewt = tuple(trees / "en" / f"en_ewt-ud-{part}.conllu.xz" for part in ("dev", "test"))
    gsd = tuple(trees / "id" / f"id_gsd-ud-{part}.conllu.xz" for part in ("dev", "test"))
    idner = tuple(names / "id" / f"idner-news-2k.{part}.iob" for part in ("dev", "test"))
    return [
        Source("ewt.en", "en", ewt, ewt_documents),
        Source("gsd.id", "id", gsd, gsd_sentences),
        Source("idner.id", "id", idner, idner_sentences),
        Source("own.en", "en", (QUIET / "en.txt",), lines),
        Source("own.id", "id", (QUIET / "id.txt",), lines),
    ]


def ewt_documents(paths: Iterable[Path]) -> Iterator[str]:
    """The texts of EWT's quiet genres, a paragraph a sentence."""
    for path in paths:
        found: dict[str, list[str]] = defaultdict(list)
        for ident, text in corpora.treebank(path):
            if ident.startswith(GENRES):
                found[ident.rpartition("-")[0]].append(text)
        yield from ("\n".join(sentences) for sentences in found.values())


def gsd_sentences(paths: Iterable[Path]) -> Iterator[str]:
    """The quiet sentences of treebank files."""
    return (text for path in paths for _, text in corpora.treebank(path) if is_quiet(text))


def idner_sentences(paths: Iterable[Path]) -> Iterator[str]:
    """The quiet sentences of IOB files, their words set as print does."""
    from training.ner import read_iob

    return (tagged.text for path in paths for tagged in read_iob(path) if is_quiet(tagged.text))


def lines(paths: Iterable[Path]) -> Iterator[str]:
    """The lines of plain files."""
    return (line for path in paths for line in path.read_text(encoding="utf-8").splitlines() if line)


def is_quiet(sentence: str) -> bool:
    """Whether no word of the sentence holds a stem of conflict, politics, crime or disaster."""
    lowered = sentence.lower()
    return not any(stem in lowered for stem in STEMS)


def per_thousand(claims: int, words: int) -> float:
    """Claims per 1,000 words."""
    return 1000 * claims / words if words else 0.0


def measure(reader: Reader) -> Measured:
    """Ceilings by source; the notes have the rules that fired most."""
    here = [source for source in sources() if all(path.exists() for path in source.files)]
    absent = [missing(f"{NAME}.{s.name}", s.files[0].parent) for s in sources() if s not in here]
    ceilings: Figures = {}
    digests, notes = {}, []
    for source, texts, claims in read_sources(reader, here):
        digests[f"{NAME}.{source.name}"] = corpora.digest_text("\n\n".join(texts))
        words = sum(len(_WORD.findall(text)) for text in texts)
        found = [claim for each in claims for claim in each]
        ceilings[f"{NAME}.{source.name}"] = {"claims_per_1000_words": per_thousand(len(found), words)}
        shown = commonest(source.language, found)
        notes.append(f"{NAME}.{source.name}: {len(found)} claims in {words} words: {shown}")
    return Measured(ceilings=ceilings, digests=digests, notes=notes, absent=absent)


def commonest(language: str, claims: Iterable[Claim]) -> str:
    """The entries that fired most, with their first words."""
    words = {trigger.name: trigger.words for trigger in load_pack(language).triggers}
    fired = Counter(claim.reader.rule.partition(":")[2].partition("+")[0] for claim in claims)
    shown = (f"{name} ({', '.join(words.get(name, ())[:WORDS_SHOWN])}) {n}" for name, n in fired.most_common(SHOWN))
    return "; ".join(shown)


def read_sources(reader: Reader, here: Iterable[Source]) -> Iterator[tuple[Source, list[str], list[list[Claim]]]]:
    """Each source with its texts and the claims of each text; all read in one go."""
    texts = {source.name: list(source.texts(source.files)) for source in here}
    documents = (
        Document.create(text, id=f"{source.name}-{n}", language=source.language)
        for source in here
        for n, text in enumerate(texts[source.name])
    )
    read = reader.read_many(documents, workers=WORKERS, batch_size=BATCH)
    for source in here:
        yield source, texts[source.name], [next(read) for _ in texts[source.name]]


def misses(reader: Reader) -> Iterator[str]:
    """Every claim read in quiet text, with its rule."""
    here = [source for source in sources() if all(path.exists() for path in source.files)]
    for source, _, read in read_sources(reader, here):
        for claims in read:
            for claim in claims:
                yield f"{source.name} {claim.reader.rule} {claim.status} | {claim.evidence[0].text}"
