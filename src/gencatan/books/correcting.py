"""A correction as a person says it, made whole: words are found in the report, names resolved, days given their form.

What a reviewer says in words of his own stands at no place of the report: its span is empty (`start` is `end`), at the
claim's evidence. What is given whole is taken as it is; `model.correction` checks it all in the end.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from gencatan.errors import UsageError
from gencatan.model import Actor, Claim, Place
from gencatan.model.vocabulary import COUNT, ENUM, FILLERS, KINDS

_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH: Final = re.compile(r"(\d{4})-(\d{2})")
_YEAR: Final = re.compile(r"\d{4}")
_RESOLVED: Final = ("name", "country", "lat", "lon", "precision", "geoname_id", "region")
_OPEN: Final = ("at_least", "more_than", "up_to", "vague")

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Correcting:
    """What a correction is made whole with: the claim as it is read, its report's words, and who knows names.

    `place` and `actor` give what a name means in the report, None where nobody knows.
    """

    claim: Claim
    text: str
    place: Callable[[str], Place | None]
    actor: Callable[[str], Actor | None]

    def whole(self, fields: Mapping[str, Any]) -> Json:
        """The fields as a correction keeps them. Raises UsageError for what says too little, or nothing."""
        found = dict(fields)
        old = self.claim.to_dict()
        if found.get("date") is not None:
            found["date"] = self._date(old["date"], found["date"])
        if found.get("place") is not None:
            found["place"] = self._place(old["place"], found["place"])
        if "attribution" in found:
            found["attribution"] = self._fillers(found["attribution"] or [])
        if isinstance(found.get("slots"), Mapping):
            slots = found["slots"]
            found["slots"] = {name: self._slot(name, old["slots"].get(name), slots[name]) for name in slots}
        return found

    def _slot(self, name: str, old: Any, value: Any) -> Any:
        held = KINDS[self.claim.kind].get(name, ENUM)
        if value is None or held == ENUM:
            return value
        if held == FILLERS:
            return self._fillers(value)
        if held == COUNT:
            return _count(old, value)
        if isinstance(value, Mapping):
            return value if "text" not in value or "start" in value else {**value, **self._spot(str(value["text"]))}
        return self._spot(str(value))

    def _spot(self, words: str) -> Json:
        """Where words stand in the report, the nearest to the claim's evidence; nowhere if they are the reviewer's."""
        near = self.claim.evidence[0].start
        parts = r"\s+".join(map(re.escape, words.split()))
        for flags in (0, re.IGNORECASE):
            places = [found.span() for found in re.finditer(parts, self.text, flags)] if parts else []
            if places:
                start, end = min(places, key=lambda place: (abs(place[0] - near), place))
                return {"text": self.text[start:end], "start": start, "end": end}
        return {"text": words, "start": near, "end": near}

    def _fillers(self, value: Any) -> Any:
        return [self._filler(one) for one in (value if isinstance(value, list | tuple) else [value])]

    def _filler(self, value: Any) -> Any:
        if isinstance(value, str):
            value = {"text": value}
        if not isinstance(value, Mapping) or not isinstance(value.get("text"), str) or "start" in value:
            return value
        known = None if "actor" in value else self.actor(value["text"])
        return {"actor": known.to_dict() if known else None, **value, **self._spot(value["text"])}

    def _place(self, old: Json | None, value: Any) -> Any:
        if isinstance(value, str):
            value = {"text": value}
        if not isinstance(value, Mapping) or {"text", "start", "end"} <= value.keys():
            return value
        named = value.get("name") or value.get("text")
        if not isinstance(named, str) or not named.strip():
            if old is None:
                raise UsageError("place: the claim has none, so that place.name or place.text is needed")
            return {**old, **value}
        # what the old name meant goes with it
        words = value.get("text")
        spot = (
            self._spot(str(words)) if words or old is None else {name: old[name] for name in ("text", "start", "end")}
        )
        if not words and old is None:
            spot = self._spot(named)
        known = self.place(named)
        resolved = {name: getattr(known, name) for name in _RESOLVED} if known else dict.fromkeys(_RESOLVED)
        if known is None and value.get("name"):
            resolved["name"] = named
        return {**resolved, **value, **spot}

    def _date(self, old: Json | None, value: Any) -> Any:
        if isinstance(value, int) and not isinstance(value, bool):
            value = str(value)  # a year
        if isinstance(value, str):
            value = _period(value)
        if not isinstance(value, Mapping) or {"text", "offsets", "start", "end", "precision"} <= value.keys():
            return value
        made = {**(old or {"start": None, "end": None}), **value}
        if "end" not in value and "start" in value and (old is None or old["start"] == old["end"]):
            made["end"] = made["start"]  # one day stays one day
        if "precision" not in value and (old is None or "start" in value or "end" in value):
            made["precision"] = "day"
        if "text" in value or old is None:
            said = str(value.get("text") or "/".join(dict.fromkeys(str(made[end] or "…") for end in ("start", "end"))))
            spot = self._spot(said) if "text" in value else {"text": said, **self._nowhere()}
            made |= {"text": spot["text"], "offsets": [spot["start"], spot["end"]]}
        return made

    def _nowhere(self) -> Json:
        near = self.claim.evidence[0].start
        return {"start": near, "end": near}


def _count(old: Json | None, value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        value = {"min": value, "max": value}
    if not isinstance(value, Mapping):
        return value
    made = {**(old or {"min": None, "max": None}), **value}
    least, most = made["min"], made["max"]
    if "hedge" not in value:
        hedge = old["hedge"] if old else "exact"
        if least is not None and least == most:
            made["hedge"] = "exact" if hedge in _OPEN else hedge
        elif most is None:
            made["hedge"] = hedge if old and hedge in ("at_least", "more_than") else "at_least"
        else:
            made["hedge"] = "up_to" if least is None else hedge
    if "text" not in made:
        made["text"] = (
            str(least) if least == most else f"{'' if least is None else least}–{'' if most is None else most}"
        )
    return made


def _period(words: str) -> Json:
    """`2023-09-20`, `2023-09`, `2023`, or two days with `/` between. Raises UsageError for anything else."""
    start, slash, end = words.strip().partition("/")
    try:
        if slash:
            return {"start": _iso(start), "end": _iso(end), "precision": "day"}
        if _DAY.fullmatch(start):
            return {"start": _iso(start), "end": _iso(start), "precision": "day"}
        if month := _MONTH.fullmatch(start):
            last = calendar.monthrange(int(month[1]), int(month[2]))[1]
            return {"start": _iso(f"{start}-01"), "end": _iso(f"{start}-{last}"), "precision": "month"}
        if _YEAR.fullmatch(start):
            return {"start": _iso(f"{start}-01-01"), "end": _iso(f"{start}-12-31"), "precision": "year"}
    except ValueError:
        pass
    raise UsageError(f"date {words[:40]!r} is no date as in 2023-09-20, 2023-09, 2023 or 2023-09-19/2023-09-20")


def _iso(words: str) -> str | None:
    if words in ("", ".."):
        return None
    if not _DAY.fullmatch(words):
        raise ValueError(words)
    return date.fromisoformat(words).isoformat()


def together(before: Mapping[str, Any], now: Mapping[str, Any]) -> Json:
    """A correction with what an earlier one said that stands: the latest word on a field counts."""
    made = {**before, **now}
    if isinstance(before.get("slots"), Mapping) and isinstance(now.get("slots"), Mapping):
        made["slots"] = {**before["slots"], **now["slots"]}
    return made


def names_beside(claims: Sequence[Claim]) -> tuple[dict[str, Actor], dict[str, Place]]:
    """Who and what a report's own words mean, as its claims have it: by the words, whatever their case."""
    actors: dict[str, Actor] = {}
    places: dict[str, Place] = {}
    for claim in claims:
        held = [value for value in claim.slots.values() if isinstance(value, tuple)]
        for filler in (*(one for value in held for one in value), *claim.attribution):
            if filler.actor is not None:
                actors.setdefault(filler.span.text.casefold(), filler.actor)
        if claim.place is not None and claim.place.name:
            places.setdefault(claim.place.span.text.casefold(), claim.place)
            places.setdefault(claim.place.name.casefold(), claim.place)
    return actors, places
