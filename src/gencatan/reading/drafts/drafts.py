"""A claim in the making, and how a trigger's frame fills its slots from grammatical roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from gencatan.language.pack import Pack
from gencatan.language.triggers import Hit, Trigger
from gencatan.model import Count, Span
from gencatan.model.vocabulary import FILLERS, KINDS, TEXT
from gencatan.parse.morph import has
from gencatan.reading.drafts.reasons import is_reason
from gencatan.reading.numbers.found import COUNTED
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.telling.tags import tags
from gencatan.reading.tree.mentions import DATES, Mentions
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.syntax import (
    AGENT_CLASSES,
    RELATIVE,
    Roles,
    Sentence,
    Syntax,
    expand,
    is_clause,
    lowered,
    marks,
    preposition,
    preposition_words,
    runs_on,
    set_off,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

ACTING: Final = frozenset(
    {"actor", "perpetrator", "parties", "mediator", "obligor", "participants", "speaker", "force", "by"}
)
VAGUELY: Final = frozenset({"actor", "target", "force", "perpetrator", "by"})
PARTIES: Final = frozenset({"perpetrator", "participants", "parties"})
RECEIVING: Final = frozenset({"target", "addressee", "beneficiary"})
MUTUAL: Final = frozenset({"participants", "parties"})  # who meets whom: subject and object both take part
DONE_TO: Final = frozenset({"target", "victims"})
MUNITION: Final = ("@munition",)
NEVER_ACT: Final = frozenset(
    {"weapon", "abstract", "document", "money", "agreement", "quantity", "time_noun", "place_noun", "building"}
)
SOMEBODY: Final = frozenset({"agent", "person", "people", "official", "group", "organisation", "state", "armed_force"})
STRIKING: Final = frozenset({"clash", "shelling", "air_strike", "explosion"})
FORCE: Final = frozenset({"attack", "clash", "shelling", "air_strike", "explosion", "operation"})
MODIFIER: Final = frozenset({"compound", "amod", "flat"})
NOUN_PARTS: Final = ("NOUN", "PROPN", "ADJ", "X", "NUM")
VERB_PARTS: Final = ("VERB", "AUX", "ADJ")
NEARBY: Final = 6  # words
TIMES: Final = frozenset({"duration", "time"})
SIZES: Final = frozenset({"money", "measure"})
TIMELESS: Final = frozenset({"abstract", "time_noun"})
ANY_AGENT: Final = ("@agent", "@rebel", "@police_force", "@state_force", "@public")
TELLS_NOTHING: Final = ("any", "@agent", "@person", "@people", "@quantity", "@pronoun", "@group", "@place")

Stands = Mapping[int, "Token"]
"""Pronouns of a sentence, by token index, with the noun each stands for, in that sentence or the one before."""


@dataclass(slots=True)
class Firing:
    """A trigger at work in a sentence: its tree node, the entry that fits, roles, modality and sources."""

    sentence: Sentence
    token: Token
    hit: Hit
    trigger: Trigger
    roles: Roles
    mood: Modality
    sources: list[Mention]

    @property
    def nominal(self) -> bool:
        """Whether the trigger stands as a noun."""
        return self.trigger.part == "noun" or (self.token.pos_ in ("NOUN", "PROPN") and not is_clause(self.token))

    @property
    def asked(self) -> bool:
        """Whether somebody only asks for it, in a demand or an appeal."""
        return self.mood.statement >= 0 and "called_for" in self.mood.signals

    def modifies(self, *also: str) -> bool:
        """Whether the trigger only modifies a noun ("attack helicopters"), by these relations too."""
        relation = self.token.dep_.split(":")[0]
        return (relation in MODIFIER or relation in also) and self.token.head.pos_ in ("NOUN", "PROPN")


class Unmet(NamedTuple):
    """A role that is not filled as an entry requires: what it wants there, and the words that do not fit."""

    role: str
    wanted: tuple[str, ...]
    tokens: Sequence[Token]


@dataclass(slots=True)
class Draft:
    """A claim before its spans, date, place and actors are settled. Slots hold mentions, spans or counts.

    `about` are words that the claim rests on although they fill no slot (the agreement that took effect). What is
    `former` ("the previous truce") counts with a date of its own alone. `firing` is
    the trigger that made it; None for a rule of grammar words alone. Dates of the list before and after its `clause`
    are of others that are listed with it.
    """

    kind: str
    sentence: Sentence
    token: Token
    rule: str
    values: dict[str, str] = field(default_factory=dict)
    fillers: dict[str, list[Mention]] = field(default_factory=dict)
    texts: dict[str, Span] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=dict)
    status: str = "asserted"
    sources: list[Mention] = field(default_factory=list)
    plover: tuple[str, str] | None = None
    trigger_span: tuple[int, int] = (0, 0)
    about: Span | None = None
    nominal: bool = False
    statement: int = -1
    link: Draft | None = None
    victims_are_target: bool = False
    former: bool = False
    firing: Firing | None = None
    clause: tuple[int, int] | None = None

    def add(self, slot: str, mentions: Sequence[Mention]) -> None:
        """Add fillers that are not there yet."""
        have = self.fillers.setdefault(slot, [])
        seen = {(m.sentence.index, m.token.i) for m in have}
        for mention in mentions:
            if mention.token.i in mention.sentence.date_tokens:
                continue  # a weekday between commas, taken for one more of those listed
            if (mention.sentence.index, mention.token.i) not in seen:
                have.append(mention)
                seen.add((mention.sentence.index, mention.token.i))
        if not have:
            del self.fillers[slot]


def _absolute(noun: Token) -> bool:
    """Whether a phrase after a comma tells what else goes on (", with the army struggling to …"), and no company."""
    first = noun.left_edge
    if first.i == 0 or first.nbor(-1).text != ",":
        return False
    return any(c.dep_ == "acl" and not marks(c) for c in noun.children)


def _as_adjective(token: Token, hit: Hit) -> str:
    """ "pass" where the tagger took a participle for an adjective ("the hostages are to be freed"), else ""."""
    inflected = hit.citation.split(" ")[0] != token.lower_
    return "pass" if token.pos_ == "ADJ" and inflected and any(c.dep_ == "cop" for c in token.children) else ""


def _as_participle(token: Token, sentence: Sentence, hit: Hit) -> str:
    """ "pass" for a participle whose only object is the state that its words put somebody in ("a man held captive")."""
    if token.dep_ != "acl" or not (has(token, "VerbForm", "Part") and has(token, "Tense", "Past")):
        return ""
    objects = [c for c in token.children if c.dep_ in ("obj", "xcomp")]
    inside = {t.i for t in sentence.tokens_in(hit.start, hit.end)}
    bare = all(c.i in inside and not has(c, "Number", "Plur") and not any(True for _ in c.children) for c in objects)
    return "pass" if objects and bare else ""


def _clock(token: Token) -> bool:
    """Whether a word is a time of day ("fired at 5:58 am")."""
    return token.text[:1].isdigit() and ":" in token.text


def _where(token: Token, *, place: bool) -> bool:
    """Whether a place before a noun only says where ("the Doha conference", "his China visit")."""
    land = token.ent_type_ == "LOC" or (place and token.pos_ == "PROPN")
    named = token.dep_ == "compound" and land and token.i < token.head.i
    return named and "-" not in token.text and not any(c.dep_ == "conj" for c in token.children)


def _measures(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun is a date, or what a distance, a time or a sum is measured in ("a blockade of 48 hours")."""
    if noun.i in sentence.date_tokens:
        return True
    at = sentence.from_(noun)
    kinds = {n.kind for n in sentence.numbers if n.start <= at <= n.end + 1}
    if kinds & TIMES:
        return True
    return bool(kinds & SIZES) and not any(c.i > noun.i and c.pos_ in ("NOUN", "PROPN") for c in noun.children)


