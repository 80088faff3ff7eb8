"""From what a mention says to who that is: the rules by which a `Reading` becomes an `Actor` with a stable id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gencatan.model import Actor
from gencatan.reading.actors.mention import STATE_SECTORS, Hit, Reading
from gencatan.reading.actors.registry import Known, Registry
from gencatan.reading.actors.words import slug

RANK: Final = {
    "group": 0,
    "organisation": 0,
    "media": 1,
    "authority": 0,
    "body": 2,
    "person": 3,
    "region": 4,
    "people": 5,
    "state": 6,
}
ARMED: Final = frozenset({"MIL", "COP"})
FIGHTING: Final = frozenset({"MIL", "REB", "UAF", "PRM"})
CIVIL: Final = frozenset({"CVL", "REF"})
PLACED: Final = frozenset({"GOV", "JUD", "LEG", "COP", ""})
PEACE: Final = "peacekeepers"


def choose(reading: Reading, year: int | None = None) -> Hit | None:
    """The hit that says who the mention is: named groups before persons, persons before states."""
    ids = {hit.known.id for hit in reading.hits}
    fitting = [hit for hit in reading.hits if hit.name.how != "organ" or hit.known.of in ids]
    if "diplomats" in reading.marks:
        states = [hit for hit in fitting if hit.known.kind == "state" and not hit.placed]
        fitting = states or fitting
    acting = reading.personal and reading.sector not in CIVIL
    if not acting:
        fitting = [hit for hit in fitting if hit.known.kind != "region"]
    best = min(fitting, key=lambda hit: _order(hit, fitting, year), default=None)
    if best is not None and best.known.kind == "people":  # "the ethnic Armenian authorities in Nagorno-Karabakh"
        return next((hit for hit in fitting if hit.known.kind == "region"), best)
    return best


def _order(hit: Hit, all_hits: Sequence[Hit], year: int | None) -> tuple[bool, int, bool, int, bool, int]:
    known = hit.known
    away, alone = 0, False
    if known.kind == "person":
        start, end = known.years
        away = 0 if year is None or start <= year <= end else min(abs(year - start), abs(year - end))
        alone = known.root not in {h.known.root for h in all_hits if h.known.kind != "person"}
    return hit.placed, RANK[known.kind], hit.name.how != "organ", hit.index, alone, away


def attends(reading: Reading, registry: Registry) -> bool:
    """Whether somebody is told of as another's ("pembantu Presiden X", "the wife of X"), and is not that person."""
    words = reading.label.lower().split()
    if len(words) < 2:
        return False
    attending = registry.sets["attending"]
    if registry.head == "first":
        return words[0] in attending or " ".join(words[:2]) in attending
    return (words[0] in attending and words[1] in ("of", "to", "for")) or (
        words[-1] in attending and words[-2].endswith(("'s", "’s", "s'"))
    )


def follows(reading: Reading, registry: Registry) -> bool:
    """Whether somebody is told of as another's followers or opponents ("supporters of President X", "milisi pendukung
    presiden X"), and is neither that person nor of that office."""
    words = reading.label.lower().split()
    following = registry.sets["following"]
    if len(words) < 2:
        return False
    if registry.head == "first":
        return bool(following.intersection(words[:2]))
    return words[-1] in following or (words[0] in following and words[1] in ("of", "to", "for"))


def _stands_for_own(known: Known) -> bool:
    """Whether an id is that of a state, an office or somebody alone, and not of a group that who follows them is of."""
    return known.kind == "state" or known.sector not in FIGHTING - ARMED


def is_kin(text: str, reading: Reading, registry: Registry) -> bool:
    """Whether a mention is somebody by whose child, wife or driver they are ("X's father", "ayah X", "ayahnya")."""
    found = text.lower().split()
    if len(found) < 2:
        return False
    at = 0 if registry.head == "first" else len(found) - 1
    head = found[at]
    for ending in registry.sets["possessive_endings"]:
        head = head.removesuffix(ending)
    office = any(i == at and f.part == "office" for i, f in reading.functions)
    return head in registry.sets["attending"] and not office


