"""Whether what a trigger tells is itself denied, planned or possible, and does not only stand in a clause that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.reading.tree.modality import GOVERNING
from gencatan.reading.tree.noun_moods import NAMING
from gencatan.reading.tree.relations import SUBJECTS, has_subject, is_clause, marks, preposition_words, starts

if TYPE_CHECKING:
    from gencatan.reading.drafts.draft import Firing
    from gencatan.reading.report import Report

KINDS: Final = frozenset({"event", "meeting", "deployment"})
OPEN: Final = frozenset({"planned", "possible"})
BESIDE: Final = frozenset({"obl", "nmod", "compound", "appos"})
WITHIN: Final = (("obj", "xcomp"), ("nsubj", "xcomp"), ("conj", "xcomp"))
TOLD: Final = (("obj", "ccomp"), ("nsubj", "ccomp"), ("conj", "ccomp"))


def tells(firing: Firing, report: Report) -> bool:
    """Whether the trigger tells something, meant as its mood says, that somebody did or is to do."""
    return not only_around(firing, report) and not of_anybody(firing, report) and not _brought_home(firing, report)


def _brought_home(firing: Firing, report: Report) -> bool:
    """Whether those who are let go are only brought somewhere ("were freed on Sunday and *taken* to Doha")."""
    values, verb = firing.trigger.values, firing.token
    if values.get("act") != "abduction" and values.get("harm") != "abducted":
        return False
    others = any(c.dep_ in SUBJECTS or (c.dep_ == "obj" and c.pos_ != "PRON") for c in verb.children)
    freed = verb.dep_ == "conj" and verb.head.i < verb.i and not firing.nominal and not others
    return freed and any(
        f.trigger.values.get("act") == "release" for f in report.at(firing.sentence, verb.head, "event")
    )


def only_around(firing: Firing, report: Report) -> bool:
    """Whether a denial, plan or guess is merely around the trigger's words: how these are meant is not told then."""
    if firing.mood.status == "denied":
        return _beside_denial(firing, report)
    over = firing.mood.over.get(firing.mood.status, ())
    noun = firing.token
    if firing.trigger.kind != "event" or not firing.nominal:
        return False
    if not over:
        return _behind_planned(firing, report)
    if firing.mood.status not in OPEN:
        return False
    if over[0] not in BESIDE or is_clause(noun):
        return False
    tools, words = report.tools, report.tools.pack.words
    leads = any(starts(noun.head, words(key)) for key, _ in GOVERNING)
    if over == ("obl",) and leads and preposition_words(noun) in words("control_marks"):
        return False  # "prepare for another war"
    if over == ("obl",) and tools.syntax.verbs.light(noun.head) and noun.left_edge.i == noun.head.i + 1:
        return False  # "will go on fighting"
    above = noun.head
    if over[0] == "obl" and noun.left_edge.i:
        above = noun.left_edge.nbor(-1)  # "announced plans for an attack", hung on the verb
    named = any(above.lower_ in words(key) for key, _ in NAMING)
    return not named and not (over[0] in ("nmod", "compound") and tools.mentions.counts(above))


def of_anybody(firing: Firing, report: Report) -> bool:
    """Whether whoever does it is spoken of, and nobody who did ("anyone who breaks the truce will be punished")."""
    words = report.tools.pack.words("whoever")
    return firing.mood.status != "conditional" and any(starts(t, words) for t in firing.roles.get("subj", ()))


def _behind_planned(firing: Firing, report: Report) -> bool:
    """Whether the trigger is what the object right before it is for, hung on a verb of what is yet to be ("will take
    precautions for the execution"): it may as well hang on the object."""
    noun, verb = firing.token, firing.token.head
    if (
        noun.dep_ != "obl"
        or not noun.left_edge.i
        or preposition_words(noun) not in report.tools.pack.words("control_marks")
    ):
        return False
    before = noun.left_edge.nbor(-1)
    if before.dep_ != "obj" or before.head.i != verb.i or "agent" in report.tools.mentions.classes(before):
        return False
    acts = report.statements.get(firing.sentence.index, {})
    return report.tools.moods.read(firing.sentence, verb, acts).status in OPEN


def _beside_denial(firing: Firing, report: Report) -> bool:
    """Whether the trigger's words are in the scope of a denial that does not deny them.

    Denied by its own words, by the verb that carries or governs it ("did not launch the raid", "refused to leave") or
    by a statement that denies it, an act is denied. What stands further away, beside the denied verb or in another
    word's complement, may be or not be so ("did not say why they fought", "has not been seen since the raid").
    """
    mood, token = firing.mood, firing.token
    if firing.trigger.kind not in KINDS or token.dep_ == "amod":
        return False  # "the detained men" were, whatever is denied of them
    over = mood.over.get("denied", ())
    if not over:
        said_to_be = any(c.dep_ == "cop" for c in token.children)
        return firing.nominal and said_to_be and has_subject(token)
    if over in (("nsubj",), ("nsubj:pass",)) and firing.nominal and report.is_definite(firing.sentence, token):
        verb = token.head  # "the attack would not undermine the talks", "the raid did not stop them"
        does = any(c.dep_ in ("obj", "xcomp", "ccomp") and c.i > verb.i for c in verb.children)
        return does and not report.tools.syntax.verbs.light(verb)
    node = token
    for _ in over[:-1]:
        node = node.head
    last, node = node, node.head
    if marks(node) in report.tools.pack.words("control_marks") and node.dep_ in ("advcl", "acl", "csubj"):
        return True  # "a wall to stop gunmen from coming in"
    if len(over) == 1:
        lacking = over[0] == "nmod" and not report.tools.moods.own.no_such(token.head)  # "the lack of an attack"
        return over[0] in BESIDE and not lacking and not (over[0] != "obl" and is_clause(token))
    if over == ("obj", "acl"):
        return last.dep_ != "acl"  # "no plans to impose sanctions", but not "nobody who imposes them"
    if over[0] == "acl" and over[1] in ("obj", "nsubj") and len(over) == len(WITHIN[0]):
        words = report.tools.pack.words  # "rejected a plan to send troops"
        return not any(token.head.lower_ in words(key) for key, _ in NAMING)
    if over == ("obl", "xcomp") and firing.trigger.kind == "meeting":
        return False  # "refused to return to the talks"
    return over not in WITHIN and not (over in TOLD and mood.statement >= 0)
