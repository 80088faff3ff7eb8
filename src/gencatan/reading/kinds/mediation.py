"""A third party stands between others (contract, kind `mediation`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.both import SIDES, are_both
from gencatan.reading.kinds.breaches import each_other, tellers
from gencatan.reading.kinds.deal_parties import last_parties
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, starts

MARK: Final = 2
"""Letters of the longest mark of a name ("Al-Azhar", "El-Sisi")."""


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """The mediator, what is mediated and between whom; parties of the agreement where the text names none."""
    aim = firing.mood.inside == "purpose"  # "named the bishop to mediate"
    if firing.mood.inside and not aim:
        return
    draft = report.draft(firing)
    if aim and draft.status == "asserted":
        draft.status = "planned"
    tools = report.tools
    tools.frames.fill(firing, draft)
    draft.add("parties", tools.frames.others(firing, "between_markers"))
    between = [t for t in expand(firing.roles.get("obj", [])) if tools.mentions.fits(t, SIDES)]
    if len(between) > 1:  # "menengahi Israel dan Hamas": those it stands between, and nothing it is about
        draft.add("parties", [Mention(firing.sentence, t) for t in between])
        draft.texts.pop("about", None)
    topic = tools.frames.topic(firing) if "about" not in draft.texts else None
    if topic is not None:
        draft.texts["about"] = topic
    own = [m for m in draft.fillers.pop("mediator", []) if not are_both(m, report)]
    draft.add("mediator", [m for m in own if not _of_two(m, report)])
    # "the peace efforts of both sides", "Israeli-Palestinian peace efforts": nobody stands between them
    if "mediator" not in draft.fillers:
        return
    if "parties" not in draft.fillers:
        about = firing.roles.get("obj", [])
        for token in about:
            calling = starts(token.head, tools.pack.words("verbs_called_for"))
            callers = {t.i for t in tools.syntax.subjects.of(token.head)} if calling else set()
            for agreement in report.at(firing.sentence, token, "agreement"):
                bound = tools.frames.filled(agreement).fillers.get("parties", [])
                draft.add("parties", [m for m in bound if m.token.i not in callers])
        new = any(c.lower_ in tools.pack.words("indefinite") for token in about for c in token.children)
        if "parties" not in draft.fillers and about:
            parties = last_parties(report, firing.sentence)
            # "in 2020, when a truce brokered by Moscow …" is not the one told of, "agreed to a truce brokered by Y" is
            draft.add("parties", [m for m in parties if not new or m.sentence is firing.sentence])
    mediators = {m.token.i for m in draft.fillers["mediator"]}
    sides = draft.fillers.get("parties", [])
    if any(each_other(m.token, report) for m in sides):  # "accused each other of breaking a Russian-brokered truce"
        draft.fillers.pop("parties")
        draft.add("parties", tellers(draft, firing, report) or [m for m in sides if not each_other(m.token, report)])
    if "parties" in draft.fillers:
        left = [
            m
            for m in draft.fillers["parties"]
            if m.sentence.index != firing.sentence.index or m.token.i not in mediators
        ]
        if left:
            draft.fillers["parties"] = left
        else:
            del draft.fillers["parties"]
    if draft.status == "denied" and "planned" in firing.mood.signals and "parties" not in draft.fillers:
        return  # "will not revive the talks": mostly a side that won't talk, and nobody between
    yield draft


def _of_two(mention: Mention, report: Report) -> bool:
    """Whether words name two peoples together ("Israeli-Palestinian")."""
    parts = report.span(mention).text.split("-")
    named = len(parts) > 1 and all(part[:1].isupper() and len(part) > MARK for part in parts)
    return named and report.tools.mentions.fits(mention.token, ("@nationality",))