def _several(hit: Hit, reading: Reading) -> bool:
    """Whether the words name more states than one ("US and Iraqi troops", "the armies of Chad and Niger")."""
    if "several" in reading.marks or ("joined" in reading.marks and reading.sector not in FIGHTING | ARMED):
        return True  # the forces of two states act as one, under the first
    others = {h.known.country for h in reading.hits if h.known.kind in ("state", "people") and not h.placed}
    return len({*others, hit.known.country} - {None}) > 1


def compose(reading: Reading, registry: Registry, year: int | None = None) -> Actor | None:
    """Who a mention with known names in it is; None if it names a place, a thing or people at large."""
    hit = choose(reading, year)
    if hit is None or reading.thing:
        return None
    known = hit.known
    if known.kind in ("person", "state") and _stands_for_own(known) and follows(reading, registry):
        return None
    person = _person_in(reading, year)
    if person is not None and known.kind == "organisation" and reading.office and person.root != known.root:
        # who once led a state and now speaks for a body that is not his own acts for himself
        return Actor(slug(person.name), person.name, person.country, "ELI", reading.role)
    if known.kind in ("state", "people") and _several(hit, reading):
        return None
    if known.kind == "state":
        return of_state(known, reading, how=hit.name.how, placed=hit.placed)
    if hit.placed and known.kind not in ("region", "group", "organisation", "authority"):
        return None
    if known.kind in ("person", "media") and attends(reading, registry):
        serves = any(i == 0 and f.part == "office" for i, f in reading.functions)  # of his household, or of his office
        return Actor(known.id, reading.label, known.country, known.sector) if serves else None
    if known.kind == "person":
        return _person(known, reading, year)
    if known.kind == "region":
        return _region(known, reading, registry, hit)
    if known.kind == "people":
        return _people(known, reading)
    return _body(known, reading)


def of_state(known: Known, reading: Reading, *, how: str = "name", placed: bool = False) -> Actor | None:
    """An organ, the forces, the people or the government of a state, or the state itself."""
    sector, iso = reading.sector, known.id
    if placed and (sector not in PLACED or not reading.personal):
        return None
    if "former" in reading.marks:
        return former(reading, iso)
    if "peacekeeping" in reading.marks:
        return Actor(f"{iso}/MIL/{PEACE}", reading.label, iso, "MIL", reading.role)
    if reading.body is not None:
        return Actor(slug(reading.body[0]), reading.body[0], iso, reading.body[1] or None)
    if not sector and "ethnic" in reading.marks:
        return Actor(f"ethnic-{slug(known.name)}", reading.label, None, "CVL")
    if not reading.personal:
        if "monitors" in reading.marks:
            sector = "GOV"
        elif reading.name and how in ("name", "adjective", "people"):
            return Actor(slug(reading.name), reading.name, iso)
        elif how == "people" or "persons" in reading.marks:
            sector = "CVL"
        elif how == "seat":
            sector = "GOV"
        elif reading.functions:
            return None
        else:
            return Actor(iso, known.name, iso, known.sector)
    sector = sector or "GOV"
    return Actor(f"{iso}/{sector}", _name(reading), iso, sector, reading.role)


def _name(reading: Reading) -> str:
    return reading.name if reading.name and reading.office else reading.label


def former(reading: Reading, country: str | None) -> Actor | None:
    """Who no longer holds an office acts for himself; unnamed, nobody."""
    if not reading.name:
        return None
    return Actor(slug(reading.name), reading.name, country, "ELI", reading.role)


def _person_in(reading: Reading, year: int | None) -> Known | None:
    persons = [hit for hit in reading.hits if hit.known.kind == "person" and not hit.placed]
    return min(persons, key=lambda hit: _order(hit, reading.hits, year)).known if persons else None


