"""Who a report says a thing from: speakers of embedding clauses, tags after speech, "according to", running quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.reading.telling.discourse import Discourse, Mention
from gencatan.reading.telling.tagger import Tagger
from gencatan.reading.telling.tags import Tag, tags
from gencatan.reading.tree.asides import QUOTES, sums_up, turns
from gencatan.reading.tree.insertions import is_reckoning, whose_reckoning
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.modality import denied_on
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    date_tokens,
    deps_below,
    is_called,
    lowered,
    marks,
    once_of,
    preposition,
    preposition_words,
    set_off,
    starts,
)
from gencatan.reading.tree.sentence import Sentence
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

VOWING: Final = frozenset({"promise", "threaten"})
JUDGING: Final = frozenset({"condemn", "support", "reject"})
ASKING: Final = frozenset({"demand", "appeal", "accuse"})
NUMBERED: Final = frozenset({"obj", "xcomp", "ccomp"})
ASIDE: Final = frozenset({"advcl", "acl", "parataxis", "dep", "obl", "nmod"})
SILENT: Final = frozenset({"advmod", "det", "cc"})
NEXT: Final = 3  # words after a tag within which a verb without subject goes on from it


class Attributions:
    """Finds the sources of a predicate, outermost first."""

    def __init__(self, pack: Pack, syntax: Syntax, mentions: Mentions) -> None:
        """Take the words from the pack's grammar."""
        self._pack = pack
        self._syntax = syntax
        self._mentions = mentions
        self._reporting = pack.words("verbs_reporting")
        self._confirming = pack.words("verbs_confirming")
        self._trying = pack.words("verbs_trying")
        self._asking = pack.words("relative_pronouns")
        self._negation = pack.words("negation")
        self._none = pack.words("negative_determiner")
        self._phrases = pack.words("attribution_phrases")
        self._positions = pack.words("position_prepositions")
        self._nouns = pack.words("attribution_nouns")
        self._informants = pack.words("informants")
        self._media = pack.words("media_nouns")
        self._law = pack.words("nouns_of_law")
        self._subordinators = pack.words("subordinators")
        self._controlling = pack.words("control_marks")
        self._receiving = pack.words("verbs_receiving")
        self._perceiving = pack.words("verbs_perceiving")
        self._quoting = pack.words("verbs_quoting")
        self._naming = pack.words("naming_markers")
        self._after = pack.words("after_markers")
        self._topics = pack.words("topic_markers")
        self._feared = pack.words("verbs_possible")
        self._refusing = pack.words("verbs_denied")
        self._contrast = pack.words("contrast_markers")
        self._summing = pack.words("nouns_summing")
        self._answering = pack.words("verbs_answering")
        self._hearsay = pack.words("hearsay_nouns")
        self._origin = pack.words("origin_prepositions")
        self._addressing = pack.words("addressee_markers")
        self._telling_of = pack.words("verbs_telling_of")
        self._tagger = Tagger(pack, mentions)

    def mend(self, sentence: Sentence) -> None:
        """Find the reporting clauses that stand beside what they report, and mend the tree around them."""
        self._tagger.mend(sentence)

    def reports(self, token: Token) -> bool:
        """Whether the token is a verb of plain reporting ("claims", but not "a claim")."""
        if token.lower_ not in self._reporting or token.pos_ in ("PROPN", "ADP"):
            return False
        if token.lower_ in self._confirming and self._unsure(token):
            return False
        if self._tagger.by_deed(token):
            return False
        return token.pos_ != "NOUN" or not any(c.dep_ == "det" for c in token.children)

    def _unsure(self, verb: Token) -> bool:
        """Whether somebody does not confirm, or only tries to ("did not confirm reports of …", "trying to verify")."""
        if any(c.lower_ in self._negation for c in verb.children if c.i < verb.i):
            return True
        above = verb.head if verb.dep_ in ("xcomp", "advcl", "ccomp") and verb.head.i < verb.i else None
        return above is not None and above.lower_ in self._trying

    def of(self, sentence: Sentence, token: Token, statements: dict[int, str]) -> list[Token]:
        """The speakers in the sentence that embed `token`, outermost first; `statements`: tokens of statement words."""
        found: list[Token] = []
        cited: list[Token] = []
        outer: list[Token] = []  # "the group said, according to the police": who tells what the group said
        chain = [token, *self._syntax.ancestors(token)]
        path = {t.i for t in chain}
        beside = [tag for tag in tags(token.doc) if tag.speaker >= 0]
        tagged = {i for tag in beside for i in range(tag.start, tag.end)}
        answered = self._answered(chain)
        if answered >= 0:  # what a question or another's charge says: nobody who answers it tells it
            chain = chain[: answered + 1]
        for n, node in enumerate(chain):
            for child in node.children:
                speaker = None if child.i in tagged else self._beside(node, child, path)
                if speaker is not None and speaker.i not in path:
                    quoted = child.lower_ in self._quoting
                    (cited if quoted else outer if n > 0 and self.reports(node) else found).append(speaker)
            handed = self.quotes(node) and any(self.reports(below) for below in chain[1:n])
            tells = node.i not in tagged and n > 0 and not handed and self._tells(node, chain[:n], statements)
            if n > 0 and (self._over(node, token) or self._left(node, chain[:n]) or _behind_speaker(node, chain[:n])):
                continue  # "A said that …; B replied that …", whatever the parser made of it
            if tells or (not handed and self._hidden(chain, n)):
                speaker = self.speaker(node)
                # "the authorities, who had earlier reported 68 dead": who tells heads the clause of the telling
                if speaker is not None and (speaker.i not in path or node.dep_ == "acl:relcl"):
                    cited += self._cited(speaker)
                    found.append(speaker)
        for one, quotes in self._tags(token, beside) if answered < 0 else []:
            (cited if quotes else found).append(one)
        found = [*cited, *found, *outer]
        unique: dict[int, Token] = {}
        for speaker in reversed(found):
            if self._may_speak(speaker):
                unique.setdefault(speaker.i, speaker)
        return list(unique.values())

    def _answered(self, chain: Sequence[Token]) -> int:
        """Where in the words around a predicate the verb stands by which somebody only answers what it tells ("said X,
        *responding* to …", "*asked* about …, X said"); -1 if none does."""
        for n, node in enumerate(chain[1:], 1):
            if node.lower_ in self._answering and node.dep_.split(":")[0] in ASIDE and not self._content_mark(node):
                return n
        return -1

    def _may_speak(self, word: Token) -> bool:
        """Whether a word can be a source at all: no mere number and no attribute of one ("demikian jumlah …")."""
        if word.pos_ != "PROPN" and self._mentions.none_such(word):
            return False  # "*tidak ada kelompok* yang mengaku …"
        kinds = self._mentions.classes(word)
        if "agent" in kinds or word.pos_ in ("PROPN", "PRON") or word.lower_ in self._nouns:
            return True
        return word.pos_ not in ("VERB", "ADJ", "ADV", "SCONJ", "ADP") and "quantity" not in kinds

    def _tells(self, verb: Token, below: Sequence[Token], statements: dict[int, str]) -> bool:
        """Whether a verb reports, demands, fears … what the last word of `below` heads, which is the way from what is
        told."""
        content = below[-1]
        if verb.lower_ in self._confirming and self._unsure(verb):
            return False
        act = statements.get(verb.i)
        if act in VOWING and any(t.dep_ == "advcl" and self._after.at([marks(t)], 0) for t in below[:-1]):
            return False  # "promised to leave *after* a blast killed ten": the outlet tells of the blast
        if act in JUDGING and content.dep_.split(":")[0] in ("obj", "obl"):
            # who condemns or backs an act is no source for it; that the move is "a breach" is the speaker's word
            return preposition_words(content) in self._naming and content.i > verb.i
        if act == "demand" and content.dep_ == "obj" and self._mentions.is_event(content):
            return False  # "ordered an inquiry into the attack": who orders is no source for it
        as_what = content.dep_ != "obl" or preposition_words(content) in self._naming
        if as_what and is_called(content) and self._mentions.is_event(content):
            return True  # "what residents described as an air strike": theirs
        if content.dep_ == "obl" and act == "accuse" and verb.pos_ == "VERB" and content.i > verb.i:
            # "accused the rebels of attacks": what they are charged with, and by whom
            return self._mentions.is_event(content) and preposition_words(content) in self._topics
        if content.dep_ == "ccomp" and self._withheld(content, verb):
            return False
        if content.dep_ in ("ccomp", "obl") and self._is_silent(verb):
            return False
        if content.dep_ in ("obj", "iobj") and self._describes(content, below[:-1]):
            return False
        if act in ASKING and any(self._is_aside(t) for t in below[:-1]):
            return False  # "urged Zaire to arrest Bokulu, who killed …": who asks for it does not tell who he is
        if act == "reject" and not self._content_mark(content):
            return False  # who refuses to do a thing tells nothing
        if content.i > verb.i and (self._tells_of(verb, content) or self._saw(verb, content)):
            return not any(self._is_aside(t) for t in below)
        if self.reports(verb) or verb.i in statements:
            return self._is_content(content, verb) or (content.dep_ == "conj" and denied_on(content, verb, statements))
        return content.dep_ == "ccomp" and verb.lower_ in self._feared and content.i > verb.i

    def _tells_of(self, verb: Token, content: Token) -> bool:
        """Whether a verb and its preposition tell what follows ("residents *spoke of* looting")."""
        length = self._telling_of.at(lowered(verb.doc), verb.i)
        if length < 2 or self._is_silent(verb):
            return False
        opened = preposition_words(content) or marks(content)
        return opened == verb.doc[verb.i + length - 1].lower_ or (not opened and content.dep_ in NUMBERED)

    def _saw(self, verb: Token, content: Token) -> bool:
        """Whether who is there to tell it saw a thing ("a *reporter saw* some 80 bodies")."""
        if verb.lower_ not in self._perceiving or content.dep_ not in NUMBERED or self._is_silent(verb):
            return False
        return any(self._pack.in_class(c.lower_, "eyewitness") for c in verb.children if c.dep_ in SUBJECTS)

    def _describes(self, noun: Token, below: Sequence[Token]) -> bool:
        """Whether the words on the way to what is told are a relative clause about who is spoken to, or one between
        commas about what is spoken of: the outlet's own ("urged the men *who held talks*", "X, *which it annexed*")."""
        agent = "agent" in self._mentions.classes(noun)
        return any(
            clause.dep_ in RELATIVE
            and clause.i > noun.i
            and any(c.lower_ in self._asking and c.i < clause.i for c in clause.children)
            and ((agent and clause.head.i == noun.i) or set_off(clause))
            and not any(t.text == "," for t in noun.doc[clause.i : below[0].i])
            for clause in below
        )

    def _is_aside(self, clause: Token) -> bool:
        """Whether a clause between commas tells more of whom it hangs on (", who killed …", no ", failing which …")."""
        return clause.dep_ in RELATIVE and set_off(clause) and any(c.lower_ in self._asking for c in clause.children)

    def _withheld(self, clause: Token, verb: Token) -> bool:
        """Whether a verb of saying is denied what a question asks: who "would not say who did it" is no source."""
        first = clause.left_edge
        if first.lower_ not in self._asking or first.head.i != clause.i or first.i < verb.i:
            return False
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        near = [c for one in (verb, *subjects) for c in one.children if c.i < verb.i]
        return any(c.lower_ in self._negation or c.lower_ in self._none for c in near)

    def _is_silent(self, verb: Token) -> bool:
        """Whether somebody is said not to speak of a thing ("has not commented on reports that …", "declined to")."""
        if verb.i and verb.dep_ == "xcomp" and starts(verb.head, self._refusing):
            return True
        subjects = [c for c in verb.children if c.dep_ in SUBJECTS]
        near = [c for one in (verb, *subjects) for c in one.children if c.i < verb.i and c.dep_ in SILENT]
        near += subjects  # "nobody has told us …"
        return any(c.lower_ in self._negation or c.lower_ in self._none for c in near)

    def _over(self, verb: Token, token: Token) -> bool:
        """Whether a semicolon outside of speech ends what a verb tells before `token` is reached."""
        doc = verb.doc
        for mark in doc[verb.i + 1 : token.i]:
            if mark.text != ";" or sum(t.text in QUOTES for t in doc[: mark.i]) % 2:
                continue
            first = next((t for t in doc[mark.i + 1 :] if t.dep_ != "cc"), None)
            if first is not None and first.lower_ not in self._subordinators:
                return True
        return False

    def _left(self, verb: Token, below: Sequence[Token]) -> bool:
        """Whether what a verb tells ends before the clause or noun by which `below` hangs on it."""
        return any(verb.i < t.i and (turns(t, self._contrast) or sums_up(t, self._summing)) for t in below)

    def _tags(self, token: Token, beside: Sequence[Tag]) -> list[tuple[Token, bool]]:
        """The speakers of the tags that cover a token, innermost first, and whether another quotes them; an agency is
        one only if nobody else is."""
        covering = [tag for tag in beside if tag.covers(token.i)]
        named = [tag for tag in covering if not tag.credit] or covering
        return [(self.owner(token.doc[tag.speaker]), token.doc[tag.start].lower_ in self._quoting) for tag in named]

    def _cited(self, speaker: Token) -> list[Token]:
        """Whom a speaker quotes in a clause of their own ("the ministry, *citing the hospital*, said …")."""
        clauses = [c for c in speaker.children if c.dep_.split(":")[0] == "acl" and c.lower_ in self._quoting]
        told = [self.owner(c) for clause in clauses for c in clause.children if c.dep_ == "obj"]
        return [c for c in told if self._tells_things(c) or "hospital" in self._mentions.classes(c)]

    def _hidden(self, chain: Sequence[Token], n: int) -> bool:
        """Whether `chain[n]` says what the parser hung on a noun beside it ("told Reuters on Sunday that …")."""
        verb = chain[n]
        if n < 2 or not self.reports(verb) or self._is_silent(verb):
            return False
        if any(self._content_mark(node) for node in chain[: n - 1] if node.i > verb.i):
            return True
        clause, beside = chain[n - 2], chain[n - 1]
        if clause.dep_ not in ("acl:relcl", "acl", "ccomp") or not verb.i < beside.i < clause.i:
            return False
        if beside.dep_.split(":")[0] not in ("obj", "iobj", "obl"):
            return False
        own = next((c for c in clause.children if c.dep_ in SUBJECTS), None)
        if own is None or self._syntax.verbs.is_relative(own):
            return False
        return own.pos_ != "PRON" or beside.i in date_tokens(beside.doc)

    def _content_mark(self, node: Token) -> bool:
        """Whether a word opens a content clause ("that", "bahwa"), and no relative one."""
        return any(
            c.dep_ == "mark" and c.pos_ == "SCONJ" and c.lower_ in self._subordinators and c.i < node.i
            for c in node.children
        )

    def _is_content(self, child: Token, verb: Token) -> bool:
        dep = child.dep_.split(":")[0]
        if dep in ("ccomp", "xcomp", "parataxis"):
            return True
        if dep == "obj":
            return True
        if dep not in ("advcl", "conj") or child.i < verb.i:
            return False
        if any(c.dep_ == "mark" and c.lower_ in self._subordinators for c in child.children):
            return True
        return self._goes_on(child, verb) or (dep == "advcl" and self._bare(child, verb))

    def _bare(self, child: Token, verb: Token) -> bool:
        """Whether a clause that follows without a comma is what is said, though nothing marks it as that."""
        mark = marks(child)
        if mark and mark.split(" ")[-1] not in self._controlling:
            return False
        return not any(t.text in (",", ";", ":") for t in verb.doc[verb.i : child.left_edge.i + 1])

    def _goes_on(self, child: Token, verb: Token) -> bool:
        """Whether a bare clause goes on with what is said before it ("… said rebels attacked, killing five")."""
        if marks(child) or self.reports(child) or any(c.dep_ in (*SUBJECTS, "cc") for c in child.children):
            return False
        return any(c.dep_ == "ccomp" and verb.i < c.i < child.i for c in verb.children)

    def _beside(self, node: Token, child: Token, path: set[int]) -> Token | None:
        """A speaker named beside a clause: ", X said", "according to X", "menurut X"."""
        if child.i in path:
            return None
        base = child.dep_.split(":")[0]
        numbered = not NUMBERED.isdisjoint(deps_below(child))
        if numbered and any(c.pos_ == "NUM" and c.dep_ in NUMBERED and c.i > child.i for c in child.children):
            return None  # "26 orang tewas; kelompok HAM menyebut 41": tells a number of its own
        if base == "dep" and is_reckoning(child):
            return whose_reckoning(child)
        if base in ("parataxis", "ccomp", "advcl", "dep", "conj") and self.reports(child):
            told = any(c.dep_ == "ccomp" and c.i > child.i for c in child.children)
            tag = base in ("parataxis", "dep") or (child.i > node.i and not self._has_content(child))
            tag = tag and not (told and child.i > node.i)  # "… ; she told friends that …"
            tag = tag and not (child.i > node.i and (self._is_silent(child) or self._owns(child)))
            if tag and not (base == "advcl" and marks(child) and marks(child) not in self._phrases):
                return self.speaker(child)
        prep = preposition(child)
        if prep and prep.replace("_", " ") in self._phrases and base in ("obl", "nmod", "advmod", "dep", "parataxis"):
            return None if child.lower_ in self._law else child
        if child.lower_ in self._phrases and base in (
            "advcl",
            "advmod",
            "obl",
            "parataxis",
            "case",
            "mark",
            "dep",
        ):
            inner = [c for c in child.children if c.dep_.split(":")[0] in ("obj", "obl", "nmod", "nsubj", "flat")]
            return inner[0] if inner and self._tells_things(inner[0]) else None
        return None

    def _owns(self, verb: Token) -> bool:
        """Whether a verb of saying tells of a thing of its own ("…; a group *claimed* the attack")."""
        if verb.lower_ in self._confirming:
            return False
        things = (c for c in verb.children if c.dep_ == "obj" and c.i > verb.i and c.pos_ == "NOUN")
        return any("agent" not in self._mentions.classes(c) for c in things)

    def _tells_things(self, noun: Token) -> bool:
        """Whether a noun is somebody, a name or a paper, and no mere reason ("citing the virus")."""
        return noun.pos_ == "PROPN" or noun.lower_ in self._nouns or "agent" in self._mentions.classes(noun)

    def _has_content(self, verb: Token) -> bool:
        return any(c.dep_.split(":")[0] in ("ccomp", "xcomp", "obj") for c in verb.children)

    def speaker(self, verb: Token) -> Token | None:
        """The subject of a verb of saying, or who stands behind a document that is its subject."""
        tag = self._tag_of(verb)
        if tag is not None:
            return self.owner(verb.doc[tag.speaker]) if tag.speaker >= 0 else None
        node = verb
        for _ in range(4):
            own = [c for c in node.children if c.dep_ in SUBJECTS]
            if self._syntax.verbs.passive(node):
                own = [c for c in node.children if c.dep_ == "obl:agent"]
            if node.i == verb.i and not own and self._syntax.verbs.passive(verb) and not self.quotes(verb):
                return None  # "yang dikatakan dekat dengan …": nobody says who, and surely not who acts around it
            if own and self._syntax.verbs.is_relative(own[0]):
                antecedent = self._syntax.subjects.antecedent(node)
                own = [antecedent] if antecedent is not None else []
            if own:
                # small parsers give a verb two subjects ("the human rights | ombudsman said"): the one that can speak
                speaker = next((c for c in own if self.can_speak(c)), None)
                return self.owner(speaker) if speaker is not None else None
            if node.dep_ not in ("conj", "xcomp", "advcl") or node.head.i == node.i:
                return None
            node = node.head
            if self.quotes(node):
                return self._quoted(node)
        return None

    def quotes(self, verb: Token) -> bool:
        """Whether a verb hands on what another says ("quoted a doctor as saying", "was quoted as saying")."""
        return verb.lower_ in self._quoting and self._quoted(verb) is not None

    def _quoted(self, verb: Token) -> Token | None:
        """Who is quoted: the object, or the subject of a passive."""
        if self._syntax.verbs.passive(verb):
            found = self._syntax.subjects.of(verb)
        else:
            found = [c for c in verb.children if c.dep_ == "obj"]
        return next((self.owner(t) for t in found if self.can_speak(t)), None)

    @once_of
    def can_speak(self, noun: Token) -> bool:
        """Whether a noun is somebody who can say a thing, or a paper that does."""
        if noun.i in date_tokens(noun.doc):
            return False
        if any(c.dep_ == "det" and c.lower_ in self._none for c in noun.children):
            return False  # "no group claimed …"
        return self._mentions.can_act(noun) or noun.lower_ in self._nouns or self._mentions.speaks_for_people(noun)

    def _tag_of(self, verb: Token) -> Tag | None:
        """The tag that a verb heads, or goes on from (", X said, adding that …", "kata X, yang menambahkan …")."""
        for tag in tags(verb.doc):
            if tag.verb == verb.i:
                return tag
            between = verb.doc[tag.end : verb.i]
            if not 0 < len(between) <= NEXT or between[0].text != ",":
                continue
            own = any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in verb.children)
            if not own and not any(t.pos_ in ("NOUN", "PROPN", "CCONJ") for t in between[2:]):
                return tag
        return None

    def owner(self, speaker: Token) -> Token:
        """Who stands behind a document that speaks ("a statement from X's office"), else the speaker itself."""
        if speaker.pos_ == "PROPN" or (
            speaker.lower_ not in self._nouns and "document" not in self._mentions.classes(speaker)
        ):
            return speaker
        media = speaker.lower_ in self._media  # "Yugoslav state television": the station, not the land
        dates = date_tokens(speaker.doc)
        inner = [
            c
            for c in speaker.children
            if self._mentions.can_act(c)
            and c.i not in dates  # "the agency on Friday called on …"
            and not self._only_from(c)
            and not (media and not preposition(c))
            and not self._hails_from(speaker, c)
            and (c.dep_.split(":")[0] in ("nmod", "obl") or (c.dep_ == "compound" and c.pos_ == "PROPN"))
        ]
        for clause in speaker.children:
            if clause.dep_ in RELATIVE and not inner:  # "keterangan yang dihimpun dari dua saksi"
                beside = (c for c in clause.children if c.dep_ == "obl" and preposition(c) not in self._addressing)
                inner = [c for c in beside if "agent" in self._mentions.classes(c)]
                # "a letter seen by the paper"
                had = starts(clause, self._receiving) or starts(clause, self._perceiving)
                if speaker.lower_ in self._nouns and not had:  # "data yang dihimpun Komnas HAM"
                    inner += [c for c in clause.children if c.dep_ == "obl:agent" and self._mentions.can_act(c)]
        inner = [c for c in inner if preposition_words(c) not in self._positions]  # "diplomats in Oslo"
        if speaker.lower_ in self._informants:
            inner = [c for c in inner if preposition(c)]  # "sumber keamanan Israel" is somebody, and not Israel
        owned = [c for c in inner if preposition(c)] or inner
        owned = [c for c in owned if "agent" in self._mentions.classes(c) or c.pos_ == "PROPN"] or [
            c
            for c in owned
            if preposition(c)  # no part of the word for it ("surat kabar")
        ]
        received = starts(speaker.head, self._receiving) or self._syntax.verbs.passive(speaker.head)
        if not owned and speaker.dep_ == "obj" and not received:
            # "the army issued a statement accusing …"
            owned = [c for c in self._syntax.subjects.of(speaker.head) if self._mentions.can_act(c)]
        return owned[0] if owned else speaker

    def _hails_from(self, reports: Token, land: Token) -> bool:
        """Whether reports come from a land, whoever made them ("reports from Sudan said")."""
        if reports.lower_ not in self._hearsay or preposition_words(land) not in self._origin:
            return False
        return bool(self._mentions.classes(land) & {"place", "state"}) or land.ent_type_ == "LOC"

    def _only_from(self, owner: Token) -> bool:
        """Whether a land only tells where a paper or station is from ("Iran's state television said")."""
        kinds = self._mentions.classes(owner)
        return owner.dep_ == "nmod:poss" and owner.pos_ == "PROPN" and bool(kinds & {"place", "state"})

    def running_on(
        self, sentence: Sentence, token: Token, sentences: Sequence[Sentence], discourse: Discourse
    ) -> Mention | None:
        """The speaker of a quote or first-person speech that began before this sentence; None if there is none."""
        if any(tag.speaker < 0 and tag.covers(token.i) for tag in tags(token.doc)):
            return discourse.last_speaker(sentence)
        at = sentence.from_(token)
        in_quote = any(start <= at < end for start, end in sentence.quoted)
        assert sentence.doc is not None
        pronouns = self._pack.pronouns
        if not in_quote and not any(pronouns.get(w, "").startswith("speaker") for w in lowered(sentence.doc)):
            return None  # neither quoted nor in the first person
        return discourse.previous_speaker(sentence, sentences)


def _behind_speaker(verb: Token, below: Sequence[Token]) -> bool:
    """Whether what is told stands in a relative clause about who speaks behind the verb, or where ("said a woman,
    *whose nephew was killed*"): that is the outlet's own word."""
    top = below[-1]
    about = top.dep_ in (*SUBJECTS, "obl") and top.i > verb.i
    return about and any(t.dep_ in RELATIVE and set_off(t) for t in below[:-1])
