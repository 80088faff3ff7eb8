"""Places named in a report, and which of them a claim happened in.

A place is read where the words make it one: a name or a place noun after a preposition of place, or a name on the map
that something is done to. The recogniser of names is only one witness: it takes many towns for persons. What a place is
on the map is resolved by the gazetteer over the whole report at once; which one a claim gets, `whereabouts` tells.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from gencatan.gazetteer import Gazetteer
from gencatan.gazetteer import Mention as GazetteerMention
from gencatan.language.pack import Pack
from gencatan.model import Span
from gencatan.parse.morph import has, values
from gencatan.reading.place_names import FINE, PlaceNames
from gencatan.reading.place_words import OF_IT, PlaceWords
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import conjuncts, preposition, preposition_words, starts
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

UNDERGOES: Final = frozenset({"obj", "nsubj:pass"})
LANDS: Final = frozenset({"region_name_noun", "city_noun"})
"""What goes back to a place that was named: "the area", "the town", but no "hills" or "road"."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where something can happen: its words, the token that heads them, its bare name and what holds it.

    `adverbial`: it stands after a preposition of place; `within`: after one that tells where, not where from or to.
    `upon`: after one that tells where with land alone ("on the road"), and else joins topics, doers and targets.
    `among` are the places of a list in which one was chosen, itself too, where what happened was in all of them.
    """

    sentence: Sentence
    token: Token
    span: Span
    name: str
    container: str
    adverbial: bool
    within: bool = False
    upon: bool = False
    among: tuple[PlaceMention, ...] = ()

    @property
    def asked(self) -> GazetteerMention:
        """What the gazetteer is asked about it."""
        return GazetteerMention(self.name, container=self.container or None)


@dataclass(frozen=True, slots=True)
class _Told:
    """Where places of one sort are named, in text order, and what a word that refers back means from there on."""

    at: list[tuple[int, int]]
    meant: list[PlaceMention]


class Places:
    """Finds place mentions of one report."""

    def __init__(self, pack: Pack, mentions: Mentions, gazetteer: Gazetteer, capital: Callable[[str], str]) -> None:
        """`gazetteer` tells which capitalised words are places at all, `capital` that of a state, if it is one."""
        self._pack = pack
        self._mentions = mentions
        self._names = PlaceNames(pack, mentions, gazetteer, capital)
        self._words = PlaceWords(pack, mentions, self._names)
        self._prepositions = pack.words("place_prepositions")
        self._positions = pack.words("position_prepositions")
        self._here = pack.words("place_adverbs")
        self._where = pack.words("place_relatives")
        self._spots = pack.words("spot_words")
        self._reporting = pack.words("verbs_reporting")
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        self._towns: list[PlaceMention] = []
        self._tellings: dict[tuple[bool, bool], _Told] = {}

    def collect(self, sentences: list[Sentence]) -> None:
        """Find the mentions of every parsed sentence."""
        parsed = [s for s in sentences if s.doc is not None]
        self._words.surnames = frozenset(name for s in parsed for name in self._names_of_persons(s))
        for sentence in parsed:
            self._by_sentence[sentence.index] = self._in(sentence)
        named = {m.name for m in self.all() if m.within and m.token.pos_ == "PROPN"}
        for sentence in parsed:
            self._by_sentence[sentence.index] += self._undergone(sentence, named)
            self._by_sentence[sentence.index].sort(key=lambda m: m.token.i)
        self._towns = [town for sentence in parsed for town in self._towns_of(sentence)]
        self._tellings.clear()

    def _names_of_persons(self, sentence: Sentence) -> Iterator[str]:
        """The last words of persons' names: behind a word of the same name, or behind a title ("President X Y")."""
        assert sentence.doc is not None
        titled = False
        for token in sentence.tokens:
            if token.pos_ != "PROPN":
                titled = token.pos_ == "NOUN" and self._pack.in_class(token.lower_, "official")
                continue
            if (token.i and sentence.doc[token.i - 1].ent_type_ == "PER") or titled:
                yield token.text
            titled = titled or self._pack.in_class(token.lower_, "official")

    def all(self) -> list[PlaceMention]:
        """All mentions in text order."""
        return [m for index in sorted(self._by_sentence) for m in self._by_sentence[index]]

    def _towns_of(self, sentence: Sentence) -> Iterator[PlaceMention]:
        """Towns called that with their name where nothing happens in them ("the town of X buried its dead"): what comes
        after may refer to them."""
        assert sentence.doc is not None
        found = {mention.token.i for mention in self.of(sentence)}
        for token in sentence.tokens:
            if token.i in found or token.pos_ != "NOUN" or "city_noun" not in self._mentions.classes(token):
                continue
            if "Plur" not in values(token, "Number") and next(self._names.beside(token), ""):
                yield self._mention(sentence, token, False, False)

    def of(self, sentence: Sentence) -> list[PlaceMention]:
        """The mentions of one sentence in text order."""
        return self._by_sentence.get(sentence.index, [])

    def _in(self, sentence: Sentence) -> list[PlaceMention]:
        assert sentence.doc is not None
        found = []
        for token in sentence.tokens:
            if token.pos_ not in ("NOUN", "PROPN", "ADV", "PRON", "X") or token.i in sentence.date_tokens:
                continue
            if token.head.i == token.i + 1 and token.head.pos_ == "NUM":
                continue  # "the *March* 23 Movement"
            if not (self._words.is_name(token) or self._words.is_ground(token) or token.lower_ in self._here):
                continue
            if self._words.is_denied(token) or self._words.is_idiom(sentence, token) or self._speaks(token):
                continue
            prep = self._words.preposition_of(sentence, token)
            adverbial = bool(prep) and self._prepositions.at(prep, 0) > 0
            within = bool(prep) and self._positions.at(prep, 0) > 0
            upon = bool(prep) and not within and self._words.is_upon(token, prep)
            if token.lower_ in self._here and token.dep_.split(":")[0] in ("advmod", "obl"):
                adverbial = within = True
            if self._words.is_place(token, adverbial, within or upon) or (
                adverbial and self._words.leads_there(sentence, token)
            ):
                found.append(replace(self._mention(sentence, token, adverbial, within), upon=upon))
        return found

    def _speaks(self, name: Token) -> bool:
        """Whether a name behind that of a place is who says something ("In Baghdad, *Maliki* told reporters")."""
        return name.dep_ == "nsubj" and starts(name.head, self._reporting) and not preposition(name)

    def _undergone(self, sentence: Sentence, named: Collection[str]) -> list[PlaceMention]:
        """What something is done to that the report elsewhere tells to be a place ("in Shire … Shire was shelled")."""
        assert sentence.doc is not None
        found = {mention.token.i for mention in self.of(sentence)}
        return [
            self._mention(sentence, token, False, False)
            for token in sentence.tokens
            if token.i not in found and token.dep_ in UNDERGOES and token.pos_ == "PROPN"
            if token.text not in self._words.surnames and self._names.own(token) in named
        ]

    def _mention(self, sentence: Sentence, token: Token, adverbial: bool, within: bool) -> PlaceMention:
        span = _one(sentence, token, self._mentions.wording.span(sentence, token))
        span = self._to_both_ends(sentence, token, span)
        name, container = self._names.of(token)
        return PlaceMention(sentence, token, span, name, container, adverbial, within)

    def _to_both_ends(self, sentence: Sentence, token: Token, span: Span) -> Span:
        """With what it lies between ("the road between X and Y"), without which it is any road."""
        marks = self._pack.words("between_markers")
        ends = [c for c in token.children if c.dep_.split(":")[0] in ("nmod", "obl") and preposition(c) in marks]
        if not ends or token.pos_ != "NOUN":
            return span
        last = self._mentions.wording.bounds(conjuncts(ends[0])[-1])[1]
        end = sentence.to(token.doc[last])
        whole = sentence.text[span.start - sentence.start : end - sentence.start]
        return span if end <= span.end else Span(span.start, end, whole)

    def at(self, sentence: Sentence, token: Token) -> PlaceMention | None:
        """The place mention that the token heads, if it is one."""
        return next((m for m in self._by_sentence.get(sentence.index, []) if m.token.i == token.i), None)

    def points(self, token: Token) -> bool:
        """Whether a word tells which way something lies ("*north* of")."""
        return self._pack.in_class(token.lower_, "direction")

    def lies_in(self, place: PlaceMention, other: PlaceMention) -> bool:
        """Whether another place stands in one phrase behind a place ("in a lane in the north of X")."""
        doc, words = place.token.doc, place.sentence
        between = [t for t in doc[place.token.i + 1 : other.token.i] if words.from_(t) >= place.span.end]
        between = [t for t in between if words.from_(t) < other.span.start]
        if len(between) > 1 and between[0].text == "," and between[1].lower_ in self._pack.words("besides_markers"):
            between = between[2:] if not self.is_fine(other) else between  # "in X, *also in* Y state"
        return all(
            t.pos_ in ("ADP", "DET", "ADJ")
            or (t.pos_ in ("NOUN", "ADV") and (self._words.is_land(t) or self._pack.in_class(t.lower_, "direction")))
            for t in between
        )

    def is_country(self, mention: PlaceMention) -> bool:
        """Whether it names a country."""
        entry = self._names.best(mention.name) if mention.name else None
        return entry is not None and entry.precision == "country"

    def is_fine(self, mention: PlaceMention) -> bool:
        """Whether it names a town or district."""
        return bool(mention.name) and self._names.size(mention.name) in FINE

    def is_wide(self, mention: PlaceMention) -> bool:
        """Whether it names a land or a part of one, in which there are towns."""
        entry = self._names.best(mention.name) if mention.name else None
        return entry is not None and entry.precision not in FINE

    def is_origin(self, mention: PlaceMention) -> bool:
        """Whether it only tells where somebody is from, or what lies on either side ("a man from Tikrit")."""
        words = self._words.preposition_of(mention.sentence, mention.token)
        return bool(words) and self._pack.words("origin_prepositions").at(words, 0) > 0

    def leads_abroad(self, mention: PlaceMention) -> bool:
        """Whether it tells to which country somebody or something goes ("handed over *to Kenya*")."""
        words = preposition_words(mention.token)
        return words in self._pack.words("goal_prepositions") and self.is_country(mention)

    def is_town(self, token: Token) -> bool:
        """Whether a name is that of a town or region, and of no body or country."""
        if token.ent_type_ != "LOC" and not self._mentions.classes(token) & {"state", "place"}:
            return False
        entry = self._names.best(self._names.own(token)) or self._names.best(token.text)
        return entry is not None and entry.precision != "country"

    def is_city(self, token: Token) -> bool:
        """Whether a name is first of all that of a town."""
        entry = self._names.best(self._names.own(token))
        return entry is not None and entry.precision in FINE

    def calls(self, name: Token, act: Token) -> bool:
        """Whether a name behind the noun of an act is that of the town it is called by ("the Battle of *Kursk*")."""
        if name.pos_ != "PROPN":
            return False
        return self.is_town(name) or (act.i > 0 and act.text[:1].isupper() and self.is_city(name))

    def named_place(self, sentence: Sentence, token: Token) -> PlaceMention:
        """The place that a name is, wherever it stands."""
        return self._mention(sentence, token, False, False)

    def country(self, mention: PlaceMention) -> str | None:
        """The country that its name most likely lies in; None where the gazetteer does not know it."""
        entry = self._names.best(mention.name) if mention.name else None
        return entry.country if entry is not None else None

    def target(self, sentence: Sentence, token: Token) -> PlaceMention | None:
        """What an act is done to, as a place: a name on the map, or land ("stormed the pass")."""
        found = self.at(sentence, token)
        kinds = self._mentions.classes(token)
        if found is None and token.pos_ == "NOUN" and kinds & {"place_noun", "military_ground"}:
            land = self._mention(sentence, token, False, False)
            found = land if land.name or "agent" not in kinds else None  # "the capital" may be its government
        return found

    def opened_by_where(self, clause: Token) -> bool:
        """Whether a relative clause opens with a word for its place ("where", "di mana")."""
        opening = (c for c in clause.children if c.i < clause.i and c.dep_ in ("advmod", "mark", "obl"))
        return any(starts(c, self._where) and (c.dep_ != "obl" or not preposition(c)) for c in opening)

    def settle(self, mention: PlaceMention) -> PlaceMention:
        """The named place that "the region", "di sana" refer to, or the mention itself."""
        if mention.name or not self._refers_back(mention):
            return mention
        return self._referent(mention.sentence, mention.token) or mention

    def _refers_back(self, mention: PlaceMention) -> bool:
        if mention.token.lower_ in self._here:
            return True
        words = self._pack.words("definite")
        if not words or not any(c.lower_ in words for c in mention.token.children):
            return False
        if has(mention.token, "Number", "Plur") and any(c.dep_ == "nummod" for c in mention.token.children):
            return False  # "the 70 towns they have overrun"
        own = (c for c in mention.token.children if c.dep_ in ("amod", "compound", "nmod:poss"))
        if any(c.text[:1].isupper() and c.i > mention.token.left_edge.i for c in own):
            return False  # "the Armenian capital" is told of here
        kinds = self._mentions.classes(mention.token)
        return not LANDS.isdisjoint(kinds) or self._is_part_of_name(mention)

    def _is_part_of_name(self, mention: PlaceMention) -> bool:
        """Whether the noun is a word of the name it goes back to ("the Golan Heights … the heights")."""
        found = self._referent(mention.sentence, mention.token)
        return found is not None and mention.token.lower_ in found.name.lower().split()

    def last_named(self, sentence: Sentence, token: Token) -> Mention | None:
        """The last named place before a token that is no country: a region, unless a town is meant."""
        found = self._referent(sentence, token)
        return Mention(found.sentence, found.token) if found is not None else None

    def _referent(self, sentence: Sentence, token: Token) -> PlaceMention | None:
        """The place meant by "the region" or "the town": of that sort, and named most often so far."""
        if (seat := self._seat_told(sentence, token)) is not None:
            return seat
        here = token.lower_ in self._here or token.lower_ in self._spots  # "at the site": where that was
        told = self._told(here, not here and "city_noun" in self._mentions.classes(token))
        n = bisect_left(told.at, (sentence.index, token.i))
        while here and n and (self._only_acts(told.meant[n - 1], sentence) or self._names_whom(told.meant[n - 1])):
            n -= 1  # "Kyiv lost 850 men there": not in Kyiv
        return told.meant[n - 1] if n else None

    def _seat_told(self, sentence: Sentence, token: Token) -> PlaceMention | None:
        """The state's capital named right before "the capital", of which nothing says that it is a province's."""
        if not self._names.is_capital(token):
            return None
        own = self._pack.words("capital_nouns").at([t.lower_ for t in token.doc[token.i : token.i + 2]], 0)
        beside = (c for c in token.children if c.dep_ in OF_IT and not 0 <= c.i - token.i < own)
        if any(c.pos_ in ("NOUN", "ADJ") for c in beside):
            return None  # "the state capital", "the provincial capital"
        near = (*self.of(sentence), *self._before(sentence))
        named = [m for m in near if self._names.is_seat(m.name) and m.span.end < sentence.from_(token)]
        return max(named, key=lambda m: m.span.start, default=None)

    def _before(self, sentence: Sentence) -> list[PlaceMention]:
        """The mentions of the sentence before."""
        return self._by_sentence.get(sentence.index - 1, [])

    def _only_acts(self, place: PlaceMention, sentence: Sentence) -> bool:
        """Whether a place is the subject of a clause in this sentence: a government, or what something befell."""
        return place.sentence is sentence and place.token.dep_ == "nsubj" and not place.adverbial

    def _names_whom(self, place: PlaceMention) -> bool:
        """Whether a place only stands in the name of a group ("the Liberation Tigers of *Tamil Eelam*")."""
        token = place.token
        named = token.dep_ == "nmod" and token.head.pos_ == "PROPN" and not place.adverbial
        return named and "agent" in self._mentions.classes(token.head)

    def _told(self, here: bool, town: bool) -> _Told:
        """What such words mean at each place of the text; told once, for a long text asks a thousand times."""
        if (here, town) not in self._tellings:
            told = self._tellings[here, town] = _Told([], [])
            times: Counter[str] = Counter()
            last: dict[str, PlaceMention] = {}
            name = ""
            every = self.all() if here else [*self.all(), *self._towns]
            for mention in sorted(every, key=lambda m: (m.sentence.index, m.token.i)):
                entry = self._names.best(mention.name) if mention.name else None
                called = bool(mention.name) and "city_noun" in self._mentions.classes(mention.token)
                if entry is None and not called:  # a town on no map is one where the words say so
                    continue
                if entry is not None and entry.precision == "country":
                    continue
                if not here and (called or (entry is not None and entry.precision == "city")) != town:
                    continue
                if here and self._describes(mention):
                    continue
                own = entry.name if entry is not None else mention.name
                times[own] += 1
                last[own] = mention
                # "there" is the place named last, "the town" the one named most, of several the last
                if here or times[own] >= times[name]:
                    name = own
                told.at.append((mention.sentence.index, mention.token.i))
                told.meant.append(last[name])
        return self._tellings[here, town]

    def _describes(self, mention: PlaceMention) -> bool:
        """Whether a name only stands in what a place is called besides ("Goma, the capital of *North Kivu*")."""
        word = mention.token
        while word.dep_.split(":")[0] in ("nmod", "appos", "conj", "flat", "compound") and word.head.i < word.i:
            beside = word.dep_ == "appos" and self.at(mention.sentence, word.head)
            if beside and beside.name:
                return True
            word = word.head
        return False

    def named(self, mention: Mention) -> Mention | None:
        """The named place mention behind a mention of land ("wilayah itu"), if it refers back."""
        here = self.at(mention.sentence, mention.token)
        if here is None:
            if mention.token.pos_ == "PROPN":
                return None
            here = PlaceMention(
                mention.sentence,
                mention.token,
                self._mentions.wording.span(mention.sentence, mention.token),
                "",
                "",
                False,
            )
            name, _ = self._names.of(mention.token)
            if name:
                return None
        settled = self.settle(here)
        return None if settled is here else Mention(settled.sentence, settled.token)


def _one(sentence: Sentence, token: Token, span: Span) -> Span:
    """The words up to an "and" that the parser hangs too deep ("the centre of Beirut and its suburbs")."""
    for later in sentence.tokens_in(sentence.to(token), span.end):
        if later.pos_ == "CCONJ" and later.i > token.i:
            text = sentence.text[span.start - sentence.start : sentence.from_(later) - sentence.start].rstrip(" ,")
            return Span(span.start, span.start + len(text), text)
    return span
