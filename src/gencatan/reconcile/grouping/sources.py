"""Whose word a claim is, and how many speak independently: near copies count once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gencatan.model import Judgement, Record
from gencatan.model.books import NEAR_COPY
from gencatan.reconcile.comparing.who import outermost
from gencatan.reconcile.grouping.links import Links


def source_key(record: Record) -> str:
    """The outermost attribution, an actor's id or folded words; else `outlet:` and the outlet."""
    named = outermost(record.claim)
    head = record.head
    return named or f"outlet:{head.outlet or head.source_uri or head.id}"


def originals(judgements: Iterable[Judgement]) -> dict[str, str]:
    """Each report that has near copies, to the one of lowest id that stands for all of them."""
    links = Links()
    for judgement in judgements:
        if judgement.relation == NEAR_COPY:
            links.join(judgement.one, judgement.other)
    return {document: links.top(document) for document in links.known}


def independent_sources(records: Iterable[Record], judgements: Sequence[Judgement]) -> tuple[tuple[str, ...], ...]:
    """The records' ids by independent source, in order of their first: one informant through many outlets is one
    source, and so is one text in many outlets."""
    stands = originals(judgements)
    links = Links()
    held = list(records)
    for record in held:
        links.join(f"claim {record.id}", f"source {_voice(record, stands)}")
    found: dict[str, list[str]] = {}
    for record in held:
        found.setdefault(links.top(f"claim {record.id}"), []).append(record.id)
    return tuple(tuple(ids) for ids in found.values())


def _voice(record: Record, stands: dict[str, str]) -> str:
    named = outermost(record.claim)
    return named or "text " + stands.get(record.head.id, source_key(record))
