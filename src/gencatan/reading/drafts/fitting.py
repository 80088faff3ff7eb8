"""Whether a word may fill a slot: who can act, what can be struck, and what only counts, dates or says where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.model.vocabulary import FORCE
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import is_clause, lowered, preposition_words, role_words
from gencatan.reading.tree.syntax import HYPHENS, Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTING: Final = frozenset(
    {"actor", "perpetrator", "parties", "mediator", "obligor", "participants", "speaker", "force", "by"}
)
VAGUELY: Final = frozenset({"actor", "target", "force", "perpetrator", "by"})
PARTIES: Final = frozenset({"perpetrator", "participants", "parties"})
DONE_TO: Final = frozenset({"target", "victims"})
NEVER_ACT: Final = frozenset(
    {"weapon", "abstract", "document", "money", "agreement", "quantity", "time_noun", "place_noun", "building"}
)
THINGS: Final = frozenset({"weapon", "armed_force"})
"""What is hit though the same word may name an act ("a *patrol*")."""
SOMEBODY: Final = frozenset({"agent", "person", "people", "official", "group", "organisation", "state", "armed_force"})
STRIKING: Final = FORCE - {"attack", "operation"}
FIGHTING: Final = frozenset({"armed_force", "armed_group", "rebel"})
OF_DEEDS: Final = frozenset({"investigation", "other", "sanction"})
"""Acts that may be done to a happening ("is investigating the attack", "banned the rally")."""


class Fitting:
    """Tells which of the words around a trigger may fill which slot."""

    def __init__(self, pack: Pack, syntax: Syntax, mentions: Mentions) -> None:
        """The pack's grammar names the words that say where, or mean nobody."""
        self._pack = pack
        self._syntax = syntax
        self._mentions = mentions

    def can_fill(self, slot: str, role: str, token: Token, act: str = "") -> bool:
        """Whether a word in that role may fill the slot of a trigger, if that tells of an act of what sort."""
        small = token.pos_ == "ADP" or self._mentions.small_word(token)
        if not any(char.isalnum() for char in token.text) or _clock(token) or small:
            return False
        if is_clause(token) and token.pos_ == "VERB":
            return False
        if token.pos_ == "NOUN" and self._pack.words("idioms").ends(lowered(token.doc), token.i):
            return False  # "all on *board* were killed"
        fragment = any(c.dep_ == "det" and self._syntax.verbs.is_relative(c) for c in token.children)
        if slot in ACTING and (self.nobody(token) or self._mentions.takes_a_stand(token)):
            return False
        if slot in ACTING and role != "subj" and self._only_counted(token):
            return False  # "blew up pipelines *by the hundred*"
        if slot in ACTING and token.lower_ in self._pack.words("relative_pronouns"):
            return False  # "does not know who kidnapped them"
        if slot in ACTING and (self._mentions.only_where(token) or self._land_of(role, token)):
            return False
        if (
            slot in DONE_TO
            and token.pos_ != "NOUN"
            and self._pack.words("reciprocals").ends(lowered(token.doc), token.i)
        ):
            return False  # "villages that shelled each other"
        if slot in VAGUELY and self._mentions.only_portions(token):
            return False  # "sebagian besar", "penyerbuan gabungan"
        if slot in PARTIES and _how_many_sides(token):
            return False  # "*six-nation* talks"
        if slot in PARTIES and token.pos_ == "ADJ" and not self._mentions.classes(token):
            return False  # "pleaded guilty to killing three"
        bare = token.pos_ == "ADV" and not self._mentions.classes(token)
        if bare and (slot in ACTING or slot in DONE_TO) and all(c.dep_ != "nummod" for c in token.children):
            return False  # "were on Monday *briefly* detained", but "21 *more* were injured"
        there = token.lower_ in self._pack.words("place_adverbs")
        if token.dep_ == "expl" or (there and slot in ACTING) or (fragment and slot in ACTING):
            return False  # "there", "that house illegal militias": no noun phrase of its own
        if role == "poss":
            if slot == "actor" and act == "operation" and self._own_name(token):
                return False
            first = token.left_edge
            told_where = first.pos_ == "ADP" and first.head.i not in (token.i, first.i) and first.head.i < token.i
            if told_where and self._pack.noun_head == "first":  # and no title: "the killing *of commander* X"
                return False  # "aksi demo buruh *di depan* DPR"
            kinds = self._mentions.classes(token)
            where = _where(token, place="place" in kinds) and "organisation" not in kinds
            return not (slot == "participants" and where) and self._possesses(slot, token)
        if slot == "actor" and role == "subj":
            kinds = self._mentions.classes(token)
            if act == "delivery" and self._mentions.fits(token, ("@carriage",)):
                return True  # "33 kapal memasok bahan bakar", though a ship may be a weapon
            return self._mentions.can_act(token) or (not kinds & NEVER_ACT and not self._mentions.is_event(token))
        if slot == "addressee" and "deed" in self._mentions.classes(token):
            return False  # "ordered an inquiry"
        if slot == "force" and (token.pos_ == "NUM" or self._mentions.fits(token, ("@warship",))):
            return True  # "will send 350": of whom is told before; "sent an aircraft carrier"
        if slot in ACTING or slot == "addressee":
            if slot == "speaker" and self._mentions.speaks_for_people(token):
                return True
            return self._mentions.can_act(token) and (slot not in PARTIES or self._mentions.somebody(token))
        if slot == "victims" and token.pos_ == "PROPN" and token.ent_type_ == "LOC" and not _told_how_many(token):
            return False  # a place is nobody ("di Kirkuk, Irak utara, dua orang tewas")
        if slot == "victims" and role_words(role) in self._pack.words("origin_prepositions"):
            kinds = self._mentions.classes(token)  # "14 jenazah *dari medan pertempuran*"
            if token.pos_ == "NOUN" and not kinds & SOMEBODY and not _told_how_many(token):
                return False
        if slot in ("victims", "target"):
            measures = "time_noun" in self._mentions.classes(token)  # "held for a week"
            kinds = self._mentions.classes(token)
            happens = self._mentions.is_event(token) and not kinds & THINGS  # "menyerang patroli Inggris"
            if slot == "target" and self.only_near(role, token, act):
                return False
            if slot == "target" and token.pos_ == "NUM" and role_words(role) in self._pack.words("place_prepositions"):
                return False  # "put the toll of the attack at 21", hung on the attack
            if slot == "target" and act in STRIKING and "abstract" in kinds and not kinds & SOMEBODY:
                # "serangan … dan krisis ekonomi": what no force strikes, but "blew up part of the bridge"
                return self._mentions.semantic_head(token).i != token.i
            if slot == "target" and act in FORCE and "abstract" in kinds and self._only_when(role, token):
                return False
            if slot == "target" and act == "sanction" and self._mentions.fits(token, ("@restriction",)):
                return False  # "imposed a raft of sanctions": what they are, and not on whom
            if slot == "target" and act in FORCE and "hostilities" in kinds and not kinds & SOMEBODY:
                return False  # "the heaviest raids of the campaign"
            return not measures and (act in OF_DEEDS or not happens)
        return True

    def _own_name(self, name: Token) -> bool:
        """Whether a name is that of the operation it stands beside ("Operasi *Tinombala*"), and of nobody."""
        noun = name.head
        if name.pos_ != "PROPN" or name.ent_type_ or noun.i == 0 or not noun.text[0].isupper():
            return False
        return not self._pack.classes_of(name.lower_) and not self._mentions.fits(name, ("@state",))

    def _land_of(self, role: str, token: Token) -> bool:
        """Whether a phrase names a part of a land where it was ("the fighting in areas of Helmand province")."""
        word = role_words(role)
        if not word or word in self._pack.words("passive_agent"):
            return False
        known = self._pack.classes_of(token.lower_)
        return "region_noun" in known and not known & SOMEBODY

    def only_near(self, role: str, token: Token, act: str = "") -> bool:
        """Whether a phrase beside an act says where it was, and not what was struck.

        "Fell near Basra", "crashed in the north", "a bomb attack on the coast".
        """
        word = role_words(role)
        if not word:
            return False
        kinds = self._pack.classes_of(token.lower_)
        if act == "explosion" and word not in self._pack.words("genitive_markers"):
            return "region_noun" in kinds and "city_noun" not in kinds
        if word not in self._pack.words("position_prepositions") or word in self._pack.words("impact_prepositions"):
            return False
        if act == "blockade":
            return False  # "closed the ring around the town"
        named = token.pos_ == "PROPN" or (token.text[:1].isupper() and not token.is_sent_start)
        if act == "shelling" and word in self._pack.words("inside_prepositions"):
            return named  # "landed in the yard"
        return named or self._mentions.spot(token)

    def _only_when(self, role: str, part: Token) -> bool:
        """Whether a part of a time or happening tells when an act was ("at the *start* of the offensive", "at the *end*
        of the season"), and nothing that was struck."""
        genitive, where = (self._pack.words(key) for key in ("genitive_markers", "position_prepositions"))
        if role_words(role) not in where:
            return False
        for whole in part.children:
            kinds = self._mentions.classes(whole)
            of_it = whole.i > part.i and preposition_words(whole) in genitive and not kinds & THINGS
            if of_it and ("time_noun" in kinds or self._mentions.is_event(whole)):
                return True
        return False

    def _only_counted(self, token: Token) -> bool:
        """Whether a word of number behind a preposition stands for nobody: it has an article and no "of whom"."""
        counts = bool(preposition_words(token)) and self._pack.in_class(token.lower_, "quantity")
        own = [c.dep_.split(":")[0] for c in token.children if c.dep_ not in ("case", "punct")]
        return counts and own == ["det"]

    def nobody(self, token: Token) -> bool:
        """Whether the words name nobody ("no one", "tidak seorang pun", "tidak ada seorang pun")."""
        none = self._pack.words("negative_determiner")
        for first in range(max(token.i - 2, 0), token.i + 1):
            words = lowered(token.doc)[first : token.i + 1]
            if none.at(words, 0) == len(words):
                return True
        return False

    def _possesses(self, slot: str, token: Token) -> bool:
        """Whether a word beside an event noun is a party to it, and no mere attribute or place."""
        kinds = self._mentions.classes(token)
        if token.text[:1].islower() and self._pack.in_class(token.lower_, "direction"):
            return False  # "a western Baghdad ambush"
        if "time_noun" in kinds and kinds.isdisjoint(SOMEBODY):
            return False  # "a night raid", "penyerbuan pagi hari"
        if self._pack.in_class(token.lower_, "nationality") or self._mentions.pronoun(token):
            return True
        if token.pos_ == "ADJ" and kinds.isdisjoint(FIGHTING):
            return False  # "an official visit", but "militant attacks"
        if "agent" in kinds and not (token.ent_type_ == "LOC" and "state" not in kinds):
            return True
        if slot == "target":
            return (token.pos_ == "NOUN" and bool(kinds)) or token.pos_ == "PROPN"
        return token.ent_type_ in ("PER", "ORG")


def _clock(token: Token) -> bool:
    """Whether a word is a time of day ("fired at 5:58 am")."""
    return token.text[:1].isdigit() and ":" in token.text


def _where(token: Token, *, place: bool) -> bool:
    """Whether a place before a noun only says where ("the Doha conference", "his China visit")."""
    land = token.ent_type_ == "LOC" or (place and token.pos_ == "PROPN")
    named = token.dep_ == "compound" and land and token.i < token.head.i
    return named and "-" not in token.text and not any(c.dep_ == "conj" for c in token.children)


def _told_how_many(noun: Token) -> bool:
    """Whether a name is counted, or has an article: those of a land are meant ("two Israelis", "seorang Austria")."""
    return any(c.i < noun.i and c.dep_.split(":")[0] in ("nummod", "det") for c in noun.children)


def _how_many_sides(token: Token) -> bool:
    """Whether a word behind a number and a hyphen only tells of how many sides something is."""
    beside = token.dep_.split(":")[0] in ("compound", "nmod", "amod", "obl") and token.i > 1
    return beside and token.nbor(-1).text in HYPHENS and token.nbor(-2).pos_ == "NUM"
