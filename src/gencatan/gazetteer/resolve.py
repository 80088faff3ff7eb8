"""Which place each name of a document means, decided together.

Every sense of a name starts from its prior (kind and population), moves with what the text says of it (a word
like "provinsi", a container like ", Azerbaijan"), then with the document: the countries it speaks of and the
places near by. Names change their minds one by one, the one that gains most first, so that sure names decide
unsure ones. Scores are in points of prior (`entry.prior_of`).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from gencatan.gazetteer.entry import Entry, Kind, Mention
from gencatan.gazetteer.keys import key

if TYPE_CHECKING:
    from gencatan.gazetteer.gazetteer import Gazetteer

SENSES: Final = 40  # of a name that are weighed; three times as many where the text names a container
HINT_MATCH: Final = 2.0
HINT_CLASH: Final = -1.2
CONTAINED: Final = 5.0
COUNTRY_WEIGHT: Final = 3.2
COUNTRY_ABSENT: Final = -0.4
NEAR_WEIGHT: Final = 1.8
NEAR_KM: Final = 200.0
NEAR_DEGREES: Final = 8.0  # of latitude; beyond, nearness counts for nothing
AT_HOME: Final = 0.5  # for the country of the language's own press
NAMESAKE_TOWN: Final = -0.5  # a unit stands so far below the town of its name
FAR_KM: Final = 1500.0
SMALL: Final = 5000  # people; below it a place needs some support
TOWN: Final = 1000  # people, and
TOWN_SHARE: Final = 0.1  # of the unit's: from there on a town outweighs the unit of its name
PASSES: Final = 4
OUT_OF_REACH: Final = 6.0  # more than a document can lift a sense by

_TOWNS: Final = (Kind.CITY, Kind.CAPITAL)
_FITS: Final = {
    "city": ("city", "exact"),
    "province": ("province", "region"),
    "district": ("district",),
    "region": ("region", "province"),
    "country": ("country",),
}


@dataclass(slots=True)
class _Sense:
    entry: Entry
    base: float
    contained: bool = False
    score: float = 0.0


@dataclass(slots=True)
class _Group:
    """Mentions of one name with the same container and hint: one sense a document."""

    name: str
    container: str | None
    hint: str | None
    senses: list[_Sense] = field(default_factory=list)
    best: _Sense | None = None

    def __post_init__(self) -> None:
        """Sort the senses and drop those that no document could lift to the top."""
        self.senses.sort(key=lambda sense: (-sense.base, sense.entry.record))
        self.senses = [sense for sense in self.senses if sense.base > self.senses[0].base - OUT_OF_REACH]
        self.best = self.senses[0] if self.senses else None

    @property
    def sureness(self) -> float:
        """1 for the only or clearly best sense, less where another comes close."""
        scores = [sense.score for sense in self.senses if sense is not self.best]
        if not scores or self.best is None:
            return 1.0
        return min(1.0, 0.3 + 0.45 * max(0.0, self.best.score - max(scores)))


@dataclass(frozen=True, slots=True)
class Weighed:
    """What one mention was taken for and what else it could have been.

    `senses` are places with their final scores, in points of prior, the best first; `chosen` None where no sense is
    plausible. `hint` is the sort of place that its own words name, `contained` whether its container settled it.
    """

    chosen: Entry | None
    senses: tuple[tuple[Entry, float], ...]
    hint: str | None = None
    contained: bool = False


def resolve(
    gazetteer: Gazetteer,
    mentions: Sequence[Mention],
    *,
    language: str,
    context_countries: Sequence[str] = (),
    strict: bool = True,
) -> list[Entry | None]:
    """See `Gazetteer.resolve`."""
    keys, groups = _settled(gazetteer, mentions, language, context_countries)
    known = [group for group in groups.values() if group.senses]
    chosen = {group_key: _choice(group, known, context_countries, strict) for group_key, group in groups.items()}
    return [chosen[group_key] for group_key in keys]


def weigh(
    gazetteer: Gazetteer, mentions: Sequence[Mention], *, language: str, context_countries: Sequence[str] = ()
) -> list[Weighed]:
    """See `Gazetteer.weigh`."""
    keys, groups = _settled(gazetteer, mentions, language, context_countries)
    known = [group for group in groups.values() if group.senses]
    found = {}
    for group_key, group in groups.items():
        if group.senses:
            _wish(gazetteer, group, known, context_countries)  # scores against what the others mean in the end
        senses = sorted(group.senses, key=lambda sense: (-sense.score, sense.entry.record))
        found[group_key] = Weighed(
            _choice(group, known, context_countries, strict=True),
            tuple((sense.entry, sense.score) for sense in senses),
            group.hint or gazetteer.lookup(group.name, language)[1],
            group.best is not None and group.best.contained,
        )
    return [found[group_key] for group_key in keys]


def _settled(
    gazetteer: Gazetteer, mentions: Sequence[Mention], language: str, context_countries: Sequence[str]
) -> tuple[list[tuple[str, str, str]], dict[tuple[str, str, str], _Group]]:
    """The names of a document with their senses settled, and for each mention which of them it is."""
    groups: dict[tuple[str, str, str], _Group] = {}
    keys = []
    for mention in mentions:
        group_key = (key(mention.name), key(mention.container or ""), mention.hint or "")
        keys.append(group_key)
        if group_key not in groups:
            senses = _senses(gazetteer, mention, language)
            groups[group_key] = _Group(mention.name, mention.container, mention.hint, senses)
    for name in {mention.container: None for mention in mentions if mention.container}:
        group_key = (key(name), "", "")
        if group_key not in groups:
            senses = _container_senses(gazetteer, Mention(name), list(groups.values()), language)
            groups[group_key] = _Group(name, None, None, senses)
    known = [group for group in groups.values() if group.senses]
    _settle(gazetteer, known, context_countries)
    return keys, groups


def _senses(gazetteer: Gazetteer, mention: Mention, language: str) -> list[_Sense]:
    limit = SENSES * 3 if mention.container else SENSES
    candidates = list(gazetteer.candidates(mention.name, language=language, limit=limit))
    hint = mention.hint or gazetteer.lookup(mention.name, language)[1]
    if hint in ("province", "district"):
        candidates = _with_units(gazetteer, candidates, hint)
    containers: Sequence[Entry] = ()
    if mention.container:
        containers = gazetteer.candidates(mention.container, language=language, limit=20)
    senses = []
    home = gazetteer.home(language)
    for entry in candidates:
        base = entry.prior + _hint_points(entry, hint)
        town = None if hint else _namesake_town(gazetteer, entry, candidates)
        if town is not None:
            base = min(base + NAMESAKE_TOWN, town.prior + NAMESAKE_TOWN)
        if entry.country is not None and entry.country == home and entry.kind is not Kind.COUNTRY:
            base += AT_HOME
        inside = _contained(gazetteer, entry, containers)
        senses.append(_Sense(entry, base + (inside or 0.0), inside is not None, base + (inside or 0.0)))
    return senses


def _container_senses(gazetteer: Gazetteer, mention: Mention, others: list[_Group], language: str) -> list[_Sense]:
    """A container nobody mentions by itself: what it means follows from what it holds."""
    senses = _senses(gazetteer, mention, language)
    held = [other.best.entry for other in others if other.container == mention.name and other.best]
    for sense in senses:
        if any(_contained(gazetteer, entry, (sense.entry,)) is not None for entry in held):
            sense.base += CONTAINED
            sense.score = sense.base
    return senses


def _with_units(gazetteer: Gazetteer, candidates: list[Entry], hint: str) -> list[Entry]:
    """Add the units whose names the towns bear: "provinsi Halab" where only the town has that spelling."""
    level = 1 if hint == "province" else 2
    kinds = (Kind.ADMIN1, Kind.REGION) if level == 1 else (Kind.ADMIN2,)
    named = {entry.country for entry in candidates if entry.kind in kinds}
    records = {entry.record for entry in candidates}
    for entry in list(candidates):
        if entry.kind in _TOWNS and entry.country not in named and gazetteer.names_its_unit(entry, level):
            unit = gazetteer.unit(entry, level)
            if unit is not None and unit.record not in records:
                records.add(unit.record)
                candidates.append(unit)
    return candidates


def _hint_points(entry: Entry, hint: str | None) -> float:
    fits = _FITS.get(hint or "")
    if fits is None:
        return 0.0
    if entry.precision in fits or (hint == "province" and entry.kind is Kind.ADMIN1):
        return HINT_MATCH
    if hint == "district" and entry.kind in _TOWNS:
        return 0.0
    if hint == "province" and entry.kind is Kind.ADMIN2:
        return 0.5  # what a country calls a province is often GeoNames' second level
    return HINT_CLASH


def _weighs(town: Entry, unit: Entry) -> bool:
    return town.population >= max(TOWN, TOWN_SHARE * unit.population)


def _namesake_town(gazetteer: Gazetteer, entry: Entry, candidates: Sequence[Entry]) -> Entry | None:
    """The town in a unit that shares the unit's name: the bare name means the town."""
    if entry.kind not in (Kind.ADMIN1, Kind.ADMIN2):
        return None
    level = 1 if entry.kind is Kind.ADMIN1 else 2
    for town in candidates:
        if town.kind in _TOWNS and town.country == entry.country and _weighs(town, entry):
            unit = gazetteer.unit(town, level)
            if unit is not None and unit.record == entry.record:
                return town
    return None


