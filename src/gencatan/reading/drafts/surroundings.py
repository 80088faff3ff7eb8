"""What stands around a trigger, and in which role: its subjects, objects, clauses and phrases."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.language.triggers import Hit
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import MODIFIER, NEARBY
from gencatan.reading.numbers.found import COUNTED
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import RELATIVE, Roles, is_clause, marks, preposition
from gencatan.reading.tree.sentence import Sentence
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

LIES: Final = frozenset({"populated_by", "part_of"})
"""What is told of a place itself, and of nobody in it."""


class Surroundings:
    """Finds the roles around triggers."""

    def __init__(self, pack: Pack, syntax: Syntax, mentions: Mentions) -> None:
        """Roles come with the syntax; the pack's grammar names who a passive is done by."""
        self._pack = pack
        self._syntax = syntax
        self._mentions = mentions

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
            opening = sentence.token_at(hit.start)
            state = hit.end > hit.head_end and opening is not None and opening.pos_ == "ADP"  # "under fire from"
            if hit.part == "word" and "subj" not in roles and (state or not happening):
                self._add_holder(token, roles)
            return roles
        voice = hit.voice or _as_adjective(token, hit) or _as_participle(token, sentence, hit)
        roles = self._syntax.roles_of_verb(token, voice, sentence.date_tokens)
        if "obj" not in roles and "subj" in roles and any(t.kind == "territory" for t in hit.triggers):
            roles |= {"obj": [token.head]} if self._syntax.where(token) else {}  # "the districts where the rebels rule"
        if (
            "subj" not in roles
            and token.dep_ in RELATIVE
            and roles.get("obj") != [token.head]  # "the enclave, recognised as part of …"
            and any(t.values.get("relation") in LIES for t in hit.triggers)
        ):
            roles["subj"] = [token.head]  # "di kota yang berpenduduk etnis Kurdi": a town does nothing else
        first = sentence.token_at(hit.start)
        if hit.part == "word" and first is not None and first.pos_ == "ADP":
            self._set_agents_apart(roles)  # a noun ("under blockade by …") taken for a verb
        if hit.citation.startswith("-"):
            self._add_parts(sentence, token, hit, roles)
        if hit.end > hit.head_end:
            self._gather(sentence, token, hit, roles)
            self._undo_particles(sentence, token, hit, roles)
        if len(hit.parts) > 1 and not self._syntax.verbs.passive(token, voice):
            between, counted = _in_gap(sentence, hit)
            if between is not None and ("obj" not in roles or (counted and hit.part == "verb")):
                roles["obj"] = [between]
        # "menewaskan dua orang dan lima luka": no clause is killed
        harms = any(t.kind == "casualty" for t in hit.triggers)
        if hit.voice == "act" and "obj" not in roles and ("clause" not in roles or harms):
            following = self._object_by_order(sentence, token, hit)
            if following is not None:
                roles["obj"] = [following]
        if hit.voice == "pass" and "subj" not in roles and "obj" in roles:
            following = self._object_by_order(sentence, token, hit)
            if following is not None and following not in roles["obj"] and self._agent(following):
                roles["subj"] = [following]
        if hit.voice == "pass" and "subj" not in roles and token.dep_ in RELATIVE:
            self._by_its_ending(token, roles)
        return roles

    def _by_its_ending(self, verb: Token, roles: Roles) -> None:
        """By whom the ending of a passive form says it was done: by the subject of the clause around ("mundur dari
        tanah yang [didudukinya]")."""
        endings = self._pack.possessive_endings
        if not endings or not verb.lower_.endswith(endings):
            return
        clause = next((t for t in self._syntax.ancestors(verb) if is_clause(t)), None)
        subjects = self._syntax.subjects.of(clause) if clause is not None else []
        doers = [t for t in subjects if t.i < verb.i and t.i != verb.head.i and self._mentions.can_act(t)]
        if doers:
            roles["subj"] = doers

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
        """The subject of the verb that a phrase such as "under the control of" stands with; of what somebody says or
        makes a thing to be, that thing ("declared *the accord* dead")."""
        if token.pos_ == "ADJ" and token.dep_ == "xcomp" and not self._syntax.verbs.passive(token.head):
            things = [c for c in token.head.children if c.dep_ == "obj" and token.head.i < c.i < token.i]
            if things:
                roles["subj"] = things[-1:]
                return
        for node in (token, *self._syntax.ancestors(token)):
            if is_clause(node):
                subjects = [t for t in self._syntax.subjects.of(node) if t.i != token.i]
                if subjects:
                    roles["subj"] = subjects
                return
            if node.dep_ in RELATIVE or (node.i == token.i and node.dep_ == "appos" and node.head.i < node.i):
                roles["subj"] = [node.head]  # "the republic, home to …"
                return
        if token.dep_ == "nmod" and token.head.dep_ == "ROOT" and token.head.i < token.i:
            roles["subj"] = [token.head]  # of a clause without a verb: "empat polisi dalam kondisi kritis"

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
                if apart and noun.head.pos_ == "ADJ" and noun.head.i != token.i:
                    continue  # "held the militia responsible for the raid"
                if case and hit.start <= sentence.from_(case[0]) < hit.end and noun.head.i in inside:
                    roles[role] = [t for t in roles[role] if t.i != noun.i]
                    roles["obj"] = [noun]
            if not roles[role]:
                del roles[role]


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


def _in_gap(sentence: Sentence, hit: Hit) -> tuple[Token | None, bool]:
    """The noun between the parts of a trigger, past which the parser looked ("set the police station ablaze"), and
    whether it is counted there."""
    (_, start), (end, _) = hit.parts[0], hit.parts[-1]
    inside = []
    for token in sentence.tokens_in(start, end):
        at = sentence.from_(token)
        if not start <= at < end or token.pos_ == "ADP" or any(a <= at < b for a, b in hit.parts):
            break
        inside.append(token)
    nouns = [t for t in inside if t.pos_ in ("NOUN", "PROPN") and t.i not in sentence.date_tokens]
    if not nouns:
        return None, False
    # a whole noun phrase, and no attribute of the word behind it ("suspended boarding operations")
    counted = any(n.start == sentence.from_(inside[0]) for n in sentence.numbers)  # "sedikitnya tujuh"
    whole = counted or inside[0].pos_ in ("DET", "NUM", "PRON") or has(nouns[-1], "Number", "Plur")
    known = {t.i for t in nouns}
    head = next((t for t in reversed(nouns) if t.head.i not in known), nouns[-1])
    return (head, counted) if whole else (None, False)


def _head_of(noun: Token) -> Token:
    """The head of the compound that a noun opens ("peace plan")."""
    while noun.dep_ == "compound" and noun.head.i > noun.i and noun.head.pos_ in ("NOUN", "PROPN"):
        noun = noun.head
    return noun
