"""How a claim's date, place and actors were resolved, and which candidates lost: asked of the resolvers themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.gazetteer.resolve import Weighed
from gencatan.model import Claim, Filler, Place, When
from gencatan.reading.actors.compose import choose, compose
from gencatan.reading.actors.memory import Clue
from gencatan.reading.actors.mention import Hit, Reading
from gencatan.reading.actors.words import fold
from gencatan.reading.assembly.assemble import Assembler
from gencatan.reading.assembly.days import FUTURE
from gencatan.reading.assembly.identities import Identities, identify
from gencatan.reading.assembly.settling import Settled
from gencatan.reading.dates.resolve import resolve
from gencatan.reading.explaining.explanation import Candidate, Resolution
from gencatan.reading.explaining.tree import arcs
from gencatan.reading.places import PlaceMention
from gencatan.reading.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.gazetteer import Entry
    from gencatan.reading.language_reader import LanguageReader

SENSES_SHOWN: Final = 5
REGISTERED: Final = {"adjective": "nationality", "people": "people", "seat": "seat", "organ": "organ"}
CLUES: Final = {"organ": "organ_of"}


class Resolutions:
    """The resolutions of one report's claims."""

    def __init__(self, reader: LanguageReader, report: Report, assembler: Assembler) -> None:
        """Weighs the report's places and follows its actors once more, in the order in which it was read."""
        self._report = report
        self._assembler = assembler
        self._actors = reader.actors
        self._clues: dict[tuple[int, int], Clue] = {}
        self._identities: Identities = identify(report, reader.actors, self._clues)
        mentions = assembler.placed
        asked, homes = [m.asked for m in mentions], self._identities.homes
        code = reader.pack.code
        weighed = reader.gazetteer.weigh(asked, language=code, context_countries=homes) if mentions else []
        self._weighed: Mapping[tuple[int, int], Weighed] = {
            (m.sentence.index, m.token.i): w for m, w in zip(mentions, weighed, strict=True)
        }

    def of(self, claim: Claim, item: Settled) -> tuple[Resolution, ...]:
        """Date, place, then every actor of slots and attribution, each span once."""
        found = []
        if claim.date is not None:
            found.append(self._date(claim.date, item))
        if claim.place is not None and item.place is not None:
            found.append(self._place(claim.place, item.place, item))
        fillers = [f for value in claim.slots.values() if isinstance(value, tuple) for f in value]
        found += [self._actor(filler) for filler in {f.span: f for f in (*fillers, *claim.attribution)}.values()]
        return tuple(found)

    def _date(self, date: When, item: Settled) -> Resolution:
        expression, sentence = item.date, item.date_sentence
        assert expression is not None
        published = self._report.document.published
        future, ongoing = item.draft.status in FUTURE, expression.relation == "duration"
        undated = resolve(expression, None, future=future, ongoing=ongoing)
        needs = (undated.start, undated.end) != (date.start, date.end)
        here = sentence is item.draft.sentence
        token = sentence.head_of(expression.start, expression.end)
        candidates = []
        for other in sentence.dates:
            when = self._assembler.days.when(replace(item, date=other))
            if when is not None:
                iso = interval(when)
                detail = f"{iso}, {when.precision}" if iso else ""
                candidates.append(Candidate(other.text, detail, None, other is expression))
        names = dict.fromkeys((expression.relation, expression.first.shape))
        base = published
        if expression.relation == "within" and item.draft.kind == "obligation":
            base, counted = self._assembler.days.term_from(item, expression)
            names |= {counted: None} if base is not None else {}
        return Resolution(
            "date",
            date.span,
            interval(date),
            " ".join(name for name in names if name != "at"),
            tuple(candidates),
            against=base.isoformat() if base and needs else "",
            via="tree" if here else "same_act",
            path=self._path(item, token) if here else (),
        )

    def _path(self, item: Settled, token: Token | None) -> tuple[str, ...]:
        firing = item.draft.firing
        start = firing.token if firing is not None else item.draft.token
        return () if token is None else arcs(start, token)

    def _place(self, place: Place, mention: PlaceMention, item: Settled) -> Resolution:
        weighed = self._weighed.get((mention.sentence.index, mention.token.i))
        words = item.place_words
        here = words is not None and words.sentence is item.draft.sentence
        via = "same_act" if words is None else "tree" if words is mention else "refers_back"
        path = self._path(item, words.token) if words is not None and here else ()
        if mention.among:
            return Resolution("place", place.span, place.country or "", "listed", via=via, path=path)
        if not mention.name or weighed is None:
            return Resolution("place", place.span, "", "unnamed", via=via, path=path)
        against = ", ".join(part for part in (mention.container, weighed.hint) if part)
        senses = [_sense(entry, score, weighed.chosen) for entry, score in weighed.senses]
        shown = [s for n, s in enumerate(senses) if n < SENSES_SHOWN or s.chosen]
        value = f"{place.name}, {place.country}" if place.country else place.name or ""
        return Resolution("place", place.span, value, _how_place(weighed), tuple(shown), against, via, path)

    def _actor(self, filler: Filler) -> Resolution:
        key = (filler.span.start, filler.span.end)
        clue = self._clues.get(key)
        if clue is None:
            self._identities.memory.resolve(filler.span.text)
            clue = self._identities.memory.clue
        value = filler.actor.id if filler.actor is not None else ""
        if clue.how != "words":
            how = CLUES.get(clue.how, clue.how)
            return Resolution("actor", filler.span, value, how, against=clue.earlier)
        return self._own_words(filler, value)

    def _own_words(self, filler: Filler, value: str) -> Resolution:
        """How a mention's own words tell who it is: the known names in them, and the words for offices and bodies."""
        published = self._report.document.published
        year = published.year if published else None
        telling = self._actors.telling(self._actors.readings(filler.span.text), year)
        if telling is None:
            return Resolution("actor", filler.span, value, "form" if value else "nobody")
        hit = choose(telling, year)
        composed = compose(telling, self._actors.registry, year) is not None
        chosen = hit.known if hit is not None and composed else None
        hits = sorted({h.known.id: h for h in telling.hits}.values(), key=lambda h: h.known is not chosen)
        how = _how_actor(hit, telling) if hit is not None and composed else "form" if value else "nobody"
        functions = ", ".join(dict.fromkeys(function.norm for _, function in telling.functions))
        candidates = tuple(_known(hit, hit.known is chosen) for hit in hits)
        return Resolution("actor", filler.span, value, how, candidates, against=functions if composed else "")


