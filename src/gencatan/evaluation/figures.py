"""Scores as JSON and as tables, language by language: `hit`, `gold`, `system`, P, R and F1 (see `scorer`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from gencatan.evaluation.gold import GoldReport
from gencatan.evaluation.items import Json
from gencatan.evaluation.partial import counted_in
from gencatan.evaluation.scorer import ENOUGH, Rate, Scores, score

TABLES: Final = ("claims", "items", "slots")
TOTAL: Final = "all"


def score_languages(reports: Sequence[GoldReport], read: Mapping[str, Sequence[Json]]) -> dict[str, Scores]:
    """Scores of each language, by its code; `read` are claims by document id."""
    by_language: dict[str, list[Json]] = defaultdict(list)
    for report in reports:
        by_language[report.language].append(report.entry)
    return {language: score(entries, counted_in(entries, read)) for language, entries in sorted(by_language.items())}


def unknown_documents(reports: Sequence[GoldReport], read: Mapping[str, Sequence[Json]]) -> int:
    """How many claims belong to documents that are not annotated."""
    known = {report.id for report in reports}
    return sum(len(claims) for ident, claims in read.items() if ident not in known)


def figures_json(scores: Mapping[str, Scores], unknown: int) -> Json:
    """All figures, JSON-ready: `languages` by code, and the claims of documents that are not annotated."""
    return {
        "languages": {language: _language(found) for language, found in scores.items()},
        "claims_of_unknown_documents": unknown,
    }


def _language(found: Scores) -> Json:
    return {
        "documents": found.documents,
        "claims": _rows(found, found.claims),
        "items": _rows(found, found.items),
        "slots": _rows(found, found.slots),
        "located": found.located,
        "ignored_slots": dict(sorted(found.ignored.items())),
        "broken": found.broken,
        "macro": found.macro,
    }


def _rows(found: Scores, rates: Mapping[str, Rate]) -> dict[str, Json]:
    return {name: _row(rate) for name, rate in [*sorted(rates.items()), (TOTAL, found.total(rates))]}


def _row(rate: Rate) -> Json:
    return {
        "gold": rate.gold,
        "system": rate.system,
        "hit": rate.hit,
        "p": rate.precision,
        "r": rate.recall,
        "f1": rate.f1,
    }


def figures_lines(figures: Json) -> Iterator[str]:
    """The figures of `figures_json` as lines of text: three tables a language, then a line that sums up."""
    for language, found in figures["languages"].items():
        for title in TABLES:
            yield ""
            yield f"{language} {title:16} {'gold':>6} {'system':>6} {'hit':>6} {'P':>6} {'R':>6} {'F1':>6}"
            for name, row in found[title].items():
                counts = f"{row['gold']:6} {row['system']:6} {row['hit']:6}"
                yield f"   {name:16} {counts} {row['p']:6.3f} {row['r']:6.3f} {row['f1']:6.3f}"
        enough = any(row["gold"] >= ENOUGH for kind, row in found["claims"].items() if kind != TOTAL)
        mean = f"{found['macro']:.3f}" if enough else f"– (no kind has {ENOUGH} annotated claims)"
        yield f"{language}: {found['documents']} documents, macro item F1 {mean}, located {found['located']:.3f}"
        for name in ("ignored_slots", "broken"):
            if found[name]:
                yield f"{language}: {name}: {found[name]}"
    unknown = figures["claims_of_unknown_documents"]
    if unknown:
        yield ""
        yield f"{unknown} claims belong to documents that are not in gold"
