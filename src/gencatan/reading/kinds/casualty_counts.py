"""How many a word of harm tells of where no number stands with those harmed: tolls, parts, elided numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.model import Count
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Firing
from gencatan.reading.numbers.found import COUNTED, article_count
from gencatan.reading.numbers.wordscan import Words
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    has_subject,
    is_clause,
    lowered,
    preposition,
)
from gencatan.reading.tree.rising import come_to

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.numbers.found import NumberMention
    from gencatan.reading.telling.discourse import Mention


def reached(firing: Firing, report: Report) -> Count | None:
    """The number that a toll comes to, behind a verb of its own ("the number of police killed *to reach 12*")."""
    sentence, token = firing.sentence, firing.token
    for number in sentence.numbers:
        first = sentence.token_at(number.start)
        if number.kind != "count" or first is None or first.i <= token.i + 1:
            continue
        between = token.doc[token.i + 1 : first.i]
        verb = between[-1]
        parted = any(t.is_punct or t.pos_ == "CCONJ" for t in between)  # "wounding several *and* killing two"
        whole = verb.pos_ == "VERB" and (not parted or _comes_to(token, verb, report))
        return number.count if whole else None
    return None


def _comes_to(harmed: Token, verb: Token, report: Report) -> bool:
    """Whether those harmed are the subject of a verb, whatever is told of them before it ("jumlah polisi yang *tewas*
    di Garissa, Kenya timur laut, bertambah *menjadi* 17")."""
    if not any(verb.lower_ in phrase.split() for phrase in report.tools.pack.words("rising_to")):
        return False
    main = verb.head if verb.dep_ == "xcomp" else verb
    subjects = {c.i for c in main.children if c.dep_ in SUBJECTS}
    return any(word.i in subjects for word in harmed.ancestors)


def part_told(token: Token, report: Report) -> Token | None:
    """The number of those told of, where a noun names the whole they are of ("shot two of the drivers, who died")."""
    doc, words = token.doc, report.tools.pack.words("genitive_markers")
    of = next((c.i for c in token.children if c.dep_ == "case" and c.i > 0 and c.lower_ in words), None)
    if of is None:  # of two words, whatever the parser hung them on ("25 di antara mereka luka")
        of = token.i - 2 if token.i > 2 and " ".join(lowered(doc)[token.i - 2 : token.i]) in words else None
    before = doc[of - 1] if of is not None else None
    return before if before is not None and before.pos_ == "NUM" else None


def elided_count(firing: Firing) -> Count | None:
    """A bare number between two coordinated verbs ("75 people were killed and nearly 500 wounded") is the second's."""
    token, head = firing.token, firing.token.head
    if token.dep_ != "conj" or has_subject(token):
        return None
    low, high = firing.sentence.to(head), firing.hit.start
    between = [n for n in firing.sentence.numbers if n.kind == "count" and low <= n.start and n.end <= high]
    for number in between:
        following = firing.sentence.token_at(number.number_end + 1)
        if following is not None and (following.pos_ in ("AUX", "PART", "ADV") or following.i == token.i):
            return number.count
    return None


def one_more(firing: Firing, report: Report) -> Count | None:
    """One beside those that the clause before tells of ("eight died and a ninth is missing", "dan seorang lagi luka").

    It is told by an article with no noun, or with an ordinal, so that the subject of that clause is not this one's.
    """
    token, sentence = firing.token, firing.sentence
    if token.dep_ == "conj" and (another := _another_one(firing, report)) is not None:
        return another
    own = [c for c in token.children if c.i < token.i and c.dep_ not in ("cc", "punct", "mark")]
    if token.dep_ != "conj" or not own or firing.hit.voice == "act":
        return None
    subjects = [c for c in own if c.dep_ in SUBJECTS]
    if any(report.tools.mentions.fits(c, ("@person", "@people", "@agent", "@pronoun")) for c in subjects):
        return None
    first, last = own[0].left_edge, subjects[-1] if subjects else own[0]
    found = article_count(report.document.text, sentence.from_(first), sentence.to(last), report.tools.numbers)
    words = Words(report.document.text, sentence.from_(last), sentence.to(last))
    if found is None or (subjects and report.tools.numbers.ordinal(words, 0) is None):
        return None
    return Count(1, 1, report.document.text[found.start : sentence.to(last)])


def _another_one(firing: Firing, report: Report) -> Count | None:
    """One whom a verb behind "and" harms besides, told by an ordinal alone ("killed three men and hurt a fourth")."""
    objects = [c for c in firing.token.children if c.dep_ == "obj" and c.i > firing.token.i]
    genitive = report.tools.pack.words("genitive_markers")
    if len(objects) != 1 or firing.hit.voice == "pass" or any(preposition(c) in genitive for c in objects[0].children):
        return None  # "hurt a third of them"
    start, end = (firing.sentence.from_(objects[0].left_edge), firing.sentence.to(objects[0]))
    words = Words(report.document.text, firing.sentence.from_(objects[0]), end)
    one = article_count(report.document.text, start, end, report.tools.numbers)
    if one is None or report.tools.numbers.ordinal(words, 0) is None:
        return None
    return Count(1, 1, report.document.text[start:end])


def own_count(firing: Firing, report: Report) -> Count | None:
    """A count inside the trigger's own noun phrase ("32 deaths", "korban tewas 32 orang")."""
    sentence, token = firing.sentence, firing.token
    count, text, lists = report.count_of(sentence, token), report.document.text, report.tools.pack.words
    told, before = come_to(sentence, text, lists)
    was = [n.count for n in before]
    if count is not None and count not in was and not (count.min == count.max == 1 and _befalls_several(token)):
        return count
    if not firing.nominal:
        return None
    low, high = sentence.from_(token.doc[token.left_edge.i]), sentence.to(token.doc[token.right_edge.i])
    near = [n for n in told if low <= n.start and n.end <= high]
    near = [n for n in near if not _tells_another(n.end, firing, report) and not _counts_things(n, firing, report)]
    near = [n for n in near if not _told_beside(sentence.token_at(n.number_start), firing, report)]
    own = {t.i for t in sentence.tokens_in(firing.hit.start, firing.hit.end)}
    near = [n for n in near if not report.marks_out(sentence.token_at(n.number_start), token, own)]
    if near:
        return near[0].count
    for verb in firing.roles.get("governor", []):
        if _sums_up(verb, firing, report) or _harms_others(verb, firing, report):
            continue
        inside = [
            n
            for n in told
            if not report.marks_out(sentence.token_at(n.number_start), verb, own)
            and any(
                c.dep_.split(":")[0] in ("obl", "obj", "xcomp", "nummod", "nmod")
                and sentence.from_(c.left_edge) <= n.number_start
                and n.number_end <= sentence.to(c.right_edge)
                for c in verb.children
            )
        ]
        if inside:
            return inside[0].count
    return (_risen_to(firing, report) or _said_to_be(firing, report)) if firing.trigger.part == "noun" else None


def _sums_up(verb: Token, firing: Firing, report: Report) -> bool:
    """Whether the number beside a verb is that of another toll ("Thursday's deaths bring *the number killed* to 5")."""
    return firing.token.i < verb.i and any(
        f.trigger.kind == "casualty" and f.token.head.i == verb.i < f.token.i
        for f in report.firings_in(firing.sentence)
    )


def _harms_others(verb: Token, firing: Firing, report: Report) -> bool:
    """Whether a verb counts whom it does another harm for what befell those told ("arrested 20 people *in the murder of
    the mayor*")."""
    harm, noun = firing.trigger.values.get("harm"), firing.token
    apart = noun.dep_ in ("obl", "nmod") and bool(preposition(noun)) and "victims" in _filled(firing)
    return apart or any(f.trigger.values.get("harm") != harm for f in report.at(firing.sentence, verb, "casualty"))


def _filled(firing: Firing) -> set[str]:
    """The slots for which the words of a trigger's frame are there."""
    slots = firing.trigger.frame.slots
    return {slot for role in firing.roles for slot in slots.get(role, ())}


def _told_beside(number: Token | None, firing: Firing, report: Report) -> bool:
    """Whether a number stands in a relative clause about something else, or one that tells of other harm ("the latest
    casualties in a week of clashes in which 40 were hurt")."""
    noun = firing.token
    while number is not None and number.i != noun.i and number.head.i != number.i:
        apart = number.head.i != noun.i or report.at(firing.sentence, number, "casualty")
        if number.dep_ in RELATIVE and is_clause(number) and apart:
            return True
        number = number.head
    return False


def _risen_to(firing: Firing, report: Report) -> Count | None:
    """What a toll rose to, by the order of words where the parser lost it ("the toll of the strikes … rose to 44")."""
    sentence, rising = firing.sentence, report.tools.pack.words("rising_to")
    for number in sentence.numbers:
        if number.kind not in COUNTED or number.start < firing.hit.end:
            continue
        before = [w.text for w in sentence.words if firing.hit.end <= w.start and w.end <= number.start]
        others = (f.hit for f in report.firings_in(sentence) if f.trigger.kind == "casualty" and f is not firing)
        if any(firing.hit.end <= h.start and h.end <= number.start for h in others):
            return None
        if any(" ".join(before[-n:]) in rising for n in (1, 2)):
            return number.count
    return None


def _said_to_be(firing: Firing, report: Report) -> Count | None:
    """What a toll is said to be ("the toll of the raid was about nine", "korban tewas serangan itu sembilan orang")."""
    sentence = firing.sentence
    for number in sentence.numbers:
        word = sentence.token_at(number.number_start)
        if number.kind not in COUNTED or word is None or number.start < firing.hit.end:
            continue
        counted = word.head if word.dep_ == "nummod" else word
        toll = any(c.i == firing.token.i and c.dep_ in SUBJECTS for c in counted.children)
        if toll and any(c.dep_ == "cop" for c in counted.children):
            return number.count
        between = sentence.tokens_in(firing.hit.end, number.number_start)
        bare = not any(t.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ", "PRON") or t.is_punct for t in between)
        if bare and counted.lower_ in report.tools.pack.words("nouns_anybody"):
            return number.count
    return None


def _befalls_several(noun: Token) -> bool:
    """Whether a noun tells one happening that befell several ("an exodus of villagers"): its article counts nobody."""
    return any(c.dep_ == "nmod" and c.i > noun.i and has(c, "Number", "Plur") for c in noun.children)


def _counts_things(number: NumberMention, firing: Firing, report: Report) -> bool:
    """Whether a number counts what is no person ("the toll of strikes on two villages")."""
    word = firing.sentence.token_at(number.number_start)
    if word is None or word.dep_ != "nummod" or word.head.i == firing.token.i:
        return False
    counted = word.head
    return counted.pos_ == "NOUN" and not {"person", "people", "quantity"} & report.tools.mentions.classes(counted)


def _tells_another(end: int, firing: Firing, report: Report) -> bool:
    """Whether a number stands right before the word of another toll ("two dead and 17 wounded")."""
    others = (f for f in report.firings_in(firing.sentence) if f.trigger.kind == "casualty")
    return any(0 <= f.hit.start - end <= 1 and f.token.i != firing.token.i for f in others)


def counted_above(mention: Mention, report: Report) -> Count | None:
    """How many the verb says they are of the noun that counts them ("brings to 58 the number of men seized")."""
    noun, sentence = mention.token.head, mention.sentence
    verb = noun.head
    if mention.token.dep_ != "nmod" or not report.tools.mentions.counts(noun) or not is_clause(verb):
        return None
    beside = [c for c in verb.children if c.i != noun.i and c.pos_ == "NUM" and c.dep_ in ("obl", "obj", "xcomp")]
    harmed = (c for c in verb.children if c.i > noun.i and c.pos_ == "VERB" and c.dep_ in ("conj", "advcl", "xcomp"))
    # "brought the number of soldiers and police killed *to 58*", hung on what befell them
    beside += [c for done in harmed for c in done.children if c.pos_ == "NUM" and c.dep_ == "obl" and c.i > done.i]
    for number in sentence.numbers:
        if number.kind == "count" and any(sentence.from_(c) == number.number_start for c in beside):
            return number.count
    return None


def all_of_them(firing: Firing, report: Report) -> NumberMention | None:
    """How many they were in all among whom somebody is told to be ("a nurse was among the *five* dead")."""
    sentence = firing.sentence
    number = next((n for n in reversed(sentence.numbers) if n.kind == "count" and n.end <= firing.hit.start), None)
    first = sentence.token_at(number.start) if number is not None else None
    if number is None or first is None or not first.i or sentence.tokens_in(number.end, firing.hit.start):
        return None
    before = first.nbor(-1)
    before = before.nbor(-1) if before.pos_ == "DET" and before.i else before
    return number if before.lower_ in report.tools.pack.words("between_markers") else None
