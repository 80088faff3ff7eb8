"""What a verb of saying only tells, and what it asks for ("told them that rebels attacked", "told them to leave")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gencatan.parse.morph import has
from gencatan.reading.tree.relations import has_subject

if TYPE_CHECKING:
    from gencatan.reading.drafts.draft import Firing
    from gencatan.reading.report import Report


def only_told(firing: Firing, report: Report) -> bool:
    """Whether the clause of a verb of plain saying is a sentence of its own: it orders only what must be done."""
    clause = next(iter(firing.roles.get("clause", [])), None)
    if clause is None or not report.tools.attributions.reports(firing.token):
        return False
    moods = report.tools.moods
    wished = moods.own.requires(clause) or moods.governing.wished(clause)
    if firing.token.lemma_.lower() in report.tools.pack.words("verbs_wanting"):
        helped = any(c.dep_.split(":")[0] in ("aux", "cop") for c in clause.children)
        bare = (
            has(clause, "VerbForm", "Inf") and has_subject(clause) and not helped
        )  # "that the rebels first *pull* out"
        return not (wished or bare)  # "insisted 90 percent of it comes from abroad", however it is parsed
    told = [clause, *(c for c in clause.children if c.dep_ in ("cop", "aux", "aux:pass"))]
    finite = any(has(t, "VerbForm", "Fin") for t in told) and has_subject(clause)
    return finite and not wished