def _contained(gazetteer: Gazetteer, entry: Entry, containers: Sequence[Entry]) -> float | None:
    """Points for lying in one of a container's senses, fewer for its unlikely ones; None if in none."""
    for container in containers:
        if container.record != entry.record and _lies_in(gazetteer, entry, container):
            return CONTAINED + 0.3 * (container.prior - containers[0].prior)
    return None


def _lies_in(gazetteer: Gazetteer, entry: Entry, container: Entry) -> bool:
    if container.kind is Kind.COUNTRY:
        return entry.country == container.country
    for level in (1, 2):
        unit = gazetteer.unit(entry, level)
        if unit is not None and unit.record == container.record:
            return True
    if container.kind is Kind.ADMIN1 or container.kind is Kind.ADMIN2:
        return False
    reach = {Kind.REGION: 60.0 + 0.06 * math.sqrt(container.population), Kind.FEATURE: 800.0}
    return entry.distance_km(container) <= reach.get(container.kind, 60.0)


def _settle(gazetteer: Gazetteer, groups: Sequence[_Group], context: Sequence[str]) -> None:
    """Let groups change their minds, the one that gains most first, until none would (or passes run out)."""
    for _ in range(PASSES):
        wishes = []
        for group in groups:
            wish, gain = _wish(gazetteer, group, groups, context)
            if gain > 0:
                wishes.append((gain, group, wish))
        wishes.sort(key=lambda wish: -wish[0])
        for _, group, _ in wishes:
            wish, gain = _wish(gazetteer, group, groups, context)
            if gain > 0:
                group.best = wish
        if not wishes:
            break