def _own_toll(sentence: Sentence, noun: Token, firing: Firing) -> bool:
    """Whether what is coordinated has its own word of harm ("two men hurt and three abducted"), not the trigger's."""
    for word in noun.children:
        if word.i == noun.i + 1 and word.dep_ in ("amod", "acl") and word.i != firing.token.i:
            at = sentence.from_(word)
            return any(h.start == at and any(t.kind == "casualty" for t in h.triggers) for h in sentence.hits)
    return False


def _in_gap(sentence: Sentence, hit: Hit) -> Token | None:
    """The noun between the parts of a trigger, past which the parser looked ("set the police station ablaze")."""
    (_, start), (end, _) = hit.parts[0], hit.parts[-1]
    inside = []
    for token in sentence.tokens_in(start, end):
        at = sentence.from_(token)
        if not start <= at < end or token.pos_ == "ADP" or any(a <= at < b for a, b in hit.parts):
            break
        inside.append(token)
    nouns = [t for t in inside if t.pos_ in ("NOUN", "PROPN") and t.i not in sentence.date_tokens]
    # a whole noun phrase, and no attribute of the word behind it ("suspended boarding operations")
    whole = nouns and (inside[0].pos_ in ("DET", "NUM", "PRON") or has(nouns[-1], "Number", "Plur"))
    return nouns[-1] if whole else None


def _told_how_many(noun: Token) -> bool:
    """Whether a name is counted, or has an article: those of a land are meant ("two Israelis", "seorang Austria")."""
    return any(c.i < noun.i and c.dep_.split(":")[0] in ("nummod", "det") for c in noun.children)


def _head_of(noun: Token) -> Token:
    """The head of the compound that a noun opens ("peace plan")."""
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun


