"""A dossier as one table for a spreadsheet: the same few columns for each part, filled where they say something.

What one part alone has (the axes of a duty, each figure of a toll) is in that question's own rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from gencatan.views.agreements import Agreement
from gencatan.views.contradictions import Contradiction
from gencatan.views.dossier import Dossier
from gencatan.views.meetings import Meeting
from gencatan.views.obligations import Obligation
from gencatan.views.territory import Holding
from gencatan.views.timeline import Entry, bare
from gencatan.views.tolls import Toll
from gencatan.views.values import Cite, names

COLUMNS: Final = (
    *("part", "id", "start", "end", "who", "what", "detail", "whom", "place", "state"),
    *("low", "best", "high", "sources", "claims", "words"),
)


def register(answer: Dossier) -> list[dict[str, Any]]:
    """All parts of a dossier in one table."""
    return list(_lines(answer))


def _lines(answer: Dossier) -> Iterator[dict[str, Any]]:
    yield from map(_agreement, answer.agreements.agreements)
    for agreement in answer.agreements.agreements:
        yield from map(_obligation, agreement.obligations)
    yield from map(_obligation, answer.pledges.obligations)
    yield from map(_meeting, answer.meetings.meetings)
    yield from map(_toll, answer.tolls.incidents)
    yield from map(_entry, answer.timeline.entries)
    yield from (_entry(one, "statement") for one in answer.statements.entries)
    for land in answer.territory.lands:
        for held in (*land.de_jure, *land.holders, *land.people):
            yield _holding(land.name, held)
    yield from map(_contradiction, answer.contradictions.pairs)


def _line(part: str, cites: Sequence[Cite], told: dict[str, Any]) -> dict[str, Any]:
    rests = {
        "sources": names(item.source for item in cites),
        "claims": " ".join(item.claim for item in cites),
        "words": " … ".join(cites[0].words) if cites else "",
    }
    return {**dict.fromkeys(COLUMNS), "part": part, **rests, **told}


def _agreement(one: Agreement) -> dict[str, Any]:
    begins = one.declared or one.effective
    told = {
        "id": one.id,
        "start": begins.start if begins else None,
        "end": one.ended.start if one.ended else None,
        "who": ", ".join(one.parties),
        "what": one.type,
        "detail": one.name,
        "state": one.stage.value,
    }
    return _line("agreement", one.cites, told)


def _obligation(one: Obligation) -> dict[str, Any]:
    told = {
        "id": one.id,
        "end": one.deadline,
        "who": ", ".join(one.obligor),
        "what": one.action,
        "detail": one.object,
        "place": one.place,
        "state": one.implementation.value,
    }
    return _line("obligation", one.cites, told)


def _meeting(one: Meeting) -> dict[str, Any]:
    told = {
        "id": one.id,
        "start": one.start,
        "end": one.end,
        "who": ", ".join(one.participants),
        "what": one.format,
        "detail": one.topic,
        "place": one.place,
        "state": one.outcome,
    }
    return _line("meeting", one.cites, told)


def _toll(one: Toll) -> dict[str, Any]:
    told = {
        "id": one.incident,
        "start": one.start,
        "end": one.end,
        "what": one.harm,
        "detail": one.what,
        "whom": f"{one.whom} {one.country}".strip(),
        "place": one.place,
        "state": "open" if one.open else "",
        "low": one.low,
        "best": one.best,
        "high": one.high,
    }
    return _line("toll", [figure.cite for figure in one.figures if figure.stands], told)


def _entry(one: Entry, part: str = "event") -> dict[str, Any]:
    told = {
        "id": one.id,
        "start": one.start,
        "end": one.end,
        "who": ", ".join(one.who),
        "what": bare(one.what),
        "detail": one.kind,
        "whom": ", ".join(one.whom),
        "place": one.place,
        "state": one.meant or one.status,
    }
    return _line(part, one.cites, told)


def _holding(land: str, one: Holding) -> dict[str, Any]:
    told = {
        "id": one.cites[0].claim,
        "start": one.start,
        "end": one.end,
        "who": ", ".join(one.by),
        "what": one.relation,
        "detail": one.extent,
        "place": land,
        "state": one.status,
    }
    return _line("territory", one.cites, told)


def _contradiction(pair: Contradiction) -> dict[str, Any]:
    told = {
        "id": pair.judgement,
        "start": pair.other.published,
        "what": pair.why,
        "detail": " … ".join(pair.other.words),
    }
    return _line("contradiction", (pair.one, pair.other), told)
