"""Who does what a verb tells: its own subject, one that it shares, or the noun that it describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack, Phrases
from gencatan.parse.morph import has
from gencatan.reading.tree.relations import (
    AGENT_CLASSES,
    MAX_CLIMB,
    PARTICLES,
    RELATIVE,
    SUBJECTS,
    counted_with,
    date_tokens,
    has_subject,
    is_clause,
    is_participle,
    marks,
    preposition,
    preposition_words,
    set_off,
    starts,
)
from gencatan.reading.tree.verbs import Verbs

if TYPE_CHECKING:
    from spacy.tokens import Token

PERSONS: Final = frozenset({"person", "official", "people", "armed_force", "armed_group", "prisoner", "civilian"})
LANDS: Final = frozenset({"place_noun"})
ARMED: Final = frozenset({"armed_force", "armed_group", "rebel", "attacker"})
HARMED: Final = frozenset({"victim", "person", "civilian"})
HELD: Final = frozenset({"arrest", "execution", "investigation", "sanction"})
VIOLENT: Final = frozenset({"hostilities", "violence", "bombing_noun"})


class Subjects:
    """Subjects of verbs over trees, with the few words of a language that they need."""

    def __init__(self, pack: Pack, verbs: Verbs) -> None:
        """Take the words from the pack's grammar."""
        self._verbs = verbs
        self._agents = pack.words("passive_agent")
        self._in_class = pack.in_class
        self._genitive = pack.words("genitive_markers")
        self._positions = pack.words("position_prepositions")
        self._contacting = pack.words("verbs_contacting")
        self._going = pack.words("verbs_going")
        self._summing = pack.words("nouns_summing")
        self._after = pack.words("after_markers")
        self._outcomes = pack.words("outcome_markers")
        self._causes, self._judging = pack.words("cause_markers"), _judging(pack)
        self._about = pack.words("topic_markers")
        self._reporting = pack.words("verbs_reporting")
        self._controlling = pack.words("control_marks")
        self._addressing = pack.words("addressee_markers")
        self._reflexives = pack.words("reflexives")
        self._hurting, self._harming = _hurting(pack), _harming(pack)
        self._upon = pack.words("against_markers") | pack.words("upon_markers")
        self._affecting = pack.words("verbs_affecting")
        self._undergoing = pack.words("verbs_undergoing")
        self._planning, self._unowned = pack.words("nouns_planned"), pack.unowned
        self._directing = _directing(pack)
        self._vowing = _vowing(pack)
        self._classes_of = pack.classes_of
        self._noun_classes = pack.noun_classes

    def of(self, verb: Token, depth: int = 0) -> list[Token]:
        """What stands as subject of a verb, shared or controlled ones included, before voice is undone."""
        if depth > MAX_CLIMB:
            return []
        own = [
            c for c in verb.children if c.dep_ in SUBJECTS and (c.pos_ not in PARTICLES or self._verbs.is_relative(c))
        ]
        nominal = [c for c in own if not self._verbs.is_relative(c)]
        if nominal:
            return nominal[-1:] if _slipped(verb, nominal) or self._set_before(verb, nominal) else nominal
        if not own:
            nominal = _before_auxiliary(verb)
            if nominal:
                return nominal
        head = verb.head
        if head is verb or head.i == verb.i:
            return []
        if own or verb.dep_ == "acl:relcl":
            antecedent = self.antecedent(verb)
            if antecedent is not None and (own or not has_subject(verb)):
                return [antecedent]
            return []
        if verb.dep_ == "acl" or (
            verb.dep_ in ("amod", "nmod", "compound") and verb.i > head.i and not preposition(verb)
        ):
            mark = marks(verb)
            if mark and mark.split(" ")[-1] in self._controlling:
                if not self.acts(head):
                    return self._behind(head, depth)
                if head.dep_ in ("obj", "iobj", "nsubj:pass"):
                    return [head]
            if not mark and (held := self._charged(head)):
                return held
            if not mark and self.is_plan(head):
                return self._whose(head) or self._behind(head, depth)  # "rencana Israel menduduki kota"
            return [] if mark or self._only_where(head, verb) else [head]
        if verb.dep_ == "conj":
            shared = self.of(head, depth + 1) if is_clause(head) else []
            return self._agreeing(verb, head, depth) or shared if _disagree(verb, shared) else shared
        if (side := self.gapped_side(verb)) is not None:
            return [side]
        if self._outcomes and (befell := self._befell(verb, head)) is not None:
            return [befell]
        if verb.dep_ in ("xcomp", "ccomp"):
            if head.lower_ in self._reporting and not (verb.dep_ == "xcomp" and self._verbs.passive(head)):
                if self._says_of_itself(verb, head):
                    return self.of(head, depth + 1)
                # "X said that …": the speaker is not the subject of what was said
                if self._verbs.own_deed(verb, head):  # but "menyatakan menangkap tiga orang"
                    return self.of(head, depth + 1)
                return [c for c in head.children if c.dep_ == "obj" and c.i < verb.i][-1:]
            return self._controlled(verb, head, depth) or self.of(head, depth + 1)
        if verb.dep_ == "advcl":
            mark = marks(verb)
            if not mark and (opened := self._opened(verb)) is not None:
                return [opened]
            if not mark and self._verbs.passive(verb) and (verb.i < head.i or set_off(verb)):
                return self.of(head, depth + 1)  # "held since May, the poet was freed", "were found there, shot"
            charged = mark in self._genitive and head.lower_ in self._directing  # "accused its neighbour of mining"
            if mark in self._about and not charged and (owner := self._whose_aim(verb)) is not None:
                return [owner]
            controls = mark and (mark.split(" ")[-1] in self._controlling or self._held_for(head, mark))
            if controls:
                controlled = self._controlled(verb, head, depth)
                if controlled:
                    return controlled
            # but none of "told supporters after returning from …"
            aside = is_participle(verb) and set_off(verb)  # "told reporters …, *calling* for talks"
            if head.lower_ in self._directing and head.i < verb.i and (controls or not (mark or aside)):
                found = self._controlled(verb, head, depth)
                if not found and head.dep_ == "acl:relcl" and has_subject(head):
                    return [head.head]  # "three generals it accuses of ordering the raid"
                return found or self.of(head, depth + 1)
            told = mark and head.lower_ in self._reporting and self._verbs.passive(head)
            if told and not self._verbs.passive(verb):
                said = [c for c in head.children if c.dep_ == "obl:agent" or preposition(c) in self._agents]
                said = said or [c for c in head.children if c.dep_ in ("obj", "obl") and c.i == head.i + 1]
                if said:
                    return said[:1]  # "hal itu dikatakan *Presiden* seusai bertemu …"
            if not mark and (self._verbs.passive(head) or starts(head, self._undergoing)):
                # "X was hit by Y, killing Z", "X faced an attack, killing Z": the agent or the act itself, never X
                return [c for c in head.children if c.dep_ == "obl:agent" or preposition(c) in self._agents][:1]
            return self.of(head, depth + 1)
        if verb.dep_ == "obl" and verb.pos_ == "VERB" and head.lower_ in self._directing:
            opening = marks(verb) or preposition(verb)  # "accused X of shooting at Y", taken for a noun
            return self._controlled(verb, head, depth) if opening in self._controlling else []
        if verb.dep_ == "parataxis" and head.lower_ in self._reporting and verb.i > head.i:
            # "X said at least 200, ten of them children, died": what was taken for what X said is who died
            return [c for c in head.children if c.dep_ == "obj" and c.i < verb.i][-1:]
        if verb.dep_ == "parataxis":
            return [] if verb.lower_ in self._reporting else self.of(head, depth + 1)
        return []

    def _held_for(self, head: Token, mark: str) -> bool:
        """Whether a clause tells for what somebody is blamed, held or punished ("menghukum lima pria *karena menculik*
        wartawan"): they did it, and not who holds them."""
        return mark in self._causes and starts(head, self._judging) and not self._verbs.passive(head)

    def _befell(self, verb: Token, head: Token) -> Token | None:
        """To whom another verb was done, which a verb without an object of its own says the end of ("memukuli seorang
        tahanan *hingga tewas*", but "menyerbu kota itu *hingga menewaskan* …")."""
        if (
            verb.dep_ not in ("advcl", "xcomp", "ccomp")
            or marks(verb) not in self._outcomes
            or self._verbs.passive(head)
        ):
            return None
        if any(c.dep_ in ("obj", "ccomp", "xcomp", *SUBJECTS) for c in verb.children):
            return None
        return next((c for c in head.children if c.dep_ == "obj" and head.i < c.i < verb.i), None)

    def _opened(self, verb: Token) -> Token | None:
        """The noun before a verb and its date that the word opening their clause was taken for a preposition of ("tewas
        *sejak Kabila bulan lalu* menyerukan gencatan senjata")."""
        doc, dates, at = verb.doc, date_tokens(verb.doc), verb.i - 1
        while at > 0 and at in dates:
            at -= 1
        if at in (0, verb.i - 1) or is_participle(verb):
            return None
        noun = doc[at]
        while noun.dep_.split(":")[0] in ("flat", "nmod", "compound") and noun.head.i < noun.i:
            noun = noun.head
        beside = noun.pos_ in ("NOUN", "PROPN") and noun.dep_.split(":")[0] == "obl" and noun.head.i == verb.head.i
        return noun if beside and preposition_words(noun) in self._after else None

    def _charged(self, noun: Token) -> list[Token]:
        """Who is held or tried on the charge that a noun names, and is said to have done what stands behind it
        ("menahan seorang pria atas *tuduhan* menyerang polisi")."""
        verb = noun.head
        if noun.lower_ not in self._summing or not preposition(noun) or not starts(verb, self._affecting):
            return []
        passive = self._verbs.passive(verb)
        return self.of(verb) if passive else [c for c in verb.children if c.dep_ == "obj" and c.i < noun.i][:1]

    def _agreeing(self, verb: Token, head: Token, depth: int) -> list[Token]:
        """The subject further up that a verb in the singular agrees with ("X says they go, and *has* agreed")."""
        for above in head.ancestors:
            if is_clause(above) and (found := self.of(above, depth + 1)) and not _disagree(verb, found):
                return found
        return []

    def _set_before(self, verb: Token, subjects: Sequence[Token]) -> bool:
        """Whether things that do nothing stand before a comma and the one subject ("isinya antara lain, X harus …")."""
        last = subjects[-1]
        apart = len(subjects) > 1 and last.i < verb.i and verb.doc[last.left_edge.i - 1].text == ","
        return apart and not any(self.acts(t) for t in subjects[:-1])

    def gapped_side(self, verb: Token) -> Token | None:
        """Who has a term to do something in, behind an "and", where the verb of giving is left out ("gives A a day to
        disarm and B a week to leave", "dan B sepekan untuk mundur"); None elsewhere."""
        doc, mark = verb.doc, verb.i - 1
        if verb.pos_ != "VERB" or mark < 3 or doc[mark].lower_ not in self._controlling:
            return None
        dates = date_tokens(doc)
        at, told = mark - 1, False
        while at > 0 and (kind := self._of_term(doc[at], dates)):
            told = told or kind == "term"
            at -= 1
        first = at
        while first > 0 and doc[first].pos_ in ("NOUN", "PROPN", "ADJ"):
            first -= 1
        name = at if told and first < at else None
        if doc[first].pos_ == "DET":
            first -= 1
        if name is None or first < 0 or doc[first].pos_ != "CCONJ":
            return None
        if first < verb.head.i <= name:
            return None  # "India dan Pakistan *sepakat* pada Senin untuk …": that is no side
        inside = doc[first + 1 : name + 1]
        return next((t for t in inside if t.pos_ != "DET" and t.head not in inside), doc[name])

    def _of_term(self, token: Token, dates: frozenset[int]) -> str:
        if token.i in dates or self._in_class(token.lower_, "time_noun") or self._in_class(token.lemma_, "time_noun"):
            return "term"
        return "beside" if token.pos_ in ("DET", "NUM", "ADP") else ""

    def _says_of_itself(self, verb: Token, head: Token) -> bool:
        """Whether a verb right behind one of saying has no subject but the speaker ("mengumumkan telah merebut",
        "claimed to have won", "reported killing three"): only its own auxiliaries stand between."""
        between = [verb.doc[i] for i in range(head.i + 1, verb.i)]
        own = all(t.head.i == verb.i and t.dep_.split(":")[0] in ("aux", "advmod", "mark") for t in between)
        helps = any(t.dep_.split(":")[0] == "aux" or t.lower_ in self._controlling for t in between)
        return own and (helps or is_participle(verb))

    def _controlled(self, verb: Token, head: Token, depth: int) -> list[Token]:
        """The object of the governing verb, who is to do what the clause says ("ordered the troops to withdraw").

        Where the object is no doer but an attempt or a plan, whose it is ("repelled an attempt by X to cross").
        """
        if starts(head, self._contacting) or head.lower_ in self._vowing:
            return []  # "telephoned the leaders to press for a truce", "berjanji kepada Paris akan mundur"
        objects = [c for c in head.children if c.dep_ in ("obj", "iobj") and c.i < verb.i]
        objects = [c for c in objects if c.lower_ not in self._reflexives]
        if objects and self._in_class(objects[-1].lower_, "restriction"):
            return self._burdened(objects[-1], verb)
        if objects and not self.acts(objects[-1]):
            owners = self._behind(objects[-1], depth) if verb.dep_ == "advcl" else []
            return owners or objects[-1:]
        if starts(head, self._going) or head.lemma_.lower() in self._going:
            return objects[-1:]  # "flew to Rabat to meet the king"
        dates = date_tokens(verb.doc)
        addressee = [
            c
            for c in head.children
            if c.dep_ == "obl" and c.i < verb.i and c.i not in dates and preposition(c) in self._addressing
        ]
        return objects[-1:] or [c for c in addressee if c.i > head.i or self.acts(c)][-1:]

    def _whose_aim(self, clause: Token) -> Token | None:
        """Whose noun stands right before a clause that tells what it is about, hung on the verb above it ("criticised
        *Tokyo's* insistence on raising the issue")."""
        at = clause.left_edge.i - 1
        noun = clause.doc[at] if at >= 0 else clause
        if noun.dep_ != "obj" or noun.head.i != clause.head.i or self.acts(noun):
            return None
        return next((c for c in noun.children if c.dep_ == "nmod:poss"), None)

    def _burdened(self, burden: Token, verb: Token) -> list[Token]:
        """On whom something is laid, and who has done what for ("imposed sanctions on *Iran* for refusing to …")."""
        behind = (c for node in (burden, burden.head) for c in node.children if burden.i < c.i < verb.i)
        return [c for c in behind if c.dep_ in ("nmod", "obl") and preposition(c) in self._upon][:1]

    def acts(self, noun: Token) -> bool:
        """Whether the noun can do what its clause says, rather than be somebody's "attempt", "plan" or "right" to."""
        kinds = self._classes_of(noun.lower_) | self._classes_of(noun.lemma_.lower())
        if noun.pos_ in ("PROPN", "PRON") or noun.ent_type_ in ("PER", "ORG") or kinds & AGENT_CLASSES:
            return True
        return has(noun, "Number", "Plur") and "abstract" not in kinds

    def _behind(self, noun: Token, depth: int) -> list[Token]:
        """Whose attempt, plan or right it is: named by an agent or possessor, else the subject of its verb."""
        for child in noun.children:
            prep = preposition(child)
            if child.dep_ == "obl:agent" or (prep and prep in self._agents):
                return [child]
        owners = [c for c in noun.children if c.dep_ == "nmod:poss"]
        if owners:
            return owners[:1]
        told = [c for c in noun.children if c.dep_ in SUBJECTS and c.i < noun.i]
        if told:
            return told[-1:]  # "X is not up to the task of …"
        head = noun.head
        if noun.dep_ == "obj" and is_clause(head) and self._verbs.light(head) and not self._verbs.passive(head):
            return [] if self._verbs.names(head) else self.of(head, depth + 1)
        return []

    def is_plan(self, noun: Token) -> bool:
        """Whether a noun names what somebody plans, whosever it is ("kesiapannya")."""
        return noun.lower_ in self._planning or self._unowned(noun.lower_) in self._planning

    def _whose(self, plan: Token) -> list[Token]:
        """Whose a plan is, by the noun right behind it."""
        beside = (c for c in plan.children if c.dep_ == "nmod" and c.i > plan.i and not preposition(c))
        return [c for c in beside if self.acts(c)][:1]

    def whose(self, pronoun: Token) -> Token | None:
        """Whom a relative pronoun beside a noun means ("*rebels*, whose assault on the town killed five")."""
        node = pronoun.head
        for _ in range(MAX_CLIMB):
            if node.dep_ == "acl:relcl" and node.head.i < pronoun.i:
                return self.antecedent(node) or node.head
            if node.head.i == node.i:
                return None
            node = node.head
        return None

    def antecedent(self, verb: Token) -> Token | None:
        """The noun that the relative clause headed by `verb` (or by the verb it is coordinated with) describes."""
        token = verb
        for _ in range(MAX_CLIMB):
            if token.dep_ in RELATIVE:
                return self._described(token.head, verb)
            if token.dep_ not in ("conj", "xcomp", "ccomp") or token.head.i == token.i:
                return None
            token = token.head
        return None

    def _described(self, noun: Token, verb: Token) -> Token | None:
        """The noun before a relative clause, or the one around it that can suffer or do what the clause says.

        In "officers of the ministry who were arrested" those are the officers, and in "a raid on Basra which killed
        ten" it is no town that kills. Nor is it an age that flees ("said Awa, 34, who fled with her children").
        """
        if counted_with(noun) or _of_both(noun, verb):
            noun = noun.head  # "86 women and children who were seized"
        if noun.pos_ == "NUM" and noun.dep_ in ("appos", "nummod", "amod", "nmod") and noun.head.pos_ == "PROPN":
            return noun.head
        if (last := _last_alone(noun, verb)) is not None:
            return last
        if self._is_time(noun):  # "pertempuran lima hari yang menewaskan 40 orang": it is the fighting that killed
            return next((above for above in self._nouns_above(noun) if not self._is_time(above)), noun)
        if verb.lower_ in self._harming and self._is_attacked(noun) and not self._verbs.passive(verb):
            return noun.head  # "an attack on tourists that left 26 dead"
        named = noun.pos_ == "PROPN" and noun.ent_type_ != "LOC"
        if self._is_land(noun) and self._verbs.passive(verb) and verb.lower_ in self._affecting:
            dwelling = [c for c in noun.children if c.dep_ == "nmod" and noun.i < c.i < verb.i and self._person(c)]
            if dwelling:
                return dwelling[-1]  # "the home town of the *officers* who were killed"
        if not named and self._verbs.passive(verb) and verb.lower_ in self._affecting and not self._person(noun):
            return next((above for above in self._nouns_above(noun) if self._person(above)), noun)
        if verb.lower_ in self._hurting and noun.ent_type_ == "LOC" and preposition(noun):
            others = (n for n in self._nouns_above(noun) if n.ent_type_ != "LOC" and not self._is_land(n))
            return next(others, None)
        if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN" and noun.head.i < noun.i:
            return noun.head  # "Hamas, the group that holds the strip"
        return None if self._only_where(noun, verb) else noun

    def _is_attacked(self, noun: Token) -> bool:
        """Whether a noun names people who bear no arms, as those whom the act before it befell."""
        act, kinds = noun.head, self._classes_of(noun.lower_)
        if noun.dep_ != "nmod" or preposition_words(noun) not in self._upon or kinds & ARMED or not kinds & HARMED:
            return False
        return bool(self._classes_of(act.lower_) & VIOLENT)

    def _only_where(self, noun: Token, verb: Token) -> bool:
        """Whether a noun only tells where something is, so that it does nothing ("a group in the state of X which
        killed ten", "took to the streets in the north of the country calling for …")."""
        where = noun
        while where.dep_ == "nmod" and preposition(where) in self._genitive and where.head.i < where.i:
            where = where.head
        if self._verbs.passive(verb) or preposition_words(where) not in self._positions:
            return False
        return noun.ent_type_ == "LOC" or self._is_land(where)

    def _is_time(self, noun: Token) -> bool:
        return "time_noun" in self._noun_classes(noun.lower_, noun.lemma_.lower())

    def _is_land(self, noun: Token) -> bool:
        return bool(self._noun_classes(noun.lower_, noun.lemma_.lower()) & LANDS)

    def _person(self, noun: Token) -> bool:
        return bool(self._noun_classes(noun.lower_, noun.lemma_.lower()) & PERSONS)

    def _nouns_above(self, noun: Token) -> Iterator[Token]:
        while noun.dep_.split(":")[0] in ("nmod", "compound", "flat") and noun.head.i < noun.i:
            noun = noun.head
            if noun.pos_ in ("NOUN", "PROPN"):
                yield noun


