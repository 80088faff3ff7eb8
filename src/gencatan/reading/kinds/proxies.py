"""Who signs for somebody else: "signed by A on behalf of the government and by B for the rebels" is between the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.both import SIDES
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import clause_of, conjuncts, lowered, preposition_words, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.language.pack import Phrases

INSIDE: Final = frozenset({"compound", "amod", "det", "nmod", "nummod"})
NAMING: Final = frozenset({"flat", "compound"})
NEAR: Final = 6  # words from "on behalf of" to the noun behind it


def settle(firing: Firing, draft: Draft, report: Report) -> None:
    """Make those parties for whom somebody signs, in the place of who does."""
    told = draft.fillers.get("parties", [])
    if firing.nominal or not told:
        return
    found = list(_principals(firing, report))
    if not found:
        return
    kept = [m for m in told if not any(_signs(m, at, firing, told) for at, _ in found)]
    known = {m.token.i for m in kept if m.sentence is firing.sentence}
    kept += [m for _, sides in found for m in sides if m.token.i not in known]
    draft.fillers["parties"] = sorted(kept, key=lambda m: (m.sentence.index, m.token.i))
    length = draft.texts.get("duration")
    if length is not None and any(length.start <= report.span(m).start < length.end for _, ms in found for m in ms):
        del draft.texts["duration"]  # "for the rebels" is no length of time


def _principals(firing: Firing, report: Report) -> Iterator[tuple[int, list[Mention]]]:
    """Where it says for whom somebody signs, and for whom."""
    doc, words = firing.token.doc, report.tools.pack.words
    low, fits = lowered(doc), report.tools.mentions.fits
    for at in range(len(low)):
        own = words("on_behalf").at(low, at)
        length = own or words("standing_for").at(low, at)
        if not length or _clause_above(doc[at], words("on_behalf")).i != firing.token.i:
            continue
        head = _head(doc[at + length : at + length + NEAR])
        if head is None or not (fits(head, SIDES) or head.pos_ == "PROPN" or fits(head, ("@representative",))):
            continue
        beside = [t for t in conjuncts(head) if t.i >= head.i]
        others = [t for t in beside if _signs_too(t, low, report)]
        if not (own or others or _behind_name(at, firing)) or _of_third(at, firing, report):
            continue
        yield at, [Mention(firing.sentence, t) for t in beside if t not in others]


def _clause_above(word: Token, told_for: Phrases) -> Token:
    """The verb with which a word stands; of one such as "representing", the one above it."""
    verb = clause_of(word)
    while starts(verb, told_for) and verb.head.i != verb.i:
        verb = clause_of(verb.head)
    return verb


def _behind_name(at: int, firing: Firing) -> bool:
    return at > 0 and firing.token.doc[at - 1].pos_ == "PROPN" and at - 1 not in firing.sentence.date_tokens


def _of_third(at: int, firing: Firing, report: Report) -> bool:
    """Whether it says for whom somebody else is there ("in the presence of *Albright*, representing …")."""
    doc = firing.token.doc
    before = doc[max(at - 1, 0)]
    if at > 1 and before.pos_ in ("PUNCT", "PRON"):
        before = doc[at - 2]  # "Albright, representing …", "Albright yang mewakili …"
    while before.dep_.split(":")[0] in NAMING:
        before = before.head
    if before.pos_ != "PROPN" or before.i in firing.sentence.date_tokens or before.i < firing.token.i:
        return False
    prep, words = preposition_words(before), report.tools.pack.words
    inside = before.dep_ == "nmod" and before.head.pos_ == "NOUN" and (not prep or prep in words("genitive_markers"))
    return inside or _clause_above(before, words("on_behalf")).i != firing.token.i


def _head(words: Iterable[Token]) -> Token | None:
    first = next((t for t in words if t.pos_ in ("NOUN", "PROPN")), None)
    while first is not None and first.head.i > first.i and first.dep_.split(":")[0] in INSIDE:
        first = first.head
    return first


def _signs_too(noun: Token, low: list[str], report: Report) -> bool:
    """Whether behind a name it says for whom they sign ("A for the government and *B* for the rebels")."""
    end, words = _last(noun) + 1, report.tools.pack.words
    return noun.pos_ == "PROPN" and any(words(key).at(low, end) for key in ("on_behalf", "standing_for"))


def _last(noun: Token) -> int:
    return max([noun.i, *(c.i for c in noun.children if c.dep_.split(":")[0] in NAMING)])


def _is_before(mention: Mention, at: int) -> bool:
    """Whether a mention ends right before a word, or a comma before it."""
    doc = mention.token.doc
    return _last(mention.token) == at - 1 - (doc[at - 1].text == ",")


def _signs(mention: Mention, at: int, firing: Firing, told: Sequence[Mention]) -> bool:
    """Whether it is who signs for those told of at `at`: right before it, or the doers where it is told behind what
    they sign ("signed the truce on behalf of the rebels")."""
    if mention.sentence is not firing.sentence:
        return False
    own = [m for m in told if m.sentence is firing.sentence]
    behind = firing.token.i < at and not any(_is_before(m, at) for m in own)
    return _is_before(mention, at) or (behind and mention.token.i < firing.token.i)