def interval(when: When) -> str:
    """`2023-09-20`, `2023-09-01/2023-09-30`, `2023-09-20/..` for an open end; "" where nothing was resolved."""
    if when.start is None and when.end is None:
        return ""
    return when.start or ".." if when.start == when.end else f"{when.start or '..'}/{when.end or '..'}"


def _how_place(weighed: Weighed) -> str:
    if not weighed.senses:
        return "unknown"
    if weighed.chosen is None:
        return "refused"
    if weighed.contained:
        return "container"
    return "only" if len(weighed.senses) == 1 else "best"


def _how_actor(hit: Hit, telling: Reading) -> str:
    if hit.name.how in REGISTERED:
        return REGISTERED[hit.name.how]
    if hit.known.kind == "person":
        return "person"
    return "name" if fold(hit.known.name) in fold(telling.text) else "alias"


def _sense(entry: Entry, score: float, chosen: Entry | None) -> Candidate:
    names = (entry.admin1, entry.country or entry.region or "")
    where = ", ".join(name for name in names if name and name != entry.name)
    people = f"{entry.population:,} people" if entry.population else ""
    detail = " · ".join(part for part in (entry.kind.name.lower(), where, people) if part)
    return Candidate(entry.name, detail, round(score, 2), chosen is not None and entry.record == chosen.record)


def _known(hit: Hit, chosen: bool) -> Candidate:
    known = hit.known
    first, last = known.years
    term = f"{first or ''}–{last if last < 9999 else ''}" if known.years != (0, 9999) else ""
    placed = "only where it is" if hit.placed else ""
    return Candidate(known.name, " · ".join(p for p in (known.id, known.kind, term, placed) if p), None, chosen)