def _disagree(verb: Token, subjects: Sequence[Token]) -> bool:
    """Whether a verb stands in the third person singular and what is shared as its subject is several."""
    finite = [t for t in (verb, *(c for c in verb.children if c.dep_.startswith("aux"))) if has(t, "VerbForm", "Fin")]
    single = any(has(t, "Number", "Sing") and has(t, "Person", "3") and has(t, "Tense", "Pres") for t in finite)
    return single and bool(subjects) and (len(subjects) > 1 or has(subjects[0], "Number", "Plur"))


def _last_alone(noun: Token, verb: Token) -> Token | None:
    """The last of several names before a relative clause that tells of one alone ("Bush and *Maliki*, who is in …")."""
    if noun.pos_ != "PROPN":
        return None
    beside = [c for c in noun.children if c.dep_ == "conj" and c.pos_ == "PROPN" and noun.i < c.i < verb.i]
    helping = (t for t in (verb, *verb.children) if t.pos_ == "AUX" or has(t, "Tense", "Pres"))
    one = beside and any(has(t, "Number", "Sing") for t in helping)
    return beside[-1] if one else None


def _slipped(verb: Token, subjects: Sequence[Token]) -> bool:
    """Whether only the last of a verb's subjects is one: the parser hung another clause's beside it.

    So it is of a passive, and where the word that opens the clause stands between them ("jemaah … tewas [ketika] pria
    bersenjata melepaskan tembakan").
    """
    if len(subjects) < 2 or subjects[-1].i > verb.i:
        return False
    opens = any(c.dep_ == "mark" and subjects[-2].i < c.i < subjects[-1].i for c in verb.children)
    return opens or any(c.dep_ == "aux:pass" and c.i > subjects[-1].i for c in verb.children)


