"""Whether what stands around a trigger is what its entry requires: arms that are laid down, and no rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from gencatan.language.pack import Pack
from gencatan.language.triggers import Hit, Trigger
from gencatan.parse.morph import has
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import (
    AGENT_CLASSES,
    Roles,
    deps_below,
    expand,
    has_subject,
    is_clause,
    marks,
    preposition,
    runs_on,
    set_off,
)
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

NOUN_PARTS: Final = ("NOUN", "PROPN", "ADJ", "X", "NUM")
VERB_PARTS: Final = ("VERB", "AUX", "ADJ")
ANY_AGENT: Final = ("@agent", "@rebel", "@police_force", "@state_force", "@public")
TELLS_NOTHING: Final = ("any", "@agent", "@person", "@people", "@quantity", "@pronoun", "@group", "@place")
TOLD_OF: Final = frozenset({"amod", "acl", "acl:relcl"})
BESIDE: Final = frozenset({"number", "many", "told", "then"})
"""What an entry may require beside roles: a count, or one of hundreds and more; participles and clauses of the object;
what a passive goes on to."""
HIGH: Final = 3  # digits of hundreds
LAND: Final = frozenset({"@place", "@place_noun"})
Stands = Mapping[int, "Token"]
"""Pronouns of a sentence, by token index, with the noun each stands for, in that sentence or the one before."""


class Requirements:
    """Tests roles by what entries require of them."""

    def __init__(
        self, pack: Pack, syntax: Syntax, mentions: Mentions, is_town: Callable[[Token], bool] = lambda name: False
    ) -> None:
        """Requirements come with the triggers; `is_town` tells which names are of places, by the map."""
        self._is_town = is_town
        self._pack = pack
        self._syntax = syntax
        self._mentions = mentions
        self._sorted: dict[tuple[str, str], tuple[str, ...]] = {}
        self._against = pack.words("but_words")

    def alternatives(self, token: Token, roles: Roles, *, word: bool = False) -> Iterator[Roles]:
        """The roles, then the same with the subjects of clauses that this one is coordinated with, nearest first.

        A passive has none of these: what others do is not done to its subject. That subject is the one of a trigger
        of any part of speech (`word`: "they are missing", "they were unaccounted for").
        """
        yield roles
        if token.pos_ == "VERB" and self._syntax.verbs.passive(token):
            if word and "subj" not in roles and "obj" in roles:
                yield {**{k: v for k, v in roles.items() if k != "obj"}, "subj": roles["obj"]}
            return
        if (
            token.dep_ == "acl"
            and roles.get("subj") == [token.head]
            and "agent" not in self._mentions.classes(token.head)
        ):
            # "thousands took to the streets calling for …": the parser hung it on the noun before it
            verb = self._syntax.governor(token.head)
            subjects = self._syntax.subjects.of(verb) if verb is not None and token.head.dep_ != "nsubj" else []
            if subjects:
                yield {**roles, "subj": subjects}
        if token.dep_ == "advcl" and not marks(token) and set_off(token):
            # "police arrested members of a cell that planned it, seizing …": what the parser hung on the inner clause
            for above in self._syntax.ancestors(token):
                outer = is_clause(above) and above.i != token.head.i and above.dep_ != "acl:relcl"
                if outer and (subjects := self._syntax.subjects.of(above)) and subjects != roles.get("subj"):
                    yield {**roles, "subj": subjects}
                if above.dep_ in ("ccomp", "parataxis"):
                    break
        if token.dep_ == "acl:relcl":
            return  # "bring home the bodies of men who fell": who brings them did not
        if has_subject(token) and "aux" in deps_below(token):
            return  # "the ministry counted 550 dead, and people have crossed the border": a clause of its own
        if has_subject(token) and any(c.dep_ == "cc" and c.lower_ in self._against for c in token.children):
            return  # "the army says it took the town, but residents deny it"
        if self._has_own_doer(token):
            return  # "rebels took the town and the president left the country"
        coordinated = False
        node = token
        for above in self._syntax.ancestors(token):
            coordinated = coordinated or node.dep_ == "conj"
            if coordinated and is_clause(above):
                subjects = self._syntax.subjects.of(above)
                if subjects and subjects != roles.get("subj"):
                    yield {**roles, "subj": subjects}
            if above.dep_ in ("ccomp", "advcl", "acl:relcl", "parataxis"):
                return
            node = above

    def _has_own_doer(self, token: Token) -> bool:
        """Whether a clause behind "and" begins with somebody of its own, who could do something."""
        joint = next((c for c in token.children if c.dep_ == "cc"), None)
        if joint is None or token.dep_ != "conj":
            return False
        return any(
            joint.i < c.i < token.i
            and c.dep_ == "nsubj"
            and (c.ent_type_ == "PER" or "agent" in self._mentions.classes(c))
            for c in token.children
        )

    def described(self, token: Token, roles: Roles) -> Roles | None:
        """The roles with the noun that a participle stands before as the one it was done to, or who does it.

        "The besieged town", "a retreating garrison"; None for any other word.
        """
        if token.dep_ != "amod" or token.pos_ not in VERB_PARTS or token.head.i < token.i:
            return None
        if token.head.pos_ not in ("NOUN", "PROPN") or not any(has(token, "VerbForm", f) for f in ("Part", "Ger")):
            return None
        role = "obj" if has(token, "Tense", "Past") else "subj"
        return None if role in roles else {**roles, role: [token.head]}

    def with_asked(self, token: Token, roles: Roles) -> Roles:
        """What is asked for, where the parser took it for a purpose ("ordered the troops to withdraw")."""
        controlling = self._pack.words("control_marks")
        asked = [
            *token.children,
            *(c for o in token.children if o.dep_ in ("obj", "iobj", "nsubj:pass") for c in o.children),
        ]
        for child in asked:
            if child.dep_ not in ("advcl", "acl") or child.i <= token.i:
                continue
            mark = marks(child)
            if mark.split(" ")[-1] in controlling if mark else child.dep_ == "advcl" and runs_on(token, child):
                return {**roles, "clause": [child]}
        return roles

    def with_said(self, noun: Token, roles: Roles, dates: frozenset[int]) -> Roles:
        """What a noun of saying says, hung on the verb above it ("received orders on Friday to leave the town")."""
        controlling = self._pack.words("control_marks")
        top = noun
        while top.dep_ == "nmod" and top.head.i < top.i:
            top = top.head  # "in line with an order that …"
        head, within = top.head, top.i != noun.i
        if not is_clause(head) or top.dep_ not in ("obj", "obl", "nsubj:pass") or top.i < head.i:
            return roles
        if within and top.dep_ != "obl":
            return roles  # "told the author of the appeal that …"
        end = noun.right_edge.i + 1
        while end < len(noun.doc) and (end in dates or end + 1 in dates):
            end += 1
        for child in head.children:
            mark = marks(child).split(" ")[-1]
            if child.dep_ not in ("xcomp", "ccomp", "advcl") or child.left_edge.i != end or not mark:
                continue
            beside = not within and (child.dep_ != "advcl" or mark in controlling)
            if beside or self._whole(child):
                return {**roles, "clause": [child]}
        return roles

    def _whole(self, clause: Token) -> bool:
        """Whether what hangs on a verb as if beside it is a clause told ("that they leave") and not when or if."""
        mark, words = marks(clause), self._pack.words
        if clause.dep_ != "advcl" or mark not in words("subordinators") or mark in words("condition_markers"):
            return False
        return mark not in words("day_clauses") and has_subject(clause)

    def unmet(
        self,
        trigger: Trigger,
        roles: Roles,
        stands: Stands,
        *,
        agentless: bool = False,
        sorts: bool = False,
        left_out: str = "",
    ) -> Unmet | None:
        """What the entry requires and the roles do not meet, the first such role; None if they meet all.

        `stands` has, for a pronoun, the noun it is tested as besides itself. With `agentless` a passive names no agent
        and none is asked for, if the entry wants somebody there and what was done to what decides the sense. With
        `sorts` a list of nouns stands for their sort. Nothing is asked of the role that is `left_out`.
        """
        for role, listed in trigger.require.items():
            wanted = self._with_sorts(trigger, role, listed) if sorts and role in trigger.sorts else listed
            tokens = self._beside(role, roles) if role in BESIDE else roles.get(role, [])
            if role == left_out:
                continue
            if wanted == ("none",):
                if tokens:
                    return Unmet(role, wanted, tokens)
                continue
            negative = self._mentions.only_bars(wanted)
            if not tokens and not negative and role.startswith("prep.") and "any" not in wanted:
                tokens = self._hung_on_object(roles, role[5:])
            if not tokens:
                if negative or (agentless and role == "subj" and self._object_decides(trigger, roles)):
                    continue
                return Unmet(role, wanted, tokens)
            named = expand(tokens)
            fitting = [self._meets(t, wanted, stands, negative=negative) for t in named]
            if role in ("obj", "subj") and not any(fitting) and not negative and not LAND.isdisjoint(wanted):
                fitting = [self._is_town(t) for t in named]
            if (negative and not all(fitting)) or (not negative and not any(fitting)):
                return Unmet(role, wanted, [t for t, fits in zip(named, fitting, strict=True) if not fits])
        return None

    def _with_sorts(self, trigger: Trigger, role: str, listed: tuple[str, ...]) -> tuple[str, ...]:
        """A requirement with the sorts that its list stands for, the same object each time."""
        key = (trigger.name, role)
        if key not in self._sorted:
            self._sorted[key] = (*listed, *trigger.sorts[role])
        return self._sorted[key]

    def named(self, trigger: Trigger, roles: Roles, stands: Stands) -> Roles:
        """The roles with the thing that "it" or "them" was tested as in its place ("seized the town but lost it")."""
        given = dict(roles)
        for role, wanted in trigger.require.items():
            tokens = roles.get(role, [])
            if self._mentions.only_bars(wanted) or any(self._mentions.fits(t, wanted) for t in tokens):
                continue
            given[role] = [self._thing(t, wanted, stands) for t in tokens]
        return {role: tokens for role, tokens in given.items() if tokens}

    def _thing(self, token: Token, wanted: Sequence[str], stands: Stands) -> Token:
        noun = stands.get(token.i)
        told = noun is not None and token.dep_ == "obj" and token.pos_ == "PRON" and noun.doc is token.doc
        return noun if noun is not None and told and self._mentions.fits(noun, wanted) else token

    def _beside(self, role: str, roles: Roles) -> list[Token]:
        """What stands beside those an act was done to, for requirements of what is no role of the act."""
        if role in ("number", "many"):
            return [n for n in self._counting(roles) if role == "number" or _high(n)]
        harmed = expand(roles.get("obj", []))
        if role == "told":
            return [c for t in harmed for c in self._mentions.semantic_head(t).children if c.dep_ in TOLD_OF]
        verbs = (t.head for t in harmed if t.dep_ == "nsubj:pass")
        return [c for v in verbs for c in v.children if c.i > v.i and (c.dep_ == "conj" or _stranded(c))]

    def _counting(self, roles: Roles) -> list[Token]:
        """The numbers that count who does it or whom it is done to, or stand for them."""
        told = expand([*roles.get("subj", []), *roles.get("obj", [])])
        numbers = [c for t in told for c in (t, *t.children) if c.pos_ == "NUM"]
        return numbers or [t for t in told if self._mentions.counts(t)]

    def _meets(self, token: Token, wanted: tuple[str, ...], stands: Stands, *, negative: bool) -> bool:
        """Whether a noun meets a requirement; a pronoun also as the noun it stands for."""
        fits = self._mentions.fits(token, wanted) or (not negative and self._mentions.many(token, wanted))
        noun = stands.get(token.i)
        told_alone = noun is not None and token.pos_ in ("NOUN", "ADJ")  # "a fourth": no fraction, but a fourth man
        if noun is None or (fits != negative and not told_alone):
            return fits
        return self._mentions.fits(noun, wanted)

    def _object_decides(self, trigger: Trigger, roles: Roles) -> bool:
        """Whether the subject wanted is anybody who acts, and the object is of a class that tells the sense."""
        if not any(w.lstrip("@") in AGENT_CLASSES or w in ANY_AGENT for w in trigger.require["subj"]):
            return False
        key = (trigger.name, "")
        if key not in self._sorted:
            self._sorted[key] = tuple(w for w in trigger.require.get("obj", ()) if w not in TELLS_NOTHING)
        told = self._sorted[key]
        if all(w.startswith("!") for w in told):
            return False
        return any(self._mentions.fits(t, told) for t in expand(roles.get("obj", [])))

    def _hung_on_object(self, roles: Roles, word: str) -> list[Token]:
        """Nouns of a phrase that the parser hung on the verb's object ("passed information to the police")."""
        if word.replace("_", " ") in self._pack.words("genitive_markers"):
            return []
        return with_phrase(roles.get("obj", []), word)

    def part_fits(self, token: Token, hit: Hit) -> bool:
        """Whether the tagger's part of speech allows the trigger's; a form that shows its voice needs no tagger."""
        if hit.part == "word" or (
            hit.only
            and token.pos_ != "PROPN"
            and not (hit.part == "verb" and token.pos_ == "NOUN" and not hit.voice and _noun_alike(token, hit))
        ):
            return True
        if hit.part == "verb":
            if hit.voice or token.pos_ in VERB_PARTS:
                return True
            said_to_be = any(c.dep_ in ("cop", "det") for c in token.children)  # "it was the third attack"
            return token.pos_ == "NOUN" and is_clause(token) and not said_to_be
        return token.pos_ in NOUN_PARTS or (token.pos_ == "VERB" and _subject_noun(token))


