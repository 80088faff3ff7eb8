"""What is only tried: nothing tells what came of it ("tried to seize the airport", "berupaya membebaskan pilot")."""

from __future__ import annotations

from typing import Final

from gencatan.reading.drafts.draft import Firing
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import has_subject, marks, set_off, starts

TRIED: Final = frozenset({"xcomp", "ccomp", "advcl"})


def only_tried(firing: Firing, report: Report) -> bool:
    """Whether a verb, or one joined to it, tells what somebody only tries to do."""
    verb = firing.token
    words = report.tools.pack.words
    if firing.nominal:  # "take [control] of", "melakukan [penangkapan]", "upaya [pembebasan] sandera"
        if verb.dep_ == "nmod" and verb.head.i < verb.i and verb.head.lower_ in words("nouns_efforts"):
            return True
        if any(c.dep_ == "amod" and c.i < verb.i and c.lower_ in words("verbs_trying") for c in verb.children):
            return True  # "the attempted kidnapping of two soldiers"
        if verb.dep_ == "obj" and verb.head.i < verb.i and verb.head.lower_ in words("verbs_trying"):
            return True  # "mengupayakan [pembebasan] mereka"
        carrying = [v for v in firing.roles.get("governor", []) if verb.dep_ == "obj" and verb.head.i == v.i]
        if not carrying:
            return False
        verb = carrying[0]
    while verb.dep_ == "conj" and verb.head.i < verb.i and not has_subject(verb):
        verb = verb.head
    if verb.dep_ == "acl" and verb.head.i < verb.i and verb.head.lower_ in words("nouns_efforts"):
        return marks(verb) in words("control_marks")  # "upaya lewat perantara *untuk membebaskan* mereka"
    if verb.dep_ not in TRIED or verb.i < verb.head.i or has_subject(verb) or set_off(verb):
        return False  # "waiting for bread when a shell killed 12", "tried to storm the base, killing five"
    return verb.head.lower_ in words("verbs_trying")


def only_stopped(firing: Firing, report: Report) -> bool:
    """Whether somebody is yet to stop doing it ("promised to stop abducting people"): nothing of it is planned."""
    verb = firing.token
    if firing.mood.status == "asserted" or verb.dep_ not in TRIED:
        return False
    return starts(verb.head, report.tools.pack.words("verbs_ending"))
