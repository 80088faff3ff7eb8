"""What a search of the reports' words found: reports, and the claims that rest on those words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from gencatan.ledger.search import Hit
from gencatan.model import Head
from gencatan.views.desk import Desk
from gencatan.views.timeline import bare, what_of
from gencatan.views.values import Cite, Value, cites


@dataclass(frozen=True, slots=True)
class Match(Value):
    """A report that has the words: what stands around the first of them, and the claims that rest on some.

    `what` says of each claim what it tells (`event.act.operation`), "" where no slot does.
    """

    document: Head
    snippet: str
    cites: tuple[Cite, ...]
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found(Value):
    """Reports, the newest first."""

    hits: tuple[Match, ...]

    def rows(self) -> list[dict[str, Any]]:
        """A claim a row, or a report without one."""
        rows = []
        for hit in self.hits:
            head = {
                "document": hit.document.id,
                "outlet": hit.document.outlet,
                "published": hit.document.published,
                "title": hit.document.title,
                "snippet": hit.snippet,
            }
            empty: dict[str, Any] = {"claim": None, "kind": None, "what": None, "status": None, "words": None}
            claims: list[dict[str, Any]] = [
                {
                    "claim": one.claim,
                    "kind": one.kind,
                    "what": bare(what),
                    "status": one.status,
                    "words": " … ".join(one.words),
                }
                for one, what in zip(hit.cites, hit.what, strict=True)
            ]
            rows += [{**head, **claim} for claim in claims or [empty]]
        return rows


def found(hits: Iterable[Hit], desk: Desk | None = None) -> Found:
    """Hits of the ledger's search; with a desk only reports with a claim of its conflict."""
    kept = {record.head.id for record in desk.records} if desk is not None else None
    return Found(
        tuple(
            Match(
                hit.head,
                " ".join(hit.snippet.text.split()) if hit.snippet else "",
                cites(hit.records),
                tuple({record.id: what_of(record) for record in hit.records}.values()),
            )
            for hit in hits
            if kept is None or hit.head.id in kept
        )
    )
