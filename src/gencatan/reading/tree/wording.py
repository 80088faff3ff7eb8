"""Which words name what a noun stands for, as far as they belong together in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.language.pack import Pack
from gencatan.model import Span
from gencatan.reading.tree.relations import (
    PARTICLES,
    RELATIVE,
    SETTLED,
    counted_with,
    date_tokens,
    lowered,
    marks,
    preposition,
    preposition_words,
)
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.tree.mentions import Mentions

SMALL: Final = ("negation", "subordinators", "passive_agent", "addressee_markers", "modal_planned", "small_words")
BODIES: Final = frozenset({"group", "organisation", "official", "armed_group"})
BEYOND: Final = frozenset({"parataxis", "advcl", "ccomp", "xcomp", "conj"})
SENT_ABROAD: Final = frozenset({"official", "representative", "armed_force", "troops", "peacekeepers", "mediator"})
FORCES: Final = ("@troops", "@armed_force", "@rebel")
SEVERAL: Final = ("person.pl", "any")
BOUNDS: Final = "gencatan.bounds"
SPANS: Final = "gencatan.spans"
LOOSE: Final = frozenset(
    {
        "parataxis",
        "advcl",
        "ccomp",
        "xcomp",
        "cc",
        "conj",
        "nsubj",
        "nsubj:pass",
        "cop",
        "discourse",
        "orphan",
        "aux",
    }
)


def small_words(pack: Pack) -> frozenset[str]:
    """Words of grammar that the tagger may take for nouns or names."""
    found = frozenset(word for key in SMALL for word in pack.words(key).firsts if word in pack.words(key))
    return found - frozenset(pack.pronouns)


class Wording:
    """Bounds of mentions in one language."""

    def __init__(self, pack: Pack, mentions: Mentions) -> None:
        """`mentions` knows what nouns are."""
        self.pack = pack
        self._mentions = mentions
        self._genitive = pack.words("genitive_markers")
        self._standing_for = pack.words("standing_for")
        self._in_names = pack.words("name_prepositions")
        self._origin = pack.words("origin_prepositions")
        self._determiners = pack.words("determiners")
        self._strays = frozenset(pack.words("stray_adverbs").firsts)
        self._company = frozenset(pack.words("including_markers").firsts)
        self._only = frozenset(pack.words("only").firsts)
        self._between = frozenset(
            word for word in pack.words("between_markers").firsts if word in pack.words("between_markers")
        )
        self._before_verbs = pack.words("before_verbs")
        self._relatives = pack.words("relative_pronouns")
        self._small = small_words(pack)

    def bounds(self, token: Token) -> tuple[int, int]:
        """First and last token index of the words that name what `token` heads."""
        known: dict[int, tuple[int, int]] = token.doc.user_data.setdefault(BOUNDS, {})
        found = known.get(token.i)
        if found is None:
            found = known[token.i] = self._bounds(token)
        return found

    def told_of_itself(self, pronoun: Token) -> bool:
        """Whether a pronoun of several says itself who is meant ("those arrested", "mereka yang ditahan")."""
        if self.pack.pronouns.get(pronoun.lower_, "") not in SEVERAL or pronoun.pos_ not in ("PRON", "DET"):
            return False
        return any(c.i > pronoun.i and self._marks_out(pronoun, c) for c in pronoun.children)

    def _marks_out(self, pronoun: Token, clause: Token) -> bool:
        """Whether a clause beside a pronoun tells which people are meant: right behind it, with no comma between."""
        told = clause.dep_ in RELATIVE or clause.dep_ in ("acl", "amod")  # "those responsible for it"
        return told and not any(t.is_punct for t in pronoun.doc[pronoun.i : clause.i])

    def _bounds(self, token: Token) -> tuple[int, int]:
        cut: set[int] = set()
        known = self._compound(token)
        of_itself = self.told_of_itself(token)
        for child in token.children:
            if child.i <= known and child.i > token.i:
                continue
            if of_itself and self._marks_out(token, child):
                goes_on = (c for c in child.children if c.i > child.i and c.dep_ in BEYOND and not marks(c))
                cut.update(t.i for c in goes_on for t in c.subtree)
                continue
            if self._loose(token, child):
                cut.update(t.i for t in child.subtree)
            else:
                for inner in child.subtree:
                    if inner.i == child.i:
                        continue
                    lies = inner.dep_ == "appos" and self.pack.in_class(inner.lower_, "direction")
                    if lies or inner.dep_ in RELATIVE or inner.dep_ in ("parataxis", "advcl"):
                        cut.update(t.i for t in inner.subtree)
        counted = self._mentions.semantic_head(token)
        if counted.i != token.i and token.is_ancestor(counted):
            between = preposition(token) in self._between
            for child in counted.children:  # "thousands of soldiers to the border"
                joined = child.dep_ in ("conj", "cc") and not between  # "between dozens of rebels and the police"
                if child.i > counted.i and not joined and self._loose(counted, child):
                    cut.update(t.i for t in child.subtree)
        dates = date_tokens(token.doc)
        inside = {t.i for t in token.subtree} - cut - (dates if token.i not in dates else frozenset())
        left = right = token.i
        while left - 1 in inside:
            left -= 1
        while right + 1 in inside:
            right += 1
        doc = token.doc
        while left < token.i and (doc[left].pos_ in PARTICLES or doc[left].is_punct or doc[left].is_space):
            left += 1
        while right > token.i and (
            doc[right].is_space
            or (doc[right].pos_ in PARTICLES and doc[right].pos_ != "PART")
            or (doc[right].is_punct and doc[right].text not in (")", "]", "”", '"'))
        ):
            right -= 1
        if not of_itself:
            left, right = self._without_strays(token, left, right)
        return self._balance(token, left, right)

    def _without_strays(self, token: Token, left: int, right: int) -> tuple[int, int]:
        """Leave out adverbs that the tagger took for parts of a name ("Polisi [mulanya]", "pemerintah [secara luas]"),
        what stands before a comma ("[sementara itu,] dua mortir") and a preposition ("[antar] suku")."""
        doc = token.doc
        for i in range(left, token.i):
            between = i + 1 == token.i and doc[i].lower_ in self._between
            if not between and doc[i].pos_ in ("NOUN", "PROPN", "NUM") and doc[i].lower_ not in self._small:
                break
            if doc[i].text == "," or between:
                left = i + 1
        for i in range(self._compound(token) + 1, right + 1):
            lower = doc[i].lower_
            stray = lower in self._strays and not doc[i].text[:1].isupper()
            going = i == right and i + 1 < len(doc) and doc[i + 1].pos_ == "VERB" and lower in self._before_verbs
            stray = stray or (going and doc[i].text[:1].islower())
            voice = self.pack.index.voices.get(lower)
            if stray or voice == "act" or (voice == "pass" and doc[i].pos_ == "VERB"):
                return left, i - 1  # "Polisi [menahan seorang pria]", whatever the parser made of the verb
        return left, right

    def _compound(self, token: Token) -> int:
        """Index of the last word of a noun of several words that the pack's classes list ("juru bicara")."""
        length = self.pack.compounds.at(lowered(token.doc)[token.i : token.i + 5], 0)
        return token.i + length - 1 if length > 1 else token.i

    def _balance(self, token: Token, left: int, right: int) -> tuple[int, int]:
        """Drop brackets and quotation marks that open or close nothing inside."""
        doc = token.doc
        words = [doc[i].text for i in range(left, right + 1)]
        for opening, closing in (("(", ")"), ("[", "]"), ("“", "”")):
            if words.count(opening) != words.count(closing):
                for i in range(left, right + 1):
                    if doc[i].text in (opening, closing):
                        if i > token.i:
                            right = i - 1
                            break
                        left = i + 1
        return (left, right) if left <= token.i <= right else (token.i, token.i)

    def _loose(self, token: Token, child: Token) -> bool:
        dep = child.dep_
        base = dep.split(":")[0]
        if counted_with(child):
            return False
        if dep == "cc" and child.i < token.i:
            return False  # "medical and security officials"
        if dep in RELATIVE or base in LOOSE or dep == "case" or dep == "mark":
            return True
        if base == "appos":
            return child.i < token.i or any(t.is_punct for t in token.doc[token.i + 1 : child.left_edge.i + 1])
        if base == "amod" and child.lower_ in self._company:
            after = token.doc[child.i + 1] if child.i + 1 < len(token.doc) else child
            return after.pos_ in ("NUM", "NOUN", "PROPN", "DET")  # not "pasukan *bersama* menewaskan …"
        if base in ("nmod", "obl"):
            if child.i > token.i and token.doc[child.left_edge.i - 1].lower_ in self._company:
                return True  # "a colonel [with three men]", whatever the parser made of "with"
            prep = preposition(child)
            if not prep and self._how_long(token, child):
                return True
            if prep in self._standing_for and self._stands_for(token, child):
                return False
            if prep in self._in_names and self._goes_on(token, child):
                return False
            if prep in self._origin and self._hails_from(token, child):
                return False
            among = token.pos_ in ("DET", "NUM", "PRON") and preposition_words(child) in self._genitive
            genitive = among or (prep in self._genitive and not self._has_an_owner(token))
            return (bool(prep) and not genitive) or dep.endswith("tmod") or _part_of(token, child)
        if base == "advmod" or base == "dep":
            return child.i > token.i
        if base == "punct":
            return not (child.text in "-–/'’" or child.text in ("(", ")", "“", "”", '"'))
        return False

    def _has_an_owner(self, token: Token) -> bool:
        """Whether an ending tells whose a force is, so that what stands behind it only tells where from ("pasukannya
        [dari Goma]")."""
        owned = token.pos_ == "NOUN" and token.lower_.endswith(self.pack.possessive_endings)
        return owned and self._mentions.fits(token, FORCES)

    def _how_long(self, token: Token, child: Token) -> bool:
        """Whether a counted time right behind a name is no part of it ("memvonis Ali Rahman [20 tahun penjara]")."""
        first = child.left_edge
        if child.i < token.i or first.i == child.i or token.doc[first.i - 1].pos_ != "PROPN":
            return False
        return any(c.dep_ == "nummod" for c in child.children) and "time_noun" in self._mentions.classes(child)

    def _stands_for(self, token: Token, body: Token) -> bool:
        """Whether who speaks or acts is told by whom for ("a spokesman for the rebels"), right beside the word."""
        if body.left_edge.i != token.i + 1 or "official" not in self._mentions.classes(token):
            return False
        return body.pos_ == "PROPN" or bool(
            self._mentions.classes(body) & {"group", "armed_force", "organisation", "official"}
        )

    def _hails_from(self, token: Token, land: Token) -> bool:
        """Whether a name right behind those who act tells whose they are ("*envoys from Sudan* met"): what others
        send or take away is not meant ("withdrew its troops from Sudan")."""
        acts = token.dep_ == "nsubj" and token.i < token.head.i
        beside = land.left_edge.i == token.i + 1 and land.pos_ == "PROPN"
        return acts and beside and bool(self._mentions.classes(token) & SENT_ABROAD)

    def _goes_on(self, token: Token, child: Token) -> bool:
        """Whether a body's name goes on behind a preposition ("the Organization for Migration")."""
        doc = token.doc
        if token.ent_type_ in ("PER", "LOC") or child.i in date_tokens(doc) or child.i < token.i:
            return False
        between = doc[token.i + 1 : child.left_edge.i]
        if not all(t.text[:1].isupper() and token.is_ancestor(t) for t in (*between, child)):
            return False
        named = token.text[:1].isupper() and (token.i > 0 or token.pos_ == "PROPN")
        return named and (token.ent_type_ == "ORG" or bool(self._mentions.classes(token) & BODIES))

    def _adds_nothing(self, word: Token) -> bool:
        """Whether a word before a noun is an article or the like, or "whose"."""
        article = word.pos_ == "DET" and word.lower_ in self._determiners
        return article or (word.dep_ == "nmod:poss" and word.lower_ in self._relatives)

    def _told_among(self, word: Token) -> bool:
        """Whether a pronoun before a noun is the whole that the noun is a part of ("among [them] two drivers")."""
        before = word.nbor(-1).lower_ if word.i else ""
        return word.pos_ == "PRON" and word.lower_ in self.pack.pronouns and before in self._between

    def span(self, sentence: Sentence, token: Token) -> Span:
        """The words that name what `token` heads, with document offsets.

        Leading determiners that add nothing are stripped, as is how far those live there whom an adjective names ("the
        [mainly] Kurdish valley"); a number keeps the hedge before it ("at least 200 people").
        """
        kept = token.doc.user_data.get(SETTLED)
        found: Span | None = kept.get((SPANS, token.i)) if kept is not None else None
        if found is None:
            found = self._span(sentence, token)
            if kept is not None:
                kept[SPANS, token.i] = found
        return found

    def _span(self, sentence: Sentence, token: Token) -> Span:
        left, right = self.bounds(token)
        doc = token.doc
        named = token.pos_ == "ADJ" and token.text[:1].isupper()
        citizen = self._mentions.is_citizen(token)
        while (not citizen and left < token.i) and (
            self._adds_nothing(doc[left])
            or self._told_among(doc[left])
            or (doc[left].dep_ == "advmod" and (named or doc[left].lower_ in self._only))
            or doc[left].lower_ in self._strays
            or (left == 0 and _joins(doc[0], token))
        ):
            left += 1
        start, end = sentence.from_(doc[left]), sentence.to(doc[right])
        for number in sentence.numbers:
            if number.start < start < number.end:
                two = any(t.pos_ == "CCONJ" for t in sentence.tokens_in(number.start, number.end))
                if two or not self._only_between(sentence, token, number.start):
                    start = number.start  # "[between] 40 and 50 people"
        return Span(start, end, sentence.text[start - sentence.start : end - sentence.start])

    def _only_between(self, sentence: Sentence, token: Token, at: int) -> bool:
        """Whether what a number seems to open with is only the preposition of a noun ("between hundreds of …")."""
        opening = sentence.token_at(at)
        case = opening is not None and opening.dep_ == "case" and opening.head.i == token.i
        case = case or (opening is not None and opening.dep_ == "fixed" and opening.head.head.i == token.i)
        return case and opening is not None and opening.lower_ in self._between


def _part_of(whole: Token, noun: Token) -> bool:
    """Whether a noun behind a comma tells how many of the whole are what ("ten civilians, [five of them children]")."""
    counted = any(c.dep_.split(":")[0] == "nummod" for c in noun.children)
    first = noun.left_edge
    return counted and first.i > whole.i and "," in (first.text, first.nbor(-1).text)


def _joins(first: Token, noun: Token) -> bool:
    """Whether the adverb that opens a sentence was hung on the noun behind it ("*Meanwhile* troops arrested …"), and
    hedges no number."""
    beside = first.head
    if beside.pos_ == "ADJ" and beside.text[:1].isupper():
        beside = beside.head  # "*Meanwhile* Afghan troops"
    if first.pos_ != "ADV" or first.dep_ != "advmod" or beside.i != noun.i or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    return first.nbor().pos_ not in ("NUM", "DET")  # "almost all soldiers"
