"""Parties consult: talks, phone calls, sessions, visits, summits (contract, kind `meeting`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.firing.lasting import begun, lasted
from gencatan.reading.kinds.topics import is_about
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    has_subject,
    is_clause,
    marks,
    preposition,
    preposition_words,
    role_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB: Final = 4
PLACES: Final = ("@place",)
BODIES: Final = frozenset({"state", "place", "armed_force", "collective"})
SEATED: Final = frozenset({"group", "organisation", "council", "public"})
TIED: Final = ("nmod", "compound", "conj", "appos")
APART: Final = ("event", "casualty", "territory", "mediation")  # whoever does these is not there for that


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """A meeting; a phone call to several people is one for each of them."""
    if (firing.sentence.index, firing.token.i) in report.consumed:
        return
    if not firing.nominal and any(f.hit is firing.hit for f in report.at(firing.sentence, firing.token, "mediation")):
        return  # "a truce negotiated by Norway"
    if not firing.nominal and report.tools.syntax.verbs.names(firing.token):
        return  # "called the charge a fabrication"
    aim = firing.mood.inside == "purpose" and not firing.nominal  # "flew to Amman to meet the king"
    if firing.mood.inside and not (aim and _meeting_of_its_own(firing, report)):
        return
    if not firing.nominal and _aim_of_a_meeting(firing, report):
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
    coming = firing.nominal and _come_for(firing, report)
    coming = coming or (firing.nominal and _asked_to(firing, report))
    governors = firing.roles.get("governor", []) if firing.nominal else []
    bound = any((firing.sentence.index, v.i) in report.consumed for v in governors)  # "agreed to hold talks"
    if (aim or coming or bound) and draft.status == "asserted":
        draft.status = "planned"
    if not firing.nominal and "obj" not in firing.roles and _goes_for_talks(firing, report):
        return
    tools = report.tools
    named_as = [] if firing.nominal else _kinds_met_for(firing, report)
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
    _drop_mediators(firing, draft, report)
    of_sort = _drop_regions(firing, draft, report)
    hosts = list(draft.fillers.get("participants", []))
    partners = tools.frames.others(firing, "companion_markers", "between_markers")
    draft.add("participants", partners)
    if firing.nominal and hosts:  # "offered to host a summit of the two leaders"
        whose = tools.frames.others(firing, "genitive_markers")
        draft.add("participants", [m for m in whose if "agent" in tools.mentions.classes(m.token)])
    named = {m.token.i for m in partners}
    between = len(tools.frames.others(firing, "between_markers")) > 0  # all who were there
    if firing.nominal and partners and not between and all(h.token.i in named for h in hosts):
        for verb in firing.roles.get("governor", []):
            subjects = [t for t in tools.syntax.subjects.of(verb) if tools.mentions.can_act(t)]
            if firing.token.dep_.split(":")[0] == "obl" and subjects:
                hosts = [Mention(firing.sentence, t) for t in expand(subjects)]
                draft.add("participants", hosts)
    if firing.nominal and "participants" not in draft.fillers:
        draft.add("participants", _attending(firing, report) or _parted(firing, report))
    if draft.values.get("format") in ("talks", "other", None) and len(draft.fillers.get("participants", [])) == 1:
        (only,) = draft.fillers["participants"]
        if any(w in tools.pack.classes.get("council", ()) for w in report.span(only).text.lower().split()):
            draft.values["format"] = "session"
    few = len(draft.fillers.get("participants", [])) < (2 if aim else 1)
    if few and not of_sort and not _goes_on(firing, report):
        return
    if not partners and not firing.nominal and (_held_by_others(firing, report) or _alone(firing, draft, report)):
        return
    if firing.nominal and _met_for(firing, report):
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
    if "topic" not in draft.texts:
        topic = tools.frames.topic(firing) or _told_next(firing, report) or _aim(firing, report)
        if topic is not None and not any(topic.start <= f.hit.start < topic.end for f in named_as):
            draft.texts["topic"] = topic
    if "topic" in draft.texts and (not is_about(firing, draft, report) or _only_meets(draft.texts["topic"], firing)):
        del draft.texts["topic"]
    if draft.values.get("format") == "phone" and len(partners) > 1 and hosts:
        own = [h for h in hosts if all(h.token.i != p.token.i for p in partners)]
        for partner in partners:
            yield replace(draft, fillers={"participants": [*own, partner]}, texts=dict(draft.texts))
        return
    yield draft


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


def _drop_regions(firing: Firing, draft: Draft, report: Report) -> bool:
    """Take out words beside a meeting's noun that tell of what sort it is ("six-nation talks", "the Arab summit", "KTT
    Afrika") or where it was ("perundingan Berlin"); whether there were any."""
    told = draft.fillers.get("participants", [])
    beside = [m for m in told if m.token.head.i == firing.token.i and not preposition(m.token)]
    sorts = [m for m in beside if report.tools.pack.in_class(report.span(m).text.lower(), "world_region")]
    if len(told) == len(beside) == 1 and not report.tools.frames.others(firing, "companion_markers"):
        towns = (m for m in beside if report.places.is_town(m.token) and report.places.is_city(m.token))
        sorts += [m for m in towns if m.token.i > firing.token.i and draft.values.get("format") != "visit"]
    if not firing.nominal or not sorts:
        return False
    draft.fillers["participants"] = [m for m in told if m not in sorts]
    if not draft.fillers["participants"]:
        del draft.fillers["participants"]
    return True


