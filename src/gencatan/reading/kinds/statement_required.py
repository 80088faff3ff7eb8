"""Demands that only a plain verb of saying reports: the speaker says what somebody must do, or orders it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.telling.tags import tags
from gencatan.reading.tree.modality import imperative
from gencatan.reading.tree.relations import SUBJECTS, Roles, conjuncts, expand, has_subject, is_clause
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


def required(sentence: Sentence, report: Report) -> Iterator[Draft]:
    """ "X told Y that Z must …": a demand, though only a plain verb of saying reports it; an appeal if it is milder."""
    tools = report.tools
    assert sentence.doc is not None
    told: set[int] = set()
    for verb in sentence.tokens:
        if not tools.attributions.reports(verb) or not is_clause(verb):
            continue
        roles = tools.syntax.roles_of_verb(verb, dates=sentence.date_tokens)
        speaker = tools.attributions.speaker(verb)
        if speaker is None or not tools.mentions.can_act(speaker):
            continue
        for head in (t for clause in roles.get("clause", []) for t in conjuncts(clause)):
            if head.i not in told:
                told.add(head.i)
                yield from _required(sentence, head, speaker, verb, roles, report)
    for tag in tags(sentence.doc):
        if tag.speaker < 0 or tag.credit:
            continue
        speaker = tools.attributions.owner(sentence.doc[tag.speaker])
        if not tools.mentions.can_act(speaker):
            continue
        for head in sentence.doc[tag.low : tag.high]:
            outermost = head.dep_ in ("ROOT", "parataxis") or not tag.covers(head.head.i)
            if outermost and is_clause(head) and tag.covers(head.i) and head.i not in told:
                told.add(head.i)
                yield from _required(sentence, head, speaker, speaker, {}, report)


def _together(verb: Token) -> bool:
    """Whether who orders is among those ordered ("let's see"), or the order goes on from what is no order."""
    us = any(c.i == verb.i + 1 and not verb.whitespace_ and c.pos_ != "PUNCT" for c in verb.children)
    return us or (verb.dep_ == "conj" and has_subject(verb.head))


def _supposed(verb: Token, report: Report) -> bool:
    """Whether a modal of requirement tells what would be or is likely, and asks nothing of anybody.

    "Should they attack, …", "it would need to …", "there must be wounded", "they must have fled".
    """
    words = report.tools.pack.words
    subject = next((c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "expl"), None)
    if subject is None:
        return False
    helping = [c for c in verb.children if c.dep_.split(":")[0] == "aux"]
    if subject.dep_ == "expl" or any(c.i < subject.i and c.lower_ in words("modal_required") for c in helping):
        return True
    open_ = any(c.lower_ in words(key) for c in helping for key in ("modal_possible", "modal_planned"))
    return open_ or any(has(c, "VerbForm", "Inf") and c.lemma_ == "have" for c in helping)


def _required(
    sentence: Sentence, head: Token, speaker: Token, verb: Token, roles: Roles, report: Report
) -> Iterator[Draft]:
    """What the speaker says that somebody must do, if `head` says it and no other statement does."""
    tools = report.tools
    # "Stop the shelling", and not "Look, …": what is ordered is something that is told of
    orders = imperative(head) and any(report.at(sentence, t) for t in (head, *head.children))
    spoken_of = [
        f for f in report.at(sentence, head, "statement") if f.mood.status != "called_for" and not f.mood.inside
    ]
    if spoken_of or not (orders or tools.moods.own.requires(head)):
        return  # what "must support the talks" tells is no support, and is asked for
    if _together(head) if orders else _supposed(head, report):
        return
    subjects = [] if orders else tools.syntax.subjects.of(head)
    if not orders and (not subjects or any(tools.mentions.pronoun(t) or t.pos_ in ("NUM", "PRON") for t in subjects)):
        return
    strong = orders or tools.moods.own.requires(head, "modal_strong")
    if not strong and not tools.syntax.verbs.passive(head) and not any(map(tools.mentions.can_act, expand(subjects))):
        return  # "the early poll should be one way": an opinion, which asks nobody
    told = tools.pack.words("addressee_markers")
    spoken = [r for r in roles if r.startswith("prep.") and r[5:].replace("_", " ") in told]
    addressees = [t for role in (*spoken, "iobj", "obj") for t in roles.get(role, [])]
    hearers = tools.pack.words("hearers")
    addressees = [t for t in addressees if tools.mentions.can_act(t) and t.lemma_.lower() not in hearers]
    draft = Draft("statement", sentence, head, "statement:required")
    draft.values["act"] = "demand" if addressees or strong else "appeal"
    if not addressees and not tools.syntax.verbs.passive(head):
        agents = [t for t in expand(subjects) if "agent" in tools.mentions.classes(t) and tools.mentions.can_act(t)]
        addressees = [t for t in agents if t.dep_ in ("nsubj", "conj")]
    draft.trigger_span = (sentence.from_(head), sentence.to(head))
    draft.add("speaker", [Mention(sentence, speaker)])
    draft.add("addressee", [Mention(sentence, t) for t in addressees])
    draft.texts["content"] = tools.frames.text_of(sentence, head, "clause")
    outer = tools.attributions.of(sentence, verb, report.statements.get(sentence.index, {}))
    draft.sources = [Mention(sentence, t) for t in outer if t.i != speaker.i]
    yield draft
