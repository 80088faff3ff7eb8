"""Everything known about the report that is being read: sentences, triggers at work, and the shared helpers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from gencatan.language.pack import Pack
from gencatan.model import Actor, Count, Document, Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.drafts.frames import Frames
from gencatan.reading.drafts.requirements import Requirements
from gencatan.reading.drafts.surroundings import Surroundings
from gencatan.reading.numbers.found import COUNTED, NumberLexicon, NumberMention, article_count
from gencatan.reading.numbers.taken_back import taken_back
from gencatan.reading.numbers.wordscan import Words
from gencatan.reading.places import Places
from gencatan.reading.telling.attribution import Attributions
from gencatan.reading.telling.discourse import Discourse, Mention
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.moods import Moods
from gencatan.reading.tree.relations import conjuncts, marks, preposition
from gencatan.reading.tree.sentence import Sentence
from gencatan.reading.tree.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Tools:
    """The helpers of one language, built once.

    `who`: whom words name by themselves, with the year of the report.
    """

    pack: Pack
    syntax: Syntax
    mentions: Mentions
    surroundings: Surroundings
    requirements: Requirements
    frames: Frames
    attributions: Attributions
    moods: Moods
    numbers: NumberLexicon
    who: Callable[[str, int | None], Actor | None]


@dataclass(slots=True)
class Report:
    """One report while it is read. `grave`: it may be of a conflict at all (`Gate.is_grave`)."""

    document: Document
    tools: Tools
    sentences: Sequence[Sentence]
    grave: bool = True
    discourse: Discourse = field(init=False)
    places: Places = field(init=False)
    statements: dict[int, dict[int, str]] = field(default_factory=dict)
    firings: dict[tuple[int, int], list[Firing]] = field(default_factory=dict)
    drafts: list[Draft] = field(default_factory=list)
    bound: list[Draft] = field(default_factory=list)
    """What the sentence at hand was found to lay on somebody so far."""
    consumed: set[tuple[int, int]] = field(default_factory=set)
    _in: dict[int, list[Firing]] = field(default_factory=dict)
    _named: list[Firing] | None = None

    def at(self, sentence: Sentence, token: Token, kind: str = "") -> list[Firing]:
        """The triggers at work on a token, of one kind if given."""
        found = self.firings.get((sentence.index, token.i))
        if not found:
            return []
        return [f for f in found if f.trigger.kind == kind] if kind else list(found)

    def add(self, firing: Firing) -> None:
        """Note a trigger at work."""
        self.firings.setdefault((firing.sentence.index, firing.token.i), []).append(firing)
        self._in.setdefault(firing.sentence.index, []).append(firing)

    def named_agreements(self, sentence: Sentence, before: int | None = None) -> list[Firing]:
        """Agreements named by type up to a sentence (or up to token `before` in it), in text order."""
        at = (sentence.index, len(sentence.doc or ()) if before is None else before)
        if self._named is None:
            found = [f for fs in self.firings.values() for f in fs if f.trigger.kind == "agreement"]
            found = [f for f in found if "type" in f.trigger.values and (f.nominal or f.trigger.part == "noun")]
            self._named = sorted(found, key=lambda f: (f.sentence.index, f.token.i))
        return self._named[: bisect_left(self._named, at, key=lambda f: (f.sentence.index, f.token.i))]

    def acts(self) -> dict[tuple[int, int], Draft]:
        """The drafts of events by where their words stand: the index of a sentence and of a word in it."""
        return {(d.sentence.index, d.token.i): d for d in self.drafts if d.kind == "event"}

    def firings_in(self, sentence: Sentence) -> list[Firing]:
        """The triggers at work in a sentence, in text order."""
        return sorted(self._in.get(sentence.index, ()), key=lambda f: f.token.i)

    def told(self, kind: str) -> Iterator[Firing]:
        """The triggers of a kind at work anywhere in the report."""
        return (f for found in self._in.values() for f in found if f.trigger.kind == kind)

    def draft(self, firing: Firing, kind: str = "") -> Draft:
        """A new draft at a trigger, its status, sources and settled values filled in."""
        trigger = firing.trigger
        status = firing.mood.status
        if trigger.status and (status == "asserted" or (status, trigger.status) == ("denied", "asserted")):
            status = trigger.status
        return Draft(
            kind=kind or trigger.kind,
            sentence=firing.sentence,
            token=firing.token,
            rule=f"{kind or trigger.kind}:{trigger.name}",
            values=dict(trigger.values) if not kind or kind == trigger.kind else {},
            status=status,
            sources=list(firing.sources),
            plover=trigger.plover,
            trigger_span=(firing.hit.start, firing.hit.end),
            nominal=firing.nominal,
            statement=firing.mood.statement,
            firing=firing,
        )

    def span(self, mention: Mention) -> Span:
        """The words of a mention."""
        span = self.tools.mentions.wording.span(mention.sentence, mention.token)
        if not mention.uncounted:
            return span
        own = (n.end for n in mention.sentence.numbers if span.start <= n.number_start and n.end < span.end)
        start = max(own, default=span.start - 1) + 1
        return Span(start, span.end, self.document.text[start : span.end])

    def settle(self, mention: Mention) -> Mention | None:
        """The mention a pronoun stands for, or the mention itself; None if a pronoun refers to nothing we know."""
        sort = self.tools.mentions.pronoun(mention.token)
        if not sort:
            return mention
        if sort == "each":
            return mention  # "each accused the other": they were named just before, and not one of them alone is meant
        if self.tools.mentions.wording.told_of_itself(mention.token):
            return mention  # "mereka yang …", "those arrested": nobody named before
        return self.discourse.resolve(mention.sentence, mention.token, sort)

    def is_plural(self, mention: Mention) -> bool:
        """Whether the mention is a pronoun for several."""
        return self.tools.mentions.pronoun(mention.token).endswith(".pl")

    def place_mention(self, mention: Mention) -> Mention | None:
        """The named place that a mention of land refers back to, if it does."""
        return self.places.named(mention)

    def count_of(self, sentence: Sentence, token: Token) -> Count | None:
        """How many the noun says: the number inside its own words."""
        left, right = self.tools.mentions.wording.bounds(token)
        doc = token.doc
        start, end = sentence.from_(doc[left]), sentence.to(doc[right])
        low = sentence.from_(doc[token.left_edge.i])
        counted = [n for n in sentence.numbers if n.kind in COUNTED and n.number_end <= end]
        inside = [n for n in counted if low <= n.number_start or _reaches(n, token, sentence)]
        inside = [n for n in inside if not _is_age(token, sentence.token_at(n.number_start))]
        if len(inside) > 1:
            negated, rather = self.tools.pack.words("negation"), self.tools.pack.words("but_words")
            gone = taken_back(inside, self.document.text, negated, rather)  # "not 12 but 9 soldiers"
            inside = [n for n in inside if n.number_start not in gone]
        inside = [n for n in inside if not self.marks_out(sentence.token_at(n.number_start), token)]
        if not self.tools.mentions.counts(token):
            inside = [n for n in inside if not _counts_another(token, sentence.token_at(n.number_start))]
            inside = [n for n in inside if not self._counts_places(token, sentence.token_at(n.number_start))]
        own = [n for n in inside if start <= n.number_start] or [
            n
            for n in inside
            if n.number_start <= sentence.from_(token) < n.number_end  # "two *million* displaced"
            or _reaches(n, token, sentence)
        ]
        if own:
            return own[0].count
        before = [n for n in sentence.numbers if n.kind == "count" and 0 <= start - n.end <= 1]
        if before:
            return before[0].count
        kinds = self.tools.mentions.classes(token)
        if "quantity" in kinds and "victim" not in kinds:
            return None  # "an unconfirmed number", but "a member of the guard"
        opens = next(
            (t for t in doc[token.left_edge.i : token.i] if not t.is_punct and t.dep_ not in ("cc", "case")), token
        )
        one = article_count(
            self.document.text, sentence.from_(opens), end, self.tools.numbers
        )  # "nine men and a nurse"
        return one.count if one else self._one_of_a_row(sentence, token)

    def _counts_places(self, people: Token, number: Token | None) -> bool:
        """Whether a number counts the places that people are of ("warga *tiga* kampung": nobody says how many)."""
        if number is None or number.dep_ != "nummod" or not people.i < number.i < number.head.i:
            return False
        mentions, of = self.tools.mentions, number.head
        among = of.head.i == people.i and of.dep_ in ("nmod", "compound", "flat")
        return among and mentions.fits(of, ("@place_noun",)) and not mentions.fits(people, ("@place_noun",))

    def _one_of_a_row(self, sentence: Sentence, noun: Token) -> Count | None:
        """One, where an ordinal past the first tells which person it is ("the third soldier", "polisi ketiga")."""
        opens = self.tools.numbers.opens_ordinal
        leads = self.tools.pack.noun_head == "first"  # "polisi ketiga" is one, "ketiga polisi" are all three
        ranks = [c for c in noun.children if (c.i > noun.i) == leads and opens(c.lower_)]
        if not ranks or has(noun, "Number", "Plur") or not self.tools.mentions.fits(noun, ("@person", "@victim")):
            return None
        text, ordinal = self.document.text, self.tools.numbers.ordinal
        for word in ranks:
            known = ordinal(Words(text, sentence.from_(word), sentence.to(word)), 0)
            if known is not None and known[0] != 1:
                start, end = sorted((word.i, noun.i))
                return Count(1, 1, noun.doc[start : end + 1].text)
        return None

    def marks_out(self, number: Token | None, noun: Token, within: Collection[int] = ()) -> bool:
        """Whether a number stands in words that tell which people are meant ("the arrest of those who killed 23"): it
        counts others than these. None is told of so by the trigger's own words, `within` ("number of those killed")."""
        if number is None or number.head.i == noun.i:
            return False
        above = [number.head]
        while above[-1].i != noun.i and above[-1].head.i != above[-1].i:
            above.append(above[-1].head)
        return any(self.tools.mentions.wording.told_of_itself(t) for t in above[1:] if t.i not in within)

    def is_definite(self, sentence: Sentence, token: Token) -> bool:
        """Whether a noun refers back: with a definite determiner, demonstrative or possessive."""
        words = self.tools.pack.words("definite")
        if not words:
            return False
        if any(c.lower_ in words for c in token.children if c.dep_.split(":")[0] in ("det", "nmod", "amod")):
            return True
        return token.lower_.endswith(self.tools.pack.possessive_endings)

    def is_untold(self, token: Token) -> bool:
        """Whether nothing is told of it, not even that it did not happen ("no reports of clashes or arrests")."""
        while token.dep_ == "conj" and token.head.i != token.i:
            token = token.head
        if token.dep_ in ("ccomp", "advcl", "acl") and marks(token) in self.tools.pack.words("subordinators"):
            reports = token.head.dep_ == "obj"  # "could not confirm media reports that …"
            verb = token.head.head if reports else token.head
            return verb.lower_ in self.tools.pack.words("verbs_confirming") and self.tools.moods.governing.unconfirmed(
                verb
            )
        if token.dep_ == "obj" and token.head.lower_ in self.tools.pack.words("verbs_confirming"):
            return self.tools.moods.governing.unconfirmed(token.head)
        if token.dep_ != "nmod" or token.head.pos_ != "NOUN":
            return False
        words = self.tools.pack.words("negative_determiner")
        if self.tools.moods.was_in(token):
            return False
        return any(c.dep_ == "det" and c.lower_ in words for c in token.head.children)

    def group(self, sentence: Sentence, token: Token) -> list[Mention]:
        """The token and what is coordinated with it, as mentions."""
        return [Mention(sentence, t) for t in conjuncts(token)]


def _reaches(number: NumberMention, noun: Token, sentence: Sentence) -> bool:
    """Whether a number hung on the noun is a part of this one ("40 *sampai 50* orang", where 40 hangs elsewhere)."""
    of_it = (c for c in noun.children if c.dep_.split(":")[0] in ("nummod", "advmod"))
    return any(number.number_start <= sentence.from_(c) < number.number_end for c in of_it)


def _is_age(noun: Token, number: Token | None) -> bool:
    """Whether a bare number behind one person's noun is an age ("a boy of 12")."""
    if number is None or number.dep_ != "nmod" or number.pos_ != "NUM" or number.head.i != noun.i:
        return False
    return noun.i < number.i and has(noun, "Number", "Sing")


def _counts_another(noun: Token, number: Token | None) -> bool:
    """Whether a number counts a noun that hangs on this one by a preposition ("the eldest of two sons")."""
    if number is None or number.dep_ != "nummod" or number.head.i == noun.i:
        return False
    return number.head.i > noun.i and bool(preposition(number.head))
