"""What other people's books call an incident, a meeting or an agreement: PLOVER, ACLED, UCDP and ETH/PRIO's CF.

The tables below are those of docs/codes.md; a test holds the two together, and every value against the vocabularies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any, Final

from gencatan.model import Actor, Place, Record
from gencatan.model.vocabulary import VIOLENT
from gencatan.reconcile.comparing import who
from gencatan.reconcile.comparing.acts import FOUGHT
from gencatan.reconcile.comparing.facts import facts
from gencatan.reconcile.comparing.sorts import TAKEOVER, what_of
from gencatan.reconcile.judging import takeover

STATE: Final = "state"
REBEL: Final = "rebel"
MILITIA: Final = "militia"
CIVILIAN: Final = "civilian"
UNKNOWN: Final = ""

ACLED: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "attack": ("Battles", "Armed clash"),
        "attack on civilians": ("Violence against civilians", "Attack"),
        "clash": ("Battles", "Armed clash"),
        "shelling": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
        "air_strike": ("Explosions/Remote violence", "Air/drone strike"),
        "explosion": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
        "operation": ("Battles", "Armed clash"),
        "arrest": ("Strategic developments", "Arrests"),
        "abduction": ("Violence against civilians", "Abduction/forced disappearance"),
        "release": ("Strategic developments", "Other"),
        "delivery": ("Strategic developments", "Other"),
        "protest": ("Protests", "Peaceful protest"),
        "movement": ("Strategic developments", "Other"),
        "retreat": ("Strategic developments", "Non-violent transfer of territory"),
        "blockade": ("Strategic developments", "Other"),
        "disarmament": ("Strategic developments", "Disrupted weapons use"),
        "search": ("Strategic developments", "Other"),
        "investigation": ("Strategic developments", "Other"),
        "closure": ("Strategic developments", "Other"),
        "evacuation": ("Strategic developments", "Other"),
        "find": ("Strategic developments", "Disrupted weapons use"),
        "execution": ("Violence against civilians", "Attack"),
        "sanction": ("Strategic developments", "Other"),
        "other": ("Strategic developments", "Other"),
        "arrival": ("Strategic developments", "Other"),
        "withdrawal": ("Strategic developments", "Non-violent transfer of territory"),
        "takeover": ("Battles", "Armed clash"),
        "takeover by the state": ("Battles", "Government regains territory"),
        "takeover by others": ("Battles", "Non-state actor overtakes territory"),
        "takeover by cession": ("Strategic developments", "Non-violent transfer of territory"),
        "agreement": ("Strategic developments", "Agreement"),
        "killed": ("Battles", "Armed clash"),
        "killed civilians": ("Violence against civilians", "Attack"),
        "injured": ("Battles", "Armed clash"),
        "injured civilians": ("Violence against civilians", "Attack"),
        "missing": ("Strategic developments", "Other"),
        "displaced": ("Strategic developments", "Other"),
        "detained": ("Strategic developments", "Arrests"),
        "abducted": ("Violence against civilians", "Abduction/forced disappearance"),
    }
)
"""ACLED's event and sub-event type of an act; of a harm where no report names the act; of forces that came or went and
of land that changed hands."""

PLOVER: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "attack": ("ASSAULT", ""),
        "clash": ("ASSAULT", "firearms"),
        "shelling": ("ASSAULT", "heavy-weapons"),
        "air_strike": ("ASSAULT", "aerial"),
        "explosion": ("ASSAULT", "explosives"),
        "operation": ("ASSAULT", ""),
        "arrest": ("COERCE", "arrest"),
        "abduction": ("ASSAULT", "abduct"),
        "release": ("RETREAT", "release"),
        "delivery": ("AID", ""),
        "protest": ("PROTEST", "demo"),
        "movement": ("MOBILIZE", "troops"),
        "retreat": ("RETREAT", "withdraw"),
        "blockade": ("COERCE", "restrict"),
        "disarmament": ("RETREAT", "disarm"),
        "search": ("COERCE", ""),
        "investigation": ("ACCUSE", "investigate"),
        "closure": ("COERCE", "restrict"),
        "evacuation": ("AID", ""),
        "execution": ("ASSAULT", "targeted"),
        "sanction": ("SANCTION", ""),
        "arrival": ("MOBILIZE", "troops"),
        "withdrawal": ("RETREAT", "withdraw"),
        "takeover": ("ASSAULT", ""),
        "takeover by the state": ("ASSAULT", ""),
        "takeover by others": ("ASSAULT", ""),
        "takeover by cession": ("CONCEDE", ""),
        "killed": ("ASSAULT", ""),
        "injured": ("ASSAULT", ""),
        "detained": ("COERCE", "arrest"),
        "abducted": ("ASSAULT", "abduct"),
    }
)
"""PLOVER's type and mode of an act, where no claim of the incident carries its own; acts not here have none."""