def _of_both(noun: Token, verb: Token) -> bool:
    """Whether a clause behind a comma is about both names that are a subject together ("X and Y, *which* brokered the
    truce, were absent"), unless its verb is of one."""
    first = noun.head
    if noun.dep_ != "conj" or noun.pos_ != "PROPN" or first.pos_ != "PROPN" or first.dep_ not in SUBJECTS:
        return False
    finite = (verb, *(c for c in verb.children if c.dep_ in ("aux", "aux:pass", "cop")))
    tells = (t for t in finite if t.pos_ == "AUX" or has(t, "Tense", "Pres"))  # in English a past tense tells nothing
    return verb.left_edge.text == "," and not any(has(t, "Number", "Sing") for t in tells)


def _before_auxiliary(verb: Token) -> list[Token]:
    """The noun right before a verb's auxiliary that the parser hung on an earlier one ("In hours each side was …")."""
    auxiliary = next((c for c in verb.children if c.dep_ in ("aux", "aux:pass") and c.i < verb.i), None)
    if auxiliary is None or auxiliary.i == 0 or marks(verb):
        return []
    noun = auxiliary.nbor(-1)
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ not in ("nmod", "appos", "dep", "obj") or noun.head.i > noun.i:
        return []
    return [] if noun.is_ancestor(verb) or preposition(noun) else [noun]


