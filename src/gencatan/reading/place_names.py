"""What a place is called: the name inside its words, and that of what holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.gazetteer import Entry, Gazetteer, Kind
from gencatan.language.pack import Pack
from gencatan.parse.morph import values
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import lowered, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

OWNED: Final = frozenset({"building", "military_ground"})
WIDE: Final = frozenset({"country", "region", "province"})
PARTS_OF_REGIONS: Final = frozenset({"province", "district", "city"})
FINE: Final = frozenset({"city", "district"})


class PlaceNames:
    """Names of places in one report, as words and as the map knows them."""

    def __init__(self, pack: Pack, mentions: Mentions, gazetteer: Gazetteer, capital: Callable[[str], str]) -> None:
        """`gazetteer` tells which names are of places at all, and of what size; `capital` that of a state, by the name
        of it or of its people, empty if they are none."""
        self._pack = pack
        self._mentions = mentions
        self._gazetteer = gazetteer
        self._capital = capital
        self._entries: dict[str, Entry | None] = {}

    def best(self, name: str) -> Entry | None:
        """What the map most likely has under a name."""
        if name not in self._entries:
            found = self._gazetteer.candidates(name, language=self._pack.code, limit=1)
            self._entries[name] = found[0] if found else None
        return self._entries[name]

    def knows(self, name: str) -> bool:
        """Whether the map has such a name."""
        return self.best(name) is not None

    def _region_behind(self, token: Token, name: str) -> str:
        """The region right behind a place that the parser hung on the verb too ("fired rockets into Jurin *in Hama
        province*")."""
        end, doc = self._mentions.wording.bounds(token)[1] + 1, token.doc
        if not name or end >= len(doc) or doc[end].dep_ != "case" or doc[end].head.head.i != token.head.i:
            return ""
        noun = doc[end].head
        if preposition(noun) not in self._pack.words("inside_prepositions") or self.size(name) == "country":
            return ""
        region = self.own(noun) if noun.pos_ == "PROPN" else next(self.beside(noun), "")
        return region if self.size(region) in WIDE or self._is_area(noun) else ""

    def own(self, token: Token) -> str:
        """The capitalised words around a name, directions aside; with them where the map has such a region."""
        left, right = self._mentions.wording.bounds(token)
        doc = token.doc
        whole = doc[left : right + 1].text
        if left < right and self.knows(whole):
            return whole
        first = last = token.i
        while first > left and _capital(doc[first - 1]) and doc[first - 1].pos_ not in ("DET", "ADP"):
            first -= 1
        while last < right and (_capital(doc[last + 1]) or doc[last + 1].text in ("-", "–")):
            last += 1
        while (
            first < token.i
            and self._pack.in_class(doc[first].lower_, "direction")
            and not self.knows(doc[first : last + 1].text)
        ):
            first += 1
        return doc[first : last + 1].text

    def of(self, token: Token) -> tuple[str, str]:
        """The name inside the words, and that of what holds it ("Yevlakh, Azerbaijan"; "Homs province in Syria")."""
        if (token.pos_ == "PROPN" and _capital(token)) or token.ent_type_ == "LOC":
            name = self.own(token)
            name = name if any(char.isupper() for char in name) else ""  # "lokasi kejadian"
        else:
            name = self._on_land(list(self.beside(token)))
            whole = "" if name or token.pos_ != "PROPN" else self.own(token)
            name = name or (whole if whole != token.text else "")  # "the Baltic states", no "industrial zone"
        if name and self._pack.in_class(name.lower(), "direction"):
            name = ""  # "daerah Utara" is not the village of that name
        container = ""
        beyond: set[int] = set()
        for child in token.subtree:
            # "in Kidal and Gao": another place, while "in Gomel, Belarus" is often read as a list too
            if child.head.i in beyond or (child.dep_ == "conj" and any(c.dep_ == "cc" for c in child.children)):
                beyond.add(child.i)  # and so is what lies in it ("in Kidal and in Homs, *Syria*")
                continue
            inside = child.dep_.split(":")[0] in ("appos", "nmod", "flat", "compound", "obl", "conj")
            inside = inside and child.dep_ != "obl:agent"  # "Gaza, wilayah yang dikuasai [Hamas]"
            inside = inside and child.head.pos_ != "VERB"  # "Kunduz, a city that fell to the *Taliban*"
            if child.dep_ == "compound" and child.head.i > child.i and child.head.pos_ == "PROPN":
                continue  # "Goma, the capital of *North* Kivu": a part of the name behind it
            if inside and child.i > token.i and child.pos_ == "PROPN" and child.text not in name:
                container = self.own(child)
                break
        container = container or self._region_behind(token, name)
        town = self._town(token, name, container)
        if self.is_capital(token) and not container and (not town or self.size(town) == "country"):
            town = self._capital_beside(token, town) or town
        return town, name if town == container else container

    def beside(self, noun: Token) -> Iterator[str]:
        """The names that a noun of place has with it, that of whose it is last ("Sudan's Kassala state")."""
        owners = []
        for child in noun.children:
            base = child.dep_.split(":")[0]
            named = child.pos_ == "PROPN" or (child.pos_ == "NOUN" and child.i > noun.i and _capital(child))
            if (child.ent_type_ == "ORG" and (child.text.isupper() or not self.knows(child.text))) or not named:
                continue  # "a *U.N.* camp" is not in the town of Un
            if child.i < noun.i - 1 and child.nbor().pos_ == "ADJ" and self._pack.in_class(child.lower_, "direction"):
                continue  # "the *South* Sudanese town of X"
            if base in ("flat", "nmod", "compound", "appos") and not preposition(child):
                name = self.own(child)
                if self._is_owner(noun, name):
                    return
                if child.dep_ == "nmod:poss":
                    owners.append(name)
                else:
                    whole = f"{name} {noun.text}"  # "Kassala state" is not the town of that name
                    yield whole if child.i == noun.i - 1 and self._is_area(noun) and self.knows(whole) else name
            elif base == "nmod" and preposition(child) in self._pack.words("genitive_markers"):
                yield self.own(child)
        yield from owners

    def _on_land(self, names: Sequence[str]) -> str:
        """The first of the names with a noun of place, or a land's beside that of a sea ("Peru's Pacific coast"), or
        the smaller one that lies in a region ("the Caucasus republic of Dagestan")."""
        if not names or (wide := self.best(names[0])) is None:
            return names[0] if names else ""
        if wide.country is None and (land := next((n for n in names[1:] if self.size(n) == "country"), None)):
            return land
        if wide.precision != "region":
            return names[0]
        return next((n for n in names[1:] if self.size(n) in PARTS_OF_REGIONS), names[0])

    def _town(self, noun: Token, name: str, beside: str) -> str:
        """The name of a town beside that of what it lies in or at ("the Black Sea port of Odesa", "Iraq's capital,
        Baghdad"), where the noun is a word for a town; else the name itself."""
        if "city_noun" not in self._mentions.classes(noun) or self.size(name) not in WIDE:
            return name
        others = (*self.beside(noun), beside)
        return next((other for other in others if self.size(other) in FINE), name)

    def is_capital(self, noun: Token) -> bool:
        """Whether it is a word for a capital."""
        words, known = lowered(noun.doc)[noun.i : noun.i + 2], self._pack.words("capital_nouns")
        return known.at(words, 0) > 0 and "Plur" not in values(noun, "Number")

    def _capital_beside(self, noun: Token, state: str) -> str:
        """The capital of a named state, or of whose people it is by the words before ("the South Sudanese capital")."""
        before = noun.doc[self._mentions.wording.bounds(noun)[0] : noun.i]
        names = (state, *(before[n:].text for n in range(len(before))))
        return next((found for name in names if (found := self._capital(name))), "")

    def _is_area(self, noun: Token) -> bool:
        return "region_noun" in self._mentions.classes(noun) and "Plur" not in values(noun, "Number")

    def size(self, name: str) -> str | None:
        """How large an area a name is of, as places are precise; None where the map has none of that name."""
        entry = self.best(name) if name else None
        return entry.precision if entry is not None else None

    def is_seat(self, name: str) -> bool:
        """Whether it is the name of a state's capital."""
        entry = self.best(name) if name else None
        return entry is not None and entry.kind == Kind.CAPITAL

    def _is_owner(self, noun: Token, name: str) -> bool:
        """Whether the country beside a building's word says whose it is, not where ("pos militer Israel")."""
        if not name or not self._mentions.classes(noun) & OWNED:
            return False
        entry = self.best(name)
        return entry is not None and entry.precision == "country"


def _capital(token: Token) -> bool:
    """Whether the word is written as a name, after an article too ("al-Ain")."""
    return any(part[:1].isupper() for part in token.text.split("-"))
