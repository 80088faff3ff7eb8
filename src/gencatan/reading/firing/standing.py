"""What a pronoun stands for, as far as the tree shows it at once: enough to test an entry's requirement.

Who a filler is in the end is the business of `discourse`, which looks further back; this runs before any trigger has
fired and looks only at the clause above and the sentence before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.requirements import Stands
from gencatan.reading.numbers.wordscan import Words
from gencatan.reading.report import Tools
from gencatan.reading.tree.mentions import Mentions
from gencatan.reading.tree.relations import SUBJECTS, is_clause
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

DEAL: Final = ("@agreement",)
NAMED: Final = frozenset({"nsubj", "obj", "obl"})
MEASURES: Final = frozenset({"time_noun", "money"})
LAND: Final = frozenset({"place", "place_noun", "region_noun"})
PERSONS: Final = ("person.sg", "speaker.sg")


def stand_ins(tools: Tools, sentence: Sentence, before: Sentence | None) -> Stands:
    """For each personal pronoun, the subject of the verb of saying above it, else of the clause before it."""
    assert sentence.doc is not None
    found: dict[int, Token] = {}
    for token in sentence.tokens:
        if _number(token, tools.mentions) or _ordinal(token, tools):
            noun = _counted_before(token, before, tools.mentions)
            if noun is not None:
                found[token.i] = noun
            continue
        sort = tools.mentions.pronoun(token)
        if sort and sort != "any":
            noun = _deal(tools.mentions, token, before) if sort == "thing.sg" else None
            noun = noun or (_thing_before(tools, token, sort, before) if token.dep_ == "obj" else None)
            noun = noun or _above(tools, token, sort) or _last_subject(tools.mentions, before, sort)
            if noun is not None:
                found[token.i] = noun
    return found


def _number(token: Token, mentions: Mentions) -> bool:
    """Whether a number stands alone where a noun would ("will send 350", "let go 4,900 of the 5,000")."""
    return token.pos_ == "NUM" and token.dep_ in ("obj", *SUBJECTS) and mentions.semantic_head(token).i == token.i


def _ordinal(token: Token, tools: Tools) -> bool:
    """Whether an ordinal stands alone where a noun would ("killed three guards and wounded a fourth")."""
    alone = token.dep_ in ("obj", *SUBJECTS) and any(c.dep_ == "det" for c in token.children)
    return alone and tools.numbers.ordinal(Words(token.text, 0, len(token.text)), 0) is not None


def _counted_before(number: Token, before: Sentence | None, mentions: Mentions) -> Token | None:
    """The last noun before it that was counted, or told of as several."""
    earlier: list[Token] = [
        *(before.tokens if before is not None else ()),
        *number.doc[: number.i],
    ]
    for noun in reversed(earlier):
        if noun.pos_ != "NOUN" or mentions.classes(noun) & MEASURES:
            continue
        if any(c.dep_ == "nummod" and c.pos_ == "NUM" for c in noun.children):
            return noun
    return None


def _deal(mentions: Mentions, pronoun: Token, before: Sentence | None) -> Token | None:
    """The agreement that "it" stands for ("the rebels turned it down"): no other thing was named after that."""
    earlier = [*(before.tokens if before is not None else ()), *pronoun.doc[: pronoun.i]]
    for noun in reversed(earlier):
        if noun.pos_ != "NOUN" or noun.dep_.split(":")[0] not in NAMED or has(noun, "Number", "Plur"):
            continue
        if mentions.can_act(noun) or "time_noun" in mentions.classes(noun):
            continue
        return noun if mentions.fits(noun, DEAL) else None
    return None


def _thing_before(tools: Tools, pronoun: Token, sort: str, before: Sentence | None) -> Token | None:
    """For "it" or "them" as an object: the last thing before its clause that something was done to, or that did it."""
    several = sort.endswith(".pl")
    if (not several and sort != "thing.sg") or any(c.dep_ == "acl:relcl" for c in pronoun.children):
        return None  # "those who …" are nobody named before
    own = pronoun.head
    for told in reversed(pronoun.doc[: min(own.i, pronoun.i)]):
        if told.dep_ not in ("obj", *SUBJECTS) or told.head.i == own.i:
            continue
        noun = told if told.pos_ in ("NOUN", "PROPN") else tools.mentions.semantic_head(told)  # "most of Aden"
        if noun.pos_ not in ("NOUN", "PROPN"):
            continue
        if told.dep_ == "nsubj" and "agent" in tools.mentions.classes(noun):
            continue
        if has(noun, "Number", "Plur") == several and not tools.mentions.classes(noun) & {"time_noun", "abstract"}:
            return noun
    return None if several else _land_before(tools.mentions, before)


def _land_before(mentions: Mentions, before: Sentence | None) -> Token | None:
    """The land that something was done to last, in the sentence before ("They took Palma. The army won *it* back")."""
    done_to = [t for t in (before.doc if before is not None else None) or () if t.dep_ in ("obj", "nsubj:pass")]
    last = mentions.semantic_head(done_to[-1]) if done_to else None
    return last if last is not None and not mentions.classes(last).isdisjoint(LAND) else None


def _above(tools: Tools, pronoun: Token, sort: str) -> Token | None:
    """The subject of a clause that the pronoun's own clause hangs on; the speaker for "we" and "I"."""
    speaks = sort.startswith("speaker")
    own = pronoun.head
    for node in tools.syntax.ancestors(own):
        for verb in (node, *(c for c in node.children if c.dep_ == "parataxis")) if is_clause(node) else ():
            if verb.i == own.i or (speaks and not tools.attributions.reports(verb)):
                continue
            for subject in (c for c in verb.children if c.dep_ in SUBJECTS):
                if (speaks or subject.i < pronoun.i) and _fits(tools.mentions, subject, sort):
                    return subject
    return None


def _last_subject(mentions: Mentions, before: Sentence | None, sort: str) -> Token | None:
    """The last subject of the sentence before that the pronoun can stand for."""
    if before is None or before.doc is None or sort.startswith("speaker"):
        return None
    subjects = [t for t in before.tokens if t.dep_ in SUBJECTS and _fits(mentions, t, sort)]
    return subjects[-1] if subjects else None


def _fits(mentions: Mentions, noun: Token, sort: str) -> bool:
    """Whether a noun agrees with the pronoun, as far as words show it."""
    if mentions.pronoun(noun) or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if sort in PERSONS:
        kinds = mentions.classes(noun)
        return not has(noun, "Number", "Plur") and bool(kinds & {"person", "official"})
    return mentions.can_act(noun) or sort == "thing.sg"
