"""Material acts: attacks, clashes, arrests, deliveries, protests … (contract, kind `event`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from gencatan.model import Span
from gencatan.parse.morph import has
from gencatan.reading.drafts.draft import Draft, Firing
from gencatan.reading.drafts.frames import MUNITION
from gencatan.reading.drafts.reasons import is_reason
from gencatan.reading.firing.bare import generic, is_dated, only_refers, tells_nothing, unmeant
from gencatan.reading.firing.lasting import lasted
from gencatan.reading.firing.licence import MUTUAL, blamed, halted, license_actors, provoked
from gencatan.reading.kinds.cargo import deliver
from gencatan.reading.report import Report
from gencatan.reading.telling.discourse import Mention
from gencatan.reading.tree.relations import (
    RELATIVE,
    SUBJECTS,
    expand,
    is_clause,
    is_participle,
    marks,
    preposition,
    preposition_words,
    role_words,
    starts,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

COUNTED: Final = frozenset({"release", "delivery", "find"})
"""Acts that are told with how many or how much."""
OWN: Final = frozenset({"nmod", "obl", "compound", "flat", "amod", "acl", "appos"})
OWNERS: Final = ("@nationality", "@state", "@armed_force", "@rebel", "koalisi", "coalition")
AGREED: Final = ("@agreement", "!@proposal", "!@conflict")
CONFLICT: Final = frozenset({"hostilities", "conflict", "violence"})  # word classes
BARE: Final = frozenset({"det", "case", "mark", "nmod:poss", "punct", "cc", "conj", "cop"})
HANDLING: Final = frozenset(
    {"find", "search", "delivery", "disarmament", "investigation", "sanction", "closure", "release"}
)
KILLING: Final = frozenset({"killed", "injured"})
APART: Final = ("after_markers", "cause_markers", "dealing_prepositions", "purpose_markers")
"""Lists of words behind which an act stands that is another than the one told."""
FORCES: Final = ("@armed_force",)
NO_TARGETS: Final = ("@time_noun", "@abstract")
STANDING: Final = frozenset({"sanction"})
"""Acts whose participle before a noun only tells how it stands."""
TAKEN: Final = frozenset({"captures", "recaptures"})
YET_TO_BE_DONE: Final = frozenset({"retreat", "release", "delivery", "disarmament"})
HURTING: Final = frozenset({"attack", "shelling", "air_strike", "explosion", "execution"})


def read(firing: Firing, report: Report) -> Iterator[Draft]:
    """The event that a trigger states; none where it is a condition, a purpose, or what somebody only asks for."""
    went_on = firing.nominal and firing.mood.inside == "purpose" and lasted(firing.token, report.tools)
    if (firing.mood.inside and not went_on) or (firing.sentence.index, firing.token.i) in report.consumed:
        return
    if any((firing.sentence.index, v.i) in report.consumed for v in firing.roles.get("governor", [])):
        return  # what somebody must start or stop
    if firing.asked or firing.unwanted or firing.mood.status == "called_for":
        return  # what somebody must do or is asked for is a duty or a statement (contract, rules 2 and 3)
    if not firing.nominal and any(report.at(firing.sentence, t, "event") for t in firing.roles.get("subj", [])):
        return  # "the blast tore through a cafe": the noun tells the act, the verb only what it hit
    if not firing.nominal and _only_taken(firing, report):
        return
    if _plotted(firing, report) and not _took_lives(firing, report):
        return
    if firing.nominal and _opposed(firing, report):
        return
    if not firing.nominal and _only_describes(firing, report):
        return
    if not firing.nominal and _only_its_toll(firing, report):
        return
    draft = report.draft(firing)
    if went_on or (firing.nominal and draft.status == "planned" and _took_lives(firing, report)):
        draft.status = "asserted"  # "a truce to end nine days of fighting"
    report.tools.frames.fill(firing, draft)
    _not_itself(draft, report)
    _untimed(firing, draft, report)
    if firing.token.dep_ == "amod" and draft.values.get("act") in STANDING:
        return  # "the outlawed group": that it once was is no news
    if not firing.nominal and firing.token.dep_ == "amod" and firing.trigger.part == "verb":
        if not draft.fillers:
            draft.add("target", _described(firing, report))
        if not draft.fillers:
            return  # "the arresting officer": whom and by whom is not told
        draft.status = "asserted"  # "none of the detained men spoke", "aid shall reach the besieged town"
    if not firing.nominal and report.is_untold(firing.token):
        return
    if firing.nominal:
        if (
            _ended(firing, report)
            or _forbidden(firing, report)
            or _in_name(firing)
            or _framed(firing, report)
            or _agreed_on(firing, report)
            or _sort_of(firing, report)
            or _lifted(firing, report)
            or _in_return(firing, report)
            or report.is_untold(firing.token)
            or _discussed(firing, report)
            or unmeant(firing, report)
            or _told_by_when(firing, report)
            or generic(firing, report)
            or only_refers(firing, draft, report)
            or _named(firing, draft, report)
        ):
            return
        _share(firing, draft, report)
        _hit(firing, draft, report)
        _by_killer(firing, draft, report)
        if _idle(firing, draft, report):
            return
    deliver(firing, draft, report)
    if draft.values.get("act") in MUTUAL:
        _sides(firing, draft, report)
    if firing.nominal:
        license_actors(firing, draft, report)
        if "actor" not in draft.fillers and draft.values.get("act") not in (*MUTUAL, "other"):
            draft.add("actor", blamed(firing, report, "accuse"))
        if halted(firing, draft, report):
            draft.status = "denied"
        if draft.values.get("act") in MUTUAL and not draft.fillers:
            draft.add("actor", provoked(firing, report))
    if firing.nominal and (_background(firing, draft, report) or _only_there(firing, draft, report)):
        return
    add_instrument(firing, draft, report)
    add_cause(firing, draft, report)
    if firing.nominal and tells_nothing(firing, draft, report):
        return
    _how_many(draft, report)
    yield draft


def _how_many(draft: Draft, report: Report) -> None:
    """How many were released, delivered or found, where one sort is counted."""
    things = draft.fillers.get("target", [])
    if draft.values.get("act") in COUNTED and len(things) == 1:
        count = report.count_of(things[0].sentence, things[0].token)
        if count is not None:
            draft.counts["quantity"] = count


def _opposed(firing: Firing, report: Report) -> bool:
    """Whether somebody is against what the noun names ("a group opposed to the war"), which says not that it is not."""
    acts = report.statements.get(firing.sentence.index, {})
    return acts.get(firing.mood.statement) == "reject" and firing.mood.status == "denied"


def _only_taken(firing: Firing, report: Report) -> bool:
    """Whether a verb tells that somebody took ground that they now hold ("captured the airport"), which is told as
    that; who seizes a ministry or a radio station raids it too."""
    if firing.trigger.values.get("act") != "attack":
        return False
    held = [
        f for f in report.at(firing.sentence, firing.token, "territory") if f.trigger.values.get("relation") in TAKEN
    ]
    ground = (t for f in held for t in f.roles.get("obj", []))
    ground = (t for t in ground if not any(c.dep_ == "compound" for c in t.children))  # "the police headquarters"
    return any(report.tools.mentions.fits(t, ("@military_ground",)) for t in ground)


def _only_describes(firing: Firing, report: Report) -> bool:
    """Whether a participle only tells what was on its way that was hit ("a minibus carrying pilgrims was bombed")."""
    token = firing.token
    if firing.trigger.values.get("act") != "movement" or token.dep_ != "acl" or not is_participle(token):
        return False
    hit = (f for f in report.firings_in(firing.sentence) if f.trigger.values.get("act") in HURTING)
    return any(t.i == token.head.i for f in hit for found in f.roles.values() for t in found)


def _only_its_toll(firing: Firing, report: Report) -> bool:
    """Whether a participle tells only whom the act of its clause hurt ("attacked the town, killing five soldiers")."""
    token, verb = firing.token, firing.token.head
    if (
        token.dep_ != "advcl"
        or not verb.i < token.i
        or any(c.dep_ in SUBJECTS or c.dep_ == "mark" for c in token.children)
    ):
        return False
    if not report.at(firing.sentence, token, "casualty"):
        return False
    told = [verb, *(c for c in verb.children if c.dep_ in ("obj", "nsubj", "nsubj:pass"))]
    acts = (f.trigger.values.get("act") for t in told for f in report.at(firing.sentence, t, "event"))
    return any(act in HURTING or act == "operation" for act in acts)


def _not_itself(draft: Draft, report: Report) -> None:
    """Nobody is the target of their own act ("blew themselves up")."""
    doers = draft.fillers.get("actor", [])
    heads = (
        report.tools.mentions.semantic_head(m.token) for m in doers
    )  # "scores of demonstrators threw rocks at them"
    actors = {(m.sentence.index, t.i) for m, head in zip(doers, heads, strict=True) for t in (m.token, head)}
    targets = draft.fillers.pop("target", [])
    settled = [(m, report.settle(m)) for m in targets]
    draft.add("target", [m for m, s in settled if s is None or (s.sentence.index, s.token.i) not in actors])


def _described(firing: Firing, report: Report) -> list[Mention]:
    """Whom a past participle before a noun describes as those it was done to ("the banned movement")."""
    token = firing.token
    done = has(token, "Tense", "Past") and token.head.i > token.i
    somebody = done and report.tools.mentions.fits(token.head, ("@person", "@agent", "@place"))
    return [Mention(firing.sentence, token.head)] if somebody else []


def _share(firing: Firing, draft: Draft, report: Report) -> None:
    """To whom two acts in a row were done ("penahanan dan penyerangan [Tsvangirai]", "raids and arrests [of men]").

    What is told with the second is of both where the first has nothing of its own.
    """
    token, tools = firing.token, report.tools
    if "target" in draft.fillers or any(c.i > token.i and c.dep_ in OWN for c in token.children):
        return
    for other in token.children:
        if other.dep_ != "conj" or other.pos_ != "NOUN" or not tools.mentions.is_event(other):
            continue
        roles = tools.syntax.roles_of_noun(other, firing.sentence.date_tokens)
        for role, slots in firing.trigger.frame.slots.items():
            shared = role != "poss" or all(t.i > other.i for t in roles.get(role, []))
            if "target" in slots and role in roles and shared:
                found = [t for t in expand(roles[role]) if tools.frames.receives(t)]
                draft.add("target", [Mention(firing.sentence, t) for t in found])
                return


def _hit(firing: Firing, draft: Draft, report: Report) -> None:
    """What the verb says that an act struck ("the explosion tore through a depot")."""
    if "target" in draft.fillers or draft.values.get("act") not in HURTING:
        return
    tools = report.tools
    described = [c for c in firing.token.children if c.dep_ in RELATIVE and c.pos_ == "VERB"]
    for verb in [*firing.roles.get("governor", []), *described]:  # "a raid that flattened two houses"
        if verb.lower_ not in tools.pack.words("verbs_hitting"):
            continue
        roles = tools.syntax.roles_of_verb(verb, dates=firing.sentence.date_tokens)
        if all(t.i != firing.token.i for t in roles.get("subj", [])):
            continue
        behind = {r: ts for r, ts in roles.items() if r.startswith("prep.") and ts[0].i > verb.i}
        nearest = min(behind, key=lambda r: behind[r][0].i, default="")  # "fell on a market in the port"
        hit = roles.get("obj") or [t for t in behind.get(nearest, []) if not tools.frames.only_near(nearest, t)]
        struck = [t for t in expand(hit) if not tools.mentions.is_event(t) and not tools.mentions.fits(t, NO_TARGETS)]
        draft.add("target", [Mention(firing.sentence, t) for t in struck])


def _untimed(firing: Firing, draft: Draft, report: Report) -> None:
    """Take from an act's noun what only tells its time ("a night-time curfew")."""
    if firing.nominal and "target" in draft.fillers:
        times = (m for m in draft.fillers["target"] if m.token.dep_ == "compound")
        timing = {m.token.i for m in times if report.tools.mentions.fits(m.token, NO_TARGETS[:1])}
        kept = [m for m in draft.fillers.pop("target") if m.token.i not in timing]
        draft.add("target", kept)


