"""Parties consult: talks, phone calls, sessions, visits, summits (contract, kind `meeting`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from gencatan.reading.discourse import Mention
from gencatan.reading.drafts import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.syntax import expand, is_clause, preposition

CLIMB: Final = 4
TIED: Final = ("nmod", "compound", "conj", "appos")
APART: Final = ("event", "casualty", "territory", "mediation")  # whoever does these is not there for that


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A meeting; a phone call to several people is one for each of them."""
    if firing.mood.inside or (firing.sentence.index, firing.token.i) in report.consumed:
        return
    draft = report.draft(firing)
    tools = report.tools
    tools.frames.fill(firing, draft)
    hosts = list(draft.fillers.get("participants", []))
    partners = tools.frames.others(firing, "companion_markers", "between_markers")
    draft.add("participants", partners)
    named = {m.token.i for m in partners}
    if firing.nominal and partners and all(h.token.i in named for h in hosts):
        for verb in firing.roles.get("governor", []):
            subjects = [t for t in tools.syntax.surface_subjects(verb) if tools.mentions.can_act(t)]
            if firing.token.dep_.split(":")[0] == "obl" and subjects:
                hosts = [Mention(firing.sentence, t) for t in expand(subjects)]
                draft.add("participants", hosts)
    if firing.nominal and "participants" not in draft.fillers:
        draft.add("participants", _attending(firing, report))
    if draft.values.get("format") in ("talks", "other", None) and len(draft.fillers.get("participants", [])) == 1:
        (only,) = draft.fillers["participants"]
        if any(w in tools.pack.classes.get("council", ()) for w in report.span(only).text.lower().split()):
            draft.values["format"] = "session"
    if "participants" not in draft.fillers:
        return
    if not partners and not firing.nominal and _held_by_others(firing, report):
        return
    if firing.nominal and firing.modifies():
        return
    if "topic" not in draft.texts:
        topic = tools.frames.topic(firing)
        if topic is not None:
            draft.texts["topic"] = topic
    if draft.values.get("format") == "phone" and len(partners) > 1 and hosts:
        own = [h for h in hosts if all(h.token.i != p.token.i for p in partners)]
        for partner in partners:
            yield replace(draft, fillers={"participants": [*own, partner]}, texts=dict(draft.texts))
        return
    yield draft


def _held_by_others(firing: Firing, report: Report) -> bool:
    """Whether the meeting that a verb has as its object is somebody else's ("called the news conference by X a …")."""
    tools = report.tools
    held = [c for t in firing.roles.get("obj", []) for c in t.children if c.dep_.split(":")[0] == "nmod"]
    return any(preposition(c) in tools.pack.words("passive_agent") and tools.mentions.can_act(c) for c in held)


def _attending(firing: Firing, report: Report) -> list[Mention]:
    """Who wound up, left, came to or is at a meeting whose noun names nobody ("After days of talks the envoys …")."""
    tools = report.tools
    node = firing.token
    for _ in range(CLIMB):
        if is_clause(node.head) or node.dep_.split(":")[0] not in TIED:
            break
        node = node.head
    relation, verb = node.dep_.split(":")[0], node.head
    if verb.i == node.i or not is_clause(verb) or relation not in ("obj", "obl"):
        return []
    if any(preposition(node) in tools.pack.words(key) for key in ("companion_markers", "instrument_markers")):
        return []
    for _ in range(CLIMB):
        if tools.attributions.reports(verb) or any(f.trigger.kind in APART for f in report.at(firing.sentence, verb)):
            return []
        found = [t for t in expand(tools.syntax.surface_subjects(verb)) if tools.mentions.can_act(t)]
        if found or verb.dep_ not in ("csubj", "advcl", "xcomp", "conj"):
            return [Mention(firing.sentence, t) for t in found if "agent" in tools.mentions.classes(t)]
        verb = verb.head
    return []
