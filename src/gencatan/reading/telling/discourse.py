"""What a pronoun or a missing speaker refers to: the last fitting mention, by the report's order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from gencatan.model import Count
from gencatan.parse.morph import has
from gencatan.reading.telling.own_deeds import asked_of, told_to_have_done, undergoing
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import (
    AGENT_CLASSES,
    SUBJECTS,
    conjuncts,
    has_subject,
    is_participle,
    marks,
    preposition,
    preposition_words,
)
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

REACH: Final = 4
CHAIN: Final = 12
"""Sentences over which "they" may go on from "they"."""
BODIES: Final = frozenset({"group", "organisation", "state", "armed_force", "armed_group"})
PAPERS: Final = frozenset({"document", "statement_noun"})
ACTS: Final = frozenset({"munition", "crime", "hostilities"})
HARM: Final = frozenset({"event", "casualty"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A token and the sentence it stands in; `uncounted` where the number in its words is another's ("airmen", of
    "killing two airmen and wounding 17"); `alone` where nobody listed with it is meant ("the two", of "two men and a
    boy")."""

    sentence: Sentence
    token: Token
    uncounted: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: Mention
    position: int
    subject: bool
    person: bool
    plural: bool
    body: bool
    single: bool = False
    named_body: bool = False
    unknown: bool = False
    """Whether it is a name that nobody knows and that says something: it may be anybody's ("*Howard* said he …")."""


