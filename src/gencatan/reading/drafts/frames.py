"""How a trigger's frame fills the slots of a draft from the roles around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.model import Span
from gencatan.model.vocabulary import FILLERS, FORCE, KINDS, STRIKES, TEXT
from gencatan.reading.drafts.draft import NEARBY, Draft, Firing
from gencatan.reading.drafts.fitting import ACTING, DONE_TO, SOMEBODY, Fitting
from gencatan.reading.drafts.reasons import is_reason
from gencatan.reading.drafts.requirements import with_phrase
from gencatan.reading.drafts.texts import before_aside, whole, with_what_it_does
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.telling.tags import tags
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import (
    date_tokens,
    expand,
    is_clause,
    lowered,
    marks,
    preposition_words,
    role_words,
)
from gencatan.reading.tree.sentence import Sentence
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases

RECEIVING: Final = frozenset({"target", "addressee", "beneficiary"})
MUTUAL: Final = frozenset({"participants", "parties"})  # who meets whom: subject and object both take part
MUNITION: Final = ("@munition",)
COMPANY: Final = ("@agent",)
HIT: Final = STRIKES | {"other"}
TIMES: Final = frozenset({"duration", "time"})
SIZES: Final = frozenset({"money", "measure"})
TIMELESS: Final = frozenset({"abstract", "time_noun", "truce"})


class Frames:
    """Fills slots from roles, as the frames of a pack say."""

    def __init__(self, pack: Pack, syntax: Syntax, mentions: Mentions) -> None:
        """Frames come with the triggers; the pack's grammar names topic and instrument words."""
        self._pack = pack
        self._mentions = mentions
        self.fitting = Fitting(pack, syntax, mentions)

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
        return self._receives(noun) and self.fitting.can_fill("target", "", noun)

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
        if slot == "participants" and role_words(role) in self._pack.words("addressee_markers"):
            return True  # "melakukan kunjungan kepada Presiden"
        if slot == "target" and role_words(role) in self._pack.words("companion_markers"):
            return True  # "arrested along with six others"
        return slot in ACTING and options == firing.trigger.frame.slots.get("subj") and self._joins(role)

    def _joins(self, role: str) -> bool:
        """Whether a role beside the subject adds to it, where the frame makes them equals ("sets up ties with Y")."""
        companions = self._pack.words("companion_markers")
        return role == "obj" or role_words(role) in companions

    def _behind_object(self, firing: Firing, role: str, options: tuple[str, ...]) -> list[Token]:
        """Whom a phrase behind the object names, where the parser hung it on the object ("granted asylum to X")."""
        word = role_words(role)
        if not word or RECEIVING.isdisjoint(options):
            return []
        genitive = self._pack.words("genitive_markers")
        if word in genitive or word in self._pack.words("passive_agent"):
            return []
        things = firing.roles.get("obj", [])
        if firing.nominal:  # "a suspension of aid to X"
            things = [t for r, ts in firing.roles.items() if r.startswith("prep.") and r[5:] in genitive for t in ts]
        return with_phrase(things, role[5:])

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

    def _only_where(self, role: str, noun: Token, act: str) -> bool:
        """Whether a town or land by its name tells where something was hit, and not why ("shot down over X")."""
        where = noun.pos_ == "PROPN" and noun.ent_type_ == "LOC"
        return where and act in HIT and role_words(role) in self._pack.words("place_prepositions")

    def _fill_slot(self, firing: Firing, draft: Draft, slot: str, type_: str, role: str, tokens: list[Token]) -> bool:
        sentence, act = firing.sentence, firing.trigger.values.get("act", "")
        if type_ == FILLERS:
            good = [
                t for t in expand(tokens) if not _measures(sentence, t) and self.fitting.can_fill(slot, role, t, act)
            ]
            good = [t for t in good if len(good) == 1 or not _own_toll(sentence, t, firing)]
            if slot in ACTING and self._joins(role):
                good = [t for t in good if not _absolute(t)]  # "fighting broke out, with police struggling to …"
            if slot == "addressee" and role.startswith("prep."):
                # "*pada putaran terakhir* Korea Utara berjanji …": when, unless it is somebody
                good = [t for t in good if t.i > firing.token.i or self._spoken_to(t)]
            if slot == "actor" and role_words(role) in self._pack.words("origin_prepositions"):
                # "rockets fired from Syria", "an attack launched from Syria", but "attacks from Syria"
                good = [t for t in good if not (self._land(t) and (not firing.nominal or t.head.pos_ == "VERB"))]
            if slot == "participants" and role_words(role) in self._pack.words("goal_prepositions"):
                # "before returning to Jerusalem for talks with X"
                good = [t for t in good if not (self._land(t) and t.head.i != firing.token.i)]
            if slot == "target" and act in FORCE:
                asked = tuple(words for words in firing.trigger.require.get(role, ()) if words.startswith("@"))
                flown = ("@skyborne",) if role == "obj" and not firing.nominal else ()  # "fired at a drone"
                shot = [t for t in good if self._mentions.fits(t, (*asked, *flown))]  # "shot down two drones"
                good = [t for t in good if t in shot or not self._mentions.fits(t, MUNITION)]
                good = [t for t in good if t.lower_ not in self._pack.words("nowhere_nouns")]  # "fired into the air"
            draft.add(slot, [Mention(sentence, t) for t in good])
            return bool(good)
        if type_ == TEXT:
            timed = role != "clause" and "time_noun" in self._mentions.classes(tokens[0])
            if slot in ("topic", "content") and timed:
                return False  # "met on the sidelines of the summit", "promises to keep it this time around"
            if slot == "instrument" and (act == "release" or not self._is_means(tokens[0])):
                return False
            if slot == "cause" and (not is_reason(tokens[0], self._mentions) or self._only_where(role, tokens[0], act)):
                return False
            if slot == "cause" and role != "obj" and self._joins(role) and self._is_company(tokens[0]):
                return False  # "arrested with six others", "hopes to win with a new candidate"
            draft.texts[slot] = (
                self._mentions.wording.span(sentence, tokens[0])
                if slot == "instrument" or tokens[0].is_ancestor(firing.token)
                else self.text_of(sentence, tokens[0], role)
            )
            return True
        return False  # counts are the kind's own business

    def _is_means(self, noun: Token) -> bool:
        """Whether something may be done with it: no person, manner or time ("dengan seorang pria", "with zeal")."""
        if f"{preposition_words(noun)} {noun.lower_}" in self._pack.words("cause_markers"):
            return False  # "ditahan dengan tuduhan makar"
        kinds = self._mentions.classes(noun)
        lives = "agent" in kinds or "person" in kinds
        return not (lives and "weapon" not in kinds) and not kinds & TIMELESS and not self._mentions.small_word(noun)

    def _is_company(self, token: Token) -> bool:
        """Whether a noun is somebody, or counts people who are not named ("six others")."""
        return self._mentions.fits(token, COMPANY) or token.lower_ in self._pack.words("nouns_anybody")

    def _land(self, token: Token) -> bool:
        """Whether a name is a land's or a town's, and no body's."""
        kinds = self._mentions.classes(token)
        return token.pos_ == "PROPN" and "place" in kinds and "organisation" not in kinds

    def text_of(self, sentence: Sentence, token: Token, role: str = "") -> Span:
        """Free text of a role: a clause without its subordinator's sentence, a noun with its modifiers and phrase."""
        assert sentence.doc is not None
        doc = sentence.doc
        if is_clause(token) or role == "clause":
            left, right = token.left_edge.i, token.right_edge.i
        else:
            left, right = token.left_edge.i, with_what_it_does(token) if role == "obj" else token.right_edge.i
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
        right = max(before_aside(token, right, self._pack) if tag is None else tag.start - 1, left)
        right = whole(token, left, right, self._pack) if tag is None else right
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
            name = role_words(role)
            if name and any(name in self._pack.words(key) for key in keys):
                beside = [t for t in tokens if not _absolute(t)]
                sides = self.sides(beside) if name in self._pack.words("between_markers") else expand(beside)
                found += [t for t in sides if self._mentions.can_act(t) and self._mentions.somebody(t)]
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
                beside = "companion_markers" in keys and token.i == last.i + 1
                beside = beside and (noun.dep_ == "obl" or (noun.dep_ == "nmod" and noun.head.i == last.head.i))
                between = between or (beside and word in self._pack.words("companion_markers"))
                if not between and noun.i > token.i and self._mentions.fits(noun, ("@place",)):
                    continue  # "talks in Oslo between …"
                if not between or token.dep_ != "case" or noun.i < token.i or not self._mentions.can_act(noun):
                    return []
                return self.sides([noun]) if between and not beside else expand([noun])
        return []

    def sides(self, nouns: list[Token]) -> list[Token]:
        """Between whom it is: somebody and others, though the parser cut their list after the first."""
        sides = expand(nouns)
        counted = [self._mentions.semantic_head(t) for t in sides]
        if len(sides) == 1 and counted[0].i != sides[0].i:  # "between hundreds of farmers and the police"
            sides += [c for c in counted[0].children if c.dep_ == "conj"]
        cut = len(sides) == 1 and sides[0].pos_ in ("NOUN", "PROPN")  # none of "between 40 and 50 people"
        return sides + self._listed_after(sides[0]) if cut else sides

    def _listed_after(self, first: Token) -> list[Token]:
        """The heads of the nouns listed behind one, by the order of words, where an "and" joins the last."""
        doc, joined = first.doc, False
        found: list[Token] = []
        for token in doc[first.right_edge.i + 1 :]:
            if token.text == "," or token.pos_ == "CCONJ":
                joined = joined or token.pos_ == "CCONJ"
                continue
            if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN", "NUM"):
                break
            last = token.i + 1 == len(doc) or doc[token.i + 1].pos_ not in ("ADJ", "NOUN", "PROPN", "NUM")
            if last and token.pos_ in ("NOUN", "PROPN"):
                found.append(token)
                if joined:
                    return found
        return []

    def marked(self, token: Token, key: str) -> Token | None:
        """A dependant of `token` whose preposition or mark is among the grammar words `key`."""
        words = self._pack.words(key)
        if words.firsts.isdisjoint(lowered(token.doc)):
            return None
        dates = date_tokens(token.doc)
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
            if leads and (aim := _aimed_at(child, mark, words)) is not None:
                return aim
            if mark and not leads:  # "taken to hospital": where, not what for
                noun = [child.lower_] if base in ("obl", "nmod") else []  # "ditahan *atas tuduhan* makar"
                if words.at([*mark.split(" "), *noun], 0):
                    return child
            if child.lower_ in words and base in ("advcl", "obl"):
                inner = [c for c in child.children if c.dep_ in ("obj", "obl", "nmod")]
                if inner:
                    return inner[0]
        return None