def _only_meets(topic: Span, firing: Firing) -> bool:
    """Whether what it is for is but the meeting again ("arrived for a three-day visit")."""
    sentence = firing.sentence
    head = sentence.head_of(topic.start, topic.end)
    if head is None or any(c.i > head.i and c.dep_ == "nmod" for c in head.children):
        return False
    return any(trigger.kind == "meeting" for trigger in sentence.triggers_at(head))


def _drop_mediators(firing: Firing, draft: Draft, report: Report) -> None:
    """Take out who only brings the others together ("talks between A and B, hosted by Kenya")."""
    if not firing.nominal or not any(r.startswith("prep.") for r in firing.roles):
        return
    between = {
        m.token.i
        for child in firing.token.children
        if child.dep_ == "acl"
        for f in report.at(firing.sentence, child, "mediation")
        for m in report.tools.frames.filled(f).fillers.get("mediator", [])
    }
    kept = [m for m in draft.fillers.get("participants", []) if m.token.i not in between]
    for verb in firing.roles.get("governor", []) if kept else []:
        kinds = {t.kind for t in firing.sentence.triggers_at(verb)}  # who hosts one sits in it
        if (
            "mediation" in kinds and "meeting" not in kinds and report.tools.frames.others(firing, "between_markers")
        ):  # "to arrange a meeting between A and B"
            kept = []
    draft.fillers.pop("participants", None)
    draft.add("participants", kept)


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


def _come_for(firing: Firing, report: Report) -> bool:
    """Whether somebody only comes to a place for it ("arrived in Oslo for talks with …")."""
    pack, noun = report.tools.pack, firing.token
    prep = preposition(noun)
    if not any(prep in pack.words(key) for key in ("control_marks", "topic_markers")) or not is_clause(noun.head):
        return False
    above = report.at(firing.sentence, noun.head, "meeting")
    return any(f.trigger.values.get("format") == "visit" and not f.nominal for f in above)


def _asked_to(firing: Firing, report: Report) -> bool:
    """Whether somebody is only invited or called to it ("invited the ministers to a conference")."""
    noun, words = firing.token, report.tools.pack.words
    prep = preposition_words(noun)
    to = prep in words("addressee_markers") and prep in words("control_marks")
    return noun.dep_ == "obl" and to and bool(report.at(firing.sentence, noun.head, "statement"))


def _met_for(firing: Firing, report: Report) -> bool:
    """Whether the verb before it tells of the same meeting ("met on Friday for their first summit", "will not take part
    in the talks")."""
    noun = firing.token
    if noun.dep_ in ("obl", "obj"):
        above = [
            f
            for f in report.at(firing.sentence, noun.head, "meeting")
            if not f.nominal and f.hit.head_end < firing.sentence.from_(noun)
        ]
        if any(f.mood.status != "asserted" and f.mood.status != firing.mood.status for f in above):
            return True
    if noun.dep_ != "obl" or preposition(noun) not in report.tools.pack.words("topic_markers"):
        return False
    above = report.at(firing.sentence, noun.head, "meeting")
    return any(f.trigger.values.get("format") != "visit" and not f.nominal for f in above)


def _kinds_met_for(firing: Firing, report: Report) -> list[Firing]:
    """The nouns of meetings that a verb of meeting has as what one meets for."""
    nouns = [c for c in firing.token.children if c.dep_ == "obl" and c.i > firing.token.i]
    found = [f for noun in nouns for f in report.at(firing.sentence, noun, "meeting")]
    return [f for f in found if f.nominal and _met_for(f, report)]


def _goes_for_talks(firing: Firing, report: Report) -> bool:
    """Whether a verb of going has a meeting as what one goes for: that is the claim, the way there none."""
    nouns = [t for role, tokens in firing.roles.items() if role.startswith("prep.") for t in tokens]
    talks = [f for t in nouns for f in report.at(firing.sentence, t, "meeting") if t.head.i == firing.token.i]
    return firing.trigger.values.get("format") == "visit" and any(_come_for(f, report) for f in talks)