def _subject_noun(word: Token) -> bool:
    """Whether what the tagger took for a verb is a noun, being the subject of another one ("*bentrok* di kota itu
    terjadi pada Senin")."""
    return word.dep_ in ("nsubj", "nsubj:pass") and word.i < word.head.i and not has_subject(word)


def _high(number: Token) -> bool:
    """Whether a number in digits is one of hundreds and more."""
    return sum(char.isdigit() for char in number.text) >= HIGH


def _stranded(word: Token) -> bool:
    """Whether a preposition has lost its noun ("they were shot *at*")."""
    return word.pos_ == "ADP" and word.dep_ in ("obl", "advmod", "compound:prt")


def _noun_alike(noun: Token, hit: Hit) -> bool:
    """Whether a noun only looks like the verb of a trigger ("lit *fires at* night"), but no "offer to mediate"."""
    verb, _, rest = hit.citation.partition(" ")
    if noun.lower_.rstrip("s") != verb:
        return False
    return not rest or (noun.lower_ != verb and not rest.startswith("to "))


class Unmet(NamedTuple):
    """A role that is not filled as an entry requires: what it wants there, and the words that do not fit."""

    role: str
    wanted: tuple[str, ...]
    tokens: Sequence[Token]


def with_phrase(things: Sequence[Token], word: str) -> list[Token]:
    """The nouns that stand behind `things`, or behind what they count, with a preposition ("hundreds of drones …")."""
    named = expand(things)
    inside = ("nmod", "acl")  # "a car [packed with explosives] *into a bus*"
    counted = [c for thing in named for c in thing.children if c.dep_ in inside and c.i > thing.i]
    return [
        noun
        for thing in (*named, *counted)
        for noun in thing.children
        if noun.i > thing.i and preposition(noun) == word and noun.dep_ in ("nmod", "obl")
    ]
