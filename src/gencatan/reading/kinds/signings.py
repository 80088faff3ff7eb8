"""A signing that somebody attends, stops or puts off: who does so signs nothing, and what is stopped is not signed."""

from __future__ import annotations

from typing import Final

from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.kinds.both import SIDES
from gencatan.reading.kinds.deal_parties import several
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import expand, starts

STOPPING: Final = ("verbs_halting", "verbs_blocking")
WITHHOLDING: Final = (*STOPPING, "verbs_denied", "verbs_postponed")
FIGHTING: Final = ("@rebel", "@state_force")
PARTIES: Final = (*SIDES, "!court", "!mahkamah")


def settle(firing: Firing, draft: Draft, report: Report) -> None:
    """Make a signing that a verb stops one that was not, and take out of its parties who is only there ("the president
    *attended* the signing of the accord") or stops others' ("the court *blocked* the signing")."""
    words = report.tools.pack.words
    for verb in firing.roles.get("governor", []):
        acting = {t.i for t in expand(firing.roles.get("subj", []))}
        if any(starts(verb, words(key)) for key in STOPPING) and draft.status in ("asserted", "planned"):
            draft.status = "denied"
        attended = starts(verb, words("verbs_of_guests"))
        withheld = any(starts(verb, words(key)) for key in WITHHOLDING)
        told = draft.fillers.pop("parties", [])
        fits = report.tools.mentions.fits
        draft.add(
            "parties",
            [m for m in told if m.token.i not in acting or not (attended or (withheld and not fits(m.token, PARTIES)))],
        )


def by_one(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether it is a paper that one person alone signs, and none that was told of ("signed a statement of regret")."""
    if draft.values["stage"] != "signed" or firing.nominal:
        return False
    told, papers = draft.fillers.get("parties", []), firing.roles.get("obj", [])
    alone = len(told) == 1 and not several(told) and not report.is_plural(told[0])
    if not alone or report.tools.mentions.fits(told[0].token, SIDES) or _is_joined(told[0]):
        return False
    if any(report.tools.mentions.fits(c, FIGHTING) for c in told[0].token.children):
        return False  # "the rebel leader"
    return bool(papers) and not any(report.is_definite(firing.sentence, t) for t in papers)


def _is_joined(mention: Mention) -> bool:
    """Whether "and" stands before it, whatever the parser made of who stands before that."""
    first = mention.token.left_edge
    return first.pos_ == "CCONJ" or (first.i > 0 and first.nbor(-1).pos_ == "CCONJ")
