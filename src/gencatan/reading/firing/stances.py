"""How each trigger at work in a report is meant, and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.reading.drafts.draft import Firing
from gencatan.reading.firing.plainly import only_told
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import BODIES, Mention
from gencatan.reading.tree.modality import Modality
from gencatan.reading.tree.relations import expand, has_subject, is_clause, starts
from gencatan.reading.tree.sentence import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token


def take(report: Report) -> None:
    """Modality and sources of every firing, sentence by sentence, so that quotes can run on."""
    tools = report.tools
    wanting = tools.pack.words("verbs_wanting")
    for sentence in report.sentences:
        if sentence.doc is None:
            continue
        firings = report.firings_in(sentence)
        acts = {
            f.token.i: f.trigger.values["act"]
            for f in firings
            if f.trigger.kind == "statement"
            and "act" in f.trigger.values
            and not (f.trigger.values["act"] == "demand" and f.token.lower_ in wanting and only_told(f, report))
            and not _hopes_for_itself(f, report)
        }
        report.statements[sentence.index] = acts
        told = {i: act for i, act in acts.items() if not _unsaid(report, sentence, sentence.doc[i], acts)}
        known: dict[int, tuple[Modality, list[Mention]]] = {}
        for firing in firings:
            if firing.token.i not in known:
                known[firing.token.i] = _stance(report, sentence, firing.token, acts, told)
            mood, sources = known[firing.token.i]
            firing.mood, firing.sources = mood, list(sources)
        speaker = _speaker(report, sentence, acts)
        if speaker is not None:
            settled = report.settle(speaker)
            if settled is not None:
                report.discourse.speakers[sentence.index] = settled
        elif firings and not report.statements[sentence.index]:
            carried = tools.attributions.running_on(sentence, firings[0].token, report.sentences, report.discourse)
            if carried is not None:
                report.discourse.speakers[sentence.index] = carried


def _hopes_for_itself(firing: Firing, report: Report) -> bool:
    """Whether somebody hopes to do it themselves, which asks nobody for it ("hopes to return to the talks")."""
    clauses = firing.roles.get("clause", [])
    hoping = firing.hit.citation in report.tools.pack.words("verbs_hoping") and not firing.roles.get("obj")
    return hoping and bool(clauses) and not has_subject(clauses[0])


def _unsaid(report: Report, sentence: Sentence, token: Token, acts: dict[int, str]) -> bool:
    """Whether an act with words is yet to come or did not come ("will offer talks"): nobody has said what it says."""
    resolved = token.dep_ == "xcomp" and starts(token.head, report.tools.pack.words("verbs_resolving"))
    return not resolved and report.tools.moods.read(sentence, token, acts).status in ("denied", "planned")


def _stance(
    report: Report, sentence: Sentence, token: Token, acts: dict[int, str], told: dict[int, str]
) -> tuple[Modality, list[Mention]]:
    """How a predicate is meant and who it is from; `told`: the acts with words that somebody did say."""
    attributions = report.tools.attributions
    told_by = expand(attributions.of(sentence, token, told), keep_order=True)
    told_by = [t for t in told_by if not report.tools.mentions.deal_text(t)]  # "according to the text of the accord"
    sources = [Mention(sentence, t) for t in told_by if t.dep_ != "conj" or attributions.can_speak(t)]
    if not sources:
        running = attributions.running_on(sentence, token, report.sentences, report.discourse)
        sources = [running] if running is not None else []
    return report.tools.moods.read(sentence, token, acts), sources


def _speaker(report: Report, sentence: Sentence, acts: dict[int, str]) -> Mention | None:
    """Who speaks in the sentence: the subject of its last verb of saying."""
    assert sentence.doc is not None
    found = None
    for token in sentence.tokens:
        if (report.tools.attributions.reports(token) or token.i in acts) and is_clause(token):
            subject = report.tools.attributions.speaker(token)
            quoted = subject is not None and report.tools.mentions.pronoun(subject).startswith("speaker")
            if subject is None or quoted:  # "X said: we reject …": X speaks
                continue
            if found is not None and _told_by(token, found, report):
                continue
            found = Mention(sentence, subject)
    return found


def _told_by(verb: Token, speaker: Mention, report: Report) -> bool:
    """Whether what a verb of saying tells is only what somebody before it tells ("*a diplomat* said that the Americans
    were pressing for …; …, *he* added"): they speak, and go on speaking."""
    teller, above = speaker.token, verb
    if report.tools.mentions.classes(teller) & BODIES and teller.ent_type_ != "PER":
        return False  # "the army said its chief had warned …; *he* said …"
    while above.dep_ in ("xcomp", "conj"):
        above = above.head
    return above.dep_ == "ccomp" and above.head.i == teller.head.i and report.tools.attributions.reports(above.head)
