"""Parties consult: talks, phone calls, sessions, visits, summits (contract, kind `meeting`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gencatan.reading.discourse import Mention
from gencatan.reading.drafts import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.syntax import expand


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
    if draft.values.get("format") in ("talks", "other", None) and len(draft.fillers.get("participants", [])) == 1:
        (only,) = draft.fillers["participants"]
        if any(w in tools.pack.classes.get("council", ()) for w in report.span(only).text.lower().split()):
            draft.values["format"] = "session"
    if "participants" not in draft.fillers:
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
