"""Who takes part in a meeting by other words than its entry asks for, and who is only named beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    has_subject,
    is_clause,
    preposition,
    preposition_words,
    role_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

CLIMB: Final = 4
BODIES: Final = frozenset({"state", "place", "armed_force", "collective"})
SEATED: Final = frozenset({"group", "organisation", "council", "public"})
TIED: Final = ("nmod", "compound", "conj", "appos")
APART: Final = ("event", "casualty", "territory", "mediation")  # whoever does these is not there for that


def drop_regions(firing: Firing, draft: Draft, report: Report) -> bool:
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


def drop_mediators(firing: Firing, draft: Draft, report: Report) -> None:
    """Take out who only brings the others together ("talks between A and B, hosted by Kenya")."""
    told = any(r.startswith("prep.") for r in firing.roles)
    if not firing.nominal or not (told or attending(firing, report)):
        return  # who hosts talks of nobody else sits in them
    between = {
        m.token.i
        for child in firing.token.children
        if child.dep_.split(":")[0] == "acl"
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


def met_alone(firing: Firing, draft: Draft, report: Report) -> bool:
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


def held_by_others(firing: Firing, report: Report) -> bool:
    """Whether the meeting that a verb has as its object is somebody else's ("called the news conference by X a …")."""
    tools = report.tools
    held = [c for t in firing.roles.get("obj", []) for c in t.children if c.dep_.split(":")[0] == "nmod"]
    return any(preposition(c) in tools.pack.words("passive_agent") and tools.mentions.can_act(c) for c in held)


def _speaks(verb: Token, report: Report) -> bool:
    """Whether a clause without a subject goes on from a verb of saying."""
    own = has_subject(verb)
    return not own and report.tools.attributions.reports(verb.head)


def parted_from(firing: Firing, report: Report) -> list[Mention]:
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


def going_on(firing: Firing, report: Report) -> list[Mention]:
    """Who did something in or after a meeting with others that a noun names: they met them ("spoke after meeting X",
    "the envoy, speaking after talks with X, said")."""
    noun, tools = firing.token, report.tools
    if noun.dep_ not in ("obl", "advcl"):
        return []
    governors = firing.roles.get("governor", []) or ([noun.head] if is_clause(noun.head) else [])
    for verb in governors:
        subjects = [t for t in tools.syntax.subjects.of(verb) if tools.mentions.can_act(t)]
        if subjects:
            return [Mention(firing.sentence, t) for t in expand(subjects)]
    return []


def comers(firing: Firing, report: Report) -> list[Mention]:
    """Who came or went to where a meeting is, told before it ("after the *arrival* of X for talks with Y")."""
    noun, tools = firing.token, report.tools
    before = noun.left_edge.i - 1
    if before < 0 or preposition(noun) not in tools.pack.words("set_for"):
        return []
    last = noun.doc[before]
    for node in (last, *tools.syntax.ancestors(last)):
        if node.right_edge.i < before or node.lower_ not in tools.pack.words("nouns_coming"):
            continue
        roles = tools.syntax.roles_of_noun(node, firing.sentence.date_tokens)
        genitive = tools.pack.words("genitive_markers")
        whose = [t for role, ts in roles.items() if role == "poss" or role[5:] in genitive for t in ts]
        return [Mention(firing.sentence, t) for t in expand(whose) if tools.mentions.can_act(t) and t.i < noun.i]
    return []


def involved(firing: Firing, report: Report) -> list[Mention]:
    """Whom a clause of a meeting's noun, or what is said of it, tells that it involves ("talks which *involve* China,
    Japan and Russia", "the talks involve …")."""
    noun, tools = firing.token, report.tools
    above = [noun.head] if noun.dep_ == "nmod" and tools.mentions.fits(noun.head, ("@talks",)) else []
    clauses = [c for one in (noun, *above) for c in one.children if c.dep_ in RELATIVE and c.i > noun.i]
    if noun.dep_ == "nsubj" and noun.i < noun.head.i:
        clauses.append(noun.head)
    for verb in (*clauses, *(c for clause in clauses for c in clause.children if c.dep_ == "conj")):
        if starts(verb, tools.pack.words("verbs_partaking")) and not tools.syntax.verbs.passive(verb):
            sides = tools.frames.sides([c for c in verb.children if c.dep_ == "obj" and c.i > verb.i][:1])
            return [Mention(firing.sentence, t) for t in sides if tools.mentions.can_act(t)]
    return []


def attending(firing: Firing, report: Report) -> list[Mention]:
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
    prep = preposition_words(node)
    about = prep in tools.pack.words("topic_markers") and prep not in tools.pack.words("set_for")
    about = about and firing.mood.status == "asserted"  # who talks about a meeting that may be is one to be at it
    within = [*tools.pack.words("position_prepositions"), *tools.pack.words("course_markers")]
    about = about and (
        node.i == firing.token.i or preposition_words(firing.token) not in within
    )  # "on a truce *at talks*"
    if relation == "obl" and about and not tools.mentions.fits(node, ("@time_noun",)):
        return []  # "declined to give details on the meetings", but "left for talks", "on the fourth day of talks"
    if relation == "obj" and any(c.dep_ in ("xcomp", "ccomp") and c.i > node.i for c in verb.children):
        return []  # "expected the meeting to raise funds"
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