def _meeting_of_its_own(firing: Firing, report: Report) -> bool:
    """Whether a meeting told as a purpose is another than the one whose purpose it is ("met to discuss …")."""
    head = firing.token.head
    above = report.at(firing.sentence, head)
    if any(f.trigger.kind == "statement" for f in above) or report.tools.attributions.reports(head):
        return False
    return all(f.trigger.kind != "meeting" or f.trigger.values.get("format") == "visit" for f in above)


def _aim_of_a_meeting(firing: Firing, report: Report) -> bool:
    """Whether a clause tells what those meet for whom the verb above it has meet ("is due to meet X to discuss …")."""
    verb = firing.token
    if _goes_on_from(firing, report) is not None:
        return True
    if verb.dep_ not in ("advcl", "xcomp") or marks(verb) not in report.tools.pack.words("control_marks"):
        return False
    if verb.dep_ == "xcomp":
        return any(_of_words(f) for f in report.at(firing.sentence, verb.head, "meeting"))  # "phoned X to discuss …"
    met = (c for c in verb.head.children if c.dep_ == "xcomp" and c.i < verb.i)
    told = (f for c in met for f in report.at(firing.sentence, c, "meeting"))
    return any(f.trigger.values.get("format") != "visit" for f in told)


def _of_words(firing: Firing) -> bool:
    """Whether a verb tells of a meeting by its own word, and not of a way there."""
    return not firing.nominal and firing.trigger.values.get("format") != "visit"


def _goes_on_from(firing: Firing, report: Report) -> Token | None:
    """The verb of the meeting in which those were that a second verb tells of ("met the king and discussed …").

    None if it has a subject or a partner of its own.
    """
    verb = firing.token
    if firing.nominal or verb.dep_ != "conj" or not verb.head.i < verb.i or "topic" not in _slots(firing):
        return None
    if has_subject(verb):
        return None
    companions = report.tools.pack.words("companion_markers")
    beside = [c for t in firing.roles.get("obj", []) for c in t.children]
    if any(preposition_words(c) in companions for c in (*verb.children, *beside)):
        return None  # "met the king and discussed it with the prince"
    above = report.at(firing.sentence, verb.head, "meeting")
    same = any(_of_words(f) and f.mood.status == firing.mood.status and "topic" not in _slots(f) for f in above)
    return verb.head if same else None


def _slots(firing: Firing) -> tuple[str, ...]:
    """What the object of a verb of meeting may be."""
    return firing.trigger.frame.slots.get("obj", ())


def _told_next(firing: Firing, report: Report) -> Span | None:
    """What a second verb says that a meeting was about."""
    for verb in firing.token.children if not firing.nominal else ():
        for inner in report.at(firing.sentence, verb, "meeting") if verb.dep_ == "conj" else ():
            found = _goes_on_from(inner, report)
            if found is not None and found.i == firing.token.i:
                return report.tools.frames.filled(inner).texts.get("topic")
    return None


def _aim(firing: Firing, report: Report) -> Span | None:
    """What a meeting is held for, as a clause tells ("met to discuss the border", "a meeting to agree on a date")."""
    token = firing.token
    above = [token.head] if token.dep_ == "xcomp" and not firing.nominal else []  # "was due to meet X to discuss …"
    held = (c for c in token.children if c.dep_ == "obj" and not firing.nominal)
    begun = [t for t in held if report.tools.mentions.is_event(t)]  # "began talks with X aimed at …"
    for node in (token, *firing.roles.get("governor", []), *above, *begun):
        for clause in _purposes(node, token, report):
            for inner in report.at(firing.sentence, clause, "meeting"):
                return report.tools.frames.filled(inner).texts.get("topic")
            if firing.trigger.values.get("format") != "visit":
                return report.tools.frames.text_of(firing.sentence, clause, "clause")
    return None


def _purposes(node: Token, token: Token, report: Report) -> Iterator[Token]:
    """The clauses of purpose that hang on a word behind the meeting `token`."""
    marking, purposes = report.tools.pack.words("control_marks"), report.tools.pack.words("purpose_markers")
    with_whom = [c for c in node.children if c.dep_ in ("obl", "nmod") and c.i > token.i]
    for child in (*node.children, *(c for noun in with_whom for c in noun.children if c.dep_ == "acl")):
        if child.i < token.i:
            continue
        if child.head.i == node.i and child.dep_ in ("advcl", "acl") and marks(child) in marking:
            yield child
        elif child.dep_ == "xcomp" and node.pos_ == "ADJ" and node.i < token.i and marks(child) in marking:
            yield child  # "is ready for talks to resolve the dispute"
        elif child.dep_ == "acl":
            if any(is_clause(c) and f"{child.lower_} {marks(c)}" in purposes for c in child.children):
                yield child  # "talks aimed at ending the war"
        elif child.dep_ in ("obl", "nmod"):  # "in a bid to end the war"
            opening = " ".join(t.lower_ for t in child.doc[child.left_edge.i : child.i + 1])
            for clause in child.children:
                if clause.dep_ == "acl" and (opening in purposes or f"{opening} {marks(clause)}" in purposes):
                    yield clause


