"""What a noun is (person, force, place, weapon …) and which words name it.

A mention's words are the noun with what stands tightly around it (titles, names, adjectives, "of" phrases),
without relative clauses, appositions and looser phrases: short enough to recognise, long enough to identify.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from gencatan.language.nouns import NO_SORTS, UNKNOWN
from gencatan.language.pack import Pack
from gencatan.parse.morph import has
from gencatan.reading.tree.relations import AGENT_CLASSES, SUBJECTS, lowered, once_of, preposition
from gencatan.reading.tree.wishes import Kinds, Wishes
from gencatan.reading.tree.wording import Wording, small_words

if TYPE_CHECKING:
    from spacy.tokens import Token

ENTITY_CLASSES: Final = {
    "PER": frozenset({"person", "official", "agent"}),
    "ORG": frozenset({"group", "organisation", "agent"}),
    "LOC": frozenset({"place", "place_noun", "state", "agent"}),
}
NAMED: Final = frozenset({"PROPN", "NOUN", "ADJ", "X"})  # small taggers miss names that open a sentence
STATE_CLASSES: Final = frozenset({"state", "place", "place_noun", "group", "agent"})
NAME_CLASSES: Final = frozenset({"person", "group", "organisation", "agent"})
PRONOUN_CLASSES: Final = {
    "person.sg": frozenset({"person", "agent"}),
    "person.pl": frozenset({"person", "group", "agent"}),
    "thing.sg": frozenset({"group", "agent"}),
    "speaker.sg": frozenset({"person", "agent"}),
    "speaker.pl": frozenset({"person", "group", "agent"}),
    "any": frozenset({"person", "group", "agent"}),
}
NAMELESS: Final = frozenset({"abstract", "ideal", "money", "document", "weapon", "time_noun"})
WHOLE: Final = frozenset({"person", "official", "abstract", "document", "agreement", "building", "place_noun"})
NOT_KNOWN: Final = frozenset({UNKNOWN})
SHORT: Final = 3  # letters that a name may have too ("Dia", "Her")
COUNTED_AGAIN: Final = SUBJECTS | {"obj", "conj"}
MASTERS: Final = frozenset({"nmod:poss", "nmod", "compound"})  # of an office
MAX_KNOWN: Final = 20_000
MAX_NESTED: Final = 4  # "some of the thousands of victims of …"
SPOTS: Final = frozenset({"spot", "land"})
PEOPLED: Final = frozenset({"people", "person", "group", "armed_force"})
LIFELESS: Final = frozenset({"time", "weather", "body", "disease", "feeling", "plant", "food", "weapon"})


class Mentions:
    """Types and words of nouns in one language."""

    def __init__(self, pack: Pack, event_words: frozenset[str], is_state: Callable[[str], bool]) -> None:
        """`event_words`: all forms of noun triggers, which are happenings and no actors; `is_state` knows countries."""
        self.pack = pack
        self.wording = Wording(pack, self)
        self._is_state = is_state
        self._known: dict[tuple[str, str, str, str, str], frozenset[str]] = {}
        self._wishes = Wishes(pack.inflection)
        self._events = event_words - pack.classes.get("agent", frozenset())  # "party", "mediator"
        self._genitive = pack.words("genitive_markers")
        self._abstract = tuple(shape.partition("*")[::2] for shape in sorted(pack.words("abstract_shapes").firsts))
        self._stances = tuple(sorted(pack.words("stance_prefixes").firsts))
        self._small = small_words(pack)
        self._offices = pack.words("nouns_of_offices")

    @once_of
    def classes(self, token: Token) -> frozenset[str]:
        """The word classes of the pack that the token belongs to, its entity type's included."""
        key = (token.lower_, token.lemma_, token.pos_, token.ent_type_, token.text)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > MAX_KNOWN:
                self._known.clear()
            known = self._known[key] = self._classes(*key)
        return known

    def _classes(self, lower: str, lemma: str, pos: str, entity: str, text: str) -> frozenset[str]:
        first, _, rest = lower.partition("-")
        if pos == "NOUN" or (pos == "ADJ" and first.isdigit()):
            stance = lower.startswith(self._stances) and "person" in self.pack.classes_of(rest)  # "pro-Palestinians"
            counted = rest if first.isdigit() or stance else first  # "a 17-year-old"
            shaped = any(lower.startswith(a) and lower.endswith(z) for a, z in self._abstract)
            known = set() if shaped else {lemma.lower()}  # "kekuasaan" is none of the "kuasa"
            found = set(self.pack.noun_classes(lower, *known, counted, self.pack.unowned(lower)))
            if not found and lower in self.pack.plurals:
                found = set(self.pack.noun_classes(self.pack.plurals[lower]))
            if not found and shaped:
                found.add("abstract")  # "kewarganegaraan", "penandatanganan"
        else:
            found = set(self.pack.classes_of(lower) | self.pack.classes_of(lemma.lower()))
        if pos in NAMED and text[:1].isupper() and (pos != "NOUN" or not found) and self._is_state(text):
            found |= STATE_CLASSES
        elif (pos == "PROPN" or (pos == "NOUN" and not found and _is_acronym(text))) and entity != "LOC":
            # the recogniser misses and confuses names: any that is no place may be somebody
            found |= NAME_CLASSES | ENTITY_CLASSES.get(entity, frozenset())
        else:
            found |= ENTITY_CLASSES.get(entity, frozenset())
        found |= PRONOUN_CLASSES.get(self.pack.pronouns.get(lower, ""), frozenset())
        if found & AGENT_CLASSES:
            found.add("agent")
        if "quantity" in found and "people" in found:
            found.discard("sport")  # "maiming scores"
        if pos == "PROPN" and text[:1].isupper() and "animal" in found:
            found -= {"animal", "thing"}  # "the Desert Rats", a unit
        if pos == "PROPN" and text[:1].isupper() and {"organisation", "sport"} <= self.pack.classes_of(lower):
            found -= {"sport", "nonactor"}  # "the Arab League"
        return frozenset(found)

    def fits(self, token: Token, wanted: Iterable[str]) -> bool:
        """Whether the noun meets a requirement of a trigger: `@class`, `!@class`, a word, `!word` or "any"."""
        wish = self._wishes.of(wanted)
        if wish.barred and self._is_one(token, wish.barred, barring=True):
            return False
        return wish.asked is None or self._is_one(token, wish.asked)

    def only_bars(self, wanted: Iterable[str]) -> bool:
        """Whether a requirement asks for nothing and only says what the noun must not be."""
        return self._wishes.of(wanted).asked is None

    def _is_one(self, token: Token, kinds: Kinds, *, barring: bool = False) -> bool:
        """Whether the noun is of one of these kinds; what only makes up a body or heap bars nothing."""
        sense = self._compound_classes(token) if barring else None  # a "police post" is none of a goal
        if kinds.any or (kinds.classes and not kinds.classes.isdisjoint(sense or self._wide_classes(token))):
            return True
        if kinds.sorts and not kinds.sorts.isdisjoint(self._sorts(token)):
            return True
        if not kinds.words:
            return False
        if not kinds.words.isdisjoint(self._names(token)):
            return True
        pos = token.pos_
        if (pos == "VERB" and token.lower_ in kinds.verbs) or (pos == "NOUN" and token.lower_ in kinds.nouns):
            return True
        return not barring and not kinds.words.isdisjoint(_words(self._made_of(token)))

    @once_of
    def _names(self, token: Token) -> frozenset[str]:
        """The words by which a requirement may name a noun: its own, and those of what it counts."""
        own = {self.pack.unowned(token.lower_)} if token.pos_ == "NOUN" else set()
        return _words(token) | _words(self.semantic_head(token)) | own

    def many(self, token: Token, wanted: Iterable[str]) -> bool:
        """Whether a bare number that is a subject stands for people, where people are asked for ("700,000 fled")."""
        bare = token.pos_ == "NUM" and token.dep_ in SUBJECTS
        alone = token.pos_ in ("DET", "PRON") and self.pack.in_class(token.lower_, "quantity")  # "called on both"
        if not (bare or alone) or self._counted(token) is not None:
            return False
        if alone and "@agent" in wanted:
            return True
        classes = self.pack.classes
        return any(w[:1] == "@" and "people" in classes.get(w[1:], ()) for w in wanted) or "people" in wanted

    def deal_text(self, noun: Token) -> bool:
        """Whether a noun is the text of an agreement or a part of it ("naskah perjanjian", "a copy of the accord")."""
        beside = (c for c in noun.children if c.dep_.split(":")[0] in ("nmod", "compound", "flat"))
        return self.fits(noun, ("@deal_text",)) and any(self.fits(c, ("@agreement", "!@proposal")) for c in beside)

    @once_of
    def _sorts(self, token: Token) -> frozenset[str]:
        """The sorts of a common noun, or of what it counts."""
        head = self.semantic_head(token)
        nouns = self.pack.nouns
        if head.pos_ != "NOUN":
            return NO_SORTS
        found = nouns.sorts(head.lower_) or nouns.sorts(head.lemma_.lower())
        return found or (NO_SORTS if self.classes(head) else NOT_KNOWN)

    @once_of
    def _wide_classes(self, token: Token) -> frozenset[str]:
        """Classes of the noun, or of what it counts or names ("thousands of civilians", "kota Goma")."""
        found = self.classes(token) | self._compound_classes(token)
        for child in token.children:
            if child.dep_.split(":")[0] in ("flat", "compound") and token.pos_ == "PROPN":
                found |= self.classes(child) - NAMELESS  # a "Security Council" is no security
            elif child.dep_ == "compound" and token.pos_ == "NOUN" and "quantity" in found:
                found |= self.classes(child) - NAMELESS  # "gang members"
        for _ in range(MAX_NESTED):
            inner = self._counted(token) if self.counts(token) else self._made_of(token)
            if inner is None:
                break
            token = inner
            found |= self.classes(token) | self._compound_classes(token)
        return found

    @once_of
    def _made_of(self, token: Token) -> Token | None:
        """What a body or heap is made of ("a company of paratroopers", "a column of tanks"); None if it is neither.

        One of several of a sort, told without an article: no "leader of rebels", no "visas of the officials".
        """
        if token.pos_ != "NOUN" or self.is_event(token) or self.classes(token) & WHOLE:
            return None
        counted = [c for c in token.children if c.dep_ in ("det", "nummod") and c.i < token.i]
        if not counted or any(c.lower_ in self.pack.words("definite") for c in counted):
            return None  # "the visas of ten officials"
        for child in token.children:
            made = child.dep_ == "nmod" and child.i > token.i and child.pos_ == "NOUN" and has(child, "Number", "Plur")
            if made and preposition(child) in self._genitive:
                bare = all(c.dep_ not in ("det", "nmod:poss") for c in child.children)
                return child if bare else None
        return None

    def _compound_classes(self, token: Token) -> frozenset[str]:
        """Classes of a noun together with the word beside it that belongs to it ("pesawat nirawak", "fighter jet")."""
        first = self.pack.noun_head == "first"
        beside = token.i + 1 if first else token.i - 1
        if token.pos_ != "NOUN" or not 0 <= beside < len(token.doc):
            return frozenset()
        other = token.doc[beside]
        if other.head.i != token.i:
            return frozenset()
        words = (token, other) if first else (other, token)
        found = self.pack.classes_of(" ".join(word.lower_ for word in words))
        return found | {"agent"} if found & AGENT_CLASSES else found

    @once_of
    def counts(self, token: Token) -> bool:
        """Whether the word only counts or picks from another ("thousands of civilians", "the larger of the two")."""
        if token.pos_ == "NUM" or self.pack.in_class(token.lower_, "quantity"):
            return True
        return token.pos_ in ("ADJ", "DET", "PRON") and any(
            c.dep_.split(":")[0] in ("nmod", "obl") and preposition(c) in self._genitive for c in token.children
        )

    def part_of_land(self, token: Token) -> bool:
        """Whether a name with a direction beside it is a part of a land ("Irak utara", "northern Iraq"), and nobody.

        "Korea Utara", with a capital, is a state.
        """
        if token.pos_ != "PROPN":
            return False
        first = self.pack.noun_head == "first"
        at = token.i + 1 if first else token.i - 1
        beside = token.doc[at] if 0 <= at < len(token.doc) else token
        if beside.head.i != token.i and beside.head.head.i != token.i:
            return False
        return beside.text[:1].islower() and any(
            self.pack.in_class(t.lower_, "direction") for t in (beside, token.doc[min(at + 1, len(token.doc) - 1)])
        )

    def only_portions(self, token: Token) -> bool:
        """Whether a noun only portions, and nothing says what ("sebagian besar", "gabungan")."""
        if token.pos_ != "NOUN" or self._counted(token) is not None:
            return False
        if any(c.pos_ == "NUM" and c.i < token.i for c in token.children):
            return False  # "100.000 lainnya"
        known = self.pack.classes_of(token.lower_)
        return "quantity" in known and not known & PEOPLED and not has(token, "Number", "Plur")

    def semantic_head(self, token: Token) -> Token:
        """What a noun that only counts or portions stands for ("part of the region": the region)."""
        for _ in range(MAX_NESTED):
            inner = self._counted(token) if self.counts(token) else None
            if inner is None:
                break
            token = inner
        return token

    def _counted(self, token: Token) -> Token | None:
        """What stands after a counting word as counted by it, a noun before a number; None if nothing does."""
        bare: Token | None = None
        for child in token.children:
            if child.i > token.i and child.dep_.split(":")[0] in ("nmod", "compound", "flat", "obl"):
                prep = preposition(child)
                if any(c.dep_ == "case" and c.i > child.i for c in child.children):
                    continue  # "all of the town's inhabitants"
                if child.pos_ in ("NOUN", "PROPN", "PRON") and (not prep or prep in self._genitive):
                    return child  # not "the crowd with tear gas"
                bare = bare or (child if child.pos_ == "NUM" and preposition(child) in self._genitive else None)
        return bare

    def is_event(self, token: Token) -> bool:
        """Whether the noun is a happening (an attack, talks), which cannot act."""
        return token.pos_ != "PROPN" and self.is_act(token)

    def is_act(self, word: Token) -> bool:
        """Whether a word, by itself, is a happening's, whatever the tagger took it for."""
        return word.lower_ in self._events

    def pronoun(self, token: Token) -> str:
        """Which sort of pronoun the token is ("person.sg" …); "" if none."""
        opens = token.i == 0 and token.text[1:].islower() and len(token.text) > SHORT  # "Keempatnya", tagged as a name
        if token.pos_ in ("PRON", "DET") or (
            token.lower_ in self.pack.pronouns and (token.pos_ not in ("PROPN", "VERB") or opens)
        ):
            found = self.pack.pronouns.get(token.lower_, "")
            return found or (self.pack.possessives.get(token.lower_, "") if token.dep_ == "nmod:poss" else "")
        if token.pos_ == "NUM" and token.dep_ in COUNTED_AGAIN and [c.dep_ for c in token.children] == ["det"]:
            again = next(token.children).lower_ in self.pack.words("definite")
            return "person.pl" if again else ""  # "the three were freed"
        return ""

    @once_of
    def can_act(self, token: Token) -> bool:
        """Whether the noun can be an actor: named, a pronoun, or of a class of persons, forces and bodies."""
        if self.is_event(token) or not any(char.isalnum() for char in token.text):
            return False
        if token.pos_ == "NOUN" and self.pack.in_class(token.lower_, "gunfire_word"):
            return False  # "killed by sniper *fire*": whose fire it was is another word
        if self.small_word(token) or (token.i == 0 and token.lower_ in self._small):
            return False
        if self.takes_a_stand(token) or self.part_of_land(token):
            return False
        opening = self.pack.classes_of(token.lower_) if token.i == 0 else frozenset()
        if opening & {"weapon", "incident_noun"} and not opening & AGENT_CLASSES:
            return False  # a word that only opens its sentence is no name ("Drone milik …", "Insiden itu …")
        kinds = self._wide_classes(token)
        if kinds & {"weapon", "date", "abstract", "document", "money"} and "agent" not in kinds:
            return False
        if "agent" in kinds:
            return True
        return (
            token.pos_ == "PROPN"
            or self.pronoun(token) != ""
            or (token.pos_ == "NOUN" and not self._thing(kinds) and self._may_live(token))
        )

    def speaks_for_people(self, token: Token) -> bool:
        """Whether a noun for land or a house stands for who governs it or sits there ("the republic of X accused …",
        "the prime minister's office said")."""
        if token.pos_ != "NOUN" or token.dep_ not in SUBJECTS:
            return False
        if token.lower_ in self._offices:
            return any(c.dep_ in MASTERS and self.can_act(c) for c in token.children)
        if token.dep_ != "nsubj" or "region_noun" not in self.classes(token):
            return False
        return any(c.pos_ == "PROPN" and preposition(c) in self._genitive for c in token.children)

    def takes_a_stand(self, token: Token) -> bool:
        """Whether it tells for or against whom something is ("anti-American attacks", "anti-pesawat"), and nobody.

        A name is only a stand where its prefix is set off ("Antigua"); several people of one are somebody, as nothing
        that is of them stands in the plural ("pro-Palestinians").
        """
        word = token.lower_
        if not word.startswith(self._stances):
            return False
        prefix = next(p for p in self._stances if word.startswith(p))
        rest = word[len(prefix) :]
        if token.pos_ == "PROPN" and token.text[0].isupper() and "-" not in (prefix[-1], rest[:1]):
            return False
        return not (has(token, "Number", "Plur") and "person" in self.pack.classes_of(rest.lstrip("-")))

    def _may_live(self, token: Token) -> bool:
        """Whether no wordnet says that a common noun is a time, the weather, a part of the body …"""
        sorts = self.pack.nouns.sorts(token.lower_) or self.pack.nouns.sorts(token.lemma_.lower())
        return not sorts & LIFELESS

    def only_where(self, token: Token) -> bool:
        """Whether a common noun behind a preposition only says where ("planted by the roadside")."""
        return token.pos_ == "NOUN" and bool(preposition(token)) and self.spot(token)

    def spot(self, token: Token) -> bool:
        """Whether a noun names nothing but a spot or a piece of land ("the roadside", "the jungle")."""
        sorts = self.pack.nouns.sorts(token.lower_) or self.pack.nouns.sorts(token.lemma_.lower())
        kinds = self._wide_classes(token)
        return ((bool(sorts) and sorts <= SPOTS) or "place_noun" in kinds) and "agent" not in kinds

    def somebody(self, token: Token) -> bool:
        """Whether words show that it is somebody: a name, a pronoun, a class of persons and bodies, or a plural."""
        if token.pos_ != "NOUN" or self.pronoun(token) or has(token, "Number", "Plur"):
            return True
        if any(c.dep_ in ("appos", "flat", "nmod:poss") and c.pos_ in ("PROPN", "PRON") for c in token.children):
            return True
        owned = token.lower_.endswith(self.pack.possessive_endings)
        return owned or "agent" in self._wide_classes(token)  # "mitranya": somebody's

    def _thing(self, kinds: frozenset[str]) -> bool:
        return bool(
            kinds
            & {
                "weapon",
                "thing",
                "building",
                "vehicle",
                "aid",
                "money",
                "document",
                "abstract",
                "agreement",
                "place_noun",
                "time_noun",
            }
        )

    def small_word(self, token: Token) -> bool:
        """Whether it is a word of grammar that the tagger took for a noun or a name ("seraya", "tak")."""
        return token.lower_ in self._small and not (token.pos_ == "PROPN" and token.text[:1].isupper())

    def none_such(self, noun: Token) -> bool:
        """Whether it is said of a common noun that there is none such ("*no group* has claimed it", "tidak ada kelompok
        yang …")."""
        while noun.dep_ == "conj" and noun.head.i < noun.i:
            noun = noun.head  # "tidak ada kelompok ataupun *individu* yang …"
        none, words = self.pack.words("negative_determiner"), lowered(noun.doc)
        if any(c.dep_ == "det" and c.lower_ in none for c in noun.children):
            return True
        before = words[max(noun.left_edge.i - 2, 0) : noun.i + 1]
        return any(none.at(before, n) > 1 for n in range(len(before) - 1))

    def is_citizen(self, token: Token) -> bool:
        """Whether a land's name behind a word for somebody tells whose citizen it is ("seorang Armenia")."""
        if token.pos_ != "PROPN" or not token.i or token.nbor(-1).head.i != token.i:
            return False
        return token.nbor(-1).lower_ in self.pack.words("somebody") and bool(self.classes(token) & {"state", "place"})

    def is_name(self, token: Token) -> bool:
        """Whether the token is (part of) a proper name."""
        return token.pos_ == "PROPN" or bool(token.ent_type_)


def _words(token: Token | None) -> frozenset[str]:
    """A word as it is written and its lemma, in lower case; none for none."""
    return frozenset() if token is None else frozenset((token.lower_, token.lemma_.lower()))


def _is_acronym(text: str) -> bool:
    """Whether a word is written as short names are ("GNA"), which small taggers take for common nouns."""
    return 2 < len(text) < 7 and text.isalpha() and text.isupper()