class Discourse:
    """The mentions of one report in order, and who spoke last."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        mentions: Mentions,
        is_body: Callable[[str], bool],
        is_no_person: Callable[[str], bool],
    ) -> None:
        """`is_body` knows the names of groups and organisations, `is_no_person` those of states too; the trees
        must not change any more."""
        self._is_no_person = is_no_person
        self._mentions = mentions
        self._is_body = is_body
        self._reporting = mentions.pack.words("verbs_reporting")
        self._counting = mentions.pack.words("verbs_counting")
        self._positions = mentions.pack.words("position_prepositions")
        self._relatives = mentions.pack.words("relative_pronouns")
        self._reflexives = mentions.pack.words("reflexives")
        self._agents = mentions.pack.words("passive_agent")
        self._charges = mentions.pack.words("nouns_of_charge")
        self._boasts = mentions.pack.words("nouns_of_own_deed")
        self._offices = mentions.pack.words("nouns_of_offices")
        self._of_others = mentions.pack.words("tellers_of_others")
        self._media = mentions.pack.words("media_nouns")
        self._office_first = mentions.pack.office_first
        self._by_sentence: dict[int, list[_Candidate]] = {}
        self._they: dict[int, Mention] = {}  # the last pronoun for several that is a subject, by sentence
        self.speakers: dict[int, Mention] = {}
        self._parsed = {sentence.index: sentence for sentence in sentences if sentence.doc is not None}

    def _of(self, index: int) -> list[_Candidate]:
        """The nouns of a sentence that a pronoun could stand for, collected when first asked for."""
        found = self._by_sentence.get(index)
        if found is None:
            sentence = self._parsed.get(index)
            found = self._by_sentence[index] = self._collect(sentence) if sentence is not None else []
        return found

    def _collect(self, sentence: Sentence) -> list[_Candidate]:
        found = []
        assert sentence.doc is not None
        for token in sentence.tokens:
            if token.dep_ in SUBJECTS and self._mentions.pronoun(token) == "person.pl":
                self._they[sentence.index] = Mention(sentence, token)
            if token.pos_ not in ("NOUN", "PROPN") or token.dep_.split(":")[0] in (
                "flat",
                "compound",
                "case",
                "appos",
            ):
                continue
            if self._mentions.pronoun(token) or token.i in sentence.date_tokens:
                continue
            if preposition_words(token) in self._positions or self._names_town(token):
                continue  # where it was: "the lawyers in Oslo said that they …"
            kinds = self._mentions.classes(token)
            speaks = token.dep_ in SUBJECTS and token.head.lower_ in self._reporting
            if not self._mentions.can_act(token) or (token.pos_ == "NOUN" and "agent" not in kinds and not speaks):
                continue
            if token.pos_ == "NOUN" and kinds & PAPERS and not kinds & AGENT_CLASSES:
                continue  # "the statement said that they …": of whom it tells, and not itself
            listed = self._mentions.pack.classes_of(token.lower_)
            officer = self._office_first and "office" in listed  # "panglima": one man, though of a force
            several = {"people", "group"} if officer else {"armed_force", "people", "group"}
            plural = has(token, "Number", "Plur") or bool(listed & several)
            plural = plural or self._several(sentence, token)
            person = bool(kinds & {"person", "official"}) and ("armed_force" not in kinds or officer)
            person = person or (speaks and token.pos_ == "PROPN" and "state" not in kinds)
            office = bool(listed & {"person", "official"})
            if listed & BODIES and not office:
                person = False  # "the ministry said it …", whatever a name could be
            one = token.ent_type_ == "PER" and any(c.dep_ == "flat" for c in token.children)
            one = one and not any(c.dep_ == "conj" for c in token.children)
            found.append(
                _Candidate(
                    Mention(sentence, token),
                    token.i,
                    token.dep_ in SUBJECTS,
                    person and not (plural and token.pos_ == "NOUN"),
                    plural or any(c.dep_ == "conj" for c in token.children),
                    not one and (bool(kinds & BODIES) or not person),
                    not plural and (office or self._is_one(token, kinds)),
                    token.pos_ == "PROPN" and (not office or bool(listed & BODIES)) and self._names_body(token),
                    speaks and token.pos_ == "PROPN" and not listed and self._may_be_anybody(token),
                )
            )
        return found

    def _may_be_anybody(self, name: Token) -> bool:
        """Whether a name is nothing's that is known: no state's, no body's."""
        known = self._names_body(name) or name.lower_ in self._media
        return not known and not self._is_no_person(name.text)

    def _names_town(self, name: Token) -> bool:
        """Whether it is what a town is called, whom nobody means by "they" ("in the garrison town of *Khasavyurt*")."""
        called = name.pos_ == "PROPN" and name.dep_.startswith("nmod") and name.head.i < name.i
        return called and self._mentions.pack.in_class(name.head.lower_, "city_noun")

    def _in_act(self, noun: Token) -> bool:
        """Whether it stands in the words for a weapon or an act that something is then said of ("the *mortar that hit
        the embassy* made no sound. It killed ten"), and not as whose it is ("an air strike *by the junta*")."""
        beside = noun
        for told in noun.ancestors:
            if told.dep_ in SUBJECTS:
                whose = beside.dep_ == "nmod:poss" or preposition(beside) in self._agents
                return not whose and bool(self._mentions.pack.classes_of(told.lower_) & ACTS)
            beside = told
        return False

    def done_to(self, doer: Mention) -> Mention | None:
        """Whom the verb of a subject is done to, of whom more is told then ("Police held *300 men*. Two of them died");
        the subject itself where nobody else is told of and it does no harm, and none where it is not clear who."""
        noun, sentence = doer.token, doer.sentence
        if noun.dep_ not in SUBJECTS or noun.dep_.endswith("pass"):
            return doer
        verbs = {verb.i: verb for verb in (noun.head, *conjuncts(noun.head)) if verb.pos_ == "VERB"}
        others = [c for c in self._of(sentence.index) if c.position > noun.i and c.mention.token.head.i in verbs]
        aimed = self._mentions.pack.words("impact_prepositions")
        for other in reversed(others):
            token = other.mention.token
            hit = token.dep_ == "obj" or (token.dep_ == "obl" and preposition_words(token) in aimed)
            if hit and self._fits(other, "person.pl"):
                return other.mention
        harms = any(t.kind in HARM for verb in verbs.values() for t in sentence.triggers_at(verb))
        return None if others or harms else doer

    def _names_body(self, noun: Token) -> bool:
        """Whether it is one name of a body, by the recogniser or as known: "NATO said it …", "Al Shabaab said it …"."""
        if has(noun, "Number", "Plur") or any(c.dep_ == "conj" for c in noun.children):
            return False
        parts = [noun.i, *(c.i for c in noun.children if c.dep_.split(":")[0] in ("compound", "flat", "amod"))]
        return noun.ent_type_ == "ORG" or self._is_body(noun.doc[min(parts) : max(parts) + 1].text)

    def _is_one(self, noun: Token, kinds: frozenset[str]) -> bool:
        """Whether the verb of a name that could be anybody's says that it is one person's ("Rice has said they …")."""
        if noun.pos_ != "PROPN" or noun.dep_ not in SUBJECTS or "state" in kinds or noun.ent_type_ == "ORG":
            return False
        return any(has(t, "Number", "Sing") for t in (noun.head, *noun.head.children) if t.pos_ in ("AUX", "VERB"))

    def _tells_of_others(self, candidate: _Candidate) -> bool:
        return candidate.mention.token.lower_ in self._of_others and self._speaks(candidate)

    def _several(self, sentence: Sentence, noun: Token) -> bool:
        """Whether a number or a word of number says that there is more than one."""
        if any(c.dep_ == "det" and self._mentions.pack.in_class(c.lower_, "quantity") for c in noun.children):
            return True  # "para wartawan"
        return any((count.min or 0) > 1 or (count.max or 0) > 1 for count in _counts(sentence, noun))

    def _number(self, sentence: Sentence, pronoun: Token) -> int:
        """How many a pronoun says there are ("ketiganya", "the three"); 0 where it does not."""
        at = sentence.from_(pronoun)
        found = (n.count for n in sentence.numbers if n.number_start <= at < n.number_end)
        return next((c.min for c in found if c.min is not None and c.min == c.max), 0)

    def _so_many(self, sentence: Sentence, pronoun: Token, number: int) -> Mention | None:
        """The last who were as many as a pronoun says ("tiga warga … Ketiganya", "Lavrov dan Fidan … Keduanya")."""
        for distance in range(REACH):
            for candidate in reversed(self._of(sentence.index - distance)):
                noun, there = candidate.mention.token, candidate.mention.sentence
                if distance == 0 and (noun.i > pronoun.i or self._same_clause(noun, pronoun)):
                    continue
                sizes = [_size(there, one) for one in conjuncts(noun)]
                if sizes[0] == number > 1:
                    return Mention(there, noun, alone=True)
                if noun.dep_ != "conj" and 0 not in sizes and sum(sizes) == number:
                    return candidate.mention
        return None

    def resolve(self, sentence: Sentence, token: Token, sort: str, chain: int = 0) -> Mention | None:
        """The last mention before `token` that a pronoun of this sort fits; None if there is none within reach.

        `chain`: over how many sentences "they" goes on from "they" already.
        """
        if sort.startswith("speaker"):
            return self.speakers.get(sentence.index) or self._last_speaker(sentence.index)
        if sort == "person.pl" and (number := self._number(sentence, token)) > 1:
            several = self._so_many(sentence, token, number)
            if several is not None or token.pos_ == "NUM":
                return several or Mention(sentence, token)
        if token.dep_ in SUBJECTS and (
            token.head.lower_ in self._reporting or (sort == "thing.sg" and self._counts_harm(sentence, token.head))
        ):
            speaker = self._spoke_before(sentence.index, sort)
            if speaker is not None:
                return speaker
        same = self._same_before(token)
        if same is not None:
            return self.resolve(sentence, same, sort, chain)
        whose = told_to_have_done(token, self._boasts, self._charges) or asked_of(token, sentence)
        if whose is not None:
            found = next((c for c in self._of(sentence.index) if c.position == whose.i), None)
            if found is not None and self._fits(found, sort):
                return found.mention
        tag = self._is_tag(token)
        above = self._sayer(token)
        if above is not None and self._mentions.pronoun(above) == sort:
            return self.resolve(sentence, above, sort)  # "he told reporters that he …"
        if above is not None and sort != "person.sg":  # "he" may well be another person
            found = next((c for c in self._of(sentence.index) if c.position == above.i), None)
            if found is not None and self._fits(found, sort):
                return found.mention
        if above is not None and sort == "thing.sg" and (body := self._spoken_for(above)) is not None:
            return Mention(sentence, body)
        common: Mention | None = None
        part = token.head if token.dep_ == "nmod" and token.head.pos_ == "NUM" else token  # "killed *nine of them*"
        doer = self._doer(sentence, part)
        others = undergoing(token)
        undergoes = sort == "person.pl" and part.dep_ in ("obj", "iobj")
        for distance in range(REACH):
            candidates = self._of(sentence.index - distance)
            if doer is not None:
                at = (doer.sentence.index, doer.token.i)
                candidates = [c for c in candidates if (c.mention.sentence.index, c.position) != at]
            if others:
                candidates = [c for c in candidates if c.mention.token.lower_ not in others]
            if distance == 0:
                candidates = [
                    c for c in candidates if c.position < token.i and not self._same_clause(c.mention.token, part)
                ]
                if tag:  # who is spoken of ("the guards shot two men, they said") is not who speaks
                    candidates = [c for c in candidates if c.mention.token.head.lower_ in self._reporting]
            fitting = [c for c in candidates if self._fits(c, sort)]
            if distance and sort == "thing.sg":
                fitting = [c for c in fitting if not self._in_act(c.mention.token)]
            if distance == 0 and undergoes:  # "officials said gunmen had seized them": others, whom they speak of
                telling = [c.mention.token for c in fitting if self._tells_of_others(c)]
                # nor the body whose officials they are
                fitting = [
                    c
                    for c in fitting
                    if not any(t == c.mention.token or t.is_ancestor(c.mention.token) for t in telling)
                ]
            they = self._they.get(sentence.index - distance) if distance and sort == "person.pl" else None
            if (
                they is not None
                and doer is None
                and chain < CHAIN
                and not any(c.subject and c.plural and c.position > they.token.i for c in fitting)
            ):
                return self.resolve(they.sentence, they.token, sort, chain + 1)  # who was told of goes on being told of
            if fitting:
                named = sort == "person.sg"
                if named:
                    fitting = [c for c in fitting if not self._within_office(c, fitting)]
                told = [c for c in fitting if c.plural and not self._speaks(c)] if sort == "person.pl" else []
                if distance == 0 and told and not tag and any(map(self._speaks, fitting)):
                    # "police said the pupils stood outside when they were beaten": those told of, if it is clear who
                    clear = [c for c in told if c.subject] or [c for c in told if _of_both(c.mention.token, token)]
                    return clear[-1].mention if clear else None
                best = min(fitting, key=lambda c: (named and not self._named(c), *_rank(c)))
                if distance == 0 and sort == "person.pl":
                    best = _several_beside(best, fitting)
                if not named or self._named(best):
                    return best.mention
                common = common or best.mention
        return common

    def _counts_harm(self, sentence: Sentence, verb: Token) -> bool:
        """Whether a verb puts a toll at a number, by which its subject goes on telling ("radio reported … *It put the
        dead at 79*")."""
        if verb.lower_ not in self._counting:
            return False
        below = (t for t in verb.subtree if t.i > verb.i)
        return any(t.kind == "casualty" for word in below for t in sentence.triggers_at(word))

    def _named(self, candidate: _Candidate) -> bool:
        """Whether it is a name, or an office before the name of who holds it ("*kepala* humas Kombes Rumbiak")."""
        noun = candidate.mention.token
        if noun.pos_ == "PROPN" or not self._office_first or not (candidate.single and candidate.subject):
            return noun.pos_ == "PROPN"
        return any(c.pos_ == "PROPN" and c.i > noun.i and not preposition(c) for c in noun.children)

    def _within_office(self, candidate: _Candidate, others: Sequence[_Candidate]) -> bool:
        """Whether a name only tells of what somebody is the head or the spokesman ("kepala *Bidang* Humas")."""
        name = candidate.mention.token
        if not self._office_first or name.pos_ != "PROPN" or not name.dep_.startswith("nmod"):
            return False
        above = (c.mention.token for c in others if c.mention.token.pos_ == "NOUN" and self._named(c))
        return any(noun.i < name.i and noun.is_ancestor(name) for noun in above)

    def _same_before(self, pronoun: Token) -> Token | None:
        """The same pronoun as the subject of the clause that this one's goes on from, if no other subject came between
        them ("*he* has pleaded with the president; *he* has vowed to stay")."""
        if pronoun.dep_ not in SUBJECTS:
            return None
        for told in reversed(pronoun.doc[: pronoun.i]):
            if told.dep_ in SUBJECTS and not told.head.dep_.startswith(("acl", "ccomp")):
                return told if told.lower_ == pronoun.lower_ and told.head.i != pronoun.head.i else None
        return None

    def _doer(self, sentence: Sentence, done_to: Token) -> Mention | None:
        """Whom the pronoun before the verb means, if this one is its object: another ("*they* had abducted *them*")."""
        if done_to.dep_ not in ("obj", "iobj") or done_to.lower_ in self._reflexives:
            return None
        doer = next((c for c in done_to.head.children if c.dep_ in SUBJECTS), None)
        sort = self._mentions.pronoun(doer) if doer is not None else ""
        return self.resolve(sentence, doer, sort) if doer is not None and sort else None

    def _spoken_for(self, speaker: Token) -> Token | None:
        """The one body whose spokesman or official speaks ("an army spokesman said *it* had killed ten men")."""
        if "official" not in self._mentions.pack.classes_of(speaker.lower_):
            return None
        beside = (c for c in speaker.children if c.dep_.split(":")[0] in ("compound", "nmod"))
        bodies = [c for c in beside if self._mentions.classes(c) & BODIES and not has(c, "Number", "Plur")]
        return bodies[0] if len(bodies) == 1 else None

    def _speaks(self, candidate: _Candidate) -> bool:
        verb = candidate.mention.token.head  # "denied that troops were there, saying they had left": the troops had
        says = verb.lower_ in self._reporting or any(c.dep_ == "ccomp" for c in verb.children)
        return candidate.subject and says

    def _is_tag(self, pronoun: Token) -> bool:
        """Whether the pronoun speaks behind what is told (", they said", ", kata mereka")."""
        verb = pronoun.head
        if pronoun.dep_ not in SUBJECTS or verb.lower_ not in self._reporting:
            return False
        told = any(c.dep_ in ("ccomp", "xcomp", "obj") and c.i > verb.i for c in verb.children)
        first = min(verb.i, pronoun.i)
        return not told and first > 0 and verb.doc[first - 1].is_punct

    def _sayer(self, pronoun: Token) -> Token | None:
        """The subject of the verb of saying whose content the pronoun is the subject of ("X said they …")."""
        clause = pronoun.head
        if pronoun.dep_ not in SUBJECTS or clause.dep_ != "ccomp" or clause.head.lower_ not in self._reporting:
            return None
        return next((c for c in clause.head.children if c.dep_ in SUBJECTS and c.i < pronoun.i), None)

    def _spoke_before(self, index: int, sort: str) -> Mention | None:
        """Who "it added", "he said" go on from: the last speaker, if the pronoun fits."""
        for distance in (1, 2):
            found = self.speakers.get(index - distance)
            if found is None:
                continue
            kinds = self._mentions.classes(found.token)
            plural = has(found.token, "Number", "Plur") or bool(kinds & {"people"})
            body = bool(kinds & {"group", "organisation", "state"}) and found.token.ent_type_ != "PER"
            body = body or found.token.lower_ in self._media  # "army radio said … It said …"
            # who speaks for several is one of them ("…, said officials. … , he said")
            fits = {"person.sg": True, "thing.sg": body and not plural, "person.pl": plural or body}
            return found if fits.get(sort, True) else None
        return None

    def _fits(self, candidate: _Candidate, sort: str) -> bool:
        if sort == "person.sg":
            return (candidate.person or candidate.unknown) and not candidate.plural
        if sort == "person.pl":
            whole = candidate.body and not candidate.single and not self._is_town(candidate)
            return candidate.plural or (whole and not self._only_whose(candidate.mention.token))
        if sort == "thing.sg":
            return (candidate.body and not candidate.person) or candidate.named_body  # "NATO said it …"
        return True

    def _is_town(self, candidate: _Candidate) -> bool:
        """Whether it is a town, which others take ("*kota* Goma jatuh ke tangan mereka")."""
        return self._mentions.pack.in_class(candidate.mention.token.lower_, "city_noun")

    def _only_whose(self, name: Token) -> bool:
        """Whether a name right behind a noun only tells whose a thing or place is: no "they" ("perairan Iran")."""
        thing = name.head
        beside = name.dep_ == "nmod" and thing.i < name.i and thing.pos_ == "NOUN" and not preposition(name)
        return beside and name.pos_ == "PROPN" and "agent" not in self._mentions.classes(thing)

    def _same_clause(self, one: Token, other: Token) -> bool:
        """Whether two nouns stand in one clause, or the second is what the subject of the first does something to
        ("troops beat the rebels, forcing *them* to flee")."""
        verb = other.head
        if one.dep_ == "nmod:poss" and one.head.lower_ in self._offices:
            one = one.head  # "the attorney general's office charged *him*"
        if other.dep_ == "obj" and (other.pos_ == "NUM" or self._mentions.pronoun(other) == "person.pl"):
            while one.dep_ in ("nmod", "flat", "compound") and one.head.i < one.i and not preposition(one):
                one = one.head  # "[pihak berwenang Iran] menyergap pelaut dan menahan *mereka*"
            if verb.dep_ == "acl:relcl" and verb.head.i == one.i:
                return any(c.dep_ in SUBJECTS and c.lower_ in self._relatives for c in verb.children)
        aimed = other.dep_ == "obl" and verb.dep_ == "conj" and not self._beside(other)  # "… and opened fire on *them*"
        if (other.dep_ in ("obj", "iobj") or aimed) and one.dep_ in SUBJECTS:
            own = has_subject(verb)
            if verb.dep_ in ("advcl", "xcomp", "conj") and not own and one.head.i == verb.head.i:
                return other.lower_ not in self._reflexives and not self._is_of_object(verb)
        if other.dep_ in SUBJECTS and other.head.dep_ == "acl:relcl" and other.head.head.i == one.i:
            return True  # "the men *they* had held"
        return one.head.i == other.head.i and other.dep_ not in ("nmod:poss", "nmod")

    def _is_of_object(self, verb: Token) -> bool:
        """Whether the object of the verb above does what this one tells ("she accused the guards of beating *her*")."""
        told = is_participle(verb) and marks(verb) in self._mentions.pack.words("control_marks")
        return told and any(c.dep_ == "obj" and c.i < verb.i for c in verb.head.children)

    def _beside(self, pronoun: Token) -> bool:
        """Whether a pronoun only tells who was with or around those who act ("left and took guns *with them*")."""
        words, listed = preposition_words(pronoun), self._mentions.pack.words
        around = words in self._positions and words not in listed("impact_prepositions")
        return not words or around or words in listed("companion_markers")

    def _last_speaker(self, index: int) -> Mention | None:
        for distance in range(1, REACH):
            found = self.speakers.get(index - distance)
            if found:
                return found
        return None

    def last_speaker(self, sentence: Sentence) -> Mention | None:
        """Who spoke last before this sentence, within reach ("…, katanya")."""
        return self._last_speaker(sentence.index)

    def previous_speaker(self, sentence: Sentence, sentences: Sequence[Sentence]) -> Mention | None:
        """Who spoke in the sentence before, in the same paragraph or across a quote that runs on."""
        for distance in (1, 2):
            index = sentence.index - distance
            if index < 0:
                return None
            found = self.speakers.get(index)
            if found:
                return found
            if sentences[index].paragraph != sentence.paragraph:
                return None
        return None


