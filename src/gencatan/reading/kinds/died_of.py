"""Wounds and shots that are what somebody died of, and no harm beside the death."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.drafts.draft import Firing
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import preposition

if TYPE_CHECKING:
    from spacy.tokens import Token

APART: Final = frozenset({"CCONJ", "PUNCT", "NUM"})
"""What stands between those who died and others who were only hurt ("killed and [wounded]", "with 12 injured")."""
HUNG: Final = frozenset({"obl", "nmod", "compound"})


def died_of(firing: Firing, report: Report) -> bool:
    """Whether somebody died of such wounds, or in this way ("died of their wounds", "tewas tertembak")."""
    if firing.trigger.values.get("harm") != "injured":
        return False
    token = firing.token
    before = (f for f in report.firings_in(firing.sentence) if f.token.i < token.i and f.trigger.kind == "casualty")
    deaths = [f.token for f in before if f.trigger.values.get("harm") == "killed"]
    if not deaths:
        return False
    death = max(deaths, key=lambda t: t.i)
    if token.dep_ == "xcomp":
        return token.i == death.i + 1 and token.head.i == death.i
    return _cause(token) and not any(t.pos_ in APART for t in token.doc[death.i + 1 : token.i])


def _cause(token: Token) -> bool:
    """Whether words hang on others by a preposition, as what a thing comes of does."""
    return token.dep_.split(":")[0] in HUNG and bool(preposition(token))