def _with_phrase(things: Sequence[Token], word: str) -> list[Token]:
    """The nouns that stand behind `things` with a preposition."""
    return [
        noun
        for thing in expand(things)
        for noun in thing.children
        if noun.i > thing.i and preposition(noun) == word and noun.dep_ in ("nmod", "obl")
    ]


def _before_aside(token: Token, right: int) -> int:
    """Where a text ends if it leaves out what is only added behind a comma (", which …", ", as …") at its end."""
    node = token
    while True:
        last = next((c for c in node.children if c.i > node.i and c.right_edge.i >= right and not c.is_punct), None)
        if last is None:
            return right
        added = last.dep_ in RELATIVE or (last.dep_ == "advcl" and bool(marks(last)))
        left = last.left_edge
        opening = left.i - (left.text != ",")
        if added and opening > token.i and left.doc[opening].text == ",":
            return opening - 1
        node = last


class Frames:
    """Fills slots from roles, as the frames of a pack say."""

    def __init__(self, pack: Pack, syntax: Syntax, mentions: Mentions) -> None:
        """Frames come with the triggers; the pack's grammar names topic and instrument words."""
        self._pack = pack
        self._syntax = syntax
        self._mentions = mentions
        self._sorted: dict[tuple[str, str], tuple[str, ...]] = {}

    def roles(self, sentence: Sentence, token: Token, hit: Hit) -> Roles:
        """The roles around a trigger, as a verb or as a noun."""
        noun_like = token.pos_ in ("NOUN", "PROPN", "ADP", "ADJ") or token.dep_ == "appos"
        nominal = not hit.voice and noun_like and not is_clause(token)
        if nominal and hit.part == "verb" and hit.end > hit.head_end:
            ordered = self._by_order(sentence, token, hit)
            if ordered:
                return ordered
        if (hit.part == "noun" or nominal) and not hit.citation.startswith("-"):
            roles = self._syntax.roles_of_noun(token, sentence.date_tokens)
            if hit.end > hit.head_end or hit.start < hit.head_start:
                self._gather(sentence, token, hit, roles)
            if hit.part == "word":
                self._set_agents_apart(roles)
                if token.dep_ == "appos":
                    self._undo_particles(sentence, token, hit, roles)
            happening = token.pos_ == "NOUN" and all(t.kind == "event" for t in hit.triggers)
            if hit.part == "word" and "subj" not in roles and not (happening and hit.end == hit.head_end):
                self._add_holder(token, roles)
            return roles
        voice = hit.voice or _as_adjective(token, hit) or _as_participle(token, sentence, hit)
        roles = self._syntax.roles_of_verb(token, voice, sentence.date_tokens)
        first = sentence.token_at(hit.start)
        if hit.part == "word" and first is not None and first.pos_ == "ADP":
            self._set_agents_apart(roles)  # a noun ("under blockade by …") taken for a verb
        if hit.citation.startswith("-"):
            self._add_parts(sentence, token, hit, roles)
        if hit.end > hit.head_end:
            self._gather(sentence, token, hit, roles)
            self._undo_particles(sentence, token, hit, roles)
        if len(hit.parts) > 1 and "obj" not in roles and not self._syntax.passive(token, voice):
            between = _in_gap(sentence, hit)
            if between is not None:
                roles["obj"] = [between]
        if hit.voice == "act" and "obj" not in roles and "clause" not in roles:
            following = self._object_by_order(sentence, token, hit)
            if following is not None:
                roles["obj"] = [following]
        if hit.voice == "pass" and "subj" not in roles and "obj" in roles:
            following = self._object_by_order(sentence, token, hit)
            if following is not None and following not in roles["obj"] and self._agent(following):
                roles["subj"] = [following]
        return roles

    def _agent(self, noun: Token) -> bool:
        """Whether a noun right behind a passive form is who did it, and not what somebody was named or made."""
        return not preposition(noun) and self._mentions.can_act(noun) and self._mentions.somebody(noun)

    def _set_agents_apart(self, roles: Roles) -> None:
        """Whoever does it to the holder of a state is not its subject ("under siege by the army")."""
        agents = [t for t in roles.get("subj", []) if preposition(t) in self._pack.words("passive_agent")]
        for agent in agents:
            roles.setdefault(f"prep.{preposition(agent)}", []).append(agent)
        if agents:
            roles["subj"] = [t for t in roles["subj"] if t not in agents]
        if "subj" in roles and not roles["subj"]:
            del roles["subj"]

    def _add_holder(self, token: Token, roles: Roles) -> None:
        """The subject of the verb that a phrase such as "under the control of" stands with."""
        for node in (token, *self._syntax.ancestors(token)):
            if is_clause(node):
                subjects = [t for t in self._syntax.surface_subjects(node) if t.i != token.i]
                if subjects:
                    roles["subj"] = subjects
                return
            if node.dep_ in RELATIVE or (node.i == token.i and node.dep_ == "appos" and node.head.i < node.i):
                roles["subj"] = [node.head]  # "the republic, home to …"
                return

    def _add_parts(self, sentence: Sentence, token: Token, hit: Hit, roles: Roles) -> None:
        """Of "rebel-held area" the first part as possessor and what the word modifies as object."""
        first = [t for t in sentence.tokens_in(hit.start, hit.end) if t.i < token.i and not t.is_punct]
        if first:
            roles["poss"] = first[-1:]
        if token.dep_.split(":")[0] in MODIFIER and token.head.i > token.i:
            roles["obj"] = [token.head]

    def _object_by_order(self, sentence: Sentence, verb: Token, hit: Hit) -> Token | None:
        """The noun right after a transitive form, past a number and its hedge, where the parser found no object."""
        doc = verb.doc
        at = verb.i + 1
        while at < len(doc) and sentence.from_(doc[at]) < hit.end:
            at += 1
        for _ in range(6):
            if at >= len(doc):
                return None
            token = doc[at]
            number = next((n for n in sentence.numbers if n.start <= sentence.from_(token) < n.end), None)
            if number is not None and number.kind not in COUNTED:
                return None  # "blew himself up 200 metres from …"
            if number is not None:
                while at < len(doc) and sentence.from_(doc[at]) < number.end:
                    at += 1
                if at < len(doc) and doc[at].pos_ in ("NOUN", "PROPN", "ADJ") and token.i not in sentence.date_tokens:
                    return _head_of(doc[at])
                return doc[at - 1]
            if token.pos_ in ("NOUN", "PROPN", "PRON"):
                return None if token.i in sentence.date_tokens else _head_of(token)
            if token.pos_ not in ("DET", "NUM", "ADV", "ADJ"):
                return None
            at += 1
        return None

    def _by_order(self, sentence: Sentence, token: Token, hit: Hit) -> Roles:
        """The nouns on either side, where a verb was taken for a noun ("guards shot dead a man")."""
        inside = sentence.tokens_in(hit.start, hit.end)
        doc, low, high = token.doc, inside[0].i, inside[-1].i
        if high - low != 1 or low == 0 or doc[low - 1].pos_ not in ("NOUN", "PROPN") or preposition(doc[low - 1]):
            return {}
        for after in doc[high + 1 : high + 1 + NEARBY]:
            if after.pos_ in ("NOUN", "PROPN") and after.i not in sentence.date_tokens:
                while after.dep_ == "compound" and after.head.i > after.i:
                    after = after.head
                return {"subj": [doc[low - 1]], "obj": [after]}
            if after.pos_ not in ("DET", "NUM", "ADJ"):
                break
        return {}

    def _gather(self, sentence: Sentence, token: Token, hit: Hit, roles: Roles) -> None:
        """Roles that hang on the trigger's other words ("menarik mundur pasukannya"), less those words themselves."""
        inside = {t.i for start, end in hit.parts for t in sentence.tokens_in(start, end)}
        for other in (token.doc[i] for i in sorted(inside) if i != token.i):
            for child in other.children:
                base = child.dep_.split(":")[0]
                if child.i in inside or child.i in sentence.date_tokens:
                    continue
                if child.i < other.i:
                    # "a Hezbollah mortar attack", "Norway's mediation bid"
                    if hit.part == "noun" and other.i < token.i and (base == "compound" or child.dep_ == "nmod:poss"):
                        roles.setdefault("poss", []).append(child)
                    continue
                prep = preposition(child) if base in ("obl", "nmod") else ""
                if base == "obj":
                    agent = hit.voice == "pass" and "obj" in roles and "subj" not in roles
                    roles.setdefault("subj" if agent else "obj", []).append(child)
                elif prep:
                    roles.setdefault(f"prep.{prep}", []).append(child)
                elif base in ("ccomp", "xcomp") or (base in ("acl", "advcl") and self._opened(child, inside)):
                    roles.setdefault("clause", []).append(child)
                elif other.i > token.i and base in ("nmod", "compound", "flat"):
                    # "serangan udara X", "berada di bawah kendali X": hung on the last word
                    role = "poss" if hit.part == "noun" else "subj" if hit.voice == "pass" else "obj"
                    roles.setdefault(role, []).append(child)
        for role in list(roles):
            kept = [t for t in roles[role] if t.i not in inside]
            if kept:
                roles[role] = kept
            elif len(roles[role]) and any(t.i in inside for t in roles[role]):
                del roles[role]

    def _opened(self, clause: Token, inside: set[int]) -> bool:
        """Whether the trigger's last word opens a clause ("held talks on reopening …", "issued a warning that …")."""
        if clause.dep_ == "acl" and marks(clause):
            return True
        return any(c.i in inside for c in clause.children if c.dep_ in ("mark", "case"))

    def _undo_particles(self, sentence: Sentence, token: Token, hit: Hit, roles: Roles) -> None:
        """A particle of the trigger that the parser took for a preposition ("hand over weapons") leaves an object."""
        words = (t for start, end in hit.parts for t in sentence.tokens_in(start, end))
        inside = {t.i for t in words if t.pos_ != "NOUN"} | {token.i}  # "say yes to X", "shy away from X"
        for role in [r for r in roles if r.startswith("prep.")]:
            for noun in roles[role]:
                case = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
                apart = len(hit.parts) > 1 and "obj" in roles and len(case[:1]) and noun not in roles["obj"]
                if apart and any(c.dep_ in ("case", "fixed") for c in (*case[1:], *case[0].children)):
                    continue  # "pulled its teams out of the area": what is pulled out stands between
                if case and hit.start <= sentence.from_(case[0]) < hit.end and noun.head.i in inside:
                    roles[role] = [t for t in roles[role] if t.i != noun.i]
                    roles["obj"] = [noun]
            if not roles[role]:
                del roles[role]

    def alternatives(self, token: Token, roles: Roles, *, word: bool = False) -> Iterator[Roles]:
        """The roles, then the same with the subjects of clauses that this one is coordinated with, nearest first.

        A passive has none of these: what others do is not done to its subject. That subject is the one of a trigger
        of any part of speech (`word`: "they are missing", "they were unaccounted for").
        """
        yield roles
        if token.pos_ == "VERB" and self._syntax.passive(token):
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
            subjects = self._syntax.surface_subjects(verb) if verb is not None and token.head.dep_ != "nsubj" else []
            if subjects:
                yield {**roles, "subj": subjects}
        if token.dep_ == "advcl" and not marks(token) and set_off(token):
            # "police arrested members of a cell that planned it, seizing …": what the parser hung on the inner clause
            for above in self._syntax.ancestors(token):
                outer = is_clause(above) and above.i != token.head.i and above.dep_ != "acl:relcl"
                if outer and (subjects := self._syntax.surface_subjects(above)) and subjects != roles.get("subj"):
                    yield {**roles, "subj": subjects}
                if above.dep_ in ("ccomp", "parataxis"):
                    break
        if token.dep_ == "acl:relcl":
            return  # "bring home the bodies of men who fell": who brings them did not
        coordinated = False
        node = token
        for above in self._syntax.ancestors(token):
            coordinated = coordinated or node.dep_ == "conj"
            if coordinated and is_clause(above):
                subjects = self._syntax.surface_subjects(above)
                if subjects and subjects != roles.get("subj"):
                    yield {**roles, "subj": subjects}
            if above.dep_ in ("ccomp", "advcl", "acl:relcl", "parataxis"):
                return
            node = above

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
        head = noun.head
        if not is_clause(head) or noun.dep_ not in ("obj", "obl", "nsubj:pass") or noun.i < head.i:
            return roles
        end = noun.right_edge.i + 1
        while end < len(noun.doc) and (end in dates or end + 1 in dates):
            end += 1
        for child in head.children:
            mark = marks(child).split(" ")[-1]
            if child.dep_ not in ("xcomp", "ccomp", "advcl") or child.left_edge.i != end or not mark:
                continue
            if child.dep_ != "advcl" or mark in controlling:
                return {**roles, "clause": [child]}
        return roles

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
            tokens = self._counting(roles) if role == "number" else roles.get(role, [])
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

    def _counting(self, roles: Roles) -> list[Token]:
        """The numbers that count who does it or whom it is done to, or stand for them."""
        told = expand([*roles.get("subj", []), *roles.get("obj", [])])
        numbers = [c for t in told for c in (t, *t.children) if c.pos_ == "NUM"]
        return numbers or [t for t in told if self._mentions.counts(t)]

    def _meets(self, token: Token, wanted: tuple[str, ...], stands: Stands, *, negative: bool) -> bool:
        """Whether a noun meets a requirement; a pronoun also as the noun it stands for."""
        fits = self._mentions.fits(token, wanted) or (not negative and self._mentions.many(token, wanted))
        noun = stands.get(token.i)
        if noun is None or fits != negative:
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

    def part_fits(self, token: Token, hit: Hit) -> bool:
        """Whether the tagger's part of speech allows the trigger's; a form that shows its voice needs no tagger."""
        if hit.part == "word" or (
            hit.only
            and token.pos_ != "PROPN"
            and not (
                hit.part == "verb"
                and token.pos_ == "NOUN"
                and not hit.voice
                and hit.citation == token.lower_.rstrip("s")
            )
        ):
            return True
        if hit.part == "verb":
            return bool(hit.voice) or token.pos_ in VERB_PARTS or (token.pos_ == "NOUN" and is_clause(token))
        return token.pos_ in NOUN_PARTS or (token.pos_ == "VERB" and not is_clause(token))

    def fill(self, firing: Firing, draft: Draft) -> None:
        """Put the fillers and texts of the trigger's frame into the draft."""
        slots = KINDS[draft.kind]
        for role, options in firing.trigger.frame.slots.items():
            tokens = firing.roles.get(role, []) or self._behind_object(firing, role, options)
            rivals = RECEIVING.intersection(options, firing.trigger.frame.slots.get("obj", ()))
            if rivals and "obj" in firing.roles and role.startswith("prep."):
                tokens = [t for t in tokens if self._receives(t)]  # else it is the thing that is acted on
            if not tokens:
                continue
            for slot in options:
                if slot not in slots or slot in draft.texts or (slot in DONE_TO and self._owned(firing, role)):
                    continue
                if slot in draft.fillers and not self._adds(firing, slot, role, options):
                    continue
                if slot == "addressee" and options[-1] == "content" and not any(map(self._spoken_to, expand(tokens))):
                    continue  # "slammed the appointment": a thing, though a word that we do not know could act
                if slot in draft.fillers and len(options) > 1:
                    tokens = [t for t in tokens if self._met(t)]  # "visited the king", not "visited Oslo"
                if self._fill_slot(firing, draft, slot, slots[slot], role, tokens):
                    break

    def receives(self, noun: Token) -> bool:
        """Whether a noun may name to whom or what an act was done."""
        return self._receives(noun) and self._can_fill("target", "", noun)

    def _owned(self, firing: Firing, role: str) -> bool:
        """Whether whose act it is did it, since whom it was done to is named behind ("X's killing of three men")."""
        whose = firing.roles.get("poss", [])
        if role == "poss" and firing.trigger.values.get("act") in FORCE:
            beside = [t for t in whose if t.dep_ == "compound" and "armed_force" in self._mentions.classes(t)]
            if beside and len(beside) == len(whose):
                return True  # "death squad killings"
        if role != "poss" or not all(t.i < firing.token.i for t in whose):
            return False
        genitive = self._pack.words("genitive_markers")
        behind = [t for r, ts in firing.roles.items() if r.startswith("prep.") and r[5:] in genitive for t in ts]
        return any(self._mentions.fits(t, ("@person", "@agent")) for t in behind)

    def _adds(self, firing: Firing, slot: str, role: str, options: tuple[str, ...]) -> bool:
        """Whether a role adds to who fills a slot already ("X meets Y": both take part)."""
        if slot in MUTUAL and role in ("subj", "obj"):
            return True
        return slot in ACTING and options == firing.trigger.frame.slots.get("subj") and self._joins(role)

    def _joins(self, role: str) -> bool:
        """Whether a role beside the subject adds to it, where the frame makes them equals ("sets up ties with Y")."""
        companions = self._pack.words("companion_markers")
        return role == "obj" or (role.startswith("prep.") and role[5:].replace("_", " ") in companions)

    def _behind_object(self, firing: Firing, role: str, options: tuple[str, ...]) -> list[Token]:
        """Whom a phrase behind the object names, where the parser hung it on the object ("granted asylum to X")."""
        if not role.startswith("prep.") or RECEIVING.isdisjoint(options):
            return []
        word = role[5:].replace("_", " ")
        genitive = self._pack.words("genitive_markers")
        if word in genitive or word in self._pack.words("passive_agent"):
            return []
        things = firing.roles.get("obj", [])
        if firing.nominal:  # "a suspension of aid to X"
            things = [t for r, ts in firing.roles.items() if r.startswith("prep.") and r[5:] in genitive for t in ts]
        return _with_phrase(things, role[5:])

    def _hung_on_object(self, roles: Roles, word: str) -> list[Token]:
        """Nouns of a phrase that the parser hung on the verb's object ("passed information to the police")."""
        if word.replace("_", " ") in self._pack.words("genitive_markers"):
            return []
        return _with_phrase(roles.get("obj", []), word)

    def _receives(self, noun: Token) -> bool:
        """Whether somebody or a named place is meant, to whom or against whom a thing is directed."""
        if self._mentions.is_event(noun) or self._mentions.classes(noun) & {"abstract", "money", "time_noun"}:
            return False
        known = self._mentions.is_name(noun) or self._mentions.fits(noun, ("@agent",))
        return known or bool(self._mentions.pronoun(noun))

    def _met(self, token: Token) -> bool:
        """Whether an object that may be a place is somebody who is met there."""
        if token.pos_ == "PROPN":
            return token.ent_type_ == "PER"
        return self._mentions.fits(token, ("@person", "@official")) and not self._mentions.fits(token, ("@place",))

    def _spoken_to(self, token: Token) -> bool:
        """Whether a word is known to be, or is named as, somebody."""
        return token.pos_ != "NOUN" or bool(self._mentions.classes(token) & SOMEBODY)

    def _fill_slot(self, firing: Firing, draft: Draft, slot: str, type_: str, role: str, tokens: list[Token]) -> bool:
        sentence = firing.sentence
        if type_ == FILLERS:
            act = firing.trigger.values.get("act", "")
            good = [t for t in expand(tokens) if not _measures(sentence, t) and self._can_fill(slot, role, t, act)]
            good = [t for t in good if len(good) == 1 or not _own_toll(sentence, t, firing)]
            if slot == "target" and act in FORCE:
                good = [t for t in good if not self._mentions.fits(t, MUNITION)]
            draft.add(slot, [Mention(sentence, t) for t in good])
            return bool(good)
        if type_ == TEXT:
            if slot == "topic" and "time_noun" in self._mentions.classes(tokens[0]):
                return False  # "met on the sidelines of the summit"
            if slot == "instrument" and not self._is_means(tokens[0]):
                return False
            if slot == "cause" and not is_reason(tokens[0], self._mentions):
                return False
            draft.texts[slot] = (
                self._mentions.span(sentence, tokens[0])
                if slot == "instrument" or tokens[0].is_ancestor(firing.token)
                else self.text_of(sentence, tokens[0], role)
            )
            return True
        return False  # counts are the kind's own business

    def _is_means(self, noun: Token) -> bool:
        """Whether something may be done with it: no person, manner or time ("dengan seorang pria", "with zeal")."""
        kinds = self._mentions.classes(noun)
        lives = "agent" in kinds or "person" in kinds
        return not (lives and "weapon" not in kinds) and not kinds & TIMELESS and not self._mentions.small_word(noun)

    def _can_fill(self, slot: str, role: str, token: Token, act: str = "") -> bool:
        small = token.pos_ == "ADP" or self._mentions.small_word(token)
        if not any(char.isalnum() for char in token.text) or _clock(token) or small:
            return False
        if is_clause(token) and token.pos_ == "VERB":
            return False
        fragment = any(c.dep_ == "det" and self._syntax.is_relative(c) for c in token.children)
        if slot in ACTING and (self.nobody(token) or self._mentions.takes_a_stand(token)):
            return False
        if slot in ACTING and self._mentions.only_where(token):
            return False
        if slot in VAGUELY and self._mentions.only_portions(token):
            return False  # "sebagian besar", "penyerbuan gabungan"
        if slot in PARTIES and token.pos_ == "ADJ" and not self._mentions.classes(token):
            return False  # "pleaded guilty to killing three"
        if token.dep_ == "expl" or (fragment and slot in ACTING):
            return False  # "there", "that house illegal militias": no noun phrase of its own
        if role == "poss":
            kinds = self._mentions.classes(token)
            where = _where(token, place="place" in kinds) and "organisation" not in kinds
            return not (slot == "participants" and where) and self._possesses(slot, token)
        if slot == "actor" and role == "subj":
            kinds = self._mentions.classes(token)
            return self._mentions.can_act(token) or (not kinds & NEVER_ACT and not self._mentions.is_event(token))
        if slot == "addressee" and "deed" in self._mentions.classes(token):
            return False  # "ordered an inquiry"
        if slot == "force" and token.pos_ == "NUM":
            return True  # "will send 350": of whom is told before
        if slot in ACTING or slot == "addressee":
            return self._mentions.can_act(token) and (slot not in PARTIES or self._mentions.somebody(token))
        if slot == "victims" and token.pos_ == "PROPN" and token.ent_type_ == "LOC" and not _told_how_many(token):
            return False  # a place is nobody ("di Kirkuk, Irak utara, dua orang tewas")
        if slot in ("victims", "target"):
            measures = "time_noun" in self._mentions.classes(token)  # "held for a week"
            kinds = self._mentions.classes(token)
            happens = self._mentions.is_event(token) and "weapon" not in kinds
            if slot == "target" and act in STRIKING and "abstract" in kinds and not kinds & SOMEBODY:
                return False  # "serangan … dan krisis ekonomi": what no force strikes
            return not measures and (act == "other" or not happens)
        return True

    def nobody(self, token: Token) -> bool:
        """Whether the words name nobody ("no one", "tidak seorang pun")."""
        words = [t.lower_ for t in token.doc[max(token.i - 1, 0) : token.i + 1]]
        none = self._pack.words("negative_determiner")
        return none.at(words[-1:], 0) == 1 or (len(words) > 1 and none.at(words, 0) == len(words))

    def _possesses(self, slot: str, token: Token) -> bool:
        """Whether a word beside an event noun is a party to it, and no mere attribute or place."""
        kinds = self._mentions.classes(token)
        if self._pack.in_class(token.lower_, "nationality") or self._mentions.pronoun(token):
            return True
        if token.pos_ == "ADJ" and "armed_force" not in kinds:
            return False  # "an official visit"
        if "agent" in kinds and not (token.ent_type_ == "LOC" and "state" not in kinds):
            return True
        if slot == "target":
            return (token.pos_ == "NOUN" and bool(kinds)) or token.pos_ == "PROPN"
        return token.ent_type_ in ("PER", "ORG")

    def text_of(self, sentence: Sentence, token: Token, role: str = "") -> Span:
        """Free text of a role: a clause without its subordinator's sentence, a noun with its modifiers and phrase."""
        assert sentence.doc is not None
        doc = sentence.doc
        if is_clause(token) or role == "clause":
            left, right = token.left_edge.i, token.right_edge.i
        else:
            left, right = token.left_edge.i, token.right_edge.i
            case = [c.right_edge.i for c in token.children if c.dep_ == "case" and c.i < token.i]
            if case:
                left = max(left, max(case) + 1)
            for child in token.children:
                if child.dep_ == "parataxis" and token.i < child.i <= right:
                    right = min(right, child.left_edge.i - 1)
        while left < right and (doc[left].is_punct or doc[left].is_space or doc[left].pos_ == "CCONJ"):
            left += 1
        while right > left and (doc[right].is_punct or doc[right].is_space):
            right -= 1
        tag = next(
            (t for t in tags(doc) if left < t.start <= right < t.end + 1 and not t.start <= token.i < t.end), None
        )
        right = max(_before_aside(token, right) if tag is None else tag.start - 1, left)
        while right > left and doc[right].is_punct:
            right -= 1
        start, end = sentence.from_(doc[left]), sentence.to(doc[right])
        return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])

    def filled(self, firing: Firing, kind: str = "") -> Draft:
        """What the frame of a trigger gives, for another claim that needs to know; nothing else is settled."""
        draft = Draft(kind or firing.trigger.kind, firing.sentence, firing.token, "")
        self.fill(firing, draft)
        return draft

    def topic(self, firing: Firing) -> Span | None:
        """What it is about: a phrase with a topic word, beside the trigger or the verb that carries it."""
        for node in (firing.token, *firing.roles.get("governor", [])):
            found = self.marked(node, "topic_markers")
            if found is None or found.i == firing.token.i or found.is_ancestor(firing.token):
                continue
            if "time_noun" not in self._mentions.classes(found):
                return self.text_of(firing.sentence, found)
        return None

    def others(self, firing: Firing, *keys: str) -> list[Mention]:
        """Who else takes part, named with a preposition of the grammar words `keys` ("with", "between")."""
        found: list[Token] = []
        for role, tokens in firing.roles.items():
            name = role[5:].replace("_", " ") if role.startswith("prep.") else ""
            if name and any(name in self._pack.words(key) for key in keys):
                beside = [t for t in tokens if not _absolute(t)]
                found += [t for t in expand(beside) if self._mentions.can_act(t) and self._mentions.somebody(t)]
        if not found and firing.nominal:
            found = self._following(firing, *keys)
        return [Mention(firing.sentence, t) for t in found]

    def _following(self, firing: Firing, *keys: str) -> list[Token]:
        """Who is named after a noun, where the parser hung "between X and Y" on a word that stands between."""
        last = firing.sentence.token_at(firing.hit.end - 1) or firing.token
        for token in last.doc[last.i + 1 : last.i + NEARBY]:
            if token.pos_ in ("CCONJ", "PUNCT", "SCONJ") or (token.pos_ == "VERB" and token.i > last.i + 1):
                return []  # a verb right after the noun may be its attribute ("perundingan dagang")
            if token.pos_ == "ADP":
                noun, word = token.head, token.lower_
                between = "between_markers" in keys and word in self._pack.words("between_markers")
                # "tewas dalam baku tembak dengan tentara": with whom they fought, and not with whom they died
                beside = "companion_markers" in keys and token.i == last.i + 1 and token.head.dep_ == "obl"
                between = between or (beside and word in self._pack.words("companion_markers"))
                if not between and noun.i > token.i and self._mentions.fits(noun, ("@place",)):
                    continue  # "talks in Oslo between …"
                if not between or token.dep_ != "case" or noun.i < token.i or not self._mentions.can_act(noun):
                    return []
                return expand([noun])
        return []

    def marked(self, token: Token, key: str) -> Token | None:
        """A dependant of `token` whose preposition or mark is among the grammar words `key`."""
        words = self._pack.words(key)
        if words.firsts.isdisjoint(lowered(token.doc)):
            return None
        dates = token.doc.user_data.get(DATES, frozenset())
        words_of_place = self._pack.words("place_prepositions")
        for child in token.children:
            if child.i in dates:
                continue
            base = child.dep_.split(":")[0]
            mark = (
                preposition_words(child)
                if base in ("obl", "nmod")
                else marks(child)
                if base in ("advcl", "acl")
                else ""
            )
            leads = key == "purpose_markers" and base in ("obl", "nmod") and mark in words_of_place
            if mark and words.at(mark.split(" "), 0) and not leads:  # "taken to hospital": where, not what for
                return child
            if child.lower_ in words and base in ("advcl", "obl"):
                inner = [c for c in child.children if c.dep_ in ("obj", "obl", "nmod")]
                if inner:
                    return inner[0]
        return None