def _of_both(one: Token, pronoun: Token) -> bool:
    """Whether the same doer's next verb does something to what a verb was done to ("led *ten men* out and shot
    *them*")."""
    verb = pronoun.head
    goes_on = verb.dep_ == "conj" and not has_subject(verb)
    return goes_on and pronoun.dep_ == "obj" and one.dep_ == "obj" and one.head.i == verb.head.i


def _counts(sentence: Sentence, noun: Token) -> list[Count]:
    """What the numbers that count a noun say."""
    numbers = [c.i for c in noun.children if c.dep_ == "nummod"]
    return [n.count for n in sentence.numbers if any(t.i in numbers for t in sentence.tokens_in(n.start, n.end))]


def _size(sentence: Sentence, noun: Token) -> int:
    """How many a noun says there are, a name one; 0 where it does not say."""
    counts = _counts(sentence, noun)
    exact = (c.min or 0 for c in counts if c.min == c.max)
    return next(exact, 0) if counts else int(noun.pos_ == "PROPN")


def _several_beside(best: _Candidate, fitting: Sequence[_Candidate]) -> _Candidate:
    """For "they", those to whom one body does something, rather than the body ("the *army* attacked the *rebels*, and
    they fled")."""
    noun = best.mention.token
    if not best.subject or has(noun, "Number", "Plur") or any(c.dep_ == "conj" for c in noun.children):
        return best
    done_to = (c for c in fitting if c.mention.token.dep_ == "obj" and c.mention.token.head.i == noun.head.i)
    return next((c for c in done_to if has(c.mention.token, "Number", "Plur")), best)


def _rank(candidate: _Candidate) -> tuple[bool, bool]:
    """Subjects first, but not of a clause that only says which ("guns that the *army* had left"); and last who only
    owns another ("Jordan's king urged Israel to leave what it holds")."""
    noun = candidate.mention.token
    return not candidate.subject or noun.head.dep_ == "acl:relcl", noun.dep_ == "nmod:poss"
