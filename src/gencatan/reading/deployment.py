"""Forces somewhere, coming or going (contract, kind `deployment`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from gencatan.reading.discourse import Mention
from gencatan.reading.drafts import Draft, Firing
from gencatan.reading.report import Report

AHEAD: Final = frozenset({"planned", "called_for", "conditional", "possible"})


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A deployment of what is a force; its role from the words of the force ("peacekeepers", "polisi")."""
    if firing.mood.inside or (firing.sentence.index, firing.token.i) in report.consumed:
        return
    draft = report.draft(firing)
    tools = report.tools
    tools.frames.fill(firing, draft)
    if (
        "force" not in draft.fillers
        and firing.nominal
        and tools.mentions.fits(firing.token, ("@armed_force", "@troops"))
    ):
        draft.fillers["force"] = [Mention(firing.sentence, firing.token)]
    if "force" not in draft.fillers:
        return
    if draft.values.get("change") == "present" and draft.status in AHEAD and _sent(firing):
        draft.values["change"] = "deployed"  # "will be stationed": they are not there yet
    if "role" not in draft.values:
        role = role_of(draft, report)
        if role:
            draft.values["role"] = role
    yield draft


def _sent(firing: Firing) -> bool:
    """Whether somebody puts the force there, which does not go or stay by itself."""
    slots = firing.trigger.frame.slots
    return firing.trigger.part == "verb" and slots.get("subj") != ("force",) and "force" in slots.get("obj", ())


def role_of(draft: Draft, report: Report) -> str:
    """The role that the force's own words name; "" if they name none."""
    pack = report.tools.pack
    for mention in draft.fillers.get("force", []):
        words = report.span(mention).text.lower()
        for role in ("peacekeeping", "monitoring", "police", "aid"):
            if any(word in words for word in pack.classes.get(f"{role}_word", ())):
                return role
    return ""
