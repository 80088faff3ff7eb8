"""Parties consult: talks, phone calls, sessions, visits, summits (contract, kind `meeting`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.lasting import begun, lasted
from gencatan.reading.kinds.meeting_aims import (
    asked_to,
    come_for,
    goes_for_talks,
    is_aim_of_another,
    is_of_its_own,
    kinds_met_for,
    met_for,
    only_meets,
    told_aim,
    told_next,
)
from gencatan.reading.kinds.meeting_sides import (
    attending,
    comers,
    drop_mediators,
    drop_regions,
    going_on,
    held_by_others,
    involved,
    met_alone,
    parted_from,
)
from gencatan.reading.kinds.topics import is_about
from gencatan.reading.report import Report
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    is_clause,
    marks,
    preposition,
    preposition_words,
    role_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACES: Final = ("@place",)


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A meeting; a phone call to several people is one for each of them."""
    if (firing.sentence.index, firing.token.i) in report.consumed:
        return
    if not firing.nominal and any(f.hit is firing.hit for f in report.at(firing.sentence, firing.token, "mediation")):
        return  # "a truce negotiated by Norway"
    if not firing.nominal and report.tools.syntax.verbs.names(firing.token):
        return  # "called the charge a fabrication"
    aim = firing.mood.inside == "purpose" and not firing.nominal  # "flew to Amman to meet the king"
    if firing.mood.inside and not (aim and is_of_its_own(firing, report)):
        return
    if not firing.nominal and is_aim_of_another(firing, report):
        return
    if firing.nominal and _beside_it(firing, report):
        return
    if firing.trigger.values.get("format") == "other" and _open_to_all(firing, report):
        return
    draft = report.draft(firing)
    if (asker := _urged(firing, report)) is not None and draft.status == "called_for":
        draft.status = firing.mood.without("called_for")  # "urged the summit to act": that it meets is not asked for
        said = {t.i for t in expand(report.tools.syntax.subjects.of(asker))}
        draft.sources = [s for s in draft.sources if s.sentence is not firing.sentence or s.token.i not in said]
    coming = firing.nominal and come_for(firing, report)
    coming = coming or (firing.nominal and asked_to(firing, report))
    governors = firing.roles.get("governor", []) if firing.nominal else []
    bound = any((firing.sentence.index, v.i) in report.consumed for v in governors)  # "agreed to hold talks"
    if (aim or coming or bound) and draft.status == "asserted":
        draft.status = "planned"
    if not firing.nominal and "obj" not in firing.roles and goes_for_talks(firing, report):
        return
    tools = report.tools
    named_as = [] if firing.nominal else kinds_met_for(firing, report)
    if any(f.trigger.values.get("format") == "summit" for f in named_as):
        draft.values["format"] = "summit"
    if firing.nominal and draft.status in ("asserted", "possible") and _to_be_held(firing, report):
        draft.status = "planned"
    objects = [] if firing.nominal else firing.roles.get("obj", [])
    called = [f for t in objects for f in report.at(firing.sentence, t, "meeting") if f.nominal]
    if draft.status == "asserted" and any(_set_for(f, report) for f in called):
        draft.status = "planned"  # "called a meeting for Friday"
    if firing.nominal and draft.status == "called_for" and _set_for(firing, report):
        callers = [f for v in firing.roles.get("governor", []) for f in report.at(firing.sentence, v, "meeting")]
        draft.status = "planned" if callers else draft.status  # the same meeting
    if firing.nominal and draft.status == "asserted" and _within_plan(firing, report):
        draft.status = "planned"
    if firing.nominal and draft.status == "planned" and begun(firing.token, firing.sentence.date_tokens, tools):
        draft.status = "asserted"
    put_off = _put_off(firing, report)
    if put_off and draft.status in ("asserted", "planned"):
        draft.status = put_off
    tools.frames.fill(firing, draft)
    drop_mediators(firing, draft, report)
    of_sort = drop_regions(firing, draft, report)
    hosts = list(draft.fillers.get("participants", []))
    partners = tools.frames.others(firing, "companion_markers", "between_markers")
    draft.add("participants", partners)
    if firing.nominal and hosts:  # "offered to host a summit of the two leaders"
        whose = tools.frames.others(firing, "genitive_markers")
        draft.add("participants", [m for m in whose if "agent" in tools.mentions.classes(m.token)])
    named = {m.token.i for m in partners}
    between = len(tools.frames.others(firing, "between_markers")) > 0  # all who were there
    if firing.nominal and partners and not between and all(h.token.i in named for h in hosts):
        hosts = comers(firing, report) or going_on(firing, report) or hosts
        draft.add("participants", hosts)
    if firing.nominal and "participants" not in draft.fillers:
        found = involved(firing, report) or attending(firing, report) or parted_from(firing, report)
        draft.add("participants", found)
    if draft.values.get("format") in ("talks", "other", None) and len(draft.fillers.get("participants", [])) == 1:
        (only,) = draft.fillers["participants"]
        if any(w in tools.pack.classes.get("council", ()) for w in report.span(only).text.lower().split()):
            draft.values["format"] = "session"
    takes_part = firing.trigger.frame.name == "attend"  # "flew to Amman to attend the talks": with whom is known there
    few = len(draft.fillers.get("participants", [])) < (2 if aim and not takes_part else 1)
    if few and not of_sort and not _goes_on(firing, report):
        return
    if not partners and not firing.nominal and (held_by_others(firing, report) or met_alone(firing, draft, report)):
        return
    if firing.nominal and met_for(firing, report):
        return
    alone = len(draft.fillers.get("participants", [])) == 1 and not partners
    if (
        alone
        and not firing.nominal
        and draft.values.get("format") == "talks"
        and tools.syntax.verbs.passive(firing.token)
    ):
        return  # "is rarely seen in public"
    if firing.nominal and (firing.modifies() or _forum(firing, draft, report) or _partner(firing, report)):
        return
    if "topic" not in draft.texts and not _sets_out(firing):
        topic = tools.frames.topic(firing) or told_next(firing, report) or told_aim(firing, report)
        if topic is not None and not any(topic.start <= f.hit.start < topic.end for f in named_as):
            draft.texts["topic"] = topic
    if "topic" in draft.texts and (not is_about(firing, draft, report) or only_meets(draft.texts["topic"], firing)):
        del draft.texts["topic"]
    if draft.values.get("format") == "phone" and len(partners) > 1 and hosts:
        own = [h for h in hosts if all(h.token.i != p.token.i for p in partners)]
        for partner in partners:
            yield replace(draft, fillers={"participants": [*own, partner]}, texts=dict(draft.texts))
        return
    yield draft


