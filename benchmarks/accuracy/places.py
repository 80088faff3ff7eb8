"""Which place a name means: names in sentences of our own (places.toml) with the place that each stands for.

`near` is the share of names resolved within 161 km (100 miles, as the field measures it) of the true point, given all
names of a text together; the right id counts as near whatever point it has, since a country's point is anybody's
choice. `exact` is the share with the very id or region. `found` is the share of names that the reader sees as places
when it reads the text by itself (what only says where another place lies, as in "Gomel, Belarus", is none of its own to
it), `read_near` the share it sees and resolves near.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from benchmarks import corpora
from benchmarks.accuracy.suite import Figures, Measured
from gencatan import Document
from gencatan.evaluation.items import same_words
from gencatan.gazetteer import Entry, Gazetteer, Mention
from gencatan.language.pack import load_pack
from gencatan.reading.language_reader import LanguageReader
from gencatan.reading.places import PlaceMention, Places

if TYPE_CHECKING:
    from gencatan import Reader

NAME: Final = "places"
SET: Final = Path(__file__).parent / "places.toml"
NEAR_KM: Final = 161.0
FAR: Final = "far"


@dataclass(frozen=True)
class Named:
    """A name in a text, `text[start:end]`, and the place it stands for; `true` has an id or a region, and a point."""

    start: int
    end: int
    words: str
    true: Entry


@dataclass(frozen=True)
class Text:
    """A text with its names in order."""

    language: str
    text: str
    names: tuple[Named, ...]


def load(path: Path) -> list[Text]:
    """The annotated texts. Raises ValueError where a name is not in its text."""
    texts = tomllib.loads(path.read_text(encoding="utf-8"))["text"]
    return [Text(t["language"], t["text"], tuple(_names(t["text"], t["mentions"]))) for t in texts]


def _names(text: str, mentions: Sequence[dict[str, object]]) -> Iterator[Named]:
    at = 0
    for mention in mentions:
        words = str(mention["words"])
        start = text.find(words, at)
        if start < 0:
            raise ValueError(f"{words!r} does not stand in {text!r}, or not in this order")
        at = start + len(words)
        yield Named(start, at, words, _true(mention))


def _true(mention: dict[str, object]) -> Entry:
    fields = {name: mention.get(name) for name in ("lat", "lon", "geoname_id", "region")}
    return Entry(name=str(mention["words"]), country=None, precision="exact", **fields)  # type: ignore[arg-type]


def grade(true: Entry, answer: Entry | None) -> str:
    """`exact`, `near` or `far`; no answer is far."""
    if answer is None:
        return FAR
    if answer.region == true.region if true.region else answer.geoname_id == true.geoname_id:
        return "exact"
    return "near" if answer.distance_km(true) <= NEAR_KM else FAR


def resolved(gazetteer: Gazetteer, text: Text) -> list[Entry | None]:
    """What the gazetteer makes of a text's names, given together."""
    return gazetteer.resolve([Mention(name.words) for name in text.names], language=text.language)


def read(reader: LanguageReader, text: Text) -> list[tuple[bool, Entry | None]]:
    """For each name whether the reader sees a place there by itself, and which; every sentence is parsed."""
    sentences = reader.sentences(Document.create(text.text, id=NAME, language=text.language))
    for sentence, doc in zip(sentences, reader.pipelines[0].parse([s.text for s in sentences]), strict=True):
        sentence.doc = doc
    places = Places(reader.pack, reader.tools.mentions, reader.gazetteer, reader.actors.capital)
    places.collect(sentences)
    seen = places.all()
    answers = reader.gazetteer.resolve([m.asked for m in seen], language=text.language) if seen else []
    found = []
    for name in text.names:
        at = next((n for n, mention in enumerate(seen) if _is(mention, name)), None)
        found.append((at is not None, None if at is None else answers[at]))
    return found


def _is(mention: PlaceMention, name: Named) -> bool:
    meets = mention.span.start < name.end and mention.span.end > name.start
    return meets and same_words("place", mention.name, [name.words])


def measure(reader: Reader) -> Measured:
    """The figures by language; the set comes with the benchmarks."""
    del reader
    by_language: dict[str, list[Text]] = defaultdict(list)
    for text in load(SET):
        by_language[text.language].append(text)
    figures: Figures = {}
    for code, texts in sorted(by_language.items()):
        language_reader = LanguageReader(load_pack(code))
        names = [name for text in texts for name in text.names]
        given = [answer for text in texts for answer in resolved(language_reader.gazetteer, text)]
        by_itself = [answer for text in texts for answer in read(language_reader, text)]
        grades = [grade(name.true, answer) for name, answer in zip(names, given, strict=True)]
        own = [grade(name.true, answer) for name, (_, answer) in zip(names, by_itself, strict=True)]
        figures[f"{NAME}.{code}"] = {
            "near": 1 - grades.count(FAR) / len(names),
            "exact": grades.count("exact") / len(names),
            "found": sum(seen for seen, _ in by_itself) / len(names),
            "read_near": 1 - own.count(FAR) / len(names),
        }
    return Measured(figures, digests={NAME: corpora.digest([SET])})


def misses(reader: Reader) -> Iterator[str]:
    """The names resolved far from where they are, those that are near but another id, and those that are not seen."""
    del reader
    gazetteer = Gazetteer.open()
    texts = load(SET)
    readers = {code: LanguageReader(load_pack(code)) for code in sorted({text.language for text in texts})}
    for text in texts:
        for name, (seen, _) in zip(text.names, read(readers[text.language], text), strict=True):
            if not seen:
                yield f"unseen {text.language} {name.words} | {text.text}"
        for name, answer in zip(text.names, resolved(gazetteer, text), strict=True):
            graded = grade(name.true, answer)
            if graded != "exact":
                wanted = name.true.region or name.true.geoname_id
                ours = "nothing" if answer is None else f"{answer.name}, {answer.admin1}, {answer.country}"
                ident = "" if answer is None else f" {answer.region or answer.geoname_id}"
                yield f"{graded:6} {text.language} {name.words} ({wanted}): {ours}{ident} | {text.text}"
