"""Climbs from a predicate to the top of its sentence and gathers what each word on the way makes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.model.vocabulary import STRIKES
from gencatan.parse.morph import has
from gencatan.reading.tree.governing import Governing
from gencatan.reading.tree.modality import (
    GOVERNING,
    STATEMENT_EFFECT,
    Modality,
    asks,
    denied_on,
    inverted,
    listed,
    opens_with,
)
from gencatan.reading.tree.noun_moods import NounMoods
from gencatan.reading.tree.own_words import OwnWords
from gencatan.reading.tree.relations import (
    SUBJECTS,
    has_subject,
    is_clause,
    is_conjunct,
    marks,
    preposition_words,
    starts,
)
from gencatan.reading.tree.sentence import Sentence
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

HARMING: Final = STRIKES | {"clash"}
BACKGROUND: Final = ("given_markers", "day_clauses")
SIDES: Final = frozenset({"state", "group", "organisation", "armed_group"})
STANDING: Final = frozenset({"place_noun", "building", "person", "people", "armed_force", "weapon", "vehicle"})


class Moods:
    """Reads modality off the tree with a pack's function words."""

    def __init__(self, pack: Pack, syntax: Syntax) -> None:
        """Take the words from the pack's grammar."""
        self.words = pack.words
        self.own = OwnWords(pack)
        self.governing = Governing(pack, syntax, self.own)
        self.nouns = NounMoods(pack, syntax, self.own)
        self._pack = pack
        self._syntax = syntax
        self._sending = _forms(pack, "deployment", "change", "deployed")
        self._inquiring = _forms(pack, "event", "act", "investigation", nouns=True)
        self._conditions = self.words("condition_markers")
        self._purposes = self.words("purpose_markers")
        self._clause_marks = self.words("subordinators")

    def read(self, sentence: Sentence, token: Token, statements: dict[int, str]) -> Modality:
        """The modality of the predicate `token`; `statements` maps tokens of statement words to their act."""
        mood = Modality()
        node, verbal, ended, there, given = token, is_clause(token), False, False, False
        self.own.read(node, mood)
        if token.i in statements and mood.condition is not None:
            # "threatened to do X if …": the threat is made, what it threatens depends
            mood.signals.pop("conditional", None)
            mood.condition = None
        elif token.i not in statements and self.own.conditioned(token):
            mood.signals.setdefault("conditional", token.text)
        if not verbal:
            mood.signals = self.nouns.coming(token) | mood.signals
        elif (plan := self.nouns.planning(token)) is not None:
            mood.signals.setdefault("planned", plan.text)
        elif (doubted := self.nouns.doubting(token)) is not None:
            mood.signals = {"possible": doubted.text}
        if statements.get(token.i) in ("promise", "threaten") and not self.own.still_to_be_made(token):
            mood.signals.pop("planned", None)  # "we will be ready to …" promises now
        path: list[str] = []
        for _ in range(25):
            head = node.head
            self.nouns.hoped_or_feared(node, mood)
            if head.i == node.i:
                break
            dep = node.dep_
            base = dep.split(":")[0]
            mood.climbed(path)
            path.append(base)
            if base == "conj" and is_clause(node) and (doubt := self.governing.doubt(node)) is not None:
                mood.signals = {"possible": doubt.text}  # "asked about …, and whether it will attack"
                break
            if is_conjunct(node):
                if denied_on(node, head, statements):
                    self.governing.embed(head, mood, statements)
                    break
                vows = statements.get(token.i) in ("promise", "threaten")
                tense = any(c.dep_ == "aux" and has(c, "VerbForm", "Fin") for c in node.children)
                if is_clause(head) and not vows and not tense and not has_subject(node):
                    self.own.read(head, mood, shared=True)
                    if self.own.either(node) and self.own.negated(head):
                        mood.signals.setdefault("denied", head.text)  # "did not shell the town or lay mines"
            elif base == "advcl" and (doubt := self.governing.doubt(node)) is not None:
                mood.signals = {"possible": doubt.text}
                break
            elif base == "advcl":
                mark = marks(node)
                if self.own.came_about(node):
                    break
                if self.governing.is_timeless(node):
                    self.governing.still_to_come(head, mood)  # "will disarm as the troops pull out"
                if (mark and self.governing.opens_condition(mark)) or inverted(node) or self.own.provided(node):
                    mood.inside = mood.inside or "condition"
                elif mark and (noun := self.nouns.planned_by_noun(node, mark)) is not None:
                    self.nouns.named(noun, mark, mood)
                    break
                elif (
                    head.i in statements
                    and node.i > head.i
                    and (listed(node) or asks(head, node, statements) if not mark else self.governing.complements(mark))
                ):
                    self.governing.embed(head, mood, statements)
                    break
                elif mark and self.governing.said_by_noun(node, mark, mood, statements):
                    break
                elif mark and self.governing.plans(head, node):
                    if self.governing.wished(node):
                        mood.signals.setdefault("called_for", head.text)
                    if not self.governing.embed(head, mood, statements):
                        break
                elif mark and self.governing.aimed(head, mark):
                    mood.inside = mood.inside or "purpose"  # "talks aimed at ending the war"
                elif mark and opens_with(self._purposes, self._last(mark)) and not opens_with(self._clause_marks, mark):
                    if self.own.negated(head):
                        mood.signals.setdefault("denied", head.text)  # "will not be sent to bomb the village"
                    else:
                        mood.inside = mood.inside or "purpose"
                elif opens_with(self._clause_marks, mark) and mark:
                    if not self.governing.embed(head, mood, statements):
                        break
                else:
                    if mark and self.governing.takes_no_part(head, node):
                        mood.signals.setdefault("denied", head.text)
                    if not mark and self.governing.goes_on(node):
                        self.governing.still_to_come(head, mood)  # "will attack the town, killing …"
                    given = given or (bool(mark) and any(opens_with(self.words(k), mark) for k in BACKGROUND))
                    if given and not is_clause(head):
                        break  # "called off the truce the day after a raid left ten dead": it did
                    node = head
                    continue
                verbal = True
            elif base in ("xcomp", "ccomp", "csubj"):
                if any(c.dep_ in SUBJECTS and has(c, "PronType", "Rel") for c in node.children) and verbal:
                    break  # "hope it will end the fighting, which has killed 300", hung on the wrong word
                if " " in marks(node) and self.governing.opens_condition(marks(node)):
                    mood.inside = mood.inside or "condition"  # "said that if …"
                if (mark := marks(node)) and (noun := self.nouns.planned_by_noun(node, mark)) is not None:
                    self.nouns.named(noun, mark, mood)  # "objected to proposals to send troops", hung on the verb
                    if noun.dep_ == "obl":
                        break
                if (mark := marks(node)) and self.governing.said_by_noun(node, mark, mood, statements):
                    break  # "turned down the demand that X resign"
                if given and starts(head, self.words("verbs_possible")):
                    break  # "fear that many have died since the war broke out": it did
                if given and "planned" not in mood.signals and self._vows(head, statements) and _harms(sentence, token):
                    break  # "berjanji menarik pasukan setelah bentrokan menewaskan 20 orang": they died
                aims = head.pos_ == "VERB" and self._purposes.at([head.lower_], 0) > 0  # "bertujuan melucuti mereka"
                sent = head.i not in statements and (self._sent_to(node, head) or self._in_law(head))
                if aims or sent:
                    mood.inside = mood.inside or "purpose"
                if self.governing.wished(node):
                    mood.signals.setdefault("called_for", node.text)
                if "denied" in mood.signals and starts(head, self.words("verbs_hoping")):
                    mood.inside = mood.inside or "wish"  # "hope that they will not kill the hostages"
                if self._bound_to(head):
                    mood.signals.setdefault("called_for", head.text)
                if self.governing.unsaid(node):
                    mood.signals.setdefault("denied", head.text)
                doubt = self.governing.doubt(node)
                if doubt is None and self.governing.asked(node) and self.own.negated(head):
                    break  # "it is not clear who attacked": that somebody did is given
                if doubt is not None:
                    # "whether it will attack": open, whatever is planned or denied around it
                    mood.signals = {"possible": doubt.text}
                    break
                if not self.governing.embed(head, mood, statements):
                    break
                verbal = True
            elif base == "acl":
                if dep == "acl:relcl" and verbal:
                    if self.own.stressed(head):
                        self.own.read(head, mood)  # "denied that it was its troops who fired", "it was not they who …"
                        node = head
                        continue
                    if self.own.none_of(head) and head.pos_ != "PROPN":
                        # but "says nothing of France, which sent arms" tells that it did
                        mood.signals.setdefault("denied", head.text)
                    break
                mark = marks(node)
                if self.own.provided(node):
                    mood.inside = mood.inside or "condition"
                if not mark and self._purposes.at([*preposition_words(head).split(), head.lower_], 0) > 1:
                    mood.inside = mood.inside or "purpose"  # "dalam rangka mengakhiri perang"
                if dep == "acl" and (doubt := self.governing.doubt(node)) is not None:
                    mood.signals = {"possible": doubt.text}  # "no word on whether they had been freed"
                    break
                if dep == "acl" and mark and self.governing.asked(node):
                    break  # "no word on who carried out the attack"
                if self.own.no_such(head):
                    mood.signals.setdefault("denied", head.text)
                if verbal and not ended and mark in self.words("control_marks") and self.nouns.to_be_done(node, head):
                    mood.inside = mood.inside or "purpose"
                if mark or not has(node, "VerbForm", "Part"):  # not "a proposal welcomed by both sides"
                    self.nouns.named(head, mark, mood)
                finite = not has(node, "VerbForm", "Ger") and not has(node, "VerbForm", "Part")
                if mark and verbal and finite and not self.governing.complements(mark):
                    break  # "put up no resistance when he was held": a time, hung on the noun before it
                if mark:
                    self.governing.governed(head, mood)
                elif has(node, "VerbForm", "Part") and self._pack.classes_of(head.lower_) & STANDING:
                    break  # "a checkpoint manned by troops" is given, whatever is said of it
                elif self._made_before(node, head):
                    break
                elif self.nouns.put_before_them(node, head) or self.nouns.done_then(node):
                    break  # "voted to accept a truce proposed by Egypt", "the treaty signed in 2000 was to settle it"
            elif base in ("obj", "nsubj", "obl", "nmod", "iobj", "appos"):
                if dep == "obl:agent" and is_clause(head):
                    break  # "is required by the truce": what requires it is there
                if self.looked_into(node):
                    break  # "called for an inquiry into the killings": there were some, whatever becomes of the inquiry
                if opens_with(self.words("coming_markers"), preposition_words(node)) and not verbal:
                    mood.signals.setdefault("planned", node.left_edge.text)  # "ahead of the talks"
                    break
                if base == "obl" and not self.own.dated(node) and opens_with(self._conditions, preposition_words(node)):
                    mood.inside = mood.inside or "condition"
                if base in ("nmod", "obl") and self.nouns.marks_out(node, head):
                    break
                described = token.dep_ in ("amod", "acl") and token.head.i == node.i  # "at U.N.-*sponsored* talks"
                if base == "nmod" and (described or not verbal) and self.nouns.beside_content(node, head):
                    break  # "agreed on a ceasefire at talks in Sweden": these were held
                suspected = head.dep_ == "acl" and starts(head, self.words("verbs_possible"))
                one = node.i != token.i or any(c.dep_.split(":")[0] in ("det", "nmod", "acl") for c in node.children)
                if base == "obl" and one and not verbal and suspected:
                    break  # "a man suspected of (involvement in) an attack": there was one
                if base == "obl" and (before := node.left_edge.i - 1) > head.i and node.doc[before].dep_ == "obj":
                    self.nouns.named(node.doc[before], preposition_words(node), mood)  # "announced plans for an attack"
                if self.nouns.told_apart(node, mood):
                    break
                if is_clause(head):
                    if base in ("nmod", "obl") and head.pos_ == "NOUN":
                        self.nouns.named(head, preposition_words(node), mood)  # "is a condition for the release"
                    if base == "obl" and not verbal and self.nouns.led_to(node):
                        self.governing.carried(head, mood, light=True)  # "did not slide into civil war"
                    if base == "obl" and verbal and self.nouns.grounds(node, mood):
                        break
                    if self.nouns.given(node, head) and not inverted(head):
                        break
                    if base == "nsubj" and node.i == token.i and self.nouns.only_described(node, head):
                        break
                    excused = base == "nsubj" and node.i == token.i and starts(head, self.words("verbs_excusing"))
                    if excused and self.own.negated(head):
                        if not self.nouns.counted(node):
                            mood.inside = mood.inside or "condition"
                        # "the arrest of two men cannot be justified": they were arrested
                        break
                    if base == "nsubj" and any(c.dep_ in SUBJECTS and node.i < c.i < head.i for c in head.children):
                        break  # "the raid was the third, and nobody has claimed it", cut wrongly: that one's verb
                    if dep in ("obj", "nsubj:pass") and not is_clause(node) and self.nouns.unseen(node, head):
                        break  # "did not see the attack": there was one
                    if dep == "nsubj:pass" and not verbal and starts(head, self.words("verbs_perceiving")):
                        break  # "gunfire could be heard"
                    if base in ("obj", "obl") and starts(head, self.words("verbs_leaving")) and self.own.definite(node):
                        break  # "refused to leave the talks": there were some
                    if (
                        base in ("obj", "nsubj")
                        and not self.nouns.given(node, head)
                        and not self.governing.left_open(head)
                    ):
                        self.governing.carried(head, mood, light=base == "obj" or self._syntax.verbs.light(head))
                    if base == "nsubj":
                        self.governing.said_to_be(head, mood)
                        self.governing.imagined(node, mood)
                        self.governing.dropped(head, mood)
                    ends = base in ("obj", "nsubj") and starts(head, self.words("verbs_ending"))
                    ended, there = ended or ends, there or (ends and node.i == token.i and self.nouns.certain(node))
                    also = (c for c in head.children if head.lower_ in self.words("before_verbs") and c.dep_ == "xcomp")
                    undergone = any(has(verb, "Voice", "Pass") for verb in (head, *also))  # "ikut ditunda"
                    passive = base == "nsubj" and undergone  # whatever the parser made of its subject
                    if (passive or dep == "nsubj:pass") and not verbal and self.nouns.only_dealt_with(node, head):
                        break
                    scoped = base in ("obj", "obl") or dep == "nsubj:pass" or passive
                    aimed = opens_with(self._purposes, preposition_words(node))
                    nominal = base == "obl" and not is_clause(node) and not aimed
                    asked = STATEMENT_EFFECT.get(statements.get(head.i, "")) == "called_for"
                    if nominal and not verbal and not asked and self.nouns.known(node):
                        break  # "nobody was hurt in the attack", but "called for the release"
                    vows = statements.get(head.i) == "promise"
                    promised = vows and node.i < head.i
                    if nominal and not verbal and promised:
                        break
                    if nominal and (described or not verbal) and self.nouns.sets_scene(node, head, vows=vows):
                        break  # "agreed at a summit to …", "at a summit X promised to …": the summit was
                    if nominal and not verbal and head.i in statements and self.nouns.leads_in(node, head):
                        break  # "in the talks, the envoy called for …"
                    if scoped and not self.governing.embed(head, mood, statements, nominal=nominal):
                        break
                    verbal = True
                else:
                    if head.lower_ in self.words("negative_determiner") and self.nouns.known(node):
                        break  # "none of the attacks was …": there were some
                    issue = node.i == token.i and not verbal and head.lower_ in self.words("nouns_of_issue")
                    if issue and "violence" in self._pack.classes_of(node.lower_):
                        break  # "tidak akan mengalah dalam masalah penculikan warganya": they were abducted
                    if self.own.no_such(head):
                        if not verbal and self.was_in(node):
                            break
                        mood.signals.setdefault("denied", head.text)
                    ending = head.lower_ in self.words("nouns_ending")
                    ended, there = ended or ending, there or (ending and node.i == token.i)
                    self.nouns.named(head, preposition_words(node), mood)
                    if not self.nouns.owns(node, head):
                        self.governing.governed(head, mood)
            elif base == "compound":
                self.nouns.named(head, "", mood)
            elif base == "parataxis":
                break
            node = head
        if ended:
            mood.signals.pop("denied", None)  # "failed to stop the attack": there is one
        if there:
            # "hope it will end the fighting"
            for signal in ("planned", "possible", *(() if mood.statement >= 0 else ("called_for",))):
                mood.signals.pop(signal, None)
        if self.own.over(token):
            mood.signals.pop("planned", None)  # "agreed to halt the fighting a day after troops launched …"
        if not mood.inside and self.own.forbids(token):
            mood.inside = "prohibition"
            mood.signals.setdefault("called_for", token.text)
        mood.climbed(path)
        beside = mood.over.get("denied", ())[:1] == ("obl",)
        if beside and not is_clause(token) and self.nouns.told_beside(token):
            mood.signals.pop("denied", None)  # "no Indonesian was among the victims in that blast"
        mood.status = mood.without("")
        return mood

    def _vows(self, verb: Token, statements: Mapping[int, str]) -> bool:
        """Whether somebody promises, threatens or decides to do what its clause tells."""
        return statements.get(verb.i) in ("promise", "threaten") or starts(verb, self.words("verbs_planned"))

    def _bound_to(self, verb: Token) -> bool:
        """Whether somebody said what another side was bound to do ("told reporters that Israel *had to* lift it"); what
        people had to do who are no side is told as done ("said that villagers had to leave")."""
        if verb.dep_ != "ccomp" or not has(verb, "Tense", "Past") or verb.i + 1 >= len(verb.doc):
            return False
        if self.words("modal_strong").at([verb.lemma_, verb.nbor(1).lower_], 0) < 2:
            return False
        sides = (c for c in verb.children if c.dep_ == "nsubj")
        named = any(c.pos_ == "PROPN" or self._pack.classes_of(c.lower_) & SIDES for c in sides)
        return named and starts(verb.head, self.words("verbs_reporting"))

    def _made_before(self, participle: Token, noun: Token) -> bool:
        """Whether a participle tells what a side had done to it, or who made the deal that is spoken of, whatever they
        may do then ("a group *blamed* for the raid could strike again", "the pact *signed* by both must be kept")."""
        if not has(participle, "VerbForm", "Part") or not has(participle, "Tense", "Past"):
            return False
        classes = self._pack.classes_of(noun.lower_)
        if noun.dep_ == "nsubj" and classes & SIDES:
            return any(c.dep_ in ("obl", "obl:agent") for c in participle.children)
        agent = any(c.dep_ == "obl:agent" for c in participle.children)
        return agent and "agreement" in classes and self.own.definite(noun)

    def _sent_to(self, clause: Token, verb: Token) -> bool:
        """Whether forces are only sent to do what a clause tells ("troops *sent to arrest* him")."""
        if verb.lower_ not in self._sending or marks(clause) not in self.words("control_marks") or clause.i < verb.i:
            return False
        whom = verb.dep_ == "acl" or self._syntax.verbs.passive(verb) or any(c.dep_ == "obj" for c in verb.children)
        return whom and not any(starts(verb, self.words(key)) for key, _ in GOVERNING)

    def _in_law(self, verb: Token) -> bool:
        """Whether a law only lets somebody do something ("the bill *allows* police to hold suspects for a week")."""
        if not starts(verb, self.words("verbs_permitting")):
            return False
        subjects = self._syntax.subjects.of(verb)
        return bool(subjects) and all(t.lower_ in self.words("nouns_of_law") for t in subjects)

    def looked_into(self, noun: Token) -> bool:
        """Whether a noun is what an inquiry is about ("an inquiry into the *killings*", "the raid is investigated")."""
        return noun.dep_ in ("nmod", "obj", "obl", "nsubj:pass") and noun.head.lower_ in self._inquiring

    def was_in(self, noun: Token) -> bool:
        """Whether something is told to have been, or not to have been, in what is known ("no damage in the attack"):
        that there was."""
        return preposition_words(noun) in self.words("position_prepositions") and self.nouns.known(noun)

    def _last(self, mark: str) -> str:
        """A mark without the one before its subject ("*for* civilians *to* leave")."""
        first, _, rest = mark.partition(" ")
        controlling = self.words("control_marks")
        return rest if first in controlling and rest in controlling else mark


def _forms(pack: Pack, kind: str, slot: str, value: str, *, nouns: bool = False) -> frozenset[str]:
    """Forms of the single words that tell of one sort of act: verbs ("send", "mengerahkan"), on demand nouns too."""
    found: set[str] = set()
    for trigger in pack.triggers:
        part = trigger.part
        if (
            (part == "verb" or (nouns and part == "noun"))
            and trigger.kind == kind
            and trigger.values.get(slot) == value
        ):
            for word in trigger.words:
                if " " not in word:
                    found.update(form for form, _ in pack.inflection.forms(word, part))
    return frozenset(found)


def _harms(sentence: Sentence, token: Token) -> bool:
    """Whether a word tells of force, or of those it killed or hurt."""
    return any(
        t.values.get("act") in HARMING or t.values.get("harm") in ("killed", "injured")
        for t in sentence.triggers_at(token)
    )