def _by_killer(firing: Firing, draft: Draft, report: Report) -> None:
    """Who killed or hurt somebody in the act did it ("soldiers killed ten men in an airstrike")."""
    token = firing.token
    if "actor" in draft.fillers or draft.values.get("act") not in HURTING or not preposition(token):
        return
    verb = token.head.head if token.dep_ == "nmod" and token.head.dep_ == "obj" else token.head
    if token.i < verb.i or token.dep_ not in ("obl", "nmod"):
        return
    words, pack = preposition_words(token).split(" "), report.tools.pack
    if any(pack.words(key).at(words, 0) for key in APART):
        return  # "soldiers killed two men after the attack", "in revenge for the attack"
    for toll in report.at(firing.sentence, verb, "casualty"):
        if toll.trigger.values.get("harm") not in KILLING:
            continue
        slots = toll.trigger.frame.slots
        doers = toll.roles.get("subj", []) if "perpetrator" in slots.get("subj", ()) else []
        draft.add("actor", [Mention(firing.sentence, t) for t in expand(doers) if report.tools.mentions.can_act(t)])


def _idle(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun only names or modifies ("attack helicopters", "war crimes"), stating no act."""
    token = firing.token
    if lasted(token, report.tools):
        return False  # "tiga hari pertempuran", whatever the parser joined
    if firing.modifies("nummod"):
        return True
    if draft.fillers:
        return False
    governed = firing.roles.get("governor")
    if governed or report.is_definite(firing.sentence, token):
        return False
    if any(c.i in firing.sentence.date_tokens for c in token.children if c.dep_ == "nmod:poss"):
        return False  # "those behind last week's attack"
    if report.tools.mentions.counts(token.head):
        return False  # "a spate of killings"
    return token.dep_.split(":")[0] in ("nmod", "conj", "dep") and not any(
        c.dep_ in ("acl:relcl", "acl") for c in token.children
    )


def _background(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a noun only names what goes on around the sentence's fact ("after the war", "the end of the conflict").

    It does where no party, place or further word is told with it and no verb says that it takes place.
    """
    token, tools = firing.token, report.tools
    act = draft.values.get("act")
    if draft.fillers or (act != "clash" and not (act == "other" and tools.mentions.classes(token) & CONFLICT)):
        return False
    if has(token, "Number", "Plur") and not report.is_definite(firing.sentence, token):
        return False
    if is_dated(firing):
        return False
    if token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "VERB":
        return False  # "sejak perang pecah", whatever the parser made of the verb
    added = [c for c in token.children if c.dep_.split(":")[0] not in BARE]
    if any(not c.is_punct and c.pos_ not in ("PRON", "DET", "ADP") and not _names(c, firing) for c in added):
        return False
    base = token.dep_.split(":")[0]
    if lasted(token, tools):
        return False  # "killed in two weeks of fighting"
    if base in ("nmod", "compound", "obl"):
        return True
    return base == "obj" and is_clause(token.head) and not tools.syntax.verbs.light(token.head)


def _names(word: Token, firing: Firing) -> bool:
    """Whether a word before a noun of conflict only says which or what sort ("the 1967 war", "the bloody conflict")."""
    dated = word.i in firing.sentence.date_tokens or word.dep_ == "nummod"
    return word.i < firing.token.i and (word.dep_ == "amod" or (dated and word.dep_ != "nmod:poss"))


def _ended(firing: Firing, report: Report) -> bool:
    """Whether a noun only says what comes to an end ("an end to the attacks", "penghentian serangan")."""
    token = firing.token
    if token.dep_.split(":")[0] not in ("nmod", "compound") or token.head.pos_ != "NOUN":
        return False
    above = report.at(firing.sentence, token.head, "obligation")
    return any(f.trigger.values.get("action") == "cease_hostilities" for f in above)


def _discussed(firing: Firing, report: Report) -> bool:
    """Whether an act is only what is talked about ("akan membahas konflik itu"), in a talk still to come, or one that a
    side may yet do ("talks on the release of prisoners")."""
    verb = firing.token.head
    topic = firing.token.dep_ == "obj" and verb.lower_ in report.tools.pack.words("topic_markers")
    if topic and firing.mood.status != "asserted":
        return True
    if firing.token.dep_ not in ("nmod", "obl") or firing.trigger.values.get("act") not in YET_TO_BE_DONE:
        return False  # "talks on the withdrawal of the fighters", but "talks on the attack"
    about = preposition_words(firing.token) in report.tools.pack.words("topic_markers")
    held = [verb, *(c for c in verb.children if c.dep_ == "obj"), *([verb.head] if verb.pos_ != "VERB" else [])]
    return about and any(report.at(firing.sentence, t, "meeting") for t in held)


def _plotted(firing: Firing, report: Report) -> bool:
    """Whether somebody is only tried or held for having planned it ("jailed for plotting attacks")."""
    verb, planned = firing.token, report.tools.pack.words("verbs_planned")
    while not starts(verb, planned) and (verb.dep_ in ("obj", "xcomp") or firing.modifies("conj", "nmod")):
        if verb.head.i == verb.i:
            break
        verb = verb.head
    if verb.dep_ not in ("advcl", "acl") or has(verb, "VerbForm", "Inf") or not starts(verb, planned):
        return False
    mark = marks(verb)
    if not mark or not any(mark in report.tools.pack.words(key) for key in ("dealing_prepositions", "control_marks")):
        return False
    above = (verb.head, verb.head.head)
    return any(report.at(firing.sentence, t, kind) for t in above for kind in ("event", "casualty"))


def _took_lives(firing: Firing, report: Report) -> bool:
    """Whether a clause tells whom an act hurt that somebody planned ("suspected of organising an attack that left 29
    dead"), so that it was made."""
    clauses = (c for c in firing.token.subtree if c.dep_ == "acl:relcl" and c.i > firing.token.i)
    below = (t for c in clauses for t in (c, *c.children))  # wherever the parser hung them
    tolls = (f for t in below for f in report.at(firing.sentence, t, "casualty"))
    return any(f.mood.status == "asserted" for f in tolls)


def _told_by_when(firing: Firing, report: Report) -> bool:
    """Whether a clause tells what was the start of the violence that a noun names ("erupted when gunmen raided …")."""
    noun, verb, words = firing.token, firing.token.head, report.tools.pack.words
    if firing.trigger.values.get("act") != "other" or noun.dep_ not in SUBJECTS:
        return False
    if not starts(verb, words("verbs_of_war")):
        return False
    when = words("day_clauses")
    clauses = [c for c in verb.children if c.dep_ == "advcl" and c.i > verb.i and c.left_edge.lower_ in when]
    told = (f.trigger.values.get("act") for c in clauses for f in report.at(firing.sentence, c, "event"))
    return any(act in HURTING for act in told)


def _in_name(firing: Firing) -> bool:
    """Whether a noun is a part of a body's name ("Alliance of Forces for the *Liberation* of Congo")."""
    token = firing.token
    if token.pos_ != "PROPN" or firing.trigger.values.get("act") not in HANDLING or not token.text[:1].isupper():
        return False
    within = token.dep_.split(":")[0] in ("nmod", "compound", "flat", "obl")
    return within and token.head.i != token.i and token.head.pos_ == "PROPN"


def _framed(firing: Firing, report: Report) -> bool:
    """Whether a noun only says what a body, talks or a plan is about ("disarmament talks", "Dewan Penyelamatan X")."""
    token = firing.token
    if token.dep_.split(":")[0] not in ("nmod", "compound", "flat") or preposition(token) or token.head.i > token.i:
        return False
    if any(t.i != token.i and t.pos_ in ("NOUN", "PROPN", "VERB") for t in token.doc[token.head.i + 1 : token.i]):
        return False
    head = token.head
    named = token.text[:1].isupper() and head.text[:1].isupper() and head.i + 1 == token.i and not head.is_sent_start
    return named or head.lower_ in report.tools.pack.words("nouns_framing")


def _agreed_on(firing: Firing, report: Report) -> bool:
    """Whether a noun only tells what an agreement is for ("a deal for the disarmament of the militias")."""
    token, words = firing.token, report.tools.pack.words
    prep = preposition_words(token)
    if token.dep_ != "nmod" or not any(prep in words(key) for key in ("control_marks", "purpose_markers") if prep):
        return False
    return prep not in words("genitive_markers") and report.tools.mentions.fits(token.head, AGREED)


def _sort_of(firing: Firing, report: Report) -> bool:
    """Whether a bare noun is only named among what something takes in ("illegal activities, including attacks")."""
    token, markers = firing.token, report.tools.pack.words("including_markers")
    first = token.left_edge
    opening = first if first.lower_ in markers or not first.i else first.nbor(-1)
    if opening.lower_ not in markers or is_dated(firing):
        return False
    bare = all(c.dep_ in ("case", "amod", "conj", "cc", "punct") or c.lower_ == c.head.lower_ for c in token.children)
    beside = [c for c in token.children if c.dep_ in ("nmod", "compound", "flat") and not preposition(c)]
    whole = all(report.tools.mentions.is_event(c) and c.pos_ == "NOUN" for c in beside)
    others = [c for c in token.children if c not in beside]
    return bare or (whole and all(c.dep_ in ("case", "amod", "conj", "cc", "punct") for c in others))


def _forbidden(firing: Firing, report: Report) -> bool:
    """Whether somebody only forbids what the noun names ("banned the sale of arms"), which is told as an act itself."""
    verb = firing.token.head
    banned = firing.token.dep_ in ("obj", "nsubj:pass") and is_clause(verb)
    return banned and verb.lower_ in report.tools.pack.words("verbs_forbidding")


def _lifted(firing: Firing, report: Report) -> bool:
    """Whether a measure is only what is lifted ("refused to lift the sanctions"), which is told as an act itself."""
    verb = firing.token.head
    if firing.token.dep_ not in ("obj", "nsubj:pass") or not is_clause(verb):
        return False
    return any(f.trigger.action == "lift_blockade" for f in report.at(firing.sentence, verb, "event"))


def _in_return(firing: Firing, report: Report) -> bool:
    """Whether a noun names what is to be had for what the clause tells ("will leave in exchange for a release")."""
    noun, words = firing.token, report.tools.pack.words("return_markers")
    before = [t.lower_ for t in noun.doc[max(0, noun.left_edge.i - 2) : noun.i]]
    return bool(preposition(noun)) and any(words.at(before, n) > 1 for n in range(len(before)))


def _named(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a war only dates or describes something by its name ("the Vietnam War", "film tentang perang Irak").

    A place beside the noun names the war and is no side of it.
    """
    token, sentence = firing.token, firing.sentence
    if draft.values.get("act") not in MUTUAL or token.dep_.split(":")[0] not in ("nmod", "obl", "compound"):
        return False
    beside = [t for t in firing.roles.get("poss", []) if not preposition(t) and t.pos_ == "PROPN"]
    sides = draft.fillers.get("actor", [])
    places = all(
        m.sentence is sentence and any(m.token.i == t.i for t in beside) and m.token.dep_ != "nmod:poss" for m in sides
    )
    if not places or (not sides and token.pos_ != "PROPN"):
        return False
    return bool(beside) and not report.tools.frames.others(firing, "between_markers", "companion_markers")


def _only_there(firing: Firing, draft: Draft, report: Report) -> bool:
    """Whether a weapon is only found, made or carried: nothing says that it went off or hit."""
    token, tools = firing.token, report.tools
    if not firing.trigger.instrument or draft.fillers or "weapon" not in tools.mentions.classes(token):
        return False
    verb = token.head
    freed = token.dep_.split(":")[0] == "obl" and preposition(token) in tools.pack.words("genitive_markers")
    handled = token.dep_ == "obj" or token.dep_ == "nsubj:pass" or freed  # "cleared the road of mines"
    if not handled or not is_clause(verb) or tools.syntax.verbs.light(verb):
        return False
    return verb.lower_ not in tools.pack.words("verbs_hitting")


def _sides(firing: Firing, draft: Draft, report: Report) -> None:
    """Both sides of a fight are actors; who is named with "with"/"between" joins them."""
    between = report.tools.frames.others(firing, "between_markers")
    if between and not firing.nominal:
        draft.fillers.pop("actor", None)  # "forty died in fighting between X and Y": no subject of the dying
    against = {(m.sentence.index, m.token.i) for m in draft.fillers.get("target", [])}
    others = report.tools.frames.others(firing, "between_markers", "companion_markers")
    draft.add("actor", [m for m in others if (m.sentence.index, m.token.i) not in against])
    if others and not between and len(draft.fillers.get("actor", ())) == 1 and not against:
        draft.add("actor", _fallen(firing, report) or _fought_before(firing, report))


def _fought_before(firing: Firing, report: Report) -> list[Mention]:
    """Which force did something in or after a fight with somebody: it was the other side ("took the town after two days
    of fighting with the army")."""
    noun = firing.token
    if noun.dep_ == "nmod" and lasted(noun, report.tools):
        noun = noun.head
    verb, words = noun.head, report.tools.pack.words
    prep = preposition_words(noun).split(" ")
    when = any(words(key).at(prep, 0) == len(prep) for key in ("after_markers", "position_prepositions"))
    if noun.dep_.split(":")[0] != "obl" or not is_clause(verb) or not when:
        return []
    forces = [t for t in expand(report.tools.syntax.subjects.of(verb)) if report.tools.mentions.fits(t, FORCES)]
    return [Mention(firing.sentence, t) for t in forces if t.i < firing.token.i]


def _fallen(firing: Firing, report: Report) -> list[Mention]:
    """Who came to harm in a fight with somebody was the other side ("tewas dalam bentrokan dengan tentara")."""
    verb = firing.token.head
    if firing.token.dep_ != "obl" or not is_clause(verb):
        return []
    found = []
    for toll in report.at(firing.sentence, verb, "casualty"):
        roles = [role for role in ("subj", "obj") if "victims" in toll.trigger.frame.slots.get(role, ())]
        found += [t for role in roles for t in expand(toll.roles.get(role, []))]
    return [Mention(firing.sentence, t) for t in found if report.tools.mentions.can_act(t)]


def add_instrument(firing: Firing, draft: Draft, report: Report) -> None:
    """The weapon or means: the trigger itself where it names one, a weapon "with" which it was done, or as subject."""
    if "instrument" in draft.texts or draft.values.get("act") in HANDLING:
        return
    sentence = firing.sentence
    if firing.trigger.instrument and _names_weapon(firing, report):
        start, end = firing.hit.start, firing.hit.end
        draft.texts["instrument"] = Span(start, end, report.document.text[start:end])
        return
    words = report.tools.pack.words("instrument_markers")
    for role, tokens in firing.roles.items():
        marked = role_words(role) in words
        wanted = ("@weapon",) if marked or role == "subj" else MUNITION if role in ("obj", "poss") else ()
        for token in expand(tokens) if wanted else []:
            if report.tools.mentions.fits(token, wanted):
                draft.texts["instrument"] = report.tools.mentions.wording.span(sentence, token)
                if role == "subj" and "actor" not in draft.fillers:
                    draft.add("actor", [Mention(sentence, owner) for owner in _owners(token, report)])
                return


def _owners(weapon: Token, report: Report) -> list[Token]:
    """Whose aircraft, ships or guns struck ("jet-jet koalisi", "helikopter AS", "Israeli jets")."""
    beside = [c for c in weapon.children if c.dep_.split(":")[0] in ("amod", "compound", "nmod", "flat")]
    beside += [c for part in beside for c in part.children if part.i == weapon.i + 1]  # "jet tempur koalisi"
    found = [c for c in beside if not preposition(c) and report.tools.mentions.fits(c, OWNERS)]
    return sorted(found, key=lambda owner: owner.pos_ != "PROPN")[:1]  # "kapal patroli Tiongkok": China's


def _names_weapon(firing: Firing, report: Report) -> bool:
    """Whether the trigger's words name a weapon ("car bomb", "mortar fire"), and not only its effect ("blast")."""
    weapons = report.tools.pack.classes.get("weapon", frozenset())
    return any(w.text in weapons for w in firing.sentence.words if firing.hit.start <= w.start < firing.hit.end)


def add_cause(firing: Firing, draft: Draft, report: Report) -> None:
    """A stated reason or purpose, hanging on the trigger or on the light verb that carries it."""
    if "cause" in draft.texts:
        return
    nodes: list[Token] = [firing.token, *firing.roles.get("governor", [])]
    for node in nodes:
        for key in ("cause_markers", "purpose_markers"):
            found = report.tools.frames.marked(node, key)
            if found is None or found.i == firing.token.i or found.is_ancestor(firing.token):
                continue
            # none of "fly over their land", "for the first time"
            timed = report.tools.mentions.fits(found, ("@time_noun",))
            within = any(firing.hit.start < firing.sentence.from_(c) < firing.hit.end for c in found.children)
            if within:
                continue  # "ran over two guards"
            if is_reason(found, report.tools.mentions) and not timed and not _other_role(found, firing, report):
                draft.texts["cause"] = report.tools.frames.text_of(firing.sentence, found)
                return


def _other_role(noun: Token, firing: Firing, report: Report) -> bool:
    """Whether the phrase tells where force was used ("shot down over the jungle"), or the entry's frame takes it for
    something else than a cause."""
    where = noun.pos_ == "NOUN" and preposition(noun) in report.tools.pack.words("place_prepositions")
    if where and firing.trigger.values.get("act") in HURTING and report.tools.mentions.spot(noun):
        return True
    slots = firing.trigger.frame.slots.get(f"prep.{preposition(noun)}", ("cause",))
    return "cause" not in slots and "none" not in slots
