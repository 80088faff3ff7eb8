"""What somebody asks for, blames or denies, and of whom, where the parser hung it elsewhere than the entry looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.modality import asks, denied_on
from gencatan.reading.tree.relations import expand, has_subject, is_clause, marks, starts

if TYPE_CHECKING:
    from spacy.tokens import Token

UNSIGNED: Final = ("accuse", "appeal", "demand")
ASKING: Final = ("appeal", "demand")
VOICED: Final = ("demand", "appeal", "condemn", "support", "reject")


def drawn(firing: Firing, draft: Draft, report: Report) -> None:
    """What draws words of blame or praise is what they are about ("the raid drew condemnation from two states")."""
    noun, tools = firing.token, report.tools
    if not firing.nominal or "content" in draft.texts or draft.values.get("act") not in VOICED:
        return
    if noun.dep_ not in ("obj", "obl") or not starts(noun.head, tools.pack.words("verbs_causing")):
        return
    cause = next((t for t in tools.syntax.subjects.of(noun.head) if t.i < noun.head.i), None)
    if cause is not None and not tools.mentions.can_act(cause):
        draft.texts["content"] = tools.frames.text_of(firing.sentence, cause)


def asked_of(firing: Firing, draft: Draft, report: Report) -> None:
    """Who shall do what is asked is who is asked: "called for X to act", "demanded that X act"."""
    tools = report.tools
    clause = next(iter(firing.roles.get("clause", [])), None)
    if clause is None or draft.values.get("act") not in UNSIGNED or "addressee" in draft.fillers:
        return
    if clause.i < firing.token.i or clause.pos_ != "VERB":
        return
    found = [c for c in clause.children if c.dep_ == "nsubj" and c.i < clause.i]
    if not found and draft.values.get("act") in ASKING:
        controlling = tools.pack.words("control_marks")
        before = [t for r, ts in firing.roles.items() if r.startswith("prep.") and r[5:] in controlling for t in ts]
        found = [t for t in before if t.right_edge.i + 1 == clause.left_edge.i and t.i > firing.token.i]
    _thing_asked(firing, draft, clause, report)
    asked = [t for t in expand(found) if tools.mentions.can_act(t) and "agent" in tools.mentions.classes(t)]
    asked = [t for t in asked if not tools.mentions.pronoun(t) and not tools.syntax.verbs.passive(clause)]
    draft.add("addressee", [Mention(firing.sentence, t) for t in asked])


def hung_on_asked(firing: Firing, draft: Draft, report: Report) -> None:
    """What somebody shall do is the content, though the parser hung it on who shall do it ("an appeal to X to …")."""
    if draft.values.get("act") not in UNSIGNED or "content" in draft.texts:
        return
    controlling = report.tools.pack.words("control_marks")
    for asked in draft.fillers.get("addressee", []):
        if asked.sentence is not firing.sentence:
            continue
        for clause in (*asked.token.children, *asked.token.head.children, *firing.token.head.children):
            mark = marks(clause)
            if clause.dep_ in ("acl", "advcl", "xcomp") and clause.i > asked.token.i and mark in controlling:
                draft.texts["content"] = report.tools.frames.text_of(firing.sentence, clause, "clause")
                return


def denied_whole(firing: Firing, draft: Draft, report: Report) -> None:
    """What is denied goes on behind its subject, where a bare clause tells it ("membantah jetnya menghantam desa")."""
    acts = report.statements.get(firing.sentence.index, {})
    content, verb = draft.texts.get("content"), firing.token
    if acts.get(verb.i) != "deny" or content is None or not firing.roles.get("obj"):
        return
    behind = [c for c in verb.children if is_clause(c) and c.i > verb.i]
    described = [c for t in firing.roles["obj"] for c in t.children if c.dep_ == "acl" and c.pos_ == "VERB"]
    told = [c for c in behind if _goes_on_with(c, verb, acts)] + [c for c in described if not marks(c)]
    told += [c for c in behind if told and denied_on(c, verb, acts)]
    for clause in told:
        end = report.tools.frames.text_of(firing.sentence, clause, "clause").end
        if end > content.end:
            content = Span(content.start, end, report.document.text[content.start : end])
    draft.texts["content"] = content


def _goes_on_with(clause: Token, verb: Token, acts: dict[int, str]) -> bool:
    """Whether a clause without a mark or subject of its own, and not joined by "and", tells what is denied."""
    first = clause.left_edge
    if first.pos_ == "CCONJ" or first.nbor(-1).pos_ == "CCONJ" or has_subject(clause):
        return False
    bare = clause.dep_ in ("ccomp", "xcomp") and not marks(clause)
    return bare or (clause.dep_ == "advcl" and asks(verb, clause, acts))


def _thing_asked(firing: Firing, draft: Draft, clause: Token, report: Report) -> None:
    """The thing asked for is the content, with what shall be done to it; a clause further off is but the purpose."""
    tools = report.tools
    if draft.values.get("act") not in ASKING or clause.dep_ not in ("advcl", "acl", "xcomp"):
        return
    named = [r for r, to in firing.trigger.frame.slots.items() if r.startswith("prep.") and "content" in to]
    things = [t for role in named for t in firing.roles.get(role, []) if firing.token.i < t.i < clause.i]
    if not things or "agent" in tools.mentions.classes(things[0]) or things[0].pos_ == "PROPN":
        return
    thing = tools.frames.text_of(firing.sentence, things[0])
    whole = things[0].right_edge.i + 1 == clause.left_edge.i and tools.syntax.verbs.passive(clause)
    end = tools.frames.text_of(firing.sentence, clause, "clause").end if whole else thing.end
    draft.texts["content"] = Span(thing.start, end, report.document.text[thing.start : end])


def told_to(firing: Firing, draft: Draft, report: Report) -> None:
    """Where the object is who shall do what the clause says, it is the addressee ("menuntut X mundur")."""
    tools = report.tools
    clause = firing.roles.get("clause", [])
    if not clause or "addressee" in draft.fillers or draft.values.get("act") not in UNSIGNED:
        return
    found = [t for t in expand(firing.roles.get("obj", [])) if t.i < clause[0].i and tools.mentions.can_act(t)]
    if found and "agent" in tools.mentions.classes(found[-1]):
        draft.add("addressee", [Mention(firing.sentence, t) for t in found])
        draft.texts["content"] = tools.frames.text_of(firing.sentence, clause[0], "clause")


def to_be_done_to(firing: Firing, draft: Draft, report: Report) -> None:
    """What an appeal asks to be done to somebody is its content, with them: they are not asked ("menyeru pasukan itu
    dipindahkan")."""
    clause = next(iter(firing.roles.get("clause", [])), None)
    if clause is None or draft.values.get("act") not in ASKING or not report.tools.syntax.verbs.passive(clause):
        return
    things = [
        t for t in firing.roles.get("obj", []) if firing.token.i < t.i and t.right_edge.i + 1 == clause.left_edge.i
    ]
    if not things or marks(clause) or has_subject(clause):
        return
    others = [m for m in draft.fillers.pop("addressee", []) if m.token.i != things[0].i]
    draft.add("addressee", others)
    whole = report.tools.frames.text_of(firing.sentence, clause, "clause")
    start = firing.sentence.from_(things[0].left_edge)
    draft.texts["content"] = Span(start, whole.end, report.document.text[start : whole.end])


def called_so(firing: Firing, draft: Draft, report: Report) -> None:
    """Of two objects side by side the second is what the first is accused of being ("menuduh mereka anggota X")."""
    objects = [t for t in firing.roles.get("obj", []) if t.i > firing.token.i]
    if draft.values.get("act") != "accuse" or len(objects) != 2 or not report.tools.mentions.pronoun(objects[0]):
        return
    whom, what = objects
    if what.left_edge.i == whom.right_edge.i + 1 and what.pos_ in ("NOUN", "PROPN"):
        draft.fillers.pop("addressee", None)
        draft.add("addressee", [Mention(firing.sentence, whom)])
        draft.texts["content"] = report.tools.frames.text_of(firing.sentence, what)
