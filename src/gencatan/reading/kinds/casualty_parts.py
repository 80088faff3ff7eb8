"""Parts of a toll told right after it ("19 were killed, 12 of them children", "…, including a nurse"): words in order.

Parsers attach such additions in many ways; their words always stand in one of two orders, so no tree is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.model import Count
from gencatan.reading.numbers.found import article_count
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import expand, lowered
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH: Final = 14  # words after the one that tells the harm
NOUN_WITHIN: Final = 4
ADDED: Final = (",", "(", "–", "—", "-")
COLON: Final = ":"
PEOPLE: Final = ("@person", "@people", "@agent")


def parts(sentence: Sentence, after: Token, until: int, report: Report) -> Iterator[tuple[Token, Count]]:
    """The counted groups that words after token `after` and before index `until` name as parts of what it tells."""
    doc = after.doc
    last = min(after.i + REACH, until, len(doc))
    yield from _by_place(sentence, after, last, report)
    yield from _summed(sentence, after, until, report)
    for at in range(after.i + 1, last):
        bare = doc[at - 1].text not in ADDED and _including(doc[at], report) > 0
        if bare:
            at -= 1  # "killing seven people including three children"
        elif doc[at].text not in ADDED or at + 2 >= last:
            continue
        elif doc[at + 1].pos_ == "CCONJ" and at + 3 < last:
            at += 1  # "shot 12 captives, and five of them were foreigners"
        number = next(
            (n for n in sentence.numbers if n.kind == "count" and n.start == sentence.from_(doc[at + 1])), None
        )
        if number is not None:
            beyond = _of_them(list(doc[at + 1 : last]), sentence, number.end, report)
            named = _noun(doc, beyond, last) or _bare(doc[at + 1], doc, beyond, sentence) if beyond else None
            noun = named if beyond else _among_them(sentence, at + 1, report)
            if noun is not None:
                yield noun, number.count
            continue
        beyond = _of_them(list(doc[at + 1 : last]), sentence, 0, report) or _including(doc[at + 1], report)
        noun = _noun(doc, beyond, last) if beyond else None
        for one in expand([noun]) if noun is not None else ():
            count = report.count_of(sentence, one) or _single(sentence, doc[beyond], one, report)
            if count is not None and one.i < last:
                yield one, count
        noun = _among_them(sentence, at + 1, report) if not beyond and doc[at + 1].pos_ == "DET" else None
        if noun is not None and (count := _single(sentence, doc[at + 1], noun, report)) is not None:
            yield noun, count


def _among_them(sentence: Sentence, first: int, report: Report) -> Token | None:
    """The noun that the words from index `first` on count, if they are said to be some of those told before ("…, two
    policemen among them")."""
    noun = _noun(sentence.tokens[first].doc, first, len(sentence.tokens))
    while noun is not None and noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head  # "two police officers among them"
    behind = _of_them(sentence.tokens[noun.i + 1 : noun.i + 3], sentence, 0, report) if noun is not None else 0
    ends = behind == len(sentence.tokens) or (0 < behind < len(sentence.tokens) and sentence.tokens[behind].is_punct)
    return noun if ends else None


def _by_place(sentence: Sentence, after: Token, last: int, report: Report) -> Iterator[tuple[Token, Count]]:
    """The parts of a toll that only places tell apart (", 22 in Mali and 13 in Niger"): two at the least."""
    doc = after.doc
    found: list[tuple[Token, Count]] = []
    for at in range(after.i + 1, last):
        number = next((n for n in sentence.numbers if n.kind == "count" and n.start == sentence.from_(doc[at])), None)
        if number is None or doc[at].pos_ != "NUM":
            continue
        beyond = _of_them(list(doc[at:last]), sentence, number.end, report) or at + 1
        if not (beyond + 1 < last and doc[beyond].pos_ == "ADP" and doc[beyond + 1].pos_ in ("PROPN", "DET")):
            continue
        if doc[at - 1].text in (*ADDED, COLON) or (found and doc[at - 1].pos_ == "CCONJ"):
            found.append((doc[at], number.count))
    if len(found) > 1:
        yield from found


def _summed(sentence: Sentence, after: Token, until: int, report: Report) -> Iterator[tuple[Token, Count]]:
    """The parts that a toll is added up from behind a colon ("14 people: nine gendarmes and five civilians"): two at
    the least, all of them people."""
    doc = after.doc
    at = next((t.i + 1 for t in doc[after.i + 1 : min(after.i + REACH, until)] if t.text == COLON), 0)
    if not at:
        marks = report.tools.pack.words("summing_markers")
        opening = (t.i for t in doc[after.i + 1 : min(after.i + REACH, until)] if t.lower_ in marks.firsts)
        at = next((i + n for i in opening if (n := marks.at(lowered(doc)[i : i + 2], 0))), 0)
    found: list[tuple[Token, Count]] = []
    while at and at + 1 < len(doc):
        number = next((n for n in sentence.numbers if n.start == sentence.from_(doc[at])), None)
        noun = _noun(doc, at, len(doc)) if number is not None or doc[at].pos_ == "DET" else None
        while noun is not None and noun.dep_ == "compound" and noun.head.i > noun.i:
            noun = noun.head  # "nine police officers"
        if noun is None or not report.tools.mentions.fits(noun, PEOPLE):
            break
        count = report.count_of(sentence, noun) or _single(sentence, doc[at], noun, report)
        found += [(noun, count)] if count is not None else []
        at = noun.i + 1
        while at < len(doc) and (doc[at].text == "," or doc[at].pos_ == "CCONJ"):
            at += 1
        if at == noun.i + 1:
            break
    if len(found) > 1:
        yield from found


def _single(sentence: Sentence, first: Token, noun: Token, report: Report) -> Count | None:
    """One, where an article stands before the noun whatever the parser hung on it."""
    found = article_count(report.document.text, sentence.from_(first), sentence.to(noun), report.tools.numbers)
    return found.count if found else None


def _of_them(tokens: Sequence[Token], sentence: Sentence, start: int, report: Report) -> int:
    """The index after "of them", "among whom", "di antaranya" from offset `start` on; 0 if none of these follows."""
    tools = report.tools
    following = [t for t in tokens if sentence.from_(t) >= start][:2]
    if len(following) < 2:
        return 0
    first, second = following
    words = [tools.pack.words(key) for key in ("genitive_markers", "between_markers")]
    if any(first.lower_ in w for w in words) and (
        tools.mentions.pronoun(second) or tools.syntax.verbs.is_relative(second)
    ):
        return second.i + 1
    joined = f"{first.lower_} {second.lower_}"
    clitic = any(joined.endswith(c) and joined[: -len(c)] in w for c in tools.pack.inflection.clitics for w in words)
    return second.i + 1 if clitic else 0


def _bare(number: Token, doc: Doc, beyond: int, sentence: Sentence) -> Token | None:
    """The number itself, where only a place or a time follows what it is part of ("32 of them inside the mosque")."""
    token = next((t for t in doc[number.i : beyond] if t.pos_ == "NUM"), None)
    after = doc[beyond] if beyond < len(doc) else None
    follows = after is None or after.pos_ in ("ADP", "PUNCT", "CCONJ") or after.i in sentence.date_tokens
    return token if follows else None


def _including(token: Token, report: Report) -> int:
    """The index after a word that names company ("including", "termasuk"); 0 if the token is none."""
    words = report.tools.pack.words
    verb = token.pos_ == "VERB" and token.lower_ in words("companion_markers")
    return token.i + 1 if verb or token.lower_ in words("including_markers") else 0


def _noun(doc: Doc, start: int, end: int) -> Token | None:
    """The noun that the words from `start` on name before a verb or a break; None if there is none near."""
    if start + 1 < end and doc[start].pos_ in ("PRON", "DET") and doc[start + 1].dep_ == "case":
        start += 2  # "including [those of] forty civilians"
    for token in doc[start : min(start + NOUN_WITHIN, end)]:
        if token.pos_ in ("NOUN", "PROPN"):
            return token
        if token.pos_ not in ("DET", "ADJ", "NUM", "ADV"):
            return None
    return None