def _sets_out(firing: Firing) -> bool:
    """Whether what a meeting would be about is here where they go ("left *for Damascus*")."""
    return "place" in firing.trigger.frame.slots.get("prep.for", ())


def _beside_it(firing: Firing, report: Report) -> bool:
    """Whether it only tells where others meet ("met *on the sidelines of* the summit", "di sela-sela KTT")."""
    words = preposition_words(firing.token).split(" ")
    beside = [firing.token.head.lower_, *words, " ".join(words[-2:])]
    return any(report.tools.pack.in_class(word, "sideline") for word in beside if word)


def _open_to_all(firing: Firing, report: Report) -> bool:
    """Whether families or the public come to it too ("a service attended by friends, *family* and the director")."""
    sitting = expand(firing.roles.get("subj", []))
    return len(sitting) > 1 and any(report.tools.mentions.fits(t, ("@collective",)) for t in sitting)


def _urged(firing: Firing, report: Report) -> Token | None:
    """The verb by which somebody asks a meeting to do something ("*urged* the summit in Riyadh to act")."""
    noun, verb = firing.token, firing.token.head
    asks = report.statements.get(firing.sentence.index, {}).get(verb.i) in ("appeal", "demand")
    if not firing.nominal or not asks or noun.dep_ != "obj":
        return None
    controlling = report.tools.pack.words("control_marks")
    told = [c for word in (verb, noun) for c in word.children if c.i > noun.i and is_clause(c)]
    return verb if any(marks(c).split(" ")[-1] in controlling for c in told if marks(c)) else None


