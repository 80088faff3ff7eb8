"""Who a word of harm tells of by the order of the words, where trees of elliptical lists go astray.

"left 12 rebels dead, nine villagers injured", "among the dead were a nurse and two boys".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.numbers.found import article_count
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import OPENING, SUBJECTS, expand, preposition
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.model import Count
    from gencatan.reading.numbers.found import NumberMention

AMONG: Final = 4  # words between "among" and the word for the harm
LISTED: Final = 9  # words after "were" within which the first of a list stands
INNER: Final = frozenset({"compound", "nmod:poss", "flat"})


def listed(firing: Firing, report: Report) -> list[Mention]:
    """Who is said to be among those harmed ("among the dead were a nurse and two boys", "two boys were among …")."""
    doc, at = firing.token.doc, firing.token.i
    words = report.tools.pack.words("between_markers")
    start = next((i for i in range(at - 1, max(at - 1 - AMONG, -1), -1) if doc[i].lower_ in words), -1)
    if start < 0 or any(t.pos_ in ("VERB", "AUX") for t in doc[start:at]):
        return []
    after = at + 1
    if after < len(doc) and doc[after].pos_ == "AUX":
        nouns = (t for t in doc[after : after + LISTED] if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in INNER)
        # not the year of "a 16-year-old boy"
        found = next((t for t in nouns if all(c.text != "-" for c in t.children)), None)
    else:
        verb = doc[start - 1] if start and doc[start - 1].pos_ == "AUX" else None
        found = next((c for c in verb.head.children if c.dep_ in SUBJECTS and c.i < verb.i), None) if verb else None
    return [Mention(firing.sentence, t) for t in expand([found])] if found is not None else []


def named_of_them(firing: Firing, report: Report) -> tuple[Mention, Count] | None:
    """Whom so many of those harmed are said to be, and how many ("four of the dead were schoolgirls", "two of those
    killed were guards")."""
    doc, at, sentence = firing.token.doc, firing.token.i, firing.sentence
    numbers = [n for n in sentence.numbers if n.kind == "count" and n.count is not None and n.end < firing.hit.start]
    number = numbers[-1] if numbers else None
    between = sentence.tokens_in(number.end, firing.hit.start) if number is not None else []
    genitive = report.tools.pack.words("genitive_markers")
    if number is None or len(between) != 2 or between[0].lower_ not in genitive:
        return None  # of two words: "of the dead", "of those killed"
    if between[1].pos_ not in ("DET", "PRON") or at + 2 >= len(doc) or doc[at + 1].dep_ != "cop":
        return None
    noun = doc[at + 1].head
    if noun.i < at or not report.tools.mentions.fits(noun, ("@person", "@people", "@nationality")):
        return None
    assert number.count is not None
    return Mention(sentence, noun), number.count


def told_before(firing: Firing, report: Report) -> list[tuple[Token, NumberMention]]:
    """The counted nouns right before a participle that has nothing after it ("left 12 dead, two guards wounded")."""
    token, sentence = firing.token, firing.sentence
    befalls = firing.trigger.part == "word" and "victims" in firing.trigger.frame.slots.get("subj", ())
    last = sentence.token_at(firing.hit.end - 1) or token if befalls else token  # "luka berat"
    follows = last.nbor(1) if last.i + 1 < len(token.doc) else None
    tells = (
        token.pos_ == "ADJ" or firing.trigger.part == "word" or (token.pos_ == "VERB" and has(token, "Tense", "Past"))
    )
    longer = firing.hit.end > firing.hit.head_end and not (befalls and len(firing.hit.parts) == 1)
    if not tells or firing.hit.voice == "act" or longer:
        return []
    if follows is not None and follows.pos_ in OPENING and follows.i not in sentence.date_tokens:
        return []
    someone = token.nbor(-1) if token.i else token
    if someone.lower_ in report.tools.pack.words("somebody") and firing.trigger.part == "word":
        one = article_count(report.document.text, sentence.from_(someone), sentence.to(someone), report.tools.numbers)
        return [(someone, one)] if one is not None else []  # "31 tewas, seorang cedera"
    before = [n for n in sentence.numbers if n.kind == "count" and n.end <= firing.hit.start]
    more = report.tools.pack.words("nouns_more")
    added = sentence.tokens_in(before[-1].end, firing.hit.start) if before else []
    if before and all(t.lower_ in more for t in added):  # "… dan 21 lagi cedera"
        found = sentence.last_word(before[-1])
        return [(found, before[-1])] if found is not None and found.pos_ == "NUM" else []
    nouns = nouns_before(firing, before, report)
    subjects = [c for c in token.children if c.dep_ in SUBJECTS and c.i < token.i]
    told, joined = {noun.i for noun, _ in nouns}, {t.i for t in expand(subjects)}
    listed_with = any(noun.i in joined or (preposition(noun) and noun.head.i in joined) for noun, _ in nouns)
    if joined - told and listed_with and not harmed_before(firing, sentence.from_(subjects[0].left_edge), report):
        return []  # "a captain and two of his men died"
    if nouns and all(t.head.i == nouns[-1][0].i and t.dep_ == "amod" for t in token.doc[nouns[-1][0].i + 1 : token.i]):
        return nouns  # "30 orang [lainnya] terluka"
    single = _single_before(firing, report)
    if single is None:
        return []
    earlier = nouns_before(firing, [n for n in before if n.end <= single[1].start], report, single)
    return earlier if len(earlier) > 1 else []


def _single_before(firing: Firing, report: Report) -> tuple[Token, NumberMention] | None:
    """The noun with an article right before the trigger, last of a list ("… and a monk dead")."""
    noun, sentence = firing.token.nbor(-1) if firing.token.i > 0 else None, firing.sentence
    if noun is None or noun.pos_ not in ("NOUN", "PROPN"):
        return None
    first = next(
        (t for t in reversed(noun.doc[max(noun.i - AMONG, 0) : noun.i]) if t.pos_ not in ("ADJ", "NOUN")), noun
    )
    found = article_count(report.document.text, sentence.from_(first), sentence.to(noun), report.tools.numbers)
    return (noun, found) if found is not None else None


def nouns_before(
    firing: Firing,
    numbers: Sequence[NumberMention],
    report: Report,
    last: tuple[Token, NumberMention] | None = None,
) -> list[tuple[Token, NumberMention]]:
    """The nouns that the last of the numbers count, up to the trigger with nothing but "and" between them.

    `last` is one that is already known to stand right before the trigger.
    """
    sentence, limit = firing.sentence, last[1].start if last else firing.hit.start
    found: list[tuple[Token, NumberMention]] = [last] if last else []
    others = [at for f in report.firings_in(sentence) if f.trigger.kind == "casualty" for at, _ in f.hit.parts]
    for number in reversed(numbers):
        noun = _noun_between(sentence, number.end, limit, report, first=not found)
        if noun is not None and noun.i in sentence.date_tokens:
            break  # "rose to 44 on Tuesday and 12 people were killed"
        if noun is None or any(number.end <= at < limit for at in others):
            break
        if found and harmed_before(firing, number.start, report):
            break
        found.insert(0, (noun, number))
        limit = number.start
    return found


def _noun_between(sentence: Sentence, start: int, end: int, report: Report, *, first: bool) -> Token | None:
    """The noun that a number counts, if nothing but its own words (and then "and") stand before offset `end`."""
    if end - start > 60:
        return None
    words = sentence.tokens_in(start, end)
    if not first:
        if not words or not (words[-1].pos_ == "CCONJ" or words[-1].text == ","):
            return None
        words = words[:-1]
    told = words[-1].nbor(1) if words and words[-1].i + 1 < len(words[-1].doc) else None
    alone = told is not None and all(c.dep_ not in SUBJECTS for c in told.children)
    if alone and len(words) > 2 and words[0].lower_ in report.tools.pack.words("genitive_markers"):
        words = words[1 + (words[1].dep_ == "nmod:poss") :]  # "eight of its soldiers"
    noun = None
    for word in words:
        if word.pos_ in ("VERB", "SCONJ", "CCONJ") or word.is_punct:
            return None
        if word.dep_ == "nmod:poss" and word.i < word.head.i <= words[-1].i:
            continue  # "41 rebels and nine of [its] soldiers"
        if noun is not None and noun.dep_ in ("compound", "amod") and noun.head.i == word.i:
            noun = word  # "eight police commandos", "two other people"
        if noun is None and word.pos_ in ("NOUN", "PROPN", "ADJ", "DET", "PRON"):
            noun = word
    return noun


def harmed_before(firing: Firing, start: int, report: Report) -> bool:
    """Whether those told at offset `start` are whom the verb of harm right before them tells of, and not the trigger
    ("menewaskan [dua tentara] dan 13 lainnya luka-luka")."""
    harms = (f for f in report.firings_in(firing.sentence) if f.trigger.kind == "casualty" and f is not firing)
    return any(f.hit.voice == "act" and 0 <= start - f.hit.end <= 1 for f in harms)
