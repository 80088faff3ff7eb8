"""What somebody says to do on a condition ("we will stop if …"): a pledge of the speaker's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.acts import HURTING
from gencatan.reading.kinds.obligations.owed import action_of, told_object
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand
from gencatan.reading.tree.sentence import Sentence

REPRESENTATIVES: Final = ("@representative",)
FORCES: Final = ("@armed_force", "@rebel", "@group")
UNNAMED: Final = ("@rebel", "@armed_force", "senior", "top")


def conditional(firing: Firing, report: Report, sentence: Sentence) -> Iterator[Draft]:
    """ "We will stop if …", said by a side: a conditional pledge of the speaker."""
    signals = firing.mood.signals
    carried = any(report.tools.syntax.verbs.light(v) for v in firing.roles.get("governor", []))
    if (
        (firing.nominal and not (carried and action_of(firing.trigger)))
        or firing.mood.condition is None
        or "planned" not in signals
        or "called_for" in signals
    ):
        return
    if _threatened(firing, report) or firing.trigger.values.get("act") in HURTING:
        return  # "the town will be stormed if …"
    action = action_of(firing.trigger)
    if (sentence.index, firing.token.i) in report.consumed:
        return
    if not action and any(action_of(f.trigger) for f in report.at(sentence, firing.token)):
        return
    tools = report.tools
    subjects = list(expand(firing.roles.get("subj", [])))
    done_to = expand(firing.roles.get("obj", [])) if tools.syntax.verbs.passive(firing.token) else []
    if any(tools.mentions.fits(t, ("@person", "@agent")) or t.pos_ == "PROPN" for t in done_to):
        return  # "he would be jailed if …": no pledge of who says so
    if done_to and not subjects and not action:
        return  # "the talks will be stopped if …": by whom is not told
    own = [
        t
        for t in subjects
        if tools.mentions.pronoun(t).startswith("speaker") or tools.mentions.pronoun(t) == "thing.sg"
    ]
    if not firing.sources and not any(tools.mentions.pronoun(t).startswith("speaker") for t in own):
        return
    speaker = firing.sources[-1] if firing.sources else Mention(sentence, own[0])
    theirs = [] if own else [t for t in subjects if _speaks_for(speaker, Mention(sentence, t), report)]
    if subjects and not own and not theirs and not any(t.lower_ == speaker.token.lower_ for t in subjects):
        return
    draft = report.draft(firing, "obligation")
    draft.values = {"action": action or "other", "basis": "pledge"}
    draft.add("obligor", [Mention(sentence, t) for t in theirs] or [speaker])
    draft.status = "conditional"
    draft.texts["condition"] = tools.frames.text_of(sentence, firing.mood.condition, "clause")
    told_object(draft, sentence, firing.token, firing.roles, firing if action else None, report)
    report.consumed.add((sentence.index, firing.token.i))
    yield draft


def _threatened(firing: Firing, report: Report) -> bool:
    """Whether it is what somebody threatens with or warns of, and no pledge ("warned that it would retaliate if …")."""
    above = firing.token.head
    said = report.at(firing.sentence, above, "statement") if above.i != firing.token.i else []
    return any(f.trigger.values.get("act") in ("threaten", "warn") for f in said)


def _speaks_for(speaker: Mention, side: Mention, report: Report) -> bool:
    """Whether a speaker pledges for a side: it is the speaker ("they"), the speaker's ("its troops"), or the one whose
    speaker that is ("a spokesman for the rebels", "its spokesman")."""
    tools = report.tools
    meant = report.settle(side)
    if meant is None:
        return False
    if tools.mentions.pronoun(side.token) and _same(meant, speaker):
        return True
    for child in side.token.children:
        if child.dep_ == "nmod:poss" and child.pos_ == "PRON":
            return True  # "its troops would leave": nobody else's were told of in the same breath
    if _unnamed_voice(speaker, report) and tools.mentions.fits(side.token, FORCES):
        return True  # "a spokesman said the militia would halt …"
    for child in speaker.token.children:
        if child.dep_.split(":")[0] in ("nmod", "compound", "flat") and child.pos_ in ("NOUN", "PROPN"):
            if child.lower_ == meant.token.lower_ or child.lemma_ == meant.token.lemma_:
                return True
        elif child.dep_ == "nmod:poss" and child.pos_ == "PRON":
            return True
    return False


def _unnamed_voice(speaker: Mention, report: Report) -> bool:
    """Whether it is a spokesman or commander of whom nothing is told but that he is one of some rebels."""
    token, mentions = speaker.token, report.tools.mentions
    if token.pos_ != "NOUN" or not mentions.fits(token, REPRESENTATIVES):
        return False
    if not any(c.lower_ in report.tools.pack.words("indefinite") for c in token.children):
        return False  # "the president said the rebels would leave if …"
    beside = (c for c in token.children if c.dep_.split(":")[0] not in ("det", "punct"))
    return all(c.dep_ in ("amod", "compound") and mentions.fits(c, UNNAMED) for c in beside)


def _same(one: Mention, other: Mention) -> bool:
    return one.sentence is other.sentence and one.token.i == other.token.i