def _directing(pack: Pack, roles: Sequence[str] = ("obj",)) -> frozenset[str]:
    """Forms of verbs whose object (or other role) is told or said to do something ("urge", "menuduh")."""
    found: set[str] = set()
    for trigger in pack.triggers:
        if (
            trigger.kind == "statement"
            and trigger.part == "verb"
            and any("addressee" in trigger.frame.slots.get(role, ()) for role in roles)
        ):
            for word in trigger.words:
                if " " not in word:
                    found.update(form for form, _ in pack.inflection.forms(word, "verb"))
    return frozenset(found)


def _judging(pack: Pack) -> Phrases:
    """Forms of verbs by which somebody blames, holds or punishes another, who is their object."""
    found: set[str] = set()
    for trigger in pack.triggers:
        values, type_ = trigger.values, trigger.plover[0] if trigger.plover else ""
        judges = trigger.kind == "statement" and values.get("act") in ("accuse", "condemn")
        judges = judges or (trigger.kind == "event" and (values.get("act") in HELD or type_ in ("SANCTION", "ACCUSE")))
        if judges and trigger.part == "verb":
            for word in trigger.words:
                first, _, rest = word.partition(" ")
                found.update(f"{form} {rest}".strip() for form, _ in pack.inflection.forms(first, "verb"))
    return Phrases(found)