WHERE: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "exact": (1, 1),
        "city": (1, 1),
        "district": (3, 2),
        "province": (4, 3),
        "region": (5, 3),
        "country": (6, 3),
    }
)
"""UCDP's where_prec and ACLED's geo_precision of a place's precision."""

WHEN: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {"minute": (1, 1), "day": (1, 1), "week": (3, 2), "month": (4, 3), "year": (5, 3), "decade": (5, 3)}
)
"""UCDP's date_prec and ACLED's time_precision of a date's precision."""

_DEADLY: Final = frozenset({"killed", "injured"})
_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        **dict.fromkeys(("COP", "GOV", "JUD", "LEG", "MIL", "SPY"), STATE),
        **dict.fromkeys(("REB", "PRE", "OPP"), REBEL),
        **dict.fromkeys(("PRM", "UAF", "CRM"), MILITIA),
        **dict.fromkeys(("CVL", "REF", "JRN", "MED", "EDU", "AGR", "BUS", "LAB", "REL", "SOC", "ELI"), CIVILIAN),
    }
)


@dataclass(frozen=True, slots=True)
class Codes:
    """An incident's codes; None where its claims do not tell. `ucdp_type` 1 state-based, 2 non-state, 3 one-sided."""

    plover_type: str | None
    plover_mode: str | None
    acled_event: str
    acled_sub_event: str
    ucdp_type: int | None
    ucdp_where: int | None
    ucdp_date: int | None
    ucdp_clarity: int
    acled_geo: int | None
    acled_time: int | None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return asdict(self)


def codes(records: Sequence[Record]) -> Codes:
    """The codes of an incident, from its claims. Raises ValueError without claims."""
    if not records:
        raise ValueError("an incident without claims has no codes")
    what = act_of(records)
    civil = _only_civilians(records)
    event, sub = ACLED.get(_acled_key(what, records, civil), ACLED["other"])
    plover = _plover(what, records)
    place, days = _finest(records), _date(records)
    where_ucdp, where_acled = WHERE.get(place.precision or "", (None, None)) if place else (None, None)
    return Codes(
        plover_type=plover[0] if plover else None,
        plover_mode=(plover[1] or None) if plover else None,
        acled_event=event,
        acled_sub_event=sub,
        ucdp_type=_violence(what, records, civil),
        ucdp_where=where_ucdp,
        ucdp_date=days[0],
        ucdp_clarity=2 if what == "operation" or days[2] > 1 else 1,
        acled_geo=where_acled,
        acled_time=days[1],
    )


def act_of(records: Sequence[Record]) -> str:
    """What an incident is: the act that most claims name, an operation before what is part of it; else the harm, else
    what changed (`sorts.what_of`)."""
    acts = Counter(str(r.claim.slots["act"]) for r in records if r.claim.kind == "event" and "act" in r.claim.slots)
    if acts:
        return max(acts, key=lambda act: (acts[act], act == "operation", act))
    harms = Counter(str(r.claim.slots["harm"]) for r in records if "harm" in r.claim.slots)
    if not harms:
        harms = Counter(what for r in records if (what := what_of(r.claim)))
    return max(harms, key=lambda harm: (harms[harm], harm)) if harms else "other"


