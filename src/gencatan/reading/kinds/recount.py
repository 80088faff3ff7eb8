"""Another's number for a toll that was told before: "the rebels put the figure at 40", "kelompok HAM menyebut 41"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Count
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import SUBJECTS, preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

    from gencatan.reading.tree.sentence import Sentence

REACH: Final = 2  # sentences between a toll and another's number for it
COUNTS: Final = ("@count_noun",)
OF_SOME: Final = ("@number_noun",)
BELOW: Final = frozenset({"obj", "obl", "nmod", "xcomp", "ccomp", "nummod", "attr", "flat", "appos", "amod", "advcl"})
CLIMB: Final = 3


def told_again(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """A toll for each bare number that somebody gives in place of one told by others just before."""
    if sentence.doc is None:
        return
    for number in sentence.numbers:
        token = sentence.token_at(number.number_start) if number.kind == "count" else None
        if token is None or token.i in sentence.date_tokens or not _is_bare(token, report):
            continue
        verb = _giving(token, report)
        source = _source(verb, report) if verb is not None else None
        before = _toll_before(sentence, token, report)
        if verb is None or source is None or before is None or _is_told(sentence, number.count, report):
            continue
        yield replace(
            before,
            sentence=sentence,
            token=token,
            rule=f"{before.rule}+recount",
            values=dict(before.values),
            fillers={},
            texts={},
            counts={"count": number.count},
            status="asserted",
            sources=[Mention(sentence, source)],
            trigger_span=(min(number.start, sentence.from_(source)), max(number.end, sentence.to(source))),
            about=None,
            nominal=False,
            statement=-1,
            link=before,
            firing=None,
            clause=None,
        )


def _is_bare(token: Token, report: Report) -> bool:
    """Whether a number counts nothing that stands beside it, but for a figure ("the figure of 22")."""
    fits = report.tools.mentions.fits
    if token.pos_ != "NUM" or any(c.pos_ == "NOUN" and not fits(c, COUNTS) for c in token.children):
        return False
    return token.dep_ not in ("nummod", "amod") or fits(token.head, COUNTS)


def _giving(number: Token, report: Report) -> Token | None:
    """The verb by which a number is given, the noun for it between them or not."""
    words = report.tools.pack.words("verbs_recounting")
    node = number
    for _ in range(CLIMB):
        if node.dep_.split(":")[0] not in BELOW or node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ in ("VERB", "AUX"):
            known = node.lower_ in words or node.lemma_.lower() in words
            told = known and not report.tools.syntax.verbs.passive(node)
            return node if told and not _has_other_object(node, number, report) else None
        if node.pos_ != "NUM" and not report.tools.mentions.fits(node, COUNTS):
            return None
    return None


def _has_other_object(verb: Token, number: Token, report: Report) -> bool:
    """Whether a verb puts something else at a number ("put inflation at 12")."""
    own = {number.i, *(t.i for t in number.ancestors)}
    return any(
        c.dep_ == "obj" and c.i not in own and not report.tools.mentions.fits(c, COUNTS) and c.pos_ != "PRON"
        for c in verb.children
    )


def _source(verb: Token, report: Report) -> Token | None:
    """Who gives it: the subject, or whose count the subject is ("the army's own count stood at 14")."""
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS and c.i < verb.i), None)
    if subject is None or subject.pos_ == "PRON":
        return None
    mentions = report.tools.mentions
    if not mentions.fits(subject, COUNTS):
        # the hospital gives one, too
        return subject if mentions.can_act(subject) or mentions.fits(subject, ("@building",)) else None
    if mentions.fits(subject, OF_SOME):
        return None  # "the number of soldiers there stands at 3,000"
    owners = (c for c in subject.children if c.dep_.split(":")[0] in ("nmod", "compound", "amod", "flat"))
    by = report.tools.pack.words("origin_prepositions") | report.tools.pack.words("passive_agent")
    genitive = report.tools.pack.words("genitive_markers")
    return next(
        (c for c in owners if preposition(c) in {"", *by, *genitive} and report.tools.mentions.can_act(c)), None
    )


def _toll_before(sentence: Sentence, number: Token, report: Report) -> Draft | None:
    """The counted toll told last before a number: the first of its sentence, where all told there are of one harm."""
    near = [
        d
        for d in report.drafts
        if d.kind == "casualty"
        and "count" in d.counts
        and d.status != "denied"
        and 0 <= sentence.index - d.sentence.index <= REACH
        and (d.sentence is not sentence or d.token.i < number.i)
    ]
    if not near:
        return None
    last = max(near, key=lambda d: (d.sentence.index, d.token.i))
    beside = [d for d in near if d.sentence is last.sentence]
    return beside[0] if len({d.values.get("harm") for d in beside}) == 1 else None


def _is_told(sentence: Sentence, count: Count, report: Report) -> bool:
    """Whether another draft of the sentence has the number already."""
    return any(c is count for d in report.drafts if d.sentence is sentence for c in d.counts.values())