def _vowing(pack: Pack) -> frozenset[str]:
    """Forms of verbs by which somebody binds himself, whomever he tells it ("berjanji kepada Paris akan mundur")."""
    binding = ("promise", "threaten")
    found: set[str] = set()
    for trigger in pack.triggers:
        if trigger.kind == "statement" and trigger.part == "verb" and trigger.values.get("act") in binding:
            for word in trigger.words:
                found.update(form for form, _ in pack.inflection.forms(word.partition(" ")[0], "verb"))
    return frozenset(found)


def _harming(pack: Pack) -> frozenset[str]:
    """All forms of the first words of verbs that kill, hurt or displace, in whatever voice they are."""
    triggers = (t for t in pack.triggers if t.kind == "casualty" and t.part == "verb")
    words = {word.split(" ")[0] for trigger in triggers for word in trigger.words}
    return frozenset(form for word in words for form, _ in pack.inflection.forms(word, "verb"))


def _hurting(pack: Pack) -> frozenset[str]:
    """Active forms of verbs that kill, hurt or displace."""
    found: set[str] = set()
    for trigger in pack.triggers:
        if trigger.kind == "casualty" and trigger.part == "verb":
            for word in trigger.words:
                found.update(form for form, voice in pack.inflection.forms(word, "verb") if voice == "act")
    return frozenset(found)
