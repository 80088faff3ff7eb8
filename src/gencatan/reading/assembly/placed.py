"""The places of claims: words with what the map knows of them."""

from __future__ import annotations

from collections.abc import Sequence

from gencatan.gazetteer import Entry
from gencatan.model import Place, Span


def located(words: Span, entry: Entry) -> Place:
    """The place that words name, where the map has it; no point, where it has only that of what the place lies in."""
    return Place(
        words,
        name=entry.name,
        country=entry.country,
        lat=None if entry.vague else round(entry.lat, 4),
        lon=None if entry.vague else round(entry.lon, 4),
        precision=entry.precision,
        geoname_id=entry.geoname_id,
        region=entry.region,
    )


def listed(words: Sequence[Span], entries: Sequence[Entry | None], text: str) -> Place:
    """The place of what happened in all of several: their words, and the country where they lie in one."""
    start, end = words[0].start, words[-1].end
    countries = {entry.country if entry is not None else None for entry in entries}
    return Place(Span(start, end, text[start:end]), country=countries.pop() if len(countries) == 1 else None)
