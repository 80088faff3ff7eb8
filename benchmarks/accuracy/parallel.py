"""Agreement between the languages: how many claims of a text have a partner in its translation.

* *news*: `corpora/parallel` (6,400 sentences of agency news of 2007), each pair read as two reports of one sentence. A
  partner has the same kind, enumerated slots, counts and status. The figure is from every fourth even line; odd lines
  are for looking at (`--misses parallel`).
* *gold*: the annotated reports that are translations of each other, whole; a partner has the same dates, actor ids and
  place too.

The figure of a language is the share of its claims that have a partner; each claim is the partner of one at most.
"""

from __future__ import annotations

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from benchmarks import corpora
from benchmarks.accuracy.suite import WORKERS, Figures, Measured, missing
from gencatan import Claim, Count, Document

if TYPE_CHECKING:
    from gencatan import Reader

NAME: Final = "parallel"
PARALLEL: Final = corpora.SHARED / "corpora" / "parallel"
FILES: Final = {language: PARALLEL / f"panl-int.{language}.txt.xz" for language in ("id", "en")}
PAIRS: Final = (("id_panl_14", "en_panl_14"), ("id_panl_19", "en_panl_19"))
"""Gold reports that translate each other; the pairs that hold a kept-back report are left out."""
PUBLISHED: Final = "2007-06-15"  # the sentences have no dates; weekdays then resolve alike in both languages
STEP: Final = 4
BATCH: Final = 32

Key = Callable[[Claim], str]
Pair = tuple[Document, Document]
Told = tuple[list[Claim], list[Claim]]


def as_told(claim: Claim) -> str:
    """Kind, status, enumerated slots and counts."""
    slots: dict[str, Any] = {}
    for name, value in claim.slots.items():
        if isinstance(value, str):
            slots[name] = value
        elif isinstance(value, Count):
            slots[name] = [value.min, value.max]
    return json.dumps([claim.kind, claim.status, slots], sort_keys=True)


def as_resolved(claim: Claim) -> str:
    """The same with dates, actor ids and the place."""
    when = [claim.date.start, claim.date.end] if claim.date else None
    where = (claim.place.geoname_id or claim.place.region) if claim.place else None
    actors = {
        name: sorted(filler.actor.id for filler in value if filler.actor)
        for name, value in claim.slots.items()
        if isinstance(value, tuple)
    }
    return as_told(claim) + json.dumps([when, where, actors], sort_keys=True)


def partners(one: Sequence[Claim], other: Sequence[Claim], key: Key) -> int:
    """How many claims of `one` have a partner of their own in `other`."""
    return sum((Counter(map(key, one)) & Counter(map(key, other))).values())


def shares(told: Sequence[Told], key: Key) -> dict[str, float]:
    """The share of the claims of each language that have a partner."""
    hits = sum(partners(one, other, key) for one, other in told)
    sizes = {"id": sum(len(one) for one, _ in told), "en": sum(len(other) for _, other in told)}
    return {language: hits / size if size else 0.0 for language, size in sizes.items()}


def lines() -> list[tuple[str, str]]:
    """The translated sentences, Indonesian first; none where there is no corpus."""
    if not all(path.exists() for path in FILES.values()):
        return []
    texts = {}
    for language, path in FILES.items():
        with lzma.open(path, "rt", encoding="utf-8") as rows:
            texts[language] = [row.strip() for row in rows]
    return list(zip(texts["id"], texts["en"], strict=True))


def sampled(parity: int) -> list[Pair]:
    """Every fourth even (0) or odd (1) line as a pair of reports."""
    every = list(enumerate(lines()))[parity :: 2 * STEP]
    return [(_report(n, "id", one), _report(n, "en", other)) for n, (one, other) in every if one and other]


def _report(number: int, language: str, text: str) -> Document:
    return Document.create(text, id=f"{language}-{number}", language=language, published=PUBLISHED)


def gold() -> list[Pair]:
    """The pairs of whole reports; none where there is no corpus."""
    entries = {entry["document"]["id"]: entry for entry in corpora.load(corpora.develop())}
    found = []
    for one, other in PAIRS:
        if one in entries and other in entries:
            found.append((corpora.document(entries[one]), corpora.document(entries[other])))
    return found


def read(reader: Reader, pairs: Sequence[Pair]) -> list[Told]:
    """The claims of both sides of each pair."""
    documents = [document for pair in pairs for document in pair]
    found = iter(reader.read_many(documents, workers=WORKERS, batch_size=BATCH))
    return [(next(found), next(found)) for _ in pairs]


def measure(reader: Reader) -> Measured:
    """Shares by set and language."""
    figures: Figures = {}
    digests, notes, absent = {}, [], []
    for name, pairs, key in (("news", sampled(0), as_told), ("gold", gold(), as_resolved)):
        group = f"{NAME}.{name}"
        if not pairs:
            absent.append(missing(group, PARALLEL if name == "news" else corpora.GOLD))
            continue
        told = read(reader, pairs)
        figures[group] = shares(told, key)
        digests[group] = corpora.digest_text("\n".join(document.text for pair in pairs for document in pair))
        notes.append(f"{group}: {len(pairs)} pairs, claims {sum(len(a) for a, _ in told)} id, {_size(told)} en")
    return Measured(figures, digests=digests, notes=notes, absent=absent)


def _size(told: Sequence[Told]) -> int:
    return sum(len(other) for _, other in told)


def misses(reader: Reader) -> Iterator[str]:
    """Claims without a partner in the odd lines, with both sentences."""
    pairs = sampled(1)
    for (one, other), (left, right) in zip(pairs, read(reader, pairs), strict=True):
        lost = [*_alone("id", left, right), *_alone("en", right, left)]
        if lost:
            yield f"{one.id} {one.text}\n  {other.id} {other.text}"
            yield from (f"    {line}" for line in lost)


def _alone(language: str, claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[str]:
    left: dict[str, int] = defaultdict(int, Counter(map(as_told, others)))
    for claim in claims:
        key = as_told(claim)
        left[key] -= 1
        if left[key] < 0:
            yield f"{language} only {claim.reader.rule} {key} | {claim.evidence[0].text}"