def _aimed_at(noun: Token, opening: str, purposes: Phrases) -> Token | None:
    """What is to be reached, behind a phrase that says that it is the aim ("in an effort *to stop the raids*")."""
    clause = next((c for c in noun.children if c.dep_ == "acl" and c.i > noun.i and marks(c)), None)
    if clause is None:
        return None
    before = [c.lower_ for c in noun.children if c.dep_ == "det" and c.i < noun.i]
    phrase = [*opening.split(" "), *before, noun.lower_, marks(clause)]
    return clause if purposes.at(phrase, 0) == len(phrase) else None


def _absolute(noun: Token) -> bool:
    """Whether a phrase after a comma tells what else goes on (", with the army struggling to …"), and no company."""
    first = noun.left_edge
    if "," not in (first.text, first.nbor(-1).text if first.i else ""):
        return False
    return any(c.dep_ == "acl" and not marks(c) for c in noun.children)


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
    """Whether what is coordinated has its own word of harm ("two men hurt and three abducted", "tiga tewas dan delapan
    luka berat"), not the trigger's."""
    at = sentence.from_(noun)
    if noun.i != firing.token.i and any(
        h.start == at and h.part == "word" and any(t.kind == "casualty" for t in h.triggers) for h in sentence.hits
    ):
        return True
    for word in noun.children:
        if word.i == noun.i + 1 and word.dep_ in ("amod", "acl") and word.i != firing.token.i:
            at = sentence.from_(word)
            return any(h.start == at and any(t.kind == "casualty" for t in h.triggers) for h in sentence.hits)
    return False
