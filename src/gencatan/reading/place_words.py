"""Whether words make a place: a name, land or a house, by the preposition before it and by what else it may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.parse.morph import values
from gencatan.reading.place_names import PlaceNames
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import lowered, preposition, preposition_words
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

TOWN: Final = 4.2
"""From this prior on a name on the map is likely a place where no preposition says so."""
PARTS: Final = frozenset({"flat", "compound"})
NO_DOERS: Final = frozenset({"obj", "nsubj:pass", "conj", "nmod", "parataxis"})
NO_PLACES: Final = frozenset({"time_noun", "agreement", "abstract", "armed_force", "armed_group", "people"})
SAID: Final = frozenset({"statement_noun", "document"})
BODIES: Final = frozenset({"organisation", "group"})
SHORTENED: Final = BODIES | {"body_public"}
OF_IT: Final = frozenset({"nmod", "nmod:poss", "compound", "amod", "flat", "acl", "acl:relcl", "appos"})
MOVES: Final = frozenset({"movement", "retreat", "evacuation"})
MAX_CLIMB: Final = 6


class PlaceWords:
    """Tells which words of one report are places; `surnames` are the last words of the persons' names in it."""

    def __init__(self, pack: Pack, mentions: Mentions, names: PlaceNames) -> None:
        """`names` tells which capitalised words are on the map."""
        self._pack = pack
        self._mentions = mentions
        self._names = names
        self.surnames: frozenset[str] = frozenset()
        self._positions = pack.words("position_prepositions")
        self._upon = pack.words("upon_prepositions")
        self._here = pack.words("place_adverbs")
        self._of = pack.words("genitive_markers")
        self._most = frozenset().union(*(pack.classes.get(f"extent_{e}", frozenset()) for e in ("whole", "most")))

    def preposition_of(self, sentence: Sentence, token: Token) -> list[str]:
        """The words of the preposition of a noun: its own, or that of what it is coordinated with."""
        if direction := self._direction_before(token):
            return direction
        for _ in range(MAX_CLIMB):
            if found := preposition_words(token):
                if token.head.lower_ in self._most and token.dep_ == "nmod" and found in self._of:
                    token = token.head  # "moved into most of the town"
                    continue
                return found.split(" ")
            # "in east Baghdad Saturday": small parsers hang the town on the day
            dated = token.head.i in sentence.date_tokens and token.dep_.split(":")[0] in PARTS
            if token.dep_ != "conj" and not dated:
                break
            token = token.head
            while token.dep_ == "flat" and not preposition(token):
                token = token.head
        if token.pos_ == "NOUN" and token.dep_ == "compound" and token.head.i == token.i + 1:
            return []  # "in *helicopter* strikes"
        return self._words_before(token)

    def leads_there(self, sentence: Sentence, token: Token) -> bool:
        """Whether a name that no map has stands with a verb of movement, as where from or to ("withdrew from X")."""
        named = token.pos_ == "PROPN" and token.dep_ == "obl" and token.ent_type_ not in ("PER", "ORG")
        if not named or token.text in self.surnames or self._titled(token) or token.text.isupper():
            return False  # "withdrew from ECOWAS"
        moves = sentence.triggers_at(token.head)
        return any(t.kind == "deployment" or t.values.get("act") in MOVES for t in moves)

    def _direction_before(self, token: Token) -> list[str]:
        """The words "north of", which parsers hang on what stands before them, with an article or title between."""
        doc = token.doc
        left = token.left_edge.i
        first = left if left > token.head.i else token.i
        at = next((i for i in range(first, token.i + 1) if doc[i].dep_ == "case"), first)
        words = lowered(doc)[max(0, at - 1) : at + 1]
        return words if len(words) == 2 and self._positions.at(words, 0) == 2 else []

    def _words_before(self, token: Token) -> list[str]:
        """The preposition that stands right before a noun and hangs elsewhere in the tree ("di dekat Goma")."""
        every = lowered(token.doc)
        for length in (3, 2, 1):
            words = every[max(0, token.i - length) : token.i]
            if len(words) == length and self._positions.at(words, 0) == length:
                return words
        return []

    def is_place(self, token: Token, adverbial: bool, within: bool) -> bool:
        """Whether a word is a place, `adverbial` and `within` as its preposition tells of it."""
        if token.lower_ in self._here:
            return within
        known = self._pack.in_class
        if known(token.lower_, "war_noun") or any(
            known(c.lower_, "campaign_noun") for c in token.children if c.dep_ in ("compound", "flat")
        ):
            return False  # "in the Korean War", "in Operation Dawn"
        if not self.is_name(token):
            # "was in part to blame": a share of nothing named is no place
            if self._mentions.counts(token) or self._pack.in_class(token.lower_, "dividing"):
                return adverbial and any(c.dep_ in OF_IT for c in token.children)
            return adverbial and (self.is_land(token) or (within and not self._is_outside(token)))
        if self._pack.in_class(token.lower_, "language_name"):
            return False  # "was questioned in Arabic"
        if self._in_adjective(token) or self._opens_with_article(token) or self._mentions.is_citizen(token):
            return False  # "in a US strike", "pembunuhan seorang Armenia"
        if token.dep_ == "nmod:poss" and (token.ent_type_ != "LOC" or token.text in self.surnames):
            return False  # "at Bush's plan"
        if token.dep_ == "nmod:poss" and not within and token.head.pos_ == "NOUN" and not self.is_ground(token.head):
            return False  # "flocked to Hassan's grave"
        if token.dep_ == "nmod:poss" and self._mentions.classes(token.head) & SAID:
            return False  # "at Rudd's request"
        if self._names_body(token) or (token.text.isupper() and self._is_short_for_body(token)):
            return False  # "entered the Union", "after NATO gave …"
        kinds = self._mentions.classes(token)
        if token.dep_.split(":")[0] in PARTS and not adverbial and not _next_of_list(token):
            return False
        whole = token.head
        if token.dep_ == "compound" and whole.i == token.i + 1 and whole.ent_iob_ == "I" and whole.ent_type_ == "LOC":
            return False  # "at *North* Korea's weapons"
        if (kinds & NO_PLACES and "place_noun" not in kinds) or self._titled(token):
            return False  # but "the Netzarim Corridor" is one, whatever corridors are agreed
        if "armed_group" in self._pack.classes_of(token.lower_) and token.dep_.split(":")[0] in PARTS:
            return False  # "in Taliban raids", whatever the recogniser of names saw in them
        if self._pack.in_class(token.lower_, "place_noun") and adverbial:
            return True  # "in Kemba District"
        name = self._names.own(token)
        if token.ent_type_ == "LOC":
            return within or (self._names.knows(name) and (adverbial or name not in self.surnames))
        if within:
            return token.ent_type_ != "ORG" or self._names.knows(name)
        return self._is_likely(token, name, adverbial)

    def _titled(self, token: Token) -> bool:
        """Whether a title stands before a name, so that it is somebody's ("an inquiry into Prime Minister X")."""
        known = self._pack.in_class
        if token.ent_type_ == "LOC" or self.is_land(token):
            return False  # "King Khalid Square"
        return any(
            c.i < token.i and c.dep_.split(":")[0] in ("compound", "flat", "nmod") and not preposition(c)
            for c in token.children
            if known(c.lower_, "official") and c.dep_ != "nmod:poss"
        )

    def is_denied(self, token: Token) -> bool:
        """Whether it is the place where it did not happen ("in Chad but not in Mali")."""
        negation = self._pack.words("negation")
        return token.dep_ == "conj" and any(
            c.i < token.i and c.dep_ in ("advmod", "det", "cc") and negation.at([c.lower_], 0) for c in token.children
        )

    def _in_adjective(self, token: Token) -> bool:
        """Whether a name is only the first part of an adjective ("UN-backed", "Nairobi-based")."""
        dash, after = (token.doc[i] if i < len(token.doc) else None for i in (token.i + 1, token.i + 2))
        if dash is None or after is None or dash.text not in ("-", "–"):
            return False
        return after.text[:1].islower() and after.pos_ in ("VERB", "ADJ") and not dash.whitespace_

    def is_idiom(self, sentence: Sentence, token: Token) -> bool:
        """Whether a noun of place ends a trigger of several words that means no place ("troops on the ground"), or a
        term to be served ("17 years in prison")."""
        if self._pack.words("idioms").ends(lowered(token.doc), token.i):
            return True  # "freed on humanitarian grounds"
        if "building" in self._mentions.classes(token) and self._is_served(token):
            return True
        at = sentence.from_(token)
        hits = (h for h in sentence.hits if h.part == "word" and h.start < at < h.end)
        opening = (sentence.token_at(h.start) for h in hits if any(t.kind == "deployment" for t in h.triggers))
        return token.pos_ == "NOUN" and any(first is not None and first.pos_ == "ADP" for first in opening)

    def _is_served(self, building: Token) -> bool:
        """Whether a term stands before a building without an article or a name ("17 years in military prison")."""
        at = building.i - 1
        while at > 0 and building.doc[at].pos_ == "ADJ" and building.doc[at].head.i == building.i:
            at -= 1
        if at < 1 or any(c.dep_ == "det" for c in building.children):
            return False
        within = self._positions.at([building.doc[at].lower_], 0) > 0
        return within and "time_noun" in self._mentions.classes(building.doc[at - 1])

    def _opens_with_article(self, token: Token) -> bool:
        """Whether a name that takes no article has one, which is that of a noun behind it ("in a US airstrike")."""
        articles = self._pack.words("indefinite")
        return token.i > 0 and articles.at([token.doc[token.i - 1].lower_], 0) > 0 and token.pos_ == "PROPN"

    def _names_body(self, token: Token) -> bool:
        """Whether a word for a body is written as a name behind an article or somebody's name, that some town has too
        ("the Union", "the People's Front")."""
        if not token.i or token.pos_ != "PROPN" or not self._pack.classes_of(token.lower_) & BODIES:
            return False
        if token.doc[token.i - 1].pos_ == "DET":
            return True
        owners = (c for c in token.children if c.dep_ == "nmod:poss" and c.pos_ == "PROPN" and c.i < token.i)
        return any(c.ent_type_ != "LOC" and not self._mentions.classes(c) & {"state", "place"} for c in owners)

    def _is_short_for_body(self, token: Token) -> bool:
        """Whether capitals stand for a body, by the recogniser or as known, and for no state."""
        kinds = self._pack.classes_of(token.lower_)
        return token.ent_type_ == "ORG" or bool(kinds & SHORTENED and not kinds & {"state", "place"})

    def is_land(self, token: Token) -> bool:
        """Whether a noun is of land or of a building."""
        kinds = self._mentions.classes(token)
        return "place_noun" in kinds or "building" in kinds

    def is_ground(self, token: Token) -> bool:
        """Whether a noun is of land, a house or what else an act may be in ("a gorge", "a lorry", "the line of X")."""
        kinds = self._mentions.classes(token)
        side = "direction" in kinds and token.pos_ == "NOUN" and any(c.dep_ == "det" for c in token.children)
        return self.is_land(token) or "scene" in kinds or "dividing" in kinds or side  # "in the south"

    def _is_outside(self, token: Token) -> bool:
        """Whether a vehicle is what was struck ("fired at a bus") or what they went by, so that nothing was in it."""
        words = preposition_words(token).split(" ")
        struck = self._pack.words("impact_prepositions").at(words, 0) > 0
        # "arrived in three cars": how, and not where
        return "vehicle" in self._mentions.classes(token) and (struck or "Plur" in values(token, "Number"))

    def is_upon(self, token: Token, prep: list[str]) -> bool:
        """Whether a preposition that else joins topics and doers tells where ("on the road", "over the sector")."""
        # no "drove over a land mine"
        ground = token.pos_ == "NOUN" and not self._mentions.classes(token) & {"vehicle", "munition"}
        # "ambushed a lorry on the road", but "an attack on the bridge"
        of_thing = token.dep_ == "nmod" and token.head.pos_ == "NOUN" and not self._mentions.is_event(token.head)
        return ground and (token.dep_ == "obl" or of_thing) and self._upon.at(prep, 0) == len(prep)

    def is_name(self, token: Token) -> bool:
        """Whether a word is written as a name and known to be one."""
        if not any(char.isupper() for char in token.text):
            return False
        return token.pos_ == "PROPN" or bool(token.ent_type_) or (token.i > 0 and self._names.knows(token.text))

    def _is_likely(self, token: Token, name: str, adverbial: bool) -> bool:
        """Whether a name that only the map knows is a place here: of some size, nobody's surname, and no doer."""
        entry = self._names.best(name)
        if entry is None or name in self.surnames:
            return False
        if adverbial and token.ent_type_ != "PER":
            return True
        # a list that the parser cut ("took X, then Y")
        bare = (token.dep_ == "obl" and not preposition(token)) or _next_of_list(token)
        return entry.prior >= TOWN and (adverbial or bare or token.dep_ in NO_DOERS)


def _next_of_list(name: Token) -> bool:
    """Whether a name behind an adverb is the next of those done so to, and no other name of it ("took X, then Y")."""
    first = name.left_edge
    behind = any(c.dep_ == "advmod" and c.i == name.i - 1 for c in name.children)
    return name.dep_ == "appos" and behind and "," in (first.text, first.nbor(-1).text if first.i else "")