def _person(known: Known, reading: Reading, year: int | None) -> Actor | None:
    """A person of the registry: for the office held in that year, else for himself."""
    state = next((h.known for h in reading.hits if h.known.kind == "state" and not h.placed), None)
    start, end = known.years
    out = year is not None and not start <= year <= end and not reading.office
    if "former" in reading.marks or out:
        return Actor(slug(known.name), known.name, known.country, "ELI", reading.role)
    if state is not None and state.id != known.root and reading.office:
        sector = reading.sector or "GOV"
        return Actor(f"{state.id}/{sector}", known.name, state.id, sector, reading.role)
    if reading.sector in ARMED and not reading.office and "/" in known.id:
        return Actor(f"{known.root}/{reading.sector}", reading.label, known.country, reading.sector)
    return Actor(known.id, known.name, known.country, known.sector, reading.role)


def _region(known: Known, reading: Reading, registry: Registry, hit: Hit) -> Actor | None:
    """The authorities of a region that has its own, or their forces."""
    peoples = any(h.known.kind == "people" for h in reading.hits)
    if hit.placed and reading.sector not in PLACED and not peoples:
        return None
    armed = reading.sector in FIGHTING and not reading.office
    found = registry.actors[known.forces if armed and known.forces else known.authority]
    return Actor(found.id, _name(reading), found.country, found.sector, reading.role)


def _people(known: Known, reading: Reading) -> Actor | None:
    if reading.sector in FIGHTING and not reading.office:
        return Actor(f"{known.id}/{reading.sector}", reading.label, known.country, reading.sector)
    if reading.sector and reading.sector not in {*CIVIL, *STATE_SECTORS}:
        return None  # "a Tamil journalist": one of a people by birth, not the people
    return Actor(known.id, known.name, known.country, "CVL", reading.role)


def _body(known: Known, reading: Reading) -> Actor | None:
    """A named body or group, what it sends, and who speaks for it."""
    sector, parts = reading.sector, known.id.split("/")
    coded = known.root.isupper()
    if "former" in reading.marks and reading.office:
        return former(reading, known.country)
    if sector in CIVIL:
        return None
    if known.kind == "organisation" and "peacekeeping" in reading.marks:
        return Actor(f"{parts[0]}/MIL/{PEACE}", reading.label, None, "MIL", reading.role)
    if sector in ARMED and coded and not reading.office:
        if parts == ["UNO"] and sector == "MIL":
            return Actor(f"UNO/MIL/{PEACE}", reading.label, None, "MIL")
        if known.sector != sector:
            return Actor(f"{parts[0]}/{sector}", reading.label, known.country, sector)
    own = known.kind == "body" or (reading.office and reading.name)
    return Actor(known.id, _name(reading) if own else known.name, known.country, known.sector, reading.role)


def unknown(reading: Reading, label: str = "") -> Actor | None:
    """A named body or person that no registry knows: a slug of the name. `label` is the recogniser's: PER, ORG, LOC."""
    if reading.body is not None:
        return Actor(slug(reading.body[0]), reading.body[0], None, reading.body[1] or None)
    if not reading.name or label == "LOC" or reading.sector in CIVIL:
        return None
    several = len(reading.name.split()) > 1
    if not several and label not in ("PER", "ORG"):
        return None
    if not reading.personal and label not in ("PER", "ORG") and not _bare(reading):
        return None
    sector = "ELI" if "former" in reading.marks else reading.sector or None
    return Actor(slug(reading.name), reading.name, None, sector, reading.role)


def _bare(reading: Reading) -> bool:
    return reading.label == reading.name


def first_known(readings: Sequence[Reading], year: int | None = None) -> int | None:
    """Which stretch of the mention first names somebody known."""
    return next((i for i, r in enumerate(readings) if not r.thing and choose(r, year) is not None), None)
