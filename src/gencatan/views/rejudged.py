"""Corrected claims judged as they are corrected: what the machine said of them as they were read does not hold."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from gencatan.model import Judgement, Snapshot
from gencatan.model.books import NEAR_COPY
from gencatan.reconcile import block_keys, judge


def rejudged(snapshot: Snapshot, changed: Set[str]) -> Snapshot:
    """The snapshot with the judgements on `changed` claims made anew against all others that are there."""
    records = [record for record in snapshot.records if record.id in changed]
    if not records:
        return snapshot
    keys = {record.id: set(block_keys(record)) for record in records}
    wanted = set().union(*keys.values())
    found: dict[str, Judgement] = {}
    for other in snapshot.records:
        if not (shared := wanted & set(block_keys(other))):
            continue
        for record in records:
            if record.id != other.id and keys[record.id] & shared:
                found.update((made.id, made) for made in judge(record, other))
    kept = (one for one in snapshot.judgements if one.relation == NEAR_COPY or not {one.one, one.other} & changed)
    made = sorted((*kept, *found.values()), key=lambda one: (one.relation, one.one, one.other))
    return replace(snapshot, judgements=tuple(made))
