"""A signing that somebody attends, stops or puts off: who does so signs nothing, and what is stopped is not signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.tried import TRIED
from gencatan.reading.kinds.both import SIDES
from gencatan.reading.kinds.deal_parties import several
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import RELATIVE, expand, preposition_words, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

SIGNED: Final = "signed"
STOPPING: Final = ("verbs_halting", "verbs_blocking")
WITHHOLDING: Final = (*STOPPING, "verbs_denied", "verbs_postponed")
FIGHTING: Final = ("@rebel", "@state_force")
BESIDE: Final = "companion_markers"
YET: Final = ("threaten", "promise", "demand", "appeal")
STOPPED: Final = {"asserted": "denied", "denied": "asserted"}
VOICED: Final = ("condemn", "appeal", "demand", "reject", "support", "accuse")
ON: Final = ("prep.on", "prep.tentang")
OBJECTS: Final = ("obj", "nsubj:pass")


def settle(firing: Firing, draft: Draft, report: Report) -> None:
    """Make a signing that a verb stops one that was not, and take out of its parties who is only there ("the president
    *attended* the signing of the accord") or stops others' ("the court *blocked* the signing")."""
    verb = next(iter(firing.roles.get("governor", [])), None)
    if verb is None:
        return
    words = report.tools.pack.words
    stopping = _is_object(firing) and any(starts(verb, words(key)) for key in STOPPING)
    if stopping:
        draft.status = _status_of_stopped(verb, firing, report)
    acting = {t.i for t in expand(firing.roles.get("subj", []))}
    told = draft.fillers.get("parties", [])
    over: set[int] = set()
    if starts(verb, words("verbs_of_guests")) and draft.status != "denied":
        over = set() if _sides_of_it([m for m in told if m.token.i in acting], firing, report) else acting
    elif stopping and draft.status == "asserted":
        over = acting  # "the rebels failed to stop the signing"
    elif any(starts(verb, words(key)) for key in WITHHOLDING):
        over = {m.token.i for m in told if m.token.i in acting and not _is_side(m, report)}
    if over:
        draft.fillers.pop("parties", None)
        draft.add("parties", [m for m in told if m.token.i not in over])


def _is_object(firing: Firing) -> bool:
    """Whether it is the signing that the verb above it is about, and no time or cause that is told with the verb."""
    noun = firing.token
    while noun.dep_ == "conj":
        noun = noun.head
    return noun.dep_ in OBJECTS


def _status_of_stopped(verb: Token, firing: Firing, report: Report) -> str:
    """The status of a signing that a verb stops: none where it was stopped, and one that took place where it was not or
    was only tried; what is yet to be stopped is yet to come."""
    if verb.dep_ in TRIED and verb.head.lower_ in report.tools.pack.words("verbs_trying"):
        return "asserted"
    if any(f.trigger.values.get("act") in YET for f in report.at(firing.sentence, verb.head, "statement")):
        return "planned" if verb.dep_ in TRIED else "denied"
    mood = report.tools.moods.read(firing.sentence, verb, {}).status
    return STOPPED.get(mood, "planned")


def _is_side(mention: Mention, report: Report) -> bool:
    """Whether it is of a sort that has something to sign, and no court ("the *government* suspended the signing")."""
    noun, fits = mention.token, report.tools.mentions.fits
    return fits(noun, SIDES) and noun.lower_ not in report.tools.pack.words("nouns_of_courts")


def _sides_of_it(guests: Sequence[Mention], firing: Firing, report: Report) -> bool:
    """Whether who is there has come to sign: with the other side ("attended the signing of a deal *with Armenia*"), or
    as two sides, where nobody else is named ("the *warring parties* attended the signing")."""
    words, fits = report.tools.pack.words, report.tools.mentions.fits
    behind = [t for t in firing.token.subtree if t.i > firing.token.i]
    if any(preposition_words(t) in words("between_markers") for t in behind):
        return False
    if any(preposition_words(t) in words(BESIDE) and report.tools.mentions.can_act(t) for t in behind):
        return True
    if not any(m.token.lower_ in words("nouns_of_sides") or fits(m.token, ("@rebel",)) for m in guests):
        return False
    return several(guests) or any(_are_many(m.token, report) for m in guests)


def _are_many(noun: Token, report: Report) -> bool:
    """Whether a noun of sides names more than one ("the parties", "*kedua* pihak")."""
    counts, both = report.tools.mentions.counts, report.tools.pack.words("both_markers")
    counted = any(counts(c) or c.lower_ in both for c in noun.children)
    return counted or has(noun, "Number", "Plur") or "-" in noun.text


def by_one(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether it is a paper that one person alone signs, and none that was told of ("signed a statement of regret")."""
    if draft.values["stage"] != SIGNED or firing.nominal:
        return False
    told, papers = draft.fillers.get("parties", []), firing.roles.get("obj", [])
    alone = len(told) == 1 and not several(told) and not report.is_plural(told[0])
    if not alone or report.tools.mentions.fits(told[0].token, SIDES) or _is_joined(told[0]):
        return False
    if any(report.tools.mentions.fits(c, FIGHTING) for c in told[0].token.children):
        return False  # "the rebel leader"
    return bool(papers) and not any(report.is_definite(firing.sentence, t) for t in papers)


def says_only(firing: Firing, report: Report) -> bool:
    """Whether a paper that is signed or agreed on is of no agreement between sides: it says something ("a statement
    *condemning* the raid"), or is of their dealings ("an annex to the *wage* agreement") and of no truce ("kode etik
    *gencatan senjata*")."""
    if firing.nominal:
        return False
    papers = [t for role, tokens in firing.roles.items() if role == "obj" or role in ON for t in tokens]
    papers = [t for t in papers if not report.tools.mentions.fits(t, ("@agreement",))]
    of_dealings, fits = report.tools.pack.words("nouns_of_dealings"), report.tools.mentions.fits
    dealings = [t for t in papers if any(c.lower_ in of_dealings for c in _named_in(t))]
    dealings = [t for t in dealings if not any(fits(c, ("@truce",)) for c in t.subtree)]
    return bool(dealings) or any(_voices(t, firing, report) for t in papers)


def _voices(paper: Token, firing: Firing, report: Report) -> bool:
    if paper.lower_ not in report.tools.pack.words("papers_that_say"):
        return False  # "signed a document calling for elections within a year"
    said = (f for c in paper.children if c.dep_ in RELATIVE for f in report.at(firing.sentence, c, "statement"))
    return any(f.trigger.values.get("act") in VOICED for f in said)


def _named_in(paper: Token) -> Iterator[Token]:
    """The words that tell what paper it is, in its own name or that of what it belongs to."""
    for noun in (paper, *(c for c in paper.children if c.dep_ == "nmod")):
        yield from (c for c in noun.children if c.dep_.split(":")[0] in ("compound", "amod", "nmod"))


def _is_joined(mention: Mention) -> bool:
    """Whether "and" stands before it, whatever the parser made of who stands before that."""
    first = mention.token.left_edge
    return first.pos_ == "CCONJ" or (first.i > 0 and first.nbor(-1).pos_ == "CCONJ")