def _wish(
    gazetteer: Gazetteer, group: _Group, groups: Sequence[_Group], context: Sequence[str]
) -> tuple[_Sense, float]:
    """The sense that best fits what the other groups now mean, and its lead over the present one.

    What the same name means elsewhere is near to no other sense: else a town would lift the district of its name.
    """
    met = [other for other in groups if other is not group and other.best]
    others = [(other.best.entry, other.sureness) for other in met if other.best]
    named = [found for other, found in zip(met, others, strict=True) if other.name != group.name]
    evidence = _country_evidence(others, context)
    for sense in group.senses:
        sense.score = sense.base + _near(sense.entry, named) + _at_home(gazetteer, sense.entry, evidence)
    best = max(group.senses, key=lambda sense: (sense.score, -sense.entry.record))
    assert group.best is not None
    return best, best.score - group.best.score


def _at_home(gazetteer: Gazetteer, entry: Entry, evidence: dict[str, float]) -> float:
    """Points for lying in a country that the document speaks of."""
    codes = [entry.country] if entry.country else gazetteer.sides(entry.region or "")
    weight = max((evidence.get(code or "", 0.0) for code in codes), default=0.0)
    if weight:
        strongest = max(evidence.values())
        lift: float = COUNTRY_WEIGHT * (1 - 0.4**weight) * (0.5 + 0.5 * weight / strongest)
        return lift * (0.4 if entry.kind is Kind.COUNTRY else 1.0)
    return COUNTRY_ABSENT if evidence and entry.country and entry.kind is not Kind.COUNTRY else 0.0


def _country_evidence(others: Sequence[tuple[Entry, float]], context: Sequence[str]) -> dict[str, float]:
    evidence: dict[str, float] = defaultdict(float)
    for entry, sure in others:
        if entry.country:
            evidence[entry.country] += sure * (0.8 if entry.kind is Kind.COUNTRY else 1.0)
    for code in context:
        evidence[code] += 0.8
    return dict(evidence)


def _near(entry: Entry, others: Sequence[tuple[Entry, float]]) -> float:
    if entry.kind in (Kind.COUNTRY, Kind.FEATURE):
        return 0.0
    best = 0.0
    for other, sure in others:
        if other.kind in (Kind.COUNTRY, Kind.FEATURE) or other.record == entry.record:
            continue
        if abs(other.lat - entry.lat) < NEAR_DEGREES:
            best = max(best, sure * math.exp(-entry.distance_km(other) / NEAR_KM))
    return NEAR_WEIGHT * best


def _choice(group: _Group, groups: Sequence[_Group], context_countries: Sequence[str], strict: bool) -> Entry | None:
    best = group.best
    if best is None:
        return None
    entry = best.entry
    holder = next((g.best for g in groups if g.best and g.name == group.container and g is not group), None)
    holds = holder is not None and holder.entry.kind not in (Kind.COUNTRY, Kind.FEATURE, Kind.REGION)
    holds = holds and entry.kind is not Kind.COUNTRY
    if holds and holder is not None and holder.entry.kind is Kind.CITY:
        holds = holder.entry.population >= SMALL  # "Bentiu, Unity": no town of that name holds another
    if strict and holds and holder is not None and not best.contained and entry.country != holder.entry.country:
        return None  # "the X district of Baghdad" is in no other country
    small = entry.kind in (Kind.CITY, Kind.ADMIN2) and (entry.population < SMALL or not entry.primary)
    if not strict or not small or best.contained:
        return entry
    others = [other.best.entry for other in groups if other is not group and other.best]
    there = {other.country for other in others}
    if not there or entry.country in there.union(context_countries):
        return entry
    if any(entry.distance_km(other) < FAR_KM for other in others if other.kind is not Kind.COUNTRY):
        return entry
    return None