def _alone(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether one person only is told to have met somebody, and not whom ("he met and married a nurse in Accra")."""
    sitting = draft.fillers.get("participants", [])
    if len(sitting) != 1 or firing.trigger.part != "verb" or firing.trigger.values.get("format") == "visit":
        return False
    token, tools = sitting[0].token, report.tools
    body = token.ent_type_ in ("ORG", "LOC") or not BODIES.isdisjoint(tools.mentions.classes(token))
    body = body or not SEATED.isdisjoint(tools.pack.classes_of(token.lower_))  # "Dewan Keamanan bersidang"
    one = tools.mentions.pronoun(token) == "person.sg" or (token.pos_ == "PROPN" and not body and not _is_short(token))
    words = firing.hit.citation.split()
    idle = len(words) == 1 or not any(tools.pack.in_class(word, "talks") for word in words)  # "shook hands"
    single = one or (len(words) > 1 and has(token, "Number", "Sing") and not tools.mentions.counts(token) and not body)
    return single and idle and not firing.roles.get("obj") and "topic" not in draft.texts


def _is_short(name: Token) -> bool:
    """Whether a name is written in capitals, as those of bodies are."""
    return len(name.text) > 1 and name.text.isupper()


def _held_by_others(firing: Firing, report: Report) -> bool:
    """Whether the meeting that a verb has as its object is somebody else's ("called the news conference by X a …")."""
    tools = report.tools
    held = [c for t in firing.roles.get("obj", []) for c in t.children if c.dep_.split(":")[0] == "nmod"]
    return any(preposition(c) in tools.pack.words("passive_agent") and tools.mentions.can_act(c) for c in held)


def _speaks(verb: Token, report: Report) -> bool:
    """Whether a clause without a subject goes on from a verb of saying."""
    own = has_subject(verb)
    return not own and report.tools.attributions.reports(verb.head)


def _parted(firing: Firing, report: Report) -> list[Mention]:
    """Between whom talks are where what they aim at parts them from it, and the parser took an attribute of theirs for
    the sentence's verb ("Talks aimed at ending the siege opened in Oslo between A and B")."""
    talks, verb = firing.token, firing.token.head
    if talks.dep_ not in SUBJECTS or not is_clause(verb) or verb.i < talks.i:
        return []
    between = report.tools.pack.words("between_markers")
    for noun in verb.subtree:
        clause = noun.head
        if noun.dep_ != "obl" or clause.i == verb.i or clause.pos_ != "VERB" or preposition(noun) not in between:
            continue
        sides = [t for t in expand([noun]) if report.tools.mentions.can_act(t)]
        if len(sides) > 1 and not any(c.dep_ in (*SUBJECTS, "mark", "obj") for c in clause.children):
            return [Mention(firing.sentence, t) for t in sides]
    return []


def _attending(firing: Firing, report: Report) -> list[Mention]:
    """Who wound up, left, came to or is at a meeting whose noun names nobody ("After days of talks the envoys …")."""
    tools = report.tools
    node = firing.token
    for _ in range(CLIMB):
        if is_clause(node.head) or node.dep_.split(":")[0] not in TIED:
            break
        prep = preposition_words(node)
        if prep in tools.pack.words("topic_markers") and prep not in tools.pack.words("genitive_markers"):
            return []  # "gave no details on the results of the meeting"
        node = node.head
    relation, verb = node.dep_.split(":")[0], node.head
    if verb.i == node.i or not is_clause(verb) or relation not in ("obj", "obl"):
        return []
    if any(preposition(node) in tools.pack.words(key) for key in ("companion_markers", "instrument_markers")):
        return []
    if starts(verb, tools.pack.words("verbs_perceiving")):
        return []  # "an official who knows of the talks"
    companions = tools.pack.words("companion_markers")
    joined = any(role_words(role) in companions for role in firing.roles)
    if relation == "obj" and not joined and report.at(firing.sentence, verb, "statement"):
        return []  # "urged the summit to …": who urges it need not be there
    for _ in range(CLIMB):
        if tools.attributions.reports(verb) or any(f.trigger.kind in APART for f in report.at(firing.sentence, verb)):
            return []
        if verb.dep_ in ("advcl", "conj") and _speaks(verb, report):
            return []  # "…, an official said, referring to a meeting in May"
        found = [t for t in expand(tools.syntax.subjects.of(verb)) if tools.mentions.can_act(t)]
        if found or verb.dep_ not in ("csubj", "advcl", "xcomp", "conj"):
            return [Mention(firing.sentence, t) for t in found if "agent" in tools.mentions.classes(t)]
        verb = verb.head
    return []