def _within_plan(firing: Firing, report: Report) -> bool:
    """Whether something is planned to be done in the course of it ("will raise it in his talks with …")."""
    noun, words = firing.token, report.tools.pack.words
    prep = preposition_words(noun)
    if noun.dep_ != "obl" or not prep or not is_clause(noun.head):
        return False
    if any(prep in words(key) for key in ("topic_markers", "given_markers", "dealing_prepositions")):
        return False
    return report.tools.moods.own.planned(noun.head)


def _to_be_held(firing: Firing, report: Report) -> bool:
    """Whether what is told of the meeting's noun itself is that it is to be held ("a summit scheduled for Monday, is
    expected to …", "a further round that will be held in Oslo")."""
    tools = report.tools
    coming = tools.pack.words("modal_planned")
    for clause in firing.token.children:
        if clause.i > firing.token.i and clause.dep_ in ("amod", *RELATIVE) and clause.lower_ in coming:
            return True  # "pertemuan X mendatang"
        if clause.dep_ not in RELATIVE or clause.i < firing.token.i:
            continue
        if starts(clause, tools.pack.words("verbs_scheduling")):
            return True
        if tools.syntax.verbs.light(clause) and tools.moods.own.planned(clause):
            return True
    return _set_for(firing, report)


def _set_for(firing: Firing, report: Report) -> bool:
    """Whether words around a meeting's noun set it for a day to come ("called a meeting for Friday", "the next session,
    to be held in May", "pertemuan X mendatang")."""
    noun, tools, dates = firing.token, report.tools, firing.sentence.date_tokens
    words = tools.pack.words
    beside = [*noun.children, *(c for verb in firing.roles.get("governor", []) for c in verb.children)]
    days = (c for c in beside if c.i > noun.i and c.i in dates and preposition(c) in words("set_for"))
    if any(not _how_long(c, firing) for c in days):
        return True
    after = noun.doc[noun.right_edge.i + 1 : noun.right_edge.i + 3]
    opened = (t.head for t in after if t.dep_ == "mark" and t.lower_ in words("control_marks"))
    if any(tools.syntax.verbs.passive(verb) and tools.syntax.verbs.light(verb) for verb in opened):
        return True
    coming = words("modal_planned")
    owners = (c for c in firing.token.children if c.dep_ in ("nmod", "flat") and c.i > firing.token.i)
    return any(t.pos_ == "ADJ" and t.lower_ in coming for c in owners for t in c.children)


def _how_long(day: Token, firing: Firing) -> bool:
    """Whether words of time tell how long, and not when ("their first talks for thirty years")."""
    sentence = firing.sentence
    at = sentence.from_(day)
    lasting = any(d.relation == "duration" and d.start <= at < d.end for d in sentence.dates)
    return lasting or any(n.kind == "duration" and n.start <= at < n.end for n in sentence.numbers)


def _put_off(firing: Firing, report: Report) -> str:
    """How a meeting that is put off is meant: planned for the day that it is put off to, else not held; else ""."""
    words = report.tools.pack.words
    for verb in firing.roles.get("governor", []) if firing.nominal else []:
        if not starts(verb, words("verbs_postponed")):
            continue
        to = words("postponed_to")
        dates = [t for t in firing.sentence.tokens if t.i in firing.sentence.date_tokens and t.i > verb.i]
        until = any(d.relation == "until" and d.start >= firing.sentence.to(verb) for d in firing.sentence.dates)
        return "planned" if until or any(preposition(t) in to for t in dates) else "denied"
    return ""


