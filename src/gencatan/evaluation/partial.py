"""Reports of which only some claims are annotated: what else is read there is neither right nor wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from gencatan.evaluation.items import Json

PARTIAL = "partial"
"""The field of an annotated report that says so; `gencatan review export` writes it."""


def counted(entry: Json, claims: Sequence[Json]) -> list[Json]:
    """The claims that count against a report's annotations: all, or where it is annotated in part those of an annotated
    kind that rest on words which an annotation of that kind rests on."""
    if not entry.get(PARTIAL):
        return list(claims)
    text = entry["document"]["text"]
    told = [(claim["kind"], *place) for claim in entry["claims"] for place in _places(text, claim["anchor"])]
    return [claim for claim in claims if any(_lies_there(claim, *one) for one in told)]


def counted_in(entries: Sequence[Json], read: Mapping[str, Sequence[Json]]) -> dict[str, Sequence[Json]]:
    """Claims by document id, of the reports that are annotated in part only those that count."""
    found = dict(read)
    whole = {entry["document"]["id"] for entry in entries if not entry.get(PARTIAL)}
    for entry in entries:
        ident = entry["document"]["id"]
        if ident in found and ident not in whole:
            found[ident] = counted(entry, found[ident])
    return found


def _lies_there(claim: Json, kind: str, start: int, end: int) -> bool:
    spans = claim.get("evidence") or ()
    return claim.get("kind") == kind and any(span["start"] < end and start < span["end"] for span in spans)


def _places(text: str, anchor: str) -> Iterator[tuple[int, int]]:
    at = text.find(anchor)
    while at >= 0:
        yield at, at + len(anchor)
        at = text.find(anchor, at + 1)
