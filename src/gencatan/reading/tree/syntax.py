"""Who is subject, object and oblique of what in a sentence's tree.

Roles go by relations of the treebanks (universaldependencies.org) and know no language; the few words that they need
(passive agents, relative pronouns) come from the pack's grammar.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.parse.morph import has
from gencatan.reading.tree.relations import (
    MAX_CLIMB,
    RELATIVE,
    SUBJECTS,
    Roles,
    children,
    deps_below,
    has_subject,
    is_clause,
    marks,
    preposition,
    starts,
)
from gencatan.reading.tree.subjects import Subjects
from gencatan.reading.tree.verbs import Verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

WITHIN: Final = 9  # words from "what" to the verb that says what it is
NEXT: Final = 3  # words to the second of two verbs in a row
HARMS: Final = frozenset({"killed", "injured", "detained", "abducted"})
ANYBODY: Final = frozenset({"@person", "@people", "@victim"})
SEIZING: Final = frozenset({"attack", "arrest", "abduction", "execution"})
NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "ADJ", "DET"})


TIMES: Final = frozenset({"obl:tmod", "nmod:tmod"})
HYPHENS: Final = frozenset({"-", "–", "‑"})


class Syntax:
    """Grammatical roles over trees, with the few words of a language that they need."""

    def __init__(self, pack: Pack) -> None:
        """Take the words from the pack's grammar."""
        self.verbs = Verbs(pack)
        self.subjects = Subjects(pack, self.verbs)
        self._agents = pack.words("passive_agent")
        self._in_class = pack.in_class
        self._heads_first = pack.noun_head == "first"
        self._endings = pack.possessive_endings  # of a verb that is its object ("menolaknya dan menuntut …")
        self._relatives = pack.words("relative_pronouns")
        self._genitive = pack.words("genitive_markers")
        self._light = [pack.words(k) for k in ("verbs_light", "verbs_transparent", "verbs_planned", "verbs_denied")]
        self._clause_marks = pack.words("subordinators")
        self._causes = pack.words("cause_markers")
        self._controlling = pack.words("control_marks")
        self._voices = pack.index.voices
        self._reaching = [pack.words(key) for key in ("between_markers", "against_markers")]
        self._upon = pack.words("upon_markers")
        self._tellings = pack.words("verbs_reporting")
        self._calling = [pack.words(key) for key in ("verbs_naming", "verbs_reporting")]
        self._perceiving = pack.words("verbs_perceiving")
        self._undergoing = pack.words("verbs_undergoing")
        self._telling = pack.words("verbs_telling_whom")
        self._given = pack.words("given_markers")
        self._positions = pack.words("position_prepositions")
        self._where = self._positions | pack.words("upon_prepositions")
        self._partaking = pack.words("verbs_partaking")
        self._awaiting = pack.words("verbs_awaiting")
        self._companions = pack.words("companion_markers")
        self._answering = pack.words("words_partaking")
        self._behind = pack.words("author_prepositions")
        self._forcing, self._forcing_alone = _forcing(pack)
        self._leading = pack.words("leading_words")
        self._naming = pack.words("naming_markers")
        self._held_as = pack.words("object_complements")

    def roles_of_verb(self, verb: Token, voice: str = "", dates: frozenset[int] = frozenset()) -> Roles:
        """Logical roles: `subj`, `obj`, `iobj`, `clause`, `prep.X`; passives undone. `dates` are tokens of dates."""
        roles: Roles = {}
        voice = voice or self._voices.get(verb.lower_, "")
        passive = self.verbs.passive(verb, voice)
        surface = [t for t in self.subjects.of(verb) if t.i not in dates]
        if surface and not self._only_within(verb):
            roles["obj" if passive else "subj"] = surface
        for child in verb.children:
            if child.dep_ == "obj" and child.i in dates and (lasted := self._lasted(child, dates)) is not None:
                roles["obj"] = [lasted]
            if child.i in dates or child.dep_ in SUBJECTS:
                continue
            self._place_child(verb, child, passive, voice, roles)
        if passive and "subj" not in roles:
            behind = self._agent_behind(verb) or self._agent_shared(verb)
            behind = behind or self._keeping(verb) or self._agent_before(verb)
            if behind:
                roles["subj"] = behind
        related = verb.dep_ == "acl:relcl" or (verb.dep_ == "acl" and marks(verb) in self._relatives)
        if related and not passive and "obj" not in roles and not self.where(verb):
            own = [c for c in verb.children if c.dep_ in SUBJECTS and not self.verbs.is_relative(c)]
            if own and not self._related_otherwise(verb, own):
                roles["obj"] = [verb.head]
        if (
            verb.lower_ in self._telling
            and "iobj" not in roles
            and "obj" in roles
            and "clause" in roles
            and not passive
        ):
            roles["iobj"] = roles.pop("obj")  # "told his men to hold the bridge"
        if "obj" not in roles and not passive and not (verb.lower_.endswith(self._endings) and self._endings):
            following = [c for c in verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
            shared = [o for c in following for o in children(c, "obj") if not marks(c)]
            if following and shared and following[0].i - verb.i <= 2:
                roles["obj"] = shared[:1]
        return roles

    def _told_by_when(self, clause: Token) -> bool:
        """Whether a clause only tells what came after or before the noun that it hangs on ("after *which* …")."""
        nouns = (c for c in clause.children if self.verbs.is_relative(c))
        return any(preposition(c) in self._given for c in nouns)

    def _only_within(self, noun: Token) -> bool:
        """Whether whoever stands before a noun is in it and does it not ("40 died, most of them *in shelling*")."""
        verbless = deps_below(noun).isdisjoint(("cop", "aux", "aux:pass"))
        whole = noun.dep_ == "ROOT" or self._heads_first  # "wilayah itu masih di tangan pemberontak"
        return verbless and not whole and noun.pos_ == "NOUN" and preposition(noun) in self._positions

    def _related_otherwise(self, verb: Token, subjects: list[Token]) -> bool:
        """Whether a clause says itself how it goes with its noun, which is then no object of its verb ("*whose* troops
        left", "*from which* they fired", "deklarasi yang *di dalamnya* mereka berjanji")."""
        beside = [c for c in verb.children if c.dep_.split(":")[0] in ("obl", "nmod")]
        owners = (c for noun in subjects for c in noun.children if c.dep_ == "nmod:poss")
        within = [c for c in verb.children if preposition(c) and self._endings and c.lower_.endswith(self._endings)]
        if any(c.dep_.split(":")[0] in ("obl", "nmod", "advmod") for c in within):
            return True
        return any(self.verbs.is_relative(c) for c in (*beside, *owners))

    def where(self, verb: Token) -> bool:
        """Whether a clause tells what happens in what its noun names ("the hall *where* the deputies meet")."""
        opens = (c for c in verb.children if c.dep_ == "advmod" and c.i < verb.i)
        return verb.dep_ == "acl:relcl" and any(c.lower_ in self._relatives for c in opens)

    def _lasted(self, length: Token, dates: frozenset[int]) -> Token | None:
        """What a length of time, an object, is of ("ended two weeks of fighting"), on whatever the parser hung it."""
        for noun in (*length.children, *length.head.children):
            behind = noun.i > length.i and noun.left_edge.i <= length.right_edge.i + 1
            if behind and noun.i not in dates and preposition(noun) in self._genitive:
                return noun
        return None

    def _agent_behind(self, verb: Token) -> list[Token]:
        """Who did it, hung on the outcome ("shot until dead by the guards"), which has no agent of its own."""
        for clause in verb.children:
            if clause.dep_ not in ("advcl", "xcomp", "ccomp") or not verb.i < clause.i <= verb.i + 2:
                continue
            if not self.verbs.passive(clause):
                return [c for c in clause.children if c.left_edge.i == clause.i + 1 and self._by(c)]
        named = (c for c in verb.children if c.i > verb.i and preposition(c) in self._naming)
        return [c for name in named for c in name.children if c.i > name.i and self._by(c)]  # "listed as a sect by X"

    def _agent_shared(self, verb: Token) -> list[Token]:
        """Who did it, told with the next of two acts in a row ("shot and wounded by a sniper")."""
        for other in verb.children:
            if other.dep_ != "conj" or other.pos_ != "VERB" or not verb.i < other.i <= verb.i + NEXT:
                continue
            if any(c.dep_ in SUBJECTS or (c.i < other.i and c.dep_.startswith("aux")) for c in other.children):
                continue
            if all(t.pos_ in ("CCONJ", "ADV", "PUNCT") for t in other.doc[verb.i + 1 : other.i]):
                return [c for c in other.children if c.i > other.i and self._by(c)]
        return []

    def _agent_before(self, verb: Token) -> list[Token]:
        """Who did it, told with the act of force before it ("were seized *by gunmen* and shot")."""
        first = verb.head
        forced = first.lower_ in self._forcing and verb.lower_ in self._forcing_alone
        if verb.dep_ != "conj" or not forced or not self.verbs.passive(first):
            return []
        if any(c.dep_ in SUBJECTS or c.dep_.startswith("aux") for c in verb.children):
            return []  # "was seized by gunmen and has been charged"
        return [c for c in first.children if first.i < c.i < verb.i and self._by(c)]

    def _keeping(self, verb: Token) -> list[Token]:
        """Who has or keeps somebody in the state that a participle tells ("*the army* had the rebels surrounded")."""
        above = verb.head
        if verb.dep_ != "xcomp" or not self.verbs.light(above) or self.verbs.passive(above) or marks(verb):
            return []
        return self.subjects.of(above) if any(above.i < c.i < verb.i for c in children(above, "obj")) else []

    def _by(self, noun: Token) -> bool:
        return noun.dep_ == "obl:agent" or preposition(noun) in self._agents

    def _place_child(self, verb: Token, child: Token, passive: bool, voice: str, roles: Roles) -> None:
        dep = child.dep_
        if dep == "obj" and child.lower_ in self._held_as and not any(child.lefts):
            return  # "held captive"
        if dep == "obj" and not self.verbs.is_relative(child):
            key = "subj" if passive and voice == "pass" and child.i > verb.i and "subj" not in roles else "obj"
            roles.setdefault(key, []).append(child)
        elif dep == "obj":
            antecedent = self.subjects.antecedent(verb) if child.i < verb.i else self._called(child)
            if antecedent is not None:
                roles.setdefault("obj", []).append(antecedent)
        elif dep == "iobj":
            roles.setdefault("iobj", []).append(child)
        elif dep in ("ccomp", "xcomp"):
            roles.setdefault("clause", []).append(child)
        elif dep == "advcl":
            mark = marks(child)
            if self._clause_marks and mark.split(" ")[0] in self._clause_marks:
                roles.setdefault("clause", []).append(child)
            elif mark:
                roles.setdefault("when", []).append(child)
        elif dep.split(":")[0] in ("obl", "nmod"):
            prep = preposition(child)
            if not passive and self._by(child) and self.verbs.outcome(verb):
                return
            named = dep == "obl:agent" and (prep or self._heads_first or child.i < verb.i or child.i == verb.i + 1)
            if named or (passive and self._agents and prep in self._agents):  # no "…, [who he is]" behind a comma
                roles.setdefault("subj", []).append(child)
            elif prep:
                roles.setdefault(f"prep.{prep}", []).append(child)
            elif voice == "pass" and child.pos_ in NOMINAL and self._bare_agent(verb, child):
                if child.dep_ not in TIMES or self.subjects.acts(child):  # "diculik pukul 09.00"
                    roles.setdefault("subj", []).append(child)
            elif child.dep_ in TIMES:
                pass
            elif child.i > verb.i and child.pos_ in NOMINAL and "obj" not in roles and not passive:
                roles.setdefault("obj", []).append(child)

    def _called(self, what: Token) -> Token | None:
        """What somebody calls a thing, which an act was done to ("bombed what the army called a depot")."""
        for verb in what.doc[what.i + 1 : what.i + WITHIN]:
            if verb.pos_ == "VERB":
                if not any(starts(verb, words) for words in self._calling):
                    return None
                named = (c for c in verb.children if c.dep_ in ("obj", "xcomp", "ccomp") and c.i > verb.i)
                return next((c for c in named if c.pos_ in ("NOUN", "PROPN")), None)
        return None

    def _bare_agent(self, verb: Token, noun: Token) -> bool:
        """Whether a noun right behind a passive form, or behind its own number or adverb there, is who did it."""
        return noun.i == verb.i + 1 or (noun.left_edge.i == verb.i + 1 and self.subjects.acts(noun))

    def roles_of_noun(self, noun: Token, dates: frozenset[int] = frozenset()) -> Roles:
        """Roles of an event noun: `poss`, `prep.X`, and `subj`/`prep.X` of the light verb that governs it."""
        roles: Roles = {}
        for child in noun.children:
            if child.i in dates:
                continue
            dep = child.dep_.split(":")[0]
            talks = self._in_class(noun.lower_, "talks")  # "EU-led talks between X and Y"
            if not talks and child.lower_ in self._leading and (leader := _leader(child)) is not None:
                roles.setdefault("subj", []).append(leader)
                continue
            if dep == "nsubj" and self._only_within(noun):
                continue
            if dep == "nsubj" and not self.verbs.is_relative(child):
                roles["subj"] = [child]
            elif dep == "nsubj" and noun.dep_ == "acl:relcl":
                roles["subj"] = [noun.head]  # "the enclave, which is part of …"
            elif dep in ("nmod", "obl") or child.dep_ == "obl:agent":
                prep = preposition(child)
                if (prep and self._agents and prep in self._agents) or child.dep_ == "obl:agent":
                    roles.setdefault("subj", []).append(child)
                elif prep:
                    roles.setdefault(f"prep.{prep}", []).append(child)
                    roles.setdefault("subj", []).extend(self._doers(child))
                elif child.dep_ != "nmod:tmod":
                    whose = self.subjects.whose(child) if self.verbs.is_relative(child) else None
                    roles.setdefault("poss", []).append(whose or child)
            elif dep in ("compound", "amod", "flat"):
                roles.setdefault("poss", []).append(child)
            elif dep in RELATIVE or child.dep_ in RELATIVE:
                if self._told_by_when(child):
                    continue  # "an accord after which the rebels joined the army"
                if self.verbs.light(child):
                    inner = self.roles_of_verb(child, dates=dates)
                    placed = self._takes_place(child)
                    for key, tokens in inner.items():
                        if key == "subj" or (key.startswith("prep.") and not (placed and key[5:] in self._where)):
                            roles.setdefault(key, []).extend(t for t in tokens if t.i != noun.i)
                elif marks(child) and (child.dep_ == "acl" or marks(child) in self._controlling or self._said(child)):
                    roles.setdefault("clause", []).append(child)
            elif dep in ("ccomp", "advcl") and child.i > noun.i:
                roles.setdefault("clause", []).append(child)
        if "subj" not in roles and (above := self._doers_above(noun)):
            roles["subj"] = above
        if not roles.get("subj") and (authors := self._authors(noun)):
            roles["subj"] = authors
        verb = self.governor(noun)
        self._reached(noun, verb, roles)
        if verb is not None:
            roles["governor"] = [verb]
            told = has(verb, "Tense", "Past") or any(
                c.dep_ != "case" for c in noun.children
            )  # not "are in kidnappings"
            if noun.dep_ in ("obl", "conj") and told and not roles.get("subj") and starts(verb, self._partaking):
                # "the group was *involved* in attacks"
                roles["subj"] = self.subjects.of(verb) if self.verbs.passive(verb) else []
            undergone = starts(verb, self._undergoing) and not self.verbs.passive(verb)
            if undergone or (self.verbs.light(verb) and not self.verbs.names(verb)):
                outer = self.roles_of_verb(verb, dates=dates)
                for key, tokens in outer.items():
                    if key == "obj" or (key == "subj" and not self._does(verb, noun)):
                        continue
                    if key[5:] in self._where and noun.dep_ in SUBJECTS and self._takes_place(verb):
                        continue
                    if key == "subj" and starts(verb, self._perceiving):
                        continue  # "shopkeepers saw the attack"
                    if key == "subj" and not undergone and preposition(noun) in self._causes:
                        continue  # "pesawat itu jatuh akibat tembakan"
                    role = "obj" if key == "subj" and undergone else key  # "survived an attack"
                    roles.setdefault(role, []).extend(t for t in tokens if t.i != noun.i and not noun.is_ancestor(t))
        return {k: v for k, v in roles.items() if v}

    def _takes_place(self, verb: Token) -> bool:
        """Whether a verb with an object tells of an act only where it was ("*took place* on a main road")."""
        own = [c for c in children(verb, "obj") if c.i > verb.i]
        bare = len(own) == 1 and own[0].i == verb.i + 1 and own[0].pos_ == "NOUN"
        return bare and not has(own[0], "Number", "Plur") and not any(own[0].children)

    def _said(self, clause: Token) -> bool:
        """Whether a clause behind a noun is what the noun says, and no relative one ("the order *that* they leave")."""
        opens = (c for c in clause.children if c.dep_ == "mark" and c.pos_ == "SCONJ" and c.i < clause.i)
        return any(c.lower_ in self._clause_marks for c in opens) and has_subject(clause)

    def _reached(self, noun: Token, verb: Token | None, roles: Roles) -> None:
        """Whom it is between or against, hung on its attribute or on the verb that it is the subject of.

        "Fighting flared between X and Y", "a recent attack, the worst so far, on Z"; right behind it also on the verb
        that tells of it ("reported mortar fire on the town").
        """
        nodes = [c for c in noun.children if c.dep_ in ("advcl", "amod", "acl") and c.i > noun.i and not marks(c)]
        if verb is not None and noun.dep_ in SUBJECTS and not any(c.dep_ == "obj" for c in verb.children):
            nodes.append(verb)
        for child in (c for node in nodes for c in node.children if c.i > node.i):
            prep = preposition(child)
            if prep and f"prep.{prep}" not in roles and any(prep in words for words in self._reaching):
                roles[f"prep.{prep}"] = [child]
        if noun.dep_ == "obj" and verb is not None and verb.lower_ in self._tellings:
            told = (c for c in verb.children if c.dep_ == "obl" and c.left_edge.i == noun.right_edge.i + 1)
            for child in told:
                if (prep := preposition(child)) in self._upon and f"prep.{prep}" not in roles:
                    roles[f"prep.{prep}"] = [child]

    def _doers(self, noun: Token) -> list[Token]:
        """Who did it, hung on those it was done to ("the killing of the envoy by gunmen"; no "plea for peace by")."""
        if self._in_class(noun.lower_, "abstract"):
            return []
        return [c for c in noun.children if self._agents and c.dep_ == "nmod" and preposition(c) in self._agents]

    def _doers_above(self, noun: Token) -> list[Token]:
        """Who did it, hung on the noun above ("dugaan pembunuhan dua petani *oleh tentara*")."""
        of_it = not preposition(noun) or preposition(noun) in self._genitive
        held = noun.dep_ == "nmod" and of_it and noun.head.pos_ == "NOUN" and noun.head.i < noun.i
        if not held or any(c.dep_ == "nmod" and c.pos_ == "NOUN" and c.i < noun.i for c in noun.head.children):
            return []
        return [c for c in self._doers(noun.head) if c.i > noun.right_edge.i]

    def _authors(self, noun: Token) -> list[Token]:
        """Who is only marked out by an act, and did it ("two men *involved* in the raid", "rebels *behind* raids")."""
        token = self._counting(noun)
        told = token.head
        if token.dep_ == "obl" and told.lower_ in self._answering and told.dep_ in ("amod", "acl", "acl:relcl"):
            doubted = any(c.dep_ == "aux" or has(c, "Polarity", "Neg") for c in told.children)
            return [told.head] if told.head.i < told.i and not doubted else []
        if preposition(token) not in self._behind or token.dep_ not in ("nmod", "obl"):
            return []
        before = token.left_edge.i - 1
        named = [told] if token.dep_ == "nmod" else [c for c in children(told, "obj") if c.right_edge.i == before]
        return [t for t in named if t.i <= before and t.pos_ != "PRON" and self.subjects.acts(t)]

    def _does(self, verb: Token, noun: Token) -> bool:
        """Whether the subject of a light verb does what the noun tells, and not something after, for or beside it."""
        token = self._counting(noun)
        if starts(verb, self._awaiting) and not any(preposition(c) in self._companions for c in noun.children):
            return False  # "expects more attacks", but "expects talks *with* the rebels"
        if token.dep_ in SUBJECTS:
            return self.verbs.passive(verb)  # another subject of the same verb is a slip of the parser
        if token.dep_ == "obl" and token.head.pos_ == "ADJ" and token.head.dep_ == "xcomp":
            return False  # "held the militia *responsible for the raid*"
        if token.dep_ != "obl" or token.head.i != verb.i:
            return True
        case = next((c for c in token.children if c.dep_ == "case" and c.i < token.i), None)
        if case is None or (case.i - verb.i == 1 and not any(c.dep_ == "obj" for c in verb.children)):
            return True
        words = [t.lower_ for t in verb.doc[verb.i : case.i + 1]]
        return case.i > verb.i and any(phrases.at(words, 0) == len(words) for phrases in self._light)

    def governor(self, noun: Token) -> Token | None:
        """The verb whose subject or object the noun (or the noun it is coordinated with) is.

        In "launched what it calls an operation" that is "launched".
        """
        token = self._counting(noun)
        head = token.head
        if head.i == token.i or not is_clause(head):
            return None
        if head.dep_ in RELATIVE and head.head.pos_ == "PRON" and token.i > head.i:
            return self.governor(head.head) or head
        if token.dep_ in SUBJECTS or token.dep_ in ("obj", "iobj", "obl"):
            return head
        return None

    def _counting(self, noun: Token) -> Token:
        """The noun that stands in the clause for another: the first of its list, or what counts it ("a *wave* of
        attacks")."""
        for _ in range(MAX_CLIMB):
            behind = noun.dep_ == "nmod" and noun.head.i < noun.i and preposition(noun) in self._genitive
            counted = behind and self._in_class(noun.head.lower_, "quantity")
            staged = noun.dep_ == "nmod" and noun.head.i < noun.i and self._in_class(noun.head.lower_, "phase")
            if noun.dep_ != "conj" and not counted and not (staged and (behind or not preposition(noun))):
                break
            noun = noun.head
        return noun

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above a token, nearest first; bounded."""
        for _ in range(MAX_CLIMB * 4):
            if token.head.i == token.i:
                return
            token = token.head
            yield token


def _forcing(pack: Pack) -> tuple[frozenset[str], frozenset[str]]:
    """All forms of the first words of verbs that kill, hurt, seize or attack somebody, and of those that tell so by
    themselves, whoever does it to anybody ("abduct", not "take" from home)."""
    firsts: set[str] = set()
    alone: set[str] = set()
    for trigger in pack.triggers:
        force = trigger.values.get("harm") in HARMS or trigger.values.get("act") in SEIZING
        if trigger.part == "verb" and force:
            firsts.update(word.split(" ")[0] for word in trigger.words)
            if _takes_anybody(trigger.require):
                alone.update(word for word in trigger.words if " " not in word)
    forms = {word: [form for form, _ in pack.inflection.forms(word, "verb")] for word in firsts}
    every = frozenset(form for found in forms.values() for form in found)
    return every, frozenset(form for word in alone for form in forms[word])


def _takes_anybody(require: Mapping[str, Sequence[str]]) -> bool:
    """Whether an entry asks for no more than that it is done to somebody."""
    if any(role.startswith("prep") for role in require):
        return False
    asked = {role: {word for word in words if not word.startswith("!")} for role, words in require.items()}
    return not asked.get("subj") and (not asked.get("obj") or not ANYBODY.isdisjoint(asked["obj"]))


def _leader(word: Token) -> Token | None:
    """Who leads an act, before a hyphen or behind the word ("a *US*-led offensive", "serangan pimpinan *AS*")."""
    before = word.doc[max(word.i - 2, 0)]
    if word.i > 1 and word.nbor(-1).text in HYPHENS and before.pos_ in NOMINAL:
        return before
    return next((c for c in word.children if c.i == word.i + 1 and c.pos_ in NOMINAL), None)