def _goes_on(firing: Firing, report: Report) -> bool:
    """Whether a meeting is told of as such, whoever takes part: where it opens, and what about."""
    noun, tools = firing.token, report.tools
    if firing.nominal and firing.mood.status == "asserted" and lasted(noun, tools):
        return True
    if firing.nominal and firing.mood.status == "asserted" and _held_there(firing, report):
        return True
    due = (c for c in noun.children if c.i > noun.i and starts(c, tools.pack.words("verbs_scheduling")))
    dated = any(t.i in firing.sentence.date_tokens for c in due for t in noun.doc[c.i :])
    if firing.nominal and dated and firing.mood.status != "denied":
        return not firing.modifies()  # "a peace conference due in Rome this month"
    if firing.nominal and firing.mood.over.get("denied") == ("nsubj",) and tools.syntax.verbs.passive(noun.head):
        own = dated or any(t.i in firing.sentence.date_tokens for t in noun.subtree)
        return own and not firing.modifies()  # "the talks scheduled for Monday were called off"
    within = firing.hit.start <= firing.sentence.from_(noun.head) < firing.hit.end
    if noun.dep_ == "nmod" and (within or _round_of(noun, report)):
        noun = noun.head  # "the next round of talks", "six rounds of talks"
    if not firing.nominal or noun.dep_ not in SUBJECTS or not is_clause(noun.head):
        return False
    beside = [t for role, found in firing.roles.items() if role.startswith("prep.") for t in found]
    if firing.mood.status == "denied":
        return False
    if any(starts(noun.head, tools.pack.words(k)) for k in ("verbs_of_talks", "verbs_postponed", "verbs_scheduling")):
        return not firing.modifies()
    placed = any(t.pos_ == "PROPN" or tools.mentions.fits(t, PLACES) for t in beside)
    goes = tools.syntax.verbs.light(noun.head) or starts(noun.head, tools.pack.words("verbs_of_talks"))
    goes = goes or firing.mood.status == "planned"  # "the next round is set for Friday"
    dated = any(t.i in firing.sentence.date_tokens for t in (*noun.subtree, *noun.head.children))
    if firing.mood.status == "planned" and any(t.i in firing.sentence.date_tokens for t in noun.head.subtree):
        return not firing.modifies()  # "the next round is due to open next month"
    return (placed and (tools.frames.topic(firing) is not None or goes)) or (dated and goes and not firing.modifies())


def _held_there(firing: Firing, report: Report) -> bool:
    """Whether its own words tell in what town or land it was ("brokered at talks in Sweden")."""
    where, noun = report.tools.pack.words("position_prepositions"), firing.token
    own = any(
        t.pos_ == "PROPN" and t.head.i == noun.i
        for role, found in firing.roles.items()
        if role_words(role) in where
        for t in found
    )
    counted = [noun.head] if _round_of(noun, report) else []
    held = (c for one in (noun, *counted) for c in one.children if c.dep_ == "acl" and has(c, "Tense", "Past"))
    held = (c for c in held if report.tools.syntax.verbs.light(c))  # "six rounds of talks, held in Oslo and Rome"
    return own or any(t.pos_ == "PROPN" and preposition(t) in where for c in held for t in c.children)


def _round_of(noun: Token, report: Report) -> bool:
    """Whether a noun only tells of what there was a round ("six rounds *of talks*")."""
    of = noun.dep_ == "nmod" and preposition(noun) in report.tools.pack.words("genitive_markers")
    return of and report.tools.mentions.fits(noun.head, ("@talks",))


def _forum(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether the noun only names a forum by how many sit in it ("the six-party talks"), and no round of it is told."""
    noun, tools = firing.token, report.tools
    sides = tools.pack.words("nouns_sides")
    sitting = [m.token for m in draft.fillers.get("participants", [])]
    if not sides or not sitting or not all(_counted(t) and t.lower_.rpartition("-")[2] in sides for t in sitting):
        return False
    both = tools.pack.words("both_parties")
    if any(" ".join(w.lower_ for w in t.subtree) in both for t in sitting):
        return False
    if any(t.i in firing.sentence.date_tokens for t in noun.subtree):
        return False
    return noun.dep_ not in SUBJECTS or not tools.syntax.verbs.light(noun.head)


def _partner(firing: Firing, report: Report) -> bool:
    """Whether the noun only tells whose partner or envoy somebody is ("mitra perundingan")."""
    noun = firing.token
    bare = noun.dep_ == "nmod" and not preposition(noun) and noun.head.i == noun.i - 1
    return bare and "agent" in report.tools.mentions.classes(noun.head)


def _counted(noun: Token) -> bool:
    return "-" in noun.text or any(c.dep_ == "nummod" for c in noun.children)
