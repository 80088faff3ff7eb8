"""The gazetteer: which places a name may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from gencatan.gazetteer.entry import PRECISION, Entry, Hit, Kind, Mention, prior_of
from gencatan.gazetteer.index import NO_COUNTRY, OF_ABOVE, SEAT_OF_ADMIN1, SEAT_OF_ADMIN2, Index, Posting
from gencatan.gazetteer.keys import key, looks_like_acronym
from gencatan.gazetteer.resolve import Weighed, resolve, weigh
from gencatan.gazetteer.words import strip_unit_words

ALIAS_COST: Final = 1.1  # what a name costs, in points of prior, that is only one of a place's further names
CITY: Final = 100_000  # people
LONGEST_NAME: Final = 6  # words that `find` tries together
_ARTICLES: Final = frozenset(
    ("al", "el", "ar", "as", "ash", "at", "ad", "az", "an", "il", "la", "le", "los", "las", "the")
)
_TOKEN: Final = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ‘`-][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’]s$")
_GAP: Final = re.compile(r"[ \u00a0-]|\. |, ")


class Gazetteer:
    """Places by name. Make one with `open`; all of it is read-only and may be shared between threads."""

    def __init__(self, index: Index) -> None:
        """Over a compiled index."""
        self._index = index
        self._entry = lru_cache(maxsize=4096)(self._make_entry)

    @classmethod
    def open(cls) -> Gazetteer:
        """The packaged gazetteer; mapped on the first call, the same one ever after."""
        return _packaged()

    @property
    def sources(self) -> dict[str, str]:
        """What the index was compiled from: package versions and SHA-256 digests by file name."""
        return dict(self._index.meta["sources"])

    def knows(self, name: str, *, language: str | None = None) -> bool:
        """Whether any place goes by `name`, up to case, accents, punctuation; acronyms in capitals."""
        name_key = key(name)
        if name_key in self._index.acronyms:
            return bool(self._named(name, language))
        return self._index.has(name_key)

    def candidates(self, name: str, *, language: str | None = None, limit: int = 50) -> tuple[Entry, ...]:
        """Places that `name` may mean, the likeliest a priori first; empty if none.

        A name that is not found whole is tried without articles ("al-", "the") and unit words ("provinsi",
        "governorate"). `language` (ISO 639-1) admits that language's acronyms ("AS" is a country in "id").
        """
        postings, _ = self.lookup(name, language)
        entries = [self._entry(posting.record, posting.primary) for posting in postings[: 2 * limit]]
        if any(entry.kind is Kind.CITY and entry.population >= CITY for entry in entries):
            # "Marawi" is seldom Malawi: a spelling that a country hardly goes by gives way to a city's name
            entries = [entry for entry in entries if entry.kind is not Kind.COUNTRY or entry.primary]
        entries.sort(key=lambda entry: -entry.prior)
        return tuple(entries[:limit])

    def country(self, name: str, *, language: str | None = None) -> Entry | None:
        """The country of that name, in any language of CLDR, or of that ISO alpha-3 code in capitals."""
        for entry in self.candidates(name, language=language):
            if entry.kind is Kind.COUNTRY:
                return entry
        record = self._index.meta["country_records"].get(name)
        return None if record is None else self._entry(int(record), True)

    def region(self, slug: str) -> Entry | None:
        """A contested or informal region by its slug."""
        record = self._index.meta["regions"].get(slug)
        return None if record is None else self._entry(int(record), True)

    def home(self, language: str) -> str | None:
        """The country (ISO alpha-3) that a language's press means when it says no more, if there is one."""
        found: str | None = self._index.meta["home"].get(language)
        return found

    def sides(self, slug: str) -> tuple[str, ...]:
        """Who holds or claims a region: ISO alpha-3 codes of states, slugs of movements; empty if unknown."""
        facts = self._index.meta["region_facts"].get(slug)
        return tuple(facts["sides"]) if facts else ()

    def find(self, text: str, *, language: str | None = None, min_prior: float = 0.0) -> list[Hit]:
        """Longest names in `text` that start with a capital (or a caseless letter), left to right, disjoint.

        Ordinary words can be names of places: ask for `min_prior` (5 is a town of 100,000), or for context.
        """
        tokens = list(_TOKEN.finditer(text))
        hits: list[Hit] = []
        position = 0
        while position < len(tokens):
            hit, used = self._longest(text, tokens, position, language)
            if hit is not None and hit.prior >= min_prior:
                hits.append(hit)
            position += used
        return hits

    def resolve(
        self,
        mentions: Sequence[Mention],
        *,
        language: str,
        context_countries: Sequence[str] = (),
        strict: bool = True,
    ) -> list[Entry | None]:
        """Which place each mention of one document means, decided together; None where none is plausible.

        `context_countries` are ISO alpha-3 codes the document speaks of otherwise (demonyms, actors,
        dateline); repeating one weighs it more. `strict` refuses a small place far from all others of the document.
        """
        return resolve(self, mentions, language=language, context_countries=context_countries, strict=strict)

    def weigh(
        self, mentions: Sequence[Mention], *, language: str, context_countries: Sequence[str] = ()
    ) -> list[Weighed]:
        """What `resolve` decides for each mention of one document, with the senses it weighed and their scores."""
        return weigh(self, mentions, language=language, context_countries=context_countries)

    def lookup(self, name: str, language: str | None = None) -> tuple[list[Posting], str | None]:
        """Postings of a name or of its nearest known variant, and the hint that its unit words give."""
        postings = self._named(name, language)
        if postings:
            return postings, strip_unit_words(key(name), self._index.meta["words"])[1]
        name_key = key(name)
        core, hint = strip_unit_words(name_key, self._index.meta["words"])
        for variant in _variants(name_key, core):
            postings = self._index.postings(variant)
            if postings and variant not in self._index.acronyms:
                return postings, hint
        return [], hint

    def unit(self, entry: Entry, level: int) -> Entry | None:
        """The first- (1) or second-level (2) unit that a place lies in; a unit lies in itself."""
        row = self._index.row(entry.record)
        record = self._index.unit(level, row.admin1 if level == 1 else row.admin2)
        return None if record is None else self._entry(record, True)

    def names_its_unit(self, entry: Entry, level: int) -> bool:
        """Whether a town bears the name of its first- (1) or second-level (2) unit."""
        flag = SEAT_OF_ADMIN1 if level == 1 else SEAT_OF_ADMIN2
        return bool(self._index.row(entry.record).flags & flag)

    def _named(self, name: str, language: str | None) -> list[Posting]:
        name_key = key(name)
        postings = self._index.postings(name_key)
        languages = self._index.acronyms.get(name_key)
        if languages is None:
            return postings
        if looks_like_acronym(name) and (not languages or language is None or language in languages):
            return postings
        lettered = (Kind.COUNTRY, Kind.REGION)
        return [each for each in postings if self._index.row(each.record).kind not in lettered]

    def _longest(
        self, text: str, tokens: list[re.Match[str]], first: int, language: str | None
    ) -> tuple[Hit | None, int]:
        """The longest name that starts at a token, and how many tokens to go on by."""
        start = tokens[first].start()
        if text[start].islower() or not text[start].isalpha():
            return None, 1
        if not self._index.has_prefix(key(_POSSESSIVE.sub("", tokens[first].group()))):
            return None, 1
        reach = first
        while reach + 1 < min(len(tokens), first + LONGEST_NAME):
            if not _GAP.fullmatch(text, tokens[reach].end(), tokens[reach + 1].start()):
                break
            reach += 1
        for last in range(reach, first - 1, -1):
            name = _POSSESSIVE.sub("", text[start : tokens[last].end()])
            postings = self._named(name, language)
            if postings:
                prior = max(self._entry(each.record, each.primary).prior for each in postings[:5])
                return Hit(start, start + len(name), name, prior), last - first + 1
        return None, 1

    def _make_entry(self, record: int, primary: bool) -> Entry:
        index = self._index
        row = index.row(record)
        kind, population = Kind(row.kind), row.population
        region = index.region_of_record.get(record)
        admin1, admin2 = index.unit(1, row.admin1), index.unit(2, row.admin2)
        return Entry(
            name=index.label(record),
            country=None if row.country == NO_COUNTRY else index.countries[row.country],
            lat=round(row.lat, 5),
            lon=round(row.lon, 5),
            precision=index.meta["region_facts"][region]["precision"] if region else PRECISION[kind],
            geoname_id=row.geoname_id or None,
            region=region,
            population=population,
            admin1="" if admin1 is None else index.label(admin1),
            admin2="" if admin2 is None else index.label(admin2),
            kind=kind,
            prior=prior_of(kind, population) - (0.0 if primary else ALIAS_COST),
            primary=primary,
            record=record,
            vague=bool(row.flags & OF_ABOVE),
        )


@lru_cache(maxsize=1)
def _packaged() -> Gazetteer:
    return Gazetteer(Index())


def _variants(name_key: str, core: str) -> Iterator[str]:
    """Other spellings of a key worth trying, nearest first."""
    for base in dict.fromkeys((name_key, core)):
        if not base:
            continue
        yield base
        first, _, rest = base.partition(" ")
        if rest and first in _ARTICLES:
            yield rest
        elif " " not in base:
            yield f"al {base}"
            yield f"el {base}"
        if " " in base:
            yield base.replace(" ", "")
