"""How often what was resolved is right: actor ids of states and their organs, and named places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from gencatan.evaluation.items import Json, same_words
from gencatan.evaluation.scorer import Pair, Rate

_STATE = re.compile(r"([A-Z]{3})(?:/|\Z)")


@cache
def _countries() -> frozenset[str]:
    import pycountry

    return frozenset(country.alpha_3 for country in pycountry.countries)


def is_state(ident: str) -> bool:
    """Whether an actor id names a state or one of its organs."""
    match = _STATE.match(ident)
    return match is not None and match[1] in _countries()


def actor_ids(pairs: Sequence[Pair]) -> Rate:
    """Of the fillers read that the annotation knows as a state or its organ, how many have that id.

    In the rate, `system` counts the fillers read, `gold` all that are annotated.
    """
    rate = Rate()
    for pair in pairs:
        ids = (pair.gold.get("resolved") or {}).get("actors") or {}
        for slot, wordings in _gold_fillers(pair.gold):
            wanted = next((ids[w] for w in wordings if w in ids), "")
            if not is_state(wanted):
                continue
            rate.gold += 1
            filler = _find(slot, wordings, pair.system)
            if filler is not None:
                rate.system += 1
                rate.hit += (filler.get("actor") or {}).get("id") == wanted
    return rate


def place_ids(pairs: Sequence[Pair]) -> Rate:
    """Of the named places read, how many have the annotated GeoNames id or region."""
    rate = Rate()
    for pair in pairs:
        places = (pair.gold.get("resolved") or {}).get("places") or {}
        accepted = pair.gold.get("place") or []
        wordings = [accepted] if isinstance(accepted, str) else list(accepted)
        known = [places[w] for w in wordings if w in places]
        wanted = [p for p in known if p.get("geoname_id") or p.get("region")]
        if not wanted:
            continue
        rate.gold += 1
        place = pair.system.get("place")
        if place and same_words("place", place["text"], wordings):
            rate.system += 1
            rate.hit += any(_same_place(place, other) for other in wanted)
    return rate


def _same_place(place: Json, other: Json) -> bool:
    return any(other.get(key) and place.get(key) == other[key] for key in ("geoname_id", "region"))


def _gold_fillers(claim: Json) -> Iterator[tuple[str, list[str]]]:
    named = [("attribution", claim.get("attribution") or [])]
    named += [(slot, value) for slot, value in (claim.get("slots") or {}).items() if isinstance(value, list)]
    for slot, fillers in named:
        for filler in fillers:
            yield slot, [filler] if isinstance(filler, str) else list(filler)


def _find(slot: str, wordings: list[str], claim: Json) -> dict[str, Any] | None:
    fillers = claim.get("attribution") if slot == "attribution" else (claim.get("slots") or {}).get(slot)
    if not isinstance(fillers, list):
        return None
    return next((filler for filler in fillers if same_words(slot, filler["text"], wordings)), None)