def _acled_key(what: str, records: Sequence[Record], civil: bool) -> str:
    if what in ("attack", "killed", "injured") and civil:
        return f"{what} on civilians" if what == "attack" else f"{what} civilians"
    taken = [r for r in records if what_of(r.claim) == TAKEOVER]
    return _takeover(taken) if taken and (what == TAKEOVER or what in FOUGHT) else what  # who has it codes the battle


def _takeover(records: Sequence[Record]) -> str:
    """Whether land was given up, or taken by a state, or by others; "takeover" alone
    where nobody says who has it now."""
    told = Counter(str(r.claim.slots.get("relation")) for r in records)
    if told["cedes"] > len(records) - told["cedes"]:
        return f"{TAKEOVER} by cession"
    takers = Counter(kind_of(actor) for r in records for actor in takeover.takers(facts(r)))
    if not takers:
        return TAKEOVER
    return f"{TAKEOVER} by {'the state' if takers[STATE] * 2 > takers.total() else 'others'}"


def _plover(what: str, records: Sequence[Record]) -> tuple[str, str] | None:
    own = Counter(
        (r.claim.plover.type, r.claim.plover.mode) for r in records if r.claim.plover and what_of(r.claim) == what
    )
    return max(own, key=lambda code: (own[code], code)) if own else PLOVER.get(what)


def kind_of(actor: Actor) -> str:
    """Who an actor is to ACLED and UCDP: state, rebel, militia, civilian, or "" where the books do not tell."""
    if actor.sector is not None and actor.sector in _KINDS:
        return _KINDS[actor.sector]
    return STATE if len(actor.id) == 3 and actor.id.isupper() else UNKNOWN


def _only_civilians(records: Sequence[Record]) -> bool:
    """Whether all who are known to suffer it are civilians."""
    suffered = [actor for r in records for actor in _sufferers(r)]
    return bool(suffered) and all(kind_of(actor) == CIVILIAN for actor in suffered)


def _sufferers(record: Record) -> tuple[Actor, ...]:
    slot = "victims" if record.claim.kind == "casualty" else "target"
    return who.actors(record.claim, slot)


def _violence(what: str, records: Sequence[Record], civil: bool) -> int | None:
    """State-based where a state's force meets another armed actor, non-state between others, one-sided on civilians."""
    if what not in VIOLENT | _DEADLY:
        return None
    if civil:
        return 3
    doers = {kind_of(actor) for r in records for actor in _doers(r)}
    sides = doers | {kind_of(actor) for r in records for actor in _sufferers(r)}
    if STATE in sides:
        return 1
    return 2 if sides & {REBEL, MILITIA} else None


def _doers(record: Record) -> tuple[Actor, ...]:
    return who.actors(record.claim, "perpetrator" if record.claim.kind == "casualty" else "actor")


def _finest(records: Sequence[Record]) -> Place | None:
    places = [r.claim.place for r in records if r.claim.place is not None and r.claim.place.precision in WHERE]
    return min(places, key=lambda place: list(WHERE).index(place.precision or ""), default=None)


def _date(records: Sequence[Record]) -> tuple[int | None, int | None, int]:
    """UCDP's date_prec, ACLED's time_precision, and over how many days: by the shortest stretch that a claim gives."""
    best: tuple[int, int, int] | None = None
    for record in records:
        days, when = facts(record).days, record.claim.date
        if when is None or not days.dated or days.first is None or days.last is None:
            continue
        ucdp, acled = WHEN[when.precision]
        length = days.last - days.first + 1
        if ucdp == 1 and length > 1:
            ucdp, acled = (2, 2) if length < 7 else (3, 2) if length == 7 else (4, 3) if length <= 31 else (5, 3)
        best = min(best or (ucdp, acled, length), (ucdp, acled, length))
    return best if best is not None else (None, None, 0)
