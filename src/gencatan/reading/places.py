"""Places named in a report, and which of them a claim happened in.

A place is read where the words make it one: a name after a preposition of place, a place noun, the target of an
act. What it is on the map is resolved by the gazetteer over the whole report at once.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gencatan.gazetteer import Entry, Gazetteer
from gencatan.gazetteer import Mention as GazetteerMention
from gencatan.language.pack import Pack
from gencatan.model import Span
from gencatan.reading.discourse import Mention
from gencatan.reading.mentions import Mentions
from gencatan.reading.proximity import nearest
from gencatan.reading.syntax import Sentence, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH: Final = 6


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place where something can happen: its words, the token that heads them, its bare name and what holds it."""

    sentence: Sentence
    token: Token
    span: Span
    name: str
    container: str
    adverbial: bool

    @property
    def asked(self) -> GazetteerMention:
        """What the gazetteer is asked about it."""
        return GazetteerMention(self.name, container=self.container or None)


class Places:
    """Finds place mentions of one report."""

    def __init__(self, pack: Pack, mentions: Mentions, gazetteer: Gazetteer) -> None:
        """`gazetteer` tells which capitalised words are places at all."""
        self._pack = pack
        self._mentions = mentions
        self._gazetteer = gazetteer
        self._prepositions = pack.words("place_prepositions")
        self._here = pack.words("place_adverbs")
        self._by_sentence: dict[int, list[PlaceMention]] = {}
        self._entries: dict[str, Entry | None] = {}

    def collect(self, sentences: list[Sentence]) -> None:
        """Find the mentions of every parsed sentence."""
        for sentence in sentences:
            if sentence.doc is not None:
                self._by_sentence[sentence.index] = self._in(sentence)

    def all(self) -> list[PlaceMention]:
        """All mentions in text order."""
        return [m for index in sorted(self._by_sentence) for m in self._by_sentence[index]]

    def _in(self, sentence: Sentence) -> list[PlaceMention]:
        assert sentence.doc is not None
        found = []
        for token in sentence.doc:
            if token.pos_ not in ("NOUN", "PROPN", "ADV", "PRON", "X") or token.i in sentence.date_tokens:
                continue
            prep = preposition(token).replace("_", " ")
            adverbial = bool(prep) and self._prepositions.at(prep.split(" "), 0) > 0
            if token.dep_ == "conj" and not adverbial:
                first = token.head
                outer = preposition(first).replace("_", " ")
                adverbial = bool(outer) and self._prepositions.at(outer.split(" "), 0) > 0
            if not self._is_place(token, adverbial):
                continue
            span = self._mentions.span(sentence, token)
            name, container = self._name(sentence, token, span)
            found.append(PlaceMention(sentence, token, span, name, container, adverbial))
        return found

    def _is_place(self, token: Token, adverbial: bool) -> bool:
        if token.lower_ in self._here and token.pos_ in ("ADV", "PRON", "NOUN"):
            return True
        kinds = self._mentions.classes(token)
        if token.pos_ == "PROPN" or token.ent_type_:
            if token.dep_.split(":")[0] in ("flat", "compound") and not adverbial:
                return False
            if token.ent_type_ == "PER":
                return False
            return (adverbial or token.ent_type_ == "LOC") and self._knows(self._own_name(token))
        if not adverbial:
            return False
        return "place_noun" in kinds or "building" in kinds

    def _own_name(self, token: Token) -> str:
        """The capitalised words around a name, directions aside; with them where the map has such a region."""
        left, right = self._mentions.bounds(token)
        doc = token.doc
        whole = doc[left : right + 1].text
        if left < right and self._knows(whole):
            return whole
        first = last = token.i
        while first > left and doc[first - 1].text[:1].isupper() and doc[first - 1].pos_ not in ("DET", "ADP"):
            first -= 1
        while last < right and (doc[last + 1].text[:1].isupper() or doc[last + 1].text in ("-", "–")):
            last += 1
        while (
            first < token.i
            and self._pack.in_class(doc[first].lower_, "direction")
            and not self._knows(doc[first : last + 1].text)
        ):
            first += 1
        return doc[first : last + 1].text

    def _knows(self, name: str) -> bool:
        return self._gazetteer.knows(name, language=self._pack.code)

    def _name(self, sentence: Sentence, token: Token, span: Span) -> tuple[str, str]:
        """The name inside the words, and that of what holds it ("Yevlakh, Azerbaijan"; "Homs province in Syria")."""
        name = ""
        if token.pos_ == "PROPN" or token.ent_type_ == "LOC":
            name = self._own_name(token)
        else:
            for child in token.children:
                base = child.dep_.split(":")[0]
                if base in ("flat", "nmod", "compound", "appos") and child.pos_ == "PROPN" and not preposition(child):
                    name = self._own_name(child)
                    break
                if (
                    base == "nmod"
                    and preposition(child) in self._pack.words("genitive_markers")
                    and child.pos_ == "PROPN"
                ):
                    name = self._own_name(child)
                    break
        container = ""
        for child in token.subtree:
            inside = child.dep_.split(":")[0] in ("appos", "nmod", "flat", "compound", "obl", "conj")
            if inside and child.i > token.i and child.pos_ == "PROPN" and child.text not in name:
                container = self._own_name(child)
                break
        return name, container

    def at(self, sentence: Sentence, token: Token) -> PlaceMention | None:
        """The place mention that the token heads, if it is one."""
        return next((m for m in self._by_sentence.get(sentence.index, []) if m.token.i == token.i), None)

    def around(self, sentence: Sentence, token: Token) -> PlaceMention | None:
        """Where the predicate `token` happened, by the tree; None if the sentence does not say."""
        mentions = [m for m in self._by_sentence.get(sentence.index, []) if m.adverbial or self._is_named_target(m)]
        for group in ([m for m in mentions if m.name], mentions):
            chosen = nearest(token, [m.token for m in group])
            if chosen is not None:
                return next(m for m in group if m.token.i == chosen.i)
        return None

    def _is_named_target(self, mention: PlaceMention) -> bool:
        return (
            mention.token.ent_type_ == "LOC"
            and mention.token.dep_ in ("obj", "nsubj:pass")
            and not self._is_country(mention)
        )

    def _is_country(self, mention: PlaceMention) -> bool:
        return bool(mention.name) and self._gazetteer.country(mention.name) is not None

    def settle(self, mention: PlaceMention) -> PlaceMention:
        """The named place that "the region", "di sana" refer to, or the mention itself."""
        if mention.name or not self._refers_back(mention):
            return mention
        return self._referent(mention.sentence, mention.token) or mention

    def _refers_back(self, mention: PlaceMention) -> bool:
        if mention.token.lower_ in self._here:
            return True
        words = self._pack.words("definite")
        return bool(words) and any(c.lower_ in words for c in mention.token.children)

    def last_named(self, sentence: Sentence, token: Token) -> Mention | None:
        """The last named place before a token that is no country: a region, unless a town is meant."""
        found = self._referent(sentence, token)
        return Mention(found.sentence, found.token) if found is not None else None

    def _referent(self, sentence: Sentence, token: Token) -> PlaceMention | None:
        """The place meant by "the region" or "the town": of that sort, and named most often so far."""
        town = "city_noun" in self._mentions.classes(token)
        times: Counter[str] = Counter()
        last: dict[str, PlaceMention] = {}
        for index in sorted(self._by_sentence):
            if index > sentence.index:
                break
            for mention in self._by_sentence[index]:
                if not mention.name or (index == sentence.index and mention.token.i >= token.i):
                    continue
                entry = self._best(mention.name)
                if entry and entry.precision != "country" and (entry.precision == "city") == town:
                    times[entry.name] += 1
                    last[entry.name] = mention
        if not times:
            return None
        name = max(times, key=lambda n: (times[n], last[n].sentence.index, last[n].token.i))
        return last[name]

    def _best(self, name: str) -> Entry | None:
        if name not in self._entries:
            found = self._gazetteer.candidates(name, language=self._pack.code, limit=1)
            self._entries[name] = found[0] if found else None
        return self._entries[name]

    def named(self, mention: Mention) -> Mention | None:
        """The named place mention behind a mention of land ("wilayah itu"), if it refers back."""
        here = self.at(mention.sentence, mention.token)
        if here is None:
            if mention.token.pos_ == "PROPN":
                return None
            here = PlaceMention(
                mention.sentence,
                mention.token,
                self._mentions.span(mention.sentence, mention.token),
                "",
                "",
                False,
            )
            name, _ = self._name(mention.sentence, mention.token, here.span)
            if name:
                return None
        settled = self.settle(here)
        return None if settled is here else Mention(settled.sentence, settled.token)
